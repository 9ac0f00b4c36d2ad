//! The time of a session: what is planned for an item, how long it has taken, and how far it is ahead of the plan or behind it.
//!
//! Items on the consent list take no time of their own. A clock that is set back makes no negative times.

use super::view::SessionView;
use super::{Item, ItemState, Session, SessionState};
use crate::domain::time::Instant;

/// Microseconds in a second and in a minute.
const SECOND: i64 = 1_000_000;
const MINUTE: i64 = 60 * SECOND;

/// What is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Items to be discussed one by one.
    pub items: i64,
    /// Minutes for all of them.
    pub minutes: i64,
}

impl Budget {
    /// Tenths of a minute for an item, rounded.
    pub const fn tenths_each(self) -> i64 {
        if self.items == 0 { 0 } else { (self.minutes * 20 / self.items + 1) / 2 }
    }

    /// Microseconds for an item.
    const fn each(self) -> i64 {
        if self.items == 0 { 0 } else { self.minutes * MINUTE / self.items }
    }
}

/// How the time stands, in whole minutes that have passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Since the session was opened.
    pub total: i64,
    /// Of the item under discussion, all its calls together.
    pub item: i64,
    /// Minutes behind the plan; negative when ahead; nothing without a plan.
    pub behind: Option<i64>,
}

/// The time of the item under discussion, to be watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timer {
    /// Whole seconds that it has taken, all its calls together.
    pub seconds: i64,
    /// Whether it goes on: until the item is decided.
    pub runs: bool,
    /// Whether it has taken more than its share of the plan.
    pub over: bool,
}

impl SessionView {
    /// The time of the item under discussion; nothing while there is none, or it was put off.
    pub fn timer(&self, now: Instant) -> Option<Timer> {
        let item = self.discussed()?;
        let decided = self.items.iter().find(|one| one.target == item.target).and_then(|one| one.decision.as_ref());
        let taken = item.taken(decided.map_or(now, |decision| decision.at.min(now)));
        let over = self.session.budget().is_some_and(|budget| taken > budget.each());
        Some(Timer { seconds: taken / SECOND, runs: item.state != ItemState::Decided, over })
    }

    /// When the timer reads differently next, while it runs.
    pub fn next_second(&self, now: Instant) -> Option<Instant> {
        let item = self.discussed().filter(|item| item.state != ItemState::Decided)?;
        Some(Instant(now.0 + SECOND - item.taken(now) % SECOND))
    }

    fn discussed(&self) -> Option<&Item> {
        let item = self.session.current_item().filter(|_| self.session.state == SessionState::Open);
        item.filter(|item| item.state != ItemState::Deferred)
    }
}

impl Session {
    /// What is planned, if minutes were stated and there is anything to discuss.
    pub fn budget(&self) -> Option<Budget> {
        let items = self.items.iter().filter(|item| !item.consent).count();
        let items = i64::try_from(items).ok().filter(|items| *items > 0)?;
        Some(Budget { items, minutes: i64::from(self.minutes?) })
    }

    /// How the time stands; nothing unless the session is open.
    pub fn pace(&self, now: Instant) -> Option<Pace> {
        let opened = self.opened.filter(|_| self.state == SessionState::Open)?;
        let total = since(opened, now);
        let current = self.current_item();
        let item = current.map_or(0, |item| item.taken(now));
        let behind = self.budget().map(|budget| {
            let settled =
                |item: &&Item| !item.consent && matches!(item.state, ItemState::Decided | ItemState::Deferred);
            let done = i64::try_from(self.items.iter().filter(settled).count()).unwrap_or(0);
            let discussed = current.filter(|item| !settled(item)).map_or(0, |_| item.min(budget.each()));
            (total - done * budget.each() - discussed) / MINUTE
        });
        Some(Pace { total: total / MINUTE, item: item / MINUTE, behind })
    }

    /// When the pace reads differently next, without anything happening.
    pub fn next_tick(&self, now: Instant) -> Option<Instant> {
        let opened = self.opened.filter(|_| self.state == SessionState::Open)?;
        let left = |passed: i64| MINUTE - passed % MINUTE;
        let item = self.current_item().map_or(MINUTE, |item| left(item.taken(now)));
        Some(Instant(now.0 + left(since(opened, now)).min(item)))
    }
}

impl Item {
    /// Microseconds that the item has taken so far.
    pub fn taken(&self, now: Instant) -> i64 {
        self.spent + self.called.map_or(0, |called| since(called, now))
    }
}

