//! Numbers of things in a file. They come from the journal, so they never change and are never used again.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0)
            }
        }
    )*};
}

ids! {
    /// Number of a target; a person writes it as `#12`.
    TargetId;
    /// Number of a unit.
    UnitId;
    /// Number of an evaluation.
    EvaluationId;
    /// Number of a pre-assessment.
    AssessmentId;
    /// Number of a joint session.
    SessionId;
    /// Number of a record in one of the registers.
    RecordId;
    /// Number of a row of the journal; acts are known by it.
    Seq;
}
