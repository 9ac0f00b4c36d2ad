//! Heads and labels that provinces use beside the national ones, each in a small form of its own.

use huishen::domain::handin::{HandIn, Severity};
use huishen::domain::money::Money;
use huishen::domain::target::Indicator;
use huishen::exchange::{self, Kind};

use super::yearly::book;

/// Reads a sheet; cells are parted by `|`, `#` before a number writes a number.
fn read(rows: &[&str]) -> HandIn {
    rust_i18n::set_locale("zh");
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.split('|').map(str::to_owned).collect()).collect();
    let handin = exchange::read("表.xlsx", &book(&rows), Kind::Auto).unwrap();
    let doubts: Vec<_> = handin.problems.iter().filter(|one| one.severity != Severity::Hint).collect();
    assert!(doubts.is_empty(), "{doubts:?}");
    handin
}

/// `level 1 | name | sign value unit | points`
fn line(one: &Indicator) -> String {
    let sign = one.sign.map_or("", huishen::domain::measure::Sign::term);
    let [l1, value, unit, weight] =
        [&one.l1, &one.value, &one.unit, &one.weight].map(|text| text.as_deref().unwrap_or("-"));
    format!("{l1}|{}|{sign} {value} {unit}|{weight}", one.name())
}

fn lines(handin: &HandIn) -> Vec<String> {
    handin.targets.iter().flat_map(|target| target.submission.indicators.iter().map(line)).collect()
}

#[test]
fn heads_with_the_year_or_the_word_performance_in_front() {
    let handin = read(&[
        "2024年度项目支出绩效目标表",
        "单位名称|项目名称|预算数(万元)|绩效目标|一级指标|二级指标|三级指标|绩效指标性质|本年绩效指标值|绩效度量单位|本年权重",
        "某县教育局|营养餐|#10|改善营养|产出指标|数量指标|受益学生|≥|#200|人|#20",
        "||||效益指标|社会效益指标|营养改善情况|定性|优良中低差||#30",
    ]);
    assert_eq!(lines(&handin), ["产出指标|受益学生|≥ 200 人|20", "效益指标|营养改善情况|定性 优良中低差 -|30"]);
}

#[test]
fn the_period_that_a_form_states_ends_in_a_year() {
    let ends = |label: &str, text: &str| {
        let handin = read(&[
            "项目支出绩效目标申报表",
            "(2024年度)",
            &format!("项目名称|河道整治|{label}|{text}"),
            "实施单位|某县水利局|年度资金总额(万元)|#80",
            "年度目标|整治河道3公里||",
            "一级指标|二级指标|三级指标|指标值",
            "产出指标|数量指标|整治河道长度|≥3公里",
        ]);
        handin.targets[0].submission.until
    };
    assert_eq!(ends("项目期", "3年"), Some(2026));
    assert_eq!(ends("项目实施期限", "2024年1月至2025年12月"), Some(2025));
    assert_eq!(ends("项目起止时间", "202401-202412"), None, "the year says as much");
    assert_eq!(ends("项目属性", "延续项目"), None);
    let handin = read(&[
        "2024年度项目支出绩效目标表",
        "单位名称|项目名称|预算数(万元)|项目期限|绩效目标|一级指标|二级指标|三级指标|指标值",
        "某县水利局|河道整治|#80|2023-2026年|整治河道3公里|产出指标|数量指标|整治河道长度|≥3公里",
        "|防汛值守|#5||值守防汛|产出指标|数量指标|值守人数|≥3人",
    ]);
    let ends: Vec<_> = handin.targets.iter().map(|target| target.submission.until).collect();
    assert_eq!(ends, [Some(2026), None]);
}

#[test]
fn levels_side_by_side_belong_to_the_project_of_their_rows() {
    let handin = read(&[
        "2025年度项目绩效目标汇总表",
        "单位编码(项目编码)|项目单位(项目名称)|资金总额(元)|绩效目标|产出指标||效益指标|",
        "||||三级指标|指标值|三级指标|指标值",
        "301001|某县图书馆|#300000|||||",
        "411725250000000000017|购置图书|#200000|购置图书1万册|购置册数|≥1万册|读者人次|≥2万人次",
        "||||验收合格率|100%||",
        "411725250000000000018|讲座|#100000|举办讲座12场|讲座场次|=12场||",
        "合计||#300000|||||",
    ]);
    assert_eq!(
        lines(&handin),
        [
            "产出指标|购置册数|≥ 1 万册|-",
            "产出指标|验收合格率| 100 %|-",
            "效益指标|读者人次|≥ 2 万人次|-",
            "产出指标|讲座场次|= 12 场|-"
        ]
    );
    let named: Vec<_> =
        handin.targets.iter().map(|target| (target.unit.code.as_deref(), target.submission.amount)).collect();
    assert_eq!(named, [(Some("301001"), Money::from_wan(20.into())), (Some("301001"), Money::from_wan(10.into()))]);
}

#[test]
fn signs_that_stand_under_another_head_than_theirs() {
    let handin = read(&[
        "2025年度项目绩效目标表",
        "项目名称|项目单位|预算数(元)|年度绩效目标|一级指标|二级指标|三级指标|指标性质|指标方向|目标值|计量单位|分值",
        "办案经费|某旗检察院|#500|办结案件|产出指标(50分)|数量指标|办结案件|正向|大于等于|#70|件|#50",
        "||||效益指标|社会效益|社会治安|定性||有效改善||#40",
    ]);
    assert_eq!(lines(&handin), ["产出指标|办结案件|≥ 70 件|50", "效益指标|社会治安|定性 有效改善 -|40"]);
}

