//! Pre-assessments: where each stands, the unit's forms by round with their items, the desks' reviews, and the acts.

use rusqlite::{Connection, params};

use super::Done;
use crate::domain::assessment::event::AssessmentEvent;
use crate::domain::assessment::record::{Review, SelfAssessment, Standing};
use crate::domain::facts::Entry;
use crate::domain::ids::AssessmentId;
use crate::domain::text::name_key;
use crate::store::assessments::json;

pub(super) fn apply(conn: &Connection, entry: &Entry, id: AssessmentId, act: &AssessmentEvent) -> Done {
    let (from, to) = act.step();
    match act {
        AssessmentEvent::AssessmentRegistered { year, unit, project, category, .. } => {
            let sql = "insert into assessment (id, year, unit_id, code, project, project_key, category, version, standing,
                state, stage, amount, own_total, total) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, '', '', null, null, null, null)";
            let key = name_key(&project.name);
            let row = params![id.0, year, unit.0, project.code, project.name, key, category];
            conn.prepare_cached(sql)?.execute(row)?;
        }
        AssessmentEvent::AssessmentFilled { form, to, .. } => fill(conn, entry, (id, to.round), form)?,
        AssessmentEvent::AssessmentReviewed { review, .. } => given(conn, entry, id, review)?,
        AssessmentEvent::AssessmentUndone { undone, .. } => {
            conn.prepare_cached("update assessment_review set undone = 1 where seq = ?1")?.execute([undone.0])?;
            conn.prepare_cached("update assessment_act set undone = 1 where seq = ?1")?.execute([undone.0])?;
        }
        AssessmentEvent::AssessmentSubmitted { .. } | AssessmentEvent::AssessmentWithdrawn { .. } => {}
    }
    let sql = "insert into assessment_act (seq, assessment_id, kind, made_by, at, from_standing, to_standing, undone)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)";
    let row = params![entry.seq.0, id.0, act.kind(), entry.by, entry.at.0, from.map(json), json(to)];
    conn.prepare_cached(sql)?.execute(row)?;
    step(conn, id, to)
}

/// Where it stands now, and the desks' newest total that was not undone.
fn step(conn: &Connection, id: AssessmentId, to: &Standing) -> Done {
    let sql = "update assessment set version = version + 1, standing = ?2, state = ?3, stage = ?4,
        total = (select r.total from assessment_review r where r.assessment_id = ?1 and r.undone = 0
            and r.total is not null order by r.seq desc limit 1) where id = ?1";
    let row = params![id.0, json(to), to.state.id(), to.stage];
    conn.prepare_cached(sql)?.execute(row).map(drop)
}

fn fill(conn: &Connection, entry: &Entry, (id, round): (AssessmentId, u32), form: &SelfAssessment) -> Done {
    let amount = form.amount.map(|amount| amount.0);
    let sql = "insert into assessment_round (assessment_id, round, amount, summary, rectified, source, filled_by, at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let row = params![id.0, round, amount, form.summary, form.rectified, form.source, entry.by, entry.at.0];
    conn.prepare_cached(sql)?.execute(row)?;
    let sql = "insert into assessment_item (assessment_id, round, place, item, score, reason, evidence)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    for (place, one) in (0_i64..).zip(&form.items) {
        let score = one.score.map(|score| score.to_string());
        let row = params![id.0, round, place, one.item, score, one.reason, one.evidence];
        conn.prepare_cached(sql)?.execute(row)?;
    }
    let own = form.total().map(|total| total.normalize().to_string());
    let sql = "update assessment set amount = ?2, own_total = ?3 where id = ?1";
    conn.prepare_cached(sql)?.execute(params![id.0, amount, own]).map(drop)
}

fn given(conn: &Connection, entry: &Entry, id: AssessmentId, review: &Review) -> Done {
    let scores: Vec<String> = review.scores.iter().map(ToString::to_string).collect();
    let sql = "insert into assessment_review (seq, assessment_id, round, stage, reviewer, at, scores, total, suggested,
        conclusion, verdict, opinion, reason, undone)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0)";
    let row = params![
        entry.seq.0,
        id.0,
        review.round,
        review.stage,
        entry.by,
        entry.at.0,
        scores.join(","),
        review.total.map(|total| total.to_string()),
        review.suggested,
        review.conclusion,
        review.verdict.id(),
        review.opinion,
        review.reason,
    ];
    conn.prepare_cached(sql)?.execute(row).map(drop)
}
