//! The words of the execution of targets, in the user's language.

use rust_i18n::t;

use super::event::ExecutionEvent;
use super::progress::{Light, Lit, WarningKind};
use super::record::{Disposal, Judgement, Warning};
use super::rule::{self, Section};

/// A light's name.
pub fn light(light: Light) -> String {
    t!(format!("execution.light.{}", light.id())).into_owned()
}

/// A light with what it comes from.
pub fn lit(lit: &Lit) -> String {
    let light = light(lit.light);
    match (lit.standard, lit.percent) {
        (Some(standard), Some(percent)) => {
            t!("execution.lit", light = light, standard = standard, percent = percent).into_owned()
        }
        _ => light,
    }
}

/// The rule of the lights, with its bounds and source.
pub fn light_rule() -> String {
    let [red, yellow, blue] = rule::lights();
    let source = rule::source(Section::Lights);
    t!("execution.light-rule", red = red, yellow = yellow, blue = blue, source = source).into_owned()
}

/// The rule of scores and grades, with its sources.
pub fn score_rule() -> String {
    let [excellent, good, fair] = rule::thresholds();
    let (source, own) = (rule::source(Section::Weights), rule::source(Section::Override));
    t!("execution.score-rule", excellent = excellent, good = good, fair = fair, source = source, own = own).into_owned()
}

/// The name of a period by its id.
pub fn period(id: &str) -> String {
    rule::period(id).map_or_else(|| id.to_owned(), |period| period.name().to_owned())
}

/// A disposal's name.
pub fn disposal(disposal: Disposal) -> String {
    t!(format!("execution.disposal.{}", disposal.id())).into_owned()
}

/// A warning in a line: its period, its name, and whether it was answered.
pub fn warned(one: &Warning) -> String {
    let stands = t!(if one.corrected.is_none() { "execution.tab.open" } else { "execution.tab.corrected" });
    format!("{} {} {stands}", period(&one.period), warning(one.kind))
}

/// A warning's name.
pub fn warning(kind: WarningKind) -> String {
    t!(format!("execution.warning.{}", kind.id())).into_owned()
}

/// What the desk said of an evaluation: not yet, reviewed, returned.
pub fn judged(judgement: Option<&Judgement>) -> String {
    let id = match judgement {
        None => "open",
        Some(judgement) if judgement.accepted => "accepted",
        Some(_) => "returned",
    };
    t!(format!("execution.judged.{id}")).into_owned()
}

/// What an event is about, in a few words.
pub fn detail(act: &ExecutionEvent) -> String {
    match act {
        ExecutionEvent::EvaluationsOpened { year, due, .. } => {
            t!("execution.detail.opened", year = year, due = due).into_owned()
        }
        ExecutionEvent::EvaluationJudged { accepted, opinion, .. } => {
            let id = if *accepted { "accepted" } else { "returned" };
            format!("{} {opinion}", t!(format!("execution.judged.{id}")))
        }
        ExecutionEvent::MonitoringFilled { monitoring, light: of, late, .. } => {
            let late = if *late > 0 { t!("execution.detail.late", days = late).into_owned() } else { String::new() };
            format!("{} {}{late}", period(&monitoring.period), light(*of))
        }
        ExecutionEvent::MonitoringDisposed { period: of, disposal: what, opinion, .. } => {
            format!("{} {} {opinion}", period(of), disposal(*what))
        }
        ExecutionEvent::MonitoringRectified { period: of, text, .. } => format!("{} {text}", period(of)),
        ExecutionEvent::WarningRaised { period: of, warning: kind, .. }
        | ExecutionEvent::WarningCorrected { period: of, warning: kind, .. } => {
            format!("{} {}", period(of), warning(*kind))
        }
    }
}
