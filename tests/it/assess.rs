//! Pre-assessments by the command line, on the sample year: filled in, reviewed, concluded, listed, imported and reported.

use crate::cli::Desk;

fn run(desk: &Desk, arguments: &[&str]) -> String {
    let done = desk.run(arguments);
    assert_eq!(done.code, 0, "{arguments:?}: {}{}", done.out, done.err);
    done.out
}

#[test]
fn one_is_assessed_from_its_form_to_its_conclusion_and_reported() {
    let desk = Desk::sample();
    let file = desk.path("自评表.xlsx");
    std::fs::write(&file, crate::forms::yearly::book(&crate::forms::yearly::own())).unwrap();
    let path = file.to_str().unwrap();
    let preview = run(&desk, &["import", path, "--dry-run"]);
    assert!(preview.contains("智慧校园建设项目") && preview.contains("20 项"), "{preview}");
    assert!(run(&desk, &["import", path]).contains("收 1 张"));
    assert!(run(&desk, &["import", path]).contains("没有改动"), "the same form again changes nothing");
    assert!(run(&desk, &["assess", "list"]).contains("智慧校园建设项目"));
    run(&desk, &["assess", "submit", "#8"]);
    let scores = ["4"; 20].join(",");
    run(&desk, &["assess", "review", "#8", "--stage", "desk", "--verdict", "pass", "--scores", &scores]);
    let bare = desk.run(&["assess", "review", "#8", "--stage", "budget", "--verdict", "conclude"]);
    assert_eq!(bare.code, 1, "an adjustment says what is to be adjusted");
    let concluded = run(
        &desk,
        &["assess", "review", "#8", "--stage", "budget", "--verdict", "conclude", "--opinion", "压减设备投入"],
    );
    assert!(concluded.contains("调整后支持"), "{concluded}");
    let shown = run(&desk, &["assess", "show", "#8", "--json"]);
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown["reviews"][1]["total"], "80");
    assert_eq!(shown["standing"]["state"], "adjusting");
    let to = desk.path("报告.docx");
    run(&desk, &["assess", "report", "#8", "--to", to.to_str().unwrap()]);
    assert!(std::fs::metadata(&to).unwrap().len() > 2_000);
    assert_eq!(desk.run(&["assess", "report", "#8", "--to", to.to_str().unwrap()]).code, 1, "not replaced unasked");
    assert_eq!(desk.run(&["assess", "report", "#8", "--to", "a.pdf"]).code, 2);
    assert!(run(&desk, &["journal"]).contains("审核事前评估"));
    assert!(run(&desk, &["verify"]).contains("一致") || desk.run(&["verify"]).code == 0);
}

#[test]
fn a_unit_acts_for_itself_only_and_an_observer_not_at_all() {
    let desk = Desk::sample();
    let other = desk.run(&["--as", "县水务局经办", "assess", "show", "#1"]);
    assert_eq!((other.code, other.err.contains("没有事前评估")), (1, true), "{}", other.err);
    let own = run(&desk, &["--as", "县文化和旅游局经办", "assess", "list"]);
    assert!(own.contains("翠屏山") && !own.contains("智慧水务"), "{own}");
    let observer = desk.run(&["--as", "审计局观察", "assess", "withdraw", "#6", "--reason", "缓建"]);
    assert_eq!(observer.code, 1);
    let stage = desk.run(&[
        "--as",
        "预算股经办",
        "assess",
        "review",
        "#6",
        "--stage",
        "desk",
        "--verdict",
        "return",
        "--opinion",
        "改",
    ]);
    assert_eq!(stage.code, 1, "{}", stage.err);
}

#[test]
fn the_year_counts_what_was_concluded_and_opens_it() {
    let desk = Desk::sample();
    let rows = run(&desk, &["report", "--year", "2021", "--rows", "assessed"]);
    assert!(rows.contains("翠屏山") && rows.contains("招商引资") && !rows.contains("智慧水务"), "{rows}");
    let lacking = run(&desk, &["assess", "due", "--json"]);
    let lacking: serde_json::Value = serde_json::from_str(&lacking).unwrap();
    assert_eq!(lacking.as_array().unwrap().len(), 1);
    assert_eq!(lacking[0]["assessment"]["state"], "adjusting");
}

#[test]
fn forms_go_out_are_filled_in_and_come_back() {
    use crate::forms::yearly::book;
    use crate::out::assessment_forms::cells;
    let desk = Desk::sample();
    let out = |name: &str, arguments: &[&str]| {
        let path = desk.path(name).to_str().unwrap().to_owned();
        run(&desk, &[&["assess"], arguments, &["--to", &path]].concat());
        path
    };
    let same = out("原样.xlsx", &["form", "#6"]);
    assert!(run(&desk, &["import", &same]).contains("没有改动"), "what goes out comes back as it is");
    let blank = out("空白.xlsx", &["form", "--unit", "县教育体育局"]);
    assert_eq!(desk.run(&["assess", "form", "--unit", "没有的局", "--to", "x.xlsx"]).code, 1);
    assert_eq!(desk.run(&["assess", "form", "#6", "--to", "x.docx"]).code, 2);
    let mut rows = cells(&std::fs::read(&blank).unwrap());
    let column = |rows: &[Vec<String>], head: &str| {
        let row = rows.iter().position(|row| row.iter().any(|cell| cell == head)).unwrap();
        (row, rows[row].iter().position(|cell| cell == head).unwrap())
    };
    let (row, label) = column(&rows, "项目名称");
    rows[row][label + 1] = "校园足球场建设".to_owned();
    let (head, own) = column(&rows, "自评得分");
    rows[head + 1..head + 21].iter_mut().for_each(|row| row[own] = "#4.5".to_owned());
    std::fs::write(&blank, book(&rows)).unwrap();
    assert!(run(&desk, &["import", &blank]).contains("收 1 张"));
    let shown: serde_json::Value = serde_json::from_str(&run(&desk, &["assess", "show", "#8", "--json"])).unwrap();
    assert_eq!((shown["unit"].as_str(), shown["project"].as_str()), (Some("县教育体育局"), Some("校园足球场建设")));
    assert_eq!(shown["rounds"][0]["total"], "90");

    let sheet = out("评分.xlsx", &["score-sheet", "#6"]);
    let mut rows = cells(&std::fs::read(&sheet).unwrap());
    let empty = desk.run(&["import", &sheet]);
    assert!(
        empty.code == 1 && empty.err.contains("E3"),
        "points that are missing are told: {}{}",
        empty.out,
        empty.err
    );
    let (head, given) = column(&rows, "评审得分");
    assert_eq!(rows[head + 1][given], "", "a desk gives its own points");
    rows[head + 1..head + 21].iter_mut().for_each(|row| row[given] = "#4".to_owned());
    std::fs::write(&sheet, book(&rows)).unwrap();
    run(&desk, &["import", &sheet]);
    let shown: serde_json::Value = serde_json::from_str(&run(&desk, &["assess", "show", "#6", "--json"])).unwrap();
    assert_eq!(
        (shown["reviews"][0]["total"].as_str(), shown["reviews"][0]["stage"].as_str()),
        (Some("80"), Some("desk"))
    );
    assert_eq!(shown["standing"]["stage"], "budget");
    let waiting = out("轮到我.xlsx", &["score-sheet"]);
    let book: calamine::Xlsx<_> = calamine::open_workbook(&waiting).unwrap();
    assert!(calamine::Reader::sheet_names(&book).len() >= 2, "a sheet for each that waits");
}
