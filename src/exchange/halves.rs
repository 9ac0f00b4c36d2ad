//! Forms that stand side by side on one sheet: each is read by itself.
//!
//! Owns where one ends and the next begins: at the second 项目名称 of a row, when a header below names the indicators a second time
//! right of it.

use std::collections::BTreeSet;

use super::form::{PROJECT, label_of};
use super::header::{Field, bare, field_of};
use super::sheet::Sheet;

/// The most rows that are looked at: a form's labels stand at its top.
const ENOUGH: usize = 60;

/// The forms of a sheet that stand side by side, left to right; `None` when there is but one.
pub fn parts(sheet: &Sheet) -> Option<Vec<Sheet>> {
    let at = (0..sheet.height().min(ENOUGH)).find_map(|row| second_label(sheet, row))?;
    let columns: Vec<usize> = (0..sheet.height().min(ENOUGH)).find_map(|row| named_twice(sheet, row))?;
    let apart = columns.first().is_some_and(|first| *first < at) && columns.last().is_some_and(|last| *last >= at);
    if !apart {
        return None;
    }
    let part = |left_out: BTreeSet<usize>| {
        let mut part = sheet.clone();
        part.leave_out(&BTreeSet::new(), &left_out);
        part
    };
    let (left, right) = (part((at..sheet.width()).collect()), part((0..at).collect()));
    let right = parts(&right).unwrap_or_else(|| vec![right]);
    Some(std::iter::once(left).chain(right).collect())
}

/// The column of the second of two equal labels of a project's name on a row, other cells between them.
fn second_label(sheet: &Sheet, row: usize) -> Option<usize> {
    let label = |col: usize| {
        let text = sheet.own(row, col);
        label_of(text, PROJECT).map(|_| bare(text.split([':', '：']).next().unwrap_or_default()))
    };
    let labels: Vec<(usize, String)> = (0..sheet.width()).filter_map(|col| Some((col, label(col)?))).collect();
    let pairs = labels.windows(2).filter(|pair| pair[0].1 == pair[1].1 && pair[1].0 > pair[0].0 + 1);
    pairs.map(|pair| pair[1].0).next()
}

/// The columns that a header names 三级指标, when there are several.
fn named_twice(sheet: &Sheet, row: usize) -> Option<Vec<usize>> {
    let named = |col: &usize| {
        let text = sheet.own(row, *col);
        text.contains('级') && field_of(text).is_some_and(|(field, _)| field == Field::Level3)
    };
    let columns: Vec<usize> = (0..sheet.width()).filter(named).collect();
    (columns.len() > 1).then_some(columns)
}
