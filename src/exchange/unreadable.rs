//! Why a whole file cannot be read, in words that say what to do.
//!
//! Owns the reasons; the words are in the language file.

use std::fmt;

use rust_i18n::t;

/// A file that cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The file's name.
    pub file: String,
    /// Why.
    pub reason: Reason,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Nothing in it.
    Empty,
    /// Larger than the limit, packed or unpacked, or too many cells.
    TooLarge {
        /// The limit with its unit.
        limit: String,
    },
    /// Protected by a password.
    Encrypted,
    /// A document (.doc, .docx, .wps, .rtf), not a workbook.
    Document,
    /// A picture of a form, not its data (PDF, PNG, …).
    Picture {
        /// The kind.
        kind: String,
    },
    /// An archive whose files are to be taken out first.
    Archive {
        /// The kind.
        kind: String,
    },
    /// A kind that is not read (web archives, …).
    Foreign {
        /// The kind.
        kind: String,
    },
    /// Neither a workbook nor text.
    NotWorkbook,
    /// A workbook that is damaged or cut off.
    Broken,
    /// Text in an encoding that is neither UTF-8, UTF-16 nor GB18030.
    Encoding,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = &self.file;
        let text = match &self.reason {
            Reason::Empty => t!("exchange.unreadable.empty", file = file),
            Reason::TooLarge { limit } => t!("exchange.unreadable.too_large", file = file, limit = limit),
            Reason::Encrypted => t!("exchange.unreadable.encrypted", file = file),
            Reason::Document => t!("exchange.unreadable.document", file = file),
            Reason::Picture { kind } => t!("exchange.unreadable.picture", file = file, kind = kind),
            Reason::Archive { kind } => t!("exchange.unreadable.archive", file = file, kind = kind),
            Reason::Foreign { kind } => t!("exchange.unreadable.foreign", file = file, kind = kind),
            Reason::NotWorkbook => t!("exchange.unreadable.not_workbook", file = file),
            Reason::Broken => t!("exchange.unreadable.broken", file = file),
            Reason::Encoding => t!("exchange.unreadable.encoding", file = file),
        };
        f.write_str(&text)
    }
}

impl std::error::Error for Unreadable {}
