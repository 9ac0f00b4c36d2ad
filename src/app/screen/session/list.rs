//! The list of joint sessions: opens one, makes one, and puts on its agenda what the queue marks or filters.

use jiff::civil::Date;
use rust_i18n::t;

use super::room::Room;
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::field::{Input, Kind};
use crate::app::keymap::Bound;
use crate::app::popup::{About, Confirm, Fields, Named, Popup, Purpose, Said};
use crate::app::reason::Reason;
use crate::app::screen::Screen;
use crate::app::walk::walked;
use crate::domain::access::{ORGANISES, may_write};
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::facts::Entry;
use crate::domain::ids::{SessionId, TargetId};
use crate::domain::money::Money;
use crate::domain::query::Query;
use crate::domain::refusal::Refusal;
use crate::domain::session::refusal::SessionRefusal;
use crate::domain::session::view::SessionRow;
use crate::domain::session::wish::{NewSession, SessionWish};
use crate::domain::session::{SessionState, Share};
use crate::domain::view::{QueueAsk, QueuePage, Sort, Tab, Tally, Window};

/// Lines of the screen around the list: title, offer, heading, hints.
const FRAME: u16 = 5;
/// Targets that go on an agenda at once, at most.
const MOST: u32 = 5_000;

/// What the queue offers for an agenda.
#[derive(Debug, Clone, Default)]
pub struct Offer {
    /// The targets selected for a batch that wait for the deciding stage.
    pub marked: Vec<TargetId>,
    /// Count and money of them.
    pub tally: Tally,
    /// Selected targets that are at another stage.
    pub others: usize,
    /// The filter of the tab that was shown.
    pub filter: Option<Query>,
    /// Its text.
    pub text: String,
}

/// The list of joint sessions.
#[derive(Debug)]
pub struct Sessions {
    /// The sessions, newest first.
    pub rows: Vec<SessionRow>,
    /// The selected row.
    pub cursor: usize,
    /// The first row in sight.
    pub first: usize,
    /// What the queue offers.
    pub offer: Offer,
    /// Whether the rows are there.
    pub loaded: bool,
    ticket: u64,
    /// The question for what the filter shows.
    asked: Option<u64>,
    /// The session and the targets that are about to go on its agenda.
    adding: Option<(SessionId, Vec<TargetId>)>,
    wish: Option<u64>,
}

impl Sessions {
    /// Opens the list and asks for its rows.
    pub fn open(offer: Offer, common: &mut Common) -> Self {
        let ticket = common.read(Ask::Sessions);
        let (rows, asked, adding, wish) = (Vec::new(), None, None, None);
        Self { rows, cursor: 0, first: 0, offer, loaded: false, ticket, asked, adding, wish }
    }

    /// The selected session.
    pub fn selected(&self) -> Option<&SessionRow> {
        self.rows.get(self.cursor)
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// The reason.
    pub fn available(&self, action: Action, common: &Common) -> Result<(), Reason> {
        let selected = || self.selected().ok_or(Reason::NothingSelected);
        match action {
            Action::MakeSession | Action::AddItems if self.wish.is_some() => Err(Reason::Words("room.reason.busy")),
            Action::MakeSession => organises(common),
            Action::AddItems => {
                organises(common)?;
                match selected()?.state {
                    SessionState::Closed => Err(no(SessionRefusal::WrongState(SessionState::Closed))),
                    _ => Ok(()),
                }
            }
            Action::Open => selected().map(drop),
            _ => Ok(()),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        let page = usize::from(common.size.1.saturating_sub(FRAME).max(1));
        let to = match bound.action {
            Action::Reload => return self.bell(common),
            Action::Back => return common.close(),
            Action::Open => return self.enter(common),
            Action::MakeSession => return common.popup(Popup::Fields(questions(common))),
            Action::AddItems => return self.gather(common),
            action => walked(action, self.cursor, page, self.rows.len()),
        };
        let Some(to) = to else { return };
        self.cursor = to;
        self.first = common.scrolling.first(self.first, self.cursor, page, self.rows.len());
    }

    fn enter(&self, common: &mut Common) {
        if let Some(row) = self.selected() {
            let room = Room::open(row.id, common);
            common.open(Screen::Room(Box::new(room)));
        }
    }

    /// What is offered: the marked targets, or whatever the filter shows of the deciding stage, which has to be asked for.
    fn gather(&mut self, common: &mut Common) {
        let Some(session) = self.selected().map(|row| row.id) else { return };
        if !self.offer.marked.is_empty() {
            self.adding = Some((session, self.offer.marked.clone()));
            return self.ask_add(self.offer.tally, common);
        }
        let Some(stage) = common.procedure.deciding().map(|stage| stage.id.clone()) else { return };
        let (year, filter, sort) = (common.county.year, self.offer.filter.clone(), Sort::Unit);
        let ask = QueueAsk { year, tab: Tab::Stage(stage), filter, sort, window: Window::First, limit: MOST };
        self.adding = Some((session, Vec::new()));
        self.asked = Some(common.read(Ask::Queue(Box::new(ask))));
    }

    fn take_offered(&mut self, page: &QueuePage, common: &mut Common) {
        self.asked = None;
        let Some((_, targets)) = &mut self.adding else { return };
        *targets = page.rows.iter().map(|row| row.id).collect();
        let amount = page.rows.iter().map(|row| row.amount.unwrap_or(Money::ZERO)).sum();
        let count = page.rows.len() as u64;
        self.ask_add(Tally { count, amount }, common);
    }

    fn ask_add(&self, Tally { count, amount }: Tally, common: &mut Common) {
        if count == 0 {
            return common.fail(t!("room.nothing-to-add"));
        }
        let Some(row) = self.selected() else { return };
        let title = t!("room.ask.items", count = count, amount = amount.wan(), session = row.name).into_owned();
        let mut lines = vec![match (self.offer.marked.is_empty(), self.offer.text.is_empty()) {
            (false, _) => t!("room.ask.items-marked").into_owned(),
            (true, false) => t!("room.ask.items-filter", text = self.offer.text).into_owned(),
            (true, true) => t!("room.ask.items-all").into_owned(),
        }];
        if !self.offer.marked.is_empty() && self.offer.others > 0 {
            lines.push(t!("room.ask.items-others", count = self.offer.others).into_owned());
        }
        lines.push(t!("room.ask.items-known").into_owned());
        common.popup(Popup::Confirm(Confirm::new(Purpose::Session(About::Items), title, lines)));
    }

    /// Takes what a popup was told.
    pub fn told(&mut self, purpose: Purpose, said: Said, common: &mut Common) {
        match (purpose, said) {
            (Purpose::Session(About::New), Said::Texts(texts)) => match wanted(&texts) {
                Ok(new) => self.wish = Some(common.execute(vec![Command::MakeSession(new)])),
                Err(words) => common.again(words),
            },
            (Purpose::Session(About::Items), Said::Yes) => {
                let Some((session, targets)) = self.adding.take() else { return };
                let wish = Box::new(SessionWish::Add { targets });
                self.wish = Some(common.execute(vec![Command::Session { session, wish }]));
            }
            _ => {}
        }
    }

    /// Takes an answer, if the ticket is its own; the selection stays on its row.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        match reply {
            Reply::Sessions(rows) if ticket == self.ticket => self.take_rows(rows, common),
            Reply::Queue(page) if self.asked == Some(ticket) => self.take_offered(page, common),
            Reply::Done(entries) if self.wish == Some(ticket) => self.take_done(entries, common),
            Reply::Refused(refusal) if self.wish == Some(ticket) => {
                self.wish = None;
                common.again(refusal.words());
            }
            Reply::Failed(_) if self.wish == Some(ticket) => self.wish = None,
            _ => {}
        }
    }

