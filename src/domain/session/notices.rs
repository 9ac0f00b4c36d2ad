//! The letters that follow from a session (反馈意见): about what it returned to the units, or has to be negotiated with them.

use super::refusal::SessionRefusal;
use super::view::{ItemView, SessionView};
use crate::domain::export::{Document, Export, Which};
use crate::domain::refusal::Refusal;
use crate::domain::target::State;

/// The items of a session that a unit has to do something about, as they stand now: what a unit has handed in again since is left out.
pub fn told(view: &SessionView) -> impl Iterator<Item = &ItemView> {
    let waits = |item: &&ItemView| {
        let standing = &item.standing;
        let told = matches!(standing.state, State::Returned | State::Negotiating);
        told && standing.answered.is_some_and(|answered| standing.round <= answered)
    };
    view.items.iter().filter(|item| item.decision.is_some()).filter(waits)
}

/// The wish for the letters: into a folder a file a unit, into a document all.
///
/// # Errors
/// Nothing was returned.
pub fn wish(view: &SessionView, to: &str, replace: bool) -> Result<Export, Refusal> {
    let targets: Vec<_> = told(view).map(|item| item.target).collect();
    if targets.is_empty() {
        return Err(SessionRefusal::NothingToTell.into());
    }
    // A name without an ending is a folder, which is made if it is missing.
    let folder = !to.ends_with('/') && !to.to_lowercase().ends_with(".docx");
    let to = if folder { format!("{to}/") } else { to.to_owned() };
    Ok(Export { document: Document::Notice, which: Which::These(targets), unit: None, format: None, to, replace })
}
