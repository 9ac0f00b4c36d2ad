//! What is read of registers.

use super::judge::{Step, Timing};
use super::{Content, Record, Register, Window};
use crate::domain::facts::Entry;
use crate::domain::ids::RecordId;
use crate::domain::money::Money;
use crate::domain::people::Unit;
use crate::domain::time::Instant;

/// A record in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRow {
    /// Its number.
    pub id: RecordId,
    /// Its version, which a change of it names.
    pub version: u32,
    /// Its contents.
    pub record: Record,
    /// Who changed it last.
    pub by: String,
    /// When.
    pub at: Instant,
}

/// A record with everything that is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordFile {
    /// The record as it stands.
    pub row: RecordRow,
    /// Why it was removed, if it was.
    pub removed: Option<String>,
    /// Its rows of the journal, oldest first.
    pub history: Vec<Entry>,
}

/// The records of a register, and what is needed to judge them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterPage {
    /// The register.
    pub register: Register,
    /// Budget year, if only one was asked for.
    pub year: Option<i32>,
    /// The records, in the register's order.
    pub rows: Vec<RecordRow>,
    /// All windows of disclosure.
    pub windows: Vec<Window>,
    /// Of the register of disclosure: the units that have not published what they must of the year.
    pub missing: Vec<Missing>,
    /// How many records each register has of the year, or of all.
    pub counts: Vec<(Register, u32)>,
}

impl RegisterPage {
    /// What follows from a record, in the user's language: inside or outside its window, in step or late, replaced by another.
    pub fn remark(&self, record: &Record) -> String {
        match record {
            Record::Disclosure(one) => {
                let mut words = self.timing(record).map(Timing::words).unwrap_or_default();
                if one.checked_by.is_empty() {
                    words = format!("{words} {}", rust_i18n::t!("register.timing.unchecked"));
                }
                words
            }
            Record::Poverty(one) => Step::of(one).words(),
            Record::Document(one) => {
                let replaces = |other: &&RecordRow| match &other.record {
                    Record::Document(newer) => newer.replaces.iter().any(|named| one.is_named(named)),
                    _ => false,
                };
                let newer = self.rows.iter().find(replaces);
                newer
                    .map(|newer| rust_i18n::t!("register.replaced", by = newer.record.title()).into_owned())
                    .unwrap_or_default()
            }
            _ => String::new(),
        }
    }

    /// The rule that a disclosure departs from: when it was to be published; nothing of one inside its window.
    pub fn departs(&self, record: &Record) -> Option<String> {
        let outside = matches!(self.timing(record)?, Timing::Early(_) | Timing::Late(_));
        let Record::Disclosure(one) = record else { return None };
        let window = self.windows.iter().find(|window| (window.year, window.content) == (one.year, one.content))?;
        outside.then(|| window.rule())
    }

    /// How a disclosure lies to its window; nothing for other records.
    pub fn timing(&self, record: &Record) -> Option<Timing> {
        let Record::Disclosure(one) = record else { return None };
        let window = self.windows.iter().find(|window| (window.year, window.content) == (one.year, one.content));
        Some(Timing::of(one, window))
    }

    /// The sum of the records' money; nothing for registers without money.
    pub fn amount(&self) -> Option<Money> {
        let amounts: Vec<Money> = self.rows.iter().filter_map(|row| row.record.amount()).collect();
        (!amounts.is_empty()).then(|| amounts.into_iter().sum())
    }
}

/// The units that have not published what they must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Budget year of what is to be published.
    pub year: i32,
    /// What.
    pub content: Content,
    /// The window, if one is recorded.
    pub window: Option<Window>,
    /// The units.
    pub units: Vec<Unit>,
}
