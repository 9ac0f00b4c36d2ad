//! Joint sessions on the file: a meeting from beginning to end, who may do what, what nobody may learn, and the file against the model.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use huishen::domain::command::{Actor, Command, Verdict};
use huishen::domain::decide;
use huishen::domain::facts::{Entry, Facts};
use huishen::domain::grade::Grade;
use huishen::domain::ids::{Seq, SessionId, TargetId};
use huishen::domain::model::Model;
use huishen::domain::people::{Role, Scope, User};
use huishen::domain::procedure::Procedure;
use huishen::domain::refusal::Refusal;
use huishen::domain::session::facts::SessionFacts;
use huishen::domain::session::refusal::SessionRefusal as No;
use huishen::domain::session::wish::{NewSession, SessionWish as Want, Step, Vote};
use huishen::domain::session::{ItemState, Quorum, Seat, SessionState, Share};
use huishen::domain::target::State;
use huishen::domain::time::{Instant, Now};
use huishen::domain::view::Sort;
use huishen::store::{FixedClock, Store};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::{
    MINUTE, MORNING, STAGES, actor, add_unit, answer, create, evaluation, everyone, found, hand_in, link, match_prior,
    person, review, submit, unit_name,
};

mod twins;

const SESSION: SessionId = SessionId(1);
const FIRST: TargetId = TargetId(1);
const SECOND: TargetId = TargetId(2);

/// A chair, a recorder, three of the panel, one of them of the first target's unit, and somebody who is no member.
fn people() -> [User; 6] {
    let panel = (Role::Panel, Scope::County);
    let own = (Role::Department, Scope::Unit(huishen::domain::ids::UnitId(1)));
    [
        person("主任", &[(Role::Chair, Scope::County)]),
        person("记录", &[(Role::Recorder, Scope::County)]),
        person("委员甲", std::slice::from_ref(&panel)),
        person("委员乙", std::slice::from_ref(&panel)),
        person("委员丙", &[panel, own]),
        person("旁听", &[(Role::Observer, Scope::County)]),
    ]
}

fn wish(want: Want) -> Command {
    Command::Session { session: SESSION, wish: Box::new(want) }
}

fn vote(grade: Grade) -> Want {
    Want::Vote(ballot(grade, None))
}

fn ballot(grade: Grade, member: Option<&str>) -> Vote {
    Vote {
        member: member.map(str::to_owned),
        target: None,
        grade,
        criteria: vec![grade; 6],
        points: Vec::new(),
        opinion: format!("意见{grade}"),
        salt: format!("{:032x}", grade as u32 + 1),
    }
}

fn decision(grade: Grade) -> Want {
    Want::Decide {
        seen: None,
        criteria: Vec::new(),
        points: Vec::new(),
        grade,
        opinion: "请补充效益指标。".to_owned(),
        due: None,
    }
}

fn names(users: &[&str]) -> Vec<String> {
    users.iter().map(|user| (*user).to_owned()).collect()
}

/// The commands that bring two targets to the joint stage.
fn preparation() -> Vec<Command> {
    let mut commands = vec![found(), add_unit(0), add_unit(1)];
    for user in people() {
        let roles = user.grants.iter().map(|grant| huishen::domain::command::WantedRole {
            role: grant.role,
            unit: matches!(grant.scope, Scope::Unit(_)).then(|| unit_name(0)),
            desk: None,
        });
        commands.push(Command::AddUser { name: user.name, login: None, roles: roles.collect() });
    }
    for target in [1, 2] {
        let place = usize::try_from(target).unwrap() - 1;
        commands.push(hand_in(place, place, 1));
        commands.push(submit(target));
        commands.extend(STAGES.iter().map(|stage| review(target, stage, Verdict::Pass, Grade::Good)));
    }
    commands.extend([evaluation(0, 0, 2020, 92), link(1, 1, 0, 0, true), match_prior(1, 1, 0, 1, 0)]);
    commands
}

/// A room in which everybody has a seat and both targets are on the agenda.
struct Room {
    store: Store,
    clock: Arc<FixedClock>,
    minutes: i64,
    _folder: tempfile::TempDir,
}

