//! Variations that published forms do not happen to show, written by `rust_xlsxwriter` or as text.

use encoding_rs::GB18030;
use huishen::domain::evaluation::Evaluation;
use huishen::domain::handin::{HandIn, HandedTarget, Severity};
use huishen::domain::measure::Sign;
use huishen::domain::money::Money;
use huishen::exchange::{self, Kind};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

/// Cells as texts; `#` before a number writes a number.
type Rows<'a> = &'a [&'a [&'a str]];

fn fill(sheet: &mut Worksheet, rows: Rows<'_>) {
    for (row, cells) in (0..).zip(rows) {
        for (col, text) in (0..).zip(*cells) {
            match text.strip_prefix('#') {
                Some(number) => sheet.write_number(row, col, number.parse::<f64>().unwrap()),
                None => sheet.write_string(row, col, *text),
            }
            .unwrap();
        }
    }
}

fn merge(sheet: &mut Worksheet, area: (u32, u16, u32, u16), text: &str) {
    sheet.merge_range(area.0, area.1, area.2, area.3, text, &Format::new()).unwrap();
}

fn book(sheets: &[(&str, Rows<'_>)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        fill(sheet, rows);
    }
    book.save_to_buffer().unwrap()
}

fn take(name: &str, bytes: &[u8]) -> HandIn {
    exchange::read(name, bytes, Kind::Auto).unwrap_or_else(|error| panic!("{error}"))
}

fn errors(handin: &HandIn) -> Vec<String> {
    let errors = handin.problems.iter().filter(|problem| problem.severity == Severity::Error);
    errors.map(|problem| format!("{} {}", problem.r#where, problem.message)).collect()
}

/// `name|sign value unit|weight` of each indicator.
fn lines(target: &HandedTarget) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let show = |one: &huishen::domain::target::Indicator| {
        let sign = one.sign.map_or("-", Sign::term);
        format!("{}|{} {} {}|{}", one.name(), sign, text(&one.value), text(&one.unit), text(&one.weight))
    };
    target.submission.indicators.iter().map(show).collect()
}

#[test]
fn reordered_columns_extra_columns_and_aliases() {
    let rows: Rows<'_> = &[
        &["2024年度部门项目绩效目标批复表"],
        &["金额单位：元"],
        &[
            "序号",
            "绩效目标值",
            "计量单位",
            "备注",
            "计算符号",
            "三级绩效指标",
            "二级绩效指标",
            "一级绩效指标",
            "总体目标",
            "预算金额",
            "项目名称",
            "预算单位",
        ],
        &[
            "1",
            "#12000",
            "人",
            "",
            "大于等于",
            "受益学生",
            "数量",
            "产出",
            "改善营养",
            "#3860000.5",
            "营养改善",
            "101001-县教育局",
        ],
        &["2", "#100", "％", "", "＝", "拨付及时率", "时效", "产出", "", "", "", ""],
        &["3", "有效", "", "", "定性", "体质", "社会效益", "效益", "", "", "", ""],
    ];
    let handin = take("a.xlsx", &book(&[("表", rows)]));
    assert_eq!(errors(&handin), Vec::<String>::new());
    let [target] = handin.targets.as_slice() else { panic!("{handin:?}") };
    assert_eq!(target.unit.code.as_deref(), Some("101001"));
    assert_eq!(target.unit.name, "县教育局");
    assert_eq!((target.year, target.submission.amount), (Some(2024), Some(Money(386_000_050))));
    assert_eq!(target.submission.objective, "改善营养");
    assert_eq!(lines(target), ["受益学生|≥ 12000 人|-", "拨付及时率|= 100 %|-", "体质|定性 有效 -|-"]);
    let levels: Vec<_> = target.submission.indicators.iter().filter_map(|one| one.l2.as_deref()).collect();
    assert_eq!(levels, ["数量指标", "时效指标", "社会效益指标"]);
}

#[test]
fn two_header_rows_merged_blocks_and_column_numbers() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(
        sheet,
        &[
            &["县本级2025年项目绩效目标表"],
            &["单位名称", "项目名称", "预算数(万元)", "", "年度目标", "绩效指标", "", "", "", "", ""],
            &["", "", "合计", "财政拨款", "", "一级指标", "二级指标", "三级指标", "符号", "数值", "单位"],
            &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"],
            &["", "", "#12.5", "#10", "修路", "", "数量指标", "里程", "≥", "#3.5", "公里"],
            &["", "", "", "", "", "", "质量指标", "合格率", "=", "100%", ""],
            &["合计", "", "#12.5", "#10"],
            &["填表人：", "", "", "", "", "", "", "张某"],
        ],
    );
    for area in [(1, 0, 2, 0), (1, 1, 2, 1), (1, 4, 2, 4)] {
        let text = ["单位名称", "项目名称", "", "", "年度目标"][usize::from(area.1)];
        merge(sheet, area, text);
    }
    merge(sheet, (1, 2, 1, 3), "预算数(万元)");
    merge(sheet, (1, 5, 1, 10), "绩效指标");
    merge(sheet, (4, 0, 5, 0), "县交通局");
    merge(sheet, (4, 1, 5, 1), "农村公路");
    merge(sheet, (4, 5, 5, 5), "产出指标");
    let handin = take("a.xlsx", &book.save_to_buffer().unwrap());
    let [target] = handin.targets.as_slice() else { panic!("{handin:?}") };
    assert_eq!((target.unit.name.as_str(), target.project.name.as_str()), ("县交通局", "农村公路"));
    assert_eq!((target.year, target.submission.amount), (Some(2025), Some(Money(12_500_000))));
    assert_eq!(lines(target), ["里程|≥ 3.5 公里|-", "合格率|= 100 %|-"]);
    assert!(target.submission.indicators.iter().all(|one| one.l1.as_deref() == Some("产出指标")));
    assert!(handin.problems.is_empty(), "{:?}", handin.problems);
}

