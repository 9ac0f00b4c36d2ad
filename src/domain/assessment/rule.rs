//! The procedure of pre-assessments as data (`data/procedure/pre-assessment.toml`): its course, the conclusions with their thresholds, and which
//! projects must have one; each with its source.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::record::State;
use crate::domain::bilingual::Bilingual;
use crate::domain::money::Money;
use crate::domain::procedure::Item;
use crate::domain::procedure::course::{Course, Criterion, CriterionEntry, Stage, StageEntry};
use crate::domain::procedure::{BadProcedure, Words};
use crate::domain::text::name_key;

const FILE: &str = include_str!("../../../data/procedure/pre-assessment.toml");

/// The rules, read once. The file is compiled in and tested.
static RULES: LazyLock<Option<Rules>> = LazyLock::new(|| read(FILE).ok());
static NONE: LazyLock<Rules> = LazyLock::new(Rules::empty);

/// A conclusion (评估结论).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conclusion {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Words,
    /// The least total, in points of 100.
    pub least: Decimal,
    /// The state that it leads to.
    pub to: State,
    /// Working days that the unit has to put right, where it must.
    pub days: Option<u32>,
    /// Where its threshold comes from.
    source: String,
}

/// The rules of pre-assessment.
#[derive(Debug)]
pub struct Rules {
    /// Stages, dimensions and items.
    pub course: Course,
    /// The conclusions, the best first.
    pub conclusions: Vec<Conclusion>,
    required: Required,
    sources: BTreeMap<String, Bilingual>,
}

/// The rules.
pub fn rules() -> &'static Rules {
    RULES.as_ref().unwrap_or(&NONE)
}

impl Rules {
    fn empty() -> Self {
        let name = Words::new(String::new(), None, String::new());
        let (criteria, stages) = (Vec::new(), Vec::new());
        Self {
            course: Course { id: String::new(), name, rounds: 0, criteria, stages },
            conclusions: Vec::new(),
            required: Required::default(),
            sources: BTreeMap::new(),
        }
    }

    /// What a total leads to by the thresholds.
    pub fn of_total(&self, total: Decimal) -> Option<&Conclusion> {
        self.conclusions.iter().find(|one| total >= one.least)
    }

    /// The conclusion with an id.
    pub fn conclusion(&self, id: &str) -> Option<&Conclusion> {
        self.conclusions.iter().find(|one| one.id == id)
    }

    /// A conclusion by its id or by its name in either language.
    pub fn conclusion_named(&self, text: &str) -> Option<&Conclusion> {
        let text = text.trim();
        self.conclusions.iter().find(|one| [&one.id, &one.name.zh, &one.name.en].into_iter().any(|name| name == text))
    }

    /// The conclusion that a state stands for.
    pub fn of_state(&self, state: State) -> Option<&Conclusion> {
        self.conclusions.iter().find(|one| one.to == state)
    }

    /// The place of the item that a form's text names: by its name, else by words that only it has; `None` for any other text.
    pub fn item_named(&self, text: &str) -> Option<usize> {
        let text = name_key(text);
        let exact = self.course.items().position(|item| name_key(&item.name.zh) == text);
        let has = |item: &Item| item.words.iter().any(|word| text.contains(&name_key(word)));
        exact.or_else(|| {
            let mut named = self.course.items().enumerate().filter(|(_, item)| !text.is_empty() && has(item));
            let found = named.next().map(|(place, _)| place);
            found.filter(|_| named.next().is_none())
        })
    }

    /// Whether a new project of a category and amount must have one. A form that states no category or amount is left alone.
    pub fn requires(&self, category: Option<&str>, amount: Option<Money>) -> bool {
        let listed = category.is_some_and(|category| self.required.categories.iter().any(|one| one == category));
        let least = Money::from_wan(self.required.amount);
        listed && amount.zip(least).is_some_and(|(amount, least)| amount >= least)
    }

    /// The years before its own in which a new project has neither target nor evaluation.
    pub fn new_within(&self) -> i32 {
        self.required.years
    }

    /// Which projects must have one, in the user's language: categories, amount in 万元 and sources are filled in.
    pub fn requirement(&self) -> String {
        let (categories, amount) = (self.required.categories.join("、"), self.required.amount.normalize());
        let (source, own) = (self.source(&self.required.source), self.source(&self.required.amount_source));
        let years = self.required.years;
        rust_i18n::t!(
            "assess.requirement",
            categories = categories,
            amount = amount,
            years = years,
            source = source,
            own = own
        )
        .into_owned()
    }

    /// The thresholds of the conclusions with their source, in the user's language.
    pub fn thresholds(&self) -> String {
        let one = |one: &Conclusion| {
            let (name, least) = (one.name.local(), one.least.normalize());
            let key = if least.is_zero() { "assess.threshold-rest" } else { "assess.threshold" };
            rust_i18n::t!(key, name = name, least = least).into_owned()
        };
        let all: Vec<String> = self.conclusions.iter().map(one).collect();
        let source = self.conclusions.first().map_or("", |one| self.source(&one.source));
        rust_i18n::t!("assess.thresholds", all = all.join("，"), source = source).into_owned()
    }

