//! The closed year of the sample, told into an empty file by the lists of data/sample/2020 and public commands alone: the annual
//! report's figures are those of the county's own report, each opens to its rows, and a changed row changes its figure.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use huishen::domain::command::{Actor, Command, ReviewWish, Verdict};
use huishen::domain::evaluation::{Evaluation, EvaluationKind};
use huishen::domain::execution::progress::{Monitoring, Progress};
use huishen::domain::execution::record::{Details, Engagement};
use huishen::domain::execution::wish::ExecutionWish;
use huishen::domain::facts::Entry;
use huishen::domain::grade::Grade;
use huishen::domain::handin::Severity;
use huishen::domain::ids::TargetId;
use huishen::domain::intake::commands;
use huishen::domain::money::Money;
use huishen::domain::people::UnitLevel;
use huishen::domain::procedure::Procedure;
use huishen::domain::query;
use huishen::domain::register::Register;
use huishen::domain::report::{Figure, Rows, Value, compose, figures};
use huishen::domain::target::{ProjectName, UnitName};
use huishen::exchange::{self, Kind};
use huishen::store::Store;

use crate::cli::Desk;
use crate::store::{actor, create, everyone, found};

const LISTS: [&str; 12] = [
    "document",
    "group",
    "window",
    "disclosure",
    "allocation",
    "poverty",
    "inspection",
    "training",
    "publicity",
    "subordinate",
    "targets-county",
    "targets-transfer",
];

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample")
}

/// The units of the sample, as commands.
fn units() -> Vec<Command> {
    let text = fs::read_to_string(sample().join("units.toml")).unwrap();
    let file: toml::Value = toml::from_str(&text).unwrap();
    let unit = |unit: &toml::Value| {
        let text = |key: &str| unit[key].as_str().unwrap().to_owned();
        let level = if text("level") == "township" { UnitLevel::Township } else { UnitLevel::First };
        Command::AddUnit { unit: UnitName { code: Some(text("code")), name: text("name") }, level, desk: text("desk") }
    };
    file["unit"].as_array().unwrap().iter().map(unit).collect()
}

/// Reads a list as the import does, and takes it.
fn take(store: &mut Store, all: &Actor, name: &str, text: &str) -> Vec<Entry> {
    let file = format!("2020年{name}.csv");
    // A list of units and departments is taken only by who says that it is one.
    let kind = if name == "subordinate" { Kind::Register(Some(Register::Subordinate)) } else { Kind::Auto };
    let read = exchange::read(&file, text.as_bytes(), kind).unwrap();
    let errors: Vec<_> = read.problems.iter().filter(|one| one.severity != Severity::Hint).collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
    let wishes: Vec<Command> = commands(read, &file);
    assert!(!wishes.is_empty(), "{name}");
    store
        .execute_all(all, &wishes)
        .unwrap_or_else(|refused| panic!("{name} {}: {}", refused.place, refused.refusal.words()))
}

/// A target's way through all stages.
fn approve(target: TargetId, procedure: &Procedure) -> Vec<Command> {
    let (seen, grade) = (None, Grade::Excellent);
    let criteria = vec![grade; procedure.criteria.len()];
    let mut all = vec![Command::Submit { target, seen }];
    for stage in &procedure.stages {
        let (criteria, points, opinion) = (criteria.clone(), Vec::new(), String::new());
        all.push(if stage.decides {
            Command::Decide { target, seen, criteria, points, grade, opinion, due: None }
        } else {
            let (stage, reason) = (stage.id.clone(), String::new());
            Command::Review(Box::new(ReviewWish {
                target,
                seen,
                stage,
                criteria,
                points,
                grade,
                verdict: Verdict::Pass,
                opinion,
                reason,
            }))
        });
    }
    all
}

