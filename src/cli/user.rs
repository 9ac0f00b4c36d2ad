//! `user add|list|key|disable|enable`: people, their roles, the keys by which they come in, and who comes in no more.

use std::collections::BTreeSet;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, arg, switch};
use super::context::{Context, text};
use super::failure::Failure;
use super::import::file_bytes;
use super::table::{Column, Table};
use super::unit::named;
use crate::domain::command::{Command as Wish, Origin, WantedRole};
use crate::domain::key::PublicKey;
use crate::domain::people::{Grant, Role, Scope, User};
use crate::domain::procedure::Procedure;
use crate::domain::refusal::{role_word, state_word};
use crate::domain::rights::{Place, Right, rights};
use crate::store::Store;

pub(super) const ENTRY: Entry = Entry { name: "user", arguments, run };

fn arguments(command: Command) -> Command {
    let ids = PossibleValuesParser::new(Role::ALL.map(Role::id));
    let stated = |name: &'static str, needed: bool| {
        let role = arg("user", "role").long("role").value_name("ROLE").required(needed).action(ArgAction::Append);
        Command::new(name)
            .about(t!(format!("cli.user.{name}")).into_owned())
            .arg(arg("user", "name").required(true).value_name("NAME"))
            .arg(role.value_parser(ids.clone()).hide_possible_values(true))
            .arg(arg("user", "unit").long("unit").value_name("UNIT").requires("role"))
            .arg(arg("user", "desk").long("desk").value_name("DESK").requires("role").conflicts_with("unit"))
            .arg(arg("user", "login").long("login").value_name("LOGIN"))
    };
    let (add, change) = (stated("add", true), stated("change", false));
    let list = Command::new("list").about(t!("cli.user.list").into_owned()).arg(switch("user", "rights"));
    let key = Command::new("key")
        .about(t!("cli.user.key").into_owned())
        .arg(arg("user", "name").required(true).value_name("NAME"))
        .arg(arg("user", "add-key").long("add").value_name("FILE"))
        .arg(arg("user", "remove-key").long("remove").value_name("FINGERPRINT").conflicts_with("add-key"));
    let disable = Command::new("disable")
        .about(t!("cli.user.disable").into_owned())
        .arg(arg("user", "name").required(true).value_name("NAME"))
        .arg(arg("user", "reason").long("reason").required(true).value_name("TEXT"));
    let enable = Command::new("enable")
        .about(t!("cli.user.enable").into_owned())
        .arg(arg("user", "name").required(true).value_name("NAME"));
    let all = [add, list, change, key, disable, enable];
    command.subcommand_required(true).disable_help_subcommand(true).subcommands(all)
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("add", given)) => add(context, given),
        Some(("change", given)) => change(context, given),
        Some(("key", given)) => key(context, given),
        Some(("disable", given)) => {
            let (user, reason) = (text(given, "name").to_owned(), text(given, "reason").to_owned());
            let words = t!("cli.user.disabled", name = user).into_owned();
            execute(context, &Wish::DisableUser { user, reason }, &words)
        }
        Some(("enable", given)) => {
            let user = text(given, "name").to_owned();
            let words = t!("cli.user.enabled", name = user).into_owned();
            execute(context, &Wish::EnableUser { user }, &words)
        }
        Some((_, given)) if given.get_flag("rights") => table_of_rights(context),
        _ => list(context),
    }
}

/// Who may do what where: the table of `domain::rights`.
fn table_of_rights(context: &mut Context) -> Result<(), Failure> {
    let procedure = Procedure::target_review().map_err(|error| Failure::Unusable(error.to_string()))?;
    let place = |place: &Place| match place {
        Place::States(states) => states.iter().map(|state| state_word(*state)).collect::<Vec<_>>().join("、"),
        Place::Stage(_, name) => name.clone(),
        Place::Anywhere => t!("right.anywhere").into_owned(),
    };
    let row = |right: &Right| {
        let roles: Vec<_> = right.roles.iter().map(|role| role_word(*role)).collect();
        vec![right.act.name(), place(&right.place), roles.join("、")]
    };
    let rows: Vec<_> = rights(&procedure).iter().map(row).collect();
    let header = ["act", "place", "roles"].map(|id| t!(format!("right.heading-{id}")).into_owned());
    let table = Table::measured(&[Column::Left(36), Column::Left(60), Column::Left(120)], &header, &rows);
    context.say(&table.line(&header))?;
    rows.iter().try_for_each(|row| context.say(&table.line(row)))?;
    context.say(&t!("right.note"))
}

