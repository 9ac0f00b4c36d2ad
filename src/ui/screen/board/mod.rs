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
use crate::domain::report::{Board, Covered, Figure, Phase, Value};
use crate::ui::brush::Brush;
use crate::ui::look::Look;
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
    let body = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
    let selected = Line::selected(screen, board);
    // On a low screen the first lines go, so that what is selected is in sight.
    let hidden = (selected + 1).saturating_sub(usize::from(body.height));
    for (row, number) in (0..body.height).zip(hidden..) {
        let mut brush = Brush::on(frame.buffer_mut(), look, body, row);
        match Line::of(number, screen, board) {
            Some(Line::Phase(place, phase)) => {
                let chosen = (place == screen.cursor).then(|| screen.chosen());
                phases::line((screen, board), (phase, chosen), (&of, common.now.today), look, &mut brush);
            }
            Some(Line::CoveredHead) => covered_head(&of, look, &mut brush),
            Some(Line::Covered(place, one)) => {
                covered_line(screen, (one, place == screen.cursor), &of, look, &mut brush);
            }
            Some(Line::FigureHead) => figure_head(board, look, &mut brush),
            Some(Line::Figure(place, figure)) => {
                figure_line(screen, (figure, place == screen.cursor), look, &mut brush);
            }
            None => break,
        }
    }
    let row = u16::try_from(selected - hidden).ok()?;
    Some(Position::new(body.x, body.y + row))
}

/// A line below the heads of the columns; rows that can be selected with their place among all of them.
enum Line<'a> {
    Phase(usize, &'a Phase),
    CoveredHead,
    Covered(usize, &'a Covered),
    FigureHead,
    Figure(usize, &'a Figure),
}

impl<'a> Line<'a> {
    /// The line of a number, were all of them in sight.
    fn of(number: usize, screen: &BoardScreen, board: &'a Board) -> Option<Self> {
        let (phases, covered) = (board.phases.len(), board.covered.len());
        if let Some(phase) = board.phases.get(number) {
            return Some(Self::Phase(number, phase));
        }
        let number = number - phases;
        if number == 0 {
            return Some(Self::CoveredHead);
        }
        if let Some(one) = board.covered.get(number - 1) {
            return Some(Self::Covered(phases + number - 1, one));
        }
        let number = number - 1 - covered;
        if number == 0 {
            return Some(Self::FigureHead);
        }
        let place = screen.first + number - 1;
        board.figures.get(place).map(|figure| Self::Figure(phases + covered + place, figure))
    }

    /// The number of the selected line.
    fn selected(screen: &BoardScreen, board: &Board) -> usize {
        let (phases, covered) = (board.phases.len(), board.covered.len());
        match screen.cursor.checked_sub(phases + covered) {
            None if screen.cursor < phases => screen.cursor,
            None => screen.cursor + 1,
            Some(place) => phases + 1 + covered + 1 + place.saturating_sub(screen.first),
        }
    }
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

/// The heads of what should be covered and is, in the columns of the phases.
fn covered_head(of: &Columns, look: &Look, brush: &mut Brush<'_>) {
    let style = look.theme.heading;
    brush.skip(2).cell(&t!("board.covered-heading"), of.name + 1 + of.days, style).skip(1);
    brush.cell(&t!("board.column.progress"), of.bar, style).skip(1);
    brush.number(&t!("board.column.covered"), of.done, style).skip(1);
    brush.number(&t!("board.column.share"), of.late, style).skip(1);
    brush.number(&t!("board.column.money"), of.money, style);
}

/// What should be covered and is: a bar by money where it is known, beside it how many, per cent and money.
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

fn figure_head(board: &Board, look: &Look, brush: &mut Brush<'_>) {
    brush.skip(2).put(&t!("board.figures"), look.theme.heading);
    let unknown = board.unknown_years();
    if !unknown.is_empty() {
        let years = unknown.iter().map(ToString::to_string).collect::<Vec<_>>().join("、");
        brush.skip(2).put(&t!("board.no-holidays", years = years), look.theme.warning);
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
