//! What is taken off the answers to a viewer who does not see the whole county: grades and opinions that were not fed back.
//!
//! Owns no rule: `domain::access` says what may be read. A grade is part of the opinion that gave it, so a standing, a row of the
//! journal and a filter keep silent of it alike.

use crate::domain::access::{self, Sight};
use crate::domain::check::Waiver;
use crate::domain::event::Event;
use crate::domain::people::Role;
use crate::domain::procedure::Procedure;
use crate::domain::target::{Standing, State};
use crate::domain::time::Instant;

/// Takes the grade off a standing when its opinion may not be read; `current` is where the target stands now.
pub(super) fn hide(sight: &Sight, standing: &mut Standing, current: &Standing) {
    if !access::reads_opinion(sight, None, standing.round, current) {
        standing.grade = None;
    }
}

/// The grade of the row `t` of `target` as SQL, silent where [`hide`] is.
pub(super) fn grade_column(sight: &Sight) -> String {
    if *sight == Sight::All {
        return "t.grade".to_owned();
    }
    let told = |state: &State| access::reads_opinion(sight, None, 1, &unanswered(*state));
    let told: Vec<_> = State::ALL.into_iter().filter(told).map(|state| format!("'{}'", state.id())).collect();
    format!("(case when t.state in ({}) or t.round <= t.answered then t.grade end)", told.join(","))
}

/// The waivers that may be read.
pub(super) fn waivers(sight: &Sight, waivers: Vec<Waiver>) -> Vec<Waiver> {
    if access::reads_waivers(sight) { waivers } else { Vec::new() }
}

/// The count of findings of the row `t` of `target` as SQL: for who may not know of waivers, as if there were none.
pub(super) fn findings_column(sight: &Sight) -> &'static str {
    if access::reads_waivers(sight) { "t.findings" } else { "t.alarms" }
}

/// Whether an event tells of a waiver.
pub(super) const fn tells_waiver(event: &Event) -> bool {
    matches!(event, Event::FindingWaived { .. } | Event::WaiverWithdrawn { .. })
}

/// A first round in a state, before anything was fed back.
fn unanswered(state: State) -> Standing {
    Standing {
        state,
        stage: None,
        round: 1,
        returns: 0,
        answered: None,
        resume: None,
        grade: None,
        due: None,
        since: Instant::default(),
        key_project: false,
    }
}

/// Whether a review may be read. One that was taken back was never fed back: only who gave it at that stage knows it.
pub(super) fn reads_review(
    sight: &Sight,
    procedure: &Procedure,
    (stage, round, undone): (&str, u32, bool),
    current: &Standing,
) -> bool {
    let role = procedure.stage(stage).map(|stage| stage.role);
    let own = role == Some(Role::Department);
    access::reads_opinion(sight, role, round, current) && (*sight == Sight::All || own || !undone)
}

/// The standings that an event tells.
pub(super) fn standings(event: &mut Event) -> Vec<&mut Standing> {
    match event {
        Event::TargetRegistered { to, .. } => vec![to],
        Event::SubmissionReceived { from, to, .. }
        | Event::TargetSubmitted { from, to, .. }
        | Event::TargetWithdrawn { from, to, .. }
        | Event::KeyProjectSet { from, to, .. }
        | Event::ReviewGiven { from, to, .. }
        | Event::ActUndone { from, to, .. } => vec![from, to],
        _ => Vec::new(),
    }
}
