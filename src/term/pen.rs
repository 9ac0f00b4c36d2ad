//! The graphic rendition (SGR): what a cell wants, and the shortest way from one to the next.
//!
//! The 16 ANSI colours are written as 30–37 and 90–97, which every terminal knows. Without colours only modifiers
//! remain, so that a reversed selection stays visible under `NO_COLOR`.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::caps::Depth;

/// Modifiers that show on a blank cell.
const VISIBLE_ON_BLANK: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// Each modifier with the parameter that sets it and the one that clears it.
const MODIFIERS: [(Modifier, &str, &str); 9] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", "25"),
    (Modifier::RAPID_BLINK, "6", "25"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

/// A graphic rendition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Pen {
    /// The terminal's own colours, nothing else.
    pub(super) const PLAIN: Self = Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    /// Returns what a cell wants, within the colours there are.
    pub(super) fn of(cell: &Cell, depth: Depth) -> Self {
        Self { fg: within(cell.fg, depth), bg: within(cell.bg, depth), modifier: cell.modifier }
    }

    /// Tells whether a blank cell drawn with this pen looks empty.
    pub(super) fn blank_is_empty(self) -> bool {
        self.bg == Color::Reset && !self.modifier.intersects(VISIBLE_ON_BLANK)
    }

    /// Tells whether blank cells look the same with both pens.
    pub(super) fn same_on_blank(self, other: Self) -> bool {
        let shown = |pen: Self| pen.modifier.intersects(VISIBLE_ON_BLANK);
        self == other || (self.bg == other.bg && !shown(self) && !shown(other))
    }

    /// Writes the shortest change from this pen to `next`; nothing when they are the same.
    pub(super) fn change_to(self, next: Self, out: &mut Vec<u8>) {
        if self == next {
            return;
        }
        let step = self.step_to(next);
        let anew = Self::PLAIN.step_to(next);
        out.extend_from_slice(b"\x1b[");
        if next != Self::PLAIN && step.len() <= anew.len() + 2 {
            out.extend_from_slice(step.as_bytes());
        } else if !anew.is_empty() {
            out.extend_from_slice(b"0;");
            out.extend_from_slice(anew.as_bytes());
        }
        out.push(b'm');
    }

    /// Returns the parameters that lead from this pen to `next` without a reset.
    fn step_to(self, next: Self) -> String {
        let mut parameters = Parameters::default();
        let gone = self.modifier.difference(next.modifier);
        let mut kept = self.modifier;
        for (modifier, _, clear) in MODIFIERS {
            if gone.contains(modifier) && kept.contains(modifier) {
                parameters.push(clear);
                // One parameter clears both of a pair.
                for (other, _, same) in MODIFIERS {
                    if same == clear {
                        kept.remove(other);
                    }
                }
            }
        }
        for (modifier, set, _) in MODIFIERS {
            if next.modifier.contains(modifier) && !kept.contains(modifier) {
                parameters.push(set);
            }
        }
        if self.fg != next.fg {
            parameters.push(&colour(next.fg, 30));
        }
        if self.bg != next.bg {
            parameters.push(&colour(next.bg, 40));
        }
        parameters.0
    }
}

/// SGR parameters with `;` between them.
#[derive(Default)]
struct Parameters(String);

impl Parameters {
    fn push(&mut self, parameter: &str) {
        if !self.0.is_empty() {
            self.0.push(';');
        }
        self.0.push_str(parameter);
    }
}

/// Leaves out a colour that the terminal has not.
fn within(colour: Color, depth: Depth) -> Color {
    let needed = match colour {
        Color::Reset => Depth::Mono,
        Color::Indexed(16..) => Depth::Indexed,
        Color::Rgb(..) => Depth::True,
        _ => Depth::Ansi16,
    };
    if needed <= depth { colour } else { Color::Reset }
}

/// Returns the number of one of the 16 ANSI colours.
const fn ansi(colour: Color) -> Option<u8> {
    Some(match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(number @ 0..=15) => number,
        Color::Indexed(_) | Color::Rgb(..) | Color::Reset => return None,
    })
}

/// Returns the parameter of a colour; `base` is 30 for the text and 40 for the ground.
fn colour(colour: Color, base: u8) -> String {
    match (ansi(colour), colour) {
        (Some(number @ 0..=7), _) => (base + number).to_string(),
        (Some(number), _) => (base + 52 + number).to_string(),
        (None, Color::Indexed(number)) => format!("{};5;{number}", base + 8),
        (None, Color::Rgb(red, green, blue)) => format!("{};2;{red};{green};{blue}", base + 8),
        (None, _) => (base + 9).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pen(fg: Color, bg: Color, modifier: Modifier) -> Pen {
        Pen { fg, bg, modifier }
    }

    fn change(from: Pen, to: Pen) -> String {
        let mut out = Vec::new();
        from.change_to(to, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_shortest_change_is_written() {
        let none = Modifier::empty();
        let red = pen(Color::Red, Color::Reset, none);
        let bold_red = pen(Color::Red, Color::Reset, Modifier::BOLD);
        let dim_red = pen(Color::Red, Color::Reset, Modifier::DIM);
        let table = [
            (Pen::PLAIN, Pen::PLAIN, ""),
            (Pen::PLAIN, red, "\x1b[31m"),
            (red, Pen::PLAIN, "\x1b[m"),
            (red, bold_red, "\x1b[1m"),
            (bold_red, red, "\x1b[22m"),
            (bold_red, dim_red, "\x1b[22;2m"),
            (bold_red, pen(Color::LightBlue, Color::DarkGray, none), "\x1b[0;94;100m"),
            (pen(Color::White, Color::Black, none), pen(Color::Gray, Color::Black, none), "\x1b[37m"),
            (Pen::PLAIN, pen(Color::Indexed(208), Color::Rgb(1, 2, 3), none), "\x1b[38;5;208;48;2;1;2;3m"),
            (Pen::PLAIN, pen(Color::Indexed(9), Color::Indexed(1), none), "\x1b[91;41m"),
            (
                pen(Color::Red, Color::Blue, Modifier::BOLD | Modifier::UNDERLINED | Modifier::ITALIC),
                pen(Color::Reset, Color::Reset, Modifier::REVERSED),
                "\x1b[0;7m",
            ),
        ];
        for (from, to, expected) in table {
            assert_eq!(change(from, to), expected, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn clearing_bold_keeps_dim() {
        let both = pen(Color::Reset, Color::Reset, Modifier::BOLD | Modifier::DIM);
        let dim = pen(Color::Reset, Color::Reset, Modifier::DIM);
        let written = change(both, dim);
        assert!(written == "\x1b[22;2m" || written == "\x1b[0;2m", "{written:?}");
    }

    #[test]
    fn without_colours_only_modifiers_remain() {
        let mut cell = Cell::new("x");
        cell.fg = Color::Red;
        cell.bg = Color::Rgb(1, 2, 3);
        cell.modifier = Modifier::REVERSED;
        assert_eq!(Pen::of(&cell, Depth::Mono), pen(Color::Reset, Color::Reset, Modifier::REVERSED));
        assert_eq!(Pen::of(&cell, Depth::Ansi16), pen(Color::Red, Color::Reset, Modifier::REVERSED));
        assert_eq!(Pen::of(&cell, Depth::True), pen(Color::Red, Color::Rgb(1, 2, 3), Modifier::REVERSED));
    }
}
