//! What all forms do alike: open with the case file and the draft, take keys, keep every change as a draft, show where
//! it leads, send, and keep everything typed when it is refused or the target moves meanwhile.

mod drafts;
mod execution;
mod library;
mod opinion;
mod rows;
mod sending;
mod sitting;

use std::sync::Arc;

use rust_i18n::t;

use super::draft::Body;
use super::kind::{Kind, SEND, SEND_ON, Written};
use super::phrase::{Picked, Picker};
use super::sheet::Sheet;
use super::sitting::Sitting;
use super::{amend, layout, outcome};
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Reply};
use crate::app::field::{Field, Took};
use crate::app::key::{Key, KeyCode};
use crate::app::keymap::Bound;
use crate::app::reason::Reason;
use crate::domain::facts::Entry;
use crate::domain::grade::Grade;
use crate::domain::ids::TargetId;
use crate::domain::refusal::Refusal;
use crate::domain::view::CaseFile;

/// A form of a target.
#[derive(Debug)]
pub struct Form {
    /// The target.
    pub target: TargetId,
    /// Which form; known once the case file is there.
    pub kind: Option<Kind>,
    /// The newest contents of the target.
    pub file: Option<Arc<CaseFile>>,
    /// The fields.
    pub sheet: Sheet,
    /// The open phrase book.
    pub picker: Option<Picker>,
    /// When the draft was written that was taken up, and what is to be said of it.
    pub restored: Option<String>,
    /// What happened to the target since the form was opened.
    pub moved: Option<String>,
    /// Why it was not sent.
    pub refused: Option<String>,
    wanted: Option<Kind>,
    /// The unsent text that was opened from the list of them, and the minutes that it was written upon.
    written: Option<Written>,
    noted: Option<String>,
    /// The joint session in which it is filled in.
    pub sitting: Option<Sitting>,
    sitting_asked: Option<u64>,
    /// The version that the person knows of.
    seen: u32,
    /// Where the target stood when the form was opened: round, and stage or state.
    place: (u32, String),
    /// Whether something is typed that is not sent.
    typed: bool,
    /// Whether the draft has been looked for.
    ready: bool,
    early: Vec<Early>,
    file_asked: u64,
    draft_asked: Option<u64>,
    wish: Option<u64>,
    library_asked: Option<u64>,
    /// The button whose consequences were shown.
    asked: Option<&'static str>,
}

/// What was typed before the draft was there.
#[derive(Debug)]
enum Early {
    Key(Key),
    Paste(String),
    Run(Bound),
    Opinion(String),
}

impl Form {
    /// Opens the form that a target's standing asks for: review, decision, settlement or ruling.
    pub fn review(target: TargetId, common: &mut Common) -> Self {
        Self::open(target, None, common)
    }

    /// Opens a form of a joint session.
    pub fn sit(target: TargetId, sitting: Sitting, common: &mut Common) -> Self {
        Self { sitting: Some(sitting), ..Self::open(target, None, common) }
    }

    /// Opens the form that a target's standing asks for, and puts a sentence into its opinion.
    pub fn review_with(target: TargetId, sentence: String, common: &mut Common) -> Self {
        let mut form = Self::review(target, common);
        form.early.push(Early::Opinion(sentence));
        form
    }

    /// Opens the form in which the unit amends its target.
    pub fn amend(target: TargetId, common: &mut Common) -> Self {
        Self::open(target, Some(Kind::Amend), common)
    }

    /// Opens unsent text in its form, whether it can still be sent or not.
    pub fn unsent(target: TargetId, written: Written, common: &mut Common) -> Self {
        let form = Self::open(target, Some(written.kind), common);
        Self { written: Some(written), ..form }
    }

    fn open(target: TargetId, wanted: Option<Kind>, common: &mut Common) -> Self {
        Self {
            target,
            kind: None,
            file: None,
            sheet: Sheet::default(),
            picker: None,
            restored: None,
            moved: None,
            refused: None,
            wanted,
            written: None,
            noted: None,
            sitting: None,
            sitting_asked: None,
            seen: 0,
            place: (0, String::new()),
            typed: false,
            ready: false,
            early: Vec::new(),
            file_asked: common.read(Ask::Case(target)),
            draft_asked: None,
            wish: None,
            library_asked: None,
            asked: None,
        }
    }

