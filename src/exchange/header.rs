//! Headers of indicator tables → fields. A header is known by its words in whatever order they stand, in one row or two.
//!
//! Owns the search; the words are in [`alias`], and what only the contents below can tell in [`contents`]. Positions are never
//! assumed, unknown columns are left alone.

mod alias;
pub mod areas;
mod bare;
mod contents;

use std::collections::BTreeMap;

use super::name;
use super::sheet::{Sheet, TextId};
use super::words::Words;
use crate::domain::measure::says_nothing;
pub use alias::{Field, field_of};
use bare::is_earlier;
pub use bare::{bare, is_past, names_indicators};

/// A header found on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Its first row.
    pub first: usize,
    /// Its last row; data begin below.
    pub last: usize,
    columns: BTreeMap<Field, usize>,
    /// The last columns of fields that stand in the header twice.
    later: BTreeMap<Field, usize>,
    texts: BTreeMap<usize, String>,
    /// Whether the names below have their levels joined to them: 产出指标-数量指标-巡查次数.
    joined: bool,
    /// Whether levels stand on rows of their own among the names below.
    outlined: bool,
    /// The column of values that were adjusted during the year.
    adjusted: Option<usize>,
}

impl Header {
    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.get(&field).copied()
    }

    /// Whether a field has a column.
    pub fn has(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
    }

    /// How many fields are known.
    pub fn count(&self) -> usize {
        self.columns.len()
    }

    /// The words above a column, both rows of a header of two.
    pub fn words(&self, column: usize) -> &str {
        self.texts.get(&column).map_or("", String::as_str)
    }

    /// The words of all known columns, for telling people what was found.
    pub fn known_words(&self) -> Vec<String> {
        self.columns.values().map(|column| self.words(*column).to_owned()).collect()
    }

    /// The same with a column of units where none is headed as such but all texts below one of the others are organisations.
    #[must_use]
    pub fn with_units(mut self, sheet: &Sheet) -> Self {
        if self.has(Field::Unit) || self.has(Field::UnitProject) || !self.has(Field::Project) {
            return self;
        }
        let known: Vec<usize> = self.columns.values().chain(self.later.values()).copied().collect();
        let names_units = |col: &usize| {
            let below = (self.last + 1..sheet.height()).map(|row| sheet.own(row, *col));
            let mut texts = below.filter(|text| !says_nothing(text) && !name::is_total(text) && !name::is_footer(text));
            texts.next().is_some_and(name::is_organisation) && texts.all(name::is_organisation)
        };
        if let Some(col) = (0..sheet.width()).filter(|col| !known.contains(col)).find(names_units) {
            self.columns.insert(Field::Unit, col);
        }
        self
    }

    /// The same with another column of values.
    #[must_use]
    pub fn with_value(&self, column: usize) -> Self {
        let mut header = self.clone();
        header.columns.insert(Field::Value, column);
        header
    }

    /// The right half of a header that stands side by side for the whole period and for the year (附1, 中期 | 年度).
    pub fn right_half(&self) -> Option<Self> {
        let later = |field| self.later.get(&field).copied();
        let (name, value, left) = (later(Field::Level3)?, later(Field::Value)?, self.column(Field::Value)?);
        if left > name || value < name {
            return None;
        }
        let mut half = Self { later: BTreeMap::new(), ..self.clone() };
        half.columns.extend(self.later.iter().filter(|(_, column)| **column > left));
        Some(half)
    }

    /// Whether it has a column of levels that another header has not.
    pub fn has_levels_beside(&self, other: &Self) -> bool {
        [Field::Level1, Field::Level2].into_iter().any(|field| self.column(field) != other.column(field))
    }

    /// Whether it can head an indicator table: a level, the indicator's name, and a value of some kind. Tables without levels
    /// (Chongqing's) say more of the value instead.
    fn is_whole(&self) -> bool {
        let valued = self.has(Field::Value) || self.has(Field::Actual) || self.has(Field::Score);
        let levelled = self.has(Field::Level1) || self.has(Field::Level2) || self.joined || self.outlined;
        self.has(Field::Level3) && valued && (levelled || self.is_flat())
    }

    /// Whether the names below have their levels joined to them.
    pub const fn is_joined(&self) -> bool {
        self.joined
    }

    /// Whether levels stand on rows of their own among the names below: 一、产出指标, (一)数量指标, then the names.
    pub const fn is_outlined(&self) -> bool {
        self.outlined
    }

    /// The column of values that were adjusted during the year, where the values of its beginning have another: a row's own value is the one
    /// of them that it fills in.
    pub const fn adjusted(&self) -> Option<usize> {
        self.adjusted
    }

    /// Whether names and values share one column: 三级指标及指标值.
    pub fn is_valued(&self) -> bool {
        self.has(Field::Value) && self.column(Field::Value) == self.column(Field::Level3)
    }

    /// Whether it heads values without levels: beside the value two of sign, unit of measure, points and what was reached.
    fn is_flat(&self) -> bool {
        let more = [Field::Sign, Field::Measure, Field::Weight, Field::Actual, Field::Score];
        // Beside a column of projects one of them will do.
        let needed = if self.has(Field::Project) { 1 } else { 2 };
        self.has(Field::Value) && more.iter().filter(|field| self.has(**field)).count() >= needed
    }

    /// Whether the row below belongs to the header too: a level's cell reaches into it, or it parts a value by years under blank levels.
    fn is_tall(&self, words: &Words<'_>) -> bool {
        let sheet = words.sheet;
        let levels = [Field::Level1, Field::Level2, Field::Level3].map(|field| self.column(field));
        let below = self.first + 1;
        let reaches = levels.into_iter().flatten().any(|col| sheet.end(self.first, col).0 > self.first);
        let blank = levels.into_iter().flatten().all(|col| sheet.own(below, col).is_empty());
        let parts = || (0..sheet.width()).any(|col| is_past(sheet.own(below, col)) && self.texts.contains_key(&col));
        (reaches && !self.is_filled(words, below)) || (blank && parts())
    }

    /// Whether a row holds contents, though a head may be merged down over it: a level, and a value that is no head.
    fn is_filled(&self, words: &Words<'_>, row: usize) -> bool {
        let states = |field: Field| {
            let text = self.column(field).map_or(TextId::BLANK, |col| words.sheet.own_id(row, col));
            !words.kind(text).nothing && words.field(text).is_none()
        };
        [Field::Level1, Field::Level2, Field::Level3].into_iter().any(states) && states(Field::Value)
    }
}

