//! `check [QUERY]`: what the checks found in the targets of a query, and what they could not check; exit code 1 when errors or warnings are open.

use clap::{ArgMatches, Command};
use rust_i18n::t;
use serde_json::{Value, json};

use super::args::{Entry, arg, switch};
use super::context::Context;
use super::failure::Failure;
use super::list::parsed;
use crate::domain::check::{Finding, Recorded, Report, Waiver, sentence};
use crate::domain::command::{Command as Wish, Origin};
use crate::domain::handin::Severity;
use crate::domain::view::{CaseFile, PriorEvaluation, QueueRow, Sort};

pub(super) const ENTRY: Entry = Entry { name: "check", arguments, run };

fn arguments(command: Command) -> Command {
    command
        .arg(arg("check", "query").value_name("QUERY").num_args(0..))
        .arg(switch("check", "json"))
        .arg(switch("check", "again"))
}

/// A target with what the checks said of it.
struct Checked {
    row: QueueRow,
    recorded: Recorded,
    waivers: Vec<Waiver>,
    priors: Vec<PriorEvaluation>,
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let words: Vec<&str> = matches.get_many::<String>("query").into_iter().flatten().map(String::as_str).collect();
    let filter = parsed(&words.join(" "))?;
    let mut store = if matches.get_flag("again") { context.store()? } else { context.reading()? };
    let actor = context.actor(&store, Origin::CommandLine)?;
    let mut rows = Vec::new();
    store.list(&actor.user, filter.as_ref(), Sort::Number, None, &mut |row| {
        rows.push(row);
        Ok::<(), Failure>(())
    })??;
    if matches.get_flag("again") {
        let wishes: Vec<Wish> = rows.iter().map(|row| Wish::Recheck { target: row.id }).collect();
        store.execute_all(&actor, &wishes)?;
    }
    let checked = rows.into_iter().map(|row| {
        let (recorded, waivers) = store.findings(&actor.user, row.id)?;
        let priors = store.checked_priors(&actor.user, row.id)?;
        Ok::<_, Failure>(Checked { row, recorded, waivers, priors })
    });
    let checked = checked.collect::<Result<Vec<_>, _>>()?;
    let open: u32 = checked.iter().map(|one| one.recorded.open(&one.waivers)).sum();
    if matches.get_flag("json") {
        context.json(&Value::Array(checked.iter().map(as_json).collect()))?;
    } else {
        checked.iter().flat_map(as_text).try_for_each(|line| context.say(&line))?;
        context.say(&t!("cli.check.total", targets = checked.len(), open = open))?;
        let earlier: usize = checked.iter().flat_map(|one| &one.priors).map(alarms).sum();
        if earlier > 0 {
            context.say(&t!("cli.check.earlier", count = earlier))?;
        }
    }
    if open > 0 { Err(Failure::Said(1)) } else { Ok(()) }
}

fn as_json(one: &Checked) -> Value {
    let waiver = |finding: &Finding| one.waivers.iter().find(|waiver| waiver.key == finding.key);
    let findings = one.recorded.report.findings.iter();
    json!({
        "ref": one.row.code.clone().unwrap_or_else(|| format!("#{}", one.row.id)),
        "id": one.row.id,
        "unit": one.row.unit.name,
        "project": one.row.project,
        "round": one.recorded.round,
        "rules": one.recorded.rules,
        "findings": findings.map(|found| finding_json(found, waiver(found))).collect::<Vec<_>>(),
        "unchecked": unchecked_json(&one.recorded.report),
        "evaluations": one.priors.iter().map(evaluation_json).collect::<Vec<_>>(),
    })
}

/// An evaluation of an earlier year with what the checks say of it; the indicators are the evaluation's own, counted from 0.
fn evaluation_json(prior: &PriorEvaluation) -> Value {
    json!({
        "id": prior.id.0,
        "year": prior.evaluation.year,
        "kind": prior.evaluation.kind.id(),
        "project": prior.evaluation.project.name,
        "findings": prior.report.findings.iter().map(|found| finding_json(found, None)).collect::<Vec<_>>(),
        "unchecked": unchecked_json(&prior.report),
    })
}

