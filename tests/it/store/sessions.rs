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
    room.must("记录", Want::Note { target: Some(FIRST), text: "教科文股汇报".to_owned() });
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

/// Everything that somebody can read of a file, as text.
fn all_that_is_read(path: &Path, who: &User) -> String {
    let store = Store::open(path).unwrap();
    let mut rows = Vec::new();
    let mut take = |row| {
        rows.push(format!("{row:?}"));
        Ok::<(), std::convert::Infallible>(())
    };
    store.list(who, None, Sort::Waiting, None, &mut take).unwrap().unwrap();
    let view = store.session_view(who, SESSION).unwrap();
    let cases: Vec<_> = [FIRST, SECOND].map(|target| store.case_file(who, target).unwrap()).into();
    let held: Vec<_> = [FIRST, SECOND].map(|target| store.ballots_held(SESSION, target).unwrap()).into();
    let journal = store.entries(who, None, None, None).unwrap();
    let sessions = store.session_list(who).unwrap();
    format!("{rows:?}{view:?}{cases:?}{held:?}{journal:?}{sessions:?}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn nobody_but_the_owner_reads_a_sealed_grade(one in 0_usize..4, other in 0_usize..4, criterion in 0_usize..4) {
        let mut room = Room::opened();
        room.must("委员甲", vote(Grade::ALL[one]));
        room.must("委员乙", vote(Grade::Fair));
        let path = room.store.path().to_owned();
        let twin = path.with_file_name("twin.db");
        drop(room.store);
        fs::copy(&path, &twin).unwrap();
        let conn = rusqlite::Connection::open(&twin).unwrap();
        let criteria = Grade::ALL[criterion].term().repeat(6);
        let changed = conn.execute(
            "update sealed_ballot set grade = ?1, criteria = ?2, opinion = 'x', salt = 'y' where member = '委员甲'",
            rusqlite::params![Grade::ALL[other].term(), criteria],
        );
        prop_assert_eq!(changed.unwrap(), 1);
        drop(conn);
        for who in people().iter().filter(|user| user.name != "委员甲").chain([&everyone("全权")]) {
            prop_assert_eq!(all_that_is_read(&path, who), all_that_is_read(&twin, who), "{}", who.name);
        }
        let owner = &people()[2];
        prop_assert!(all_that_is_read(&path, owner) != all_that_is_read(&twin, owner), "its owner reads it");
    }
}

/// A file and a model that live through the same session.
struct Twins {
    room: Room,
    model: Model,
    rows: i64,
    moment: i64,
}

impl Twins {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (store, clock) = create(&folder.path().join("a.db"));
        let room = Room { store, clock, minutes: 0, _folder: folder };
        let mut twins = Self { room, model: Model::new(Procedure::target_review().unwrap()), rows: 0, moment: 0 };
        for command in preparation() {
            twins.both(&everyone("全权"), &command).0.unwrap();
        }
        let new = NewSession { name: "会".to_owned(), day: None, quorum: None, minutes: None };
        twins.both(&everyone("全权"), &Command::MakeSession(new)).0.unwrap();
        twins
    }

    fn both(&mut self, user: &User, command: &Command) -> (Result<usize, Refusal>, Result<usize, Refusal>) {
        self.moment += 1;
        let at = Instant(MORNING.0 + self.moment * MINUTE);
        self.room.clock.set(at);
        let actor: Actor = actor(user.clone());
        let decided = decide(&actor, command, Now::in_zone(at, &TimeZone::UTC), &self.model);
        for event in decided.iter().flatten() {
            self.rows += 1;
            let (seq, by, origin) = (Seq(self.rows), user.name.clone(), actor.origin.id().to_owned());
            self.model.apply(&Entry { seq, at, by, on_behalf: None, origin, event: event.clone() });
        }
        let stored = self.room.store.execute(&actor, command);
        (decided.map(|events| events.len()), stored.map(|entries| entries.len()))
    }
}

fn any_want() -> impl Strategy<Value = Want> {
    let user = || prop::sample::select(names(&["主任", "记录", "委员甲", "委员乙", "委员丙", "旁听", "无人"]));
    let target = || prop::sample::select(vec![FIRST, SECOND, TargetId(9)]);
    let grade = || prop::sample::select(Grade::ALL.to_vec());
    let seat = prop::sample::select(vec![Seat::Panel, Seat::Panel, Seat::Chair, Seat::Recorder]);
    let reason = || prop::sample::select(vec![String::new(), "有新情况".to_owned()]);
    prop_oneof![
        4 => (user(), seat).prop_map(|(user, seat)| Want::Seat { users: vec![user], seat }),
        1 => user().prop_map(|user| Want::Unseat { user }),
        3 => target().prop_map(|target| Want::Add { targets: vec![target] }),
        1 => target().prop_map(|target| Want::Remove { target }),
        1 => target().prop_map(|target| Want::Order { order: vec![target] }),
        1 => (user(), target(), reason()).prop_map(|(user, target, reason)| Want::Recuse { user, target, reason }),
        1 => (user(), target()).prop_map(|(user, target)| Want::LiftRecusal { user, target }),
        1 => target().prop_map(|target| Want::ListConsent { targets: vec![target] }),
        1 => target().prop_map(|target| Want::PullConsent { target }),
        4 => Just(Want::Open { present: names(&["委员甲", "委员乙"]) }),
        2 => (user(), any::<bool>()).prop_map(|(user, present)| Want::Attend { user, present }),
        4 => Just(Want::Go(Step::Next)),
        1 => Just(Want::Go(Step::Previous)),
        2 => target().prop_map(|target| Want::Go(Step::To(target))),
        12 => (grade(), prop::option::of(user())).prop_map(|(grade, user)| Want::Vote(ballot(grade, user.as_deref()))),
        6 => Just(Want::Reveal),
        1 => reason().prop_map(|reason| Want::Reballot { reason }),
        5 => grade().prop_map(decision),
        1 => Just(Want::PassConsent { seen: Vec::new() }),
        3 => Just(Want::UndoDecision),
        1 => reason().prop_map(|reason| Want::Defer { reason }),
        2 => reason().prop_map(|reason| Want::Dissent { member: None, reason }),
        1 => reason().prop_map(|text| Want::Note { target: None, text }),
        1 => Just(Want::Close),
    ]
}

