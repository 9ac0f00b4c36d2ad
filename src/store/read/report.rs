//! What the report and the board count of a year. Each count is one statement that an index covers.

use rusqlite::{Row, params};

use crate::domain::access::{self, Sight};
use crate::domain::execution::facts::ExecutionFacts;
use crate::domain::execution::record::Details;
use crate::domain::facts::Answer;
use crate::domain::money::Money;
use crate::domain::people::User;
use crate::domain::register::judge::Step;
use crate::domain::register::{Content, Level, Record, Register};
use crate::domain::report::{
    Board, Categories, Coverage, Disclosed, PovertyTally, Reevaluation, Sum, Trend, Units, YearFacts, figures,
};
use crate::domain::view::Tab;
use crate::store::Store;
use crate::store::facts::SqlFacts;

/// Targets that were not withdrawn.
const REGISTERED: &str = "state <> 'withdrawn'";
/// Targets that were handed in: neither drafts nor withdrawn.
const HANDED: &str = "state not in ('draft', 'withdrawn')";
/// Targets that were approved.
const MANAGED: &str = "state = 'budgeted'";

/// A target `t` with its unit's own evaluation.
pub(super) const EVALUATED: &str =
    "exists (select 1 from evaluation e indexed by evaluation_project where e.unit_id = t.unit_id
    and e.project_key = t.project_key and e.year = t.year and e.kind = 'self' and e.replaced = 0)";

/// Pre-assessments with a conclusion.
const CONCLUDED: &str = "state in ('adjusting', 'supported', 'refused')";

impl Store {
    /// What the file says of a year; nothing for a viewer who does not see the whole county.
    pub fn year_facts(&self, viewer: &User, year: i32) -> Answer<Option<YearFacts>> {
        let _held = self.hold()?;
        let Some(county) = self.county()?.filter(|_| access::sight(viewer) == Sight::All) else { return Ok(None) };
        let (categories, facts) = (Categories::bundled(), SqlFacts::new(&self.conn, &self.procedure));
        let transfers = self.counted(
            "select count(*), coalesce(sum(amount), 0) from allocation where year = ?1 and kind = ?2",
            year,
            "transfer",
        )?;
        let documents = self.of_register(viewer, Register::Document, Some(year))?.into_iter().rev();
        let documents = documents.filter_map(|one| if let Record::Document(one) = one { Some(one) } else { None });
        let group = self.of_register(viewer, Register::Group, None)?.into_iter();
        let trainings = self.of_register(viewer, Register::Training, Some(year))?.into_iter().rev();
        let publicity = self.of_register(viewer, Register::Publicity, Some(year))?.into_iter().rev();
        let inspections = self.of_register(viewer, Register::Inspection, Some(year))?.into_iter().rev();
        Ok(Some(YearFacts {
            county: county.name,
            year,
            documents: documents.filter(|one| one.level == Level::County).collect(),
            group: group.filter_map(|one| if let Record::Group(one) = one { Some(one) } else { None }).collect(),
            units: self.unit_counts()?,
            special: self.coverage(year, &categories.special, None)?,
            transfer: self.coverage(year, &categories.transfer, Some(transfers))?,
            registered: self.tallied(year, REGISTERED)?,
            budgeted_before: self.tallied(year - 1, MANAGED)?,
            evaluated_before: self.evaluated(year - 1)?,
            handed: self.tallied(year, HANDED)?,
            budgeted: self.tallied(year, MANAGED)?,
            assessed: self.assessed(year)?,
            preparation: self.preparation_tally(year)?,
            filling_warnings: self.filling_warnings(year)?,
            own_evaluations: self.counted(
                "select count(*), coalesce(sum(budget), 0) from evaluation where year = ?1 and kind = ?2 and replaced = 0",
                year - 1,
                "self",
            )?,
            opening: facts.opening(year - 1)?.map(|one| (one.approved, one.due)),
            reevaluations: self.reevaluations(year)?,
            targets: self.disclosed(year, Content::Targets)?,
            self_evaluations: self.disclosed(year - 1, Content::SelfEvaluations)?,
            trainings: trainings.filter_map(|one| if let Record::Training(one) = one { Some(one) } else { None }).collect(),
            publicity: publicity
                .filter_map(|one| if let Record::Publicity(one) = one { Some(one) } else { None })
                .collect(),
            poverty: self.poverty(viewer, year)?,
            poverty_before: self.poverty(viewer, year - 1)?,
            inspections: inspections
                .filter_map(|one| if let Record::Inspection(one) = one { Some(one) } else { None })
                .collect(),
        }))
    }

