//! Minutes of a session: every kind of file from the command line, and what stands in them.

use std::fs;
use std::path::Path;

use super::store::sessions::held;

fn huishen(path: &Path, arguments: &[&str]) -> (String, String, i32) {
    let mut command = assert_cmd::Command::cargo_bin("huishen").unwrap();
    let ended = command.env_remove("HUISHEN_LANG").arg("--db").arg(path).args(arguments).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&ended.stdout), text(&ended.stderr), ended.status.code().unwrap())
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
        "应到委员 3 人，实到 3 人；法定到会人数 2 人（2/3）。",
        "回避：委员丙（营养改善计划，所在单位项目）",
        "| 1 | 县教育体育局 | 营养改善计划 | 2.000037 | 良 | 协商 | 请补充效益指标。 |",
        "投票（第 1 次）：收到 2 票，优 0、良 1、中 1、差 0。",
        "委员乙 中(中 中 中 中 中 中)〔记录代录〕 意见中",
        "保留意见：委员乙：金额偏大",
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