/// What another program keeps from bell to bell is what it would read afresh.
fn same_as_fresh((store, viewer): &(Store, User)) -> Result<(), TestCaseError> {
    let kept = store.session_kept(viewer, SESSION).unwrap();
    let fresh = store.session_view(viewer, SESSION).unwrap();
    prop_assert_eq!(kept.as_deref(), fresh.as_ref(), "{}", viewer.name);
    for target in [FIRST, SECOND] {
        let kept = store.case_kept(viewer, target).unwrap();
        let fresh = store.case_file(viewer, target).unwrap();
        prop_assert_eq!(kept.as_deref(), fresh.as_ref());
    }
    Ok(())
}

#[test]
fn what_is_kept_is_read_again_when_anything_of_it_changed_and_only_then() {
    let mut room = Room::opened();
    let reader = (Store::open(room.store.path()).unwrap(), people()[2].clone());
    let all = actor(everyone("全权"));
    let view = || reader.0.session_kept(&reader.1, SESSION).unwrap().unwrap();
    let case = || reader.0.case_kept(&reader.1, FIRST).unwrap().unwrap();
    let (before, file) = (view(), case());
    let other = NewSession { name: "另一次".to_owned(), day: None, quorum: None, minutes: None };
    room.store.execute(&all, &Command::MakeSession(other)).unwrap();
    assert!(Arc::ptr_eq(&before, &view()) && Arc::ptr_eq(&file, &case()), "another session");
    // A target that moves may be what an earlier evaluation is compared with, so that case files are read again.
    room.store.execute(&all, &hand_in(1, 2, 1)).unwrap();
    assert!(Arc::ptr_eq(&before, &view()), "a target that is not on the agenda");
    let file = case();
    room.must("委员乙", vote(Grade::Fair));
    assert!(!Arc::ptr_eq(&before, &view()) && Arc::ptr_eq(&file, &case()));
    same_as_fresh(&reader).unwrap();
    for command in [
        link(1, 1, 0, 0, false),
        evaluation(0, 0, 2019, 88),
        submit(3),
        Command::SetKeyProject { target: SECOND, seen: None, key_project: true, reason: "民生".to_owned() },
        Command::AddUser {
            name: "新人".to_owned(),
            login: None,
            roles: vec![huishen::domain::command::WantedRole { role: Role::Panel, unit: None, desk: None }],
        },
    ] {
        room.store.execute(&all, &command).unwrap();
        same_as_fresh(&reader).unwrap();
    }
    let before = case();
    assert_eq!(before.twins().len(), 2, "of both earlier evaluations");
    room.store.execute(&all, &link(1, 1, 0, 0, true)).unwrap();
    let after = case();
    assert!(!Arc::ptr_eq(&before, &after), "read again");
    assert_eq!(before.twins().as_ptr(), after.twins().as_ptr(), "but not worked out again");
    meet(&mut room);
    same_as_fresh(&reader).unwrap();
    for _ in 0..120 {
        room.must("主任", Want::Go(Step::Next));
        room.must("主任", Want::Go(Step::Previous));
    }
    same_as_fresh(&reader).unwrap();
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]
    #[test]
    fn the_file_holds_the_session_that_the_model_holds(
        wishes in prop::collection::vec((0_usize..6, any_want()), 1..60), begun in any::<bool>(),
    ) {
        let mut twins = Twins::new();
        let people = people();
        let mut wishes = wishes;
        if begun {
            let all = names(&["委员甲", "委员乙", "委员丙"]);
            let first = [
                Want::Seat { users: names(&["主任"]), seat: Seat::Chair },
                Want::Seat { users: all.clone(), seat: Seat::Panel },
                Want::Add { targets: vec![FIRST, SECOND] },
                Want::Open { present: all },
            ];
            wishes.splice(0..0, first.map(|want| (0, want)));
        }
        let path = twins.room.store.path().to_owned();
        let readers = [2, 0].map(|who| (Store::open(&path).unwrap(), people[who].clone()));
        for (who, want) in wishes {
            let (decided, stored) = twins.both(&people[who], &wish(want.clone()));
            prop_assert_eq!(&decided, &stored, "{:?}", &want);
            if let Err(refusal) = &decided {
                prop_assert!(!refusal.words().is_empty());
            }
            for reader in &readers {
                same_as_fresh(reader)?;
            }
        }
        let stored = twins.room.store.session_view(&everyone("全权"), SESSION).unwrap().unwrap();
        prop_assert_eq!(twins.model.session(SESSION).unwrap().unwrap(), stored.session);
        for item in &stored.items {
            prop_assert_eq!(&twins.model.target(item.target).unwrap().unwrap().standing, &item.standing);
            let number = twins.model.session(SESSION).unwrap().unwrap().item(item.target).unwrap().ballot;
            let revealed = twins.model.ballots(SESSION, item.target, number).unwrap();
            prop_assert_eq!(item.ballots.clone().unwrap_or_default(), revealed);
        }
        let report = twins.room.store.verify().unwrap();
        prop_assert!(report.is_clean() && report.proved, "{:?}", report.faults);
    }
}
