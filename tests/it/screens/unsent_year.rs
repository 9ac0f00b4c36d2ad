//! What was typed into forms of the year and not sent stands in the list of unsent texts, whatever it is about, and is gone on with from there.

use super::open;
use super::unsent_record::half_typed;
use crate::cli::Desk;

#[test]
fn unsent_texts_of_records_and_pre_assessments_are_listed_and_opened() {
    let desk = Desk::sample();
    let connection = || rusqlite::Connection::open(desk.db()).unwrap();
    let put = |number: i64, form: &str| {
        let sql = "insert into draft (user_name, target_id, form, body, at) values ('示例全权', ?1, ?2, '{}', 1)";
        connection().execute(sql, rusqlite::params![number, form]).unwrap();
    };
    put(-6, "assess-review");
    put(-1, "record-correct");
    put(-999_999, "record-correct");
    let mut terminal = open(&desk, 120, 40);
    half_typed(&desk, &mut terminal);
    terminal.send("\x1b");
    terminal.wait_gone("写到一半");
    terminal.send("\x1b");
    terminal.wait_for("待裁定");
    terminal.send("D");
    let listed = terminal.wait_for("台账登记");
    assert!(listed.contains("更正登记"), "{listed}");
    assert!(listed.contains("县城公共停车设施建设") && listed.contains("事前评估审核"), "{listed}");
    terminal.send("\r");
    terminal.wait_for("自评培训写到一半");
}
