//! What the program gives out: lists, forms and letters, made of domain types.
//!
//! - [`list`]: the targets of a query as CSV, JSON, a Markdown table or a workbook, row by row.
//! - [`targets`]: forms of targets, which the importer reads again unchanged, and the blank form.
//! - [`review_form`]: a target with what each stage said of it, for the files on paper.
//! - [`preparation`]: what is still to come for a year, reminders of it, and what a department sums up of its units.
//! - [`notice`]: letters to units about what is to be amended.
//! - [`assessment_form`]: forms of pre-assessments, which the importer reads again: the unit's own and a desk's score sheet.
//! - [`assessment_report`]: the report of a pre-assessment.
//! - [`evaluation_report`]: the report of a self-evaluation.
//! - [`minutes`]: the minutes of a joint session, to be signed.
//! - [`report`]: the annual work report as a Word document, Markdown or JSON.
//! - [`block`]: pieces of a document, and how they look in each kind of file.
//! - [`file`]: a file appears whole or not at all, and never in the place of another unasked.
//! - [`safe`]: texts, names of files and of sheets without anything that another program would carry out.
//! - [`provenance`]: who made a document, when, and from which state of the journal.
//!
//! Knows no database: whoever asks reads as the viewer may, and hands over what was read.

pub mod assessment_form;
pub mod assessment_report;
pub mod block;
pub mod evaluation_report;
pub mod file;
pub mod list;
pub mod minutes;
pub mod notice;
mod paper;
mod place;
pub mod preparation;
pub mod provenance;
pub mod report;
pub mod review_form;
pub mod safe;
mod style;
pub mod targets;

pub use file::io_words;
pub use place::place;
