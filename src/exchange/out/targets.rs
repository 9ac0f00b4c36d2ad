//! Forms of targets (绩效目标申报表) as a workbook: a sheet a year, a block of rows a target. The importer reads them again unchanged.
//!
//! Owns the columns, which are of the multi-project layout, and the blank form that a unit fills in. Amounts are in 万元.

use std::fs::File;
use std::io;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_i18n::t;
use rust_xlsxwriter::{DataValidation, Format, Workbook, Worksheet, XlsxError};

use super::provenance::Provenance;
use super::safe::{self, SheetNames};
use super::style::{self, Styles};
use crate::domain::handin::HandedTarget;
use crate::domain::measure::Sign;
use crate::domain::money::Money;
use crate::domain::target::{Indicator, ProjectName, Submission, UnitName};
use crate::exchange::name;

/// Rows above the first target.
const ABOVE: u32 = 4;
/// Rows below the last one in which a value is still chosen from a list.
const SPARE: u32 = 200;
/// The columns: their words, and their widths in characters.
const COLUMNS: [(&str, f64); 16] = [
    ("单位编码", 8.0),
    ("单位名称", 14.0),
    ("项目编码", 12.0),
    ("项目名称", 18.0),
    ("项目类别", 11.0),
    ("预算年度", 6.0),
    ("年度预算数(万元)", 11.0),
    ("年度绩效目标", 30.0),
    ("一级指标", 11.0),
    ("二级指标", 19.0),
    ("三级指标", 22.0),
    ("指标性质", 8.0),
    ("指标值", 12.0),
    ("度量单位", 9.0),
    ("权重", 6.0),
    ("项目期止(年)", 8.0),
];
const LAST: u16 = 15;
/// What stands on a target's first row only, merged down its block: this column and those before it.
const OBJECTIVE: u16 = 7;
/// The first column of the indicator.
const LEVEL: u16 = 8;

/// The levels that a blank form offers, as a unit fills them in.
const BLANK: [(&str, &str); 9] = [
    ("产出指标", "数量指标"),
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("产出指标", "时效指标"),
    ("成本指标", "经济成本指标"),
    ("效益指标", "经济效益指标"),
    ("效益指标", "社会效益指标"),
    ("效益指标", "可持续影响指标"),
    ("满意度指标", "服务对象满意度指标"),
];
const FIRST_LEVELS: [&str; 4] = ["产出指标", "成本指标", "效益指标", "满意度指标"];
const SECOND_LEVELS: [&str; 12] = [
    "数量指标",
    "质量指标",
    "时效指标",
    "成本指标",
    "经济成本指标",
    "社会成本指标",
    "生态环境成本指标",
    "经济效益指标",
    "社会效益指标",
    "生态效益指标",
    "可持续影响指标",
    "服务对象满意度指标",
];
const SIGNS: [&str; 7] = ["≥", "≤", "=", ">", "<", "±", "定性"];

/// Forms being written.
pub struct TargetForms<'a> {
    file: &'a mut File,
    book: Workbook,
    styles: Styles,
    names: SheetNames,
    provenance: &'a Provenance,
    open: Option<Open>,
}

/// The sheet under way.
#[derive(Debug, Clone, Copy)]
struct Open {
    /// Its place among the sheets.
    place: usize,
    /// The year of its targets.
    year: Option<i32>,
    /// Its next row.
    next: u32,
}

impl<'a> TargetForms<'a> {
    /// Begins; the file is written by [`TargetForms::finish`].
    pub fn new(file: &'a mut File, provenance: &'a Provenance) -> Self {
        let (book, styles, names) = (Workbook::new(), Styles::new(), SheetNames::default());
        Self { file, book, styles, names, provenance, open: None }
    }

    /// Writes a target. Targets of one year have to follow each other to stand on one sheet.
    ///
    /// # Errors
    /// When it cannot be written: more rows than a sheet holds.
    pub fn target(&mut self, target: &HandedTarget) -> io::Result<()> {
        let lines: Vec<Line> = lines(&target.submission.indicators);
        self.block(target, &lines).map_err(style::broken)
    }

    /// Writes a project with rows to be filled in.
    ///
    /// # Errors
    /// When it cannot be written: more rows than a sheet holds.
    pub fn blank(
        &mut self,
        unit: &UnitName,
        project: &ProjectName,
        year: i32,
        category: Option<&str>,
    ) -> io::Result<()> {
        let line = |(l1, l2): (&str, &str)| Line::of_texts([l1, l2, "", "", "", "", ""]);
        let target = HandedTarget {
            unit: unit.clone(),
            project: project.clone(),
            year: Some(year),
            category: category.map(str::to_owned),
            submission: Submission::default(),
        };
        self.block(&target, &BLANK.map(line)).map_err(style::broken)
    }

