//! Monitoring (绩效运行监控): what was reached so far of each indicator and of the money, what is expected, and the light that the rule gives.
//!
//! Owns the shapes as they are filled in, the rule of the lights, and what is wrong or missing in a form. The bounds are `rule`'s.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::appraisal::{self, Fault, Funds, Spot};
use super::rule::{self, Period};
use crate::domain::measure::{says_nothing, squeeze};
use crate::domain::money::Money;
use crate::domain::prior::{Direction, Quantity, reached};
use crate::domain::score;
use crate::domain::target::{Indicator, Submission};

/// How likely the year's value is to be reached (完成目标可能性).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Likelihood {
    /// 确定能.
    #[default]
    Certain,
    /// 有可能.
    Possible,
    /// 完全不可能.
    Impossible,
}

impl Likelihood {
    /// All of them, the best first.
    pub const ALL: [Self; 3] = [Self::Certain, Self::Possible, Self::Impossible];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Possible => "possible",
            Self::Impossible => "impossible",
        }
    }

    /// The field's word, as it stands in forms.
    pub const fn term(self) -> &'static str {
        match self {
            Self::Certain => "确定能",
            Self::Possible => "有可能",
            Self::Impossible => "完全不可能",
        }
    }

    /// The likelihood that a text names, by id or word.
    pub fn of_text(text: &str) -> Option<Self> {
        let text = squeeze(text);
        let known = Self::ALL.into_iter().find(|one| one.id() == text || one.term() == text);
        known
            .or_else(|| (text == "不可能").then_some(Self::Impossible))
            .or_else(|| (text == "能").then_some(Self::Certain))
    }
}

/// What kind of reason a deviation has (偏差原因).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cause {
    /// 经费保障.
    Money,
    /// 制度保障.
    Rules,
    /// 人员保障.
    Staff,
    /// 硬件条件保障.
    Means,
    /// 其他.
    Other,
}

impl Cause {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Money, Self::Rules, Self::Staff, Self::Means, Self::Other];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Rules => "rules",
            Self::Staff => "staff",
            Self::Means => "means",
            Self::Other => "other",
        }
    }

    /// The field's word, as it stands in forms.
    pub const fn term(self) -> &'static str {
        match self {
            Self::Money => "经费保障",
            Self::Rules => "制度保障",
            Self::Staff => "人员保障",
            Self::Means => "硬件条件保障",
            Self::Other => "其他",
        }
    }

    /// The cause that a text names, by id or word.
    pub fn of_text(text: &str) -> Option<Self> {
        let text = squeeze(text);
        Self::ALL.into_iter().find(|one| one.id() == text || one.term() == text)
    }
}

/// How far an indicator is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Progress {
    /// What was reached so far, as written; blank when it was left so.
    pub value: String,
    /// What is expected by the year's end, as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub expected: String,
    /// How likely the target value is.
    #[serde(default)]
    pub likelihood: Likelihood,
    /// The kind of reason of a deviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// The reason in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A form of monitoring as it is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Monitoring {
    /// The period's id.
    pub period: String,
    /// 全年预算数.
    pub budget: Option<Money>,
    /// What was executed until the period's end.
    pub executed: Option<Money>,
    /// What is expected to be executed in the whole year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Money>,
    /// The indicators in the approved target's order.
    pub indicators: Vec<Progress>,
}

/// A light (信号), from good to bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Light {
    /// 绿: on its way.
    Green,
    /// 蓝: far beyond what the time asks for; the target may be too low.
    Blue,
    /// 黄: behind.
    Yellow,
    /// 红: far behind.
    Red,
}

impl Light {
    /// All of them, the worst first.
    pub const WORST_FIRST: [Self; 4] = [Self::Red, Self::Yellow, Self::Blue, Self::Green];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Yellow => "yellow",
            Self::Red => "red",
        }
    }

    /// The light with an id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::WORST_FIRST.into_iter().find(|light| light.id() == id)
    }
}

/// A light with what it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lit {
    /// The light.
    pub light: Light,
    /// What the time asks for; none where the rule does not go by it.
    pub standard: Option<Decimal>,
    /// The value against it, in percent.
    pub percent: Option<Decimal>,
}

/// The light of an indicator at the end of a month: value ÷ standard for what grows with time, value ÷ target for rates, prices and what stands at a
/// moment, the ceiling for what should be little; whoever says that the target cannot be reached makes it red. None where nothing is filled in.
pub fn light(indicator: &Indicator, progress: &Progress, month: i8) -> Option<Lit> {
    if says_nothing(&progress.value) {
        return None;
    }
    let mut lit = by_number(indicator, &progress.value, month).unwrap_or_else(|| in_words(progress.likelihood));
    if progress.likelihood == Likelihood::Impossible {
        lit.light = Light::Red;
    }
    Some(lit)
}

