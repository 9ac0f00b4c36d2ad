//! Makes a drawn buffer say what it means where wide characters are concerned, and tells which of its lines differ from the screen.
//!
//! ratatui leaves the style of a wide character's second cell at its default, and lets widgets draw over one half
//! of it. The backend relies on both being put right. Both in one walk, because walking over all cells is most of what a frame costs in which
//! little changes.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellDiffOption};

use super::symbol::Symbol;

/// Tidies a drawn screen, and tells which of its lines differ from the one shown. `sources` names the lines that are those of the screen shown,
/// and which of them: they are tidy, and need not even have been laid out.
pub(super) fn tidy(drawn: &mut Buffer, shown: &Buffer, sources: &[Option<usize>]) -> Vec<bool> {
    let width = usize::from(drawn.area.width).max(1);
    let mut before = shown.content.chunks(width);
    let lines = drawn.content.chunks_mut(width).enumerate();
    let differs = |(place, line): (usize, &mut [Cell])| {
        let before = before.next().unwrap_or_default();
        match sources.get(place) {
            Some(Some(source)) => *source != place,
            _ => tidy_line(line, before),
        }
    };
    lines.map(differs).collect()
}

/// Gives the second cell of each wide symbol of a line the style of the first, and blanks a symbol whose second cell is
/// covered by something else or lies outside. Returns whether the line differs from the one before.
fn tidy_line(line: &mut [Cell], before: &[Cell]) -> bool {
    let mut differs = line.len() != before.len();
    for x in 0..line.len() {
        let cell = &line[x];
        if cell.symbol().len() > 1 && cell.diff_option == CellDiffOption::None {
            tidy_at(line, x);
        }
        differs = differs || !same(&line[x], &before[x]);
    }
    differs
}

fn tidy_at(line: &mut [Cell], x: usize) {
    let cell = &line[x];
    let columns = usize::from(Symbol::of(cell.symbol()).width);
    if columns < 2 {
        return;
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

/// From the first cell of a line that differs to behind the last one.
pub(super) fn span(old: &[Cell], new: &[Cell]) -> Range<usize> {
    let pairs = || old.iter().zip(new);
    let first = pairs().position(|(old, new)| !same(old, new)).unwrap_or(new.len());
    first..pairs().rposition(|(old, new)| !same(old, new)).map_or(first, |last| last + 1)
}

/// What `==` says of two cells, without its calls: nearly every symbol has one byte or three.
#[inline]
pub(super) fn same(old: &Cell, new: &Cell) -> bool {
    let text = match (old.symbol().as_bytes(), new.symbol().as_bytes()) {
        ([before], [after]) => before == after,
        ([one, two, three], [first, second, third]) => (one, two, three) == (first, second, third),
        (before, after) => before == after,
    };
    text && old.fg == new.fg && old.bg == new.bg && old.modifier == new.modifier && old.diff_option == new.diff_option
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    fn tidy_alone(buffer: &mut Buffer) {
        let empty = Buffer::empty(buffer.area);
        tidy(buffer, &empty, &[]);
    }

    #[test]
    fn a_line_differs_by_any_text_or_style_once_it_is_tidy() {
        let drawn = || {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 7));
            for y in 0..7 {
                buffer.set_string(0, y, "中a≥b", Style::new());
            }
            buffer
        };
        let mut shown = drawn();
        tidy_alone(&mut shown);
        let mut next = drawn();
        next[(2, 1)].set_symbol("b");
        next[(3, 2)].set_symbol("≤");
        next[(4, 3)].set_fg(Color::Red);
        next[(5, 4)].set_bg(Color::Red);
        next[(0, 5)].modifier = Modifier::DIM;
        next[(5, 6)].set_symbol("e\u{301}");
        assert_eq!(tidy(&mut next, &shown, &[]), [false, true, true, true, true, true, true]);
        assert_eq!(next[(1, 5)].modifier, Modifier::DIM, "tidied after the difference, too");
        assert_eq!(tidy(&mut next.clone(), &next, &[]), [false; 7]);
        assert_eq!(tidy(&mut next, &Buffer::default(), &[]), [true; 7], "nothing is shown");
    }

    #[test]
    fn both_halves_have_one_style() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        buffer.set_string(0, 0, "中a国", Style::new().add_modifier(Modifier::REVERSED));
        tidy_alone(&mut buffer);
        assert!((0..5).all(|x| buffer[(x, 0)].modifier == Modifier::REVERSED));
        assert!(buffer[(5, 0)].modifier.is_empty());
    }

    #[test]
    fn a_character_that_lost_a_half_goes() {
        let mut buffer = Buffer::with_lines(["中国a"]);
        buffer[(3, 0)].set_symbol("x");
        tidy_alone(&mut buffer);
        assert_eq!(buffer, Buffer::with_lines(["中 xa"]));
        let mut edge = Buffer::with_lines(["ab"]);
        edge[(1, 0)].set_symbol("中");
        tidy_alone(&mut edge);
        assert_eq!(edge, Buffer::with_lines(["a "]));
    }
}
