//! Carries out what the screens want: questions and wishes go to the worker, drafts are gathered, the place is kept. What
//! concerns the terminal is handed on.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use rust_i18n::t;

use super::backend::Backend;
use super::drafts::Drafts;
use super::place;
use super::post::Sender;
use super::worker::{Job, Worker, is_slow};
use crate::app::App;
use crate::app::effect::{Ask, Effect, Reply};
use crate::app::msg::Msg;
use crate::domain::session::view::Presence;
use crate::domain::time::Now;

/// How long somebody stays before it is told where.
const SETTLED: Duration = Duration::from_secs(1);

/// The app with what works for it.
pub struct Office {
    app: App,
    worker: Worker,
    drafts: Drafts,
    place: Option<PathBuf>,
    /// Where the person is, until it is told.
    here: Option<(Option<Presence>, Instant)>,
    /// The ticket of the newest question or wish that will be answered soon, until it is.
    awaited: Option<u64>,
    /// The ticket of the newest question for rows that are not in sight yet, until it is answered.
    ahead: Option<u64>,
    outer: Vec<Effect>,
    /// What is wanted besides the first frame, until [`Office::begin`].
    later: Vec<Effect>,
    over: bool,
}

impl Office {
    /// Answers the questions of the first frame at once; a worker answers all others, from [`Office::begin`] on.
    pub fn open(mut app: App, backend: Box<dyn Backend>, events: Sender, place: Option<PathBuf>) -> Self {
        let mut later = Vec::new();
        for effect in app.start() {
            match effect {
                Effect::Read { ticket, ask }
                    if matches!(ask, Ask::Queue(_) | Ask::Tallies { .. } | Ask::Session(_)) =>
                {
                    let reply = backend.answer(&app.common.user, &ask);
                    let reply = reply.unwrap_or_else(|failed| Reply::Failed(failed.0));
                    later.extend(app.update(Msg::Answer { ticket, reply }));
                }
                other => later.push(other),
            }
        }
        app.common.set_read_only(backend.is_read_only());
        let worker = Worker::new(backend, app.common.user.clone(), events);
        let drafts = Drafts::default();
        let (here, awaited, ahead, outer) = (None, None, None, Vec::new());
        Self { app, worker, drafts, place, here, awaited, ahead, outer, later, over: false }
    }

    /// Carries out what was wanted besides the first frame.
    pub fn begin(&mut self) {
        for effect in std::mem::take(&mut self.later) {
            self.carry_out(effect);
        }
    }

    /// The app.
    pub const fn app(&self) -> &App {
        &self.app
    }

    /// The app, to be told of what is no message.
    pub const fn app_mut(&mut self) -> &mut App {
        &mut self.app
    }

    /// Whether the person left.
    pub const fn is_over(&self) -> bool {
        self.over
    }

    /// Tells the app something, and carries out what it wants.
    pub fn tell(&mut self, message: Msg) {
        let effects = self.app.update(message);
        for effect in effects {
            self.carry_out(effect);
        }
    }

    /// Tells the app an answer.
    pub fn hear(&mut self, ticket: u64, reply: Reply) {
        self.awaited.take_if(|awaited| *awaited == ticket);
        self.ahead.take_if(|ahead| *ahead == ticket);
        self.tell(Msg::Answer { ticket, reply });
    }

    /// Whether an answer is on its way that nobody has to wait long for and that belongs into the next frame. Rows beyond those in sight belong
    /// into it only when something typed is about them.
    pub fn awaits_answer(&self) -> bool {
        self.awaited.is_some() || (self.ahead.is_some() && self.app.is_waiting())
    }

    /// The program ends: what is typed and the place are kept.
    pub fn end(&mut self) {
        self.tell(Msg::Closing);
        self.over = true;
    }

