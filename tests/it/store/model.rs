//! The file against the domain's own model: whatever people want, in any order, both grant the same, refuse the same, and hold the same.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use huishen::domain::command::{Command, SaidMatch, Verdict, WantedRole};
use huishen::domain::decide;
use huishen::domain::event::Event;
use huishen::domain::facts::Entry;
use huishen::domain::grade::Grade;
use huishen::domain::ids::{EvaluationId, Seq, TargetId, UnitId};
use huishen::domain::model::Model;
use huishen::domain::people::{Role, Scope, User};
use huishen::domain::procedure::Procedure;
use huishen::domain::refusal::Refusal;
use huishen::domain::target::State;
use huishen::domain::time::{Instant, Now};
use huishen::store::{FixedClock, Store};
use jiff::civil::date;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use rusqlite::types::Value;
use rust_decimal::Decimal;

use super::{
    MINUTE, MORNING, STAGES, actor, add_unit, answer, create, evaluation, everyone, found, hand_in, link, person,
    review, submit, unit_name,
};

/// A wish as it is drawn: a command, or the next act that the target's standing asks for, so that walks get far, or what is said of
/// its first opinion.
#[derive(Debug, Clone)]
enum Wish {
    Just(Command),
    /// Lets the finding of a number stand, or takes that back.
    Waive(i64, usize, bool),
    Forward(i64, Grade),
    Answer(i64, bool),
}

/// A file and a model that live through the same.
pub struct Twins {
    pub store: Store,
    clock: Arc<FixedClock>,
    pub model: Model,
    pub rows: i64,
    minutes: i64,
}

impl Twins {
    pub fn new(path: &Path) -> Self {
        let (store, clock) = create(path);
        let model = Model::new(Procedure::target_review().unwrap());
        let mut twins = Self { store, clock, model, rows: 0, minutes: 0 };
        for command in [found(), add_unit(0), add_unit(1), hand_in(0, 0, 1)] {
            twins.go(&everyone("全权"), &command).0.unwrap();
        }
        twins
    }

    pub fn go(&mut self, user: &User, command: &Command) -> (Result<Vec<Event>, Refusal>, Result<Vec<Event>, Refusal>) {
        self.minutes += 1;
        let at = Instant(MORNING.0 + self.minutes * MINUTE);
        self.clock.set(at);
        let actor = actor(user.clone());
        let decided = decide(&actor, command, Now::in_zone(at, &TimeZone::UTC), &self.model);
        for event in decided.iter().flatten() {
            self.rows += 1;
            let (seq, by, origin) = (Seq(self.rows), user.name.clone(), actor.origin.id().to_owned());
            self.model.apply(&Entry { seq, at, by, on_behalf: None, origin, event: event.clone() });
        }
        let stored = self.store.execute(&actor, command);
        (decided, stored.map(|entries| entries.into_iter().map(|entry| entry.event).collect()))
    }

    fn waive(&self, id: i64, place: usize, waive: bool) -> Command {
        let target = TargetId(id);
        let findings = self.model.recorded.get(&target).map_or(&[][..], |recorded| recorded.report.findings.as_slice());
        let key = findings.get(place).map_or_else(|| "0000".to_owned(), |finding| finding.key.clone());
        if waive {
            Command::Waive { target, key, reason: "按省定标准".to_owned() }
        } else {
            Command::Unwaive { target, key }
        }
    }

    fn forward(&self, id: i64, grade: Grade) -> Command {
        let target = TargetId(id);
        let Some(known) = self.model.targets.get(&target) else { return hand_in(1, usize::from(id != 2) + 1, 1) };
        let (standing, seen) = (&known.standing, Some(known.version));
        let again = || hand_in(0, 0, standing.round + 1);
        let opinion = "请补充时效指标。".to_owned();
        let amended = standing.answered.is_none_or(|answered| standing.round > answered);
        match (standing.state, standing.stage.as_deref()) {
            (State::Pending, stage) if standing.key_project => scored(id, stage.unwrap_or_default(), grade),
            (State::Pending, Some("joint")) => {
                Command::Decide { target, seen, criteria: Vec::new(), points: Vec::new(), grade, opinion, due: None }
            }
            (State::Pending, stage) => {
                let verdict = if grade == Grade::Poor { Verdict::Return } else { Verdict::Pass };
                review(id, stage.unwrap_or_default(), verdict, grade)
            }
            (State::Ruling, _) => Command::Rule { target, seen, enters: grade != Grade::Poor, opinion },
            (State::Negotiating, _) if amended => Command::Settle { target, seen, agreed: opinion },
            (State::Negotiating | State::Returned, _) if !amended => again(),
            _ => submit(id),
        }
    }
}

