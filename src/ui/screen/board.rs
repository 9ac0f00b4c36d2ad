//! Draws the year board: phases with their bars, then the figures in as many columns as fit.

use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::board::BoardScreen;
use crate::domain::report::{Board, Figure, Phase, Value};
use crate::ui::brush::Brush;
use crate::ui::look::Look;

/// Columns of a phase's name, days, counts, late ones and money.
const NAME: usize = 14;
const DAYS: usize = 21;
const DONE: usize = 11;
const LATE: usize = 6;
const MONEY: usize = 12;
/// Columns that the bar has at least, and at most.
const BAR: (usize, usize) = (6, 40);

/// Draws the screen, and returns where the hidden cursor rests: on the selected row.
pub fn draw(screen: &BoardScreen, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(1).put(&t!("board.title", county = common.county.name, year = screen.year), look.theme.title);
    if common.county.sample {
        brush.skip(2).put(&t!("queue.sample"), look.theme.warning);
    }
    let Some(board) = &screen.board else {
        let key = if screen.unseen { "board.unseen" } else { "case.reading" };
        Brush::on(frame.buffer_mut(), look, area, 2).skip(2).put(&t!(key), look.theme.dim);
        return None;
    };
    let words = t!("board.mine", mine = board.mine, warned = board.warned, overdue = board.overdue);
    Brush::on(frame.buffer_mut(), look, area, 1).skip(1).put(&words, look.theme.notice);
    let bar = bar_room(area);
    heading(look, frame, area, bar);
    for (row, (place, phase)) in (3..).zip(board.phases.iter().enumerate()) {
        let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
        phase_line(phase, place == screen.cursor, (bar, common.now.today), look, &mut brush);
    }
    let above = u16::try_from(board.phases.len()).unwrap_or(u16::MAX).saturating_add(4);
    let below = Rect { y: area.y + above, height: area.height.saturating_sub(above), ..area };
    figures(screen, board, look, frame, below);
    let row = match screen.cursor.checked_sub(board.phases.len()) {
        None => u16::try_from(screen.cursor).ok()? + 3,
        Some(place) => above + 1 + u16::try_from(place.saturating_sub(screen.first)).ok()?,
    };
    Some(Position::new(area.x, area.y + row))
}

fn bar_room(area: Rect) -> usize {
    let taken = 2 + NAME + 1 + DAYS + 1 + 1 + DONE + 1 + LATE + 1 + MONEY + 1;
    usize::from(area.width).saturating_sub(taken).clamp(BAR.0, BAR.1)
}

fn heading(look: &Look, frame: &mut Frame<'_>, area: Rect, bar: usize) {
    let style = look.theme.heading;
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 2);
    brush.skip(2).cell(&t!("board.column.phase"), NAME, style).skip(1).cell(&t!("board.column.days"), DAYS, style);
    brush.skip(1).cell(&t!("board.column.progress"), bar, style).skip(1);
    brush.number(&t!("board.column.done"), DONE, style).skip(1).number(&t!("board.column.late"), LATE, style);
    brush.skip(1).number(&t!("board.column.money"), MONEY, style);
}

fn phase_line(phase: &Phase, selected: bool, (bar, today): (usize, Date), look: &Look, brush: &mut Brush<'_>) {
    let named = if selected { look.theme.selected } else { look.theme.text };
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, named).cell(&phase.name(), NAME, named).skip(1);
    let days = match (phase.from, phase.due) {
        (Some(from), Some(due)) => format!("{from}~{due}"),
        _ => t!("board.no-days").into_owned(),
    };
    brush.cell(&short(&days), DAYS, look.theme.dim).skip(1);
    let late = phase.late(today);
    let style = if late > 0 { look.theme.warning } else { look.theme.good };
    match phase.progress() {
        Some((part, whole)) => {
            let full = bar * usize::try_from(part).unwrap_or(0) / usize::try_from(whole).unwrap_or(1).max(1);
            brush.cell(&look.glyphs.bar.repeat(full), full, style);
            brush.cell(&look.glyphs.bar_rest.repeat(bar - full), bar - full, look.theme.border).skip(1);
            brush.number(&format!("{part}/{whole}"), DONE, look.theme.text).skip(1);
        }
        None => {
            let words = match phase.part.value {
                Value::Unknown(reason) => t!(reason).into_owned(),
                _ if phase.whole.is_some() => t!("board.nothing-due").into_owned(),
                _ => String::new(),
            };
            brush.cell(&words, bar, look.theme.dim).skip(1);
            let part = if phase.part.value.is_known() { phase.part.value.words() } else { "-".to_owned() };
            brush.number(&part, DONE, look.theme.text).skip(1);
        }
    }
    let count = if late > 0 { late.to_string() } else { String::new() };
    brush.number(&count, LATE, look.theme.warning).skip(1);
    let money = phase.money.as_ref().filter(|one| one.value.is_known()).map(|one| one.value.words());
    brush.number(&money.unwrap_or_default(), MONEY, look.theme.text);
}

/// Two days of one year without the second year: `2020-02-11~02-25`.
fn short(days: &str) -> String {
    match days.split_once('~') {
        Some((from, to)) if from.get(..5) == to.get(..5) => format!("{from}~{}", to.get(5..).unwrap_or(to)),
        _ => days.to_owned(),
    }
}

fn figures(screen: &BoardScreen, board: &Board, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    Brush::on(frame.buffer_mut(), look, area, 0).skip(2).put(&t!("board.figures"), look.theme.heading);
    let page = usize::from(area.height.saturating_sub(1));
    let at = screen.cursor.checked_sub(board.phases.len());
    for (row, (place, figure)) in (1..).zip(board.figures.iter().enumerate().skip(screen.first).take(page)) {
        let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
        figure_line(figure, at == Some(place), look, &mut brush);
    }
}

fn figure_line(figure: &Figure, selected: bool, look: &Look, brush: &mut Brush<'_>) {
    let named = if selected { look.theme.selected } else { look.theme.text };
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, named).cell(&figure.name(), 30, named).skip(1);
    if figure.value.is_known() {
        brush.number(&figure.value.words(), 16, look.theme.text).skip(2);
        brush.put(&figure.definition(), look.theme.dim);
    } else {
        brush.number("-", 16, look.theme.dim).skip(2).put(&figure.value.words(), look.theme.dim);
    }
}
