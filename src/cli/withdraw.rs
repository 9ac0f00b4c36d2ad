//! `withdraw REF`: the unit takes its target back.

use clap::{ArgMatches, Command};

use super::args::{Entry, arg};
use super::context::{Context, text};
use super::failure::Failure;
use crate::domain::command::Command as Wish;

pub(super) const ENTRY: Entry = Entry { name: "withdraw", arguments, run };

fn arguments(command: Command) -> Command {
    command
        .arg(arg("withdraw", "target").required(true).value_name("REF"))
        .arg(arg("withdraw", "reason").long("reason").value_name("TEXT"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let reason = text(matches, "reason").to_owned();
    super::act::execute(context, &[text(matches, "target")], |target| {
        vec![Wish::Withdraw { target, seen: None, reason: reason.clone() }]
    })
}
