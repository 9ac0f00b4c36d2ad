//! What a column is by what stands below its head, where the head's words mean different things in different provinces.
//!
//! Owns two cases: 指标性质 that holds 正向 and 反向 while the signs stand under another head, and 指标 that holds level 1.

use std::collections::BTreeMap;

use super::alias::Field;
use crate::domain::measure::{Sign, says_nothing};
use crate::exchange::level;
use crate::exchange::sheet::Sheet;

/// The most rows that are looked at.
const ENOUGH: usize = 60;

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

/// Whether a column headed 指标 or the like holds level 1.
pub fn holds_levels(sheet: &Sheet, last: usize, column: usize, headed: Field) -> bool {
    headed == Field::LooseName && level::is_first(sheet.in_column(last + 1, column))
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
