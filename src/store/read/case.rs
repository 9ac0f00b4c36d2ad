//! One target with everything that its case file shows, as far as the viewer may read it.

use std::sync::Arc;

use rusqlite::Row;
use rust_decimal::Decimal;

use super::veil;
use crate::domain::access::{self, Sight};
use crate::domain::check::{Recorded, Waiver};
use crate::domain::command::Verdict;
use crate::domain::evaluation::{Evaluation, EvaluationKind};
use crate::domain::facts::{Answer, Facts};
use crate::domain::grade::Grade;
use crate::domain::ids::{EvaluationId, Seq, TargetId, UnitId};
use crate::domain::known::Known;
use crate::domain::model::PRIOR_YEARS;
use crate::domain::people::User;
use crate::domain::target::{Submission, Target};
use crate::domain::time::Instant;
use crate::domain::view::{CaseFile, Former, PriorEvaluation, ReviewRow, UnitEvaluation, compared};
use crate::store::Store;
use crate::store::facts::{SqlFacts, unreadable};
use crate::store::findings;
use crate::store::rows::{self, grade_of, strange};

impl Store {
    /// The case file of a target; `None` when it is not there for this viewer.
    pub fn case_file(&self, viewer: &User, id: TargetId) -> Answer<Option<CaseFile>> {
        let _held = self.hold()?;
        let Some(mut target) = rows::target(&self.conn, id).map_err(unreadable)? else { return Ok(None) };
        let sight = access::sight(viewer);
        let unit = self.unit(target.unit)?.filter(|unit| sight.shows(unit.id));
        let Some(unit) = unit else { return Ok(None) };
        let round = target.standing.round;
        let submission = rows::submission(&self.conn, id, round).map_err(unreadable)?.unwrap_or_default();
        let reviews = self.reviews(&target, &sight)?;
        let current = target.standing.clone();
        let points = rows::points(&self.conn, id).map_err(unreadable)?;
        veil::hide(&sight, &mut target.standing, &current);
        Ok(Some(CaseFile {
            items: submission.items(),
            links: rows::links(&self.conn, id, round).map_err(unreadable)?,
            priors: self.priors(id)?,
            execution: self.execution(&target)?,
            matches: rows::prior_matches(&self.conn, id, round).map_err(unreadable)?,
            checked: findings::recorded(&self.conn, id).map_err(unreadable)?.unwrap_or_default(),
            waivers: veil::waivers(&sight, findings::waivers(&self.conn, id).map_err(unreadable)?),
            former: compared(&reviews, &viewer.name, round).map(|former| self.former(id, former)).transpose()?,
            reviews,
            points: access::readable_points(viewer, points, &current),
            history: self.entries(viewer, Some(id), None, None)?,
            twinned: Known::default(),
            submission,
            unit,
            target,
        }))
    }

    /// What the checks said of a target, and what somebody let stand of it, as far as the viewer may know; nothing of a target that is not
    /// there for this viewer.
    pub fn findings(&self, viewer: &User, id: TargetId) -> Answer<(Recorded, Vec<Waiver>)> {
        let sight = access::sight(viewer);
        let target = rows::target(&self.conn, id).map_err(unreadable)?;
        if !target.is_some_and(|target| sight.shows(target.unit)) {
            return Ok((Recorded::default(), Vec::new()));
        }
        let recorded = findings::recorded(&self.conn, id).map_err(unreadable)?.unwrap_or_default();
        let waivers = findings::waivers(&self.conn, id).map_err(unreadable)?;
        Ok((recorded, veil::waivers(&sight, waivers)))
    }

    fn former(&self, id: TargetId, round: u32) -> Answer<Former> {
        let submission = rows::submission(&self.conn, id, round).map_err(unreadable)?.unwrap_or_default();
        Ok(Former { round, submission, links: rows::links(&self.conn, id, round).map_err(unreadable)? })
    }

    /// A target's evaluations of earlier years with what the checks say of them; none when it is not there for this viewer.
    pub fn checked_priors(&self, viewer: &User, id: TargetId) -> Answer<Vec<PriorEvaluation>> {
        let target = rows::target(&self.conn, id).map_err(unreadable)?;
        let shown = target.is_some_and(|target| access::sight(viewer).shows(target.unit));
        if shown { self.priors(id) } else { Ok(Vec::new()) }
    }

