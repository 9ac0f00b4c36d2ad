//! Running text under each other: wrapped to a width, in one style a paragraph or in several, drawn from some line on.

use std::iter::Peekable;
use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::look::Look;
use super::width::{clean, width, write};
use super::wrap::wrap;

/// A stretch of text in one style.
pub type Span = (String, Style);

/// Lines that are laid out.
#[derive(Debug)]
pub struct Lines<'a> {
    laid: Vec<Vec<Span>>,
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
        self.hang_spans(label, &[(text.to_owned(), style)], style)
    }

    /// Adds a paragraph of several styles behind a label with its own.
    pub fn hang_spans(&mut self, label: &str, spans: &[Span], style: Style) -> &mut Self {
        let label = clean(label);
        let indent = width(&label, self.look.policy).min(self.room / 2);
        let label = super::width::fit(&label, indent, self.look.policy);
        let text: String = spans.iter().map(|(text, _)| text.as_str()).collect();
        let mut source = spans.iter().flat_map(|(text, style)| letters(text, *style)).peekable();
        for (place, line) in wrap(&text, self.room - indent, self.look.policy).into_iter().enumerate() {
            let head = if place == 0 { label.clone() } else { " ".repeat(indent) };
            self.laid.push(coloured((head, style), &line, &mut source));
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
        self.laid.push(Vec::new());
        self
    }

    /// Changes the style of some lines.
    pub fn restyle(&mut self, lines: Range<usize>, style: Style) {
        for line in self.laid.iter_mut().take(lines.end).skip(lines.start) {
            line.iter_mut().for_each(|(_, old)| *old = style);
        }
    }

    /// Draws the lines from one on; the last line in sight ends with an ellipsis when more follow and `cut` is set.
    pub fn draw(&self, from: usize, cut: bool, frame: &mut Frame<'_>, area: Rect) {
        let height = usize::from(area.height);
        for (row, line) in self.laid.iter().skip(from).take(height).enumerate() {
            let y = area.y + u16::try_from(row).unwrap_or(u16::MAX);
            let mut x = area.x;
            for (text, style) in line {
                let room = usize::from(area.right().saturating_sub(x));
                x = write(frame.buffer_mut(), (x, y), text, room, *style);
            }
        }
        if cut && self.laid.len() > from + height && height > 0 {
            let sign = self.look.policy.ellipsis();
            let x = area.right().saturating_sub(u16::try_from(sign.len()).unwrap_or(1).min(2));
            frame.buffer_mut().set_string(x, area.bottom() - 1, sign, self.look.theme.dim);
        }
    }
}

/// The letters of a span as wrapping meets them.
fn letters(text: &str, style: Style) -> Vec<(char, Style)> {
    clean(text).chars().map(|letter| (letter, style)).collect()
}

/// A wrapped line behind its head, in the styles that its letters had before. Wrapping changes no letter: it leaves out spaces at
/// the ends of lines and adds fillers, which are spaces too.
fn coloured(head: Span, line: &str, source: &mut Peekable<impl Iterator<Item = (char, Style)>>) -> Vec<Span> {
    let mut style = head.1;
    let mut spans = vec![head];
    for letter in line.chars() {
        while source.next_if(|(other, _)| *other != letter && *other == ' ').is_some() {}
        if let Some((_, own)) = source.next_if(|(other, _)| *other == letter) {
            style = own;
        }
        match spans.last_mut() {
            Some((text, last)) if *last == style => text.push(letter),
            _ => spans.push((letter.to_string(), style)),
        }
    }
    spans
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

/// Where parts of these heights stand under each other in an area, scrolled so that the focused one is in sight, with the line above it where
/// that `leads` it, such as headings; those out of sight, or not wholly in it, are left out.
pub fn stacked(heights: &[usize], focused: usize, leads: bool, area: Rect) -> Vec<(usize, Rect)> {
    let start: usize = heights.iter().take(focused).sum();
    let end = start + heights.get(focused).copied().unwrap_or(1);
    let room = usize::from(area.height);
    let from = scrolled(start.saturating_sub(usize::from(leads))..end, heights.iter().sum(), room);
    let tops = heights.iter().scan(0, |line, height| Some(std::mem::replace(line, *line + height)));
    let place = |(part, (top, height)): (usize, (usize, &usize))| {
        let (y, height) = (u16::try_from(top.checked_sub(from)?).ok()?, u16::try_from(*height).ok()?);
        (top + usize::from(height) <= from + room).then_some((part, Rect { y: area.y + y, height, ..area }))
    };
    tops.zip(heights).enumerate().filter_map(place).collect()
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
        let texts: Vec<String> = lines.laid.iter().map(|line| text(line)).collect();
        assert_eq!(texts, ["意见 目标笼", "     统,指标", "     未量化", ""]);
    }

    fn text(line: &[Span]) -> String {
        line.iter().map(|(text, _)| text.as_str()).collect()
    }

    #[test]
    fn every_letter_keeps_its_style_over_the_ends_of_lines() {
        let (plain, bold) = (Style::new(), Style::new().bold());
        for policy in [Policy::NARROW, Policy::WIDE] {
            let look = Look::new(policy, true);
            let mut lines = Lines::new(10, &look);
            let spans =
                [("每周 ≥ 供餐".to_owned(), plain), ("[+六 天 以上+]".to_owned(), bold), ("无 异议".to_owned(), plain)];
            lines.hang_spans("改 ", &spans, plain);
            assert!(lines.len() > 2);
            let letters = |style: Style| -> String {
                let spans = lines.laid.iter().flatten().filter(|(_, own)| *own == style);
                spans.flat_map(|(text, _)| text.chars()).filter(|letter| *letter != ' ').collect()
            };
            assert_eq!((letters(plain).as_str(), letters(bold).as_str()), ("改每周≥供餐无异议", "[+六天以上+]"));
        }
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
