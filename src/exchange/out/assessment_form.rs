//! Forms of pre-assessments as a workbook, a sheet a project: what a unit fills in (自评表), or what a desk scores (评分表), blank or as it stands.
//! The importer reads them again unchanged.
//!
//! Owns the columns and labels; which projects, dimensions and items there are comes from who asks and from the rules.

use std::fs::File;
use std::io;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_i18n::t;
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, Format, Formula, Workbook, Worksheet, XlsxError, utility::row_col_to_cell,
};

use super::provenance::Provenance;
use super::safe::{self, SheetNames};
use super::style::{self, Styles};
use crate::domain::assessment::record::{HandedAssessment, ItemScore};
use crate::domain::assessment::rule::rules;
use crate::domain::assessment::wish::ScoreSheet;
use crate::domain::target::{ProjectName, UnitName};
use crate::exchange::name;

/// How a kind of form is laid out.
struct Layout {
    /// What it is called.
    name: &'static str,
    /// The row of the table's heads.
    heads: u32,
    /// Widths of the columns in characters: dimension, item, points, the unit's points, then what is said.
    widths: [f64; 6],
}

const OWN_FORM: Layout = Layout { name: "自评表", heads: 4, widths: [14.0, 26.0, 8.0, 10.0, 32.0, 32.0] };
const SCORES: Layout = Layout { name: "评分表", heads: 2, widths: [14.0, 26.0, 8.0, 10.0, 10.0, 54.0] };
const LAST: u16 = 5;
/// The column of an item's points, of the unit's, and of a desk's.
const POINTS: u16 = 2;
const OWN: u16 = 3;
const GIVEN: u16 = 4;
/// The first row of the labels.
const LABELS: u32 = 1;

/// Forms being written.
pub struct AssessmentForms<'a> {
    file: &'a mut File,
    book: Workbook,
    styles: Styles,
    names: SheetNames,
    provenance: &'a Provenance,
}

impl<'a> AssessmentForms<'a> {
    /// Begins; the file is written by [`AssessmentForms::finish`].
    pub fn new(file: &'a mut File, provenance: &'a Provenance) -> Self {
        Self { file, book: Workbook::new(), styles: Styles::new(), names: SheetNames::default(), provenance }
    }

