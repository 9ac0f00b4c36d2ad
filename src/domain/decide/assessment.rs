//! Pre-assessments: what the unit fills in and hands in, what the desks say, withdrawal and undoing.
//!
//! Where an act leads stands in the procedure's data (`assessment::rule`); how a course is walked is `procedure::walk`'s.
//! Desk review, budget desk, feedback, putting right, handing in again: the county's report, 二、绩效评估管理工作.

use rust_decimal::Decimal;

use super::{Case, handin, said};
use crate::domain::access::{self, HANDS_IN, may_as, may_write};
use crate::domain::assessment::event::AssessmentEvent;
use crate::domain::assessment::record::{
    Assessment, HandedAssessment, Review, SelfAssessment, Standing, State, Verdict,
};
use crate::domain::assessment::refusal::AssessmentRefusal;
use crate::domain::assessment::rule::{Conclusion, rules};
use crate::domain::assessment::wish::{AssessmentWish, ReviewWish, ScoreSheet};
use crate::domain::calendar::add_working_days;
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::ids::AssessmentId;
use crate::domain::people::Unit;
use crate::domain::procedure::Stage;
use crate::domain::procedure::walk::{self, DAYS_AFTER_RETURN};
use crate::domain::refusal::Refusal;

/// The acts that can be undone; a form stays, because it was received.
const UNDOABLE: [&str; 3] = ["assessment-submitted", "assessment-reviewed", "assessment-withdrawn"];

pub(super) fn decide(case: &Case<impl Facts>, wish: &AssessmentWish) -> Result<Vec<Event>, Refusal> {
    match wish {
        AssessmentWish::Fill(handed) => fill(case, handed),
        AssessmentWish::Submit { assessment, seen } => submit(case, (*assessment, *seen)),
        AssessmentWish::Review(wish) => review(case, wish),
        AssessmentWish::TakeScores(sheet) => take_scores(case, sheet),
        AssessmentWish::Withdraw { assessment, seen, reason } => withdraw(case, (*assessment, *seen), reason),
        AssessmentWish::Undo { assessment, seen } => undo(case, (*assessment, *seen)),
    }
}

const fn act(assessment: AssessmentId, act: AssessmentEvent) -> Event {
    Event::Assessment { assessment, act }
}

/// The pre-assessment and its unit, in the version that the maker of the wish saw.
fn found<F: Facts>(case: &Case<F>, id: AssessmentId, seen: Option<u32>) -> Result<(Assessment, Unit), Refusal> {
    let unknown = || AssessmentRefusal::Unknown(format!("#{id}"));
    let found = case.facts.assessment(id)?.ok_or_else(unknown)?;
    let unit = case.facts.unit(found.unit)?.ok_or_else(|| Refusal::UnknownUnit(found.unit.to_string()))?;
    if !access::sight(&case.actor.user).shows(unit.id) {
        return Err(unknown().into());
    }
    match seen {
        Some(version) if version != found.version => {
            let step = case.facts.last_assessment_step(id)?.ok_or(Refusal::NothingToUndo)?;
            Err(Refusal::Stale { who: step.by, what: step.kind, at: step.at })
        }
        _ => Ok((found, unit)),
    }
}

fn wrong(act: &'static str, standing: &Standing) -> Refusal {
    AssessmentRefusal::WrongState(act, standing.state).into()
}

fn fill(case: &Case<impl Facts>, handed: &HandedAssessment) -> Result<Vec<Event>, Refusal> {
    let county = case.facts.county()?.ok_or(Refusal::NotFounded)?;
    said(&handed.project.name, "field.project")?;
    let known = &case.facts.procedure().categories;
    if let Some(category) = handed.category.as_ref().filter(|category| !known.contains(category)) {
        return Err(Refusal::UnknownCategory(category.clone(), known.clone()));
    }
    let form = handed.form.ordered(&rules().course);
    in_bounds(&form)?;
    let year = handed.year.unwrap_or(county.year);
    let (unit, mut events) = handin::unit_of(case, &handed.unit)?;
    may_as(&case.actor.user, &HANDS_IN, &unit)?;
    let project = handed.project.trimmed();
    if let Some(id) = case.facts.assessment_of(year, unit.id, &project)? {
        return new_round(case, id, form);
    }
    let id = case.facts.next_assessment()?;
    let from = Standing::begin(State::Draft, case.now.at);
    let to = walk::moved(&from, case.now, |to| to.round = 1);
    let category = handed.category.clone();
    let register = AssessmentEvent::AssessmentRegistered { year, unit: unit.id, project, category, to: from.clone() };
    events.push(act(id, register));
    events.push(act(id, AssessmentEvent::AssessmentFilled { form, from, to }));
    Ok(events)
}

