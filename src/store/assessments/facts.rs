//! Answers `decide` about pre-assessments from the tables.

use rusqlite::{Row, params};

use super::{ASSESSMENT, REVIEW, assessment, form, review, standing};
use crate::domain::assessment::facts::{AssessmentAct, AssessmentFacts};
use crate::domain::assessment::record::{Assessment, Review, SelfAssessment};
use crate::domain::facts::Answer;
use crate::domain::ids::{AssessmentId, Seq, UnitId};
use crate::domain::target::ProjectName;
use crate::domain::text::name_key;
use crate::domain::time::Instant;
use crate::store::facts::{SqlFacts, unreadable};

const ACT: &str = "select seq, made_by, at, kind, from_standing, to_standing from assessment_act";

fn act(row: &Row<'_>) -> rusqlite::Result<AssessmentAct> {
    let from: Option<String> = row.get(4)?;
    Ok(AssessmentAct {
        seq: Seq(row.get(0)?),
        by: row.get(1)?,
        at: Instant(row.get(2)?),
        kind: row.get(3)?,
        from: from.map(|text| standing(4, &text)).transpose()?,
        to: standing(5, &row.get::<_, String>(5)?)?,
    })
}

impl AssessmentFacts for SqlFacts<'_> {
    fn assessment(&self, id: AssessmentId) -> Answer<Option<Assessment>> {
        self.one(&format!("select {ASSESSMENT} from assessment a where a.id = ?1"), [id.0], assessment)
    }

    fn assessment_of(&self, year: i32, unit: UnitId, project: &ProjectName) -> Answer<Option<AssessmentId>> {
        let id = |row: &Row<'_>| row.get(0).map(AssessmentId);
        if let Some(code) = &project.code {
            let sql = "select id from assessment where code = ?1 and year = ?2 order by id limit 1";
            if let Some(found) = self.one(sql, params![code, year], id)? {
                return Ok(Some(found));
            }
        }
        let sql = "select id from assessment where unit_id = ?1 and project_key = ?2 and year = ?3 order by id limit 1";
        self.one(sql, params![unit.0, name_key(&project.name), year], id)
    }

    fn self_assessment(&self, id: AssessmentId, round: u32) -> Answer<Option<SelfAssessment>> {
        form(self.conn(), id, round).map_err(unreadable)
    }

    fn assessment_reviews(&self, id: AssessmentId, round: u32) -> Answer<Vec<Review>> {
        let sql = format!(
            "select {REVIEW} from assessment_review where assessment_id = ?1 and round = ?2 and undone = 0 order by seq"
        );
        self.many(&sql, params![id.0, round], review)
    }

    fn last_assessment_act(&self, id: AssessmentId) -> Answer<Option<AssessmentAct>> {
        let sql = format!(
            "{ACT} where assessment_id = ?1 and undone = 0 and kind <> 'assessment-undone' order by seq desc limit 1"
        );
        self.one(&sql, [id.0], act)
    }

    fn last_assessment_step(&self, id: AssessmentId) -> Answer<Option<AssessmentAct>> {
        self.one(&format!("{ACT} where assessment_id = ?1 order by seq desc limit 1"), [id.0], act)
    }

    fn next_assessment(&self) -> Answer<AssessmentId> {
        self.next("assessment").map(AssessmentId)
    }
}
