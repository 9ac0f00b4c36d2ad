//! Makes a drawn buffer say what it means where wide characters are concerned, before it is compared and written.
//!
//! ratatui leaves the style of a wide character's second cell at its default, and lets widgets draw over one half
//! of it. The backend relies on both being put right.

use ratatui::buffer::{Buffer, CellDiffOption};

use super::symbol::Symbol;

/// Gives the second cell of each wide symbol the style of the first, and blanks a symbol whose second cell is
/// covered by something else or lies outside.
pub(super) fn tidy(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for line in buffer.content.chunks_mut(width) {
        for x in 0..line.len() {
            let cell = &line[x];
            if cell.symbol().len() == 1 || cell.diff_option != CellDiffOption::None {
                continue;
            }
            let columns = usize::from(Symbol::of(cell.symbol()).width);
            if columns < 2 {
                continue;
            }
            let (fg, bg, modifier) = (cell.fg, cell.bg, cell.modifier);
            match line.get_mut(x + 1..x + columns) {
                Some(tail) if tail.iter().all(|half| half.symbol() == " ") => {
                    for half in tail {
                        (half.fg, half.bg, half.modifier) = (fg, bg, modifier);
                    }
                }
                _ => {
                    line[x].set_symbol(" ");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Modifier, Style};

    #[test]
    fn both_halves_have_one_style() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        buffer.set_string(0, 0, "中a国", Style::new().add_modifier(Modifier::REVERSED));
        tidy(&mut buffer);
        assert!((0..5).all(|x| buffer[(x, 0)].modifier == Modifier::REVERSED));
        assert!(buffer[(5, 0)].modifier.is_empty());
    }

    #[test]
    fn a_character_that_lost_a_half_goes() {
        let mut buffer = Buffer::with_lines(["中国a"]);
        buffer[(3, 0)].set_symbol("x");
        tidy(&mut buffer);
        assert_eq!(buffer, Buffer::with_lines(["中 xa"]));
        let mut edge = Buffer::with_lines(["ab"]);
        edge[(1, 0)].set_symbol("中");
        tidy(&mut edge);
        assert_eq!(edge, Buffer::with_lines(["a "]));
    }
}
