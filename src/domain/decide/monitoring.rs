//! Monitoring of approved targets: filling in a period's form, disposal, putting right, and filling warnings.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::appraisal::{approved, wrong};
use super::{Case, said};
use crate::domain::access::{DISPOSES, EVALUATES, MONITORS, may_as, sight};
use crate::domain::event::Event;
use crate::domain::execution::appraisal::Spot;
use crate::domain::execution::event::ExecutionEvent;
use crate::domain::execution::progress::{Monitoring, Progress, WarningKind, bad_filling, check, whole};
use crate::domain::execution::record::{Disposal, Disposed};
use crate::domain::execution::refusal::ExecutionRefusal;
use crate::domain::execution::rule::{self, Period};
use crate::domain::facts::Facts;
use crate::domain::handin::HandedMonitoring;
use crate::domain::ids::TargetId;
use crate::domain::refusal::Refusal;
use crate::domain::target::{Submission, Target};
use crate::domain::text::name_key;

fn act(act: ExecutionEvent) -> Event {
    Event::Execution { act }
}

/// One of the target's periods that is over.
fn period_of(case: &Case<impl Facts>, target: &Target, id: &str) -> Result<&'static Period, Refusal> {
    let periods = rule::periods(&target.project.name);
    let known = || periods.iter().map(|period| format!("{}({})", period.name(), period.id)).collect();
    let period = periods.iter().find(|period| period.id == id);
    let period = period.ok_or_else(|| ExecutionRefusal::UnknownPeriod(id.to_owned(), known()))?;
    let end = period.end(target.year);
    if case.now.today < end {
        return Err(ExecutionRefusal::FuturePeriod(period.name().to_owned(), end).into());
    }
    Ok(period)
}

pub(super) fn monitor(case: &Case<impl Facts>, id: TargetId, monitoring: &Monitoring) -> Result<Vec<Event>, Refusal> {
    let (target, unit, submission) = approved(case, id)?;
    may_as(&case.actor.user, &MONITORS, &unit)?;
    let period = period_of(case, &target, &monitoring.period)?;
    check(monitoring, &submission).map_err(|(spot, fault)| wrong(spot, fault, &submission))?;
    let former = case.facts.filled(id, &period.id)?;
    if former.as_ref().is_some_and(|former| former.monitoring == *monitoring) {
        return Ok(Vec::new());
    }
    let late = days_late(case.now.today, period.due(target.year));
    let light = whole(monitoring, &submission, period.month);
    let mut events =
        vec![act(ExecutionEvent::MonitoringFilled { target: id, monitoring: monitoring.clone(), light, late })];
    // A later correction of a form that was in time is not late.
    let is_late = late > 0 && former.is_none();
    events.extend(warnings(case, (id, period), (monitoring, &submission), is_late)?);
    Ok(events)
}

/// A form that was handed in: its target is found by the project, its period by the month, its indicators by their names. What is wrong is said
/// at its cell.
pub(super) fn take(case: &Case<impl Facts>, handed: &HandedMonitoring) -> Result<Vec<Event>, Refusal> {
    let county = case.facts.county()?.ok_or(Refusal::NotFounded)?;
    let unit = case.facts.unit_named(&handed.unit)?.ok_or_else(|| Refusal::UnknownUnit(handed.unit.name.clone()))?;
    let (year, project) = (handed.year.unwrap_or(county.year), handed.project.trimmed());
    let target = case.facts.target_of(year, unit.id, &project)?;
    let target = target.ok_or_else(|| Refusal::UnknownTarget(project.name.clone()))?;
    let (known, _, submission) = approved(case, target)?;
    let (month, place) = &handed.month;
    let periods = rule::periods(&known.project.name);
    let period = periods.iter().find(|period| period.month == *month);
    let stated = || format!("1-{month}月");
    let id = period.map_or_else(stated, |period| period.id.clone());
    let at = |place: &str, refusal: Refusal| Refusal::At(place.to_owned(), Box::new(refusal));
    period_of(case, &known, &id).map_err(|refusal| at(place, refusal))?;
    let mut indicators = vec![Progress::default(); submission.indicators.len()];
    let mut places = vec![place.clone(); submission.indicators.len()];
    for row in &handed.rows {
        let key = name_key(&row.name);
        let of = submission.indicators.iter().position(|one| name_key(one.name()) == key);
        let of = of.ok_or_else(|| at(&row.place, ExecutionRefusal::NoSuchIndicator(row.name.clone()).into()))?;
        (indicators[of], places[of]) = (row.progress.clone(), row.place.clone());
    }
    let budget = handed.budget.or(submission.amount);
    let (executed, expected) = (handed.executed.0, handed.expected);
    let monitoring = Monitoring { period: id, budget, executed, expected, indicators };
    monitor(case, target, &monitoring).map_err(|refusal| match &refusal {
        Refusal::Execution(ExecutionRefusal::Wrong(spot, ..)) => match spot {
            Spot::Budget | Spot::Executed => at(&handed.executed.1, refusal),
            Spot::Actual(row) | Spot::Score(row) | Spot::Reason(row) => at(&places[*row], refusal),
        },
        _ => refusal,
    })
}