/// An empty file into which the year is told; `change` may change a list before.
fn told(path: &Path, change: impl Fn(&str, String) -> String) -> Store {
    let (mut store, _) = create(path);
    let all = actor(everyone("全权"));
    store.execute(&all, &found()).unwrap();
    store.execute_all(&all, &units()).unwrap();
    for name in LISTS {
        let text = fs::read_to_string(sample().join(format!("2020/{name}.csv"))).unwrap();
        let entries = take(&mut store, &all, name, &change(name, text));
        let mut targets: Vec<TargetId> = entries.iter().filter_map(|entry| entry.event.target()).collect();
        targets.dedup();
        let procedure = store.procedure().clone();
        for target in targets {
            store.execute_all(&all, &approve(target, &procedure)).unwrap();
        }
    }
    execute(&mut store, &all);
    store
}

/// The rows of a list without its heads.
fn rows(name: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(sample().join(format!("2020/{name}.csv"))).unwrap();
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// What became of the targets: monitoring, and evaluations of key projects.
fn execute(store: &mut Store, all: &Actor) {
    let money = |text: &str| Money::from_wan(text.parse().unwrap());
    for line in rows("monitoring") {
        let target = store.find_ref(&all.user, &line[0]).unwrap().unwrap();
        let progress = |value: &String| Progress { value: value.clone(), ..Progress::default() };
        let indicators = line[4..].iter().map(progress).collect();
        let (period, budget, executed) = (line[1].clone(), money(&line[2]), money(&line[3]));
        let monitoring = Monitoring { period, budget, executed, expected: None, indicators };
        let wish = ExecutionWish::Monitor { target, monitoring };
        store.execute(all, &Command::Execution(Box::new(wish))).unwrap();
    }
    for line in rows("key-evaluation") {
        let evaluation = Evaluation {
            unit: UnitName { code: None, name: line[0].clone() },
            project: ProjectName { code: None, name: line[1].clone() },
            year: Some(2020),
            kind: EvaluationKind::of_id(&line[2]).unwrap(),
            budget: None,
            executed: None,
            score: None,
            indicators: Vec::new(),
        };
        let (agency, scope) = (line[3].clone(), line[4].clone());
        let engagement = Engagement { agency, scope, link: line[5].clone(), conclusion: line[6].clone() };
        let details = Details { outcome: String::new(), engagement: Some(engagement) };
        let wish = ExecutionWish::Engage { evaluation: Box::new(evaluation), details };
        store.execute(all, &Command::Execution(Box::new(wish))).unwrap();
    }
}

fn all_figures(store: &Store) -> BTreeMap<&'static str, Figure> {
    let facts = store.year_facts(&everyone("全权"), 2020).unwrap().unwrap();
    figures(&facts).into_iter().map(|figure| (figure.id, figure)).collect()
}

/// What the county's report says.
const SAID: [(&str, &str); 39] = [
    ("special-monitored", "34"),
    ("special-monitored-amount", "3,692.00"),
    ("special-monitored-share", "100%"),
    ("transfer-monitored-amount", "33,432.00"),
    ("transfer-monitored-share", "100%"),
    ("key-evaluations", "3"),
    ("documents", "6"),
    ("special-due", "34"),
    ("special-due-amount", "3,692.00"),
    ("special-managed", "34"),
    ("special-managed-amount", "3,692.00"),
    ("special-managed-share", "100%"),
    ("transfer-due-amount", "33,432.00"),
    ("transfer-managed-amount", "33,432.00"),
    ("transfer-managed-share", "100%"),
    ("units", "70"),
    ("townships", "10"),
    ("disclosed-targets", "70"),
    ("disclosed-targets-inside", "70"),
    ("disclosed-targets-share", "100%"),
    ("disclosed-evaluations", "70"),
    ("disclosed-evaluations-inside", "70"),
    ("disclosed-evaluations-share", "100%"),
    ("trainings", "1"),
    ("publicity", "6"),
    ("poverty", "96"),
    ("poverty-amount", "21,544.16"),
    ("poverty-filled", "96"),
    ("poverty-filled-amount", "21,544.16"),
    ("poverty-reviewed", "96"),
    ("poverty-reviewed-share", "100%"),
    ("poverty-in-step", "96"),
    ("inspections", "1"),
    ("poverty-before", "195"),
    ("poverty-before-amount", "59,415.07"),
    ("poverty-evaluated", "195"),
    ("poverty-evaluated-share", "100%"),
    ("poverty-evaluation-reviewed", "195"),
    ("poverty-evaluation-reviewed-share", "100%"),
];

