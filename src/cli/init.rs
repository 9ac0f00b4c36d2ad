//! `init`: makes a database. A file that is there already is never touched.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, arg, switch};
use super::context::{Context, DATABASE, text};
use super::failure::Failure;
use super::number;
use crate::domain::command::{Command as Wish, Origin};
use crate::store::Store;

pub(super) const ENTRY: Entry = Entry { name: "init", arguments, run };

fn arguments(command: Command) -> Command {
    command
        .arg(arg("init", "county").long("county").value_name("NAME").requires("year"))
        .arg(arg("init", "year").long("year").value_name("N").value_parser(number::year()).requires("county"))
        .arg(switch("init", "sample").conflicts_with_all(["county", "year"]))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let path = context.database(DATABASE);
    let year = matches.get_one::<i32>("year").copied();
    let found = year.map(|year| Wish::Found { county: text(matches, "county").to_owned(), year, sample: false });
    if found.is_none() && !matches.get_flag("sample") {
        return Err(Failure::Usage(t!("cli.init.needs-county").into_owned()));
    }
    if path.exists() {
        return Err(Failure::Refused(t!("cli.init.exists", path = path.display()).into_owned()));
    }
    let mut store = Store::create(&path)?;
    if let Err(failure) = fill(context, &mut store, found.as_ref()) {
        store.discard();
        return Err(failure);
    }
    context.say(&t!("cli.init.made", path = path.display()))
}

/// Founds the county, or tells the sample year into the file.
fn fill(context: &Context, store: &mut Store, found: Option<&Wish>) -> Result<(), Failure> {
    match found {
        Some(found) => {
            let actor = context.actor(store, Origin::CommandLine)?;
            store.execute(&actor, found)?;
        }
        None => store.fill_sample()?,
    }
    Ok(())
}
