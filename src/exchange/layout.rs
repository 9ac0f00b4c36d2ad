//! The layouts that are known, and which one a sheet has.
//!
//! A layout is one file here and one line in [`ALL`]: how it is recognised, with what was found and what was missing, and how
//! it is read. The shared work is elsewhere: headers, blocks of several projects, forms of one project, rows of indicators.

mod annex1;
mod annex2;
mod annex2_table;
mod areas;
mod assessment;
mod evaluations_table;
mod in_cells;
pub mod kinds_aside;
mod levels_aside;
mod monitoring;
mod monitoring_table;
mod self_evaluation;
mod self_evaluation_yunnan14;
mod sichuan;
mod sideways;
mod yunnan_05_2;

use rust_i18n::t;

use super::form::{self, Form, PROJECT};
use super::header::{self, Field, Header};
use super::page::Page;
use super::sheet::Sheet;
use super::words::Words;
use crate::domain::measure::{says_nothing, squeeze};

/// What a layout carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carries {
    /// Targets.
    Targets,
    /// Evaluations.
    Evaluations,
    /// Pre-assessments: a unit's own, or a desk's points.
    Assessments,
    /// Forms of monitoring.
    Monitoring,
}

impl Carries {
    /// Its name in the user's language.
    pub fn name(self) -> String {
        match self {
            Self::Targets => t!("exchange.kind.targets"),
            Self::Evaluations => t!("exchange.kind.evaluations"),
            Self::Assessments => t!("exchange.kind.assessments"),
            Self::Monitoring => t!("exchange.kind.monitoring"),
        }
        .into_owned()
    }
}

/// A layout of a sheet.
pub struct Layout {
    /// Its name in the user's language.
    pub words: fn() -> String,
    /// What it carries.
    pub carries: Carries,
    /// Whether a sheet has this layout.
    pub recognise: fn(&Survey<'_>) -> Recognition,
    /// Reads such a sheet.
    pub read: fn(&Survey<'_>, &mut Page<'_>),
}

/// All layouts; of equally good ones the first is taken.
pub const ALL: [&Layout; 16] = [
    &areas::LAYOUT,
    &sideways::LAYOUT,
    &levels_aside::LAYOUT,
    &kinds_aside::LAYOUT,
    &in_cells::LAYOUT,
    &monitoring::LAYOUT,
    &monitoring_table::LAYOUT,
    &assessment::LAYOUT,
    &evaluations_table::LAYOUT,
    &yunnan_05_2::LAYOUT,
    &sichuan::LAYOUT,
    &self_evaluation_yunnan14::LAYOUT,
    &self_evaluation::LAYOUT,
    &annex2_table::LAYOUT,
    &annex2::LAYOUT,
    &annex1::LAYOUT,
];

/// The layout of tables with a column of projects.
pub const OF_PROJECTS: &Layout = &sichuan::LAYOUT;

/// The most rows among which the heads of a table are looked for whose layout is known by what its cells hold.
const HEADED: usize = 20;

/// Labels that begin a form of one project or of a whole department.
const STARTS: &[&str] = &[
    "项目名称",
    "一级项目名称",
    "二级项目名称",
    "项目支出名称",
    "预算项目名称",
    "支出项目名称",
    "专项名称",
    "专项资金名称",
    "资金名称",
    "转移支付名称",
    "政策名称",
    "部门单位名称",
    "部门名称",
    "单位名称",
    "预算部门名称",
];

/// What a first look at a sheet finds; layouts judge by it.
#[derive(Debug)]
pub struct Survey<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// The sheet with what is known of its texts.
    pub words: &'a Words<'a>,
    /// Header of a table that may have columns for units and projects.
    pub table: Option<Header>,
    /// Forms with labels above a table of indicators.
    pub forms: Vec<Form<'a>>,
}

impl<'a> Survey<'a> {
    /// Looks at a sheet.
    pub fn new(words: &'a Words<'a>) -> Self {
        let table = header::find(words, 0, Field::ALL).map(|table| table.with_units(words.sheet));
        Self { sheet: words.sheet, words, table, forms: form::all(words, STARTS) }
    }

    fn table_has(&self, field: Field) -> bool {
        self.table.as_ref().is_some_and(|table| table.has(field))
    }

