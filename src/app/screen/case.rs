//! The case file of a target.

use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::keymap::Bound;
use crate::app::popup::{Purpose, Said};
use crate::app::reason::Reason;
use crate::domain::ids::TargetId;
use crate::domain::view::CaseFile;

/// The case file of a target.
#[derive(Debug)]
pub struct Case {
    /// The target.
    pub target: TargetId,
    /// What is known of it; nothing until the answer is there.
    pub file: Option<Box<CaseFile>>,
    ticket: u64,
}

impl Case {
    /// Opens a case file and asks for its contents.
    pub fn open(target: TargetId, common: &mut Common) -> Self {
        let ticket = common.read(Ask::Case(target));
        Self { target, file: None, ticket }
    }

    /// Whether an action can be done now.
    pub fn available(&self, _action: Action, _common: &Common) -> Result<(), Reason> {
        Ok(())
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        if bound.action == Action::Back {
            common.close();
        }
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        let Reply::Case(file) = reply else { return };
        if ticket == self.ticket {
            self.file.clone_from(file);
            common.touch();
        }
    }

    /// Takes what a popup was told.
    pub fn told(&mut self, _purpose: Purpose, _said: Said, _common: &mut Common) {}

    /// The file changed.
    pub fn bell(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Case(self.target));
    }
}
