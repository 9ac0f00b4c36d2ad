//! `completions SHELL`: prints a completion script.

use clap::{ArgMatches, Command, value_parser};
use clap_complete::Shell;

use super::args::{self, Entry, arg};
use super::context::Context;
use super::failure::Failure;

pub(super) const ENTRY: Entry = Entry { name: "completions", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(arg("completions", "shell").required(true).value_name("SHELL").value_parser(value_parser!(Shell)))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let Some(shell) = matches.get_one::<Shell>("shell").copied() else { return Ok(()) };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut args::grammar(), "huishen", &mut script);
    Ok(context.out.write_all(&script)?)
}
