//! Joint sessions by keys, on a real file of the sample year: several people, each with an app of their own, in one process. Whoever
//! changes the file rings everybody's bell, as the change notice does.

use std::sync::{Arc, LazyLock};

use huishen::app::App;
use huishen::app::effect::{Effect, Reply};
use huishen::app::key::Key;
use huishen::app::msg::Msg;
use huishen::app::screen::Screen;
use huishen::app::screen::session::Tab;
use huishen::domain::command::{Actor, Command, Origin};
use huishen::domain::ids::{SessionId, TargetId};
use huishen::domain::session::view::SessionView;
use huishen::domain::session::wish::{NewSession, SessionWish};
use huishen::domain::session::{ItemState, Seat, SessionState, Share};
use huishen::domain::time::Instant;
use huishen::lang::{Language, choose};
use huishen::run::Backend;
use huishen::store::{FixedClock, Store};
use huishen::ui;
use huishen::ui::look::Look;
use huishen::ui::width::Policy;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

pub(super) const MINUTE: i64 = 60_000_000;
/// Tuesday 2026-11-24, 09:00 UTC.
const MORNING: Instant = Instant(1_795_510_800_000_000);
pub(super) const SESSION: SessionId = SessionId(1);

/// The sample year, made once.
static SAMPLE: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let made = Store::create_with(&folder.path().join("a.db"), Arc::new(FixedClock::at(MORNING)));
    made.unwrap().fill_sample().unwrap();
    folder
});

/// A file with people at their screens.
pub(super) struct House {
    pub(super) store: Store,
    clock: Arc<FixedClock>,
    now: i64,
    pub(super) apps: Vec<App>,
    _folder: tempfile::TempDir,
}

/// Keys: `jj<Enter>会`; names stand in angle brackets.
fn read_keys(script: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            keys.push(name.parse().unwrap());
            rest = after;
        } else {
            keys.push(Key::char(first));
            rest = &rest[first.len_utf8()..];
        }
    }
    keys
}

