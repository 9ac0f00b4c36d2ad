//! Importing files: a path is typed, what taking each file would do is shown, and what was accepted is taken, file by file.
//!
//! A folder's files are read one after another; leaving off in between keeps what was read, and what was taken stays taken.

use rust_i18n::t;

use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::{Ask, Effect, Reply};
use crate::app::key::Key;
use crate::app::keymap::Bound;
use crate::app::line::Line;
use crate::app::popup::{Confirm, Popup, Purpose, Said};
use crate::app::reason::Reason;
use crate::app::walk::turned;
use crate::domain::intake::{Foretold, Intake, Repeats};
use crate::domain::refusal::Refusal;

/// Importing files.
#[derive(Debug)]
pub struct Import {
    /// The path that is typed.
    pub path: Line,
    /// Paths that begin with it.
    pub offered: Vec<String>,
    /// Why the path could not be used.
    pub fault: Option<String>,
    /// How far it is.
    pub stage: Stage,
    /// The files.
    pub files: Vec<Sheaf>,
    /// The selected file.
    pub cursor: usize,
    /// The first file in sight.
    pub first: usize,
    /// Lines of the selected file's account that are scrolled away.
    pub scroll: usize,
    /// How many of how many projects of the file at work are done, as last told.
    pub progress: Option<(usize, usize)>,
    /// The file that is being taken, until it is known what came of it.
    at_work: Option<usize>,
    /// What the files read so far hand in.
    repeats: Repeats,
    ticket: u64,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// A path is typed.
    Asking,
    /// Files are read, one after another.
    Reading,
    /// What would happen is looked at.
    Looking,
    /// What was accepted is taken, one file after another.
    Taking,
}

/// A file of an import.
#[derive(Debug, Clone)]
pub struct Sheaf {
    /// Its path.
    pub path: String,
    /// What taking it would do; `None` until it is read.
    pub intake: Option<Intake>,
    /// Whether the person leaves it.
    pub left: bool,
    /// What came of taking it: nothing, or why it was refused.
    pub taken: Option<Result<(), String>>,
}

impl Sheaf {
    /// Whether it will be taken when the person goes on.
    pub fn is_accepted(&self) -> bool {
        !self.left && self.taken.is_none() && self.intake.as_ref().is_some_and(Intake::is_takeable)
    }
}

impl Import {
    /// Asks for a path.
    pub fn open(common: &mut Common) -> Self {
        let mut import = Self {
            path: Line::default(),
            offered: Vec::new(),
            fault: None,
            stage: Stage::Asking,
            files: Vec::new(),
            cursor: 0,
            first: 0,
            scroll: 0,
            progress: None,
            at_work: None,
            repeats: Repeats::default(),
            ticket: 0,
        };
        import.ask_paths(common);
        import
    }

    /// Whether the path is typed.
    pub fn is_typing(&self) -> bool {
        self.stage == Stage::Asking
    }

    /// The selected file.
    pub fn selected(&self) -> Option<&Sheaf> {
        self.files.get(self.cursor)
    }

    /// How many files are read.
    pub fn read(&self) -> usize {
        self.files.iter().filter(|file| file.intake.is_some()).count()
    }

    /// How many files are taken.
    pub fn taken(&self) -> usize {
        self.files.iter().filter(|file| file.taken.is_some()).count()
    }

    /// Rows of the list of files on a screen of so many rows.
    pub fn list_rows(&self, screen: u16) -> usize {
        self.files.len().clamp(1, usize::from(screen / 3).max(3))
    }

    /// Whether an action can be done now.
    ///
    /// # Errors
    /// The reason.
    pub fn available(&self, action: Action, _common: &Common) -> Result<(), Reason> {
        let busy = matches!(self.stage, Stage::Reading | Stage::Taking) || self.at_work.is_some();
        match action {
            Action::Accept if busy => Err(Reason::Words("reason.import-busy")),
            Action::Accept if self.stage == Stage::Looking && !self.files.iter().any(Sheaf::is_accepted) => {
                Err(Reason::Words("reason.import-nothing"))
            }
            Action::Mark if self.stage != Stage::Looking => Err(Reason::Words("reason.import-not-yet")),
            Action::Mark if !self.selected().and_then(|file| file.intake.as_ref()).is_some_and(Intake::is_takeable) => {
                Err(Reason::Words("reason.import-not-takeable"))
            }
            _ => Ok(()),
        }
    }

