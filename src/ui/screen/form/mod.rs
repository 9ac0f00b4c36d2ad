//! Draws a form: whose target it is, what happened to it meanwhile, the fields, the target's contents beside them where
//! there is room, and below always where it leads and what hinders it.

mod body;
mod entry;
mod grid;
mod head;
mod picker;
mod reached;
mod side;

pub use entry::{draw as entry_draw, height as entry_height, label_width as entry_labels};
pub use reached::style as light_style;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::form::{Form, layout};
use crate::ui::brush::Brush;
use crate::ui::look::Look;
use crate::ui::split;

/// Draws the screen, and returns where the hidden cursor rests.
pub fn draw(form: &Form, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let (Some(kind), Some(file)) = (form.kind, form.file.as_deref()) else {
        Brush::on(frame.buffer_mut(), look, area, 0).skip(1).put(&t!("case.reading"), look.theme.dim);
        return None;
    };
    let news = head::news(form, file, area.width, look);
    let top = 2 + u16::try_from(news.len()).unwrap_or(0);
    let (head_area, rest) = split::top(area, top);
    let (middle, foot) = split::bottom(rest, 3);
    head::draw(form, kind, file, common, look, frame, head_area);
    news.draw(
        0,
        true,
        frame,
        Rect { x: area.x + 1, y: area.y + 2, width: area.width.saturating_sub(2), height: top - 2 },
    );
    let (width, beside) = layout::columns(kind, area.width);
    let fields = Rect { width, ..middle };
    let at = body::draw(form, look, frame, fields);
    if beside > 0 {
        side::draw(form, file, common, look, frame, Rect { x: area.x + width, width: beside, ..middle });
    }
    head::foot(form, common, look, frame, foot);
    match &form.picker {
        Some(picker) => Some(picker::draw(picker, look, frame, area)),
        None => at,
    }
}

#[cfg(test)]
mod tests;