    /// Effects that concern the terminal.
    pub fn take_outer(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.outer)
    }

    /// How long nothing happens by itself; `frame` is how long a frame is held back.
    pub fn wait(&self, now: Now, instant: Instant, frame: Option<Duration>) -> Option<Duration> {
        let micros = |deadline: crate::domain::time::Instant| u64::try_from(deadline.0 - now.at.0).unwrap_or(0);
        let app = self.app.deadline().map(|deadline| Duration::from_micros(micros(deadline)));
        let here = self.here.map(|(_, due)| due.saturating_duration_since(instant));
        [app, self.drafts.wait(instant), here, frame].into_iter().flatten().min()
    }

    /// Keeps the drafts that are due.
    pub fn keep_due(&mut self, now: Instant) {
        for draft in self.drafts.due(now) {
            self.give(Job::SaveDraft(draft));
        }
        if let Some((presence, _)) = self.here.take_if(|(_, due)| *due <= now) {
            self.give(Job::Here(presence));
        }
    }

    /// Keeps everything that is typed, and waits until it is written.
    pub fn close(self) {
        drop(self);
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Read { ticket, ask } if self.app.common.confined && ask.is_of_files() => {
                let reply = Reply::Failed(t!("reason.confined").into_owned());
                self.tell(Msg::Answer { ticket, reply });
            }
            Effect::Read { ticket, ask } => {
                if matches!(ask, Ask::Draft { .. }) {
                    self.flush();
                }
                if ask.is_ahead() {
                    self.ahead = Some(ticket);
                } else if !is_slow(&ask) {
                    self.awaited = Some(ticket);
                }
                self.give(Job::Read { ticket, ask });
            }
            Effect::Execute { ticket, commands, origin } => {
                self.awaited = Some(ticket);
                self.give(Job::Execute { ticket, commands, origin });
            }
            Effect::SaveDraft(draft) => self.drafts.put(draft, Instant::now()),
            Effect::DropDraft { target, form } => {
                self.drafts.forget(target, &form);
                self.give(Job::DropDraft(target, form));
            }
            Effect::Here(presence) => self.here = Some((presence, Instant::now() + SETTLED)),
            Effect::SwitchUser(name) => {
                self.flush();
                self.give(Job::Switch(name));
            }
            Effect::KeepPlace(place) => {
                let kept = self.place.as_deref().map_or(Ok(()), |file| place::keep(file, &place));
                if let Err(error) = kept {
                    self.app.common.fail(t!("notice.place-not-kept", error = error));
                }
            }
            Effect::Stop { ticket } => self.worker.stop(ticket),
            Effect::Quit => self.over = true,
            Effect::Copy(_) | Effect::Suspend | Effect::Redraw => self.outer.push(effect),
        }
    }

    fn flush(&mut self) {
        for draft in self.drafts.all() {
            self.give(Job::SaveDraft(draft));
        }
    }

    fn give(&mut self, job: Job) {
        if !self.worker.give(job) {
            self.app.common.fail(t!("notice.worker-gone"));
        }
    }
}

