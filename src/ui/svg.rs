//! A drawn buffer as a picture (SVG), for the documentation.
//!
//! Every character stands on its cell, so that columns are exact whatever the font. Frames and blocks are drawn as
//! lines and rectangles, because those of fonts rarely meet.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// Width and height of a cell, and the margin around the screen, in pixels.
const CELL: (u32, u32) = (9, 20);
const MARGIN: u32 = 12;
const FONT: &str = "'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace";
/// Signs such as `“ ≥ …` are two columns wide in Chinese fonts, so a narrow one comes first for them.
const SIGNS: &str = r#" font-family="'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace" font-size="15""#;
const INK: &str = "#d8dee9";
const GROUND: &str = "#1e2430";
/// The 16 ANSI colours on a dark ground.
const PALETTE: [&str; 16] = [
    "#2e3440", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#abb2bf", "#6b7689", "#ff7b86",
    "#b5e890", "#ffd68a", "#82c4ff", "#dd98f0", "#7fdbe6", "#f5f7fa",
];

/// Returns the picture of a buffer; the cursor is drawn as a bar where it stands.
pub fn svg(buffer: &Buffer, cursor: Option<Position>) -> String {
    let area = buffer.area;
    let (width, height) = (u32::from(area.width) * CELL.0 + 2 * MARGIN, u32::from(area.height) * CELL.1 + 2 * MARGIN);
    let mut picture = Picture(String::with_capacity(64 * 1024));
    picture.add(&format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">"#
    ));
    picture.add(&format!(r#"<rect width="{width}" height="{height}" rx="6" fill="{GROUND}"/>"#));
    picture.add(&format!(r#"<g font-family="{FONT}" font-size="16" xml:space="preserve">"#));
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
            x = picture.run(buffer, x, y);
        }
    }
    if let Some(at) = cursor {
        let (left, top) = corner(buffer, at.x, at.y);
        picture.add(&format!(r#"<rect x="{left}" y="{top}" width="2" height="{}" fill="{INK}"/>"#, CELL.1));
    }
    picture.add("</g></svg>");
    picture.0
}

/// Returns the left upper corner of a cell.
fn corner(buffer: &Buffer, x: u16, y: u16) -> (u32, u32) {
    let (x, y) = (x.saturating_sub(buffer.area.x), y.saturating_sub(buffer.area.y));
    (MARGIN + u32::from(x) * CELL.0, MARGIN + u32::from(y) * CELL.1)
}

fn columns(cell: &Cell) -> u16 {
    cell.cell_width().max(1)
}

/// The colours of a cell as it is shown.
struct Paint {
    ink: &'static str,
    ground: Option<&'static str>,
}

impl Paint {
    fn of(cell: &Cell) -> Self {
        let (ink, ground) = (colour(cell.fg), colour(cell.bg));
        if cell.modifier.contains(Modifier::REVERSED) {
            Self { ink: ground.unwrap_or(GROUND), ground: Some(ink.unwrap_or(INK)) }
        } else {
            Self { ink: ink.unwrap_or(INK), ground }
        }
    }
}

/// Returns one of the 16 colours; others stand for the terminal's own, since no screen uses them.
fn colour(colour: Color) -> Option<&'static str> {
    let index = match colour {
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
        Color::Indexed(index) => index,
        Color::Reset | Color::Rgb(..) => return None,
    };
    PALETTE.get(usize::from(index)).copied()
}

/// Returns the sides (left, right, up, down) that a frame's character reaches from the middle of its cell.
fn arms(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "─" => "lr",
        "│" => "ud",
        "┌" | "╭" => "rd",
        "┐" | "╮" => "ld",
        "└" | "╰" => "ru",
        "┘" | "╯" => "lu",
        "├" => "rud",
        "┤" => "lud",
        "┬" => "lrd",
        "┴" => "lru",
        "┼" => "lrud",
        _ => return None,
    })
}

/// Returns how many eighths of the cell a block fills from below.
fn eighths(symbol: &str) -> Option<u32> {
    let c = symbol.chars().next()?;
    ('\u{2581}'..='\u{2588}').contains(&c).then(|| u32::from(c) - 0x2580)
}

/// Characters of one font, each with the place where it starts.
#[derive(Default)]
struct Letters {
    font: &'static str,
    text: String,
    places: String,
}

impl Letters {
    fn push(&mut self, cell: &Cell, left: u32) {
        self.text.push_str(&escaped(cell.symbol()));
        let gap = u32::from(columns(cell) > 1);
        // A character of several code points is placed by its first.
        for _ in cell.symbol().chars() {
            let _ = write!(self.places, "{} ", left + gap);
        }
    }
}

struct Picture(String);

impl Picture {
    fn add(&mut self, part: &str) {
        self.0.push_str(part);
        self.0.push('\n');
    }

