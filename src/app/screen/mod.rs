//! One file a screen: its state and its update. The queue is always there; the others lie above it.
//!
//! Every screen answers the same questions: which context its keys have, whether an action is available, what an
//! action does, what an answer means, and what a bell means. They reach the rest of the app through `Common` only.

pub mod assess;
pub mod board;
pub mod case;
pub mod execution;
pub mod figure;
pub mod import;
pub mod journal;
pub mod preparation;
pub mod queue;
pub mod register;
pub mod session;
pub mod wall;

use super::action::{Action, Contexts};
use super::common::Common;
use super::effect::Reply;
use super::form::Form;
use super::key::Key;
use super::keymap::Bound;
use super::popup::{Purpose, Said};
use super::reason::Reason;
use crate::domain::time::Instant;
use assess::{AssessmentForm, AssessmentScreen, Assessments};
use board::BoardScreen;
use case::Case;
use execution::Execution;
use figure::FigureScreen;
use import::Import;
use journal::Journal;
use preparation::PreparationScreen;
use register::{RecordScreen, Registers};
use session::{Room, Sessions};
use wall::Wall;

/// A screen above the queue.
#[derive(Debug)]
pub enum Screen {
    /// A case file.
    Case(Box<Case>),
    /// A form of a target.
    Form(Box<Form>),
    /// The newest rows of the journal.
    Journal(Box<Journal>),
    /// The list of joint sessions.
    Sessions(Box<Sessions>),
    /// A joint session.
    Room(Box<Room>),
    /// The wall of a joint session.
    Wall(Box<Wall>),
    /// Importing files.
    Import(Box<Import>),
    /// The registers.
    Registers(Box<Registers>),
    /// A record of a register.
    Record(Box<RecordScreen>),
    /// The year board.
    Board(Box<BoardScreen>),
    /// The rows behind a figure.
    Figure(Box<FigureScreen>),
    /// Who still has to hand in what.
    Preparation(Box<PreparationScreen>),
    /// How far desks and units are with monitoring and evaluation.
    Execution(Box<Execution>),
    /// The pre-assessments of a year.
    Assessments(Box<Assessments>),
    /// A pre-assessment.
    Assessment(Box<AssessmentScreen>),
    /// A form of a pre-assessment.
    AssessmentForm(Box<AssessmentForm>),
}

impl Screen {
    /// Where its keys are looked up.
    pub const fn context(&self) -> Contexts {
        match self {
            Self::Case(_) => Contexts::CASE,
            Self::Form(_) => Contexts::FORM,
            Self::Journal(_) => Contexts::JOURNAL,
            Self::Sessions(_) => Contexts::SESSIONS,
            Self::Room(_) => Contexts::ROOM,
            Self::Wall(_) => Contexts::WALL,
            Self::Import(_) => Contexts::IMPORT,
            Self::Registers(_) => Contexts::REGISTERS,
            Self::Record(_) => Contexts::RECORD,
            Self::Board(_) => Contexts::BOARD,
            Self::Figure(_) => Contexts::FIGURE,
            Self::Preparation(_) => Contexts::PREPARATION,
            Self::Execution(_) => Contexts::EXECUTION,
            Self::Assessments(_) => Contexts::ASSESSMENTS,
            Self::Assessment(_) => Contexts::ASSESSMENT,
            Self::AssessmentForm(_) => Contexts::FORM,
        }
    }

    /// Whether a text field has the focus, so that plain characters are text.
    pub fn is_typing(&self) -> bool {
        match self {
            Self::Form(form) => form.is_typing(),
            Self::AssessmentForm(form) => form.is_typing(),
            Self::Import(import) => import.is_typing(),
            _ => false,
        }
    }

