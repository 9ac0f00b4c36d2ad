//! Sheets that are set out anew before they are read, and heads that only what stands below them explains; each in a small form of its own.

use huishen::domain::handin::{HandIn, Severity};
use huishen::domain::money::Money;
use huishen::domain::target::Indicator;
use huishen::exchange::{self, Kind};
use rust_xlsxwriter::{Format, Workbook};

/// A workbook of one sheet. Cells are parted by `|`; `<` joins the cell at its left, `^` the one above, `\n` breaks a line.
fn book(rows: &[&str]) -> Vec<u8> {
    let grid: Vec<Vec<String>> =
        rows.iter().map(|row| row.split('|').map(|text| text.replace("\\n", "\n")).collect()).collect();
    let at = |row: usize, col: usize| grid.get(row).and_then(|cells| cells.get(col)).map_or("", String::as_str);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in grid.iter().enumerate() {
        for (col, text) in cells.iter().enumerate().filter(|(_, text)| !["", "<", "^"].contains(&text.as_str())) {
            let right = (col + 1..100).take_while(|col| at(row, *col) == "<").last().unwrap_or(col);
            let below = (row + 1..100).take_while(|row| at(*row, col) == "^").last().unwrap_or(row);
            let [top, bottom] = [row, below].map(|row| u32::try_from(row).unwrap());
            let [first, last] = [col, right].map(|col| u16::try_from(col).unwrap());
            if (row, col) == (below, right) {
                sheet.write_string(top, first, text).unwrap();
            } else {
                sheet.merge_range(top, first, bottom, last, text, &Format::new()).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn read(rows: &[&str]) -> HandIn {
    rust_i18n::set_locale("zh");
    let handin = exchange::read("表.xlsx", &book(rows), Kind::Auto).unwrap();
    let doubts: Vec<_> = handin.problems.iter().filter(|one| one.severity == Severity::Error).collect();
    assert!(doubts.is_empty(), "{doubts:?}");
    handin
}

/// `level 1 | level 2 | name | sign value unit | points`
fn line(one: &Indicator) -> String {
    let sign = one.sign.map_or("", huishen::domain::measure::Sign::term);
    let [l1, l2, value, unit, weight] =
        [&one.l1, &one.l2, &one.value, &one.unit, &one.weight].map(|text| text.as_deref().unwrap_or("-"));
    format!("{l1}|{l2}|{}|{sign} {value} {unit}|{weight}", one.name())
}

fn lines(handin: &HandIn) -> Vec<String> {
    handin.targets.iter().flat_map(|target| target.submission.indicators.iter().map(line)).collect()
}

const ABOVE: [&str; 4] = [
    "项目支出绩效目标表(2024年度)|<|<|<",
    "项目名称|河道整治|实施单位|某县水利局",
    "资金总额(万元)|80||",
    "年度目标|整治河道3公里|<|<",
];

fn form(rows: &[&str]) -> HandIn {
    read(&[&ABOVE, rows].concat())
}

#[test]
fn several_indicators_in_one_cell_are_a_row_each() {
    let handin = form(&[
        "一级指标|二级指标|三级指标|指标值",
        "产出指标|数量指标|1.整治河道\\n2.修建护岸|1.≥3公里\\n2.≥2处",
        "^|质量指标|河道断面\\n达标率|≥95%",
        "效益指标|社会效益|受益人口数量\\n受益村庄数量|≥200人\\n≥3个",
    ]);
    assert_eq!(
        lines(&handin),
        [
            "产出指标|数量指标|整治河道|≥ 3 公里|-",
            "产出指标|数量指标|修建护岸|≥ 2 处|-",
            "产出指标|质量指标|河道断面达标率|≥ 95 %|-",
            "效益指标|社会效益指标|受益人口数量|≥ 200 人|-",
            "效益指标|社会效益指标|受益村庄数量|≥ 3 个|-",
        ]
    );
}

#[test]
fn names_may_have_their_values_behind_them() {
    let expected = ["产出指标|数量指标|整治河道|≥ 3 公里|-", "满意度指标|服务对象满意度指标|村民满意度|≥ 90 %|-"];
    for head in ["一级指标|二级指标|三级指标及指标值", "一级指标|二级指标|三级指标"] {
        let handin = form(&[head, "产出指标|数量指标|整治河道≥3公里", "满意度指标|服务对象满意度指标|村民满意度≥90%"]);
        assert_eq!(lines(&handin), expected, "{head}");
    }
}

#[test]
fn what_follows_on_the_next_printed_page_belongs_to_the_form() {
    let handin = form(&[
        "一级指标|二级指标|三级指标|指标值",
        "产出指标|数量指标|整治河道|≥3公里",
        "第1页,共2页|<|<|<",
        "项目支出绩效目标表(2024年度)|<|<|<",
        "一级指标|二级指标|三级指标|指标值",
        "效益指标|社会效益指标|受益人口|≥200人",
        "第2页,共2页|<|<|<",
    ]);
    assert_eq!(lines(&handin), ["产出指标|数量指标|整治河道|≥ 3 公里|-", "效益指标|社会效益指标|受益人口|≥ 200 人|-"]);
}

#[test]
fn what_was_reached_last_year_makes_no_evaluation_of_a_target() {
    let handin = form(&["一级指标|二级指标|三级指标|上年实际值|本年目标值", "产出指标|数量指标|整治河道|2公里|≥3公里"]);
    assert_eq!(
        (handin.evaluations.len(), lines(&handin)),
        (0, vec!["产出指标|数量指标|整治河道|≥ 3 公里|-".to_owned()])
    );
}

#[test]
fn one_head_above_several_values_names_the_years() {
    let handin = form(&[
        "一级指标|二级指标|三级指标|指标值|<|<",
        "^|^|^|长期|中期|年度",
        "产出指标|数量指标|整治河道|≥9公里|≥6公里|≥3公里",
    ]);
    assert_eq!(lines(&handin), ["产出指标|数量指标|整治河道|≥ 3 公里|-"]);
    let handin = form(&[
        "一级指标|二级指标|三级指标|指标值|<|<|权重",
        "产出指标|数量指标|整治河道|≥|3|公里|10",
        "产出指标|质量指标|断面达标率|=|100|%|10",
    ]);
    assert_eq!(lines(&handin), ["产出指标|数量指标|整治河道|≥ 3 公里|10", "产出指标|质量指标|断面达标率|= 100 %|10"]);
}

#[test]
fn a_level_on_a_row_of_its_own_stands_above_the_next_rows() {
    let handin = form(&[
        "指标类别|指标名称|指标值|分值",
        "一、产出指标|<|<|50",
        "数量指标|整治河道|≥3公里|30",
        "成本指标|每公里成本|≤20万元|20",
        "二、效益指标|<|<|40",
        "社会效益指标|受益人口|≥200人|40",
    ]);
    assert_eq!(
        lines(&handin),
        [
            "产出指标|数量指标|整治河道|≥ 3 公里|30",
            "产出指标|成本指标|每公里成本|≤ 20 万元|20",
            "效益指标|社会效益指标|受益人口|≥ 200 人|40",
        ]
    );
}

#[test]
fn contents_of_objectives_name_indicators_right_of_the_levels_only() {
    let handin = form(&[
        "绩效目标|一级指标|二级指标|绩效目标内容|目标值",
        "|产出指标|数量目标|整治河道|≥3公里",
        "|产出指标|质量目标|达标率|100%",
    ]);
    assert_eq!(lines(&handin), ["产出指标|数量指标|整治河道|≥ 3 公里|-", "产出指标|质量指标|达标率| 100 %|-"]);
}

#[test]
fn a_table_without_levels_needs_but_one_more_head_beside_its_projects() {
    let handin = read(&[
        "2025年部门预算项目绩效目标表|<|<|<|<|<",
        "单位|项目|金额(万元)|绩效目标|绩效指标|指标值|权重",
        "某区生态环境分局|尾气抽检|9.6|抽检尾气800辆|尾气抽检数|≥800辆|60%",
        "^|^|^|^|整改率|≥95%|40%",
    ]);
    assert_eq!(lines(&handin), ["-|-|尾气抽检数|≥ 800 辆|60", "-|-|整改率|≥ 95 %|40"]);
    assert_eq!(handin.targets[0].submission.amount, Some(Money(9_600_000)));
}

#[test]
fn projects_on_rows_of_their_own_are_forms() {
    let handin = read(&[
        "某县农业农村局2024年项目绩效目标公开表|<|<|<",
        "部门:某县农业农村局|<|<|单位:万元",
        "一级指标|二级指标|三级指标|指标值",
        "项目名称:动物防疫|<|<|预算金额:60",
        "年度目标:做好强制免疫|<|<|<",
        "产出指标|数量指标|扑杀病畜|≥120头",
        "项目名称:良种推广|<|<|预算金额:144",
        "年度目标:推广良种|<|<|<",
        "产出指标|数量指标|推广良种|≥1.2万亩",
    ]);
    assert_eq!(lines(&handin), ["产出指标|数量指标|扑杀病畜|≥ 120 头|-", "产出指标|数量指标|推广良种|≥ 1.2 万亩|-"]);
    let told: Vec<_> = handin
        .targets
        .iter()
        .map(|one| (one.unit.name.as_str(), one.project.name.as_str(), one.year, one.submission.amount))
        .collect();
    let unit = "某县农业农村局";
    assert_eq!(
        told,
        [
            (unit, "动物防疫", Some(2024), Some(Money(60_000_000))),
            (unit, "良种推广", Some(2024), Some(Money(144_000_000)))
        ]
    );
}

#[test]
fn kinds_of_indicators_as_columns_or_rows() {
    let expected = [
        "产出指标|数量指标|维修校舍|≥ 3200 平方米|-",
        "产出指标|质量指标|合格率|= 100 %|-",
        "产出指标|数量指标|更新课桌|≥ 1800 套|-",
        "产出指标|质量指标|质检合格率|= 100 %|-",
    ];
    let down = read(&[
        "2024年度项目绩效目标汇总表|<|<|<",
        "预算单位|项目名称|预算金额(元)|年度目标|产出指标|<",
        "^|^|^|^|数量指标|质量指标",
        "某县教育局|校舍维修|832000|维修校舍|维修校舍≥3200平方米|合格率=100%",
        "^|课桌更新|576000|更新课桌|更新课桌≥1800套|质检合格率=100%",
    ]);
    let across = read(&[
        "2024年度项目绩效目标汇总表(单位:元)|<|<|<",
        "项目名称|<|校舍维修|课桌更新",
        "实施单位|<|某县教育局|某县教育局",
        "预算金额|<|832000|576000",
        "年度目标|<|维修校舍|更新课桌",
        "产出指标|数量指标|维修校舍≥3200平方米|更新课桌≥1800套",
        "^|质量指标|合格率=100%|质检合格率=100%",
    ]);
    for handin in [down, across] {
        assert_eq!(lines(&handin), expected);
        let amounts: Vec<_> = handin.targets.iter().map(|one| one.submission.amount).collect();
        assert_eq!(amounts, [Some(Money(83_200_000)), Some(Money(57_600_000))]);
        assert!(handin.targets.iter().all(|one| one.unit.name == "某县教育局" && one.year == Some(2024)));
    }
}

#[test]
fn a_units_cell_of_its_own_counts_before_the_title() {
    let rows = [
        "项目支出绩效目标表|<|<|<",
        "单位名称:县水利局        填报日期:2024.1.3|<|<|<",
        "项目名称|河道整治|单位名称|某县水利局",
        "资金总额(万元)|80||",
        "年度目标|整治河道3公里|<|<",
        "一级指标|二级指标|三级指标|指标值",
        "产出指标|数量指标|整治河道|≥3公里",
    ];
    assert_eq!(read(&rows).targets[0].unit.name, "某县水利局");
}

#[test]
fn funds_of_the_whole_count_not_those_of_a_departments_tasks() {
    let handin = read(&[
        "部门整体支出绩效自评表|<|<|<|<|<",
        "(2024年度)|<|<|<|<|<",
        "部门名称|某县文物保护中心|<|<|<|<",
        "年度主要任务|任务名称|主要内容|全年预算数(万元)|全年执行数(万元)|执行率",
        "^|文物保护|日常养护|60|58|96.67%",
        "预算执行情况(万元)||年初预算数|全年预算数|全年执行数|得分",
        "^|资金总额|302|310|305.2|9.85",
        "一级指标|二级指标|三级指标|年度指标值|实际完成值|得分",
        "产出指标|数量指标|举办展览|≥8次|9次|15",
        "总分|<|<|<|<|96.85分",
    ]);
    let one = &handin.evaluations[0];
    assert_eq!((one.budget, one.executed), (Some(Money(310_000_000)), Some(Money(305_200_000))));
    assert_eq!(one.score.as_deref(), Some("96.85"));
}