    /// Whether it was sent and no answer has come yet.
    pub const fn is_being_sent(&self) -> bool {
        self.wish.is_some()
    }

    /// Whether a text field has the focus; every field takes plain characters.
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
            Action::Send if self.sitting.as_ref().is_some_and(|sitting| sitting.overtaken(self.target).is_some()) => {
                Err(Reason::Words("room.reason.form-overtaken"))
            }
            Action::Send if self.is_overtaken() => Err(Reason::Words("form.reason.overtaken")),
            Action::Grade if self.is_scoring() => Err(Reason::Words("form.score-this")),
            Action::Grade if self.ready && !self.is_grading() => Err(Reason::Words("form.reason.no-grade")),
            Action::PickFinding if self.ready => self.available_finding(),
            Action::Library if self.ready => self.available_library(),
            Action::Phrase if self.ready && self.text_box().is_none() => Err(Reason::Words("form.reason.no-text")),
            _ => Ok(()),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        if let Some(picker) = &mut self.picker {
            let key = match bound.action {
                Action::Accept => KeyCode::Enter,
                Action::Back => KeyCode::Esc,
                Action::NextField => KeyCode::Down,
                Action::PreviousField => KeyCode::Up,
                _ => return,
            };
            let picked = picker.key(Key::from(key));
            return self.picked(picked, common);
        }
        if !self.ready && bound.action != Action::Back {
            return self.early.push(Early::Run(bound));
        }
        match bound.action {
            Action::Back => self.leave(common),
            Action::NextField => self.sheet.step(true),
            Action::PreviousField => self.sheet.step(false),
            Action::Accept => self.accept(common),
            Action::Send => self.send(self.focused_button().unwrap_or(SEND), false, common),
            Action::PickFinding => self.ask_finding(common),
            Action::Library => self.ask_library(common),
            Action::Phrase => self.picker = Some(Picker::default()),
            Action::Grade => {
                let grade = Grade::ALL[bound.nth % Grade::ALL.len()];
                self.field_key(Key::char(char::from(b'1' + grade as u8)), common);
            }
            _ => {}
        }
    }

    /// Whether points have the focus.
    fn is_scoring(&self) -> bool {
        matches!(self.sheet.focused().map(|entry| &entry.field), Some(Field::Points(_)))
    }

    /// Whether a grade has the focus.
    fn is_grading(&self) -> bool {
        matches!(self.sheet.focused().map(|entry| &entry.field), Some(Field::Grade(_)))
    }

    fn focused_button(&self) -> Option<&'static str> {
        let entry = self.sheet.focused().filter(|entry| matches!(entry.field, Field::Button))?;
        Some(if entry.id == SEND_ON { SEND_ON } else { SEND })
    }

    /// Enter: a new line, the next field, or what the button says.
    fn accept(&mut self, common: &mut Common) {
        if let Some(button) = self.focused_button() {
            return self.send(button, false, common);
        }
        match self.sheet.entries.get_mut(self.sheet.focus).map(|entry| &mut entry.field) {
            Some(Field::Text(text)) => {
                text.newline();
                self.changed(common);
            }
            _ if self.kind.is_some_and(Kind::is_execution) => self.onward(),
            _ => self.sheet.step(true),
        }
    }

    /// Takes a key that is no action: text, or editing in a field.
    pub fn key(&mut self, key: Key, common: &mut Common) {
        if let Some(picker) = &mut self.picker {
            let picked = picker.key(key);
            return self.picked(picked, common);
        }
        if !self.ready {
            return self.early.push(Early::Key(key));
        }
        self.field_key(key, common);
    }

    fn field_key(&mut self, key: Key, common: &mut Common) {
        if self.kind == Some(Kind::Amend) && self.row_key(key, common) {
            return;
        }
        if key.code == KeyCode::F(9) {
            return self.ask_discard(common);
        }
        if self.is_scoring() && key.folded().text() == Some(' ') {
            return self.sheet.step(true);
        }
        let width = self.kind.map_or(0, |kind| usize::from(layout::box_width(kind, common.size.0)));
        let graded = key.text().is_some() && matches!(self.sheet.focused().map(|e| &e.field), Some(Field::Grade(_)));
        match self.sheet.key(key, width) {
            Took::Changed => {
                self.changed(common);
                if graded {
                    self.sheet.step(true);
                }
            }
            Took::Moved => {}
            Took::Nothing => self.unused(key, common),
        }
    }

    /// A character that a field of few answers has no use for may still ask for help, or begin the opinion: an input method hands over whole
    /// sentences at once, and the eyes are on the words.
    fn unused(&mut self, key: Key, common: &mut Common) {
        match key.folded().text() {
            Some(c) if !c.is_ascii() && self.go_to_opinion() => self.field_key(key, common),
            Some(_) if self.is_full_of(key) => common.fail(t!("field.full")),
            _ if matches!(self.sheet.focused().map(|entry| &entry.field), Some(Field::Line(_) | Field::Text(_))) => {}
            Some('?') => common.step(crate::app::common::Step::Run(Action::Help.into())),
            Some(':') => common.step(crate::app::common::Step::Run(Action::Palette.into())),
            Some(c) if !c.is_ascii() => common.fail(t!("notice.input-method")),
            _ => {}
        }
    }

    /// Whether the field that has the focus has no room for a character.
    fn is_full_of(&self, key: Key) -> bool {
        let typed = key.text().map(String::from);
        typed.is_some_and(|typed| self.sheet.focused().is_some_and(|entry| entry.field.lacks_room_for(&typed) > 0))
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, common: &mut Common) {
        if let Some(picker) = &mut self.picker {
            return picker.paste(text);
        }
        if !self.ready {
            return self.early.push(Early::Paste(text.to_owned()));
        }
        let here = self.take_paste(text, common);
        if here || self.go_to_opinion() && self.take_paste(text, common) {
            self.changed(common);
        }
    }

    /// Gives pasted text to the field that has the focus, and says how much of it had no room.
    fn take_paste(&mut self, text: &str, common: &mut Common) -> bool {
        let Some(entry) = self.sheet.entries.get_mut(self.sheet.focus) else { return false };
        let lacks = entry.field.lacks_room_for(text);
        let taken = entry.field.paste(text);
        if lacks > 0 {
            common.fail(t!("field.left-out", count = lacks));
        }
        taken
    }

    /// Something is typed: what follows from it, and the draft, are brought up to date.
    fn changed(&mut self, common: &mut Common) {
        self.refresh(common);
        (self.typed, self.refused) = (true, None);
        self.save(common);
        common.touch();
    }

    /// Brings up to date what follows from what is typed.
    fn refresh(&mut self, common: &Common) {
        if let Some(kind) = self.kind {
            kind.refresh(&mut self.sheet, self.file.as_deref(), common);
        }
        if let Some(sitting) = &self.sitting {
            sitting.refresh(self.target, &mut self.sheet);
        }
    }

    /// Where the phrase book writes: the text box that has the focus, else the first one.
    pub(super) fn text_box(&self) -> Option<usize> {
        let is_text = |place: &usize| matches!(self.sheet.entries[*place].field, Field::Text(_));
        let focus = Some(self.sheet.focus).filter(|place| *place < self.sheet.entries.len() && is_text(place));
        focus.or_else(|| (0..self.sheet.entries.len()).find(is_text))
    }

    fn picked(&mut self, picked: Picked, common: &mut Common) {
        common.touch();
        let Picked::Done(sentence) = picked else { return };
        self.picker = None;
        let (Some(sentence), Some(place)) = (sentence, self.text_box()) else { return };
        self.sheet.focus_on(place);
        if let Field::Text(text) = &mut self.sheet.entries[place].field {
            text.phrase(&sentence);
            self.changed(common);
        }
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        match reply {
            Reply::Case(file) if ticket == self.file_asked => self.take_file(file.as_ref(), common),
            Reply::Session(view) if self.sitting_asked == Some(ticket) => self.take_session(view.as_ref(), common),
            Reply::Draft(draft) if self.draft_asked == Some(ticket) => self.take_draft(draft.as_ref(), common),
            Reply::Standards(own) if self.library_asked == Some(ticket) => self.take_standards(own, common),
            Reply::Done(entries) if self.wish == Some(ticket) => self.take_done(entries, common),
            Reply::Refused(refusal) if self.wish == Some(ticket) => {
                self.wish = None;
                self.refuse(refusal, common);
                self.file_asked = common.read(Ask::Case(self.target));
            }
            Reply::Failed(words) if self.wish == Some(ticket) => {
                self.wish = None;
                self.refused = Some(words.clone());
            }
            _ => {}
        }
    }

    fn take_file(&mut self, file: Option<&Arc<CaseFile>>, common: &mut Common) {
        let same = file.zip(self.file.as_ref()).is_some_and(|(one, other)| Arc::ptr_eq(one, other));
        if same && self.kind.is_some() {
            return;
        }
        common.touch();
        let Some(file) = file else {
            common.fail(t!("case.gone"));
            if self.kind.is_none() {
                common.close();
            }
            return;
        };
        let before = self.file.replace(Arc::clone(file));
        if self.kind.is_some() {
            return self.file_again(before.as_deref(), common);
        }
        let standing = &file.target.standing;
        let kind = self.wanted.or_else(|| Kind::of(standing, common));
        let kind = self.sitting.as_ref().map(|sitting| sitting.kind).or(kind);
        let Some(kind) = kind else {
            let refusal = Refusal::WrongState { act: "act.review", standing: Box::new(standing.clone()) };
            common.fail(refusal.words());
            return common.close();
        };
        self.kind = Some(kind);
        self.seen = file.target.version;
        self.place = (standing.round, Body::place(standing));
        self.sheet = kind.sheet(file, common);
        self.sit_down(common);
        self.draft_asked = Some(common.read(Ask::Draft { target: self.target, form: self.kept_as(kind) }));
    }

    /// The target was read again: says what happened to it; what is typed is left alone.
    fn file_again(&mut self, before: Option<&CaseFile>, common: &Common) {
        let (Some(before), Some(file)) = (before, self.file.as_deref()) else { return };
        if before.target.version == file.target.version {
            return;
        }
        let now = outcome::stage(&file.target.standing, common);
        self.moved = Some(match file.history.iter().rev().find(|entry| entry.event.step().is_some()) {
            Some(entry) => last_step(entry, &now),
            None => t!("form.moved", now = now).into_owned(),
        });
        let rule_changed = before.target.standing.key_project != file.target.standing.key_project;
        if let Some(kind) = self.kind
            && rule_changed
            && self.sitting.is_none()
            && matches!(kind, Kind::Review | Kind::Decide)
        {
            let texts = self.sheet.texts();
            self.sheet = kind.sheet(file, common);
            self.sheet.set_texts(&texts);
        }
        self.refresh(common);
    }

    /// Whether the target has gone on to where this form cannot be sent.
    fn is_overtaken(&self) -> bool {
        if self.sitting.is_some() {
            return false;
        }
        let standing = self.file.as_ref().map(|file| &file.target.standing);
        standing.is_some_and(|standing| (standing.round, Body::place(standing)) != self.place)
    }

    /// The file changed: reads the target again.
    pub fn bell(&mut self, common: &mut Common) {
        self.file_asked = common.read(Ask::Case(self.target));
        self.sitting_asked = self.sitting.as_ref().map(|sitting| common.read(Ask::Session(sitting.session())));
    }

    /// The program is about to end: keeps what is typed.
    pub fn closing(&mut self, common: &mut Common) {
        self.save(common);
    }
}

/// Who moved a target last, when, and where it stands now.
fn last_step(entry: &Entry, now: &str) -> String {
    let what = crate::domain::refusal::event_word(entry.event.kind());
    t!("form.moved-by", who = entry.by, at = entry.at.local_minute(), what = what, now = now).into_owned()
}
