//! The fields of the language and the words that some of them take.
//!
//! Owns their names in both languages, which are always both understood. Knows nothing of the order in which they are written.

use rust_i18n::t;

use super::condition::{Comparison, Condition, Query};
use crate::domain::grade::Grade;
use crate::domain::target::State;
use crate::domain::text;

/// What a condition is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// `stage` 环节: pending at a stage.
    Stage,
    /// `desk` 股室: the unit's fiscal desk.
    Desk,
    /// `unit` 单位: code, part of the name, or initials.
    Unit,
    /// `project` 项目: code, part of the name, or initials.
    Project,
    /// `category` 类别: part of the category.
    Category,
    /// `state` 状态: where it stands.
    State,
    /// `grade` 等级: the grade given last.
    Grade,
    /// `amount` 金额: 万元 unless a unit is written.
    Amount,
    /// `age` 等待: days that it waits.
    Age,
    /// `round` 轮次: number of the newest submission.
    Round,
    /// `is` 是: the viewer's turn, overdue.
    Is,
    /// `has` 有: open ends of the correspondence, earlier evaluations.
    Has,
    /// `check` 预警: number of findings, or a check's id.
    Check,
    /// `year` 年度: budget year.
    Year,
    /// `prior` 上年: points of the newest earlier evaluation.
    Prior,
}

impl Field {
    /// All fields in the order offered.
    pub const ALL: [Self; 15] = [
        Self::Stage,
        Self::Desk,
        Self::Unit,
        Self::Project,
        Self::Category,
        Self::State,
        Self::Grade,
        Self::Amount,
        Self::Age,
        Self::Round,
        Self::Is,
        Self::Has,
        Self::Check,
        Self::Year,
        Self::Prior,
    ];

    /// The English name: the canonical one.
    pub const fn id(self) -> &'static str {
        self.names().0
    }

    /// The Chinese name.
    pub const fn chinese(self) -> &'static str {
        self.names().1
    }

    /// English name, Chinese name, and what else is understood.
    const fn names(self) -> (&'static str, &'static str, &'static [&'static str]) {
        match self {
            Self::Stage => ("stage", "环节", &["审核环节"]),
            Self::Desk => ("desk", "股室", &["对口股室", "业务股室"]),
            Self::Unit => ("unit", "单位", &["预算单位", "部门"]),
            Self::Project => ("project", "项目", &["项目名称"]),
            Self::Category => ("category", "类别", &["分类"]),
            Self::State => ("state", "状态", &["status"]),
            Self::Grade => ("grade", "等级", &["评级"]),
            Self::Amount => ("amount", "金额", &["资金"]),
            Self::Age => ("age", "等待", &["天数", "waiting"]),
            Self::Round => ("round", "轮次", &["轮"]),
            Self::Is => ("is", "是", &[]),
            Self::Has => ("has", "有", &[]),
            Self::Check => ("check", "预警", &["findings", "finding"]),
            Self::Year => ("year", "年度", &["年", "年份", "预算年度"]),
            Self::Prior => ("prior", "上年", &["上年得分", "上年评价"]),
        }
    }

    /// The name in Chinese or English.
    pub const fn name(self, chinese: bool) -> &'static str {
        if chinese { self.chinese() } else { self.id() }
    }

    /// The field with a name in either language, width and case aside.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        let key = key(name);
        Self::ALL.into_iter().find(|field| field.all_names().any(|known| known == key))
    }

    /// Every name that is understood, the canonical one first.
    pub(super) fn all_names(self) -> impl Iterator<Item = &'static str> {
        let (id, chinese, more) = self.names();
        [id, chinese].into_iter().chain(more.iter().copied())
    }

    /// Whether values are put in order, so that `>` and `<` make sense.
    pub(super) const fn is_ordered(self) -> bool {
        matches!(self, Self::Amount | Self::Age | Self::Round | Self::Check | Self::Year | Self::Prior)
    }
}

/// A name for comparison: half-width, lower case.
pub(super) fn key(name: &str) -> String {
    text::half_width(name).to_lowercase()
}

/// Whether a text is written in Chinese; answers are then given in Chinese names.
pub(super) fn is_chinese(text: &str) -> bool {
    text.chars().any(|letter| ('\u{3400}'..='\u{9fff}').contains(&letter))
}

/// A word that a field takes.
pub(super) struct Choice {
    english: &'static str,
    chinese: String,
    more: &'static [&'static str],
    /// What it means.
    pub(super) means: Query,
}