/// The warnings that a form raises, and those of its period that it corrects. That it came late is raised and over at once, for the record.
fn warnings(
    case: &Case<impl Facts>,
    (target, period): (TargetId, &Period),
    (monitoring, submission): (&Monitoring, &Submission),
    is_late: bool,
) -> Result<Vec<Event>, Refusal> {
    let bad = bad_filling(monitoring, submission, period);
    let open: BTreeSet<WarningKind> =
        case.facts.open_warnings(target, &period.id)?.into_iter().map(|warning| warning.kind).collect();
    let named = || period.id.clone();
    let corrected = open.iter().filter(|kind| !bad.iter().any(|(other, _)| other == *kind));
    let mut events: Vec<Event> = corrected
        .map(|warning| act(ExecutionEvent::WarningCorrected { target, period: named(), warning: *warning }))
        .collect();
    if is_late && !open.contains(&WarningKind::Missing) {
        let (warning, places) = (WarningKind::Late, Vec::new());
        events.push(act(ExecutionEvent::WarningRaised { target, period: named(), warning, places }));
        events.push(act(ExecutionEvent::WarningCorrected { target, period: named(), warning }));
    }
    let raised = bad.into_iter().filter(|(kind, _)| !open.contains(kind));
    events.extend(
        raised.map(|(warning, places)| act(ExecutionEvent::WarningRaised { target, period: named(), warning, places })),
    );
    Ok(events)
}

/// Days from the last day until today; 0 in time.
fn days_late(today: Date, due: Date) -> u32 {
    let days = due.until(today).map_or(0, |span| span.get_days());
    u32::try_from(days).unwrap_or(0)
}

pub(super) fn dispose(
    case: &Case<impl Facts>,
    (id, period): (TargetId, &str),
    disposal: Disposal,
    opinion: &str,
    due: Option<Date>,
) -> Result<Vec<Event>, Refusal> {
    let (target, unit, _) = approved(case, id)?;
    may_as(&case.actor.user, &DISPOSES, &unit)?;
    let period = period_of(case, &target, period)?;
    let filled = case.facts.filled(id, &period.id)?;
    let filled = filled.ok_or_else(|| ExecutionRefusal::NotFilled(period.name().to_owned()))?;
    let same = |before: &Disposed| (before.disposal, before.due) == (disposal, due) && before.opinion == opinion.trim();
    if filled.disposed.as_ref().is_some_and(same) {
        return Err(ExecutionRefusal::DisposedAlready.into());
    }
    if disposal != Disposal::Continue {
        said(opinion, "field.opinion")?;
    }
    if let Some(day) = due.filter(|day| *day < case.now.today) {
        return Err(Refusal::DueInPast(day.to_string()));
    }
    let (period, opinion) = (period.id.clone(), opinion.trim().to_owned());
    Ok(vec![act(ExecutionEvent::MonitoringDisposed { target: id, period, disposal, opinion, due })])
}

pub(super) fn rectify(
    case: &Case<impl Facts>,
    (id, period): (TargetId, &str),
    text: &str,
) -> Result<Vec<Event>, Refusal> {
    let (target, unit, _) = approved(case, id)?;
    may_as(&case.actor.user, &EVALUATES, &unit)?;
    let period = period_of(case, &target, period)?;
    said(text, "field.rectified")?;
    let filled = case.facts.filled(id, &period.id)?;
    let asked = filled.and_then(|filled| filled.disposed);
    if !asked.is_some_and(|disposed| disposed.disposal != Disposal::Continue || !disposed.opinion.is_empty()) {
        return Err(ExecutionRefusal::NothingToRectify.into());
    }
    let (period, text) = (period.id.clone(), text.trim().to_owned());
    Ok(vec![act(ExecutionEvent::MonitoringRectified { target: id, period, text })])
}

/// Warns of every approved target in the person's charge whose form is missing after the last day.
pub(super) fn warn(case: &Case<impl Facts>, year: i32, named: &str) -> Result<Vec<Event>, Refusal> {
    let all = || rule::all_periods().map(|period| format!("{}({})", period.name(), period.id)).collect();
    let period = rule::period(named).ok_or_else(|| ExecutionRefusal::UnknownPeriod(named.to_owned(), all()))?;
    if case.now.today <= period.due(year) {
        return Err(ExecutionRefusal::FuturePeriod(period.name().to_owned(), period.due(year)).into());
    }
    let mut events = Vec::new();
    let mut refused = None;
    for id in case.facts.approved_targets(year)? {
        let Some(target) = case.facts.target(id)?.filter(|target| sight(&case.actor.user).shows(target.unit)) else {
            continue;
        };
        let monitored = rule::periods(&target.project.name).iter().any(|other| other.id == period.id);
        if !monitored || case.facts.filled(id, &period.id)?.is_some() {
            continue;
        }
        let unit = case.facts.unit(target.unit)?.ok_or_else(|| Refusal::UnknownUnit(target.unit.to_string()))?;
        if let Err(refusal) = may_as(&case.actor.user, &DISPOSES, &unit) {
            refused = Some(refusal);
            continue;
        }
        if case.facts.open_warnings(id, &period.id)?.is_empty() {
            let (warning, places) = (WarningKind::Missing, Vec::new());
            let period = period.id.clone();
            events.push(act(ExecutionEvent::WarningRaised { target: id, period, warning, places }));
        }
    }
    match refused {
        Some(refusal) if events.is_empty() => Err(refusal),
        _ => Ok(events),
    }
}
