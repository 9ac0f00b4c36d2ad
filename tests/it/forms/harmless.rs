//! Changes that units make to a form without changing what it says: more title rows, blank rows and columns, columns in another order,
//! other words in the header, merged cells split, full-width digits and signs, numbers as texts, percent formats, notes below the
//! table, a cover before it. Whatever they do, the reading stays the same.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use huishen::domain::measure::fold;
use huishen::exchange::schema::HandInJson;
use huishen::exchange::{self, Kind};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use serde_json::Value;

/// Tables of several projects, whose columns may change places.
const TABLES: [&str; 5] = [
    "sichuan-mata.xlsx",
    "sichuan-zhongjiang.xlsx",
    "sichuan-county-faults.xlsx",
    "yunnan-05-2-county.xlsx",
    "yunnan-05-2-yongde.xlsx",
];
/// Forms of one project or evaluation.
const FORMS: [&str; 8] = [
    "annex1-putuo-demolition.xlsx",
    "annex1-xiangtan-fogcannon.xlsx",
    "annex1-nanyue-poverty.xlsx",
    "annex2-yueyanglou.xlsx",
    "selfeval-zhongjiang.xlsx",
    "selfeval-yunnan14-yongde.xlsx",
    "selfeval-county-fire.xlsx",
    "selfeval-daying-two-sheets.xlsx",
];

/// Words of headers and labels, and what others write for them.
const WORDS: [(&str, &[&str]); 15] = [
    ("一级指标", &["一级绩效指标", "一级\n指标", "*一级指标"]),
    ("二级指标", &["二级绩效指标", "二级 指标"]),
    ("三级指标", &["三级绩效指标", "三级指标名称", "三级指标(内容)"]),
    ("指标值", &["绩效指标值", "目标值", "指标值\n(年度)"]),
    ("年度指标值", &["年度目标值", "年 度\n指标值"]),
    ("度量单位", &["计量单位", "指标单位"]),
    ("指标性质", &["计算符号", "运算符号"]),
    ("年度目标", &["年度绩效目标", "年度目标:"]),
    ("实际完成值", &["全年实际完成值", "完成值"]),
    ("得分", &["自评得分", "得 分"]),
    ("偏差原因分析及改进措施", &["未完成原因及改进措施", "偏差原因"]),
    ("项目名称", &["预算项目名称", "项目名称(全称)", "项 目 名 称"]),
    ("实施单位", &["项目实施单位", "实施单位(盖章)"]),
    ("单位名称", &["预算单位名称", "单位名称(全称)"]),
    ("年度总体目标", &["年度\n总体\n目标"]),
];

type Area = ((usize, usize), (usize, usize));

/// A sheet as a person lays it out.
#[derive(Debug, Clone, Default)]
struct Grid {
    name: String,
    cells: BTreeMap<(usize, usize), String>,
    areas: Vec<Area>,
    /// Percentages as numbers with a format, other numbers as numbers.
    numbers: bool,
}

impl Grid {
    fn read(file: &str) -> Vec<Self> {
        let bytes = std::fs::read(super::folder().join(file)).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let names = book.sheet_names();
        names.into_iter().map(|name| Self::sheet(&mut book, name)).collect()
    }

    fn sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, name: String) -> Self {
        let range = book.worksheet_range(&name).unwrap();
        let (top, left) = range.start().unwrap_or_default();
        let show = |value: &Data| match value {
            Data::Float(number) => number.to_string(),
            other => other.to_string(),
        };
        let cells =
            range.used_cells().map(|(row, col, value)| ((row + top as usize, col + left as usize), show(value)));
        let place = |(row, col): (u32, u32)| (row as usize, col as usize);
        let areas = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let areas = areas.iter().map(|area| (place(area.start), place(area.end))).collect();
        Self { cells: cells.collect(), areas, name, numbers: false }
    }

    fn height(&self) -> usize {
        self.cells.keys().map(|(row, _)| row + 1).max().unwrap_or(0)
    }

    fn width(&self) -> usize {
        self.cells.keys().map(|(_, col)| col + 1).max().unwrap_or(0)
    }

    /// The row of the indicator table's header.
    fn header(&self) -> usize {
        let level = self.cells.iter().find(|(_, text)| text.contains("一级") && text.contains("指标"));
        level.map_or(0, |((row, _), _)| *row)
    }

    /// Moves all that lies at or behind a row or column; areas over it grow, as in a spreadsheet program.
    fn insert(&mut self, at: usize, by_row: bool) {
        let shift = |(row, col): (usize, usize), end: bool| {
            let moved = |place: usize| if place > at || (place == at && !end) { place + 1 } else { place };
            let end_moved = |place: usize| if place >= at { place + 1 } else { place };
            let change = |place: usize| if end { end_moved(place) } else { moved(place) };
            if by_row { (change(row), col) } else { (row, change(col)) }
        };
        self.cells =
            std::mem::take(&mut self.cells).into_iter().map(|(place, text)| (shift(place, false), text)).collect();
        for (first, last) in &mut self.areas {
            (*first, *last) = (shift(*first, false), shift(*last, true));
        }
    }

    fn write(&self, sheet: &mut Worksheet) {
        sheet.set_name(&self.name).unwrap();
        for &((top, left), (below, right)) in &self.areas {
            let (rows, columns) =
                ((u32::try_from(top).unwrap(), u32::try_from(below).unwrap()), (narrow(left), narrow(right)));
            sheet.merge_range(rows.0, columns.0, rows.1, columns.1, "", &Format::new()).unwrap();
        }
        for (&(row, col), text) in &self.cells {
            let (row, col) = (u32::try_from(row).unwrap(), narrow(col));
            let percent = text.strip_suffix('%').and_then(|number| number.parse::<f64>().ok()).filter(|_| self.numbers);
            let number = text.parse::<f64>().ok().filter(|_| self.numbers && !text.starts_with('0') && text.len() < 12);
            match (percent, number) {
                (Some(percent), _) => {
                    let format = Format::new().set_num_format("0.##%");
                    sheet.write_number_with_format(row, col, percent / 100.0, &format).unwrap();
                }
                (None, Some(number)) => {
                    sheet.write_number(row, col, number).unwrap();
                }
                _ => {
                    sheet.write_string(row, col, text).unwrap();
                }
            }
        }
    }
}

