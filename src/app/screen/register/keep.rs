//! The forms in which records are made, corrected and removed: what was typed stays until the file has taken it.

use rust_i18n::t;

use super::unsent::{Place, Typed};
use crate::app::common::Common;
use crate::app::effect::Reply;
use crate::app::line::Line;
use crate::app::popup::{Fields, Keeping, Named, Popup, Prompt, Purpose, Said};
use crate::app::reason::Reason;
use crate::domain::access::may_register;
use crate::domain::command::Command;
use crate::domain::ids::RecordId;
use crate::domain::refusal::Refusal;
use crate::domain::register::field::{Cells, Kind};
use crate::domain::register::refusal::RegisterRefusal;
use crate::domain::register::view::RecordRow;
use crate::domain::register::{Record, Register};

/// What is being made or changed.
#[derive(Debug, Clone)]
enum About {
    /// A new record of a register.
    New(Register),
    /// A record that is corrected or removed.
    Row(Box<RecordRow>),
}

/// The forms of a screen.
#[derive(Debug, Default)]
pub struct Keeper {
    about: Option<About>,
    typed: Typed,
    wish: Option<u64>,
}

impl Keeper {
    /// Whether the person may make records of a register; what is about units is decided with the record.
    pub fn may(register: Register, common: &Common) -> Result<(), Reason> {
        let of_unit = register.fields().iter().any(|field| field.kind == Kind::Unit);
        if of_unit {
            return Ok(crate::domain::access::may_write(&common.user)?);
        }
        Ok(may_register(&common.user, None, &common.county.name)?)
    }

    /// Asks for a new record.
    pub fn ask_new(&mut self, register: Register, common: &mut Common) {
        let mut cells = Cells::blank(register.fields());
        cells.set("year", &common.county.year.to_string());
        for field in register.fields() {
            if let (Kind::Choice(ids, group), true) = (field.kind, field.needed)
                && let Some(first) = ids.first()
            {
                cells.set(field.id, &crate::domain::register::field::choice_word(group, first));
            }
        }
        self.about = Some(About::New(register));
        let title = t!("register.form.new", register = register.name()).into_owned();
        self.ask(Place::new(register), (Keeping::New, title, lines(register, &cells)), common);
    }

    /// Asks for what a record is to say, and why.
    pub fn ask_correct(&mut self, row: &RecordRow, common: &mut Common) {
        let register = row.record.register();
        let mut lines = lines(register, &row.record.cells());
        let label = t!("field.reason").into_owned();
        lines.push(Named { label, line: Line::default(), note: String::new() });
        self.about = Some(About::Row(Box::new(row.clone())));
        let title = t!("register.form.correct", title = row.record.title()).into_owned();
        self.ask(Place::of(Keeping::Correct, row.id, row.version), (Keeping::Correct, title, lines), common);
    }

    /// Opens a form, with what was typed into it before and not sent.
    fn ask(&mut self, place: Place, (keeping, title, lines): (Keeping, String, Vec<Named>), common: &mut Common) {
        let fresh = lines.iter().map(|named| named.line.text().to_owned()).collect();
        let fields = Fields::new(Purpose::Register(keeping), title, lines);
        let fields = if keeping == Keeping::New { fields.proposing() } else { fields };
        common.popup(Popup::Fields(fields));
        self.typed.open(place, fresh, common);
    }

    /// Keeps what is being typed into a form.
    pub fn typing(&mut self, purpose: Purpose, texts: &[String], common: &mut Common) {
        if let Purpose::Register(keeping) = purpose {
            self.typed.keep(keeping, texts, common);
        }
    }

    /// Asks why a record is removed.
    pub fn ask_remove(&mut self, row: &RecordRow, common: &mut Common) {
        self.about = Some(About::Row(Box::new(row.clone())));
        let title = t!("register.form.remove", title = row.record.title()).into_owned();
        let lines = vec![t!("register.form.remove-note").into_owned()];
        common.popup(Popup::Prompt(Prompt::new(Purpose::Register(Keeping::Remove), title, lines)));
        self.typed.open(Place::of(Keeping::Remove, row.id, row.version), vec![String::new()], common);
    }

    /// Takes what a form was told.
    pub fn told(&mut self, keeping: Keeping, said: &Said, common: &mut Common) {
        let Some(about) = &self.about else { return };
        let command = match (keeping, about, said) {
            (Keeping::New, About::New(register), Said::Texts(texts)) => {
                let cells = Cells::of(register.fields(), texts.clone());
                register
                    .read(&cells)
                    .map(|record| Command::Record { contents: Box::new(record), reason: String::new() })
            }
            (Keeping::Correct, About::Row(row), Said::Texts(texts)) => corrected(row, texts),
            (Keeping::Remove, About::Row(row), Said::Text(reason)) => {
                Ok(Command::RemoveRecord { record: row.id, seen: Some(row.version), reason: reason.clone() })
            }
            _ => return,
        };
        match command {
            Ok(command) => self.wish = Some(common.execute(vec![command])),
            Err(fault) => common.again(Refusal::from(RegisterRefusal::from(fault)).words()),
        }
    }

    /// Takes the answer to a wish of its own: the record that it was about, once it is done.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) -> Option<RecordId> {
        if let Reply::Draft(draft) = reply {
            self.typed.answer(ticket, draft.as_ref(), common);
        }
        if self.wish != Some(ticket) {
            return None;
        }
        self.wish = None;
        match reply {
            Reply::Refused(refusal) => common.again(refusal.words()),
            Reply::Done(entries) => {
                self.about = None;
                self.typed.forget(common);
                let done = entries.first();
                let words = done.map_or_else(
                    || t!("register.form.unchanged").into_owned(),
                    |entry| crate::domain::refusal::event_word(entry.event.kind()),
                );
                common.tell(words);
                return done.and_then(|entry| entry.event.record());
            }
            _ => {}
        }
        None
    }
}

/// The correction that a form asks for. A text of several lines that was left alone keeps its line ends, which a line of a form has not.
fn corrected(row: &RecordRow, texts: &[String]) -> Result<Command, crate::domain::register::field::Fault> {
    let register = row.record.register();
    let count = register.fields().len();
    let before = row.record.write();
    let kept = |(typed, before): (&String, &String)| {
        if *typed == Line::flat(before) { before.clone() } else { typed.clone() }
    };
    let cells = Cells::of(register.fields(), texts.iter().zip(&before).map(kept).collect());
    let contents: Box<Record> = Box::new(register.read(&cells)?);
    let reason = texts.get(count).cloned().unwrap_or_default();
    Ok(Command::CorrectRecord { record: row.id, seen: Some(row.version), contents, reason })
}

fn lines(register: Register, cells: &Cells) -> Vec<Named> {
    let named = |(field, text): (&crate::domain::register::field::Field, &String)| {
        let mark = if field.needed { " *" } else { "" };
        let note = if matches!(field.kind, Kind::Choice(..)) { String::new() } else { field.note() };
        Named { label: format!("{}{mark}", field.name()), line: Line::new(Line::flat(text)), note }
    };
    register.fields().iter().zip(cells.texts()).map(named).collect()
}
