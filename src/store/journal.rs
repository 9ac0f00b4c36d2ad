//! The journal: append-only rows, each with the hash of the one before. The truth of the file.
//!
//! Owns the rows' encoding and hashes. Does not know what an event does to the tables.

use rusqlite::types::{Type, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};
use std::borrow::Cow;

use crate::domain::command::Actor;
use crate::domain::event::{Event, RECEIVED, Received, VERSION};
use crate::domain::facts::Entry;
use crate::domain::ids::Seq;
use crate::domain::target::hex;
use crate::domain::time::Instant;
use crate::store::projection::Stamp;

const HEX: [u8; 16] = *b"0123456789abcdef";

/// The hash before the first row.
pub(super) const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A row as it stands in the file; its texts are its own, or still SQLite's (`&str`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RawRow<T = String> {
    pub(super) seq: i64,
    pub(super) at: i64,
    pub(super) actor: T,
    pub(super) on_behalf: Option<T>,
    pub(super) origin: T,
    pub(super) kind: T,
    pub(super) version: i64,
    pub(super) target: Option<i64>,
    pub(super) payload: T,
    pub(super) previous: T,
    pub(super) hash: T,
}

/// The columns of a row, in the order of `RawRow::read`.
pub(super) const COLUMNS: &str = "seq, at, actor, on_behalf, origin, kind, version, target_id, payload, previous, hash";

impl RawRow {
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(RawRow::lent(row)?.owned())
    }
}

impl<'r> RawRow<&'r str> {
    /// The row where SQLite has it, until the next one is asked for.
    pub(super) fn lent(row: &'r Row<'_>) -> rusqlite::Result<Self> {
        let text = |column: usize| {
            let text = row.get_ref(column)?.as_str();
            text.map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error)))
        };
        Ok(Self {
            seq: row.get(0)?,
            at: row.get(1)?,
            actor: text(2)?,
            on_behalf: if row.get_ref(3)? == ValueRef::Null { None } else { Some(text(3)?) },
            origin: text(4)?,
            kind: text(5)?,
            version: row.get(6)?,
            target: row.get(7)?,
            payload: text(8)?,
            previous: text(9)?,
            hash: text(10)?,
        })
    }

    /// The row where it lies in the file: its number, and the values of the other columns.
    pub(super) fn lies(seq: i64, value: &dyn Fn(usize) -> Option<ValueRef<'r>>) -> Option<Self> {
        let text = |column| match value(column)? {
            // Several times as fast as the standard library's, and every text of the journal is looked at.
            ValueRef::Text(text) => simdutf8::basic::from_utf8(text).ok(),
            _ => None,
        };
        let number = |column| value(column)?.as_i64().ok();
        let on_behalf = value(3)?;
        let target = value(7)?;
        Some(Self {
            seq,
            at: number(1)?,
            actor: text(2)?,
            on_behalf: if on_behalf == ValueRef::Null { None } else { Some(text(3)?) },
            origin: text(4)?,
            kind: text(5)?,
            version: number(6)?,
            target: if target == ValueRef::Null { None } else { Some(number(7)?) },
            payload: text(8)?,
            previous: text(9)?,
            hash: text(10)?,
        })
    }

    fn owned(self) -> RawRow {
        RawRow {
            seq: self.seq,
            at: self.at,
            actor: self.actor.to_owned(),
            on_behalf: self.on_behalf.map(str::to_owned),
            origin: self.origin.to_owned(),
            kind: self.kind.to_owned(),
            version: self.version,
            target: self.target,
            payload: self.payload.to_owned(),
            previous: self.previous.to_owned(),
            hash: self.hash.to_owned(),
        }
    }
}

impl<T: AsRef<str>> RawRow<T> {
    /// SHA-256 in hex over every column but the hash itself, joined so that no two rows read alike:
    /// each field is its length in bytes in decimal, a colon, and its text; an absent field is `-`. Numbers are decimal.
    pub(super) fn computed_hash(&self) -> String {
        hex(&self.digest())
    }

    /// Whether the row's hash is the one that is computed.
    pub(super) fn has_its_hash(&self) -> bool {
        let mut digits = self.hash.as_ref().bytes();
        let mut next = |half: u8| digits.next() == Some(HEX[usize::from(half)]);
        self.digest().iter().all(|byte| next(byte >> 4) && next(byte & 15)) && digits.next().is_none()
    }

    fn digest(&self) -> [u8; 32] {
        // Short ones are put together first: a hash of one long text is several times as fast as one of twenty short ones.
        let mut whole = Vec::with_capacity(512);
        let mut hasher = Sha256::new();
        number(&mut whole, self.seq);
        number(&mut whole, self.at);
        field(&mut whole, self.actor.as_ref());
        match &self.on_behalf {
            Some(name) => field(&mut whole, name.as_ref()),
            None => whole.push(b'-'),
        }
        field(&mut whole, self.origin.as_ref());
        field(&mut whole, self.kind.as_ref());
        number(&mut whole, self.version);
        match self.target {
            Some(target) => number(&mut whole, target),
            None => whole.push(b'-'),
        }
        digits(&mut whole, self.payload.as_ref().len() as u64);
        whole.push(b':');
        hasher.update(&whole);
        hasher.update(self.payload.as_ref());
        whole.clear();
        field(&mut whole, self.previous.as_ref());
        hasher.update(&whole);
        hasher.finalize().into()
    }

    /// The row in domain types; an error in words when it cannot be understood.
    pub(super) fn entry(&self) -> Result<Entry, String> {
        self.entry_after(None)
    }

