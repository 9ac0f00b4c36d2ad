//! The procedure: stages, roles, criteria, grade rules, and where each grade leads. Data, loaded and validated.
//!
//! Owns reading `data/procedure/*.toml`. Knows nothing of particular targets: `decide` walks them through.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::grade::{Grade, ScoreRule, ShareRule};
use super::people::Role;
use super::session::Share;
use super::target::State;

/// The county's procedure for reviewing targets.
const TARGET_REVIEW: &str = include_str!("../../data/procedure/target-review.toml");

/// A validated procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Procedure {
    /// Stable id.
    pub id: String,
    /// Name in both languages.
    pub name: Words,
    /// Returns allowed before the bureau rules.
    pub rounds: u32,
    /// Categories of targets, in the order shown.
    pub categories: Vec<String>,
    /// The criteria that each review grades, in the order shown.
    pub criteria: Vec<Criterion>,
    /// The stages in order; the last one decides.
    pub stages: Vec<Stage>,
    /// The general grade rule.
    pub general: ShareRule,
    /// The scored grade rule for key projects.
    pub scored: ScoreRule,
    /// How a joint session is held.
    pub session: SessionRule,
    /// The documents that the two rules come from: general, scored.
    pub sources: [String; 2],
    routes: Vec<Route>,
}

/// A name in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Chinese: the official term.
    pub zh: String,
    /// Chinese, short enough for a tab.
    pub short: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The name in the user's language.
    pub fn local(&self) -> &str {
        if is_chinese() { &self.zh } else { &self.en }
    }

    /// The name in the user's language, short enough for a tab.
    pub fn tab(&self) -> &str {
        if is_chinese() { &self.short } else { &self.en }
    }
}

fn is_chinese() -> bool {
    !rust_i18n::locale().starts_with("en")
}

/// A criterion (审核要点).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Words,
    /// Points under the scored rule.
    pub points: Decimal,
}

/// A stage (环节).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Words,
    /// Who acts.
    pub role: Role,
    /// Working days to act.
    pub days: u32,
    /// The stage where a target goes on after a return from here.
    pub resume: String,
    /// Whether this stage gives the grade that routes.
    pub decides: bool,
    /// Whether grades stay sealed until the reveal.
    pub sealed: bool,
}

/// How a joint session is held; this product's own rules.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionRule {
    /// The share of the entitled members that must be present.
    pub quorum: Share,
    /// The opinion under which the consent list passes; `{grade}` stands for the grade.
    pub consent_opinion: String,
    /// Whether the names of those who have sealed a ballot are shown before the reveal; otherwise only how many.
    pub names_voters: bool,
}

/// Where a grade of the deciding stage leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// The grade.
    pub grade: Grade,
    /// The state that it leads to.
    pub to: State,
    /// Working days that the unit has, where it has to act.
    pub days: Option<u32>,
}

/// What is wrong with a procedure's file, in words for whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadProcedure(pub String);

impl Procedure {
    /// The county's target review, compiled in.
    pub fn target_review() -> Result<Self, BadProcedure> {
        Self::from_toml(TARGET_REVIEW)
    }

    /// Reads and validates a procedure.
    pub fn from_toml(text: &str) -> Result<Self, BadProcedure> {
        let file: File = toml::from_str(text).map_err(|error| BadProcedure(error.to_string()))?;
        let procedure = file.into_procedure();
        procedure.validate()?;
        Ok(procedure)
    }

