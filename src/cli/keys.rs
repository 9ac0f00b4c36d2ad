//! `keys`: all keys of the screens, from the program's own table of actions and the person's own keys.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::Entry;
use super::context::Context;
use super::failure::Failure;
use super::table::{Column, Table};
use crate::app::action::{KeyRow, key_rows};

pub(super) const ENTRY: Entry = Entry { name: "keys", arguments, run };

fn arguments(command: Command) -> Command {
    command
}

fn run(context: &mut Context, _: &ArgMatches) -> Result<(), Failure> {
    let rows: Vec<Vec<String>> =
        key_rows(&context.config.keymap.clone().unwrap_or_default()).iter().map(cells).collect();
    let header: Vec<String> = ["group", "keys", "places", "action", "name"]
        .iter()
        .map(|name| t!(format!("cli.keys.{name}")).into_owned())
        .collect();
    let columns = [Column::Left(12), Column::Left(28), Column::Left(30), Column::Left(40), Column::Left(24)];
    let table = Table::measured(&columns, &header, &rows);
    context.say(&table.line(&header))?;
    rows.iter().try_for_each(|row| context.say(&table.line(row)))
}

fn cells(row: &KeyRow) -> Vec<String> {
    vec![row.group.clone(), row.keys.join(" "), row.places.join("、"), row.title.clone(), row.name.to_owned()]
}
