//! Emptying the ground of a popup.
//!
//! ratatui's `Clear` leaves the left half of a wide character standing just outside the area, which then swallows
//! the popup's left border.

use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use ratatui::layout::{Position, Rect};

/// Empties an area, with the halves of wide characters that reach over its left and right edge.
pub fn clear_area(buffer: &mut Buffer, area: Rect) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    for y in area.top()..area.bottom() {
        if let Some(x) = area.left().checked_sub(1) {
            blank_if_wide(buffer, Position::new(x, y));
        }
        // The right half keeps its style: it is still part of what lies around the popup.
        for x in area.left()..area.right() {
            buffer[(x, y)].reset();
        }
    }
}

fn blank_if_wide(buffer: &mut Buffer, at: Position) {
    if let Some(cell) = buffer.cell_mut(at).filter(|cell| cell.cell_width() > 1) {
        cell.set_symbol(" ");
        cell.set_diff_option(CellDiffOption::None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::{Color, Style};
    use ratatui::widgets::{Block, Widget};

    #[test]
    fn wide_characters_over_the_edges_go_and_the_border_stays() {
        let mut buffer = Buffer::with_lines(["中文中文中文"; 3]);
        let area = Rect::new(3, 0, 6, 3);
        clear_area(&mut buffer, area);
        Block::bordered().render(area, &mut buffer);
        assert_eq!(buffer[(2, 1)].symbol(), " ");
        assert_eq!(buffer[(3, 1)].symbol(), "│");
        assert_eq!(buffer[(8, 1)].symbol(), "│");
        assert_eq!(buffer[(10, 1)].symbol(), "文");
        assert_eq!(buffer[(0, 1)].symbol(), "中");
    }

    #[test]
    fn styles_go_inside_and_stay_outside() {
        let mut buffer = Buffer::with_lines(["中文中文"]);
        buffer.set_style(buffer.area, Style::new().bg(Color::Blue));
        clear_area(&mut buffer, Rect::new(3, 0, 3, 1));
        let blue: Vec<bool> = (0..8).map(|x| buffer[(x, 0)].bg == Color::Blue).collect();
        assert_eq!(blue, [true, true, true, false, false, false, true, true]);
    }

    #[test]
    fn an_area_outside_is_no_area() {
        let mut buffer = Buffer::with_lines(["中文"]);
        let before = buffer.clone();
        clear_area(&mut buffer, Rect::new(9, 9, 4, 4));
        clear_area(&mut buffer, Rect::new(2, 0, 0, 1));
        assert_eq!(buffer, before);
        clear_area(&mut buffer, Rect::new(0, 0, 900, 900));
        assert_eq!(buffer, Buffer::with_lines(["    "]));
    }
}
