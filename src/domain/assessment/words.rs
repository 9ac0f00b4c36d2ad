//! The words of pre-assessments, in the user's language.

use rust_i18n::t;

use super::event::AssessmentEvent;
use super::record::{Standing, State, Verdict};
use super::rule::rules;

/// A state's name.
pub fn state(state: State) -> String {
    t!(format!("assess.state.{}", state.id())).into_owned()
}

/// Where one stands: the stage's name while pending, else the state's.
pub fn place(standing: &Standing) -> String {
    let stage = standing.stage.as_deref().and_then(|id| rules().course.stage(id));
    stage.map_or_else(|| state(standing.state), |stage| stage.name.tab().to_owned())
}

/// A stage's name by its id.
pub fn stage(id: &str) -> String {
    rules().course.stage(id).map_or_else(|| id.to_owned(), |stage| stage.name.local().to_owned())
}

/// A verdict's name.
pub fn verdict(verdict: Verdict) -> String {
    t!(format!("assess.verdict.{}", verdict.id())).into_owned()
}

/// A conclusion's name by its id.
pub fn conclusion(id: &str) -> String {
    rules().conclusion(id).map_or_else(|| id.to_owned(), |one| one.name.local().to_owned())
}

/// What an event is about, in a few words.
pub fn detail(act: &AssessmentEvent) -> String {
    match act {
        AssessmentEvent::AssessmentRegistered { project, year, .. } => format!("{year} {}", project.name),
        AssessmentEvent::AssessmentFilled { form, to, .. } => {
            let total = form.total().map_or_else(|| "-".to_owned(), |total| total.normalize().to_string());
            t!("assess.detail.filled", round = to.round, total = total).into_owned()
        }
        AssessmentEvent::AssessmentSubmitted { to, .. } => place(to),
        AssessmentEvent::AssessmentReviewed { review, to, .. } => {
            let made = review.conclusion.as_deref().map_or_else(|| verdict(review.verdict), conclusion);
            format!("{} {made} → {} {}", stage(&review.stage), place(to), review.opinion)
        }
        AssessmentEvent::AssessmentWithdrawn { reason, .. } => reason.clone(),
        AssessmentEvent::AssessmentUndone { to, .. } => place(to),
    }
}
