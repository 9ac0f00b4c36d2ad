//! The places where keys mean something.

use std::ops::BitOr;

/// A set of places: screens, and popups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Contexts(u32);

impl Contexts {
    /// The queue.
    pub const QUEUE: Self = Self(1);
    /// A case file.
    pub const CASE: Self = Self(1 << 1);
    /// A form; plain characters go to its fields first.
    pub const FORM: Self = Self(1 << 2);
    /// The newest rows of the journal.
    pub const JOURNAL: Self = Self(1 << 3);
    /// Any popup; plain characters go to its field first, if it has one.
    pub const POPUP: Self = Self(1 << 4);
    /// The list of joint sessions.
    pub const SESSIONS: Self = Self(1 << 5);
    /// A joint session.
    pub const ROOM: Self = Self(1 << 6);
    /// The wall of a joint session.
    pub const WALL: Self = Self(1 << 7);
    /// Importing files; plain characters go to the path first.
    pub const IMPORT: Self = Self(1 << 9);
    /// The registers of the year.
    pub const REGISTERS: Self = Self(1 << 10);
    /// A record of a register.
    pub const RECORD: Self = Self(1 << 11);
    /// The year board.
    pub const BOARD: Self = Self(1 << 12);
    /// The rows behind a figure.
    pub const FIGURE: Self = Self(1 << 13);
    /// How far desks and units are with monitoring and evaluation.
    pub const EXECUTION: Self = Self(1 << 14);
    /// The pre-assessments of a year.
    pub const ASSESSMENTS: Self = Self(1 << 15);
    /// A pre-assessment.
    pub const ASSESSMENT: Self = Self(1 << 16);
    /// Who still has to hand in what.
    pub const PREPARATION: Self = Self(1 << 17);
    /// Screens on which nothing is typed.
    pub const READ: Self = Self(
        Self::QUEUE.0
            | Self::CASE.0
            | Self::JOURNAL.0
            | Self::SESSIONS.0
            | Self::ROOM.0
            | Self::REGISTERS.0
            | Self::RECORD.0
            | Self::BOARD.0
            | Self::FIGURE.0
            | Self::EXECUTION.0
            | Self::ASSESSMENTS.0
            | Self::ASSESSMENT.0
            | Self::PREPARATION.0,
    );
    /// Screens on which something is done: all but the wall.
    pub const WORK: Self = Self(Self::READ.0 | Self::FORM.0 | Self::IMPORT.0);
    /// Screens.
    pub const SCREEN: Self = Self(Self::WORK.0 | Self::WALL.0);
    /// Screens and popups with a list.
    pub const LIST: Self = Self(Self::READ.0 | Self::WALL.0 | Self::IMPORT.0 | Self::POPUP.0);
    /// Everywhere.
    pub const ALL: Self = Self(Self::SCREEN.0 | Self::POPUP.0);

    /// The single places with their stable ids, which are also the keys of their names.
    pub const EACH: [(Self, &'static str); 17] = [
        (Self::QUEUE, "queue"),
        (Self::CASE, "case"),
        (Self::FORM, "form"),
        (Self::JOURNAL, "journal"),
        (Self::SESSIONS, "sessions"),
        (Self::ROOM, "room"),
        (Self::WALL, "wall"),
        (Self::IMPORT, "import"),
        (Self::REGISTERS, "registers"),
        (Self::RECORD, "record"),
        (Self::BOARD, "board"),
        (Self::FIGURE, "figure"),
        (Self::EXECUTION, "execution"),
        (Self::ASSESSMENTS, "assessments"),
        (Self::ASSESSMENT, "assessment"),
        (Self::PREPARATION, "preparation"),
        (Self::POPUP, "popup"),
    ];

    /// Whether the sets share a place.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together, for tables.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOr for Contexts {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}
