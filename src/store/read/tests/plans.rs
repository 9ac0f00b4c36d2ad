//! How SQLite finds what is read: no read may walk through a big table, or sort more than the targets of one unit, whatever is asked.
//! The statements are those that the reads really make; a bare word, which has an index of its own, may be sorted.

use std::collections::BTreeSet;
use std::sync::Mutex;

use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::*;
use crate::domain::access::{self, Sight};
use crate::domain::ids::Seq;
use crate::domain::report::Rows;

/// Tables that grow with the targets.
const BIG: [&str; 16] = [
    "m",
    "monitoring",
    "t",
    "target",
    "journal",
    "submission",
    "objective_item",
    "indicator",
    "link",
    "review",
    "step",
    "evaluation",
    "evaluation_indicator",
    "prior",
    "p",
    "e",
];
pub(super) const SORTS: [Sort; 4] = [Sort::Waiting, Sort::Amount, Sort::Unit, Sort::Number];
const FILTERS: [&str; 33] = [
    "环节:初审",
    "stage:desk,joint",
    "not stage:desk",
    "单位:测速单位07局",
    "unit:101001",
    "股室:教科文",
    "project:53039921T000000000007",
    "category:特定",
    "state:returned",
    "state:pending",
    "grade:中",
    "grade:none",
    "金额>500",
    "amount<=20",
    "age>3d",
    "等待:5",
    "round:2",
    "is:mine",
    "is:overdue",
    "has:orphan",
    "has:uncovered",
    "has:prior",
    "check>0",
    "year:2020",
    "year>=2019",
    "prior<80",
    "金额>500 age>3d grade:良",
    "环节:初审 or state:returned",
    "-环节:初审 -has:prior",
    "(unit:101001 or desk:教科文) 金额>100",
    "养护",
    "yyss 环节:初审",
    "项目:养护",
];

/// A filled file that tells its statements, as they are prepared.
struct Talkative {
    store: Store,
    heard: Arc<Mutex<BTreeSet<String>>>,
    _folder: TempDir,
}

fn filled() -> Talkative {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(FixedClock::at(Instant(1_795_510_800_000_000)));
    let mut store = Store::create_with(&folder.path().join("a.db"), clock).unwrap();
    store.fill_bench(140, &mut |_| ()).unwrap();
    let heard = Arc::new(Mutex::new(BTreeSet::new()));
    let told = Arc::clone(&heard);
    let hear = move |event: TraceEvent<'_>| {
        if let TraceEvent::Stmt(statement, _) = event {
            told.lock().unwrap().insert(statement.sql().into_owned());
        }
    };
    store.conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(hear)).unwrap();
    Talkative { store, heard, _folder: folder }
}

pub(super) fn viewers() -> Vec<User> {
    let (desk, unit) = (Scope::Desk(DESK.to_owned()), Scope::Unit(UnitId(7)));
    vec![
        bureau(),
        person(&[(Role::Observer, Scope::County)]),
        person(&[(Role::Desk, desk.clone())]),
        person(&[(Role::Desk, desk), (Role::Desk, unit.clone())]),
        person(&[(Role::Department, unit.clone())]),
        person(&[(Role::Department, unit), (Role::Department, Scope::Unit(UnitId(8)))]),
    ]
}

pub(super) fn tabs() -> Vec<Tab> {
    let stages = ["department", "desk", "performance", "budget", "joint"].map(|stage| Tab::Stage(stage.to_owned()));
    let states = [State::Returned, State::Negotiating, State::Draft].map(|state| Tab::States(vec![state]));
    let finished = Tab::States(vec![State::Budgeted, State::Excluded]);
    [Tab::Mine, Tab::All, finished].into_iter().chain(stages).chain(states).collect()
}

/// What is wrong with how a statement is found, if anything.
fn fault(conn: &Connection, sql: &str) -> Option<String> {
    let mut explained = conn.prepare(&format!("explain query plan {sql}")).unwrap();
    // Planned as the program plans: before any value is known.
    let steps: Vec<String> = explained.raw_query().mapped(|row| row.get(3)).collect::<rusqlite::Result<_>>().unwrap();
    let walks = |step: &&String| {
        BIG.iter().any(|table| **step == format!("SCAN {table}") || step.starts_with(&format!("SCAN {table} ")))
    };
    let few =
        |step: &String| ["unit_id=?", "target_id=?", "code=?", "rowid=?", "(id=?"].iter().any(|key| step.contains(key));
    let sorts = |step: &&String| step.starts_with("USE TEMP B-TREE");
    let found = |step: &&String| step.starts_with("SEARCH");
    let bounded = sql.contains("target_search match") || steps.iter().filter(found).all(few);
    // What lies beyond a row is looked for there, and not from the beginning of the order on.
    let beyond = sql.contains(", t.id) < (") || sql.contains(", t.id) > (");
    let from_start = |step: &&String| beyond && !bounded && step.starts_with("SEARCH t ") && !step.contains(['<', '>']);
    let wrong = steps
        .iter()
        .find(walks)
        .or_else(|| steps.iter().find(from_start))
        .or_else(|| steps.iter().find(sorts).filter(|_| !bounded));
    wrong.map(|step| format!("{step}\n  of {sql}\n  {steps:?}"))
}

impl Talkative {
    /// Fails with all that is wrong with the statements heard.
    fn judge(&self, at_least: usize) {
        let statements = self.heard.lock().unwrap().clone();
        let selects: Vec<_> = statements.iter().filter(|sql| sql.starts_with("select")).collect();
        assert!(selects.len() >= at_least, "only {} statements: {selects:?}", selects.len());
        let wrong: BTreeSet<_> = selects.iter().filter_map(|sql| fault(&self.store.conn, sql)).collect();
        let shown: Vec<_> = wrong.iter().take(12).cloned().collect();
        assert!(wrong.is_empty(), "{} statements:\n{}", wrong.len(), shown.join("\n"));
    }
}