#[test]
fn names_repeated_on_every_row_are_one_block() {
    let head: &[&str] = &["单位名称", "项目名称", "一级指标", "二级指标", "三级指标", "指标值", "年度目标"];
    let rows: Rows<'_> = &[
        head,
        &["甲局", "项目一", "产出指标", "数量指标", "个数", "≥1个", "目标一"],
        &["甲局", "项目一", "产出指标", "质量指标", "合格率", "100%", "目标一"],
        head,
        &["甲局", "项目二", "产出指标", "数量指标", "个数", "≥2个", "目标二"],
        &["乙局", "项目二", "产出指标", "数量指标", "个数", "≥3个", "目标二"],
    ];
    let handin = take("2023年目标.xlsx", &book(&[("表", rows)]));
    let names: Vec<_> = handin
        .targets
        .iter()
        .map(|one| format!("{} {} {} {:?}", one.unit.name, one.project.name, one.submission.indicators.len(), one.year))
        .collect();
    assert_eq!(names, ["甲局 项目一 2 Some(2023)", "甲局 项目二 1 Some(2023)", "乙局 项目二 1 Some(2023)"]);
    assert_eq!(handin.targets[0].submission.objective, "目标一");
    assert_eq!(handin.targets[0].submission.amount, None);
}

#[test]
fn units_on_rows_of_their_own_with_the_project_alone_on_its_row() {
    let rows: Rows<'_> = &[
        &["预算05-2表 2024年"],
        &[
            "单位名称、项目名称",
            "项目年度绩效目标",
            "一级指标",
            "二级指标",
            "三级指标",
            "指标性质",
            "指标值",
            "度量单位",
            "指标属性",
        ],
        &["1", "2", "3", "4", "5", "6", "7", "8", "9"],
        &["县教育局"],
        &["县第一中学"],
        &["营养改善", "供餐"],
        &["", "", "产出指标", "数量指标", "人数", "≥", "#735", "人", "定量指标"],
        &["公用经费"],
        &["", "保障运转", "产出指标", "数量指标", "人数", "", "有效", "", "定性指标"],
        &["合计"],
    ];
    let handin = take("a.xlsx", &book(&[("05-2", rows)]));
    let names: Vec<_> = handin.targets.iter().map(|one| format!("{} {}", one.unit.name, one.project.name)).collect();
    assert_eq!(names, ["县第一中学 营养改善", "县第一中学 公用经费"]);
    assert_eq!(handin.targets[0].submission.objective, "供餐");
    assert_eq!(lines(&handin.targets[1]), ["人数|定性 有效 -|-"]);
    assert_eq!(handin.targets[1].submission.objective, "保障运转");
}

