//! A point of a letter, made of an opinion or of a finding: the problem, where it stands, on what it rests, and what to change.
//!
//! Owns how an opinion's sentences are taken apart. Reviewers write freely; what cannot be told apart stays with the problem.

use rust_i18n::t;

use crate::domain::check::{Finding, rule, sentence};
use crate::domain::target::Indicator;
use crate::domain::text::printed;

/// What a unit is to amend. Blank texts are not said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Point {
    /// What is wrong.
    pub problem: String,
    /// The items and indicators concerned.
    pub place: String,
    /// The rule or criterion.
    pub basis: String,
    /// What to change.
    pub change: String,
}

/// Words with which a reviewer begins what is to be changed.
const CHANGES: [&str; 8] = ["请", "建议", "应当", "应改", "应将", "应补", "需补", "改为"];
/// Names shorter than this are too common to say where a point stands.
const NAME: usize = 3;

impl Point {
    /// The points of an opinion on a form with these items and indicators. `basis` holds for all of them.
    pub fn all(opinion: &str, items: &[String], indicators: &[Indicator], basis: &str) -> Vec<Self> {
        let of = |text: &str| {
            let (problem, change) = parted(text);
            Self { problem, place: place(text, items, indicators), basis: basis.to_owned(), change }.printed()
        };
        pieces(opinion).iter().map(|piece| of(piece)).collect()
    }

    /// The point that a finding makes on a form with these indicators.
    pub fn of_finding(finding: &Finding, indicators: &[Indicator]) -> Self {
        let indicator = finding.place.indicator().map(|place| place as usize);
        let place = match indicator.and_then(|place| Some((place + 1, indicators.get(place)?.name()))) {
            Some((number, name)) => t!("out.notice.indicator", number = number, name = name).into_owned(),
            None => sentence::place(finding),
        };
        let basis = rule::basis(&finding.id).map_or_else(|| sentence::rule_words(&finding.id), str::to_owned);
        let basis = basis.trim_end_matches('。').to_owned();
        let (problem, change) = (ended(&sentence::message(finding)), ended(&sentence::cure(&finding.id)));
        Self { problem, place, basis, change }.printed()
    }

    fn printed(self) -> Self {
        let Self { problem, place, basis, change } = self;
        let [problem, place, basis, change] = [problem, place, basis, change].map(|text| printed(&text));
        Self { problem, place, basis, change }
    }

    /// Whether an opinion names a finding already: it holds the reviewer's sentence for it, or quotes what triggered it where
    /// it stands.
    pub fn names(opinion: &str, finding: &Finding) -> bool {
        let sentence = sentence::opinion(finding);
        let sentence = sentence.split_once("(依据").map_or(sentence.as_str(), |(said, _)| said);
        let quoted = finding.trigger.chars().count() >= NAME && opinion.contains(&finding.trigger);
        opinion.contains(sentence.trim_end_matches('。')) || quoted
    }
}

/// The opinion's points: its lines, without the numbers before them.
fn pieces(opinion: &str) -> Vec<String> {
    let lines = opinion.lines().map(bare).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// A line without `1.`, `(2)`, `三、` before it.
fn bare(line: &str) -> &str {
    let line = line.trim();
    let number = |letter: char| letter.is_ascii_digit() || "一二三四五六七八九十".contains(letter);
    let rest = line.trim_start_matches(['(', '（']).trim_start_matches(number);
    let end = rest.trim_start_matches(['.', '、', ')', '）', '．']);
    if rest.len() < line.len() && end.len() < rest.len() { end.trim() } else { line }
}

/// The problem, and what to change: from the first clause that asks for a change.
fn parted(text: &str) -> (String, String) {
    let ends = ['，', ',', '；', ';', '。', ':', '：'];
    let begins = |at: usize| CHANGES.iter().any(|word| text.get(at..).is_some_and(|rest| rest.starts_with(word)));
    let mut quoted = 0_i32;
    for (at, letter) in text.char_indices() {
        match letter {
            '“' | '「' => quoted += 1,
            '”' | '」' => quoted -= 1,
            letter if quoted <= 0 && ends.contains(&letter) && begins(at + letter.len_utf8()) => {
                let (problem, change) = (text.get(..at), text.get(at + letter.len_utf8()..));
                return (ended(problem.unwrap_or(text)), ended(change.unwrap_or_default()));
            }
            _ => {}
        }
    }
    (ended(text), String::new())
}

/// A sentence with its full stop.
fn ended(text: &str) -> String {
    let text = text.trim();
    let stop = text.is_empty() || text.ends_with(['。', '!', '！', '?', '？', '.']);
    if stop { text.to_owned() } else { format!("{}。", text.trim_end_matches(['，', ',', '；', ';'])) }
}

/// The items and indicators that a text names.
fn place(text: &str, items: &[String], indicators: &[Indicator]) -> String {
    let mut places = Vec::new();
    for (number, item) in (1..).zip(items) {
        let named = text.contains(&format!("目标{number}")) && !text.contains(&format!("目标{number}0"));
        let quoted = item.chars().count() >= 2 * NAME && text.contains(item.trim_end_matches(['。', '；', ';']));
        if named || quoted {
            places.push(t!("out.notice.item", number = number).into_owned());
        }
    }
    for (number, indicator) in (1..).zip(indicators) {
        let name = indicator.name();
        if name.chars().count() >= NAME && text.contains(name) {
            places.push(t!("out.notice.indicator", number = number, name = name).into_owned());
        }
    }
    places.join("、")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(opinion: &str) -> Vec<Point> {
        let items = ["为12所学校提供营养膳食".to_owned(), "学生体质明显改善".to_owned()];
        let named = |name: &str| Indicator { l3: Some(name.to_owned()), ..Indicator::default() };
        Point::all(opinion, &items, &[named("受益学生人数"), named("政策知晓率")], "依据")
    }

    #[test]
    fn an_opinion_is_taken_apart() {
        let found = points(
            "1.目标笼统:“学生体质明显改善”未说明程度,请改为可衡量的表述。\n（2）“政策知晓率”未对应任何目标；建议删除",
        );
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].problem, "目标笼统：“学生体质明显改善”未说明程度。");
        assert_eq!(found[0].change, "请改为可衡量的表述。");
        assert!(found[0].place.contains('2') && !found[0].place.contains("政策"), "{}", found[0].place);
        assert_eq!(found[1].problem, "“政策知晓率”未对应任何目标。");
        assert_eq!(found[1].change, "建议删除。");
        assert!(
            found[1].place.contains("2“政策知晓率”") || found[1].place.contains("2 “政策知晓率”"),
            "{}",
            found[1].place
        );
    }

    #[test]
    fn what_cannot_be_told_apart_stays_whole() {
        let found = points("单方造价与近三年县内同类维修结算价相差较大");
        assert_eq!(found[0].problem, "单方造价与近三年县内同类维修结算价相差较大。");
        assert!(found[0].change.is_empty() && found[0].place.is_empty());
        assert_eq!(points("引用的“目标,请改”不在引号外").len(), 1);
        assert!(points("引用的“目标,请改”不在引号外")[0].change.is_empty());
        assert!(points(" \n ").is_empty());
        assert_eq!(points("2021年任务不明确")[0].problem, "2021年任务不明确。", "a year is no number of a point");
    }
}
