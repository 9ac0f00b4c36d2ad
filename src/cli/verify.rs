//! `verify`: replays the journal and compares every table; says what does not agree, and where.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, switch};
use super::context::Context;
use super::failure::Failure;
use crate::store::Fault;

pub(super) const ENTRY: Entry = Entry { name: "verify", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(switch("verify", "json"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let report = context.reading()?.verify()?;
    let sound = report.is_clean();
    if matches.get_flag("json") {
        context.json(&report)?;
    } else if sound {
        let head = report.head.as_ref().map_or("-", |head| head.hash.as_str());
        context.say(&t!("cli.verify.good", rows = report.rows, head = head))?;
    } else {
        for fault in &report.faults {
            context.say(&words(fault))?;
        }
        let count = report.faults.len() as u64 + report.unlisted;
        context.say(&t!("cli.verify.bad", count = count))?;
    }
    if sound { Ok(()) } else { Err(Failure::Said(1)) }
}

/// A fault in one line: where, what, and both values where there are two.
fn words(fault: &Fault) -> String {
    let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    let values = if fault.expected.is_none() && fault.found.is_none() {
        String::new()
    } else {
        t!("cli.verify.values", expected = shown(&fault.expected), found = shown(&fault.found)).into_owned()
    };
    format!("{}: {}{values}", fault.place, fault.what)
}
