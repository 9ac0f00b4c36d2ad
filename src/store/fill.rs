//! Fills a fresh file with synthetic targets for measuring, through the same journal and projection as everything else.

mod execution;

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::execute::{PATIENCE, Unwritable};
use super::facts::unreadable;
use super::journal::{self, Head, Signature};
use super::projection::{self, Sums};
use super::{Store, bell};
use crate::domain::check::{self, Report, Subject, rule};
use crate::domain::command::Verdict;
use crate::domain::evaluation::{Evaluation, EvaluationIndicator, EvaluationKind, PriorReason};
use crate::domain::event::{Event, Review};
use crate::domain::facts::{Answer, Unreadable};
use crate::domain::grade::Grade;
use crate::domain::ids::{EvaluationId, TargetId, UnitId};
use crate::domain::measure::Sign;
use crate::domain::money::Money;
use crate::domain::people::{Unit, UnitLevel};
use crate::domain::target::{Indicator, Link, LinkOrigin, ProjectName, Standing, State, Submission, UnitName};
use crate::domain::time::Instant;

const YEAR: i32 = 2021;
const UNITS: u32 = 70;
/// One target of so many has an opinion.
const REVIEWED: u32 = 8;
/// The stage that opinions are of.
const FIRST: &str = "department";
/// Targets written in one transaction.
const SLICE: u32 = 20_000;
const PLACES: [&str; 12] = [
    "城关镇",
    "碧溪乡",
    "河东片区",
    "县城",
    "高良乡",
    "龙庆乡",
    "五龙乡",
    "竹基镇",
    "雄壁镇",
    "葵山镇",
    "彩云镇",
    "大同街道",
];
const THINGS: [&str; 16] = [
    "农村公路养护",
    "义务教育营养改善",
    "高标准农田建设",
    "饮水安全巩固提升",
    "乡镇卫生院设备购置",
    "村级组织运转",
    "森林防火",
    "污水管网改造",
    "养老服务补贴",
    "职业技能培训",
    "校舍维修",
    "病险水库除险加固",
    "农村人居环境整治",
    "文化惠民演出",
    "产业发展奖补",
    "信息化系统运维",
];
const KINDS: [&str; 5] = ["补助资金", "专项经费", "项目(一期)", "县级配套", "工作经费"];
const DESKS: [&str; 8] = [
    "教科文股",
    "社会保障股",
    "农业农村股",
    "经济建设股",
    "行政政法股",
    "自然资源和生态环境股",
    "乡镇财政股",
    "企业股",
];
/// Where targets stand, in shares of 16.
const STANDS: [(State, &str); 16] = [
    (State::Pending, "department"),
    (State::Pending, "department"),
    (State::Pending, "desk"),
    (State::Pending, "desk"),
    (State::Pending, "desk"),
    (State::Pending, "performance"),
    (State::Pending, "performance"),
    (State::Pending, "budget"),
    (State::Pending, "joint"),
    (State::Pending, "joint"),
    (State::Returned, ""),
    (State::Negotiating, ""),
    (State::Budgeted, ""),
    (State::Budgeted, ""),
    (State::Budgeted, ""),
    (State::Excluded, ""),
];

impl Store {
    /// Fills a fresh file with so many targets, a slice a transaction; `progress` hears how many there are.
    pub fn fill_bench(&mut self, count: u32, progress: &mut dyn FnMut(u32)) -> Answer<()> {
        let now = self.now().at;
        // A fresh file that can be made again: it need not survive a power cut half-filled, and the indexes grow in memory.
        let bulk = "pragma synchronous = off; pragma temp_store = memory; pragma cache_size = -400000; pragma wal_autocheckpoint = 20000;";
        self.conn.execute_batch(bulk).map_err(unreadable)?;
        let mut written = 0;
        while written < count {
            let until = count.min(written + SLICE);
            let slice = |conn: &Connection| fill(conn, written, until, now).map_err(Unwritable::from);
            self.commit(PATIENCE, slice).map_err(|Unwritable(words)| Unreadable(words))?;
            written = until;
            progress(written);
        }
        bell::ring(&self.path);
        Ok(())
    }
}

