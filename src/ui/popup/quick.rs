//! Quick pass and return.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use super::{WIDTH, ask, broken, ground, inside, write};
use crate::app::popup::{Quick, QuickField};
use crate::domain::grade::Grade;
use crate::ui::brush::Brush;
use crate::ui::field;
use crate::ui::look::Look;

/// Draws grade and opinion, and for several targets the last question.
pub fn draw(quick: &Quick, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let room = inside(WIDTH, area);
    let title = broken(std::slice::from_ref(&quick.title), room, look);
    let lines = broken(&quick.lines, room, look);
    let fault: Vec<_> = quick.fault.iter().cloned().collect();
    let fault = broken(&fault, room, look);
    let height = title.len() + lines.len() + 3 + fault.len() + if quick.several { 2 } else { 0 };
    let inner = ground(&t!("popup.quick.title"), height, WIDTH, look, frame, area);
    let row = write(&title, 0, look.theme.title, frame, inner);
    let row = write(&lines, row, look.theme.dim, frame, inner) + 1;
    let at = grades(quick, row, look, frame, inner);
    let typed = opinion(quick, row + 1, look, frame, inner);
    let row = write(&fault, row + 2, look.theme.error, frame, inner);
    let sure = quick.several.then(|| {
        let yes = quick.field == QuickField::Sure(true);
        let question = t!("popup.quick.sure").into_owned();
        write(&[question], row, look.theme.text, frame, inner);
        ask::answers(yes, row + 1, look, frame, inner)
    });
    match quick.field {
        QuickField::Grade => Some(at),
        QuickField::Opinion => Some(typed),
        QuickField::Sure(_) => sure,
    }
}

fn grades(quick: &Quick, row: u16, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    let focused = quick.field == QuickField::Grade;
    let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
    brush.put(&t!("popup.quick.grade"), if focused { look.theme.title } else { look.theme.dim }).skip(1);
    let mut at = Position::new(brush.x(), area.y + row);
    for (place, grade) in Grade::ALL.into_iter().enumerate() {
        let chosen = quick.grade == Some(grade);
        if chosen {
            at.x = brush.x();
        }
        let style = if chosen { look.theme.selected } else { look.theme.text };
        brush.put(&t!("popup.quick.key", key = place + 1, grade = grade), style).skip(2);
    }
    at
}

fn opinion(quick: &Quick, row: u16, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    let focused = quick.field == QuickField::Opinion;
    let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
    brush.put(&t!("popup.quick.opinion"), if focused { look.theme.title } else { look.theme.dim }).skip(1);
    let x = brush.x();
    let row = row.min(area.height.saturating_sub(1));
    let place = Rect { x, y: area.y + row, width: area.right().saturating_sub(x), height: 1 };
    field::draw(&quick.opinion, look, frame, place, focused)
}
