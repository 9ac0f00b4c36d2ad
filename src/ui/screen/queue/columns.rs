//! Which columns of the queue are shown, and how wide: the least important go first when the screen is narrow.

use rust_i18n::t;

use crate::ui::look::Look;
use crate::ui::width::width;

/// Columns between two columns.
pub const GAP: usize = 2;
/// Columns before the first: cursor and mark.
pub const MARGIN: usize = 3;

/// The least width of the project's name, whatever the amounts.
const NARROWEST: usize = 12;
/// The greatest width of amounts; longer ones are shown as `#` signs, as in a spreadsheet.
const WIDEST: usize = 18;

/// Columns of the screen from which on `轮到我` says why.
const ROOMY: usize = 110;
/// The width of a reason.
const REASON: usize = 16;
/// The width of a day.
const DAY: usize = 10;

/// Whether reasons are shown on a screen so wide.
pub const fn has_reasons(room: usize) -> bool {
    room >= ROOMY
}

/// What the column of the stage tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Told {
    /// Stage or state.
    Stage,
    /// In `轮到我`: why it is one's turn.
    Reason,
    /// Of what is returned or negotiated: until when it is to be amended.
    Due,
}

/// A column of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The project.
    Project,
    /// The unit.
    Unit,
    /// The year's amount.
    Amount,
    /// Stage or state, or what is told in its place ([`Told`]).
    Stage,
    /// The round.
    Round,
    /// Days since it waits.
    Waiting,
    /// Findings (预警) that are open.
    Matters,
    /// The newest earlier evaluation.
    Prior,
    /// The grade given last.
    Grade,
}

impl Column {
    /// All columns in the order shown.
    const ALL: [Self; 9] = [
        Self::Project,
        Self::Unit,
        Self::Amount,
        Self::Stage,
        Self::Round,
        Self::Waiting,
        Self::Matters,
        Self::Prior,
        Self::Grade,
    ];

    /// The columns that may be left out, the least important first.
    const SPARE: [Self; 5] = [Self::Round, Self::Prior, Self::Grade, Self::Unit, Self::Waiting];

    /// The heading.
    pub fn heading(self) -> String {
        match self {
            Self::Project => t!("queue.column.project"),
            Self::Unit => t!("queue.column.unit"),
            Self::Amount => t!("queue.column.amount"),
            Self::Stage => t!("queue.column.stage"),
            Self::Round => t!("queue.column.round"),
            Self::Waiting => t!("queue.column.waiting"),
            Self::Matters => t!("queue.column.matters"),
            Self::Prior => t!("queue.column.prior"),
            Self::Grade => t!("queue.column.grade"),
        }
        .into_owned()
    }

    /// Whether it holds numbers, which stand at the right.
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Amount | Self::Round | Self::Waiting)
    }

    /// The least width of its contents.
    const fn least(self) -> usize {
        match self {
            Self::Project => 20,
            Self::Unit => 12,
            Self::Amount => 10,
            Self::Matters => 4,
            Self::Stage | Self::Prior => 8,
            Self::Round | Self::Grade => 2,
            Self::Waiting => 5,
        }
    }
}

/// The columns that are shown with their widths, for so many columns of the screen, amounts so wide, and what is told in place of the stage.
pub fn layout(room: usize, amounts: usize, told: Told, look: &Look) -> Vec<(Column, usize)> {
    let wide = |column: Column| {
        let contents = match column {
            Column::Amount => column.least().max(amounts.min(WIDEST)),
            Column::Stage if told == Told::Reason => REASON,
            Column::Stage if told == Told::Due => DAY,
            other => other.least(),
        };
        contents.max(width(&column.heading(), look.policy))
    };
    let mut columns: Vec<(Column, usize)> = Column::ALL.into_iter().map(|column| (column, wide(column))).collect();
    for spare in Column::SPARE {
        if needed(&columns) <= room {
            break;
        }
        columns.retain(|(column, _)| *column != spare);
    }
    let needed = needed(&columns);
    share(&mut columns, room.saturating_sub(needed));
    // With nothing to spare any more, the longest amounts take from the project's name.
    if let Some((_, project)) = columns.first_mut() {
        *project -= needed.saturating_sub(room).min(*project - NARROWEST);
    }
    columns
}

fn needed(columns: &[(Column, usize)]) -> usize {
    MARGIN + columns.iter().map(|(_, width)| width + GAP).sum::<usize>()
}

/// Gives what is left to the names: two parts to the project, one to the unit.
fn share(columns: &mut [(Column, usize)], left: usize) {
    let has_unit = columns.iter().any(|(column, _)| *column == Column::Unit);
    let unit = if has_unit { (left / 3).min(18) } else { 0 };
    for (column, width) in columns {
        match column {
            Column::Project => *width += left - unit,
            Column::Unit => *width += unit,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::width::Policy;

    #[test]
    fn the_columns_fill_the_screen_exactly_and_the_least_important_go_first() {
        let look = Look::new(Policy::NARROW, false);
        for room in 60..220 {
            let reasons = if has_reasons(room) { Told::Reason } else { Told::Stage };
            for (amounts, told) in [(4, Told::Stage), (10, reasons), (16, Told::Due), (24, reasons)] {
                let columns = layout(room, amounts, told, &look);
                assert_eq!(needed(&columns), room, "{room} {amounts}");
                for kept in [Column::Project, Column::Amount, Column::Stage, Column::Matters] {
                    assert!(columns.iter().any(|(column, _)| *column == kept), "{room}: {kept:?}");
                }
            }
        }
        assert_eq!(layout(120, 10, Told::Reason, &look).len(), 9);
        let narrow: Vec<_> = layout(80, 10, Told::Stage, &look).into_iter().map(|(column, _)| column).collect();
        assert!(narrow.contains(&Column::Unit) && !narrow.contains(&Column::Round), "{narrow:?}");
    }
}
