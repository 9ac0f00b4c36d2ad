//! `undo REF`: takes one's own last act back.

use clap::{ArgMatches, Command};

use super::args::{Entry, arg};
use super::context::{Context, text};
use super::failure::Failure;
use crate::domain::command::Command as Wish;

pub(super) const ENTRY: Entry = Entry { name: "undo", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(arg("undo", "target").required(true).value_name("REF"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    super::act::execute(context, &[text(matches, "target")], |target| vec![Wish::Undo { target, seen: None }])
}