impl House {
    /// The sample year.
    pub(super) fn sample() -> Self {
        choose(Language::Chinese);
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock::at(MORNING));
        let path = folder.path().join("a.db");
        std::fs::copy(SAMPLE.path().join("a.db"), &path).unwrap();
        let store = Store::open_with(&path, clock.clone(), false).unwrap();
        Self { store, clock, now: MORNING.0, apps: Vec::new(), _folder: folder }
    }

    /// A session with chair, recorder, three of the panel and all items of the joint stage.
    pub(super) fn prepared() -> Self {
        let mut house = Self::sample();
        let new =
            NewSession { name: "第一次会审".to_owned(), day: None, quorum: Some(Share(2, 3)), minutes: Some(180) };
        house.act("会审主持", &Command::MakeSession(new));
        let seat = |users: &[&str], seat| SessionWish::Seat {
            users: users.iter().map(|one| (*one).to_owned()).collect(),
            seat,
        };
        house.wish("会审主持", seat(&["会审主持"], Seat::Chair));
        house.wish("会审主持", seat(&["会审记录"], Seat::Recorder));
        house.wish("会审主持", seat(&["委员甲", "委员乙", "教科文股经办"], Seat::Panel));
        let targets = house.waiting();
        house.wish("会审主持", SessionWish::Add { targets });
        house
    }

    /// The same, open with everybody there.
    pub(super) fn open() -> Self {
        let mut house = Self::prepared();
        let present = ["会审主持", "会审记录", "委员甲", "委员乙", "教科文股经办"].map(str::to_owned).to_vec();
        house.wish("会审主持", SessionWish::Open { present });
        house
    }

    fn waiting(&self) -> Vec<TargetId> {
        let user = self.store.user("会审主持").unwrap().unwrap();
        let mut targets = Vec::new();
        let sort = huishen::domain::view::Sort::Number;
        let list = self.store.list(&user, None, sort, None, &mut |row| {
            if row.standing.stage.as_deref() == Some("joint") {
                targets.push(row.id);
            }
            Ok::<(), ()>(())
        });
        list.unwrap().unwrap();
        targets
    }

    fn act(&mut self, name: &str, command: &Command) {
        let user = self.store.user(name).unwrap().unwrap();
        let actor = Actor::new(user, Origin::CommandLine);
        let done = self.store.execute(&actor, command);
        assert!(done.is_ok(), "{name}: {}", done.unwrap_err().words());
        self.ring();
    }

    pub(super) fn wish(&mut self, name: &str, wish: SessionWish) {
        self.act(name, &Command::Session { session: SESSION, wish: Box::new(wish) });
    }

    /// Somebody sits down at a screen.
    pub(super) fn enter(&mut self, name: &str, size: (u16, u16)) -> usize {
        let user = self.store.user(name).unwrap().unwrap();
        let county = self.store.county().unwrap().unwrap();
        let mut app = App::new(self.store.procedure().clone(), county, user, self.store.now(), size);
        let effects = app.start();
        self.apps.push(app);
        let place = self.apps.len() - 1;
        self.carry_out(place, effects);
        place
    }

    /// Somebody starts the wall.
    pub(super) fn wall(&mut self, name: &str, size: (u16, u16)) -> usize {
        let user = self.store.user(name).unwrap().unwrap();
        let county = self.store.county().unwrap().unwrap();
        let app = App::new(self.store.procedure().clone(), county, user, self.store.now(), size);
        let mut app = app.on_wall(SESSION);
        let effects = app.start();
        self.apps.push(app);
        let place = self.apps.len() - 1;
        self.carry_out(place, effects);
        place
    }

    /// Somebody sits down and goes into the session.
    pub(super) fn join(&mut self, name: &str, size: (u16, u16)) -> usize {
        let place = self.enter(name, size);
        self.keys(place, "<F3><Enter>");
        place
    }

    /// Presses keys; `{评级}` turns to a tab of the session, wherever it stands among them.
    pub(super) fn keys(&mut self, place: usize, script: &str) {
        let mut rest = script;
        while let Some((before, after)) = rest.split_once('{') {
            self.press(place, before);
            let (name, after) = after.split_once('}').unwrap();
            let wanted = match name {
                "评级" => Tab::Ballots,
                "成员" => Tab::Members,
                _ => Tab::Results,
            };
            for _ in 0..Tab::all().len() {
                let Some(Screen::Room(room)) = self.apps[place].screens.last() else { panic!("no session") };
                if room.tab == wanted {
                    break;
                }
                self.press(place, "<Tab>");
            }
            rest = after;
        }
        self.press(place, rest);
    }

    fn press(&mut self, place: usize, script: &str) {
        for key in read_keys(script) {
            let effects = self.apps[place].update(Msg::Key(key));
            self.carry_out(place, effects);
        }
    }

    fn ring(&mut self) {
        for place in 0..self.apps.len() {
            let effects = self.apps[place].update(Msg::Bell);
            self.carry_out(place, effects);
        }
    }

    /// Time goes on for everybody.
    pub(super) fn wait(&mut self, micros: i64) {
        self.now += micros;
        self.clock.set(Instant(self.now));
        let now = self.store.now();
        for place in 0..self.apps.len() {
            let effects = self.apps[place].update(Msg::Clock(now));
            self.carry_out(place, effects);
        }
    }

    pub(super) fn carry_out(&mut self, place: usize, effects: Vec<Effect>) {
        let mut waiting = std::collections::VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            let user = self.apps[place].common.user.clone();
            let (ticket, reply) = match effect {
                Effect::Read { ticket, ask } => {
                    let reply = self.store.answer(&user, &ask);
                    (ticket, reply.unwrap_or_else(|failed| Reply::Failed(failed.0)))
                }
                Effect::Execute { ticket, commands, .. } => {
                    let actor = Actor::new(user, Origin::Screen);
                    let done = self.store.execute_all(&actor, &commands);
                    if done.is_ok() {
                        self.ring();
                    }
                    (ticket, done.map_or_else(|refused| Reply::Refused(refused.refusal), Reply::Done))
                }
                Effect::SaveDraft(draft) => {
                    self.store.save_draft(&user.name, &draft).unwrap();
                    continue;
                }
                Effect::DropDraft { target, form } => {
                    self.store.drop_draft(&user.name, target, form).unwrap();
                    continue;
                }
                Effect::Here(presence) => {
                    self.store.here(&user.name, presence).unwrap();
                    continue;
                }
                _ => continue,
            };
            waiting.extend(self.apps[place].update(Msg::Answer { ticket, reply }));
        }
    }

    /// The lines of somebody's screen.
    pub(super) fn screen(&self, place: usize) -> Vec<String> {
        let app = &self.apps[place];
        let mut terminal = Terminal::new(TestBackend::new(app.common.size.0, app.common.size.1)).unwrap();
        let look = Look::new(Policy::NARROW, false);
        let draw = |frame: &mut ratatui::Frame<'_>| {
            ui::draw(app, &look, frame);
        };
        terminal.draw(draw).unwrap();
        ui::dump::lines(terminal.backend().buffer())
    }

    pub(super) fn sees(&self, place: usize, words: &str) {
        let text = self.screen(place).join("\n");
        assert!(text.contains(words), "{words} is not on the screen:\n{text}");
    }

    pub(super) fn misses(&self, place: usize, words: &str) {
        let text = self.screen(place).join("\n");
        assert!(!text.contains(words), "{words} is on the screen:\n{text}");
    }

    /// The project whose case file somebody's screen shows.
    fn shows(&self, place: usize) -> String {
        let Some(Screen::Room(room)) = self.apps[place].screens.last() else { panic!("no session") };
        room.case.as_ref().and_then(|case| case.file.as_ref()).unwrap().target.project.name.clone()
    }

    fn notice(&self, place: usize) -> String {
        self.apps[place].common.notice.as_ref().map(|notice| notice.words.clone()).unwrap_or_default()
    }

    pub(super) fn view(&self) -> SessionView {
        let user = self.store.user("会审记录").unwrap().unwrap();
        self.store.session_view(&user, SESSION).unwrap().unwrap()
    }

    pub(super) fn current(&self) -> usize {
        let view = self.view();
        view.items.iter().position(|item| Some(item.target) == view.session.current).unwrap()
    }
}

