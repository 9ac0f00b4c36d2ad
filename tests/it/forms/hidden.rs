//! Hidden rows, columns and sheets, in every kind of workbook: what nobody sees is not handed in, and is told.

use huishen::domain::handin::{HandIn, Severity};
use huishen::exchange::{self, Kind};
use rust_xlsxwriter::{Format, Workbook};

const ROWS: [[&str; 8]; 6] = [
    ["单位名称", "项目名称", "预算数(万元)", "年度目标", "一级指标", "二级指标", "三级指标", "指标值"],
    ["县教育局", "营养改善", "10", "改善营养", "产出指标", "数量指标", "受益学生", "≥12000人"],
    ["", "", "", "", "产出指标", "质量指标", "示例:验收合格率", "100%"],
    ["", "", "", "", "产出指标", "时效指标", "按时拨付率", "100%"],
    ["", "", "", "", "效益指标", "社会效益指标", "示例:体质", "明显改善"],
    ["", "", "", "", "满意度指标", "服务对象满意度指标", "学生满意度", "≥95%"],
];

fn book() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("目标表").unwrap();
    for (row, cells) in (0..).zip(&ROWS) {
        for (col, text) in (0..).zip(cells) {
            sheet.write_string(row, col + u16::from(col > 3), *text).unwrap();
        }
        sheet.write_string(row, 4, if row == 0 { "内部编号" } else { "x" }).unwrap();
    }
    sheet.set_row_hidden(2).unwrap();
    sheet.set_row_hidden(4).unwrap();
    sheet.set_row_hidden(40).unwrap();
    sheet.set_column_hidden(4).unwrap();
    book.save_to_buffer().unwrap()
}

fn names(handin: &HandIn) -> Vec<&str> {
    handin.targets[0].submission.indicators.iter().map(huishen::domain::target::Indicator::name).collect()
}

#[test]
fn hidden_rows_of_a_template_are_no_indicators() {
    let handin = exchange::read("a.xlsx", &book(), Kind::Auto).unwrap();
    assert_eq!(names(&handin), ["受益学生", "按时拨付率", "学生满意度"]);
    let told: Vec<_> =
        handin.problems.iter().map(|one| (one.severity, one.r#where.as_str(), one.message.as_str())).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].0 == Severity::Warning && told[0].1 == "目标表!A3" && told[0].2.contains("3、5"), "{told:?}");
    assert!(told[1].0 == Severity::Hint && told[1].1 == "目标表!E1", "{told:?}");
    assert!(!handin.is_refused());
}

#[test]
fn a_merged_area_that_begins_hidden_keeps_its_text() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(&ROWS) {
        for (col, text) in (0..).zip(cells) {
            sheet.write_string(row, col, *text).unwrap();
        }
    }
    for (col, text) in [(0, "县教育局"), (1, "营养改善"), (3, "改善营养")] {
        sheet.merge_range(1, col, 5, col, text, &Format::new()).unwrap();
    }
    sheet.set_row_hidden(1).unwrap();
    let handin = exchange::read("a.xlsx", &book.save_to_buffer().unwrap(), Kind::Auto).unwrap();
    let [target] = handin.targets.as_slice() else { panic!("{handin:?}") };
    assert_eq!((target.unit.name.as_str(), target.project.name.as_str()), ("县教育局", "营养改善"));
    assert_eq!(names(&handin).len(), 4);
}

#[test]
fn other_kinds_of_workbooks_hide_as_well() {
    for file in ["hidden-rows.xls", "hidden-rows.ods"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file);
        let handin = exchange::read(file, &std::fs::read(path).unwrap(), Kind::Auto).unwrap();
        assert_eq!(names(&handin), ["受益学生", "按时拨付率", "学生满意度"], "{file}");
        assert!(handin.problems.iter().any(|one| one.message.contains("3、5")), "{file}: {:?}", handin.problems);
    }
}
