//! Why a wish about a register is not granted.

use rust_i18n::t;

use super::field::Fault;
use crate::domain::ids::RecordId;

/// Why a wish about a register is not granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegisterRefusal {
    /// There is no such record, or none any more.
    Unknown(String),
    /// The same thing is recorded already, with other contents: its number and title.
    Recorded(RecordId, String),
    /// The record is of another register.
    OtherRegister,
    /// Who published does not check it.
    OwnCheck(String),
    /// A field's text cannot be understood, or does not agree with another.
    Field(Fault),
}

impl From<Fault> for RegisterRefusal {
    fn from(fault: Fault) -> Self {
        Self::Field(fault)
    }
}

impl RegisterRefusal {
    /// The reason in the user's language: what, why, what to do.
    pub fn words(&self) -> String {
        match self {
            Self::Unknown(id) => t!("register.refusal.unknown", id = id).into_owned(),
            Self::Recorded(id, title) => t!("register.refusal.recorded", id = id, title = title).into_owned(),
            Self::OtherRegister => t!("register.refusal.other-register").into_owned(),
            Self::OwnCheck(who) => t!("register.refusal.own-check", who = who).into_owned(),
            Self::Field(fault) => fault.words(),
        }
    }
}
