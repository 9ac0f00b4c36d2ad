//! What a check of the file says.

use serde::Serialize;

use crate::domain::time::Instant;

/// So many faults are listed; one cut journal can make a fault of every row after it.
const LISTED: usize = 200;

/// The outcome of a check. The head stands in minutes and exports too: a chain alone cannot show that its own tail was cut.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Report {
    /// Rows of the journal.
    pub rows: u64,
    /// The journal's last row; `None` when it is empty.
    pub head: Option<Head>,
    /// Rows compared in the tables.
    pub compared: u64,
    /// Whether sums have proved the tables; else every row was compared with what it should be.
    pub proved: bool,
    /// Heads given out that were compared.
    pub heads: u64,
    /// What is no fault, but has to be known by whoever reads the journal; at most 200.
    pub notes: Vec<Note>,
    /// What is wrong, in the order found; at most 200.
    pub faults: Vec<Fault>,
    /// How many faults more there are.
    pub unlisted: u64,
}

/// The journal's last row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head {
    /// Its number.
    pub seq: i64,
    /// Its hash: SHA-256 in hex.
    pub hash: String,
    /// When it was written.
    #[serde(serialize_with = "iso")]
    pub at: Instant,
}

fn iso<S: serde::Serializer>(at: &Instant, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&at.iso())
}

/// Something that has to be known and is no fault: a clock that jumped, rows given up for a restored copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Where, in the user's language.
    pub place: String,
    /// What, in the user's language.
    pub what: String,
}

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// What kind.
    pub kind: FaultKind,
    /// Where, in the user's language: the row of the journal, or table, key and column.
    pub place: String,
    /// What is wrong, in the user's language.
    pub what: String,
    /// What should stand there, if known.
    pub expected: Option<String>,
    /// What stands there.
    pub found: Option<String>,
}

/// The kinds of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultKind {
    /// SQLite itself finds the file damaged, or cannot read a part of it.
    Damaged,
    /// A table, view or trigger too many or too few.
    Schema,
    /// A row of the journal is missing.
    Gap,
    /// A row of the journal does not follow from the row before it.
    Chain,
    /// A row of the journal is not what was written.
    Hash,
    /// A row of the journal cannot be understood.
    Payload,
    /// A row of the journal cannot be applied.
    Replay,
    /// A row of a table is missing.
    Missing,
    /// A row of a table follows from nothing in the journal.
    Extra,
    /// A value of a table is not what follows from the journal.
    Value,
    /// A revealed ballot is not the one that was sealed.
    Seal,
    /// The journal lacks a row that a document was made of, or has another one.
    Head,
}

impl Fault {
    pub(super) fn new(
        kind: FaultKind,
        place: &str,
        what: &str,
        expected: Option<String>,
        found: Option<String>,
    ) -> Self {
        Self { kind, place: place.to_owned(), what: what.to_owned(), expected, found }
    }
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }

    pub(super) fn note(&mut self, place: &str, what: &str) {
        if self.notes.len() < LISTED {
            self.notes.push(Note { place: place.to_owned(), what: what.to_owned() });
        }
    }

    pub(super) fn add(&mut self, fault: Fault) {
        if self.faults.len() < LISTED {
            self.faults.push(fault);
        } else {
            self.unlisted += 1;
        }
    }
}