    /// Does an action that is available.
    pub fn run(&mut self, bound: Bound, common: &mut Common) {
        let page = self.list_rows(common.size.1);
        match bound.action {
            Action::Accept if self.stage == Stage::Asking => self.ask_files(common),
            Action::Accept => self.confirm(common),
            Action::NextField if self.stage == Stage::Asking => self.complete(common),
            Action::Mark => {
                if let Some(file) = self.files.get_mut(self.cursor) {
                    file.left = !file.left;
                }
                self.go(self.cursor + 1, page);
            }
            Action::Back => self.back(common),
            Action::Up => self.go(self.cursor.saturating_sub(1), page),
            Action::Down => self.go(self.cursor + 1, page),
            Action::Top => self.go(0, page),
            Action::Bottom => self.go(usize::MAX, page),
            action @ (Action::HalfUp | Action::PageUp | Action::HalfDown | Action::PageDown) => {
                self.scroll = turned(action, self.scroll, common.end).unwrap_or(self.scroll);
            }
            _ => {}
        }
    }

    fn go(&mut self, to: usize, page: usize) {
        self.cursor = to.min(self.files.len().saturating_sub(1));
        // The selected file stays in sight.
        self.first = self.first.min(self.cursor).max((self.cursor + 1).saturating_sub(page.max(1)));
        self.scroll = 0;
    }

    /// Leaves off what goes on, else goes back to the path, else leaves.
    fn back(&mut self, common: &mut Common) {
        match self.stage {
            Stage::Reading | Stage::Taking => {
                // The answer is still heard: it says whether the file was taken before it could be stopped.
                common.effect(Effect::Stop { ticket: self.ticket });
                self.progress = None;
                self.stage = Stage::Looking;
            }
            Stage::Looking if self.files.iter().any(|file| file.taken.is_some()) => common.close(),
            Stage::Looking => {
                self.ticket = 0;
                self.files.clear();
                (self.cursor, self.first, self.scroll) = (0, 0, 0);
                self.stage = Stage::Asking;
                self.path.select();
                self.ask_paths(common);
            }
            Stage::Asking => common.close(),
        }
    }

    /// Takes a key that is no action: text.
    pub fn key(&mut self, key: Key, common: &mut Common) {
        if self.path.key(key) {
            self.typed(common);
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, common: &mut Common) {
        self.path.insert(text.trim());
        self.typed(common);
    }

    fn typed(&mut self, common: &mut Common) {
        self.fault = None;
        self.ask_paths(common);
    }

    fn ask_paths(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Paths(self.path.text().to_owned()));
    }

    fn ask_files(&mut self, common: &mut Common) {
        self.ticket = common.read(Ask::Files(self.path.text().trim().to_owned()));
    }

