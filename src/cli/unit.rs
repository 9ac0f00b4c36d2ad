//! `unit add|list|change|import`: the county's budget units, their levels, and the desks in charge of them.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};
use rust_i18n::t;
use serde_json::json;

use super::args::{Entry, arg, switch};
use super::context::{Context, text};
use super::failure::Failure;
use super::import::{file_bytes, problems};
use super::table::{Column, Table};
use crate::domain::command::{Command as Wish, Origin};
use crate::domain::handin::Severity;
use crate::domain::people::{Unit, UnitChange, UnitLevel, level_word};
use crate::domain::target::UnitName;
use crate::exchange::{ListedUnit, read_units};
use crate::store::Store;

pub(super) const ENTRY: Entry = Entry { name: "unit", arguments, run };

fn arguments(command: Command) -> Command {
    let name = || arg("unit", "name").required(true).value_name("NAME");
    let stated = |command: Command| {
        let levels = PossibleValuesParser::new(UnitLevel::ALL.map(UnitLevel::id));
        command
            .arg(arg("unit", "code").long("code").value_name("CODE"))
            .arg(arg("unit", "level").long("level").value_name("LEVEL").value_parser(levels).hide_possible_values(true))
            .arg(arg("unit", "desk").long("desk").value_name("DESK"))
    };
    let add = stated(Command::new("add").about(t!("cli.unit.add").into_owned()).arg(name()));
    let change = Command::new("change").about(t!("cli.unit.change").into_owned()).arg(name());
    let change = stated(change.arg(arg("unit", "new-name").long("name").value_name("NAME")));
    let list = Command::new("list").about(t!("cli.unit.list").into_owned()).arg(switch("unit", "json"));
    let import = Command::new("import")
        .about(t!("cli.unit.import").into_owned())
        .arg(arg("unit", "file").required(true).value_name("FILE"))
        .arg(switch("unit", "dry-run"));
    let all = [add, list, change, import];
    command.subcommand_required(true).disable_help_subcommand(true).subcommands(all)
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("add", given)) => add(context, given),
        Some(("change", given)) => correct(context, given),
        Some(("import", given)) => import(context, text(given, "file"), given.get_flag("dry-run")),
        Some((_, given)) => list(context, given.get_flag("json")),
        None => Ok(()),
    }
}

/// A unit as it is named on the command line: by code or by name.
pub(super) fn named(text: &str) -> UnitName {
    let is_code = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    UnitName { code: is_code.then(|| text.to_owned()), name: text.to_owned() }
}

fn change(matches: &ArgMatches, name: &'static str) -> UnitChange {
    let given = |id| matches.try_get_one::<String>(id).ok().flatten().cloned();
    let level = given("level").and_then(|id| UnitLevel::ALL.into_iter().find(|level| level.id() == id));
    UnitChange { name: given(name), code: given("code"), level, desk: given("desk") }
}

/// The command that adds a unit as a list or the command line states it.
fn adding(unit: UnitName, change: &UnitChange) -> Wish {
    let level = change.level.unwrap_or_else(|| UnitLevel::of_name(&unit.name));
    let code = change.code.clone();
    Wish::AddUnit { unit: UnitName { code, ..unit }, level, desk: change.desk.clone().unwrap_or_default() }
}

fn add(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let name = text(matches, "name").to_owned();
    let wish = adding(UnitName { code: None, name: name.clone() }, &change(matches, "new-name"));
    let (mut store, actor) = acting(context, Origin::CommandLine)?;
    store.execute(&actor, &wish)?;
    context.say(&t!("cli.unit.added", name = name))
}

fn correct(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let name = text(matches, "name").to_owned();
    let wish = Wish::ChangeUnit { unit: named(&name), change: change(matches, "new-name") };
    let (mut store, actor) = acting(context, Origin::CommandLine)?;
    let done = store.execute(&actor, &wish)?;
    if done.is_empty() {
        return context.say(&t!("cli.user.so-already"));
    }
    context.say(&t!("cli.unit.changed", name = name))
}

fn acting(context: &Context, origin: Origin) -> Result<(Store, crate::domain::command::Actor), Failure> {
    let store = context.store()?;
    let actor = context.actor(&store, origin)?;
    Ok((store, actor))
}

/// Takes a list: new units are added, known ones corrected, all of them or none; units that it does not name stay.
fn import(context: &mut Context, file: &str, dry_run: bool) -> Result<(), Failure> {
    let read = read_units(file, &file_bytes(file)?).map_err(|error| Failure::Unusable(error.to_string()))?;
    problems(context, &read.problems)?;
    if read.problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Failure::Refused(t!("cli.import.refused", file = file).into_owned()));
    }
    let (mut store, actor) = acting(context, Origin::Import)?;
    let known = store.units_for(&actor.user)?;
    let wishes: Vec<Wish> = read.units.iter().map(|one| wish(&known, one)).collect();
    let new = wishes.iter().filter(|wish| matches!(wish, Wish::AddUnit { .. })).count();
    if dry_run {
        return context.say(&t!("cli.unit.would-take", file = file, count = wishes.len(), new = new));
    }
    let done = store.execute_all(&actor, &wishes).map_err(|refused| {
        let place = read.units.get(refused.place).map_or("", |one| &one.place);
        let words = t!("cli.unit.refused", file = file, place = place, why = refused.refusal.words());
        Failure::Refused(words.into_owned())
    })?;
    let (corrected, same) = (done.len().saturating_sub(new), wishes.len().saturating_sub(done.len()));
    context.say(&t!("cli.unit.taken", file = file, new = new, corrected = corrected, same = same))?;
    let bare = store.units_for(&actor.user)?.iter().filter(|unit| unit.desk.is_empty()).count();
    if bare > 0 { context.say(&t!("cli.unit.without-desk", count = bare)) } else { Ok(()) }
}

fn wish(known: &[Unit], one: &ListedUnit) -> Wish {
    let known = known.iter().any(|unit| unit.is_named(&one.unit));
    if known {
        Wish::ChangeUnit { unit: one.unit.clone(), change: one.change.clone() }
    } else {
        adding(one.unit.clone(), &one.change)
    }
}

fn list(context: &mut Context, as_json: bool) -> Result<(), Failure> {
    let store = context.reading()?;
    let user = context.user(&store)?;
    let units = store.units_for(&user)?;
    if as_json {
        let row =
            |unit: &Unit| json!({"code": unit.code, "name": unit.name, "level": unit.level.id(), "desk": unit.desk});
        return context.json(&units.iter().map(row).collect::<Vec<_>>());
    }
    let header = ["code", "name", "level", "desk"].map(|id| t!(format!("unit.heading-{id}")).into_owned());
    let row = |unit: &Unit| {
        vec![unit.code.clone().unwrap_or_default(), unit.name.clone(), level_word(unit.level), unit.desk.clone()]
    };
    let rows: Vec<_> = units.iter().map(row).collect();
    let table =
        Table::measured(&[Column::Left(12), Column::Left(40), Column::Left(16), Column::Left(24)], &header, &rows);
    context.say(&table.line(&header))?;
    rows.iter().try_for_each(|row| context.say(&table.line(row)))
}
