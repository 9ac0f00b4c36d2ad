//! The acts of the procedure: submit, review, decide, settle, rule, withdraw.
//!
//! Where an act leads stands in the procedure's data; here is only that it may lead there.
//! Routes by grade: 财预〔2015〕88号 art. 25; the county's report, 三、(二).

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::marks::{Marks, judged};
use super::{Case, said};
use crate::domain::access::{HANDS_IN, SETTLES, may_as, roles_at};
use crate::domain::calendar::add_working_days;
use crate::domain::command::{ReviewWish, Verdict};
use crate::domain::event::{Event, Review};
use crate::domain::facts::Facts;
use crate::domain::grade::Grade;
use crate::domain::ids::TargetId;
use crate::domain::people::Role;
use crate::domain::procedure::walk::{self, DAYS_AFTER_RETURN};
use crate::domain::procedure::{Procedure, Stage};
use crate::domain::refusal::Refusal;
use crate::domain::session::SessionState;
use crate::domain::session::refusal::SessionRefusal;
use crate::domain::target::{Standing, State, Target};

pub(super) fn submit(case: &Case<impl Facts>, id: TargetId, seen: Option<u32>) -> Result<Vec<Event>, Refusal> {
    let (target, unit) = case.target(id, seen)?;
    may_as(&case.actor.user, &HANDS_IN, &unit)?;
    let from = target.standing;
    match from.state {
        State::Returned | State::Withdrawn if walk::is_unanswered(&from) => return Err(Refusal::NotAmended),
        State::Draft | State::Withdrawn | State::Returned => {}
        _ => return Err(Refusal::WrongState { act: "act.submit", standing: Box::new(from) }),
    }
    let to = walk::handed_in(case.facts.procedure(), &from, case.now);
    Ok(vec![Event::TargetSubmitted { target: id, from, to }])
}

pub(super) fn review(case: &Case<impl Facts>, wish: &ReviewWish) -> Result<Vec<Event>, Refusal> {
    let procedure = case.facts.procedure();
    let meant = known_stage(procedure, &wish.stage)?;
    let (target, unit) = case.target(wish.target, wish.seen)?;
    may_as(&case.actor.user, roles_at(meant), &unit)?;
    at_stage(procedure, &target, meant)?;
    if meant.decides {
        return Err(Refusal::WrongState { act: "act.review", standing: Box::new(target.standing) });
    }
    let given = (wish.criteria.as_slice(), wish.points.as_slice());
    let Marks { criteria, points, suggested } = judged(procedure, target.standing.key_project, given)?;
    if suggested != wish.grade && wish.reason.trim().is_empty() && wish.opinion.trim().is_empty() {
        return Err(Refusal::NoReason { suggested, given: wish.grade });
    }
    let from = target.standing;
    let to = match wish.verdict {
        Verdict::Pass => passed(case, procedure, &from, meant, wish.grade)?,
        Verdict::Return => {
            said(&wish.opinion, "field.opinion")?;
            returned(case, procedure, &from, meant, wish.grade, DAYS_AFTER_RETURN, None)
        }
        _ => return Err(Refusal::WrongState { act: "act.review", standing: Box::new(from) }),
    };
    let review = Review {
        round: from.round,
        stage: wish.stage.clone(),
        grade: Some(wish.grade),
        criteria,
        points,
        suggested: Some(suggested),
        verdict: wish.verdict,
        opinion: wish.opinion.trim().to_owned(),
        reason: wish.reason.trim().to_owned(),
    };
    Ok(vec![Event::ReviewGiven { target: wish.target, review, from, to }])
}

fn known_stage<'a>(procedure: &'a Procedure, id: &str) -> Result<&'a Stage, Refusal> {
    let ids = || procedure.stages.iter().map(|stage| stage.id.clone()).collect();
    procedure.stage(id).ok_or_else(|| Refusal::UnknownStage(id.to_owned(), ids()))
}

