//! A document as blocks, and how they look: in a Word document (`docx`) in Markdown (`markdown`), in a workbook (`xlsx`). What they say is others'.

pub mod docx;
pub mod markdown;
pub mod xlsx;

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The title.
    Title(String),
    /// A heading of the first level.
    Heading(String),
    /// A heading of the second level.
    Point(String),
    /// Whom a letter is for.
    Addressee(String),
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
    /// Who signs a letter, and its day.
    Signature(String, String),
}
