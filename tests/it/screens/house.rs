//! People at their screens on one real file, in one process: each with an app of their own. Whoever changes the file rings everybody's
//! bell, as the change notice does.

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
use huishen::domain::session::{Seat, Share};
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
pub(super) const MORNING: Instant = Instant(1_795_510_800_000_000);
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
pub(super) fn read_keys(script: &str) -> Vec<Key> {
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

    pub(super) fn waiting(&self) -> Vec<TargetId> {
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

    pub(super) fn act(&mut self, name: &str, command: &Command) {
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

    /// Somebody starts the program as from the command line, and types before anything but the first rows is there.
    pub(super) fn come_back(&mut self, name: &str, size: (u16, u16), typed: &str) -> usize {
        let user = self.store.user(name).unwrap().unwrap();
        let county = self.store.county().unwrap().unwrap();
        let mut app = App::new(self.store.procedure().clone(), county, user, self.store.now(), size);
        app.return_to_meeting();
        // As the program does: what comes out of telling the size is not carried out.
        drop(app.update(Msg::Resize(size.0, size.1)));
        let mut effects = app.start();
        effects.extend(read_keys(typed).into_iter().flat_map(|key| app.update(Msg::Key(key))));
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

    pub(super) fn press(&mut self, place: usize, script: &str) {
        for key in read_keys(script) {
            let effects = self.apps[place].update(Msg::Key(key));
            self.carry_out(place, effects);
        }
    }

    pub(super) fn ring(&mut self) {
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
                    self.store.drop_draft(&user.name, target, &form).unwrap();
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
    pub(super) fn shows(&self, place: usize) -> String {
        let Some(Screen::Room(room)) = self.apps[place].screens.last() else { panic!("no session") };
        room.case.as_ref().and_then(|case| case.file.as_ref()).unwrap().target.project.name.clone()
    }

    pub(super) fn notice(&self, place: usize) -> String {
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

pub(super) fn ballot(grade: char, opinion: &str) -> String {
    format!("v{}{opinion}<Ctrl-s>", grade.to_string().repeat(7))
}