    fn priors(&self, target: TargetId) -> Answer<Vec<PriorEvaluation>> {
        let sql = "select p.evaluation_id, p.reason, p.likeness, e.unit_id
            from prior p join evaluation e on e.id = p.evaluation_id
            where p.target_id = ?1 and p.reason <> 'rejected'
            order by e.year desc, case e.kind when 'fiscal' then 0 when 'agency' then 1 else 2 end, e.id";
        let read = |row: &Row<'_>| Ok((EvaluationId(row.get(0)?), rows::prior_reason(row, 1)?, UnitId(row.get(3)?)));
        let mut priors = Vec::new();
        for (id, reason, unit) in self.many(sql, [target.0], read)? {
            let Some(evaluation) = rows::evaluation(&self.conn, id).map_err(unreadable)? else { continue };
            let approved = self.approved(unit, &evaluation)?;
            priors.push(PriorEvaluation::checked(id, reason, evaluation, approved.as_ref()));
        }
        Ok(priors)
    }

    /// What was approved as the target of an evaluated project in its year, if that is in the file.
    pub(in crate::store) fn approved(&self, unit: UnitId, evaluation: &Evaluation) -> Answer<Option<Submission>> {
        let facts = SqlFacts::new(&self.conn, &self.procedure);
        let Some(year) = evaluation.year else { return Ok(None) };
        let Some(id) = facts.target_of(year, unit, &evaluation.project)? else { return Ok(None) };
        let target = facts.target(id)?.filter(|target| target.standing.state.is_approved());
        let approved = target.map_or(Ok(None), |target| facts.submission(id, target.standing.round))?;
        Ok(approved.map(Arc::unwrap_or_clone))
    }

    /// The evaluations of a target's unit in the three years before, newest first; none when it is not there for this viewer.
    pub fn unit_evaluations(&self, viewer: &User, id: TargetId) -> Answer<Vec<UnitEvaluation>> {
        let Some(target) = rows::target(&self.conn, id).map_err(unreadable)? else { return Ok(Vec::new()) };
        if !access::sight(viewer).shows(target.unit) {
            return Ok(Vec::new());
        }
        let sql = "select e.id, e.year, e.kind, e.project, e.score, p.reason, p.likeness from evaluation e
            left join prior p on p.evaluation_id = e.id and p.target_id = ?1
            where (e.unit_id = ?2 or p.reason is not null) and e.year between ?3 - ?4 and ?3 - 1 and e.replaced = 0
            order by e.year desc, e.id";
        let read = |row: &Row<'_>| {
            let (kind, reason): (String, Option<String>) = (row.get(2)?, row.get(5)?);
            Ok(UnitEvaluation {
                id: EvaluationId(row.get(0)?),
                year: row.get(1)?,
                kind: EvaluationKind::of_id(&kind).ok_or_else(|| strange(2, &kind))?,
                project: row.get(3)?,
                score: row.get(4)?,
                reason: reason.map(|_| rows::prior_reason(row, 5)).transpose()?,
            })
        };
        self.many(sql, rusqlite::params![id.0, target.unit.0, target.year, PRIOR_YEARS], read)
    }

    fn reviews(&self, target: &Target, sight: &Sight) -> Answer<Vec<ReviewRow>> {
        let sql =
            "select round, stage, reviewer, on_behalf, at, grade, criteria, suggested, verdict, opinion, reason, undone, points, seq
            from review where target_id = ?1 order by seq";
        let all = self.many(sql, [target.id.0], review)?;
        let readable = |review: &ReviewRow| {
            let given = (review.stage.as_str(), review.round, review.undone);
            veil::reads_review(sight, &self.procedure, given, &target.standing)
        };
        Ok(all.into_iter().filter(readable).collect())
    }
}

fn review(row: &Row<'_>) -> rusqlite::Result<ReviewRow> {
    let verdict: String = row.get(8)?;
    let criteria: String = row.get(6)?;
    let grade = |letter: char| letter.to_string().parse::<Grade>().map_err(|_| strange(6, &criteria));
    let points: String = row.get(12)?;
    let point = |text: &str| text.parse::<Decimal>().map_err(|_| strange(12, &points));
    Ok(ReviewRow {
        seq: Seq(row.get(13)?),
        round: row.get(0)?,
        stage: row.get(1)?,
        by: row.get(2)?,
        on_behalf: row.get(3)?,
        at: Instant(row.get(4)?),
        grade: grade_of(5, row.get(5)?)?,
        criteria: criteria.chars().map(grade).collect::<Result<_, _>>()?,
        suggested: grade_of(7, row.get(7)?)?,
        verdict: Verdict::of_id(&verdict).ok_or_else(|| strange(8, &verdict))?,
        opinion: row.get(9)?,
        reason: row.get(10)?,
        undone: row.get(11)?,
        points: points.split(',').filter(|text| !text.is_empty()).map(point).collect::<Result<_, _>>()?,
    })
}