    /// Writes a unit's own assessment; what is not said yet is left to be filled in.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn own(&mut self, of: &HandedAssessment, categories: &[String]) -> io::Result<()> {
        self.own_sheet(of, categories).map_err(style::broken)
    }

    /// Writes a desk's score sheet beside what the unit says; points that are not given yet are left to be filled in.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn scores(&mut self, given: &ScoreSheet, own: &[ItemScore]) -> io::Result<()> {
        self.score_sheet(given, own).map_err(style::broken)
    }

    /// Writes the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.book.save_to_writer(self.file).map_err(style::broken)
    }

    fn own_sheet(&mut self, of: &HandedAssessment, categories: &[String]) -> Result<(), XlsxError> {
        let (notes, source) = (t!("out.assessment-form.own-notes"), safe::cell(&self.provenance.line()));
        let (sheet, styles) = self.sheet(&OWN_FORM, &of.project, of.year)?;
        pair(
            sheet,
            (styles, &OWN_FORM),
            LABELS,
            [("单位名称", &unit_text(&of.unit)), ("项目名称", &project_text(&of.project))],
        )?;
        pair(
            sheet,
            (styles, &OWN_FORM),
            LABELS + 1,
            [
                ("项目类别", of.category.as_deref().unwrap_or_default()),
                (
                    "申请金额(万元)",
                    &of.form.amount.map(|amount| amount.to_wan().normalize().to_string()).unwrap_or_default(),
                ),
            ],
        )?;
        let listed = DataValidation::new().allow_list_strings(categories)?.show_error_message(false);
        sheet.add_data_validation(LABELS + 1, 1, LABELS + 1, 1, &listed)?;
        wide(sheet, (styles, &OWN_FORM), LABELS + 2, "项目概况", &of.form.summary)?;
        heads(sheet, (styles, OWN_FORM.heads), ["评估维度", "评估要点", "分值", "自评得分", "自评说明", "佐证材料"])?;
        let below = items(sheet, (styles, OWN_FORM.heads), |sheet, row, place| {
            let said = of.form.items.get(place).cloned().unwrap_or_default();
            points(sheet, styles, (row, OWN), said.score)?;
            sheet.write_string_with_format(row, OWN + 1, safe::cell(&said.reason), &styles.cell)?;
            sheet.write_string_with_format(row, OWN + 2, safe::cell(&said.evidence), &styles.cell)?;
            let lines =
                style::lines(&said.reason, OWN_FORM.widths[4]).max(style::lines(&said.evidence, OWN_FORM.widths[5]));
            Ok(lines)
        })?;
        limits(sheet, OWN_FORM.heads, OWN)?;
        sums(
            sheet,
            styles,
            (OWN_FORM.heads, below),
            &[(OWN, of.form.items.iter().filter_map(|item| item.score).sum())],
        )?;
        wide(sheet, (styles, &OWN_FORM), below + 1, "整改情况", &of.form.rectified)?;
        foot(sheet, styles, below + 2, &notes, &source)
    }

    fn score_sheet(&mut self, given: &ScoreSheet, own: &[ItemScore]) -> Result<(), XlsxError> {
        let (notes, source) = (t!("out.assessment-form.score-notes"), safe::cell(&self.provenance.line()));
        let (sheet, styles) = self.sheet(&SCORES, &given.project, given.year)?;
        let (unit, project) = (unit_text(&given.unit), project_text(&given.project));
        pair(sheet, (styles, &SCORES), LABELS, [("单位名称", &unit), ("项目名称", &project)])?;
        heads(
            sheet,
            (styles, SCORES.heads),
            ["评估维度", "评估要点", "分值", "自评得分", "评审得分", "自评说明和佐证材料"],
        )?;
        let below = items(sheet, (styles, SCORES.heads), |sheet, row, place| {
            let said = own.get(place).cloned().unwrap_or_default();
            points(sheet, styles, (row, OWN), said.score)?;
            points(sheet, styles, (row, GIVEN), given.scores.get(place).copied())?;
            let parts = [said.reason.as_str(), said.evidence.as_str()].into_iter().filter(|text| !text.is_empty());
            let grounds = parts.collect::<Vec<_>>().join("；");
            sheet.write_string_with_format(row, GIVEN + 1, safe::cell(&grounds), &styles.cell)?;
            Ok(style::lines(&grounds, SCORES.widths[5]))
        })?;
        limits(sheet, SCORES.heads, GIVEN)?;
        let own: Decimal = own.iter().filter_map(|item| item.score).sum();
        sums(sheet, styles, (SCORES.heads, below), &[(OWN, own), (GIVEN, given.scores.iter().sum())])?;
        let conclusion = given.conclusion.as_deref().and_then(|id| rules().conclusion(id));
        wide(sheet, (styles, &SCORES), below + 1, "评审意见", &given.opinion)?;
        wide(sheet, (styles, &SCORES), below + 2, "评估结论", conclusion.map_or("", |one| &one.name.zh))?;
        let names: Vec<&str> = rules().conclusions.iter().map(|one| one.name.zh.as_str()).collect();
        let listed = DataValidation::new().allow_list_strings(&names)?;
        sheet.add_data_validation(below + 2, 1, below + 2, 1, &listed)?;
        foot(sheet, styles, below + 3, &notes, &source)
    }

    /// Begins a sheet with its title.
    fn sheet(
        &mut self,
        layout: &Layout,
        project: &ProjectName,
        year: Option<i32>,
    ) -> Result<(&mut Worksheet, &Styles), XlsxError> {
        let name = if project.name.is_empty() { layout.name } else { &project.name };
        let name = self.names.name(name);
        let sheet = self.book.add_worksheet();
        sheet.set_name(name)?;
        style::page(sheet, true);
        sheet.set_repeat_rows(layout.heads, layout.heads)?;
        for (column, width) in (0_u16..).zip(layout.widths) {
            sheet.set_column_width(column, width)?;
        }
        let words = year.map_or_else(String::new, |year| format!("{year}年度"));
        let title = format!("{}{words}项目事前绩效评估{}", self.provenance.county, layout.name);
        sheet.set_row_height(0, 30)?;
        sheet.merge_range(0, 0, 0, LAST, &safe::cell(&title), &self.styles.title)?;
        Ok((sheet, &self.styles))
    }
}

/// The unit with its code, as the importer takes it apart.
fn unit_text(unit: &UnitName) -> String {
    let code =
        unit.code.as_deref().filter(|code| name::unit(&format!("{code}-{}", unit.name)) == *unit && !code.is_empty());
    code.map_or_else(|| unit.name.clone(), |code| format!("{code}-{}", unit.name))
}

/// The project with its code, where it is one that the importer knows for a code.
fn project_text(project: &ProjectName) -> String {
    let code = project.code.as_deref().filter(|code| name::is_project_code(code));
    code.map_or_else(|| project.name.clone(), |code| format!("{code}-{}", project.name))
}

/// Two labels with their texts.
fn pair(
    sheet: &mut Worksheet,
    (styles, layout): (&Styles, &Layout),
    row: u32,
    pairs: [(&str, &str); 2],
) -> Result<(), XlsxError> {
    let [(left, first), (right, second)] = pairs;
    sheet.write_string_with_format(row, 0, left, &styles.header)?;
    sheet.merge_range(row, 1, row, 3, "", &styles.cell)?;
    sheet.write_string_with_format(row, 1, safe::cell(first), &styles.cell)?;
    sheet.write_string_with_format(row, 4, right, &styles.header)?;
    sheet.write_string_with_format(row, 5, safe::cell(second), &styles.cell)?;
    let room: f64 = layout.widths[1..4].iter().sum();
    sheet.set_row_height(row, style::height(style::lines(first, room).max(style::lines(second, layout.widths[5]))))?;
    Ok(())
}

