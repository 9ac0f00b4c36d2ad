//! The agenda: every item with its state, the one under discussion marked; beside the case, or alone with unit and amount.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use rust_i18n::t;

use crate::app::screen::session::{Pane, Room};
use crate::domain::session::ItemState;
use crate::domain::session::groups::{Line, lines};
use crate::domain::session::refusal::item_word;
use crate::domain::session::view::{ItemView, SessionView};
use crate::ui::amounts::Amounts;
use crate::ui::brush::{Brush, columns};
use crate::ui::lines::scrolled;
use crate::ui::look::Look;

/// Columns for an item's number and its mark.
const NUMBER: usize = 3;
const MARK: usize = 2;

/// The agenda beside the case.
pub fn narrow(room: &Room, view: &SessionView, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let list = Rect { width: area.width.saturating_sub(1), ..area };
    rows(room, (view, true), look, frame, list, |item, style, brush| {
        let room = brush.room();
        brush.cell(&item.project, room, style);
    })
}

/// The agenda alone.
pub fn wide(room: &Room, view: &SessionView, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    let project = project_width(usize::from(area.width));
    brush.skip(2 + NUMBER + MARK + 2).cell(&t!("room.column.project"), project, look.theme.heading).skip(2);
    brush.cell(&t!("room.column.unit"), 16, look.theme.heading).skip(2);
    brush.number(&t!("room.column.amount"), 12, look.theme.heading).skip(2);
    brush.cell(&t!("room.column.state"), 10, look.theme.heading);
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let amounts = Amounts::of(view.items.iter().filter_map(|item| item.amount));
    rows(room, (view, false), look, frame, list, |item, style, brush| {
        brush.cell(&item.project, project, style).cell("", 2, style);
        brush.cell(&item.unit.name, 16, style).cell("", 2, style);
        brush.number(&amounts.text(item.amount, 12), 12, style).cell("", 2, style);
        let room = brush.room();
        brush.cell(&state(item), room, style);
    })
}

fn project_width(width: usize) -> usize {
    width.saturating_sub(2 + NUMBER + MARK + 2 + 2 + 16 + 2 + 12 + 2 + 10 + 1)
}

fn state(item: &ItemView) -> String {
    match item.state {
        _ if item.gone => t!("session.item.gone").into_owned(),
        ItemState::Open if item.ballots_in > 0 => {
            t!("room.ballots", given = item.ballots_in, due = item.ballots_due).into_owned()
        }
        state => item_word(state),
    }
}

/// A heading: a desk with its count and money, or a unit.
fn head(line: &Line, look: &Look, brush: &mut Brush<'_>) {
    match line {
        Line::Desk(desk, count, amount) => {
            let desk = if desk.is_empty() { t!("room.results.no-desk").into_owned() } else { desk.clone() };
            let whole = t!("room.group", desk = desk, count = count, amount = amount.wan());
            // An amount that is cut would be another amount.
            let fits = columns(&whole, look) <= brush.room();
            let words = if fits { whole } else { t!("room.group-count", desk = desk, count = count) };
            brush.put(&words, look.theme.heading);
        }
        Line::Unit(unit) => drop(brush.skip(2).put(unit, look.theme.dim)),
        Line::Item(_) => {}
    }
}

fn rows(
    room: &Room,
    (view, units): (&SessionView, bool),
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
    rest: impl Fn(&ItemView, Style, &mut Brush<'_>),
) -> Option<Position> {
    if view.items.is_empty() {
        Brush::on(frame.buffer_mut(), look, area, 0).skip(1).put(&t!("room.no-items"), look.theme.dim);
        return None;
    }
    let shown = view.items.iter().position(|item| Some(item.target) == room.target()).unwrap_or(0);
    let height = usize::from(area.height);
    let lines = lines(&view.items, units);
    let at = lines.iter().position(|line| *line == Line::Item(shown)).unwrap_or(0);
    // The headings over an item are in sight with it.
    let heads = lines[..at].iter().rev().take_while(|line| !matches!(line, Line::Item(_))).count();
    let from = scrolled(at - heads..at + 1, lines.len(), height);
    for (row, line) in (0..).zip(lines.iter().skip(from).take(height)) {
        let place = match line {
            Line::Item(place) => *place,
            heading => {
                head(heading, look, &mut Brush::on(frame.buffer_mut(), look, area, row));
                continue;
            }
        };
        let item = &view.items[place];
        let current = view.session.current == Some(item.target);
        let style = match (place == shown, room.pane) {
            (true, Pane::Agenda) => look.theme.selected,
            (true, Pane::Main) => look.theme.selected_elsewhere,
            (false, _) if current => look.theme.notice,
            (false, _) if item.state == ItemState::Decided => look.theme.dim,
            (false, _) => look.theme.text,
        };
        let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
        brush.cell(
            if current { look.glyphs.full } else { "" },
            2,
            if place == shown { style } else { look.theme.notice },
        );
        brush.number(&(place + 1).to_string(), NUMBER, style).cell("", 1, style);
        brush.cell(&mark(item, view), MARK, style).cell("", 1, style);
        rest(item, style, &mut brush);
    }
    let row = u16::try_from(at.saturating_sub(from)).ok()?;
    Some(Position::new(area.x, area.y + row))
}

/// What stands before an item: its grade once decided, else that it is revealed, put off, listed for consent, or gone.
fn mark(item: &ItemView, view: &SessionView) -> String {
    match (item.state, &item.decision) {
        (ItemState::Decided, Some(decision)) => decision.grade.to_string(),
        (ItemState::Decided, None) => String::new(),
        _ if item.gone => t!("room.mark.gone").into_owned(),
        (ItemState::Revealed, _) => t!("room.mark.revealed").into_owned(),
        (ItemState::Deferred, _) => t!("room.mark.deferred").into_owned(),
        (ItemState::Open, _) if item.consent(&view.session) => t!("room.mark.consent").into_owned(),
        (ItemState::Open, _) => String::new(),
    }
}
