//! `year [N]`: which year's budget is under review, and putting the next one under review.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, arg};
use super::context::Context;
use super::failure::Failure;
use super::number;
use crate::domain::command::{Command as Wish, Origin};
use crate::domain::refusal::Refusal;

pub(super) const ENTRY: Entry = Entry { name: "year", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(arg("year", "year").value_name("N").value_parser(number::year()))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let Some(year) = matches.get_one::<i32>("year").copied() else {
        let store = context.reading()?;
        context.user(&store)?;
        let county = store.county()?.ok_or(Refusal::NotFounded)?;
        return context.say(&t!("cli.year.is", county = county.name, year = county.year));
    };
    let mut store = context.store()?;
    let actor = context.actor(&store, Origin::CommandLine)?;
    if store.execute(&actor, &Wish::BeginYear { year })?.is_empty() {
        return context.say(&t!("cli.user.so-already"));
    }
    context.say(&t!("cli.year.begun", year = year))
}
