//! The rows behind a figure of the report or the board.

use std::convert::Infallible;

use rusqlite::{Row, params};

use super::report::EVALUATED;
use crate::domain::access;
use crate::domain::assessment::{self, view::AssessmentRow};
use crate::domain::execution::progress::Light;
use crate::domain::execution::words;
use crate::domain::facts::Answer;
use crate::domain::ids::{TargetId, UnitId};
use crate::domain::money::Money;
use crate::domain::people::{Unit, UnitLevel, User};
use crate::domain::preparation::{Gap, Whole};
use crate::domain::query::Query;
use crate::domain::refusal::state_word;
use crate::domain::register::view::RecordRow;
use crate::domain::report::{FigureRow, Opens, Rows};
use crate::domain::view::{QueueRow, Sort};
use crate::store::Store;
use crate::store::execution::{WARNING, warning};

impl Store {
    /// The rows behind a figure, as far as a viewer sees them. `query` is the resolved query of [`Rows::Targets`].
    pub fn figure_rows(&self, viewer: &User, rows: &Rows, query: Option<&Query>) -> Answer<Vec<FigureRow>> {
        let _held = self.hold()?;
        match rows {
            Rows::Targets(_) => self.target_rows(viewer, query),
            Rows::Records(register, year, which) => {
                let page = self.register(viewer, *register, *year)?;
                let held = page.rows.iter().filter(|row| which.holds(&row.record, &page));
                Ok(held.map(|row| of_record(row, page.remark(&row.record))).collect())
            }
            Rows::Units => self.unit_rows(viewer, |_| true),
            Rows::Townships => self.unit_rows(viewer, |unit| unit.level == UnitLevel::Township),
            Rows::Missing(year, content) => {
                Ok(self.undisclosed(viewer, *year, *content)?.units.iter().map(of_unit).collect())
            }
            Rows::OwnEvaluations(year) => self.evaluation_rows(viewer, *year, "kind = 'self'"),
            Rows::Reevaluations(year) => self.evaluation_rows(viewer, *year, "kind in ('fiscal', 'agency')"),
            Rows::KeyEvaluations(year) => {
                let engaged =
                    "kind in ('fiscal', 'agency') and json_extract(nullif(details, ''), '$.engagement') is not null";
                self.evaluation_rows(viewer, *year, engaged)
            }
            Rows::Monitored(year, category) => self.monitored_rows(viewer, *year, category),
            Rows::Unmonitored(year, category) => self.rows_of_year(
                viewer,
                (*year, Some(category)),
                "t.state = 'budgeted' and not exists (select 1 from monitoring m where m.target_id = t.id and m.replaced = 0)",
            ),
            Rows::FillingWarnings(year, corrected) => self.warning_rows(viewer, *year, *corrected),
            Rows::Evaluated(year) => self.rows_of_year(viewer, (*year, None), &format!("t.state = 'budgeted' and {EVALUATED}")),
            Rows::Unevaluated(year) => self.rows_of_year(viewer, (*year, None), &format!("t.state = 'budgeted' and not {EVALUATED}")),
            Rows::Owed(year) => {
                let handed = self.rows_of_year(viewer, (*year, None), "t.state not in ('draft', 'withdrawn')")?;
                let missing = self.figure_rows(viewer, &Rows::Preparation(*year), None)?;
                Ok(handed.into_iter().chain(missing).collect())
            }
            Rows::Preparation(year) => {
                let gaps = self.preparation(viewer, *year)?.gaps.into_iter();
                Ok(gaps.filter(|gap| gap.want.is_missing()).map(of_gap).collect())
            }
            Rows::Wholes(year) => {
                let lines = self.preparation(viewer, *year)?.units.into_iter();
                Ok(lines.filter(|line| line.whole == Whole::Handed).map(|line| of_unit(&line.unit)).collect())
            }
            Rows::Assessed(year) => self.assessed_rows(viewer, *year),
        }
    }

