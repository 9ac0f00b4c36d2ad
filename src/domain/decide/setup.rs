//! Founding a file; adding units and people. The first person founds; then it takes the admin role.

use super::{Case, named};
use crate::domain::access::may_county;
use crate::domain::command::{Command, WantedRole};
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::people::{Grant, Role, Scope, Unit, UnitChange, UnitLevel, User};
use crate::domain::refusal::{AccessRefusal, Refusal};
use crate::domain::target::UnitName;

/// What becomes of the county.
pub(super) fn county(case: &Case<impl Facts>, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Found { county, year, sample } => found(case, county, *year, *sample),
        Command::BeginYear { year } => begin_year(case, *year),
        _ => Ok(Vec::new()),
    }
}

/// Another year under review: what was handed in for other years stays in the file, and is found by its year.
fn begin_year(case: &Case<impl Facts>, year: i32) -> Result<Vec<Event>, Refusal> {
    admin(case)?;
    let county = case.facts.county()?.ok_or(Refusal::NotFounded)?;
    Ok(if county.year == year { Vec::new() } else { vec![Event::YearBegun { from: county.year, to: year }] })
}

fn found(case: &Case<impl Facts>, county: &str, year: i32, sample: bool) -> Result<Vec<Event>, Refusal> {
    if let Some(founded) = case.facts.county()? {
        return Err(Refusal::AlreadyFounded(founded.name));
    }
    named(county, "field.county")?;
    Ok(vec![Event::CountyFounded { county: county.trim().to_owned(), year, sample }])
}

/// What becomes of a unit.
pub(super) fn unit(case: &Case<impl Facts>, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::AddUnit { unit, level, desk } => add_unit(case, unit, *level, desk),
        Command::ChangeUnit { unit, change } => change_unit(case, unit, change),
        _ => Ok(Vec::new()),
    }
}

fn add_unit(case: &Case<impl Facts>, name: &UnitName, level: UnitLevel, desk: &str) -> Result<Vec<Event>, Refusal> {
    admin(case)?;
    named(&name.name, "field.unit")?;
    if let Some(known) = case.facts.unit_named(name)? {
        return Err(Refusal::Taken(known.name));
    }
    let unit = new_unit(case, name, level, desk)?;
    Ok(vec![Event::UnitAdded { unit }])
}

/// Corrects a unit. Its targets go with it: to the queue of another desk, or under another name.
fn change_unit(case: &Case<impl Facts>, name: &UnitName, change: &UnitChange) -> Result<Vec<Event>, Refusal> {
    admin(case)?;
    let from = case.facts.unit_named(name)?.ok_or_else(|| Refusal::UnknownUnit(name.name.clone()))?;
    let to = changed(&from, change);
    named(&to.name, "field.unit")?;
    for other in
        [UnitName { code: None, name: to.name.clone() }, UnitName { code: to.code.clone(), name: to.name.clone() }]
    {
        if let Some(other) = case.facts.unit_named(&other)?.filter(|other| other.id != from.id) {
            return Err(Refusal::Taken(other.name));
        }
    }
    Ok(if to == from { Vec::new() } else { vec![Event::UnitChanged { from, to }] })
}

fn changed(from: &Unit, change: &UnitChange) -> Unit {
    let text = |wanted: &Option<String>, old: &str| wanted.as_deref().map_or(old, str::trim).to_owned();
    let code = text(&change.code, from.code.as_deref().unwrap_or_default());
    Unit {
        id: from.id,
        code: Some(code).filter(|code| !code.is_empty()),
        name: text(&change.name, &from.name),
        level: change.level.unwrap_or(from.level),
        desk: text(&change.desk, &from.desk),
    }
}

/// A unit with the next free number.
pub(super) fn new_unit(
    case: &Case<impl Facts>,
    name: &UnitName,
    level: UnitLevel,
    desk: &str,
) -> Result<Unit, Refusal> {
    let id = case.facts.next_unit()?;
    let code = name.code.as_deref().map(str::trim).filter(|code| !code.is_empty()).map(str::to_owned);
    Ok(Unit { id, code, name: name.name.trim().to_owned(), level, desk: desk.trim().to_owned() })
}

/// Nobody who adds oneself leaves out the administrator's role: nobody would be left who may add or correct people.
pub(super) fn add_user(
    case: &Case<impl Facts>,
    name: &str,
    login: Option<&str>,
    roles: &[WantedRole],
) -> Result<Vec<Event>, Refusal> {
    admin(case)?;
    named(name, "field.user")?;
    let name = name.trim();
    if case.facts.user(name)?.is_some() {
        return Err(Refusal::Taken(name.to_owned()));
    }
    let grants = grants(case, roles)?;
    if grants.is_empty() {
        return Err(Refusal::Blank("field.role"));
    }
    let user = User { name: name.to_owned(), login: login.and_then(stated), grants };
    if is_self(&user, &case.actor.user) && !user.grants.iter().any(|grant| grant.role == Role::Admin) {
        return Err(AccessRefusal::OwnAdmin(user.name).into());
    }
    Ok(vec![Event::UserAdded { user }])
}

/// Whether a person to be added is the one who adds: the owner of a file may do everything until the file says what the owner's roles are.
fn is_self(added: &User, who: &User) -> bool {
    added.name == who.name || (added.login.is_some() && added.login == who.login)
}

/// Gives a person other roles in place of the former ones, or another login; what is not stated stays. Nobody does this to oneself: somebody
/// else must be left to put it right.
pub(super) fn change_user(
    case: &Case<impl Facts>,
    name: &str,
    login: Option<&str>,
    roles: &[WantedRole],
) -> Result<Vec<Event>, Refusal> {
    admin(case)?;
    let from = case.facts.user(name)?.ok_or_else(|| Refusal::UnknownUser(name.to_owned()))?;
    if name == case.actor.user.name {
        return Err(AccessRefusal::OwnAccess.into());
    }
    let wanted = grants(case, roles)?;
    let grants = if wanted.is_empty() { from.grants.clone() } else { wanted };
    let login = login.map_or_else(|| from.login.clone(), stated);
    let to = User { name: from.name.clone(), login, grants };
    Ok(if to == from { Vec::new() } else { vec![Event::UserChanged { from, to }] })
}

fn stated(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn grants(case: &Case<impl Facts>, roles: &[WantedRole]) -> Result<Vec<Grant>, Refusal> {
    roles.iter().map(|wanted| grant(case, wanted)).collect()
}

fn grant(case: &Case<impl Facts>, wanted: &WantedRole) -> Result<Grant, Refusal> {
    let scope = match (&wanted.unit, &wanted.desk) {
        (Some(name), _) => {
            let unit = case.facts.unit_named(name)?;
            Scope::Unit(unit.ok_or_else(|| Refusal::UnknownUnit(name.name.clone()))?.id)
        }
        (None, Some(desk)) => Scope::Desk(desk.clone()),
        (None, None) => Scope::County,
    };
    Ok(Grant { role: wanted.role, scope })
}

pub(super) fn admin(case: &Case<impl Facts>) -> Result<(), Refusal> {
    let county = case.facts.county()?.ok_or(Refusal::NotFounded)?;
    may_county(&case.actor.user, &[Role::Admin], &county.name)
}
