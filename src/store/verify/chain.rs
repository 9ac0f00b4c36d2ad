//! The journal: each row in order, the chain of hashes, and the replay.

use rusqlite::{Connection, Row};
use rust_i18n::t;

use super::{Fault, FaultKind, Head, Report};
use crate::domain::time::Instant;
use crate::store::journal::{COLUMNS, GENESIS, RawRow};
use crate::store::projection::{self, Sums};

/// So many sums may wait for the end of a replay.
const UNSETTLED: usize = 50_000;

/// Checks every row of the journal and applies it to empty tables, in another file or in the same one. A row that cannot be read ends the
/// walk with a fault.
pub(in crate::store) fn replay(live: &Connection, replay: &Connection, report: &mut Report) {
    let walked = live.prepare(&format!("select {COLUMNS} from journal order by seq")).and_then(|mut sql| {
        let mut rows = sql.query([])?;
        let mut sums = Sums::default();
        let mut last = Last { seq: 0, at: i64::MIN, hash: GENESIS.to_owned() };
        while let Some(row) = rows.next()? {
            last = one(row, last, replay, &mut sums, report);
            if sums.waiting() > UNSETTLED {
                settle(&mut sums, replay, report);
            }
        }
        settle(&mut sums, replay, report);
        Ok(())
    });
    if let Err(error) = walked {
        let at = report.head.as_ref().map_or(0, |head| head.seq) + 1;
        report.add(fault(at, FaultKind::Damaged, &t!("verify.what-unreadable"), None, Some(error.to_string())));
    }
}

/// Works out the sums of the rows so far.
fn settle(sums: &mut Sums, replay: &Connection, report: &mut Report) {
    if let Err(error) = sums.settle(replay) {
        let at = report.head.as_ref().map_or(0, |head| head.seq);
        report.add(fault(at, FaultKind::Replay, &t!("verify.what-replay"), None, Some(error.to_string())));
    }
}

/// The row before.
struct Last {
    seq: i64,
    at: i64,
    hash: String,
}

fn one(row: &Row<'_>, last: Last, replay: &Connection, sums: &mut Sums, report: &mut Report) -> Last {
    report.rows += 1;
    let raw = match RawRow::read(row) {
        Ok(raw) => raw,
        Err(error) => {
            let seq = last.seq + 1;
            report.add(fault(seq, FaultKind::Payload, &t!("verify.what-unreadable"), None, Some(error.to_string())));
            return Last { seq, ..last };
        }
    };
    chained(&raw, &last, report);
    let last = Last { seq: raw.seq, at: raw.at, hash: raw.hash.clone() };
    report.head = Some(Head { seq: raw.seq, hash: raw.hash.clone(), at: Instant(raw.at) });
    understood(raw, replay, sums, report);
    last
}

fn chained(raw: &RawRow, last: &Last, report: &mut Report) {
    let gap = raw.seq != last.seq + 1;
    if gap {
        let (expected, found) = (Some((last.seq + 1).to_string()), Some(raw.seq.to_string()));
        report.add(fault(last.seq + 1, FaultKind::Gap, &t!("verify.what-gap"), expected, found));
    } else if raw.previous != last.hash {
        let (expected, found) = (Some(last.hash.clone()), Some(raw.previous.clone()));
        report.add(fault(raw.seq, FaultKind::Chain, &t!("verify.what-chain"), expected, found));
    }
    if raw.at < last.at {
        let (expected, found) = (Some(format!("≥{}", Instant(last.at).iso())), Some(Instant(raw.at).iso()));
        report.add(fault(raw.seq, FaultKind::Chain, &t!("verify.what-time"), expected, found));
    }
    let computed = raw.computed_hash();
    if computed != raw.hash {
        report.add(fault(raw.seq, FaultKind::Hash, &t!("verify.what-hash"), Some(computed), Some(raw.hash.clone())));
    }
}

fn understood(raw: RawRow, replay: &Connection, sums: &mut Sums, report: &mut Report) {
    let seq = raw.seq;
    match raw.entry() {
        Ok(entry) => {
            super::seals::check(replay, &entry, report);
            if let Err(error) = projection::apply(replay, &entry, sums) {
                let what = t!("verify.what-replay");
                report.add(fault(seq, FaultKind::Replay, &what, None, Some(error.to_string())));
            }
        }
        Err(words) => report.add(fault(seq, FaultKind::Payload, &t!("verify.what-payload"), None, Some(words))),
    }
}

fn fault(seq: i64, kind: FaultKind, what: &str, expected: Option<String>, found: Option<String>) -> Fault {
    Fault::new(kind, &t!("verify.place-journal", seq = seq), what, expected, found)
}
