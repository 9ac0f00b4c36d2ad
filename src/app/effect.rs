//! What the screens want done outside themselves, and what comes back.
//!
//! Owns the two lists only. `run` carries the effects out; the app never touches the file or the terminal.

use std::borrow::Cow;
use std::sync::Arc;

use crate::domain::assessment::view::{AssessmentFile, AssessmentRow, Unassessed};
use crate::domain::command::{Command, Origin};
use crate::domain::execution::view::{TargetProgress, UnitProgress};
use crate::domain::export::{Export, Exported, Kept};
use crate::domain::facts::Entry;
use crate::domain::ids::{AssessmentId, RecordId, SessionId, TargetId, UnitId};
use crate::domain::intake::Intake;
use crate::domain::library::Standard;
use crate::domain::people::User;
use crate::domain::preparation::Preparation;
use crate::domain::query::Trace;
use crate::domain::refusal::Refusal;
use crate::domain::register::Register;
use crate::domain::register::view::{RecordFile, RegisterPage};
use crate::domain::report::{Board, FigureRow, Rows, Trend};
use crate::domain::session::view::{Here, Meeting, Presence, SessionRow, SessionView};
use crate::domain::unsent::Unsent;
use crate::domain::view::{CaseFile, Draft, QueueAsk, QueuePage, Tab, Tallies, Tally, UnitEvaluation, Window};

/// A question whose answer comes back as a `Reply` with the same `ticket`; an answer to an older ticket than the newest asked is dropped.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// Counts and money of tabs, under the filter that holds for each.
    Tallies {
        /// Budget year.
        year: i32,
        /// The tabs.
        tabs: Vec<Tab>,
    },
    /// Count and money of one tab under a filter: slower than the tallies, so asked apart.
    Filtered(Box<QueueAsk>),
    /// Rows of a queue.
    Queue(Box<QueueAsk>),
    /// A case file.
    Case(TargetId),
    /// The evaluations of a target's unit in the three years before.
    Evaluations(TargetId),
    /// The viewer's unsent text for a form.
    Draft {
        /// The target.
        target: TargetId,
        /// Which form.
        form: Cow<'static, str>,
    },
    /// The viewer's unsent texts.
    Unsent,
    /// The county's own standard indicators.
    Standards,
    /// How far each unit is with a period of monitoring and a year's evaluation.
    UnitProgress {
        /// The targets' year.
        year: i32,
        /// The period's id.
        period: String,
    },
    /// The approved targets of a unit with their form of a period and their evaluation.
    UnitTargets {
        /// The targets' year.
        year: i32,
        /// The unit.
        unit: UnitId,
        /// The period's id.
        period: String,
    },
    /// Who still has to hand in what for a year.
    Preparation(i32),
    /// The pre-assessments of a year, and the projects that lack one.
    Assessments(i32),
    /// A pre-assessment.
    Assessment(AssessmentId),
    /// The people of the file, for the people switch.
    Users,
    /// The joint sessions that the viewer may see.
    Sessions,
    /// The open session in which the viewer holds a seat.
    Meeting,
    /// A joint session with its items.
    Session(SessionId),
    /// Who is in a joint session now.
    Present(SessionId),
    /// The records of a register, of a year or of all.
    Register {
        /// Which.
        register: Register,
        /// The year.
        year: Option<i32>,
    },
    /// A record of a register.
    Record(RecordId),
    /// The board of a year.
    Board(i32),
    /// How the figures went over the years until one.
    Trend(i32),
    /// The rows behind a figure.
    Figure(Rows),
    /// The newest rows of the journal that fit.
    Journal {
        /// At most so many.
        limit: u32,
        /// What is looked for.
        trace: Trace,
    },
    /// Paths of the person's machine that begin with what is typed.
    Paths(String),
    /// The files to be imported at a path: the file itself, or the forms of a folder.
    Files(String),
    /// What importing a file would do, decided without writing.
    Foresee(String),
    /// A document given out to a file.
    Export(Box<Export>),
}

impl Ask {
    /// Whether it concerns rows beyond those in sight, which the screen does without for now.
    pub fn is_ahead(&self) -> bool {
        matches!(self, Self::Queue(ask) if matches!(ask.window, Window::After(_) | Window::Before(_)))
    }

