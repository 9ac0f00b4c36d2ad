//! Ending while the terminal does not read: a lost line, a held window.

use std::time::Duration;

use rustix::process::Signal;

use super::{find, open};
use crate::cli::Desk;

#[test]
fn told_to_end_while_the_terminal_does_not_read_the_program_ends_and_keeps_what_is_typed() {
    let desk = Desk::sample();
    // Each begins at the queue as it is at first.
    let forget_place = || drop(std::fs::remove_dir_all(desk.path("state")));
    for (signal, so_far) in [(Signal::TERM, "写到一半"), (Signal::HUP, "又一句"), (Signal::INT, "还有")] {
        let mut terminal = open(&desk, 120, 40);
        find(&mut terminal, "残疾人康复");
        terminal.send("v");
        terminal.wait_for("总体等级");
        terminal.send("222222\t\x1b[F");
        terminal.send(so_far);
        terminal.wait_for(so_far);
        terminal.hold();
        terminal.send("。");
        // Each draws the whole screen: far more than all buffers on the way hold.
        for step in 0..80 {
            terminal.resize(119 + step % 2, 40);
            std::thread::sleep(Duration::from_millis(25));
        }
        terminal.signal(signal);
        assert_eq!(terminal.exit_code(), 0);
        terminal.read_on();
        terminal.drain();
        let (alternate, hidden, paste) =
            terminal.look(|screen| (screen.alternate_screen(), screen.hide_cursor(), screen.bracketed_paste()));
        assert!(!alternate && !hidden && !paste, "{signal:?}");
        forget_place();
    }
    let mut again = open(&desk, 120, 40);
    find(&mut again, "残疾人康复");
    again.send("v");
    again.wait_for("写到一半。又一句。还有。");
}