fn fill(conn: &Connection, from: u32, until: u32, now: Instant) -> rusqlite::Result<()> {
    let mut book = Book {
        conn,
        head: journal::head(conn)?,
        at: now.minus_days(60),
        checks: BTreeMap::new(),
        sums: Sums::default(),
    };
    if from == 0 {
        book.write(Event::CountyFounded { county: "测速县".to_owned(), year: YEAR, sample: true })?;
        for number in 0..UNITS {
            book.write(Event::UnitAdded { unit: unit(number) })?;
        }
    }
    for number in from..until {
        target(&mut book, number, now)?;
    }
    book.sums.settle(conn)
}

struct Book<'a> {
    conn: &'a Connection,
    head: Head,
    at: Instant,
    /// What the checks say of a form with so many links: the forms differ in figures only.
    checks: BTreeMap<usize, Report>,
    sums: Sums<'a>,
}

impl Book<'_> {
    /// The findings of a target, checked once for each kind of form.
    fn checked(&mut self, submission: &Submission, links: &[Link], target: TargetId) -> Event {
        let report = self.checks.entry(links.len()).or_insert_with(|| {
            let project = ProjectName::default();
            check::target(&Subject::new(Some(YEAR), None, &project, submission).linked(links))
        });
        let Report { findings, unchecked } = report.clone();
        Event::FindingsRecorded { target, round: 1, rules: rule::version(), findings, unchecked }
    }

    fn write(&mut self, event: Event) -> rusqlite::Result<()> {
        let signature = Signature { actor: "测速", on_behalf: None, origin: "sample".into() };
        let entry = journal::append(self.conn, &mut self.head, self.at, &signature, event)?;
        projection::apply(self.conn, &entry, &mut self.sums)
    }
}

fn pick<T>(list: &[T], number: u32, prime: u32) -> &T {
    &list[(number.wrapping_mul(prime) >> 3) as usize % list.len()]
}

fn unit(number: u32) -> Unit {
    let id = UnitId(i64::from(number) + 1);
    let name = format!("测速单位{:02}{}", number + 1, if number < 60 { "局" } else { "乡" });
    let level = if number < 60 { UnitLevel::First } else { UnitLevel::Township };
    Unit {
        id,
        code: Some(format!("{:03}001", 100 + number)),
        name,
        level,
        desk: (*pick(&DESKS, number * 8, 1)).to_owned(),
    }
}

fn target(book: &mut Book<'_>, number: u32, now: Instant) -> rusqlite::Result<()> {
    let id = TargetId(i64::from(number) + 1);
    let unit = UnitId(i64::from(number % UNITS) + 1);
    let (place, thing, kind) =
        (pick(&PLACES, number, 7919), pick(&THINGS, number, 104_729), pick(&KINDS, number, 1_299_709));
    let project = ProjectName {
        code: Some(format!("53039921T{:012}", number + 1)),
        name: format!("{place}{thing}{kind}{}", number + 1),
    };
    let amount = Money(i64::from(number.wrapping_mul(2_654_435_761) % 90_000 + 100) * 10_000);
    let mut prior = Vec::new();
    if number % 10 < 7 {
        let evaluation = EvaluationId(i64::from(number) + 1);
        book.write(evaluated(evaluation, unit, (&project, YEAR - 1), amount, number))?;
        prior.push(crate::domain::evaluation::Prior { evaluation, reason: PriorReason::Code });
    }
    let seconds = i64::from(number.wrapping_mul(40_503) % 2_500_000);
    let to = standing(number, Instant(now.0 - seconds * 1_000_000));
    let from = Standing { state: State::Draft, stage: None, round: 0, grade: None, ..to.clone() };
    let category = Some("特定目标类项目".to_owned());
    let procedure = "target-review".to_owned();
    book.write(Event::TargetRegistered {
        target: id,
        year: YEAR,
        unit,
        project: project.clone(),
        category,
        procedure,
        prior,
        to: from.clone(),
    })?;
    let links = links(number);
    let received = Standing { round: 1, ..from.clone() };
    let submission = submission(number, thing, amount);
    let found = book.checked(&submission, &links, id);
    book.write(Event::SubmissionReceived { target: id, submission, links, from, to: received.clone() })?;
    book.write(found)?;
    if to.state == State::Budgeted {
        book.write(Event::TargetSubmitted { target: id, from: received, to })?;
        let mut events = execution::events(number, unit, &project, amount).into_iter();
        return events.try_for_each(|event| book.write(event));
    }
    if !number.is_multiple_of(REVIEWED) || to.stage.as_deref() == Some(FIRST) {
        return book.write(Event::TargetSubmitted { target: id, from: received, to });
    }
    let handed = Standing { state: State::Pending, stage: Some(FIRST.to_owned()), ..received.clone() };
    book.write(Event::TargetSubmitted { target: id, from: received, to: handed.clone() })?;
    book.write(Event::ReviewGiven { target: id, review: reviewed(number), from: handed, to })
}