    fn form_has(&self, field: Field) -> bool {
        self.forms.first().is_some_and(|form| form.header.has(field))
    }

    fn labelled(&self, labels: &[&str]) -> bool {
        self.forms.first().is_some_and(|form| form.find(labels).is_some())
    }

    /// Whether the sheet is a table of several projects: names of projects have a column.
    fn lists_projects(&self) -> bool {
        self.table_has(Field::Project) || self.table_has(Field::UnitProject)
    }

    /// Whether the form is about one project.
    fn names_project(&self) -> bool {
        self.labelled(PROJECT)
    }

    /// Whether the form tells what was reached. A form titled 目标 whose columns for that are all blank only prepares for it.
    fn evaluates(&self) -> bool {
        let Some(form) = self.forms.first() else { return false };
        let told = [Field::Actual, Field::Score].into_iter().filter_map(|field| form.header.column(field));
        let rows = form.header.last + 1..form.end;
        let filled = |col: usize| rows.clone().any(|row| !says_nothing(self.sheet.own(row, col)));
        let prepared = self.titled("目标") && !["评", "完成情况"].iter().any(|word| self.titled(word));
        let mut told = told.peekable();
        let monitored = self.monitors() && !form.header.has(Field::Score);
        told.peek().is_some() && !monitored && (!prepared || told.any(filled))
    }

    /// Whether the title says that the form monitors; what a project that builds 监控 is called says no such thing.
    fn monitors(&self) -> bool {
        let of_form = ["绩效监控", "运行监控", "执行监控", "目标监控", "监控表", "监控情况"];
        of_form.iter().any(|word| self.titled(word)) && !self.titled("自评")
    }

    /// Whether a text above the labels has a word; sentences and texts that cite others are no titles.
    fn titled(&self, word: &str) -> bool {
        let above = self.forms.first().map_or_else(|| self.sheet.height().min(5), |form| form.rows.end);
        let texts =
            (0..above).flat_map(|row| self.sheet.places(row).into_iter().map(move |col| self.sheet.text(row, col)));
        let title = |text: &str| text.chars().count() < 50 && !text.contains(['。', ';', ';', '《']);
        squeeze(&self.sheet.name).contains(word)
            || texts.into_iter().any(|text| title(text) && squeeze(text).contains(word))
    }
}

/// How well a layout fits, and why.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recognition {
    /// 0 when something required is missing.
    pub score: u32,
    /// What was found.
    pub found: Vec<&'static str>,
    /// What is required and was not found.
    pub missing: Vec<&'static str>,
}

impl Recognition {
    /// Weighs signs: each with its words, whether it is there, whether it is required. A required one counts 2, others 1.
    fn weigh(signs: &[(&'static str, bool, bool)]) -> Self {
        let mut out = Self::default();
        for &(words, there, required) in signs {
            match (there, required) {
                (true, _) => {
                    out.found.push(words);
                    out.score += if required { 2 } else { 1 };
                }
                (false, true) => out.missing.push(words),
                (false, false) => {}
            }
        }
        if !out.missing.is_empty() {
            out.score = 0;
        }
        out
    }
}

/// The layout that fits a sheet best; else what the nearest one misses.
pub fn choose(survey: &Survey<'_>) -> Result<&'static Layout, (&'static Layout, Recognition)> {
    let all = ALL.map(|layout| (layout, (layout.recognise)(survey)));
    let mut best: Option<(&'static Layout, u32)> = None;
    for (layout, recognition) in &all {
        if recognition.score > best.map_or(0, |(_, score)| score) {
            best = Some((layout, recognition.score));
        }
    }
    best.map(|(layout, _)| layout).ok_or_else(|| {
        // What is not even titled as a form of the year is not nearly one, nor is any sheet nearly one of the rare layouts that miss
        // just what makes them so.
        let usual = |(layout, one): &(&'static Layout, Recognition)| {
            let common = matches!(layout.carries, Carries::Targets | Carries::Evaluations) && one.missing.len() > 1;
            common || !one.found.is_empty()
        };
        let nearest = all
            .into_iter()
            .filter(usual)
            .max_by_key(|(_, one)| (one.found.len(), std::cmp::Reverse(one.missing.len())));
        nearest.unwrap_or((&annex1::LAYOUT, Recognition::default()))
    })
}