pub(super) const LARGE: (u16, u16) = (120, 40);
pub(super) const SMALL: (u16, u16) = (80, 24);

#[test]
fn a_session_is_made_filled_and_opened_by_keys() {
    let mut house = House::sample();
    let chair = house.enter("会审主持", LARGE);
    // The filter of the queue is what is put on the agenda.
    house.keys(chair, "<Shift-Tab>/单位:教育<Enter>c");
    house.sees(chair, "符合“单位:教育”");
    house.keys(chair, "n<Ctrl-u>周三会审<Enter><Enter><Ctrl-u>1/2<Enter>90<Enter>");
    house.sees(chair, "周三会审  筹备中");
    house.keys(chair, "<Esc>a");
    let wanted = house.waiting().len();
    house.keys(chair, "y<Enter>");
    let view = house.view();
    assert!(!view.items.is_empty() && view.items.len() < wanted, "{}", view.items.len());
    assert!(view.items.iter().all(|item| item.unit.name.contains("教育")));
    assert_eq!((view.session.quorum, view.session.minutes), (Share(1, 2), Some(90)));
    house.sees(chair, &format!("90 分钟,每项 {}.", 90 / view.items.len()));
    // Members: the list begins with whoever has no seat yet.
    house.keys(chair, "m");
    house.sees(chair, "列入谁?");
    let seatable = |house: &House, name: &str| {
        let lines = house.screen(chair);
        // Names begin a row; the roles behind them say 系统管理员 too.
        let row = |part: &str| part.trim_start_matches([' ', '▸']).starts_with(name);
        lines.iter().any(|line| line.split('│').any(row))
    };
    assert!(seatable(&house, "绩效股经办") && !seatable(&house, "系统管理员"), "only who may sit somewhere");
    house.keys(chair, "<Esc>");
    house.wish("会审主持", SessionWish::Seat { users: vec!["会审主持".to_owned()], seat: Seat::Chair });
    house.wish(
        "会审主持",
        SessionWish::Seat { users: vec!["委员甲".to_owned(), "委员乙".to_owned()], seat: Seat::Panel },
    );
    house.keys(chair, "o");
    assert!(house.notice(chair).contains("到会人数不足"), "{}", house.notice(chair));
    house.keys(chair, "{成员}<Space><Space>o");
    house.sees(chair, "到会:会审主持、委员甲");
    house.sees(chair, "未到:委员乙");
    house.keys(chair, "y");
    assert_eq!(house.view().session.state, SessionState::Open);
    house.sees(chair, "第 1/");
}

#[test]
fn the_agenda_is_ordered_moved_listed_and_recused_by_keys() {
    let mut house = House::prepared();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "y<Enter>");
    let view = house.view();
    let desks: Vec<_> = view.items.iter().map(|item| item.unit.desk.clone()).collect();
    assert!(desks.is_sorted(), "{desks:?}");
    let order = |house: &House| house.view().session.items.iter().map(|item| item.target).collect::<Vec<_>>();
    let before = order(&house);
    // The item that is shown is the one that moves, and stays shown.
    house.keys(chair, "<Left><Left><Home><Alt-Down>");
    assert_eq!(order(&house)[..2], [before[1], before[0]]);
    house.keys(chair, "<Alt-Up>");
    assert_eq!(order(&house), before);
    house.keys(chair, "+y");
    let view = house.view();
    let listed: Vec<_> = view.items.iter().filter(|item| item.consent(&view.session)).collect();
    assert!(
        !listed.is_empty() && listed.iter().all(|item| item.stage_grades.iter().all(|g| *g == item.stage_grades[0]))
    );
    assert!(view.items.iter().all(|item| !item.consentable || item.consent(&view.session)), "all that may be there");
    house.keys(chair, "+");
    assert!(house.notice(chair).contains("没有可以列入同意清单"), "{}", house.notice(chair));
    house.keys(chair, "b<Down>");
    house.sees(chair, "谁对");
    house.keys(chair, "<Home><Down><Down><Enter>是项目负责人的亲属<Enter>");
    let view = house.view();
    let reasons: Vec<_> = view.session.recusals.iter().map(|one| (one.user.as_str(), one.reason.as_str())).collect();
    assert_eq!(reasons, [("委员甲", "是项目负责人的亲属")]);
    house.sees(chair, "委员甲回避:是项目负");
    house.keys(chair, "<Del>");
    house.sees(chair, "移出议程?");
    house.keys(chair, "<Enter>");
    assert_eq!(order(&house).len(), before.len(), "no is the answer by default");
    house.keys(chair, "<Del>y");
    assert_eq!(order(&house), before[1..]);
}

