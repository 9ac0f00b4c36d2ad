//! What one wrote and did not send: a word about it when the program starts, and the list from which one goes on with it.
//!
//! Knows where each form is opened; what stands in them is theirs.

use rust_i18n::t;

use crate::app::common::Common;
use crate::app::effect::Ask;
use crate::app::form::Form;
use crate::app::form::kind::{Kind, Written, form_title};
use crate::app::popup::{Choice, Item, Keeping, Popup, Purpose};
use crate::app::screen::Screen;
use crate::app::screen::assess::{self, AssessmentForm};
use crate::app::screen::case::Case;
use crate::app::screen::register::{RecordScreen, Registers};
use crate::app::screen::session::Room;
use crate::domain::execution::rule;
use crate::domain::ids::TargetId;
use crate::domain::session::view::Meeting;
use crate::domain::unsent::{ASSESS_REVIEW, About, REMOVE, Unsent};

/// The viewer's unsent texts, as far as they were asked for.
#[derive(Debug, Default)]
pub(super) struct Writings {
    /// Whether the word at the start was said, or there was nothing to say.
    reminded: bool,
    asked: Option<(u64, Why)>,
    listed: Vec<Unsent>,
    /// What was written in a session and is to be opened, while it is asked whether the person is in one.
    seated: Option<(u64, TargetId, Written)>,
}

/// What they were asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    Remind,
    List,
}

impl Writings {
    /// Asks once what to remind of.
    pub(super) fn remind(&mut self, common: &mut Common) {
        if !std::mem::replace(&mut self.reminded, true) {
            self.asked = Some((common.read(Ask::Unsent), Why::Remind));
        }
    }

    /// Asks for the list.
    pub(super) fn ask(&mut self, common: &mut Common) {
        self.asked = Some((common.read(Ask::Unsent), Why::List));
    }

    /// Takes the answer.
    pub(super) fn take(&mut self, ticket: u64, unsent: &[Unsent], common: &mut Common) {
        let Some((_, why)) = self.asked.take_if(|(asked, _)| *asked == ticket) else { return };
        match (why, unsent) {
            (Why::Remind, []) => {}
            (Why::Remind, [last, ..]) => {
                let (count, form) = (unsent.len(), title(last));
                common.tell(t!("queue.unsent.start", count = count, project = subject(last), form = form));
            }
            (Why::List, []) => common.fail(t!("queue.unsent.none")),
            (Why::List, _) => self.list(unsent, common),
        }
    }

    fn list(&mut self, unsent: &[Unsent], common: &mut Common) {
        self.listed = unsent.to_vec();
        let item = |one: &Unsent| {
            let detail = t!("queue.unsent.line", form = title(one), at = one.at.local_minute()).into_owned();
            Item { title: subject(one), detail }
        };
        let items = unsent.iter().map(item).collect();
        common.popup(Popup::Choice(Choice::new(Purpose::Unsent, t!("queue.unsent.ask").into_owned(), items, 0)));
    }

    /// Goes on with one: in its form, or where its form is opened.
    pub(super) fn open(&mut self, place: usize, common: &mut Common) {
        let Some(Unsent { about, form, .. }) = self.listed.get(place) else { return };
        let screen = match *about {
            About::Target(target) => {
                let written = Written::of(form);
                if let Some(written) = written.filter(|written| written.kind.is_of_session()) {
                    self.seated = Some((common.read(Ask::Meeting), target, written));
                    return;
                }
                of_target(target, form, common)
            }
            About::NewRecord(register) => Screen::Registers(Box::new(Registers::open_new(register, common))),
            About::Record(record) => {
                let keeping = if form == REMOVE { Keeping::Remove } else { Keeping::Correct };
                Screen::Record(Box::new(RecordScreen::open_form(record, keeping, common)))
            }
            About::NewAssessment => {
                let form = AssessmentForm::new(common.county.year, common);
                Screen::AssessmentForm(Box::new(form))
            }
            About::Assessment(id) => {
                let kind = if form == ASSESS_REVIEW { assess::Kind::Review } else { assess::Kind::Fill };
                Screen::AssessmentForm(Box::new(AssessmentForm::of(id, kind, common)))
            }
            About::Session(id) => Screen::Room(Box::new(Room::open(id, common))),
        };
        common.open(screen);
    }
}

impl Writings {
    /// What was written in a session is gone on with in the room, as long as the person is in one; else it can be read.
    pub(super) fn take_meeting(&mut self, ticket: u64, meeting: Option<&Meeting>, common: &mut Common) {
        let Some((_, target, written)) = self.seated.take_if(|(asked, ..)| *asked == ticket) else { return };
        let screen = match meeting {
            Some(meeting) => Screen::Room(Box::new(Room::open_at(meeting.id, (target, written), common))),
            None => Screen::Form(Box::new(Form::unsent(target, written, common))),
        };
        common.open(screen);
    }
}

/// The form of a target, or the case file of what is written in another place. A form that the target does not ask for any more shows what
/// was written, and is refused where it is sent.
fn of_target(target: TargetId, form: &str, common: &mut Common) -> Screen {
    let period = |form: &str| rule::all_periods().find(|period| period.form == form);
    let form = match form {
        "amend" => Form::amend(target, common),
        "review" | "settle" | "rule" => match Written::of(form) {
            Some(written) => Form::unsent(target, written, common),
            None => Form::review(target, common),
        },
        "evaluate" => Form::execute(target, Kind::Evaluate, common),
        "re-evaluate" => Form::execute(target, Kind::ReEvaluate, common),
        other => match period(other) {
            Some(period) => Form::execute(target, Kind::Monitor(period), common),
            None => return Screen::Case(Box::new(Case::open(target, common))),
        },
    };
    Screen::Form(Box::new(form))
}

/// What it is about; of something new that has no name yet the form.
fn subject(unsent: &Unsent) -> String {
    if unsent.subject.is_empty() { title(unsent) } else { unsent.subject.clone() }
}

fn title(unsent: &Unsent) -> String {
    form_title(if let About::NewRecord(_) = unsent.about { "record-new" } else { &unsent.form })
}
