//! Pre-assessments: `facts` answers `decide`, `read` the screens and the command line; the rows of both are here.

mod facts;
mod read;

use rusqlite::{Connection, Row, params};
use rust_decimal::Decimal;

use super::rows::strange;
use crate::domain::assessment::record::{Assessment, ItemScore, Review, SelfAssessment, Standing, Verdict};
use crate::domain::ids::{AssessmentId, UnitId};
use crate::domain::money::Money;
use crate::domain::target::ProjectName;

type Sql<T> = rusqlite::Result<T>;

/// A standing as it is kept in a column.
pub(in crate::store) fn json(standing: &Standing) -> String {
    serde_json::to_string(standing).unwrap_or_default()
}

fn standing(column: usize, text: &str) -> Sql<Standing> {
    serde_json::from_str(text).map_err(|_| strange(column, text))
}

fn points(column: usize, text: &str) -> Sql<Decimal> {
    text.parse().map_err(|_| strange(column, text))
}

/// The columns of a pre-assessment `a`, in the order of [`assessment`].
const ASSESSMENT: &str = "a.id, a.year, a.unit_id, a.code, a.project, a.category, a.version, a.standing";

fn assessment(row: &Row<'_>) -> Sql<Assessment> {
    Ok(Assessment {
        id: AssessmentId(row.get(0)?),
        year: row.get(1)?,
        unit: UnitId(row.get(2)?),
        project: ProjectName { code: row.get(3)?, name: row.get(4)? },
        category: row.get(5)?,
        version: row.get(6)?,
        standing: standing(7, &row.get::<_, String>(7)?)?,
    })
}

fn form(conn: &Connection, id: AssessmentId, round: u32) -> Sql<Option<SelfAssessment>> {
    let sql = "select amount, summary, rectified, source from assessment_round where assessment_id = ?1 and round = ?2";
    let read = |row: &Row<'_>| {
        Ok(SelfAssessment {
            amount: row.get::<_, Option<i64>>(0)?.map(Money),
            summary: row.get(1)?,
            items: Vec::new(),
            rectified: row.get(2)?,
            source: row.get(3)?,
        })
    };
    let found = conn.prepare_cached(sql)?.query_map(params![id.0, round], read)?.collect::<Sql<Vec<_>>>()?;
    let Some(mut form) = found.into_iter().next() else { return Ok(None) };
    let sql = "select item, score, reason, evidence from assessment_item where assessment_id = ?1 and round = ?2 order by place";
    let read = |row: &Row<'_>| {
        let score: Option<String> = row.get(1)?;
        let score = score.map(|text| points(1, &text)).transpose()?;
        Ok(ItemScore { item: row.get(0)?, score, reason: row.get(2)?, evidence: row.get(3)? })
    };
    form.items = conn.prepare_cached(sql)?.query_map(params![id.0, round], read)?.collect::<Sql<_>>()?;
    Ok(Some(form))
}

/// The columns of a review, in the order of [`review`].
const REVIEW: &str = "round, stage, scores, total, suggested, conclusion, verdict, opinion, reason, seq, reviewer, at";

fn review(row: &Row<'_>) -> Sql<Review> {
    let (scores, verdict): (String, String) = (row.get(2)?, row.get(6)?);
    let total: Option<String> = row.get(3)?;
    let parts = scores.split(',').filter(|text| !text.is_empty());
    Ok(Review {
        round: row.get(0)?,
        stage: row.get(1)?,
        scores: parts.map(|text| points(2, text)).collect::<Sql<_>>()?,
        total: total.map(|text| points(3, &text)).transpose()?,
        suggested: row.get(4)?,
        conclusion: row.get(5)?,
        verdict: Verdict::of_id(&verdict).ok_or_else(|| strange(6, &verdict))?,
        opinion: row.get(7)?,
        reason: row.get(8)?,
    })
}