fn add(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let name = text(matches, "name").to_owned();
    let login = matches.get_one::<String>("login").cloned();
    let words = t!("cli.user.added", name = name).into_owned();
    execute(context, &Wish::AddUser { name, login, roles: wanted(matches) }, &words)?;
    stray_desk(context, matches)
}

fn change(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let name = text(matches, "name").to_owned();
    let login = matches.get_one::<String>("login").cloned();
    let words = t!("cli.user.changed", name = name).into_owned();
    execute(context, &Wish::ChangeUser { name, login, roles: wanted(matches) }, &words)?;
    stray_desk(context, matches)
}

/// The roles that were asked for, all bound to the same unit or desk.
fn wanted(matches: &ArgMatches) -> Vec<WantedRole> {
    let given = |id| matches.get_one::<String>(id).cloned();
    let ids = matches.get_many::<String>("role").into_iter().flatten();
    let wanted = |role| WantedRole { role, unit: given("unit").map(|unit| named(&unit)), desk: given("desk") };
    ids.filter_map(|id| Role::of_id(id)).map(wanted).collect()
}

/// Says so when a desk is in charge of no unit: its person would see nothing, and the name may be written otherwise.
fn stray_desk(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let Some(desk) = matches.get_one::<String>("desk") else { return Ok(()) };
    let store = context.reading()?;
    let units = store.units_for(&context.user(&store)?)?;
    if units.iter().any(|unit| unit.desk == *desk) {
        return Ok(());
    }
    let known: BTreeSet<&str> = units.iter().map(|unit| unit.desk.as_str()).filter(|desk| !desk.is_empty()).collect();
    let known = known.into_iter().collect::<Vec<_>>().join("、");
    let known = if known.is_empty() { t!("unit.none").into_owned() } else { known };
    context.say(&t!("cli.user.stray-desk", desk = desk, known = known))
}

/// Carries a wish out, and says that it is done or that it was so already.
fn execute(context: &mut Context, wish: &Wish, words: &str) -> Result<(), Failure> {
    let mut store = context.store()?;
    let actor = context.actor(&store, Origin::CommandLine)?;
    let done = store.execute(&actor, wish)?;
    if done.is_empty() { context.say(&t!("cli.user.so-already")) } else { context.say(words) }
}

/// Adds a key from a file or stdin, takes one away, or lists a person's keys.
fn key(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let user = text(matches, "name").to_owned();
    if let Some(file) = matches.get_one::<String>("add-key") {
        let line = String::from_utf8(file_bytes(file)?).unwrap_or_default();
        let key = PublicKey::parse(&line)
            .map_err(|bad| Failure::Usage(t!("cli.user.bad-key", file = file, why = t!(bad.id())).into_owned()))?;
        let words = t!("cli.user.key-added", name = user, fingerprint = key.fingerprint()).into_owned();
        return execute(context, &Wish::AddKey { user, key }, &words);
    }
    if let Some(fingerprint) = matches.get_one::<String>("remove-key").cloned() {
        let words = t!("cli.user.key-removed", name = user, fingerprint = fingerprint).into_owned();
        return execute(context, &Wish::RemoveKey { user, fingerprint }, &words);
    }
    let store = context.reading()?;
    context.user(&store)?;
    let keys = store.public_keys()?.into_iter().filter(|(owner, _)| *owner == user);
    keys.map(|(_, key)| key)
        .try_for_each(|key| context.say(&format!("{}  {}  {}", key.fingerprint(), key.algorithm, key.comment)))
}

fn list(context: &mut Context) -> Result<(), Failure> {
    let store = context.reading()?;
    context.user(&store)?;
    let disabled = store.disabled()?;
    let row = |user: &User| {
        let roles: Result<Vec<String>, Failure> = user.grants.iter().map(|grant| role(&store, grant)).collect();
        let reason = disabled.iter().find(|(name, _)| *name == user.name).map(|(_, reason)| reason);
        let state = reason.map_or_else(String::new, |reason| t!("cli.user.is-disabled", reason = reason).into_owned());
        Ok(vec![user.name.clone(), roles?.join("、"), user.login.clone().unwrap_or_default(), state])
    };
    let rows = store.users()?.iter().map(row).collect::<Result<Vec<_>, Failure>>()?;
    let table = Table::measured(&[Column::Left(30), Column::Left(80), Column::Left(20), Column::Left(60)], &[], &rows);
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
