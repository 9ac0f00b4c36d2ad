//! `demo`: makes the sample year if there is none and opens it; without a terminal prints its queue.

use std::io::IsTerminal;

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::Entry;
use super::context::{Context, DEMO};
use super::failure::Failure;
use super::list::{Asked, as_table};
use super::screens;
use crate::domain::view::Sort;
use crate::store::Store;

pub(super) const ENTRY: Entry = Entry { name: "demo", arguments, run };

fn arguments(command: Command) -> Command {
    command
}

fn run(context: &mut Context, _: &ArgMatches) -> Result<(), Failure> {
    let path = context.database(DEMO);
    let interactive = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    if !path.exists() {
        let mut store = Store::create(&path)?;
        if let Err(failed) = store.fill_sample() {
            store.discard();
            return Err(failed.into());
        }
        if !interactive {
            context.say(&t!("cli.demo.made", path = path.display()))?;
        }
    }
    if interactive {
        return screens::open_at(context, &path);
    }
    let store = context.open_reading(&path)?;
    let viewer = context.user(&store)?;
    if let Some(county) = store.county()? {
        context.say(&t!("cli.demo.title", county = county.name, year = county.year))?;
    }
    as_table(context, &store, &viewer, &Asked { filter: None, sort: Sort::Waiting, limit: None })?;
    context.say(&t!("cli.demo.no-terminal"))
}
