//! `wall ID`: a session for everybody in the room to see, on a projector. Only reads.

use clap::{ArgMatches, Command};

use super::args::{Entry, arg};
use super::context::{Context, DATABASE};
use super::failure::Failure;
use super::number;
use super::screens::{SIZE, bind, need_terminal, show};
use crate::app::App;
use crate::domain::ids::SessionId;
use crate::domain::refusal::Refusal;
use crate::domain::session::refusal::SessionRefusal;
use crate::run::Reader;

pub(super) const ENTRY: Entry = Entry { name: "wall", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(arg("wall", "id").required(true).value_name("ID").value_parser(number::id()))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let path = context.database(DATABASE);
    let store = context.open_reading(&path)?;
    let user = context.user(&store)?;
    let id = SessionId(matches.get_one::<i64>("id").copied().unwrap_or_default());
    let unknown = || Refusal::from(SessionRefusal::Unknown(id.to_string()));
    store.session_view(&user, id)?.ok_or_else(unknown)?;
    need_terminal()?;
    let county = store.county()?.ok_or(Refusal::NotFounded)?;
    let mut app = App::new(store.procedure().clone(), county, user, store.now(), SIZE).on_wall(id);
    bind(&mut app, context);
    show(context, &path, app, Reader::new(store), None)
}
