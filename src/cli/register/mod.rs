//! `register REGISTER …`, and for the two registers that are asked for most `document …` and `disclose …`: one tree of acts for every
//! register, whose options are the register's fields.
//!
//! `read` lists and shows · `write` records, corrects, removes.

mod read;
mod write;

use clap::{Arg, ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, arg, switch};
use super::context::{Context, text};
use super::failure::Failure;
use super::number;
use crate::domain::ids::RecordId;
use crate::domain::register::Register;
use crate::domain::register::field::{Field, Kind};

pub(super) const ENTRY: Entry = Entry { name: "register", arguments, run };
pub(super) const DOCUMENT: Entry =
    Entry { name: "document", arguments: |command| acts(command, Register::Document), run: document };
pub(super) const DISCLOSE: Entry =
    Entry { name: "disclose", arguments: |command| acts(command, Register::Disclosure), run: disclose };

fn arguments(command: Command) -> Command {
    let whole = command.subcommand_required(false).disable_help_subcommand(true);
    whole.subcommands(Register::ALL.map(|register| {
        let about = register.name();
        acts(Command::new(register.id()).about(about), register)
    }))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let Some((name, given)) = matches.subcommand() else { return read::overview(context) };
    Register::of_id(name).map_or(Ok(()), |register| act(context, register, given))
}

fn document(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    act(context, Register::Document, matches)
}

fn disclose(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    act(context, Register::Disclosure, matches)
}

/// The acts on a register.
fn acts(command: Command, register: Register) -> Command {
    let about = |name: &str| t!(format!("cli.register.{name}")).into_owned();
    let new = |name: &'static str| Command::new(name).about(about(name));
    let fields = || register.fields().iter().map(option);
    let id = || arg("register", "id").required(true).value_name("ID").value_parser(number::id());
    let reason = || arg("register", "reason").long("reason").value_name("TEXT").required(true);
    let year = || arg("register", "year").long("year").value_name("N").value_parser(number::year());
    let output = |command: Command| {
        command.arg(switch("register", "json")).arg(switch("register", "csv").conflicts_with("json"))
    };
    let list = output(new("list").arg(arg("register", "words").value_name("TEXT")).arg(year()));
    let mut whole = command
        .subcommand_required(false)
        .disable_help_subcommand(true)
        .subcommand(list)
        .subcommand(new("show").arg(id()).arg(switch("register", "json")))
        .subcommand(new("add").args(fields()))
        .subcommand(new("correct").arg(id()).args(fields()).arg(reason()))
        .subcommand(new("remove").arg(id()).arg(reason()));
    if register == Register::Disclosure {
        whole = whole.subcommand(new("missing").arg(year()).arg(switch("register", "json")));
    }
    whole
}

/// A field as an option; its help says how it is written.
fn option(field: &'static Field) -> Arg {
    let note = field.note();
    let help = if note.is_empty() { field.name() } else { format!("{}({note})", field.name()) };
    let value = match field.kind {
        Kind::Day => "DAY",
        Kind::Year | Kind::Count => "N",
        Kind::Money => "AMOUNT",
        Kind::Address => "URL",
        _ => "TEXT",
    };
    Arg::new(field.id).long(field.id).value_name(value).help(help).allow_hyphen_values(true)
}

fn act(context: &mut Context, register: Register, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("show", given)) => read::show(context, register, given),
        Some(("add", given)) => write::add(context, register, given),
        Some(("correct", given)) => write::correct(context, register, given),
        Some(("remove", given)) => write::remove(context, register, given),
        Some(("missing", given)) => read::missing(context, given),
        Some((_, given)) => read::list(context, register, Some(given)),
        None => read::list(context, register, None),
    }
}

/// The record's number.
fn number(matches: &ArgMatches) -> RecordId {
    RecordId(matches.get_one::<i64>("id").copied().unwrap_or_default())
}

/// A year that was asked for.
fn asked_year(matches: &ArgMatches) -> Option<i32> {
    matches.get_one::<i32>("year").copied()
}

/// A text that was given; `None` when the option was not.
fn given<'m>(matches: &'m ArgMatches, field: &Field) -> Option<&'m str> {
    matches.contains_id(field.id).then(|| text(matches, field.id))
}
