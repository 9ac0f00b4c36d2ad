//! Deciding before one's turn among the writers: they wait for each other only while rows are written, not while rules are applied.
//!
//! Owns when such a decision still stands once the turn has come: nothing that it was made from can have changed since. What a command may change
//! and what follows from it stays `domain::decide`'s; a decision that no longer stands is simply made again.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::Store;
use super::execute::{Unwritable, current};
use super::facts::SqlFacts;
use super::journal;
use super::projection::Sums;
use super::span::Span;
use crate::domain::command::{Actor, Command};
use crate::domain::decide::{decide, relink};
use crate::domain::event::Event;
use crate::domain::facts::{Answer, Facts};
use crate::domain::ids::TargetId;
use crate::domain::refusal::Refusal;
use crate::domain::target::coverage;
use crate::domain::time::Now;

/// Kinds of events that change the answers to questions about their own target, and to no other question of `Facts`.
const OF_ONE_TARGET: [&str; 14] = [
    "target-submitted",
    "target-withdrawn",
    "key-project-set",
    "review-given",
    "act-undone",
    "link-set",
    "link-removed",
    "prior-match-set",
    "prior-match-removed",
    "findings-recorded",
    "findings-changed",
    "finding-waived",
    "waiver-withdrawn",
    "point-answered",
];

/// A decision on the facts as they stood after a row of the journal.
pub(super) struct Ahead {
    /// What follows from the command.
    pub(super) events: Vec<Event>,
    /// The journal's last row then.
    after: i64,
    /// The targets that were asked about.
    asked: BTreeSet<TargetId>,
    /// What was worked out on the way of the sums that follow.
    pub(super) sums: Sums<'static>,
}

impl Store {
    /// Decides a command that need not wait on the file as it stands now. A refusal holds as well: it was true now.
    pub(super) fn decide_ahead(&self, actor: &Actor, command: &Command, now: Now) -> Result<Ahead, Refusal> {
        self.same_file()?;
        let still = Span::reading(&self.conn).map_err(Unwritable::from)?;
        current(still.conn())?;
        let after = journal::head(still.conn()).map_err(Unwritable::from)?.seq;
        let facts = SqlFacts::new(still.conn(), &self.procedure);
        let events = decide(actor, command, now, &facts)?;
        let sums = foretold(&facts, &events)?;
        Ok(Ahead { events, after, asked: facts.asked(), sums })
    }
}