    /// Draws the cells from `x` on that have one style, and returns where the next begins.
    fn run(&mut self, buffer: &Buffer, from: u16, y: u16) -> u16 {
        let first = &buffer[(from, y)];
        let paint = Paint::of(first);
        let (left, top) = corner(buffer, from, y);
        let (mut letters, mut signs) = (Letters::default(), Letters { font: SIGNS, ..Letters::default() });
        let mut shapes = String::new();
        let mut x = from;
        while x < buffer.area.right() {
            let cell = &buffer[(x, y)];
            if (cell.fg, cell.bg, cell.modifier) != (first.fg, first.bg, first.modifier) {
                break;
            }
            let (at, _) = corner(buffer, x, y);
            if let Some(shape) = shape(cell.symbol(), at, top, paint.ink) {
                shapes.push_str(&shape);
            } else if cell.symbol() != " " {
                let narrow_sign = columns(cell) == 1 && !cell.symbol().is_ascii();
                let kind = if narrow_sign { &mut signs } else { &mut letters };
                kind.push(cell, at);
            }
            x = x.saturating_add(columns(cell));
        }
        let width = u32::from(x - from) * CELL.0;
        if let Some(ground) = paint.ground {
            self.add(&format!(r#"<rect x="{left}" y="{top}" width="{width}" height="{}" fill="{ground}"/>"#, CELL.1));
        }
        if !shapes.is_empty() {
            self.add(&shapes);
        }
        self.text(first.modifier, &paint, top, &letters);
        self.text(first.modifier, &paint, top, &signs);
        self.decoration(first.modifier, &paint, (left, top), width);
        x
    }

    fn text(&mut self, modifier: Modifier, paint: &Paint, top: u32, letters: &Letters) {
        if letters.text.is_empty() || modifier.contains(Modifier::HIDDEN) {
            return;
        }
        let mut more = letters.font.to_owned();
        if modifier.contains(Modifier::BOLD) {
            more.push_str(r#" font-weight="bold""#);
        }
        if modifier.contains(Modifier::ITALIC) {
            more.push_str(r#" font-style="italic""#);
        }
        if modifier.contains(Modifier::DIM) {
            more.push_str(r#" opacity="0.6""#);
        }
        let (places, base) = (letters.places.trim_end(), top + 15);
        self.add(&format!(r#"<text x="{places}" y="{base}" fill="{}"{more}>{}</text>"#, paint.ink, letters.text));
    }

    fn decoration(&mut self, modifier: Modifier, paint: &Paint, (left, top): (u32, u32), width: u32) {
        for (drawn, below) in [(Modifier::UNDERLINED, 18), (Modifier::CROSSED_OUT, 10)] {
            if modifier.contains(drawn) {
                let y = top + below;
                self.add(&format!(r#"<rect x="{left}" y="{y}" width="{width}" height="1" fill="{}"/>"#, paint.ink));
            }
        }
    }
}

/// Draws a frame's character or a block.
fn shape(symbol: &str, left: u32, top: u32, ink: &str) -> Option<String> {
    let (width, height) = CELL;
    if let Some(eighths) = eighths(symbol) {
        let filled = height * eighths / 8;
        let y = top + height - filled;
        // A little air keeps neighbours apart, except where the whole cell is meant.
        let wide = if eighths == 8 { width } else { width - 1 };
        return Some(format!(r#"<rect x="{left}" y="{y}" width="{wide}" height="{filled}" fill="{ink}"/>"#));
    }
    let arms = arms(symbol)?;
    let (x, y) = (left + width / 2, top + height / 2);
    let mut path = String::new();
    for arm in arms.chars() {
        let (end_x, end_y) = match arm {
            'l' => (left, y),
            'r' => (left + width, y),
            'u' => (x, top),
            _ => (x, top + height),
        };
        let _ = write!(path, "M{x} {y}L{end_x} {end_y}");
    }
    Some(format!(r#"<path d="{path}" stroke="{ink}" stroke-opacity="0.7" fill="none"/>"#))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    #[test]
    fn characters_stand_on_their_cells() {
        let picture = svg(&Buffer::with_lines(["中a<"]), None);
        assert!(picture.contains(r##"<text x="13 30 39" y="27" fill="#d8dee9">中a&lt;</text>"##), "{picture}");
        assert!(picture.contains(r#"width="60" height="44""#));
    }

    #[test]
    fn styles_become_colours() {
        let mut buffer = Buffer::with_lines(["ab cd"]);
        buffer.set_style(ratatui::layout::Rect::new(0, 0, 2, 1), Style::new().fg(Color::Black).bg(Color::Cyan));
        buffer[(3, 0)].modifier = Modifier::REVERSED | Modifier::BOLD;
        buffer[(4, 0)].modifier = Modifier::DIM | Modifier::UNDERLINED;
        let picture = svg(&buffer, Some(Position::new(4, 0)));
        for part in [
            r##"<rect x="12" y="12" width="18" height="20" fill="#56b6c2"/>"##,
            r##"fill="#2e3440">ab</text>"##,
            r##"fill="#1e2430" font-weight="bold">c</text>"##,
            r#"opacity="0.6">d</text>"#,
            r#"<rect x="48" y="30" width="9" height="1""#,
            r#"<rect x="48" y="12" width="2" height="20""#,
        ] {
            assert!(picture.contains(part), "{part} in {picture}");
        }
    }

    #[test]
    fn frames_and_blocks_are_drawn() {
        let picture = svg(&Buffer::with_lines(["┌▄"]), None);
        assert!(picture.contains("M16 22L21 22M16 22L16 32"), "{picture}");
        assert!(picture.contains(r#"<rect x="21" y="22" width="8" height="10""#));
        assert!(!picture.contains("<text"));
    }
}
