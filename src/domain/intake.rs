//! What taking a file would do: what was read from it, what is wrong, and what each project would become. Nothing is written.

pub mod category;
pub mod doubt;
mod foretold;
pub mod publication;
mod repeat;

use jiff::civil::Date;
use rust_i18n::t;

use super::command::Command;
use super::event::Event;
use super::facts::{Answer, Facts};
use super::handin::{HandIn, HandedForm, HandedRecord, Problem, Severity};
use super::money::Money;
use super::people::User;
use super::refusal::Refusal;
pub use foretold::Foretold;
pub use repeat::Repeats;

/// A file, read and decided upon.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Intake {
    /// The file's path.
    pub path: String,
    /// Why it could not be read at all, in words.
    pub fault: Option<String>,
    /// What was met while reading.
    pub problems: Vec<Problem>,
    /// What it hands in, in its order.
    pub items: Vec<Item>,
    /// The commands that take it: all in one transaction, or none.
    pub commands: Vec<Command>,
}

/// A target or an evaluation of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The unit's name.
    pub unit: String,
    /// The project's name.
    pub project: String,
    /// The year's amount of a target, the year's budget of an evaluation.
    pub amount: Option<Money>,
    /// Count of indicators.
    pub indicators: usize,
    /// Where it stands in the file.
    pub place: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a project of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// A new target.
    Created,
    /// A new round of a target that is there.
    Changed,
    /// Nothing: the file says what is there already.
    Same,
    /// An evaluation is recorded.
    Evaluated,
    /// A record comes into its register.
    Recorded,
    /// A record of a register is corrected.
    Corrected,
    /// A pre-assessment or monitoring is filled in, or a pre-assessment reviewed.
    Filled,
    /// It is refused, in words; so is the whole file.
    Refused(String),
}

impl Fate {
    /// What the events of one command, or its refusal, mean.
    pub fn of(made: &Result<Vec<Event>, Refusal>) -> Self {
        let events = match made {
            Ok(events) => events,
            Err(refusal) => return Self::Refused(refusal.words()),
        };
        let has = |test: fn(&Event) -> bool| events.iter().any(test);
        if has(|event| matches!(event, Event::TargetRegistered { .. })) {
            Self::Created
        } else if has(|event| matches!(event, Event::SubmissionReceived { .. })) {
            Self::Changed
        } else if has(|event| matches!(event, Event::EvaluationRecorded { .. })) {
            Self::Evaluated
        } else if has(|event| matches!(event, Event::RegisterRecorded { .. })) {
            Self::Recorded
        } else if has(|event| matches!(event, Event::RegisterCorrected { .. })) {
            Self::Corrected
        } else if has(|event| matches!(event, Event::Assessment { .. } | Event::Execution { .. })) {
            Self::Filled
        } else {
            Self::Same
        }
    }
}

impl Intake {
    /// A file that could not be read.
    pub fn unreadable(path: &str, fault: String) -> Self {
        Self { path: path.to_owned(), fault: Some(fault), ..Self::default() }
    }

    /// A file that was read; `decide` tells what each command would do. A file with errors is decided upon by nobody.
    pub fn of(path: &str, read: HandIn, decide: impl FnOnce(&[Command]) -> Result<Vec<Fate>, Refusal>) -> Self {
        let items = items(&read);
        let refused = read.is_refused();
        let problems = read.problems.clone();
        let commands = commands(read, path);
        let mut out = Self { path: path.to_owned(), problems, items, commands, fault: None };
        if refused || out.commands.is_empty() {
            return out;
        }
        match decide(&out.commands) {
            Ok(fates) => out.items.iter_mut().zip(fates).for_each(|(item, fate)| item.fate = fate),
            Err(refusal) => out.fault = Some(refusal.words()),
        }
        out
    }

    /// Tells where another file, read before, says something else of the same project.
    pub fn beside(&mut self, others: &mut Repeats) {
        let places: Vec<String> = self.items.iter().map(|item| item.place.clone()).collect();
        let told = others.note(&self.path, &self.commands, &places);
        self.problems.extend(told);
    }

