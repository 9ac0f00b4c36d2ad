//! What stands on the terminal after a key is what a redraw of the whole screen puts there, on the lowest screen that is used, where lists are longer than it.

use std::time::Duration;

use super::open;
use crate::cli::Desk;
use crate::terminal::Terminal;

/// Silence after which an answer is taken to be whole; where a busy machine may have taken longer, once more with the second.
const QUIET: [Duration; 2] = [Duration::from_millis(250), Duration::from_secs(3)];
const REDRAW: &str = "\x0c";
const ESCAPE: &str = "\x1b";
/// End, a page up and down, down, up, begin.
const MOVES: [&str; 6] = ["\x1b[F", "\x1b[5~", "\x1b[6~", "\x1b[B", "\x1b[A", "\x1b[H"];

#[test]
fn every_screen_is_as_a_redraw_shows_it() {
    let desk = Desk::sample();
    std::thread::scope(|programs| {
        for screen in ["", "Y", "d", "m", "P", "c", "\r", "?"] {
            programs.spawn(|| as_redrawn(&desk, screen));
        }
    });
}

fn as_redrawn(desk: &Desk, screen: &str) {
    if walk(desk, screen, QUIET[0]).is_some()
        && let Some((key, after, redrawn)) = walk(desk, screen, QUIET[1])
    {
        assert_eq!(after, redrawn, "after {screen:?} and {key:?}");
    }
}

/// The first of the moves on a screen after which the terminal shows something else than a redraw, with both.
fn walk(desk: &Desk, screen: &str, quiet: Duration) -> Option<(&'static str, Vec<String>, Vec<String>)> {
    let mut terminal = open(desk, 60, 16);
    let keys = |terminal: &mut Terminal, keys: &str| {
        terminal.send(keys);
        terminal.settle(quiet);
        shown(&terminal.screen())
    };
    keys(&mut terminal, screen);
    let moved = MOVES.into_iter().find_map(|key| {
        let (after, redrawn) = (keys(&mut terminal, key), keys(&mut terminal, REDRAW));
        (after != redrawn).then_some((key, after, redrawn))
    });
    terminal.send(ESCAPE);
    moved
}

/// All lines but the last two, on which a notice goes with the next key.
fn shown(screen: &str) -> Vec<String> {
    let lines: Vec<String> = screen.lines().map(|line| line.trim_end().to_owned()).collect();
    lines[..lines.len().min(14)].to_vec()
}