/// The first header of an indicator table at or below a row. `fields` are the ones that the table may have.
pub fn find(words: &Words<'_>, from: usize, fields: &[Field]) -> Option<Header> {
    let sheet = words.sheet;
    let mut found = (from..sheet.height()).find_map(|row| {
        let lower = lower_half(sheet, row);
        let heads = words.may_head(row) || lower.is_some_and(|lower| words.may_head(lower));
        if !heads {
            return None;
        }
        let single = assemble(words, row, row, fields);
        let pair = lower.and_then(|lower| assemble(words, row, lower, fields));
        match (single, pair) {
            (Some(single), Some(pair)) if single.is_whole() && single.is_tall(words) && pair.is_whole() => Some(pair),
            (Some(single), Some(pair)) if single.is_whole() && pair.count() <= single.count() => Some(single),
            (_, Some(pair)) if pair.is_whole() && contributes(words, row, &pair) => Some(pair),
            (Some(single), _) if single.is_whole() => Some(single),
            _ => None,
        }
    })?;
    found.last += usize::from(numbers_columns(sheet, found.last + 1));
    contents::settle_spread(sheet, found.last, &mut found.columns);
    contents::settle_signs(sheet, found.last, &mut found.columns);
    contents::settle_kinds(sheet, found.last, &mut found.columns);
    contents::settle_levels(sheet, found.last, &mut found.columns);
    contents::settle_deeper(sheet, (found.first, found.last), &mut found.columns);
    Some(found)
}

/// The row that may be the lower half of a header: the next one, or the one behind a single blank row.
fn lower_half(sheet: &Sheet, row: usize) -> Option<usize> {
    let blank = !sheet.is_blank(row) && row + 1 < sheet.height() && sheet.is_blank(row + 1);
    Some(row + 1 + usize::from(blank)).filter(|&lower| lower < sheet.height())
}

