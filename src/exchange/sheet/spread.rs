//! The rows of a sheet set out anew: parted where cells list several things, repeated in another order, or turned into columns.

use std::collections::{BTreeMap, HashMap};

use super::Sheet;

impl Sheet {
    /// The sheet with some rows parted: of each, the cells that each part holds. A row's other cells stay with its first part, merged areas
    /// reach over all parts of their rows, and addresses stay those of the file.
    pub fn spread(&self, parts: &BTreeMap<usize, Vec<Vec<(usize, String)>>>) -> Self {
        let mut out = self.emptied();
        let mut starts = Vec::with_capacity(self.rows.len());
        let mut rows = Vec::new();
        for (row, cells) in self.rows.iter().enumerate() {
            let start = rows.len();
            starts.push(start);
            let parted = parts.get(&row);
            rows.resize(start + parted.map_or(1, Vec::len), row);
            for (col, text) in cells.iter().enumerate() {
                let replaced = parted.is_some_and(|parts| parts.iter().flatten().any(|(other, _)| *other == col));
                if !replaced {
                    out.place(start, col, *text);
                }
            }
            for (at, (col, text)) in
                parted.into_iter().flatten().enumerate().flat_map(|(at, part)| part.iter().map(move |cell| (at, cell)))
            {
                out.set(start + at, *col, text);
            }
        }
        out.rows.resize_with(rows.len(), Vec::new);
        let behind = |row: usize| starts.get(row + 1).copied().unwrap_or(rows.len());
        for (&(top, left), &(bottom, right)) in &self.ends {
            let own = parts.get(&top).is_some_and(|parts| parts.iter().flatten().any(|(col, _)| *col == left));
            let Some(&start) = starts.get(top) else { continue };
            if own && top == bottom {
                (start..behind(top)).for_each(|row| out.merge((row, left), (row, right)));
            } else {
                out.merge((start, left), (behind(bottom).max(1) - 1, right));
            }
        }
        out.origin.part_rows(&rows);
        out
    }

    /// The sheet with these of its rows, in this order; one may stand there several times. Merged areas stay as far as their rows follow on
    /// each other, and addresses stay those of the file.
    pub fn arranged(&self, rows: &[usize]) -> Self {
        let mut out = self.emptied();
        for (place, row) in rows.iter().enumerate() {
            for (col, text) in self.rows.get(*row).into_iter().flatten().enumerate() {
                out.place(place, col, *text);
            }
        }
        out.rows.resize_with(rows.len(), Vec::new);
        for (&(top, left), &(bottom, right)) in &self.ends {
            for at in (0..rows.len()).filter(|at| rows.get(*at) == Some(&top)) {
                let follows = (1..=bottom - top).take_while(|more| rows.get(at + more) == Some(&(top + more)));
                out.merge((at, left), (at + follows.count(), right));
            }
        }
        out.origin.part_rows(rows);
        out
    }

    /// The sheet with its rows from `from` on turned into columns, below the rows above them.
    pub fn turned(&self, from: usize) -> Self {
        let mut out = self.emptied();
        for (row, cells) in self.rows.iter().enumerate() {
            for (col, text) in cells.iter().enumerate() {
                let (row, col) = if row < from { (row, col) } else { (from + col, row - from) };
                out.place(row, col, *text);
            }
        }
        for (&(top, left), &(bottom, right)) in &self.ends {
            if bottom < from {
                out.merge((top, left), (bottom, right));
            } else if top >= from {
                out.merge((from + left, top - from), (from + right, bottom - from));
            }
        }
        out.origin.turn(from);
        out
    }

    /// The sheet with another one's rows below its own; each keeps its addresses.
    pub fn followed_by(&self, other: &Self) -> Self {
        let mut out = self.clone();
        let first = self.height();
        for (row, col, text) in other.texts() {
            out.set(first + row, col, text);
        }
        for (&(top, left), &(bottom, right)) in &other.ends {
            out.merge((first + top, left), (first + bottom, right));
        }
        out.origin.go_on(first, &other.name, other.origin.clone());
        out
    }

    /// A sheet without cells that keeps the texts.
    fn emptied(&self) -> Self {
        Self { rows: Vec::new(), width: 0, merged: HashMap::new(), ends: HashMap::new(), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_columns_and_addresses_stay() {
        let mut sheet = Sheet::new("S", false);
        for (row, cells) in
            [["标题", "", ""], ["项目名称", "甲", "乙"], ["产出指标", "1", "2"], ["", "3", "4"]].iter().enumerate()
        {
            for (col, text) in cells.iter().enumerate() {
                sheet.set(row, col, text);
            }
        }
        sheet.merge((0, 0), (0, 2));
        sheet.merge((2, 0), (3, 0));
        let out = sheet.turned(1);
        assert_eq!((out.own(0, 0), out.own(1, 0), out.own(2, 0), out.own(3, 2)), ("标题", "项目名称", "甲", "4"));
        assert_eq!((out.end(1, 1), out.end(0, 0)), ((1, 2), (0, 2)));
        assert_eq!((out.address(3, 2).as_str(), out.address(0, 0).as_str()), ("S!C4", "S!A1"));
    }
}