    fn source(&self, id: &str) -> &str {
        self.sources.get(id).map_or("", Bilingual::local)
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Required {
    categories: Vec<String>,
    amount: Decimal,
    years: i32,
    source: String,
    amount_source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    name: String,
    name_en: String,
    rounds: u32,
    sources: BTreeMap<String, Bilingual>,
    conclusion: Vec<ConclusionEntry>,
    required: Required,
    criterion: Vec<CriterionEntry>,
    stage: Vec<StageEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConclusionEntry {
    id: String,
    name: String,
    name_en: String,
    least: Decimal,
    to: State,
    days: Option<u32>,
    source: String,
}

fn read(text: &str) -> Result<Rules, BadProcedure> {
    let file: File = toml::from_str(text).map_err(|error| BadProcedure(error.to_string()))?;
    let conclusion = |entry: ConclusionEntry| Conclusion {
        id: entry.id,
        name: Words::new(entry.name, None, entry.name_en),
        least: entry.least,
        to: entry.to,
        days: entry.days,
        source: entry.source,
    };
    let course = Course {
        id: file.id,
        name: Words::new(file.name, None, file.name_en),
        rounds: file.rounds,
        criteria: file.criterion.into_iter().map(Criterion::from).collect(),
        stages: file.stage.into_iter().map(Stage::from).collect(),
    };
    course.validate()?;
    let conclusions: Vec<Conclusion> = file.conclusion.into_iter().map(conclusion).collect();
    let fail = |words: &str| Err(BadProcedure(words.to_owned()));
    if !conclusions.is_sorted_by(|one, next| one.least > next.least) {
        return fail("[[conclusion]]s must fall from the highest threshold to the lowest");
    }
    if conclusions.last().is_none_or(|last| !last.least.is_zero()) {
        return fail("the last [[conclusion]] must begin at 0");
    }
    if conclusions.iter().any(|one| !one.to.is_concluded()) {
        return fail("a [[conclusion]] leads to no end");
    }
    if course.criteria.iter().any(|criterion| criterion.items.is_empty()) {
        return fail("a [[criterion]] without [[criterion.item]]");
    }
    Ok(Rules { course, conclusions, required: file.required, sources: file.sources })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_whole_and_every_rule_has_its_source() {
        let rules = read(FILE).unwrap();
        let dimensions: Vec<_> = rules.course.criteria.iter().map(|one| one.name.zh.as_str()).collect();
        assert_eq!(dimensions, ["立项必要性", "投入经济性", "目标合理性", "方案可行性", "筹资合规性"]);
        assert_eq!(rules.course.items().count(), 20);
        let used = [&rules.required.source, &rules.required.amount_source];
        for source in used.into_iter().chain(rules.conclusions.iter().map(|one| &one.source)) {
            assert!(rules.sources.contains_key(source), "{source}");
        }
        let mut ids: Vec<_> = rules.course.items().map(|one| &one.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 20, "items are found by their ids");
        for category in &rules.required.categories {
            let known = crate::domain::procedure::Procedure::target_review().unwrap().categories;
            assert!(known.contains(category), "{category}");
        }
    }

    #[test]
    fn thresholds_decide_with_decimals() {
        let of = |total: &str| rules().of_total(total.parse().unwrap()).unwrap().id.as_str();
        assert_eq!(
            [of("90"), of("89.9"), of("70"), of("69.99"), of("0")],
            ["support", "adjust", "adjust", "refuse", "refuse"]
        );
    }

    #[test]
    fn only_listed_categories_of_enough_money_need_one() {
        let wan = |amount: i64| Money::from_wan(amount.into());
        let needs = |category, amount| rules().requires(category, amount);
        assert!(needs(Some("特定目标类项目"), wan(200)));
        assert!(!needs(Some("特定目标类项目"), wan(199)));
        assert!(!needs(Some("人员类"), wan(5000)));
        assert!(!needs(None, wan(5000)) && !needs(Some("特定目标类项目"), None));
    }

    #[test]
    fn an_item_is_known_by_its_name_or_by_words_that_no_other_has() {
        let named = |text| rules().item_named(text).map(|place| rules().course.items().nth(place).unwrap().id.as_str());
        assert_eq!(named("政策依据充分"), Some("basis"));
        assert_eq!(named("立项依据充分性"), Some("basis"));
        assert_eq!(named("预算测算的合理性"), Some("estimate"));
        assert_eq!(named("项目总体评价"), None);
        assert_eq!(named("组织保障与进度安排"), None, "it names two");
        for item in rules().course.items() {
            assert_eq!(named(item.name.zh.as_str()), Some(item.id.as_str()));
        }
    }

    #[test]
    fn a_broken_file_is_refused_with_what_is_wrong() {
        let broken = |from: &str, to: &str| read(&FILE.replacen(from, to, 1)).unwrap_err().0;
        assert!(broken("least = \"90\"", "least = \"60\"").contains("fall"));
        assert!(broken("to = \"refused\"", "to = \"pending\"").contains("no end"));
        assert!(
            broken(
                "id = \"basis\"\nname = \"政策依据充分\"\nname_en = \"basis in policy\"\npoints = \"5\"",
                "id = \"basis\"\nname = \"政策依据充分\"\nname_en = \"basis in policy\"\npoints = \"6\""
            )
            .contains("necessity")
        );
        assert!(broken("decides = true", "").contains("decides"));
    }
}
