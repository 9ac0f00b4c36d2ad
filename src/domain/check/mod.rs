//! The checks (预警): what the program can say about a target or an evaluation by itself.
//!
//! A finding points, it never grades. A rule that cannot be sure stays quiet, and what could not be checked is listed with the reason.
//!
//! One check a file; `CHECKS` is the table of contents. `subject` is what is checked, `reading` an indicator as the checks see it, `finding`
//! what they note down, `rule` and `words` the data (`data/checks.toml`, `data/check-words.toml`), `sentence` how a finding is said.
//! Pure: where a target comes from and where findings are kept is for others.

pub mod change;
pub mod finding;
pub mod reading;
pub mod rule;
pub mod sentence;
pub mod subject;
mod words;

mod below_prior;
mod blank;
mod copied_block;
mod cost_over_budget;
mod cost_sign;
mod cost_sum;
mod cost_unquantified;
mod date_past_end;
mod duplicate_indicator;
mod evaluated;
mod execution_as_indicator;
mod far_above_prior;
mod indicator_orphan;
mod leading;
mod level_mismatch;
mod low_without_reason;
mod mixed_generations;
mod mixed_signs;
mod money_as_quantity;
mod money_unit_mix;
mod mostly_qualitative;
mod no_benefit;
mod no_cost;
mod no_output;
mod no_satisfaction;
mod number_in_name;
mod objective_uncovered;
mod period_mix;
mod prior_year;
mod rate_as_quantity;
mod ratio_bound;
mod same_values;
mod satisfaction;
mod satisfaction_conflict;
mod satisfaction_misplaced;
mod satisfaction_vague;
mod score_as_value;
mod score_over_actual;
mod score_sum;
mod score_without_reason;
mod spent_over_executed;
mod target_changed;
mod text_for_number;
mod unassessed;
mod unchanged_text;
mod unit_cost_jump;
mod unit_misfit;
mod vague_value;
mod weight_sum;

pub use change::Change;
pub use finding::{Finding, Lack, Notes, Place, Recorded, Report, Unchecked, Waiver};
pub use subject::{Evaluated, Subject};

/// A check: its id, which never changes, and what it does.
#[derive(Debug)]
pub struct Check {
    /// The stable id that people write in queries, waivers and minutes.
    pub id: &'static str,
    test: Test,
}

#[derive(Debug)]
enum Test {
    Target(fn(&Subject<'_>, &mut Notes)),
    Evaluation(fn(&Evaluated<'_>, &mut Notes)),
}

impl Check {
    const fn of_target(id: &'static str, test: fn(&Subject<'_>, &mut Notes)) -> Self {
        Self { id, test: Test::Target(test) }
    }

    const fn of_evaluation(id: &'static str, test: fn(&Evaluated<'_>, &mut Notes)) -> Self {
        Self { id, test: Test::Evaluation(test) }
    }

    /// Whether it is about evaluations, not targets.
    pub const fn is_of_evaluation(&self) -> bool {
        matches!(self.test, Test::Evaluation(_))
    }
}

/// All checks, in the order in which they are listed.
pub const CHECKS: &[Check] = &[
    blank::CHECK,
    score_as_value::CHECK,
    vague_value::CHECK,
    rate_as_quantity::CHECK,
    money_as_quantity::CHECK,
    no_output::CHECK,
    no_benefit::CHECK,
    no_satisfaction::CHECK,
    no_cost::CHECK,
    cost_unquantified::CHECK,
    cost_sign::CHECK,
    cost_over_budget::CHECK,
    cost_sum::CHECK,
    execution_as_indicator::CHECK,
    ratio_bound::CHECK,
    unit_misfit::CHECK,
    number_in_name::CHECK,
    satisfaction_misplaced::CHECK,
    satisfaction_conflict::CHECK,
    satisfaction_vague::CHECK,
    same_values::CHECK,
    duplicate_indicator::CHECK,
    copied_block::CHECK,
    objective_uncovered::CHECK,
    indicator_orphan::CHECK,
    below_prior::CHECK,
    far_above_prior::CHECK,
    unit_cost_jump::CHECK,
    period_mix::CHECK,
    money_unit_mix::CHECK,
    date_past_end::CHECK,
    weight_sum::CHECK,
    mixed_signs::CHECK,
    level_mismatch::CHECK,
    mixed_generations::CHECK,
    mostly_qualitative::CHECK,
    unchanged_text::CHECK,
    unassessed::CHECK,
    score_without_reason::CHECK,
    score_over_actual::CHECK,
    low_without_reason::CHECK,
    spent_over_executed::CHECK,
    text_for_number::CHECK,
    score_sum::CHECK,
    target_changed::CHECK,
];

/// The checks of targets that a query can name: id, and short name in the user's language.
pub fn names() -> Vec<(&'static str, String)> {
    let of_targets = CHECKS.iter().filter(|check| !check.is_of_evaluation());
    of_targets.map(|check| (check.id, sentence::name(check.id))).collect()
}

/// Makes all checks of targets.
pub fn target(subject: &Subject<'_>) -> Report {
    let words = |place| subject.words(place);
    let made = CHECKS.iter().filter_map(|check| match check.test {
        Test::Target(test) => {
            let mut notes = Notes::new(check.id, rule::severity(check.id));
            test(subject, &mut notes);
            Some(notes.finish(&words))
        }
        Test::Evaluation(_) => None,
    });
    gathered(made)
}

/// The checks that look at links.
const OF_LINKS: [&str; 2] = [objective_uncovered::CHECK.id, indicator_orphan::CHECK.id];

/// What all checks say of a target, given what they said of the same form before its links changed: only those that look at links are made again.
pub fn relinked(subject: &Subject<'_>, before: &Report) -> Report {
    let words = |place| subject.words(place);
    let made = CHECKS.iter().filter_map(|check| match check.test {
        Test::Target(test) if OF_LINKS.contains(&check.id) => {
            let mut notes = Notes::new(check.id, rule::severity(check.id));
            test(subject, &mut notes);
            Some(notes.finish(&words))
        }
        _ => None,
    });
    gathered(std::iter::once(before.without(&OF_LINKS)).chain(made))
}

/// Makes all checks of evaluations.
pub fn evaluation(subject: &Evaluated<'_>) -> Report {
    let words = |place| subject.words(place);
    let made = CHECKS.iter().filter_map(|check| match check.test {
        Test::Evaluation(test) => {
            let mut notes = Notes::new(check.id, rule::severity(check.id));
            test(subject, &mut notes);
            Some(notes.finish(&words))
        }
        Test::Target(_) => None,
    });
    gathered(made)
}

fn gathered(reports: impl Iterator<Item = Report>) -> Report {
    let mut all = Report::default();
    for report in reports {
        all.findings.extend(report.findings);
        all.unchecked.extend(report.unchecked);
    }
    all.put_in_order();
    all
}

/// The place of a check in the list; checks that this program does not know come last.
fn rank(id: &str) -> usize {
    CHECKS.iter().position(|check| check.id == id).unwrap_or(CHECKS.len())
}

#[cfg(test)]
mod tests;