    /// Writes the notes for who fills the form in.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn notes(&mut self) -> io::Result<()> {
        self.write_notes().map_err(style::broken)
    }

    /// Writes the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        if self.open.is_none() {
            self.begin(None).map_err(style::broken)?;
        }
        self.end_sheet().map_err(style::broken)?;
        self.book.save_to_writer(self.file).map_err(style::broken)
    }

    fn write_notes(&mut self) -> Result<(), XlsxError> {
        let Some(open) = &mut self.open else { return Ok(()) };
        let sheet = self.book.worksheet_from_index(open.place)?;
        sheet.set_row_height(open.next, 84)?;
        sheet.merge_range(open.next, 0, open.next, LAST, &t!("out.targets.notes"), &self.styles.cell)?;
        open.next += 1;
        Ok(())
    }

    fn block(&mut self, target: &HandedTarget, lines: &[Line]) -> Result<(), XlsxError> {
        if self.open.map(|open| open.year) != Some(target.year) {
            self.end_sheet()?;
            self.begin(target.year)?;
        }
        let Some(open) = &mut self.open else { return Ok(()) };
        let rows = u32::try_from(lines.len().max(1)).unwrap_or(u32::MAX);
        let sheet = self.book.worksheet_from_index(open.place)?;
        heads(sheet, &self.styles, open.next, rows, target)?;
        let least = head_lines(target).div_ceil(rows);
        for row in 0..rows {
            let line = lines.get(row as usize);
            let tall = line.map_or(1, Line::height).max(least);
            sheet.set_row_height(open.next + row, style::height(tall))?;
            line.map_or(Ok(()), |line| line.write(sheet, open.next + row, &self.styles))?;
        }
        open.next = open.next.saturating_add(rows);
        Ok(())
    }

    fn begin(&mut self, year: Option<i32>) -> Result<(), XlsxError> {
        let words = year.map_or_else(String::new, |year| format!("{year}年度"));
        let name = self.names.name(&format!("{words}绩效目标"));
        let sheet = self.book.add_worksheet();
        sheet.set_name(name)?;
        style::page(sheet, true);
        sheet.set_repeat_rows(ABOVE - 1, ABOVE - 1)?.set_freeze_panes(ABOVE, 0)?;
        for (place, (words, width)) in (0_u16..).zip(COLUMNS) {
            sheet.set_column_width(place, width)?;
            sheet.write_string_with_format(ABOVE - 1, place, words, &self.styles.header)?;
        }
        sheet.set_row_height(ABOVE - 1, 30)?;
        let title = format!("{}{words}项目支出绩效目标申报表", self.provenance.county);
        sheet.set_row_height(0, 30)?;
        sheet.merge_range(0, 0, 0, LAST, &safe::cell(&title), &self.styles.title)?;
        sheet.merge_range(1, 0, 1, LAST, "金额单位:万元", &self.styles.right)?;
        sheet.merge_range(2, 0, 2, LAST, &safe::cell(&self.provenance.line()), &self.styles.small)?;
        let place = self.open.map_or(0, |open| open.place + 1);
        self.open = Some(Open { place, year, next: ABOVE });
        Ok(())
    }

    /// Offers the values of a sheet's closed columns as lists, for who goes on writing in it.
    fn end_sheet(&mut self) -> Result<(), XlsxError> {
        let Some(open) = self.open else { return Ok(()) };
        let sheet = self.book.worksheet_from_index(open.place)?;
        let lists: [(u16, &[&str]); 3] = [(LEVEL, &FIRST_LEVELS), (LEVEL + 1, &SECOND_LEVELS), (LEVEL + 3, &SIGNS)];
        for (column, values) in lists {
            // Forms of units carry other words too; the list helps and forbids nothing.
            let list = DataValidation::new().allow_list_strings(values)?.show_error_message(false);
            sheet.add_data_validation(ABOVE, column, open.next + SPARE, column, &list)?;
        }
        Ok(())
    }
}

