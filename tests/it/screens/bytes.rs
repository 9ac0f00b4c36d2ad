//! What a key costs on the line: budgets of bytes for the real binary on the sample year, with its real, long texts.

use std::time::Duration;

use super::{DOWN, find, open};
use crate::cli::Desk;
use crate::terminal::Terminal;

/// Longer than the selection rests before more is told of it.
const QUIET: Duration = Duration::from_millis(350);

/// Bytes of what follows each key, until nothing comes any more.
fn cost(terminal: &mut Terminal, key: &str, times: usize) -> Vec<usize> {
    let one = |_| {
        let (before, _) = terminal.received();
        terminal.mark();
        terminal.send(key);
        std::thread::sleep(QUIET);
        terminal.settle(QUIET);
        let cost = terminal.received().0 - before;
        assert_eq!(terminal.first().is_some(), cost > 0);
        cost
    };
    (0..times).map(one).collect()
}

fn assert_within(costs: &[usize], budget: usize, what: &str) {
    assert!(costs.iter().all(|cost| (1..=budget).contains(cost)), "{what}, at most {budget} bytes: {costs:?}");
}

#[test]
fn the_queue_keeps_its_budget() {
    let desk = Desk::sample();
    let mut terminal = open(&desk, 120, 40);
    terminal.settle(QUIET);
    let (first, _) = terminal.received();
    assert!(first <= 8 * 1024, "{first} bytes for the first frame");
    terminal.send("\x1b[Z");
    terminal.wait_for("1/98");
    terminal.settle(QUIET);
    assert_eq!(cost(&mut terminal, "\x1b[A", 1), [0], "nothing changes above the first row");
    assert_within(&cost(&mut terminal, DOWN, 20), 300, "moving the selection");
    terminal.send(&DOWN.repeat(13));
    terminal.wait_for("34/98");
    terminal.settle(QUIET);
    assert_within(&cost(&mut terminal, DOWN, 12), 700, "scrolling by a line");
}

#[test]
fn a_burst_of_keys_costs_a_few_frames_and_loses_none() {
    let desk = Desk::sample();
    let mut terminal = open(&desk, 120, 40);
    terminal.send("\x1b[Z");
    terminal.wait_for("1/98");
    terminal.settle(QUIET);
    let ((before, _), frames) = (terminal.received(), terminal.frames());
    terminal.send(&DOWN.repeat(90));
    terminal.wait_for("91/98");
    terminal.settle(QUIET);
    let (bytes, frames) = (terminal.received().0 - before, terminal.frames() - frames);
    assert!(bytes <= 20 * 1024, "{bytes} bytes");
    assert!(frames <= 10, "{frames} frames");
}

#[test]
fn a_case_file_and_a_form_keep_their_budgets() {
    let desk = Desk::sample();
    let mut terminal = open(&desk, 120, 40);
    find(&mut terminal, "残疾人康复");
    terminal.send("\r");
    terminal.wait_for("目标值");
    terminal.settle(QUIET);
    // Most of it is the text of what is selected, which the table cuts.
    assert_within(&cost(&mut terminal, DOWN, 6), 1_400, "moving in a case file");
    terminal.send("v");
    terminal.wait_for("总体等级");
    terminal.send("222222\t");
    terminal.settle(QUIET);
    terminal.send("同意");
    terminal.wait_for("同意");
    terminal.settle(QUIET);
    for letters in ["安", "a", ","] {
        assert_within(&cost(&mut terminal, letters, 3), 40, "typing a character");
    }
}

#[test]
fn a_letter_of_the_filter_shows_before_the_rows_that_it_leaves() {
    let desk = Desk::sample();
    let mut terminal = open(&desk, 120, 40);
    terminal.wait_for("1/81");
    terminal.send("/");
    terminal.settle(QUIET);
    let (before, _) = terminal.received();
    terminal.send("养");
    terminal.wait_gone("1/81");
    terminal.settle(QUIET);
    let frames = terminal.frames_after(before);
    assert_within(&[frames[0]], 60, "the letter");
    assert!(frames.iter().skip(1).any(|bytes| *bytes > 200), "then the rows: {frames:?}");
}
