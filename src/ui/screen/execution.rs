//! Draws how far desks and units are with monitoring and evaluation, or the targets of one unit.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::execution::Execution;
use crate::domain::execution::progress::Light;
use crate::domain::execution::view::{TargetProgress, UnitProgress};
use crate::domain::execution::{rule, words};
use crate::ui::amounts::Amounts;
use crate::ui::brush::Brush;
use crate::ui::look::Look;
use crate::ui::screen::form::light_style;
use crate::ui::screen::unit_columns::UnitColumns;
use crate::ui::split;

/// Columns of a count.
const COUNT: usize = 4;
/// Columns of an amount.
const AMOUNT: usize = 12;

/// Draws the screen, and returns where the hidden cursor rests: on the selected row.
pub fn draw(screen: &Execution, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let ([title, tabs, heading], list) = split::lines::<3>(area);
    let of = screen.unit.as_ref().map_or(common.county.name.as_str(), |(name, _)| name.as_str());
    let mut brush = Brush::on(frame.buffer_mut(), look, title, 0);
    brush.skip(1).put(&t!("execution.screen.title", of = of, year = screen.year), look.theme.title);
    let mut brush = Brush::on(frame.buffer_mut(), look, tabs, 0);
    brush.skip(1);
    for period in rule::all_periods() {
        let style = if period.id == screen.period.id { look.theme.tab } else { look.theme.tab_other };
        brush.put(period.name(), style).skip(3);
    }
    brush.put(&t!("execution.tab.due", due = screen.period.due(screen.year)), look.theme.dim);
    if screen.count() == 0 {
        Brush::on(frame.buffer_mut(), look, list, 0).skip(2).put(&t!("execution.screen.none"), look.theme.dim);
        return None;
    }
    let page = usize::from(list.height);
    match &screen.unit {
        Some((_, targets)) => {
            target_heading(look, &mut Brush::on(frame.buffer_mut(), look, heading, 0));
            let amounts = Amounts::of(targets.iter().filter_map(|one| one.amount));
            for (place, one) in targets.iter().enumerate().skip(screen.first).take(page) {
                let row = u16::try_from(place - screen.first).ok()?;
                let selected = place == screen.cursor;
                target_row(one, (selected, amounts), look, &mut Brush::on(frame.buffer_mut(), look, list, row));
            }
        }
        None => units(screen, look, frame, (heading, list))?,
    }
    let row = u16::try_from(screen.cursor.saturating_sub(screen.first)).ok()?;
    Some(Position::new(list.x, list.y + row))
}

fn units(screen: &Execution, look: &Look, frame: &mut Frame<'_>, (heading, list): (Rect, Rect)) -> Option<()> {
    let (rows, foot) = split::bottom(list, 1);
    unit_heading(look, &mut Brush::on(frame.buffer_mut(), look, heading, 0));
    let page = usize::from(rows.height);
    let mut sum = UnitProgress { name: t!("cli.monitor.sum").into_owned(), ..UnitProgress::default() };
    screen.units.iter().for_each(|one| sum.add(one));
    let amounts = Amounts::of(screen.units.iter().chain([&sum]).map(|one| one.amount));
    for (place, one) in screen.units.iter().enumerate().skip(screen.first).take(page) {
        let row = u16::try_from(place - screen.first).ok()?;
        unit_row(one, (place == screen.cursor, amounts), look, &mut Brush::on(frame.buffer_mut(), look, rows, row));
    }
    unit_row(&sum, (false, amounts), look, &mut Brush::on(frame.buffer_mut(), look, foot, 0));
    Some(())
}

/// Columns that counts take with the spaces between them, and those before the unit and behind it.
const COUNTS: usize = 2 + 12 * (COUNT + 1);

fn columns(room: usize) -> UnitColumns {
    UnitColumns::of(room, COUNTS, 1)
}

