//! Draws the pre-assessments of a year, or the projects that lack one.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::assess::{Assessments, Tab};
use crate::domain::assessment::record::State;
use crate::domain::assessment::rule::rules;
use crate::domain::assessment::view::{AssessmentRow, Unassessed};
use crate::domain::assessment::words::{self, points};
use crate::domain::money::Money;
use crate::ui::brush::Brush;
use crate::ui::look::Look;
use crate::ui::split;

const UNIT: usize = 20;
const AMOUNT: usize = 12;
const PLACE: usize = 14;
const POINTS: usize = 5;
const DUE: usize = 10;

/// Draws the screen, and returns where the hidden cursor rests: on the selected row.
pub fn draw(screen: &Assessments, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let ([title, tabs, heading], rest) = split::lines::<3>(area);
    let (list, foot) = split::bottom(rest, 1);
    let name = &common.county.name;
    Brush::on(frame.buffer_mut(), look, title, 0)
        .skip(1)
        .put(&t!("assess.title", county = name, year = screen.year), look.theme.title);
    let mut brush = Brush::on(frame.buffer_mut(), look, tabs, 0);
    brush.skip(1);
    for tab in [Tab::All, Tab::Due] {
        let style = if tab == screen.tab { look.theme.tab } else { look.theme.tab_other };
        let words = match tab {
            Tab::All => t!("assess.tab.all", count = screen.rows.as_ref().map_or(0, Vec::len)),
            Tab::Due => t!("assess.tab.due", count = screen.due.len()),
        };
        brush.put(&words, style).skip(3);
    }
    let rule = match screen.tab {
        Tab::All => rules().thresholds(),
        Tab::Due => rules().requirement(),
    };
    Brush::on(frame.buffer_mut(), look, foot, 0).skip(1).put(&rule, look.theme.dim);
    let Some(rows) = &screen.rows else {
        Brush::on(frame.buffer_mut(), look, list, 0).skip(2).put(&t!("case.reading"), look.theme.dim);
        return None;
    };
    if screen.count() == 0 {
        let words = if screen.tab == Tab::All { t!("assess.none") } else { t!("assess.none-due") };
        Brush::on(frame.buffer_mut(), look, list, 0).skip(2).put(&words, look.theme.dim);
        return None;
    }
    headings(screen.tab, look, &mut Brush::on(frame.buffer_mut(), look, heading, 0));
    for row in 0..list.height {
        let place = screen.first + usize::from(row);
        let mut brush = Brush::on(frame.buffer_mut(), look, list, row);
        match (screen.tab, rows.get(place), screen.due.get(place)) {
            (Tab::All, Some(one), _) => line(one, place == screen.cursor, look, &mut brush),
            (Tab::Due, _, Some(one)) => due(one, place == screen.cursor, look, &mut brush),
            _ => break,
        }
    }
    let row = u16::try_from(screen.cursor.saturating_sub(screen.first)).ok()?;
    Some(Position::new(list.x, list.y + row))
}

/// Columns of the unit and of the project: narrow screens give the project what they have and leave the last day out, the narrowest ones the
/// unit too.
fn names(room: usize, others: usize) -> (usize, usize) {
    let rest = room.saturating_sub(others + 4);
    if rest < 20 {
        return (0, rest + 2);
    }
    let unit = if rest > UNIT + 24 { UNIT } else { (rest / 3).max(8) };
    (unit, rest.saturating_sub(unit + 2).max(8))
}

/// Columns from which on the last day has its place.
const WIDE: usize = 100;
const OF_ROW: usize = AMOUNT + PLACE + 2 * POINTS + DUE + 10;
/// What a row of the list takes beside the names.
const fn of_row(is_wide: bool) -> usize {
    if is_wide { OF_ROW } else { OF_ROW - DUE }
}

const OF_DUE: usize = AMOUNT + PLACE + 4;

fn headings(tab: Tab, look: &Look, brush: &mut Brush<'_>) {
    let style = look.theme.heading;
    let is_wide = brush.room() >= WIDE;
    let others = if tab == Tab::All { of_row(is_wide) } else { OF_DUE };
    let (unit, project) = names(brush.room(), others);
    brush.skip(2).cell(&t!("cli.assess.column.project"), project, style).skip(2);
    if unit > 0 {
        brush.cell(&t!("cli.assess.column.unit"), unit, style).skip(2);
    }
    brush.number(&t!("execution.screen.amount"), AMOUNT, style).skip(2);
    match tab {
        Tab::All => {
            brush.cell(&t!("cli.assess.column.place"), PLACE, style).skip(2);
            brush.number(&t!("cli.assess.column.own"), POINTS, style).skip(2);
            brush.number(&t!("cli.assess.column.total"), POINTS, style).skip(2);
            if is_wide {
                brush.cell(&t!("cli.assess.column.due"), DUE, style);
            }
        }
        Tab::Due => drop(brush.cell(&t!("cli.assess.column.assessment"), PLACE, style)),
    }
}

/// How a state looks; its word says the same without colours.
pub fn style(state: State, look: &Look) -> Style {
    match state {
        State::Supported => look.theme.good,
        State::Adjusting | State::Returned => look.theme.warning,
        State::Refused => look.theme.error,
        State::Draft | State::Pending => look.theme.text,
        State::Withdrawn => look.theme.dim,
    }
}

fn line(row: &AssessmentRow, selected: bool, look: &Look, brush: &mut Brush<'_>) {
    let is_wide = brush.room() >= WIDE;
    let (unit, project) = names(brush.room(), of_row(is_wide));
    let named = match (selected, row.is_mine) {
        (true, _) => look.theme.selected,
        (false, true) => look.theme.key,
        (false, false) => look.theme.text,
    };
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, look.theme.text);
    named_cells((&row.project, project, named), (&row.unit.name, unit), look, brush);
    brush.number(&row.amount.map_or_else(|| "-".to_owned(), Money::wan), AMOUNT, look.theme.text).skip(2);
    brush.cell(&words::place(&row.standing), PLACE, style(row.standing.state, look)).skip(2);
    brush.number(&points(row.own), POINTS, look.theme.text).skip(2);
    brush.number(&points(row.total), POINTS, look.theme.text).skip(2);
    if is_wide {
        brush.cell(&row.standing.due.map(|due| due.to_string()).unwrap_or_default(), DUE, look.theme.dim);
    }
}

fn named_cells(
    (project, columns, style): (&str, usize, Style),
    (unit, of_unit): (&str, usize),
    look: &Look,
    brush: &mut Brush<'_>,
) {
    brush.cell(project, columns, style).skip(2);
    if of_unit > 0 {
        brush.cell(unit, of_unit, look.theme.text).skip(2);
    }
}

fn due(row: &Unassessed, selected: bool, look: &Look, brush: &mut Brush<'_>) {
    let (unit, project) = names(brush.room(), OF_DUE);
    let named = if selected { look.theme.selected } else { look.theme.text };
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, look.theme.text);
    named_cells((&row.project, project, named), (&row.unit, unit), look, brush);
    brush.number(&row.amount.map_or_else(|| "-".to_owned(), Money::wan), AMOUNT, look.theme.text).skip(2);
    match &row.standing {
        Some(standing) => brush.cell(&words::place(standing), PLACE, style(standing.state, look)),
        None => brush.cell(&t!("assess.missing"), PLACE, look.theme.error),
    };
}
