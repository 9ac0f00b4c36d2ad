//! `key-project REF --reason TEXT`: says that a target is a key project, scored by points, or with `--off` none any more.

use clap::{ArgMatches, Command};

use super::args::{Entry, arg, switch};
use super::context::{Context, text};
use super::failure::Failure;
use crate::domain::command::Command as Wish;

pub(super) const ENTRY: Entry = Entry { name: "key-project", arguments, run };

fn arguments(command: Command) -> Command {
    command
        .arg(arg("key-project", "target").required(true).value_name("REF"))
        .arg(arg("key-project", "reason").long("reason").required(true).value_name("TEXT"))
        .arg(switch("key-project", "off"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (reason, key_project) = (text(matches, "reason").to_owned(), !matches.get_flag("off"));
    super::act::execute(context, &[text(matches, "target")], |target| {
        vec![Wish::SetKeyProject { target, seen: None, key_project, reason: reason.clone() }]
    })
}
