//! `copied-block`: two projects of the same unit share the same indicators. What pays people or runs an office follows one template, and so
//! do the parts of one project that differ by what stands in brackets behind its name, such as areas.

use super::subject::block;
use super::{Check, Notes, Place, Subject};

pub(super) const CHECK: Check = Check::of_target("copied-block", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    let indicators: Vec<_> = subject.indicators.iter().map(|one| one.of.clone()).collect();
    let Some(own) = block(&indicators).filter(|_| !subject.is_standing()) else { return };
    let part = |sibling: &str| parts(sibling).is_some_and(|whole| parts(subject.project) == Some(whole));
    let same =
        subject.siblings.iter().filter(|sibling| sibling.block.as_ref() == Some(&own) && !part(&sibling.project));
    let names: Vec<&str> = same.map(|sibling| sibling.project.as_str()).collect();
    if !names.is_empty() {
        notes.at(Place::Form, names.join("、")).slot("projects", names.join("、"));
    }
}

/// The project whose part a name is: what stands before the brackets that end it.
fn parts(name: &str) -> Option<&str> {
    let (whole, _) = name.strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
    Some(whole.trim()).filter(|whole| !whole.is_empty())
}
