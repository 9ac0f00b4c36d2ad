//! The popups, each on its own cleared ground in the middle of the screen.

mod ask;
mod export;
mod fields;
mod list;
mod palette;
mod quick;
mod shelf;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, Widget};

use super::brush::Brush;
use super::clear::clear_area;
use super::look::Look;
use super::wrap::wrap;
use crate::app::popup::Popup;

/// Columns that most popups take.
const WIDTH: u16 = 72;

/// Draws a popup over an area, and returns where the hidden cursor rests.
pub fn draw(popup: &Popup, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    match popup {
        Popup::Confirm(confirm) => Some(ask::confirm(confirm, look, frame, area)),
        Popup::Prompt(prompt) => Some(ask::prompt(prompt, look, frame, area)),
        Popup::Fields(fields) => Some(fields::draw(fields, look, frame, area)),
        Popup::Choice(choice) => Some(list::draw(choice, look, frame, area)),
        Popup::Quick(quick) => quick::draw(quick, look, frame, area),
        Popup::Export(form) => Some(export::draw(form, look, frame, area)),
        Popup::Help(palette) => palette::help(palette, look, frame, area),
        Popup::Palette(palette) => palette::palette(palette, look, frame, area),
        Popup::Library(library) => shelf::draw(library, look, frame, area),
    }
}

/// Clears the ground of a popup with so many lines inside, frames it, and returns its inside.
pub(super) fn ground(title: &str, lines: usize, width: u16, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Rect {
    let width = width.min(area.width.saturating_sub(2));
    let height = u16::try_from(lines + 2).unwrap_or(u16::MAX).min(area.height);
    let place = Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 3, width, height };
    let buffer = frame.buffer_mut();
    clear_area(buffer, place);
    Block::bordered().border_set(look.glyphs.border).border_style(look.theme.border_focus).render(place, buffer);
    let head = Rect { x: place.x + 2, width: width.saturating_sub(4), height: 1, ..place };
    let room = usize::from(head.width).saturating_sub(2);
    let mut brush = Brush::on(buffer, look, head, 0);
    brush.put(" ", look.theme.title).at_most(title, room, look.theme.title).put(" ", look.theme.title);
    Rect { x: place.x + 2, y: place.y + 1, width: width.saturating_sub(4), height: height.saturating_sub(2) }
}

/// Columns inside a popup of a width over an area.
fn inside(width: u16, area: Rect) -> usize {
    usize::from(width.min(area.width.saturating_sub(2)).saturating_sub(4))
}

/// Texts broken into lines of the popup.
fn broken(texts: &[String], room: usize, look: &Look) -> Vec<String> {
    texts.iter().flat_map(|text| wrap(text, room, look.policy)).collect()
}

/// Writes lines one under the other, and returns the line after them.
fn write(lines: &[String], row: u16, style: ratatui::style::Style, frame: &mut Frame<'_>, area: Rect) -> u16 {
    for (place, line) in lines.iter().enumerate() {
        let at = row.saturating_add(u16::try_from(place).unwrap_or(u16::MAX));
        // The lines are laid out already; what is too much for a small screen is left out.
        if at < area.height {
            frame.buffer_mut().set_stringn(area.x, area.y + at, line, usize::from(area.width), style);
        }
    }
    row.saturating_add(u16::try_from(lines.len()).unwrap_or(u16::MAX))
}
