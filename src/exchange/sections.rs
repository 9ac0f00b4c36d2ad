//! Tables in which each project stands on rows of its own above its indicators, below one header for all: `项目名称：…`, `年度目标：…`, then the
//! indicators. Each project becomes a form with the titles and the header above it.
//!
//! Owns where a project's rows begin and how the rows are set out anew; the forms are read as any other.

use super::form::{PROJECT, label_of};
use super::header::{self, Field, Header};
use super::level;
use super::sheet::Sheet;
use super::words::Words;

/// The sheet with each project's rows as a form of its own; `None` for any other sheet.
pub fn apart(words: &Words<'_>) -> Option<Sheet> {
    let sheet = words.sheet;
    let header = header::find(words, 0, Field::OF_INDICATORS)?;
    let names = |row: usize| named(sheet, row);
    let lists = |col: usize| {
        let head = words.field(sheet.in_column_id(header.last, col)).map(|(field, _)| field);
        matches!(head, Some(Field::Project | Field::UnitProject))
    };
    if !names(header.last + 1)
        || (0..sheet.width()).any(lists)
        || (0..=header.last).any(names)
        || header::find(words, header.last + 1, Field::OF_INDICATORS).is_some()
    {
        return None;
    }
    let starts: Vec<usize> = (header.last + 1..sheet.height()).filter(|row| names(*row)).collect();
    let ends = starts.iter().skip(1).copied().chain([sheet.height()]);
    let mut rows = Vec::new();
    for (start, end) in starts.iter().copied().zip(ends) {
        let body = (start + 1..end).find(|row| begins(sheet, &header, *row))?;
        rows.extend(0..header.first);
        rows.extend(start..body);
        rows.extend(header.first..=header.last);
        rows.extend(body..end);
    }
    Some(sheet.arranged(&rows))
}

/// Whether a row names a project, label and name in one cell or beside each other.
fn named(sheet: &Sheet, row: usize) -> bool {
    let mut places = sheet.places(row).into_iter().map(|col| sheet.own(row, col)).filter(|text| !text.is_empty());
    let Some(inline) = places.next().and_then(|text| label_of(text, PROJECT)) else { return false };
    !inline.is_empty() || places.next().is_some_and(|beside| header::field_of(beside).is_none())
}

/// Whether a project's indicators begin on a row: a level stands in a column of levels.
fn begins(sheet: &Sheet, header: &Header, row: usize) -> bool {
    let at = |field: Field| header.column(field).map_or("", |col| sheet.in_column(row, col));
    level::is_first(at(Field::Level1)) || level::is_second(at(Field::Level2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_project_gets_titles_and_header() {
        let mut sheet = Sheet::new("S", false);
        let rows: [&[&str]; 7] = [
            &["2024年项目绩效目标表"],
            &["一级指标", "二级指标", "三级指标", "指标值"],
            &["项目名称:甲", "", "", "预算金额:60"],
            &["产出指标", "数量指标", "头数", "≥1头"],
            &["项目名称", "乙"],
            &["年度目标:推广"],
            &["产出指标", "数量指标", "亩数", "≥2亩"],
        ];
        for (row, cells) in rows.iter().enumerate() {
            for (col, text) in cells.iter().enumerate() {
                sheet.set(row, col, text);
            }
        }
        let out = apart(&Words::new(&sheet)).unwrap();
        let first: Vec<&str> = (0..out.height()).map(|row| out.own(row, 0)).collect();
        let (title, head) = ("2024年项目绩效目标表", "一级指标");
        assert_eq!(
            first,
            [title, "项目名称:甲", head, "产出指标", title, "项目名称", "年度目标:推广", head, "产出指标"]
        );
        assert_eq!(out.address(8, 2), "S!C7", "addresses are the file's");
        assert!(apart(&Words::new(&out)).is_none());
    }
}