/// Which indicators belong to which items: in a third of the forms only the first.
fn links(number: u32) -> Vec<Link> {
    let link = |objective, indicator| Link {
        objective,
        indicator,
        origin: LinkOrigin::Confirmed,
        confidence: 100,
        by: "测速".to_owned(),
        grounds: Vec::new(),
    };
    if number.is_multiple_of(3) { vec![link(0, 0)] } else { vec![link(0, 0), link(0, 1), link(1, 2)] }
}

/// An opinion of the first stage.
fn reviewed(number: u32) -> Review {
    let grade = *pick(&Grade::ALL, number, 31);
    Review {
        round: 1,
        stage: FIRST.to_owned(),
        grade: Some(grade),
        criteria: vec![grade; 6],
        points: Vec::new(),
        suggested: Some(grade),
        verdict: Verdict::Pass,
        opinion: "目标与指标逐条对应,测算依据齐全。".to_owned(),
        reason: String::new(),
    }
}

fn standing(number: u32, since: Instant) -> Standing {
    let (state, stage) = *pick(&STANDS, number, 97);
    let answered = matches!(state, State::Returned | State::Negotiating).then_some(1);
    Standing {
        state,
        stage: (!stage.is_empty()).then(|| stage.to_owned()),
        round: 1,
        returns: u32::from(state == State::Returned),
        answered,
        resume: answered.map(|_| "desk".to_owned()),
        grade: (stage != "department").then(|| *pick(&Grade::ALL, number, 31)),
        due: None,
        since,
        key_project: false,
    }
}

fn submission(number: u32, thing: &str, amount: Money) -> Submission {
    let indicator = |l1: &str, l2: &str, l3: &str, sign, value: String, unit: &str| Indicator {
        l1: Some(l1.to_owned()),
        l2: Some(l2.to_owned()),
        l3: Some(l3.to_owned()),
        sign: Some(sign),
        raw: value.clone(),
        value: Some(value),
        unit: Some(unit.to_owned()),
        weight: Some("15".to_owned()),
    };
    let many = (number % 900 + 20).to_string();
    let indicators = vec![
        indicator("产出指标", "数量指标", "完成数量", Sign::AtLeast, many, "个"),
        indicator("产出指标", "质量指标", "验收合格率", Sign::Equal, "100".to_owned(), "%"),
        indicator("产出指标", "时效指标", "完成及时率", Sign::AtLeast, "95".to_owned(), "%"),
        indicator("效益指标", "社会效益指标", "受益群众人数", Sign::AtLeast, (number % 7000 + 100).to_string(), "人"),
        indicator("满意度指标", "服务对象满意度指标", "受益群众满意度", Sign::AtLeast, "90".to_owned(), "%"),
    ];
    let objective = format!("目标1:完成{thing}任务{}个,验收合格;目标2:受益群众满意,按时完成。", number % 900 + 20);
    Submission { amount: Some(amount), objective, indicators, source: String::new(), until: None }
}

fn evaluated(
    id: EvaluationId,
    unit: UnitId,
    (project, year): (&ProjectName, i32),
    budget: Money,
    number: u32,
) -> Event {
    let one = EvaluationIndicator {
        l1: Some("产出指标".to_owned()),
        l2: Some("数量指标".to_owned()),
        l3: Some("完成数量".to_owned()),
        sign: Some(Sign::AtLeast),
        target: Some("20".to_owned()),
        unit: Some("个".to_owned()),
        actual: Some((number % 40 + 10).to_string()),
        weight: Some("50".to_owned()),
        score: Some("48".to_owned()),
        reason: Some(String::new()),
    };
    let evaluation = Evaluation {
        unit: UnitName { code: None, name: format!("测速单位{:02}局", unit.0) },
        project: project.clone(),
        year: Some(year),
        kind: EvaluationKind::Own,
        budget: Some(budget),
        executed: Some(budget),
        score: Some(format!("{}.5", number % 40 + 60)),
        indicators: vec![one],
    };
    Event::EvaluationRecorded { id, unit, evaluation, replaces: None, of: Vec::new(), details: None }
}
