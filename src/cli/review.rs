//! `review REF`: a stage's review, or, at the deciding stage, the chair's decision.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_i18n::t;

use super::args::{Entry, arg};
use super::context::{Context, grade, text};
use super::failure::Failure;
use crate::domain::command::{Command as Wish, ReviewWish, Verdict};
use crate::domain::grade::Grade;
use crate::domain::ids::TargetId;
use crate::domain::procedure::Procedure;
use crate::domain::refusal::Refusal;

pub(super) const ENTRY: Entry = Entry { name: "review", arguments, run };

fn arguments(command: Command) -> Command {
    let option = |id: &'static str, value: &'static str| arg("review", id).long(id).value_name(value);
    command
        .arg(arg("review", "target").required(true).value_name("REF"))
        .arg(option("stage", "ID").required(true))
        .arg(
            option("verdict", "pass|return")
                .value_parser(PossibleValuesParser::new(["pass", "return"]))
                .hide_possible_values(true),
        )
        .arg(option("grade", "GRADE").required_unless_present("points"))
        .arg(option("criteria", "GRADES").conflicts_with("points"))
        .arg(option("points", "NUMBERS"))
        .arg(option("opinion", "TEXT"))
        .arg(option("reason", "TEXT"))
        .arg(option("due", "DATE"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let procedure = Procedure::target_review().map_err(|error| Failure::Unusable(error.to_string()))?;
    let stages = || procedure.stages.iter().map(|stage| stage.id.clone()).collect();
    let named = text(matches, "stage");
    let unknown = || Refusal::UnknownStage(named.to_owned(), stages());
    let stage = procedure
        .stages
        .iter()
        .find(|stage| [&stage.id, &stage.name.zh, &stage.name.short].iter().any(|name| *name == named));
    let stage = stage.ok_or_else(unknown).map_err(|refusal| Failure::Usage(refusal.words()))?;
    let points = points(matches)?;
    let overall = match matches.get_one::<String>("grade") {
        Some(given) => grade(given)?,
        None => procedure.scored.overall(&points),
    };
    let criteria = criteria(matches)?;
    let opinion = text(matches, "opinion").to_owned();
    let references = [text(matches, "target")];
    if stage.decides {
        let due = due(matches)?;
        let criteria = criteria.unwrap_or_default();
        let wish = |target| Wish::Decide {
            target,
            seen: None,
            criteria: criteria.clone(),
            points: points.clone(),
            grade: overall,
            opinion: opinion.clone(),
            due,
        };
        return super::act::execute(context, &references, |target| vec![wish(target)]);
    }
    let verdict = Verdict::of_id(text(matches, "verdict"));
    let verdict = verdict.ok_or_else(|| Failure::Usage(t!("cli.review.needs-verdict").into_owned()))?;
    let usual = if points.is_empty() { vec![overall; procedure.criteria.len()] } else { Vec::new() };
    let wish = |target: TargetId| ReviewWish {
        target,
        seen: None,
        stage: stage.id.clone(),
        criteria: criteria.clone().unwrap_or_else(|| usual.clone()),
        points: points.clone(),
        grade: overall,
        verdict,
        opinion: opinion.clone(),
        reason: text(matches, "reason").to_owned(),
    };
    super::act::execute(context, &references, |target| vec![Wish::Review(Box::new(wish(target)))])
}

fn criteria(matches: &ArgMatches) -> Result<Option<Vec<Grade>>, Failure> {
    let Some(list) = matches.get_one::<String>("criteria") else { return Ok(None) };
    list.split([',', ',', '、']).map(grade).collect::<Result<Vec<_>, _>>().map(Some)
}

/// The points of the criteria; a comma of either width parts them.
pub(super) fn points(matches: &ArgMatches) -> Result<Vec<Decimal>, Failure> {
    let Some(list) = matches.get_one::<String>("points") else { return Ok(Vec::new()) };
    let point = |text: &str| {
        let wrong = |_| Failure::Usage(t!("cli.review.bad-points", text = text).into_owned());
        text.trim().parse::<Decimal>().map_err(wrong)
    };
    list.split([',', ',', '、']).map(point).collect()
}

fn due(matches: &ArgMatches) -> Result<Option<Date>, Failure> {
    let Some(text) = matches.get_one::<String>("due") else { return Ok(None) };
    let wrong = |_| Failure::Usage(t!("cli.review.bad-date", text = text).into_owned());
    text.parse().map(Some).map_err(wrong)
}
