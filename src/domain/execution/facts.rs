//! What `decide` may ask about the execution of targets. Whoever knows of none answers so.

use super::record::{Filled, Judgement, Opening, Reported, Warning};
use crate::domain::facts::Answer;
use crate::domain::ids::{EvaluationId, TargetId, UnitId};

/// The questions about execution.
pub trait ExecutionFacts {
    /// That a year's evaluations are open.
    fn opening(&self, _year: i32) -> Answer<Option<Opening>> {
        Ok(None)
    }
    /// The unit of an evaluation that was not replaced.
    fn evaluated_unit(&self, _evaluation: EvaluationId) -> Answer<Option<UnitId>> {
        Ok(None)
    }
    /// What stands of an evaluation that was not replaced.
    fn reported(&self, _evaluation: EvaluationId) -> Answer<Option<Reported>> {
        Ok(None)
    }
    /// The desk's review of an evaluation.
    fn judgement(&self, evaluation: EvaluationId) -> Answer<Option<Judgement>> {
        Ok(self.reported(evaluation)?.and_then(|reported| reported.judgement))
    }
    /// The form of a target's period that stands.
    fn filled(&self, _target: TargetId, _period: &str) -> Answer<Option<Filled>> {
        Ok(None)
    }
    /// The warnings of a target's period that are not corrected, oldest first.
    fn open_warnings(&self, _target: TargetId, _period: &str) -> Answer<Vec<Warning>> {
        Ok(Vec::new())
    }
    /// The approved targets of a year, by number.
    fn approved_targets(&self, _year: i32) -> Answer<Vec<TargetId>> {
        Ok(Vec::new())
    }
}
