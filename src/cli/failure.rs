//! How a subcommand ends badly: a message for a person and an exit code for a script.

use std::io;
use std::process::ExitCode;

use crate::domain::facts::Unreadable;
use crate::domain::refusal::Refusal;
use crate::exchange::out::io_words;
use crate::store::{OpenError, Refused};

/// Why a subcommand did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// Refused by the rules, or findings were made: exit code 1.
    Refused(String),
    /// Asked wrongly: exit code 2.
    Usage(String),
    /// A file or the database cannot be used: exit code 3.
    Unusable(String),
    /// The words were said already; only the exit code is left.
    Said(u8),
    /// Nobody reads the output any more (`| head`): no failure at all.
    Closed,
}

impl Failure {
    /// The exit code of design §8.
    pub fn code(&self) -> ExitCode {
        ExitCode::from(self.number())
    }

    /// The exit code as a number.
    pub fn number(&self) -> u8 {
        match self {
            Self::Refused(_) => 1,
            Self::Usage(_) => 2,
            Self::Unusable(_) => 3,
            Self::Said(code) => *code,
            Self::Closed => 0,
        }
    }

    /// The message, if there is one to print.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Refused(words) | Self::Usage(words) | Self::Unusable(words) => Some(words),
            Self::Said(_) | Self::Closed => None,
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Unusable(rust_i18n::t!("cli.output-failed", error = io_words(&error)).into_owned()),
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Unusable(_) => Self::Unusable(refusal.words()),
            _ => Self::Refused(refusal.words()),
        }
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self::Unusable(error.words())
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        Self::from(refused.refusal)
    }
}

impl From<Unreadable> for Failure {
    fn from(error: Unreadable) -> Self {
        Self::Unusable(Refusal::from(error).words())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::from(io::Error::from(error))
    }
}
