//! `submit REF…`: hands targets in, all or none.

use clap::{ArgMatches, Command};

use super::args::{Entry, arg};
use super::context::Context;
use super::failure::Failure;
use crate::domain::command::Command as Wish;

pub(super) const ENTRY: Entry = Entry { name: "submit", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(arg("submit", "targets").required(true).num_args(1..).value_name("REF"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let references: Vec<&str> =
        matches.get_many::<String>("targets").into_iter().flatten().map(String::as_str).collect();
    super::act::execute(context, &references, |target| vec![Wish::Submit { target, seen: None }])
}
