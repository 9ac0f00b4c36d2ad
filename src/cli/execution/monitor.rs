//! `monitor fill|dispose|rectify|warn|show|board`: monitoring of approved targets.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::super::args::{Entry, arg, switch};
use super::super::context::{Context, text};
use super::super::failure::Failure;
use super::super::number;
use super::{Act, Desk, choice, day, each, money, numbered, option, show, target, with, year};
use crate::domain::event::Event;
use crate::domain::execution::event::ExecutionEvent;
use crate::domain::execution::progress::{Cause, Likelihood, Monitoring, Progress};
use crate::domain::execution::record::Disposal;
use crate::domain::execution::rule;
use crate::domain::execution::wish::ExecutionWish;
use crate::domain::view::CaseFile;

pub(super) const ENTRY: Entry = Entry { name: "monitor", arguments, run };

const ACTS: [Act; 6] = [FILL, DISPOSE, RECTIFY, WARN, SHOW, BOARD];

fn arguments(command: Command) -> Command {
    with(command, "monitor", &ACTS)
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    super::run_act(&ACTS, context, matches)
}

/// The period's id that the text names; anything else is left for the rules to refuse.
fn period(matches: &ArgMatches, case: &CaseFile) -> String {
    let periods = rule::periods(&case.target.project.name);
    match text(matches, "period") {
        "" => periods.first().map(|period| period.id.clone()).unwrap_or_default(),
        given => rule::period(given).map_or_else(|| given.to_owned(), |period| period.id.clone()),
    }
}

const FILL: Act = Act {
    name: "fill",
    arguments: |command| {
        command
            .arg(target())
            .arg(option("period", "ID"))
            .arg(option("executed", "WAN").required(true))
            .arg(option("budget", "WAN"))
            .arg(option("whole-year", "WAN"))
            .arg(each("value"))
            .arg(each("expected"))
            .arg(each("likely"))
            .arg(each("cause"))
            .arg(each("reason"))
    },
    run: |context, matches| {
        let mut desk = Desk::open(context)?;
        let case = desk.case(matches)?;
        let monitoring = Monitoring {
            period: period(matches, &case),
            budget: money(matches, "budget")?.or(case.submission.amount),
            executed: money(matches, "executed")?,
            expected: money(matches, "whole-year")?,
            indicators: progress(matches, case.submission.indicators.len())?,
        };
        let id = monitoring.period.clone();
        desk.go(ExecutionWish::Monitor { target: case.target.id, monitoring })?;
        show::period(context, &desk.case(matches)?, &id)
    },
};

fn progress(matches: &ArgMatches, count: usize) -> Result<Vec<Progress>, Failure> {
    let mut out = vec![Progress::default(); count];
    for (place, value) in numbered(matches, "value", count)? {
        out[place].value = value;
    }
    for (place, expected) in numbered(matches, "expected", count)? {
        out[place].expected = expected;
    }
    for (place, reason) in numbered(matches, "reason", count)? {
        out[place].reason = reason;
    }
    for (place, likely) in numbered(matches, "likely", count)? {
        out[place].likelihood = choice("likely", &likely, Likelihood::of_text)?;
    }
    for (place, cause) in numbered(matches, "cause", count)? {
        out[place].cause = Some(choice("cause", &cause, Cause::of_text)?);
    }
    Ok(out)
}

const DISPOSE: Act = Act {
    name: "dispose",
    arguments: |command| {
        command
            .arg(target())
            .arg(option("period", "ID"))
            .arg(option("how", "continue|adjust|cancel").required(true))
            .arg(option("opinion", "TEXT"))
            .arg(option("due", "DATE"))
    },
    run: |context, matches| {
        let mut desk = Desk::open(context)?;
        let case = desk.case(matches)?;
        let (target, period) = (case.target.id, period(matches, &case));
        let disposal = choice("how", text(matches, "how"), Disposal::of_id)?;
        let (opinion, due) = (text(matches, "opinion").to_owned(), day(matches, "due")?);
        desk.go(ExecutionWish::Dispose { target, period: period.clone(), disposal, opinion, due })?;
        show::period(context, &desk.case(matches)?, &period)
    },
};

const RECTIFY: Act = Act {
    name: "rectify",
    arguments: |command| command.arg(target()).arg(option("period", "ID")).arg(option("text", "TEXT").required(true)),
    run: |context, matches| {
        let mut desk = Desk::open(context)?;
        let case = desk.case(matches)?;
        let (target, period) = (case.target.id, period(matches, &case));
        let said = text(matches, "text").to_owned();
        desk.go(ExecutionWish::Rectify { target, period: period.clone(), text: said })?;
        show::period(context, &desk.case(matches)?, &period)
    },
};

const WARN: Act = Act {
    name: "warn",
    arguments: |command| {
        command
            .arg(arg("evaluate", "warned").required(true).value_name("YEAR").value_parser(number::year()))
            .arg(arg("evaluate", "warned-period").required(true).value_name("PERIOD"))
    },
    run: |context, matches| {
        let mut desk = Desk::open(context)?;
        let year = matches.get_one::<i32>("warned").copied().unwrap_or_default();
        let period = text(matches, "warned-period").to_owned();
        let entries = desk.go(ExecutionWish::Warn { year, period })?;
        for entry in &entries {
            let Event::Execution { act: ExecutionEvent::WarningRaised { target, .. } } = &entry.event else { continue };
            let case = desk.store.case_file(&desk.actor.user, *target)?;
            let Some(case) = case else { continue };
            context.say(&format!("#{target}  {}  {}", case.unit.name, case.target.project.name))?;
        }
        context.say(&t!("cli.monitor.warned", count = entries.len()))
    },
};

const SHOW: Act = Act {
    name: "show",
    arguments: |command| command.arg(target()).arg(switch("evaluate", "json")),
    run: |context, matches| {
        let desk = Desk::reading(context)?;
        show::monitoring(context, &desk.case(matches)?, matches.get_flag("json"))
    },
};

const BOARD: Act = Act {
    name: "board",
    arguments: |command| command.arg(year()).arg(option("period", "ID")).arg(switch("evaluate", "json")),
    run: |context, matches| {
        let desk = Desk::reading(context)?;
        let year = desk.year(matches)?;
        let id = match text(matches, "period") {
            "" => "jul".to_owned(),
            given => rule::period(given).map_or_else(|| given.to_owned(), |period| period.id.clone()),
        };
        let rows = desk.store.unit_progress(&desk.actor.user, year, Some(&id))?;
        show::board(context, (year, &id), &rows, matches.get_flag("json"))
    },
};
