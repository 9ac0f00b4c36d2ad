//! What the tables around targets ought to hold after a replay, kept in memory instead of being written a second time.
//!
//! Owns the rows that later events change: targets, their links, findings and earlier evaluations. Of each row only what a later event asks for is
//! kept as it is, everything else as a hash; `compare` adds up in the end what the tables ought to hold. Where a sum differs the
//! long way says which row. Rows that stay as they were written are `lasting`'s.

mod compare;
mod evaluation;
mod finding;
mod numbered;
mod search;
mod target;

pub(super) use compare::RECIPES;

use std::collections::{BTreeSet, HashMap};
use std::iter;
use std::rc::Rc;

use jiff::civil::Date;
use rusqlite::Error;

use self::numbered::Numbered;
use super::target::stands_so;
use super::value::number;
use crate::domain::ids::TargetId;
use crate::domain::target::{Link, LinkOrigin, Standing};
use crate::store::digest::{Key, Sum};

/// Where a target is counted: year, unit, state, stage.
type Place = (i64, i64, &'static str, Rc<str>);

/// What the tables around targets ought to hold.
#[derive(Debug, Default)]
pub(in crate::store) struct Expected {
    key: Key,
    targets: Numbered<Held>,
    evaluations: Numbered<Past>,
    stages: BTreeSet<Rc<str>>,
    /// The words of the search.
    words: Sum,
    /// Letters of which it must be asked what SQLite makes of them.
    letters: HashMap<char, Option<char>>,
    /// Room for the words of a target.
    room: Vec<u64>,
}

/// A target with everything that hangs on it.
#[derive(Debug)]
struct Held {
    /// What it was registered with.
    fixed: u64,
    /// Its standing with its version.
    standing: u64,
    /// Amount and block.
    contents: u64,
    place: Place,
    version: u32,
    round: u32,
    due: Option<Date>,
    /// 分.
    amount: Option<i64>,
    /// Items without an indicator, indicators without an item.
    coverage: (u32, u32),
    /// Round and rules of the last check.
    checked: Option<(u32, u32)>,
    findings: Vec<Found>,
    /// Keys of findings that somebody lets stand, whether they are found or not.
    waivers: Vec<u64>,
    unchecked: Vec<u64>,
    links: Vec<Linked>,
    priors: Vec<Earlier>,
}

/// A finding: its key and which of that key it is, whether it counts, and the row without the mark that somebody lets it stand.
#[derive(Debug)]
struct Found {
    key: u64,
    twin: u32,
    counts: bool,
    row: u64,
}

/// A link.
#[derive(Debug)]
struct Linked {
    round: u32,
    objective: u32,
    indicator: u32,
    origin: LinkOrigin,
    row: u64,
}

/// That an evaluation is a target's, or is said not to be.
#[derive(Debug)]
struct Earlier {
    evaluation: i64,
    holds: bool,
    row: u64,
}

/// An evaluation of an earlier year.
#[derive(Debug)]
struct Past {
    row: u64,
    replaced: bool,
    judged: u64,
    year: i32,
    /// The bureau's own before an agency's before the unit's.
    rank: u8,
    score: Option<Box<str>>,
    /// Targets that it was ever said to belong to.
    of: Vec<i64>,
}

impl Expected {
    /// Nothing yet; hashes are made with a key.
    pub(super) fn under(key: Key) -> Self {
        Self { key, ..Self::default() }
    }

    /// The target that an event is about.
    fn held(&mut self, target: TargetId) -> rusqlite::Result<&mut Held> {
        self.targets.get_mut(target.0).ok_or(Error::QueryReturnedNoRows)
    }

    /// The round, the amount (分) and the last day for the unit as they stand; with state and stage.
    pub(super) fn stands(&self, target: TargetId) -> Option<super::target::Stands> {
        let held = self.targets.get(target.0)?;
        let (_, _, state, stage) = &held.place;
        Some((held.round, held.amount, held.due.map(|due| due.to_string()), (*state).to_owned(), stage.to_string()))
    }

    /// The links of a round, as far as they tell what hangs together.
    pub(super) fn links(&self, target: TargetId, round: u32) -> Vec<Link> {
        let all = self.targets.get(target.0).into_iter().flat_map(|held| &held.links);
        let link = |one: &Linked| Link {
            objective: one.objective,
            indicator: one.indicator,
            origin: one.origin,
            confidence: 0,
            by: String::new(),
            grounds: Vec::new(),
        };
        all.filter(|one| one.round == round).map(link).collect()
    }

    /// Puts how many items have no indicator, and how many indicators no item.
    pub(super) fn cover(&mut self, target: TargetId, coverage: (u32, u32)) -> rusqlite::Result<()> {
        self.held(target)?.coverage = coverage;
        Ok(())
    }

    /// A stage's id, each kept once.
    fn stage(&mut self, stage: Option<&str>) -> Rc<str> {
        let stage = stage.unwrap_or_default();
        if let Some(known) = self.stages.get(stage) {
            return known.clone();
        }
        let new: Rc<str> = stage.into();
        self.stages.insert(new.clone());
        new
    }

    /// The columns of a standing that `compare` reads, in its order.
    fn standing(&self, version: u32, at: &Standing) -> u64 {
        let due = at.due.map(|due| due.to_string());
        self.key.hash(iter::once(number(version)).chain(stands_so(at, due.as_deref())))
    }
}
