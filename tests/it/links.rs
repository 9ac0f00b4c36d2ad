//! Correspondence from outside: what is proposed for published forms and for the sample year, against what people said; people's
//! word through the rounds; and what the dictionary costs those who do not need it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Process;
use std::sync::Arc;

use huishen::domain::command::Command;
use huishen::domain::correspondence::{suggest, words};
use huishen::domain::handin::HandedTarget;
use huishen::domain::ids::TargetId;
use huishen::domain::model::Model;
use huishen::domain::objective;
use huishen::domain::procedure::Procedure;
use huishen::domain::target::{Indicator, Link, LinkOrigin, Submission, is_neutral};
use huishen::domain::view::{QueueAsk, Sort, Tab, Window};
use huishen::domain::{decide, facts::Entry, ids::Seq};
use huishen::store::{FixedClock, Store};
use serde_json::Value;

use crate::evidence::measured;
use crate::store::{MORNING, actor, add_unit, everyone, found, project, unit_name};

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn share(measure: &Value, path: &str) -> f64 {
    measure.pointer(path).and_then(Value::as_f64).unwrap()
}

/// F1 over the forms that can be read; reading them is another measure.
fn f1(links: &Value) -> f64 {
    let [right, wrong] = ["true_positives", "false_positives"].map(|name| links[name].as_f64().unwrap());
    let errors = links["errors"].as_array().unwrap();
    let missed = errors.iter().filter(|error| error["error"] == "miss" && !error["item"].is_null()).count();
    2.0 * right / (2.0 * right + wrong + f64::from(u32::try_from(missed).unwrap()))
}

#[test]
fn published_forms_get_the_links_that_people_drew() {
    for (folder, least, certain) in
        [("tests/forms", 0.91, 15.0), ("tests/forms-more", 0.97, 8.0), ("tests/forms-fresh", 0.95, 15.0)]
    {
        let out = measured(&top().join(folder), Some("links")).unwrap();
        assert!(f1(&out["links"]) >= least, "{folder}: {out:#}");
        assert!(share(&out, "/links/certain/precision") >= 0.95, "{folder}: {out:#}");
        assert!(share(&out, "/links/certain/links") >= certain, "{folder}: {out:#}");
    }
}

