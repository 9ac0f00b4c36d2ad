//! A file that may only be read: every screen says so at the end of its first line, at the sizes that are used and in both languages, and shows what it shows
//! otherwise.

use std::time::Duration;

use super::troubles::{NO_ROOM, in_a_room_of};
use crate::cli::Desk;

const ESCAPE: &str = "\x1b";
/// The queue, a case file, the board, preparation, execution, registers, sessions, assessments, the import, the journal.
const SCREENS: [&str; 10] = ["", "\r", "Y", "P", "m", "d", "c", "a", "I", "\x1b[19~"];
/// The file on a disk that may only be read.
const SCRIPT: &str = r#"
    mkdir -p "$ROOM/disk" && mount -t tmpfs -o size=16m tmpfs "$ROOM/disk" && cp "$ROOM/a.db" "$ROOM/disk/a.db" || exit 9
    mount -o remount,ro "$ROOM/disk" || exit 9
    exec "$H" --db "$ROOM/disk/a.db" demo
"#;
/// The same file where it may be written.
const FREE: &str = r#"exec "$H" --db "$ROOM/a.db" demo"#;

/// The lines of each screen, one after the other; nothing where the system gives no room.
fn walk(size: (u16, u16), lang: &str, script: &str, begins: &str) -> Option<Vec<Vec<String>>> {
    let desk = Desk::sample();
    let mut terminal = in_a_room_of(size, lang, &desk, script)?;
    terminal.wait_for(begins);
    let mut keys = |keys: &str| {
        terminal.send(keys);
        terminal.settle(Duration::from_millis(400));
        terminal.screen().lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>()
    };
    // What was told at the start goes with the first key.
    keys("j");
    let mut walk = |key: &str| {
        let shown = keys(key);
        if !key.is_empty() {
            keys(ESCAPE);
        }
        shown
    };
    Some(SCREENS.iter().map(|key| walk(key)).collect())
}

fn compare(size: (u16, u16), lang: &str, mark: &str) -> Option<()> {
    let (locked, free) = (walk(size, lang, SCRIPT, mark)?, walk(size, lang, FREE, "2021")?);
    for ((locked, free), key) in locked.iter().zip(&free).zip(SCREENS) {
        let place = format!("{key:?} at {size:?} {lang}:\n{}\n{}", locked.join("\n"), free.join("\n"));
        let head = locked[0].strip_suffix(mark).unwrap_or_else(|| panic!("{place}"));
        assert!(head.ends_with(' ') && !free[0].ends_with(mark), "{place}");
        // But the last lines, with notices and hints: what cannot be done is no hint.
        let body = |lines: &[String]| lines[1..usize::from(size.1) - 2].to_vec();
        assert_eq!(body(locked), body(free), "{place}");
    }
    Some(())
}

#[test]
fn every_screen_says_so_and_shows_what_it_shows_otherwise() {
    let all = [
        ((60, 16), "zh", "只读"),
        ((60, 16), "en", "read-only"),
        ((80, 24), "zh", "只读"),
        ((120, 40), "en", "read-only"),
    ];
    let tried = std::thread::scope(|programs| {
        let all = all.map(|(size, lang, mark)| programs.spawn(move || compare(size, lang, mark)));
        all.map(|one| one.join().unwrap().is_some())
    });
    if !tried[0] {
        println!("{NO_ROOM}");
    }
}
