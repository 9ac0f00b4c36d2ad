//! What `decide` asks about the execution of targets, inside the writing transaction.

use rusqlite::params;

use super::{REPORTED, WARNING, filled, reported, warning};
use crate::domain::execution::facts::ExecutionFacts;
use crate::domain::execution::record::{Filled, Opening, Reported, Warning};
use crate::domain::facts::Answer;
use crate::domain::ids::{EvaluationId, TargetId, UnitId};
use crate::store::facts::{SqlFacts, unreadable};
use crate::store::rows::strange;

impl ExecutionFacts for SqlFacts<'_> {
    fn opening(&self, year: i32) -> Answer<Option<Opening>> {
        self.one("select year, approved, due from evaluation_opening where year = ?1", [year], |row| {
            let day = |column: usize, text: String| text.parse().map_err(|_| strange(column, &text));
            Ok(Opening { year: row.get(0)?, approved: day(1, row.get(1)?)?, due: day(2, row.get(2)?)? })
        })
    }

    fn evaluated_unit(&self, evaluation: EvaluationId) -> Answer<Option<UnitId>> {
        let sql = "select unit_id from evaluation where id = ?1 and replaced = 0";
        self.one(sql, [evaluation.0], |row| row.get(0).map(UnitId))
    }

    fn reported(&self, evaluation: EvaluationId) -> Answer<Option<Reported>> {
        let sql = format!("select {REPORTED} from evaluation e where e.id = ?1 and e.replaced = 0");
        self.one(&sql, [evaluation.0], reported)
    }

    fn filled(&self, target: TargetId, period: &str) -> Answer<Option<Filled>> {
        Ok(filled(self.conn(), target, Some(period)).map_err(unreadable)?.pop())
    }

    fn open_warnings(&self, target: TargetId, period: &str) -> Answer<Vec<Warning>> {
        let sql = format!(
            "select {WARNING} from filling_warning where target_id = ?1 and period = ?2 and corrected_at is null order by seq"
        );
        self.many(&sql, params![target.0, period], warning)
    }

    fn approved_targets(&self, year: i32) -> Answer<Vec<TargetId>> {
        let sql = "select id from target where year = ?1 and state = 'budgeted' order by id";
        self.many(sql, [year], |row| row.get(0).map(TargetId))
    }
}
