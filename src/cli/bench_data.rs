//! `bench-data N`: fills a new file with synthetic targets, for measuring.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, arg};
use super::context::{Context, DATABASE};
use super::failure::Failure;
use super::number;
use crate::store::Store;

pub(super) const ENTRY: Entry = Entry { name: "bench-data", arguments, run };

fn arguments(command: Command) -> Command {
    command
        .arg(arg("bench-data", "count").required(true).value_name("N").value_parser(number::of::<u32>(1..=5_000_000)))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let count = matches.get_one::<u32>("count").copied().unwrap_or_default();
    let path = context.database(DATABASE);
    if path.exists() {
        return Err(Failure::Refused(t!("cli.init.exists", path = path.display()).into_owned()));
    }
    Store::create(&path)?.fill_bench(count, &mut |_| {})?;
    context.say(&t!("cli.bench-data.done", count = count, path = path.display()))
}
