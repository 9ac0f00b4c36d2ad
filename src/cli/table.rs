//! Text tables whose columns stand exactly under each other, Chinese or not.
//!
//! Owns layout only. Widths are measured over the rows given; a cell wider than its column's limit is cut with an ellipsis.

use crate::ui::width::{Policy, fit, pad_left, width};

/// How a column is laid out.
#[derive(Clone, Copy)]
pub(super) enum Column {
    /// Left-aligned, at most so many columns wide.
    Left(usize),
    /// Right-aligned: numbers, never cut.
    Right,
}

/// A table with a header and measured widths, to which rows are printed one by one.
pub(super) struct Table {
    columns: Vec<(Column, usize)>,
}

impl Table {
    /// Measures the columns over the header and a sample of rows.
    pub(super) fn measured(columns: &[Column], header: &[String], sample: &[Vec<String>]) -> Self {
        let widest = |place: usize| {
            let cells = sample.iter().filter_map(|row| row.get(place)).chain(header.get(place));
            cells.map(|cell| width(cell, Policy::NARROW)).max().unwrap_or(0)
        };
        let limit = |(place, column): (usize, &Column)| match column {
            Column::Left(most) => (*column, widest(place).min(*most)),
            Column::Right => (*column, widest(place)),
        };
        Self { columns: columns.iter().enumerate().map(limit).collect() }
    }

    /// One row as a line, without spaces at its end.
    pub(super) fn line(&self, cells: &[String]) -> String {
        let laid = self.columns.iter().zip(cells).map(|((column, room), cell)| match column {
            Column::Left(_) => fit(cell, *room, Policy::NARROW),
            Column::Right if width(cell, Policy::NARROW) > *room => cell.clone(),
            Column::Right => pad_left(cell, *room, Policy::NARROW),
        });
        laid.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let text = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let rows = [text(&["义务教育营养改善计划", "386.00", "初审"]), text(&["PPP 项目", "1,284.50", "预算股"])];
        let header = text(&["项目", "金额", "环节"]);
        let table = Table::measured(&[Column::Left(12), Column::Right, Column::Left(9)], &header, &rows);
        assert_eq!(table.line(&header), "项目              金额  环节");
        assert_eq!(table.line(&rows[0]), "义务教育营…    386.00  初审");
        assert_eq!(table.line(&rows[1]), "PPP 项目      1,284.50  预算股");
    }
}
