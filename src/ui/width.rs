//! How many columns a text takes, and making it take exactly so many.
//!
//! Counts as ratatui does, except for characters of ambiguous width (`│ … “ ≥ ①`) on terminals that draw them two
//! columns wide: there each is followed by a filler space, and [`mark_fillers`] tells the backend that both cells
//! belong together. Text from data goes through [`clean`] first; [`fit`], [`pad_left`] and [`spread`] do that.

use std::borrow::Cow;
use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::layout::Position;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns the terminal gives to characters of ambiguous width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ambiguous {
    /// One column.
    #[default]
    Narrow,
    /// Two columns.
    Wide,
}

/// How text is laid out for this terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Policy {
    /// The width of ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Whether signs of our own are ASCII.
    pub ascii: bool,
}

impl Policy {
    /// Ambiguous characters take one column.
    pub const NARROW: Self = Self { ambiguous: Ambiguous::Narrow, ascii: false };
    /// Ambiguous characters take two columns.
    pub const WIDE: Self = Self { ambiguous: Ambiguous::Wide, ascii: false };
    /// Signs of our own are ASCII.
    pub const ASCII: Self = Self { ambiguous: Ambiguous::Narrow, ascii: true };

    /// Tells whether signs of our own must be ASCII, because others are missing or too wide.
    pub fn needs_ascii(self) -> bool {
        self.ascii || self.ambiguous == Ambiguous::Wide
    }

    /// Returns the sign for text that was cut off.
    pub fn ellipsis(self) -> &'static str {
        if self.needs_ascii() { ".." } else { "…" }
    }

    /// Tells whether a filler follows this grapheme.
    fn fills(self, grapheme: &str) -> bool {
        self.ambiguous == Ambiguous::Wide && is_ambiguous(grapheme)
    }
}

/// Tells whether terminals disagree about one or two columns for this grapheme.
fn is_ambiguous(grapheme: &str) -> bool {
    !grapheme.is_ascii() && grapheme.width() == 1 && grapheme.width_cjk() == 2
}

/// The columns of a character that is a grapheme of its own whatever stands beside it, as ratatui counts them, for most of what is
/// shown; `None` for all others, and for ambiguous ones where they take a filler. A text of such characters alone needs no look-ups.
const fn plain(c: char, policy: Policy) -> Option<usize> {
    match c {
        ' '..='~' => Some(1),
        '\u{4e00}'..='\u{9fff}' | '\u{3001}'..='\u{3029}' | '\u{ff01}'..='\u{ff5e}' => Some(2),
        '▸' | '✓' => Some(1),
        '…' | '·' | '—' | '“' | '”' | '≥' | '≤' | '±' | '×' | '→' | '│' | '─'
            if matches!(policy.ambiguous, Ambiguous::Narrow) =>
        {
            Some(1)
        }
        _ => None,
    }
}

/// The columns of a text of [`plain`] characters alone.
fn plain_width(text: &str, policy: Policy) -> Option<usize> {
    text.chars().map(|c| plain(c, policy)).sum()
}

/// Writes a text that is laid out, with its fillers, into at most so many columns of a line; returns the column behind it.
pub fn write(buffer: &mut Buffer, (x, y): (u16, u16), text: &str, room: usize, style: Style) -> u16 {
    let room = room.min(usize::from(buffer.area.right().saturating_sub(x)));
    if plain_width(text, Policy::NARROW).is_none() {
        return buffer.set_stringn(x, y, text, room, style).0;
    }
    if room == 0 {
        return x;
    }
    // The line's cells at once: finding each by its place took longer than filling it.
    let first = buffer.index_of(x, y);
    let Some(cells) = buffer.content.get_mut(first..first + room) else { return x };
    let at = write_chars(cells, text, style);
    x.saturating_add(u16::try_from(at).unwrap_or(u16::MAX))
}

/// Writes [`plain`] characters as far as there are cells; returns how many of them they took.
fn write_chars(cells: &mut [Cell], text: &str, style: Style) -> usize {
    let (mut at, mut symbol) = (0, [0; 4]);
    for c in text.chars() {
        let columns = plain(c, Policy::NARROW).unwrap_or(1);
        let Some([cell, fillers @ ..]) = cells.get_mut(at..at + columns) else { break };
        if c == ' ' {
            write_blank(cell, style);
        } else {
            cell.set_symbol(c.encode_utf8(&mut symbol)).set_style(style);
        }
        fillers.iter_mut().for_each(Cell::reset);
        at += columns;
    }
    at
}

/// Most cells of a line are blank and are it already.
fn write_blank(cell: &mut Cell, style: Style) {
    if cell.symbol() != " " {
        cell.set_symbol(" ");
    }
    cell.set_style(style);
}