fn at_stage(procedure: &Procedure, target: &Target, meant: &Stage) -> Result<(), Refusal> {
    let standing = &target.standing;
    if standing.state != State::Pending {
        return Err(Refusal::WrongState { act: "act.review", standing: Box::new(standing.clone()) });
    }
    let at = standing.stage.as_deref().unwrap_or_default();
    if at == meant.id {
        return Ok(());
    }
    let name = |id: &str| procedure.stage(id).map_or_else(|| id.to_owned(), |stage| stage.name.local().to_owned());
    Err(Refusal::WrongStage { meant: meant.name.local().to_owned(), at: name(at) })
}

fn passed(
    case: &Case<impl Facts>,
    procedure: &Procedure,
    from: &Standing,
    stage: &Stage,
    grade: Grade,
) -> Result<Standing, Refusal> {
    let to = walk::passed(procedure, from, stage, case.now);
    let to = to.ok_or_else(|| Refusal::WrongState { act: "act.review", standing: Box::new(from.clone()) })?;
    Ok(Standing { grade: Some(grade), ..to })
}

/// Back to the unit, or, after the last allowed revision round, to the bureau for a ruling.
fn returned(
    case: &Case<impl Facts>,
    procedure: &Procedure,
    from: &Standing,
    stage: &Stage,
    grade: Grade,
    days: u32,
    due: Option<Date>,
) -> Standing {
    let to = if from.returns >= procedure.rounds {
        case.moved(from, |to| {
            to.state = State::Ruling;
            to.stage = None;
            to.answered = Some(from.round);
        })
    } else {
        walk::returned(from, stage, (days, due), case.now)
    };
    Standing { grade: Some(grade), ..to }
}

pub(super) fn decide(
    case: &Case<impl Facts>,
    (id, seen): (TargetId, Option<u32>),
    (criteria, points): (&[Grade], &[Decimal]),
    grade: Grade,
    opinion: &str,
    due: Option<Date>,
) -> Result<Vec<Event>, Refusal> {
    let (_, unit) = case.target(id, seen)?;
    let procedure = case.facts.procedure();
    if let Some(deciding) = procedure.deciding() {
        may_as(&case.actor.user, roles_at(deciding), &unit)?;
    }
    let holding = case.facts.session_holding(id)?.map(|session| case.facts.session(session)).transpose()?.flatten();
    if let Some(session) = holding.filter(|session| session.state == SessionState::Open) {
        return Err(SessionRefusal::InSession(session.name).into());
    }
    Ok(vec![decided(case, (id, seen), (criteria, points), grade, opinion, due)?])
}

/// The deciding stage's grade on a target, whoever may give it: the joint session has its own chair.
pub(super) fn decided(
    case: &Case<impl Facts>,
    (id, seen): (TargetId, Option<u32>),
    (criteria, points): (&[Grade], &[Decimal]),
    grade: Grade,
    opinion: &str,
    due: Option<Date>,
) -> Result<Event, Refusal> {
    let procedure = case.facts.procedure();
    let wrong = |standing: Standing| Refusal::WrongState { act: "act.decide", standing: Box::new(standing) };
    let (target, _) = case.target(id, seen)?;
    let from = target.standing;
    let stage = from.stage.as_deref().and_then(|stage| procedure.stage(stage)).filter(|stage| stage.decides);
    let (Some(stage), State::Pending) = (stage, from.state) else { return Err(wrong(from)) };
    if grade != Grade::Excellent {
        said(opinion, "field.opinion")?;
    }
    if let Some(day) = due.filter(|day| *day < case.now.today) {
        return Err(Refusal::DueInPast(day.to_string()));
    }
    let marks = match (criteria, points) {
        ([], []) => None,
        given => Some(judged(procedure, from.key_project, given)?),
    };
    let suggested = marks.as_ref().map(|marks| marks.suggested);
    let (criteria, points) = marks.map(|marks| (marks.criteria, marks.points)).unwrap_or_default();
    let to = routed(case, procedure, &from, stage, grade, due).ok_or_else(|| wrong(from.clone()))?;
    let review = Review {
        round: from.round,
        stage: stage.id.clone(),
        grade: Some(grade),
        criteria,
        points,
        suggested,
        verdict: Verdict::Decide,
        opinion: opinion.trim().to_owned(),
        reason: String::new(),
    };
    Ok(Event::ReviewGiven { target: id, review, from, to })
}