fn new_round(case: &Case<impl Facts>, id: AssessmentId, form: SelfAssessment) -> Result<Vec<Event>, Refusal> {
    let (found, unit) = found(case, id, None)?;
    may_as(&case.actor.user, &HANDS_IN, &unit)?;
    let from = found.standing;
    let former = case.facts.self_assessment(id, from.round)?.unwrap_or_default();
    if former.says_the_same(&form) {
        return Ok(Vec::new());
    }
    match from.state {
        State::Draft | State::Returned | State::Adjusting | State::Withdrawn => {}
        State::Pending if case.facts.assessment_reviews(id, from.round)?.is_empty() => {}
        State::Pending => return Err(Refusal::UnderReview),
        State::Supported | State::Refused => return Err(wrong("act.amend", &from)),
    }
    let to = Standing { round: from.round + 1, ..from.clone() };
    Ok(vec![act(id, AssessmentEvent::AssessmentFilled { form, from, to })])
}

/// Scores lie within what their items have.
fn in_bounds(form: &SelfAssessment) -> Result<(), Refusal> {
    for (place, (item, said)) in rules().course.items().zip(&form.items).enumerate() {
        if let Some(score) = said.score {
            within(place, score)?;
        }
        debug_assert_eq!(item.id, said.item);
    }
    Ok(())
}

fn within(place: usize, score: Decimal) -> Result<(), Refusal> {
    let Some(item) = rules().course.items().nth(place) else { return Ok(()) };
    if score < Decimal::ZERO || score > item.points {
        let name = item.name.local().to_owned();
        return Err(AssessmentRefusal::Outside(place + 1, name, score, item.points).into());
    }
    Ok(())
}

fn submit(case: &Case<impl Facts>, (id, seen): (AssessmentId, Option<u32>)) -> Result<Vec<Event>, Refusal> {
    let (found, unit) = found(case, id, seen)?;
    may_as(&case.actor.user, &HANDS_IN, &unit)?;
    let from = found.standing;
    match from.state {
        State::Returned | State::Adjusting | State::Withdrawn if walk::is_unanswered(&from) => {
            return Err(Refusal::NotAmended);
        }
        State::Draft | State::Returned | State::Adjusting | State::Withdrawn => {}
        _ => return Err(wrong("act.submit", &from)),
    }
    let form = case.facts.self_assessment(id, from.round)?.unwrap_or_default();
    is_whole(&form)?;
    if from.answered.is_some() {
        said(&form.rectified, "field.rectified")?;
    }
    let to = walk::handed_in(&rules().course, &from, case.now);
    Ok(vec![act(id, AssessmentEvent::AssessmentSubmitted { from, to })])
}

/// Every item has a score, and a reason or evidence for it.
fn is_whole(form: &SelfAssessment) -> Result<(), Refusal> {
    if form.amount.is_none() {
        return Err(Refusal::Blank("field.amount"));
    }
    said(&form.summary, "field.summary")?;
    for (place, item) in rules().course.items().enumerate() {
        let said = form.items.get(place);
        let name = || item.name.local().to_owned();
        if said.is_none_or(|said| said.score.is_none()) {
            return Err(AssessmentRefusal::NoScore(place + 1, name()).into());
        }
        if said.is_none_or(|said| said.reason.is_empty() && said.evidence.is_empty()) {
            return Err(AssessmentRefusal::NoGrounds(place + 1, name()).into());
        }
    }
    Ok(())
}

