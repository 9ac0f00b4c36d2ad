//! `user add` and `user list`: people and their roles.

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, arg};
use super::context::{Context, text};
use super::failure::Failure;
use super::table::{Column, Table};
use crate::domain::command::{Command as Wish, Origin, WantedRole};
use crate::domain::people::{Grant, Role, Scope, User};
use crate::domain::refusal::role_word;
use crate::domain::target::UnitName;
use crate::store::Store;

pub(super) const ENTRY: Entry = Entry { name: "user", arguments, run };

fn arguments(command: Command) -> Command {
    let ids = PossibleValuesParser::new(Role::ALL.map(Role::id));
    let add = Command::new("add")
        .about(t!("cli.user.add").into_owned())
        .arg(arg("user", "name").required(true).value_name("NAME"))
        .arg(
            arg("user", "role")
                .long("role")
                .value_name("ROLE")
                .required(true)
                .action(ArgAction::Append)
                .value_parser(ids)
                .hide_possible_values(true),
        )
        .arg(arg("user", "unit").long("unit").value_name("UNIT"))
        .arg(arg("user", "desk").long("desk").value_name("DESK").conflicts_with("unit"))
        .arg(arg("user", "login").long("login").value_name("LOGIN"));
    let list = Command::new("list").about(t!("cli.user.list").into_owned());
    command.subcommand_required(true).disable_help_subcommand(true).subcommand(add).subcommand(list)
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("add", given)) => add(context, given),
        _ => list(context),
    }
}

fn add(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let mut store = context.store()?;
    let actor = context.actor(&store, Origin::CommandLine)?;
    let given = |id| matches.get_one::<String>(id).cloned();
    let ids = matches.get_many::<String>("role").into_iter().flatten();
    let wanted = |role| WantedRole { role, unit: given("unit").map(unit_name), desk: given("desk") };
    let roles = ids.filter_map(|id| Role::of_id(id)).map(wanted).collect();
    let name = text(matches, "name").to_owned();
    store.execute(&actor, &Wish::AddUser { name: name.clone(), login: given("login"), roles })?;
    context.say(&t!("cli.user.added", name = name))
}

/// A unit as typed: six digits are its code.
fn unit_name(text: String) -> UnitName {
    let is_code = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    UnitName { code: is_code.then(|| text.clone()), name: text }
}

fn list(context: &mut Context) -> Result<(), Failure> {
    let store = context.reading()?;
    context.user(&store)?;
    let row = |user: &User| {
        let roles: Result<Vec<String>, Failure> = user.grants.iter().map(|grant| role(&store, grant)).collect();
        Ok(vec![user.name.clone(), roles?.join("、"), user.login.clone().unwrap_or_default()])
    };
    let rows = store.users()?.iter().map(row).collect::<Result<Vec<_>, Failure>>()?;
    let table = Table::measured(&[Column::Left(30), Column::Left(80), Column::Left(20)], &[], &rows);
    rows.iter().try_for_each(|row| context.say(&table.line(row)))
}

fn role(store: &Store, grant: &Grant) -> Result<String, Failure> {
    let word = role_word(grant.role);
    Ok(match &grant.scope {
        Scope::County => word,
        Scope::Desk(desk) => format!("{word}({desk})"),
        Scope::Unit(unit) => {
            let name = store.unit(*unit)?.map_or_else(|| unit.to_string(), |unit| unit.name);
            format!("{word}({name})")
        }
    })
}