/// At which end of its columns a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// As words do.
    Left,
    /// As numbers do.
    Right,
}

/// Writes what [`fit`] or [`pad_left`] would make of a text, without making it: where the text is of [`plain`] characters alone and has
/// room, as nearly all cells of a list. Returns whether it did; else nothing is written.
pub fn write_plain(
    buffer: &mut Buffer,
    (x, y): (u16, u16),
    (text, side): (&str, Side),
    columns: usize,
    style: Style,
    policy: Policy,
) -> bool {
    let Some(spare) = plain_width(text, policy).and_then(|used| columns.checked_sub(used)) else { return false };
    if columns > usize::from(buffer.area.right().saturating_sub(x)) || columns == 0 {
        return false;
    }
    let first = buffer.index_of(x, y);
    let Some(cells) = buffer.content.get_mut(first..first + columns) else { return false };
    let (before, behind) = if side == Side::Left { (0, spare) } else { (spare, 0) };
    let end = columns - behind;
    cells[..before].iter_mut().for_each(|cell| write_blank(cell, style));
    write_chars(&mut cells[before..end], text, style);
    cells[end..].iter_mut().for_each(|cell| write_blank(cell, style));
    true
}

/// Returns the columns of one grapheme, with its filler.
pub(super) fn columns(grapheme: &str, policy: Policy) -> usize {
    usize::from(grapheme.cell_width()) + usize::from(policy.fills(grapheme))
}

/// Returns the columns that a clean text takes.
pub fn width(text: &str, policy: Policy) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    plain_width(text, policy).unwrap_or_else(|| text.graphemes(true).map(|grapheme| columns(grapheme, policy)).sum())
}

/// Makes data text harmless for a single line: tabs and line ends become spaces; other control characters, marks
/// that change the direction of writing, and characters without width go.
pub fn clean(text: &str) -> Cow<'_, str> {
    let harmless = |c: char| !matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}') && !is_invisible(c) && !is_break(c);
    if text.is_ascii() && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || text.chars().all(harmless) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", " ");
    let spaced = text.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') || is_break(c) { ' ' } else { c });
    Cow::Owned(spaced.filter(|c| !c.is_control() && !is_invisible(*c)).collect())
}

const fn is_break(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// Direction marks, joiners, zero-width spaces, fillers and tags.
const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Makes data text ready to be drawn as long as it is: clean, with fillers.
pub fn spread(text: &str, policy: Policy) -> Cow<'_, str> {
    let text = clean(text);
    if policy.ambiguous == Ambiguous::Narrow || text.is_ascii() {
        return text;
    }
    let mut spread = String::with_capacity(text.len() + 8);
    text.graphemes(true).for_each(|grapheme| push(&mut spread, grapheme, policy));
    Cow::Owned(spread)
}

/// Adds a grapheme with its filler.
pub(super) fn push(text: &mut String, grapheme: &str, policy: Policy) {
    text.push_str(grapheme);
    if policy.fills(grapheme) {
        text.push(' ');
    }
}

/// Cuts a text to at most `room` columns, with an ellipsis and without fillers: for a part of a text that is laid out as
/// a whole later.
pub fn cut(text: &str, room: usize, policy: Policy) -> String {
    let text = clean(text);
    if width(&text, policy) <= room {
        return text.into_owned();
    }
    let mut left = room.saturating_sub(width(policy.ellipsis(), policy));
    let fits = |grapheme: &&str| {
        let after = left.checked_sub(columns(grapheme, policy));
        left = after.unwrap_or(0);
        after.is_some()
    };
    let begin: String = text.graphemes(true).take_while(fits).collect();
    begin + policy.ellipsis()
}

/// Makes a part of a text take exactly `room` columns once the whole is laid out: cut as [`cut`] does, or with spaces.
pub fn pad(text: &str, room: usize, policy: Policy) -> String {
    let part = cut(text, room, policy);
    let spaces = room.saturating_sub(width(&part, policy));
    part + &" ".repeat(spaces)
}

/// Makes a text take exactly `room` columns: cut with an ellipsis between graphemes, or filled with spaces.
pub fn fit(text: &str, room: usize, policy: Policy) -> String {
    match plain_width(text, policy) {
        Some(used) if used <= room => {
            let mut fitted = String::with_capacity(text.len() + room - used);
            fitted.push_str(text);
            fitted.extend(std::iter::repeat_n(' ', room - used));
            fitted
        }
        Some(_) => fit_plain(text, room, policy),
        None => fit_any(text, room, policy),
    }
}