/// A sheet of scores is the review of the stage at which its project is: on it goes, or it is concluded.
fn take_scores(case: &Case<impl Facts>, sheet: &ScoreSheet) -> Result<Vec<Event>, Refusal> {
    let county = case.facts.county()?.ok_or(Refusal::NotFounded)?;
    let unit = case.facts.unit_named(&sheet.unit)?.ok_or_else(|| Refusal::UnknownUnit(sheet.unit.name.clone()))?;
    let year = sheet.year.unwrap_or(county.year);
    let id = case.facts.assessment_of(year, unit.id, &sheet.project.trimmed())?;
    let id = id.ok_or_else(|| AssessmentRefusal::Unknown(sheet.project.name.clone()))?;
    let (found, _) = found(case, id, None)?;
    let course = &rules().course;
    let at = found.standing.stage.as_deref().and_then(|stage| course.stage(stage));
    let stage = at.ok_or_else(|| wrong("act.review", &found.standing))?;
    let verdict = if stage.decides { Verdict::Conclude } else { Verdict::Pass };
    review(
        case,
        &ReviewWish {
            assessment: id,
            seen: None,
            stage: stage.id.clone(),
            scores: sheet.scores.clone(),
            verdict,
            conclusion: sheet.conclusion.clone().filter(|_| stage.decides),
            opinion: sheet.opinion.clone(),
            reason: String::new(),
            due: None,
        },
    )
}

fn review(case: &Case<impl Facts>, wish: &ReviewWish) -> Result<Vec<Event>, Refusal> {
    let course = &rules().course;
    let ids = || course.stages.iter().map(|stage| stage.id.clone()).collect();
    let meant = course.stage(&wish.stage).ok_or_else(|| Refusal::UnknownStage(wish.stage.clone(), ids()))?;
    let (found, unit) = found(case, wish.assessment, wish.seen)?;
    may_as(&case.actor.user, &[meant.role], &unit)?;
    let from = found.standing;
    at_stage(&from, meant)?;
    if let Some(day) = wish.due.filter(|day| *day < case.now.today) {
        return Err(Refusal::DueInPast(day.to_string()));
    }
    let (review, to) = match wish.verdict {
        Verdict::Pass => passed(case, wish, &from, meant)?,
        Verdict::Return => returned(case, wish, &from, meant)?,
        Verdict::Conclude => concluded(case, wish, &from, meant)?,
    };
    Ok(vec![act(wish.assessment, AssessmentEvent::AssessmentReviewed { review, from, to })])
}

fn at_stage(standing: &Standing, meant: &Stage) -> Result<(), Refusal> {
    if standing.state != State::Pending {
        return Err(wrong("act.review", standing));
    }
    let at = standing.stage.as_deref().unwrap_or_default();
    if at == meant.id {
        return Ok(());
    }
    let name = |id: &str| crate::domain::assessment::words::stage(id);
    Err(Refusal::WrongStage { meant: name(&meant.id), at: name(at) })
}

/// Scores of all items and their sum.
fn scored(scores: &[Decimal]) -> Result<Decimal, Refusal> {
    let count = rules().course.items().count();
    if scores.len() != count {
        return Err(AssessmentRefusal::Count(count, scores.len()).into());
    }
    scores.iter().enumerate().try_for_each(|(place, score)| within(place, *score))?;
    Ok(scores.iter().sum())
}

fn said_of(wish: &ReviewWish, round: u32, scores: Vec<Decimal>, total: Option<Decimal>) -> Review {
    let suggested = total.and_then(|total| rules().of_total(total)).map(|one| one.id.clone());
    Review {
        round,
        stage: wish.stage.clone(),
        scores: scores.into_iter().map(|score| score.normalize()).collect(),
        total: total.map(|total| total.normalize()),
        suggested,
        conclusion: None,
        verdict: wish.verdict,
        opinion: wish.opinion.trim().to_owned(),
        reason: wish.reason.trim().to_owned(),
    }
}

fn passed(
    case: &Case<impl Facts>,
    wish: &ReviewWish,
    from: &Standing,
    stage: &Stage,
) -> Result<(Review, Standing), Refusal> {
    let total = scored(&wish.scores)?;
    let to = walk::passed(&rules().course, from, stage, case.now);
    let to = to.ok_or_else(|| AssessmentRefusal::WrongVerdict(stage.name.local().to_owned()))?;
    Ok((said_of(wish, from.round, wish.scores.clone(), Some(total)), to))
}

