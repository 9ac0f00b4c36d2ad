//! `rescue --to FILE`: a new file of what a damaged one still tells. The damaged one is only read.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use rust_i18n::t;

use super::args::{Entry, arg};
use super::backup::file;
use super::context::Context;
use super::failure::Failure;
use crate::store::rescue;

pub(super) const ENTRY: Entry = Entry { name: "rescue", arguments, run };

fn arguments(command: Command) -> Command {
    let path = value_parser!(PathBuf);
    command.arg(arg("rescue", "to").long("to").required(true).value_name("FILE").value_parser(path))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let Some(to) = matches.get_one::<PathBuf>("to") else { return Ok(()) };
    let rescued = rescue(&file(context), to)?;
    let rows = rescued.head.map_or(0, |head| head.seq);
    context.say(&t!("cli.rescue.done", path = to.display(), rows = rows))?;
    let Some(stopped) = rescued.stopped else { return context.say(&t!("cli.rescue.whole", path = to.display())) };
    context.say(&t!("cli.rescue.stopped", why = stopped))?;
    if let Some((count, rest)) = rescued.beyond {
        context.say(&t!("cli.rescue.beyond", count = count, path = rest.display()))?;
    }
    Err(Failure::Said(1))
}
