//! What a column is by what stands below its head, where the head's words mean different things in different provinces.
//!
//! Owns these cases: 指标性质 that holds 正向 and 反向 while the signs stand under another head, 指标 that holds level 1, level 2 under a
//! head that was left blank, values that stand beside their sign and unit, or parted by years, quarters, stages or periods, or behind the names, levels below the third,
//! heads of two levels where the second has the names, levels joined to the names, and level 2 under
//! the head of level 1.

use std::collections::BTreeMap;

use super::alias::Field;
use crate::domain::measure::{Sign, decimal, says_nothing};
use crate::exchange::sheet::Sheet;
use crate::exchange::words::Words;
use crate::exchange::{level, name, value};

/// The most rows that are looked at.
const ENOUGH: usize = 60;

/// Takes the deepest level for the indicators' names where a form has levels below the third (四级指标, 五级指标) and each indicator
/// has a name there.
pub fn settle_deeper(sheet: &Sheet, (first, last): (usize, usize), columns: &mut BTreeMap<Field, usize>) {
    let (Some(&named), Some(&value)) = (columns.get(&Field::Level3), columns.get(&Field::Value)) else { return };
    let deeper = |col: &usize| {
        let head = super::bare(sheet.in_column(last, *col));
        let head = if head.is_empty() { super::bare(sheet.in_column(first, *col)) } else { head };
        matches!(head.as_str(), "四级指标" | "五级指标" | "四级" | "五级")
    };
    let named_throughout = |col: &usize| {
        let rows = (last + 1..sheet.height()).take(ENOUGH);
        let mut valued = rows.filter(|&row| !says_nothing(sheet.in_column(row, value)));
        valued.all(|row| !sheet.in_column(row, *col).is_empty())
    };
    let found = (named + 1..sheet.width()).filter(deeper).rfind(named_throughout);
    if let Some(col) = found {
        columns.insert(Field::Level3, col);
    }
}

/// Takes the column that holds signs for that of signs, when the one that is headed so holds none but 定性.
pub fn settle_signs(sheet: &Sheet, last: usize, columns: &mut BTreeMap<Field, usize>) {
    let Some(&headed) = columns.get(&Field::Sign) else { return };
    if signs(sheet, last, headed).any(|sign| sign.is_some_and(compares)) {
        return;
    }
    let free = |col: &usize| !columns.values().any(|known| known == col);
    let holds_signs = |col: &usize| {
        let mut any = false;
        signs(sheet, last, *col).all(|sign| {
            any |= sign.is_some_and(compares);
            sign.is_some()
        }) && any
    };
    if let Some(column) = (0..sheet.width()).filter(free).find(holds_signs) {
        columns.insert(Field::Sign, column);
        columns.entry(Field::Nature).or_insert(headed);
    }
}

/// Where one head of values stands above earlier years, signs or units of measure and one more column, that one holds the value, whatever it is
/// called: 上一年 | 预计当年实现, 运算符号 | 内容 | 度量单位.
pub fn settle_past(known: &Words<'_>, (first, last): (usize, usize), columns: &mut BTreeMap<Field, usize>) {
    let sheet = known.sheet;
    if last == first || columns.contains_key(&Field::Value) {
        return;
    }
    let starts = |col: &usize| sheet.origin(first, *col) == (first, *col) && parts_values(known, first, *col);
    let Some(start) = (0..sheet.width()).find(starts) else { return };
    let below = |col: usize| sheet.in_column(last, col);
    let known_else = |col: usize| {
        let field = known.field(sheet.in_column_id(last, col)).map(|(field, _)| field);
        matches!(field, Some(Field::Sign | Field::Measure | Field::LooseUnit | Field::Nature))
    };
    let (past, other): (Vec<usize>, Vec<usize>) =
        (start..=sheet.end(first, start).1).partition(|&col| super::is_earlier(below(col)) || known_else(col));
    if let ([_, ..], [one]) = (past.as_slice(), other.as_slice()) {
        columns.insert(Field::Value, *one);
    }
}

/// Whether a head of values on a row reaches over several columns, a column among them, and over no further row.
pub fn parts_values(known: &Words<'_>, row: usize, col: usize) -> bool {
    let sheet = known.sheet;
    let (top, left) = sheet.origin(row, col);
    let head = known.field(sheet.own_id(top, left)).is_some_and(|(field, _)| field == Field::Value);
    head && top == row && sheet.end(row, col).0 == row && sheet.end(row, col).1 > left
}

