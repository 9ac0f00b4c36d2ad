//! What one wrote and did not send: a word about it when the program starts, and the list from which one goes on with it.
//!
//! Knows where each form is opened; what stands in them is theirs.

use rust_i18n::t;

use crate::app::common::Common;
use crate::app::effect::Ask;
use crate::app::form::Form;
use crate::app::popup::{Choice, Item, Popup, Purpose};
use crate::app::screen::Screen;
use crate::app::screen::case::Case;
use crate::domain::view::Unsent;

/// The viewer's unsent texts, as far as they were asked for.
#[derive(Debug, Default)]
pub(super) struct Writings {
    /// Whether the word at the start was said, or there was nothing to say.
    reminded: bool,
    asked: Option<(u64, Why)>,
    listed: Vec<Unsent>,
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
                common.tell(t!("queue.unsent.start", count = count, project = last.project, form = form));
            }
            (Why::List, []) => common.fail(t!("queue.unsent.none")),
            (Why::List, _) => self.list(unsent, common),
        }
    }

    fn list(&mut self, unsent: &[Unsent], common: &mut Common) {
        self.listed = unsent.to_vec();
        let item = |one: &Unsent| {
            let detail = t!("queue.unsent.line", form = title(one), at = one.at.local_minute()).into_owned();
            Item { title: one.project.clone(), detail }
        };
        let items = unsent.iter().map(item).collect();
        common.popup(Popup::Choice(Choice::new(Purpose::Unsent, t!("queue.unsent.ask").into_owned(), items, 0)));
    }

    /// Opens the form, or the case file of what is written in another place.
    pub(super) fn open(&self, place: usize, common: &mut Common) {
        let Some(Unsent { target, form, .. }) = self.listed.get(place) else { return };
        let screen = match form.as_str() {
            "amend" => Screen::Form(Box::new(Form::amend(*target, common))),
            "review" | "decide" | "settle" | "rule" => Screen::Form(Box::new(Form::review(*target, common))),
            _ => Screen::Case(Box::new(Case::open(*target, common))),
        };
        common.open(screen);
    }
}

fn title(unsent: &Unsent) -> String {
    t!(format!("form.title.{}", unsent.form)).into_owned()
}