/// The errors and warnings of an evaluation.
fn alarms(prior: &PriorEvaluation) -> usize {
    prior.report.findings.iter().filter(|finding| finding.severity != Severity::Hint).count()
}

/// A finding as JSON: design §9's fields, then all that explains it.
fn finding_json(finding: &Finding, waiver: Option<&Waiver>) -> Value {
    json!({
        "id": finding.id,
        "severity": finding.severity,
        "objective": finding.place.item(),
        "indicator": finding.place.indicator(),
        "message": sentence::message(finding),
        "key": finding.key,
        "others": finding.others,
        "trigger": finding.trigger,
        "rule": sentence::rule_words(&finding.id),
        "source": crate::domain::check::rule::source(&finding.id),
        "cure": sentence::cure(&finding.id),
        "waived": waiver.map(|waiver| json!({"by": waiver.by, "at": waiver.at.iso(), "reason": waiver.reason})),
    })
}

fn unchecked_json(report: &Report) -> Vec<Value> {
    let one = |unchecked: &crate::domain::check::Unchecked| json!({"id": unchecked.id, "reason": t!(format!("check.lack.{}", unchecked.reason.id()))});
    report.unchecked.iter().map(one).collect()
}

/// A case file's findings as JSON.
pub(super) fn findings(case: &CaseFile) -> Vec<Value> {
    case.checked.report.findings.iter().map(|finding| finding_json(finding, case.waiver(finding))).collect()
}

/// What could not be checked in a case file, as JSON.
pub(super) fn unchecked(case: &CaseFile) -> Vec<Value> {
    unchecked_json(&case.checked.report)
}

fn as_text(one: &Checked) -> Vec<String> {
    let said = told(&one.recorded, &one.waivers, &one.priors, true);
    if said.is_empty() {
        return said;
    }
    let (number, row) = (one.row.id.to_string(), &one.row);
    let title = t!("cli.check.title", number = number, unit = row.unit.name, project = row.project);
    std::iter::once(title.into_owned()).chain(said).collect()
}

/// A case file's findings and what could not be checked, a line each.
pub(super) fn lines(case: &CaseFile) -> Vec<String> {
    told(&case.checked, &case.waivers, &case.priors, false)
}

fn told(recorded: &Recorded, waivers: &[Waiver], priors: &[PriorEvaluation], whole: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for finding in &recorded.report.findings {
        lines.extend(said(finding, &sentence::message(finding), whole));
        if let Some(waiver) = waivers.iter().find(|waiver| waiver.key == finding.key) {
            let (by, at, reason) = (&waiver.by, waiver.at.local_minute(), &waiver.reason);
            lines.push(t!("cli.check.waived", by = by, at = at, reason = reason).into_owned());
        }
    }
    for prior in priors {
        let of = |words: String| sentence::of_evaluation(&prior.evaluation, &words);
        let found = prior.report.findings.iter();
        lines.extend(found.flat_map(|finding| said(finding, &of(sentence::message(finding)), whole)));
    }
    let unchecked = recorded.report.unchecked.iter().map(sentence::unchecked);
    let earlier = priors.iter().flat_map(|prior| {
        let of = |one| sentence::of_evaluation(&prior.evaluation, &sentence::unchecked(one));
        prior.report.unchecked.iter().map(of).collect::<Vec<_>>()
    });
    lines.extend(unchecked.chain(earlier).map(|words| t!("cli.check.unchecked", words = words).into_owned()));
    lines
}

/// A finding on a line, and with its rule and cure where all is wanted.
fn said(finding: &Finding, message: &str, whole: bool) -> Vec<String> {
    let (severity, place) = (sentence::severity(finding.severity), sentence::place(finding));
    let line = t!("cli.check.finding", severity = severity, key = finding.key, place = place, message = message);
    let mut lines = vec![line.into_owned()];
    if whole {
        let (rule, source) = (sentence::rule_words(&finding.id), crate::domain::check::rule::source(&finding.id));
        lines.push(t!("cli.check.rule", rule = rule, source = source).into_owned());
        lines.push(t!("cli.check.cure", cure = sentence::cure(&finding.id)).into_owned());
    }
    lines
}