    fn take_rows(&mut self, rows: &[SessionRow], common: &mut Common) {
        if self.loaded && rows == self.rows {
            return;
        }
        let selected = self.selected().map(|row| row.id);
        self.rows = rows.to_vec();
        self.loaded = true;
        let place = selected.and_then(|id| self.rows.iter().position(|row| row.id == id));
        self.cursor = place.unwrap_or_else(|| self.cursor.min(self.rows.len().saturating_sub(1)));
        common.touch();
    }

    fn take_done(&mut self, entries: &[Entry], common: &mut Common) {
        use crate::domain::session::event::SessionEvent;
        self.wish = None;
        let acts = || entries.iter().filter_map(|entry| session_act(&entry.event));
        if let Some((id, _)) = acts().find(|(_, act)| matches!(act, SessionEvent::Created { .. })) {
            common.tell(t!("room.done.made"));
            let room = Room::open(id, common);
            return common.open(Screen::Room(Box::new(room)));
        }
        let added = acts().find_map(|(_, act)| match act {
            SessionEvent::ItemsAdded { targets } => Some(targets.len()),
            _ => None,
        });
        common.tell(t!("room.done.items", count = added.unwrap_or(0)));
    }

    /// The file changed.
    pub fn bell(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Sessions);
    }
}

const fn session_act(event: &Event) -> Option<(SessionId, &crate::domain::session::event::SessionEvent)> {
    match event {
        Event::Session { session, act } => Some((*session, act)),
        _ => None,
    }
}

/// Whether the person prepares sessions.
fn organises(common: &Common) -> Result<(), Reason> {
    let user = &common.user;
    may_write(user)?;
    if ORGANISES.iter().any(|role| user.has(*role)) {
        return Ok(());
    }
    Err(no(SessionRefusal::NotOrganiser(user.name.clone())))
}

fn no(refusal: SessionRefusal) -> Reason {
    Reason::Refused(Refusal::Session(refusal))
}

/// The questions for a new session.
fn questions(common: &Common) -> Fields {
    let quorum = common.procedure.session.quorum;
    let named = |label: &str, text: String, note: String| Named {
        label: t!(label).into_owned(),
        line: crate::app::line::Line::new(text),
        note,
    };
    let name = t!("room.new.default-name", year = common.county.year).into_owned();
    let lines = vec![
        named("room.new.name", name, String::new()),
        named("room.new.day", common.now.today.to_string(), String::new()),
        named("room.new.quorum", quorum.to_string(), t!("room.new.quorum-note").into_owned()),
        named("room.new.minutes", String::new(), t!("room.new.minutes-note").into_owned()),
    ];
    Fields::new(Purpose::Session(About::New), t!("room.new.title").into_owned(), lines).proposing()
}

/// What was answered, or what is wrong with it.
fn wanted(texts: &[String]) -> Result<NewSession, String> {
    let text = |place: usize| texts.get(place).map_or("", |text| text.trim());
    let day: Option<Date> = {
        let mut input = Input::new(Kind::Day, 12);
        input.set(text(1));
        input.day()?
    };
    let share = crate::domain::text::half_width(text(2));
    let bad = || SessionRefusal::BadShare(text(2).to_owned()).words();
    let quorum = if share.is_empty() { None } else { Some(Share::parse(&share).ok_or_else(bad)?) };
    let minutes = crate::domain::text::half_width(text(3));
    let wrong = || t!("room.new.bad-minutes", text = text(3)).into_owned();
    let minutes = match minutes.trim_end_matches("分钟").trim() {
        "" => None,
        number => Some(number.parse().ok().filter(|minutes| *minutes > 0).ok_or_else(wrong)?),
    };
    Ok(NewSession { name: text(0).to_owned(), day, quorum, minutes })
}