fn by_number(indicator: &Indicator, value: &str, month: i8) -> Option<Lit> {
    let one = appraisal::evaluated(indicator, value);
    let asked = score::target(&one);
    let (target, actual) = (Quantity::of(&asked)?, reached(&one)?);
    if !target.compares(&actual) {
        return None;
    }
    let direction = score::direction_under(asked.sign, &one)?;
    let grows = direction == Direction::More && !is_rate(&target.kind) && !rule::stands(indicator.name());
    let standard = if grows { target.number * Decimal::from(month) / Decimal::from(12) } else { target.number };
    let share = match direction {
        Direction::More => actual.number.checked_div(standard).unwrap_or(Decimal::ONE),
        Direction::Less if actual.number <= standard => Decimal::ONE,
        Direction::Less => standard.checked_div(actual.number).unwrap_or(Decimal::ONE),
    };
    let percent = share * Decimal::ONE_HUNDRED;
    // People read the standard in the unit that the target is written in.
    let own = asked.value.number().unwrap_or(target.number);
    let shown = if grows { own * Decimal::from(month) / Decimal::from(12) } else { own };
    let light = match direction {
        // A ceiling that is broken is broken: it cannot be made good by time.
        Direction::Less if share < Decimal::ONE => Light::Red,
        _ => of_percent(percent, grows),
    };
    Some(Lit { light, standard: Some(shown.round_dp(2).normalize()), percent: Some(percent.round_dp(1).normalize()) })
}

fn of_percent(percent: Decimal, grows: bool) -> Light {
    let [red, yellow, blue] = rule::lights();
    if percent < red {
        Light::Red
    } else if percent < yellow {
        Light::Yellow
    } else if percent >= blue && grows {
        Light::Blue
    } else {
        Light::Green
    }
}

/// Whether a kind of quantity is a rate or a price, which does not grow with the months.
fn is_rate(kind: &str) -> bool {
    kind == "%" || kind.contains('/')
}

const fn in_words(likelihood: Likelihood) -> Lit {
    let light = match likelihood {
        Likelihood::Certain => Light::Green,
        Likelihood::Possible => Light::Yellow,
        Likelihood::Impossible => Light::Red,
    };
    Lit { light, standard: None, percent: None }
}

/// The rate of budget execution in percent; none where it cannot be told.
pub fn execution_rate(monitoring: &Monitoring) -> Option<Decimal> {
    let (executed, budget) = (monitoring.executed?, monitoring.budget?);
    let rate = Decimal::from(executed.0).checked_div(Decimal::from(budget.0))?;
    Some((rate * Decimal::ONE_HUNDRED).round_dp(1).normalize())
}

/// Whether less is executed than is due by a month.
pub fn is_slow(monitoring: &Monitoring, month: i8) -> bool {
    let rate = execution_rate(monitoring);
    rate.zip(rule::execution_least(month)).is_some_and(|(rate, least)| rate < least)
}

/// The light of a whole form: the worst of its indicators, and yellow at best where execution is slow.
pub fn whole(monitoring: &Monitoring, submission: &Submission, month: i8) -> Light {
    let lights = submission.indicators.iter().zip(&monitoring.indicators);
    let worst = lights.filter_map(|(indicator, progress)| light(indicator, progress, month)).map(|lit| lit.light).max();
    let slow = is_slow(monitoring, month).then_some(Light::Yellow);
    worst.max(slow).unwrap_or(Light::Yellow)
}

/// What hinders a form from being taken: money that cannot be, a text for a number, another unit. Blank values do not: they are warned of.
///
/// # Errors
/// The first fault and its place.
pub fn check(monitoring: &Monitoring, submission: &Submission) -> Result<(), (Spot, Fault)> {
    appraisal::check_funds(Funds { budget: monitoring.budget, executed: monitoring.executed })?;
    let count = submission.indicators.len();
    if monitoring.indicators.len() != count {
        return Err((Spot::Actual(monitoring.indicators.len().min(count)), Fault::Count(count)));
    }
    for (place, (indicator, progress)) in submission.indicators.iter().zip(&monitoring.indicators).enumerate() {
        for value in [&progress.value, &progress.expected].into_iter().filter(|value| !says_nothing(value)) {
            appraisal::check_actual(indicator, value).map_err(|fault| (Spot::Actual(place), fault))?;
        }
    }
    Ok(())
}

/// A kind of filling warning (填报预警).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WarningKind {
    /// Nothing was filled in until the last day.
    Missing,
    /// It was filled in after the last day.
    Late,
    /// Values are blank.
    Blank,
    /// An indicator is behind, and no reason is given.
    Reason,
}

impl WarningKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Missing, Self::Late, Self::Blank, Self::Reason];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Late => "late",
            Self::Blank => "blank",
            Self::Reason => "reason",
        }
    }

    /// The kind with an id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// What is bad in a form that can be taken: the kind with the places of its indicators, from 0.
