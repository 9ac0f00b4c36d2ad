//! Pre-assessments: the list of a year with what is due and missing, one of them, and the forms in which it is filled in and reviewed.
//!
//! `list` · `file` · `form` with `fields`, which is what the forms ask and what becomes of it.

mod fields;
mod file;
mod form;
mod list;

pub use fields::Kind;
pub use file::AssessmentScreen;
pub use form::AssessmentForm;
pub use list::{Assessments, Tab};
