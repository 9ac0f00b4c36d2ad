//! Who still has to hand in what for a year. Each question is one statement that an index serves; what they mean together is `domain::preparation`'s.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusqlite::{Row, params};

use crate::domain::access::{self, Sight};
use crate::domain::facts::Answer;
use crate::domain::ids::{AssessmentId, TargetId, UnitId};
use crate::domain::money::Money;
use crate::domain::people::{Unit, User};
use crate::domain::preparation::{Department, Gap, Need, Preparation, UnitLine, Want, Whole};
use crate::domain::report::{Opens, PreparationTally, Sum, planned};
use crate::store::Store;

/// Targets that wait for their unit.
const AT_UNIT: &str = "state in ('draft', 'negotiating', 'returned')";
/// Pre-assessments that support their project, of which the file holds no target of the year.
const SUPPORTED: &str = "a.state in ('supported', 'adjusting') and not exists (select 1 from target t
    where t.year = a.year and t.state <> 'withdrawn' and t.unit_id = a.unit_id and t.project_key = a.project_key)
    and not exists (select 1 from target t where t.code = a.code and t.year = a.year and t.state <> 'withdrawn')";

impl Store {
    /// Who has handed in what for a year and what is still to come, of the units that the viewer sees.
    pub fn preparation(&self, viewer: &User, year: i32) -> Answer<Preparation> {
        let _held = self.hold()?;
        let sight = access::sight(viewer);
        let (all, order) = self.units_in_order()?;
        let seen: BTreeMap<UnitId, Unit> =
            all.into_iter().filter(|unit| sight.shows(unit.id)).map(|unit| (unit.id, unit)).collect();
        let (_, due) = planned("write", year);
        let wholes = if Need::whole().holds(year) { Some(self.wholes(year)?) } else { None };
        let lines = self.unit_lines(year, &seen, wholes.as_ref())?;
        let mut gaps = Vec::new();
        let missing = lines.iter().filter(|line| line.whole == Whole::Missing);
        gaps.extend(missing.map(|line| whole_gap(&line.unit, due)));
        let asked = Asked { year, due, units: &seen };
        gaps.extend(self.at_units(&asked)?);
        gaps.extend(self.assessed_without(&asked)?);
        gaps.extend(self.not_continued(&asked)?);
        Ok(Preparation::new((year, due), &order, lines, gaps, self.departments(&sight)?))
    }

    /// What the board counts of it: the same at any number of targets.
    pub(super) fn preparation_tally(&self, year: i32) -> Answer<PreparationTally> {
        let units: Vec<u32> = self.many("select count(*) from unit", [], |row| row.get(0))?;
        let units = units.first().copied().unwrap_or(0);
        let (mut whole, mut missing) = (None, Sum::default());
        if Need::whole().holds(year) {
            let stands = self.wholes(year)?;
            let handed = stands.values().filter(|one| one.whole == Whole::Handed).count();
            whole = Some((u32::try_from(handed).unwrap_or(u32::MAX), units));
            missing.count += units.saturating_sub(u32::try_from(stands.len()).unwrap_or(u32::MAX));
        }
        let drafts = self.tallied(year, "state = 'draft'")?;
        let sql = format!(
            "select count(*), coalesce(sum(a.amount), 0) from assessment a indexed by assessment_year where a.year = ?1 and {SUPPORTED}"
        );
        let assessed = self.many(&sql, [year], super::report::summed)?.into_iter().next().unwrap_or_default();
        for more in [drafts, assessed] {
            missing = Sum { count: missing.count + more.count, amount: missing.amount + more.amount };
        }
        Ok(PreparationTally { whole, missing })
    }

