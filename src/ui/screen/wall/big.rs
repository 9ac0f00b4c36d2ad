//! Digits and grades that are read from the back of a room, made of whole cells: every terminal has those, whatever its font, and also
//! where only ASCII is drawn or such signs take two columns.
//!
//! Lines of double height are no way: terminals and multiplexers disagree about them, and a table cannot stand beside one.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::grade::Grade;
use crate::ui::brush::Brush;
use crate::ui::look::Look;

/// Columns of one dot: as wide as a line is high.
const DOT: usize = 2;
/// Lines of a digit.
pub const DIGIT: u16 = 5;
/// Lines of a grade, and its columns at most.
pub const GRADE: u16 = 13;
pub const GRADE_COLUMNS: u16 = 26;

/// A digit, or a sign between numbers, line by line.
const fn digit(sign: char) -> [&'static str; 5] {
    match sign {
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", "###", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", "  #", "  #"],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        ':' => [" ", "#", " ", "#", " "],
        '/' => ["  #", "  #", " # ", "#  ", "#  "],
        _ => [""; 5],
    }
}

const EXCELLENT: [&str; 13] = [
    "   #   #     ",
    "   #   #  #  ",
    "  #    #   # ",
    "  # #########",
    " ##    #     ",
    "# #    ###   ",
    "  #   # #    ",
    "  #   # #    ",
    "  #   # #    ",
    "  #   # #    ",
    "  #  #  #   #",
    "  #  #  #   #",
    "  # #    ### ",
];
const GOOD: [&str; 13] = [
    "     #       ",
    " #########   ",
    " #       #   ",
    " #       #   ",
    " #########   ",
    " #       #   ",
    " #########   ",
    " #   #   ##  ",
    " #   #  #    ",
    " #    ##     ",
    " #  # #      ",
    " ###   ##    ",
    "##       ### ",
];
const FAIR: [&str; 13] = [
    "      #      ",
    "      #      ",
    "      #      ",
    " ########### ",
    " #    #    # ",
    " #    #    # ",
    " #    #    # ",
    " ########### ",
    " #    #    # ",
    "      #      ",
    "      #      ",
    "      #      ",
    "      #      ",
];
const POOR: [&str; 13] = [
    "    #   #    ",
    "     # #     ",
    " ########### ",
    "      #      ",
    "  #########  ",
    "      #      ",
    "#############",
    "    #        ",
    "    ######## ",
    "   #    #    ",
    "   #    #    ",
    "  #     #    ",
    " # ######### ",
];

const fn letter(grade: Grade) -> [&'static str; 13] {
    match grade {
        Grade::Excellent => EXCELLENT,
        Grade::Good => GOOD,
        Grade::Fair => FAIR,
        Grade::Poor => POOR,
    }
}

/// Columns of a number.
pub fn columns(text: &str) -> u16 {
    let dots: usize = text.chars().map(|sign| (digit(sign)[0].len() + 1) * DOT).sum();
    u16::try_from(dots.saturating_sub(DOT)).unwrap_or(u16::MAX)
}

/// Writes a number of digits, `:` and `/`.
pub fn number(text: &str, style: Style, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    for row in 0..DIGIT {
        let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
        for sign in text.chars() {
            dots(digit(sign)[usize::from(row)], style, look, &mut brush);
            brush.skip(DOT);
        }
    }
}

/// Writes a grade.
pub fn grade(grade: Grade, style: Style, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    for (row, line) in (0..).zip(letter(grade)) {
        dots(line, style, look, &mut Brush::on(frame.buffer_mut(), look, area, row));
    }
}

fn dots(line: &str, style: Style, look: &Look, brush: &mut Brush<'_>) {
    for dot in line.chars() {
        if dot == '#' {
            brush.put(&look.glyphs.bar.repeat(DOT), style);
        } else {
            brush.skip(DOT);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_have_lines_of_one_width() {
        for sign in "0123456789:/".chars() {
            let lines = digit(sign);
            assert!(lines.iter().all(|line| line.len() == lines[0].len() && !line.is_empty()), "{sign}");
        }
        for grade in Grade::ALL {
            assert!(letter(grade).iter().all(|line| line.len() * DOT == usize::from(GRADE_COLUMNS)), "{grade}");
            assert_eq!(letter(grade).len(), usize::from(GRADE));
        }
        assert_eq!((columns("12:05"), columns("")), (34, 0));
    }

    #[test]
    fn no_two_signs_look_alike() {
        let signs: Vec<_> = "0123456789:/".chars().map(digit).collect();
        for (place, one) in signs.iter().enumerate() {
            assert!(signs[place + 1..].iter().all(|other| other != one), "{place}");
        }
    }
}
