//! The report of a self-evaluation, by the key that gives everything else out and by the command line; of a department as a whole too.

use huishen::ui::width::Policy;

use crate::cli::Desk;

/// The text of a Word document.
fn text(path: &std::path::Path) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").unwrap(), &mut xml).unwrap();
    xml
}

#[test]
fn a_department_evaluates_itself_as_a_whole_and_gives_the_report_out() {
    let desk = Desk::sample();
    let to = desk.path("整体.docx");
    let path = to.to_str().unwrap();
    let none = desk.run(&["evaluate", "report", "#12", "--to", path]);
    assert!(none.code == 1 && !to.exists(), "there is no self-evaluation yet: {}", none.err);
    assert_eq!(desk.run(&["evaluate", "open", "2021", "--approved", "2022-03-01"]).code, 0);
    let shown: serde_json::Value = serde_json::from_str(&desk.run(&["show", "#12", "--json"]).out).unwrap();
    let indicators = shown["target"]["indicators"].as_array().unwrap();
    let mut arguments = vec!["evaluate".to_owned(), "fill".to_owned(), "#12".to_owned()];
    arguments.extend(["--executed".to_owned(), "10".to_owned()]);
    for (place, indicator) in (1..).zip(indicators) {
        let value = indicator["value"].as_str().unwrap();
        let number = value.parse::<f64>().is_ok();
        let actual = if number { value } else { "达成预期指标" };
        arguments.extend(["--actual".to_owned(), format!("{place}={actual}")]);
        arguments.extend(["--reason".to_owned(), format!("{place}=按计划完成")]);
    }
    let filled = desk.run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(filled.code, 0, "{}", filled.err);
    assert_eq!(desk.run(&["evaluate", "report", "#12", "--to", path]).code, 0);
    let said = text(&to);
    assert!(said.contains("部门整体") && said.contains("绩效自评报告"), "{said}");
    assert_eq!(desk.run(&["evaluate", "report", "#12", "--to", path]).code, 1, "not replaced unasked");
    assert_eq!(desk.run(&["evaluate", "report", "#12", "--to", "a.pdf"]).code, 2);
}

#[test]
fn the_report_is_offered_only_where_there_is_a_self_evaluation() {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let scenes = crate::screenshots::scenes(&["Enter", "E"], (80, 24), &[Policy::NARROW]).unwrap();
    let lines = huishen::ui::dump::lines(&scenes[0].0).join("\n");
    assert!(lines.contains("审核表") && !lines.contains("绩效自评报告"), "{lines}");
}
