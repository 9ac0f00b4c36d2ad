//! What lies over the screens: one stack of one enum, of which the top gets the keys.
//!
//! A popup asks something and ends with an [`Outcome`]; what follows from it is its opener's business ([`Purpose`]).

mod choice;
mod confirm;
mod export;
mod fields;
mod palette;
mod prompt;
mod quick;
mod shelf;

pub use choice::{Choice, Item};
pub use confirm::Confirm;
pub use export::{ExportField, ExportForm, document_word};
pub use fields::{Fields, Named};
pub use palette::{Entry, Palette};
pub use prompt::Prompt;
pub use quick::{Quick, QuickField};
pub use shelf::Shelf;

use super::action::Action;
use super::key::Key;
use super::keymap::Bound;
use super::line::Line;
use crate::domain::command::Verdict;
use crate::domain::export::{Document, Format};
use crate::domain::grade::Grade;
use crate::domain::library::Standard;

/// Something over the screens.
#[derive(Debug, Clone)]
pub enum Popup {
    /// A question whose answer is yes or, by default, no.
    Confirm(Confirm),
    /// One of several things.
    Choice(Choice),
    /// A line of text.
    Prompt(Prompt),
    /// Several lines of text.
    Fields(Fields),
    /// One grade for all criteria and an opinion: quick pass and return.
    Quick(Quick),
    /// Which document goes out, and where.
    Export(ExportForm),
    /// What the keys do here: the list of actions with a sentence each.
    Help(Palette),
    /// An action by name.
    Palette(Palette),
    /// The indicator library.
    Library(Box<Shelf>),
}

/// What a popup was opened for; goes back to its opener with what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Quick pass or return of the queue's targets.
    Quick,
    /// Handing the queue's targets in.
    Submit,
    /// The reason of a withdrawal.
    Withdraw,
    /// What it rests on that a target is a key project, or none any more.
    KeyProject,
    /// Undoing the last act on a target.
    Undo,
    /// The person to act as.
    Person,
    /// The unsent text to go on with.
    Unsent,
    /// The other side of a link between an item and an indicator.
    Link,
    /// Confirming all links that the program is certain of.
    ConfirmLinks,
    /// The evaluation in which an earlier indicator is chosen.
    MatchYear,
    /// The earlier indicator that is the same thing.
    Match,
    /// Whether an evaluation is the target's.
    Priors,
    /// Why a finding may stand.
    Waive,
    /// The finding that goes into the opinion.
    Finding,
    /// The standard indicator that is taken from the library.
    Library,
    /// Throwing away what is typed into a form.
    Discard,
    /// What is said of the execution of a target.
    Execution,
    /// Sending a form whose consequences were shown.
    Send,
    /// Taking files whose consequences were shown.
    Import,
    /// The document that is to go out, and where.
    Export,
    /// Whether a file that is there may be replaced.
    Replace,
    /// Something about a joint session.
    Session(About),
    /// Something about a record of a register.
    Register(Keeping),
    /// What rows of the journal are looked for.
    Trace,
}

/// What a popup of the registers asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// A new record.
    New,
    /// What a record is to say, and why.
    Correct,
    /// Why a record is removed.
    Remove,
    /// The words to look for.
    Search,
}

/// What a popup of a joint session asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Name, day, quorum and minutes of a new one.
    New,
    /// Whether to put what the queue offers on the agenda.
    Items,
    /// Whom to seat.
    Member,
    /// On which seat.
    Seat,
    /// In which order the agenda goes.
    Order,
    /// Whether to take an item off the agenda, or a member out.
    Remove,
    /// Who stands aside, or does no more.
    Recused,
    /// Why somebody stands aside.
    Recusal,
    /// Whether to list all that may be on the consent list.
    Consent,
    /// Whether to pass the consent list.
    Pass,
    /// Whether to open the session.
    Begin,
    /// Whether to reveal before all ballots are in.
    Reveal,
    /// Why to ballot again.
    Reballot,
    /// Why to put the item off.
    Defer,
    /// Whose ballot the recorder enters.
    Voter,
    /// Who dissents, for the recorder.
    Dissenter,
    /// Whether to take the last decision back.
    Undo,
    /// Whether to close the session.
    Adjourn,
    /// Into which folder the letters are written.
    Notices,
    /// What is written into the minutes of the whole session.
    Note,
    /// Which results are shown.
    Filter,
}

