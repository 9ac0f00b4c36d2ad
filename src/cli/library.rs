//! `library [WORDS]`: the indicator library: searching it, and taking a county's own from a workbook.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, arg, switch};
use super::context::{Context, DATABASE};
use super::failure::Failure;
use super::import::{file_bytes, problems};
use super::table::{Column, Table};
use crate::domain::command::{Command as Wish, Origin};
use crate::domain::handin::Severity;
use crate::domain::library::{Library, Standard};
use crate::exchange::read_library;
use crate::store::Store;

pub(super) const ENTRY: Entry = Entry { name: "library", arguments, run };

/// Columns at most for a name, its levels, its field and its other names.
const ROOMS: [usize; 4] = [36, 18, 24, 60];

fn arguments(command: Command) -> Command {
    command
        .arg(arg("library", "words").num_args(0..).value_name("WORDS"))
        .arg(arg("library", "import").long("import").value_name("FILE").conflicts_with("words"))
        .arg(switch("library", "own"))
        .arg(switch("library", "dry-run").requires("import"))
        .arg(switch("library", "json"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    if let Some(file) = matches.get_one::<String>("import") {
        return take(context, file, matches.get_flag("dry-run"));
    }
    let own = standards(context)?;
    let library = if matches.get_flag("own") {
        Library::new(own)
    } else {
        Library::bundled().map_err(|error| Failure::Unusable(error.to_string()))?.with(own)
    };
    let words: Vec<&str> = matches.get_many::<String>("words").into_iter().flatten().map(String::as_str).collect();
    let found = library.search(&words.join(" "));
    if matches.get_flag("json") {
        return context.json(&found);
    }
    if found.is_empty() {
        return context.say(&t!("library.nothing"));
    }
    table(context, &found)
}

/// The county's own; none where there is no file yet, because the bundled library needs none.
fn standards(context: &Context) -> Result<Vec<Standard>, Failure> {
    if !context.database(DATABASE).exists() {
        return Ok(Vec::new());
    }
    Ok(context.reading()?.standards()?)
}

fn take(context: &mut Context, name: &str, dry_run: bool) -> Result<(), Failure> {
    let read = read_library(name, &file_bytes(name)?).map_err(|error| Failure::Unusable(error.to_string()))?;
    problems(context, &read.problems)?;
    if read.problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Failure::Said(1));
    }
    let count = read.standards.len();
    if dry_run {
        return context.say(&t!("library.would-take", file = name, count = count));
    }
    let mut store: Store = context.store()?;
    let actor = context.actor(&store, Origin::Import)?;
    let taken = store.execute(&actor, &Wish::SetLibrary { standards: read.standards })?;
    let words =
        if taken.is_empty() { t!("library.unchanged") } else { t!("library.taken", file = name, count = count) };
    context.say(&words)
}

fn table(context: &mut Context, found: &[&Standard]) -> Result<(), Failure> {
    let [name, level, field, aliases] = ROOMS.map(Column::Left);
    let columns = [name, level, Column::Left(16), field, aliases];
    let header = ["name", "level", "usual", "field", "aliases"];
    let header = header.map(|column| t!(format!("library.column.{column}")).into_owned());
    let cells = |standard: &&Standard| {
        let aliases = standard.aliases.join("、");
        vec![standard.name.clone(), standard.l2.clone(), standard.usual_text(), standard.field.clone(), aliases]
    };
    let rows: Vec<Vec<String>> = found.iter().map(cells).collect();
    let table = Table::measured(&columns, &header, &rows);
    context.say(&table.line(&header))?;
    rows.iter().try_for_each(|row| context.say(&table.line(row)))
}
