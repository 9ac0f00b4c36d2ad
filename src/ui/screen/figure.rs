//! Draws the rows behind a figure.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::screen::figure::FigureScreen;
use crate::domain::money::Money;
use crate::domain::report::FigureRow;
use crate::ui::amounts::Amounts;
use crate::ui::brush::Brush;
use crate::ui::lines::Lines;
use crate::ui::look::Look;

/// Columns of unit, money and remark.
const UNIT: usize = 20;
const MONEY: usize = 14;

/// Draws the screen, and returns where the hidden cursor rests: on the selected row.
pub fn draw(screen: &FigureScreen, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let figure = &screen.figure;
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(1).put(&figure.name(), look.theme.title).skip(2).put(&figure.value.words(), look.theme.found);
    let text = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: 2 };
    let mut lines = Lines::new(usize::from(text.width), look);
    lines.add(&figure.definition(), look.theme.dim);
    lines.draw(0, true, frame, text);
    let Some(rows) = &screen.rows else {
        Brush::on(frame.buffer_mut(), look, area, 3).skip(2).put(&t!("case.reading"), look.theme.dim);
        return None;
    };
    Brush::on(frame.buffer_mut(), look, area, 3).skip(1).put(&account(rows), look.theme.heading);
    let list = Rect { y: area.y + 4, height: area.height.saturating_sub(4), ..area };
    if rows.is_empty() {
        Brush::on(frame.buffer_mut(), look, list, 0).skip(2).put(&t!("figure.none"), look.theme.dim);
        return None;
    }
    let shown = rows.iter().enumerate().skip(screen.first).take(usize::from(list.height));
    let amounts = Amounts::of(shown.clone().filter_map(|(_, row)| row.amount));
    for (row, (place, one)) in (0..).zip(shown) {
        line(one, (place == screen.cursor, amounts), look, &mut Brush::on(frame.buffer_mut(), look, list, row));
    }
    let row = u16::try_from(screen.cursor.saturating_sub(screen.first)).ok()?;
    Some(Position::new(list.x, list.y + row))
}

fn account(rows: &[FigureRow]) -> String {
    let amounts: Vec<Money> = rows.iter().filter_map(|row| row.amount).collect();
    let sum = || amounts.iter().copied().sum::<Money>().wan();
    let money = if amounts.is_empty() { String::new() } else { t!("figure.money", amount = sum()).into_owned() };
    t!("figure.rows", count = rows.len(), money = money).into_owned()
}

fn line(row: &FigureRow, (selected, amounts): (bool, Amounts), look: &Look, brush: &mut Brush<'_>) {
    let named = if selected { look.theme.selected } else { look.theme.text };
    let title = (brush.room().saturating_sub(2 + 2 + UNIT + 2 + MONEY + 2) * 3 / 5).max(16);
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, named).cell(&row.title, title, named).skip(2);
    brush.cell(&row.unit, UNIT, look.theme.text).skip(2);
    brush
        .number(&row.amount.map(|one| amounts.text(Some(one), MONEY)).unwrap_or_default(), MONEY, look.theme.text)
        .skip(2);
    brush.put(&row.remark, look.theme.dim);
}
