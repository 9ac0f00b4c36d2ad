//! The rows in sight: only they are built.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use rust_i18n::t;

use super::columns::{Column, GAP, MARGIN, Told, has_reasons, layout};
use crate::app::common::Common;
use crate::app::screen::queue::Queue;
use crate::domain::money::Money;
use crate::domain::target::State;
use crate::domain::view::{QueueRow, Tab};
use crate::ui::brush::Brush;
use crate::ui::look::Look;

/// Draws headings and rows, and returns where the selected row is.
pub fn draw(
    queue: &Queue,
    common: &Common,
    look: &Look,
    frame: &mut Frame<'_>,
    heading: Rect,
    list: Rect,
) -> Option<Position> {
    let rows = &queue.tab().rows;
    let amounts = rows.loaded().iter().filter_map(|row| row.amount).map(Money::wan_len).max();
    let room = usize::from(list.width);
    let told = told(&queue.tab().tab, room);
    let columns = layout(room, amounts.unwrap_or(0), told, look);
    let (seen, cursor) = rows.in_sight(usize::from(list.height));
    if seen.is_empty() {
        if rows.is_loaded() {
            let key = if queue.tab().filter.query.is_some() { "queue.none-found" } else { "queue.none" };
            Brush::on(frame.buffer_mut(), look, list, 1).skip(MARGIN).put(&t!(key), look.theme.dim);
        }
        return None;
    }
    headings(&columns, told, look, frame, heading);
    for (place, row) in seen.iter().enumerate() {
        let (selected, marked) = (place == cursor, queue.marked.contains_key(&row.id));
        let line = Line { row, selected, marked, told };
        line.draw(&columns, common, look, frame, Rect { y: list.y + u16::try_from(place).ok()?, height: 1, ..list });
    }
    Some(Position::new(list.x, list.y + u16::try_from(cursor).ok()?))
}

/// What a tab tells in the column of the stage, which is the same for all rows of what was returned and what is negotiated.
fn told(tab: &Tab, room: usize) -> Told {
    match tab {
        Tab::Mine if has_reasons(room) => Told::Reason,
        Tab::States(states) if matches!(states.as_slice(), [State::Returned | State::Negotiating]) => Told::Due,
        _ => Told::Stage,
    }
}

fn headings(columns: &[(Column, usize)], told: Told, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(MARGIN);
    for (column, width) in columns {
        let heading = match (column, told) {
            (Column::Stage, Told::Reason) => t!("queue.column.reason").into_owned(),
            (Column::Stage, Told::Due) => t!("queue.column.due").into_owned(),
            _ => column.heading(),
        };
        if column.is_number() {
            brush.number(&heading, *width, look.theme.heading);
        } else {
            brush.cell(&heading, *width, look.theme.heading);
        }
        brush.skip(GAP);
    }
}

/// A row of the table.
struct Line<'a> {
    row: &'a QueueRow,
    selected: bool,
    marked: bool,
    /// What is told in place of the stage.
    told: Told,
}

impl Line<'_> {
    /// The selected row is told by its name alone, from the sign before it to the end of its column: a ground under the
    /// whole line would send the whole line twice for every move.
    fn draw(&self, columns: &[(Column, usize)], common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) {
        let ground = if self.marked { look.theme.marked } else { look.theme.text };
        let named = if self.selected { look.theme.selected } else { ground };
        let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
        brush.cell(if self.selected { look.glyphs.cursor } else { "" }, 1, named);
        brush.cell(if self.marked { look.glyphs.marked } else { "" }, 1, named).cell("", MARGIN - 2, named);
        for (column, width) in columns {
            let text = self.text(*column, common);
            let style = match column {
                Column::Project => named,
                _ if self.marked => ground,
                _ => self.style(*column, common, look),
            };
            if column.is_number() {
                brush.number(&text, *width, style);
            } else {
                brush.cell(&text, *width, style);
            }
            brush.skip(GAP);
        }
    }

    fn text<'a>(&'a self, column: Column, common: &Common) -> Cow<'a, str> {
        let (row, standing) = (self.row, &self.row.standing);
        let or_none = |text: Option<String>| text.map_or(Cow::Borrowed("-"), Cow::Owned);
        match column {
            Column::Project => Cow::Borrowed(&row.project),
            Column::Unit => Cow::Borrowed(&row.unit.name),
            Column::Amount => or_none(row.amount.map(Money::wan)),
            Column::Stage if self.told == Told::Reason => reason(row, common).into(),
            Column::Stage if self.told == Told::Due => or_none(standing.due.map(|due| due.to_string())),
            Column::Stage => super::preview::stage(row, common).into(),
            Column::Round => standing.round.to_string().into(),
            Column::Waiting => t!("queue.days", days = standing.since.days_until(common.now.at)),
            Column::Matters => matters(row),
            Column::Prior => Cow::Borrowed(row.prior_score.as_deref().unwrap_or("-")),
            Column::Grade => or_none(standing.grade.map(|grade| grade.to_string())),
        }
    }

    fn style(&self, column: Column, common: &Common, look: &Look) -> Style {
        let late = self.row.standing.due.is_some_and(|due| due < common.now.today);
        match column {
            Column::Matters if self.row.findings > 0 => look.theme.warning,
            Column::Waiting if late => look.theme.warning,
            Column::Stage if late && self.told == Told::Due => look.theme.warning,
            Column::Unit | Column::Round | Column::Prior => look.theme.dim,
            _ => look.theme.text,
        }
    }
}

/// Why a target waits for the person: what has to be done with it.
fn reason(row: &QueueRow, common: &Common) -> String {
    let standing = &row.standing;
    let amended = standing.answered.is_none_or(|answered| standing.round > answered);
    let stage = super::preview::stage(row, common);
    match standing.state {
        State::Pending if standing.returns > 0 => t!("queue.reason.again", stage = stage),
        State::Pending => t!("queue.reason.pending", stage = stage),
        State::Negotiating if amended => t!("queue.reason.settle"),
        State::Negotiating => t!("queue.reason.negotiate"),
        State::Returned if amended => t!("queue.reason.resubmit"),
        State::Returned => t!("queue.reason.amend"),
        State::Ruling => t!("queue.reason.rule", count = standing.returns),
        State::Draft => t!("queue.reason.submit"),
        State::Budgeted | State::Excluded | State::Withdrawn => return stage,
    }
    .into_owned()
}

/// How many errors and warnings are open; items without an indicator and indicators without an item are among them.
fn matters(row: &QueueRow) -> Cow<'static, str> {
    if row.findings == 0 { Cow::Borrowed("-") } else { t!("queue.findings", count = row.findings) }
}