#[test]
fn several_sheets_covers_hidden_and_unknown_ones() {
    let target: Rows<'_> = &[
        &["项目名称", "修路"],
        &["实施单位", "县交通局"],
        &["年度资金总额：", "100万元"],
        &["年度目标", "修路3公里"],
        &["一级指标", "二级指标", "三级指标", "指标值"],
        &["产出", "数量", "里程", "≥3公里"],
    ];
    let cover: Rows<'_> = &[&["2024年度绩效目标表"], &["填报单位：县交通局"], &["二〇二四年一月"]];
    let unknown: Rows<'_> = &[&["单位名称", "项目名称", "预算数", "备注"], &["甲", "乙", "#1", ""]];
    let mut book = Workbook::new();
    for (name, rows) in [("封面", cover), ("项目一", target), ("汇总", unknown), ("旧表", target)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        fill(sheet, rows);
        sheet.set_hidden(name == "旧表");
    }
    let handin = take("2024年.xlsx", &book.save_to_buffer().unwrap());
    assert_eq!(handin.targets.len(), 1);
    assert_eq!(handin.targets[0].submission.amount, Some(Money(100_000_000)));
    let notes: Vec<_> = handin.problems.iter().map(|one| (one.severity, one.r#where.as_str())).collect();
    assert_eq!(notes, [(Severity::Hint, "旧表"), (Severity::Warning, "汇总!A1")], "{:?}", handin.problems);
    let message = &handin.problems[1].message;
    assert!(message.contains("预算数") && message.contains("三级指标"), "{message}");
}

#[test]
fn two_forms_one_below_the_other() {
    let rows: Rows<'_> = &[
        &["2023年度项目支出绩效自评表"],
        &["项目名称", "项目一"],
        &["主管部门", "县教育局", "", "实施单位", "一中"],
        &["项目资金（元）", "", "年初预算数", "全年预算数", "全年执行数"],
        &["", "年度资金总额：", "#1000", "#2000", "#1500"],
        &["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
        &["产出指标", "数量指标", "指标1：人数", "≥10人", "9人", "50分", "45分", "转学"],
        &["", "", "指标2：", "", "", "", "", ""],
        &["总分（100分）", "", "", "", "", "#100", "#95", ""],
        &["2022年度项目支出绩效自评表"],
        &["项目名称", "项目二"],
        &["实施单位", "二中"],
        &["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
        &["产出指标", "数量指标", "人数", "≥10人", "10人", "50", "50", ""],
    ];
    let handin = take("a.xlsx", &book(&[("表", rows)]));
    assert_eq!(errors(&handin), Vec::<String>::new());
    let [one, two] = handin.evaluations.as_slice() else { panic!("{handin:?}") };
    assert_eq!((one.project.name.as_str(), one.unit.name.as_str(), one.indicators.len()), ("项目一", "一中", 1));
    assert_eq!(
        (one.budget, one.executed, one.score.as_deref()),
        (Some(Money(200_000)), Some(Money(150_000)), Some("95"))
    );
    let indicator = &one.indicators[0];
    assert_eq!(
        (indicator.l3.as_deref(), indicator.weight.as_deref(), indicator.score.as_deref()),
        (Some("人数"), Some("50"), Some("45"))
    );
    assert_eq!((two.project.name.as_str(), two.unit.name.as_str(), two.indicators.len()), ("项目二", "二中", 1));
    let years = |one: &Evaluation| one.year;
    assert_eq!((years(one), years(two)), (Some(2023), Some(2022)));
}

#[test]
fn the_years_half_of_a_form_with_two() {
    let rows: Rows<'_> = &[
        &["项目支出绩效目标申报表（2024年度）"],
        &["项目名称", "修路"],
        &["主管部门及代码", "县交通局 123", "", "实施单位", "公路段"],
        &["项目资金（万元）", "实施期资金总额：", "#300", "", "年度资金总额：", "#100"],
        &["总体目标", "实施期目标", "", "", "年度目标"],
        &["", "修路9公里", "", "", "修路3公里"],
        &["一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"],
        &["产出指标", "数量指标", "指标1：里程", "9公里", "数量指标", "指标1：里程", "3公里"],
    ];
    let handin = take("a.xlsx", &book(&[("表", rows)]));
    let [target] = handin.targets.as_slice() else { panic!("{handin:?}") };
    assert_eq!(target.unit.name, "公路段");
    assert_eq!(target.submission.amount, Some(Money(100_000_000)));
    assert_eq!(target.submission.objective, "修路3公里");
    assert_eq!(lines(target), ["里程|- 3 公里|-"]);
}

#[test]
fn text_in_every_encoding_and_full_width_digits() {
    let text = "２０２４年度绩效目标表,,,,,\r\n单位：万元,,,,,\r\n单位名称,项目名称,预算金额,一级指标,三级指标,指标值\r\n\
                甲局,项目一,１２．５,产出,人数,≥１２，０００人\r\n";
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let kinds = [
        text.as_bytes().to_vec(),
        GB18030.encode(text).0.into_owned(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        utf16,
    ];
    for bytes in kinds {
        let handin = take("a.csv", &bytes);
        let [target] = handin.targets.as_slice() else { panic!("{handin:?}") };
        assert_eq!((target.year, target.submission.amount), (Some(2024), Some(Money(12_500_000))));
        assert_eq!(lines(target), ["人数|≥ 12000 人|-"]);
        assert!(handin.problems.is_empty(), "{:?}", handin.problems);
    }
}

#[test]
fn cells_as_a_person_sees_them() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    fill(
        sheet,
        &[
            &["2024年"],
            &["单位名称", "项目名称", "预算数(元)", "一级指标", "三级指标", "指标值", "分值"],
            &["甲局", "项目一", "", "产出指标", "率"],
            &["", "", "", "", "增长"],
        ],
    );
    sheet.write_number_with_format(2, 5, 0.95, &Format::new().set_num_format("0%")).unwrap();
    sheet.write_number(3, 5, 0.1 + 0.2).unwrap();
    sheet.write_formula(2, 2, Formula::new("=1+1").set_result("1234.5")).unwrap();
    let handin = take("a.xlsx", &book.save_to_buffer().unwrap());
    let [target] = handin.targets.as_slice() else { panic!("{handin:?}") };
    assert_eq!(target.submission.amount, Some(Money(123_450)));
    assert_eq!(lines(target), ["率|- 95 %|-", "增长|- 0.3 -|-"]);
}

#[test]
fn faults_are_told_with_their_place() {
    let rows: Rows<'_> = &[
        &["单位名称", "项目名称", "预算数", "一级指标", "三级指标", "指标值"],
        &["甲局", "", "", "产出指标", "人数", "≥1人"],
        &["甲局", "项目一", "待定", "产出指标", "人数", "≥1人"],
        &["乙局", "", "", "产出指标", "人数", "≥1人"],
    ];
    let handin = take("a.xlsx", &book(&[("表", rows)]));
    let places: Vec<_> = handin.problems.iter().map(|one| (one.severity, one.r#where.as_str())).collect();
    assert_eq!(
        places,
        [(Severity::Error, "表!E2"), (Severity::Warning, "表!C3"), (Severity::Error, "表!E4")],
        "{:?}",
        handin.problems
    );
    let unnamed: Rows<'_> = &[
        &["项目名称", ""],
        &["实施单位", "甲局"],
        &["一级指标", "二级指标", "三级指标", "指标值"],
        &["产出", "数量", "人数", "1"],
    ];
    let handin = take("a.xlsx", &book(&[("表", unnamed)]));
    assert_eq!((handin.targets.len(), errors(&handin).len()), (0, 1), "{handin:?}");
    assert!(handin.is_refused());
}

#[test]
fn a_blank_form_beside_a_filled_one_keeps_nothing_out() {
    let blank: Rows<'_> = &[
        &["项目名称", ""],
        &["实施单位", ""],
        &["一级指标", "二级指标", "三级指标", "指标值"],
        &["产出指标", "数量指标", "指标1:", ""],
    ];
    let filled: Rows<'_> = &[
        &["项目名称", "修路"],
        &["实施单位", "甲局"],
        &["一级指标", "二级指标", "三级指标", "指标值"],
        &["产出指标", "数量指标", "里程", "≥1公里"],
    ];
    let both = take("a.xlsx", &book(&[("样表", blank), ("修路", filled)]));
    let told: Vec<_> = both.problems.iter().map(|one| (one.severity, one.r#where.as_str())).collect();
    assert_eq!((both.targets.len(), told), (1, vec![(Severity::Hint, "样表!A1")]), "{:?}", both.problems);
    let alone = take("a.xlsx", &book(&[("样表", blank)]));
    assert!(alone.is_refused() && alone.targets.is_empty(), "{alone:?}");
}

#[test]
fn only_the_kind_that_was_asked_for() {
    let bytes = std::fs::read(super::folder().join("selfeval-zhongjiang.xlsx")).unwrap();
    let handin = exchange::read("a.xlsx", &bytes, Kind::Targets).unwrap();
    assert!(handin.evaluations.is_empty() && handin.targets.is_empty());
    assert_eq!(handin.problems.len(), 2, "the sheet is named, and that nothing was taken: {:?}", handin.problems);
    assert!(exchange::read("a.xlsx", &bytes, Kind::Evaluations).unwrap().evaluations.len() == 1);
}

#[test]
fn cells_that_nobody_can_read_are_told() {
    // The mata form with a formula whose result was never stored (C5) and an error as a value (I6).
    let bytes = std::fs::read(super::folder().join("doubtful-cells.xlsx")).unwrap();
    let handin = take("a.xlsx", &bytes);
    let places: Vec<_> = handin.problems.iter().map(|one| (one.severity, one.r#where.as_str())).collect();
    assert_eq!(places, [(Severity::Error, "项目支出绩效目标表!C5"), (Severity::Warning, "项目支出绩效目标表!I6")]);
    assert_eq!(handin.targets[0].submission.amount, None);
    assert_eq!(handin.targets[0].submission.indicators[1].value.as_deref(), Some(""));
}

#[test]
fn a_whole_department_with_its_budget_beside_a_part_of_its_tasks() {
    let rows: Rows<'_> = &[
        &["部门整体支出绩效目标表", "", "（2024年度）"],
        &["部门名称", "县档案馆"],
        &["年度预算申请（万元）", "资金总额：", "#120.5"],
        &["年度总体目标", "做好档案管理"],
        &["年度主要任务", "任务名称", "主要内容", "预算金额（万元）"],
        &["", "任务一", "档案管理", "#20.5"],
        &["年度绩效指标", "一级指标", "二级指标", "三级指标", "指标值"],
        &["", "产出指标", "数量指标", "归档卷数", "≥500卷"],
    ];
    let handin = take("a.xlsx", &book(&[("表", rows)]));
    let [target] = handin.targets.as_slice() else { panic!("{handin:?}") };
    assert_eq!(target.submission.amount, Some(Money(120_500_000)), "what is stated, not the sum of a part");
    assert_eq!((target.unit.name.as_str(), target.project.name.as_str()), ("县档案馆", "部门整体支出"));
    assert_eq!(target.submission.objective, "做好档案管理");
}
