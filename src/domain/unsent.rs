//! What somebody wrote and did not send: of what, and where it is gone on with.
//!
//! Unsent text is kept under a number and a form. Numbers of targets are their own; what is about something else is kept under numbers that no
//! target has: something new under 0, something that is there under minus its own, told apart by the form. That scheme is known here.

use super::ids::{AssessmentId, RecordId, SessionId, TargetId};
use super::register::Register;
use super::time::Instant;

/// The forms of a record that is there, of a pre-assessment, and of a session.
pub const CORRECT: &str = "record-correct";
/// See [`CORRECT`].
pub const REMOVE: &str = "record-remove";
/// A unit's own assessment.
pub const ASSESS: &str = "assess-fill";
/// A desk's review of it.
pub const ASSESS_REVIEW: &str = "assess-review";
/// The minutes of a session that belong to no item.
pub const SESSION_NOTE: &str = "session-note";

/// What unsent text is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A target.
    Target(TargetId),
    /// A new record of a register.
    NewRecord(Register),
    /// A record that is there.
    Record(RecordId),
    /// A new pre-assessment.
    NewAssessment,
    /// A pre-assessment that is there.
    Assessment(AssessmentId),
    /// A joint session.
    Session(SessionId),
}

impl About {
    /// What text is about that is kept under a number and a form; nothing of a form that nobody knows.
    pub fn of(number: TargetId, form: &str) -> Option<Self> {
        let own = -number.0;
        match (number.0, form) {
            (1.., _) => Some(Self::Target(number)),
            (0, ASSESS) => Some(Self::NewAssessment),
            (0, form) => Register::of_id(form).map(Self::NewRecord),
            (_, CORRECT | REMOVE) => Some(Self::Record(RecordId(own))),
            (_, ASSESS | ASSESS_REVIEW) => Some(Self::Assessment(AssessmentId(own))),
            (_, SESSION_NOTE) => Some(Self::Session(SessionId(own))),
            _ => None,
        }
    }

    /// The number under which it is kept.
    pub const fn number(self) -> TargetId {
        match self {
            Self::Target(target) => target,
            Self::NewRecord(_) | Self::NewAssessment => TargetId(0),
            Self::Record(record) => TargetId(-record.0),
            Self::Assessment(assessment) => TargetId(-assessment.0),
            Self::Session(session) => TargetId(-session.0),
        }
    }
}

/// A form's unsent text, as a line of the list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsent {
    /// What it is about.
    pub about: About,
    /// What that is called: the project, the record, the register; blank of something new.
    pub subject: String,
    /// Which form: `review`, `amend`, …; of a new record its register.
    pub form: String,
    /// When it was saved last.
    pub at: Instant,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_and_a_form_tell_what_is_meant_and_lead_back() {
        for (about, form) in [
            (About::Target(TargetId(7)), "monitor-jul"),
            (About::NewRecord(Register::Disclosure), "disclosure"),
            (About::Record(RecordId(7)), CORRECT),
            (About::Record(RecordId(7)), REMOVE),
            (About::NewAssessment, ASSESS),
            (About::Assessment(AssessmentId(7)), ASSESS_REVIEW),
            (About::Session(SessionId(7)), SESSION_NOTE),
        ] {
            assert_eq!(About::of(about.number(), form), Some(about), "{form}");
        }
        assert_eq!((About::of(TargetId(0), "review"), About::of(TargetId(-7), "review")), (None, None));
    }
}
