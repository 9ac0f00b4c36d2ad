//! Evaluations of earlier years, and whose they are.

use rusqlite::Error;
use rusqlite::types::ValueRef;

use super::{Earlier, Expected, Past};
use crate::domain::evaluation::{Evaluation, EvaluationKind, PriorReason};
use crate::domain::ids::{EvaluationId, TargetId};
use crate::store::projection::value::{maybe, number, text};

impl Expected {
    /// An evaluation: the row as it would be written, up to what a desk says of it.
    pub(in crate::store::projection) fn evaluation(
        &mut self,
        id: EvaluationId,
        of: &Evaluation,
        row: &[ValueRef<'_>],
    ) -> rusqlite::Result<()> {
        let rank = match of.kind {
            EvaluationKind::Fiscal => 0,
            EvaluationKind::Agency => 1,
            EvaluationKind::Own => 2,
        };
        let past = Past {
            row: self.key.hash(row.iter().copied()),
            replaced: false,
            judged: self.key.hash([ValueRef::Null; 4]),
            year: of.year.unwrap_or_default(),
            rank,
            score: of.score.as_deref().map(Box::from),
            of: Vec::new(),
        };
        self.evaluations.put(id.0, past).ok_or(Error::StatementChangedRows(0))
    }

    fn past(&mut self, id: EvaluationId) -> rusqlite::Result<&mut Past> {
        self.evaluations.get_mut(id.0).ok_or(Error::QueryReturnedNoRows)
    }

    /// An evaluation that another took the place of: it belongs to no target any more.
    pub(in crate::store::projection) fn replaced(&mut self, id: EvaluationId) -> rusqlite::Result<()> {
        let past = self.past(id)?;
        past.replaced = true;
        for target in std::mem::take(&mut past.of) {
            self.no_prior(TargetId(target), id)?;
        }
        Ok(())
    }

    /// What a desk says of an evaluation.
    pub(in crate::store::projection) fn judged(
        &mut self,
        id: EvaluationId,
        row: &[ValueRef<'_>],
    ) -> rusqlite::Result<()> {
        let judged = self.key.hash(row.iter().copied());
        self.past(id)?.judged = judged;
        Ok(())
    }

    /// Says that an evaluation is a target's, or that it is not.
    pub(in crate::store::projection) fn prior(
        &mut self,
        target: TargetId,
        evaluation: EvaluationId,
        reason: PriorReason,
    ) -> rusqlite::Result<()> {
        let row = [number(target.0), number(evaluation.0), text(reason.id()), maybe(reason.likeness())];
        let row = self.key.hash(row);
        self.no_prior(target, evaluation)?;
        self.past(evaluation)?.of.push(target.0);
        self.held(target)?.priors.push(Earlier { evaluation: evaluation.0, holds: reason.holds(), row });
        Ok(())
    }

    /// Takes back what was said of an evaluation and a target.
    pub(in crate::store::projection) fn no_prior(
        &mut self,
        target: TargetId,
        evaluation: EvaluationId,
    ) -> rusqlite::Result<()> {
        self.held(target)?.priors.retain(|one| one.evaluation != evaluation.0);
        Ok(())
    }

    /// The newest earlier score of a target as written (`prior::newest` says which that is).
    pub(in crate::store::projection) fn newest(&self, target: i64) -> Option<&str> {
        let held = self.targets.get(target)?.priors.iter().filter(|one| one.holds);
        let all = held.filter_map(|one| Some((one.evaluation, self.evaluations.get(one.evaluation)?)));
        all.min_by_key(|(id, past)| (-past.year, past.rank, *id)).and_then(|(_, past)| past.score.as_deref())
    }
}
