//! A self-evaluation or re-evaluation made of what was reached: the approved target's values, weights by the rule, scores by the rule or
//! with a reason, and the total with its grade (财预〔2020〕10号).
//!
//! Owns what is wrong with what somebody reports, each fault with its place. Knows nothing of who may report when.

use rust_decimal::{Decimal, RoundingStrategy};

use super::rule;
use crate::domain::evaluation::EvaluationIndicator;
use crate::domain::grade::Grade;
use crate::domain::measure::{Measure, says_nothing};
use crate::domain::money::Money;
use crate::domain::prior::Quantity;
use crate::domain::score::{self, Share};
use crate::domain::target::Indicator;

/// What was reached of an indicator, as somebody reports it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Achieved {
    /// 实际完成值, as written.
    pub actual: String,
    /// The score (points), where it is not left to the rule.
    pub score: Option<Decimal>,
    /// 偏差原因; required where the score is not the rule's.
    pub reason: String,
}

/// The money of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Funds {
    /// 全年预算数.
    pub budget: Option<Money>,
    /// 全年执行数.
    pub executed: Option<Money>,
}

/// Where something is wrong with what is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The whole year's budget.
    Budget,
    /// What was executed.
    Executed,
    /// The actual value of an indicator, from 0.
    Actual(usize),
    /// The score of an indicator, from 0.
    Score(usize),
    /// The reason of an indicator, from 0.
    Reason(usize),
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is stated.
    Blank,
    /// More was executed than there was: the two amounts.
    OverBudget(Money, Money),
    /// A negative amount.
    Negative,
    /// A text where the target is a number: the target's value.
    TextForNumber(String),
    /// Another unit than the target's: the stated one and the target's.
    OtherUnit(String, String),
    /// The score lies outside the indicator's points.
    OutsidePoints(Decimal),
    /// The rule gives no score for such a value, and none is stated.
    NoScore,
    /// The score is not the rule's, and no reason is given: the rule's least and most points.
    NoReason(Decimal, Decimal),
    /// Not as many values as the target has indicators.
    Count(usize),
}

/// What the rule says of an indicator for what was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The indicator's points.
    pub weight: Decimal,
    /// The least and most points that the rule gives; none where it cannot tell.
    pub band: Option<(Decimal, Decimal)>,
    /// The points that stand unless somebody says otherwise.
    pub suggested: Option<Decimal>,
}

/// An approved indicator with what was reached of it, as an evaluation states it.
pub fn evaluated(indicator: &Indicator, actual: &str) -> EvaluationIndicator {
    EvaluationIndicator {
        l1: indicator.l1.clone(),
        l2: indicator.l2.clone(),
        l3: indicator.l3.clone(),
        sign: indicator.sign,
        target: indicator.value.clone(),
        unit: indicator.unit.clone(),
        actual: Some(actual.trim().to_owned()),
        weight: None,
        score: None,
        reason: None,
    }
}

/// The points of each indicator: the target's own where they are whole (90, or 100 without points for execution), else by the rule:
/// each level's points in even parts, the points of missing levels shared out in proportion.
pub fn weights(indicators: &[Indicator]) -> Vec<Decimal> {
    let own: Option<Vec<Decimal>> = indicators.iter().map(|one| score::points(one.weight.as_deref())).collect();
    let whole = [Decimal::ONE_HUNDRED, Decimal::ONE_HUNDRED - rule::execution_points()];
    match own {
        Some(own) if whole.contains(&own.iter().sum()) => own,
        _ => by_rule(indicators),
    }
}

/// The points for budget execution beside such weights.
pub fn execution_weight(weights: &[Decimal]) -> Decimal {
    (Decimal::ONE_HUNDRED - weights.iter().sum::<Decimal>()).max(Decimal::ZERO)
}

fn by_rule(indicators: &[Indicator]) -> Vec<Decimal> {
    let all: Vec<(&[String], Decimal)> = rule::levels().collect();
    let level = |one: &Indicator| {
        let named = |names: &[String]| one.l1.as_ref().is_some_and(|l1| names.contains(l1));
        all.iter().position(|(names, _)| named(names)).unwrap_or(0)
    };
    let places: Vec<usize> = indicators.iter().map(level).collect();
    let count = |place: usize| places.iter().filter(|other| **other == place).count();
    let used: Decimal =
        all.iter().enumerate().filter(|(place, _)| count(*place) > 0).map(|(_, (_, points))| points).sum();
    let whole = Decimal::ONE_HUNDRED - rule::execution_points();
    let mut out = vec![Decimal::ZERO; indicators.len()];
    if used.is_zero() {
        return out;
    }
    for (place, one) in places.iter().enumerate() {
        out[place] = round(all[*one].1 * whole / used / Decimal::from(count(*one)), 1);
    }
    // What rounding left over goes to the last one, so that the sum is whole.
    let sum: Decimal = out.iter().sum();
    if let Some(last) = out.last_mut() {
        *last += whole - sum;
    }
    out
}