fn unit_heading(look: &Look, brush: &mut Brush<'_>) {
    let style = look.theme.heading;
    let widths = columns(brush.room());
    brush.skip(2);
    if widths.desk > 0 {
        brush.cell(&t!("execution.column.desk"), widths.desk, style).skip(1);
    }
    brush.cell(&t!("execution.column.unit"), widths.name, style).skip(1);
    brush.number(&t!("execution.column.targets"), COUNT, style);
    if widths.amount > 0 {
        brush.skip(1).number(&t!("execution.screen.amount"), widths.amount, style);
    }
    for key in
        ["filled", "late", "missing", "red", "yellow", "blue", "green", "warnings", "evaluated", "reviewed", "returned"]
    {
        brush.skip(1).number(&t!(format!("execution.column.{key}")), COUNT, style);
    }
}

fn unit_row(one: &UnitProgress, (selected, amounts): (bool, Amounts), look: &Look, brush: &mut Brush<'_>) {
    let theme = &look.theme;
    let widths = columns(brush.room());
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, theme.text);
    if widths.desk > 0 {
        brush.cell(&one.desk, widths.desk, theme.dim).skip(1);
    }
    brush.cell(&one.name, widths.name, if selected { theme.selected } else { theme.text }).skip(1);
    brush.number(&one.targets.to_string(), COUNT, theme.text);
    if widths.amount > 0 {
        brush.skip(1).number(&amounts.text(Some(one.amount), widths.amount), widths.amount, theme.text);
    }
    let told = |count: u64, style| (count, if count > 0 { style } else { theme.dim });
    let filling = [(one.filled, theme.text), told(one.late, theme.warning), told(one.missing, theme.warning)];
    let lights = Light::WORST_FIRST.map(|light| told(one.of_light(light), light_style(light, look)));
    let evaluating = [
        told(one.warnings, theme.warning),
        (one.evaluated, theme.text),
        (one.reviewed, theme.text),
        told(one.returned, theme.warning),
    ];
    for (count, style) in filling.into_iter().chain(lights).chain(evaluating) {
        brush.skip(1).number(&count.to_string(), COUNT, style);
    }
}

/// Columns of how a form or an evaluation stands.
const STANDS: usize = 12;

fn target_heading(look: &Look, brush: &mut Brush<'_>) {
    let style = look.theme.heading;
    let name = brush.room().saturating_sub(AMOUNT + 3 * (STANDS + 2) + 6).max(8);
    brush.skip(2).cell(&t!("cli.evaluate.column.project"), name, style).skip(2);
    brush.number(&t!("execution.screen.amount"), AMOUNT, style).skip(2);
    for key in ["execution.screen.monitoring", "execution.column.evaluated", "cli.evaluate.column.state"] {
        brush.cell(&t!(key), STANDS, style).skip(2);
    }
}

fn target_row(one: &TargetProgress, (selected, amounts): (bool, Amounts), look: &Look, brush: &mut Brush<'_>) {
    let theme = &look.theme;
    let name = brush.room().saturating_sub(AMOUNT + 3 * (STANDS + 2) + 6).max(8);
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, theme.text);
    brush.cell(&one.project, name, if selected { theme.selected } else { theme.text }).skip(2);
    brush.number(&amounts.text(one.amount, AMOUNT), AMOUNT, theme.text).skip(2);
    let (light, style) = match one.light {
        Some(light) if one.late > 0 => {
            (t!("execution.screen.late", light = words::light(light)).into_owned(), light_style(light, look))
        }
        Some(light) => (words::light(light), light_style(light, look)),
        None => (t!("execution.tab.unfilled").into_owned(), theme.warning),
    };
    brush.cell(&light, STANDS, style).skip(2);
    brush.cell(one.score.as_deref().unwrap_or("-"), STANDS, theme.text).skip(2);
    let judged = match (one.score.is_some(), one.accepted) {
        (false, _) => String::new(),
        (true, None) => t!("execution.judged.open").into_owned(),
        (true, Some(true)) => t!("execution.judged.accepted").into_owned(),
        (true, Some(false)) => t!("execution.judged.returned").into_owned(),
    };
    brush.cell(&judged, STANDS, theme.text);
}