/// The sums that a decision has worked out on its way: the coverage of a round whose links it changes.
pub(super) fn foretold(facts: &SqlFacts<'_>, events: &[Event]) -> Answer<Sums<'static>> {
    let mut sums = Sums::default();
    let changed = events.iter().find_map(|event| match event {
        Event::LinkSet { target, round, .. } | Event::LinkRemoved { target, round, .. } => Some((*target, *round)),
        _ => None,
    });
    let Some((target, round)) = changed else { return Ok(sums) };
    if let Some(submission) = facts.submission(target, round)? {
        let mut links = facts.links(target, round)?;
        relink(&mut links, target, events);
        sums.foretell(target, round, coverage(&submission, facts.items(target, round)?.len(), &links));
    }
    Ok(sums)
}

/// The commands whose decision asks about targets, units, people and the county only, and draws no number and no lot.
pub(super) const fn may_be_early(command: &Command) -> bool {
    matches!(
        command,
        Command::Submit { .. }
            | Command::Review(_)
            | Command::Decide { .. }
            | Command::Settle { .. }
            | Command::Rule { .. }
            | Command::Withdraw { .. }
            | Command::SetKeyProject { .. }
            | Command::Undo { .. }
            | Command::Link { .. }
            | Command::Unlink { .. }
            | Command::MatchPrior { .. }
            | Command::Waive { .. }
            | Command::Unwaive { .. }
            | Command::AnswerPoint { .. }
    )
}

impl Ahead {
    /// Whether the decision would be the same now: whatever was written since is about single targets, and none that was asked about.
    pub(super) fn stands(&self, conn: &Connection) -> rusqlite::Result<bool> {
        let mut since = conn.prepare_cached("select kind, target_id from journal where seq > ?1")?;
        let mut since = since.query([self.after])?;
        while let Some(row) = since.next()? {
            let kind = row.get_ref(0)?.as_str()?;
            let elsewhere = row.get::<_, Option<i64>>(1)?.is_some_and(|target| !self.asked.contains(&TargetId(target)));
            if !elsewhere || !OF_ONE_TARGET.contains(&kind) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::command::{Origin, ReviewWish, Verdict};
    use crate::domain::grade::Grade;
    use crate::domain::handin::HandedTarget;
    use crate::domain::target::UnitName;

    /// Wishes about a target, some of which will be refused.
    fn wishes(store: &Store, target: TargetId) -> Vec<Command> {
        let facts = SqlFacts::new(&store.conn, &store.procedure);
        let Some(known) = facts.target(target).unwrap() else { return Vec::new() };
        let round = known.standing.round;
        let review = ReviewWish {
            target,
            seen: None,
            stage: known.standing.stage.clone().unwrap_or_default(),
            criteria: vec![Grade::Good; 6],
            points: Vec::new(),
            grade: Grade::Good,
            verdict: Verdict::Pass,
            opinion: "测算依据齐全。".to_owned(),
            reason: String::new(),
        };
        let mut wishes = vec![
            Command::Unlink { target, round, objective: 0, indicator: 0 },
            Command::Link { target, round, objective: 0, indicator: 0, belongs: true },
            Command::Review(Box::new(review)),
            Command::Submit { target, seen: None },
            Command::Withdraw { target, seen: None, reason: "口径有误".to_owned() },
            Command::SetKeyProject { target, seen: None, key_project: true, reason: "民生".to_owned() },
            Command::Undo { target, seen: None },
        ];
        let findings = facts.recorded(target).unwrap().map(|recorded| recorded.report.findings).unwrap_or_default();
        wishes.extend(findings.into_iter().take(1).map(|finding| Command::Waive {
            target,
            key: finding.key,
            reason: "已核实".to_owned(),
        }));
        wishes
    }

    /// Gives a target the contents of another one of its unit, so that they share a block of indicators.
    fn copied(store: &Store, from: TargetId, to: TargetId) -> Option<Command> {
        let facts = SqlFacts::new(&store.conn, &store.procedure);
        let (from, to) = (facts.target(from).ok()??, facts.target(to).ok()??);
        let submission = facts.submission(from.id, from.standing.round).ok()??;
        let unit = facts.unit(to.unit).ok()??;
        Some(Command::HandIn(Box::new(HandedTarget {
            unit: UnitName { code: unit.code, name: unit.name },
            project: to.project,
            year: Some(to.year),
            category: to.category,
            submission: std::sync::Arc::unwrap_or_clone(submission),
        })))
    }

    #[test]
    fn a_decision_that_stands_is_the_one_that_would_be_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("a.db")).unwrap();
        store.fill_sample().unwrap();
        let actor = Actor::new(store.whoami(None).unwrap(), Origin::CommandLine);
        let (mut stood, mut fell) = (0, 0);
        for number in 1..60_u32 {
            let (one, other) = (TargetId(i64::from(number)), TargetId(i64::from(number * 7 % 60 + 1)));
            for (place, early) in wishes(&store, one).into_iter().enumerate() {
                let now = store.now();
                let Ok(ahead) = store.decide_ahead(&actor, &early, now) else { continue };
                let mut between = wishes(&store, if number % 3 == 0 { one } else { other });
                between.extend(copied(&store, one, other));
                let between = &between[place % between.len().max(1)..];
                let done = between.iter().find(|wish| store.execute(&actor, wish).is_ok_and(|made| !made.is_empty()));
                if !ahead.stands(&store.conn).unwrap() {
                    fell += 1;
                    continue;
                }
                stood += u32::from(done.is_some());
                let facts = SqlFacts::new(&store.conn, &store.procedure);
                let again = decide(&actor, &early, now, &facts);
                assert_eq!(again, Ok(ahead.events), "{early:?} after {done:?}");
            }
        }
        assert!(stood > 50 && fell > 50, "{stood} stood, {fell} fell");
    }
}
