//! The procedure: stages, roles, criteria, grade rules, and where each grade leads. Data, loaded and validated.
//!
//! Owns reading `data/procedure/target-review.toml`. Knows nothing of particular targets: `decide` walks them through. `course` is what every
//! procedure has, `walk` how anything goes its course; the pre-assessment (`assessment::rule`) is a second procedure on both.

pub mod course;
pub mod walk;

use std::ops::Deref;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::grade::{Grade, ScoreRule, ShareRule};
use super::session::Share;
use super::target::State;
pub use course::{Course, Criterion, Item, Stage};
use course::{CriterionEntry, StageEntry};

/// The county's procedure for reviewing targets.
const TARGET_REVIEW: &str = include_str!("../../data/procedure/target-review.toml");

/// A validated procedure for reviewing targets: its course, and the grades in which it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Procedure {
    course: Course,
    /// Categories of targets, in the order shown.
    pub categories: Vec<String>,
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

/// Whoever has the procedure has its course.
impl Deref for Procedure {
    type Target = Course;

    fn deref(&self) -> &Course {
        &self.course
    }
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
    /// A name; the short one is the Chinese one unless stated.
    pub(in crate::domain) fn new(zh: String, short: Option<String>, en: String) -> Self {
        Self { short: short.unwrap_or_else(|| zh.clone()), zh, en }
    }

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

    /// Where a grade leads.
    pub fn route(&self, grade: Grade) -> Option<&Route> {
        self.routes.iter().find(|route| route.grade == grade)
    }

    fn validate(&self) -> Result<(), BadProcedure> {
        self.course.validate()?;
        let fail = |words: String| Err(BadProcedure(words));
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

impl File {
    fn into_procedure(self) -> Procedure {
        let GeneralEntry { source, share, floor_excellent, floor_good, floor_fair } = self.general;
        let course = Course {
            id: self.id,
            name: Words::new(self.name, None, self.name_en),
            rounds: self.rounds,
            criteria: self.criterion.into_iter().map(Criterion::from).collect(),
            stages: self.stage.into_iter().map(Stage::from).collect(),
        };
        Procedure {
            course,
            categories: self.categories,
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
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// The county's own file with pieces taken out, doubled and exchanged.
        #[test]
        fn whatever_a_file_says_it_is_a_procedure_or_told_to_be_none(
            cuts in prop::collection::vec((0_usize..9000, 0_usize..300, "([\\[\\]={}\"'\n]|-1|1e999|true|id|stages|joint|中){0,4}"), 1..8)
        ) {
            let whole = include_str!("../../data/procedure/target-review.toml");
            let letters: Vec<char> = whole.chars().collect();
            let mut left = letters.clone();
            for (from, count, signs) in &cuts {
                let from = from % left.len().max(1);
                let until = (from + count).min(left.len());
                left.splice(from..until, signs.chars());
            }
            let text: String = left.into_iter().collect();
            if let Err(error) = Procedure::from_toml(&text) {
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }

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