    /// Concluded pre-assessments with their conclusion.
    fn assessed_rows(&self, viewer: &User, year: i32) -> Answer<Vec<FigureRow>> {
        let concluded = self.assessments(viewer, year)?.into_iter().filter(|row| row.standing.state.is_concluded());
        let row = |row: AssessmentRow| FigureRow {
            unit: row.unit.name,
            title: row.project,
            amount: row.amount,
            remark: assessment::words::place(&row.standing),
            opens: Opens::Assessment(row.id),
        };
        Ok(concluded.map(row).collect())
    }

    fn target_rows(&self, viewer: &User, query: Option<&Query>) -> Answer<Vec<FigureRow>> {
        let mut rows = Vec::new();
        let listed = self.list(viewer, query, Sort::Unit, None, &mut |row| {
            rows.push(of_target(&row));
            Ok::<(), Infallible>(())
        })?;
        match listed {
            Ok(()) => Ok(rows),
            Err(never) => match never {},
        }
    }

    fn unit_rows(&self, viewer: &User, which: impl Fn(&Unit) -> bool) -> Answer<Vec<FigureRow>> {
        let sight = access::sight(viewer);
        let units = self.units()?.into_iter().filter(|unit| sight.shows(unit.id) && which(unit));
        Ok(units.map(|unit| of_unit(&unit)).collect())
    }

    fn monitored_rows(&self, viewer: &User, year: i32, category: &str) -> Answer<Vec<FigureRow>> {
        let sql = "select t.id, t.unit_id, u.name, t.project, t.amount,
                (select group_concat(m.period || ' ' || m.light, ' ') from monitoring m where m.target_id = t.id and m.replaced = 0)
            from target t indexed by target_category join unit u on u.id = t.unit_id
            where t.year = ?1 and t.category = ?2 and t.state = 'budgeted'
            and exists (select 1 from monitoring m where m.target_id = t.id and m.replaced = 0) order by t.unit_id, t.id";
        let read = |row: &Row<'_>| {
            let (unit, title) = (row.get(2)?, row.get(3)?);
            let amount = row.get::<_, Option<i64>>(4)?.map(Money);
            let opens = Opens::Target(TargetId(row.get(0)?));
            let lights: String = row.get(5)?;
            Ok((UnitId(row.get(1)?), FigureRow { unit, title, amount, remark: lights, opens }))
        };
        let sight = access::sight(viewer);
        let found = self.many(sql, params![year, category], read)?;
        let seen = found.into_iter().filter(|(unit, _)| sight.shows(*unit));
        Ok(seen.map(|(_, row)| FigureRow { remark: lights(&row.remark), ..row }).collect())
    }

    /// Targets of a year, of a category if one is named, that a condition holds for.
    fn rows_of_year(
        &self,
        viewer: &User,
        (year, category): (i32, Option<&str>),
        which: &str,
    ) -> Answer<Vec<FigureRow>> {
        let sql = format!(
            "select t.id, t.unit_id, u.name, t.project, t.amount, t.category from target t join unit u on u.id = t.unit_id
            where t.year = ?1 and (?2 is null or t.category = ?2) and {which} order by t.unit_id, t.id"
        );
        let read = |row: &Row<'_>| {
            let (unit, title, amount) = (row.get(2)?, row.get(3)?, row.get::<_, Option<i64>>(4)?.map(Money));
            let remark = row.get::<_, Option<String>>(5)?.unwrap_or_default();
            let opens = Opens::Target(TargetId(row.get(0)?));
            Ok((UnitId(row.get(1)?), FigureRow { unit, title, amount, remark, opens }))
        };
        let sight = access::sight(viewer);
        let found = self.many(&sql, params![year, category], read)?;
        Ok(found.into_iter().filter(|(unit, _)| sight.shows(*unit)).map(|(_, row)| row).collect())
    }

    /// Filling warnings of a year's targets: of which period and kind, and when they were corrected.
    fn warning_rows(&self, viewer: &User, year: i32, corrected: bool) -> Answer<Vec<FigureRow>> {
        let sql = format!(
            "select {WARNING}, t.id, t.unit_id, u.name, t.project, t.amount from filling_warning w
            join target t on t.id = w.target_id join unit u on u.id = t.unit_id
            where t.year = ?1 and (?2 = 0 or w.corrected_at is not null) order by t.unit_id, w.seq"
        );
        let read = |row: &Row<'_>| {
            let (unit, title, amount) = (row.get(11)?, row.get(12)?, row.get::<_, Option<i64>>(13)?.map(Money));
            let (remark, opens) = (words::warned(&warning(row)?), Opens::Target(TargetId(row.get(9)?)));
            Ok((UnitId(row.get(10)?), FigureRow { unit, title, amount, remark, opens }))
        };
        let sight = access::sight(viewer);
        let found = self.many(&sql, params![year, corrected], read)?;
        Ok(found.into_iter().filter(|(unit, _)| sight.shows(*unit)).map(|(_, row)| row).collect())
    }

    fn evaluation_rows(&self, viewer: &User, year: i32, which: &str) -> Answer<Vec<FigureRow>> {
        let sql = format!(
            "select e.unit_id, e.unit_name, e.project, e.budget, e.score, (select max(t.id) from target t
                where t.unit_id = e.unit_id and t.project_key = e.project_key and t.year = e.year and t.state <> 'withdrawn')
            from evaluation e where e.year = ?1 and {which} and e.replaced = 0 order by e.unit_id, e.id"
        );
        let read = |row: &Row<'_>| {
            let amount = row.get::<_, Option<i64>>(3)?.map(Money);
            let remark = row.get::<_, Option<String>>(4)?.unwrap_or_default();
            let (unit, title) = (row.get(1)?, row.get(2)?);
            let target = row.get::<_, Option<i64>>(5)?.map(TargetId);
            let opens = target.map_or(Opens::Nothing, Opens::Target);
            Ok((UnitId(row.get(0)?), FigureRow { unit, title, amount, remark, opens }))
        };
        let sight = access::sight(viewer);
        let found = self.many(&sql, params![year], read)?;
        Ok(found.into_iter().filter(|(unit, _)| sight.shows(*unit)).map(|(_, row)| row).collect())
    }
}

