//! The screens of the real binary in a pseudo-terminal, by keys alone: the way of a target, two programs on one file, lost lines.

use std::time::Duration;

use rustix::process::Signal;

use crate::cli::Desk;
use crate::terminal::Terminal;

mod answers;
mod assess;
mod ballots;
mod board;
mod bytes;
mod choices;
mod crowd;
mod faults;
mod garbage;
mod house;
mod poor;
mod read_only;
mod redraw;
mod returning;
mod sealed;
mod sessions;
mod stalled;
mod troubles;
mod two_hands;
mod unsent_record;
mod unsent_year;
mod wall;
mod whole_way;
mod whole_year;
mod years;

const DOWN: &str = "\x1b[B";
const CTRL_S: &str = "\x13";

fn open(desk: &Desk, columns: u16, rows: u16) -> Terminal {
    open_with(desk, columns, rows, &[])
}

/// The same with environment variables.
fn open_with(desk: &Desk, columns: u16, rows: u16, variables: &[(&str, &str)]) -> Terminal {
    let state = desk.path("state").to_str().unwrap().to_owned();
    let own = [("XDG_STATE_HOME", state.as_str()), ("XDG_CONFIG_HOME", state.as_str())];
    let variables = [&own, variables].concat();
    let terminal = Terminal::start_with(&["--db", desk.db().to_str().unwrap(), "demo"], columns, rows, &variables);
    terminal.wait_for("示例数据");
    terminal.wait_for("预警");
    terminal
}

/// Filters the queue of all targets down to one project.
fn find(terminal: &mut Terminal, project: &str) {
    terminal.send("\x1b[Z");
    terminal.send("/");
    terminal.wait_for("筛选");
    terminal.send(project);
    terminal.send("\r");
    terminal.wait_until("one row", |screen| screen.contains("1/1") && screen.contains(project));
}

/// Grades all criteria 良, writes an opinion and sends the form.
fn review(terminal: &mut Terminal, next: &str) {
    terminal.send("v");
    terminal.wait_for("总体等级");
    terminal.send("222222");
    terminal.send("\t");
    terminal.send("指标与目标对应,同意。");
    terminal.wait_for("同意。");
    terminal.send(CTRL_S);
    terminal.wait_gone("总体等级");
    terminal.wait_for(next);
}

#[test]
fn what_another_program_does_shows_while_a_field_keeps_its_text() {
    let desk = Desk::sample();
    let mut terminal = open(&desk, 120, 40);
    terminal.send("/");
    terminal.wait_for("筛选");
    terminal.send("等待>");
    terminal.wait_for("等待>");
    let before = terminal.screen();
    let tab = before.lines().nth(1).unwrap().to_owned();
    let other = desk.run(&["submit", "#14"]);
    assert_eq!(other.code, 0, "{}", other.err);
    let after =
        terminal.wait_until("the counts to change", |screen| screen.lines().nth(1).is_some_and(|line| line != tab));
    assert!(after.contains("等待>"), "the text stays:\n{after}");
}

#[test]
fn an_opinion_survives_a_kill_in_the_middle() {
    let desk = Desk::sample();
    let mut terminal = open(&desk, 80, 24);
    find(&mut terminal, "残疾人康复");
    terminal.send("v");
    terminal.wait_for("总体等级");
    terminal.send("222222\t");
    terminal.send("写到一半");
    terminal.wait_for("写到一半");
    let kept = std::time::Instant::now();
    let saved = || {
        let connection = rusqlite::Connection::open(desk.db()).unwrap();
        connection
            .query_row("select count(*) from draft where body like '%写到一半%'", [], |row| row.get::<_, i64>(0))
            .unwrap()
    };
    while saved() == 0 {
        assert!(kept.elapsed() < Duration::from_secs(20), "the draft is not kept");
        std::thread::sleep(Duration::from_millis(20));
    }
    terminal.kill_hard();
    let mut again = open(&desk, 80, 24);
    find(&mut again, "残疾人康复");
    again.send("v");
    again.wait_for("写到一半");
    again.wait_for("草稿");
}

