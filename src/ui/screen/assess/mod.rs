//! Draws pre-assessments: the list of a year, one of them, and its forms.

pub mod file;
pub mod form;
pub mod list;
