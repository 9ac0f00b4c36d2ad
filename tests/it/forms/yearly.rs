//! Forms of the year beside targets and evaluations: pre-assessments, score sheets, and monitoring; what is wrong is told at its cell.

use huishen::domain::assessment::rule::rules;
use huishen::domain::execution::progress::{Cause, Likelihood};
use huishen::domain::handin::{HandIn, HandedForm, HandedMonitoring, Severity};
use huishen::domain::money::Money;
use huishen::exchange::{self, Kind};
use rust_xlsxwriter::Workbook;

/// A workbook of one sheet; cells are texts, `#` before a number writes a number.
pub fn book(rows: &[Vec<String>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("表").unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (col, text) in (0..).zip(cells) {
            match text.strip_prefix('#') {
                Some(number) => sheet.write_number(row, col, number.parse::<f64>().unwrap()),
                None => sheet.write_string(row, col, text.as_str()),
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn line(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn read(rows: &[Vec<String>]) -> HandIn {
    rust_i18n::set_locale("zh");
    exchange::read("表.xlsx", &book(rows), Kind::Auto).unwrap()
}

fn places(read: &HandIn, severity: Severity) -> Vec<&str> {
    read.problems.iter().filter(|one| one.severity == severity).map(|one| one.r#where.as_str()).collect()
}

/// A unit's own assessment in which every item has 4 points; changed by the test.
pub fn own() -> Vec<Vec<String>> {
    let mut rows = vec![
        line(&["2021年度项目事前绩效评估自评表"]),
        line(&["项目名称", "智慧校园建设项目", "预算单位", "县教育体育局"]),
        line(&["项目类别", "特定目标类项目", "申请金额（万元）", "#680"]),
        line(&["项目概况", "建设智慧教室"]),
        line(&["评估维度", "评估要点", "分值", "自评得分", "自评说明", "佐证材料"]),
    ];
    for criterion in &rules().course.criteria {
        for item in &criterion.items {
            rows.push(line(&[&criterion.name.zh, &item.name.zh, "#5", "#4", "", "实施方案"]));
        }
    }
    rows.push(line(&["合计", "", "#100", "#80"]));
    rows
}

fn scores() -> Vec<Vec<String>> {
    let mut rows = own();
    rows[0] = line(&["2021年度项目事前绩效评估评分表"]);
    rows[4] = line(&["评估维度", "评估要点", "分值", "得分", "评分说明"]);
    rows.push(line(&["评审意见", "测算需再核"]));
    rows.push(line(&["评估结论", "调整后支持"]));
    rows
}

#[test]
fn an_own_assessment_is_read_item_by_item() {
    let read = read(&own());
    assert_eq!(places(&read, Severity::Error), Vec::<&str>::new(), "{:?}", read.problems);
    let [HandedForm::Assessment(one)] = read.forms.as_slice() else { panic!("{read:?}") };
    assert_eq!((one.unit.name.as_str(), one.project.name.as_str()), ("县教育体育局", "智慧校园建设项目"));
    assert_eq!((one.year, one.form.amount), (Some(2021), Money::from_wan(680.into())));
    assert_eq!((one.category.as_deref(), one.form.summary.as_str()), (Some("特定目标类项目"), "建设智慧教室"));
    assert_eq!(one.form.total(), Some(80.into()));
    assert!(one.form.items.iter().all(|item| item.evidence == "实施方案"));
}

#[test]
fn faults_of_an_assessment_are_told_at_their_cells() {
    let mut rows = own();
    rows[5][3] = "#6".to_owned();
    rows[6][3] = "较好".to_owned();
    rows[7][1] = "环境友好".to_owned();
    let read = read(&rows);
    assert_eq!(places(&read, Severity::Error), ["表!D6", "表!D7"]);
    assert_eq!(
        places(&read, Severity::Warning),
        ["表!D8", "表!D5"],
        "a row that nobody knows, and an item without a row"
    );
    assert!(read.is_refused());
}

#[test]
fn the_words_of_other_forms_name_the_same_items() {
    let mut rows = own();
    rows[5][1] = "立项依据充分性".to_owned();
    rows[9][1] = "预算测算合理性".to_owned();
    let read = read(&rows);
    assert_eq!(read.problems, []);
}

#[test]
fn a_score_sheet_is_a_review_and_names_its_conclusion() {
    let read = read(&scores());
    assert_eq!(places(&read, Severity::Error), Vec::<&str>::new(), "{:?}", read.problems);
    let [HandedForm::Scores(one)] = read.forms.as_slice() else { panic!("{read:?}") };
    assert_eq!((one.scores.len(), one.conclusion.as_deref()), (20, Some("adjust")));
    assert_eq!(one.opinion, "测算需再核");
    let mut rows = scores();
    let last = rows.len() - 1;
    rows[last][1] = "基本支持".to_owned();
    rows[8][3] = String::new();
    let read = self::read(&rows);
    assert_eq!(places(&read, Severity::Error), ["表!D5"], "points are missing");
}

/// The form of document 136 for the project that the tests hand in.
pub fn monitoring(head: &str) -> Vec<Vec<String>> {
    vec![
        line(&["2021年度项目支出绩效目标执行监控表"]),
        line(&["项目名称", "营养改善计划", "", "实施单位", "县教育体育局"]),
        line(&["项目资金（万元）", "", "年初预算数", "1-7月执行数", "1-7月执行率", "全年预计执行数"]),
        line(&["", "年度资金总额", "#100", "#60", "60%", "#98"]),
        line(&[
            "一级指标",
            "二级指标",
            "三级指标",
            "年度指标值",
            head,
            "全年预计完成情况",
            "偏差原因分析",
            "",
            "完成目标可能性",
        ]),
        line(&["", "", "", "", "", "", "经费保障", "原因说明", "确定能", "有可能", "完全不可能"]),
        line(&["产出指标", "数量指标", "受益人数", "≥12000人", "6000", "12000", "√", "资金晚到", "", "√", ""]),
        line(&["产出指标", "数量指标", "培训人数", "≥201人", "150", "201", "", "", "√", "", ""]),
        line(&["填表人：", "", "", "", "", "", "", "", ""]),
    ]
}

fn taken(rows: &[Vec<String>]) -> (HandIn, Option<HandedMonitoring>) {
    let read = read(rows);
    let one = read.forms.first().cloned();
    let one = one.and_then(|form| if let HandedForm::Monitoring(one) = form { Some(*one) } else { None });
    (read, one)
}

#[test]
fn a_form_of_monitoring_is_read_with_its_ticks_and_places() {
    let (read, one) = taken(&monitoring("1-7月执行情况"));
    assert_eq!(places(&read, Severity::Error), Vec::<&str>::new(), "{:?}", read.problems);
    let one = one.unwrap();
    assert_eq!((&one.month, one.year), (&(7, "表!E5".to_owned()), Some(2021)));
    assert_eq!(
        (one.budget, one.executed.0, one.expected),
        (Some(Money(100_000_000)), Some(Money(60_000_000)), Some(Money(98_000_000)))
    );
    assert_eq!(one.executed.1, "表!D4");
    let [first, second] = one.rows.as_slice() else { panic!("{one:?}") };
    assert_eq!((first.name.as_str(), first.place.as_str()), ("受益人数", "表!E7"));
    let progress = &first.progress;
    assert_eq!((progress.value.as_str(), progress.expected.as_str()), ("6000", "12000"));
    assert_eq!((progress.likelihood, progress.cause), (Likelihood::Possible, Some(Cause::Money)));
    assert_eq!((progress.reason.as_str(), second.progress.likelihood), ("资金晚到", Likelihood::Certain));
}

#[test]
fn a_form_that_names_no_period_is_refused_at_its_project() {
    let (read, one) = taken(&{
        let mut rows = monitoring("执行情况");
        rows[2] = line(&["项目资金（万元）", "", "年初预算数", "执行数"]);
        rows
    });
    assert_eq!((places(&read, Severity::Error), one), (vec!["表!A2"], None));
}
