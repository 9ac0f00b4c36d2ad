//! Minutes of a session: every kind of file from the command line, and what stands in them.

use std::fs;
use std::path::Path;

use huishen::domain::command::{Actor, Command, Origin};
use huishen::domain::handin::HandedTarget;
use huishen::domain::ids::TargetId;
use huishen::domain::money::Money;
use huishen::domain::target::UnitName;
use huishen::store::Store;

use super::store::sessions::held;
use crate::cli::Desk;

fn huishen(path: &Path, arguments: &[&str]) -> (String, String, i32) {
    let mut command = assert_cmd::Command::cargo_bin("huishen").unwrap();
    let ended = command.env_remove("HUISHEN_LANG").arg("--db").arg(path).args(arguments).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&ended.stdout), text(&ended.stderr), ended.status.code().unwrap())
}

/// What a command printed that did what it was asked.
fn done(desk: &Desk, arguments: &[&str]) -> String {
    let ended = desk.run(arguments);
    assert_eq!(ended.code, 0, "{arguments:?}: {}", ended.err);
    ended.out
}

#[test]
fn minutes_say_who_was_there_what_was_decided_and_who_dissented() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    held(&path);
    let (text, _, code) = huishen(&path, &["minutes", "1", "--to", "-"]);
    assert_eq!(code, 0);
    for expected in [
        "云岭县财政局绩效目标集中会审会议记录",
        "应到委员 3 人，开会时实到 3 人；法定到会人数 2 人（2/3）。",
        "回避：委员丙（营养改善计划，所在单位项目）",
        "| 1 | 县教育体育局 | 营养改善计划 | 1.000037 | 良 | 协商 | 请补充效益指标。 | 2026年12月1日 |",
        "投票（第 1 次）：收到 2 票，优 0、良 1、中 1、差 0。",
        "委员乙 中（中 中 中 中 中 中）〔记录代录〕 意见中",
        "保留意见（在本决定之前提出）：委员乙：金额偏大",
        "补充记录：教科文股汇报",
        "本次未决定：待审议。",
        "- 主持 主任",
    ] {
        assert!(text.contains(expected), "{expected} is missing in\n{text}");
    }
    assert!(!text.contains("意见良。"), "{text}");
    let sealed = text.split("农村饮水安全").last().unwrap();
    assert!(!sealed.contains("委员甲 良"), "a sealed ballot does not stand in minutes:\n{sealed}");
    let head = text.split("散列 ").nth(1).unwrap().chars().take(64).collect::<String>();
    let (verified, _, _) = huishen(&path, &["verify", "--json"]);
    assert!(verified.contains(&head), "the head is the journal's: {head}");
}

#[test]
fn minutes_say_who_came_and_left_and_who_stood_aside() {
    let desk = Desk::sample();
    let run = |arguments: &[&str]| done(&desk, arguments);
    let chair = |arguments: &[&str]| run(&[&["--as", "会审主持", "session"], arguments].concat());
    run(&["session", "new", "会审", "--quorum", "1/2"]);
    run(&["session", "member", "1", "会审主持", "--role", "chair"]);
    run(&["session", "member", "1", "委员甲", "委员乙", "委员丙", "委员丁", "示例全权", "--role", "panel"]);
    run(&["session", "add", "1", "环节:集中会审"]);
    run(&["session", "unseat", "1", "示例全权"]);
    let items = desk.json(&["session", "show", "1", "--json"])["items"].clone();
    let reference = |place: usize| items[place]["ref"].as_str().unwrap().to_owned();
    for place in [0, 1, 2, 4] {
        run(&["session", "recuse", "1", "委员丁", &reference(place), "--reason", "亲属任职"]);
    }
    chair(&["open", "1", "--present", "委员甲,委员丙,委员丁"]);
    chair(&["attend", "1", "委员丙", "--gone"]);
    chair(&["attend", "1", "委员乙"]);
    chair(&["decide", "1", "--grade", "优"]);
    let text = run(&["minutes", "1", "--to", "-"]);
    for expected in [
        "应到委员 4 人，开会时实到 3 人；法定到会人数 2 人（1/2）。",
        "委员丙离会（实到委员 2 人）；",
        "委员乙到会（实到委员 3 人）",
        "到会委员：委员甲、委员乙、委员丙、委员丁",
        "缺席委员：无",
        "回避：委员丁（第 1-3、5 项，亲属任职）",
        "决定：优。 到会委员 2/3。",
    ] {
        assert!(text.contains(expected), "{expected} is missing in\n{text}");
    }
    assert!(!text.contains("示例全权（"), "who is no member any more stands aside from nothing:\n{text}");
    let first = text.split("### 2.").next().unwrap().split("### 1.").nth(1).unwrap();
    assert!(first.contains("\n回避：委员丁\n"), "{first}");
    let undone = chair(&["undo", "1"]);
    assert!(undone.contains("已撤回对“"), "{undone}");
}

