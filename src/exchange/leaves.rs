//! Forms on two leaves: labels and objective on one sheet, the indicators on the next. Both are read as one sheet.
//!
//! Owns when two sheets are one form: the first names a project and has no table of indicators, the second has one, and says of the project no
//! more than the same name.

use super::form::{PROJECT, heads_objective, heads_year_amount, label_of};
use super::header::{self, Field, bare};
use super::sheet::Sheet;
use super::words::Words;

/// The rows that a leaf has at most which only says more of a project.
const LITTLE: usize = 20;

/// The sheets, those that are one form joined.
pub fn joined(sheets: Vec<Sheet>) -> Vec<Sheet> {
    let mut out: Vec<Sheet> = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        match out.last_mut() {
            Some(last) if goes_on(last, &sheet) => *last = last.followed_by(&sheet),
            _ => out.push(sheet),
        }
    }
    out
}

fn goes_on(first: &Sheet, second: &Sheet) -> bool {
    if first.hidden || second.hidden {
        return false;
    }
    let Some(project) = project(first, first.height()).filter(|project| !project.is_empty()) else { return false };
    let told = |sheet: &Sheet, end: usize| {
        let says = |(_, _, text): (usize, usize, &str)| heads_objective(&bare(text)) || heads_year_amount(&bare(text));
        sheet.texts().take_while(|(row, ..)| *row < end).any(says)
    };
    let says_more = told(second, second.height());
    if !(told(first, first.height()) || says_more)
        || header::find(&Words::new(first), 0, Field::OF_INDICATORS).is_some()
    {
        return false;
    }
    let Some(header) = header::find(&Words::new(second), 0, Field::ALL) else {
        // A leaf between them that says more of the same project, its objective on a page of its own.
        return header::field_of(&project).is_none()
            && self::project(second, second.height()).is_none()
            && told(second, second.height())
            && second.height() < LITTLE;
    };
    let same = self::project(second, header.first).is_none_or(|other| other == project);
    let lists = header.has(Field::Project) || header.has(Field::UnitProject);
    same && !lists && !told(second, header.first)
}

/// The name beside or behind the label of a project above a row.
fn project(sheet: &Sheet, end: usize) -> Option<String> {
    let (row, col, text) =
        sheet.texts().take_while(|(row, ..)| *row < end).find(|(_, _, text)| label_of(text, PROJECT).is_some())?;
    let inline = label_of(text, PROJECT)?;
    let beside = || (col + 1..sheet.width()).map(|col| sheet.own(row, col)).find(|text| !text.is_empty());
    Some(if inline.is_empty() { beside().unwrap_or_default().to_owned() } else { inline })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(name: &str, rows: &[&[&str]]) -> Sheet {
        let mut sheet = Sheet::new(name, false);
        for (row, cells) in rows.iter().enumerate() {
            for (col, text) in cells.iter().enumerate() {
                sheet.set(row, col, text);
            }
        }
        sheet
    }

    #[test]
    fn labels_and_indicators_on_two_sheets() {
        let labels = || sheet("甲", &[&["项目名称", "修路"], &["年度目标", "修路3公里"]]);
        let table: [&[&str]; 2] =
            [&["一级指标", "二级指标", "三级指标", "指标值"], &["产出指标", "数量指标", "里程", "≥3公里"]];
        let bare = sheet("乙", &table);
        let named = |name| sheet("乙", &[&["项目名称", name], table[0], table[1]]);
        let out = joined(vec![labels(), named("修路"), bare.clone()]);
        assert_eq!(out.len(), 2, "the third is nobody's");
        assert_eq!(
            (out[0].own(4, 2), out[0].address(4, 2).as_str(), out[0].address(1, 1).as_str()),
            ("里程", "乙!C3", "甲!B2")
        );
        assert_eq!(joined(vec![labels(), bare.clone()]).len(), 1);
        assert_eq!(joined(vec![labels(), named("架桥")]).len(), 2, "another project");
        assert_eq!(joined(vec![labels(), sheet("乙", &[&["年度目标", "架桥"], table[0], table[1]])]).len(), 2);
        let objective = sheet("乙", &[&["二、绩效目标"], &["年度目标", "修路3公里"]]);
        let named = sheet("甲", &[&["项目名称", "修路"], &["实施单位", "某县公路段"]]);
        let three = joined(vec![named, objective.clone(), bare.clone()]);
        assert_eq!((three.len(), three[0].height()), (1, 6), "the objective on a leaf of its own");
        assert_eq!(joined(vec![sheet("甲", &[&["目录"]]), objective, bare]).len(), 3);
    }
}
