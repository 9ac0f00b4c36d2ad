//! A record half typed in the real binary, which is killed: the form gives it back.

use std::time::{Duration, Instant};

use super::open;
use crate::cli::Desk;
use crate::terminal::Terminal;

/// Types a half of a record from the queue, and waits until its draft is kept.
pub fn half_typed(desk: &Desk, terminal: &mut Terminal) {
    terminal.send("d");
    terminal.wait_for("台账");
    terminal.send("8n");
    terminal.wait_for("培训日期");
    terminal.send("2021-03-04\t自评培训写到一半");
    terminal.wait_for("写到一半");
    let began = Instant::now();
    let saved = || {
        let connection = rusqlite::Connection::open(desk.db()).unwrap();
        let sql = "select count(*) from draft where form = 'training' and body like '%写到一半%'";
        connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    while saved() == 0 {
        assert!(began.elapsed() < Duration::from_secs(20), "the draft is not kept");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_record_half_typed_survives_a_kill() {
    let desk = Desk::sample();
    let mut terminal = open(&desk, 80, 24);
    half_typed(&desk, &mut terminal);
    terminal.kill_hard();
    let mut again = open(&desk, 80, 24);
    again.send("d");
    again.wait_for("台账");
    again.send("8n");
    again.wait_for("自评培训写到一半");
    again.wait_for("2021-03-04");
}
