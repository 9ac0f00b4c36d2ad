//! `evaluate …`, `re-evaluate …` and `monitor …`: what became of approved targets, one act a subcommand, exactly as on the screens.
//!
//! `evaluate` self-evaluation · `re_evaluate` the bureau's own and what agencies were engaged for · `monitor` monitoring · `show` reads.

mod evaluate;
mod monitor;
mod re_evaluate;
mod show;

use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_i18n::t;

use super::act;
use super::args::arg;
use super::context::{Context, text};
use super::failure::Failure;
use super::number;
use crate::domain::command::{Actor, Command as Wish, Origin};
use crate::domain::execution::wish::ExecutionWish;
use crate::domain::facts::Entry;
use crate::domain::ids::TargetId;
use crate::domain::money::Money;
use crate::domain::refusal::Refusal;
use crate::domain::view::CaseFile;
use crate::store::Store;

pub(super) const EVALUATE: super::args::Entry = evaluate::ENTRY;
pub(super) const RE_EVALUATE: super::args::Entry = re_evaluate::ENTRY;
pub(super) const MONITOR: super::args::Entry = monitor::ENTRY;

/// A subcommand.
pub(super) struct Act {
    pub(super) name: &'static str,
    pub(super) arguments: fn(Command) -> Command,
    pub(super) run: fn(&mut Context, &ArgMatches) -> Result<(), Failure>,
}

/// Adds subcommands with their words: `cli.COMMAND.NAME`.
pub(super) fn with(command: Command, of: &str, acts: &[Act]) -> Command {
    let subcommand = |act: &Act| {
        let about = t!(format!("cli.{of}.{}", act.name)).into_owned();
        (act.arguments)(Command::new(act.name).about(about))
    };
    let whole = command.subcommand_required(true).disable_help_subcommand(true);
    whole.subcommands(acts.iter().map(subcommand))
}

/// Runs the subcommand that was asked for.
pub(super) fn run_act(acts: &[Act], context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let Some((name, given)) = matches.subcommand() else { return Ok(()) };
    acts.iter().find(|act| act.name == name).map_or(Ok(()), |act| (act.run)(context, given))
}

fn target() -> Arg {
    arg("evaluate", "target").required(true).value_name("REF")
}

fn option(name: &'static str, value: &'static str) -> Arg {
    arg("evaluate", name).long(name).value_name(value)
}

/// An option that is given once an indicator: `N=TEXT`.
fn each(name: &'static str) -> Arg {
    option(name, "N=TEXT").action(ArgAction::Append)
}

fn year() -> Arg {
    option("year", "YEAR").value_parser(number::year())
}

/// An open file, who acts, and the case file that a person names.
pub(super) struct Desk {
    pub(super) store: Store,
    pub(super) actor: Actor,
}

impl Desk {
    pub(super) fn open(context: &Context) -> Result<Self, Failure> {
        let store = context.store()?;
        let actor = context.actor(&store, Origin::CommandLine)?;
        Ok(Self { store, actor })
    }

    pub(super) fn reading(context: &Context) -> Result<Self, Failure> {
        let store = context.reading()?;
        let actor = context.actor(&store, Origin::CommandLine)?;
        Ok(Self { store, actor })
    }

    fn case(&self, matches: &ArgMatches) -> Result<CaseFile, Failure> {
        let reference = text(matches, "target");
        let id: TargetId = act::find(&self.store, &self.actor, reference)?;
        let unknown = || Refusal::UnknownTarget(reference.to_owned());
        Ok(self.store.case_file(&self.actor.user, id)?.ok_or_else(unknown)?)
    }

    /// Carries a wish out.
    fn go(&mut self, wish: ExecutionWish) -> Result<Vec<Entry>, Failure> {
        Ok(self.store.execute(&self.actor, &Wish::Execution(Box::new(wish)))?)
    }

    /// The year meant: the named one, else the file's.
    pub(super) fn year(&self, matches: &ArgMatches) -> Result<i32, Failure> {
        if let Some(year) = matches.get_one::<i32>("year") {
            return Ok(*year);
        }
        Ok(self.store.county()?.ok_or(Refusal::NotFounded)?.year)
    }
}

/// An amount in 万元.
pub(super) fn money(matches: &ArgMatches, id: &str) -> Result<Option<Money>, Failure> {
    let Some(given) = matches.get_one::<String>(id) else { return Ok(None) };
    let wrong = || Failure::Usage(t!("cli.evaluate.bad-money", option = id, text = given).into_owned());
    let number = given.replace([',', ',', ' '], "");
    let number: Decimal = number.trim_end_matches("万元").parse().map_err(|_| wrong())?;
    Money::from_wan(number).map(Some).ok_or_else(wrong)
}

pub(super) fn day(matches: &ArgMatches, id: &str) -> Result<Option<Date>, Failure> {
    let Some(given) = matches.get_one::<String>(id) else { return Ok(None) };
    let wrong = |_| Failure::Usage(t!("cli.review.bad-date", text = given).into_owned());
    given.parse().map(Some).map_err(wrong)
}

/// What is given for indicators, by their numbers from 1: `3=95%`; places count from 0.
pub(super) fn numbered(matches: &ArgMatches, id: &str, count: usize) -> Result<Vec<(usize, String)>, Failure> {
    let given = matches.get_many::<String>(id).into_iter().flatten();
    let one = |text: &String| {
        let wrong =
            || Failure::Usage(t!("cli.evaluate.bad-numbered", option = id, text = text, count = count).into_owned());
        let (number, value) = text.split_once(['=', '=']).ok_or_else(wrong)?;
        let number: usize = number.trim().parse().map_err(|_| wrong())?;
        let place = number.checked_sub(1).filter(|place| *place < count).ok_or_else(wrong)?;
        Ok((place, value.trim().to_owned()))
    };
    given.map(one).collect()
}

/// The words of one of several answers, or why they are none.
pub(super) fn choice<T>(id: &str, given: &str, of: impl Fn(&str) -> Option<T>) -> Result<T, Failure> {
    of(given).ok_or_else(|| Failure::Usage(t!("cli.evaluate.bad-choice", option = id, text = given).into_owned()))
}
