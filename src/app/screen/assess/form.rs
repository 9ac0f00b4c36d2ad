//! The form of a pre-assessment: opened with what stands and with the draft, kept as a draft with every change, sent.

use rust_i18n::t;

use super::fields::{self, Kind, SEND, SEND_ON};
use crate::app::action::Action;
use crate::app::common::{Common, Step};
use crate::app::effect::{Ask, Effect, Reply};
use crate::app::field::{Field, Took};
use crate::app::form::Body;
use crate::app::form::sheet::Sheet;
use crate::app::key::{Key, KeyCode};
use crate::app::keymap::Bound;
use crate::app::popup::{Confirm, Popup, Purpose, Said};
use crate::app::reason::Reason;
use crate::app::screen::Screen;
use crate::app::screen::assess::AssessmentScreen;
use crate::domain::assessment::view::AssessmentFile;
use crate::domain::event::Event;
use crate::domain::ids::{AssessmentId, TargetId};
use crate::domain::unsent::About;
use crate::domain::view::Draft;

/// Columns beside a text box.
const BESIDE: u16 = 4;

/// The form of a pre-assessment.
#[derive(Debug)]
pub struct AssessmentForm {
    /// Which form.
    pub kind: Kind,
    /// The budget year.
    pub year: i32,
    /// Which pre-assessment; none for a new one.
    pub id: Option<AssessmentId>,
    /// What stands of it, once read.
    pub file: Option<AssessmentFile>,
    /// The fields; none until it is known what stands.
    pub sheet: Sheet,
    /// What is to be said of the draft that was taken up.
    pub restored: Option<String>,
    /// Why it was not sent.
    pub refused: Option<String>,
    /// The field that is being written in: the first character into points takes the place of what stood there.
    writing: Option<usize>,
    /// What was typed before the fields were there.
    early: Vec<Key>,
    ready: bool,
    typed: bool,
    file_asked: Option<u64>,
    draft_asked: Option<u64>,
    wish: Option<u64>,
}

impl AssessmentForm {
    /// The form of a new pre-assessment.
    pub fn new(year: i32, common: &mut Common) -> Self {
        let mut form = Self::blank(Kind::Fill, year, None);
        form.lay_out(common);
        form
    }

    /// A form of a pre-assessment that is there.
    pub fn of(id: AssessmentId, kind: Kind, common: &mut Common) -> Self {
        let mut form = Self::blank(kind, common.county.year, Some(id));
        form.file_asked = Some(common.read(Ask::Assessment(id)));
        form
    }

    fn blank(kind: Kind, year: i32, id: Option<AssessmentId>) -> Self {
        Self {
            kind,
            year,
            id,
            file: None,
            sheet: Sheet::default(),
            restored: None,
            refused: None,
            writing: None,
            early: Vec::new(),
            ready: false,
            typed: false,
            file_asked: None,
            draft_asked: None,
            wish: None,
        }
    }

    /// Under which number its draft is kept: one that no target has, so that it is nobody's draft of a target.
    fn number(&self) -> TargetId {
        self.id.map_or(About::NewAssessment, About::Assessment).number()
    }

    fn lay_out(&mut self, common: &mut Common) {
        self.sheet = fields::sheet(self.kind, self.file.as_ref(), common);
        self.draft_asked = Some(common.read(Ask::Draft { target: self.number(), form: self.kind.id().into() }));
    }