/// The first and the last column below one head of values, where a second row of heads parts it into several.
fn parts_of_value(
    sheet: &Sheet,
    (first, last): (usize, usize),
    columns: &BTreeMap<Field, usize>,
) -> Option<(usize, usize)> {
    let value = *columns.get(&Field::Value)?;
    let (start, (bottom, end)) = (sheet.origin(first, value).1, sheet.end(first, value));
    (last != first && end != start && bottom <= first).then_some((start, end))
}

/// Where one head of values stands above several columns and one of them is headed as the value itself (指标值, 数值), that one holds it,
/// not the first.
pub fn settle_parts(
    sheet: &Sheet,
    (first, last): (usize, usize),
    lower: impl Fn(usize) -> Option<Field>,
    columns: &mut BTreeMap<Field, usize>,
) {
    let Some((start, end)) = parts_of_value(sheet, (first, last), columns) else { return };
    if columns.get(&Field::Value).is_some_and(|&value| lower(value) == Some(Field::Value)) {
        return;
    }
    if let Some(col) = (start..=end).find(|&col| lower(col) == Some(Field::Value)) {
        columns.insert(Field::Value, col);
    }
}

/// Words of stages of a year, and of the year as a whole.
const STAGES: [&str; 6] = ["季度", "月", "半年", "阶段", "一期", "二期"];
const WHOLE: [&str; 7] = ["全年", "年度", "全年合计", "合计", "总计", "年末", "全年目标"];

/// Where one head of values stands above several stages, the whole year's column holds the value; without one there is none, and no
/// stage is taken for the year.
pub fn settle_stages(sheet: &Sheet, (first, last): (usize, usize), columns: &mut BTreeMap<Field, usize>) {
    let Some((start, end)) = parts_of_value(sheet, (first, last), columns) else { return };
    let below = |col: usize| super::bare(sheet.in_column(last, col));
    if !(start..=end).any(|col| STAGES.iter().any(|word| below(col).contains(word))) {
        return;
    }
    match (start..=end).find(|&col| WHOLE.contains(&below(col).as_str())) {
        Some(whole) => columns.insert(Field::Value, whole),
        None => columns.remove(&Field::Value),
    };
}

/// Words of a project's whole period, or of a part of it that is no year.
const PERIODS: [&str; 5] = ["长期", "中期", "实施期", "周期", "总目标"];

/// Where one head of values stands above those of the whole period and of the year (长期 | 中期 | 年度), the year's column holds the value.
pub fn settle_periods(sheet: &Sheet, (first, last): (usize, usize), columns: &mut BTreeMap<Field, usize>) {
    let Some((start, end)) = parts_of_value(sheet, (first, last), columns) else { return };
    let below = |col: usize| super::bare(sheet.in_column(last, col));
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    if !(start..=end).any(|col| has(&below(col), &PERIODS)) {
        return;
    }
    let of_year = |col: &usize| has(&below(*col), &["年度", "本年", "当年", "今年"]) && !has(&below(*col), &PERIODS);
    if let Some(year) = (start..=end).find(of_year) {
        columns.insert(Field::Value, year);
    }
}

/// Where one head of values stands above two or three columns without heads of their own, the first holds signs, the next the values, and a
/// third the units of measure.
pub fn settle_spread(sheet: &Sheet, last: usize, columns: &mut BTreeMap<Field, usize>) {
    let Some(&value) = columns.get(&Field::Value).filter(|_| !columns.contains_key(&Field::Sign)) else { return };
    let end = sheet.end(last, value).1.min(value + 2);
    let rows: Vec<usize> = (last + 1..sheet.height()).take(ENOUGH).collect();
    let apart = |row: &usize| sheet.origin(*row, value).1 == value && sheet.end(*row, value).1 == value;
    let filled = |row: &usize| apart(row) && !says_nothing(sheet.own(*row, value + 1));
    let signed = signs(sheet, last, value).next().is_some() && signs(sheet, last, value).all(|sign| sign.is_some());
    if end == value || !signed || !rows.iter().any(filled) {
        return;
    }
    columns.insert(Field::Sign, value);
    columns.insert(Field::Value, value + 1);
    let measured = |row: &usize| !says_nothing(sheet.own(*row, end)) && !columns.contains_key(&Field::Measure);
    if end == value + 2 && rows.iter().any(measured) {
        columns.insert(Field::Measure, end);
    }
}

/// Takes a column headed 绩效目标内容 or the like between level 2 and the values for the names', where no other names them.
pub fn settle_content(headed: impl Fn(usize) -> Option<Field>, columns: &mut BTreeMap<Field, usize>) {
    let column = |field: Field| columns.get(&field).copied();
    let (Some(level), Some(value)) = (column(Field::Level2), column(Field::Value)) else { return };
    if column(Field::Level3).is_none()
        && let Some(col) = (level + 1..value).find(|col| headed(*col) == Some(Field::Objective))
    {
        columns.retain(|_, other| *other != col);
        columns.insert(Field::Level3, col);
    }
}