impl Choice {
    fn new(english: &'static str, chinese: &str, more: &'static [&'static str], means: impl Into<Query>) -> Self {
        Self { english, chinese: chinese.to_owned(), more, means: means.into() }
    }

    /// The word in Chinese or English.
    pub(super) fn name(&self, chinese: bool) -> &str {
        if chinese { &self.chinese } else { self.english }
    }

    fn is_called(&self, key: &str) -> bool {
        self.english == key || self.chinese == key || self.more.contains(&key)
    }

    fn is_meant_by(&self, key: &str) -> bool {
        self.english.starts_with(key) || self.chinese.contains(key)
    }
}

/// The words that a field takes; none when it takes free text or numbers only.
pub(super) fn choices(field: Field) -> Vec<Choice> {
    match field {
        Field::State => State::ALL.into_iter().map(state).collect(),
        Field::Grade => grades(),
        Field::Is => vec![
            Choice::new("mine", "轮到我", &["我", "待办"], Condition::Mine),
            Choice::new("overdue", "超期", &["逾期"], Condition::Overdue),
            Choice::new("key", "重点项目", &["重点"], Condition::KeyProject),
        ],
        Field::Has => vec![
            Choice::new("unlinked", "未对应", &[], unlinked()),
            Choice::new("uncovered", "无对应指标", &["未覆盖"], Condition::Uncovered),
            Choice::new("orphan", "未对应目标", &["无主指标"], Condition::Orphan),
            Choice::new("finding", "预警", &["findings"], Condition::Findings(Comparison::More, 0)),
            Choice::new("prior", "上年", &["上年评价"], Condition::Prior),
        ],
        Field::Check => vec![
            Choice::new("any", "有", &[], Condition::Findings(Comparison::More, 0)),
            Choice::new("none", "无", &[], Condition::Findings(Comparison::Equal, 0)),
        ],
        Field::Prior => vec![
            Choice::new("any", "有", &[], Condition::Prior),
            Choice::new("none", "无", &[], Query::none_of(Condition::Prior.into())),
        ],
        _ => Vec::new(),
    }
}

fn state(state: State) -> Choice {
    let chinese = t!(format!("state.{}", state.id()), locale = "zh");
    Choice::new(state.id(), &chinese, &[], Condition::State(state))
}

fn grades() -> Vec<Choice> {
    let grade = |english, grade: Grade, more| Choice::new(english, grade.term(), more, Condition::Grade(Some(grade)));
    vec![
        grade("excellent", Grade::Excellent, &["1"]),
        grade("good", Grade::Good, &["2"]),
        grade("fair", Grade::Fair, &["3"]),
        grade("poor", Grade::Poor, &["4"]),
        Choice::new("none", "无", &["未评", "-"], Condition::Grade(None)),
    ]
}

fn unlinked() -> Query {
    Query::any(vec![Condition::Uncovered.into(), Condition::Orphan.into()])
}

/// The choice that a word names: exactly, or as the only one that begins with it or contains it.
pub(super) fn chosen(field: Field, word: &str) -> Option<Choice> {
    let key = key(word);
    let mut choices = choices(field);
    let exact = choices.iter().position(|choice| choice.is_called(&key));
    let place = exact.or_else(|| {
        let mut meant = choices.iter().enumerate().filter(|(_, choice)| choice.is_meant_by(&key));
        let first = meant.next().map(|(place, _)| place);
        first.filter(|_| meant.next().is_none())
    })?;
    Some(choices.swap_remove(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_fields_share_a_name() {
        let mut names: Vec<_> = Field::ALL.into_iter().flat_map(Field::all_names).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(names.iter().all(|name| key(name) == **name), "names are compared in their folded form");
    }

    #[test]
    fn every_choice_is_chosen_by_each_of_its_names() {
        for field in Field::ALL {
            for choice in choices(field) {
                for name in [choice.english, &choice.chinese].into_iter().chain(choice.more.iter().copied()) {
                    assert_eq!(chosen(field, name).unwrap().means, choice.means, "{field:?}:{name}");
                }
            }
        }
    }

    #[test]
    fn a_part_chooses_only_when_one_choice_has_it() {
        assert_eq!(chosen(Field::State, "裁定").unwrap().means, Condition::State(State::Ruling).into());
        assert_eq!(chosen(Field::State, "ret").unwrap().means, Condition::State(State::Returned).into());
        assert!(chosen(Field::State, "待审").is_none());
        assert!(chosen(Field::Has, "对应").is_none(), "three have it");
    }
}
