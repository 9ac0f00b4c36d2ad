//! What the terminal says when asked: how wide it draws ambiguous characters, and whether it knows DEC 2026.
//!
//! The questions go out in one write before the first frame and nobody waits for the answers: they come through
//! the input stream, and the screen is refined when they do. The last question is one that every terminal answers
//! (DA1), so its answer ends the probe. It must not know how anything is drawn.

use super::decode::Reply;

/// Two characters that stand for the two groups: lines and signs, punctuation.
const SAMPLES: [&str; 3] = ["│", "…", "“"];
const LINE: usize = 0;

/// The row (from 1) where the samples are drawn. Not the first: an answer about row 1 looks like a function key.
const ROW: u16 = 2;

/// The mode of synchronised output.
const SYNC: u16 = 2026;

/// How many columns characters take whose East Asian Width is Ambiguous, such as `│ … “ ≥ ①`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AmbiguousWidth {
    /// One column.
    #[default]
    Narrow,
    /// Two columns.
    Wide,
}

/// What the terminal answered; nothing where it did not answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// The width of lines and signs.
    pub lines: Option<AmbiguousWidth>,
    /// The width of punctuation; wide when any of it is.
    pub punctuation: Option<AmbiguousWidth>,
    /// Whether the terminal knows synchronised output.
    pub sync: Option<bool>,
}

impl Findings {
    /// Returns the width to lay data text out with: wide when anything is wide.
    pub fn text_width(&self) -> Option<AmbiguousWidth> {
        match (self.lines, self.punctuation) {
            (Some(AmbiguousWidth::Wide), _) | (_, Some(AmbiguousWidth::Wide)) => Some(AmbiguousWidth::Wide),
            (lines, punctuation) => lines.or(punctuation),
        }
    }
}

/// Returns the questions, as one piece to write while the alternate screen is still empty.
pub(super) fn questions(widths: bool) -> String {
    let samples = if widths { SAMPLES.as_slice() } else { &[] };
    let widths: Vec<String> = samples.iter().map(|sample| format!("\x1b[{ROW};1H{sample}\x1b[6n")).collect();
    let widths = widths.concat();
    format!("{widths}\x1b[2J\x1b[?{SYNC}$p\x1b[c")
}

/// Collects the answers in the order in which they were asked for.
#[derive(Debug, Default)]
pub(super) struct Probe {
    columns: Vec<u16>,
    findings: Findings,
    done: bool,
}

impl Probe {
    /// Takes one answer; the last one returns what was found, later ones are dropped.
    pub(super) fn accept(&mut self, reply: Reply) -> Option<Findings> {
        if self.done {
            return None;
        }
        match reply {
            Reply::Cursor { row, column } => {
                self.columns.push(if row == ROW { column } else { 0 });
                None
            }
            Reply::Mode { number: SYNC, state } => {
                self.findings.sync = Some(matches!(state, 1..=3));
                None
            }
            Reply::Mode { .. } => None,
            Reply::Attributes => {
                self.done = true;
                self.conclude();
                Some(self.findings)
            }
        }
    }

    fn conclude(&mut self) {
        if self.columns.len() != SAMPLES.len() {
            return;
        }
        let widths: Vec<_> = self.columns.iter().map(|column| width(*column)).collect();
        self.findings.lines = widths[LINE];
        let punctuation = &widths[LINE + 1..];
        self.findings.punctuation = if punctuation.contains(&Some(AmbiguousWidth::Wide)) {
            Some(AmbiguousWidth::Wide)
        } else {
            punctuation.iter().copied().reduce(Option::and).flatten()
        };
    }
}

/// Reads where the cursor stood after one sample.
const fn width(column: u16) -> Option<AmbiguousWidth> {
    match column {
        2 => Some(AmbiguousWidth::Narrow),
        3 => Some(AmbiguousWidth::Wide),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AmbiguousWidth::{Narrow, Wide};

    fn ask(columns: &[u16], mode: Option<u16>) -> Findings {
        let mut probe = Probe::default();
        for &column in columns {
            assert_eq!(probe.accept(Reply::Cursor { row: ROW, column }), None);
        }
        if let Some(state) = mode {
            assert_eq!(probe.accept(Reply::Mode { number: SYNC, state }), None);
        }
        let found = probe.accept(Reply::Attributes).unwrap();
        assert_eq!(probe.accept(Reply::Attributes), None, "a late answer says nothing");
        found
    }

    #[test]
    fn each_group_has_its_own_width() {
        let narrow = Findings { lines: Some(Narrow), punctuation: Some(Narrow), sync: Some(true) };
        assert_eq!(ask(&[2, 2, 2], Some(2)), narrow);
        let mixed = ask(&[2, 2, 3], Some(0));
        assert_eq!(mixed, Findings { lines: Some(Narrow), punctuation: Some(Wide), sync: Some(false) });
        assert_eq!(mixed.text_width(), Some(Wide));
        assert_eq!(ask(&[3, 2, 2], Some(4)).text_width(), Some(Wide));
        assert_eq!(narrow.text_width(), Some(Narrow));
    }

    #[test]
    fn what_was_not_answered_stays_unknown() {
        assert_eq!(ask(&[], None), Findings::default());
        assert_eq!(ask(&[2, 3], Some(1)), Findings { sync: Some(true), ..Findings::default() });
        assert_eq!(ask(&[4, 7, 2], None), Findings::default());
        assert_eq!(Findings::default().text_width(), None);
    }

    #[test]
    fn an_answer_about_another_row_is_no_width() {
        let mut probe = Probe::default();
        for _ in SAMPLES {
            probe.accept(Reply::Cursor { row: 1, column: 3 });
        }
        assert_eq!(probe.accept(Reply::Attributes), Some(Findings::default()));
    }

    #[test]
    fn the_questions_leave_an_empty_screen_and_end_with_da1() {
        let questions = questions(true);
        assert_eq!(questions.matches("\x1b[6n").count(), SAMPLES.len());
        assert!(questions.ends_with("\x1b[2J\x1b[?2026$p\x1b[c"));
        assert!(!super::questions(false).contains("6n"));
        let size = std::num::NonZeroU16::new(24).unwrap();
        let mut screen = vt100::Parser::new(size, size, 0);
        screen.process(questions.as_bytes());
        assert_eq!(screen.screen().contents().trim(), "");
    }
}
