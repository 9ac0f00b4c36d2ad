//! A table whose levels stand side by side (Henan's 预算项目绩效目标汇总表): below each name of level 1 a column of indicators and one of their
//! values, a block of rows for each project. Rows of units stand above their projects.

use rust_i18n::t;

use super::{Carries, HEADED, Layout, Recognition, Survey};
use crate::domain::handin::{HandedTarget, Severity};
use crate::domain::measure::{Measure, says_nothing};
use crate::domain::target::{Indicator, ProjectName, Submission, UnitName};
use crate::exchange::header::{Field, field_of};
use crate::exchange::page::Page;
use crate::exchange::sheet::Sheet;
use crate::exchange::words::Words;
use crate::exchange::{level, name};

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Targets, recognise, read };

fn words() -> String {
    t!("exchange.layout.levels_aside").into_owned()
}

/// A level 1 with the columns of its indicators' names and values.
struct Group {
    l1: Option<String>,
    named: usize,
    value: usize,
}

/// The heads of such a table.
struct Heads {
    /// The row of the names of levels; the heads of names and values stand on the one below.
    first: usize,
    groups: Vec<Group>,
    code: Option<usize>,
    unit: Option<usize>,
    project: Option<usize>,
    amount: Option<usize>,
    objective: Option<usize>,
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let Some(heads) = find(survey.words) else { return Recognition::weigh(&[("一级指标横排", false, true)]) };
    Recognition::weigh(&[
        ("一级指标横排", true, true),
        ("项目名称", heads.project.is_some(), true),
        ("一级指标", true, true),
        ("三级指标", true, true),
        ("指标值", true, true),
    ])
}

fn find(words: &Words<'_>) -> Option<Heads> {
    (0..words.sheet.height().min(HEADED)).find_map(|row| at(words, row))
}

fn at(words: &Words<'_>, first: usize) -> Option<Heads> {
    let sheet = words.sheet;
    let groups: Vec<Group> = (0..sheet.width()).filter_map(|col| group(words, first, col)).collect();
    let left = groups.first().filter(|_| groups.len() > 1)?.named;
    let of = |wanted: &[Field]| {
        let is = |col: &usize| field_of(sheet.in_column(first, *col)).is_some_and(|(field, _)| wanted.contains(&field));
        (0..left).find(is)
    };
    let code = of(&[Field::UnitCode, Field::ProjectCode]);
    let unit = of(&[Field::Unit]);
    let project = of(&[Field::Project, Field::UnitProject]);
    Some(Heads { first, code, unit, project, amount: of(&[Field::Amount]), objective: of(&[Field::Objective]), groups })
}

/// The level 1 that begins at a column: its name above heads of names and values.
fn group(words: &Words<'_>, first: usize, col: usize) -> Option<Group> {
    let sheet = words.sheet;
    let text = sheet.own(first, col);
    if !level::is_first(text) {
        return None;
    }
    // Merged, or in a file that knows no merging with blanks behind it.
    let blank = |col: &usize| sheet.own(first, *col).is_empty();
    let end = (col + 1..sheet.width()).take_while(blank).last().unwrap_or(col);
    let below = |wanted: &[Field]| {
        let is =
            |col: &usize| words.field(sheet.own_id(first + 1, *col)).is_some_and(|(field, _)| wanted.contains(&field));
        (col..=end).find(is)
    };
    let (named, value) = (below(&[Field::Level3, Field::LooseName])?, below(&[Field::Value])?);
    Some(Group { l1: level::first(text), named, value })
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    let Some(heads) = find(survey.words) else { return };
    let unit = page.titled_unit(heads.first).map(|text| name::unit(&text)).unwrap_or_default();
    let mut walk = Walk { open: None, unit, year: page.year(0..heads.first), heads };
    for row in walk.heads.first + 2..page.sheet.height() {
        walk.row(page, row);
    }
    walk.close(page);
}

/// A project being read.
struct Block {
    place: (usize, usize),
    target: HandedTarget,
    /// The indicators of each group.
    groups: Vec<Vec<Indicator>>,
}

