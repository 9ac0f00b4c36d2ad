//! The phrase book over a form: what is typed narrows it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::form::phrase::Picker;
use crate::ui::brush::Brush;
use crate::ui::field;
use crate::ui::lines::{Lines, scrolled};
use crate::ui::look::Look;
use crate::ui::popup::ground;

/// Columns of the list.
const WIDTH: u16 = 100;

/// Draws the list, and returns where the cursor stands.
pub fn draw(picker: &Picker, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    let height = usize::from(area.height.saturating_sub(6));
    let inner = ground(&t!("form.phrases"), height, WIDTH, look, frame, area);
    let at = field::draw(&picker.line, look, frame, Rect { height: 1, ..inner }, true);
    let list = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
    if picker.shown().len() == 0 {
        Brush::on(frame.buffer_mut(), look, list, 0).put(&t!("form.no-phrase"), look.theme.dim);
        return at;
    }
    let mut lines = Lines::new(usize::from(list.width), look);
    let mut selected = 0..0;
    for (place, phrase) in picker.shown().enumerate() {
        let start = lines.len();
        lines.hang(&t!("form.phrase-kind", kind = phrase.kind), &phrase.text, look.theme.text);
        if place == picker.cursor {
            selected = start..lines.len();
            lines.restyle(selected.clone(), look.theme.selected);
        }
    }
    let from = scrolled(selected, lines.len(), usize::from(list.height));
    lines.draw(from, false, frame, list);
    at
}
