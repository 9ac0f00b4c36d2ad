//! Where the rows and columns of a grid stand in their file: `Sheet1!B7`, line 12, table 2 row 5.

use rust_i18n::t;

/// What the rows and columns of a sheet are in the file.
#[derive(Debug, Clone, Default)]
pub(super) struct Origin {
    kind: Kind,
    /// The file's row of each row; empty when they are the same.
    pub(super) rows: Vec<usize>,
    /// The file's column of each column; empty when they are the same.
    pub(super) columns: Vec<usize>,
    /// The row from which on rows and columns were exchanged.
    turned: Option<usize>,
    /// The row from which on another sheet goes on, with its name and what its rows are.
    later: Option<Box<(usize, String, Origin)>>,
}

#[derive(Debug, Clone, Default)]
enum Kind {
    /// Cells of a workbook.
    #[default]
    Cells,
    /// Lines of a CSV's records, from 1.
    Lines(Vec<u64>),
    /// Table (from 1) and row (from 0) of a document; no row for a line above the table.
    Tables(Vec<(usize, Option<usize>)>),
}

impl Origin {
    /// Notes the line of the next record; gives its row.
    pub(super) fn push_line(&mut self, line: u64) -> usize {
        if !matches!(self.kind, Kind::Lines(_)) {
            self.kind = Kind::Lines(Vec::new());
        }
        let Kind::Lines(lines) = &mut self.kind else { return 0 };
        lines.push(line);
        lines.len() - 1
    }

    /// Notes the place of the next row of a document's table; gives its row on the sheet.
    pub(super) fn push_table_row(&mut self, table: usize, row: Option<usize>) -> usize {
        if !matches!(self.kind, Kind::Tables(_)) {
            self.kind = Kind::Tables(Vec::new());
        }
        let Kind::Tables(rows) = &mut self.kind else { return 0 };
        rows.push((table, row));
        rows.len() - 1
    }

    /// Notes that the sheet's rows are now those of the earlier rows that `from` names, one of them perhaps several times.
    pub(super) fn part_rows(&mut self, from: &[usize]) {
        self.rows = from.iter().map(|row| self.rows.get(*row).copied().unwrap_or(*row)).collect();
    }

    /// Notes that another sheet's rows go on from a row on.
    pub(super) fn go_on(&mut self, from: usize, sheet: &str, other: Self) {
        self.later = Some(Box::new((from, sheet.to_owned(), other)));
    }

    /// Notes that rows and columns are exchanged from a row on.
    pub(super) fn turn(&mut self, from: usize) {
        self.turned = Some(from);
    }

    /// The address of a cell. `cell` counts the cell within its row, from 1.
    pub(super) fn address(&self, sheet: &str, row: usize, col: usize, cell: impl Fn() -> usize) -> String {
        let (row, col) = match self.turned {
            Some(from) if row >= from => (from + col, row - from),
            _ => (row, col),
        };
        let row = self.rows.get(row).copied().unwrap_or(row);
        if let Some((from, sheet, later)) = self.later.as_deref()
            && row >= *from
        {
            return later.address(sheet, row - from, col, cell);
        }
        match &self.kind {
            Kind::Lines(lines) => match lines.get(row).or(lines.last()) {
                Some(line) => t!("exchange.where.line", line = line).into_owned(),
                None => String::new(),
            },
            Kind::Tables(rows) => match rows.get(row).copied() {
                Some((table, Some(row))) => {
                    t!("exchange.where.table", table = table, row = row + 1, cell = cell()).into_owned()
                }
                Some((table, None)) => t!("exchange.where.above_table", table = table).into_owned(),
                None => sheet.to_owned(),
            },
            Kind::Cells => {
                let col = self.columns.get(col).copied().unwrap_or(col);
                format!("{sheet}!{}{}", column_name(col), row + 1)
            }
        }
    }
}

/// The letters of a column: 0 is A, 26 is AA.
pub fn column_name(col: usize) -> String {
    let mut letters = Vec::new();
    let mut left = col + 1;
    while left > 0 {
        let step = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + step));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered() {
        let names: Vec<_> = [0, 25, 26, 51, 701, 702].into_iter().map(column_name).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
    }
}
