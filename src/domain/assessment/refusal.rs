//! Why a wish about pre-assessments is not granted.

use rust_decimal::Decimal;
use rust_i18n::t;

use super::record::State;
use super::words;

/// Why a wish is not granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssessmentRefusal {
    /// No pre-assessment has this number or code.
    Unknown(String),
    /// It is not in a state for this: the key of what was wanted, and where it stands.
    WrongState(&'static str, State),
    /// An item has no score: its number from 1, and its name.
    NoScore(usize, String),
    /// An item's points lie outside what it has: its number from 1, its name, the given, the most.
    Outside(usize, String, Decimal, Decimal),
    /// An item has neither reason nor evidence: its number from 1, and its name.
    NoGrounds(usize, String),
    /// The wrong number of scores: those that there are, and the given.
    Count(usize, usize),
    /// No such conclusion; those that there are.
    UnknownConclusion(String, Vec<String>),
    /// The conclusion is not the thresholds', and no reason is given: theirs, the total, the given.
    NoReason(String, Decimal, String),
    /// It was returned as often as allowed: the budget desk concludes.
    NoMoreReturns(u32),
    /// The verdict is not this stage's: the stage's name.
    WrongVerdict(String),
}

impl AssessmentRefusal {
    /// The reason in the user's language: what, why, what to do.
    pub fn words(&self) -> String {
        match self {
            Self::Unknown(named) => t!("assess.refusal.unknown", named = named),
            Self::WrongState(act, state) => {
                t!("assess.refusal.wrong-state", act = t!(*act), state = words::state(*state))
            }
            Self::NoScore(number, name) => t!("assess.refusal.no-score", number = number, name = name),
            Self::Outside(number, name, given, most) => {
                let (given, most) = (given.normalize(), most.normalize());
                t!("assess.refusal.outside", number = number, name = name, given = given, most = most)
            }
            Self::NoGrounds(number, name) => t!("assess.refusal.no-grounds", number = number, name = name),
            Self::Count(expected, given) => t!("assess.refusal.count", expected = expected, given = given),
            Self::UnknownConclusion(named, known) => {
                t!("assess.refusal.unknown-conclusion", named = named, known = known.join("、"))
            }
            Self::NoReason(suggested, total, given) => {
                t!("assess.refusal.no-reason", suggested = suggested, total = total.normalize(), given = given)
            }
            Self::NoMoreReturns(rounds) => t!("assess.refusal.no-more-returns", rounds = rounds),
            Self::WrongVerdict(stage) => t!("assess.refusal.wrong-verdict", stage = stage),
        }
        .into_owned()
    }
}
