//! `verify`: replays the journal and compares every table; says what does not agree, and where.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, switch};
use super::context::Context;
use super::failure::Failure;
use crate::store::{Fault, Report, newest_copy};

pub(super) const ENTRY: Entry = Entry { name: "verify", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(switch("verify", "quick")).arg(switch("verify", "json"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.reading()?;
    let quick = matches.get_flag("quick");
    let report = if quick { store.verify_quick()? } else { store.verify()? };
    let sound = report.is_clean();
    if matches.get_flag("json") {
        context.json(&report)?;
    } else if sound {
        noted(context, &report)?;
        let head = report.head.as_ref().map_or("-", |head| head.hash.as_str());
        let words = if quick {
            t!("cli.verify.good-quick", rows = report.rows, head = head)
        } else {
            t!("cli.verify.good", rows = report.rows, head = head, heads = report.heads)
        };
        context.say(&words)?;
    } else {
        noted(context, &report)?;
        for fault in &report.faults {
            context.say(&words(fault))?;
        }
        let count = report.faults.len() as u64 + report.unlisted;
        let copy = newest_copy(store.path()).map_or_else(|| "-".to_owned(), |copy| copy.display().to_string());
        context.say(&t!("cli.verify.bad", count = count, copy = copy))?;
    }
    if sound { Ok(()) } else { Err(Failure::Said(1)) }
}

/// What is no fault, and has to be known.
fn noted(context: &mut Context, report: &Report) -> Result<(), Failure> {
    report.notes.iter().try_for_each(|note| context.say(&t!("cli.verify.note", place = note.place, what = note.what)))
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