/// Whether a row only numbers the columns: 1 2 3 …, as budget tables do below their headers.
fn numbers_columns(sheet: &Sheet, row: usize) -> bool {
    let texts = sheet.places(row).into_iter().map(|col| sheet.text(row, col)).filter(|text| !text.is_empty());
    let numbers: Vec<Option<u32>> = texts.map(|text| text.trim_matches(['(', ')', '（', '）']).parse().ok()).collect();
    numbers.len() > 3
        && numbers.iter().all(Option::is_some)
        && numbers.is_sorted()
        && numbers.windows(2).filter(|pair| pair[0].map(|number| number + 1) == pair[1]).count() + 2 >= numbers.len()
}

/// The header-like row with the most known fields, for telling people what was found instead.
pub fn nearest(words: &Words<'_>, fields: &[Field]) -> Option<Header> {
    let all = (0..words.sheet.height().min(200)).filter_map(|row| assemble(words, row, row, fields));
    all.max_by_key(|header| (header.count(), std::cmp::Reverse(header.first))).filter(|header| header.count() > 1)
}

/// Whether both rows of a header of two hold words of fields; else the upper one is only a title.
fn contributes(words: &Words<'_>, upper: usize, pair: &Header) -> bool {
    let own = |row: usize| {
        pair.columns.iter().any(|(&field, &column)| {
            let named = words.field(words.sheet.in_column_id(row, column)).map(|(named, _)| named);
            let same = named == Some(field) || matches!(named, Some(Field::LooseUnit | Field::LooseName));
            words.sheet.origin(row, column).0 == row && same
        })
    };
    own(upper) && own(pair.last)
}

/// Reads the rows `first` and `last` (one row or two) as a header.
fn assemble(known: &Words<'_>, first: usize, last: usize, fields: &[Field]) -> Option<Header> {
    let sheet = known.sheet;
    let mut best: BTreeMap<Field, (usize, usize)> = BTreeMap::new();
    let (mut texts, mut later) = (BTreeMap::new(), BTreeMap::new());
    let (mut names, mut weights) = (Vec::new(), Vec::new());
    for column in 0..sheet.width() {
        let (upper, lower) = (sheet.in_column_id(first, column), sheet.in_column_id(last, column));
        // Below a head of several values only the year's counts.
        let below = sheet.text_of(lower);
        if lower != upper && (is_past(below) || (is_earlier(below) && contents::parts_values(known, first, column))) {
            continue;
        }
        let Some((field, rank, paired)) = headed(known, (first, last), column) else { continue };
        if paired {
            best.entry(Field::Level2).or_insert((rank, column));
        }
        texts.insert(column, words(sheet.text(first, column), sheet.text_of(lower)));
        // A label of the whole table beside it (绩效指标, merged down) names no column.
        let labels = sheet.end(last, column).0 > last;
        if field == Field::LooseName && !labels {
            // Nor does one that nothing stands below, unless there is no other.
            let bare = usize::from(sheet.in_column(last + 1, column).is_empty());
            names.push((bare, rank, column));
        }
        if field == Field::Weight {
            weights.push(column);
        }
        if best.get(&field).is_none_or(|&(old, _)| rank < old) {
            best.insert(field, (rank, column));
        } else {
            later.insert(field, column);
        }
    }
    let mut columns: BTreeMap<Field, usize> = best.into_iter().map(|(field, (_, column))| (field, column)).collect();
    settle(&mut columns, &names);
    settle_weights(&mut columns, &weights);
    let lower = |col: usize| known.field(sheet.in_column_id(last, col)).map(|(field, _)| field);
    contents::settle_past(known, (first, last), &mut columns);
    contents::settle_parts(sheet, (first, last), lower, &mut columns);
    contents::settle_stages(sheet, (first, last), &mut columns);
    contents::settle_periods(sheet, (first, last), &mut columns);
    contents::settle_content(lower, &mut columns);
    contents::settle_shifted(sheet, last, &mut columns);
    columns.retain(|field, _| fields.contains(field));
    contents::settle_wide(sheet, last, &mut columns);
    contents::settle_standards(sheet, last, &mut columns);
    contents::settle_valued(sheet, last, &mut columns);
    let joined = contents::holds_joined(sheet, last, &columns);
    let outlined = contents::holds_outline(sheet, last, &columns);
    let adjusted = contents::adjusted(sheet, last, &columns);
    (!columns.is_empty()).then_some(Header { first, last, columns, later, texts, joined, outlined, adjusted })
}

