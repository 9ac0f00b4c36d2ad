//! The forms of a target: what is typed into them, where it leads, and the commands that they make.
//!
//! A form keeps its text as a draft (`Effect::SaveDraft`) with every change, and asks for the draft when it opens.
//!
//! | what | where |
//! |---|---|
//! | what all forms do alike | `shell`: drafts, sending, refusals, targets that move meanwhile |
//! | their fields | `sheet` (order and focus), `layout` (width), `draft` (as kept) |
//! | the forms | `kind`: `review`, `decide`, `closing` (settlement and ruling), `amend`, `sitting` (of a joint session), `execution` (evaluation and monitoring) |
//! | what would happen | `foresight` (by the rules of `decide`), `outcome` (in words), `changes` (of an amendment) |
//! | sentences | `phrase` |

pub mod changes;
pub mod foresight;
pub mod kind;
pub mod layout;
pub mod outcome;
pub mod phrase;
pub mod review;
pub mod sheet;
pub mod sitting;

mod amend;
mod closing;
mod decide;
mod draft;
mod execution;
mod shell;

pub use amend::COLUMNS;
pub use draft::Body;
pub use execution::columns as execution_columns;
pub use shell::Form;

#[cfg(test)]
mod tests;