fn narrow(col: usize) -> u16 {
    u16::try_from(col).unwrap()
}

/// A harmless change.
#[derive(Debug, Clone)]
enum Change {
    Titles(u8),
    BlankRow(prop::sample::Index),
    BlankColumn(prop::sample::Index),
    Remarks,
    Numbering,
    Shuffle(u64),
    Words(u64),
    Split,
    Repeat,
    Wide,
    Numbers,
    Footer,
    Cover,
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let one = prop_oneof![
        (1_u8..5).prop_map(Change::Titles),
        any::<prop::sample::Index>().prop_map(Change::BlankRow),
        any::<prop::sample::Index>().prop_map(Change::BlankColumn),
        Just(Change::Remarks),
        Just(Change::Numbering),
        any::<u64>().prop_map(Change::Shuffle),
        any::<u64>().prop_map(Change::Words),
        Just(Change::Split),
        Just(Change::Repeat),
        Just(Change::Wide),
        Just(Change::Numbers),
        Just(Change::Footer),
        Just(Change::Cover),
    ];
    proptest::collection::vec(one, 0..6)
}

/// Numbers that look random and are always the same.
fn next(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*seed >> 40).unwrap()
}

impl Change {
    fn apply(&self, grid: &mut Grid, table: bool) {
        match self {
            Self::Titles(count) => {
                for text in ["附件2", "(此表由主管部门汇总)", "填报日期:2019年1月10日", "内部资料"]
                    .iter()
                    .take(usize::from(*count))
                {
                    grid.insert(0, true);
                    grid.cells.insert((0, 0), (*text).to_owned());
                }
            }
            Self::BlankRow(at) => grid.insert(at.index(grid.height() + 1), true),
            Self::BlankColumn(at) => grid.insert(at.index(grid.width() + 1), false),
            Self::Remarks if table => column(grid, grid.width(), "备注", "见附件"),
            Self::Numbering if table => {
                grid.insert(0, false);
                column(grid, 0, "序号", "1");
            }
            Self::Shuffle(seed) if table => shuffle(grid, *seed),
            Self::Words(seed) => words(grid, *seed),
            Self::Split => grid.areas.clear(),
            Self::Repeat if table => repeat(grid),
            Self::Wide => wide(grid),
            Self::Numbers => grid.numbers = true,
            Self::Footer => {
                let row = grid.height();
                grid.cells.insert((row, 0), "填表人:张某          联系电话:0874-0000000".to_owned());
            }
            Self::Remarks | Self::Numbering | Self::Shuffle(_) | Self::Repeat | Self::Cover => {}
        }
    }
}

/// Adds a column that says nothing of the projects.
fn column(grid: &mut Grid, col: usize, head: &str, text: &str) {
    let (header, height) = (grid.header(), grid.height());
    grid.cells.insert((header, col), head.to_owned());
    let rows: Vec<usize> = (header + 1..height).filter(|row| grid.cells.keys().any(|(one, _)| one == row)).collect();
    for row in rows.into_iter().filter(|row| row % 3 == 0) {
        grid.cells.insert((row, col), text.to_owned());
    }
}

