//! A document as blocks, and how they look: in a Word document (`docx`) and in Markdown (`markdown`). What they say is others'.

pub mod docx;
pub mod markdown;

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The title.
    Title(String),
    /// A heading of the first level.
    Heading(String),
    /// A heading of the second level.
    Point(String),
    /// A paragraph.
    Text(String),
    /// Letters and digits to be compared, such as a hash: a line of their own, never spread over the width.
    Code(String),
    /// A table: heads, rows, and the share of each column in the whole width (percent).
    Table {
        /// The heads.
        head: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
        /// Percent of the width.
        widths: Vec<u32>,
    },
    /// Places to sign: whose.
    Sign(Vec<String>),
}