/// The field that a column has with its rank, and whether both levels stand in each of its cells.
fn headed(known: &Words<'_>, (first, last): (usize, usize), column: usize) -> Option<(Field, usize, bool)> {
    let sheet = known.sheet;
    let paired = contents::holds_pairs(sheet, last, column);
    let named = known.field(sheet.in_column_id(last, column)).or_else(|| inherited(known, (first, last), column));
    let (field, rank) = named.or_else(|| paired.then_some((Field::Level1, 0)))?;
    let levels = paired || contents::holds_levels(sheet, last, column, field);
    Some((if levels { Field::Level1 } else { field }, rank, paired))
}

/// Where each level has its points, the indicator's stand behind its name.
fn settle_weights(columns: &mut BTreeMap<Field, usize>, weights: &[usize]) {
    let named = columns.get(&Field::Level3).copied();
    if let Some(col) = named.and_then(|named| weights.iter().find(|col| **col > named)) {
        columns.insert(Field::Weight, *col);
    }
}

/// The field that a column has from the head above its own. A head that spans several columns names what the year's amount, the objective or
/// the project is only where nothing else stands below it.
fn inherited(known: &Words<'_>, (first, last): (usize, usize), column: usize) -> Option<(Field, usize)> {
    let sheet = known.sheet;
    let found = known.field(sheet.in_column_id(first, column))?;
    let spans = sheet.origin(first, column).1 != sheet.end(first, column).1;
    let text = [Field::Unit, Field::Project, Field::UnitProject, Field::Objective, Field::Amount].contains(&found.0);
    let parted = last > first && !sheet.own(last, column).is_empty() && sheet.end(first, column).0 < last;
    (!(spans && text && parted)).then_some(found)
}

fn words(upper: &str, lower: &str) -> String {
    if upper == lower || upper.is_empty() { lower.to_owned() } else { format!("{upper}{lower}") }
}

