//! The one table of actions, from which the key map, the hint line, the help, the palette, the names of the
//! configuration and the lists of keys are made.
//!
//! Owns what can be done and by which keys it is done at first. What an action does is its screen's; whether it can be
//! done now is asked of the screen too (`App::available`), and a disabled action says why.

mod context;
mod rows;
mod table;

use std::sync::LazyLock;

use rust_i18n::t;

pub use context::Contexts;
pub use rows::{KeyRow, key_rows};
pub use table::{ACTIONS, Action};

/// What the table says of an action.
#[derive(Debug)]
pub struct Info {
    /// The action.
    pub action: Action,
    /// Its name in the configuration and the key of its words (`action.NAME.title`, `action.NAME.help`).
    pub name: &'static str,
    /// The keys by which it is done unless configured otherwise; the first is shown.
    pub keys: &'static [&'static str],
    /// Where it is known.
    pub contexts: Contexts,
    /// How much it deserves a place on the hint line; 0 for none.
    pub hint: u8,
    /// Under which heading the help lists it.
    pub group: Group,
}

/// A heading of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// What moves targets on.
    Act,
    /// The joint session.
    Session,
    /// The registers, the board and the report of the year.
    Year,
    /// Finding and ordering.
    Find,
    /// Moving about.
    Move,
    /// Writing in forms.
    Write,
    /// The program itself.
    Program,
}

impl Group {
    /// All headings in the order of the help.
    pub const ALL: [Self; 7] =
        [Self::Act, Self::Session, Self::Year, Self::Find, Self::Move, Self::Write, Self::Program];

    /// The heading in the user's language.
    pub fn title(self) -> String {
        let key = match self {
            Self::Act => "action-group.act",
            Self::Session => "action-group.session",
            Self::Year => "action-group.year",
            Self::Find => "action-group.find",
            Self::Move => "action-group.move",
            Self::Write => "action-group.write",
            Self::Program => "action-group.program",
        };
        t!(key).into_owned()
    }
}

impl Action {
    /// Whether it changes nothing but what is seen, and so can always be done: moving about, reading again, leaving.
    pub fn only_looks(self) -> bool {
        self.info().group == Group::Move || matches!(self, Self::Back | Self::Reload)
    }
}

/// The actions that have a place on the hint line, those that deserve it most first, else in the order of the table.
pub fn hinted() -> &'static [&'static Info] {
    static HINTED: LazyLock<Vec<&'static Info>> = LazyLock::new(|| {
        let mut hinted: Vec<&Info> = ACTIONS.iter().filter(|info| info.hint > 0).collect();
        hinted.sort_by_key(|info| std::cmp::Reverse(info.hint));
        hinted
    });
    &HINTED
}

impl Info {
    /// Two or four characters for the hint line and the palette, in the user's language.
    pub fn title(&self) -> String {
        t!(format!("action.{}.title", self.name)).into_owned()
    }

    /// What it does, in one sentence in the user's language.
    pub fn help(&self) -> String {
        t!(format!("action.{}.help", self.name)).into_owned()
    }
}

#[cfg(test)]
mod tests;