    /// The stage with an id.
    pub fn stage(&self, id: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == id)
    }

    /// The stage after one; `None` after the last.
    pub fn after(&self, id: &str) -> Option<&Stage> {
        let place = self.stages.iter().position(|stage| stage.id == id)?;
        self.stages.get(place + 1)
    }

    /// The first stage.
    pub fn first(&self) -> Option<&Stage> {
        self.stages.first()
    }

    /// The stage that decides.
    pub fn deciding(&self) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.decides)
    }

    /// Where a grade leads.
    pub fn route(&self, grade: Grade) -> Option<&Route> {
        self.routes.iter().find(|route| route.grade == grade)
    }

    fn validate(&self) -> Result<(), BadProcedure> {
        let fail = |words: String| Err(BadProcedure(words));
        if self.criteria.is_empty() {
            return fail("no [[criterion]]".to_owned());
        }
        let points: Decimal = self.criteria.iter().map(|criterion| criterion.points).sum();
        if points != Decimal::ONE_HUNDRED || self.criteria.iter().any(|criterion| criterion.points <= Decimal::ZERO) {
            return fail(format!("the points of the [[criterion]]s are {points} together instead of 100"));
        }
        if !self.stages.last().is_some_and(|stage| stage.decides)
            || self.stages.iter().filter(|s| s.decides).count() != 1
        {
            return fail("exactly the last [[stage]] must have decides = true".to_owned());
        }
        for (place, stage) in self.stages.iter().enumerate() {
            if self.stages[..place].iter().any(|other| other.id == stage.id) {
                return fail(format!("stage {} twice", stage.id));
            }
            if !self.stages[..=place].iter().any(|other| other.id == stage.resume) {
                return fail(format!("stage {}: resume = {} is no stage up to it", stage.id, stage.resume));
            }
        }
        for grade in Grade::ALL {
            let count = self.routes.iter().filter(|route| route.grade == grade).count();
            if count != 1 {
                return fail(format!("grade {grade}: {count} routes instead of one"));
            }
        }
        let Share(part, whole) = self.session.quorum;
        if part == 0 || part > whole {
            return fail(format!("[session] quorum = [{part}, {whole}] is no share"));
        }
        let endless =
            self.routes.iter().find(|route| matches!(route.to, State::Draft | State::Pending | State::Ruling));
        match endless {
            Some(route) => fail(format!("grade {}: {} is no outcome", route.grade, route.to.id())),
            None => Ok(()),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    name: String,
    name_en: String,
    rounds: u32,
    categories: Vec<String>,
    general: GeneralEntry,
    scored: ScoredEntry,
    session: SessionRule,
    criterion: Vec<CriterionEntry>,
    stage: Vec<StageEntry>,
    route: Vec<Route>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GeneralEntry {
    source: String,
    share: (u32, u32),
    floor_excellent: Grade,
    floor_good: Grade,
    floor_fair: Grade,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScoredEntry {
    source: String,
    thresholds: [Decimal; 3],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriterionEntry {
    id: String,
    name: String,
    name_en: String,
    points: Decimal,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StageEntry {
    id: String,
    name: String,
    short: Option<String>,
    name_en: String,
    role: Role,
    days: u32,
    resume: String,
    #[serde(default)]
    decides: bool,
    #[serde(default)]
    sealed: bool,
}

fn words(zh: String, short: Option<String>, en: String) -> Words {
    Words { short: short.unwrap_or_else(|| zh.clone()), zh, en }
}

impl File {
    fn into_procedure(self) -> Procedure {
        let criterion = |entry: CriterionEntry| Criterion {
            id: entry.id,
            name: words(entry.name, None, entry.name_en),
            points: entry.points,
        };
        let stage = |entry: StageEntry| Stage {
            id: entry.id,
            name: words(entry.name, entry.short, entry.name_en),
            role: entry.role,
            days: entry.days,
            resume: entry.resume,
            decides: entry.decides,
            sealed: entry.sealed,
        };
        let GeneralEntry { source, share, floor_excellent, floor_good, floor_fair } = self.general;
        Procedure {
            id: self.id,
            name: words(self.name, None, self.name_en),
            rounds: self.rounds,
            categories: self.categories,
            criteria: self.criterion.into_iter().map(criterion).collect(),
            stages: self.stage.into_iter().map(stage).collect(),
            general: ShareRule { share, floor_excellent, floor_good, floor_fair },
            scored: ScoreRule { thresholds: self.scored.thresholds },
            session: self.session,
            sources: [source, self.scored.source],
            routes: self.route,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_county_has_five_stages_and_four_routes() {
        let procedure = Procedure::target_review().unwrap();
        let ids: Vec<_> = procedure.stages.iter().map(|stage| stage.id.as_str()).collect();
        assert_eq!(ids, ["department", "desk", "performance", "budget", "joint"]);
        assert_eq!(procedure.criteria.len(), 6);
        assert_eq!(procedure.criteria.iter().map(|c| c.points).sum::<Decimal>(), Decimal::ONE_HUNDRED);
        let to: Vec<_> = Grade::ALL.into_iter().map(|grade| procedure.route(grade).unwrap().to).collect();
        assert_eq!(to, [State::Budgeted, State::Negotiating, State::Returned, State::Excluded]);
        assert_eq!(procedure.after("budget").unwrap().id, "joint");
        assert_eq!(procedure.after("joint"), None);
    }

    #[test]
    fn a_broken_procedure_is_refused_with_what_is_wrong() {
        let broken = |from: &str, to: &str| Procedure::from_toml(&TARGET_REVIEW.replace(from, to)).unwrap_err().0;
        assert!(broken("decides = true", "").contains("decides"));
        assert!(broken("id = \"budget\"", "id = \"desk\"").contains("desk twice"));
        assert!(broken("grade = \"差\"", "grade = \"中\"").contains("routes"));
        assert!(broken("to = \"excluded\"", "to = \"pending\"").contains("pending"));
        assert!(broken("rounds = 2", "rounds = 2\nturns = 3").contains("turns"));
        assert!(broken("resume = \"department\"", "resume = \"joint\"").contains("resume"));
    }
}
