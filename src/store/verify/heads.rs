//! Whether the journal still has the rows that documents were made of: a chain alone cannot show that its own tail was cut, or that the whole of it was
//! written anew; the heads that were given out can.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension};
use rust_i18n::t;

use super::{Fault, FaultKind, Report};
use crate::store::heads::{self, Line};

/// Compares every head that was given out with the journal. Those that a restored copy lacked are noted.
pub(super) fn compare(live: &Connection, path: &Path, report: &mut Report) {
    let lines = match heads::read(path) {
        Ok(lines) => lines,
        Err(words) => return report.add(Fault::new(FaultKind::Head, &t!("verify.place-heads"), &words, None, None)),
    };
    for (place, line) in lines.iter().enumerate() {
        let Line::Given(given) = line else { continue };
        report.heads += 1;
        let sql = "select hash from journal where seq = ?1";
        let found =
            live.prepare_cached(sql).and_then(|mut sql| sql.query_row([given.seq], |row| row.get(0)).optional());
        let found: Option<String> = found.ok().flatten();
        if found.as_deref() == Some(given.hash.as_str()) {
            continue;
        }
        let restored = lines[place..].iter().find_map(|line| match line {
            Line::Restored { seq, at, .. } if *seq < given.seq => Some(at),
            _ => None,
        });
        let where_ = t!("verify.place-journal", seq = given.seq);
        let (at, by, what) = (given.at.local_minute(), &given.by, t!(format!("verify.given-{}", given.what.id())));
        if let Some(restored) = restored {
            let restored = restored.local_minute();
            report.note(&where_, &t!("verify.note-restored", at = at, by = by, what = what, restored = restored));
            continue;
        }
        let words = if found.is_none() {
            t!("verify.what-head-missing", at = at, by = by, what = what)
        } else {
            t!("verify.what-head-other", at = at, by = by, what = what)
        };
        report.add(Fault::new(FaultKind::Head, &where_, &words, Some(given.hash.clone()), found));
    }
}