impl Drop for Office {
    /// Also on the way out of a panic: the drafts reach the worker, which ends after the last of them.
    fn drop(&mut self) {
        self.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::effect::Effect;
    use crate::app::fixture::{Desk, File, START, now, read_keys, sample};
    use crate::domain::command::{Actor, Command};
    use crate::domain::facts::{Answer, Entry};
    use crate::domain::ids::TargetId;
    use crate::domain::people::User;
    use crate::domain::procedure::Procedure;
    use crate::domain::refusal::Refusal;
    use crate::domain::target::Target;
    use crate::domain::view::Draft;
    use crate::run::Event;
    use crate::run::post::{Post, post};
    use std::sync::{Arc, Mutex};

    /// A file in memory whose drafts can be looked at from outside.
    struct Shared {
        file: File,
        drafts: Arc<Mutex<Vec<String>>>,
    }

    impl Backend for Shared {
        fn answer(&self, viewer: &User, ask: &Ask) -> Answer<Reply> {
            Ok(self.file.answer(ask, viewer))
        }

        fn execute(&mut self, actor: &Actor, commands: &[Command]) -> Result<Vec<Entry>, Refusal> {
            self.file.execute(&actor.user, commands, now(START))
        }

        fn save_draft(&mut self, user: &str, draft: &Draft) -> Answer<()> {
            self.drafts.lock().unwrap().push(format!("{user}: {}", draft.body));
            Ok(())
        }

        fn drop_draft(&mut self, user: &str, _: TargetId, form: &str) -> Answer<()> {
            self.drafts.lock().unwrap().push(format!("{user} drops {form}"));
            Ok(())
        }

        fn person(&self, name: &str) -> Answer<Option<User>> {
            Ok(self.file.model.users.get(name).cloned())
        }
    }

    struct Rig {
        office: Office,
        events: Post,
        drafts: Arc<Mutex<Vec<String>>>,
        _folder: tempfile::TempDir,
    }

    fn rig() -> Rig {
        rig_on(sample())
    }

    fn rig_on(file: File) -> Rig {
        let Desk { app, .. } = Desk::of("教科文股经办");
        let (county, user) = (app.common.county.clone(), app.common.user.clone());
        let app = App::new(Procedure::target_review().unwrap(), county, user, now(START), (120, 40));
        let drafts = Arc::new(Mutex::new(Vec::new()));
        let backend = Box::new(Shared { file, drafts: Arc::clone(&drafts) });
        let (sender, events) = post().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut office = Office::open(app, backend, sender, Some(folder.path().join("place.json")));
        office.begin();
        Rig { office, events, drafts, _folder: folder }
    }

    impl Rig {
        fn keys(&mut self, script: &str) {
            for key in read_keys(script) {
                self.office.tell(Msg::Key(key));
            }
        }

        /// Hears answers until one has made something true.
        fn until(&mut self, done: impl Fn(&App) -> bool) {
            while !done(&self.office.app) {
                self.hear();
            }
        }

        /// Hears answers as long as a frame would wait for one.
        fn settle(&mut self) {
            while self.office.awaits_answer() {
                self.hear();
            }
        }

        fn hear(&mut self) {
            match self.events.recv().unwrap() {
                Event::Answer { ticket, reply } => self.office.hear(ticket, reply),
                Event::Person(user) => self.office.tell(Msg::Person(user)),
                other => panic!("{other:?}"),
            }
        }
    }

    /// The sample with more targets than a few pages hold.
    fn long() -> File {
        let mut file = sample();
        let target = file.model.targets[&TargetId(1)].clone();
        let submission = file.model.submissions[&(target.id, target.standing.round)].clone();
        for id in (100..300).map(TargetId) {
            file.model.submissions.insert((id, target.standing.round), submission.clone());
            file.model.targets.insert(id, Target { id, ..target.clone() });
        }
        file
    }

    fn draft(body: &str) -> Draft {
        let at = crate::domain::time::Instant(START);
        Draft { target: TargetId(1), form: "review".to_owned(), body: body.to_owned(), at }
    }

    #[test]
    fn the_first_frame_has_its_rows_before_anything_else_happens() {
        let rig = rig();
        assert_eq!(rig.office.app().queue.tab().rows.loaded().len(), 4);
        assert_eq!(rig.office.app().queue.tab().tally.unwrap().count, 4);
    }

    #[test]
    fn a_frame_waits_for_rows_that_somebody_means_and_not_for_those_beyond() {
        let mut rig = rig_on(long());
        let place = |rig: &Rig| {
            let rows = &rig.office.app.queue.tab().rows;
            (rows.position(), rows.loaded().len())
        };
        rig.settle();
        rig.keys("j");
        assert_eq!(place(&rig), (2, 68));
        assert!(rig.office.ahead.is_some() && !rig.office.awaits_answer(), "nothing of what comes is in sight");
        rig.keys("<PageDown><PageDown>");
        assert_eq!(place(&rig), (36, 68), "the second page is not there yet");
        assert!(rig.office.awaits_answer());
        rig.settle();
        assert_eq!(place(&rig), (70, 136));
        assert!(rig.office.ahead.is_some(), "the page after that is read");
        rig.keys("s");
        assert!(rig.office.awaits_answer(), "other rows");
    }

    #[test]
    fn a_wish_goes_to_the_file_and_comes_back() {
        let mut rig = rig();
        rig.keys("t1<Enter>");
        rig.until(|app| app.queue.tab().rows.loaded().len() == 3);
        assert!(rig.office.app().common.notice.is_some());
    }

    #[test]
    fn another_person_is_asked_for_and_acts_from_then_on() {
        let mut rig = rig();
        rig.office.carry_out(Effect::SaveDraft(draft("还没写完")));
        rig.office.carry_out(Effect::SwitchUser("主持".to_owned()));
        rig.until(|app| app.common.user.name == "主持" && app.queue.tab().rows.loaded().len() == 2);
        rig.office.carry_out(Effect::SaveDraft(draft("主持的")));
        let drafts = Arc::clone(&rig.drafts);
        rig.office.close();
        assert_eq!(*drafts.lock().unwrap(), ["教科文股经办: 还没写完", "主持: 主持的"]);
    }

    #[test]
    fn what_is_typed_is_kept_whatever_ends_the_program() {
        let mut rig = rig();
        rig.office.carry_out(Effect::SaveDraft(draft("一")));
        rig.office.carry_out(Effect::SaveDraft(draft("一二")));
        assert!(rig.office.wait(now(START), Instant::now(), None).unwrap() <= Duration::from_millis(300));
        let drafts = Arc::clone(&rig.drafts);
        drop(rig);
        assert_eq!(*drafts.lock().unwrap(), ["教科文股经办: 一二"]);
        let mut rig = self::rig();
        rig.office.carry_out(Effect::SaveDraft(draft("不要了")));
        rig.office.carry_out(Effect::DropDraft { target: TargetId(1), form: "review".into() });
        let drafts = Arc::clone(&rig.drafts);
        drop(rig);
        assert_eq!(*drafts.lock().unwrap(), ["教科文股经办 drops review"]);
    }

    #[test]
    fn the_place_is_kept_at_the_end() {
        let mut rig = rig();
        rig.keys("<Shift-Tab>");
        rig.office.end();
        assert!(rig.office.is_over());
        let kept = place::read(rig.office.place.as_deref().unwrap()).unwrap();
        assert!(kept.contains("\"tab\":\"all\""), "{kept}");
    }

    #[test]
    fn what_concerns_the_terminal_is_handed_on() {
        let mut rig = rig();
        rig.keys("<Ctrl-l>y<Ctrl-z>");
        let copied = Effect::Copy("义务教育营养改善计划补助资金".to_owned());
        assert_eq!(rig.office.take_outer(), [Effect::Redraw, copied, Effect::Suspend]);
        assert!(rig.office.take_outer().is_empty());
        rig.keys("<Ctrl-c>");
        assert!(rig.office.is_over());
    }
}