impl Room {
    fn prepared() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (mut store, clock) = create(&folder.path().join("a.db"));
        let all = actor(everyone("全权"));
        for command in preparation() {
            store.execute(&all, &command).unwrap();
        }
        let mut room = Self { store, clock, minutes: 0, _folder: folder };
        let new =
            NewSession { name: "第一次会审".to_owned(), day: None, quorum: Some(Share(2, 3)), minutes: Some(60) };
        room.store.execute(&all, &Command::MakeSession(new)).unwrap();
        for (users, seat) in [
            (names(&["主任"]), Seat::Chair),
            (names(&["记录"]), Seat::Recorder),
            (names(&["委员甲", "委员乙", "委员丙"]), Seat::Panel),
        ] {
            room.must("记录", Want::Seat { users, seat });
        }
        room.must("记录", Want::Add { targets: vec![FIRST, SECOND] });
        room
    }

    fn opened() -> Self {
        let mut room = Self::prepared();
        room.must("主任", Want::Open { present: names(&["委员甲", "委员乙", "委员丙", "记录"]) });
        room
    }

    fn go(&mut self, who: &str, want: Want) -> Result<Vec<Entry>, Refusal> {
        self.minutes += 1;
        self.clock.set(Instant(MORNING.0 + self.minutes * MINUTE));
        let user = self.store.user(who).unwrap().unwrap_or_else(|| everyone(who));
        self.store.execute(&actor(user), &wish(want))
    }

    fn must(&mut self, who: &str, want: Want) -> Vec<Entry> {
        self.go(who, want).unwrap()
    }

    fn refused(&mut self, who: &str, want: Want) -> No {
        match self.go(who, want) {
            Err(Refusal::Session(no)) => {
                assert!(!no.words().contains("session."), "{no:?} has no words: {}", no.words());
                no
            }
            other => panic!("{other:?}"),
        }
    }

    fn view(&self, who: &str) -> huishen::domain::session::view::SessionView {
        let user = self.store.user(who).unwrap().unwrap_or_else(|| everyone(who));
        self.store.session_view(&user, SESSION).unwrap().unwrap()
    }

    fn clean(&self) {
        let report = self.store.verify().unwrap();
        assert!(report.is_clean() && report.proved, "{:?}", report.faults);
    }
}

/// Holds a whole session on a file, so that every table has a row, and leaves one ballot sealed.
pub fn held(path: &Path) {
    let room = Room::opened();
    let mut room = room;
    meet(&mut room);
    room.must("主任", Want::Go(Step::Next));
    room.must("委员甲", vote(Grade::Good));
    let all = everyone("全权");
    room.store.execute(&actor(all.clone()), &hand_in(0, 0, 2)).unwrap();
    let first = room.store.case_file(&all, FIRST).unwrap().unwrap().reviews[0].seq.0;
    room.store.execute(&actor(all), &answer(FIRST.0, 2, first, true)).unwrap();
    let from = room.store.path().to_owned();
    drop(room.store);
    fs::copy(from, path).unwrap();
}

fn meet(room: &mut Room) {
    room.must("委员甲", vote(Grade::Good));
    room.must("记录", Want::Vote(ballot(Grade::Fair, Some("委员乙"))));
    room.must("主任", Want::Reveal);
    room.must("委员乙", Want::Dissent { member: None, reason: "金额偏大".to_owned() });
    room.must("主任", decision(Grade::Good));
    room.must("记录", Want::Note { target: Some(FIRST), text: "教科文股汇报".to_owned(), seen: None });
}