/// The rows behind a figure agree with it: as many as it counts, with as much money as it sums.
fn opens(store: &Store, figure: &Figure) {
    let procedure = store.procedure();
    let query = match &figure.rows {
        Rows::Targets(text) => query::parse(text).unwrap().map(|query| query.resolve_stages(procedure).unwrap()),
        _ => None,
    };
    let rows = store.figure_rows(&everyone("全权"), &figure.rows, query.as_ref()).unwrap();
    match figure.value {
        Value::Count(count) if !["trained", "problems", "rectified"].contains(&figure.id) => {
            assert_eq!(rows.len(), usize::try_from(count).unwrap(), "{}: {:?}", figure.id, figure.rows);
        }
        Value::Money(amount) => {
            let sum: Money = rows.iter().filter_map(|row| row.amount).sum();
            assert_eq!(sum, amount, "{}: {:?}", figure.id, figure.rows);
        }
        _ => {}
    }
}

#[test]
fn the_reports_figures_come_out_of_an_empty_file_and_each_opens_to_its_rows() {
    let folder = tempfile::tempdir().unwrap();
    let store = told(&folder.path().join("a.db"), |_, text| text);
    let all = all_figures(&store);
    for (id, said) in SAID {
        assert_eq!(all[id].value.words(), said, "{id}");
    }
    all.values().for_each(|figure| opens(&store, figure));
    let facts = store.year_facts(&everyone("全权"), 2020).unwrap().unwrap();
    let report = compose(&facts, store.procedure());
    let text = format!("{report:?}");
    for said in [
        "师财绩〔2020〕1号",
        "师财绩〔2020〕5号",
        "2020年2月11日至2月25日",
        "2020年9月11日至9月22日",
        "做好2020年扶贫项目资金绩效监控管理工作",
        "立项必要性、投入经济性、目标合理性、方案可行性、筹资合规性等5个方面",
        "市级第三方专家",
        "云岭工程造价咨询有限公司",
        "description/19883.html",
    ] {
        assert!(text.contains(said), "{said}");
    }
    let report = store.verify().unwrap();
    assert!(report.is_clean() && report.proved, "{:?}", report.faults);
}

#[test]
fn every_figure_of_a_year_under_way_opens_to_its_rows() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = create(&folder.path().join("a.db"));
    store.fill_sample().unwrap();
    let mut seen = 0;
    for year in [2021, 2020, 2019] {
        let facts = store.year_facts(&everyone("全权"), year).unwrap().unwrap();
        for figure in figures(&facts) {
            opens(&store, &figure);
            seen += usize::from(figure.value.is_known());
        }
        let board = store.board(&everyone("全权"), year).unwrap().unwrap();
        for phase in &board.phases {
            let (part, whole) = phase.progress().unwrap_or_default();
            let left = phase.left.as_ref().map(|figure| figure.value);
            if whole > 0 {
                assert_eq!(left, Some(Value::Count(whole - part)), "{}", phase.id);
            }
        }
    }
    assert!(seen > 120, "{seen}");
}

