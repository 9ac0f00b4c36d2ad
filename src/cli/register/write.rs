//! Records, corrects and removes entries of a register.

use clap::ArgMatches;
use rust_i18n::t;

use super::super::context::{Context, text};
use super::super::failure::Failure;
use super::{given, number};
use crate::domain::command::{Command as Wish, Origin};
use crate::domain::ids::RecordId;
use crate::domain::people::User;
use crate::domain::refusal::Refusal;
use crate::domain::register::field::Cells;
use crate::domain::register::refusal::RegisterRefusal;
use crate::domain::register::{Record, Register};
use crate::store::Store;

/// Records an entry.
pub(super) fn add(context: &mut Context, register: Register, matches: &ArgMatches) -> Result<(), Failure> {
    let record = read(register, Cells::blank(register.fields()), matches)?;
    let mut store = context.store()?;
    let actor = context.actor(&store, Origin::CommandLine)?;
    let entries = store.execute(&actor, &Wish::Record { contents: Box::new(record), reason: String::new() })?;
    match entries.iter().find_map(|entry| entry.event.record()) {
        Some(id) => say(context, &store, &actor.user, id, "cli.register.added"),
        None => context.say(&t!("cli.register.unchanged")),
    }
}

/// Corrects an entry: what is not given stays.
pub(super) fn correct(context: &mut Context, register: Register, matches: &ArgMatches) -> Result<(), Failure> {
    let mut store = context.store()?;
    let actor = context.actor(&store, Origin::CommandLine)?;
    let id = number(matches);
    let unknown = || Refusal::from(RegisterRefusal::Unknown(id.to_string()));
    let file = store.record_file(&actor.user, id)?.filter(|file| file.removed.is_none()).ok_or_else(unknown)?;
    if file.row.record.register() != register {
        return Err(unknown().into());
    }
    let contents = Box::new(read(register, file.row.record.cells(), matches)?);
    let (seen, reason) = (Some(file.row.version), text(matches, "reason").to_owned());
    let entries = store.execute(&actor, &Wish::CorrectRecord { record: id, seen, contents, reason })?;
    if entries.is_empty() {
        return context.say(&t!("cli.register.unchanged"));
    }
    say(context, &store, &actor.user, id, "cli.register.corrected")
}

/// Takes an entry out.
pub(super) fn remove(context: &mut Context, register: Register, matches: &ArgMatches) -> Result<(), Failure> {
    let mut store = context.store()?;
    let actor = context.actor(&store, Origin::CommandLine)?;
    let wish = Wish::RemoveRecord { record: number(matches), seen: None, reason: text(matches, "reason").to_owned() };
    let file = store.record_file(&actor.user, number(matches))?;
    if file.is_some_and(|file| file.row.record.register() != register) {
        return Err(Refusal::from(RegisterRefusal::Unknown(number(matches).to_string())).into());
    }
    store.execute(&actor, &wish)?;
    context.say(&t!("cli.register.removed", id = number(matches)))
}

/// The record that the options make of some cells.
fn read(register: Register, mut cells: Cells, matches: &ArgMatches) -> Result<Record, Failure> {
    for field in register.fields() {
        if let Some(text) = given(matches, field) {
            cells.set(field.id, text);
        }
    }
    register.read(&cells).map_err(|fault| Failure::from(Refusal::from(RegisterRefusal::from(fault))))
}

/// Says what was done with a record, and what follows from it.
fn say(context: &mut Context, store: &Store, viewer: &User, id: RecordId, key: &str) -> Result<(), Failure> {
    let Some(file) = store.record_file(viewer, id)? else { return Ok(()) };
    let page = store.register(viewer, file.row.record.register(), None)?;
    context.say(&t!(key, id = id, title = file.row.record.title()))?;
    let remark = page.remark(&file.row.record);
    let rule = page.departs(&file.row.record);
    let mut words = [Some(remark), rule].into_iter().flatten().filter(|words| !words.is_empty());
    words.try_for_each(|words| context.say(&format!("  {words}")))
}
