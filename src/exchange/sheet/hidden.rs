//! Hidden rows and columns: what nobody sees is not handed in. Lines of a template are often hidden rather than deleted.

use std::collections::BTreeSet;

use super::{Sheet, TextId};

/// The hidden rows and columns that hold text of their own, by their places in the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Rows, from 0.
    pub rows: Vec<usize>,
    /// Columns, from 0.
    pub columns: Vec<usize>,
}

impl Sheet {
    /// Takes hidden rows and columns out. A merged area keeps its text as long as a part of it can be seen.
    pub fn leave_out(&mut self, rows: &BTreeSet<usize>, columns: &BTreeSet<usize>) -> LeftOut {
        let within = |set: &BTreeSet<usize>, end: usize| set.range(..end).next().is_some();
        if !within(rows, self.rows.len()) && !within(columns, self.width) {
            return LeftOut::default();
        }
        self.save_merged(rows, columns);
        let left_out = self.left_out(rows, columns);
        let kept_rows: Vec<usize> = (0..self.rows.len()).filter(|row| !rows.contains(row)).collect();
        let kept_columns: Vec<usize> = (0..self.width).filter(|col| !columns.contains(col)).collect();
        let areas = std::mem::take(&mut self.ends);
        self.merged.clear();
        let mut old = std::mem::take(&mut self.rows);
        self.rows = kept_rows.iter().map(|&row| keep(old.get_mut(row), &kept_columns)).collect();
        self.width = kept_columns.len();
        let new = |kept: &[usize], at: usize| kept.partition_point(|&place| place < at);
        for (first, last) in areas {
            let (top, left) = (new(&kept_rows, first.0), new(&kept_columns, first.1));
            let (below, right) = (new(&kept_rows, last.0 + 1), new(&kept_columns, last.1 + 1));
            if below > top && right > left {
                self.merge((top, left), (below - 1, right - 1));
            }
        }
        let through = |known: &[usize], kept: Vec<usize>| -> Vec<usize> {
            kept.into_iter().map(|at| known.get(at).copied().unwrap_or(at)).collect()
        };
        self.origin.rows = through(&self.origin.rows, kept_rows);
        self.origin.columns = through(&self.origin.columns, kept_columns);
        left_out
    }

    /// Moves the texts of merged areas that begin hidden to the first cell that can be seen.
    fn save_merged(&mut self, rows: &BTreeSet<usize>, columns: &BTreeSet<usize>) {
        let hidden: Vec<_> =
            self.ends.iter().filter(|(first, _)| rows.contains(&first.0) || columns.contains(&first.1)).collect();
        let seen = hidden.into_iter().filter_map(|(&first, &last)| {
            let row = (first.0..=last.0).find(|row| !rows.contains(row))?;
            let col = (first.1..=last.1).find(|col| !columns.contains(col))?;
            Some((first, (row, col)))
        });
        for (from, to) in seen.collect::<Vec<_>>() {
            let text = self.rows.get_mut(from.0).and_then(|cells| cells.get_mut(from.1)).map(std::mem::take);
            self.place(to.0, to.1, text.unwrap_or_default());
        }
    }

    fn left_out(&self, rows: &BTreeSet<usize>, columns: &BTreeSet<usize>) -> LeftOut {
        let mut out = LeftOut::default();
        let holds = |row: &usize| self.rows.get(*row).is_some_and(|cells| cells.iter().any(is_text));
        out.rows.extend(rows.range(..self.rows.len()).copied().filter(holds));
        let seen = |col: &usize| {
            let rows = self.rows.iter().enumerate().filter(|(row, _)| !rows.contains(row));
            rows.into_iter().any(|(_, cells)| cells.get(*col).is_some_and(is_text))
        };
        out.columns.extend(columns.range(..self.width).copied().filter(seen));
        out
    }
}

fn keep(cells: Option<&mut Vec<TextId>>, columns: &[usize]) -> Vec<TextId> {
    let Some(cells) = cells else { return Vec::new() };
    let mut out: Vec<TextId> = columns.iter().map_while(|&col| cells.get(col).copied()).collect();
    while out.last().is_some_and(|text| !is_text(text)) {
        out.pop();
    }
    out
}

fn is_text(text: &TextId) -> bool {
    *text != TextId::BLANK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_and_columns_go_and_addresses_stay() {
        let mut sheet = Sheet::new("S", false);
        for (row, cells) in [["a", "x", "b"], ["t", "", "t"], ["c", "y", "d"], ["e", "", "f"]].iter().enumerate() {
            for (col, text) in cells.iter().enumerate() {
                sheet.set(row, col, text);
            }
        }
        sheet.merge((1, 2), (2, 2));
        let out = sheet.leave_out(&BTreeSet::from([1, 9]), &BTreeSet::from([1, 77]));
        assert_eq!(out, LeftOut { rows: vec![1], columns: vec![1] });
        assert_eq!((sheet.height(), sheet.width()), (3, 2));
        assert_eq!([sheet.own(0, 1), sheet.own(1, 0), sheet.own(1, 1), sheet.own(2, 1)], ["b", "c", "t", "f"]);
        assert_eq!(sheet.address(1, 1), "S!C3", "the address is the file's");
        assert_eq!(sheet.end(1, 1), (1, 1), "what is left of the area is one cell");
    }

    #[test]
    fn nothing_hidden_changes_nothing() {
        let mut sheet = Sheet::new("S", false);
        sheet.set(0, 0, "a");
        assert_eq!(sheet.leave_out(&BTreeSet::from([5]), &BTreeSet::from([5])), LeftOut::default());
        assert_eq!(sheet.address(0, 0), "S!A1");
    }
}
