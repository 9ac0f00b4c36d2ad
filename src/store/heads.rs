//! The heads that were given out: what minutes, exports and copies said of the journal's last row, one line each in `FILE.heads`.
//!
//! Owns that file. It lies beside the database and not in it, because a copy that is put in the database's place must not take it back, and because
//! those who only read give documents out too. What it is compared with is `verify`'s.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use rust_i18n::t;
use serde::{Deserialize, Serialize};

use super::verify::Head;
use super::{Store, beside, side};
use crate::domain::time::Instant;

/// In what a head was given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GivenIn {
    /// A list, form, letter or report.
    Document,
    /// The minutes of a joint session.
    Minutes,
    /// The journal for the audit.
    Audit,
    /// A copy of the file.
    Copy,
}

impl GivenIn {
    /// The stable id in the file, which is also the key of its name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Minutes => "minutes",
            Self::Audit => "audit",
            Self::Copy => "copy",
        }
    }
}

/// A head that was given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Given {
    /// The row's number.
    pub(super) seq: i64,
    /// Its hash.
    pub(super) hash: String,
    /// When it was given out, in microseconds since 1970 UTC.
    pub(super) at: Instant,
    /// By whom.
    pub(super) by: String,
    /// In what.
    pub(super) what: GivenIn,
}

/// A line of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Line {
    /// A head was given out.
    Given(Given),
    /// A copy took the file's place: rows after this one were given up.
    Restored {
        /// The last row that both had.
        seq: i64,
        /// When.
        at: Instant,
        /// By whom.
        by: String,
    },
}

impl Store {
    /// Keeps a head that is being given out, so that `verify` misses it if the journal's tail is cut. A file that one may only read keeps none.
    pub fn give_head(&self, head: &Head, by: &str, what: GivenIn) {
        if self.frozen {
            return;
        }
        let given = Given { seq: head.seq, hash: head.hash.clone(), at: self.now().at, by: by.to_owned(), what };
        // The document goes out all the same: it carries the head itself.
        let _ = append(&self.path, &Line::Given(given));
    }
}

/// Writes a line at the end, in one piece.
pub(super) fn append(path: &Path, line: &Line) -> io::Result<()> {
    let mut file = side::open(path, &beside(path, ".heads"), File::options().append(true))?;
    let text = serde_json::to_string(line)?;
    file.write_all(format!("{text}\n").as_bytes())
}

/// All lines; none when nothing was given out. A last line that was cut while it was written is left out.
pub(super) fn read(path: &Path) -> Result<Vec<Line>, String> {
    let text = match side::plain(&beside(path, ".heads"), File::options().read(true)).and_then(io::read_to_string) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(t!("verify.what-heads-unreadable", error = error).into_owned()),
    };
    let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let line = |(number, line): (usize, &str)| {
        let number = number + 1;
        serde_json::from_str(line).map_err(|_| t!("verify.what-heads-line", line = number).into_owned())
    };
    whole.lines().enumerate().map(line).collect()
}
