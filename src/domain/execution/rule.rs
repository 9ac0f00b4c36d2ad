//! The rules of monitoring and evaluation as data (`data/procedure/execution.toml`): weights, grades, periods, lights, each with its source.
//!
//! Owns reading the file, and which period of monitoring a target has.

use std::sync::LazyLock;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::domain::bilingual::Bilingual;
use crate::domain::calendar::add_working_days;
use crate::domain::grade::{Grade, ScoreRule};

/// The form of monitoring; each period's is told apart by its id.
pub const MONITOR: &str = "monitor";

const FILE: &str = include_str!("../../../data/procedure/execution.toml");

/// The rules, read once. The file is compiled in and tested.
static RULES: LazyLock<Rules> = LazyLock::new(read);

fn read() -> Rules {
    let mut rules: Rules = toml::from_str(FILE).unwrap_or_default();
    for period in rules.plan.iter_mut().flat_map(|plan| &mut plan.period) {
        period.form = format!("{MONITOR}-{}", period.id);
    }
    rules
}

/// Points for budget execution where the indicators' weights sum to 90.
pub fn execution_points() -> Decimal {
    RULES.weights.execution
}

/// The levels among which the points of a whole form are shared out, with their points; levels are known by their long names.
pub fn levels() -> impl Iterator<Item = (&'static [String], Decimal)> {
    RULES.weights.level.iter().map(|level| (level.names.as_slice(), level.points))
}

/// The grade of a total (points of 100).
pub fn grade(total: Decimal) -> Grade {
    ScoreRule { thresholds: RULES.grades.thresholds }.of_total(total)
}

/// The least totals of 优, 良 and 中.
pub fn thresholds() -> [Decimal; 3] {
    RULES.grades.thresholds
}

/// How far a score may depart from the rule's without a reason (points).
pub fn tolerance() -> Decimal {
    RULES.r#override.tolerance
}

/// The last day of self-evaluation when final accounts were approved on a day.
pub fn evaluation_due(approved: Date) -> Date {
    add_working_days(approved, RULES.due.evaluation)
}

/// Whether an indicator's name says a number that stands at a moment (在职人数), and does not grow with the months.
pub fn stands(name: &str) -> bool {
    RULES.lights.standing.iter().any(|word| name.contains(word.as_str()))
}

/// The bounds of the lights in percent: below the first red, below the second yellow, from the third on blue.
pub fn lights() -> [Decimal; 3] {
    [RULES.lights.red, RULES.lights.yellow, RULES.lights.blue]
}

/// The least rate of budget execution (percent) that is due by a month; none before the first bound.
pub fn execution_least(month: i8) -> Option<Decimal> {
    RULES.lights.execution.iter().rev().find(|bound| bound.month <= month).map(|bound| bound.least)
}

/// A section of the rules that names its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Grades of a total.
    Grades,
    /// Weights and scores.
    Weights,
    /// Scores that depart from the rule's.
    Override,
    /// Last days.
    Due,
    /// Lights of monitoring.
    Lights,
}

/// Where a section of the rules comes from, in the user's language.
pub fn source(section: Section) -> &'static str {
    let id = match section {
        Section::Grades => &RULES.grades.source,
        Section::Weights => &RULES.weights.source,
        Section::Override => &RULES.r#override.source,
        Section::Due => &RULES.due.source,
        Section::Lights => &RULES.lights.source,
    };
    RULES.sources.get(id).map_or("", Bilingual::local)
}

/// A period of monitoring.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// Its stable id.
    pub id: String,
    name: String,
    name_en: String,
    /// The month at whose end it is cut off, 1–12.
    pub month: i8,
    /// The id of its form, under which unsent text is kept.
    #[serde(skip)]
    pub form: String,
}

impl Period {
    /// Its name in the user's language.
    pub fn name(&self) -> &str {
        if rust_i18n::locale().starts_with("en") { &self.name_en } else { &self.name }
    }