/// Takes the names' column for that of the values too, where nothing is headed as a value and the names have theirs behind them: 新建水窖≥50口.
pub fn settle_valued(sheet: &Sheet, last: usize, columns: &mut BTreeMap<Field, usize>) {
    let Some(&named) = columns.get(&Field::Level3) else { return };
    if [Field::Value, Field::Actual, Field::Score].iter().any(|field| columns.contains_key(field)) {
        return;
    }
    let rows = (last + 1..sheet.height()).take(ENOUGH);
    let texts: Vec<&str> = rows.map(|row| sheet.own(row, named)).filter(|text| !says_nothing(text)).collect();
    let valued = texts.iter().filter(|text| value::parted(text).is_some_and(|(_, value)| value::is_signed(value)));
    if valued.count() * 2 > texts.len() {
        columns.insert(Field::Value, named);
    }
}

/// Where the head of the names stands above two columns and level 2 in the first of them, the names stand in the second.
pub fn settle_wide(sheet: &Sheet, last: usize, columns: &mut BTreeMap<Field, usize>) {
    let Some(&named) = columns.get(&Field::Level3).filter(|_| !columns.contains_key(&Field::Level2)) else { return };
    if sheet.end(last, named).1 <= named {
        return;
    }
    let rows = (last + 1..sheet.height()).take(ENOUGH).filter(|row| sheet.end(*row, named).1 == named);
    let texts: Vec<&str> = rows.map(|row| sheet.own(row, named)).filter(|text| !says_nothing(text)).collect();
    let second = texts.iter().filter(|text| level::is_second(text)).count();
    if second > 1 && (texts.len() - second) * 4 <= second {
        columns.insert(Field::Level2, named);
        columns.insert(Field::Level3, named + 1);
    }
}

/// Takes 绩效标准 for the value where nothing else is headed as one; beside a value it only explains it.
pub fn settle_standards(sheet: &Sheet, last: usize, columns: &mut BTreeMap<Field, usize>) {
    let Some(&named) = columns.get(&Field::Level3) else { return };
    if [Field::Value, Field::Actual, Field::Score].iter().any(|field| columns.contains_key(field)) {
        return;
    }
    let standard = |col: &usize| super::bare(sheet.in_column(last, *col)) == "绩效标准";
    if let Some(col) = (named + 1..sheet.width()).find(standard) {
        columns.insert(Field::Value, col);
    }
}

/// The column of values that were adjusted during the year, beside one of those of its beginning: 年初指标值 | 调整后指标值.
pub fn adjusted(sheet: &Sheet, last: usize, columns: &BTreeMap<Field, usize>) -> Option<usize> {
    let value = *columns.get(&Field::Value)?;
    let head = |col: usize| super::bare(sheet.in_column(last, col));
    let is_adjusted = |col: &usize| {
        let words = head(*col);
        words.contains("调整") && ["指标值", "目标值"].iter().any(|end| words.ends_with(end))
    };
    head(value).starts_with("年初").then(|| (value + 1..sheet.width()).find(is_adjusted)).flatten()
}

/// Takes a column between level 1 and the names for level 2 when no head says so and nothing but names of that level stands in it.
pub fn settle_levels(sheet: &Sheet, last: usize, columns: &mut BTreeMap<Field, usize>) {
    let (Some(&first), Some(&named)) = (columns.get(&Field::Level1), columns.get(&Field::Level3)) else { return };
    if columns.contains_key(&Field::Level2) {
        return;
    }
    let free = |col: &usize| !columns.values().any(|known| known == col);
    let holds_levels = |col: &usize| {
        let rows = (last + 1..sheet.height()).take(ENOUGH);
        let texts = rows.map(|row| sheet.own(row, *col)).filter(|text| !says_nothing(text));
        texts.clone().next().is_some_and(level::is_second) && texts.filter(|text| !level::is_second(text)).count() < 2
    };
    if let Some(column) = (first + 1..named).filter(free).find(holds_levels) {
        columns.insert(Field::Level2, column);
    }
}