fn routed(
    case: &Case<impl Facts>,
    procedure: &Procedure,
    from: &Standing,
    stage: &Stage,
    grade: Grade,
    due: Option<Date>,
) -> Option<Standing> {
    let route = procedure.route(grade)?;
    if route.to == State::Returned {
        return Some(returned(case, procedure, from, stage, grade, route.days.unwrap_or(DAYS_AFTER_RETURN), due));
    }
    Some(case.moved(from, |to| {
        to.state = route.to;
        to.stage = None;
        to.grade = Some(grade);
        if route.to == State::Negotiating {
            to.answered = Some(from.round);
            to.due = due.or_else(|| route.days.map(|days| add_working_days(case.now.today, days)));
        }
    }))
}

pub(super) fn settle(
    case: &Case<impl Facts>,
    id: TargetId,
    seen: Option<u32>,
    agreed: &str,
) -> Result<Vec<Event>, Refusal> {
    let (target, unit) = case.target(id, seen)?;
    may_as(&case.actor.user, &SETTLES, &unit)?;
    let from = target.standing;
    if from.state != State::Negotiating {
        return Err(Refusal::WrongState { act: "act.settle", standing: Box::new(from) });
    }
    if walk::is_unanswered(&from) {
        return Err(Refusal::NotAmended);
    }
    said(agreed, "field.agreed")?;
    let to = case.moved(&from, |to| {
        to.state = State::Budgeted;
        to.due = None;
    });
    Ok(vec![closing(id, Verdict::Settle, agreed, from, to)])
}

pub(super) fn rule(
    case: &Case<impl Facts>,
    id: TargetId,
    seen: Option<u32>,
    enters: bool,
    opinion: &str,
) -> Result<Vec<Event>, Refusal> {
    let (target, unit) = case.target(id, seen)?;
    may_as(&case.actor.user, &[Role::Chair], &unit)?;
    let from = target.standing;
    if from.state != State::Ruling {
        return Err(Refusal::WrongState { act: "act.rule", standing: Box::new(from) });
    }
    said(opinion, "field.opinion")?;
    let state = if enters { State::Budgeted } else { State::Excluded };
    let to = case.moved(&from, |to| to.state = state);
    Ok(vec![closing(id, Verdict::Rule, opinion, from, to)])
}

/// An act outside the stages: its "stage" is the state that it ends.
fn closing(target: TargetId, verdict: Verdict, opinion: &str, from: Standing, to: Standing) -> Event {
    let review = Review {
        round: from.round,
        stage: from.state.id().to_owned(),
        grade: None,
        criteria: Vec::new(),
        points: Vec::new(),
        suggested: None,
        verdict,
        opinion: opinion.trim().to_owned(),
        reason: String::new(),
    };
    Event::ReviewGiven { target, review, from, to }
}

pub(super) fn withdraw(
    case: &Case<impl Facts>,
    id: TargetId,
    seen: Option<u32>,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    let (target, unit) = case.target(id, seen)?;
    may_as(&case.actor.user, &HANDS_IN, &unit)?;
    let from = target.standing;
    if from.state.is_final() {
        return Err(Refusal::WrongState { act: "act.withdraw", standing: Box::new(from) });
    }
    let to = walk::withdrawn(&from, case.now);
    Ok(vec![Event::TargetWithdrawn { target: id, reason: reason.trim().to_owned(), from, to }])
}
