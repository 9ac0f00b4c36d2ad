//! Target preparation from the command line and by keys: who still has to hand in what, reminders, a department's summary.

use std::fs;

use crate::cli::Desk;

/// What stands on the screen of the sample year after some keys.
fn shown(keys: &[&str], columns: u16, rows: u16) -> Vec<String> {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let (buffer, _) = crate::screenshots::scene(keys, columns, rows).unwrap();
    huishen::ui::dump::lines(&buffer)
}

const FORM: &str =
    "单位名称,项目名称,项目类别,预算数(万元),年度目标,一级指标,二级指标,三级指标,指标性质,指标值,度量单位
县一局,部门整体绩效目标,部门整体绩效目标,900,完成年度工作任务,产出指标,数量指标,完成任务数,≥,12,项
县一局,校舍维修,特定目标类项目,12,维修12所学校的校舍,产出指标,数量指标,维修学校数,≥,12,所
县二局,水库除险,特定目标类项目,30,加固2座水库,产出指标,数量指标,加固水库数,≥,2,座
";

/// A county of three units: the first handed in its whole-department target and wrote a project, the second wrote a project, the third nothing.
fn county() -> Desk {
    let desk = Desk::founded();
    let path = desk.path("申报.csv");
    fs::write(&path, FORM).unwrap();
    for words in [vec!["import", path.to_str().unwrap(), "--year", "2022"], vec!["submit", "#1"]] {
        let ended = desk.run(&words);
        assert_eq!(ended.code, 0, "{words:?} {}{}", ended.out, ended.err);
    }
    desk
}

#[test]
fn what_is_still_to_come_is_computed_by_unit_with_count_and_money() {
    let desk = county();
    let gaps = desk.json(&["prepare", "list", "--json"]);
    let told: Vec<(String, String, i64)> = gaps
        .as_array()
        .unwrap()
        .iter()
        .map(|gap| {
            let text = |key: &str| gap[key].as_str().unwrap().to_owned();
            (text("what"), text("project"), gap["amount_fen"].as_i64().unwrap_or(-1))
        })
        .collect();
    let expected = [("draft", "校舍维修", 12_000_000), ("whole", "", -1), ("draft", "水库除险", 30_000_000)];
    assert_eq!(told, expected.map(|(what, project, amount)| (what.to_owned(), project.to_owned(), amount)));
    assert!(desk.run(&["prepare", "list"]).out.contains("应报未报 3 个、已知金额 42.00 万元"));
    assert_eq!(desk.run(&["submit", "#2"]).code, 0);
    assert!(desk.run(&["prepare", "list"]).out.contains("应报未报 2 个、已知金额 30.00 万元"));
    // The report and the board count the same.
    let report = desk.json(&["report", "--json"]);
    let figure = |id: &str| {
        let all = report["figures"].as_array().unwrap();
        all.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("{id}: {all:?}"))["value"].clone()
    };
    assert_eq!((figure("missing"), figure("owed"), figure("whole-handed")), (2.into(), 4.into(), 1.into()));
    let rows = desk.json(&["report", "--rows", "missing", "--json"]);
    assert_eq!(rows.as_array().unwrap().len(), 2);
}

#[test]
fn a_returned_target_is_to_be_amended_and_a_project_of_last_year_is_asked_about() {
    let desk = Desk::sample();
    let of = |what: &str| {
        let gaps = desk.json(&["prepare", "list", "--json"]);
        gaps.as_array().unwrap().iter().filter(|gap| gap["what"] == what).count()
    };
    let returned = desk.json(&["list", "年度:2021 (状态:退回 or 状态:协商)", "--json"]);
    let returned = returned.as_array().unwrap().iter().filter(|row| row["year"] == 2021).count();
    assert_eq!((of("amend"), of("amend") > 0), (returned, true));
    // Of the closed year's projects those that go on are not asked about.
    let before = desk.json(&["list", "年度:2020 状态:进预算", "--json"]).as_array().unwrap().len();
    assert!((1..=before).contains(&of("continuing")), "{} of {before}", of("continuing"));
    let closed = desk.run(&["prepare", "list", "--year", "2020"]);
    assert!(closed.out.contains("应报未报 0 个"), "nothing is missing of the closed year: {}", closed.out);
}

