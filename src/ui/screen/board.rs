//! Draws the year board: phases with their bars, what is covered of what should be, then the figures.

use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::board::BoardScreen;
use crate::domain::report::{Board, Covered, Figure, Phase, Value};
use crate::ui::brush::Brush;
use crate::ui::look::Look;
use crate::ui::split;

/// Columns of a phase's name, days, counts, late ones and money.
const NAME: usize = 14;
const DAYS: usize = 21;
const DONE: usize = 11;
const LATE: usize = 7;
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
    let (phases, covered) = (board.phases.len(), board.covered.len());
    let (_, rest) = split::top(area, u16::try_from(phases).ok()?.saturating_add(3));
    let (middle, below) = split::top(rest, u16::try_from(covered).ok()?.saturating_add(1));
    coverage(screen, board, bar, look, frame, middle);
    figures(screen, board, look, frame, below);
    let row = match screen.cursor.checked_sub(phases + covered) {
        None if screen.cursor < phases => u16::try_from(screen.cursor).ok()? + 3,
        None => middle.y - area.y + 1 + u16::try_from(screen.cursor - phases).ok()?,
        Some(place) => below.y - area.y + 1 + u16::try_from(place.saturating_sub(screen.first)).ok()?,
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
            let full = filled(bar, part.into(), whole.into());
            brush.cell(&look.glyphs.bar.repeat(full), full, style);
            brush.cell(&look.glyphs.bar_rest.repeat(bar - full), bar - full, look.theme.border).skip(1);
            brush.number(&format!("{part}/{whole}"), DONE, look.theme.text).skip(1);
        }
        None => {
            // Why nothing can be told takes the place of what cannot.
            if let Value::Unknown(reason) = phase.part.value {
                brush.cell(&t!(reason), bar + 1 + DONE + 1 + LATE, look.theme.dim);
                return;
            }
            let words = if phase.whole.is_some() { t!("board.nothing-due").into_owned() } else { String::new() };
            brush.cell(&words, bar, look.theme.dim).skip(1);
            brush.number(&phase.part.value.words(), DONE, look.theme.text).skip(1);
        }
    }
    let count = if late > 0 { late.to_string() } else { String::new() };
    brush.number(&count, LATE, look.theme.warning).skip(1);
    let money = phase.money.as_ref().filter(|one| one.value.is_known()).map(|one| one.value.words());
    brush.number(&money.unwrap_or_default(), MONEY, look.theme.text);
}

/// What should be covered and is: bars by money where it is known, beside them money, how many, and per cent, in the columns of the phases.
fn coverage(screen: &BoardScreen, board: &Board, bar: usize, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let style = look.theme.heading;
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(2).cell(&t!("board.covered-heading"), NAME + 1 + DAYS, style).skip(1);
    brush.cell(&t!("board.column.progress"), bar, style).skip(1);
    brush.number(&t!("board.column.covered"), DONE, style).skip(1).number(&t!("board.column.share"), LATE, style);
    brush.skip(1).number(&t!("board.column.money"), MONEY, style);
    for (row, (place, one)) in (1..).zip(board.covered.iter().enumerate()) {
        let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
        covered_line(one, board.phases.len() + place == screen.cursor, bar, look, &mut brush);
    }
}

fn covered_line(one: &Covered, selected: bool, bar: usize, look: &Look, brush: &mut Brush<'_>) {
    let named = if selected { look.theme.selected } else { look.theme.text };
    brush
        .cell(if selected { look.glyphs.cursor } else { "" }, 2, named)
        .cell(&one.name(), NAME + 1 + DAYS, named)
        .skip(1);
    let whole = one.share().is_some_and(|(part, whole)| part >= whole);
    match one.share() {
        Some((part, all)) => {
            let full = filled(bar, part, all);
            brush.cell(&look.glyphs.bar.repeat(full), full, if whole { look.theme.good } else { look.theme.warning });
            brush.cell(&look.glyphs.bar_rest.repeat(bar - full), bar - full, look.theme.border).skip(1);
        }
        None => {
            let words = match one.figure.value {
                Value::Unknown(reason) => t!(reason),
                _ => t!("board.nothing-due"),
            };
            brush.cell(&words, bar + 1 + DONE + 1 + LATE, look.theme.dim);
            return;
        }
    }
    let count = one.count.map_or_else(|| "-".to_owned(), |(part, all)| format!("{part}/{all}"));
    brush.number(&count, DONE, look.theme.text).skip(1);
    let share = one.share().map(|(part, all)| Value::Share(part.into(), all.into()).words());
    brush.number(
        &share.unwrap_or_else(|| "-".to_owned()),
        LATE,
        if whole { look.theme.good } else { look.theme.warning },
    );
    let money = one.money.map(|(part, _)| part.wan());
    brush.skip(1).number(&money.unwrap_or_default(), MONEY, look.theme.text);
}

/// Columns of a bar that are reached: none only of nothing, all only of the whole.
fn filled(bar: usize, part: i64, whole: i64) -> usize {
    if part >= whole {
        return bar;
    }
    let columns = i64::try_from(bar).unwrap_or(0).saturating_mul(part.max(0)) / whole.max(1);
    let columns = usize::try_from(columns).unwrap_or(0).min(bar.saturating_sub(1));
    if part > 0 { columns.max(1).min(bar) } else { columns }
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
    let at = screen.cursor.checked_sub(board.phases.len() + board.covered.len());
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

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn a_bar_is_full_only_of_the_whole_and_empty_only_of_nothing() {
        assert_eq!((filled(10, 10, 10), filled(10, 0, 10), filled(10, 5, 10)), (10, 0, 5));
        assert_eq!(
            (filled(10, 9_999, 10_000), filled(10, 1, 10_000)),
            (9, 1),
            "nearly all is not all, little is not nothing"
        );
        assert_eq!(filled(10, 12, 10), 10);
    }
}
