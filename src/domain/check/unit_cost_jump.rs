//! `unit-cost-jump`: the amount by unit of output is several times what it was, or a fraction of it. Said once, of the first output.

use rust_decimal::Decimal;

use super::prior_year::{earlier, year};
use super::reading::{First, Second};
use super::{Check, Lack, Notes, Subject, rule};
use crate::domain::evaluation::Evaluation;
use crate::domain::money::Money;
use crate::domain::prior::{Quantity, reached};

pub(super) const CHECK: Check = Check::of_target("unit-cost-jump", run);

/// What the work of a year cost: what was executed, or the budget where most of it was not paid yet though the work is told.
fn spent(evaluation: &Evaluation) -> Option<Money> {
    let paid = |executed: &Money| evaluation.budget.is_none_or(|budget| executed.0.saturating_mul(2) >= budget.0);
    evaluation.executed.filter(paid).or(evaluation.budget).or(evaluation.executed)
}

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let outputs = earlier(subject, notes).into_iter().filter(|(one, ..)| {
        one.second == Second::Quantity && matches!(one.first, First::Output | First::Other) && !one.in_money()
    });
    for (one, before, evaluation) in outputs.filter(|(one, ..)| !one.is_percentage()) {
        let (Some(now), Some(then)) = (Quantity::of(&one.measure), reached(before)) else { continue };
        let (Some(amount), Some(spent)) = (subject.amount, spent(evaluation)) else {
            notes.cannot(Lack::Amount);
            continue;
        };
        let by_unit = |money: i64, number: Decimal| Decimal::from(money).checked_div(number);
        let (Some(now_cost), Some(then_cost)) = (by_unit(amount.0, now.number), by_unit(spent.0, then.number)) else {
            continue;
        };
        let Some(factor) = now_cost.checked_div(then_cost).filter(|_| now.compares(&then) && then_cost > Decimal::ZERO)
        else {
            continue;
        };
        let limit = rule::limit("unit-cost-jump");
        if factor > limit || factor * limit < Decimal::ONE {
            let found = notes.at(one.at(), one.of.measure_text());
            found.slot("year", year(evaluation)).slot("actual", before.actual.as_deref().unwrap_or_default());
            found.slot("amount", amount.wan()).slot("spent", spent.wan());
            found.slot("factor", factor.round_dp(1).normalize().to_string());
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::evaluation::EvaluationKind;
    use crate::domain::target::{ProjectName, UnitName};

    #[test]
    fn work_that_was_not_paid_yet_cost_its_budget() {
        let of = |budget: Option<i64>, executed: Option<i64>| {
            let (unit, project) = (UnitName::default(), ProjectName { code: None, name: "猪舍".to_owned() });
            let (budget, executed) = (budget.map(Money), executed.map(Money));
            let kind = EvaluationKind::Own;
            spent(&Evaluation {
                unit,
                project,
                year: None,
                kind,
                budget,
                executed,
                score: None,
                indicators: Vec::new(),
            })
        };
        assert_eq!(of(Some(50), Some(10)), Some(Money(50)));
        assert_eq!(of(Some(50), Some(40)), Some(Money(40)));
        assert_eq!(of(None, Some(10)), Some(Money(10)));
        assert_eq!(of(Some(50), None), Some(Money(50)));
        assert_eq!(of(None, None), None);
    }
}