#[test]
fn members_follow_the_chair_until_they_move() {
    let mut house = House::open();
    let (chair, member) = (house.join("会审主持", LARGE), house.join("委员甲", SMALL));
    let names: Vec<String> = house.view().items.iter().map(|item| item.project.clone()).collect();
    assert_eq!(house.shows(member), names[0]);
    house.sees(member, "跟随主持");
    house.keys(chair, "n");
    assert_eq!(house.current(), 1);
    assert_eq!([house.shows(chair), house.shows(member)], [names[1].clone(), names[1].clone()]);
    // A look at another tab of the same item is no going away.
    house.keys(member, "<Tab>n");
    assert!(house.notice(member).contains("不是本次会审的主持"), "{}", house.notice(member));
    house.keys(chair, "n");
    assert_eq!(house.shows(member), names[2]);
    // Moving is.
    house.keys(member, "<Down>");
    house.sees(member, "按 f 跟随");
    house.keys(chair, "n");
    assert_eq!(house.shows(member), names[2]);
    house.sees(member, "正在审议第 4 项");
    house.keys(member, "f");
    house.sees(member, "跟随主持");
    assert_eq!(house.shows(member), names[3]);
    // On the agenda every item can be looked at; the chair's call does not take the reader away.
    house.keys(member, "<Left><Left><Home><Enter>");
    assert_eq!(house.shows(member), names[0]);
    house.keys(chair, "p");
    house.sees(member, "正在审议第 3 项");
    assert_eq!(house.shows(member), names[0]);
    // The chair calls what is looked at.
    house.keys(chair, "<Left><Left><End>");
    house.sees(chair, "按 f 回到");
    house.keys(chair, "c");
    assert_eq!(house.current(), names.len() - 1);
    house.misses(chair, "按 f 回到");
}

#[test]
fn the_desk_hears_that_its_item_is_two_ahead() {
    let mut house = House::open();
    let view = house.view();
    let own = view.items.iter().position(|item| item.unit.desk == "教科文股").unwrap();
    let mut order: Vec<_> =
        view.items.iter().map(|item| item.target).filter(|id| *id != view.items[own].target).collect();
    order.retain(|id| view.items.iter().any(|item| item.target == *id && item.unit.desk != "教科文股"));
    order.insert(3, view.items[own].target);
    house.wish("会审主持", SessionWish::Order { order: order.clone() });
    house.wish("会审主持", SessionWish::Go(huishen::domain::session::wish::Step::To(order[0])));
    let (desk, other) = (house.join("教科文股经办", LARGE), house.join("委员甲", LARGE));
    house.misses(desk, "轮到您汇报");
    for words in ["再过 2 项轮到您汇报", "下一项轮到您汇报", "本项由您汇报"] {
        house.wish("会审主持", SessionWish::Go(huishen::domain::session::wish::Step::Next));
        house.sees(desk, words);
        house.misses(other, "汇报");
    }
}

#[test]
fn the_clock_is_drawn_once_a_minute_and_only_then() {
    let mut house = House::open();
    let member = house.join("委员甲", LARGE);
    house.sees(member, "本项 0 分 · 共 0 分 · 按计划");
    house.apps[member].take_dirty();
    house.wait(MINUTE / 2);
    assert!(!house.apps[member].take_dirty(), "nothing reads differently");
    let tick = house.apps[member].deadline().unwrap();
    assert_eq!(tick.0, MORNING.0 + MINUTE);
    house.wait(MINUTE / 2);
    assert!(house.apps[member].take_dirty());
    house.sees(member, "本项 1 分 · 共 1 分");
    house.wait(29 * MINUTE);
    house.sees(member, "本项 30 分 · 共 30 分 · 慢 20 分");
}

#[test]
fn what_was_put_off_and_decided_stands_on_the_board() {
    let mut house = House::open();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "w资料不全,补充后再审<Enter>");
    assert_eq!(house.view().items[0].state, ItemState::Deferred);
    house.sees(chair, "缓");
    house.keys(chair, "<Shift-Tab>");
    house.sees(chair, "暂缓的项目");
    house.sees(chair, "资料不全,补充后再审");
    let total = house.view().items.len();
    house.keys(chair, "x");
    let still = format!("还有 {} 项没有决定", total - 1);
    assert!(house.notice(chair).contains(&still), "{}", house.notice(chair));
}

/// Grades all criteria and the whole alike, with an opinion, and seals.
pub(super) fn ballot(grade: char, opinion: &str) -> String {
    format!("v{}{opinion}<Ctrl-s>", grade.to_string().repeat(7))
}

#[test]
fn a_member_grades_by_keys_and_others_see_only_the_count() {
    let mut house = House::open();
    let (chair, one, two) = (house.join("会审主持", LARGE), house.join("委员甲", LARGE), house.join("委员乙", SMALL));
    house.sees(chair, "评级 0/3");
    house.keys(chair, "v");
    assert!(house.notice(chair).contains("不评级"), "{}", house.notice(chair));
    house.keys(one, "v2222");
    house.keys(two, "n");
    house.keys(one, "222指标与目标对应<Ctrl-s>");
    house.sees(chair, "评级 1/3");
    house.sees(two, "评级 1/3");
    house.keys(chair, "r<Esc>");
    house.sees(chair, "评级 1/3");
    for place in [one, two] {
        house.keys(place, "{评级}");
    }
    house.sees(one, "我的评级:良");
    house.sees(one, "指标与目标对应");
    house.misses(two, "我的评级");
    house.misses(two, "指标与目标对应");
    // Opened again, the form has what was sealed; the last one counts.
    house.keys(one, "v");
    house.sees(one, "指标与目标对应");
    house.keys(one, "3333333<Ctrl-s>");
    house.sees(one, "我的评级:中");
    house.sees(two, "评级 1/3");
    let user = house.store.user("委员甲").unwrap().unwrap();
    let own = house.store.session_view(&user, SESSION).unwrap().unwrap().items[0].own.clone().unwrap();
    assert_eq!((own.grade.term(), own.criteria.len()), ("中", 6));
}

