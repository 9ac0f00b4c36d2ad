//! `session …`: the joint session from the command line, one act a subcommand, exactly as on the screens.
//!
//! `prepare` makes and fills a session · `acts` are what happens in it; they concern the item under discussion ·
//! `notices` are the letters that follow from it · `show` reads.

mod acts;
mod notices;
mod prepare;
mod show;
mod words;

use clap::{Arg, ArgMatches, Command};
use rust_i18n::t;

use super::act;
use super::args::{Entry, arg};
use super::context::{Context, text};
use super::failure::Failure;
use super::number;
use crate::domain::command::{Actor, Command as Wish, Origin};
use crate::domain::ids::{SessionId, TargetId};
use crate::domain::refusal::Refusal;
use crate::domain::session::refusal::SessionRefusal;
use crate::domain::session::view::SessionView;
use crate::domain::session::wish::SessionWish;
use crate::store::Store;

pub(super) const ENTRY: Entry = Entry { name: "session", arguments, run };

/// A subcommand of `session`.
struct Act {
    name: &'static str,
    arguments: fn(Command) -> Command,
    run: fn(&mut Context, &ArgMatches) -> Result<(), Failure>,
}

const ACTS: [Act; 24] = [
    prepare::NEW,
    show::LIST,
    show::SHOW,
    prepare::MEMBER,
    prepare::UNSEAT,
    prepare::ADD,
    prepare::REMOVE,
    prepare::ORDER,
    prepare::RECUSE,
    prepare::LIFT,
    prepare::CONSENT,
    acts::OPEN,
    acts::ATTEND,
    acts::GOTO,
    acts::VOTE,
    acts::REVEAL,
    acts::REBALLOT,
    acts::DECIDE,
    acts::DISSENT,
    acts::DEFER,
    acts::UNDO,
    acts::NOTE,
    acts::CLOSE,
    notices::NOTICES,
];

fn arguments(command: Command) -> Command {
    let subcommand = |act: &Act| {
        let about = t!(format!("cli.session.{}", act.name)).into_owned();
        (act.arguments)(Command::new(act.name).about(about))
    };
    command.subcommand_required(true).disable_help_subcommand(true).subcommands(ACTS.iter().map(subcommand))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let Some((name, given)) = matches.subcommand() else { return Ok(()) };
    let act = ACTS.iter().find(|act| act.name == name);
    act.map_or(Ok(()), |act| (act.run)(context, given))
}

/// The session's number.
fn id() -> Arg {
    arg("session", "id").required(true).value_name("ID").value_parser(number::id())
}

/// An option with a value.
fn option(name: &'static str, value: &'static str) -> Arg {
    arg("session", name).long(name).value_name(value)
}

/// What an act has at hand: the open file, who acts, the session.
struct Room {
    store: Store,
    actor: Actor,
    id: SessionId,
}

impl Room {
    fn enter(context: &Context, matches: &ArgMatches) -> Result<Self, Failure> {
        let store = context.store()?;
        let actor = context.actor(&store, Origin::CommandLine)?;
        let id = SessionId(matches.get_one::<i64>("id").copied().unwrap_or_default());
        Ok(Self { store, actor, id })
    }

    /// The same for what only reads: the right to read the file will do.
    fn enter_reading(context: &Context, matches: &ArgMatches) -> Result<Self, Failure> {
        let store = context.reading()?;
        let actor = context.actor(&store, Origin::CommandLine)?;
        let id = SessionId(matches.get_one::<i64>("id").copied().unwrap_or_default());
        Ok(Self { store, actor, id })
    }

    fn view(&self) -> Result<SessionView, Failure> {
        let unknown = || Refusal::from(SessionRefusal::Unknown(self.id.to_string()));
        Ok(self.store.session_view(&self.actor.user, self.id)?.ok_or_else(unknown)?)
    }

    fn target(&self, reference: &str) -> Result<TargetId, Failure> {
        act::find(&self.store, &self.actor, reference)
    }

    /// Carries a wish out; whether it changed anything.
    fn go(&mut self, wish: SessionWish) -> Result<bool, Failure> {
        Ok(self.try_go(wish)?)
    }

    fn try_go(&mut self, wish: SessionWish) -> Result<bool, Refusal> {
        let command = Wish::Session { session: self.id, wish: Box::new(wish) };
        Ok(!self.store.execute(&self.actor, &command)?.is_empty())
    }
}

/// Carries a wish out and says where the session stands.
fn execute(context: &mut Context, mut room: Room, wish: SessionWish) -> Result<(), Failure> {
    room.go(wish)?;
    let view = room.view()?;
    context.say(&words::standing(&view))
}

/// People named with commas or as several arguments.
fn people(matches: &ArgMatches, id: &str) -> Vec<String> {
    let given = matches.get_many::<String>(id).into_iter().flatten();
    let names = given.flat_map(|names| names.split([',', ',', '、']));
    names.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn owned(matches: &ArgMatches, id: &str) -> Option<String> {
    Some(text(matches, id).trim().to_owned()).filter(|text| !text.is_empty())
}