/// Columns in another order; the titles above the header stay.
fn shuffle(grid: &mut Grid, mut seed: u64) {
    let (header, width) = (grid.header(), grid.width());
    let mut order: Vec<usize> = (0..width).collect();
    for at in (1..width).rev() {
        order.swap(at, next(&mut seed) % (at + 1));
    }
    let place = |(row, col): (usize, usize)| if row < header { (row, col) } else { (row, order[col]) };
    grid.cells = std::mem::take(&mut grid.cells).into_iter().map(|(at, text)| (place(at), text)).collect();
    grid.areas.retain(|(first, last)| last.0 < header || first.1 == last.1);
    for (first, last) in &mut grid.areas {
        (*first, *last) = (place(*first), place(*last));
    }
}

fn words(grid: &mut Grid, mut seed: u64) {
    for text in grid.cells.values_mut() {
        if let Some((_, others)) = WORDS.iter().find(|(word, _)| word == text)
            && let Some(other) = others.get(next(&mut seed) % (others.len() + 1))
        {
            (*other).clone_into(text);
        }
    }
}

/// Areas merged downwards below the header become cells with the same text.
fn repeat(grid: &mut Grid) {
    let header = grid.header();
    let areas = std::mem::take(&mut grid.areas);
    let (down, rest): (Vec<Area>, Vec<Area>) =
        areas.into_iter().partition(|(first, last)| first.0 > header && first.1 == last.1);
    grid.areas = rest;
    for (first, last) in down {
        let Some(text) = grid.cells.get(&first).cloned() else { continue };
        for row in first.0..=last.0 {
            grid.cells.insert((row, first.1), text.clone());
        }
    }
}

/// Full-width digits and signs in short texts.
fn wide(grid: &mut Grid) {
    for text in grid.cells.values_mut().filter(|text| text.chars().count() < 12) {
        let widen = |c: char| match c {
            '0'..='9' | '%' | '(' | ')' | ':' | '=' | '<' | '>' => char::from_u32(u32::from(c) + 0xfee0).unwrap(),
            '≥' => '≧',
            '≤' => '≦',
            other => other,
        };
        *text = text.chars().map(widen).collect();
    }
}

fn book(grids: &[Grid], cover: bool) -> Vec<u8> {
    let mut book = Workbook::new();
    if cover {
        let sheet = book.add_worksheet();
        sheet.set_name("封面").unwrap();
        sheet.write_string(4, 2, "2019年度部门预算绩效目标汇编").unwrap();
        sheet.write_string(8, 2, "某某县财政局").unwrap();
    }
    for grid in grids {
        grid.write(book.add_worksheet());
    }
    book.save_to_buffer().unwrap()
}

/// What a file says, with widths and line breaks folded.
fn reading(file: &str, bytes: &[u8]) -> Value {
    let handin = [exchange::read(file, bytes, Kind::Auto).unwrap()];
    let mut value = serde_json::to_value(HandInJson::new(&handin, &[])).unwrap();
    plain(&mut value);
    value
}

fn plain(value: &mut Value) {
    match value {
        Value::String(text) => *text = fold(text).split_whitespace().collect(),
        Value::Array(all) => all.iter_mut().for_each(plain),
        Value::Object(all) => all.values_mut().for_each(plain),
        _ => {}
    }
}

proptest! {
    // More by PROPTEST_CASES.
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64), ..ProptestConfig::default() })]

    #[test]
    fn harmless_changes_leave_the_reading_as_it_is(which in 0..TABLES.len() + FORMS.len(), changes in changes()) {
        let file = TABLES.iter().chain(&FORMS).nth(which).unwrap();
        let grids = Grid::read(file);
        let mut changed = grids.clone();
        for change in &changes {
            for grid in &mut changed {
                change.apply(grid, which < TABLES.len());
            }
        }
        let cover = changes.iter().any(|change| matches!(change, Change::Cover));
        let (before, after) = (reading(file, &book(&grids, false)), reading(file, &book(&changed, cover)));
        let mut wrong = Vec::new();
        super::differences("", &before, &after, &mut wrong);
        super::differences("back", &after, &before, &mut wrong);
        prop_assert!(wrong.is_empty(), "{}: {:?}: {}", file, changes, wrong.join("; "));
    }
}

#[test]
fn a_footer_below_any_column_is_no_part_of_the_table() {
    for file in TABLES {
        let grids = Grid::read(file);
        let before = reading(file, &book(&grids, false));
        for column in 0..grids[0].width() {
            let mut changed = grids.clone();
            for grid in &mut changed {
                let row = grid.height();
                grid.cells.insert((row, column), "填表人:张某          联系电话:0874-0000000".to_owned());
            }
            let after = reading(file, &book(&changed, false));
            let mut wrong = Vec::new();
            super::differences("", &before, &after, &mut wrong);
            super::differences("back", &after, &before, &mut wrong);
            assert!(wrong.is_empty(), "{file}, column {column}: {}", wrong.join("; "));
        }
    }
}