    /// Types on as far as all offered paths agree.
    fn complete(&mut self, common: &mut Common) {
        let Some(first) = self.offered.first() else { return };
        let agreed = self.offered.iter().fold(first.as_str(), |agreed, path| {
            let same = agreed.char_indices().zip(path.chars()).find(|((_, a), b)| a != b).map(|((at, _), _)| at);
            agreed.get(..same.unwrap_or(agreed.len().min(path.len()))).unwrap_or_default()
        });
        if agreed.len() > self.path.text().len() {
            self.path.set(agreed.to_owned());
            self.typed(common);
        }
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        if ticket != self.ticket || ticket == 0 {
            return;
        }
        common.touch();
        match reply {
            Reply::Paths(offered) => self.offered.clone_from(offered),
            Reply::Files(Err(fault)) => self.fault = Some(fault.clone()),
            Reply::Files(Ok(paths)) => {
                let sheaf = |path: &String| Sheaf { path: path.clone(), intake: None, left: false, taken: None };
                self.files = paths.iter().map(sheaf).collect();
                self.repeats = Repeats::default();
                self.stage = Stage::Reading;
                self.read_next(common);
            }
            Reply::Progress { done, of } => {
                self.progress = Some((*done, *of)).filter(|_| self.stage != Stage::Looking);
            }
            Reply::Foreseen(_) if self.stage != Stage::Reading => {}
            Reply::Foreseen(intake) => {
                if let Some(file) = self.files.iter_mut().find(|file| file.path == intake.path) {
                    let mut intake = (**intake).clone();
                    intake.beside(&mut self.repeats);
                    file.intake = Some(intake);
                }
                self.read_next(common);
            }
            Reply::Done(_) => self.took(Ok(()), common),
            Reply::Refused(Refusal::Stopped) => {
                self.at_work = None;
                common.tell(Refusal::Stopped.words());
            }
            Reply::Refused(refusal) => self.took(Err(refusal.words()), common),
            _ => {}
        }
    }

    fn read_next(&mut self, common: &mut Common) {
        self.progress = None;
        match self.files.iter().find(|file| file.intake.is_none()) {
            Some(file) if self.stage == Stage::Reading => self.ticket = common.read(Ask::Foresee(file.path.clone())),
            _ => self.stage = Stage::Looking,
        }
    }

    /// Shows what will happen, by count and money, before it does.
    fn confirm(&self, common: &mut Common) {
        let accepted: Vec<&Intake> =
            self.files.iter().filter(|file| file.is_accepted()).filter_map(|file| file.intake.as_ref()).collect();
        let Foretold { created, amount, changed, evaluated, recorded } = Foretold::of(accepted.iter().copied());
        let mut lines = vec![
            t!("import.will-create", count = created, amount = amount.wan()).into_owned(),
            t!("import.will-change", count = changed).into_owned(),
            t!("import.will-record", count = evaluated).into_owned(),
        ];
        if recorded > 0 {
            lines.push(t!("import.will-keep", count = recorded).into_owned());
        }
        let wrong =
            self.files.iter().filter_map(|file| file.intake.as_ref()).filter(|intake| intake.is_wrong()).count();
        if wrong > 0 {
            lines.push(t!("import.will-refuse", count = wrong).into_owned());
        }
        let title = t!("import.confirm", count = accepted.len()).into_owned();
        common.popup(Popup::Confirm(Confirm::new(Purpose::Import, title, lines)));
    }

    /// Takes what the question before the import was told.
    pub fn told(&mut self, purpose: Purpose, said: &Said, common: &mut Common) {
        if purpose == Purpose::Import && *said == Said::Yes {
            self.stage = Stage::Taking;
            self.take_next(common);
        }
    }

    fn take_next(&mut self, common: &mut Common) {
        self.progress = None;
        let next = self.files.iter().position(Sheaf::is_accepted).filter(|_| self.stage == Stage::Taking);
        let commands = next.and_then(|at| self.files.get(at)?.intake.as_ref().map(|intake| intake.commands.clone()));
        if let (Some(at), Some(commands)) = (next, commands) {
            let page = self.list_rows(common.size.1);
            self.go(at, page);
            self.at_work = Some(at);
            self.ticket = common.take_in(commands);
            return;
        }
        self.stage = Stage::Looking;
        let (mut taken, mut refused) = (0, 0);
        for result in self.files.iter().filter_map(|file| file.taken.as_ref()) {
            *(if result.is_ok() { &mut taken } else { &mut refused }) += 1;
        }
        common.tell(t!("import.done", taken = taken, refused = refused));
    }

    fn took(&mut self, result: Result<(), String>, common: &mut Common) {
        if let Some(file) = self.at_work.take().and_then(|at| self.files.get_mut(at)) {
            file.taken = Some(result);
        }
        self.take_next(common);
    }
}