/// What was said to a popup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Yes.
    Yes,
    /// The item of this number, from 0.
    Chosen(usize),
    /// This text.
    Text(String),
    /// These texts, in the order of the lines.
    Texts(Vec<String>),
    /// A standard indicator of the library.
    Standard(Box<Standard>),
    /// A document, its kind of file, and the file.
    Wanted(Document, Format, String),
    /// A verdict with one grade for all criteria, and an opinion.
    Graded(Verdict, Grade, String),
}

/// What becomes of a popup after a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It stays.
    Stay,
    /// It goes, and nothing happens.
    Close,
    /// It goes, and its opener is told.
    Tell(Purpose, Said),
    /// It goes, and an action is done.
    Run(Bound),
}

impl Popup {
    /// Whether a text field has the focus, so that plain characters are text.
    pub const fn is_typing(&self) -> bool {
        match self {
            Self::Prompt(_) | Self::Fields(_) | Self::Palette(_) | Self::Help(_) | Self::Library(_) => true,
            Self::Quick(quick) => quick.is_typing(),
            Self::Export(form) => matches!(form.field, ExportField::Path),
            Self::Confirm(_) | Self::Choice(_) => false,
        }
    }

    /// Whether an action means something in this popup: what the hints show.
    pub const fn knows(&self, action: Action) -> bool {
        match action {
            Action::Accept | Action::Back => true,
            Action::Grade => matches!(self, Self::Quick(quick) if !quick.is_typing()),
            Action::NextField | Action::PreviousField => {
                matches!(self, Self::Quick(_) | Self::Fields(_) | Self::Export(_))
            }
            _ => false,
        }
    }

    /// Takes an action of the popup context.
    pub fn run(&mut self, bound: Bound) -> Outcome {
        if bound.action == Action::Back {
            return Outcome::Close;
        }
        match self {
            Self::Confirm(confirm) => confirm.run(bound),
            Self::Choice(choice) => choice.run(bound),
            Self::Prompt(prompt) => prompt.run(bound),
            Self::Fields(fields) => fields.run(bound),
            Self::Quick(quick) => quick.run(bound),
            Self::Export(form) => form.run(bound),
            Self::Help(palette) | Self::Palette(palette) => palette.run(bound),
            Self::Library(shelf) => shelf.run(bound),
        }
    }

    /// Takes a key that is no action: text, or editing in its field.
    pub fn key(&mut self, key: Key) -> Outcome {
        match self {
            Self::Confirm(confirm) => return confirm.key(key),
            Self::Choice(_) => {}
            Self::Prompt(prompt) => prompt.key(key),
            Self::Fields(fields) => fields.key(key),
            Self::Export(form) => form.key(key),
            Self::Quick(quick) => return quick.key(key),
            Self::Help(palette) | Self::Palette(palette) => palette.key(key),
            Self::Library(shelf) => shelf.key(key),
        }
        Outcome::Stay
    }

    /// Says why what was told could not be done; a popup that has no place for it gives the words back.
    pub fn blame(&mut self, words: String) -> Option<String> {
        match self {
            Self::Prompt(prompt) => prompt.fault = Some(words),
            Self::Fields(fields) => fields.fault = Some(words),
            Self::Quick(quick) => quick.fault = Some(words),
            Self::Export(form) => form.fault = Some(words),
            Self::Confirm(_) | Self::Choice(_) | Self::Help(_) | Self::Palette(_) | Self::Library(_) => {
                return Some(words);
            }
        }
        None
    }

    /// The line of words that is typed for a person to read, if the popup asks for one.
    pub const fn words_mut(&mut self) -> Option<&mut Line> {
        match self {
            Self::Prompt(prompt) => Some(&mut prompt.line),
            Self::Quick(quick) => Some(&mut quick.opinion),
            _ => None,
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        match self {
            Self::Confirm(_) | Self::Choice(_) => {}
            Self::Prompt(prompt) => prompt.line.insert(text),
            Self::Fields(fields) => fields.paste(text),
            Self::Quick(quick) => quick.paste(text),
            Self::Export(form) => form.paste(text),
            Self::Help(palette) | Self::Palette(palette) => palette.paste(text),
            Self::Library(shelf) => shelf.paste(text),
        }
    }
}
