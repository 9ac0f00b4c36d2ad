//! The execution of targets in the model: openings, what stands of evaluations, forms of monitoring, warnings.

use std::collections::BTreeMap;

use super::Model;
use crate::domain::event::Event;
use crate::domain::execution::event::ExecutionEvent;
use crate::domain::execution::facts::ExecutionFacts;
use crate::domain::execution::record::{Disposed, Filled, Judgement, Opening, Rectified, Reported, Warning};
use crate::domain::facts::{Answer, Entry};
use crate::domain::ids::{EvaluationId, TargetId, UnitId};

/// Everything about the execution of a file's targets.
#[derive(Debug, Clone, Default)]
pub struct Executions {
    /// Years whose evaluations are open.
    pub openings: BTreeMap<i32, Opening>,
    /// What stands of evaluations.
    pub reported: BTreeMap<EvaluationId, Reported>,
    /// The form of each target's period that stands.
    pub filled: BTreeMap<(TargetId, String), Filled>,
    /// Warnings, oldest first.
    pub warnings: Vec<Warning>,
}

impl Executions {
    /// Notes who recorded an evaluation.
    pub(super) fn recorded(&mut self, entry: &Entry) {
        let Event::EvaluationRecorded { id, details, .. } = &entry.event else { return };
        let details = details.as_deref().cloned().unwrap_or_default();
        let (by, at) = (entry.by.clone(), entry.at);
        self.reported.insert(*id, Reported { id: *id, by, at, details, judgement: None });
    }

    pub(super) fn apply(&mut self, entry: &Entry, act: &ExecutionEvent) {
        let (by, at) = (entry.by.clone(), entry.at);
        match act {
            ExecutionEvent::EvaluationsOpened { year, approved, due } => {
                self.openings.insert(*year, Opening { year: *year, approved: *approved, due: *due });
            }
            ExecutionEvent::EvaluationJudged { evaluation, accepted, opinion, .. } => {
                if let Some(reported) = self.reported.get_mut(evaluation) {
                    let (accepted, opinion) = (*accepted, opinion.clone());
                    reported.judgement = Some(Judgement { accepted, opinion, by, at });
                }
            }
            ExecutionEvent::MonitoringFilled { target, monitoring, light, late } => {
                let (seq, light, late) = (entry.seq, *light, *late);
                let (target, monitoring) = (*target, monitoring.clone());
                let key = (target, monitoring.period.clone());
                let (disposed, rectified) = (None, None);
                self.filled.insert(key, Filled { seq, target, monitoring, light, late, by, at, disposed, rectified });
            }
            ExecutionEvent::MonitoringDisposed { target, period, disposal, opinion, due } => {
                if let Some(filled) = self.filled.get_mut(&(*target, period.clone())) {
                    let (disposal, opinion, due) = (*disposal, opinion.clone(), *due);
                    filled.disposed = Some(Disposed { disposal, opinion, due, by, at });
                    filled.rectified = None;
                }
            }
            ExecutionEvent::MonitoringRectified { target, period, text } => {
                if let Some(filled) = self.filled.get_mut(&(*target, period.clone())) {
                    filled.rectified = Some(Rectified { text: text.clone(), by, at });
                }
            }
            ExecutionEvent::WarningRaised { target, period, warning, places } => {
                let (target, period, places) = (*target, period.clone(), places.clone());
                let (seq, kind, raised) = (entry.seq, *warning, at);
                self.warnings.push(Warning { seq, target, period, kind, places, by, raised, corrected: None });
            }
            ExecutionEvent::WarningCorrected { target, period, warning } => {
                let is = |one: &&mut Warning| {
                    (one.target, &one.period, one.kind) == (*target, period, *warning) && one.corrected.is_none()
                };
                for one in self.warnings.iter_mut().filter(|one| is(one)) {
                    one.corrected = Some((by.clone(), at));
                }
            }
        }
    }
}

impl ExecutionFacts for Model {
    fn opening(&self, year: i32) -> Answer<Option<Opening>> {
        Ok(self.executions.openings.get(&year).cloned())
    }

    fn evaluated_unit(&self, evaluation: EvaluationId) -> Answer<Option<UnitId>> {
        Ok(self.evaluations.get(&evaluation).filter(|known| !known.replaced).map(|known| known.unit))
    }

    fn reported(&self, evaluation: EvaluationId) -> Answer<Option<Reported>> {
        let stands = self.evaluations.get(&evaluation).is_some_and(|known| !known.replaced);
        Ok(self.executions.reported.get(&evaluation).filter(|_| stands).cloned())
    }

    fn filled(&self, target: TargetId, period: &str) -> Answer<Option<Filled>> {
        Ok(self.executions.filled.get(&(target, period.to_owned())).cloned())
    }

    fn open_warnings(&self, target: TargetId, period: &str) -> Answer<Vec<Warning>> {
        let open = |one: &&Warning| one.target == target && one.period == period && one.corrected.is_none();
        Ok(self.executions.warnings.iter().filter(open).cloned().collect())
    }

    fn approved_targets(&self, year: i32) -> Answer<Vec<TargetId>> {
        let approved = self.targets.values().filter(|one| one.year == year && one.standing.state.is_approved());
        Ok(approved.map(|one| one.id).collect())
    }
}