    /// Every field takes plain characters.
    pub const fn is_typing(&self) -> bool {
        true
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// Why not.
    pub fn available(&self, action: Action, _common: &Common) -> Result<(), Reason> {
        match action {
            Action::Send if self.wish.is_some() => Err(Reason::Words("form.reason.sending")),
            Action::Send if !self.ready => Err(Reason::Words("assess.reason.reading")),
            Action::Grade => Err(Reason::Words("form.reason.no-grade")),
            Action::Phrase | Action::PickFinding | Action::Library => Err(Reason::Words("assess.reason.no-phrases")),
            _ => Ok(()),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        match bound.action {
            Action::Back => self.leave(common),
            Action::NextField => self.sheet.step(true),
            Action::PreviousField => self.sheet.step(false),
            Action::Accept => self.accept(common),
            Action::Send => self.send(self.button().unwrap_or(SEND), common),
            _ => {}
        }
        common.touch();
    }

    fn button(&self) -> Option<&'static str> {
        let entry = self.sheet.focused().filter(|entry| matches!(entry.field, Field::Button))?;
        Some(if entry.id == SEND_ON { SEND_ON } else { SEND })
    }

    /// Enter: what the button says, a new line, the same column of the next item, or the next field.
    fn accept(&mut self, common: &mut Common) {
        if let Some(button) = self.button() {
            return self.send(button, common);
        }
        if let Some(Field::Text(text)) = self.sheet.entries.get_mut(self.sheet.focus).map(|entry| &mut entry.field) {
            text.newline();
            return self.changed(common);
        }
        match self.sheet.focused().and_then(|entry| entry.cell) {
            Some(_) => drop(self.sheet.key(Key::from(KeyCode::Down), 0)),
            None => self.sheet.step(true),
        }
    }

    /// Takes a key that is no action: text, or editing in a field.
    pub fn key(&mut self, key: Key, common: &mut Common) {
        if !self.ready {
            return self.early.push(key);
        }
        if key.code == KeyCode::F(9) {
            if self.typed {
                let title = t!("form.ask-discard").into_owned();
                common.popup(Popup::Confirm(Confirm::new(Purpose::Discard, title, Vec::new())));
            }
            return;
        }
        let width = usize::from(common.size.0.saturating_sub(BESIDE));
        self.begin(key);
        match self.sheet.key(key, width) {
            Took::Changed => self.changed(common),
            Took::Moved => common.touch(),
            Took::Nothing if key.folded().text() == Some('?') => common.step(Step::Run(Action::Help.into())),
            Took::Nothing => {}
        }
    }

    /// Points are written anew, not written on.
    fn begin(&mut self, key: Key) {
        let place = self.sheet.focus;
        let is_points = self.sheet.focused().is_some_and(|entry| entry.cell.is_some_and(|(_, column)| column == 0));
        if is_points && self.writing != Some(place) && key.text().is_some_and(|letter| letter.is_ascii_digit()) {
            self.sheet.entries[place].field.set("");
        }
        self.writing = Some(place);
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, common: &mut Common) {
        let entry = self.sheet.entries.get_mut(self.sheet.focus);
        if entry.is_some_and(|entry| entry.field.paste(text)) {
            self.changed(common);
        }
    }

    fn changed(&mut self, common: &mut Common) {
        fields::refresh(self.kind, &mut self.sheet, self.file.as_ref());
        (self.typed, self.refused) = (true, None);
        self.save(common);
        common.touch();
    }

    fn save(&self, common: &mut Common) {
        if !self.typed {
            return;
        }
        let round = self.file.as_ref().map_or(0, |file| file.assessment.standing.round);
        let body = Body { round, texts: self.sheet.texts(), ..Body::default() };
        let (target, form, at) = (self.number(), self.kind.id().to_owned(), common.now.at);
        common.effect(Effect::SaveDraft(Draft { target, form, body: body.to_json(), at }));
    }

    fn leave(&mut self, common: &mut Common) {
        self.save(common);
        if self.typed {
            common.tell(t!("form.draft-kept"));
        }
        common.close();
    }

    /// The program is about to end: keeps what is typed.
    pub fn closing(&self, common: &mut Common) {
        self.save(common);
    }

    /// The points of an item that are typed.
    pub fn points(&self, row: usize) -> Option<rust_decimal::Decimal> {
        fields::points(&self.sheet, row)
    }

    /// What it leads to.
    pub fn outlook(&self) -> String {
        fields::outlook(self.kind, &self.sheet, self.file.as_ref())
    }

    fn send(&mut self, button: &'static str, common: &mut Common) {
        self.sheet.leave();
        fields::refresh(self.kind, &mut self.sheet, self.file.as_ref());
        match fields::commands(self.kind, button, (&self.sheet, self.file.as_ref()), self.year) {
            Ok(commands) => self.wish = Some(common.execute(commands)),
            Err((id, words)) => {
                self.sheet.blame(&id, words.clone());
                self.refused = Some(words);
            }
        }
    }

    /// Takes what a popup was told.
    pub fn told(&mut self, purpose: Purpose, said: &Said, common: &mut Common) {
        if (purpose, said) == (Purpose::Discard, &Said::Yes) {
            self.forget(common);
            common.tell(t!("form.draft-dropped"));
            common.close();
        }
    }

    fn forget(&mut self, common: &mut Common) {
        common.effect(Effect::DropDraft { target: self.number(), form: self.kind.id().into() });
        self.typed = false;
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        match reply {
            Reply::Assessment(file) if self.file_asked == Some(ticket) => {
                self.file_asked = None;
                let Some(file) = file.as_deref() else { return common.close() };
                let first = self.file.is_none();
                self.year = file.assessment.year;
                self.file = Some(file.clone());
                if first {
                    self.lay_out(common);
                }
            }
            Reply::Draft(draft) if self.draft_asked == Some(ticket) => self.take_draft(draft.as_ref(), common),
            Reply::Done(entries) if self.wish == Some(ticket) => {
                self.wish = None;
                self.forget(common);
                let of = entries.iter().find_map(|entry| match &entry.event {
                    Event::Assessment { assessment, .. } => Some(*assessment),
                    _ => None,
                });
                common.tell(if entries.is_empty() { t!("assess.unchanged") } else { t!("assess.saved") });
                common.close();
                if let (None, Some(id)) = (self.id, of) {
                    let screen = AssessmentScreen::open(id, common);
                    common.open(Screen::Assessment(Box::new(screen)));
                }
            }
            Reply::Refused(refusal) if self.wish == Some(ticket) => {
                self.wish = None;
                let words = refusal.words();
                if let Some(id) = fields::place_of(refusal) {
                    self.sheet.blame(&id, words.clone());
                }
                self.refused = Some(words);
                self.file_asked = self.id.map(|id| common.read(Ask::Assessment(id)));
            }
            _ => return,
        }
        common.touch();
    }

    fn take_draft(&mut self, draft: Option<&Draft>, common: &mut Common) {
        self.draft_asked = None;
        self.ready = true;
        if let Some((draft, body)) = draft.and_then(|draft| Some((draft, Body::from_json(&draft.body)?))) {
            self.sheet.set_texts(&body.texts);
            fields::refresh(self.kind, &mut self.sheet, self.file.as_ref());
            self.typed = true;
            self.restored = Some(t!("assess.restored", at = draft.at.local_minute()).into_owned());
        }
        for key in std::mem::take(&mut self.early) {
            self.key(key, common);
        }
    }

    /// The file changed: what is typed stays.
    pub fn bell(&mut self, common: &mut Common) {
        if self.file_asked.is_none() {
            self.file_asked = self.id.map(|id| common.read(Ask::Assessment(id)));
        }
    }
}