#[test]
fn reminders_go_out_as_letters_and_as_a_list_and_only_about_units_that_owe_something() {
    let desk = county();
    for name in ["催报.docx", "催报.xlsx", "催报.md"] {
        let path = desk.path(name);
        let ended = desk.run(&["prepare", "remind", "--to", path.to_str().unwrap()]);
        assert_eq!(ended.code, 0, "{name}: {}", ended.err);
        assert!(fs::metadata(&path).unwrap().len() > 0);
        assert_eq!(desk.run(&["prepare", "remind", "--to", path.to_str().unwrap()]).code, 1, "it replaces nothing");
    }
    let letters = crate::out::documents::paragraphs(&desk.path("催报.docx")).join("\n");
    for words in ["县一局：", "县二局：", "校舍维修（12.00万元）", "未编制部门整体绩效目标", "云岭县财政局"]
    {
        assert!(letters.contains(words), "{words}: {letters}");
    }
    let cells = crate::out::documents::cells(&desk.path("催报.xlsx"));
    let row = cells.iter().find(|row| row.contains(&"水库除险".to_owned())).unwrap();
    assert!(row.contains(&"30".to_owned()) && row.contains(&"已编未报".to_owned()), "{row:?}");
    for project in ["#2", "#3"] {
        desk.run(&["submit", project]);
    }
    let only = desk.run(&["prepare", "remind", "--unit", "县一局"]);
    assert!(only.code == 1 && only.err.contains("没有需要催报"), "{}{}", only.out, only.err);
}

#[test]
fn a_department_sums_up_the_units_that_are_recorded_as_its_own() {
    let desk = county();
    let add = |unit: &str, department: &str| {
        desk.run(&["register", "subordinate", "add", "--subordinate", unit, "--department", department])
    };
    let none = desk.run(&["prepare", "summary", "--department", "县一局"]);
    assert!(none.code == 1 && none.err.contains("所属单位"), "{}", none.err);
    let own = add("县一局", "县一局");
    assert!(own.code == 1 && own.err.contains("主管部门"), "{}", own.err);
    assert_eq!(add("县没有局", "县一局").code, 1);
    assert_eq!(add("县二局", "县没有局").code, 1);
    let added = add("县二局", "县一局");
    assert_eq!(added.code, 0, "{}", added.err);
    let again = add("县二局", "县一局");
    assert!(again.out.contains("没有改动"), "{}", again.out);
    let lines = desk.json(&["prepare", "summary", "--json"]);
    let counts: Vec<(i64, i64)> = lines
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["drafts"]["count"].as_i64().unwrap(), line["missing"]["count"].as_i64().unwrap()))
        .collect();
    assert_eq!(counts, [(1, 1), (1, 2)], "the department first, then its unit");
    let path = desk.path("汇总.xlsx");
    assert_eq!(desk.run(&["prepare", "summary", "--to", path.to_str().unwrap()]).code, 0);
    let cells = crate::out::documents::cells(&path);
    let total = cells.iter().find(|row| row.contains(&"合计".to_owned())).unwrap();
    assert!(total.contains(&"42".to_owned()) && total.contains(&"1/2".to_owned()), "{total:?}");
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn the_screen_goes_from_departments_to_units_to_what_is_to_come_and_gives_it_out() {
    for (columns, rows) in [(120, 40), (80, 24)] {
        let units = shown(&["P"], columns, rows);
        let head = units.iter().position(|line| line.contains("部门整体")).unwrap();
        assert!(units[head + 1].contains("县教育体育局"), "the first unit's desk is the first: {}", units[head + 1]);
        let (account, sum) = (&units[2], units.iter().find(|line| line.contains("合计")).unwrap());
        assert!(account.contains("已报 94(项目 87、整体 7)") && sum.contains(" 87 "), "{account}\n{sum}");
        let last = shown(&["P", "End"], columns, rows);
        let unit = last.iter().find(|line| line.contains("大箐镇人民政府")).unwrap();
        assert!(unit.contains("未编"), "{unit}");
        assert!(units.iter().any(|line| line.contains("合计") && line.contains("7/70")), "{}", units.join("\n"));
        let departments = shown(&["P", "Tab", "Tab"], columns, rows);
        assert!(departments[head + 1].contains("县教育体育局") && departments[head + 1].contains("1/3"));
        let inside = shown(&["P", "Tab", "Tab", "Enter"], columns, rows);
        assert!(inside.iter().any(|line| line.contains("县第一中学")), "{}", inside.join("\n"));
        let gaps = shown(&["P", "Tab", "Tab", "Enter", "Enter"], columns, rows);
        assert!(gaps.iter().any(|line| line.contains("上年安排本年未编") && line.contains("校园安保服务")));
        let back = shown(&["P", "Tab", "Tab", "Enter", "Enter", "Esc", "Esc"], columns, rows);
        assert_eq!(back, departments);
        let export = shown(&["P", "Tab", "Tab", "E"], columns, rows);
        assert!(export.iter().any(|line| line.contains("汇总表") && line.contains("催报通知")));
    }
    let all = shown(&["P", "Tab"], 120, 200);
    let row = |words: &str| all.iter().position(|line| line.contains(words)).unwrap();
    let down = row("大箐镇集镇污水管网延伸") - row("▸");
    let target = shown(&[vec!["P", "Tab"], vec!["Down"; down], vec!["Enter"]].concat(), 120, 40);
    assert!(target[0].contains("大箐镇集镇污水管网延伸"), "{}", target[0]);
}
