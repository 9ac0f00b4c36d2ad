//! The only writer: commands in, events decided, journal and tables written, all in one transaction.

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rusqlite::ffi::{SQLITE_FULL, SQLITE_IOERR_FSYNC, SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_WRITE};
use rusqlite::{Connection, ErrorCode};
use rust_i18n::t;

use super::ahead::{Ahead, foretold, may_be_early};
use super::facts::SqlFacts;
use super::journal::{self, Signature};
use super::lock::Turn;
use super::open::{BULK_PAGES, BUSY, PAGES, SCHEMA, identity};
use super::projection::{self, Sums};
use super::span::Span;
use super::{Store, bell, migrate};
use crate::domain::command::{Actor, Command};
use crate::domain::decide::{decide, on_behalf};
use crate::domain::event::Event;
use crate::domain::facts::{Entry, Facts};
use crate::domain::handin::HandIn;
use crate::domain::intake;
use crate::domain::people::User;
use crate::domain::refusal::Refusal;
use crate::domain::session::wish::{SessionWish, Vote};
use crate::domain::target::hex;
use crate::domain::time::Now;

/// How long a writer waits for its turn.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
/// How long a writer waits for its turn while those in front write one after the other: a crowd on a slow machine.
const LONGEST: Duration = Duration::from_mins(2);
/// How long a writer rests before it tries again while a program outside the queue writes.
const PAUSE: Duration = Duration::from_millis(10);

/// From how many commands on a transaction keeps more pages in memory.
const MANY: usize = 100;

/// Microseconds that the clock may stand behind the journal's last row before that is put on record: writers who wait for each other cross by less.
const BEHIND: i64 = 60_000_000;

/// A refused list of commands: which one was refused, and why. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The command's place in the list, from 0.
    pub place: usize,
    /// Why.
    pub refusal: Refusal,
}

impl From<Refused> for Refusal {
    fn from(refused: Refused) -> Self {
        refused.refusal
    }
}

impl Store {
    /// Carries out one command. The rows of the journal that it made; none when there was nothing to change.
    pub fn execute(&mut self, actor: &Actor, command: &Command) -> Result<Vec<Entry>, Refusal> {
        self.execute_all(actor, std::slice::from_ref(command)).map_err(Refusal::from)
    }

    /// Carries out commands in one transaction, each decided on the facts after the former: all, or none.
    pub fn execute_all(&mut self, actor: &Actor, commands: &[Command]) -> Result<Vec<Entry>, Refused> {
        self.execute_all_while(actor, commands, &mut |_| true)
    }