    /// Whether an action can be done now.
    pub fn available(&self, action: Action, common: &Common) -> Result<(), Reason> {
        match self {
            Self::Case(case) => case.available(action, common),
            Self::Form(form) => form.available(action, common),
            Self::Journal(journal) => journal.available(action, common),
            Self::Sessions(sessions) => sessions.available(action, common),
            Self::Room(room) => room.available(action, common),
            Self::Wall(_) => Ok(()),
            Self::Import(import) => import.available(action, common),
            Self::Registers(registers) => registers.available(action, common),
            Self::Record(record) => record.available(action, common),
            Self::Board(board) => board.available(action, common),
            Self::Figure(figure) => figure.available(action, common),
            Self::Preparation(preparation) => preparation.available(action, common),
            Self::Execution(execution) => execution.available(action, common),
            Self::Assessments(list) => list.available(action, common),
            Self::Assessment(file) => file.available(action, common),
            Self::AssessmentForm(form) => form.available(action, common),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        match self {
            Self::Case(case) => case.run(bound, common),
            Self::Form(form) => form.run(bound, common),
            Self::Journal(journal) => journal.run(bound, common),
            Self::Sessions(sessions) => sessions.run(bound, common),
            Self::Room(room) => room.run(bound, common),
            Self::Wall(wall) => wall.run(bound, common),
            Self::Import(import) => import.run(bound, common),
            Self::Registers(registers) => registers.run(bound, common),
            Self::Record(record) => record.run(bound, common),
            Self::Board(board) => board.run(bound, common),
            Self::Figure(figure) => figure.run(bound, common),
            Self::Preparation(preparation) => preparation.run(bound, common),
            Self::Execution(execution) => execution.run(bound, common),
            Self::Assessments(list) => list.run(bound, common),
            Self::Assessment(file) => file.run(bound, common),
            Self::AssessmentForm(form) => form.run(bound, common),
        }
    }

    /// Takes a key that is no action: text, or editing in a field.
    pub fn key(&mut self, key: Key, common: &mut Common) {
        match self {
            Self::Form(form) => form.key(key, common),
            Self::AssessmentForm(form) => form.key(key, common),
            Self::Import(import) => import.key(key, common),
            _ => {}
        }
    }

    /// Takes what is being typed into a prompt or into lines, opened by this screen.
    pub fn typing(&mut self, purpose: Purpose, texts: &[String], common: &mut Common) {
        match self {
            Self::Room(room) => {
                if let [text] = texts {
                    room.typing(purpose, text, common);
                }
            }
            Self::Registers(registers) => registers.typing(purpose, texts, common),
            Self::Record(record) => record.typing(purpose, texts, common),
            _ => {}
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, common: &mut Common) {
        match self {
            Self::Form(form) => form.paste(text, common),
            Self::AssessmentForm(form) => form.paste(text, common),
            Self::Import(import) => import.paste(text, common),
            _ => {}
        }
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        match self {
            Self::Case(case) => case.answer(ticket, reply, common),
            Self::Form(form) => form.answer(ticket, reply, common),
            Self::Journal(journal) => journal.answer(ticket, reply, common),
            Self::Sessions(sessions) => sessions.answer(ticket, reply, common),
            Self::Room(room) => room.answer(ticket, reply, common),
            Self::Wall(wall) => wall.answer(ticket, reply, common),
            Self::Import(import) => import.answer(ticket, reply, common),
            Self::Registers(registers) => registers.answer(ticket, reply, common),
            Self::Record(record) => record.answer(ticket, reply, common),
            Self::Board(board) => board.answer(ticket, reply, common),
            Self::Figure(figure) => figure.answer(ticket, reply, common),
            Self::Preparation(preparation) => preparation.answer(ticket, reply, common),
            Self::Execution(execution) => execution.answer(ticket, reply, common),
            Self::Assessments(list) => list.answer(ticket, reply, common),
            Self::Assessment(file) => file.answer(ticket, reply, common),
            Self::AssessmentForm(form) => form.answer(ticket, reply, common),
        }
    }

    /// Takes what a popup, opened by this screen, was told.
    pub fn told(&mut self, purpose: Purpose, said: Said, common: &mut Common) {
        match self {
            Self::Case(case) => case.told(purpose, said, common),
            Self::Form(form) => form.told(purpose, said, common),
            Self::Import(import) => import.told(purpose, &said, common),
            Self::Preparation(preparation) => preparation.told(purpose, &said, common),
            Self::Execution(execution) => execution.told(purpose, &said, common),
            Self::Registers(registers) => registers.told(purpose, &said, common),
            Self::Record(record) => record.told(purpose, &said, common),
            Self::Assessment(file) => file.told(purpose, &said, common),
            Self::AssessmentForm(form) => form.told(purpose, &said, common),
            Self::Journal(journal) => journal.told(purpose, &said, common),
            Self::Board(board) => board.told(purpose, &said, common),
            Self::Assessments(list) => list.told(purpose, &said, common),
            Self::Wall(_) | Self::Figure(_) => {}
            Self::Sessions(sessions) => sessions.told(purpose, said, common),
            Self::Room(room) => room.told(purpose, said, common),
        }
    }

    /// The file changed: asks again for what it shows.
    pub fn bell(&mut self, common: &mut Common) {
        match self {
            Self::Case(case) => case.bell(common),
            Self::Form(form) => form.bell(common),
            Self::Journal(journal) => journal.bell(common),
            Self::Sessions(sessions) => sessions.bell(common),
            Self::Room(room) => room.bell(common),
            Self::Wall(wall) => wall.bell(common),
            Self::Preparation(preparation) => preparation.bell(common),
            Self::Execution(execution) => execution.bell(common),
            Self::Assessments(list) => list.bell(common),
            Self::Assessment(file) => file.bell(common),
            Self::AssessmentForm(form) => form.bell(common),
            Self::Import(_) => {}
            Self::Registers(registers) => registers.bell(common),
            Self::Record(record) => record.bell(common),
            Self::Board(board) => board.bell(common),
            Self::Figure(figure) => figure.bell(common),
        }
    }

    /// Time went on.
    pub fn clock(&mut self, common: &mut Common) {
        match self {
            Self::Room(room) => room.clock(common),
            Self::Wall(wall) => wall.clock(common),
            _ => {}
        }
    }

    /// When what it shows of the time changes next.
    pub fn next_tick(&self, now: Instant) -> Option<Instant> {
        match self {
            Self::Room(room) => room.next_tick(now),
            Self::Wall(wall) => wall.next_tick(now),
            _ => None,
        }
    }

    /// The program is about to end: keeps what is typed.
    pub fn closing(&mut self, common: &mut Common) {
        match self {
            Self::Form(form) => form.closing(common),
            Self::AssessmentForm(form) => form.closing(common),
            _ => {}
        }
    }
}