#[test]
fn minutes_are_written_as_document_workbook_and_text_and_replace_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    held(&path);
    for (name, magic) in [("记录.docx", &b"PK"[..]), ("记录.xlsx", b"PK"), ("记录.md", b"# ")] {
        let to = folder.path().join(name);
        let to = to.to_str().unwrap();
        assert_eq!(huishen(&path, &["minutes", "1", "--to", to]).2, 0, "{name}");
        assert!(fs::read(to).unwrap().starts_with(magic), "{name}");
        let (_, said, code) = huishen(&path, &["minutes", "1", "--to", to]);
        assert!(code == 1 && said.contains("--force"), "{said}");
    }
    assert_eq!(huishen(&path, &["minutes", "1", "--to", "记录.pdf"]).2, 2);
    assert_eq!(huishen(&path, &["minutes", "7", "--to", "-"]).2, 1);
}

#[test]
fn letters_about_everything_returned_are_written_in_one_go() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    held(&path);
    // What was decided in the session was to be negotiated, and the unit has answered since.
    let (_, said, code) =
        huishen(&path, &["session", "notices", "1", "--to", folder.path().join("反馈").to_str().unwrap()]);
    assert!(code == 1 && said.contains("没有退回或待协商的项目"), "{said}");
    let desk = Desk::sample();
    let run = |arguments: &[&str]| done(&desk, arguments);
    run(&["session", "new", "会审", "--quorum", "1/2"]);
    run(&["session", "member", "1", "会审主持", "--role", "chair"]);
    run(&["session", "member", "1", "委员甲", "--role", "panel"]);
    run(&["session", "add", "1", "环节:集中会审"]);
    let chair = |arguments: &[&str]| run(&[&["--as", "会审主持", "session"], arguments].concat());
    chair(&["open", "1", "--present", "委员甲"]);
    for grade in ["优", "良", "中", "良", "中"] {
        chair(&["decide", "1", "--grade", grade, "--opinion", "请补充效益指标。"]);
        chair(&["goto", "1", "next"]);
    }
    let to = desk.path("反馈");
    let items = desk.json(&["session", "show", "1", "--json"])["items"].clone();
    let waits = |item: &&serde_json::Value| {
        let state = desk.json(&["show", &format!("#{}", item["id"]), "--json"])["state"].clone();
        !item["decision"].is_null() && (state == "returned" || state == "negotiating")
    };
    let count = items.as_array().unwrap().iter().filter(waits).count();
    let said = run(&["session", "notices", "1", "--to", to.to_str().unwrap()]);
    assert!(count > 1 && said.contains(&format!("共 {count} 个目标")), "{count}: {said}");
    let files: Vec<_> = fs::read_dir(&to).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(!files.is_empty() && files.iter().all(|file| file.extension().is_some_and(|ending| ending == "docx")));
    let again = desk.run(&["session", "notices", "1", "--to", to.to_str().unwrap()]);
    assert!(again.code == 1 && again.err.contains("--force"), "{}", again.err);
    let one = desk.path("全部.docx");
    run(&["session", "notices", "1", "--to", one.to_str().unwrap()]);
    assert!(fs::read(one).unwrap().starts_with(b"PK"));
}