/// A label with a text as wide as the page.
fn wide(
    sheet: &mut Worksheet,
    (styles, layout): (&Styles, &Layout),
    row: u32,
    label: &str,
    text: &str,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, 0, label, &styles.header)?;
    sheet.merge_range(row, 1, row, LAST, "", &styles.cell)?;
    sheet.write_string_with_format(row, 1, safe::cell(text), &styles.cell)?;
    let room: f64 = layout.widths[1..].iter().sum();
    sheet.set_row_height(row, style::height(style::lines(text, room).max(2)))?;
    Ok(())
}

fn heads(sheet: &mut Worksheet, (styles, row): (&Styles, u32), heads: [&str; 6]) -> Result<(), XlsxError> {
    for (column, words) in (0_u16..).zip(heads) {
        sheet.write_string_with_format(row, column, words, &styles.header)?;
    }
    Ok(())
}

/// Writes the items with their points, each dimension merged down its items; `said` writes the rest of a row and says how many lines it takes.
/// Gives the row below.
fn items(
    sheet: &mut Worksheet,
    (styles, heads): (&Styles, u32),
    mut said: impl FnMut(&mut Worksheet, u32, usize) -> Result<u32, XlsxError>,
) -> Result<u32, XlsxError> {
    let (mut row, mut place) = (heads + 1, 0);
    for criterion in &rules().course.criteria {
        let count = u32::try_from(criterion.items.len()).unwrap_or(1);
        if count > 1 {
            sheet.merge_range(row, 0, row + count - 1, 0, "", &styles.cell)?;
        }
        sheet.write_string_with_format(row, 0, &criterion.name.zh, &styles.cell)?;
        for item in &criterion.items {
            sheet.write_string_with_format(row, 1, &item.name.zh, &styles.cell)?;
            points(sheet, styles, (row, POINTS), Some(item.points))?;
            let lines = said(sheet, row, place)?;
            sheet.set_row_height(row, style::height(lines))?;
            (row, place) = (row + 1, place + 1);
        }
    }
    Ok(row)
}

/// Points as a number, or a cell for them.
fn points(
    sheet: &mut Worksheet,
    styles: &Styles,
    (row, column): (u32, u16),
    points: Option<Decimal>,
) -> Result<(), XlsxError> {
    let format: &Format = &styles.centre;
    match points.and_then(|points| points.to_f64()) {
        Some(number) => sheet.write_number_with_format(row, column, number, format)?,
        None => sheet.write_blank(row, column, format)?,
    };
    Ok(())
}

/// Lets a spreadsheet refuse points that an item does not have, where they are typed.
fn limits(sheet: &mut Worksheet, heads: u32, column: u16) -> Result<(), XlsxError> {
    for (row, item) in (heads + 1..).zip(rules().course.items()) {
        let most = item.points.to_f64().unwrap_or_default();
        let rule = DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(0.0, most))
            .set_error_title("分值")?
            .set_error_message(format!("0至{}分", item.points.normalize()))?;
        sheet.add_data_validation(row, column, row, column, &rule)?;
    }
    Ok(())
}

/// The row of sums: of the items' points, and of the columns that are filled in.
fn sums(
    sheet: &mut Worksheet,
    styles: &Styles,
    (heads, row): (u32, u32),
    columns: &[(u16, Decimal)],
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, 0, "合计", &styles.header)?;
    for column in 1..=LAST {
        sheet.write_blank(row, column, &styles.cell)?;
    }
    let points = rules().course.items().map(|item| item.points).sum();
    for (column, now) in [(POINTS, points)].iter().chain(columns) {
        let (first, last) = (row_col_to_cell(heads + 1, *column), row_col_to_cell(row - 1, *column));
        // The result stands beside the formula for programs that do not reckon.
        let sum = Formula::new(format!("SUM({first}:{last})")).set_result(now.normalize().to_string());
        sheet.write_formula_with_format(row, *column, sum, &styles.centre)?;
    }
    Ok(())
}

/// Notes for who fills it in, and where it comes from.
fn foot(sheet: &mut Worksheet, styles: &Styles, row: u32, notes: &str, source: &str) -> Result<(), XlsxError> {
    sheet.merge_range(row, 0, row, LAST, notes, &styles.small)?;
    sheet.set_row_height(row, 42)?;
    sheet.merge_range(row + 1, 0, row + 1, LAST, source, &styles.small)?;
    Ok(())
}