    /// How the whole-department targets of a year stand, by unit; of several of one unit the one that is furthest.
    fn wholes(&self, year: i32) -> Answer<BTreeMap<UnitId, WholeTarget>> {
        let sql = "select unit_id, state, count(*), coalesce(sum(amount), 0) from target indexed by target_category
            where year = ?1 and category = ?2 and state <> 'withdrawn' group by unit_id, state";
        let read = |row: &Row<'_>| {
            let sum = Sum { count: row.get(2)?, amount: Money(row.get(3)?) };
            Ok((UnitId(row.get(0)?), row.get::<_, String>(1)?, sum))
        };
        let mut out: BTreeMap<UnitId, WholeTarget> = BTreeMap::new();
        for (unit, state, sum) in self.many(sql, params![year, Need::whole().category], read)? {
            let one = out.entry(unit).or_default();
            let whole = if state == "draft" { Whole::Draft } else { Whole::Handed };
            one.whole = one.whole.max(whole);
            one.sums.push((state, sum));
        }
        Ok(out)
    }

    /// How far each unit is. Whole-department targets hold the money of all of a unit's projects, so projects are counted without them.
    fn unit_lines(
        &self,
        year: i32,
        units: &BTreeMap<UnitId, Unit>,
        wholes: Option<&BTreeMap<UnitId, WholeTarget>>,
    ) -> Answer<Vec<UnitLine>> {
        let sql = "select unit_id, state, sum(count), sum(amount) from tally where year = ?1 group by unit_id, state";
        let read = |row: &Row<'_>| {
            let sum = Sum { count: row.get(2)?, amount: Money(row.get(3)?) };
            Ok((UnitId(row.get(0)?), row.get::<_, String>(1)?, sum))
        };
        let mut tallies: BTreeMap<UnitId, Vec<(String, Sum)>> = BTreeMap::new();
        for (unit, state, sum) in self.many(sql, [year], read)? {
            tallies.entry(unit).or_default().push((state, sum));
        }
        let line = |unit: &Unit| {
            let own = wholes.and_then(|all| all.get(&unit.id));
            let whole = match (wholes, own) {
                (None, _) => Whole::NotDue,
                (Some(_), None) => Whole::Missing,
                (Some(_), Some(one)) => one.whole,
            };
            let mut line = UnitLine::of(unit.clone(), whole);
            for (state, sum) in tallies.get(&unit.id).into_iter().flatten() {
                let sum = own.map_or(*sum, |one| one.without(state, *sum));
                match state.as_str() {
                    "draft" => line.drafts = plus(line.drafts, sum),
                    "withdrawn" => {}
                    other => {
                        line.handed = plus(line.handed, sum);
                        line.budgeted = if other == "budgeted" { plus(line.budgeted, sum) } else { line.budgeted };
                    }
                }
            }
            line
        };
        Ok(units.values().map(line).collect())
    }

    /// Targets that wait for their unit: written and not handed in, or to be amended by a day of their own.
    fn at_units(&self, asked: &Asked<'_>) -> Answer<Vec<Gap>> {
        let sql = format!(
            "select id, unit_id, project, amount, state, due from target indexed by target_place_unit
            where year = ?1 and {AT_UNIT} order by id"
        );
        let read = |row: &Row<'_>| {
            let (gap, state) = (named(row, Want::Draft, |id| Opens::Target(TargetId(id)))?, row.get::<_, String>(4)?);
            Ok((gap, (state != "draft").then_some(row.get::<_, Option<String>>(5)?)))
        };
        let rows = self.many(&sql, [asked.year], read)?;
        let gap = |(named, amended): (Named, Option<Option<String>>)| {
            let gap = asked.gap(named)?;
            Some(match amended {
                Some(day) => Gap { want: Want::Amend, due: day.and_then(|day| day.parse().ok()), ..gap },
                None => gap,
            })
        };
        Ok(rows.into_iter().filter_map(gap).collect())
    }

    /// Projects that their pre-assessment supports, without a target.
    fn assessed_without(&self, asked: &Asked<'_>) -> Answer<Vec<Gap>> {
        let sql = format!(
            "select a.id, a.unit_id, a.project, a.amount from assessment a indexed by assessment_year
            where a.year = ?1 and {SUPPORTED} order by a.id"
        );
        let read = |row: &Row<'_>| named(row, Want::Assessed, |id| Opens::Assessment(AssessmentId(id)));
        Ok(asked.gaps(self.many(&sql, [asked.year], read)?))
    }

    /// Projects of last year's budget without a target of the year; whole-department targets are asked for anyway.
    fn not_continued(&self, asked: &Asked<'_>) -> Answer<Vec<Gap>> {
        let sql = "select t.id, t.unit_id, t.project, t.amount from target t indexed by target_place_unit
            where t.year = ?1 - 1 and t.state = 'budgeted' and ifnull(t.category, '') <> ?2
            and not exists (select 1 from target n where n.unit_id = t.unit_id and n.project_key = t.project_key
                and n.year = ?1 and n.state <> 'withdrawn')
            and not exists (select 1 from target n where n.code = t.code and n.year = ?1 and n.state <> 'withdrawn')
            order by t.id";
        let read = |row: &Row<'_>| named(row, Want::Continuing, |id| Opens::Target(TargetId(id)));
        Ok(asked.gaps(self.many(sql, params![asked.year, Need::whole().category], read)?))
    }

    /// Departments with the units that they supervise: all of them for who sees the county, else those of which the viewer sees the department.
    fn departments(&self, sight: &Sight) -> Answer<Vec<Department>> {
        let sql = "select s.department_id, u.name, s.unit_id from subordinate s indexed by subordinate_department
            join unit u on u.id = s.department_id order by s.department_id, s.unit_id";
        let read = |row: &Row<'_>| Ok((UnitId(row.get(0)?), row.get::<_, String>(1)?, UnitId(row.get(2)?)));
        let mut out: Vec<Department> = Vec::new();
        for (department, name, unit) in self.many(sql, [], read)? {
            if !sight.shows(department) {
                continue;
            }
            match out.last_mut().filter(|one| one.unit == department) {
                Some(one) => one.units.push(unit),
                None => out.push(Department { unit: department, name, units: vec![unit] }),
            }
        }
        Ok(out)
    }
}

