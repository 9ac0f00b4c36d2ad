//! `score-over-actual`: the score is above what the scoring rule gives for the actual against the target.

use super::evaluated::{asked, points};
use super::{Check, Evaluated, Lack, Notes, Place, rule};
use crate::domain::score;

pub(super) const CHECK: Check = Check::of_evaluation("score-over-actual", run);

fn run(subject: &Evaluated<'_>, notes: &mut Notes) {
    let indicators = &subject.evaluation.indicators;
    if !indicators.is_empty() && indicators.iter().all(|one| points(one).is_none()) {
        return notes.cannot(Lack::Scores);
    }
    for (place, one, completion) in subject.completed() {
        let (Some((weight, score)), Some(share)) = (points(one), score::share_at(one, completion)) else { continue };
        let due = weight * share.most;
        if score > due + rule::limit("score-tolerance") && score <= weight {
            let found = notes.at(Place::Indicator(place), format!("{}/{}", score.normalize(), weight.normalize()));
            found.slot("actual", one.actual.as_deref().unwrap_or_default());
            found.slot("target", asked(one));
            found.slot("due", due.round_dp(1).normalize().to_string());
        }
    }
}