/// What the rule says of each indicator for its actual value.
pub fn marks(indicators: &[Indicator], actuals: &[&str]) -> Vec<Mark> {
    let weights = weights(indicators);
    let one = |((indicator, actual), weight): ((&Indicator, &&str), Decimal)| {
        let share = if says_nothing(actual) { None } else { score::share(&evaluated(indicator, actual)) };
        let band = share.map(|share| (round(weight * share.least, 2), round(weight * share.most, 2)));
        Mark { weight, band, suggested: share.map(|share| suggested(weight, share)) }
    };
    indicators.iter().zip(actuals).zip(weights).map(one).collect()
}

/// Of a band the best that was met, and the middle of what was met in part or not at all.
fn suggested(weight: Decimal, share: Share) -> Decimal {
    let met = share.most == Decimal::ONE;
    let share = if met { share.most } else { (share.least + share.most) / Decimal::TWO };
    round(weight * share, 2)
}

/// The points for budget execution: its rate of the points that it has; none where it cannot be told.
pub fn execution_score(funds: Funds, weight: Decimal) -> Option<Decimal> {
    if weight.is_zero() {
        return Some(Decimal::ZERO);
    }
    score::execution(funds.budget, funds.executed).map(|points| round(points * weight / score::EXECUTION, 2))
}

/// An evaluation's indicators with their scores, its total and the grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appraisal {
    /// The indicators in the target's order.
    pub indicators: Vec<EvaluationIndicator>,
    /// The points for budget execution.
    pub execution: Decimal,
    /// The total of 100 points.
    pub total: Decimal,
    /// Its grade.
    pub grade: Grade,
}

/// Makes an evaluation of what is reported.
///
/// # Errors
/// The first fault and its place; the indicators' faults before the money's only where they come first on the form: money first.
pub fn appraise(indicators: &[Indicator], funds: Funds, all: &[Achieved]) -> Result<Appraisal, (Spot, Fault)> {
    check_funds(funds)?;
    if all.len() != indicators.len() {
        return Err((Spot::Actual(all.len().min(indicators.len())), Fault::Count(indicators.len())));
    }
    let actuals: Vec<&str> = all.iter().map(|one| one.actual.as_str()).collect();
    let marks = marks(indicators, &actuals);
    let mut out = Vec::with_capacity(all.len());
    let mut total = Decimal::ZERO;
    for (place, ((indicator, one), mark)) in indicators.iter().zip(all).zip(&marks).enumerate() {
        check_actual(indicator, &one.actual).map_err(|fault| (Spot::Actual(place), fault))?;
        let score = scored(one, mark, place)?;
        total += score;
        let reason = one.reason.trim();
        out.push(EvaluationIndicator {
            weight: Some(mark.weight.normalize().to_string()),
            score: Some(score.normalize().to_string()),
            reason: Some(reason.to_owned()).filter(|reason| !reason.is_empty()),
            ..evaluated(indicator, &one.actual)
        });
    }
    let weights: Vec<Decimal> = marks.iter().map(|mark| mark.weight).collect();
    let execution = execution_score(funds, execution_weight(&weights)).ok_or((Spot::Budget, Fault::Blank))?;
    let total = total + execution;
    Ok(Appraisal { indicators: out, execution, total, grade: rule::grade(total) })
}

/// What is wrong with the money.
///
/// # Errors
/// The fault and its place.
pub fn check_funds(funds: Funds) -> Result<(), (Spot, Fault)> {
    let budget = funds.budget.filter(|budget| budget.0 > 0).ok_or((Spot::Budget, Fault::Blank))?;
    let executed = funds.executed.ok_or((Spot::Executed, Fault::Blank))?;
    if executed.0 < 0 {
        return Err((Spot::Executed, Fault::Negative));
    }
    if executed > budget {
        return Err((Spot::Executed, Fault::OverBudget(executed, budget)));
    }
    Ok(())
}

/// What is wrong with a value that was reached: nothing stated, a text for a number, another unit than the target's.
///
/// # Errors
/// The fault.
pub fn check_actual(indicator: &Indicator, actual: &str) -> Result<(), Fault> {
    if says_nothing(actual) {
        return Err(Fault::Blank);
    }
    let one = evaluated(indicator, actual);
    if score::is_text_for_number(&one) {
        return Err(Fault::TextForNumber(indicator.measure_text()));
    }
    let stated = Measure::read(actual);
    let unit = stated.unit.clone().unwrap_or_default();
    let (Some(asked), Some(reached)) = (Quantity::of(&score::target(&one)), Quantity::of(&stated)) else {
        return Ok(());
    };
    if !unit.is_empty() && !asked.compares(&reached) {
        return Err(Fault::OtherUnit(unit, indicator.unit.clone().unwrap_or_default()));
    }
    Ok(())
}

