//! Running text under each other: wrapped to a width, one style a paragraph, drawn from some line on.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::look::Look;
use super::width::{clean, width};
use super::wrap::wrap;

/// Lines that are laid out.
#[derive(Debug)]
pub struct Lines<'a> {
    laid: Vec<(String, Style)>,
    room: usize,
    look: &'a Look,
}

impl<'a> Lines<'a> {
    /// No lines yet, of at most so many columns.
    pub const fn new(room: usize, look: &'a Look) -> Self {
        Self { laid: Vec::new(), room, look }
    }

    /// How many lines there are.
    pub const fn len(&self) -> usize {
        self.laid.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.laid.is_empty()
    }

    /// Adds a paragraph.
    pub fn add(&mut self, text: &str, style: Style) -> &mut Self {
        self.hang("", text, style)
    }

    /// Adds a paragraph behind a label; its further lines are indented by the label's width.
    pub fn hang(&mut self, label: &str, text: &str, style: Style) -> &mut Self {
        let label = clean(label);
        let indent = width(&label, self.look.policy).min(self.room / 2);
        let label = super::width::fit(&label, indent, self.look.policy);
        for (place, line) in wrap(text, self.room - indent, self.look.policy).into_iter().enumerate() {
            let head = if place == 0 { label.clone() } else { " ".repeat(indent) };
            self.laid.push((head + &line, style));
        }
        self
    }

    /// Adds words side by side, as many on a line as fit, so that none of them is broken.
    pub fn pack(&mut self, words: &[String], style: Style) -> &mut Self {
        let mut line = String::new();
        for word in words {
            let longer = if line.is_empty() { word.clone() } else { format!("{line}  {word}") };
            if !line.is_empty() && width(&longer, self.look.policy) > self.room {
                self.add(&line, style);
                line.clone_from(word);
            } else {
                line = longer;
            }
        }
        if !line.is_empty() {
            self.add(&line, style);
        }
        self
    }

    /// Adds an empty line.
    pub fn gap(&mut self) -> &mut Self {
        self.laid.push((String::new(), Style::new()));
        self
    }

    /// Changes the style of some lines.
    pub fn restyle(&mut self, lines: Range<usize>, style: Style) {
        for (_, old) in self.laid.iter_mut().take(lines.end).skip(lines.start) {
            *old = style;
        }
    }

    /// Draws the lines from one on; the last line in sight ends with an ellipsis when more follow and `cut` is set.
    pub fn draw(&self, from: usize, cut: bool, frame: &mut Frame<'_>, area: Rect) {
        let height = usize::from(area.height);
        for (row, (line, style)) in self.laid.iter().skip(from).take(height).enumerate() {
            let y = area.y + u16::try_from(row).unwrap_or(u16::MAX);
            frame.buffer_mut().set_stringn(area.x, y, line, usize::from(area.width), *style);
        }
        if cut && self.laid.len() > from + height && height > 0 {
            let sign = self.look.policy.ellipsis();
            let x = area.right().saturating_sub(u16::try_from(sign.len()).unwrap_or(1).min(2));
            frame.buffer_mut().set_string(x, area.bottom() - 1, sign, self.look.theme.dim);
        }
    }
}

/// The first line in sight of `total` in a window of `height`, such that the wanted lines are in it. Moves by half a
/// window, which keeps the text still while a selection moves, and costs fewer bytes than moving by lines.
pub fn scrolled(wanted: Range<usize>, total: usize, height: usize) -> usize {
    if total <= height || height == 0 {
        return 0;
    }
    let half = (height / 2).max(1);
    let needed = wanted.end.min(total).saturating_sub(height).div_ceil(half) * half;
    needed.min(total - height).min(wanted.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::width::Policy;

    #[test]
    fn further_lines_are_indented_by_the_label() {
        let look = Look::new(Policy::NARROW, true);
        let mut lines = Lines::new(12, &look);
        lines.hang("意见 ", "目标笼统,指标未量化", Style::new()).gap();
        let texts: Vec<_> = lines.laid.iter().map(|(line, _)| line.as_str()).collect();
        assert_eq!(texts, ["意见 目标笼", "     统,指标", "     未量化", ""]);
    }

    #[test]
    fn what_is_wanted_is_in_sight() {
        for total in 0..40 {
            for height in 1..12 {
                for start in 0..total {
                    let from = scrolled(start..start + 1, total, height);
                    assert!(from <= start && start < from + height, "{start} of {total} in {height}: {from}");
                }
            }
        }
        assert_eq!(scrolled(3..20, 40, 10), 3, "of what is too tall, the beginning");
    }
}
