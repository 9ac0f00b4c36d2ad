//! `watch`: one line an event as it happens, by whomever, until interrupted.

use std::sync::mpsc;

use clap::{ArgMatches, Command};

use super::args::{Entry, switch};
use super::context::Context;
use super::failure::Failure;
use super::journal::{line, say_json};
use crate::domain::ids::Seq;
use crate::store::Watcher;

pub(super) const ENTRY: Entry = Entry { name: "watch", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(switch("watch", "json"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.store()?;
    let viewer = context.user(&store)?;
    let (changed, bell) = mpsc::channel();
    let _watcher = Watcher::start(store.path(), move || changed.send(()).unwrap_or_default())?;
    let newest = store.entries(&viewer, None, None, Some(1))?;
    let mut seen = newest.last().map_or(Seq(0), |row| row.seq);
    while bell.recv().is_ok() {
        while bell.try_recv().is_ok() {}
        for row in store.entries(&viewer, None, Some(seen), None)? {
            seen = seen.max(row.seq);
            if matches.get_flag("json") {
                say_json(context, &row)?;
            } else {
                context.say(&line(&row, store.procedure()))?;
                context.out.flush()?;
            }
        }
    }
    Ok(())
}