    /// The board of a year; nothing for a viewer who does not see the whole county.
    pub fn board(&self, viewer: &User, year: i32) -> Answer<Option<Board>> {
        let _held = self.hold()?;
        let Some(facts) = self.year_facts(viewer, year)? else { return Ok(None) };
        let mine = self.tally(viewer, year, &Tab::Mine)?.count;
        let counted = |row: &Row<'_>| row.get::<_, u32>(0);
        let warned = self.many("select coalesce(sum(warned), 0) from tally where year = ?1", [year], counted)?;
        let overdue =
            "select count(*) from target indexed by target_due where year = ?1 and due is not null and due < ?2
            and state in ('returned', 'negotiating')";
        let overdue = self.many(overdue, params![year, self.now().today.to_string()], counted)?;
        Ok(Some(Board::of(&facts, (mine, warned.iter().sum(), overdue.iter().sum()))))
    }

    /// How the figures went over the years until one; nothing for a viewer who does not see the whole county.
    pub fn trend(&self, viewer: &User, year: i32) -> Answer<Option<Trend>> {
        let _held = self.hold()?;
        let mut years = Vec::new();
        for one in Trend::before(year, &self.known_years()?).into_iter().chain([year]) {
            let Some(facts) = self.year_facts(viewer, one)? else { return Ok(None) };
            years.push((one, figures(&facts)));
        }
        Ok(Some(Trend::of(&years)))
    }

    /// The years of which the file knows anything, newest first.
    pub fn known_years(&self) -> Answer<Vec<i32>> {
        let sql = "select distinct year from tally union select year from county
            union select distinct year from disclosure union select distinct year from poverty_project order by 1 desc";
        self.many(sql, [], |row| row.get(0))
    }

    /// Projects whose pre-assessment was concluded; nothing where the file holds none of the year.
    fn assessed(&self, year: i32) -> Answer<Option<Sum>> {
        let sql = format!(
            "select count(*), count(*) filter (where {CONCLUDED}), coalesce(sum(amount) filter (where {CONCLUDED}), 0)
            from assessment indexed by assessment_year where year = ?1"
        );
        let read = |row: &Row<'_>| Ok((row.get::<_, u32>(0)?, Sum { count: row.get(1)?, amount: Money(row.get(2)?) }));
        let found = self.many(&sql, [year], read)?.into_iter().next();
        Ok(found.filter(|(all, _)| *all > 0).map(|(_, sum)| sum))
    }

    fn of_register(&self, viewer: &User, register: Register, year: Option<i32>) -> Answer<Vec<Record>> {
        let page = self.register(viewer, register, year)?;
        Ok(page.rows.into_iter().map(|row| row.record).collect())
    }

    /// A count and a sum of a year and a word.
    fn counted(&self, sql: &str, year: i32, word: &str) -> Answer<Sum> {
        let found = self.many(sql, params![year, word], summed)?;
        Ok(found.into_iter().next().unwrap_or_default())
    }

    /// From the kept tallies: the same at any number of targets.
    pub(super) fn tallied(&self, year: i32, which: &str) -> Answer<Sum> {
        let sql =
            format!("select coalesce(sum(count), 0), coalesce(sum(amount), 0) from tally where year = ?1 and {which}");
        let found = self.many(&sql, [year], summed)?;
        Ok(found.into_iter().next().unwrap_or_default())
    }

    /// How much of a category is covered; what is due is the category's targets, unless something else says it.
    fn coverage(&self, year: i32, category: &str, due: Option<Sum>) -> Answer<Coverage> {
        let sql = "select state, count(*), coalesce(sum(amount), 0) from target indexed by target_category
            where year = ?1 and category = ?2 group by state";
        let read =
            |row: &Row<'_>| Ok((row.get::<_, String>(0)?, Sum { count: row.get(1)?, amount: Money(row.get(2)?) }));
        let states = self.many(sql, params![year, category], read)?;
        let of = |test: fn(&str) -> bool| {
            let wanted = states.iter().filter(|(state, _)| test(state)).map(|(_, sum)| *sum);
            wanted
                .fold(Sum::default(), |all, one| Sum { count: all.count + one.count, amount: all.amount + one.amount })
        };
        let due = due.unwrap_or_else(|| of(|state| !["withdrawn", "excluded"].contains(&state)));
        let managed = of(|state| state == "budgeted");
        Ok(Coverage { due, managed, monitored: self.monitored(year, category)? })
    }

    fn unit_counts(&self) -> Answer<Units> {
        let sql = "select count(*), count(*) filter (where level = 'township') from unit";
        let found = self.many(sql, [], |row| Ok(Units { all: row.get(0)?, townships: row.get(1)? }))?;
        Ok(found.into_iter().next().unwrap_or_default())
    }

