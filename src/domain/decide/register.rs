//! Registers: a record is recorded, corrected with a reason, removed with a reason.

use super::{Case, said};
use crate::domain::access::{may_as, may_register};
use crate::domain::event::Event;
use crate::domain::facts::Facts;
use crate::domain::ids::{RecordId, UnitId};
use crate::domain::people::{Role, Unit};
use crate::domain::refusal::Refusal;
use crate::domain::register::field::{Fault, Wrong};
use crate::domain::register::refusal::RegisterRefusal;
use crate::domain::register::{Record, Register};
use crate::domain::target::UnitName;

/// Records an entry. What is recorded already with the same contents stays; with others it is corrected, if a reason is given.
pub(super) fn record(case: &Case<impl Facts>, contents: &Record, reason: &str) -> Result<Vec<Event>, Refusal> {
    let (contents, unit) = allowed(case, contents)?;
    let known = case.facts.record_keyed(contents.register(), &contents.key())?;
    let Some(id) = known else {
        let record = case.facts.next_record()?;
        return Ok(vec![Event::RegisterRecorded { record, unit, contents }]);
    };
    let kept = case.facts.record(id)?.ok_or_else(|| unknown(id))?;
    if kept.record == contents {
        return Ok(Vec::new());
    }
    if reason.trim().is_empty() {
        return Err(RegisterRefusal::Recorded(id, kept.record.title()).into());
    }
    Ok(vec![Event::RegisterCorrected { record: id, unit, contents, reason: reason.trim().to_owned() }])
}

/// Corrects an entry; `seen` is the version that the maker saw.
pub(super) fn correct(
    case: &Case<impl Facts>,
    (id, seen): (RecordId, Option<u32>),
    contents: &Record,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    let kept = present(case, id, seen)?;
    if kept.register() != contents.register() {
        return Err(RegisterRefusal::OtherRegister.into());
    }
    allowed(case, &kept)?;
    let (contents, unit) = allowed(case, contents)?;
    if kept == contents {
        return Ok(Vec::new());
    }
    said(reason, "field.reason")?;
    match case.facts.record_keyed(contents.register(), &contents.key())? {
        Some(other) if other != id => Err(RegisterRefusal::Recorded(other, contents.title()).into()),
        _ => Ok(vec![Event::RegisterCorrected { record: id, unit, contents, reason: reason.trim().to_owned() }]),
    }
}

/// Removes an entry; `seen` is the version that the maker saw.
pub(super) fn remove(
    case: &Case<impl Facts>,
    (id, seen): (RecordId, Option<u32>),
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    let kept = present(case, id, seen)?;
    allowed(case, &kept)?;
    said(reason, "field.reason")?;
    let (register, reason) = (kept.register(), reason.trim().to_owned());
    Ok(vec![Event::RegisterRemoved { record: id, register, reason }])
}

/// The contents of an entry that is there, in the version that the maker of the wish saw.
fn present(case: &Case<impl Facts>, id: RecordId, seen: Option<u32>) -> Result<Record, Refusal> {
    let kept = case.facts.record(id)?.filter(|kept| !kept.removed).ok_or_else(|| unknown(id))?;
    if seen.is_some_and(|seen| seen != kept.version) {
        let what = if kept.version == 1 { "register-recorded" } else { "register-corrected" };
        return Err(Refusal::Stale { who: kept.by, what: what.to_owned(), at: kept.at });
    }
    Ok(kept.record)
}

/// The contents with their unit named as the file names it, and that unit; refused to who may not keep this record.
fn allowed(case: &Case<impl Facts>, contents: &Record) -> Result<(Record, Option<UnitId>), Refusal> {
    let county = case.facts.county()?.ok_or(Refusal::NotFounded)?;
    let user = &case.actor.user;
    let mut contents = contents.clone();
    let unit = match contents.unit() {
        None => {
            may_register(user, None, &county.name)?;
            None
        }
        Some(name) => {
            let unit = case.facts.unit_named(name)?.ok_or_else(|| Refusal::UnknownUnit(name.name.clone()))?;
            may_register(user, Some(&unit).filter(|_| contents.register().is_kept_by_units()), &county.name)?;
            Some(unit)
        }
    };
    if let Some(unit) = &unit {
        contents.rename_unit(UnitName { code: unit.code.clone(), name: unit.name.clone() });
        checks(case, &contents, unit)?;
        supervised(case, &mut contents, unit)?;
    }
    past(case, &contents)?;
    Ok((contents, unit.map(|unit| unit.id)))
}

/// Refuses a disclosure that its own unit says to have checked: the bureau checks.
fn checks(case: &Case<impl Facts>, contents: &Record, unit: &Unit) -> Result<(), Refusal> {
    let Record::Disclosure(one) = contents else { return Ok(()) };
    let bureau = [Role::Desk, Role::Performance, Role::Budget, Role::Chair, Role::Admin];
    if one.checked_by.is_empty() || may_as(&case.actor.user, &bureau, unit).is_ok() {
        return Ok(());
    }
    let known = case.facts.record_keyed(Register::Disclosure, &contents.key())?;
    let kept = known.map(|id| case.facts.record(id)).transpose()?.flatten();
    let same =
        kept.is_some_and(|kept| matches!(&kept.record, Record::Disclosure(old) if old.checked_by == one.checked_by));
    if same { Ok(()) } else { Err(RegisterRefusal::OwnCheck(case.actor.user.name.clone()).into()) }
}

/// Names the supervising department as the file names it, and refuses a unit that would supervise itself.
fn supervised(case: &Case<impl Facts>, contents: &mut Record, unit: &Unit) -> Result<(), Refusal> {
    let Record::Subordinate(one) = contents else { return Ok(()) };
    let unknown = || Refusal::UnknownUnit(one.department.name.clone());
    let department = case.facts.unit_named(&one.department)?.ok_or_else(unknown)?;
    if department.id == unit.id {
        let wrong = Wrong::Same(department.name, "subordinate");
        return Err(RegisterRefusal::Field(Fault { field: "department", wrong }).into());
    }
    one.department = UnitName { code: department.code, name: department.name };
    Ok(())
}

/// Refuses days on which something is said to have happened, and that lie in the future.
fn past(case: &Case<impl Facts>, contents: &Record) -> Result<(), Refusal> {
    match contents.ahead(case.now.today) {
        Some((field, day)) => Err(RegisterRefusal::Field(Fault { field, wrong: Wrong::Future(day) }).into()),
        None => Ok(()),
    }
}

fn unknown(id: RecordId) -> Refusal {
    RegisterRefusal::Unknown(id.to_string()).into()
}