/// The targets of the sample year with the links that their files state.
fn sample() -> Vec<(Submission, Vec<(u32, u32)>)> {
    let mut out = Vec::new();
    for entry in fs::read_dir(top().join("data/sample/targets")).unwrap() {
        let file: toml::Value = toml::from_str(&fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        for target in file["target"].as_array().unwrap() {
            let texts = |key: &str| {
                let list = target.get(key).and_then(toml::Value::as_array);
                list.into_iter().flatten().map(|text| text.as_str().unwrap().to_owned()).collect::<Vec<_>>()
            };
            let number = |text: &str| text.parse::<u32>().unwrap() - 1;
            let pair = |text: &String| text.split_once('-').map(|(item, one)| (number(item), number(one))).unwrap();
            let links = texts("links").iter().map(pair).collect();
            let indicators = texts("indicators").iter().map(|line| indicator(line)).collect();
            let objective = target["objective"].as_str().unwrap().to_owned();
            let submission = Submission { objective, indicators, ..Submission::default() };
            out.push((submission, links));
        }
    }
    out
}

/// `level1|level2|name|sign|value|unit|weight`
fn indicator(line: &str) -> Indicator {
    let mut fields = line.split('|').map(|field| Some(field.to_owned()).filter(|field| !field.is_empty()));
    let mut next = || fields.next().flatten();
    let (l1, l2, l3, sign, value, unit) = (next(), next(), next(), next(), next(), next());
    let sign = sign.and_then(|sign| sign.parse().ok());
    Indicator { l1, l2, l3, sign, value, unit, ..Indicator::default() }
}

#[test]
fn the_sample_year_gets_most_of_the_links_that_its_reviewers_confirmed() {
    let (mut right, mut wrong, mut missed) = (0_u32, 0_u32, 0_u32);
    let (mut certain, mut certain_right) = (0_u32, 0_u32);
    for (submission, labels) in sample() {
        let neutral = |indicator: u32| is_neutral(&submission.indicators[indicator as usize]);
        let said = suggest(&submission.items(), &submission.indicators, &[]);
        for link in &said {
            let true_link = labels.contains(&(link.objective, link.indicator));
            right += u32::from(true_link);
            wrong += u32::from(!true_link);
            certain += u32::from(link.is_certain());
            certain_right += u32::from(link.is_certain() && true_link);
        }
        let unsaid = |pair: &&(u32, u32)| !said.iter().any(|link| (link.objective, link.indicator) == **pair);
        let missing = labels.iter().filter(unsaid).filter(|(_, indicator)| !neutral(*indicator));
        missed += u32::try_from(missing.count()).unwrap();
    }
    let (precision, recall) =
        (f64::from(right) / f64::from(right + wrong), f64::from(right) / f64::from(right + missed));
    let f1 = 2.0 * precision * recall / (precision + recall);
    assert!(f1 >= 0.86, "F1 {f1:.3}: {right} right, {wrong} wrong, {missed} missed");
    let sure = f64::from(certain_right) / f64::from(certain);
    assert!(sure >= 0.95 && certain > 200, "{certain_right} of {certain} certain ones are right");
}

const FIRST: &str = "培训农民200人；建设实训基地2个；户均增收3000元";

fn handed(objective: &str) -> HandedTarget {
    let indicators = [
        "产出指标|数量指标|培训农民人数|≥|200|人",
        "产出指标|数量指标|建设实训基地|=|2|个",
        "产出指标|质量指标|项目验收合格率|=|100|%",
        "效益指标|经济效益指标|户均增收|≥|3000|元",
    ];
    let indicators = indicators.map(indicator).to_vec();
    let submission = Submission { objective: objective.to_owned(), indicators, ..Submission::default() };
    HandedTarget { unit: unit_name(0), project: project(1), year: Some(2021), category: None, submission }
}

/// A file in memory that carries out commands.
struct Office {
    model: Model,
    rows: i64,
}

impl Office {
    fn new() -> Self {
        let mut office = Self { model: Model::new(Procedure::target_review().unwrap()), rows: 0 };
        office.act(&found());
        office.act(&add_unit(0));
        office
    }

    fn act(&mut self, command: &Command) {
        let now = huishen::domain::time::Now::in_zone(MORNING, &jiff::tz::TimeZone::UTC);
        let actor = actor(everyone("管理员"));
        for event in decide(&actor, command, now, &self.model).unwrap() {
            self.rows += 1;
            let (seq, by, origin) = (Seq(self.rows), "管理员".to_owned(), "screen".to_owned());
            self.model.apply(&Entry { seq, at: MORNING, by, on_behalf: None, origin, event });
        }
    }

    fn hand_in(&mut self, objective: &str) {
        self.act(&Command::HandIn(Box::new(handed(objective))));
    }

    fn say(&mut self, round: u32, (objective, indicator): (u32, u32), belongs: bool) {
        self.act(&Command::Link { target: TargetId(1), round, objective, indicator, belongs });
    }

    fn origin(&self, round: u32, pair: (u32, u32)) -> Option<LinkOrigin> {
        let links = &self.model.links[&(TargetId(1), round)];
        links.iter().find(|link| (link.objective, link.indicator) == pair).map(|link| link.origin)
    }
}

#[test]
fn what_people_said_stands_in_later_rounds_and_no_suggestion_stands_against_it() {
    let mut office = Office::new();
    office.hand_in(FIRST);
    assert_eq!(objective::items(FIRST).len(), 3);
    for pair in [(0, 0), (1, 1), (1, 2), (2, 3)] {
        assert_eq!(office.origin(1, pair), Some(LinkOrigin::Suggested), "{pair:?}");
    }
    office.say(1, (1, 1), true);
    office.say(1, (1, 2), false);
    office.say(1, (0, 3), true);
    office.hand_in("培训农民200人；建设实训基地2个；户均增收3000元；群众满意");
    assert_eq!(office.origin(2, (1, 1)), Some(LinkOrigin::Confirmed));
    assert_eq!(office.origin(2, (1, 2)), Some(LinkOrigin::Rejected));
    assert_eq!(office.origin(2, (0, 0)), Some(LinkOrigin::Suggested), "nobody said anything of it");
    assert_eq!(office.origin(2, (0, 3)), Some(LinkOrigin::Confirmed));
    assert_eq!(office.origin(2, (2, 3)), None, "the indicator was given an item by a person");
    office.hand_in("培训农民200人；建成实训基地3个；户均增收3000元");
    assert_eq!(office.origin(3, (1, 1)), Some(LinkOrigin::Suggested), "the item is another one now");
    assert_eq!(office.origin(3, (0, 3)), Some(LinkOrigin::Confirmed));
}

#[test]
fn a_link_of_an_older_journal_has_no_grounds() {
    let old = r#"{"objective":0,"indicator":1,"origin":"suggested","confidence":80,"by":""}"#;
    let link: Link = serde_json::from_str(old).unwrap();
    assert!(link.grounds.is_empty());
    assert_eq!(serde_json::to_string(&link).unwrap(), old, "and is written as it was");
    let links = suggest(&["新建道路12公里".to_owned()], &[indicator("产出指标|数量指标|新建道路|≥|12|公里")], &[]);
    let written = serde_json::to_string(&links).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Link>>(&written).unwrap(), links);
}

/// Names the database for the child of the test below.
const FILE: &str = "HUISHEN_TEST_READ_FILE";

fn all() -> QueueAsk {
    QueueAsk { year: 2021, tab: Tab::All, filter: None, sort: Sort::Waiting, window: Window::First, limit: 50 }
}

/// The dictionary belongs to the process, where other tests load it; so this one runs itself again, alone.
#[test]
fn reading_queue_and_case_loads_no_dictionary() {
    let clock = || Arc::new(FixedClock::at(MORNING));
    let someone = everyone("管理员");
    if let Some(path) = std::env::var_os(FILE).map(PathBuf::from) {
        let mut store = Store::open_with(&path, clock(), false).unwrap();
        assert_eq!(store.queue(&someone, &all()).unwrap().rows.len(), 1);
        let case = store.case_file(&someone, TargetId(1)).unwrap().unwrap();
        assert!(case.links.iter().any(|link| !link.grounds.is_empty()), "suggested, with reasons");
        assert!(!words::is_loaded(), "reading must not load the dictionary");
        store.execute(&actor(someone), &Command::HandIn(Box::new(handed("另一个目标")))).unwrap();
        assert!(words::is_loaded(), "what comes in is compared");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let mut store = Store::create_with(&path, clock()).unwrap();
    for command in [found(), add_unit(0), Command::HandIn(Box::new(handed(FIRST)))] {
        store.execute(&actor(someone.clone()), &command).unwrap();
    }
    drop(store);
    let alone = ["--exact", "links::reading_queue_and_case_loads_no_dictionary", "--nocapture"];
    let out = Process::new(std::env::current_exe().unwrap()).args(alone).env(FILE, &path).output().unwrap();
    assert!(out.status.success(), "{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert!(String::from_utf8_lossy(&out.stdout).contains("1 passed"));
}
