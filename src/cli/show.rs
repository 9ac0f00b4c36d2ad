//! `show REF`: one target with objective, indicators, links, earlier evaluations and opinions, as text or JSON.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use clap::{ArgMatches, Command};
use rust_decimal::prelude::ToPrimitive;
use rust_i18n::t;
use serde_json::{Value, json};

use super::act;
use super::args::{Entry, arg, switch};
use super::context::{Context, text};
use super::failure::Failure;
use crate::domain::command::Origin;
use crate::domain::correspondence::reason;
use crate::domain::evaluation::EvaluationIndicator;
use crate::domain::prior::{Change, Twin, change};
use crate::domain::procedure::Procedure;
use crate::domain::refusal::{Refusal, verdict_word};
use crate::domain::target::{Indicator, UnitName};
use crate::domain::view::{CaseFile, PriorEvaluation, ReviewRow};
use crate::exchange::out::place;
use crate::exchange::schema::TargetJson;

pub(super) const ENTRY: Entry = Entry { name: "show", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(arg("show", "target").required(true).value_name("REF")).arg(switch("show", "json"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.reading()?;
    let actor = context.actor(&store, Origin::CommandLine)?;
    let reference = text(matches, "target");
    let target = act::find(&store, &actor, reference)?;
    let unknown = || Refusal::UnknownTarget(reference.to_owned());
    let case = store.case_file(&actor.user, target)?.ok_or_else(unknown)?;
    if matches.get_flag("json") {
        return context.json(&as_json(&case));
    }
    let lines = as_text(&case, store.procedure());
    lines.iter().try_for_each(|line| context.say(line))
}

/// The JSON of design §9.
fn as_json(case: &CaseFile) -> Value {
    let (target, standing) = (&case.target, &case.target.standing);
    let unit = UnitName { code: case.unit.code.clone(), name: case.unit.name.clone() };
    let handed =
        TargetJson::new(&unit, &target.project, Some(target.year), target.category.as_deref(), &case.submission);
    let link = |link: &crate::domain::target::Link| {
        let confidence = f64::from(link.confidence) / 100.0;
        json!({"objective": link.objective, "indicator": link.indicator, "origin": link.origin.id(), "confidence": confidence, "reason": reason(&link.grounds)})
    };
    json!({
        "ref": case.target.project.code.clone().unwrap_or_else(|| format!("#{}", case.target.id)),
        "id": case.target.id,
        "state": standing.state.id(),
        "stage": standing.stage,
        "round": standing.round,
        "version": case.target.version,
        "target": handed,
        "objective_items": case.items,
        "links": case.links.iter().map(link).collect::<Vec<_>>(),
        "findings": super::check::findings(case),
        "unchecked": super::check::unchecked(case),
        "prior": priors(case),
        "reviews": case.reviews.iter().filter(|review| !review.undone).map(review).collect::<Vec<_>>(),
    })
}

fn review(review: &ReviewRow) -> Value {
    let mut value = json!({
        "stage": review.stage,
        "round": review.round,
        "reviewer": review.by,
        "grade": review.grade,
        "criteria": review.criteria,
        "verdict": review.verdict.id(),
        "opinion": review.opinion,
        "at": review.at.iso(),
    });
    if !review.points.is_empty() {
        value["points"] = json!(review.points);
    }
    value
}

pub(super) fn priors(case: &CaseFile) -> Vec<Value> {
    let twins = case.twins();
    let of_year = |(prior, twins): (&PriorEvaluation, &Vec<Option<Twin>>)| {
        let one = |(place, twin): (usize, &Option<Twin>)| {
            let twin = (*twin)?;
            let earlier = prior.evaluation.indicators.get(twin.place)?;
            let (percent, ambition) = judged(&case.submission.indicators[place], earlier);
            Some(json!({
                "indicator": place,
                "year": prior.evaluation.year,
                "kind": prior.evaluation.kind.id(),
                "evaluation_indicator": twin.place,
                "name": earlier.l3,
                "target": earlier.target,
                "actual": earlier.actual,
                "score": earlier.score,
                "weight": earlier.weight,
                "reason": earlier.reason,
                "why": twin.why.id(),
                "change_percent": percent,
                "ambition": ambition,
            }))
        };
        twins.iter().enumerate().filter_map(one).collect::<Vec<_>>()
    };
    case.priors.iter().zip(twins).flat_map(of_year).collect()
}

/// The change against what was reached in percent, and whether this year asks for more: both null where numbers do not compare.
fn judged(indicator: &Indicator, earlier: &EvaluationIndicator) -> (Option<f64>, Option<&'static str>) {
    match change(indicator, earlier) {
        Change::Number { percent, ambition } => {
            let word = match ambition {
                Ordering::Greater => "higher",
                Ordering::Less => "lower",
                Ordering::Equal => "same",
            };
            (percent.and_then(|percent| percent.to_f64()), Some(word))
        }
        _ => (None, None),
    }
}

fn as_text(case: &CaseFile, procedure: &Procedure) -> Vec<String> {
    let (target, submission) = (&case.target, &case.submission);
    let amount = submission.amount.map_or_else(|| "-".to_owned(), super::super::domain::money::Money::wan);
    let category = target.category.as_deref().unwrap_or("-");
    let code = target.project.code.as_deref().unwrap_or("-");
    let standing = &target.standing;
    let mut lines = vec![
        format!("#{} {}", target.id, target.project.name),
        format!("{}  {code}  {category}  {}  {amount} 万元", case.unit.name, target.year),
        format!("{}  {}", place(procedure, standing), t!("cli.show.round", round = standing.round)),
        String::new(),
        format!("{}:", t!("cli.show.items")),
    ];
    lines.extend(objective(case));
    if !case.priors.is_empty() {
        lines.extend([String::new(), format!("{}:", t!("cli.show.priors"))]);
        lines.extend(case.priors.iter().map(|prior| {
            let evaluation = &prior.evaluation;
            let year = evaluation.year.map_or_else(|| "-".to_owned(), |year| year.to_string());
            format!("  {year}  {}  {}", evaluation.score.as_deref().unwrap_or("-"), evaluation.project.name)
        }));
        lines.extend(super::prior_match::lines(case));
    }
    let findings = super::check::lines(case);
    if !findings.is_empty() {
        lines.extend([String::new(), format!("{}:", t!("cli.show.findings"))]);
        lines.extend(findings);
    }
    if !case.reviews.is_empty() {
        lines.extend([String::new(), format!("{}:", t!("cli.show.reviews"))]);
        lines.extend(case.reviews.iter().filter(|review| !review.undone).map(|review| opinion(review, procedure)));
    }
    lines
}

/// The items with their indicators under them, then the indicators that answer to none.
fn objective(case: &CaseFile) -> Vec<String> {
    let mut lines = Vec::new();
    let mut linked = BTreeSet::new();
    let line = |indicator: &Indicator, place: usize| {
        let level = indicator.l2.as_deref().or(indicator.l1.as_deref()).unwrap_or("-");
        format!("     {} {level} {} {}", place + 1, indicator.name(), indicator.measure_text())
    };
    for (place, item) in case.items.iter().enumerate() {
        lines.push(format!("  {} {item}", place + 1));
        let of_item = |link: &&crate::domain::target::Link| link.objective as usize == place && link.holds();
        let indicators: Vec<usize> = case.links.iter().filter(of_item).map(|link| link.indicator as usize).collect();
        if indicators.is_empty() {
            lines.push(format!("     {}", t!("cli.show.no-indicator")));
        }
        for indicator in indicators {
            linked.insert(indicator);
            lines.extend(case.submission.indicators.get(indicator).map(|found| line(found, indicator)));
        }
    }
    let rest = case.submission.indicators.iter().enumerate().filter(|(place, _)| !linked.contains(place));
    let rest: Vec<String> = rest.map(|(place, indicator)| line(indicator, place)).collect();
    if !rest.is_empty() {
        lines.push(format!("  - {}", t!("cli.show.no-item")));
        lines.extend(rest);
    }
    lines
}

fn opinion(review: &ReviewRow, procedure: &Procedure) -> String {
    let stage = procedure.stage(&review.stage).map_or(review.stage.as_str(), |stage| stage.name.tab());
    let grade = review.grade.map_or("-", crate::domain::grade::Grade::term);
    let round = t!("cli.show.round", round = review.round);
    let (at, verdict) = (review.at.local_minute(), verdict_word(review.verdict));
    format!("  {at}  {round}  {stage}  {}  {grade}  {verdict}  {}", review.by, review.opinion)
}