    /// The last day of the period in a year; it is filled in from that day on.
    pub fn end(&self, year: i32) -> Date {
        let year = i16::try_from(year).unwrap_or(i16::MAX);
        Date::new(year, self.month, 1).map_or(Date::MAX, Date::last_of_month)
    }

    /// The last day to fill it in for a year.
    pub fn due(&self, year: i32) -> Date {
        add_working_days(self.end(year), RULES.due.monitoring)
    }
}

/// The periods in which a project is monitored, in their order: by words of its name, else the usual ones.
pub fn periods(project: &str) -> &'static [Period] {
    let fits = |plan: &&Plan| plan.words.is_empty() || plan.words.iter().any(|word| project.contains(word.as_str()));
    RULES.plan.iter().find(fits).map_or(&[], |plan| plan.period.as_slice())
}

/// Where the plan of a project's periods comes from, in the user's language.
pub fn period_source(project: &str) -> &'static str {
    let fits = |plan: &&Plan| plan.words.is_empty() || plan.words.iter().any(|word| project.contains(word.as_str()));
    let source = RULES.plan.iter().find(fits).and_then(|plan| RULES.sources.get(&plan.source));
    source.map_or("", Bilingual::local)
}

/// All periods of all plans.
pub fn all_periods() -> impl Iterator<Item = &'static Period> {
    RULES.plan.iter().flat_map(|plan| &plan.period)
}

/// A period by its id or name.
pub fn period(text: &str) -> Option<&'static Period> {
    let text = text.trim();
    all_periods().find(|period| [&period.id, &period.name, &period.name_en].iter().any(|name| *name == text))
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    sources: std::collections::BTreeMap<String, Bilingual>,
    grades: Grades,
    weights: Weights,
    r#override: Override,
    due: Due,
    lights: Lights,
    plan: Vec<Plan>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Grades {
    source: String,
    thresholds: [Decimal; 3],
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Weights {
    source: String,
    execution: Decimal,
    level: Vec<Level>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Level {
    names: Vec<String>,
    points: Decimal,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Override {
    source: String,
    tolerance: Decimal,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Due {
    source: String,
    evaluation: u32,
    monitoring: u32,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lights {
    source: String,
    red: Decimal,
    yellow: Decimal,
    blue: Decimal,
    standing: Vec<String>,
    execution: Vec<Bound>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bound {
    month: i8,
    least: Decimal,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    source: String,
    words: Vec<String>,
    period: Vec<Period>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_file_is_whole_and_every_rule_has_its_source() {
        let rules: Rules = toml::from_str(FILE).unwrap();
        let used = [
            &rules.grades.source,
            &rules.weights.source,
            &rules.lights.source,
            &rules.due.source,
            &rules.r#override.source,
        ];
        for source in used.into_iter().chain(rules.plan.iter().map(|plan| &plan.source)) {
            assert!(rules.sources.contains_key(source), "{source}");
        }
        let points: Decimal = rules.weights.level.iter().map(|level| level.points).sum();
        assert_eq!(points + rules.weights.execution, Decimal::ONE_HUNDRED);
        assert!(rules.plan.last().unwrap().words.is_empty(), "some plan fits every project");
        let mut ids: Vec<_> = all_periods().map(|period| &period.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all_periods().count());
    }

    #[test]
    fn poverty_funds_are_monitored_by_quarters_and_others_once() {
        assert_eq!(periods("财政专项扶贫资金产业发展项目").len(), 4);
        let usual = periods("农村公路养护");
        assert_eq!(usual.len(), 1);
        assert_eq!((usual[0].end(2021), usual[0].due(2021)), (date(2021, 7, 31), date(2021, 8, 13)));
    }

    #[test]
    fn the_rate_due_is_that_of_the_last_bound() {
        assert_eq!(execution_least(3), None);
        assert_eq!(execution_least(7), Some(Decimal::from(40)));
        assert_eq!(execution_least(12), Some(Decimal::from(80)));
    }
}
