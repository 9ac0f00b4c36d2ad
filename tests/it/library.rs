//! The indicator library as people use it: searched, taken from a county's workbook, and heeded by the checks.

use std::fs;

use serde_json::Value;

use super::cli::Desk;

const COUNTY: &str = "领域,一级指标,二级指标,三级指标,指标性质,度量单位,参考值,别名\n\
    教育,产出指标,数量指标,覆盖学校数量,=,所,,学校覆盖数\n\
    教育,效益指标,社会效益指标,义务教育巩固率,≥,%,96,\n";
const FORM: &str = "单位名称,项目名称,预算数(万元),年度目标,一级指标,二级指标,三级指标,指标性质,指标值,度量单位\n\
    县教育体育局,校舍维修,120,维修12所学校的校舍,产出指标,数量指标,学校覆盖数,≥,12,间\n\
    县教育体育局,校舍维修,120,维修12所学校的校舍,满意度指标,服务对象满意度指标,学生满意度,≥,90,%\n";

#[test]
fn the_library_answers_to_words_and_initials_without_a_file() {
    let desk = Desk::new();
    let found = desk.run(&["library", "教育", "满意度", "--json"]);
    let found: Vec<Value> = serde_json::from_str(&found.out).unwrap();
    assert!(found.iter().any(|one| one["name"] == "学生及家长满意度"), "{found:?}");
    let table = desk.run(&["library", "yjbz"]);
    assert_eq!((table.code, table.err.as_str()), (0, ""));
    let none = desk.run(&["library", "没有这样的指标"]);
    assert_eq!((none.code, none.out.trim()), (0, "指标库中没有符合的指标。"));
}

#[test]
fn a_countys_own_library_is_taken_once_and_goes_first() {
    let desk = Desk::founded();
    let file = desk.path("指标体系.csv");
    fs::write(&file, COUNTY).unwrap();
    let file = file.to_str().unwrap();
    let dry = desk.run(&["library", "--import", file, "--dry-run"]);
    assert!(dry.out.contains("2 个指标(未改动)"), "{}", dry.out);
    assert!(desk.run(&["library", "--import", file]).out.contains("已导入"), "{}", dry.err);
    assert!(desk.run(&["library", "--import", file]).out.contains("没有改动"));
    let own = desk.run(&["library", "--own", "--json"]);
    let own: Vec<Value> = serde_json::from_str(&own.out).unwrap();
    assert_eq!(own.len(), 2);
    let all = desk.run(&["library", "义务教育巩固率", "--json"]);
    let all: Vec<Value> = serde_json::from_str(&all.out).unwrap();
    assert_eq!(all[0]["usual"], "96", "the county's value stands in place of the bundled one");
    assert!(desk.run(&["verify"]).out.contains("没有发现问题") || desk.run(&["verify"]).code == 0);
}

#[test]
fn a_faulty_library_is_refused_whole() {
    let desk = Desk::founded();
    let file = desk.path("坏.csv");
    fs::write(&file, "二级指标,三级指标,指标性质\n数量,受益人数,≥\n数量,受益户数,大概\n").unwrap();
    let refused = desk.run(&["library", "--import", file.to_str().unwrap()]);
    assert_eq!(refused.code, 1);
    assert!(refused.out.contains("大概"), "{}{}", refused.out, refused.err);
    assert_eq!(desk.run(&["library", "--own", "--json"]).out.trim(), "[]");
}

#[test]
fn a_unit_other_than_the_countys_standard_is_found() {
    let desk = Desk::founded();
    let (library, form) = (desk.path("指标体系.csv"), desk.path("申报.csv"));
    fs::write(&library, COUNTY).unwrap();
    fs::write(&form, FORM).unwrap();
    assert_eq!(desk.run(&["library", "--import", library.to_str().unwrap()]).code, 0);
    let taken = desk.run(&["import", form.to_str().unwrap(), "--year", "2022"]);
    assert_eq!(taken.code, 0, "{}{}", taken.out, taken.err);
    let checked = desk.run(&["check", "--json"]);
    assert!(checked.out.contains("unit-misfit"), "{}", checked.out);
}
