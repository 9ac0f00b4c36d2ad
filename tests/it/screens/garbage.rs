//! Whatever is typed into whatever screen: the program lives or leaves as it should, and the file holds.

use super::open;
use crate::cli::Desk;
use crate::store::faults::{Lots, Soak, sound};

/// Keys that lead to screens of all kinds; what comes after them is typed there.
const WAYS: [&str; 12] = ["", "/", "\r", "\rv", "J", "S", "R", "B", ":", "?", "I", "\r\t\t\t"];

/// Pieces of what terminals send, whole and broken.
const PIECES: [&str; 24] = [
    "\r",
    "\t",
    "\x1b[A",
    "\x1b[B",
    "\x1b[5~",
    "\x1b",
    "/",
    ":",
    "?",
    "v",
    "t",
    "b",
    " ",
    "中文",
    "1",
    "9",
    "\x7f",
    "\x1b[200~粘贴\n",
    "\x1b[201~",
    "\x1b[<0;10;10M",
    "\x1b[999;999R",
    "\x1b]11;rgb:",
    "\x0c",
    "\x13",
];

#[test]
fn nothing_that_is_typed_brings_a_screen_down() {
    let desk = Desk::sample();
    let (mut lots, mut soak) = (Lots::drawn(), Soak::of(6));
    println!("{lots:?}");
    let mut way = usize::try_from(lots.below(WAYS.len() as u64)).unwrap();
    while soak.goes_on() {
        let mut terminal = open(&desk, 100, 30);
        terminal.send(WAYS[way % WAYS.len()]);
        way += 1;
        let typed: String = (0..150)
            .map(|_| match lots.below(4) {
                // Not those by which whoever sits there leaves, stops or kills the program.
                0 => char::from(u8::try_from(32 + lots.below(95)).unwrap()).to_string().replace(['q', 'Q'], "x"),
                _ => PIECES[usize::try_from(lots.below(PIECES.len() as u64)).unwrap()].to_owned(),
            })
            .collect();
        terminal.send(&typed);
        terminal.send("\x1b[201~\x1b\x1b\x1b");
        terminal.resize(80, 24);
        terminal.settle(std::time::Duration::from_millis(300));
        let screen = terminal.screen();
        assert!(!screen.contains("panicked"), "{typed:?}\n{screen}");
        terminal.signal(rustix::process::Signal::TERM);
        let code = terminal.exit_code();
        assert!(code != 101 && code != 134, "{code} after {typed:?}\n{screen}");
    }
    sound(&desk.db());
}
