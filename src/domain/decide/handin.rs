//! Taking a target from a file or a form: a new target, a new round of a known one, or nothing when the contents are the same.

use super::{Case, library, prior, setup};
use crate::domain::access::{HANDS_IN, may_as, may_write};
use crate::domain::correspondence;
use crate::domain::event::Event;
use crate::domain::facts::{Answer, Facts};
use crate::domain::handin::HandedTarget;
use crate::domain::ids::TargetId;
use crate::domain::people::{Role, Unit, UnitLevel};
use crate::domain::refusal::Refusal;
use crate::domain::target::{Link, LinkOrigin, ProjectName, Standing, State, Submission, UnitName};

pub(super) fn hand_in(case: &Case<impl Facts>, handed: &HandedTarget) -> Result<Vec<Event>, Refusal> {
    let county = case.facts.county()?.ok_or(Refusal::NotFounded)?;
    super::said(&handed.project.name, "field.project")?;
    known_category(case, handed)?;
    let handed = &HandedTarget { submission: handed.submission.as_read(), ..handed.clone() };
    let year = handed.year.unwrap_or(county.year);
    let (unit, mut events) = unit_of(case, &handed.unit)?;
    may_as(&case.actor.user, &HANDS_IN, &unit)?;
    let project = handed.project.trimmed();
    if let Some(target) = case.facts.target_of(year, unit.id, &project)? {
        return new_round(case, target, &handed.submission);
    }
    events.extend(registered(case, handed, &project, year, &unit)?);
    Ok(events)
}

fn known_category(case: &Case<impl Facts>, handed: &HandedTarget) -> Result<(), Refusal> {
    let known = &case.facts.procedure().categories;
    match &handed.category {
        Some(category) if !known.contains(category) => Err(Refusal::UnknownCategory(category.clone(), known.clone())),
        _ => Ok(()),
    }
}

/// The unit of a name, and the event that adds it when it is new. Only who acts for the whole county may add one.
pub(super) fn unit_of(case: &Case<impl Facts>, name: &UnitName) -> Result<(Unit, Vec<Event>), Refusal> {
    super::said(&name.name, "field.unit")?;
    if let Some(unit) = case.facts.unit_named(name)? {
        return Ok((unit, Vec::new()));
    }
    let user = &case.actor.user;
    may_write(user)?;
    if !user.has(Role::Admin) {
        return Err(Refusal::UnknownUnit(name.name.clone()));
    }
    let unit = setup::new_unit(case, name, UnitLevel::of_name(&name.name), "")?;
    Ok((unit.clone(), vec![Event::UnitAdded { unit }]))
}

fn registered(
    case: &Case<impl Facts>,
    handed: &HandedTarget,
    project: &ProjectName,
    year: i32,
    unit: &Unit,
) -> Result<Vec<Event>, Refusal> {
    let target = case.facts.next_target()?;
    let from = Standing::begin(State::Draft, case.now.at);
    let to = case.moved(&from, |to| to.round = 1);
    let (prior, freed) = prior::found(case, target, (year, unit.id), project)?;
    let project = project.clone();
    let procedure = case.facts.procedure().id.clone();
    let category = handed.category.clone();
    let register =
        Event::TargetRegistered { target, year, unit: unit.id, project, category, procedure, prior, to: from.clone() };
    let submission = handed.submission.clone();
    let links = with_suggestions(case.facts, &submission, Vec::new())?;
    let received = Event::SubmissionReceived { target, submission, links, from, to };
    Ok(freed.into_iter().chain([register, received]).collect())
}

fn new_round(case: &Case<impl Facts>, id: TargetId, submission: &Submission) -> Result<Vec<Event>, Refusal> {
    let (target, unit) = case.target(id, None)?;
    // A project code may name another unit's target than the form's unit: the right is asked for the target's own unit.
    may_as(&case.actor.user, &HANDS_IN, &unit)?;
    let from = target.standing;
    let former = case.facts.submission(id, from.round)?.unwrap_or_default();
    if former.hash() == submission.hash() {
        return Ok(Vec::new());
    }
    match from.state {
        State::Draft | State::Returned | State::Negotiating | State::Withdrawn => {}
        State::Pending if !case.facts.reviewed(id, from.round)? => {}
        State::Pending => return Err(Refusal::UnderReview),
        _ => return Err(Refusal::WrongState { act: "act.amend", standing: Box::new(from) }),
    }
    let links =
        with_suggestions(case.facts, submission, carried(&former, submission, &case.facts.links(id, from.round)?))?;
    let mut to = from.clone();
    to.round += 1;
    let matches = prior::carried(case, (id, from.round), &former, submission)?;
    let received = Event::SubmissionReceived { target: id, submission: submission.clone(), links, from, to };
    Ok([received].into_iter().chain(matches).collect())
}

/// The people's links that still hold: between the same item and the same indicator, wherever they stand now.
fn carried(former: &Submission, newer: &Submission, links: &[Link]) -> Vec<Link> {
    let (old_items, new_items) = (former.items(), newer.items());
    let moved = |link: &Link| {
        let item = old_items.get(link.objective as usize)?;
        let indicator = former.indicators.get(link.indicator as usize)?;
        let objective = new_items.iter().position(|other| other == item)?;
        let place = newer.indicators.iter().position(|other| other.same_words(indicator))?;
        Some(Link { objective: u32::try_from(objective).ok()?, indicator: u32::try_from(place).ok()?, ..link.clone() })
    };
    links.iter().filter(|link| link.origin != LinkOrigin::Suggested).filter_map(moved).collect()
}

/// People's links and beside them the program's suggestions: none where a person has spoken, and none for an indicator that a
/// person has given an item.
fn with_suggestions(facts: &impl Facts, submission: &Submission, mut links: Vec<Link>) -> Answer<Vec<Link>> {
    let names = library::other_names(facts, &submission.indicators)?;
    let mut suggestions = correspondence::suggest(&submission.items(), &submission.indicators, &names);
    let spoken = |suggestion: &Link, link: &Link| {
        suggestion.indicator == link.indicator && (link.holds() || suggestion.objective == link.objective)
    };
    suggestions.retain(|suggestion| !links.iter().any(|link| spoken(suggestion, link)));
    links.append(&mut suggestions);
    Ok(links)
}