/// Settles the words that mean different things in different places: 单位 behind the indicator is its unit of measure, before it the
/// organisation; 指标名称 and the like (`names`: whether nothing stands below, rank, column) name the indicator only right of the
/// levels, and where there are none, left of the value.
fn settle(columns: &mut BTreeMap<Field, usize>, names: &[(usize, usize, usize)]) {
    columns.remove(&Field::LooseName);
    let level = columns.get(&Field::Level1).or_else(|| columns.get(&Field::Level2)).copied();
    let value = columns.get(&Field::Value).copied();
    let names_one = |column: usize| match level {
        Some(level) => column > level,
        None => value.is_some_and(|value| column < value),
    };
    let right = names.iter().filter(|(.., column)| names_one(*column));
    if let Some((.., column)) = right.min() {
        columns.entry(Field::Level3).or_insert(*column);
    }
    if let Some(column) = columns.remove(&Field::LooseUnit) {
        let name = columns.get(&Field::Level3).copied();
        let field = if name.is_some_and(|name| column > name) { Field::Measure } else { Field::Unit };
        columns.entry(field).or_insert(column);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let mut sheet = Sheet::new("S", false);
        for (row, cells) in rows.iter().enumerate() {
            for (col, text) in cells.iter().enumerate() {
                sheet.set(row, col, text);
            }
        }
        sheet
    }

    #[test]
    fn one_row_in_any_order_with_aliases() {
        let sheet = sheet(&[
            &["2024年度绩效目标表"],
            &["序号", "计量单位", "绩效目标值", "计算符号", "指标名称", "二级绩效指标", "一级绩效指标", "项目名称"],
        ]);
        assert!(find(&Words::new(&sheet), 0, Field::ALL).is_none(), "指标名称 left of the levels names no indicator");
        let sheet = self::sheet(&[
            &["2024年度绩效目标表"],
            &["序号", "一级绩效指标", "二级绩效指标", "指标名称", "计算符号", "绩效目标值(年度)", "单位", "备注"],
        ]);
        let header = find(&Words::new(&sheet), 0, Field::ALL).unwrap();
        let columns = [Field::Level1, Field::Level2, Field::Level3, Field::Sign, Field::Value, Field::Measure];
        assert_eq!(columns.map(|field| header.column(field)), [1, 2, 3, 4, 5, 6].map(Some));
        assert_eq!((header.first, header.last), (1, 1));
    }

    #[test]
    fn two_rows_where_one_would_do_for_a_part() {
        let mut sheet = sheet(&[
            &["绩效指标", "", "", "年度指标值", "", "", "实际完成值", "分值"],
            &["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位"],
            &["产出指标", "数量指标", "人数", "≥", "1", "人", "1", "10"],
        ]);
        for area in [((0, 0), (0, 2)), ((0, 3), (0, 5)), ((0, 6), (1, 6)), ((0, 7), (1, 7))] {
            sheet.merge(area.0, area.1);
        }
        let header = find(&Words::new(&sheet), 0, Field::ALL).unwrap();
        assert_eq!((header.first, header.last), (0, 1));
        assert_eq!(header.column(Field::Value), Some(4));
        assert_eq!(header.column(Field::Sign), Some(3));
        assert_eq!(header.column(Field::Actual), Some(6));
        assert_eq!(header.words(4), "年度指标值指标值");
    }

    #[test]
    fn a_blank_row_between_the_two_rows_of_a_header() {
        let sheet = sheet(&[
            &["绩效指标", "", "", "年度指标值", "", "", "实际完成值", "分值"],
            &[],
            &["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位"],
            &["产出指标", "数量指标", "人数", "≥", "1", "人", "1", "10"],
        ]);
        let header = find(&Words::new(&sheet), 0, Field::ALL).unwrap();
        assert_eq!((header.first, header.last), (0, 2));
        assert_eq!((header.column(Field::Value), header.column(Field::Actual)), (Some(4), Some(6)));
    }

    #[test]
    fn a_head_merged_over_the_first_row_of_contents_takes_none_of_them_for_heads() {
        let mut sheet = sheet(&[
            &["项目名称", "一级指标", "二级指标", "三级指标", "指标值", "度量单位"],
            &["修路", "产出指标", "数量指标", "", "5", "公里"],
            &["", "", "质量指标", "合格率", "100", "%"],
        ]);
        sheet.merge((0, 3), (1, 3));
        let header = find(&Words::new(&sheet), 0, Field::ALL).unwrap();
        assert_eq!((header.first, header.last), (0, 0));
        let mut own = self::sheet(&[
            &["项目名称", "一级指标", "二级指标", "三级指标", "指标值", "度量单位"],
            &["修路", "履职效能", "重点工作", "", "5", "公里"],
        ]);
        own.merge((0, 3), (1, 3));
        assert_eq!(find(&Words::new(&own), 0, Field::ALL).unwrap().last, 0, "levels of a form's own");
    }

    #[test]
    fn what_an_earlier_year_reached_is_neither_the_value_nor_what_was_reached() {
        let mut sheet = sheet(&[
            &["一级指标", "二级指标", "三级指标", "指标值", "", "依据"],
            &["", "", "", "2021年实际实现值", "预期2022年实现值"],
            &["产出指标", "数量指标", "人次", "", "280人次"],
        ]);
        for area in [((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (1, 2)), ((0, 3), (0, 4)), ((0, 5), (1, 5))] {
            sheet.merge(area.0, area.1);
        }
        let header = find(&Words::new(&sheet), 0, Field::ALL).unwrap();
        assert_eq!((header.last, header.column(Field::Value), header.column(Field::Actual)), (1, Some(4), None));
    }

    #[test]
    fn a_value_whatever_it_is_called_between_its_sign_and_its_unit() {
        let mut sheet = sheet(&[
            &["一级指标", "二级指标", "三级指标", "目标值"],
            &["", "", "", "运算符号", "内容", "度量单位"],
            &["产出指标", "数量指标", "人次", "≥", "280", "人次"],
        ]);
        for area in [((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (1, 2)), ((0, 3), (0, 5))] {
            sheet.merge(area.0, area.1);
        }
        let header = find(&Words::new(&sheet), 0, Field::ALL).unwrap();
        assert_eq!([Field::Sign, Field::Value, Field::Measure].map(|field| header.column(field)), [3, 4, 5].map(Some));
    }

    #[test]
    fn no_header() {
        assert!(find(&Words::new(&sheet(&[&["单位名称", "金额"], &["甲", "1"]])), 0, Field::ALL).is_none());
        assert_eq!(nearest(&Words::new(&sheet(&[&["单位名称", "预算数"]])), Field::ALL).unwrap().count(), 2);
    }
}