#[test]
fn the_terminal_is_given_back_on_every_way_out() {
    let desk = Desk::sample();
    for way in ["q", "\x03", "TERM", "HUP"] {
        let mut terminal = open(&desk, 80, 24);
        assert!(terminal.look(vt100::Screen::alternate_screen));
        match way {
            "TERM" => terminal.signal(Signal::TERM),
            "HUP" => terminal.signal(Signal::HUP),
            keys => terminal.send(keys),
        }
        terminal.exit_code();
        terminal.drain();
        let (alternate, hidden, paste) =
            terminal.look(|screen| (screen.alternate_screen(), screen.hide_cursor(), screen.bracketed_paste()));
        assert!(!alternate && !hidden && !paste, "{way:?}");
    }
}

#[test]
fn a_file_that_is_missing_is_said_before_the_screen_is_taken() {
    let desk = Desk::new();
    let mut terminal = Terminal::start(&["--db", desk.db().to_str().unwrap()], 80, 24);
    terminal.wait_for("huishen init");
    assert_eq!(terminal.exit_code(), 3);
}

#[test]
fn nothing_is_written_when_nothing_changes() {
    let desk = Desk::sample();
    let terminal = open(&desk, 120, 40);
    terminal.settle(Duration::from_millis(800));
    let (bytes, _) = terminal.received();
    std::thread::sleep(Duration::from_millis(1200));
    assert_eq!(terminal.received().0, bytes);
    assert!(terminal.id() > 0);
}

#[test]
fn a_small_screen_says_so_and_comes_back() {
    let desk = Desk::sample();
    let mut terminal = open(&desk, 80, 24);
    terminal.resize(20, 5);
    terminal.wait_gone("示例数据");
    terminal.resize(80, 24);
    terminal.wait_for("示例数据");
    terminal.send(DOWN);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

/// What the cursor of a field points at: column and row.
fn cursor(terminal: &Terminal) -> (u16, u16) {
    terminal.look(vt100::Screen::cursor_position)
}

/// The line of the selected row.
fn selected(screen: &str) -> String {
    screen.lines().find(|line| line.contains('▸')).unwrap_or_default().trim_end().to_owned()
}

#[test]
fn two_programs_on_one_file_see_each_other_and_leave_each_other_alone() {
    let desk = Desk::sample();
    let mut first = open(&desk, 120, 40);
    let mut second = open(&desk, 80, 24);
    find(&mut first, "残疾人康复");
    second.send("\x1b[Z");
    second.wait_for("1/98");
    second.send(&DOWN.repeat(5));
    let before = second.wait_until("the sixth row", |screen| screen.contains("6/98"));
    second.send("/");
    second.wait_for("筛选");
    second.send("is:mi");
    second.wait_for("is:mi");
    let (at, tabs) = (cursor(&second), before.lines().nth(1).unwrap().to_owned());
    review(&mut first, "绩效股");
    let after =
        second.wait_until("the counts to change", |screen| screen.lines().nth(1).is_some_and(|line| line != tabs));
    assert!(after.contains("is:mi"), "the text stays:\n{after}");
    assert_eq!(cursor(&second), at, "and the cursor in it");
    second.send("ne");
    second.wait_for("is:mine");
    second.send("\x1b");
    second.wait_until("the target that was selected", |screen| {
        screen.contains("/98") && selected(screen) == selected(&before)
    });
}

#[test]
fn the_place_is_taken_up_at_the_next_start() {
    let desk = Desk::sample();
    let mut terminal = open(&desk, 120, 40);
    terminal.send("\x1b[Z/");
    terminal.wait_for("筛选");
    terminal.send("股室:教科文\r");
    terminal.wait_for("1/14");
    terminal.send(&DOWN.repeat(3));
    let left = terminal.wait_for("4/14");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    let again = open(&desk, 120, 40);
    let back = again.wait_for("4/14");
    assert!(back.contains("股室:教科文"), "{back}");
    assert_eq!(selected(&back), selected(&left));
}

#[test]
fn words_on_the_screen_name_the_keys_that_the_person_bound() {
    let desk = Desk::sample();
    let config = desk.path("config.toml");
    std::fs::write(&config, "[keys]\nmake-session = [\"F6\"]\n").unwrap();
    let mut terminal = open_with(&desk, 80, 24, &[("HUISHEN_CONFIG", config.to_str().unwrap())]);
    terminal.send("c");
    terminal.wait_for("还没有会审,按 F6 新建。");
}
