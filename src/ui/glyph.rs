//! The signs that screens are made of, in two complete sets: Unicode, and ASCII for consoles, other encodings, and
//! terminals that draw such signs two columns wide.

use ratatui::symbols::border;

use super::width::Policy;

/// One set of signs. All but those whose description says so take one column.
#[derive(Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Before the selected row.
    pub cursor: &'static str,
    /// Before a row that was marked for a batch.
    pub marked: &'static str,
    /// Frames.
    pub border: border::Set<'static>,
    /// A horizontal rule.
    pub rule: &'static str,
    /// Between columns.
    pub column: &'static str,
    /// Where a rule crosses a column.
    pub cross: &'static str,
    /// Text was cut off (ASCII: two columns).
    pub ellipsis: &'static str,
    /// Before the items of a list.
    pub bullet: &'static str,
    /// Between short notes on one line.
    pub dot: &'static str,
    /// Leads to (ASCII: two columns).
    pub leads_to: &'static str,
    /// More lies above, or sorted upwards.
    pub up: &'static str,
    /// More lies below, or sorted downwards.
    pub down: &'static str,
    /// At least (ASCII: two columns).
    pub at_least: &'static str,
    /// At most (ASCII: two columns).
    pub at_most: &'static str,
    /// More or less (ASCII: two columns).
    pub about: &'static str,
    /// Done, in order.
    pub yes: &'static str,
    /// Failed, missing.
    pub no: &'static str,
    /// Something needs attention.
    pub warning: &'static str,
    /// Present, now.
    pub full: &'static str,
    /// Absent, later.
    pub empty: &'static str,
    /// Hidden until revealed.
    pub sealed: &'static str,
    /// Eight heights for lines of numbers, from low to high.
    pub spark: [&'static str; 8],
    /// The part of a bar that is reached.
    pub bar: &'static str,
    /// The part of a bar that is not.
    pub bar_rest: &'static str,
    /// The handle of a scroll bar.
    pub thumb: &'static str,
    /// The track of a scroll bar.
    pub track: &'static str,
    /// The pictures of a wait, in turn.
    pub spinner: &'static [&'static str],
}

/// The signs of a terminal that shows Unicode.
pub static UNICODE: Glyphs = Glyphs {
    cursor: "▸",
    marked: "✓",
    border: border::PLAIN,
    rule: "─",
    column: "│",
    cross: "┼",
    ellipsis: "…",
    bullet: "•",
    dot: "·",
    leads_to: "→",
    up: "↑",
    down: "↓",
    at_least: "≥",
    at_most: "≤",
    about: "±",
    yes: "✓",
    no: "✗",
    warning: "!",
    full: "●",
    empty: "○",
    sealed: "■",
    spark: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    bar: "█",
    bar_rest: "░",
    thumb: "█",
    track: "│",
    spinner: &["⠋", "⠙", "⠸", "⠴", "⠦", "⠇"],
};

/// The same signs in ASCII.
pub static ASCII: Glyphs = Glyphs {
    cursor: ">",
    marked: "*",
    border: border::Set {
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        vertical_left: "|",
        vertical_right: "|",
        horizontal_top: "-",
        horizontal_bottom: "-",
    },
    rule: "-",
    column: "|",
    cross: "+",
    ellipsis: "..",
    bullet: "*",
    dot: "|",
    leads_to: "->",
    up: "^",
    down: "v",
    at_least: ">=",
    at_most: "<=",
    about: "+-",
    yes: "y",
    no: "x",
    warning: "!",
    full: "@",
    empty: "o",
    sealed: "#",
    spark: ["_", ".", ",", "-", "~", "+", "*", "#"],
    bar: "#",
    bar_rest: ".",
    thumb: "#",
    track: "|",
    spinner: &["|", "/", "-", "\\"],
};

impl Glyphs {
    /// Returns the set for a terminal.
    pub fn of(policy: Policy) -> &'static Self {
        if policy.needs_ascii() { &ASCII } else { &UNICODE }
    }

    /// Draws numbers as a line of heights between `low` and `high`; a missing number is a space.
    pub fn sparkline(&self, numbers: &[Option<i64>], low: i64, high: i64) -> String {
        let range = i128::from(high) - i128::from(low);
        let top = i128::from(self.spark.len() as u64 - 1);
        let height = |number: i64| {
            let above = (i128::from(number) - i128::from(low)).clamp(0, range.max(0));
            let index = if range > 0 { (above * top + range / 2) / range } else { top };
            usize::try_from(index).ok().and_then(|index| self.spark.get(index)).copied()
        };
        numbers.iter().map(|number| number.and_then(height).unwrap_or(" ")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::width::width;

    fn signs(glyphs: &Glyphs) -> Vec<&'static str> {
        let border = [glyphs.border.top_left, glyphs.border.vertical_right, glyphs.border.horizontal_bottom];
        let others = [
            glyphs.cursor,
            glyphs.marked,
            glyphs.rule,
            glyphs.column,
            glyphs.cross,
            glyphs.bullet,
            glyphs.dot,
            glyphs.up,
            glyphs.down,
            glyphs.yes,
            glyphs.no,
            glyphs.warning,
            glyphs.full,
            glyphs.empty,
            glyphs.sealed,
            glyphs.bar,
            glyphs.bar_rest,
            glyphs.thumb,
            glyphs.track,
        ];
        [&border[..], &others, &glyphs.spark, glyphs.spinner].concat()
    }

    #[test]
    fn signs_take_one_column_where_they_are_used() {
        for (glyphs, policy) in [(&UNICODE, Policy::NARROW), (&ASCII, Policy::WIDE)] {
            for sign in signs(glyphs) {
                assert_eq!(width(sign, policy), 1, "{sign}");
            }
        }
    }

    #[test]
    fn the_ascii_set_is_ascii() {
        let pairs = [ASCII.ellipsis, ASCII.leads_to, ASCII.at_least, ASCII.at_most, ASCII.about];
        assert!(signs(&ASCII).iter().chain(&pairs).all(|sign| sign.is_ascii()));
    }

    #[test]
    fn the_terminal_chooses_the_set() {
        assert_eq!(Glyphs::of(Policy::NARROW), &UNICODE);
        assert_eq!(Glyphs::of(Policy::WIDE), &ASCII);
        assert_eq!(Glyphs::of(Policy::ASCII), &ASCII);
    }

    #[test]
    fn numbers_become_heights() {
        let years = [Some(60), None, Some(80), Some(100)];
        assert_eq!(UNICODE.sparkline(&years, 60, 100), "▁ ▅█");
        assert_eq!(ASCII.sparkline(&years, 60, 100), "_ ~#");
        assert_eq!(UNICODE.sparkline(&[Some(5), Some(500)], 60, 100), "▁█");
        assert_eq!(UNICODE.sparkline(&[Some(7)], 7, 7), "█");
        assert_eq!(UNICODE.sparkline(&[Some(i64::MAX), Some(i64::MIN)], i64::MIN, i64::MAX), "█▁");
    }
}