/// Cuts a text of [`plain`] characters that has not enough room.
fn fit_plain(text: &str, room: usize, policy: Policy) -> String {
    let sign: String = policy.ellipsis().chars().take(room).collect();
    let mut left = room - width(&sign, policy);
    let fits = |c: &char| {
        let rest = plain(*c, policy).and_then(|columns| left.checked_sub(columns));
        left = rest.unwrap_or(left);
        rest.is_some()
    };
    let mut fitted: String = text.chars().take_while(fits).collect();
    fitted.push_str(&sign);
    fitted.extend(std::iter::repeat_n(' ', left));
    fitted
}

fn fit_any(text: &str, room: usize, policy: Policy) -> String {
    let text = clean(text);
    let ellipsis = policy.ellipsis();
    let sign = width(ellipsis, policy);
    let mut fitted = String::with_capacity(text.len().min(room * 3) + room);
    let (mut used, mut cut, mut cut_used) = (0, 0, 0);
    for grapheme in text.graphemes(true) {
        let next = used + columns(grapheme, policy);
        if next > room {
            fitted.truncate(cut);
            let sign: String = ellipsis.chars().take(room).collect();
            used = cut_used + width(&sign, policy);
            fitted.push_str(&sign);
            break;
        }
        push(&mut fitted, grapheme, policy);
        used = next;
        if used + sign <= room {
            (cut, cut_used) = (fitted.len(), used);
        }
    }
    fitted.extend(std::iter::repeat_n(' ', room - used));
    fitted
}

/// Moves a number to the right end of `room` columns. One that has no room becomes `#` signs, as in a spreadsheet:
/// a number that was cut would be a wrong number.
pub fn pad_left(number: &str, room: usize, policy: Policy) -> String {
    let number = spread(number, policy);
    // Fillers are in the text by now.
    let used = width(&number, Policy::NARROW);
    if used > room {
        return "#".repeat(room);
    }
    let mut padded = String::with_capacity(number.len() + room - used);
    padded.extend(std::iter::repeat_n(' ', room - used));
    padded.push_str(&number);
    padded
}

