//! Terminals that answer the questions each in its own way, late, wrongly, or with rubbish between the keys.

use std::time::Duration;

use super::{DOWN, find};
use crate::cli::Desk;
use crate::terminal::{Terminal, World};

/// A terminal program: how it draws and what it answers.
struct Kind {
    name: &'static str,
    term: &'static str,
    world: World,
    answers: &'static str,
}

const NARROW: &str = "\x1b[2;2R\x1b[2;2R\x1b[2;2R";
const WIDE: &str = "\x1b[2;3R\x1b[2;3R\x1b[2;3R";

/// The answers are those of the programs' own sources and manuals; unknown questions get none.
fn kinds() -> Vec<Kind> {
    let kind = |name, term, world, answers: String| Kind { name, term, world, answers: answers.leak() };
    vec![
        kind("PuTTY", "xterm", World::Narrow, format!("{NARROW}\x1b[?6c")),
        kind("PuTTY, ambiguous wide", "xterm", World::Wide, format!("{WIDE}\x1b[?6c")),
        kind("Xshell, ambiguous wide", "xterm", World::Wide, format!("{WIDE}\x1b[?1;2c")),
        kind(
            "Windows Terminal",
            "xterm-256color",
            World::Narrow,
            format!("{NARROW}\x1b[?2026;2$y\x1b[?61;6;7;14;21;22;23;24;28;32;42c"),
        ),
        kind("tmux", "tmux-256color", World::Narrow, format!("{NARROW}\x1b[?1;2;4c")),
        kind("Linux console", "linux", World::Narrow, format!("{NARROW}\x1b[?6c")),
    ]
}

fn open(desk: &Desk, kind: &Kind, columns: u16, rows: u16) -> Terminal {
    let _ = std::fs::remove_dir_all(desk.path("state"));
    let state = desk.path("state").to_str().unwrap().to_owned();
    let variables = [("TERM", kind.term), ("XDG_STATE_HOME", &state), ("XDG_CONFIG_HOME", &state)];
    let command = Terminal::command(&["--db", desk.db().to_str().unwrap(), "demo"], &variables);
    let terminal = Terminal::spawn(command, columns, rows, kind.world);
    terminal.wait_for("示例数据");
    terminal
}

/// The column at which a text begins in a row of cells.
fn column_of(row: &[String], text: &str) -> Option<usize> {
    (0..row.len()).find(|start| row[*start..].concat().starts_with(text) && !row[*start].is_empty())
}

/// Checks that in each of so many rows of the table below the heads a new text begins, or nothing stands, where a head begins.
fn assert_columns(terminal: &Terminal, heads: &[&str], rows: usize, name: &str) {
    let cells = terminal.cells();
    let at = cells.iter().position(|row| heads.iter().all(|head| column_of(row, head).is_some()));
    let at = at.unwrap_or_else(|| panic!("{name}: no heads in\n{}", terminal.screen()));
    for row in &cells[at + 1..=at + rows] {
        for head in heads {
            let column = column_of(&cells[at], head).unwrap();
            // A text one column too far to the right stands before the edge, or reaches over it with half a character.
            assert!(row[column - 1] == " " && !row[column].is_empty(), "{name}, {head}:\n{}", terminal.screen());
        }
    }
}

/// Checks that drawing everything anew changes nothing: what was drawn piece by piece stands where it should.
fn assert_settled(terminal: &mut Terminal, name: &str) {
    let quiet = Duration::from_millis(300);
    terminal.settle(quiet);
    let before = terminal.cells();
    let (bytes, _) = terminal.received();
    terminal.send("\x0c");
    while terminal.received().0 == bytes {
        std::thread::sleep(Duration::from_millis(5));
    }
    terminal.settle(quiet);
    let lines = |cells: Vec<Vec<String>>| cells.iter().map(|row| row.concat()).collect::<Vec<_>>();
    assert_eq!(lines(before), lines(terminal.cells()), "{name}");
}

#[test]
fn whole_screens_stand_straight_on_every_terminal_and_no_answer_is_a_key() {
    let desk = Desk::sample();
    for kind in kinds() {
        for (columns, rows) in [(120, 40), (80, 24)] {
            let mut terminal = open(&desk, &kind, columns, rows);
            terminal.send(kind.answers);
            terminal.send("\x1b[Z");
            terminal.wait_for("1/98");
            terminal.send(&DOWN.repeat(30));
            terminal.wait_for("31/98");
            assert_settled(&mut terminal, kind.name);
            assert_columns(&terminal, &["环节", "等待"], usize::from(rows) - 6, kind.name);
            terminal.send("\r");
            terminal.wait_for("意见 5");
            if columns == 120 {
                assert_columns(&terminal, &["指标", "目标值", "2020实际", "近三年"], 8, kind.name);
            }
            assert_settled(&mut terminal, kind.name);
            terminal.send("?");
            terminal.wait_for("帮助:输入");
            assert_settled(&mut terminal, kind.name);
            terminal.send("\x03");
            assert_eq!(terminal.exit_code(), 0, "{}", kind.name);
        }
    }
}

#[test]
fn late_and_wrong_answers_and_rubbish_are_no_keys() {
    let desk = Desk::sample();
    let kind = Kind { name: "any", term: "xterm-256color", world: World::Narrow, answers: "" };
    let mut terminal = open(&desk, &kind, 120, 40);
    find(&mut terminal, "残疾人康复");
    terminal.send("v");
    terminal.wait_for("总体等级");
    terminal.send("222222\t");
    let rubbish = [
        // Answers to nothing, of another row, of no column, of too many numbers.
        "\x1b[2;3R\x1b[?62;22c",
        "\x1b[1;1R\x1b[99;0R\x1b[2;2;2R",
        "\x1b[?2026;0$y\x1b[?9999;9$y",
        // What other questions are answered with: the name, the ground's colour, the size, a second set of attributes.
        "\x1bP>|XTerm(390)\x1b\\",
        "\x1b]11;rgb:ffff/ffff/ffff\x07\x1b]10;rgb:0000/0000/0000\x1b\\",
        "\x1b[8;40;120t\x1b[>41;390;0c\x1b[=0c",
        "\x1bP1$r0m\x1b\\\x1b_Gi=31;OK\x1b\\",
        // Focus, and a sequence nobody knows.
        "\x1b[I\x1b[O\x1b[?31;1;5z",
    ];
    for (piece, rubbish) in ["指标", "与目标", "对应", "较好", ",", "同意", "本", "级"].iter().zip(rubbish)
    {
        terminal.send(rubbish);
        terminal.send(piece);
    }
    let screen = terminal.wait_for("本级");
    assert!(screen.contains("指标与目标对应较好,同意本级"), "{screen}");
    // In the queue, where letters are commands: nothing happens but what the keys say.
    terminal.send("\x03");
    assert_eq!(terminal.exit_code(), 0);
    let mut terminal = open(&desk, &kind, 120, 40);
    terminal.send("\x1b[Z");
    terminal.wait_for("1/98");
    for rubbish in rubbish {
        terminal.send(rubbish);
        terminal.send(DOWN);
    }
    let screen = terminal.wait_for("9/98");
    assert!(screen.contains("▸  农村饮水") && !screen.contains("总体等级"), "{screen}");
}