#[test]
fn what_is_typed_waits_when_the_chair_goes_on() {
    let mut house = House::open();
    let (chair, member) = (house.join("会审主持", LARGE), house.join("委员甲", SMALL));
    let names: Vec<String> = house.view().items.iter().map(|item| item.project.clone()).collect();
    house.keys(member, "v1122333写到一半");
    house.keys(chair, "n");
    house.sees(member, "写到一半");
    house.sees(member, "主持已转到");
    house.keys(member, "<Ctrl-s>");
    assert!(house.notice(member).contains("已存为草稿"), "{}", house.notice(member));
    house.sees(member, "写到一半");
    house.keys(member, "<Esc>");
    assert_eq!(house.shows(member), names[1], "the screen below went on with the chair");
    house.keys(member, "v");
    house.misses(member, "写到一半");
    house.keys(member, "<Esc>");
    house.keys(chair, "p");
    house.keys(member, "v");
    house.sees(member, "写到一半");
    house.keys(member, "<Ctrl-s>");
    assert_eq!(house.view().items[0].ballots_in, 1);
    assert_eq!(house.view().items[1].ballots_in, 0);
}

#[test]
fn the_recorder_enters_for_whoever_asks_aloud() {
    let mut house = House::open();
    let (recorder, member) = (house.join("会审记录", LARGE), house.join("委员甲", LARGE));
    house.keys(member, "v1111111自己正在写");
    house.keys(recorder, "e<Down><Enter>");
    house.sees(recorder, "代委员乙");
    house.misses(recorder, "自己正在写");
    house.keys(recorder, "2222222口头表示同意<Ctrl-s>");
    house.keys(recorder, "e<Enter>");
    house.misses(recorder, "口头表示同意");
    house.keys(recorder, "<Esc>");
    house.keys(member, "<Ctrl-s>");
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "ry");
    let ballots = house.view().items[0].ballots.clone().unwrap();
    let found: Vec<_> = ballots.iter().map(|one| (one.member.as_str(), one.entered_by.as_deref())).collect();
    assert_eq!(found, [("委员甲", None), ("委员乙", Some("会审记录"))]);
    house.keys(chair, "{评级}");
    house.sees(chair, "委员乙 良(会审记录代录)");
}

#[test]
fn a_member_hears_that_grades_were_entered_in_place_of_the_own_ones() {
    let mut house = House::open();
    let (recorder, member) = (house.join("会审记录", LARGE), house.join("委员甲", LARGE));
    house.keys(member, &ballot('1', "同意"));
    house.keys(member, "{评级}");
    house.sees(member, "我的评级:优");
    house.misses(member, "代录");
    house.keys(recorder, &format!("e<Enter>{}", ballot('3', "口头改为中").trim_start_matches('v')));
    assert!(house.notice(member).contains("会审记录已代您封存"), "{}", house.notice(member));
    house.sees(member, "我的评级:中(会审记录代录)");
    house.keys(member, &ballot('1', "仍为优"));
    house.sees(member, "我的评级:优");
    house.misses(member, "代录");
}

#[test]
fn after_the_reveal_the_grades_stand_beside_the_case_file_on_every_screen() {
    let mut house = House::open();
    let (chair, one, two) = (house.join("会审主持", LARGE), house.join("委员甲", LARGE), house.join("委员乙", SMALL));
    house.keys(one, &ballot('2', ""));
    house.keys(two, &ballot('3', ""));
    house.misses(chair, "委员评级");
    house.keys(chair, "ry");
    for place in [chair, one] {
        house.sees(place, "委员评级");
        let lines = house.screen(place);
        let beside = |name: &str| lines.iter().find(|line| line.contains(&format!("● {name}"))).cloned().unwrap();
        assert!(
            beside("委员甲").trim_end().ends_with('良') && beside("委员乙").trim_end().ends_with('中'),
            "{lines:#?}"
        );
        assert!(beside("教科文股经办").trim_end().ends_with("未评"), "{lines:#?}");
    }
    house.sees(two, "已亮票 良1 中1");
    house.keys(chair, "d2<Ctrl-s>");
    assert_eq!(house.view().items[0].state, ItemState::Revealed, "an opinion is missing");
    house.keys(chair, "补充依据<Ctrl-s>");
    house.sees(two, "已决定 良");
    assert!(
        !house.notice(chair).contains("目标有变动"),
        "nobody is told of what one did oneself: {}",
        house.notice(chair)
    );
}

#[test]
fn the_whole_panel_is_seated_at_once() {
    let mut house = House::prepared();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "m");
    house.sees(chair, "全部会审成员");
    house.keys(chair, "<Enter>");
    let panel = house.view().session.members.iter().filter(|member| member.seat == Seat::Panel).count();
    assert_eq!(panel, 8, "seven hold the panel's role, one of the desk sat there before");
    house.keys(chair, "m");
    house.misses(chair, "全部会审成员");
}