    /// The same in the room of the texts of a row before.
    pub(super) fn entry_after(&self, former: Option<Entry>) -> Result<Entry, String> {
        let event = self.event()?;
        let (seq, at) = (Seq(self.seq), Instant(self.at));
        let (mut by, mut origin) = former.map_or_else(Default::default, |former| (former.by, former.origin));
        self.actor.as_ref().clone_into(&mut by);
        self.origin.as_ref().clone_into(&mut origin);
        let on_behalf = self.on_behalf.as_ref().map(|name| name.as_ref().to_owned());
        Ok(Entry { seq, at, by, on_behalf, origin, event })
    }

    fn event(&self) -> Result<Event, String> {
        let kind = self.kind.as_ref();
        if self.version != i64::from(VERSION) {
            return Err(format!("{kind} v{}", self.version));
        }
        let event = Event::from_json(self.payload.as_ref()).map_err(|error| error.to_string())?;
        if event.kind() != kind || event.target().map(|target| target.0) != self.target {
            return Err(format!("{kind} ≠ {}", event.kind()));
        }
        Ok(event)
    }
}

impl RawRow<&str> {
    /// A submission that came in, its texts where they lie. `None` of every other row, and of one that is not as usual: [`Self::entry`] says why.
    pub(super) fn received(&self) -> Option<Received<'_>> {
        let known = self.version == i64::from(VERSION) && self.kind == RECEIVED;
        known.then(|| Received::read(self.payload)).flatten().filter(|one| Some(one.target.0) == self.target)
    }

    /// What the row says beside its event.
    pub(super) const fn stamp(&self) -> Stamp<'_> {
        Stamp { seq: Seq(self.seq), at: Instant(self.at), by: self.actor, kind: self.kind }
    }
}

fn field(whole: &mut Vec<u8>, text: &str) {
    digits(whole, text.len() as u64);
    whole.push(b':');
    whole.extend_from_slice(text.as_bytes());
}

fn number(whole: &mut Vec<u8>, number: i64) {
    let magnitude = number.unsigned_abs();
    digits(whole, u64::from(number < 0) + magnitude.checked_ilog10().map_or(1, |log| u64::from(log) + 1));
    whole.push(b':');
    if number < 0 {
        whole.push(b'-');
    }
    digits(whole, magnitude);
}

/// Decimal digits, without the machinery that formats anything: every row has twenty numbers.
fn digits(to: &mut Vec<u8>, number: u64) {
    let first = to.len();
    let mut rest = number;
    loop {
        to.push(b'0' + (rest % 10) as u8);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    to[first..].reverse();
}

/// The last row's number, time and hash.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub(super) seq: i64,
    pub(super) at: i64,
    pub(super) hash: String,
}

/// The head of the journal; the genesis of an empty one.
pub(super) fn head(conn: &Connection) -> rusqlite::Result<Head> {
    let sql = "select seq, at, hash from journal order by seq desc limit 1";
    let read = |row: &Row<'_>| Ok(Head { seq: row.get(0)?, at: row.get(1)?, hash: row.get(2)? });
    let head = conn.prepare_cached(sql)?.query_row([], read).optional()?;
    Ok(head.unwrap_or(Head { seq: 0, at: i64::MIN, hash: GENESIS.to_owned() }))
}

/// Who acts, as the journal records it.
pub(super) struct Signature<'a> {
    pub(super) actor: &'a str,
    pub(super) on_behalf: Option<&'a str>,
    pub(super) origin: Cow<'a, str>,
}

impl<'a> Signature<'a> {
    /// The signature of somebody who acts, for somebody else or not.
    pub(super) fn of(actor: &'a Actor, on_behalf: Option<&'a str>) -> Self {
        Self { actor: &actor.user.name, on_behalf, origin: actor.way() }
    }
}

/// Appends an event after the head and moves the head. Times never run backwards: a clock that was set back stands still here.
pub(super) fn append(
    conn: &Connection,
    head: &mut Head,
    at: Instant,
    signature: &Signature<'_>,
    event: Event,
) -> Result<Entry, rusqlite::Error> {
    let payload = event.to_json().map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    let mut row = RawRow {
        seq: head.seq + 1,
        at: at.0.max(head.at),
        actor: signature.actor.to_owned(),
        on_behalf: signature.on_behalf.map(str::to_owned),
        origin: signature.origin.to_string(),
        kind: event.kind().to_owned(),
        version: i64::from(VERSION),
        target: event.target().map(|target| target.0),
        payload,
        previous: head.hash.clone(),
        hash: String::new(),
    };
    row.hash = row.computed_hash();
    insert(conn, &row)?;
    *head = Head { seq: row.seq, at: row.at, hash: row.hash };
    let (by, on_behalf, origin) = (row.actor, row.on_behalf, row.origin);
    Ok(Entry { seq: Seq(row.seq), at: Instant(row.at), by, on_behalf, origin, event })
}

/// Writes a row as it is.
pub(super) fn insert(conn: &Connection, row: &RawRow) -> rusqlite::Result<()> {
    let sql =
        "insert into journal (seq, at, actor, on_behalf, origin, kind, version, target_id, payload, previous, hash)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    conn.prepare_cached(sql)?.execute(params![
        row.seq,
        row.at,
        row.actor,
        row.on_behalf,
        row.origin,
        row.kind,
        row.version,
        row.target,
        row.payload,
        row.previous,
        row.hash
    ])?;
    Ok(())
}
