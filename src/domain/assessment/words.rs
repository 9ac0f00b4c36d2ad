//! The words of pre-assessments, in the user's language.

use rust_decimal::Decimal;
use rust_i18n::t;

use super::event::AssessmentEvent;
use super::record::{Review, Standing, State, Verdict};
use super::rule::rules;
use super::view::GivenReview;

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

/// What a review came to: its conclusion, or its verdict before there is one.
pub fn outcome(review: &Review) -> String {
    review.conclusion.as_deref().map_or_else(|| verdict(review.verdict), conclusion)
}

/// Points as they are shown; `-` where there are none.
pub fn points(points: Option<Decimal>) -> String {
    points.map_or_else(|| "-".to_owned(), |points| points.normalize().to_string())
}

/// The head of a review in a list: when, at which stage, by whom, what it came to, with its total.
pub fn review_head(given: &GivenReview) -> String {
    let review = &given.review;
    let total = points(review.total);
    let (at, stage) = (given.at.local_minute(), stage(&review.stage));
    t!("assess.file.review", at = at, stage = stage, by = given.by, outcome = outcome(review), total = total)
        .into_owned()
}

/// What an event is about, in a few words.
pub fn detail(act: &AssessmentEvent) -> String {
    match act {
        AssessmentEvent::AssessmentRegistered { project, year, .. } => format!("{year} {}", project.name),
        AssessmentEvent::AssessmentFilled { form, to, .. } => {
            t!("assess.detail.filled", round = to.round, total = points(form.total())).into_owned()
        }
        AssessmentEvent::AssessmentSubmitted { to, .. } => place(to),
        AssessmentEvent::AssessmentReviewed { review, to, .. } => {
            format!("{} {} → {} {}", stage(&review.stage), outcome(review), place(to), review.opinion)
        }
        AssessmentEvent::AssessmentWithdrawn { reason, .. } => reason.clone(),
        AssessmentEvent::AssessmentUndone { to, .. } => place(to),
    }
}