/// Writes what a target states once, merged down its rows.
fn heads(
    sheet: &mut Worksheet,
    styles: &Styles,
    first: u32,
    rows: u32,
    target: &HandedTarget,
) -> Result<(), XlsxError> {
    let texts = [
        target.unit.code.as_deref().unwrap_or_default(),
        &target.unit.name,
        target.project.code.as_deref().unwrap_or_default(),
        &target.project.name,
        target.category.as_deref().unwrap_or_default(),
        "",
        "",
        &target.submission.objective,
    ];
    for (column, text) in (0_u16..).zip(texts) {
        let format = if column == 6 { &styles.money } else { &styles.cell };
        if rows > 1 {
            sheet.merge_range(first, column, first + rows - 1, column, "", format)?;
        }
        sheet.write_string_with_format(first, column, safe::cell(text), format)?;
    }
    if let Some(year) = target.year {
        sheet.write_number_with_format(first, 5, year, &styles.centre)?;
    }
    if let Some(amount) = target.submission.amount {
        put_amount(sheet, first, amount, &styles.money)?;
    }
    if let Some(until) = target.submission.until {
        sheet.write_number_with_format(first, LAST, until, &styles.centre)?;
    }
    Ok(())
}

/// Lines that the tallest of a target's merged texts needs.
fn head_lines(target: &HandedTarget) -> u32 {
    let code = target.project.code.as_deref().unwrap_or_default();
    let texts =
        [(1, target.unit.name.as_str()), (2, code), (3, &target.project.name), (7, &target.submission.objective)];
    let lines = texts.map(|(column, text)| style::lines(text, COLUMNS[column].1));
    lines.into_iter().max().unwrap_or(1)
}

/// Writes an amount as a number, or as a text where a number of a spreadsheet (15 digits) would round it.
fn put_amount(sheet: &mut Worksheet, row: u32, amount: Money, format: &Format) -> Result<(), XlsxError> {
    let exact = amount.to_wan().normalize();
    match exact.to_f64().filter(|_| exact.mantissa().unsigned_abs() < 1_000_000_000_000_000) {
        Some(number) => sheet.write_number_with_format(row, OBJECTIVE - 1, number, format)?,
        None => sheet.write_string_with_format(row, OBJECTIVE - 1, exact.to_string(), format)?,
    };
    Ok(())
}

/// An indicator's cells: levels, name, sign, value, unit, weight.
struct Line([String; 7]);

impl Line {
    fn of_texts(texts: [&str; 7]) -> Self {
        Self(texts.map(str::to_owned))
    }

    /// Lines that its tallest cell needs.
    fn height(&self) -> u32 {
        let widths = COLUMNS.iter().skip(LEVEL.into()).map(|(_, width)| *width);
        self.0.iter().zip(widths).map(|(text, width)| style::lines(text, width)).max().unwrap_or(1)
    }

    fn write(&self, sheet: &mut Worksheet, row: u32, styles: &Styles) -> Result<(), XlsxError> {
        for (column, text) in (LEVEL..).zip(&self.0) {
            let number = (column > LEVEL + 3).then(|| number(text)).flatten();
            match number {
                Some(number) => sheet.write_number_with_format(row, column, number, &styles.centre)?,
                None => {
                    let format = if column == LEVEL + 2 { &styles.cell } else { &styles.centre };
                    sheet.write_string_with_format(row, column, safe::cell(text), format)?
                }
            };
        }
        Ok(())
    }
}

/// A text that a spreadsheet shows the same as a number.
fn number(text: &str) -> Option<f64> {
    let exact: Decimal = text.parse().ok()?;
    let number = exact.to_f64()?;
    (exact.mantissa().unsigned_abs() < 1_000_000_000_000_000 && number.to_string() == text).then_some(number)
}

/// The indicators' cells. A level left blank continues the one above when it is read, so a level that is none gets a dash
/// where the row above has one.
fn lines(indicators: &[Indicator]) -> Vec<Line> {
    let mut above: (Option<&str>, Option<&str>) = (None, None);
    let mut out = Vec::with_capacity(indicators.len());
    for indicator in indicators {
        let (first, second) = (indicator.l1.as_deref(), indicator.l2.as_deref());
        let given = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let dash = |level: Option<&str>, above: Option<&str>| match (level, above) {
            (None, Some(_)) => "—".to_owned(),
            _ => given(level),
        };
        let continued = above.1.filter(|_| first == above.0);
        out.push(Line([
            dash(first, above.0),
            dash(second, continued),
            name::kept(indicator.name()),
            given(indicator.sign.map(Sign::term)),
            given(indicator.value.as_deref()),
            given(indicator.unit.as_deref()),
            given(indicator.weight.as_deref()),
        ]));
        above = (first, second);
    }
    out
}
