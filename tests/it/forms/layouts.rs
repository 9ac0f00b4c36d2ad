//! Layouts that hold several targets in another way than row below row, and those that cannot be read without guessing.

use huishen::domain::handin::{HandIn, HandedTarget, Severity};
use huishen::domain::money::Money;
use huishen::exchange::{self, Kind};

use super::yearly::book;

/// Reads a sheet; cells are parted by `|`, `#` before a number writes a number.
fn read(rows: &[&str]) -> HandIn {
    rust_i18n::set_locale("zh");
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.split('|').map(str::to_owned).collect()).collect();
    exchange::read("表.xlsx", &book(&rows), Kind::Auto).unwrap()
}

/// `project: name value unit, …`
fn line(target: &HandedTarget) -> String {
    let one = |indicator: &huishen::domain::target::Indicator| {
        let [value, unit] = [&indicator.value, &indicator.unit].map(|text| text.as_deref().unwrap_or("-"));
        format!("{} {value} {unit}", indicator.name())
    };
    let indicators: Vec<_> = target.submission.indicators.iter().map(one).collect();
    format!("{}: {}", target.project.name, indicators.join(", "))
}

fn lines(handin: &HandIn) -> Vec<String> {
    handin.targets.iter().map(line).collect()
}

/// Places and messages of what is graver than a hint.
fn doubts(handin: &HandIn) -> Vec<(&str, &str)> {
    let doubts = handin.problems.iter().filter(|one| one.severity != Severity::Hint);
    doubts.map(|one| (one.r#where.as_str(), one.message.as_str())).collect()
}

const BY_VILLAGE: [&str; 7] = [
    "2025年水利专项资金绩效目标表",
    "项目名称|水利专项资金",
    "主管部门|某县水利局",
    "总体目标|修复小型水利设施",
    "一级指标|二级指标|三级指标|指标解释|东头村|西坪镇|合计",
    "产出指标|数量指标|修复水圳|反映修复情况|≥2公里|≥3公里|≥5公里",
    "||新建护岸|反映新建情况|/|1处|1处",
];

#[test]
fn a_column_for_each_village_is_a_target_and_what_it_leaves_blank_none_of_its_indicators() {
    let handin = read(&BY_VILLAGE);
    assert_eq!(
        lines(&handin),
        ["水利专项资金(东头村): 修复水圳 2 公里", "水利专项资金(西坪镇): 修复水圳 3 公里, 新建护岸 1 处"]
    );
    let target = &handin.targets[1];
    assert_eq!((target.unit.name.as_str(), target.year), ("某县水利局", Some(2025)));
    assert_eq!((target.submission.amount, target.submission.objective.as_str()), (None, "修复小型水利设施"));
    assert_eq!(doubts(&handin), []);
    assert!(handin.problems.iter().any(|one| one.message.contains("分列")), "{:?}", handin.problems);
}

#[test]
fn columns_of_quarters_are_no_villages() {
    let mut rows = BY_VILLAGE;
    rows[4] = "一级指标|二级指标|三级指标|指标解释|第一季度|第二季度|合计";
    let handin = read(&rows);
    assert!(handin.is_refused() && handin.targets.is_empty(), "{:?}", handin.targets);
    assert!(doubts(&handin)[0].1.contains("指标值"), "{:?}", handin.problems);
}

#[test]
fn indicators_side_by_side_with_a_row_for_each_project() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let plain = rust_xlsxwriter::Format::new();
    sheet.merge_range(0, 0, 0, 5, "2024年农村公路项目绩效目标表(单位:万元)", &plain).unwrap();
    for (col, head) in ["项目单位", "项目名称", "预算数"].into_iter().enumerate() {
        let col = u16::try_from(col).unwrap();
        sheet.merge_range(1, col, 3, col, head, &plain).unwrap();
    }
    sheet.merge_range(1, 3, 1, 4, "产出指标", &plain).unwrap();
    for (row, cells) in [(1, ["", "", "满意度指标"]), (2, ["数量指标", "质量指标", "服务对象满意度"])]
    {
        for (col, text) in (3..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write(row, col, text).unwrap();
        }
    }
    let rows = [
        ["", "", "", "养护里程", "验收合格率", "群众满意度"],
        ["某镇人民政府", "村道养护", "12.5", "≥8公里", "100%", "≥90%"],
        ["某乡人民政府", "乡道养护", "20", "≥11公里", "100%", ""],
        ["合计", "", "32.5", "19", "", ""],
    ];
    for (row, cells) in (3..).zip(rows) {
        for (col, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write(row, col, text).unwrap();
        }
    }
    let handin = exchange::read("表.xlsx", &book.save_to_buffer().unwrap(), Kind::Auto).unwrap();
    assert_eq!(
        lines(&handin),
        [
            "村道养护: 养护里程 8 公里, 验收合格率 100 %, 群众满意度 90 %",
            "乡道养护: 养护里程 11 公里, 验收合格率 100 %"
        ]
    );
    let target = &handin.targets[0];
    assert_eq!(target.unit.name, "某镇人民政府");
    assert_eq!(target.submission.amount, Money::from_wan("12.5".parse().unwrap()));
    assert_eq!((target.year, doubts(&handin)), (Some(2024), vec![]));
}

#[test]
fn indicators_in_one_cell_are_read_or_refused_at_the_cell() {
    let rows = |cell: &'static str| {
        let list = "单位编码|单位名称(项目类别/支出项目)|年度预算安排|绩效目标";
        let head = ["2025年项目绩效目标和指标", "金额单位:元", list, "037001|某市公安局|#500|"];
        let handin = read(&[head[0], head[1], head[2], head[3], cell]);
        (lines(&handin), handin)
    };
    let (read, handin) =
        rows("037001|机房租赁|#300|【总体目标】保障运转【产出指标-数量指标】指标1:机柜(组)数量(≥77台)");
    assert_eq!(read, ["机房租赁: 机柜(组)数量 77 台"]);
    assert_eq!(handin.targets[0].unit.name, "某市公安局");
    assert_eq!(handin.targets[0].submission.objective, "保障运转");
    let (read, handin) = rows("037001|机房租赁|#300|【总体目标】保障运转【产出指标-数量指标】机柜数量77台左右");
    assert_eq!(read, [""; 0]);
    assert!(handin.is_refused());
    assert_eq!(doubts(&handin)[0].0, "表!D5");
    assert!(doubts(&handin)[0].1.contains("逐条识别"), "{:?}", handin.problems);
}