#[test]
fn a_consent_list_that_changed_since_it_was_shown_does_not_pass() {
    let mut house = House::prepared();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "+y{成员}<Space><Space><Space><Space><Space>oyP");
    house.sees(chair, "一并通过同意清单");
    let view = house.view();
    let listed: Vec<_> = view.items.iter().filter(|item| item.consent(&view.session)).map(|item| item.target).collect();
    house.wish("委员乙", SessionWish::PullConsent { target: listed[0] });
    house.keys(chair, "y");
    house.sees(chair, "同意清单刚有变动");
    assert!(house.view().items.iter().all(|item| item.decision.is_none()), "nothing was passed");
    house.keys(chair, "Py");
    let passed = house.view().items.iter().filter(|item| item.decision.is_some()).count();
    assert_eq!(passed, listed.len() - 1);
}

#[test]
fn the_chair_reveals_decides_and_takes_back() {
    let mut house = House::open();
    let (chair, one, two) = (house.join("会审主持", LARGE), house.join("委员甲", LARGE), house.join("委员乙", LARGE));
    let desk = house.join("教科文股经办", LARGE);
    house.keys(one, &ballot('2', "同意"));
    house.keys(two, &ballot('2', ""));
    house.keys(chair, "d");
    assert!(house.notice(chair).contains("已有 2 票封存"), "{}", house.notice(chair));
    house.keys(chair, "r");
    house.sees(chair, "只有 2 人已评级");
    house.keys(chair, "<Esc>");
    house.keys(desk, &ballot('4', "效益指标缺依据"));
    // With every ballot in nothing is asked.
    house.keys(chair, "r{评级}");
    house.sees(chair, "已亮票");
    house.sees(chair, "多数意见:良");
    house.sees(chair, "教科文股经办 差 与多数不同");
    house.keys(one, "v");
    assert!(house.notice(one).contains("已经亮票"), "{}", house.notice(one));
    house.keys(chair, "d");
    house.sees(chair, "优0 良2 中0 差1,多数 良");
    house.sees(chair, "教科文股经办 差 效益指标缺依据");
    house.keys(chair, "3");
    house.sees(chair, "退回县");
    house.keys(chair, "<Ctrl-s>");
    house.sees(chair, "意见");
    assert_eq!(house.view().items[0].state, ItemState::Revealed, "a return needs an opinion");
    house.keys(chair, "请补充效益指标依据<Ctrl-s>");
    let view = house.view();
    assert_eq!(view.items[0].decision.as_ref().map(|one| one.grade.term()), Some("中"));
    assert_eq!(view.items[0].standing.state.id(), "returned", "the target went on at once");
    house.sees(chair, "决定:中");
    house.keys(desk, "i");
    house.sees(desk, "保留意见");
    house.keys(desk, "资金用途不清,应当不予安排<Ctrl-s>");
    assert_eq!(house.view().items[0].dissents.len(), 1);
    house.sees(chair, "教科文股经办保留意见:资金用途不清");
    house.keys(chair, "u");
    house.sees(chair, "撤回对");
    house.keys(chair, "y");
    let view = house.view();
    assert_eq!((view.items[0].state, view.items[0].standing.state.id()), (ItemState::Revealed, "pending"));
    house.keys(chair, "a有新的材料<Enter>");
    house.sees(chair, "第 2 次评级,已评 0/3");
    house.sees(chair, "有新的材料");
}

#[test]
fn the_agenda_has_headings_and_the_results_a_filter() {
    let mut house = House::prepared();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "y<Enter><Left><Left><Home>");
    let desks: std::collections::BTreeSet<_> = house.view().items.iter().map(|item| item.unit.desk.clone()).collect();
    let first = house.view().items[0].unit.desk.clone();
    let count = house.view().items.iter().filter(|item| item.unit.desk == first).count();
    house.sees(chair, &format!("{first} {count} 项"));
    house.keys(chair, "<End>");
    house.sees(chair, desks.last().unwrap());
    let last = house.view().items.last().unwrap().project.clone();
    assert_eq!(house.shows(chair), last, "headings are passed over");
    house.keys(chair, "/优<Enter>");
    house.sees(chair, "筛选 优:0 项");
    house.keys(chair, &format!("/<Ctrl-u>{first} 待审议<Enter>"));
    house.sees(chair, &format!("筛选 {first} 待审议:{count} 项"));
    house.keys(chair, "/<Ctrl-u><Enter>");
    house.misses(chair, &format!("筛选 {first}"));
    house.keys(chair, "T会议于上午九时开始<Enter>");
    assert_eq!(house.view().session.notes, [(String::new(), "会议于上午九时开始".to_owned())]);
    house.keys(chair, "T");
    house.sees(chair, "会议于上午九时开始");
}

