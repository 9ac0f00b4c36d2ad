//! How a finding is said: to whoever reads the screen in their language, and in a reviewer's words in an opinion or notice.
//!
//! Owns filling the sentences of the language files and of the phrase book. Opinions are official Chinese in every language of the screens.

use rust_i18n::t;

use super::finding::{Finding, Unchecked};
use super::rule;
use crate::domain::evaluation::{Evaluation, EvaluationKind};
use crate::domain::handin::Severity;
use crate::domain::phrase;

/// A check's short name in the user's language.
pub fn name(id: &str) -> String {
    t!(format!("check.{id}.name")).into_owned()
}

/// A check's rule in words.
pub fn rule_words(id: &str) -> String {
    t!(format!("check.{id}.rule")).into_owned()
}

/// What would cure a check's findings.
pub fn cure(id: &str) -> String {
    t!(format!("check.{id}.cure")).into_owned()
}

/// How grave, in a word.
pub fn severity(severity: Severity) -> String {
    let id = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    };
    t!(format!("check.severity.{id}")).into_owned()
}

/// What is wrong and where, in a sentence.
pub fn message(finding: &Finding) -> String {
    let key = match finding.slots.get("variant") {
        Some(variant) => format!("check.{}.message-{variant}", finding.id),
        None => format!("check.{}.message", finding.id),
    };
    let unnamed = |slot: &str| (slot == "name").then(|| place(finding));
    filled(&t!(key), "%{", "}", |slot| value(finding, slot).or_else(|| unnamed(slot)))
}

/// Where the finding stands, in words.
pub fn place(finding: &Finding) -> String {
    use super::finding::Place;
    match finding.place {
        Place::Form => t!("check.place.form"),
        Place::Amount => t!("check.place.amount"),
        Place::Item(at) => t!("check.place.item", number = at + 1),
        Place::Indicator(at) => t!("check.place.indicator", number = at + 1),
    }
    .into_owned()
}

/// Why something could not be checked: the check's name and the reason.
pub fn unchecked(unchecked: &Unchecked) -> String {
    let reason = t!(format!("check.lack.{}", unchecked.reason.id()));
    t!("check.unchecked", name = name(&unchecked.id), reason = reason).into_owned()
}

/// The finding in a reviewer's words, for an opinion or a notice: kind of problem, target or indicator, description, basis,
/// suggested change. What the program does not know stays a slot in 〔 〕.
pub fn opinion(finding: &Finding) -> String {
    let phrase = phrase::book().iter().find(|phrase| phrase.check.contains(&finding.id));
    let Some(phrase) = phrase else { return message(finding) };
    let said = filled(&phrase.text, "〔", "〕", |slot| phrase::slot(slot).and_then(|slot| value(finding, slot)));
    match rule::basis(&finding.id) {
        Some(basis) => {
            let document = basis.split_once('(').map_or(basis, |(document, _)| document);
            format!("{}(依据:{document})。", said.trim_end_matches('。'))
        }
        None => said,
    }
}

/// Words about an evaluation, with its year and who evaluated.
pub fn of_evaluation(evaluation: &Evaluation, words: &str) -> String {
    let year = evaluation.year.map_or_else(|| "-".to_owned(), |year| year.to_string());
    let kind = t!(format!("evaluation.{}", evaluation.kind.id()));
    t!("check.of-evaluation", year = year, kind = kind, words = words).into_owned()
}

/// A finding of an evaluation in a reviewer's words, in Chinese, with its year.
pub fn evaluation_opinion(evaluation: &Evaluation, finding: &Finding) -> String {
    let year = evaluation.year.map_or_else(String::new, |year| year.to_string());
    let kind = match evaluation.kind {
        EvaluationKind::Own => "自评",
        EvaluationKind::Fiscal => "财政再评价",
        EvaluationKind::Agency => "第三方评价",
    };
    format!("{year}年{kind}:{}", opinion(finding))
}

/// What fills a slot: the finding's own, or what every finding has.
fn value(finding: &Finding, slot: &str) -> Option<String> {
    let number = || finding.place.indicator().or(finding.place.item()).map(|at| (at + 1).to_string());
    match slot {
        "trigger" => Some(finding.trigger.clone()),
        "number" => number(),
        other => finding.slots.get(other).cloned(),
    }
}

/// A text with its slots filled where something fills them; the others stay.
fn filled(text: &str, open: &str, close: &str, fill: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        out.push_str(before);
        let Some((slot, behind)) = after.split_once(close) else {
            out.push_str(open);
            rest = after;
            continue;
        };
        match fill(slot).filter(|text| !text.is_empty()) {
            Some(text) => out.push_str(&text),
            None => out.extend([open, slot, close]),
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}
