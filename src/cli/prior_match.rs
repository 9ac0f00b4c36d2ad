//! `match REF`: which earlier evaluations are a target's and which of their indicators are the same thing as this year's; says
//! so, or leaves it to the program again.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};
use rust_i18n::t;
use serde_json::json;

use super::act;
use super::args::{Entry, arg, switch};
use super::context::{Context, text};
use super::failure::Failure;
use super::number;
use crate::domain::command::{Command as Wish, Origin, SaidMatch};
use crate::domain::evaluation::{EvaluationIndicator, PriorReason};
use crate::domain::ids::EvaluationId;
use crate::domain::prior::words::sentence;
use crate::domain::refusal::Refusal;
use crate::domain::view::{CaseFile, PriorEvaluation, UnitEvaluation};

pub(super) const ENTRY: Entry = Entry { name: "match", arguments, run };

/// Values of `--belongs`.
const BELONGS: [&str; 3] = ["yes", "no", "auto"];

fn arguments(command: Command) -> Command {
    let option = |id: &'static str, name: &'static str| arg("match", id).long(id).value_name(name);
    let belongs = PossibleValuesParser::new(BELONGS);
    command
        .arg(arg("match", "target").required(true).value_name("REF"))
        .arg(option("evaluation", "ID").value_parser(number::id()))
        .arg(option("indicator", "N").value_parser(number::of::<u32>(1..)).requires("with"))
        .arg(option("with", "M|none|auto").value_parser(said).requires("indicator"))
        .arg(
            option("belongs", "yes|no|auto")
                .value_parser(belongs)
                .hide_possible_values(true)
                .requires("evaluation")
                .conflicts_with("indicator"),
        )
        .arg(switch("match", "json").conflicts_with_all(["indicator", "belongs"]))
}

/// An earlier indicator by its number from 1, or that none is, or that it is left to the program.
fn said(text: &str) -> Result<SaidMatch, String> {
    match (text, text.parse::<u32>()) {
        ("none", _) => Ok(SaidMatch::Nothing),
        ("auto", _) => Ok(SaidMatch::Unsaid),
        (_, Ok(number @ 1..)) => Ok(SaidMatch::Earlier(number - 1)),
        _ => Err(t!("cli.match.no-number").into_owned()),
    }
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let reference = text(matches, "target");
    let evaluation = matches.get_one::<i64>("evaluation").map(|id| EvaluationId(*id));
    let indicator = matches.get_one::<u32>("indicator").map(|number| number - 1);
    let belongs = matches.get_one::<String>("belongs").map(String::as_str);
    if indicator.is_none() && belongs.is_none() {
        return list(context, reference, matches.get_flag("json"));
    }
    let mut store = context.store()?;
    let actor = context.actor(&store, Origin::CommandLine)?;
    let target = act::find(&store, &actor, reference)?;
    let wish = match (indicator, matches.get_one::<SaidMatch>("with"), evaluation) {
        (Some(indicator), Some(&said), evaluation) => {
            let case = store.case_file(&actor.user, target)?;
            let case = case.ok_or_else(|| Refusal::UnknownTarget(reference.to_owned()))?;
            let evaluation = meant(&case, evaluation)?;
            Wish::MatchPrior { target, round: case.target.standing.round, indicator, evaluation, said }
        }
        (_, _, Some(evaluation)) => {
            let belongs = belongs.filter(|word| *word != "auto").map(|word| word == "yes");
            Wish::SetPrior { target, evaluation, belongs }
        }
        _ => return list(context, reference, false),
    };
    store.execute(&actor, &wish)?;
    act::say(context, &store, &actor, target)
}

/// The evaluation named, or the only one that there is.
fn meant(case: &CaseFile, named: Option<EvaluationId>) -> Result<EvaluationId, Failure> {
    match (named, case.priors.as_slice()) {
        (Some(id), _) => Ok(id),
        (None, [only]) => Ok(only.id),
        (None, []) => Err(Refusal::NoSuchEvaluation.into()),
        (None, several) => {
            let ids: Vec<String> = several.iter().map(|prior| prior.id.to_string()).collect();
            Err(Failure::Usage(t!("cli.match.several", ids = ids.join(" ")).into_owned()))
        }
    }
}