    /// Whether it concerns files of the person's machine; what is read of the shared file for them is held by who reads it.
    pub const fn is_of_files(&self) -> bool {
        matches!(self, Self::Paths(_) | Self::Files(_) | Self::Foresee(_) | Self::Export(_))
    }
}

/// Something to be done outside the app.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read from the file.
    Read {
        /// Counts up; names the question.
        ticket: u64,
        /// The question.
        ask: Ask,
    },
    /// Change the file: all commands in one transaction, or none.
    Execute {
        /// Names the wish; the `Reply::Done` or `Reply::Refused` carries it.
        ticket: u64,
        /// The commands.
        commands: Vec<Command>,
        /// Whether a person typed them or a file says them: the way in, for the journal.
        origin: Origin,
    },
    /// Stop what a ticket names, if it is not done yet; a wish that is stopped is refused, and nothing was changed.
    Stop {
        /// The ticket.
        ticket: u64,
    },
    /// Keep the viewer's unsent text; `run` debounces (≤ 300 ms) and flushes on leave, signal and panic.
    SaveDraft(Draft),
    /// Forget the viewer's unsent text.
    DropDraft {
        /// The target.
        target: TargetId,
        /// Which form.
        form: Cow<'static, str>,
    },
    /// Tell the others in which joint session the viewer is; `run` waits a moment, because one moves on quickly.
    Here(Option<Presence>),
    /// From now on act and see as another person (demo files only).
    SwitchUser(String),
    /// Put text on the clipboard of the person's own machine.
    Copy(String),
    /// Keep the place (tab, filter, selection) for the next start.
    KeepPlace(String),
    /// Leave the screen to the shell until continued.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Leave the program.
    Quit,
}

/// What came back.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// Counts of tabs, and the year under review now.
    Tallies(Tallies, i32),
    /// Count of a filtered tab.
    Filtered(Tally),
    /// Rows of a queue.
    Queue(QueuePage),
    /// A case file; `None` when it is not there (any more) for this viewer.
    Case(Option<Arc<CaseFile>>),
    /// Evaluations of a target's unit, newest first.
    Evaluations(Vec<UnitEvaluation>),
    /// The county's own standard indicators, in their order.
    Standards(Vec<Standard>),
    /// Unsent text, if there is any.
    Draft(Option<Draft>),
    /// Unsent texts, the newest first.
    Unsent(Vec<Unsent>),
    /// How far each unit is.
    UnitProgress(Vec<UnitProgress>),
    /// A unit's approved targets.
    UnitTargets(Vec<TargetProgress>),
    /// Who still has to hand in what.
    Preparation(Box<Preparation>),
    /// The pre-assessments of a year, and the projects that lack one.
    Assessments(Vec<AssessmentRow>, Vec<Unassessed>),
    /// A pre-assessment; `None` when it is not there for this viewer.
    Assessment(Option<Box<AssessmentFile>>),
    /// The people of the file.
    Users(Vec<User>),
    /// The joint sessions, newest first.
    Sessions(Vec<SessionRow>),
    /// The open session in which the viewer holds a seat; `None` when there is none.
    Meeting(Option<Meeting>),
    /// A joint session; `None` when it is not there for this viewer.
    Session(Option<Arc<SessionView>>),
    /// Who is in the session now.
    Present(Vec<Here>),
    /// The records of a register.
    Register(Box<RegisterPage>),
    /// A record; `None` when it is not there for this viewer.
    Record(Option<Box<RecordFile>>),
    /// The board of a year; `None` for a viewer who does not see the whole county.
    Board(Option<Box<Board>>),
    /// How the figures went; nothing for who may not see it.
    Trend(Option<Box<Trend>>),
    /// The rows behind a figure.
    Figure(Vec<FigureRow>),
    /// Rows of the journal, newest first.
    Journal(Vec<Entry>),
    /// Paths.
    Paths(Vec<String>),
    /// Paths of files, or why there are none, in words.
    Files(Result<Vec<String>, String>),
    /// What importing a file would do.
    Foreseen(Box<Intake>),
    /// What was given out, or why nothing was.
    Exported(Result<Exported, Kept>),
    /// A long job goes on; its answer is still to come.
    Progress {
        /// How much is done.
        done: usize,
        /// Of how much.
        of: usize,
    },
    /// The commands were carried out: the targets concerned and what happened to each.
    Done(Vec<Entry>),
    /// They were refused, and nothing was changed.
    Refused(Refusal),
    /// The file could not be read; in words.
    Failed(String),
}