#[test]
fn level_2_under_a_blank_head_and_values_of_the_whole_year_among_quarters() {
    let handin = read(&[
        "2024年度项目支出绩效目标表",
        "项目名称|环境整治",
        "实施单位|某镇人民政府",
        "年度目标|清运垃圾",
        "一级指标||三级指标|指标值",
        "产出指标|数量指标|清运垃圾|≥365吨",
        "|时效指标|清运及时率|≥95%",
    ]);
    let levels: Vec<_> = handin.targets[0].submission.indicators.iter().map(|one| one.l2.as_deref()).collect();
    assert_eq!(levels, [Some("数量指标"), Some("时效指标")]);
}

#[test]
fn an_amount_beyond_all_measure_is_one_of_yuan_and_told() {
    for (number, amount, told) in [("#1681680", "168.168", "按元读取"), ("#386", "386", "按万元读取")] {
        let amount_row = format!("预算数|{number}");
        let handin = read(&[
            "2024年度项目支出绩效目标表",
            "项目名称|机房租赁",
            "实施单位|某市公安局",
            &amount_row,
            "年度目标|保障运转",
            "一级指标|二级指标|三级指标|指标值",
            "产出指标|数量指标|机柜数量|≥77台",
        ]);
        assert_eq!(handin.targets[0].submission.amount, Money::from_wan(amount.parse().unwrap()), "{number}");
        assert!(handin.problems.iter().any(|one| one.message.contains(told)), "{:?}", handin.problems);
    }
}

