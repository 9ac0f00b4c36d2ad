//! The journal: each row in order, the chain of hashes, and the replay.

use rusqlite::{Connection, Row};
use rust_i18n::t;

use super::{Fault, FaultKind, Head, Report, UNSETTLED};
use crate::domain::event::Event;
use crate::domain::time::Instant;
use crate::store::journal::{COLUMNS, GENESIS, RawRow};
use crate::store::projection::{self, Sums};

/// Days without a row after which the next one is noted: a clock that ran ahead looks like that.
const SILENCE: i64 = 120;
/// Microseconds.
const DAY: i64 = 86_400_000_000;

/// The journal up to a row: what the next one has to follow from.
#[derive(Debug, Clone)]
pub(in crate::store) struct Chain {
    seq: i64,
    at: i64,
    hash: String,
}

impl Default for Chain {
    fn default() -> Self {
        Self { seq: 0, at: i64::MIN, hash: GENESIS.to_owned() }
    }
}

impl Chain {
    /// The number of the next row.
    pub(in crate::store) const fn next(&self) -> i64 {
        self.seq + 1
    }

    /// The last row, if there is one.
    pub(in crate::store) fn head(&self) -> Option<Head> {
        (self.seq > 0).then(|| Head { seq: self.seq, hash: self.hash.clone(), at: Instant(self.at) })
    }

    /// Tells the last row, into the room of a former one.
    fn tell(&self, head: &mut Option<Head>) {
        match head {
            Some(head) => {
                (head.seq, head.at) = (self.seq, Instant(self.at));
                head.hash.clone_from(&self.hash);
            }
            None => *head = self.head(),
        }
    }

    /// Goes on to a row, and reports what of it does not follow from the rows before.
    pub(in crate::store) fn link<T: AsRef<str>>(&mut self, raw: &RawRow<T>, report: &mut Report) {
        let previous = raw.previous.as_ref();
        if raw.seq != self.seq + 1 {
            let (expected, found) = (Some((self.seq + 1).to_string()), Some(raw.seq.to_string()));
            report.add(fault(self.seq + 1, FaultKind::Gap, &t!("verify.what-gap"), expected, found));
        } else if previous != self.hash {
            let (expected, found) = (Some(self.hash.clone()), Some(previous.to_owned()));
            report.add(fault(raw.seq, FaultKind::Chain, &t!("verify.what-chain"), expected, found));
        }
        if raw.at < self.at {
            let (expected, found) = (Some(format!("≥{}", Instant(self.at).iso())), Some(Instant(raw.at).iso()));
            report.add(fault(raw.seq, FaultKind::Chain, &t!("verify.what-time"), expected, found));
        }
        if !raw.has_its_hash() {
            let (computed, found) = (Some(raw.computed_hash()), Some(raw.hash.as_ref().to_owned()));
            report.add(fault(raw.seq, FaultKind::Hash, &t!("verify.what-hash"), computed, found));
        }
        self.go_to(raw);
    }

    /// Goes on to the next row of a walk, which is counted and told; notes where the clock jumped.
    pub(super) fn go_on(&mut self, raw: &RawRow<&str>, report: &mut Report) {
        noted(raw, self, report);
        self.link(raw, report);
        self.tell(&mut report.head);
    }

    fn go_to<T: AsRef<str>>(&mut self, raw: &RawRow<T>) {
        (self.seq, self.at) = (raw.seq, raw.at);
        raw.hash.as_ref().clone_into(&mut self.hash);
    }
}

/// Checks every row of the journal and applies it to empty tables, in another file or in the same one. A row that cannot be read ends the
/// walk with a fault.
pub(in crate::store) fn replay(live: &Connection, replay: &Connection, report: &mut Report) {
    replay_into(live, replay, &mut Sums::default(), report, &mut |_| {});
}