#[test]
fn every_queue_is_read_along_an_index() {
    let told = filled();
    let store = &told.store;
    for viewer in viewers() {
        store.tallies(&viewer, 2021, &tabs()).unwrap();
        for (tab, sort) in tabs().into_iter().flat_map(|tab| SORTS.map(|sort| (tab.clone(), sort))) {
            let ask = QueueAsk { year: 2021, tab, filter: None, sort, window: Window::First, limit: 3 };
            let page = store.queue(&viewer, &ask).unwrap();
            let Some(row) = page.rows.last() else { continue };
            for window in [Window::Last, Window::Around(row.id), Window::After(row.id), Window::Before(row.id)] {
                store.queue(&viewer, &QueueAsk { window, ..ask.clone() }).unwrap();
            }
        }
    }
    told.judge(50);
}

#[test]
fn every_filter_is_found_along_an_index() {
    let told = filled();
    let store = &told.store;
    for viewer in viewers() {
        for (filter, tab) in FILTERS.iter().flat_map(|filter| [Tab::All, Tab::Mine].map(|tab| (filter, tab))) {
            for sort in [Sort::Waiting, Sort::Amount] {
                let window = Window::First;
                let filter = parse(filter).unwrap();
                let ask = QueueAsk { year: 2021, tab: tab.clone(), filter, sort, window, limit: 2 };
                let page = store.queue(&viewer, &ask).unwrap();
                store.filtered(&viewer, &ask).unwrap();
                if let Some(row) = page.rows.last() {
                    for window in [Window::Last, Window::Around(row.id), Window::After(row.id)] {
                        store.queue(&viewer, &QueueAsk { window, ..ask.clone() }).unwrap();
                    }
                }
            }
        }
        let query = parse("金额>500").unwrap();
        store.list(&viewer, query.as_ref(), Sort::Number, Some(3), &mut |_| Ok::<_, ()>(())).unwrap().unwrap();
    }
    told.judge(300);
}

#[test]
fn a_case_and_the_journal_are_read_along_an_index() {
    let told = filled();
    let store = &told.store;
    for viewer in viewers() {
        let case = store.case_file(&viewer, TargetId(7)).unwrap().unwrap();
        assert!(!case.history.is_empty());
        store.draft("测试", TargetId(7), "review").unwrap();
        store.entries(&viewer, None, Some(Seq(3)), Some(10)).unwrap();
        store.entries(&viewer, Some(TargetId(7)), None, Some(10)).unwrap();
        store.find_ref(&viewer, "53039921T000000000007").unwrap().unwrap();
        store.find_ref(&viewer, "#7").unwrap().unwrap();
        store.users().unwrap();
        store.county().unwrap();
    }
    told.judge(12);
}

#[test]
fn the_year_is_counted_along_indexes() {
    let told = filled();
    let store = &told.store;
    for viewer in viewers() {
        for year in [2020, 2021, 2022] {
            let board = store.board(&viewer, year).unwrap();
            assert_eq!(board.is_some(), access::sight(&viewer) == Sight::All);
        }
        store.figure_rows(&viewer, &Rows::Monitored(2021, "特定目标类项目"), None).unwrap();
        store.figure_rows(&viewer, &Rows::OwnEvaluations(2020), None).unwrap();
        let special = "特定目标类项目";
        let rows = [Rows::Unmonitored(2021, special), Rows::Evaluated(2021), Rows::Unevaluated(2021), Rows::Owed(2021)];
        for rows in rows.into_iter().chain([Rows::FillingWarnings(2021, false), Rows::Preparation(2022)]) {
            store.figure_rows(&viewer, &rows, None).unwrap();
        }
        store.trend(&viewer, 2022).unwrap();
        store.unit_progress(&viewer, 2021, Some("jul")).unwrap();
    }
    // Rows of a figure are put in the order of their units, and registers are small: what counts is that no big table is walked.
    let statements = told.heard.lock().unwrap().clone();
    let selects: Vec<_> = statements.iter().filter(|sql| sql.starts_with("select")).collect();
    assert!(selects.len() >= 12);
    let walks: Vec<_> =
        selects.iter().filter_map(|sql| fault(&store.conn, sql)).filter(|wrong| wrong.starts_with("SCAN")).collect();
    assert!(walks.is_empty(), "{}", walks.join("\n"));
    // What is asked for each target is found by its project: an index of the year holds thousands for each.
    for sql in selects {
        let mut explained = store.conn.prepare(&format!("explain query plan {sql}")).unwrap();
        let steps: Vec<String> =
            explained.raw_query().mapped(|row| row.get(3)).collect::<rusqlite::Result<_>>().unwrap();
        let searches = steps.iter().filter(|step| step.starts_with("SEARCH"));
        let wide = searches.skip(1).find(|step| step.contains("evaluation_year"));
        assert!(wide.is_none(), "{steps:?} of {sql}");
    }
}

#[test]
fn a_walk_and_a_sort_are_seen() {
    let told = filled();
    let store = &told.store;
    let fault = |sql| fault(&store.conn, sql);
    assert!(fault("select id from target t where t.category = 'a'").is_some());
    assert!(fault("select t.id from target t where t.year = 2021 and t.state = 'pending' order by t.due").is_some());
    assert!(fault("select t.id from target t where t.year = 2021 order by t.id").is_none());
}
