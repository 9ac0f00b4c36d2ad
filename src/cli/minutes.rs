//! `minutes ID --to FILE`: the minutes of a session, to be signed.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, arg, switch};
use super::context::{Context, text};
use super::failure::Failure;
use super::number;
use crate::domain::export::STANDARD;
use crate::domain::ids::SessionId;
use crate::run::minutes::give;

pub(super) const ENTRY: Entry = Entry { name: "minutes", arguments, run };

fn arguments(command: Command) -> Command {
    command
        .arg(arg("minutes", "id").required(true).value_name("ID").value_parser(number::id()))
        .arg(arg("minutes", "to").long("to").required(true).value_name("FILE"))
        .arg(switch("minutes", "force"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.reading()?;
    let viewer = context.user(&store)?;
    let id = SessionId(matches.get_one::<i64>("id").copied().unwrap_or_default());
    let to = text(matches, "to");
    give(&store, &viewer, id, (to, matches.get_flag("force")), context.out)?;
    if to == STANDARD {
        return Ok(());
    }
    context.say(&t!("cli.minutes.written", file = to))
}
