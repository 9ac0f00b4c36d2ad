//! Documents out of the file: review forms and letters say what their reader may know, and where they come from.

use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use docx_rs::{DocumentChild, ParagraphChild, RunChild};

use crate::cli::{Desk, form};

/// The paragraphs of a Word document.
pub(crate) fn paragraphs(path: &Path) -> Vec<String> {
    let document = docx_rs::read_docx(&std::fs::read(path).unwrap()).unwrap().document;
    let run = |child: &RunChild| if let RunChild::Text(text) = child { text.text.clone() } else { String::new() };
    let of_paragraph = |child: &ParagraphChild| match child {
        ParagraphChild::Run(found) => found.children.iter().map(run).collect(),
        _ => String::new(),
    };
    let mut out = Vec::new();
    for child in document.children {
        if let DocumentChild::Paragraph(paragraph) = child {
            out.push(paragraph.children.iter().map(of_paragraph).collect::<String>());
        }
    }
    out
}

pub(crate) fn cells(path: &Path) -> Vec<Vec<String>> {
    let mut book = Xlsx::new(std::io::Cursor::new(std::fs::read(path).unwrap())).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    sheet.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

/// A file with one target that was passed to the joint session; each stage left an opinion.
fn reviewed() -> Desk {
    let desk = Desk::founded();
    desk.run(&["import", &form("sichuan-zhongjiang.xlsx")]);
    desk.run(&["submit", "#1"]);
    for (stage, opinion) in [
        ("department", "已核对。"),
        ("desk", "初审认为偏高，请压减。"),
        ("performance", "仅供内部参考的话"),
        ("budget", "预算股同意。"),
    ] {
        let grade = ["--grade", "良", "--criteria", "良,良,中,良,差,良", "--opinion", opinion];
        let ended = desk.run(&[&["review", "#1", "--stage", stage, "--verdict", "pass"], &grade[..]].concat());
        assert_eq!(ended.code, 0, "{}", ended.err);
    }
    desk
}

fn decided(opinion: &str) -> Desk {
    let desk = reviewed();
    let ended = desk.run(&["review", "#1", "--stage", "joint", "--grade", "中", "--opinion", opinion]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    desk
}

#[test]
fn the_review_form_shows_what_each_stage_said() {
    let desk = reviewed();
    let to = desk.path("审核表.xlsx");
    let ended = desk.run(&["export", "#1", "--document", "review", "--to", to.to_str().unwrap()]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let rows = cells(&to);
    let row =
        |label: &str| rows.iter().find(|row| row.iter().any(|cell| cell == label)).unwrap_or_else(|| panic!("{label}"));
    assert_eq!(row("措施可行性")[3..7], ["中", "中", "中", "中"]);
    assert_eq!(row("指标与标准准确性")[4], "差");
    assert_eq!(row("总体等级")[3..8], ["良", "良", "良", "良", ""], "nobody has decided yet");
    assert!(row("财政对口股室初审意见(第1轮)").iter().any(|cell| cell == "初审认为偏高，请压减。"));
    let shown = desk.json(&["show", "#1", "--json"]);
    let indicators = shown["target"]["indicators"].as_array().unwrap();
    for indicator in indicators {
        let name = indicator["l3"].as_str().unwrap();
        assert!(rows.iter().flatten().any(|cell| cell == name), "{name}");
    }
}

#[test]
fn a_letter_names_problem_place_basis_change_and_day() {
    let desk = reviewed();
    let shown = desk.json(&["show", "#1", "--json"]);
    let name = shown["target"]["indicators"][1]["l3"].as_str().unwrap().to_owned();
    let opinion = format!("1.“{name}”没有依据,请补充测算。\n2.目标1笼统");
    let ended = desk.run(&["review", "#1", "--stage", "joint", "--grade", "中", "--opinion", &opinion]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let to = desk.path("通知.docx");
    let made = desk.run(&["export", "--document", "notice", "--to", to.to_str().unwrap()]);
    assert_eq!(made.code, 0, "{}", made.err);
    let text = paragraphs(&to);
    let has = |words: &str| assert!(text.iter().any(|line| line.contains(words)), "{words}: {text:#?}");
    let unit = shown["target"]["unit"]["name"].as_str().unwrap();
    assert!(text.contains(&format!("{unit}：")), "{text:#?}");
    has("等级为“中”");
    has(&format!("1.存在问题：“{name}”没有依据。"));
    has(&format!("所在位置：指标2“{name}”"));
    has("修改建议：请补充测算。");
    has("2.存在问题：目标1笼统。");
    has("审核要点“指标与标准准确性”评为“差”");
    has("整改时限：");
    has("云岭县财政局");
    has("3.存在问题：初审认为偏高。");
    has("修改建议：请压减。");
    let twice = text.iter().find(|line| line.matches("措施可行性").count() > 1);
    assert_eq!(twice, None, "a criterion is named once");
    assert!(!text.iter().any(|line| line.contains("内部参考") || line.contains("已核对")), "{text:#?}");
    let foot = std::fs::read(&to).unwrap();
    assert!(foot.starts_with(b"PK"));
}

#[test]
fn a_letter_has_a_line_for_its_number_and_names_the_findings_that_are_open() {
    let desk = Desk::sample();
    let returned = desk.json(&["list", "状态:退回 预警>1", "--json"]);
    let reference = format!("#{}", returned[0]["id"]);
    let to = desk.path("通知.docx");
    let made = desk.run(&["export", &reference, "--document", "notice", "--to", to.to_str().unwrap()]);
    assert_eq!(made.code, 0, "{}", made.err);
    let text = paragraphs(&to);
    let number =
        text.iter().find(|line| line.ends_with('号') && line.contains('〔')).unwrap_or_else(|| panic!("{text:#?}"));
    assert!(number.contains("____"), "the number is left open: {number}");
    let shown = desk.json(&["show", &reference, "--json"]);
    let findings = shown["findings"].as_array().unwrap();
    let open: Vec<_> = findings.iter().filter(|finding| finding["severity"] != "hint").collect();
    assert!(!open.is_empty());
    for finding in open {
        let message = &huishen::domain::text::printed(finding["message"].as_str().unwrap());
        let at = text.iter().position(|line| line.contains("存在问题：") && line.contains(message));
        let at = at.unwrap_or_else(|| panic!("{message}: {text:#?}"));
        let rest = text[at + 1..].iter().take_while(|line| !line.contains("存在问题："));
        let rest: String = rest.map(String::as_str).collect();
        assert!(rest.contains("审核依据：") && rest.contains("修改建议："), "{message}: {rest}");
    }
}

#[test]
fn nothing_is_told_before_it_is_fed_back() {
    let desk = reviewed();
    let to = desk.path("通知.docx");
    let early = desk.run(&["export", "#1", "--document", "notice", "--to", to.to_str().unwrap()]);
    assert_eq!(early.code, 1);
    assert!(!to.exists() && early.err.contains("反馈"), "{}", early.err);
}

#[test]
fn a_unit_reads_no_opinion_in_its_review_form_before_it_is_fed_back() {
    let desk = Desk::sample();
    let pending = desk.json(&["list", "单位:教育 环节:集中会审 or 单位:教育 环节:预算股", "--json"]);
    let target = pending[0]["id"].as_i64().unwrap();
    let reference = format!("#{target}");
    let form_of = |user: &str, name: &str| {
        let to = desk.path(name);
        let ended =
            desk.run(&["--as", user, "export", &reference, "--document", "review", "--to", to.to_str().unwrap()]);
        assert_eq!(ended.code, 0, "{}", ended.err);
        cells(&to).concat().join("\n")
    };
    let (bureau, unit) = (form_of("教科文股经办", "a.xlsx"), form_of("县教育体育局经办", "b.xlsx"));
    assert!(bureau.contains("财政对口股室初审意见"), "{bureau}");
    assert!(!unit.contains("财政对口股室初审意见") && unit.contains("部门审核意见"), "{unit}");
}

#[test]
fn a_folder_gets_a_letter_a_unit_and_no_name_leads_out_of_it() {
    let desk = decided("目标笼统,请量化。");
    let folder = desk.path("out/意见");
    let to = format!("{}/", folder.display());
    let made = desk.run(&["export", "--document", "notice", "--to", &to]);
    assert_eq!(made.code, 0, "{}", made.err);
    let names: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 1);
    let again = desk.run(&["export", "--document", "notice", "--to", &to]);
    assert_eq!(again.code, 1, "{}", again.err);
    let sample = Desk::sample();
    let all = sample.path("意见");
    assert_eq!(sample.run(&["export", "--document", "notice", "--to", &format!("{}/", all.display())]).code, 0);
    let units: Vec<_> = std::fs::read_dir(&all).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(units.len() > 5);
    assert!(units.iter().all(|path| path.parent() == Some(all.as_path())));
}
