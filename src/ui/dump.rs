//! A drawn buffer as text, for snapshots: first what is written, then how.
//!
//! The second cell of a wide character is left out, so that columns stand where a terminal shows them. Each style
//! gets a letter; the rows that have styles follow under the text, then what the letters mean.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/// Returns the lines of a buffer, without spaces at their ends.
pub fn lines(buffer: &Buffer) -> Vec<String> {
    rows(buffer)
        .map(|row| row.iter().map(|(_, cell)| cell.symbol()).collect::<String>().trim_end().to_owned())
        .collect()
}

/// Returns text and styles of a buffer. Equal texts mean equal screens, but for more than 62 styles.
pub fn dump(buffer: &Buffer) -> String {
    let mut styles: Vec<String> = Vec::new();
    let mut marks = String::new();
    for (number, row) in rows(buffer).enumerate() {
        let marked: String = row.iter().map(|(width, cell)| mark(cell, &mut styles).repeat(*width)).collect();
        if !marked.trim_end().is_empty() {
            let _ = writeln!(marks, "{number:>3} {}", marked.trim_end());
        }
    }
    let mut dump = lines(buffer).join("\n");
    dump.push_str("\n----\n");
    dump.push_str(&marks);
    for (style, letter) in styles.iter().zip(LETTERS) {
        let _ = writeln!(dump, "{} = {style}", char::from(*letter));
    }
    dump
}

/// The rows as cells with their widths; what a wide cell covers is left out.
fn rows(buffer: &Buffer) -> impl Iterator<Item = Vec<(usize, &Cell)>> {
    let area = buffer.area;
    (area.top()..area.bottom()).map(move |y| {
        let mut row = Vec::new();
        let mut x = area.left();
        while x < area.right() {
            let cell = &buffer[(x, y)];
            // What is forced to be wider than it is still shows its filler in the text.
            let width = cell.symbol().cell_width().max(1);
            row.push((usize::from(width), cell));
            x = x.saturating_add(width);
        }
        row
    })
}

/// Returns the letter of a cell's style, a space for none.
fn mark(cell: &Cell, styles: &mut Vec<String>) -> String {
    let style = describe(cell);
    if style.is_empty() {
        return " ".to_owned();
    }
    let index = styles.iter().position(|known| *known == style).unwrap_or_else(|| {
        styles.push(style);
        styles.len() - 1
    });
    char::from(LETTERS.get(index).copied().unwrap_or(b'?')).to_string()
}

fn describe(cell: &Cell) -> String {
    let mut parts = Vec::new();
    if cell.fg != Color::Reset {
        parts.push(cell.fg.to_string().to_lowercase());
    }
    if cell.bg != Color::Reset {
        parts.push(format!("on {}", cell.bg.to_string().to_lowercase()));
    }
    let names = cell.modifier.iter_names().map(|(name, _): (_, Modifier)| name.to_lowercase());
    parts.extend(names);
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::width::{Policy, mark_fillers, spread};
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn text_and_styles_stand_below_each_other() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 3));
        buffer.set_string(0, 0, "会审 2021", Style::new().add_modifier(Modifier::BOLD));
        buffer.set_string(2, 2, "通过", Style::new().fg(Color::Black).bg(Color::Cyan));
        buffer.set_string(6, 2, "b", Style::new().add_modifier(Modifier::BOLD));
        let expected = "会审 2021\n\n  通过b\n----\n  0 aaaaaaaaa\n  2   bbbba\na = bold\nb = black on cyan\n";
        assert_eq!(dump(&buffer), expected);
    }

    #[test]
    fn a_plain_screen_has_no_marks() {
        assert_eq!(dump(&Buffer::with_lines(["中文 a ", ""])), "中文 a\n\n----\n");
    }

    #[test]
    fn fillers_are_shown() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        buffer.set_string(0, 0, spread("≥90", Policy::WIDE), Style::new());
        mark_fillers(&mut buffer, Policy::WIDE);
        assert_eq!(lines(&buffer), ["≥ 90"]);
    }
}