#[test]
fn a_meeting_from_beginning_to_end() {
    let mut room = Room::opened();
    let view = room.view("主任");
    assert_eq!(view.session.current, Some(FIRST));
    assert!(view.session.is_recused("委员丙", FIRST), "who belongs to the unit stands aside");
    assert_eq!(view.quorum, Quorum { entitled: 2, present: 2, needed: 2 });
    assert_eq!((view.items[0].ballots_in, view.items[0].ballots_due), (0, 2));
    room.must("委员甲", vote(Grade::Good));
    room.must("委员甲", vote(Grade::Fair));
    assert_eq!(room.view("委员乙").items[0].ballots_in, 1, "a second ballot takes the first one's place");
    meet(&mut room);
    let view = room.view("委员丙");
    let item = &view.items[0];
    assert_eq!(item.state, ItemState::Decided);
    let grades: Vec<_> = item.grades().unwrap().collect();
    assert_eq!(grades, [("委员甲", Grade::Good), ("委员乙", Grade::Fair)]);
    assert_eq!(item.ballots.as_ref().unwrap()[1].entered_by.as_deref(), Some("记录"));
    assert_eq!(item.dissents[0].reason, "金额偏大");
    assert_eq!(item.decision.as_ref().unwrap().grade, Grade::Good);
    assert_eq!(item.standing.state, State::Negotiating, "the target moved in the same transaction");
    room.must("主任", Want::Go(Step::Next));
    room.must("主任", Want::Defer { reason: "资料不全".to_owned() });
    room.must("主任", Want::Close);
    let view = room.view("主任");
    assert_eq!((view.session.state, view.items[1].state), (SessionState::Closed, ItemState::Deferred));
    assert_eq!(room.refused("主任", Want::Go(Step::Next)), No::WrongState(SessionState::Closed));
    room.clean();
}

#[test]
fn a_recorder_leads_and_enters_in_the_name_of_others() {
    let mut room = Room::opened();
    let entered = room.must("记录", Want::Vote(ballot(Grade::Good, Some("委员甲"))));
    assert_eq!((entered[0].by.as_str(), entered[0].on_behalf.as_deref()), ("记录", Some("委员甲")));
    let revealed = room.must("记录", Want::Reveal);
    assert_eq!((revealed[0].by.as_str(), revealed[0].on_behalf.as_deref()), ("记录", Some("主任")));
    assert_eq!(
        room.refused("委员甲", Want::Vote(ballot(Grade::Good, Some("委员乙")))),
        No::NotRecorder("委员甲".to_owned())
    );
}

#[test]
fn what_is_refused_says_why_and_changes_nothing() {
    let mut room = Room::prepared();
    assert_eq!(room.refused("委员甲", vote(Grade::Good)), No::WrongState(SessionState::Preparing));
    let none = Quorum { entitled: 3, present: 1, needed: 2 };
    assert_eq!(room.refused("主任", Want::Open { present: names(&["委员甲"]) }), No::NoQuorum(none));
    assert_eq!(room.refused("主任", Want::Open { present: names(&["旁听"]) }), No::NotMember("旁听".to_owned()));
    assert_eq!(room.refused("委员甲", Want::Open { present: Vec::new() }), No::NotLeading("委员甲".to_owned()));
    room.must("主任", Want::Open { present: names(&["委员甲", "委员丙"]) });
    assert_eq!(room.refused("委员乙", vote(Grade::Good)), No::Absent("委员乙".to_owned()));
    assert_eq!(room.refused("委员丙", vote(Grade::Good)), No::Recused("委员丙".to_owned()));
    assert_eq!(room.refused("主任", vote(Grade::Good)), No::NotPanel("主任".to_owned()));
    assert_eq!(room.refused("路人", vote(Grade::Good)), No::NotMember("路人".to_owned()));
    assert!(matches!(room.go("旁听", vote(Grade::Good)), Err(Refusal::ObserverWrites(_))));
    let missed = Quorum { entitled: 2, present: 1, needed: 2 };
    room.must("委员甲", vote(Grade::Good));
    assert_eq!(room.refused("主任", Want::Reveal), No::NoQuorum(missed), "who stands aside does not make a quorum");
    room.must("主任", Want::Attend { user: "委员乙".to_owned(), present: true });
    assert_eq!(room.refused("主任", decision(Grade::Good)), No::Sealed(1));
    room.must("主任", Want::Reveal);
    assert_eq!(room.refused("委员乙", vote(Grade::Poor)), No::WrongItem(ItemState::Revealed));
    assert_eq!(
        room.refused("委员丙", Want::Dissent { member: None, reason: "不同意".to_owned() }),
        No::Recused("委员丙".to_owned())
    );
    room.must("主任", decision(Grade::Good));
    assert_eq!(room.refused("主任", decision(Grade::Good)), No::WrongItem(ItemState::Decided), "two chairs at once");
    assert_eq!(room.refused("主任", Want::Close), No::Undecided(1, "农村饮水安全".to_owned()));
    room.must("主任", Want::Go(Step::Next));
    assert_eq!(room.refused("主任", Want::Go(Step::Next)), No::NoFurther);
    let other = Vote { target: Some(FIRST), ..ballot(Grade::Good, None) };
    assert_eq!(room.refused("委员甲", Want::Vote(other)), No::Moved("营养改善计划".to_owned()));
    room.clean();
}