impl Twins {
    fn answer(&self, target: i64, answered: bool) -> Command {
        let id = TargetId(target);
        let round = self.model.targets.get(&id).map_or(1, |known| known.standing.round);
        let first = self.model.standing_reviews(id).next().map_or(1, |given| given.seq.0);
        answer(target, round, first, answered)
    }
}

/// The points of a grade for every criterion of a key project.
fn scored(target: i64, stage: &str, grade: Grade) -> Command {
    let share = [Decimal::new(95, 2), Decimal::new(9, 1), Decimal::new(6, 1), Decimal::new(5, 1)][grade as usize];
    let points: Vec<_> = [20, 15, 15, 20, 20, 10].map(|most| Decimal::from(most) * share).to_vec();
    let opinion = "请补充时效指标。".to_owned();
    if stage == "joint" {
        let (target, criteria) = (TargetId(target), Vec::new());
        return Command::Decide { target, seen: None, criteria, points, grade, opinion, due: None };
    }
    let Command::Review(mut wish) = review(target, stage, Verdict::Pass, grade) else { unreachable!() };
    (wish.criteria, wish.points) = (Vec::new(), points);
    Command::Review(wish)
}

fn people() -> Vec<User> {
    let unit = UnitId(2);
    vec![
        everyone("全权"),
        everyone("主任"),
        person("教科文股经办", &[(Role::Desk, Scope::Desk("教科文股".to_owned()))]),
        person("县水务局经办", &[(Role::Department, Scope::Unit(unit))]),
        person("绩效股经办", &[(Role::Performance, Scope::County)]),
        person("审计局观察", &[(Role::Observer, Scope::County)]),
    ]
}

fn any_grade() -> impl Strategy<Value = Grade> + Clone {
    prop::sample::select(Grade::ALL.to_vec())
}

fn any_prior() -> impl Strategy<Value = Wish> {
    let said = prop_oneof![
        4 => (0_u32..3).prop_map(SaidMatch::Earlier),
        1 => Just(SaidMatch::Nothing),
        1 => Just(SaidMatch::Unsaid),
    ];
    let place = (1_i64..4, 1_i64..6);
    prop_oneof![
        5 => (place.clone(), prop::option::weighted(0.7, any::<bool>())).prop_map(|((target, evaluation), belongs)| {
            Wish::Just(Command::SetPrior { target: TargetId(target), evaluation: EvaluationId(evaluation), belongs })
        }),
        8 => (place, 1_u32..4, 0_u32..3, said).prop_map(|((target, evaluation), round, indicator, said)| {
            let (target, evaluation) = (TargetId(target), EvaluationId(evaluation));
            Wish::Just(Command::MatchPrior { target, round, indicator, evaluation, said })
        }),
    ]
}