fn scored(one: &Achieved, mark: &Mark, place: usize) -> Result<Decimal, (Spot, Fault)> {
    let Some(score) = one.score.or(mark.suggested) else { return Err((Spot::Score(place), Fault::NoScore)) };
    if score < Decimal::ZERO || score > mark.weight {
        return Err((Spot::Score(place), Fault::OutsidePoints(mark.weight)));
    }
    if let Some((least, most)) = mark.band {
        let tolerance = rule::tolerance();
        let fits = score >= least - tolerance && score <= most + tolerance;
        if !fits && says_nothing(&one.reason) {
            return Err((Spot::Reason(place), Fault::NoReason(least, most)));
        }
    }
    Ok(score)
}

fn round(number: Decimal, places: u32) -> Decimal {
    number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::measure::Sign;

    fn indicator(l1: &str, name: &str, sign: Sign, value: &str, unit: &str, weight: &str) -> Indicator {
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Indicator {
            l1: text(l1),
            l2: None,
            l3: text(name),
            sign: Some(sign),
            value: text(value),
            unit: text(unit),
            weight: text(weight),
            raw: String::new(),
        }
    }

    fn points(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn target(weighted: bool) -> Vec<Indicator> {
        let weight = |weight: &'static str| if weighted { weight } else { "" };
        vec![
            indicator("产出指标", "培训人数", Sign::AtLeast, "200", "人", weight("30")),
            indicator("成本指标", "培训成本", Sign::AtMost, "50", "元/人", weight("20")),
            indicator("效益指标", "带动就业", Sign::Qualitative, "有效带动", "", weight("30")),
            indicator("满意度指标", "学员满意度", Sign::AtLeast, "90", "%", weight("10")),
        ]
    }

    fn funds(budget: i64, executed: i64) -> Funds {
        Funds { budget: Some(Money(budget)), executed: Some(Money(executed)) }
    }

    fn achieved(actuals: [&str; 4]) -> Vec<Achieved> {
        actuals.map(|actual| Achieved { actual: actual.to_owned(), ..Achieved::default() }).to_vec()
    }

    #[test]
    fn scores_follow_the_rule_and_sum_to_the_total_with_its_grade() {
        let made = appraise(&target(true), funds(1000, 950), &achieved(["150", "60", "达成预期指标", "95"])).unwrap();
        let scores: Vec<_> = made.indicators.iter().map(|one| one.score.clone().unwrap()).collect();
        assert_eq!(scores, ["22.5", "16.67", "30", "10"], "positive, reverse, in words, capped");
        assert_eq!((made.execution, made.total), (points("9.5"), points("88.67")));
        assert_eq!(made.grade, Grade::Good);
    }

    #[test]
    fn weights_of_the_rule_stand_where_the_target_has_none() {
        assert_eq!(weights(&target(false)), [points("25"), points("25"), points("30"), points("10")]);
        let no_satisfaction = &target(false)[..3];
        let weights = weights(no_satisfaction);
        assert_eq!(weights.iter().sum::<Decimal>(), Decimal::from(90), "{weights:?}");
        assert_eq!(execution_weight(&weights), Decimal::TEN);
    }

    #[test]
    fn each_fault_has_its_place() {
        let fault = |funds, actuals| appraise(&target(true), funds, &achieved(actuals)).unwrap_err();
        let good = ["200", "50", "有效带动", "90%"];
        assert_eq!(fault(funds(100, 101), good), (Spot::Executed, Fault::OverBudget(Money(101), Money(100))));
        assert_eq!(fault(funds(0, 0), good), (Spot::Budget, Fault::Blank));
        let ok = funds(100, 90);
        assert_eq!(fault(ok, ["完成", "50", "有效带动", "90"]).0, Spot::Actual(0));
        assert!(matches!(fault(ok, ["完成", "50", "有效带动", "90"]).1, Fault::TextForNumber(_)));
        assert_eq!(
            fault(ok, ["200户", "50", "有效带动", "90"]),
            (Spot::Actual(0), Fault::OtherUnit("户".to_owned(), "人".to_owned()))
        );
        assert_eq!(fault(ok, ["200", "", "有效带动", "90"]), (Spot::Actual(1), Fault::Blank));
        assert_eq!(fault(ok, ["200", "50", "就业人数略有增加", "90"]), (Spot::Score(2), Fault::NoScore));
    }

    #[test]
    fn a_score_beside_the_rule_needs_a_reason_and_stays_within_its_points() {
        let with = |score: &str, reason: &str| {
            let mut all = achieved(["150", "50", "有效带动", "90"]);
            (all[0].score, all[0].reason) = (Some(points(score)), reason.to_owned());
            appraise(&target(true), funds(100, 100), &all)
        };
        assert_eq!(with("25", "").unwrap_err(), (Spot::Reason(0), Fault::NoReason(points("22.5"), points("22.5"))));
        assert_eq!(with("31", "多").unwrap_err(), (Spot::Score(0), Fault::OutsidePoints(points("30"))));
        assert_eq!(with("25", "停课一个月").unwrap().total, points("95"));
        assert!(with("22.5", "").is_ok(), "the rule's own score needs none");
    }
}