fn returned(
    case: &Case<impl Facts>,
    wish: &ReviewWish,
    from: &Standing,
    stage: &Stage,
) -> Result<(Review, Standing), Refusal> {
    said(&wish.opinion, "field.opinion")?;
    let rounds = rules().course.rounds;
    if from.returns >= rounds {
        return Err(AssessmentRefusal::NoMoreReturns(rounds).into());
    }
    let total = if wish.scores.is_empty() { None } else { Some(scored(&wish.scores)?) };
    let to = walk::returned(from, stage, (DAYS_AFTER_RETURN, wish.due), case.now);
    Ok((said_of(wish, from.round, wish.scores.clone(), total), to))
}

fn concluded(
    case: &Case<impl Facts>,
    wish: &ReviewWish,
    from: &Standing,
    stage: &Stage,
) -> Result<(Review, Standing), Refusal> {
    if !stage.decides {
        return Err(AssessmentRefusal::WrongVerdict(stage.name.local().to_owned()).into());
    }
    let scores = if wish.scores.is_empty() {
        let before = case.facts.assessment_reviews(wish.assessment, from.round)?;
        before.into_iter().rev().find(|one| !one.scores.is_empty()).map(|one| one.scores).unwrap_or_default()
    } else {
        wish.scores.clone()
    };
    let total = scored(&scores)?;
    let mut review = said_of(wish, from.round, scores, Some(total));
    let made = conclusion(wish, total)?;
    if rules().conclusions.first() != Some(made) {
        said(&wish.opinion, "field.opinion")?;
    }
    review.conclusion = Some(made.id.clone());
    let days = made.days;
    let to = walk::moved(from, case.now, |to| {
        to.state = made.to;
        to.stage = None;
        to.answered = Some(from.round);
        to.resume = days.map(|_| stage.resume.clone());
        to.due = days.map(|days| wish.due.unwrap_or_else(|| add_working_days(case.now.today, days)));
    });
    Ok((review, to))
}

/// The conclusion that is made: another than the thresholds' has a reason.
fn conclusion(wish: &ReviewWish, total: Decimal) -> Result<&'static Conclusion, Refusal> {
    let rules = rules();
    let names = || rules.conclusions.iter().map(|one| one.name.local().to_owned()).collect();
    let unknown = |named: &str| AssessmentRefusal::UnknownConclusion(named.to_owned(), names());
    let suggested = rules.of_total(total).ok_or_else(|| unknown(&total.to_string()))?;
    let Some(given) = wish.conclusion.as_deref() else { return Ok(suggested) };
    let given = rules.conclusion(given).ok_or_else(|| unknown(given))?;
    if given != suggested && wish.reason.trim().is_empty() && wish.opinion.trim().is_empty() {
        let (own, other) = (suggested.name.local().to_owned(), given.name.local().to_owned());
        return Err(AssessmentRefusal::NoReason(own, total, other).into());
    }
    Ok(given)
}

fn withdraw(
    case: &Case<impl Facts>,
    (id, seen): (AssessmentId, Option<u32>),
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    let (found, unit) = found(case, id, seen)?;
    may_as(&case.actor.user, &HANDS_IN, &unit)?;
    let from = found.standing;
    if matches!(from.state, State::Supported | State::Refused | State::Withdrawn) {
        return Err(wrong("act.withdraw", &from));
    }
    let to = walk::withdrawn(&from, case.now);
    Ok(vec![act(id, AssessmentEvent::AssessmentWithdrawn { reason: reason.trim().to_owned(), from, to })])
}

fn undo(case: &Case<impl Facts>, (id, seen): (AssessmentId, Option<u32>)) -> Result<Vec<Event>, Refusal> {
    let (found, _) = found(case, id, seen)?;
    may_write(&case.actor.user)?;
    let last = case.facts.last_assessment_act(id)?.ok_or(Refusal::NothingToUndo)?;
    if last.by != case.actor.user.name {
        return Err(Refusal::NotYours { who: last.by, what: last.kind });
    }
    let to = last.from.filter(|_| UNDOABLE.contains(&last.kind.as_str()));
    let to = to.ok_or(Refusal::NotUndoable(last.kind))?;
    Ok(vec![act(id, AssessmentEvent::AssessmentUndone { undone: last.seq, from: found.standing, to })])
}
