//! Pre-assessments in the model.

use std::collections::BTreeMap;

use super::Model;
use crate::domain::assessment::event::AssessmentEvent;
use crate::domain::assessment::facts::{AssessmentAct, AssessmentFacts};
use crate::domain::assessment::record::{Assessment, Review, SelfAssessment};
use crate::domain::evaluation::PriorReason;
use crate::domain::facts::{Answer, Entry};
use crate::domain::ids::{AssessmentId, Seq, UnitId};
use crate::domain::prior::belonging;
use crate::domain::target::ProjectName;

/// Everything about a file's pre-assessments.
#[derive(Debug, Clone, Default)]
pub struct Assessments {
    /// Each of them.
    pub all: BTreeMap<AssessmentId, Assessment>,
    /// What the units said, by round.
    pub forms: BTreeMap<(AssessmentId, u32), SelfAssessment>,
    /// What the desks said, by row of the journal; with whether it was undone.
    pub reviews: BTreeMap<AssessmentId, Vec<(Seq, Review, bool)>>,
    /// The steps, oldest first, each with whether it was undone.
    acts: BTreeMap<AssessmentId, Vec<(AssessmentAct, bool)>>,
}

impl Assessments {
    pub(super) fn apply(&mut self, entry: &Entry, id: AssessmentId, act: &AssessmentEvent) {
        let (from, to) = act.step();
        if let Some(known) = self.all.get_mut(&id) {
            known.version += 1;
            known.standing = to.clone();
        }
        match act {
            AssessmentEvent::AssessmentRegistered { year, unit, project, category, to } => {
                let (project, category, standing) = (project.clone(), category.clone(), to.clone());
                let (year, unit) = (*year, *unit);
                self.all.insert(id, Assessment { id, year, unit, project, category, version: 1, standing });
            }
            AssessmentEvent::AssessmentFilled { form, to, .. } => {
                self.forms.insert((id, to.round), form.clone());
            }
            AssessmentEvent::AssessmentReviewed { review, .. } => {
                self.reviews.entry(id).or_default().push((entry.seq, review.clone(), false));
            }
            AssessmentEvent::AssessmentUndone { undone, .. } => self.undo(id, *undone),
            AssessmentEvent::AssessmentSubmitted { .. } | AssessmentEvent::AssessmentWithdrawn { .. } => {}
        }
        let act = AssessmentAct {
            seq: entry.seq,
            by: entry.by.clone(),
            at: entry.at,
            kind: act.kind().to_owned(),
            from: from.cloned(),
            to: to.clone(),
        };
        self.acts.entry(id).or_default().push((act, false));
    }

    fn undo(&mut self, id: AssessmentId, act: Seq) {
        for (seq, _, undone) in self.reviews.entry(id).or_default() {
            *undone |= *seq == act;
        }
        for (one, undone) in self.acts.entry(id).or_default() {
            *undone |= one.seq == act;
        }
    }
}

impl AssessmentFacts for Model {
    fn assessment(&self, id: AssessmentId) -> Answer<Option<Assessment>> {
        Ok(self.assessments.all.get(&id).cloned())
    }

    fn assessment_of(&self, year: i32, unit: UnitId, project: &ProjectName) -> Answer<Option<AssessmentId>> {
        let of_year = || self.assessments.all.values().filter(|one| one.year == year);
        let same = |reason| of_year().find(|one| belonging((one.unit, &one.project), (unit, project)) == Some(reason));
        Ok(same(PriorReason::Code).or_else(|| same(PriorReason::Name)).map(|one| one.id))
    }

    fn self_assessment(&self, id: AssessmentId, round: u32) -> Answer<Option<SelfAssessment>> {
        Ok(self.assessments.forms.get(&(id, round)).cloned())
    }

    fn assessment_reviews(&self, id: AssessmentId, round: u32) -> Answer<Vec<Review>> {
        let all = self.assessments.reviews.get(&id).into_iter().flatten();
        Ok(all.filter(|(_, review, undone)| review.round == round && !undone).map(|(_, one, _)| one.clone()).collect())
    }

    fn last_assessment_act(&self, id: AssessmentId) -> Answer<Option<AssessmentAct>> {
        let acts = self.assessments.acts.get(&id).into_iter().flatten();
        let mut standing = acts.filter(|(act, undone)| !undone && act.kind != "assessment-undone");
        Ok(standing.next_back().map(|(act, _)| act.clone()))
    }

    fn last_assessment_step(&self, id: AssessmentId) -> Answer<Option<AssessmentAct>> {
        Ok(self.assessments.acts.get(&id).and_then(|acts| acts.last()).map(|(act, _)| act.clone()))
    }

    fn next_assessment(&self) -> Answer<AssessmentId> {
        Ok(AssessmentId(self.assessments.all.keys().last().map_or(1, |id| id.0 + 1)))
    }
}