#[test]
fn a_key_project_is_scored_and_letters_are_written_from_the_room() {
    let mut house = House::open();
    let target = house.view().items[0].target;
    let mark = Command::SetKeyProject { target, seen: None, key_project: true, reason: "民生".to_owned() };
    house.act("示例全权", &mark);
    let (chair, member) = (house.join("会审主持", LARGE), house.join("委员甲", LARGE));
    house.keys(member, "v17<Enter>13<Enter>13<Enter>17<Enter>17<Enter>8<Enter>");
    house.sees(member, "85");
    house.keys(member, "2<Ctrl-s>");
    house.keys(chair, "ry{评级}");
    house.sees(chair, "17+13+13+17+17+8=85 分");
    house.keys(chair, "d3请补充效益指标<Ctrl-s>");
    assert_eq!(house.view().items[0].standing.state.id(), "returned");
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("反馈").display().to_string();
    house.keys(chair, &format!("z<Ctrl-u>{to}<Enter>"));
    assert!(house.notice(chair).contains("1 份反馈意见"), "{}", house.notice(chair));
    assert_eq!(std::fs::read_dir(to).unwrap().count(), 1);
}

#[test]
fn a_reason_that_was_begun_stands_there_again() {
    let mut house = House::open();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "w资料不全,等候");
    // The program dies here; another one begins.
    let again = house.join("会审主持", LARGE);
    house.keys(again, "w");
    house.sees(again, "资料不全,等候");
    house.keys(again, "补充<Enter>");
    let item = house.view().session.items[0].clone();
    assert_eq!((item.state, item.reason.as_str()), (ItemState::Deferred, "资料不全,等候补充"));
    house.keys(again, "npw");
    house.misses(again, "等候补充");
    house.keys(again, "<Esc>T全体到会");
    let third = house.join("会审主持", LARGE);
    house.keys(third, "T");
    house.sees(third, "全体到会");
}

#[test]
fn a_ballot_held_before_is_shown_with_the_reason() {
    let mut house = House::open();
    let (chair, member) = (house.join("会审主持", LARGE), house.join("委员甲", LARGE));
    house.keys(member, &ballot('2', "同意"));
    house.keys(chair, "rya有新材料<Enter>{评级}");
    house.sees(chair, "第 1 次评级(已作废)");
    house.sees(chair, "重新投票的理由 有新材料");
    house.sees(chair, "委员甲 良");
}

#[test]
fn an_act_of_the_chair_never_lands_on_another_item() {
    let mut house = House::open();
    let (chair, recorder) = (house.join("会审主持", LARGE), house.join("会审记录", LARGE));
    house.keys(chair, "w资料不全");
    house.keys(recorder, "n");
    house.keys(chair, "<Enter>");
    assert!(house.view().items.iter().all(|item| item.state == ItemState::Open), "neither of both");
    house.sees(chair, "审议中的项目已不是");
    house.sees(chair, "资料不全");
    house.keys(chair, "<Esc>d2可以协商");
    house.keys(recorder, "p");
    house.keys(chair, "<Ctrl-s>");
    assert!(house.view().items.iter().all(|item| item.decision.is_none()));
    house.sees(chair, "可以协商");
}

#[test]
fn the_consent_list_passes_as_one_after_it_was_shown_what_it_does() {
    let mut house = House::prepared();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "+y{成员}<Space><Space><Space><Space><Space>oy");
    let member = house.join("委员甲", LARGE);
    let view = house.view();
    let listed: Vec<_> = view.items.iter().filter(|item| item.consent(&view.session)).cloned().collect();
    assert!(listed.len() > 2);
    // One member pulls an item out.
    let place = view.items.iter().position(|item| item.target == listed[0].target).unwrap();
    house.keys(member, &format!("<Left><Left><Home>{}=", "<Down>".repeat(place)));
    house.keys(chair, "P");
    house.sees(chair, &format!("通过同意清单 {} 项", listed.len() - 1));
    house.sees(chair, "优:");
    house.sees(chair, &listed[1].project);
    house.keys(chair, "y");
    let view = house.view();
    for one in &listed[1..] {
        let item = view.items.iter().find(|item| item.target == one.target).unwrap();
        assert_eq!(
            (item.state, item.decision.as_ref().map(|it| it.grade)),
            (ItemState::Decided, one.stage_grades.first().copied())
        );
    }
    assert!(view.items[place].decision.is_none());
    house.keys(chair, "{结果}");
    house.sees(chair, "已决定合计");
}

#[test]
fn the_chair_is_handed_over_and_the_minutes_are_noted() {
    let mut house = House::open();
    let (chair, recorder) = (house.join("会审主持", LARGE), house.join("会审记录", SMALL));
    house.keys(recorder, "t局领导要求补充依据<Ctrl-s>");
    let target = house.view().items[0].target;
    assert_eq!(house.view().session.notes, [(format!("#{target}"), "局领导要求补充依据".to_owned())]);
    house.keys(recorder, "t");
    house.sees(recorder, "局领导要求补充依据");
    house.keys(recorder, "<Esc>");
    // Whoever holds no chair's role is not seated there.
    house.keys(chair, "{成员}<Down><Down><Down>s");
    house.sees(chair, "委员乙的席位?");
    house.keys(chair, "2");
    assert!(house.notice(chair).contains("不能担任主持"), "{}", house.notice(chair));
    // Who goes is out of the count.
    house.keys(chair, "<Space>");
    assert_eq!(house.view().session.quorum_now().present, 2);
    house.sees(recorder, "到会 2/3");
    house.wish("会审主持", SessionWish::Seat { users: vec!["示例全权".to_owned()], seat: Seat::Panel });
    let heir = house.join("示例全权", LARGE);
    house.keys(chair, "<End>s2");
    let seats: Vec<_> = house.view().session.members.iter().map(|member| member.seat).collect();
    assert_eq!((seats[0], seats[5]), (Seat::Panel, Seat::Chair));
    house.keys(chair, "n");
    assert!(house.notice(chair).contains("不是本次会审的主持"), "{}", house.notice(chair));
    house.keys(heir, "n");
    assert_eq!(house.current(), 1);
}