/// What was signed is not rewritten: a target that moves on after the meeting changes nothing of what the meeting had before it.
#[test]
fn minutes_of_a_closed_session_say_the_same_whatever_becomes_of_its_targets() {
    let desk = Desk::sample();
    let run = |arguments: &[&str]| done(&desk, arguments);
    let chair = |arguments: &[&str]| run(&[&["--as", "会审主持", "session"], arguments].concat());
    run(&["session", "new", "会审", "--quorum", "1/2"]);
    run(&["session", "member", "1", "会审主持", "--role", "chair"]);
    run(&["session", "member", "1", "委员甲", "--role", "panel"]);
    run(&["session", "add", "1", "环节:集中会审"]);
    chair(&["open", "1", "--present", "委员甲"]);
    run(&["--as", "委员甲", "session", "vote", "1", "--grade", "良"]);
    chair(&["reveal", "1"]);
    chair(&["reballot", "1", "--reason", "委员甲要求重评"]);
    chair(&["decide", "1", "--grade", "中", "--opinion", "请补充成本指标的依据。"]);
    chair(&["goto", "1", "next"]);
    chair(&["decide", "1", "--grade", "中", "--opinion", "请补充效益指标。"]);
    chair(&["undo", "1"]);
    let items = desk.json(&["session", "show", "1", "--json"])["items"].clone();
    for item in &items.as_array().unwrap()[1..] {
        chair(&["goto", "1", item["ref"].as_str().unwrap()]);
        chair(&["defer", "1", "--reason", "留待下次"]);
    }
    chair(&["close", "1"]);
    let before = said(&run(&["minutes", "1", "--to", "-"]));
    assert!(before.contains("重新投票的理由：委员甲要求重评"), "{before}");
    assert!(before.contains("第 1 轮申报") && !before.contains("第 2 轮申报"), "{before}");

    amended(&desk, items[0]["id"].as_i64().unwrap());
    run(&["withdraw", items[1]["ref"].as_str().unwrap(), "--reason", "方案调整"]);
    assert_eq!(said(&run(&["minutes", "1", "--to", "-"])), before);
    let totals = desk.json(&["session", "show", "1", "--json"])["items"].clone();
    assert_eq!(totals[0]["amount"], items[0]["amount"]);
    assert_eq!(desk.run(&["verify"]).code, 0);
}

/// Minutes without what tells of the moment they were written: the head of the journal, and by whom.
fn said(minutes: &str) -> String {
    minutes.split("本记录依据").next().unwrap().to_owned()
}

/// The unit hands in a returned target anew, with more money and another objective.
fn amended(desk: &Desk, target: i64) {
    let mut store = Store::open(&desk.db()).unwrap();
    let user = store.user("示例全权").unwrap().unwrap();
    let target = TargetId(target);
    let file = store.case_file(&user, target).unwrap().unwrap();
    let mut submission = file.submission.clone();
    submission.objective.push_str("另开展一次回访。");
    submission.amount = submission.amount.map(|amount| Money(amount.0 + 100));
    let handed = HandedTarget {
        unit: UnitName { code: file.unit.code.clone(), name: file.unit.name.clone() },
        project: file.target.project.clone(),
        year: Some(file.target.year),
        category: file.target.category.clone(),
        submission,
    };
    let wishes = [Command::HandIn(Box::new(handed)), Command::Submit { target, seen: None }];
    let done = store.execute_all(&Actor::new(user, Origin::CommandLine), &wishes);
    assert!(done.is_ok(), "{}", done.unwrap_err().refusal.words());
}