fn any_wish() -> impl Strategy<Value = Wish> {
    let target = || prop_oneof![6 => Just(1_i64), 2 => Just(2), 1 => Just(3)];
    let seen = || prop_oneof![6 => Just(None), 1 => (1_u32..9).prop_map(Some)];
    let words = || prop::sample::select(vec![String::new(), " 同意。 ".to_owned()]);
    let verdict = prop::sample::select(vec![Verdict::Pass, Verdict::Pass, Verdict::Return, Verdict::Decide]);
    let stage = prop::sample::select(STAGES.to_vec());
    let due = prop::sample::select(vec![None, Some(date(2026, 12, 31)), Some(date(2020, 1, 1))]);
    let place = || (target(), 1_u32..4, 0_u32..4, 0_u32..3);
    prop_oneof![
        24 => (target(), any_grade()).prop_map(|(target, grade)| Wish::Forward(target, grade)),
        6 => (0_usize..2, 0_usize..3, 1_u32..6).prop_map(|(unit, project, version)| Wish::Just(hand_in(unit, project, version))),
        3 => target().prop_map(|target| Wish::Just(submit(target))),
        4 => (target(), stage, verdict, any_grade())
            .prop_map(|(target, stage, verdict, grade)| Wish::Just(review(target, stage, verdict, grade))),
        2 => (target(), seen(), any_grade(), words(), due).prop_map(|(target, seen, grade, opinion, due)| {
            Wish::Just(Command::Decide { target: TargetId(target), seen, criteria: vec![grade; 6], points: Vec::new(), grade, opinion, due })
        }),
        2 => (target(), seen(), words())
            .prop_map(|(target, seen, agreed)| Wish::Just(Command::Settle { target: TargetId(target), seen, agreed })),
        1 => (target(), seen(), words())
            .prop_map(|(target, seen, reason)| Wish::Just(Command::Withdraw { target: TargetId(target), seen, reason })),
        2 => (target(), any::<bool>(), words()).prop_map(|(target, key_project, reason)| {
            Wish::Just(Command::SetKeyProject { target: TargetId(target), seen: None, key_project, reason })
        }),
        5 => (target(), 0_usize..5, prop::bool::weighted(0.7)).prop_map(|(target, place, waive)| Wish::Waive(target, place, waive)),
        1 => target().prop_map(|target| Wish::Just(Command::Recheck { target: TargetId(target) })),
        6 => (target(), seen()).prop_map(|(target, seen)| Wish::Just(Command::Undo { target: TargetId(target), seen })),
        6 => (place(), any::<bool>())
            .prop_map(|((target, round, item, indicator), belongs)| Wish::Just(link(target, round, item, indicator, belongs))),
        3 => place().prop_map(|(target, round, objective, indicator)| {
            Wish::Just(Command::Unlink { target: TargetId(target), round, objective, indicator })
        }),
        6 => (0_usize..2, 0_usize..3, 2017_i32..2023, 80_u32..85)
            .prop_map(|(unit, project, year, score)| Wish::Just(evaluation(unit, project, year, score))),
        13 => any_prior(),
        6 => (target(), 1_u32..5, 5_i64..40, any::<bool>())
            .prop_map(|(target, round, review, answered)| Wish::Just(answer(target, round, review, answered))),
        6 => (target(), any::<bool>()).prop_map(|(target, answered)| Wish::Answer(target, answered)),
        1 => (0_usize..2).prop_map(|unit| Wish::Just(add_unit(unit))),
        1 => (0_usize..2, words()).prop_map(|(unit, name)| {
            let roles = vec![WantedRole { role: Role::Department, unit: Some(unit_name(unit)), desk: None }];
            Wish::Just(Command::AddUser { name, login: Some("a".to_owned()), roles })
        }),
    ]
}

pub type Rows = BTreeMap<Vec<String>, Vec<String>>;

/// A query's rows as text, keyed by the first columns.
pub fn rows(path: &Path, key: usize, sql: &str) -> Rows {
    let conn = rusqlite::Connection::open(path).unwrap();
    let mut sql = conn.prepare(sql).unwrap();
    let width = sql.column_count();
    let text = |value: Value| match value {
        Value::Null => "-".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text,
        other => format!("{other:?}"),
    };
    let read = |row: &rusqlite::Row<'_>| {
        let all: Vec<_> = (0..width).map(|column| text(row.get(column).unwrap())).collect();
        Ok((all[..key].to_vec(), all[key..].to_vec()))
    };
    sql.query_map([], read).unwrap().collect::<Result<_, _>>().unwrap()
}

pub fn shown<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