/// `jul green q1 red` in the user's language.
fn lights(text: &str) -> String {
    let parts: Vec<&str> = text.split(' ').collect();
    let one = |pair: &[&str]| match pair {
        [period, light] => {
            let light = Light::of_id(light).map_or_else(|| (*light).to_owned(), words::light);
            format!("{} {light}", words::period(period))
        }
        _ => String::new(),
    };
    parts.chunks(2).map(one).collect::<Vec<_>>().join(" ")
}

fn of_target(row: &QueueRow) -> FigureRow {
    FigureRow {
        unit: row.unit.name.clone(),
        title: row.project.clone(),
        amount: row.amount,
        remark: state_word(row.standing.state),
        opens: Opens::Target(row.id),
    }
}

fn of_record(row: &RecordRow, remark: String) -> FigureRow {
    FigureRow {
        unit: row.record.unit().map(|unit| unit.name.clone()).unwrap_or_default(),
        title: row.record.subject(),
        amount: row.record.amount(),
        remark,
        opens: Opens::Record(row.id),
    }
}

fn of_gap(gap: Gap) -> FigureRow {
    let (title, unit) = (gap.title(), gap.unit.name);
    FigureRow { unit, title, amount: gap.amount, remark: gap.want.word(), opens: gap.opens }
}

fn of_unit(unit: &Unit) -> FigureRow {
    let (title, remark) = (unit.name.clone(), unit.desk.clone());
    FigureRow { unit: String::new(), title, amount: None, remark, opens: Opens::Nothing }
}