    fn disclosed(&self, year: i32, content: Content) -> Answer<Disclosed> {
        let sql = "select count(distinct d.unit_id), count(distinct d.unit_id) filter (where u.level = 'township'),
            count(distinct d.unit_id) filter (where d.published between w.first_day and w.last_day)
            from disclosure d join unit u on u.id = d.unit_id
            left join disclosure_window w on w.year = d.year and w.content = d.content
            where d.year = ?1 and d.content = ?2";
        let read = |row: &Row<'_>| {
            Ok(Disclosed { window: None, units: row.get(0)?, townships: row.get(1)?, inside: row.get(2)? })
        };
        let found = self.many(sql, params![year, content.id()], read)?.into_iter().next().unwrap_or_default();
        let window = self.windows()?.into_iter().find(|window| (window.year, window.content) == (year, content));
        Ok(Disclosed { window, ..found })
    }

    /// Step with the allocation is counted in working days, which SQL does not know: the projects are read.
    fn poverty(&self, viewer: &User, year: i32) -> Answer<PovertyTally> {
        let mut tally = PovertyTally::default();
        for record in self.of_register(viewer, Register::Poverty, Some(year))? {
            let Record::Poverty(one) = record else { continue };
            let add = |sum: &mut Sum, counts: bool| {
                if counts {
                    *sum = Sum { count: sum.count + 1, amount: sum.amount + one.amount };
                }
            };
            add(&mut tally.projects, true);
            add(&mut tally.filled, one.filled.is_some());
            add(&mut tally.reviewed, one.reviewed.is_some());
            add(&mut tally.evaluated, one.evaluated.is_some());
            add(&mut tally.evaluation_reviewed, one.evaluation_reviewed.is_some());
            tally.in_step += u32::from(matches!(Step::of(&one), Step::InStep(_)));
        }
        Ok(tally)
    }

    /// Evaluations of the year by the bureau or agencies; of major policies and key projects with who was engaged and where the report is.
    fn reevaluations(&self, year: i32) -> Answer<Vec<Reevaluation>> {
        let sql = "select id, project, details from evaluation indexed by evaluation_year
            where year = ?1 and kind in ('fiscal', 'agency') and replaced = 0";
        let read = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?));
        let mut found = self.many(sql, [year], read)?;
        found.sort_by_key(|(id, ..)| *id);
        let read = |(_, title, details): (i64, String, String)| {
            let details: Details = serde_json::from_str(&details).unwrap_or_default();
            let stated = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            let engagement = details.engagement;
            let key_project = engagement.is_some();
            let engagement = engagement.unwrap_or_default();
            Reevaluation { title, key_project, agency: stated(&engagement.agency), address: stated(&engagement.link) }
        };
        Ok(found.into_iter().map(read).collect())
    }

    /// Filling warnings of a year's targets, and how many of them were corrected.
    fn filling_warnings(&self, year: i32) -> Answer<(u32, u32)> {
        let sql = "select count(*), count(w.corrected_at) from filling_warning w join target t on t.id = w.target_id where t.year = ?1";
        let found = self.many(sql, [year], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.into_iter().next().unwrap_or_default())
    }

    /// Approved targets that their units evaluated.
    fn evaluated(&self, year: i32) -> Answer<Sum> {
        let sql = format!(
            "select count(*), coalesce(sum(t.amount), 0) from target t where t.year = ?1 and t.state = 'budgeted' and {EVALUATED}"
        );
        Ok(self.many(&sql, [year], summed)?.into_iter().next().unwrap_or_default())
    }

    /// How much of a category's approved targets was monitored; nothing where the file holds no monitoring of the year.
    fn monitored(&self, year: i32, category: &str) -> Answer<Option<Sum>> {
        let sql = "select count(*), coalesce(sum(t.amount), 0) from target t indexed by target_category
            where t.year = ?1 and t.category = ?2 and t.state = 'budgeted'
            and exists (select 1 from monitoring m where m.target_id = t.id and m.replaced = 0)";
        let found = self.counted(sql, year, category)?;
        if found.count > 0 {
            return Ok(Some(found));
        }
        let any = "select exists (select 1 from monitoring m join target t on t.id = m.target_id where t.year = ?1)";
        let any = self.many(any, [year], |row| row.get::<_, bool>(0))?;
        Ok(any.contains(&true).then_some(found))
    }
}

pub(super) fn summed(row: &Row<'_>) -> rusqlite::Result<Sum> {
    Ok(Sum { count: row.get(0)?, amount: Money(row.get(1)?) })
}
