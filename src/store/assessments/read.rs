//! What is shown of pre-assessments, to whom it may be shown.

use rusqlite::{Row, params};

use super::{ASSESSMENT, REVIEW, assessment, form, points, review, standing};
use crate::domain::access;
use crate::domain::assessment::facts::AssessmentFacts;
use crate::domain::assessment::record::{Assessment, Gap};
use crate::domain::assessment::rule::rules;
use crate::domain::assessment::view::{AssessmentFile, AssessmentRow, GivenReview, Past, Unassessed};
use crate::domain::facts::{Answer, Facts};
use crate::domain::ids::{AssessmentId, Seq, TargetId, UnitId};
use crate::domain::money::Money;
use crate::domain::people::{Unit, User};
use crate::domain::time::Instant;
use crate::store::facts::{SqlFacts, unreadable};
use crate::store::{Store, rows};

impl Store {
    /// The pre-assessments of a year that the viewer sees: what waits for the viewer first, then by stage and waiting time.
    pub fn assessments(&self, viewer: &User, year: i32) -> Answer<Vec<AssessmentRow>> {
        let _held = self.hold()?;
        let sight = access::sight(viewer);
        let sql = format!(
            "select {ASSESSMENT}, a.amount, a.own_total, a.total, u.id, u.code, u.name, u.level, u.desk
            from assessment a join unit u on u.id = a.unit_id where a.year = ?1 order by a.id"
        );
        let read = |row: &Row<'_>| {
            let total = |column: usize| {
                let text: Option<String> = row.get(column)?;
                text.map(|text| points(column, &text)).transpose()
            };
            let amount = row.get::<_, Option<i64>>(8)?.map(Money);
            Ok((assessment(row)?, amount, total(9)?, total(10)?, rows::unit_at(row, 11)?))
        };
        let all = self.many(&sql, [year], read)?;
        let seen = all.into_iter().filter(|(_, _, _, _, unit)| sight.shows(unit.id));
        let mut out: Vec<AssessmentRow> = seen
            .map(|(one, amount, own, total, unit)| {
                let reads = access::reads_assessment_review(&sight, one.standing.round, &one.standing);
                let is_mine = access::assessment_waits_for(viewer, &unit, &one.standing);
                let (id, standing) = (one.id, one.standing);
                let (code, project) = (one.project.code, one.project.name);
                AssessmentRow {
                    id,
                    unit,
                    code,
                    project,
                    amount,
                    standing,
                    own,
                    total: total.filter(|_| reads),
                    is_mine,
                }
            })
            .collect();
        out.sort_by_key(|row| {
            (!row.is_mine, row.standing.state, row.standing.stage.clone(), row.standing.since, row.id)
        });
        Ok(out)
    }

    /// A pre-assessment with all that the viewer may read; `None` when it is not there for the viewer.
    pub fn assessment_file(&self, viewer: &User, id: AssessmentId) -> Answer<Option<AssessmentFile>> {
        let _held = self.hold()?;
        let facts = SqlFacts::new(&self.conn, &self.procedure);
        let Some(one) = facts.assessment(id)? else { return Ok(None) };
        let sight = access::sight(viewer);
        let Some(unit) = facts.unit(one.unit)?.filter(|unit| sight.shows(unit.id)) else { return Ok(None) };
        let mut rounds = Vec::new();
        for round in 1..=one.standing.round {
            rounds.push(form(&self.conn, id, round).map_err(unreadable)?.unwrap_or_default());
        }
        let sql =
            format!("select {REVIEW} from assessment_review where assessment_id = ?1 and undone = 0 order by seq");
        let given = |row: &Row<'_>| {
            let (seq, by, at) = (Seq(row.get(9)?), row.get(10)?, Instant(row.get(11)?));
            Ok(GivenReview { seq, by, at, review: review(row)? })
        };
        let mut reviews = self.many(&sql, [id.0], given)?;
        reviews.retain(|given| access::reads_assessment_review(&sight, given.review.round, &one.standing));
        let history = self.assessment_history(viewer, &one)?;
        let target = facts.target_of(one.year, one.unit, &one.project)?;
        Ok(Some(AssessmentFile { assessment: one, unit, rounds, reviews, history, target }))
    }

    /// What happened; a unit sees its own acts and what was fed back to it.
    fn assessment_history(&self, viewer: &User, one: &Assessment) -> Answer<Vec<Past>> {
        let sight = access::sight(viewer);
        let sql = "select made_by, at, kind, to_standing, undone, from_standing from assessment_act
            where assessment_id = ?1 order by seq";
        let read = |row: &Row<'_>| {
            let to = standing(3, &row.get::<_, String>(3)?)?;
            Ok(Past { by: row.get(0)?, at: Instant(row.get(1)?), kind: row.get(2)?, to, undone: row.get(4)? })
        };
        let mut all = self.many(sql, [one.id.0], read)?;
        all.retain(|past| match past.kind.as_str() {
            "assessment-reviewed" | "assessment-undone" => {
                access::reads_assessment_review(&sight, past.to.round, &one.standing)
                    && (!past.undone || sight == access::Sight::All)
            }
            _ => true,
        });
        Ok(all)
    }

    /// The pre-assessment that a person names by `#number` or project code; of several years the newest.
    pub fn find_assessment(&self, viewer: &User, text: &str) -> Answer<Option<AssessmentId>> {
        let text = text.trim();
        let number = text.strip_prefix(['#', '＃']).and_then(|number| number.parse::<i64>().ok());
        let sql = "select id, unit_id from assessment where id = ?1 or code = ?2 order by year desc, id";
        let read = |row: &Row<'_>| Ok((AssessmentId(row.get(0)?), UnitId(row.get(1)?)));
        let found = self.many(sql, params![number, text], read)?;
        let sight = access::sight(viewer);
        Ok(found.into_iter().find(|(_, unit)| sight.shows(*unit)).map(|(id, _)| id))
    }

    /// The targets of a year whose project must have a pre-assessment and has none that supports it; of units that the viewer sees.
    pub fn unassessed(&self, viewer: &User, year: i32) -> Answer<Vec<Unassessed>> {
        let _held = self.hold()?;
        let facts = SqlFacts::new(&self.conn, &self.procedure);
        let sight = access::sight(viewer);
        let sql = "select t.id, t.category, t.amount, u.id, u.code, u.name, u.level, u.desk from target t join unit u on u.id = t.unit_id
            where t.year = ?1 and t.state <> 'withdrawn'";
        let read = |row: &Row<'_>| {
            let (category, amount): (Option<String>, Option<i64>) = (row.get(1)?, row.get(2)?);
            Ok((TargetId(row.get(0)?), category, amount.map(Money), rows::unit_at(row, 3)?))
        };
        let listed = |(_, category, amount, unit): &(TargetId, Option<String>, Option<Money>, Unit)| {
            sight.shows(unit.id) && rules().requires(category.as_deref(), *amount)
        };
        let (_, order) = self.units_in_order()?;
        let mut out = Vec::new();
        for (id, _, amount, unit) in self.many(sql, [year], read)?.into_iter().filter(listed) {
            let Some(target) = facts.target(id)? else { continue };
            if !is_new(&facts, &target)? {
                continue;
            }
            let of = facts.assessment_of(target.year, target.unit, &target.project)?;
            let found = of.map(|id| facts.assessment(id)).transpose()?.flatten();
            let standing = found.map(|one| one.standing);
            if Gap::of(standing.as_ref().map(|standing| standing.state)).is_none() {
                continue;
            }
            let due = standing.as_ref().and_then(|standing| standing.due);
            let place = order.of_unit(&unit);
            let (unit, desk, project) = (unit.name, unit.desk, target.project.name);
            let one = Unassessed { target: id, unit, desk, project, amount, standing, due };
            out.push(((place, id), one));
        }
        out.sort_by_key(|(place, _)| *place);
        Ok(out.into_iter().map(|(_, one)| one).collect())
    }
}

/// Whether the file knows the project from none of the years before, though it knows something of its unit from then.
fn is_new(facts: &SqlFacts<'_>, target: &crate::domain::target::Target) -> Answer<bool> {
    crate::domain::decide::is_new_project(facts, target.year, target.unit, &target.project).map(|new| new == Some(true))
}
