use std::collections::BTreeMap;
use std::sync::Arc;

use super::*;
use crate::domain::time::Instant;
use crate::store::{Clock, FixedClock};

/// Monday 2020-11-30, 10:00 UTC, which is 18:00 in Beijing.
const PRESENT: Instant = Instant(1_606_730_400_000_000);

/// The wall of an office eight hours east of UTC.
struct Beijing;

impl Clock for Beijing {
    fn now(&self) -> Now {
        Now::in_zone(PRESENT, &self.zone())
    }

    fn zone(&self) -> TimeZone {
        TimeZone::fixed(jiff::tz::offset(8))
    }
}

fn filled(folder: &tempfile::TempDir, clock: Arc<dyn Clock>) -> Store {
    crate::lang::choose(crate::lang::Language::Chinese);
    let mut store = Store::create_with(&folder.path().join("a.db"), clock).unwrap();
    store.fill_sample().unwrap();
    store
}

fn counts(store: &Store, sql: &str) -> BTreeMap<String, i64> {
    let mut sql = store.conn.prepare(sql).unwrap();
    let rows = sql.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

#[test]
fn the_sample_year_stands_where_it_should_and_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = filled(&folder, Arc::new(FixedClock::at(PRESENT)));
    let expected = [
        ("draft", 3),
        ("department", 8),
        ("desk", 24),
        ("performance", 10),
        ("budget", 6),
        ("joint", 18),
        ("returned", 6),
        ("negotiating", 4),
        ("ruling", 2),
        ("budgeted", 14),
        ("excluded", 2),
        ("withdrawn", 1),
    ];
    let expected: BTreeMap<_, _> = expected.into_iter().map(|(place, count)| (place.to_owned(), count)).collect();
    let place = "case state when 'pending' then stage else state end";
    assert_eq!(counts(&store, &format!("select {place}, count(*) from target where year = 2021 group by 1")), expected);
    assert_eq!(
        counts(&store, &format!("select {place}, sum(count) from tally where year = 2021 group by 1")),
        expected
    );
    let money = |table: &str| counts(&store, &format!("select {place}, sum(amount) from {table} group by 1"));
    assert_eq!(money("target"), money("tally"));
    let many = counts(
        &store,
        "select 'units', count(*) from unit union all select 'evaluations', count(*) from evaluation
            union all select 'evaluated', count(distinct target_id) from prior",
    );
    assert_eq!((many["units"], many["evaluations"]), (70, 210));
    assert!(many["evaluated"] > 50, "evaluations find their targets");
    assert!(store.verify().unwrap().is_clean());
    let again = store.fill_sample().unwrap_err();
    assert!(again.0.contains("云岭县"), "{again}");
    assert!(store.verify().unwrap().is_clean());
}

#[test]
fn the_newest_round_has_exactly_the_links_that_the_files_state_and_proposals_where_nobody_reviewed() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(&folder, Arc::new(FixedClock::at(PRESENT)));
    let facts = SqlFacts::new(&store.conn, &store.procedure);
    let mut suggested = 0;
    for (number, target) in (1..).zip(&Files::read().unwrap().targets) {
        let amended = target.acts.iter().filter(|act| act.contains("| amend |")).count();
        assert!(target.submission(amended + 1).is_err(), "{}: an amendment that nobody hands in", target.project);
        let mut stated: Vec<_> = target.links_of(amended).iter().map(|text| pair(text).unwrap()).collect();
        stated.sort_unstable();
        let round = facts.target(TargetId(number)).unwrap().unwrap().standing.round;
        let links = facts.links(TargetId(number), round).unwrap();
        if !target.is_reviewed() {
            assert!(links.iter().all(|link| link.origin == LinkOrigin::Suggested), "{}", target.project);
            suggested += links.len();
            continue;
        }
        let found = links.iter().filter(|link| link.holds());
        assert!(found.clone().all(|link| link.origin == LinkOrigin::Confirmed), "{}", target.project);
        let found: Vec<_> = found.map(|link| (link.objective, link.indicator)).collect();
        assert_eq!(found, stated, "{}", target.project);
    }
    assert!(suggested > 20, "only {suggested}");
}

#[test]
fn times_are_those_of_the_wall_and_due_days_count_from_the_act() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(&folder, Arc::new(Beijing));
    let zone = TimeZone::fixed(jiff::tz::offset(8));
    let mut due = 0;
    for (number, target) in (1..).zip(&Files::read().unwrap().targets) {
        // Becoming a key project moves nothing.
        let mut acts = target.acts.iter().rev().map(|act| Act::read(act).unwrap());
        let Some(act) = acts.find(|act| act.what() != "key-project") else { continue };
        let facts = SqlFacts::new(&store.conn, &store.procedure);
        let standing = facts.target(TargetId(number)).unwrap().unwrap().standing;
        let day = Beijing.now().today.checked_sub(jiff::Span::new().days(act.days_ago)).unwrap();
        if standing.state != State::Negotiating || act.what() == "decide" {
            let at = day.to_datetime(act.time).to_zoned_datetime(zone.clone()).unwrap();
            assert_eq!(standing.since.0, at.timestamp().as_microsecond(), "{}", target.project);
        }
        if matches!(act.what(), "review" | "decide")
            && let Some(last) = standing.due
        {
            due += 1;
            let days = act.word(3).parse().unwrap_or(5);
            assert_eq!(last, add_working_days(day, days), "{}", target.project);
        }
    }
    assert!(due >= 6, "only {due} targets have a day to amend by");
    let last: i64 = store.conn.query_row("select max(at) from journal", [], |row| row.get(0)).unwrap();
    assert!(last <= PRESENT.0);
}
