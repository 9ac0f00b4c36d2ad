//! `import FILE…`: reads forms and takes them, all or nothing per file.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, arg, switch};
use super::context::{Context, DATABASE};
use super::failure::Failure;
use super::number;
use super::progress::Progress;
use crate::domain::command::Origin;
use crate::domain::event::Event;
use crate::domain::facts::Entry as JournalEntry;
use crate::domain::handin::{HandIn, Problem, Severity};
use crate::domain::intake::{Repeats, commands, places};
use crate::domain::people::User;
use crate::domain::refusal::Refusal;
use crate::domain::register::Register;
use crate::domain::target::UnitName;
use crate::exchange::out::io_words;
use crate::exchange::schema::HandInJson;
use crate::exchange::{self, Kind};
use crate::store::Store;

/// What a file may be said to hold: the names of registers among them.
const KINDS: [&str; 15] = [
    "targets",
    "evaluations",
    "assessments",
    "monitoring",
    "auto",
    "document",
    "group",
    "window",
    "disclosure",
    "allocation",
    "poverty",
    "inspection",
    "training",
    "publicity",
    "subordinate",
];

pub(super) const ENTRY: Entry = Entry { name: "import", arguments, run };

fn arguments(command: Command) -> Command {
    command
        .arg(arg("import", "files").required(true).num_args(1..).value_name("FILE"))
        .arg(
            arg("import", "kind")
                .long("kind")
                .value_name("KIND")
                .value_parser(PossibleValuesParser::new(KINDS))
                .default_value("auto")
                .hide_default_value(true)
                .hide_possible_values(true),
        )
        .arg(arg("import", "year").long("year").value_name("N").value_parser(number::year()))
        .arg(arg("import", "unit").long("unit").value_name("NAME"))
        .arg(switch("import", "dry-run"))
        .arg(switch("import", "json"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let files = matches.get_many::<String>("files").into_iter().flatten();
    let (mut all, mut unread) = (Vec::new(), Vec::new());
    let mut foresight = Foresight::of(context, matches);
    let mut worst: Option<Failure> = None;
    let mut progress = Progress::new(|done, of| t!("cli.import.progress", done = done, of = of).into_owned());
    for name in files {
        let outcome = read_file(name, matches).and_then(|mut read| {
            if !matches.get_flag("dry-run") {
                return take(context, &mut progress, name, read, matches);
            }
            foresight.tell(name, &mut read)?;
            let refused = read.is_refused();
            if !matches.get_flag("json") {
                preview(context, name, &read)?;
            }
            all.push(read);
            if refused { Err(Failure::Said(1)) } else { Ok(()) }
        });
        match outcome {
            Ok(()) => {}
            Err(Failure::Closed) => return Err(Failure::Closed),
            Err(failure) => {
                super::report(&failure);
                unread.extend(failure.words().map(|words| problem_of(name, words)));
                worst = Some(graver(worst, failure));
            }
        }
    }
    if matches.get_flag("dry-run") && matches.get_flag("json") {
        let met = all.iter().flat_map(|read: &HandIn| read.problems.iter().cloned());
        let problems: Vec<Problem> = met.chain(unread).collect();
        context.json(&HandInJson::new(&all, &problems))?;
    }
    worst.map_or(Ok(()), |failure| Err(Failure::Said(failure.number())))
}

/// What a dry run can tell beside what a file says by itself: what the county's file knows, if there is one and the person may read it,
/// and what the files before say of the same project.
struct Foresight {
    county: Option<(Store, User)>,
    repeats: Repeats,
}

impl Foresight {
    fn of(context: &Context, matches: &ArgMatches) -> Self {
        let wanted = matches.get_flag("dry-run") && context.database(DATABASE).exists();
        let store = wanted.then(|| context.reading().ok()).flatten();
        let county = store.and_then(|store| Some((context.user(&store).ok()?, store)));
        Self { county: county.map(|(user, store)| (store, user)), repeats: Repeats::default() }
    }

    /// Adds to the problems of a file; what it hands in is printed as the file says it.
    fn tell(&mut self, name: &str, read: &mut HandIn) -> Result<(), Failure> {
        if let Some((store, user)) = &self.county {
            let mut looked = read.clone();
            store.look_over(user, name, &mut looked)?;
            read.problems = looked.problems;
        }
        let told = self.repeats.note(name, &commands(read.clone(), name), &places(read));
        read.problems.extend(told);
        Ok(())
    }
}

/// A file that could not be read at all, as a problem.
fn problem_of(name: &str, words: &str) -> Problem {
    Problem { severity: Severity::Error, file: name.to_owned(), r#where: String::new(), message: words.to_owned() }
}

/// Of two failures the one that a script must know of first: a file that cannot be used, before one that was refused.
fn graver(former: Option<Failure>, newer: Failure) -> Failure {
    former.filter(|former| former.number() >= newer.number()).unwrap_or(newer)
}

/// Bytes that are taken from stdin at most: whoever is at the other end of it may never stop. The largest forms known are a few megabytes.
const MOST_FROM_STDIN: u64 = 32 << 20;

/// The bytes of a file, or of stdin when it is called `-`.
pub(super) fn file_bytes(name: &str) -> Result<Vec<u8>, Failure> {
    let unreadable = |error: std::io::Error| {
        Failure::Unusable(t!("cli.import.unreadable", file = name, error = io_words(&error)).into_owned())
    };
    if name != "-" {
        return exchange::bytes_of(Path::new(name)).map_err(unreadable);
    }
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(MOST_FROM_STDIN + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if read as u64 > MOST_FROM_STDIN {
        let words = t!("cli.import.too-much", limit = MOST_FROM_STDIN >> 20);
        return Err(Failure::Refused(words.into_owned()));
    }
    Ok(bytes)
}

/// Reads a file (or stdin) and fills in what the form leaves to `--year` and `--unit`.
pub(super) fn read_file(name: &str, matches: &ArgMatches) -> Result<HandIn, Failure> {
    let bytes = file_bytes(name)?;
    let kind = match matches.try_get_one::<String>("kind").ok().flatten().map(String::as_str) {
        Some("targets") => Kind::Targets,
        Some("evaluations") => Kind::Evaluations,
        Some("assessments") => Kind::Assessments,
        Some("monitoring") => Kind::Monitoring,
        Some(name) => Register::of_id(name).map_or(Kind::Auto, |register| Kind::Register(Some(register))),
        None => Kind::Auto,
    };
    let mut read = exchange::read(name, &bytes, kind).map_err(|error| Failure::Unusable(error.to_string()))?;
    complete(&mut read, matches);
    Ok(read)
}

fn complete(read: &mut HandIn, matches: &ArgMatches) {
    let year = matches.try_get_one::<i32>("year").ok().flatten().copied();
    let unit = matches.try_get_one::<String>("unit").ok().flatten();
    let fill = |name: &mut UnitName, year_of: &mut Option<i32>| {
        *year_of = year_of.or(year);
        if let Some(unit) = unit.filter(|_| name.name.trim().is_empty()) {
            name.name.clone_from(unit);
        }
    };
    for target in &mut read.targets {
        fill(&mut target.unit, &mut target.year);
    }
    for form in &mut read.forms {
        let (unit, year) = form.of_mut();
        fill(unit, year);
    }
    for evaluation in &mut read.evaluations {
        fill(&mut evaluation.unit, &mut evaluation.year);
    }
}

fn preview(context: &mut Context, name: &str, read: &HandIn) -> Result<(), Failure> {
    problems(context, &read.problems)?;
    for target in &read.targets {
        let amount = target.submission.amount.map_or_else(|| "-".to_owned(), super::super::domain::money::Money::wan);
        let indicators = target.submission.indicators.len();
        let (unit, project) = (&target.unit.name, &target.project.name);
        context.say(&t!(
            "cli.import.target",
            unit = unit,
            project = project,
            amount = amount,
            indicators = indicators
        ))?;
    }
    for evaluation in &read.evaluations {
        let score = evaluation.score.as_deref().unwrap_or("-");
        let (unit, project) = (&evaluation.unit.name, &evaluation.project.name);
        let year = evaluation.year.map_or_else(|| "-".to_owned(), |year| year.to_string());
        context.say(&t!("cli.import.evaluation", unit = unit, project = project, year = year, score = score))?;
    }
    for one in &read.records {
        let (register, title) = (one.record.register().name(), one.record.title());
        context.say(&t!("cli.import.record", place = one.place, register = register, title = title))?;
    }
    for form in &read.forms {
        let (unit, project) = form.of();
        context.say(&t!("cli.import.form", unit = unit.name, project = project.name, count = form.count()))?;
    }
    let (targets, evaluations) = (read.targets.len(), read.evaluations.len());
    if !read.forms.is_empty() {
        return context.say(&t!("cli.import.would-fill", file = name, forms = read.forms.len()));
    }
    if !read.records.is_empty() {
        return context.say(&t!("cli.import.would-record", file = name, records = read.records.len()));
    }
    context.say(&t!("cli.import.would", file = name, targets = targets, evaluations = evaluations))
}

/// Prints what was met while reading.
pub(super) fn problems(context: &mut Context, problems: &[Problem]) -> Result<(), Failure> {
    problems.iter().try_for_each(|problem| context.say(&told(problem)))
}

/// A problem on a line.
fn told(problem: &Problem) -> String {
    let severity = match problem.severity {
        Severity::Error => t!("cli.severity.error"),
        Severity::Warning => t!("cli.severity.warning"),
        Severity::Hint => t!("cli.severity.hint"),
    };
    let (file, place, message) = (&problem.file, &problem.r#where, &problem.message);
    if place.is_empty() {
        return t!("cli.import.problem-of-file", severity = severity, file = file, message = message).into_owned();
    }
    t!("cli.import.problem", severity = severity, file = file, place = place, message = message).into_owned()
}

/// Why a file is refused: its errors, line by line.
pub(super) fn refused(name: &str, read: &HandIn) -> Failure {
    let errors = read.problems.iter().filter(|problem| problem.severity == Severity::Error).map(told);
    let last = t!("cli.import.refused", file = name).into_owned();
    Failure::Refused(errors.chain([last]).collect::<Vec<_>>().join("\n"))
}

fn take(
    context: &mut Context,
    progress: &mut Progress,
    name: &str,
    mut read: HandIn,
    matches: &ArgMatches,
) -> Result<(), Failure> {
    if read.is_refused() {
        return Err(refused(name, &read));
    }
    let mut store = context.store()?;
    let actor = context.actor(&store, Origin::Import)?;
    store.look_over(&actor.user, name, &mut read)?;
    if read.is_refused() {
        return Err(refused(name, &read));
    }
    if !matches.get_flag("json") {
        problems(context, &read.problems)?;
    }
    let projects: Vec<String> = read
        .targets
        .iter()
        .map(|target| target.project.name.clone())
        .chain(read.evaluations.iter().map(|evaluation| evaluation.project.name.clone()))
        .chain(read.records.iter().map(|one| format!("{} {}", one.place, one.record.title())))
        .chain(read.forms.iter().map(|one| one.of().1.name.clone()))
        .collect();
    let (targets, records, forms) = (read.targets.len(), read.records.len(), read.forms.len());
    let wishes = commands(read, name);
    let done = store.execute_all_while(&actor, &wishes, &mut |done| progress.goes_on(done, wishes.len()));
    progress.clear();
    let entries = done.map_err(|refused| {
        if refused.refusal == Refusal::Stopped {
            return Failure::Refused(
                t!("cli.import.stopped", file = name, words = refused.refusal.words()).into_owned(),
            );
        }
        let project = projects.get(refused.place).cloned().unwrap_or_default();
        let (number, words) = (refused.place + 1, refused.refusal.words());
        Failure::Refused(
            t!("cli.import.place", file = name, number = number, project = project, words = words).into_owned(),
        )
    })?;
    if forms > 0 {
        let json = matches.get_flag("json");
        return report_forms(context, name, (forms, entries.is_empty()), json);
    }
    if records > 0 {
        return report_records(context, name, &entries, records, matches.get_flag("json"));
    }
    report(context, name, &entries, targets, matches.get_flag("json"))?;
    if matches.get_flag("json") { Ok(()) } else { afterwards(context, &entries, &store) }
}

/// What has to be known after the file was taken: targets that do not stand in the lists of the year under review, and units that no desk is
/// in charge of yet.
fn afterwards(context: &mut Context, entries: &[JournalEntry], store: &Store) -> Result<(), Failure> {
    let under_review = store.county()?.map_or(0, |county| county.year);
    let year = |entry: &JournalEntry| match entry.event {
        Event::TargetRegistered { year, .. } => Some(year),
        _ => None,
    };
    let others: Vec<i32> = entries.iter().filter_map(year).filter(|year| *year != under_review).collect();
    let years: BTreeSet<i32> = others.iter().copied().collect();
    if !years.is_empty() {
        let years = years.iter().map(i32::to_string).collect::<Vec<_>>().join(",");
        context.say(&t!("cli.import.other-year", count = others.len(), years = years, year = under_review))?;
    }
    let unit = |entry: &JournalEntry| match &entry.event {
        Event::UnitAdded { unit } if unit.desk.is_empty() => Some(unit.name.clone()),
        _ => None,
    };
    let units: Vec<String> = entries.iter().filter_map(unit).collect();
    let Some(first) = units.first() else { return Ok(()) };
    context.say(&t!("cli.import.new-units", count = units.len(), names = units.join("、"), first = first))
}

/// What was taken of pre-assessments and monitoring.
fn report_forms(context: &mut Context, name: &str, (forms, same): (usize, bool), json: bool) -> Result<(), Failure> {
    if json {
        return context.json(&serde_json::json!({ "file": name, "forms": forms, "unchanged": same }));
    }
    let key = if same { "cli.import.nothing" } else { "cli.import.forms" };
    context.say(&t!(key, file = name, forms = forms))
}

/// What was taken of the list of a register.
fn report_records(
    context: &mut Context,
    name: &str,
    entries: &[JournalEntry],
    records: usize,
    json: bool,
) -> Result<(), Failure> {
    let count = |test: fn(&Event) -> bool| entries.iter().filter(|entry| test(&entry.event)).count();
    let recorded = count(|event| matches!(event, Event::RegisterRecorded { .. }));
    let corrected = count(|event| matches!(event, Event::RegisterCorrected { .. }));
    let same = records - recorded - corrected;
    if json {
        return context.json(&serde_json::json!({
            "file": name, "recorded": recorded, "corrected": corrected, "unchanged": same,
        }));
    }
    context.say(&t!("cli.import.records", file = name, recorded = recorded, corrected = corrected, same = same))
}

fn report(
    context: &mut Context,
    name: &str,
    entries: &[JournalEntry],
    targets: usize,
    json: bool,
) -> Result<(), Failure> {
    let count = |test: fn(&Event) -> bool| entries.iter().filter(|entry| test(&entry.event)).count();
    let created = count(|event| matches!(event, Event::TargetRegistered { .. }));
    let rounds = count(|event| matches!(event, Event::SubmissionReceived { .. })) - created;
    let evaluations = count(|event| matches!(event, Event::EvaluationRecorded { .. }));
    let same = targets - created - rounds;
    if json {
        return context.json(&serde_json::json!({
            "file": name, "created": created, "rounds": rounds, "unchanged": same, "evaluations": evaluations,
        }));
    }
    if entries.is_empty() {
        return context.say(&t!("cli.import.nothing", file = name));
    }
    context.say(&t!(
        "cli.import.taken",
        file = name,
        created = created,
        rounds = rounds,
        same = same,
        evaluations = evaluations
    ))
}