    /// As [`Store::execute_all`]. `goes_on` is told before each command how many are done; when it says no, all is taken back and
    /// the list refused as stopped.
    pub fn execute_all_while(
        &mut self,
        actor: &Actor,
        commands: &[Command],
        goes_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Vec<Entry>, Refused> {
        let now = self.clock.now();
        let actor = &Actor { key: self.key.clone(), ..actor.clone() };
        let entries = match commands {
            [command] if may_be_early(command) && goes_on(0) => {
                self.execute_early(actor, command, now).map_err(|refusal| Refused { place: 0, refusal })?
            }
            _ => self.execute_each(actor, commands, now, goes_on)?,
        };
        if !entries.is_empty() {
            bell::ring(&self.path);
            self.confirm().map_err(Refused::from)?;
        }
        Ok(entries)
    }

    /// Carries out commands in one's turn, each decided on the facts after the former.
    fn execute_each(
        &mut self,
        actor: &Actor,
        commands: &[Command],
        now: Now,
        goes_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Vec<Entry>, Refused> {
        let procedure = Arc::clone(&self.procedure);
        let many = commands.len() >= MANY;
        if many {
            self.keep_pages(BULK_PAGES).map_err(Unwritable::from)?;
        }
        let made = self.commit(PATIENCE, |conn| {
            let mut entries = Vec::new();
            for (place, command) in commands.iter().enumerate() {
                if !goes_on(place) {
                    return Err(Refused { place, refusal: Refusal::Stopped });
                }
                let made = step(conn, &procedure, actor, command, now);
                entries.extend(made.map_err(|refusal| Refused { place, refusal })?);
            }
            Ok(entries)
        });
        if many {
            // What was done stands, whether memory is given back or not.
            let _ = self.keep_pages(PAGES);
        }
        made
    }

    /// Carries out a command that may be decided early: at once when nobody else writes, else decided while the others do.
    fn execute_early(&mut self, actor: &Actor, command: &Command, now: Now) -> Result<Vec<Entry>, Refusal> {
        let procedure = Arc::clone(&self.procedure);
        if let Some(turn) = self.queue.at_once(&self.path).map_err(|error| no_lock(&error))? {
            return self.commit_in(turn, PATIENCE, |conn| step(conn, &procedure, actor, command, now));
        }
        let ahead = self.decide_ahead(actor, command, now)?;
        if ahead.events.is_empty() {
            return Ok(Vec::new());
        }
        self.commit(PATIENCE, |conn| {
            if !ahead.stands(conn).unwrap_or(false) {
                return step(conn, &procedure, actor, command, now);
            }
            let Ahead { events, sums, .. } = ahead;
            let signature = Signature::of(actor, actor.on_behalf.as_deref());
            Ok(record(conn, &signature, now, events, sums)?)
        })
    }

    /// Decides commands without writing: what each alone would do to the file as it stands now, or why it would be refused. Reads
    /// one state of the file and holds nobody up. `goes_on` is asked as in [`Store::execute_all_while`].
    ///
    /// # Errors
    /// When the file cannot be read, or as stopped.
    pub fn foresee(
        &self,
        actor: &Actor,
        commands: &[Command],
        goes_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Vec<Result<Vec<Event>, Refusal>>, Refusal> {
        let _held = self.hold()?;
        let now = self.clock.now();
        let facts = SqlFacts::new(&self.conn, &self.procedure);
        // The first read fixes the state that all others see.
        facts.county()?.ok_or(Refusal::NotFounded)?;
        let mut out = Vec::with_capacity(commands.len());
        for (place, command) in commands.iter().enumerate() {
            if !goes_on(place) {
                return Err(Refusal::Stopped);
            }
            out.push(decide(actor, command, now, &facts));
        }
        Ok(out)
    }

    /// Looks over what was read from a file, without writing: what the county's file says of it is told, for this viewer.
    ///
    /// # Errors
    /// The file cannot be read, or holds no county.
    pub fn look_over(&self, viewer: &User, file: &str, read: &mut HandIn) -> Result<(), Refusal> {
        let _held = self.hold()?;
        let facts = SqlFacts::new(&self.conn, &self.procedure);
        facts.county()?.ok_or(Refusal::NotFounded)?;
        Ok(intake::look_over(read, file, (viewer, self.now().today), &facts)?)
    }

    /// Runs a change in one transaction in one's turn, and waits until it is on the disk; whatever it refuses leaves no trace.
    pub(super) fn write<T, E: From<Unwritable>>(
        &mut self,
        patience: Duration,
        change: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let made = self.commit(patience, change)?;
        self.confirm()?;
        Ok(made)
    }

    /// Runs a change in one transaction in one's turn. A power cut may take it away until [`Store::confirm`] has said that it stands.
    pub(super) fn commit<T, E: From<Unwritable>>(
        &mut self,
        patience: Duration,
        change: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let (newest, end) =
            (|conn: &Connection| journal::head(conn).ok().map(|head| head.seq), Instant::now() + LONGEST);
        let (conn, mut seen) = (&self.conn, newest(&self.conn));
        // Who writes in front is no reason to refuse anything; who holds the file and writes nothing is.
        let mut moves = || {
            let now = newest(conn);
            std::mem::replace(&mut seen, now) != now && Instant::now() < end
        };
        let turn = self.queue.wait(&self.path, patience, &mut moves).map_err(|error| no_lock(&error))?;
        let turn = turn.ok_or_else(|| Unwritable(t!("store.busy").into_owned()))?;
        self.commit_in(turn, patience, change)
    }

    /// Runs a change in one transaction in the turn that one has, which ends with it.
    fn commit_in<T, E: From<Unwritable>>(
        &self,
        _turn: Turn,
        patience: Duration,
        change: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        self.same_file()?;
        let deadline = Instant::now() + patience;
        // SQLite's own waiting would count again at each try.
        self.conn.busy_timeout(Duration::ZERO).map_err(Unwritable::from)?;
        let begun = loop {
            match Span::writing(&self.conn) {
                Err(error) if is_busy(&error) && Instant::now() < deadline => std::thread::sleep(PAUSE),
                other => break other,
            }
        };
        let span = begun.map_err(Unwritable::from)?;
        self.conn.busy_timeout(BUSY).map_err(Unwritable::from)?;
        current(&self.conn)?;
        let made = change(&self.conn)?;
        span.commit().map_err(Unwritable::from)?;
        Ok(made)
    }

    /// Refuses to write into a file that nobody can open any more, because another one was put in its place, or that was found damaged.
    pub(super) fn same_file(&self) -> Result<(), Unwritable> {
        if let Some(words) = self.still_damaged() {
            return Err(Unwritable(t!("store.damaged", words = words).into_owned()));
        }
        let same = identity(&self.path).is_ok_and(|now| now == self.identity);
        if same { Ok(()) } else { Err(Unwritable(t!("store.replaced").into_owned())) }
    }
}

/// Decides one command and writes what follows, inside a transaction.
pub(super) fn step(
    conn: &Connection,
    procedure: &crate::domain::procedure::Procedure,
    actor: &Actor,
    command: &Command,
    now: Now,
) -> Result<Vec<Entry>, Refusal> {
    let facts = SqlFacts::new(conn, procedure);
    let salted = salted(command)?;
    let command = salted.as_ref().unwrap_or(command);
    let events: Vec<Event> = decide(actor, command, now, &facts)?;
    let on_behalf = actor.on_behalf.clone().map_or_else(|| on_behalf(actor, command, &facts), |name| Ok(Some(name)))?;
    let sums = foretold(&facts, &events)?;
    Ok(record(conn, &Signature::of(actor, on_behalf.as_deref()), now, events, sums)?)
}

/// Appends events to the journal and applies them to the tables; `sums` may know something of what follows.
fn record(
    conn: &Connection,
    by: &Signature<'_>,
    now: Now,
    events: Vec<Event>,
    mut sums: Sums,
) -> Result<Vec<Entry>, Unwritable> {
    let mut head = journal::head(conn)?;
    let mut entries = Vec::with_capacity(events.len());
    if !events.is_empty() && head.at.saturating_sub(now.at.0) > BEHIND {
        journal::append(conn, &mut head, now.at, by, Event::ClockSetBack { clock: now.at })?;
    }
    for event in events {
        let entry = journal::append(conn, &mut head, now.at, by, event)?;
        projection::apply(conn, &entry, &mut sums)?;
        entries.push(entry);
    }
    sums.settle(conn)?;
    Ok(entries)
}

/// Refuses to write into a file that a newer program has brought to its own schema meanwhile.
pub(super) fn current(conn: &Connection) -> Result<(), Unwritable> {
    match migrate::version(conn)? {
        found if found == SCHEMA => Ok(()),
        _ => Err(Unwritable(t!("store.upgraded-meanwhile").into_owned())),
    }
}

/// A ballot that comes without salt is given some: the domain draws no lots.
fn salted(command: &Command) -> Result<Option<Command>, Refusal> {
    let Command::Session { session, wish } = command else { return Ok(None) };
    let SessionWish::Vote(vote) = wish.as_ref() else { return Ok(None) };
    if !vote.salt.is_empty() {
        return Ok(None);
    }
    let mut salt = [0; 16];
    let drawn = rustix::rand::getrandom(&mut salt, rustix::rand::GetRandomFlags::empty());
    if drawn != Ok(salt.len()) {
        return Err(Refusal::Unusable(t!("store.no-lots").into_owned()));
    }
    let vote = Vote { salt: hex(&salt), ..vote.clone() };
    Ok(Some(Command::Session { session: *session, wish: Box::new(SessionWish::Vote(vote)) }))
}

fn no_lock(error: &io::Error) -> Unwritable {
    Unwritable(t!("store.no-lock", error = error).into_owned())
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// Whether the disk took no more: full, beyond a quota or a limit, or broken.
pub(super) fn could_not_write(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error().map(|error| error.extended_code);
    matches!(
        code,
        Some(SQLITE_FULL | SQLITE_IOERR_WRITE | SQLITE_IOERR_FSYNC | SQLITE_IOERR_TRUNCATE | SQLITE_IOERR_SHMSIZE)
    )
}

/// The file could not be written; in words, with what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unwritable(pub(super) String);

impl From<rusqlite::Error> for Unwritable {
    fn from(error: rusqlite::Error) -> Self {
        Self(Self::words(&error))
    }
}

impl Unwritable {
    /// What SQLite said, in the user's language.
    pub(super) fn words(error: &rusqlite::Error) -> String {
        let words = match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => t!("store.disk-full"),
            Some(ErrorCode::ReadOnly) => t!("store.read-only"),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => t!("store.busy"),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => t!("store.corrupt", error = error),
            Some(ErrorCode::SystemIoFailure) if could_not_write(error) => t!("store.no-write"),
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => t!("store.io", error = error),
            _ => t!("store.other", error = error),
        };
        words.into_owned()
    }
}

impl From<Unwritable> for Refusal {
    fn from(Unwritable(words): Unwritable) -> Self {
        Self::Unusable(words)
    }
}

impl From<Unwritable> for Refused {
    fn from(unwritable: Unwritable) -> Self {
        Self { place: 0, refusal: unwritable.into() }
    }
}

impl From<Unwritable> for crate::domain::facts::Unreadable {
    fn from(Unwritable(words): Unwritable) -> Self {
        Self(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::command::Origin;
    use crate::domain::handin::HandedTarget;
    use crate::domain::ids::TargetId;
    use crate::domain::target::{Indicator, ProjectName, Submission, UnitName};

    fn handed(value: &str) -> Command {
        let indicator =
            Indicator { l3: Some("供餐天数".to_owned()), value: Some(value.to_owned()), ..Indicator::default() };
        let submission = Submission {
            objective: "每周供餐不少于5天".to_owned(),
            indicators: vec![indicator],
            ..Submission::default()
        };
        Command::HandIn(Box::new(HandedTarget {
            unit: UnitName { code: None, name: "县教育体育局".to_owned() },
            project: ProjectName { code: None, name: "营养改善计划".to_owned() },
            year: None,
            category: None,
            submission,
        }))
    }

    #[test]
    fn all_commands_of_a_list_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("a.db")).unwrap();
        let actor = Actor::new(store.whoami(None).unwrap(), Origin::CommandLine);
        let found = Command::Found { county: "云岭县".to_owned(), year: 2021, sample: false };
        assert_eq!(store.execute(&actor, &handed("200")), Err(Refusal::NotFounded));
        let refused = store.execute_all(&actor, &[found.clone(), handed("200"), found.clone()]).unwrap_err();
        assert_eq!(refused, Refused { place: 2, refusal: Refusal::AlreadyFounded("云岭县".to_owned()) });
        assert_eq!(journal::head(&store.conn).unwrap().seq, 0, "nothing of it stays");
        let entries = store.execute_all(&actor, &[found, handed("200")]).unwrap();
        let kinds: Vec<_> = entries.iter().map(|entry| entry.event.kind()).collect();
        assert_eq!(
            kinds,
            ["county-founded", "unit-added", "target-registered", "submission-received", "findings-recorded"]
        );
        assert_eq!(store.execute(&actor, &handed("200")), Ok(Vec::new()));
        assert_eq!(store.execute(&actor, &handed("201")).unwrap().len(), 2);
        let facts = SqlFacts::new(&store.conn, &store.procedure);
        assert_eq!(facts.target(TargetId(1)).unwrap().unwrap().standing.round, 2);
    }

    #[test]
    fn a_list_that_is_stopped_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("a.db")).unwrap();
        let actor = Actor::new(store.whoami(None).unwrap(), Origin::Import);
        let found = Command::Found { county: "云岭县".to_owned(), year: 2021, sample: false };
        store.execute(&actor, &found).unwrap();
        let head = journal::head(&store.conn).unwrap().seq;
        let mut heard = Vec::new();
        let refused = store.execute_all_while(&actor, &[handed("200"), handed("201")], &mut |done| {
            heard.push(done);
            done < 1
        });
        assert_eq!(refused, Err(Refused { place: 1, refusal: Refusal::Stopped }));
        assert_eq!(heard, [0, 1]);
        assert_eq!(journal::head(&store.conn).unwrap().seq, head);
    }

    #[test]
    fn what_is_foreseen_is_not_done_and_holds_nobody_up() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut store = Store::create(&path).unwrap();
        let actor = Actor::new(store.whoami(None).unwrap(), Origin::Import);
        store.execute(&actor, &Command::Found { county: "云岭县".to_owned(), year: 2021, sample: false }).unwrap();
        let mut other = Store::open(&path).unwrap();
        let foreseen = store.foresee(&actor, &[handed("200"), handed("201")], &mut |_| {
            // Somebody else writes while it is being decided upon.
            other.execute(&actor, &handed("199")).is_ok()
        });
        let foreseen = foreseen.unwrap();
        let new = |made: &Result<Vec<Event>, Refusal>| {
            made.as_ref().unwrap().iter().any(|event| matches!(event, Event::TargetRegistered { .. }))
        };
        assert!(foreseen.iter().all(new), "both are decided upon as the file stood at the beginning");
        let facts = SqlFacts::new(&store.conn, &store.procedure);
        assert_eq!(facts.target(TargetId(1)).unwrap().unwrap().standing.round, 1, "only what the other wrote is there");
        assert_eq!(store.foresee(&actor, &[handed("200")], &mut |_| false), Err(Refusal::Stopped));
    }
}