/// The tables as the model says that they are, written down apart from the projection.
pub fn same_tables(model: &Model, path: &Path) {
    let mut targets = Rows::new();
    let mut tally: BTreeMap<Vec<String>, [i64; 3]> = BTreeMap::new();
    for target in model.targets.values() {
        let standing = &target.standing;
        let submission = model.submissions.get(&(target.id, standing.round));
        let amount = submission.and_then(|submission| submission.amount);
        let stage = standing.stage.clone().unwrap_or_default();
        targets.insert(
            vec![target.id.to_string()],
            vec![
                target.version.to_string(),
                standing.state.id().to_owned(),
                stage.clone(),
                standing.round.to_string(),
                standing.returns.to_string(),
                shown(standing.answered),
                shown(standing.resume.clone()),
                shown(standing.grade),
                shown(standing.due),
                standing.since.0.to_string(),
                shown(amount.map(|amount| amount.0)),
                shown(target.project.code.clone()),
            ],
        );
        let key = vec![target.year.to_string(), target.unit.to_string(), standing.state.id().to_owned(), stage];
        let sum = tally.entry(key).or_default();
        let more = [1, amount.map_or(0, |amount| amount.0), i64::from(open_findings(model, target.id) > 0)];
        *sum = std::array::from_fn(|place| sum[place] + more[place]);
    }
    let sql = "select id, version, state, stage, round, returns, answered, resume, grade, due, since, amount, code from target";
    assert_eq!(rows(path, 1, sql), targets);
    let tally = tally.into_iter().map(|(key, sum)| (key, sum.map(|number| number.to_string()).to_vec()));
    assert_eq!(rows(path, 4, "select year, unit_id, state, stage, count, amount, warned from tally"), tally.collect());
    same_contents(model, path);
}

fn same_contents(model: &Model, path: &Path) {
    let submissions = model.submissions.iter().map(|((target, round), one)| {
        let counts = [one.items().len().to_string(), one.indicators.len().to_string()];
        (vec![target.to_string(), round.to_string()], [vec![one.hash(), one.source.clone()], counts.to_vec()].concat())
    });
    let sql = "select target_id, round, hash, source,
        (select count(*) from objective_item i where i.target_id = s.target_id and i.round = s.round),
        (select count(*) from indicator i where i.target_id = s.target_id and i.round = s.round) from submission s";
    assert_eq!(rows(path, 2, sql), submissions.collect());
    let links = model.links.iter().flat_map(|((target, round), links)| {
        links.iter().map(move |link| {
            let key = [target.0, i64::from(*round), i64::from(link.objective), i64::from(link.indicator)];
            (key.map(|part| part.to_string()).to_vec(), vec![link.origin.id().to_owned(), link.by.clone()])
        })
    });
    assert_eq!(
        rows(path, 4, "select target_id, round, objective, indicator, origin, made_by from link"),
        links.collect()
    );
    let reviews = model.reviews.values().flatten().map(|given| {
        let review = &given.review;
        let said = [&given.by, &review.stage, &review.opinion, &review.reason].map(Clone::clone);
        let rest = [shown(review.grade), review.verdict.id().to_owned(), i64::from(given.undone).to_string()];
        (vec![given.seq.to_string()], [said.to_vec(), rest.to_vec()].concat())
    });
    let sql = "select seq, reviewer, stage, opinion, reason, grade, verdict, undone from review";
    assert_eq!(rows(path, 1, sql), reviews.collect());
    let evaluations = model.evaluations.iter().map(|(id, known)| {
        let one = &known.evaluation;
        let row =
            [known.unit.to_string(), shown(one.year), shown(one.score.clone()), i64::from(known.replaced).to_string()];
        (vec![id.to_string()], row.to_vec())
    });
    assert_eq!(rows(path, 1, "select id, unit_id, year, score, replaced from evaluation"), evaluations.collect());
    same_priors(model, path);
    same_findings(model, path);
    let points = model.points.iter().flat_map(|(target, points)| {
        points.values().map(move |point| {
            let said = [point.round.to_string(), i64::from(point.answered).to_string(), point.by.clone()];
            (vec![target.to_string(), point.review.to_string()], said.to_vec())
        })
    });
    let sql = "select target_id, review, round, answered, made_by from point";
    assert_eq!(rows(path, 2, sql), points.collect());
    let users = model
        .users
        .values()
        .map(|user| (vec![user.name.clone()], vec![shown(user.login.clone()), user.grants.len().to_string()]));
    let sql = "select name, login, (select count(*) from role where user_name = name) from \"user\"";
    assert_eq!(rows(path, 1, sql), users.collect());
}

