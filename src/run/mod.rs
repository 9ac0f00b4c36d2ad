//! The loop: events in, update, effects out, draw when something changed.
//!
//! Owns threads and time. It waits for the terminal and for what other threads send at once (`post`); it wakes by the clock only while a notice is to go, a draft is to
//! be kept or a frame is held back, so that an idle program does nothing.
//!
//! `backend` says what the loop needs of the file, `reader` gives one that is only read, `locked` one that cannot be written now · `worker` asks it, on a thread of its own · `office` carries out what the
//! screens want · `export` gives documents out · `intake` reads files for the import · `drafts` and `pace` decide when ·
//! `place` keeps where a person was · `post` takes what other threads send · `keeper` looks after the file · `screen` is the terminal's side.

mod backend;
mod drafts;
pub mod export;
mod file;
mod intake;
mod keeper;
mod locked;
pub mod minutes;
mod office;
mod pace;
mod place;
mod post;
mod reader;
pub mod report;
mod screen;
mod worker;

use std::io;
use std::path::PathBuf;
use std::time::Instant;

pub use backend::Backend;
pub use keeper::look_after;
pub use locked::Locked;
pub use place::place_file;
pub use post::Sender;
pub use reader::Reader;

use crate::app::App;
use crate::app::common::Scrolling;
use crate::app::effect::Reply;
use crate::app::msg::Msg;
use crate::domain::people::User;
use crate::domain::time::Now;
use crate::term::{self, Options, Session};
use crate::ui::look::Look;
use office::Office;
use pace::{Pace, Patience};
use post::{Post, post};
use screen::Screen;

/// What reaches the loop.
#[derive(Debug)]
pub enum Event {
    /// The terminal.
    Term(term::Event),
    /// An answer of the file.
    Answer {
        /// The question's ticket.
        ticket: u64,
        /// The answer.
        reply: Reply,
    },
    /// The person was switched.
    Person(User),
    /// Somebody changed the file.
    Bell,
    /// The file can only be read from now on, or can be written again.
    ReadOnly(bool),
    /// Something could not be kept; in words.
    Failed(String),
    /// Something is well again; in words.
    Told(String),
}

/// What the loop begins with.
pub struct Setup {
    /// How the terminal is used.
    pub terminal: Options,
    /// How things look until the terminal has answered.
    pub look: Look,
    /// Where the person's place is kept; nowhere if `None`.
    pub place: Option<PathBuf>,
    /// Tells the time.
    pub now: Box<dyn Fn() -> Now>,
}

/// Shows the screens until the person leaves. `watch` is given the way to tell that the file changed, and what it returns
/// is kept until the end.
///
/// # Errors
/// When the terminal cannot be taken or is lost, or a thread cannot be started.
pub fn run<W>(
    setup: Setup,
    mut app: App,
    backend: impl Backend + 'static,
    watch: impl FnOnce(Sender) -> io::Result<W>,
) -> anyhow::Result<()> {
    if let Some(kept) = setup.place.as_deref().and_then(place::read) {
        app.restore(&kept);
    }
    if !setup.terminal.scroll_regions {
        app.common.scrolling = Scrolling::HalfPages;
    }
    let (sender, post) = post()?;
    give_back_on_panic();
    if let Ok(size) = term::size() {
        app.update(Msg::Resize(size.width, size.height));
    }
    let mut office = Office::open(app, Box::new(backend), sender.clone(), setup.place);
    let mut screen = Screen::new(Session::enter(setup.terminal)?, &setup.look);
    office.app_mut().common.end = screen.draw(office.app())?;
    office.app_mut().take_dirty();
    // Everything that the first frame can do without comes after it: the threads, and what they are to do.
    screen.listen(&sender)?;
    office.begin();
    let interval = setup.terminal.caps.frame_interval();
    let watcher = watch(sender)?;
    let ended = Loop { office: &mut office, screen: &mut screen, pace: Pace::new(interval), now: setup.now }.go(&post);
    drop(watcher);
    if ended.is_err() {
        office.end();
    }
    // The terminal is given back first: keeping what is typed may take a moment.
    drop(screen);
    office.close();
    ended
}

/// A panic gives the terminal back before it is told, so that it can be read.
fn give_back_on_panic() {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        term::restore();
        told(panic);
    }));
}

struct Loop<'a> {
    office: &'a mut Office,
    screen: &'a mut Screen,
    pace: Pace,
    now: Box<dyn Fn() -> Now>,
}

impl Loop<'_> {
    fn go(&mut self, post: &Post) -> anyhow::Result<()> {
        let mut heard = Vec::new();
        loop {
            let frame = self.pace.wait(self.office.awaits_answer(), Instant::now());
            let wait = self.office.wait((self.now)(), Instant::now(), frame);
            self.screen.wait(post, wait, &mut heard);
            self.office.tell(Msg::Clock((self.now)()));
            let pressed = !heard.is_empty();
            if !self.handle_all(heard.drain(..).map(Event::Term))? {
                return Ok(());
            }
            let patience = match (pressed, self.office.app().is_typing()) {
                (true, true) => Patience::Typed,
                (true, false) => Patience::Key,
                (false, _) => Patience::File,
            };
            // What is typed is drawn before what follows from it, even where that is there already: the next round takes it.
            if patience != Patience::Typed && !self.handle_all(post.take())? {
                return Ok(());
            }
            self.office.keep_due(Instant::now());
            if self.office.app_mut().take_dirty() {
                self.pace.want(patience, Instant::now());
            }
            if self.pace.is_ready(self.office.awaits_answer(), Instant::now()) {
                self.office.app_mut().common.end = self.screen.draw(self.office.app())?;
                self.pace.drawn(Instant::now());
            }
        }
    }

    /// Handles events; returns whether the program goes on. Several changes of the file are one reason to read it again.
    fn handle_all(&mut self, events: impl Iterator<Item = Event>) -> anyhow::Result<bool> {
        let mut rung = false;
        for event in events {
            if matches!(event, Event::Bell) && std::mem::replace(&mut rung, true) {
                continue;
            }
            if !self.handle(event)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Handles an event; returns whether the program goes on.
    fn handle(&mut self, event: Event) -> anyhow::Result<bool> {
        match event {
            Event::Term(event) => {
                if let Some(message) = self.screen.understand(event, self.office)? {
                    self.office.tell(message);
                }
            }
            Event::Answer { ticket, reply } => self.office.hear(ticket, reply),
            Event::Person(user) => self.office.tell(Msg::Person(user)),
            Event::Bell => self.office.tell(Msg::Bell),
            Event::ReadOnly(now) => self.office.app_mut().common.set_read_only(now),
            Event::Failed(words) => self.office.app_mut().common.fail(words),
            Event::Told(words) => self.office.app_mut().common.tell(words),
        }
        for effect in self.office.take_outer() {
            self.screen.carry_out(effect, self.office)?;
        }
        Ok(!self.office.is_over())
    }
}