#[test]
fn a_decision_in_a_session_is_taken_back_there_and_nowhere_else() {
    let mut room = Room::opened();
    let all = actor(everyone("主任"));
    let outside = Command::Decide {
        target: FIRST,
        seen: None,
        criteria: Vec::new(),
        points: Vec::new(),
        grade: Grade::Good,
        opinion: "同意".to_owned(),
        due: None,
    };
    let name = || Refusal::Session(No::InSession("第一次会审".to_owned()));
    assert_eq!(room.store.execute(&all, &outside), Err(name()));
    room.must("主任", decision(Grade::Excellent));
    assert_eq!(room.store.execute(&all, &Command::Undo { target: FIRST, seen: None }), Err(name()));
    room.must("主任", Want::UndoDecision);
    assert_eq!(room.view("主任").items[0].state, ItemState::Open);
    assert_eq!(room.view("主任").items[0].standing.state, State::Pending);
    assert_eq!(room.refused("主任", Want::UndoDecision), No::NothingDecided);
    room.must("委员甲", vote(Grade::Good));
    room.must("主任", Want::Reveal);
    room.must("主任", Want::Reballot { reason: "有新情况".to_owned() });
    assert_eq!(room.view("主任").items[0].ballots, None, "a new ballot begins sealed");
    room.must("委员甲", vote(Grade::Poor));
    room.must("主任", Want::Reveal);
    assert_eq!(room.store.ballots_held(SESSION, FIRST).unwrap().len(), 2, "what was graded before is kept");
    room.must("主任", decision(Grade::Poor));
    room.must("主任", Want::UndoDecision);
    assert_eq!(room.view("主任").items[0].state, ItemState::Revealed);
    room.clean();
}

#[test]
fn a_target_withdrawn_under_discussion_is_passed_over() {
    let mut room = Room::opened();
    room.must("委员甲", vote(Grade::Good));
    let withdraw = Command::Withdraw { target: FIRST, seen: None, reason: "项目取消".to_owned() };
    room.store.execute(&actor(everyone("全权")), &withdraw).unwrap();
    assert_eq!(room.refused("委员乙", vote(Grade::Good)), No::NotAtJoint("营养改善计划".to_owned()));
    assert!(room.view("主任").items[0].gone);
    room.must("主任", Want::Go(Step::Next));
    room.must("主任", decision(Grade::Excellent));
    room.must("主任", Want::Close);
    room.clean();
}

#[test]
fn what_all_stages_agree_on_passes_as_one() {
    let mut room = Room::prepared();
    assert_eq!(
        room.refused("记录", Want::ListConsent { targets: vec![FIRST] }),
        No::NoConsent("营养改善计划".to_owned())
    );
    for (target, items) in [(1, 3), (2, 3)] {
        for item in 0..items {
            room.store.execute(&actor(everyone("全权")), &link(target, 1, item, item % 2, true)).unwrap();
        }
    }
    assert_eq!(
        room.refused("记录", Want::ListConsent { targets: vec![FIRST] }),
        No::NoConsent("营养改善计划".to_owned()),
        "findings are open"
    );
    for target in [FIRST, SECOND] {
        let all = actor(everyone("全权"));
        let (recorded, _) = room.store.findings(&all.user, target).unwrap();
        for finding in recorded.report.findings {
            let waive = Command::Waive { target, key: finding.key, reason: "已核对".to_owned() };
            room.store.execute(&all, &waive).unwrap();
        }
    }
    room.must("记录", Want::ListConsent { targets: vec![FIRST, SECOND] });
    room.must("主任", Want::Open { present: names(&["委员甲", "委员乙"]) });
    let both = Want::PassConsent { seen: vec![FIRST, SECOND] };
    room.must("委员甲", Want::PullConsent { target: SECOND });
    assert_eq!(room.refused("主任", both), No::ConsentMoved, "not what the chair saw");
    room.must("主任", Want::Go(Step::To(SECOND)));
    assert_eq!(
        room.refused("主任", Want::Go(Step::Previous)),
        No::NoFurther,
        "what is to pass with the list is passed over"
    );
    room.must("主任", Want::PassConsent { seen: vec![FIRST] });
    let view = room.view("主任");
    assert_eq!((view.items[0].state, view.items[1].state), (ItemState::Decided, ItemState::Open));
    let decision = view.items[0].decision.clone().unwrap();
    assert!(decision.consent && decision.opinion.contains('良'), "{decision:?}");
    assert_eq!(room.refused("主任", Want::PassConsent { seen: Vec::new() }), No::EmptyConsent);
    room.clean();
}