fn same_priors(model: &Model, path: &Path) {
    let priors = model.priors.iter().flat_map(|(target, priors)| {
        priors.iter().map(move |prior| {
            let said = vec![prior.reason.id().to_owned(), shown(prior.reason.likeness())];
            (vec![target.to_string(), prior.evaluation.to_string()], said)
        })
    });
    assert_eq!(rows(path, 2, "select target_id, evaluation_id, reason, likeness from prior"), priors.collect());
    let matches = model.matches.iter().flat_map(|((target, round), matches)| {
        matches.iter().map(move |one| {
            let key = [target.0, i64::from(*round), i64::from(one.indicator), one.evaluation.0];
            (key.map(|part| part.to_string()).to_vec(), vec![shown(one.earlier), one.by.clone()])
        })
    });
    let sql = "select target_id, round, indicator, evaluation_id, earlier, made_by from prior_match";
    assert_eq!(rows(path, 4, sql), matches.collect());
}

/// How many findings of a target are open.
fn open_findings(model: &Model, target: TargetId) -> u32 {
    let waivers: Vec<_> = model.waivers.get(&target).into_iter().flat_map(BTreeMap::values).cloned().collect();
    model.recorded.get(&target).map_or(0, |recorded| recorded.open(&waivers))
}

/// Findings, what was not checked, waivers, and the counts on the targets' rows.
fn same_findings(model: &Model, path: &Path) {
    let waived = |target: &TargetId, key: &String| model.waivers.get(target).is_some_and(|all| all.contains_key(key));
    let (mut findings, mut unchecked, mut counts) = (Rows::new(), Rows::new(), Rows::new());
    for target in model.targets.keys() {
        let Some(recorded) = model.recorded.get(target) else { continue };
        for one in &recorded.report.findings {
            let row = [one.id.clone(), one.trigger.clone(), i64::from(waived(target, &one.key)).to_string()];
            let key = |twin: usize| vec![target.to_string(), one.key.clone(), twin.to_string()];
            let twin = (0..100).find(|twin| !findings.contains_key(&key(*twin))).unwrap();
            findings.insert(key(twin), row.to_vec());
        }
        for one in &recorded.report.unchecked {
            unchecked.insert(vec![target.to_string(), one.id.clone(), one.reason.id().to_owned()], Vec::new());
        }
        let row = [recorded.round, recorded.rules, open_findings(model, *target), recorded.all()];
        counts.insert(vec![target.to_string()], row.map(|number| number.to_string()).to_vec());
    }
    assert_eq!(rows(path, 3, "select target_id, key, twin, check_id, \"trigger\", waived from finding"), findings);
    assert_eq!(rows(path, 3, "select target_id, check_id, reason from unchecked"), unchecked);
    let sql =
        "select target_id, c.round, c.rules, t.findings, t.alarms from checked c join target t on t.id = c.target_id";
    assert_eq!(rows(path, 1, sql), counts);
    let waivers = model.waivers.iter().flat_map(|(target, all)| {
        all.values().map(move |one| {
            let row = [one.check.clone(), one.reason.clone(), one.by.clone(), one.at.0.to_string()];
            (vec![target.to_string(), one.key.clone()], row.to_vec())
        })
    });
    assert_eq!(rows(path, 2, "select target_id, key, check_id, reason, made_by, at from waiver"), waivers.collect());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn the_file_does_what_the_model_does(wishes in prop::collection::vec((0_usize..10, any_wish()), 1..50)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut twins = Twins::new(&path);
        let people = people();
        for (who, wish) in wishes {
            let command = match wish {
                Wish::Just(command) => command,
                Wish::Forward(target, grade) => twins.forward(target, grade),
                Wish::Waive(target, place, waive) => twins.waive(target, place, waive),
                Wish::Answer(target, answered) => twins.answer(target, answered),
            };
            // Most wishes are of somebody who may.
            let user = people.get(who).unwrap_or(&people[0]);
            let (decided, stored) = twins.go(user, &command);
            prop_assert_eq!(decided, stored, "{:?} by {}", command, user.name);
        }
        same_tables(&twins.model, &path);
        let report = twins.store.verify().unwrap();
        prop_assert!(report.is_clean() && report.proved, "{:?}", report.faults);
        prop_assert_eq!(report.rows, u64::try_from(twins.rows).unwrap());
    }
}