/// Where heads of two levels stand above three things less one: level 2 under 一级指标 and the names under 二级指标, or level 1 and the names.
/// What stands below them tells which.
pub fn settle_shifted(sheet: &Sheet, last: usize, columns: &mut BTreeMap<Field, usize>) {
    let (Some(&first), Some(&second)) = (columns.get(&Field::Level1), columns.get(&Field::Level2)) else { return };
    if columns.contains_key(&Field::Level3) || second < first || !columns.contains_key(&Field::Value) {
        return;
    }
    let texts = |col: usize| {
        let rows = (last + 1..sheet.height()).take(ENOUGH);
        rows.map(move |row| sheet.own(row, col)).filter(|text| !says_nothing(text))
    };
    let names = texts(second).next().is_some() && !texts(second).take(3).any(level::is_second);
    if !names {
        return;
    }
    columns.insert(Field::Level3, second);
    columns.remove(&Field::Level2);
    if texts(first).any(|text| level::is_second(text) && !level::is_first(text)) {
        columns.remove(&Field::Level1);
        columns.insert(Field::Level2, first);
    }
}

/// Takes the column of level 1 for that of level 2 where nothing but names of level 2 stand in it and no column is headed so: 产出数量指标.
pub fn settle_kinds(sheet: &Sheet, last: usize, columns: &mut BTreeMap<Field, usize>) {
    let Some(&first) = columns.get(&Field::Level1).filter(|_| !columns.contains_key(&Field::Level2)) else { return };
    let rows = (last + 1..sheet.height()).take(ENOUGH);
    // Level 1 may stand across the columns on a row of its own.
    let across = |row: usize, text: &str| level::is_first(text) && sheet.end(row, first).1 > first;
    let stated = |row: usize, text: &str| !says_nothing(text) && !name::is_total(text) && !across(row, text);
    let texts: Vec<&str> = rows
        .map(|row| (row, sheet.own(row, first)))
        .filter(|(row, text)| stated(*row, text))
        .map(|(_, text)| text)
        .collect();
    let second = texts.iter().filter(|text| level::is_second(text)).count();
    // Notes and sums below the table stand in its first column.
    if second > 1 && (texts.len() - second) * 4 <= second && texts.iter().any(|text| !level::is_first(text)) {
        columns.remove(&Field::Level1);
        columns.insert(Field::Level2, first);
    }
}

/// Whether the names of indicators have their levels joined to them, where no column has levels.
pub fn holds_joined(sheet: &Sheet, last: usize, columns: &BTreeMap<Field, usize>) -> bool {
    let Some(&named) = columns.get(&Field::Level3) else { return false };
    if columns.contains_key(&Field::Level1) || columns.contains_key(&Field::Level2) {
        return false;
    }
    let rows = (last + 1..sheet.height()).take(ENOUGH);
    let mut texts = rows.map(|row| sheet.own(row, named)).filter(|text| !says_nothing(text));
    texts.next().is_some_and(|text| level::joined(text).is_some())
}

/// Whether levels stand on rows of their own among the names, where no column has levels.
pub fn holds_outline(sheet: &Sheet, last: usize, columns: &BTreeMap<Field, usize>) -> bool {
    let (Some(&named), Some(&value)) = (columns.get(&Field::Level3), columns.get(&Field::Value)) else { return false };
    if named == value || columns.contains_key(&Field::Level1) || columns.contains_key(&Field::Level2) {
        return false;
    }
    let mut rows = (last + 1..sheet.height()).take(ENOUGH).filter(|row| !says_nothing(sheet.own(*row, named)));
    rows.next().is_some_and(|row| level::is_first(sheet.own(row, named)) && says_nothing(sheet.own(row, value)))
}

/// Whether both levels stand in each cell of a column and nothing else does: 产出指标—数量指标.
pub fn holds_pairs(sheet: &Sheet, last: usize, column: usize) -> bool {
    let rows = (last + 1..sheet.height()).take(ENOUGH);
    let mut texts = rows.map(|row| sheet.own(row, column)).filter(|text| !says_nothing(text));
    texts.next().is_some_and(|text| level::pair(text).is_some())
}

/// Whether a column headed 指标 or the like holds level 1: beside what else stands on its row. Alone it stands above names.
pub fn holds_levels(sheet: &Sheet, last: usize, column: usize, headed: Field) -> bool {
    let first = last + 1;
    let beside = |col: usize| col != column && !says_nothing(sheet.text(first, col));
    headed == Field::LooseName
        && level::is_first(sheet.in_column(first, column))
        && (0..sheet.width()).any(|col| beside(col) && decimal(sheet.text(first, col)).is_none())
}

fn compares(sign: Sign) -> bool {
    sign != Sign::Qualitative
}

/// What the cells below a head are as signs; blank ones left out.
fn signs(sheet: &Sheet, last: usize, col: usize) -> impl Iterator<Item = Option<Sign>> {
    let rows = (last + 1..sheet.height()).take(ENOUGH);
    let texts = rows.map(move |row| sheet.own(row, col)).filter(|text| !says_nothing(text));
    texts.map(Sign::of_cell)
}
