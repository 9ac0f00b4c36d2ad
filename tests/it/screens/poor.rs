//! Poor terminals: without a locale, without colours, the Linux console. The selected row must be told apart on each.

use super::{DOWN, open_with};
use crate::cli::Desk;

#[test]
fn the_selected_row_is_told_apart_on_every_terminal() {
    let desk = Desk::sample();
    for (term, no_color) in [("linux", ""), ("linux", "1"), ("xterm", ""), ("vt100", ""), ("dumb", ""), ("", "")] {
        let _ = std::fs::remove_dir_all(desk.path("state"));
        let variables = [("TERM", term), ("NO_COLOR", no_color), ("LANG", ""), ("LC_ALL", ""), ("LC_CTYPE", "")];
        let mut terminal = open_with(&desk, 100, 26, &variables);
        terminal.wait_for("1/81");
        terminal.send(DOWN);
        let screen = terminal.wait_for("2/81");
        // The name of the project begins in the fourth column.
        let marked: Vec<u16> = terminal.look(|screen| {
            let grounds = |row: &u16| {
                let cell = screen.cell(*row, 3).unwrap();
                cell.inverse() || cell.bgcolor() != vt100::Color::Default
            };
            (0..26).filter(grounds).collect()
        });
        assert_eq!(marked, [5], "{term:?}:\n{screen}");
        assert!(screen.lines().nth(5).unwrap().starts_with("> "), "{term:?}:\n{screen}");
        assert!(!screen.contains(['▸', '…', '│']), "{term:?}:\n{screen}");
    }
}
