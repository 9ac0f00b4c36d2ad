//! `re-evaluate fill|record|show`: the bureau's own evaluation beside the unit's, and evaluations of major policies and key projects with the
//! agency engaged.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::super::args::{Entry, switch};
use super::super::context::{Context, text};
use super::super::failure::Failure;
use super::evaluate::{SHOW, filled, filling, kind};
use super::{Act, Desk, money, option, show, with, year};
use crate::domain::evaluation::{Evaluation, EvaluationKind};
use crate::domain::execution::record::{Details, Engagement};
use crate::domain::execution::wish::ExecutionWish;
use crate::domain::target::{ProjectName, UnitName};

pub(super) const ENTRY: Entry = Entry { name: "re-evaluate", arguments, run };

const ACTS: [Act; 3] = [FILL, RECORD, SHOW];

fn arguments(command: Command) -> Command {
    with(command, "re-evaluate", &ACTS)
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    super::run_act(&ACTS, context, matches)
}

fn engaging(command: Command) -> Command {
    command
        .arg(option("kind", "fiscal|agency"))
        .arg(option("agency", "NAME"))
        .arg(option("scope", "TEXT"))
        .arg(option("link", "URL"))
        .arg(option("conclusion", "TEXT"))
}

fn engagement(matches: &ArgMatches) -> Option<Engagement> {
    let given = |id: &str| text(matches, id).trim().to_owned();
    let (agency, scope) = (given("agency"), given("scope"));
    let engagement = Engagement { agency, scope, link: given("link"), conclusion: given("conclusion") };
    (engagement != Engagement::default()).then_some(engagement)
}

const FILL: Act = Act {
    name: "fill",
    arguments: |command| engaging(filling(command)),
    run: |context, matches| {
        let mut desk = Desk::open(context)?;
        let case = desk.case(matches)?;
        let details = Details { outcome: text(matches, "outcome").to_owned(), engagement: engagement(matches) };
        let kind = kind(matches, EvaluationKind::Fiscal)?;
        desk.go(ExecutionWish::Evaluate(filled(&case, kind, details, matches)?))?;
        show::said(context, &desk.case(matches)?, kind)
    },
};

const RECORD: Act = Act {
    name: "record",
    arguments: |command| {
        engaging(command)
            .arg(option("unit", "NAME").required(true))
            .arg(option("project", "NAME").required(true))
            .arg(option("code", "CODE"))
            .arg(year().required(true))
            .arg(option("budget", "WAN"))
            .arg(option("executed", "WAN"))
            .arg(option("total", "POINTS"))
            .arg(switch("evaluate", "json"))
    },
    run: |context, matches| {
        let mut desk = Desk::open(context)?;
        let given = |id: &str| Some(text(matches, id).trim().to_owned()).filter(|text| !text.is_empty());
        let evaluation = Evaluation {
            unit: UnitName { code: None, name: given("unit").unwrap_or_default() },
            project: ProjectName { code: given("code"), name: given("project").unwrap_or_default() },
            year: Some(desk.year(matches)?),
            kind: kind(matches, EvaluationKind::Fiscal)?,
            budget: money(matches, "budget")?,
            executed: money(matches, "executed")?,
            score: given("total"),
            indicators: Vec::new(),
        };
        let details = Details { outcome: String::new(), engagement: engagement(matches) };
        let project = evaluation.project.name.clone();
        let entries = desk.go(ExecutionWish::Engage { evaluation: Box::new(evaluation), details })?;
        let key = if entries.is_empty() { "cli.evaluate.same" } else { "cli.evaluate.recorded" };
        context.say(&t!(key, project = project))
    },
};
