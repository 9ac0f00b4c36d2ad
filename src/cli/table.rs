//! Text tables whose columns stand exactly under each other, Chinese or not.
//!
//! Owns layout only. Widths are measured over the rows given; a cell wider than its column's limit is cut with an ellipsis.

use crate::ui::width::{Policy, fit, pad_left, width};

/// How a column is laid out.
#[derive(Clone, Copy)]
pub(super) enum Column {
    /// Left-aligned, at most so many columns wide.
    Left(usize),
    /// Right-aligned: numbers, never cut, with their decimal points under each other.
    Right,
}

/// How many columns a number takes from its decimal point on; `None` for what is no number, like a dash or a word.
fn fraction(cell: &str) -> Option<usize> {
    let number = cell.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        && cell.len() > usize::from(cell.starts_with('-'))
        && cell.chars().skip(1).all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    number.then(|| cell.find('.').map_or(0, |point| cell.len() - point))
}

/// A table with a header and measured widths, to which rows are printed one by one.
pub(super) struct Table {
    /// Each with its width, and the columns that its numbers take from their decimal points on.
    columns: Vec<(Column, usize, usize)>,
}

impl Table {
    /// Measures the columns over the header and a sample of rows.
    pub(super) fn measured(columns: &[Column], header: &[String], sample: &[Vec<String>]) -> Self {
        let cells = |place: usize| sample.iter().filter_map(move |row| row.get(place));
        let widest = |place: usize, fractions: usize| {
            let numbers = cells(place).map(|cell| width(cell, Policy::NARROW) + lacking(cell, fractions));
            numbers.chain(header.get(place).map(|head| width(head, Policy::NARROW))).max().unwrap_or(0)
        };
        let limit = |(place, column): (usize, &Column)| match column {
            Column::Left(most) => (*column, widest(place, 0).min(*most), 0),
            Column::Right => {
                let fractions = cells(place).filter_map(|cell| fraction(cell)).max().unwrap_or(0);
                (*column, widest(place, fractions), fractions)
            }
        };
        Self { columns: columns.iter().enumerate().map(limit).collect() }
    }

    /// One row as a line, without spaces at its end.
    pub(super) fn line(&self, cells: &[String]) -> String {
        let laid = self.columns.iter().zip(cells).map(|((column, room, fractions), cell)| match column {
            Column::Left(_) => fit(cell, *room, Policy::NARROW),
            Column::Right => {
                let cell = format!("{cell}{}", " ".repeat(lacking(cell, *fractions)));
                if width(&cell, Policy::NARROW) > *room { cell } else { pad_left(&cell, *room, Policy::NARROW) }
            }
        });
        laid.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    }
}

/// How many columns a number lacks behind it, so that its decimal point stands under the others.
fn lacking(cell: &str, fractions: usize) -> usize {
    fraction(cell).map_or(0, |own| fractions.saturating_sub(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_points_stand_under_each_other_and_dashes_at_the_end() {
        let text = |cell: &str| vec![cell.to_owned(), "x".to_owned()];
        let rows = ["330.984", "1,066.00", "20", "-", "-5.5"].map(text);
        let table = Table::measured(&[Column::Right, Column::Left(1)], &text("金额"), &rows);
        let lines = rows.each_ref().map(|row| table.line(row));
        assert_eq!(lines, ["  330.984  x", "1,066.00   x", "   20      x", "        -  x", "   -5.5    x"]);
    }

    #[test]
    fn columns_stand_under_each_other() {
        let text = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let rows = [text(&["义务教育营养改善计划", "386.00", "初审"]), text(&["PPP 项目", "1,284.50", "预算股"])];
        let header = text(&["项目", "金额", "环节"]);
        let table = Table::measured(&[Column::Left(12), Column::Right, Column::Left(9)], &header, &rows);
        assert_eq!(table.line(&header), "项目              金额  环节");
        assert_eq!(table.line(&rows[0]), "义务教育营…     386.00  初审");
        assert_eq!(table.line(&rows[1]), "PPP 项目      1,284.50  预算股");
    }
}