#[test]
fn a_key_project_is_scored_in_the_room() {
    let mut room = Room::opened();
    let all = actor(everyone("全权"));
    let mark = Command::SetKeyProject { target: FIRST, seen: None, key_project: true, reason: "民生".to_owned() };
    room.store.execute(&all, &mark).unwrap();
    let scored = |points: [i64; 6]| Vote {
        criteria: Vec::new(),
        points: points.map(rust_decimal::Decimal::from).to_vec(),
        ..ballot(Grade::Good, None)
    };
    assert_eq!(
        room.go("委员甲", vote(Grade::Good)),
        Err(Refusal::NeedsPoints),
        "grades alone are no mark of a key project"
    );
    let most = room.go("委员甲", Want::Vote(scored([21, 15, 15, 20, 20, 10])));
    assert!(matches!(most, Err(Refusal::PointsOutside { .. })), "{most:?}");
    room.must("委员甲", Want::Vote(scored([17, 13, 13, 17, 17, 8])));
    room.must("委员乙", Want::Vote(Vote { criteria: Vec::new(), ..ballot(Grade::Good, None) }));
    let sealed = room.view("委员乙");
    assert!(sealed.items[0].ballots.is_none() && sealed.items[0].own.as_ref().unwrap().points.is_empty());
    room.clean();
    room.must("主任", Want::Reveal);
    let given = room.view("主任").items[0].ballots.clone().unwrap()[0].clone();
    assert_eq!((given.points.len(), given.criteria), (6, vec![Grade::Good; 6]), "the grades follow from the points");
    let points = [17, 13, 13, 17, 17, 8].map(rust_decimal::Decimal::from).to_vec();
    let (criteria, opinion) = (Vec::new(), "请补充效益指标。".to_owned());
    let decide = Want::Decide { seen: None, criteria, points: points.clone(), grade: Grade::Good, opinion, due: None };
    room.must("主任", decide);
    let reviews = room.store.case_file(&everyone("全权"), FIRST).unwrap().unwrap().reviews;
    assert_eq!(reviews.last().unwrap().points, points);
    assert_eq!(room.go("委员甲", Want::Vote(scored([1; 6]))), Err(No::WrongItem(ItemState::Decided).into()));
    room.must("主任", Want::Go(Step::Next));
    assert_eq!(room.go("委员甲", Want::Vote(scored([1; 6]))), Err(Refusal::NoKeyProject));
    room.clean();
}

#[test]
fn a_ballot_held_before_stays_on_the_table_with_the_reason() {
    let mut room = Room::opened();
    for (grade, reason) in [(Grade::Good, "有新材料"), (Grade::Fair, "委员要求")] {
        room.must("委员甲", vote(grade));
        room.must("主任", Want::Reveal);
        room.must("主任", Want::Reballot { reason: reason.to_owned() });
    }
    room.must("委员甲", vote(Grade::Poor));
    let former = |room: &Room| {
        let view = room.view("旁听");
        let item = &view.items[0];
        let of =
            |one: &huishen::domain::session::view::FormerBallot| (one.number, one.reason.clone(), one.ballots[0].grade);
        (item.former.iter().map(of).collect::<Vec<_>>(), item.ballots.as_ref().map(Vec::len))
    };
    let held = vec![(1, "有新材料".to_owned(), Grade::Good), (2, "委员要求".to_owned(), Grade::Fair)];
    assert_eq!(former(&room), (held.clone(), None));
    room.must("主任", Want::Reveal);
    assert_eq!(former(&room), (held, Some(1)));
}