pub fn bad_filling(monitoring: &Monitoring, submission: &Submission, period: &Period) -> Vec<(WarningKind, Vec<u32>)> {
    let places = |test: &dyn Fn(&Indicator, &Progress) -> bool| -> Vec<u32> {
        let all = submission.indicators.iter().zip(&monitoring.indicators);
        (0..).zip(all).filter(|(_, (indicator, progress))| test(indicator, progress)).map(|(place, _)| place).collect()
    };
    let blank = places(&|_, progress| says_nothing(&progress.value));
    let behind = |indicator: &Indicator, progress: &Progress| {
        light(indicator, progress, period.month).is_some_and(|lit| lit.light >= Light::Yellow)
    };
    let unexplained = places(&|indicator, progress| behind(indicator, progress) && says_nothing(&progress.reason));
    [(WarningKind::Blank, blank), (WarningKind::Reason, unexplained)]
        .into_iter()
        .filter(|(_, all)| !all.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::measure::Sign;

    fn indicator(sign: Sign, value: &str, unit: &str) -> Indicator {
        let text = |text: &str| Some(text.to_owned());
        Indicator { l3: text("指标"), sign: Some(sign), value: text(value), unit: text(unit), ..Indicator::default() }
    }

    fn lit(sign: Sign, value: &str, unit: &str, reached: &str) -> Lit {
        let progress = Progress { value: reached.to_owned(), ..Progress::default() };
        light(&indicator(sign, value, unit), &progress, 7).unwrap()
    }

    #[test]
    fn what_grows_is_measured_against_the_months_gone_by() {
        for (reached, expected) in
            [("34", Light::Red), ("35", Light::Yellow), ("50", Light::Green), ("70", Light::Blue)]
        {
            let lit = lit(Sign::AtLeast, "100", "场", reached);
            assert_eq!((lit.light, lit.standard), (expected, Some("58.33".parse().unwrap())), "{reached}");
        }
    }

    #[test]
    fn the_standard_is_told_in_the_unit_of_the_target() {
        let lit = lit(Sign::AtLeast, "1200", "公里", "700000米");
        assert_eq!((lit.standard, lit.light), (Some("700".parse().unwrap()), Light::Green));
    }

    #[test]
    fn rates_and_ceilings_do_not_grow() {
        assert_eq!(lit(Sign::AtLeast, "95", "%", "90%").light, Light::Green);
        assert_eq!(lit(Sign::AtLeast, "95", "%", "70").light, Light::Yellow);
        assert_eq!(lit(Sign::AtMost, "50", "元/人", "50").light, Light::Green);
        assert_eq!(lit(Sign::AtMost, "50", "元/人", "51").light, Light::Red);
    }

    #[test]
    fn what_stands_at_a_moment_does_not_grow() {
        let named = |name: &str| Indicator { l3: Some(name.to_owned()), ..indicator(Sign::Equal, "967", "人") };
        let progress = Progress { value: "900".to_owned(), ..Progress::default() };
        let percent = |name| light(&named(name), &progress, 7).and_then(|lit| lit.percent);
        assert_eq!(percent("在职教职工人数"), Some("93.1".parse().unwrap()));
        assert_eq!(percent("培训教职工人数"), Some("159.6".parse().unwrap()));
    }

    #[test]
    fn words_go_by_how_likely_it_is_and_the_impossible_is_red() {
        let said = |likelihood, value: &str| {
            let progress = Progress { value: value.to_owned(), likelihood, ..Progress::default() };
            light(&indicator(Sign::Qualitative, "健全", ""), &progress, 7).map(|lit| lit.light)
        };
        assert_eq!(said(Likelihood::Certain, "已印发"), Some(Light::Green));
        assert_eq!(said(Likelihood::Possible, "起草中"), Some(Light::Yellow));
        assert_eq!(said(Likelihood::Certain, " "), None);
        let progress = Progress { value: "70".to_owned(), likelihood: Likelihood::Impossible, ..Progress::default() };
        assert_eq!(light(&indicator(Sign::AtLeast, "100", "场"), &progress, 7).unwrap().light, Light::Red);
    }

    #[test]
    fn slow_execution_makes_the_whole_yellow() {
        let submission =
            Submission { indicators: vec![indicator(Sign::AtLeast, "100", "场")], ..Submission::default() };
        let progress = Progress { value: "60".to_owned(), ..Progress::default() };
        let filled = |executed| Monitoring {
            budget: Some(Money(100)),
            executed: Some(Money(executed)),
            indicators: vec![progress.clone()],
            ..Monitoring::default()
        };
        assert_eq!(whole(&filled(40), &submission, 7), Light::Green);
        assert_eq!(whole(&filled(39), &submission, 7), Light::Yellow, "40 % are due by June");
    }
}
