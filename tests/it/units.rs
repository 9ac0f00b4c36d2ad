//! The county's units as an administrator keeps them: one by one, from a list, and what their targets have of it.

use std::fs;

use super::cli::Desk;

const FORM: &str = "单位名称,项目名称,预算数(万元),年度目标,一级指标,二级指标,三级指标,指标性质,指标值,度量单位\n\
    县教育局,校舍维修,120,维修12所学校的校舍,产出指标,数量指标,维修学校数量,≥,12,所\n\
    县教育局,校舍维修,120,维修12所学校的校舍,满意度指标,服务对象满意度指标,学生满意度,≥,90,%\n";
const LIST: &str = "云岭县2022年预算单位名录,,,,\n\
    序号,预算单位编码,预算单位名称,级别,归口股室\n\
    1,101001,县教育局,一级预算单位,教科文股\n\
    2,401001,县水务局,一级,农业农村股\n\
    3,601001,云岭镇人民政府,乡镇,预算股\n\
    ,,合计,,3\n";

/// A county with a target of a unit that no desk is in charge of yet.
fn county() -> Desk {
    let desk = Desk::founded();
    let form = desk.path("申报.csv");
    fs::write(&form, FORM).unwrap();
    let taken = desk.run(&["import", form.to_str().unwrap()]);
    assert_eq!(taken.code, 0, "{}", taken.err);
    assert!(taken.out.contains("县教育局") && taken.out.contains("还没有对口股室"), "{}", taken.out);
    let clerk = desk.run(&["user", "add", "经办", "--role", "desk", "--desk", "教科文股"]);
    assert_eq!(clerk.code, 0, "{}", clerk.err);
    desk
}

fn count(desk: &Desk, query: &str) -> usize {
    desk.json(&["list", query, "--json"]).as_array().unwrap().len()
}

#[test]
fn a_unit_gets_its_desk_and_its_targets_stand_in_that_desks_queue() {
    let desk = county();
    assert_eq!((count(&desk, "股室:教科文股"), count(&desk, "单位:教育")), (0, 1));
    let submit = ["--as", "经办", "submit", "#1"];
    assert_eq!(desk.run(&submit).code, 1, "it is no unit of this desk");
    let changed = desk.run(&["unit", "change", "县教育局", "--desk", "教科文股", "--code", "101001"]);
    assert_eq!(changed.code, 0, "{}", changed.err);
    assert!(desk.run(&["unit", "change", "101001", "--desk", "教科文股"]).out.contains("没有改动"));
    assert_eq!(count(&desk, "股室:教科文股"), 1);
    assert_eq!(desk.run(&submit).code, 0);
    let told = desk.run(&["journal"]).out;
    assert!(told.contains("更正单位") && told.contains("对口股室:无 → 教科文股"), "{told}");
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn a_unit_under_another_name_is_found_by_that_name_alone() {
    let desk = county();
    assert_eq!((count(&desk, "县教育局"), count(&desk, "xjyj")), (1, 1));
    let changed = desk.run(&["unit", "change", "县教育局", "--name", "县文化体育局"]);
    assert_eq!(changed.code, 0, "{}", changed.err);
    assert_eq!((count(&desk, "县教育局"), count(&desk, "xjyj")), (0, 0));
    assert_eq!((count(&desk, "文化体育"), count(&desk, "whty"), count(&desk, "校舍")), (1, 1, 1));
    let verified = desk.run(&["verify"]);
    assert_eq!(verified.code, 0, "{}{}", verified.out, verified.err);
}

#[test]
fn names_and_codes_belong_to_one_unit() {
    let desk = county();
    assert_eq!(desk.run(&["unit", "add", "县水务局", "--code", "401001", "--desk", "农业农村股"]).code, 0);
    for taken in [
        &["unit", "add", "县水务局"][..],
        &["unit", "add", "县林业局", "--code", "401001"],
        &["unit", "change", "县教育局", "--name", "县水务局"],
        &["unit", "change", "县教育局", "--code", "401001"],
        &["unit", "change", "县林业局", "--desk", "农业农村股"],
    ] {
        let refused = desk.run(taken);
        assert_eq!(refused.code, 1, "{taken:?}: {}", refused.out);
        assert!(refused.err.contains("县水务局") || refused.err.contains("没有单位“县林业局”"), "{}", refused.err);
    }
    assert_eq!(desk.run(&["--as", "经办", "unit", "add", "县林业局"]).code, 1, "units are the administrator's");
    let listed = desk.run(&["unit", "list"]).out;
    assert!(listed.contains("401001  县水务局  一级预算单位  农业农村股"), "{listed}");
}

#[test]
fn a_list_of_units_adds_and_corrects_and_says_what_is_still_without_a_desk() {
    let desk = county();
    let file = desk.path("名录.csv");
    fs::write(&file, LIST).unwrap();
    let file = file.to_str().unwrap();
    let dry = desk.run(&["unit", "import", file, "--dry-run"]);
    assert!(dry.out.contains("单位 3 个,其中新增 2 个(未改动)"), "{}{}", dry.out, dry.err);
    assert_eq!(desk.json(&["unit", "list", "--json"]).as_array().unwrap().len(), 1);
    let taken = desk.run(&["unit", "import", file]);
    assert!(taken.out.contains("新增单位 2 个,更正 1 个,未变 0 个"), "{}{}", taken.out, taken.err);
    assert!(!taken.out.contains("没有对口股室"), "{}", taken.out);
    assert!(desk.run(&["unit", "import", file]).out.contains("新增单位 0 个,更正 0 个,未变 3 个"));
    let units = desk.json(&["unit", "list", "--json"]);
    assert_eq!(units[2]["level"], "township");
    assert_eq!(count(&desk, "股室:教科文股"), 1, "the target came along");
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn a_faulty_list_changes_nothing_and_names_its_cells() {
    let desk = county();
    let file = desk.path("名录.csv");
    fs::write(&file, format!("{LIST}4,401001,县林业局,二级,农业农村股\n")).unwrap();
    let refused = desk.run(&["unit", "import", file.to_str().unwrap()]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.out.contains("“401001”在名录里出现两次") && refused.out.contains("“二级”没有读入"),
        "{}",
        refused.out
    );
    fs::write(&file, "名称,说明\n县教育局,1\n").unwrap();
    let headless = desk.run(&["unit", "import", file.to_str().unwrap()]);
    assert!(headless.code == 1 && headless.out.contains("没有找到单位名录的表头"), "{}{}", headless.out, headless.err);
    assert_eq!(desk.json(&["unit", "list", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn the_next_years_budget_is_reviewed_in_the_same_file() {
    let desk = county();
    assert_eq!(desk.run(&["year"]).out.trim(), "云岭县 2022 年度");
    assert_eq!(desk.run(&["--as", "经办", "year", "2023"]).code, 1, "the administrator's");
    assert_eq!(desk.run(&["year", "2023"]).code, 0);
    assert!(desk.run(&["year", "2023"]).out.contains("没有改动"));
    assert_eq!((count(&desk, "校舍"), count(&desk, "校舍 年度:2022")), (0, 1));
    let form = desk.path("申报.csv");
    assert_eq!(
        desk.run(&["import", form.to_str().unwrap()]).code,
        0,
        "a form that states no year is for the year under review"
    );
    assert_eq!((count(&desk, "校舍"), count(&desk, "校舍 年度:2022")), (1, 1));
    assert!(desk.run(&["journal"]).out.contains("开始新的审核年度  2022 → 2023"));
    assert_eq!(desk.run(&["verify"]).code, 0);
}