fn list(context: &mut Context, reference: &str, as_json: bool) -> Result<(), Failure> {
    let store = context.reading()?;
    let actor = context.actor(&store, Origin::CommandLine)?;
    let target = act::find(&store, &actor, reference)?;
    let unknown = || Refusal::UnknownTarget(reference.to_owned());
    let case = store.case_file(&actor.user, target)?.ok_or_else(unknown)?;
    let evaluations = store.unit_evaluations(&actor.user, target)?;
    if as_json {
        let belongs = |one: &UnitEvaluation| {
            json!({
                "id": one.id, "year": one.year, "kind": one.kind.id(), "project": one.project,
                "belongs": one.reason.is_some_and(PriorReason::holds), "reason": one.reason.map(PriorReason::id),
            })
        };
        let prior = super::show::priors(&case);
        return context.json(&json!({
            "evaluations": evaluations.iter().map(belongs).collect::<Vec<_>>(), "prior": prior,
        }));
    }
    if evaluations.is_empty() {
        return context.say(&t!("case.prior.no-evaluations"));
    }
    evaluations.iter().try_for_each(|one| context.say(&evaluation_line(one)))?;
    lines(&case).iter().try_for_each(|line| context.say(line))
}

fn evaluation_line(one: &UnitEvaluation) -> String {
    let kind = t!(format!("evaluation.{}", one.kind.id()));
    let what = t!("case.prior.unit-evaluation", year = one.year, kind = kind, project = one.project);
    let reason = match one.reason {
        Some(reason) => {
            t!(format!("prior-reason.{}", reason.id()), likeness = reason.likeness().unwrap_or(0)).into_owned()
        }
        None => t!("prior-reason.none").into_owned(),
    };
    t!("cli.match.evaluation-line", id = one.id, what = what, reason = reason).into_owned()
}

/// For each earlier evaluation its indicators with this year's beside them, those without a like included.
pub(super) fn lines(case: &CaseFile) -> Vec<String> {
    let mut out = Vec::new();
    for (prior, twins) in case.priors.iter().zip(case.twins()) {
        out.push(String::new());
        out.push(format!("{}:", heading(prior)));
        let year = prior.evaluation.year.map_or_else(String::new, |year| year.to_string());
        for (place, indicator) in case.submission.indicators.iter().enumerate() {
            let (number, name) = (place + 1, indicator.name());
            let twin = twins.get(place).copied().flatten();
            let found = twin.and_then(|twin| Some((twin, prior.evaluation.indicators.get(twin.place)?)));
            out.push(match found {
                Some((twin, earlier)) => {
                    let why = t!(format!("likeness.{}", twin.why.id()));
                    let (asked, earlier_words) = (indicator.measure_text(), earlier_words(twin.place, earlier));
                    let change = sentence(indicator, earlier, &year);
                    t!(
                        "cli.match.line",
                        number = number,
                        name = name,
                        target = asked,
                        earlier = earlier_words,
                        why = why,
                        change = change
                    )
                    .trim_end()
                    .to_owned()
                }
                None => t!("cli.match.none", number = number, name = name).into_owned(),
            });
        }
    }
    out
}

fn heading(prior: &PriorEvaluation) -> String {
    let evaluation = &prior.evaluation;
    let kind = t!(format!("evaluation.{}", evaluation.kind.id()));
    let score = evaluation.score.as_deref().unwrap_or("-");
    t!("case.prior.evaluation", year = evaluation.year.unwrap_or_default(), kind = kind, score = score).into_owned()
}

fn earlier_words(place: usize, earlier: &EvaluationIndicator) -> String {
    let (name, actual) = (earlier.l3.as_deref().unwrap_or_default(), earlier.actual.as_deref().unwrap_or("-"));
    let target =
        [earlier.sign.map_or("", crate::domain::measure::Sign::term), earlier.target.as_deref().unwrap_or("-")];
    let target = format!("{}{}", target.concat(), earlier.unit.as_deref().unwrap_or_default());
    t!("case.prior.earlier", number = place + 1, name = name, target = target, actual = actual).into_owned()
}
