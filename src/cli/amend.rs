//! `amend REF FILE`: a file amends a target and hands it in again, in one transaction.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::act;
use super::args::{Entry, arg};
use super::context::{Context, text};
use super::failure::Failure;
use super::import;
use crate::domain::command::{Command as Wish, Origin};
use crate::domain::handin::HandIn;
use crate::domain::intake::commands;
use crate::domain::refusal::Refusal;
use crate::domain::target::{State, UnitName};
use crate::domain::text::name_key;

pub(super) const ENTRY: Entry = Entry { name: "amend", arguments, run };

fn arguments(command: Command) -> Command {
    command
        .arg(arg("amend", "target").required(true).value_name("REF"))
        .arg(arg("amend", "file").required(true).value_name("FILE"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (reference, file) = (text(matches, "target"), text(matches, "file"));
    let read = import::read_file(file, matches)?;
    if read.is_refused() {
        return Err(import::refused(file, &read));
    }
    let mut store = context.store()?;
    let actor = context.actor(&store, Origin::CommandLine)?;
    let target = act::find(&store, &actor, reference)?;
    let unknown = || Refusal::UnknownTarget(reference.to_owned());
    let case = store.case_file(&actor.user, target)?.ok_or_else(unknown)?;
    let project = &case.target.project;
    let same = |name: &str| name_key(name) == name_key(&project.name);
    let handed = read.targets.into_iter().find(|handed| {
        (handed.project.code.is_some() && handed.project.code == project.code) || same(&handed.project.name)
    });
    let not_there = || Failure::Refused(t!("cli.amend.not-there", file = file, project = project.name).into_owned());
    let mut handed = handed.ok_or_else(not_there)?;
    handed.unit = UnitName { code: case.unit.code.clone(), name: case.unit.name.clone() };
    handed.project = project.clone();
    handed.year = Some(case.target.year);
    handed.category.clone_from(&case.target.category);
    let mut wishes = commands(HandIn { targets: vec![handed], ..HandIn::default() }, "");
    if case.target.standing.state != State::Negotiating {
        wishes.push(Wish::Submit { target, seen: None });
    }
    store.execute_all(&actor, &wishes).map_err(|refused| Failure::from(refused.refusal))?;
    act::say(context, &store, &actor, target)
}