const SIDE_BY_SIDE: [&str; 6] = [
    "2024年度项目绩效目标表|||||2024年度项目绩效目标表",
    "项目名称|村道养护||||项目名称|水渠维修",
    "实施单位|某镇人民政府||||实施单位|某镇水利站",
    "年度目标|养护村道||||年度目标|维修水渠",
    "一级指标|二级指标|三级指标|指标值||一级指标|二级指标|三级指标|指标值",
    "产出指标|数量指标|养护里程|≥8公里||产出指标|数量指标|维修长度|≥3公里",
];

#[test]
fn forms_side_by_side_are_read_each_by_itself() {
    let handin = read(&SIDE_BY_SIDE);
    assert_eq!(lines(&handin), ["村道养护: 养护里程 8 公里", "水渠维修: 维修长度 3 公里"]);
    assert_eq!(handin.targets[1].unit.name, "某镇水利站");
    assert_eq!(handin.places.targets, ["表!A2", "表!F2"], "addresses are the file's");
}

#[test]
fn the_deepest_level_names_the_indicator() {
    let rows = [
        "2024年度项目绩效目标表",
        "项目名称|营养餐",
        "实施单位|某县教育局",
        "任务目标|供餐",
        "一级指标|二级指标|三级指标|四级指标|指标值",
        "产出指标|数量指标|供餐保障|供餐学生人数|≥1200人",
        "|质量指标|供餐质量|食品抽检合格率|≥98%",
    ];
    assert_eq!(lines(&read(&rows)), ["营养餐: 供餐学生人数 1200 人, 食品抽检合格率 98 %"]);
    let mut blank = rows;
    blank[6] = "|质量指标|供餐质量||≥98%";
    assert_eq!(lines(&read(&blank)), ["营养餐: 供餐保障 1200 人, 供餐质量 98 %"]);
}

#[test]
fn any_label_made_of_the_words_of_objectives_heads_one() {
    for label in ["项目目标", "专项绩效总目标", "项目预期目标", "整体绩效目标"] {
        let labelled = format!("{label}|推广新品种");
        let handin = read(&[
            "2024年度项目绩效目标表",
            "项目名称|良种补贴",
            "实施单位|某县农技站",
            &labelled,
            "一级指标|二级指标|三级指标|指标值",
            "产出指标|数量指标|推广面积|2000亩",
        ]);
        assert_eq!(handin.targets[0].submission.objective, "推广新品种", "{label}");
    }
}

#[test]
fn sign_number_and_unit_below_one_head_of_values() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let plain = rust_xlsxwriter::Format::new();
    for (row, cells) in [
        "2024年度项目支出绩效目标表",
        "项目名称|河道保洁",
        "实施单位|某县河道所",
        "项目总额（元）|50000",
        "年度目标|保洁河道",
        "一级指标|二级指标|三级指标|",
        "|||比较|数值|单位",
        "产出指标|数量指标|保洁河道长度|≥|20|公里",
    ]
    .iter()
    .enumerate()
    {
        let row = u32::try_from(row).unwrap();
        for (col, text) in (0..).zip(cells.split('|')).filter(|(_, text)| !text.is_empty()) {
            sheet.write(row, col, text).unwrap();
        }
    }
    sheet.merge_range(5, 3, 5, 5, "年初设定目标值", &plain).unwrap();
    let handin = exchange::read("表.xlsx", &book.save_to_buffer().unwrap(), Kind::Auto).unwrap();
    assert_eq!(lines(&handin), ["河道保洁: 保洁河道长度 20 公里"]);
    assert_eq!(handin.targets[0].submission.amount, Money::from_wan("5".parse().unwrap()));
}