struct Walk {
    heads: Heads,
    unit: UnitName,
    year: Option<i32>,
    open: Option<Block>,
}

impl Walk {
    fn row(&mut self, page: &mut Page<'_>, row: usize) {
        let sheet = page.sheet;
        let own = |col: Option<usize>| col.map_or("", |col| sheet.own(row, col));
        let (named, unit, code) = (own(self.heads.project), own(self.heads.unit), own(self.heads.code));
        if [named, unit, code].iter().any(|text| name::is_total(text) || name::is_footer(text)) {
            return self.close(page);
        }
        let contents = self.heads.groups.iter().any(|group| !sheet.own(row, group.named).is_empty());
        if !unit.is_empty() {
            self.unit = name::unit(&name::one_line(unit));
        }
        let alone = !contents && own(self.heads.objective).is_empty() && !name::is_project_code(&name::one_line(code));
        if !named.is_empty() && alone && name::is_organisation(named) {
            self.close(page);
            let code = Some(name::one_line(code)).filter(|code| !says_nothing(code));
            let unit = name::unit(&name::one_line(named));
            self.unit = UnitName { code: unit.code.or(code), name: unit.name };
            return;
        }
        if !named.is_empty() {
            self.close(page);
            self.begin(page, row, named, code);
        }
        self.take(page, row);
    }

    fn begin(&mut self, page: &mut Page<'_>, row: usize, named: &str, code: &str) {
        let sheet = page.sheet;
        let col = self.heads.project.unwrap_or(0);
        let code = Some(name::one_line(code)).filter(|code| name::is_project_code(code));
        let project = name::project(named);
        let label = self.heads.amount.map_or("", |col| sheet.text(self.heads.first, col)).to_owned();
        let above = self.heads.amount.filter(|_| self.heads.first > 0);
        let above = above.map_or("", |col| sheet.text(self.heads.first - 1, col));
        let scale = page.scale(&format!("{label}{above}"), self.heads.first);
        let amount = self.heads.amount.and_then(|col| page.amount((row, col), sheet.in_column(row, col), scale));
        let objective = self.heads.objective.map_or("", |col| sheet.in_column(row, col)).to_owned();
        if self.unit.name.is_empty() {
            page.problem(Severity::Warning, row, col, t!("exchange.unit.missing"));
        }
        let project = ProjectName { code: project.code.or(code), name: project.name };
        let submission = Submission { amount, objective, source: page.file.to_owned(), ..Submission::default() };
        let target = HandedTarget { unit: self.unit.clone(), project, year: self.year, category: None, submission };
        let groups = self.heads.groups.iter().map(|_| Vec::new()).collect();
        self.open = Some(Block { place: (row, col), target, groups });
    }

    /// Takes a row's indicators, one of each group at most.
    fn take(&mut self, page: &mut Page<'_>, row: usize) {
        let sheet = page.sheet;
        let Some(block) = &mut self.open else {
            if let Some(group) = self.heads.groups.iter().find(|group| !sheet.own(row, group.named).is_empty()) {
                page.problem(Severity::Error, row, group.named, t!("exchange.row.no_project"));
            }
            return;
        };
        for (group, taken) in self.heads.groups.iter().zip(&mut block.groups) {
            taken.extend(indicator(sheet, group, row));
        }
    }

    fn close(&mut self, page: &mut Page<'_>) {
        let Some(mut block) = self.open.take() else { return };
        block.target.submission.indicators = block.groups.into_iter().flatten().collect();
        if block.target.submission.indicators.is_empty() {
            let message = t!("exchange.indicators.none", project = block.target.project.name);
            page.problem(Severity::Warning, block.place.0, block.place.1, message);
        }
        page.target(block.place, block.target);
    }
}

/// The indicator of a group on a row; none where neither its name nor its value says anything.
fn indicator(sheet: &Sheet, group: &Group, row: usize) -> Option<Indicator> {
    let (named, value) = (name::indicator(sheet.own(row, group.named)), sheet.own(row, group.value));
    if named.is_empty() && says_nothing(value) {
        return None;
    }
    Some(Indicator { l1: group.l1.clone(), ..Indicator::stating(named, Measure::read(value)) })
}