#[test]
fn a_table_without_levels() {
    let handin = read(&[
        "2023年一般性项目绩效目标表",
        "编制单位:|813-某区五桂镇||单位:|万元",
        "项目名称|村干部补助||业务主管部门|813-某区五桂镇",
        "当年预算|#9.31",
        "当年绩效目标|按月足额发放",
        "绩效指标|指标|指标权重|计量单位|指标性质|指标值",
        "|领取补助人数|#60|人|≥|#100",
        "|本土人才满意度|#30|%|≥|#95",
    ]);
    assert_eq!(lines(&handin), ["-|领取补助人数|≥ 100 人|60", "-|本土人才满意度|≥ 95 %|30"]);
    let target = &handin.targets[0];
    assert_eq!((target.submission.amount, handin.problems.len()), (Money::from_wan("9.31".parse().unwrap()), 0));
}

#[test]
fn values_of_earlier_years_under_one_head_with_the_years() {
    let handin = read(&[
        "2020年项目绩效目标表",
        "项目名称|图书购置",
        "实施单位|某县图书馆",
        "项目预算(万元)|成本构成|金额",
        "|合计|#65",
        "项目绩效总目标|购置图书",
        "一级指标|二级指标|三级指标|指标值|指标值|指标值",
        "|||前年|上年|预期当年实现",
        "产出指标|数量指标|购置图书|18000册|19000册|20000册",
    ]);
    assert_eq!(lines(&handin), ["产出指标|购置图书| 20000 册|-"]);
    let submission = &handin.targets[0].submission;
    assert_eq!((submission.amount, submission.objective.as_str()), (Money::from_wan(65.into()), "购置图书"));
}

#[test]
fn labels_of_other_provinces_targets() {
    let handin = read(&[
        "部门预算项目(政策)绩效目标表",
        "(2023年度)",
        "项目(政策)名称及编码||森林防火",
        "主管部门(单位)名称||某县林业局",
        "预算资金情况(万元)||预算资金总额:|#30",
        "总体目标||全年目标",
        "||完成巡护",
        "绩效指标|一级指标|二级指标|三级指标|运算符号|指标值(文字描述)|度量单位",
        "|产出指标40分|数量指标|巡护次数(≥**次)|>=|#12|次",
    ]);
    let [target] = handin.targets.as_slice() else { panic!("{handin:?}") };
    assert_eq!((target.project.name.as_str(), target.unit.name.as_str()), ("森林防火", "某县林业局"));
    let submission = &target.submission;
    assert_eq!((submission.amount, submission.objective.as_str()), (Money::from_wan(30.into()), "完成巡护"));
    assert_eq!(lines(&handin), ["产出指标|巡护次数|≥ 12 次|-"]);
}

#[test]
fn a_form_titled_target_with_blank_columns_for_what_is_reached_is_a_target() {
    let rows = |actual: &str| {
        let last = format!("产出指标|数量指标|受助学生|100%|{actual}|");
        let rows = [
            "助学金绩效目标表",
            "(2018年度)",
            "专项名称|助学金",
            "县级主管部门|某县教育局",
            "一级目标|二级指标|三级指标|指标值|实际完成值|未达到指标值原因",
            last.as_str(),
        ];
        let handin = read(&rows);
        (handin.targets.len(), handin.evaluations.len())
    };
    assert_eq!((rows(""), rows("98%")), ((1, 0), (0, 1)));
}

#[test]
fn funds_of_other_provinces_evaluations() {
    let of = |funds: &[&str]| {
        let mut rows = vec![
            "2022年度项目支出绩效自评表",
            "填报日期:2023年4月23日    自评总分:98",
            "项目名称|养护",
            "实施单位|某县公路中心",
        ];
        rows.extend(funds);
        rows.extend([
            "一级指标|二级指标|三级指标|年度指标值|实际完成值|得分",
            "项目完成指标|数量指标|里程|9公里|9公里|#50",
        ]);
        let handin = read(&rows);
        let [one] = handin.evaluations.as_slice() else { panic!("{handin:?}") };
        assert_eq!((one.score.as_deref(), one.indicators[0].l1.as_deref()), (Some("98"), Some("产出指标")));
        (one.budget, one.executed)
    };
    let expected = (Money::from_wan(15.into()), Money::from_wan("10.5".parse().unwrap()));
    for funds in [
        &["预算执行情况(万元)|预算数:|#15|执行数:|#10.5", "|其中-财政拨款:|#15|其中-财政拨款:|#10.5"] as &[&str],
        &["项目资金(万元)||年初预算|调整后预算|执行数", "|年度资金总额|#12|#15|#10.5"],
        &["项目资金来源|中央(万元)|本级(万元)|合计(万元)|执行数(万元)", "|#5|#10|#15|#10.5"],
        &[
            "项目资金(万元)|||年初预算数||全年执行数",
            "||年度资金总额|养护项目15万元(中央5万元)||养护项目10.5万元(中央5万元)",
        ],
    ] {
        assert_eq!(of(funds), expected, "{funds:?}");
    }
}

#[test]
fn a_form_that_cites_a_form_of_monitoring_is_none() {
    let handin = read(&[
        "2022年度项目绩效目标自评表",
        "项目名称|养护|实施单位|某县公路中心",
        "项目权重|评价内容|分值|自评分|评价标准",
        "项目管理|运行监管|#4|#4|填报《项目支出绩效监控表》1分。",
        "一级指标|二级指标|指标名称(三级指标)|年初指标值|年终完成值|自评分",
        "产出指标40分|数量指标15分|里程|300公里|300公里|#15",
    ]);
    assert_eq!((handin.evaluations.len(), handin.forms.len()), (1, 0));
    assert_eq!(handin.evaluations[0].indicators[0].l2.as_deref(), Some("数量指标"));
}
