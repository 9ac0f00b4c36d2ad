//! The county's own standard indicators, taken whole; and what the library says of the indicators of a submission.

use super::Case;
use crate::domain::access::{LIBRARY, may_county};
use crate::domain::event::Event;
use crate::domain::facts::{Answer, Facts};
use crate::domain::library::{Library, Standard};
use crate::domain::refusal::Refusal;
use crate::domain::target::Indicator;

/// Takes the standards in place of those that the county had; the same ones again change nothing.
pub(super) fn set(case: &Case<impl Facts>, standards: &[Standard]) -> Result<Vec<Event>, Refusal> {
    may_county(&case.actor.user, &LIBRARY, &case.facts.county()?.ok_or(Refusal::NotFounded)?.name)?;
    if case.facts.standards()? == standards {
        return Ok(Vec::new());
    }
    Ok(vec![Event::LibrarySet { standards: standards.to_vec() }])
}

/// The other names of each indicator, by the county's own standards, else by the bundled ones.
pub(super) fn other_names(facts: &impl Facts, indicators: &[Indicator]) -> Answer<Vec<Vec<String>>> {
    let bundled = Library::bundled().ok();
    let of = |indicator: &Indicator| {
        let name = indicator.name();
        Ok(match facts.standard(name)? {
            Some(own) => own.other_names(name),
            None => bundled.map_or_else(Vec::new, |library| library.synonyms(name)),
        })
    };
    indicators.iter().map(of).collect()
}