/// Everything that somebody can look at in a session: all tabs, the agenda, the list, the journal, an item elsewhere.
fn everything(house: &mut House, place: usize) -> Vec<Vec<String>> {
    let mut seen = vec![house.screen(place)];
    for keys in [
        "<Tab>",
        "<Tab>",
        "<Tab>",
        "<Tab>",
        "<Tab>",
        "<Tab>",
        "<Left><Left>",
        "<Down>",
        "<Up>",
        "f<Right>",
        "?",
        "<Esc><Esc>",
    ] {
        house.keys(place, keys);
        seen.push(house.screen(place));
    }
    house.keys(place, "<Esc><F8>");
    seen.push(house.screen(place));
    house.keys(place, "<Esc><F3><Enter>");
    seen
}

#[test]
fn sealed_grades_change_nobodys_screen_but_their_owners() {
    for size in [LARGE, SMALL] {
        let run = |grade: char, opinion: &str| {
            let mut house = House::open();
            let others: Vec<_> =
                ["会审主持", "会审记录", "教科文股经办", "审计局观察"].map(|name| house.join(name, size)).to_vec();
            let (one, two) = (house.join("委员甲", size), house.join("委员乙", size));
            // The wall shows nobody's ballot, not even to whoever runs it.
            let walls = ["审计局观察", "委员甲"].map(|name| house.wall(name, size));
            house.keys(one, &ballot(grade, opinion));
            house.keys(others[1], &format!("e<Down><Enter>{}{opinion}<Ctrl-s>", grade.to_string().repeat(7)));
            house.keys(two, "v44444");
            let mut seen: Vec<_> = walls.iter().map(|wall| vec![house.screen(*wall)]).collect();
            for place in &others {
                // What the recorder typed for somebody is not to be seen afterwards either.
                house.wait(4_000_000);
                seen.push(everything(&mut house, *place));
            }
            house.keys(others[0], "ry{评级}");
            (seen, everything(&mut house, one), house.screen(others[0]))
        };
        let (seen, own, revealed) = run('1', "各项指标完整");
        let (seen_too, own_too, revealed_too) = run('4', "资金用途不清");
        for (one, other) in seen.iter().flatten().zip(seen_too.iter().flatten()) {
            assert_eq!(one, other, "a sealed grade shows at {size:?}");
        }
        assert_ne!(own, own_too, "its owner sees it");
        assert_ne!(revealed, revealed_too, "after the reveal it is there for all");
    }
}

#[test]
fn who_is_here_shows_among_the_members_and_goes_with_the_program() {
    let mut house = House::open();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "{成员}");
    let line = |house: &House| house.screen(chair).into_iter().find(|line| line.contains("委员甲")).unwrap();
    assert!(!line(&house).contains("跟随主持"));
    // All screens of this test are one program to the file: the last one to move is the one that is there.
    let member = house.join("委员甲", LARGE);
    house.keys(chair, "<Ctrl-r>");
    assert!(line(&house).contains("跟随主持"), "{}", line(&house));
    house.keys(member, "<Left><Left><Down>");
    house.keys(chair, "<Ctrl-r>");
    assert!(line(&house).contains("第 2 项"), "{}", line(&house));
    house.keys(member, "<Esc>");
    house.keys(chair, "<Ctrl-r>");
    let text = line(&house);
    assert!(!text.contains("第 2 项") && !text.contains("跟随主持"), "{text}");
    assert!(house.store.verify().unwrap().is_clean(), "presence is no fault");
}

#[test]
fn only_the_chair_and_the_member_see_how_strict_a_member_was() {
    let mut house = House::open();
    let (chair, one, two) = (house.join("会审主持", LARGE), house.join("委员甲", LARGE), house.join("委员乙", LARGE));
    let desk = house.join("教科文股经办", LARGE);
    house.keys(one, &ballot('2', ""));
    house.keys(two, &ballot('2', ""));
    house.keys(desk, &ballot('4', ""));
    for place in [chair, one, desk] {
        house.keys(place, "<Shift-Tab>");
        house.misses(place, "偏严");
    }
    house.keys(chair, "r");
    house.sees(chair, "教科文股经办:评 1 项,偏严 1,偏宽 0");
    house.sees(chair, "委员甲:评 1 项,偏严 0,偏宽 0");
    house.sees(desk, "教科文股经办:评 1 项,偏严 1,偏宽 0");
    house.misses(desk, "委员甲:");
    house.misses(one, "教科文股经办:评");
}