/// A list without the first line that begins so.
fn without(text: &str, begin: &str) -> String {
    let place = text.lines().position(|line| line.starts_with(begin)).unwrap();
    let kept = text.lines().enumerate().filter(|(at, _)| *at != place).map(|(_, line)| line);
    kept.collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn a_changed_row_changes_its_figure() {
    let folder = tempfile::tempdir().unwrap();
    let changed = told(&folder.path().join("a.db"), |name, text| match name {
        "poverty" | "disclosure" | "publicity" => without(&text, "2020"),
        "document" => without(&text, "师财绩〔2020〕2号"),
        "targets-county" => text.replacen("148.00", "149.00", 1),
        "allocation" => text.replacen(",862.00", ",863.00", 1).replacen(",518.00", ",519.00", 1),
        _ => text,
    });
    let all = all_figures(&changed);
    let shown = |id: &str| all[id].value.words();
    assert_eq!((shown("poverty"), shown("poverty-in-step")), ("95".to_owned(), "95".to_owned()));
    assert_ne!(shown("poverty-amount"), "21,544.16");
    assert_eq!((shown("disclosed-targets"), shown("disclosed-targets-share")), ("69".to_owned(), "98.57%".to_owned()));
    assert_eq!((shown("publicity"), shown("documents")), ("5".to_owned(), "5".to_owned()));
    assert_eq!(shown("special-due-amount"), "3,693.00");
    assert_ne!(shown("transfer-managed-share"), "100%");
}

#[test]
fn the_report_is_given_out_as_word_markdown_and_json() {
    let desk = Desk::sample();
    let ended = desk.run(&["report", "--year", "2020"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    for said in [
        "34个，金额3,692万元",
        "2020年2月11日至2月25日",
        "关于云岭县PPP项目全生命周期管理绩效跟踪评价的报告",
        "云岭县财政局关于2020年中央财政产粮大县奖励资金绩效评价的报告",
        "部门整体绩效目标，共5类",
        "审核结果为中的，由预算单位修改完善后重报财政部门审核",
        "专项转移支付33,432万元",
        "96个，指标金额21,544.16",
        "59,415.07",
        "huishen report --year 2020 --rows",
    ] {
        assert!(ended.out.contains(said), "{said}: {}", ended.out);
    }
    let json: serde_json::Value = serde_json::from_str(&desk.run(&["report", "--year", "2020", "--json"]).out).unwrap();
    let figure = |id: &str| json["figures"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone();
    assert_eq!(
        (&figure("poverty")["value"], &figure("special-due-amount")["value"]),
        (&96.into(), &3_692_000_000_i64.into())
    );
    assert_eq!(json["sections"].as_array().unwrap().len(), 7);
    let docx = desk.path("2020.docx");
    assert_eq!(desk.run(&["report", "--year", "2020", "--to", docx.to_str().unwrap(), "--compare", "2019"]).code, 0);
    assert!(fs::metadata(&docx).unwrap().len() > 5_000);
    assert_eq!(
        desk.run(&["report", "--year", "2020", "--to", docx.to_str().unwrap()]).code,
        1,
        "a file is not replaced unasked"
    );
    assert_eq!(desk.run(&["report", "--year", "2020", "--to", "a.pdf"]).code, 2);
    let rows = desk.run(&["report", "--year", "2020", "--rows", "poverty-in-step"]);
    assert!(rows.out.contains("共 96") || rows.out.contains("96"), "{}", rows.out);
    let empty = desk.run(&["report", "--year", "2017"]).out;
    assert!(empty.contains('—') && empty.contains("未能计算"), "{empty}");
    let unit = desk.run(&["--as", "县水务局经办", "report", "--year", "2020"]);
    assert_eq!(unit.code, 1, "a unit makes no report of the county: {}", unit.out);
}

/// The lines of a screen of the sample after some keys.
fn screen(keys: &[&str], (columns, rows): (u16, u16)) -> Vec<String> {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let (buffer, _) = crate::screenshots::scene(keys, columns, rows).unwrap();
    let line = |row: u16| {
        let cell = |column| buffer[(column, row)].symbol().trim_matches('\0').to_owned();
        (0..columns).map(cell).collect::<String>().replace(' ', "")
    };
    (0..rows).map(line).collect()
}

#[test]
fn the_board_shows_the_year_and_every_figure_opens_its_rows() {
    let board = screen(&["Y", "{"], (120, 40));
    let all = board.join("\n");
    for said in ["2020年度总览", "扶贫目标填报", "96/96", "70/70", "34/34", "3,692.00", "2020-02-11~02-25"] {
        assert!(all.contains(said), "{said}:\n{all}");
    }
    let phases = board.iter().position(|line| line.contains("扶贫目标填报")).unwrap();
    let down = vec!["Down"; phases - 3];
    let keys: Vec<&str> = ["Y", "{"].into_iter().chain(down).chain(["Enter"]).collect();
    let rows = screen(&keys, (80, 24)).join("\n");
    assert!(rows.contains("共96条·21,544.16万元"), "{rows}");
    let opened = screen(&[keys.as_slice(), &["Enter"]].concat(), (80, 24)).join("\n");
    assert!(opened.contains("目标填报日期") && opened.contains("同步("), "{opened}");
}
