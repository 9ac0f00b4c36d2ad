//! `export` as a person meets it: files whole or not at all, nothing replaced unasked, nothing a viewer may not read.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use crate::cli::Desk;

fn cells(bytes: Vec<u8>) -> Vec<Vec<String>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let text = |cell: &Data| cell.to_string();
    sheet.rows().map(|row| row.iter().map(text).collect()).collect()
}

#[test]
fn the_list_is_the_same_in_every_kind_of_file() {
    let desk = Desk::sample();
    let count = desk.json(&["list", "环节:初审", "--json"]).as_array().unwrap().len();
    assert!(count > 10);
    for name in ["a.xlsx", "a.csv", "a.json", "a.md"] {
        let ended = desk.run(&["export", "环节:初审", "--to", desk.path(name).to_str().unwrap()]);
        assert_eq!(ended.code, 0, "{name}: {}", ended.err);
        assert!(ended.out.contains(&format!("{count} 项")), "{}", ended.out);
    }
    let read = |name: &str| std::fs::read(desk.path(name)).unwrap();
    let text = |name: &str| String::from_utf8(read(name)).unwrap();
    assert_eq!(text("a.json"), desk.run(&["list", "环节:初审", "--json"]).out);
    assert_eq!(text("a.csv").strip_prefix('\u{feff}').unwrap(), desk.run(&["list", "环节:初审", "--csv"]).out);
    assert_eq!(text("a.md").lines().filter(|line| line.starts_with("| #")).count(), count);
    let wan = desk.json(&["list", "环节:初审", "--json"]);
    let fen: i64 = wan.as_array().unwrap().iter().map(|row| row["amount_fen"].as_i64().unwrap()).sum();
    let total = huishen::domain::money::Money(fen).wan();
    assert!(text("a.md").contains(&format!("| 合计 {count} 项 |")) && text("a.md").contains(&format!("| {total} |")));
    assert!(text("a.md").contains("| 92.00 |"), "amounts as on the screen");
    let rows = cells(read("a.xlsx"));
    let mut book = Xlsx::new(Cursor::new(read("a.xlsx"))).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    assert!(matches!(sheet.get((3, 14)), Some(Data::Float(_))), "a score can be reckoned with");
    assert_eq!(rows.iter().filter(|row| row[0].starts_with('#')).count(), count);
    let csv = text("a.csv");
    let amounts: f64 = csv.lines().skip(1).map(|line| line.split(',').nth(7).unwrap().parse::<f64>().unwrap()).sum();
    let sum: f64 = rows.last().unwrap()[7].parse().unwrap();
    assert!((amounts - sum).abs() < 0.001, "{amounts} {sum}");
}

#[test]
fn every_document_tells_where_it_comes_from() {
    let desk = Desk::sample();
    let head = desk.json(&["verify", "--json"])["head"]["hash"].as_str().unwrap().to_owned();
    desk.run(&["--as", "教科文股经办", "export", "--to", desk.path("a.xlsx").to_str().unwrap()]);
    desk.run(&["export", "--document", "targets", "#1", "--to", desk.path("b.xlsx").to_str().unwrap()]);
    for (file, by) in [("a.xlsx", "教科文股经办"), ("b.xlsx", "示例全权")] {
        let rows = cells(std::fs::read(desk.path(file)).unwrap());
        let line = rows.iter().take(3).flatten().find(|cell| cell.contains(&head));
        assert!(line.is_some_and(|line| line.contains(by)), "{file}: {rows:?}");
    }
}

#[test]
fn nothing_is_replaced_unasked_and_nothing_half_written() {
    let desk = Desk::sample();
    let path = desk.path("清单.csv");
    let to = path.to_str().unwrap();
    std::fs::write(&path, "mine").unwrap();
    let refused = desk.run(&["export", "--to", to]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("清单.csv") && refused.err.contains("--force"), "{}", refused.err);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    let unknown = desk.run(&["export", "#1", "#99999", "--to", to, "--force"]);
    assert_eq!(unknown.code, 1, "{}", unknown.err);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine", "a failed export leaves what was there");
    assert_eq!(desk.run(&["export", "--to", to, "--force"]).code, 0);
    assert!(std::fs::read_to_string(&path).unwrap().contains("项目编码"));
    let nowhere = desk.run(&["export", "--to", desk.path("no/such/a.csv").to_str().unwrap()]);
    assert_eq!(nowhere.code, 3, "{}", nowhere.err);
    let parts = std::fs::read_dir(path.parent().unwrap()).unwrap();
    let parts: Vec<_> = parts.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(parts.iter().all(|name| !name.contains(".part")), "{parts:?}");
}

