//! The phases of the year, a line each: days, a bar of what is done, the counts, the money with a bar of its own, and how it went over the years.

use jiff::civil::Date;
use ratatui::style::Style;
use rust_i18n::t;

use super::bar::{Bar, filled};
use super::columns::{Columns, days, progress, value};
use crate::app::screen::board::BoardScreen;
use crate::domain::report::{Board, Cell, Phase, Value};
use crate::ui::brush::{Brush, columns};
use crate::ui::look::Look;

/// The heads of the columns.
pub(super) fn heading(of: &Columns, look: &Look, brush: &mut Brush<'_>) {
    let style = look.theme.heading;
    brush.skip(2).cell(&t!("board.column.phase"), of.name, style).skip(1);
    brush.cell(&t!("board.column.days"), of.days, style).skip(1);
    brush.cell(&t!("board.column.progress"), of.bar, style).skip(1);
    brush.number(&t!("board.column.done"), of.done, style).skip(1);
    brush.number(&t!("board.column.late"), of.late, style).skip(1);
    brush.number(&t!("board.column.money"), of.money, style);
    if of.years > 0 {
        brush.skip(if of.weight > 0 { 1 + of.weight + 1 } else { 1 });
        brush.cell(&t!("board.column.years"), of.years, style);
    }
}

/// A phase; `chosen` is its selected figure, if the phase is selected.
pub(super) fn line(
    (screen, board): (&BoardScreen, &Board),
    (phase, chosen): (&Phase, Option<Cell>),
    (of, today): (&Columns, Date),
    look: &Look,
    brush: &mut Brush<'_>,
) {
    let named = if chosen.is_some() { look.theme.selected } else { look.theme.text };
    brush.cell(if chosen.is_some() { look.glyphs.cursor } else { "" }, 2, named).cell(&phase.name(), of.name, named);
    brush.skip(1).cell(&days(phase), of.days, look.theme.dim).skip(1);
    let on = |cell: Cell, style: Style| if chosen == Some(cell) { look.theme.selected } else { style };
    // Why nothing can be told takes the place of what cannot.
    if let Value::Unknown(reason) = phase.part.value {
        brush.cell(&t!(reason), brush.room(), look.theme.dim);
        return;
    }
    let late = phase.late(today) > 0;
    let text = look.theme.text;
    match phase.progress() {
        Some((part, whole)) => {
            let style = if late { look.theme.warning } else { look.theme.good };
            Bar { part: part.into(), whole: whole.into(), style }.draw(of.bar, look, brush);
        }
        None if phase.whole.is_some() => {
            brush.cell(&t!("board.nothing-due"), of.bar, look.theme.dim);
        }
        None => {
            brush.skip(of.bar);
        }
    }
    let parts = progress(phase);
    brush.skip(1 + of.done.saturating_sub(columns(&parts, look)));
    match parts.split_once('/') {
        Some((part, whole)) => {
            brush.put(part, on(Cell::Part, text)).put("/", text).put(whole, on(Cell::Whole, text));
        }
        None => {
            brush.put(&parts, on(Cell::Part, text));
        }
    }
    let left = if late || chosen == Some(Cell::Left) { value(phase, Cell::Left) } else { String::new() };
    brush.skip(1).number(&left, of.late, on(Cell::Left, look.theme.warning)).skip(1);
    brush.number(&value(phase, Cell::Money), of.money, on(Cell::Money, text));
    weight(board, phase, of, look, brush);
    if of.years > 0 {
        brush.skip(1).cell(&years(screen, phase.part.id, look), of.years, look.theme.dim);
    }
}

/// The money of a phase against that of the phase with most of it.
fn weight(board: &Board, phase: &Phase, of: &Columns, look: &Look, brush: &mut Brush<'_>) {
    if of.weight == 0 {
        return;
    }
    let most = board.phases.iter().filter_map(Phase::amount).map(|amount| amount.0).max().unwrap_or(0);
    let own = phase.amount().map_or(0, |amount| amount.0);
    let full = if most > 0 { filled(of.weight, own, most) } else { 0 };
    brush.skip(1).cell(&look.glyphs.bar.repeat(full), of.weight, look.theme.notice);
}

/// A figure over the years, from nothing to the most it was; blank where it is no line.
pub(super) fn years(screen: &BoardScreen, id: &str, look: &Look) -> String {
    let line = screen.trend.as_ref().and_then(|trend| trend.line(id));
    line.map_or_else(String::new, |line| {
        let most = line.iter().flatten().copied().max().unwrap_or(0);
        look.glyphs.sparkline(line, 0, most.max(1))
    })
}
