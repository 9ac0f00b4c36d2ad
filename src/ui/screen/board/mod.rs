//! Draws the year board: the phases as one pipeline, what is covered of what should be, then the figures.
//!
//! `columns` how wide everything is · `phases` the pipeline · `bar` parts of a whole.

mod bar;
mod columns;
mod phases;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::board::BoardScreen;
use crate::domain::report::{Board, Covered, Figure, Value};
use crate::ui::brush::Brush;
use crate::ui::look::Look;
use crate::ui::split;
use bar::Bar;
use columns::{Columns, counted, share};

/// Columns of a figure's name and of its value.
const FIGURE: usize = 30;
const VALUE: usize = 16;

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
    account(screen, board, look, frame, area);
    let of = Columns::of(screen, board, usize::from(area.width), look);
    phases::heading(&of, look, &mut Brush::on(frame.buffer_mut(), look, area, 2));
    for (row, (place, phase)) in (3..).zip(board.phases.iter().enumerate()) {
        let chosen = (place == screen.cursor).then(|| screen.chosen());
        let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
        phases::line((screen, board), (phase, chosen), (&of, common.now.today), look, &mut brush);
    }
    let (phases, covered) = (board.phases.len(), board.covered.len());
    let (_, rest) = split::top(area, u16::try_from(phases).ok()?.saturating_add(3));
    let (middle, below) = split::top(rest, u16::try_from(covered).ok()?.saturating_add(1));
    coverage(screen, board, &of, look, frame, middle);
    figures(screen, board, look, frame, below);
    let row = match screen.cursor.checked_sub(phases + covered) {
        None if screen.cursor < phases => u16::try_from(screen.cursor).ok()? + 3,
        None => middle.y - area.y + 1 + u16::try_from(screen.cursor - phases).ok()?,
        Some(place) => below.y - area.y + 1 + u16::try_from(place.saturating_sub(screen.first)).ok()?,
    };
    Some(Position::new(area.x, area.y + row))
}

/// What waits for the viewer; at the right the figure that is selected, by its name.
fn account(screen: &BoardScreen, board: &Board, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 1);
    let words = t!("board.mine", mine = board.mine, warned = board.warned, overdue = board.overdue);
    brush.skip(1).put(&words, look.theme.notice);
    if let Some(figure) = screen.selected().filter(|figure| figure.value.is_known()) {
        brush.skip(2).right(&format!("{} {}", figure.name(), figure.value.words()), look.theme.dim);
    }
}

/// What should be covered and is: bars by money where it is known, beside them how many, per cent and money, in the columns of the phases.
fn coverage(screen: &BoardScreen, board: &Board, of: &Columns, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let style = look.theme.heading;
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(2).cell(&t!("board.covered-heading"), of.name + 1 + of.days, style).skip(1);
    brush.cell(&t!("board.column.progress"), of.bar, style).skip(1);
    brush.number(&t!("board.column.covered"), of.done, style).skip(1);
    brush.number(&t!("board.column.share"), of.late, style).skip(1);
    brush.number(&t!("board.column.money"), of.money, style);
    for (row, (place, one)) in (1..).zip(board.covered.iter().enumerate()) {
        let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
        covered_line(screen, (one, board.phases.len() + place == screen.cursor), of, look, &mut brush);
    }
}

fn covered_line(
    screen: &BoardScreen,
    (one, selected): (&Covered, bool),
    of: &Columns,
    look: &Look,
    brush: &mut Brush<'_>,
) {
    let named = if selected { look.theme.selected } else { look.theme.text };
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, named);
    brush.cell(&one.name(), of.name + 1 + of.days, named).skip(1);
    let Some((part, whole)) = one.share() else {
        let words = match one.figure.value {
            Value::Unknown(reason) => t!(reason),
            _ => t!("board.nothing-due"),
        };
        brush.cell(&words, brush.room(), look.theme.dim);
        return;
    };
    let style = if part >= whole { look.theme.good } else { look.theme.warning };
    Bar { part, whole, style }.draw(of.bar, look, brush);
    brush.skip(1).number(&counted(one), of.done, look.theme.text).skip(1);
    brush.number(&share(one), of.late, style).skip(1);
    brush.number(&one.money.map(|(part, _)| part.wan()).unwrap_or_default(), of.money, look.theme.text);
    if of.years > 0 {
        brush.skip(if of.weight > 0 { 1 + of.weight + 1 } else { 1 });
        brush.cell(&phases::years(screen, one.figure.id, look), of.years, look.theme.dim);
    }
}

fn figures(screen: &BoardScreen, board: &Board, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(2).put(&t!("board.figures"), look.theme.heading);
    let unknown = board.unknown_years();
    if !unknown.is_empty() {
        let years = unknown.iter().map(ToString::to_string).collect::<Vec<_>>().join("、");
        brush.skip(2).put(&t!("board.no-holidays", years = years), look.theme.warning);
    }
    let page = usize::from(area.height.saturating_sub(1));
    let at = screen.cursor.checked_sub(board.phases.len() + board.covered.len());
    for (row, (place, figure)) in (1..).zip(board.figures.iter().enumerate().skip(screen.first).take(page)) {
        let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
        figure_line(screen, (figure, at == Some(place)), look, &mut brush);
    }
}

fn figure_line(screen: &BoardScreen, (figure, selected): (&Figure, bool), look: &Look, brush: &mut Brush<'_>) {
    let named = if selected { look.theme.selected } else { look.theme.text };
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, named).cell(&figure.name(), FIGURE, named).skip(1);
    let words = if figure.value.is_known() { figure.value.words() } else { "-".to_owned() };
    brush.number(&words, VALUE, if figure.value.is_known() { look.theme.text } else { look.theme.dim }).skip(1);
    if let Some(trend) = screen.trend.as_ref().filter(|trend| trend.years.len() > 1) {
        brush.cell(&phases::years(screen, figure.id, look), trend.years.len(), look.theme.dim).skip(1);
    }
    let told = if figure.value.is_known() { figure.definition() } else { figure.value.words() };
    brush.skip(1).put(&told, look.theme.dim);
}