/// What is asked about: a year with its last day to hand in, and the units that the viewer sees.
struct Asked<'a> {
    year: i32,
    due: Option<Date>,
    units: &'a BTreeMap<UnitId, Unit>,
}

/// A project that is to come, as a row names it.
struct Named {
    want: Want,
    opens: Opens,
    unit: UnitId,
    project: String,
    amount: Option<Money>,
}

/// Reads number, unit, project and amount.
fn named(row: &Row<'_>, want: Want, opens: fn(i64) -> Opens) -> rusqlite::Result<Named> {
    let (opens, unit) = (opens(row.get(0)?), UnitId(row.get(1)?));
    Ok(Named { want, opens, unit, project: row.get(2)?, amount: row.get::<_, Option<i64>>(3)?.map(Money) })
}

impl Asked<'_> {
    /// What is to come of a unit that the viewer sees, by the last day to hand in.
    fn gap(&self, Named { want, opens, unit, project, amount }: Named) -> Option<Gap> {
        let unit = self.units.get(&unit)?.clone();
        Some(Gap { want, unit, project, amount, due: self.due, opens })
    }

    fn gaps(&self, rows: Vec<Named>) -> Vec<Gap> {
        rows.into_iter().filter_map(|named| self.gap(named)).collect()
    }
}

/// How the whole-department targets of a unit stand.
#[derive(Debug, Default)]
struct WholeTarget {
    whole: Whole,
    sums: Vec<(String, Sum)>,
}

impl WholeTarget {
    /// A sum of a state without them.
    fn without(&self, state: &str, sum: Sum) -> Sum {
        let own = self.sums.iter().filter(|(one, _)| one == state);
        own.fold(sum, |sum, (_, own)| Sum {
            count: sum.count.saturating_sub(own.count),
            amount: sum.amount - own.amount,
        })
    }
}

fn plus(one: Sum, other: Sum) -> Sum {
    Sum { count: one.count + other.count, amount: one.amount + other.amount }
}

fn whole_gap(unit: &Unit, due: Option<Date>) -> Gap {
    let (unit, opens) = (unit.clone(), Opens::Nothing);
    Gap { want: Want::Whole, unit, project: String::new(), amount: None, due, opens }
}
