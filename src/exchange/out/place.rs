//! How a target's place is said in one line.

use rust_i18n::t;

use crate::domain::procedure::Procedure;
use crate::domain::refusal::state_word;
use crate::domain::target::{Standing, State};

/// Where a target stands: the stage's name while pending, else the state's, with the last day if there is one.
pub fn place(procedure: &Procedure, standing: &Standing) -> String {
    let stage = standing.stage.as_deref().and_then(|id| procedure.stage(id));
    let mut words = match (standing.state, stage) {
        (State::Pending, Some(stage)) => stage.name.local().to_owned(),
        (state, _) => state_word(state),
    };
    if let Some(due) = standing.due {
        words.push_str(&t!("cli.act.due", day = due));
    }
    words
}