#[test]
fn the_sample_year_comes_back_unchanged() {
    let desk = Desk::sample();
    let path = desk.path("全部.xlsx");
    let to = path.to_str().unwrap();
    let count = desk.json(&["list", "--json"]).as_array().unwrap().len();
    assert_eq!(desk.run(&["export", "--document", "targets", "--to", to]).code, 0);
    let rows = desk.run(&["journal"]).out;
    let taken = desk.run(&["import", to]);
    assert_eq!((taken.code, taken.err.as_str()), (0, ""), "{}", taken.out);
    assert!(taken.out.contains("没有改动"), "{}", taken.out);
    assert_eq!(desk.run(&["journal"]).out, rows);
    let read = desk.json(&["import", "--dry-run", "--json", to]);
    assert_eq!(read["targets"].as_array().unwrap().len(), count);
    assert_eq!(read["problems"].as_array().unwrap().len(), 0);
}

#[test]
fn a_unit_gets_its_own_targets_only() {
    let desk = Desk::sample();
    let own = desk.run(&["--as", "县教育体育局经办", "export", "--to", "-", "--format", "csv"]);
    assert_eq!(own.code, 0, "{}", own.err);
    assert!(own.out.lines().count() > 3);
    assert!(own.out.lines().skip(1).all(|line| line.contains("县教育体育局")), "{}", own.out);
    let other = desk.run(&["--as", "县教育体育局经办", "export", "#55", "--to", "-"]);
    assert_eq!(other.code, 1, "{}", other.out);
    let blank = ["--as", "县教育体育局经办", "export", "--document", "blank", "--to", "-", "--unit"];
    assert_eq!(desk.run(&[&blank[..], &["县交通运输局"]].concat()).code, 1);
}

#[test]
fn what_a_unit_wrote_is_no_formula_in_a_spreadsheet() {
    let desk = Desk::founded();
    let text = "单位名称,项目名称,年度目标,一级指标,二级指标,三级指标,指标性质,指标值,度量单位\n\
        县甲局,\"=HYPERLINK(\"\"http://x\"\",\"\"点\"\")\",@SUM(A1),产出指标,数量指标,+人数,=,12,人\n";
    std::fs::write(desk.path("f.csv"), text).unwrap();
    let taken = desk.run(&["import", desk.path("f.csv").to_str().unwrap()]);
    assert_eq!(taken.code, 0, "{}", taken.err);
    let csv = desk.run(&["export", "--to", "-", "--format", "csv"]).out;
    assert!(csv.contains("\"'=HYPERLINK("), "{csv}");
    for document in ["list", "targets"] {
        let to = desk.path(&format!("{document}.xlsx"));
        desk.run(&["export", "--document", document, "--to", to.to_str().unwrap()]);
        let mut book = Xlsx::new(Cursor::new(std::fs::read(&to).unwrap())).unwrap();
        let name = book.sheet_names()[0].clone();
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{document}");
        assert!(cells(std::fs::read(&to).unwrap()).iter().flatten().any(|cell| cell.starts_with("=HYPERLINK")));
    }
}

#[test]
fn a_document_in_a_wrong_kind_of_file_is_refused() {
    let desk = Desk::sample();
    let ended = desk.run(&["export", "--document", "targets", "--to", desk.path("a.csv").to_str().unwrap()]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("xlsx") && !desk.path("a.csv").exists(), "{}", ended.err);
    assert_eq!(desk.run(&["export", "--document", "blank", "--to", "-"]).code, 2, "no unit");
}
