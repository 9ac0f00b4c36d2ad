//! `verify`: replays the journal and compares every table; says what does not agree, and where.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, switch};
use super::context::Context;
use super::failure::Failure;

pub(super) const ENTRY: Entry = Entry { name: "verify", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(switch("verify", "json"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let report = context.reading()?.verify()?;
    let sound = report.faults.is_empty();
    if matches.get_flag("json") {
        context.json(&report)?;
    } else if sound {
        context.say(&t!("cli.verify.good", rows = report.rows, head = report.head))?;
    } else {
        for fault in &report.faults {
            context.say(&fault.words())?;
        }
        context.say(&t!("cli.verify.bad", count = report.faults.len()))?;
    }
    if sound { Ok(()) } else { Err(Failure::Said(1)) }
}