/// The same with sums of one's own; `tell` hears how many rows are done.
pub(in crate::store) fn replay_into(
    live: &Connection,
    replay: &Connection,
    sums: &mut Sums,
    report: &mut Report,
    tell: &mut dyn FnMut(u64),
) {
    each(live, Chain::default(), report, &mut |raw, report| {
        understood(raw, replay, sums, report);
        tell(report.rows);
        if sums.waiting() > UNSETTLED {
            settle(sums, replay, report);
        }
    });
    settle(sums, replay, report);
}

/// Checks the chain alone, from the first row to the last.
pub(in crate::store) fn walk(live: &Connection, report: &mut Report) {
    each(live, Chain::default(), report, &mut |_, _| {});
}

/// Checks the chain of the newest rows alone, and that each is understood.
pub(super) fn newest(live: &Connection, rows: i64, report: &mut Report) -> rusqlite::Result<()> {
    let sql = format!("select {COLUMNS} from journal order by seq desc limit 1 offset ?1");
    let before = live.prepare(&sql)?.query([rows])?.next()?.map(RawRow::read).transpose()?;
    let mut from = Chain::default();
    if let Some(raw) = &before {
        from.go_to(raw);
    }
    each(live, from, report, &mut |raw, report| {
        let seq = raw.seq;
        if let Err(words) = raw.entry() {
            report.add(fault(seq, FaultKind::Payload, &t!("verify.what-payload"), None, Some(words)));
        }
    });
    Ok(())
}

/// Checks the rows after one against each other, and hands each on.
fn each(live: &Connection, from: Chain, report: &mut Report, take: &mut dyn FnMut(&RawRow<&str>, &mut Report)) {
    let walked =
        live.prepare(&format!("select {COLUMNS} from journal where seq > ?1 order by seq")).and_then(|mut sql| {
            let mut rows = sql.query([from.seq])?;
            let mut chain = from;
            while let Some(row) = rows.next()? {
                report.rows += 1;
                one(row, &mut chain, report, take);
            }
            Ok(())
        });
    if let Err(error) = walked {
        let at = report.head.as_ref().map_or(0, |head| head.seq) + 1;
        report.add(fault(at, FaultKind::Damaged, &t!("verify.what-unreadable"), None, Some(error.to_string())));
    }
}

fn one(row: &Row<'_>, chain: &mut Chain, report: &mut Report, take: &mut dyn FnMut(&RawRow<&str>, &mut Report)) {
    match RawRow::lent(row) {
        Ok(raw) => {
            chain.go_on(&raw, report);
            take(&raw, report);
        }
        Err(error) => {
            let seq = chain.next();
            report.add(fault(seq, FaultKind::Payload, &t!("verify.what-unreadable"), None, Some(error.to_string())));
            chain.seq = seq;
        }
    }
}

/// Notes where the clock jumped: nobody's fault, but whoever reads the times has to know.
fn noted(raw: &RawRow<&str>, chain: &Chain, report: &mut Report) {
    let place = || t!("verify.place-journal", seq = raw.seq);
    // Days are counted in the machine's zone, which takes longer than to see that there are far too few of them.
    if chain.seq > 0 && raw.at.saturating_sub(chain.at) > (SILENCE - 2) * DAY {
        let silence = Instant(chain.at).days_until(Instant(raw.at));
        if silence >= SILENCE {
            report.note(&place(), &t!("verify.note-silence", days = silence));
        }
    }
    if raw.kind == "clock-set-back"
        && let Ok(Event::ClockSetBack { clock }) = Event::from_json(raw.payload)
    {
        let (told, kept) = (clock.local_minute(), Instant(raw.at).local_minute());
        report.note(&place(), &t!("verify.note-clock", told = told, kept = kept));
    }
}

/// Works out the sums of the rows so far.
fn settle(sums: &mut Sums, replay: &Connection, report: &mut Report) {
    if let Err(error) = sums.settle(replay) {
        let at = report.head.as_ref().map_or(0, |head| head.seq);
        report.add(fault(at, FaultKind::Replay, &t!("verify.what-replay"), None, Some(error.to_string())));
    }
}

fn understood(raw: &RawRow<&str>, replay: &Connection, sums: &mut Sums, report: &mut Report) {
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
