//! Heads of tables that set one column of values beside the other: a column for each village, town, county or unit.
//!
//! Owns what such a column's head can be. What stands for a time (quarters, years) is no such column.

use super::{Field, Header, assemble, bare, is_past};
use crate::exchange::name;
use crate::exchange::sheet::Sheet;
use crate::exchange::words::Words;

/// A header with a column of values for each area.
#[derive(Debug, Clone)]
pub struct Areas {
    /// The header; its column of values is none of its own.
    pub header: Header,
    /// Column and name of each area.
    pub columns: Vec<(usize, String)>,
}

/// How the names of places end.
const PLACES: [&str; 24] = [
    "省",
    "市",
    "县",
    "区",
    "旗",
    "盟",
    "州",
    "镇",
    "乡",
    "村",
    "街道",
    "街道办",
    "街办",
    "办事处",
    "社区",
    "农场",
    "林场",
    "牧场",
    "场",
    "苏木",
    "嘎查",
    "小区",
    "组",
    "片区",
];
/// Heads of columns that explain an indicator.
const EXPLANATIONS: [&str; 10] = ["解释", "说明", "依据", "备注", "描述", "标准", "来源", "内涵", "公式", "类型"];
/// Heads of columns for all areas together.
const TOGETHER: [&str; 8] = ["合计", "小计", "总计", "汇总", "全市", "全县", "全区", "全旗"];
/// Words that make a head one of time.
const TIMES: [&str; 8] = ["季度", "月", "年", "阶段", "期", "上半", "下半", "累计"];

/// The first header that sets areas side by side; `None` where a header with its own column of values comes first.
pub fn find(words: &Words<'_>) -> Option<Areas> {
    let first = (0..words.sheet.height()).find(|&row| words.may_head(row) && names(words, row).is_some())?;
    at(words, first)
}

/// The column of the indicators' names on a row.
fn names(words: &Words<'_>, row: usize) -> Option<usize> {
    let is_name = |col: &usize| {
        let named = words.field(words.sheet.own_id(row, *col)).map(|(field, _)| field);
        matches!(named, Some(Field::Level3))
    };
    (0..words.sheet.width()).find(is_name)
}

fn at(words: &Words<'_>, first: usize) -> Option<Areas> {
    let sheet = words.sheet;
    let name = names(words, first)?;
    let last = sheet.end(first, name).0.min(first + 1);
    let header = assemble(words, first, last, Field::OF_INDICATORS)?;
    if !(header.has(Field::Level1) || header.has(Field::Level2)) {
        return None;
    }
    let mut columns = Vec::new();
    for col in sheet.end(first, name).1 + 1..sheet.width() {
        let head = sheet.in_column(last, col);
        let known = words.field(sheet.in_column_id(last, col)).map(|(field, _)| field);
        match known {
            Some(Field::Value | Field::Actual | Field::Score) => return None,
            Some(_) => {}
            None if head.is_empty() || explains(head) || TOGETHER.contains(&bare(head).as_str()) => {}
            None => columns.push((col, name::one_line(head))),
        }
    }
    let spread = spread(sheet, &header, first, last, &columns);
    let fits = |(_, head): &(usize, String)| is_place(head) || (spread && !is_time(head));
    (columns.len() > 1 && columns.iter().all(fits)).then_some(Areas { header, columns })
}

/// Whether one head of values stands above all the columns: 区域目标值.
fn spread(sheet: &Sheet, header: &Header, first: usize, last: usize, columns: &[(usize, String)]) -> bool {
    let Some(value) = header.column(Field::Value) else { return false };
    last > first && columns.iter().all(|(col, _)| sheet.origin(first, *col) == sheet.origin(first, value))
}

fn explains(head: &str) -> bool {
    EXPLANATIONS.iter().any(|word| head.contains(word))
}

fn is_time(head: &str) -> bool {
    is_past(head) || TIMES.iter().any(|word| head.contains(word)) || head.contains(|c: char| c.is_ascii_digit())
}

/// Whether a head names a place or a unit.
pub fn is_place(head: &str) -> bool {
    let name = bare(head);
    let length = name.chars().count();
    (2..=16).contains(&length) && (PLACES.iter().any(|end| name.ends_with(end)) || name::is_organisation(&name))
}