fn since(begin: Instant, now: Instant) -> i64 {
    (now.0 - begin.0).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{Seq, SessionId, TargetId};
    use crate::domain::session::event::SessionEvent as It;
    use crate::domain::session::{Quorum, Share};

    /// Four items in forty minutes, the first called at the opening.
    fn session() -> Session {
        let created = It::Created { name: "会审".to_owned(), day: None, quorum: Share(2, 3), minutes: Some(40) };
        let mut session = Session::created(SessionId(1), &created).unwrap();
        let targets: Vec<_> = (1..=4).map(TargetId).collect();
        session.apply(Seq(2), Instant(0), &It::ItemsAdded { targets });
        session
    }

    fn at(session: &mut Session, minute: i64, event: &It) {
        session.apply(Seq(9), Instant(minute * MINUTE), event);
    }

    fn opened(session: &mut Session) {
        at(session, 100, &It::Opened { present: Vec::new(), quorum: Quorum::default() });
        at(session, 100, &It::Called { target: TargetId(1) });
    }

    fn pace(session: &Session, minute: i64) -> (i64, i64, i64) {
        let pace = session.pace(Instant(minute * MINUTE)).unwrap();
        (pace.total, pace.item, pace.behind.unwrap())
    }

    #[test]
    fn the_plan_gives_every_item_its_share() {
        let mut session = session();
        assert_eq!(session.budget().unwrap().tenths_each(), 100);
        assert_eq!(Budget { items: 34, minutes: 180 }.tenths_each(), 53);
        assert_eq!(session.pace(Instant(0)), None, "not open yet");
        at(&mut session, 0, &It::ConsentListed { targets: vec![TargetId(4)] });
        assert_eq!(session.budget(), Some(Budget { items: 3, minutes: 40 }), "consent takes no time");
        session.minutes = None;
        assert_eq!(session.budget(), None);
    }

    #[test]
    fn an_item_within_its_time_is_on_plan_and_one_beyond_it_is_behind() {
        let mut session = session();
        opened(&mut session);
        assert_eq!(pace(&session, 107), (7, 7, 0));
        assert_eq!(pace(&session, 113), (13, 13, 3));
        at(&mut session, 113, &It::Deferred { target: TargetId(1), reason: String::new() });
        at(&mut session, 113, &It::Called { target: TargetId(2) });
        assert_eq!(pace(&session, 115), (15, 2, 3));
        at(&mut session, 115, &It::Deferred { target: TargetId(2), reason: String::new() });
        assert_eq!(pace(&session, 115), (15, 2, -5));
        at(&mut session, 116, &It::Called { target: TargetId(1) });
        assert_eq!(pace(&session, 117).1, 14, "what it took before counts");
        assert_eq!(pace(&session, 50), (0, 13, -20), "a clock set back");
    }

    #[test]
    fn the_timer_runs_until_the_item_is_decided() {
        let mut session = session();
        let view =
            |session: &Session| SessionView { session: session.clone(), quorum: Quorum::default(), items: Vec::new() };
        let read =
            |session: &Session, at: i64| view(session).timer(Instant(at)).map(|it| (it.seconds, it.runs, it.over));
        assert_eq!(read(&session, 0), None, "not open yet");
        opened(&mut session);
        assert_eq!(read(&session, 102 * MINUTE + 5 * SECOND + 1), Some((125, true, false)));
        assert_eq!(read(&session, 111 * MINUTE), Some((660, true, true)), "ten minutes were planned");
        assert_eq!(read(&session, 0), Some((0, true, false)), "a clock set back");
        let now = Instant(100 * MINUTE + SECOND / 4);
        assert_eq!(view(&session).next_second(now), Some(Instant(100 * MINUTE + SECOND)));
        let decided = It::Decided {
            target: TargetId(1),
            grade: crate::domain::grade::Grade::Good,
            opinion: String::new(),
            due: None,
            consent: false,
            quorum: Quorum::default(),
        };
        at(&mut session, 103, &decided);
        assert_eq!(view(&session).next_second(now), None);
        assert_eq!(read(&session, 103 * MINUTE), Some((180, false, false)));
        at(&mut session, 103, &It::Called { target: TargetId(2) });
        at(&mut session, 104, &It::Deferred { target: TargetId(2), reason: String::new() });
        assert_eq!(read(&session, 105 * MINUTE), None);
    }

    #[test]
    fn the_pace_changes_by_itself_once_a_minute() {
        let mut session = session();
        opened(&mut session);
        let now = Instant(107 * MINUTE + 5);
        let tick = session.next_tick(now).unwrap();
        assert_eq!(tick, Instant(108 * MINUTE));
        assert_eq!(session.pace(Instant(tick.0 - 1)), session.pace(now));
        assert_ne!(session.pace(tick), session.pace(now));
    }
}
