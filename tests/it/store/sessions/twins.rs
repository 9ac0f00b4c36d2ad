//! That the file and the model hold the same of a session, what is kept from bell to bell is what would be read afresh, and nobody reads a
//! sealed grade.

use super::*;

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
        1 => reason().prop_map(|text| Want::Note { target: None, text, seen: None }),
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
