//! The rows in sight: only they are built.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use rust_i18n::t;

use super::columns::{Column, GAP, MARGIN, Told, has_reasons, layout};
use crate::app::common::Common;
use crate::app::screen::queue::Queue;
use crate::domain::procedure::Procedure;
use crate::domain::target::State;
use crate::domain::time::Now;
use crate::domain::view::{QueueRow, Tab};
use crate::ui::amounts::Amounts;
use crate::ui::brush::Brush;
use crate::ui::look::Look;
use crate::ui::over::{Known, Over};

/// Draws headings and rows, but for rows that are shown already.
pub fn draw(
    queue: &Queue,
    common: &Common,
    look: &Look,
    over: &mut Over<'_, '_>,
    (heading, list): (Rect, Rect),
) -> Option<Position> {
    let rows = &queue.tab().rows;
    let amounts = Amounts::within(rows.amounts());
    let room = usize::from(list.width);
    let told = told(&queue.tab().tab, room);
    let columns = layout(room, amounts.width(), told, look);
    let (seen, cursor) = rows.in_sight(usize::from(list.height));
    if seen.is_empty() {
        if rows.is_loaded() {
            let tallied_none = queue.tabs.iter().all(|tab| tab.tally.is_some_and(|tally| tally.count == 0));
            let key = match (queue.tab().filter.query.is_some(), tallied_none) {
                (true, _) => "queue.none-found",
                // Whoever has just made a file sees where to begin.
                (false, true) => "queue.none-yet",
                (false, false) => "queue.none",
            };
            Brush::on(over.frame.buffer_mut(), look, list, 1).skip(MARGIN).put(&t!(key), look.theme.dim);
        }
        return None;
    }
    let id = over.known.id(("headings", &columns, told));
    over.line(heading.y, id, |frame| headings(&columns, told, look, frame, heading));
    let table = Table { columns, amounts, told, look, procedure: &common.procedure, now: common.now };
    let known = table.known_by(&over.known);
    for (place, (row, y)) in seen.iter().zip(list.top()..list.bottom()).enumerate() {
        let (selected, marked) = (place == cursor, queue.marked.contains_key(&row.id));
        let line = Line { row, selected, marked };
        let id = known.id((row.digest(), selected, marked, table.days(&line)));
        over.line(y, id, |frame| table.draw(&line, frame, Rect { y, height: 1, ..list }));
    }
    u16::try_from(cursor).ok().map(|cursor| Position::new(list.x, list.y + cursor))
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
}

/// What all rows have in common. Nothing else may show in a row: a row that is shown under the same id is not drawn.
struct Table<'a> {
    columns: Vec<(Column, usize)>,
    amounts: Amounts,
    /// What is told in place of the stage.
    told: Told,
    look: &'a Look,
    /// Does not change while the program runs.
    procedure: &'a Procedure,
    now: Now,
}

impl Table<'_> {
    /// What every row is known by.
    fn known_by(&self, all: &Known) -> Known {
        let signs = (self.look.glyphs.cursor, self.look.glyphs.marked);
        all.and(("row", &self.columns, self.amounts, self.told, self.now.today, signs))
    }

    /// Days that a target waits.
    fn days(&self, line: &Line<'_>) -> i64 {
        line.row.standing.since.days_until(self.now.at)
    }

    /// The selected row is told by its name alone, from the sign before it to the end of its column: a ground under the
    /// whole line would send the whole line twice for every move.
    fn draw(&self, line: &Line<'_>, frame: &mut Frame<'_>, area: Rect) {
        let look = self.look;
        let ground = if line.marked { look.theme.marked } else { look.theme.text };
        let named = if line.selected { look.theme.selected } else { ground };
        let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
        brush.cell(if line.selected { look.glyphs.cursor } else { "" }, 1, named);
        brush.cell(if line.marked { look.glyphs.marked } else { "" }, 1, named).cell("", MARGIN - 2, named);
        for (column, width) in &self.columns {
            let text = self.text(line, *column);
            let style = match column {
                Column::Project => named,
                _ if line.marked => ground,
                _ => self.style(line.row, *column),
            };
            if column.is_number() {
                brush.number(&text, *width, style);
            } else {
                brush.cell(&text, *width, style);
            }
            brush.skip(GAP);
        }
    }

    fn text<'a>(&self, line: &Line<'a>, column: Column) -> Cow<'a, str> {
        let (row, standing) = (line.row, &line.row.standing);
        let or_none = |text: Option<String>| text.map_or(Cow::Borrowed("-"), Cow::Owned);
        match column {
            Column::Project => Cow::Borrowed(&row.project),
            Column::Unit => Cow::Borrowed(&row.unit.name),
            Column::Amount => self.amounts.text(row.amount, self.amounts.width()).into(),
            Column::Stage if self.told == Told::Reason => reason(row, self.procedure).into(),
            Column::Stage if self.told == Told::Due => or_none(standing.due.map(|due| due.to_string())),
            Column::Stage => super::preview::stage(row, self.procedure).into(),
            Column::Round => standing.round.to_string().into(),
            Column::Waiting => t!("queue.days", days = self.days(line)),
            Column::Matters => matters(row),
            Column::Prior => Cow::Borrowed(row.prior_score.as_deref().unwrap_or("-")),
            Column::Grade => or_none(standing.grade.map(|grade| grade.to_string())),
        }
    }

    fn style(&self, row: &QueueRow, column: Column) -> Style {
        let theme = &self.look.theme;
        let late = row.standing.due.is_some_and(|due| due < self.now.today);
        match column {
            Column::Matters if row.findings > 0 => theme.warning,
            Column::Waiting if late => theme.warning,
            Column::Stage if late && self.told == Told::Due => theme.warning,
            Column::Unit | Column::Round | Column::Prior => theme.dim,
            _ => theme.text,
        }
    }
}

/// Why a target waits for the person: what has to be done with it.
fn reason(row: &QueueRow, procedure: &Procedure) -> String {
    let standing = &row.standing;
    let amended = standing.answered.is_none_or(|answered| standing.round > answered);
    let stage = super::preview::stage(row, procedure);
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
