//! What a person chose, on the command line or in the config file, as the screens show it.

use super::{DOWN, open_with};
use crate::cli::Desk;
use crate::terminal::{Terminal, World};

#[test]
fn keys_bound_anew_stand_in_the_hints_and_do_it() {
    let desk = Desk::sample();
    let config = desk.path("my.toml");
    std::fs::write(&config, "[keys]\nreview = [\"R\", \"Alt-r\"]\nhelp = \"Alt-h\"\n").unwrap();
    let mut terminal = open_with(&desk, 120, 40, &[("HUISHEN_CONFIG", config.to_str().unwrap())]);
    let screen = terminal.wait_for("R 评审");
    assert!(screen.contains("Alt-h 帮助") && !screen.contains("v 评审") && !screen.contains("? 帮助"), "{screen}");
    terminal.send(&DOWN.repeat(3));
    terminal.wait_for("4/81");
    terminal.send("v");
    terminal.send("\x1bh");
    let help = terminal.wait_for("R Alt-r");
    assert!(!help.contains("v F4"), "the old key did nothing:\n{help}");
    terminal.send("\x1b");
    terminal.wait_gone("R Alt-r");
    terminal.send("R");
    terminal.wait_for("总体等级");
}

#[test]
fn width_and_signs_are_as_asked_for_whatever_the_terminal_is() {
    let desk = Desk::sample();
    let (state, db) = (desk.path("state"), desk.db());
    let (state, db) = (state.to_str().unwrap(), db.to_str().unwrap());
    for (options, world, sign) in [
        (["--glyphs", "ascii"], World::Narrow, "> "),
        (["--glyphs", "unicode"], World::Narrow, "▸ "),
        // Signs of one column are missing where ambiguous characters take two.
        (["--width", "wide"], World::Wide, "> "),
        (["--width", "narrow"], World::Narrow, "▸ "),
    ] {
        let arguments = [&["--db", db, "demo"], &options[..]].concat();
        let command = Terminal::command(&arguments, &[("XDG_STATE_HOME", state), ("XDG_CONFIG_HOME", state)]);
        let terminal = Terminal::spawn(command, 120, 40, world);
        let screen = terminal.wait_for("1/81");
        assert!(screen.lines().nth(4).unwrap().starts_with(sign), "{options:?}:\n{screen}");
    }
}
