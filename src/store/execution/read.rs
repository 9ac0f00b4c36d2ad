//! What is shown of the execution of targets: of one target, and how far each unit is.

use std::collections::BTreeMap;

use rusqlite::{Row, params};

use super::{WARNING, filled, warning};
use crate::domain::access::{self, Sight};
use crate::domain::execution::facts::ExecutionFacts;
use crate::domain::execution::progress::Light;
use crate::domain::execution::rule;
use crate::domain::execution::view::{EvaluationRow, Execution, TargetProgress, UnitProgress};
use crate::domain::facts::Answer;
use crate::domain::ids::{EvaluationId, TargetId, UnitId};
use crate::domain::money::Money;
use crate::domain::people::User;
use crate::domain::target::{ProjectName, Target};
use crate::domain::text::name_key;
use crate::store::facts::{SqlFacts, unreadable};
use crate::store::{Store, rows};

impl Store {
    /// The execution of a target; whoever sees the target sees it.
    pub(in crate::store) fn execution(&self, target: &Target) -> Answer<Execution> {
        let facts = SqlFacts::new(&self.conn, &self.procedure);
        let mut all = filled(&self.conn, target.id, None).map_err(unreadable)?;
        let order = |period: &str| rule::periods(&target.project.name).iter().position(|other| other.id == period);
        all.sort_by_key(|one| order(&one.monitoring.period));
        let sql = format!("select {WARNING} from filling_warning where target_id = ?1 order by seq");
        Ok(Execution {
            opening: facts.opening(target.year)?,
            evaluations: self.project_evaluations(target.unit, &target.project)?,
            filled: all,
            warnings: self.many(&sql, [target.id.0], warning)?,
        })
    }

    /// All evaluations of a project that stand, the newest year first, in a year the unit's own first.
    fn project_evaluations(&self, unit: UnitId, project: &ProjectName) -> Answer<Vec<EvaluationRow>> {
        let sql = "select e.id from evaluation e
            where e.id in (select id from evaluation where code = ?2
                union select id from evaluation where unit_id = ?1 and project_key = ?3) and e.replaced = 0
            order by e.year desc, case e.kind when 'self' then 0 when 'fiscal' then 1 else 2 end, e.id";
        let given = params![unit.0, project.code, name_key(&project.name)];
        let ids = self.many(sql, given, |row| row.get(0).map(EvaluationId))?;
        let rows = ids.into_iter().map(|id| self.evaluation_row(id));
        Ok(rows.collect::<Answer<Vec<_>>>()?.into_iter().flatten().collect())
    }

    fn evaluation_row(&self, id: EvaluationId) -> Answer<Option<EvaluationRow>> {
        let facts = SqlFacts::new(&self.conn, &self.procedure);
        let Some(reported) = facts.reported(id)? else { return Ok(None) };
        let Some(evaluation) = rows::evaluation(&self.conn, id).map_err(unreadable)? else { return Ok(None) };
        let unit = facts.evaluated_unit(id)?.unwrap_or(UnitId(0));
        let approved = self.approved(unit, &evaluation)?;
        Ok(Some(EvaluationRow::new(reported, evaluation, approved)))
    }

    /// The evaluations of a year that stand, by unit and project; of the units that the viewer sees.
    pub fn evaluations_of_year(&self, viewer: &User, year: i32) -> Answer<Vec<(String, EvaluationRow)>> {
        let sight = access::sight(viewer);
        let sql = "select e.id, u.id, u.name from evaluation e join unit u on u.id = e.unit_id
            where e.year = ?1 and e.replaced = 0
            order by u.id, e.project_key, case e.kind when 'self' then 0 when 'fiscal' then 1 else 2 end, e.id";
        let read = |row: &Row<'_>| Ok((EvaluationId(row.get(0)?), UnitId(row.get(1)?), row.get::<_, String>(2)?));
        let all = self.many(sql, [year], read)?;
        let seen = all.into_iter().filter(|(_, unit, _)| sight.shows(*unit));
        let rows = seen.map(|(id, _, unit)| Ok(self.evaluation_row(id)?.map(|row| (unit, row))));
        Ok(rows.collect::<Answer<Vec<_>>>()?.into_iter().flatten().collect())
    }

