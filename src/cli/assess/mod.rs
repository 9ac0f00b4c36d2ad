//! `assess fill|submit|review|withdraw|undo|list|show|due|report|form|score-sheet`: pre-assessments, one act a subcommand, exactly as on the screens.
//!
//! `write` acts · `read` what stands, as text and as JSON.

mod read;
mod write;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::args::{Entry, arg};
use super::context::{Context, text};
use super::execution::{Act, Desk, run_act, with};
use super::failure::Failure;
use super::number;
use crate::domain::assessment::refusal::AssessmentRefusal;
use crate::domain::assessment::view::AssessmentFile;
use crate::domain::assessment::wish::AssessmentWish;
use crate::domain::command::Command as Wish;
use crate::domain::facts::Entry as JournalEntry;
use crate::domain::ids::AssessmentId;
use crate::domain::refusal::Refusal;

pub(super) const ENTRY: Entry = Entry { name: "assess", arguments, run };

const ACTS: [Act; 11] = [
    write::FILL,
    write::SUBMIT,
    write::REVIEW,
    write::WITHDRAW,
    write::UNDO,
    read::LIST,
    read::SHOW,
    read::DUE,
    read::REPORT,
    read::FORM,
    read::SCORE_SHEET,
];

fn arguments(command: Command) -> Command {
    with(command, "assess", &ACTS)
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    run_act(&ACTS, context, matches)
}

fn which() -> Arg {
    arg("assess", "assessment").required(true).value_name("REF")
}

fn option(name: &'static str, value: &'static str) -> Arg {
    arg("assess", name).long(name).value_name(value)
}

/// An option that is given once an item: `N=TEXT`.
fn each(name: &'static str) -> Arg {
    option(name, "N=TEXT").action(ArgAction::Append)
}

fn year() -> Arg {
    option("year", "YEAR").value_parser(number::year())
}

fn unknown(named: &str) -> Failure {
    Refusal::from(AssessmentRefusal::Unknown(named.to_owned())).into()
}

/// The pre-assessment that a person names.
fn find(desk: &Desk, matches: &ArgMatches) -> Result<AssessmentId, Failure> {
    let named = text(matches, "assessment");
    desk.store.find_assessment(&desk.actor.user, named)?.ok_or_else(|| unknown(named))
}

fn file(desk: &Desk, id: AssessmentId) -> Result<AssessmentFile, Failure> {
    desk.store.assessment_file(&desk.actor.user, id)?.ok_or_else(|| unknown(&format!("#{id}")))
}

fn go(desk: &mut Desk, wish: AssessmentWish) -> Result<Vec<JournalEntry>, Failure> {
    Ok(desk.store.execute(&desk.actor, &Wish::Assessment(Box::new(wish)))?)
}
