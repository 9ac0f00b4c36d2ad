//! What is doubtful about an evaluation that a file hands in, told at its cell with the rule: a text where a number is wanted, a unit of
//! measure that is not the target's, more executed than there was; a target that was never approved, another evaluation of the same
//! project.
//!
//! Nothing of it forbids taking the file: what was handed in is evidence, and the desk sends it back. Pure; the cells are the reader's.

use rust_i18n::t;

use crate::domain::access;
use crate::domain::check::{self, Evaluated, Finding, rule, sentence};
use crate::domain::evaluation::{Evaluation, EvaluationIndicator};
use crate::domain::facts::{Answer, Facts};
use crate::domain::handin::{EvaluationPlaces, HandIn, Problem, Severity};
use crate::domain::measure::Measure;
use crate::domain::people::User;
use crate::domain::prior::{Likeness, Quantity, reached, twins};
use crate::domain::score;
use crate::domain::target::{Submission, Target};

/// Checks of evaluations that need nothing but the form and speak of single cells.
const OF_CELLS: [&str; 2] = ["text-for-number", "spent-over-executed"];
/// The check that needs what was approved.
const OF_APPROVED: &str = "target-changed";

/// What the form alone tells.
pub fn of_evaluation(file: &str, evaluation: &Evaluation, places: &EvaluationPlaces) -> Vec<Problem> {
    let teller = Teller { file, places };
    let report = check::evaluation(&Evaluated::new(evaluation, None));
    let found = report.findings.iter().filter(|finding| OF_CELLS.contains(&finding.id.as_str()));
    let mut out: Vec<Problem> = found.map(|finding| teller.finding(finding, Cell::Actual)).collect();
    out.extend(
        units(evaluation).into_iter().map(|(at, severity, message)| teller.at(at, Cell::Actual, severity, message)),
    );
    if let (Some(budget), Some(executed)) = (evaluation.budget, evaluation.executed)
        && executed > budget
    {
        let message = t!("intake.executed-over-budget", executed = executed.wan(), budget = budget.wan());
        out.push(teller.problem(Severity::Warning, &places.executed, message));
    }
    out
}

/// Adds what the file of the county tells of the evaluations that were read; of units that the viewer does not see nothing.
///
/// # Errors
/// The file cannot be read.
pub fn against(read: &mut HandIn, file: &str, viewer: &User, facts: &impl Facts) -> Answer<()> {
    let mut told = Vec::new();
    for (at, evaluation) in read.evaluations.iter().enumerate() {
        let nowhere = EvaluationPlaces::default();
        let teller = Teller { file, places: read.places.evaluations.get(at).unwrap_or(&nowhere) };
        let Some(year) = evaluation.year else { continue };
        let Some(unit) = facts.unit_named(&evaluation.unit)? else {
            told.push(teller.unapproved(evaluation, year, None));
            continue;
        };
        if !access::sight(viewer).shows(unit.id) {
            continue;
        }
        if let Some((_, known)) = facts.evaluation_of(unit.id, evaluation)? {
            told.extend(teller.again(evaluation, &known));
        }
        let target = match facts.target_of(year, unit.id, &evaluation.project)? {
            Some(id) => facts.target(id)?,
            None => None,
        };
        match target {
            Some(target) if target.standing.state.is_approved() => {
                if let Some(approved) = facts.submission(target.id, target.standing.round)? {
                    told.extend(teller.beside(evaluation, &approved));
                }
            }
            other => told.push(teller.unapproved(evaluation, year, other.as_ref())),
        }
    }
    read.problems.extend(told);
    Ok(())
}

/// Actual values whose unit does not go with the target's: place, severity and words. 场 for 次 may be a slip of the pen, 元 for 件 is
/// another thing.
fn units(evaluation: &Evaluation) -> Vec<(usize, Severity, String)> {
    let other = |one: &EvaluationIndicator| {
        let asked = score::target(one);
        let own = Measure::read(one.actual.as_deref()?).unit.filter(|unit| !unit.trim().is_empty())?;
        let (target, actual) = (Quantity::of(&asked)?, reached(one)?);
        if target.kind.is_empty() || target.compares(&actual) {
            return None;
        }
        let unit = asked.unit.clone().unwrap_or_default();
        let name = one.l3.as_deref().unwrap_or_default();
        let said = one.actual.as_deref().unwrap_or_default();
        let words = t!("intake.other-unit", name = name, unit = unit, actual = said, own = own);
        let counted = target.is_counted() && actual.is_counted();
        Some((if counted { Severity::Hint } else { Severity::Warning }, words.into_owned()))
    };
    let all = evaluation.indicators.iter().enumerate();
    all.filter_map(|(at, one)| other(one).map(|(severity, words)| (at, severity, words))).collect()
}

/// Which cell of an indicator is meant.
#[derive(Clone, Copy)]
enum Cell {
    Target,
    Actual,
}

/// Says something of an evaluation at its cells.
struct Teller<'a> {
    file: &'a str,
    places: &'a EvaluationPlaces,
}