    /// How far each unit is with a year's evaluation and, where one is named, with a period of monitoring: units with approved
    /// targets, in the order of desks and units. Of a period only the targets that it is for are counted.
    pub fn unit_progress(&self, viewer: &User, year: i32, period: Option<&str>) -> Answer<Vec<UnitProgress>> {
        let sight = access::sight(viewer);
        let own = match &sight {
            Sight::All => None,
            Sight::Units(units) => Some(units.clone()),
        };
        let mut units: BTreeMap<UnitId, UnitProgress> = BTreeMap::new();
        for one in self.progress_rows(year, period)? {
            let shown = own.as_ref().is_none_or(|units| units.contains(&one.unit));
            let monitored = period.is_none_or(|id| rule::periods(&one.project).iter().any(|other| other.id == id));
            if !shown || !monitored {
                continue;
            }
            let counts = one.counts();
            match units.get_mut(&one.unit) {
                Some(unit) => unit.add(&counts),
                None => {
                    let of = UnitProgress { unit: Some(one.unit), name: one.name, desk: one.desk, ..counts };
                    units.insert(one.unit, of);
                }
            }
        }
        let (_, order) = self.units_in_order()?;
        let mut out: Vec<(UnitId, UnitProgress)> = units.into_iter().collect();
        out.sort_by_cached_key(|(unit, one)| order.place(&one.desk, *unit));
        Ok(out.into_iter().map(|(_, one)| one).collect())
    }

    fn progress_rows(&self, year: i32, period: Option<&str>) -> Answer<Vec<ProgressRow>> {
        let sql = "select u.id, u.name, u.desk, t.project, ifnull(t.amount, 0), m.light, m.late,
                (select count(*) from filling_warning w
                    where w.target_id = t.id and w.period = ?2 and w.corrected_at is null),
                e.id is not null, e.judged
            from target t join unit u on u.id = t.unit_id
            left join monitoring m on m.target_id = t.id and m.period = ?2 and m.replaced = 0
            left join evaluation e indexed by evaluation_project on e.unit_id = t.unit_id and e.project_key = t.project_key and e.year = t.year
                and e.kind = 'self' and e.replaced = 0
            where t.year = ?1 and t.state = 'budgeted'";
        let read = |row: &Row<'_>| {
            Ok(ProgressRow {
                unit: UnitId(row.get(0)?),
                name: row.get(1)?,
                desk: row.get(2)?,
                project: row.get(3)?,
                amount: Money(row.get(4)?),
                light: row.get(5)?,
                late: row.get::<_, Option<u32>>(6)?.unwrap_or(0),
                warnings: row.get::<_, u32>(7)?.into(),
                evaluated: row.get(8)?,
                judged: row.get(9)?,
            })
        };
        self.many(sql, params![year, period], read)
    }

    /// The approved targets of a unit in a year with the form of a period and the self-evaluation; of a unit that the viewer sees.
    pub fn unit_targets(
        &self,
        viewer: &User,
        (year, period): (i32, &str),
        unit: UnitId,
    ) -> Answer<Vec<TargetProgress>> {
        if !access::sight(viewer).shows(unit) {
            return Ok(Vec::new());
        }
        let sql = "select t.id, t.project, t.amount, m.light, m.late, e.score, e.judged, e.id is not null from target t
            left join monitoring m on m.target_id = t.id and m.period = ?3 and m.replaced = 0
            left join evaluation e indexed by evaluation_project on e.unit_id = t.unit_id and e.project_key = t.project_key and e.year = t.year
                and e.kind = 'self' and e.replaced = 0
            where t.year = ?1 and t.unit_id = ?2 and t.state = 'budgeted' order by t.id";
        let read = |row: &Row<'_>| {
            let (light, judged): (Option<String>, Option<String>) = (row.get(3)?, row.get(6)?);
            let (score, evaluated): (Option<String>, bool) = (row.get(5)?, row.get(7)?);
            Ok(TargetProgress {
                id: TargetId(row.get(0)?),
                project: row.get(1)?,
                amount: row.get::<_, Option<i64>>(2)?.map(Money),
                light: light.as_deref().and_then(Light::of_id),
                late: row.get::<_, Option<u32>>(4)?.unwrap_or(0),
                score: evaluated.then(|| score.unwrap_or_else(|| "-".to_owned())),
                accepted: judged.map(|judged| judged == "accepted"),
            })
        };
        let all = self.many(sql, params![year, unit.0, period], read)?;
        let has = |one: &TargetProgress| rule::periods(&one.project).iter().any(|other| other.id == period);
        Ok(all.into_iter().filter(has).collect())
    }
}

struct ProgressRow {
    unit: UnitId,
    name: String,
    desk: String,
    project: String,
    amount: Money,
    light: Option<String>,
    late: u32,
    warnings: u64,
    evaluated: bool,
    judged: Option<String>,
}

impl ProgressRow {
    fn counts(&self) -> UnitProgress {
        let light = self.light.as_deref().and_then(Light::of_id);
        let is = |judged: &str| u64::from(self.evaluated && self.judged.as_deref() == Some(judged));
        UnitProgress {
            targets: 1,
            amount: self.amount,
            filled: u64::from(light.is_some()),
            late: u64::from(light.is_some() && self.late > 0),
            missing: u64::from(light.is_none()),
            lights: Light::WORST_FIRST.map(|one| u64::from(light == Some(one))),
            warnings: self.warnings,
            evaluated: u64::from(self.evaluated),
            reviewed: is("accepted"),
            returned: is("returned"),
            ..UnitProgress::default()
        }
    }
}