/// Tells the backend which cells hold an ambiguous character and its filler; to be called once after drawing.
pub fn mark_fillers(buffer: &mut Buffer, policy: Policy) {
    if policy.ambiguous == Ambiguous::Narrow {
        return;
    }
    let Some(two) = NonZeroU16::new(2) else { return };
    let area = buffer.area;
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let filled = buffer.cell(Position::new(x.saturating_add(1), y)).is_some_and(|cell| cell.symbol() == " ");
            if filled && is_ambiguous(buffer[(x, y)].symbol()) {
                buffer[(x, y)].set_diff_option(CellDiffOption::ForcedWidth(two));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::layout::Rect;

    #[test]
    fn columns_follow_the_policy() {
        for (text, narrow, wide) in [
            ("", 0, 0),
            ("abc", 3, 3),
            ("义务教育", 8, 8),
            ("≥90%", 4, 5),
            ("“十四五”—规划", 13, 16),
            ("，（）", 6, 6),
            ("①②", 2, 4),
            ("e\u{301}", 1, 1),
        ] {
            assert_eq!(width(text, Policy::NARROW), narrow, "{text}");
            assert_eq!(width(text, Policy::WIDE), wide, "{text}");
        }
    }

    #[test]
    fn text_is_cut_between_characters_and_padded() {
        for (text, room, narrow, wide) in [
            ("义务教育", 8, "义务教育", "义务教育"),
            ("义务教育", 10, "义务教育  ", "义务教育  "),
            ("义务教育", 7, "义务教…", "义务.. "),
            ("义务教育", 6, "义务… ", "义务.."),
            ("义务教育", 2, "… ", ".."),
            ("义务教育", 1, "…", "."),
            ("义务教育", 0, "", ""),
            ("abcdef", 4, "abc…", "ab.."),
            ("“五”年", 6, "“五”年", "“ 五.."),
            ("“五”年", 8, "“五”年  ", "“ 五” 年"),
            ("a\tb\nc", 6, "a b c ", "a b c "),
        ] {
            assert_eq!(fit(text, room, Policy::NARROW), narrow);
            assert_eq!(fit(text, room, Policy::WIDE), wide);
        }
        assert_eq!(fit("abcdef", 4, Policy::ASCII), "ab..");
    }

    #[test]
    fn numbers_stand_right_and_are_never_cut() {
        assert_eq!(pad_left("386.00", 9, Policy::NARROW), "   386.00");
        assert_eq!(pad_left("1,284.50", 5, Policy::NARROW), "#####");
        assert_eq!(pad_left("≥90", 5, Policy::NARROW), "  ≥90");
        assert_eq!(pad_left("≥90", 5, Policy::WIDE), " ≥ 90");
    }

    #[test]
    fn what_could_disturb_the_screen_is_taken_out() {
        for (text, cleaned) in [
            ("目标\r\n指标\t值", "目标 指标 值"),
            ("a\u{1b}[31mb", "a[31mb"),
            ("\u{202e}倒\u{2066}写\u{200f}", "倒写"),
            ("零\u{200b}宽\u{feff}\u{ad}", "零宽"),
            ("a\u{2028}b\u{9b}c\u{7f}", "a bc"),
            ("👨\u{200d}👩", "👨👩"),
        ] {
            assert_eq!(clean(text), cleaned);
        }
        assert!(matches!(clean("plain 中文"), Cow::Borrowed(_)));
    }

    #[test]
    fn fillers_are_marked_after_drawing() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        buffer.set_string(0, 0, spread("“十” ①", Policy::WIDE), Style::new());
        mark_fillers(&mut buffer, Policy::WIDE);
        let forced: Vec<u16> =
            (0..8).filter(|x| matches!(buffer[(*x, 0)].diff_option, CellDiffOption::ForcedWidth(_))).collect();
        assert_eq!(forced, [0, 4]);
        let before = buffer.clone();
        mark_fillers(&mut buffer, Policy::NARROW);
        assert_eq!(buffer, before);
    }

    #[test]
    fn a_part_is_cut_before_the_whole_is_laid_out() {
        assert_eq!(cut("“一老一小”补助", 40, Policy::WIDE), "“一老一小”补助");
        let part = cut("“一老一小”补助", 10, Policy::WIDE);
        assert_eq!(part, "“一老一..");
        assert_eq!(width(&spread(&part, Policy::WIDE), Policy::NARROW), 10);
        assert_eq!(cut("“一老一小”补助", 8, Policy::NARROW), "“一老一…");
        for text in ["≥90%", "“一老一小”补助", "效益"] {
            for policy in [Policy::NARROW, Policy::WIDE] {
                let line = spread(&(pad(text, 8, policy) + "|"), policy).into_owned();
                assert_eq!(width(&line, Policy::NARROW), 9, "{line}");
            }
        }
    }

    proptest! {
        #[test]
        fn fitted_text_takes_exactly_its_room(text in "\\PC{0,12}|[“十①a ，—│]{0,12}", room in 0_usize..30, wide: bool) {
            let policy = if wide { Policy::WIDE } else { Policy::NARROW };
            let fitted = fit(&text, room, policy);
            // The fillers are in the text, so it is counted as ratatui counts.
            prop_assert_eq!(width(&fitted, Policy::NARROW), room, "{:?}", fitted);
            if width(&clean(&text), policy) <= room {
                let whole = spread(&text, policy).into_owned();
                prop_assert_eq!(fitted.trim_end(), whole.trim_end());
            }
        }

        #[test]
        fn plain_text_is_laid_out_like_any_other(text in "[a 目标、（１▸…·“≥│]{0,14}", room in 0_usize..30, wide: bool) {
            let policy = if wide { Policy::WIDE } else { Policy::NARROW };
            prop_assert_eq!(width(&text, policy), text.graphemes(true).map(|one| columns(one, policy)).sum::<usize>());
            prop_assert_eq!(fit(&text, room, policy), fit_any(&text, room, policy));
        }

        #[test]
        fn what_is_written_stands_as_ratatui_would_write_it(text in "[a 目标、（…“│]{0,12}|\\PC{0,9}", x in 0_u16..9, room in 0_usize..30) {
            let before = Buffer::with_lines(["目标目标目标目标"; 2]);
            let (mut ours, mut theirs) = (before.clone(), before);
            let end = write(&mut ours, (x, 1), &text, room, Style::new().bold());
            let (expected, _) = theirs.set_stringn(x, 1, &text, room, Style::new().bold());
            prop_assert_eq!(end, expected);
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn plain_text_is_written_as_it_would_be_fitted(text in "[a 目标、（…“│]{0,12}|\\PC{0,9}", columns in 0_usize..14, wide: bool) {
            let policy = if wide { Policy::WIDE } else { Policy::NARROW };
            for (side, fitted) in [(Side::Left, fit(&text, columns, policy)), (Side::Right, pad_left(&text, columns, policy))] {
                let before = Buffer::with_lines(["目标目标目标目标"; 2]);
                let (mut ours, mut theirs) = (before.clone(), before.clone());
                write(&mut theirs, (3, 1), &fitted, columns, Style::new().bold());
                let done = write_plain(&mut ours, (3, 1), (&text, side), columns, Style::new().bold(), policy);
                prop_assert_eq!(&ours, if done { &theirs } else { &before });
                prop_assert!(done || columns == 0 || plain_width(&text, policy).is_none_or(|used| used > columns));
            }
        }

        #[test]
        fn clean_text_stays_clean(text in any::<String>()) {
            let once = clean(&text).into_owned();
            prop_assert!(!once.chars().any(char::is_control));
            prop_assert_eq!(clean(&once), once.as_str());
        }
    }
}