impl Teller<'_> {
    fn problem(&self, severity: Severity, place: &str, message: impl Into<String>) -> Problem {
        let place = if place.is_empty() { &self.places.project } else { place };
        Problem { severity, file: self.file.to_owned(), r#where: place.to_owned(), message: message.into() }
    }

    fn at(&self, indicator: usize, cell: Cell, severity: Severity, message: String) -> Problem {
        let place = self.places.indicators.get(indicator).map(|(target, actual)| match cell {
            Cell::Target => target,
            Cell::Actual => actual,
        });
        self.problem(severity, place.map_or("", String::as_str), message)
    }

    /// A check's finding with its rule, where the rule comes from, and the cure.
    fn finding(&self, finding: &Finding, cell: Cell) -> Problem {
        let id = finding.id.as_str();
        let message = t!(
            "intake.finding",
            message = sentence::message(finding),
            rule = sentence::rule_words(id).trim_end_matches(['。', '.']),
            id = id,
            source = rule::source(id),
            cure = sentence::cure(id)
        );
        let at = finding.place.indicator().map_or(usize::MAX, |at| at as usize);
        self.at(at, cell, finding.severity, message.into_owned())
    }

    /// Another evaluation of the same project, year and kind is in the file already.
    fn again(&self, evaluation: &Evaluation, known: &Evaluation) -> Option<Problem> {
        if evaluation.hash() == known.hash() {
            return None;
        }
        let score = known.score.as_deref().unwrap_or("—");
        let year = evaluation.year.unwrap_or_default();
        let message = t!("intake.evaluated-before", project = evaluation.project.name, year = year, score = score);
        Some(self.problem(Severity::Warning, "", message))
    }

    /// The target was never approved, or is not in the file at all.
    fn unapproved(&self, evaluation: &Evaluation, year: i32, target: Option<&Target>) -> Problem {
        let project = &evaluation.project.name;
        match target {
            None => self.problem(Severity::Hint, "", t!("intake.no-target", project = project, year = year)),
            Some(target) => {
                let state = t!(format!("state.{}", target.standing.state.id()));
                let message = t!("intake.unapproved", project = project, year = year, state = state);
                self.problem(Severity::Warning, "", message)
            }
        }
    }

    /// Target values and units that are not the approved ones.
    fn beside(&self, evaluation: &Evaluation, approved: &Submission) -> Vec<Problem> {
        let report = check::evaluation(&Evaluated::new(evaluation, Some(approved)));
        let found = report.findings.iter().filter(|finding| finding.id == OF_APPROVED);
        let mut out: Vec<Problem> = found.map(|finding| self.finding(finding, Cell::Target)).collect();
        let pairs = approved.indicators.iter().zip(twins(&approved.indicators, &evaluation.indicators, &[]));
        for (indicator, twin) in pairs {
            let Some(twin) = twin.filter(|twin| matches!(twin.why, Likeness::SameName | Likeness::Contained)) else {
                continue;
            };
            let Some(one) = evaluation.indicators.get(twin.place) else { continue };
            let measure = Measure::of_stored(indicator.sign, indicator.value.as_deref(), indicator.unit.as_deref());
            let asked = score::target(one);
            let (Some(then), Some(now)) = (Quantity::of(&measure), Quantity::of(&asked)) else { continue };
            let stated = !then.kind.is_empty() && !now.kind.is_empty();
            if stated && !then.compares(&now) {
                let (unit, own) = (measure.unit.unwrap_or_default(), asked.unit.unwrap_or_default());
                let message = t!("intake.not-approved-unit", name = indicator.name(), unit = unit, own = own);
                out.push(self.at(twin.place, Cell::Target, Severity::Warning, message.into_owned()));
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::evaluation::EvaluationKind;
    use crate::domain::measure::Sign;
    use crate::domain::money::Money;

    fn indicator(target: &str, unit: &str, actual: &str) -> EvaluationIndicator {
        let text = |text: &str| Some(text.to_owned());
        EvaluationIndicator {
            l1: text("产出指标"),
            l2: text("数量指标"),
            l3: text("受益学生"),
            sign: Some(Sign::AtLeast),
            target: text(target),
            unit: text(unit),
            actual: text(actual),
            ..EvaluationIndicator::default()
        }
    }

    fn told(one: EvaluationIndicator, executed: i64) -> Vec<(Severity, String)> {
        let evaluation = Evaluation {
            unit: crate::domain::target::UnitName { code: None, name: "教育局".to_owned() },
            project: crate::domain::target::ProjectName { code: None, name: "营养改善".to_owned() },
            year: Some(2023),
            kind: EvaluationKind::Own,
            budget: Some(Money(100)),
            executed: Some(Money(executed)),
            score: None,
            indicators: vec![one],
        };
        let places = EvaluationPlaces {
            project: "S!C2".to_owned(),
            executed: "S!F5".to_owned(),
            indicators: vec![("S!E9".to_owned(), "S!F9".to_owned())],
        };
        let problems = of_evaluation("a.xlsx", &evaluation, &places);
        problems.into_iter().map(|one| (one.severity, one.r#where)).collect()
    }

    #[test]
    fn doubtful_cells_are_told_where_they_stand() {
        let actual = |severity| vec![(severity, "S!F9".to_owned())];
        assert_eq!(told(indicator("12000", "人", "完成"), 100), actual(Severity::Warning));
        assert_eq!(told(indicator("200", "件", "1.2万元"), 100), actual(Severity::Warning));
        assert_eq!(told(indicator("95", "%", "12人"), 100), actual(Severity::Warning));
        assert_eq!(told(indicator("4", "次", "3场"), 100), actual(Severity::Hint));
        assert_eq!(told(indicator("4", "次", "3次"), 101), [(Severity::Warning, "S!F5".to_owned())]);
    }

    #[test]
    fn honest_values_raise_no_doubt() {
        for (target, unit, actual) in [
            ("12000", "人", "1.2万人次"),
            ("12000", "人", "11873"),
            ("2.5", "公里", "2600米"),
            ("100", "%", "1"),
            ("3", "所", "3个"),
            ("5月底前", "", "5月20日"),
            ("有效保障", "", "完成"),
            ("4", "次", ""),
            ("4", "次", "—"),
            ("10", "家", "十家"),
            ("1000", "亩", "1000"),
        ] {
            assert_eq!(told(indicator(target, unit, actual), 100), [], "{target}{unit}: {actual}");
        }
    }
}