    /// Whether it can be taken: it was read, nothing in it is an error, nothing of it is refused, and something would change.
    pub fn is_takeable(&self) -> bool {
        !self.is_wrong() && self.items.iter().any(|item| item.fate != Fate::Same)
    }

    /// Whether nothing of it is taken until it was put right.
    pub fn is_wrong(&self) -> bool {
        self.fault.is_some()
            || self.problems.iter().any(|one| one.severity == Severity::Error)
            || self.items.iter().any(|item| matches!(item.fate, Fate::Refused(_)))
    }

    /// How many of its projects have a fate.
    pub fn count(&self, test: impl Fn(&Fate) -> bool) -> usize {
        self.items.iter().filter(|item| test(&item.fate)).count()
    }

    /// How many problems are of a severity.
    pub fn problems_of(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|one| one.severity == severity).count()
    }
}

/// The commands that take what was read, in the order of [`HandIn`]: targets, evaluations, records, other forms. A record that is there with other
/// contents is corrected, with the file as the reason.
pub fn commands(read: HandIn, file: &str) -> Vec<Command> {
    let reason = t!("register.import-reason", file = name_of(file)).into_owned();
    let targets = read.targets.into_iter().map(|target| Command::HandIn(Box::new(target)));
    let evaluations = read.evaluations.into_iter().map(|one| Command::RecordEvaluation(Box::new(one)));
    let record = |one: HandedRecord| Command::Record { contents: Box::new(one.record), reason: reason.clone() };
    let forms = read.forms.into_iter().map(HandedForm::command);
    targets.chain(evaluations).chain(read.records.into_iter().map(record)).chain(forms).collect()
}

/// The name of a file without its folders.
fn name_of(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

/// Looks over what was read from a file with what the county's own file knows: categories become the county's, and what is doubtful
/// beside approved targets and earlier evaluations is told, and what is to be told of records as of `today`.
///
/// # Errors
/// The county's file cannot be read.
pub fn look_over(read: &mut HandIn, file: &str, (viewer, today): (&User, Date), facts: &impl Facts) -> Answer<()> {
    category::settle(read, file, &facts.procedure().categories);
    publication::against(read, file, today, facts)?;
    doubt::against(read, file, viewer, facts)
}

/// Where the targets, evaluations, records and other forms of a file stand, in this order.
pub fn places(read: &HandIn) -> Vec<String> {
    let target = |at: usize| read.places.targets.get(at).cloned().unwrap_or_default();
    let evaluation = |at: usize| read.places.evaluations.get(at).map_or_else(String::new, |one| one.project.clone());
    let targets = (0..read.targets.len()).map(target);
    let evaluations = (0..read.evaluations.len()).map(evaluation);
    let records = read.records.iter().map(|one| one.place.clone());
    targets.chain(evaluations).chain(records).chain(read.places.forms.iter().cloned()).collect()
}

fn items(read: &HandIn) -> Vec<Item> {
    let targets = read.targets.iter().map(|target| Item {
        unit: target.unit.name.clone(),
        project: target.project.name.clone(),
        amount: target.submission.amount,
        indicators: target.submission.indicators.len(),
        place: String::new(),
        fate: Fate::Same,
    });
    let evaluations = read.evaluations.iter().map(|one| Item {
        unit: one.unit.name.clone(),
        project: one.project.name.clone(),
        amount: one.budget,
        indicators: one.indicators.len(),
        place: String::new(),
        fate: Fate::Same,
    });
    let records = read.records.iter().map(|one| Item {
        unit: one.record.unit().map_or_else(|| one.record.register().name(), |unit| unit.name.clone()),
        project: one.record.title(),
        amount: one.record.amount(),
        indicators: 0,
        place: String::new(),
        fate: Fate::Same,
    });
    let forms = read.forms.iter().map(|one| Item {
        unit: one.of().0.name.clone(),
        project: one.of().1.name.clone(),
        amount: one.amount(),
        indicators: one.count(),
        place: String::new(),
        fate: Fate::Same,
    });
    let all = targets.chain(evaluations).chain(records).chain(forms).zip(places(read));
    all.map(|(item, place)| Item { place, ..item }).collect()
}
