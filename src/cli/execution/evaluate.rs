//! `evaluate open|fill|review|list|show|report`: self-evaluation against the approved target.

use clap::{ArgMatches, Command};
use rust_decimal::Decimal;
use rust_i18n::t;

use super::super::args::{Entry, arg, switch};
use super::super::context::{Context, text};
use super::super::export::give;
use super::super::failure::Failure;
use super::super::number;
use super::{Act, Desk, day, each, money, numbered, option, show, target, with, year};
use crate::domain::evaluation::EvaluationKind;
use crate::domain::execution::appraisal::{Achieved, Funds};
use crate::domain::execution::record::Details;
use crate::domain::execution::rule::{self, Section};
use crate::domain::execution::wish::{Evaluate, ExecutionWish, Seen};
use crate::domain::export::{Document, Which};
use crate::domain::ids::EvaluationId;
use crate::domain::refusal::Refusal;
use crate::domain::view::CaseFile;

pub(super) const ENTRY: Entry = Entry { name: "evaluate", arguments, run };

const ACTS: [Act; 6] = [OPEN, FILL, REVIEW, LIST, SHOW, REPORT];

fn arguments(command: Command) -> Command {
    with(command, "evaluate", &ACTS)
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    super::run_act(&ACTS, context, matches)
}

const OPEN: Act = Act {
    name: "open",
    arguments: |command| {
        command
            .arg(arg("evaluate", "opened").required(true).value_name("YEAR").value_parser(number::year()))
            .arg(option("approved", "DATE").required(true))
            .arg(option("due", "DATE"))
    },
    run: |context, matches| {
        let mut desk = Desk::open(context)?;
        let year = matches.get_one::<i32>("opened").copied().unwrap_or_default();
        let approved = day(matches, "approved")?.ok_or(Refusal::Blank("field.year"))?;
        let due = day(matches, "due")?.unwrap_or_else(|| rule::evaluation_due(approved));
        desk.go(ExecutionWish::Open { year, approved, due: Some(due) })?;
        let source = rule::source(Section::Due);
        context.say(&t!("cli.evaluate.opened-done", year = year, due = due, source = source))
    },
};

/// The options of what was reached, shared with the bureau's own evaluation.
pub(super) fn filling(command: Command) -> Command {
    command
        .arg(target())
        .arg(option("executed", "WAN").required(true))
        .arg(option("budget", "WAN"))
        .arg(each("actual"))
        .arg(each("score"))
        .arg(each("reason"))
        .arg(option("outcome", "TEXT"))
        .arg(switch("evaluate", "correct"))
}

/// The evaluation that the options state, of an approved target.
pub(super) fn filled(
    case: &CaseFile,
    kind: EvaluationKind,
    details: Details,
    matches: &ArgMatches,
) -> Result<Evaluate, Failure> {
    let count = case.submission.indicators.len();
    let mut achieved = vec![Achieved::default(); count];
    for (place, actual) in numbered(matches, "actual", count)? {
        achieved[place].actual = actual;
    }
    for (place, reason) in numbered(matches, "reason", count)? {
        achieved[place].reason = reason;
    }
    for (place, score) in numbered(matches, "score", count)? {
        let wrong = |_| Failure::Usage(t!("cli.review.bad-points", text = score).into_owned());
        achieved[place].score = Some(score.parse::<Decimal>().map_err(wrong)?);
    }
    let budget = money(matches, "budget")?.or(case.submission.amount);
    let funds = Funds { budget, executed: money(matches, "executed")? };
    let seen = if matches.get_flag("correct") { Seen::Any } else { Seen::Nothing };
    Ok(Evaluate { target: case.target.id, kind, funds, achieved, details, seen })
}

const FILL: Act = Act {
    name: "fill",
    arguments: filling,
    run: |context, matches| {
        let mut desk = Desk::open(context)?;
        let case = desk.case(matches)?;
        let details = Details { outcome: text(matches, "outcome").to_owned(), engagement: None };
        let wish = filled(&case, EvaluationKind::Own, details, matches)?;
        desk.go(ExecutionWish::Evaluate(wish))?;
        show::said(context, &desk.case(matches)?, EvaluationKind::Own)
    },
};

/// The kinds of evaluations by their ids, the unit's own by default.
pub(super) fn kind(matches: &ArgMatches, usual: EvaluationKind) -> Result<EvaluationKind, Failure> {
    match text(matches, "kind") {
        "" => Ok(usual),
        given => super::choice("kind", given, EvaluationKind::of_id),
    }
}

const REVIEW: Act = Act {
    name: "review",
    arguments: |command| {
        command
            .arg(target())
            .arg(option("verdict", "accept|return").required(true))
            .arg(option("opinion", "TEXT"))
            .arg(option("kind", "self|fiscal|agency"))
    },
    run: |context, matches| {
        let mut desk = Desk::open(context)?;
        let case = desk.case(matches)?;
        let kind = kind(matches, EvaluationKind::Own)?;
        let row = case.execution.evaluation(case.target.year, kind).ok_or(Refusal::NoSuchEvaluation)?;
        let evaluation: EvaluationId = row.reported.id;
        let accepted = super::choice("verdict", text(matches, "verdict"), |verdict| match verdict {
            "accept" => Some(true),
            "return" => Some(false),
            _ => None,
        })?;
        let opinion = text(matches, "opinion").to_owned();
        desk.go(ExecutionWish::Judge { evaluation, accepted, opinion })?;
        show::said(context, &desk.case(matches)?, kind)
    },
};

const LIST: Act = Act {
    name: "list",
    arguments: |command| command.arg(year()).arg(switch("evaluate", "json")),
    run: |context, matches| {
        let desk = Desk::reading(context)?;
        let year = desk.year(matches)?;
        let rows = desk.store.evaluations_of_year(&desk.actor.user, year)?;
        show::list(context, &rows, matches.get_flag("json"))
    },
};

pub(super) const SHOW: Act = Act {
    name: "show",
    arguments: |command| command.arg(target()).arg(switch("evaluate", "json")),
    run: |context, matches| {
        let desk = Desk::reading(context)?;
        show::evaluations(context, &desk.case(matches)?, matches.get_flag("json"))
    },
};

const REPORT: Act = Act {
    name: "report",
    arguments: |command| {
        command.arg(target()).arg(option("to", "FILE.docx").required(true)).arg(switch("evaluate", "force"))
    },
    run: |context, matches| {
        let desk = Desk::reading(context)?;
        let which = Which::These(vec![desk.case(matches)?.target.id]);
        give(context, (&desk.store, &desk.actor.user), (Document::Evaluation, which, None), matches)
    },
};
