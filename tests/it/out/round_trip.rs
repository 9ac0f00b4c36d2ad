//! Forms of targets that were written are read again unchanged: the published forms, the sample year, and any target.

use huishen::domain::handin::{HandIn, HandedTarget, Severity};
use huishen::domain::measure::{Measure, Sign, says_nothing};
use huishen::domain::money::Money;
use huishen::domain::target::{Indicator, ProjectName, Submission, UnitName};
use huishen::domain::time::Instant;
use huishen::exchange::out::provenance::Provenance;
use huishen::exchange::out::targets::TargetForms;
use huishen::exchange::{self, Kind};
use proptest::prelude::*;

use crate::forms;

pub(super) fn provenance() -> Provenance {
    Provenance {
        county: "云岭县".to_owned(),
        year: 2021,
        sample: true,
        by: "教科文股经办".to_owned(),
        at: Instant(1_609_459_200_000_000),
        rows: 812,
        head: "0".repeat(64),
    }
}

/// Writes targets and reads them again.
pub(crate) fn again(targets: &[HandedTarget]) -> HandIn {
    let mut file = tempfile::tempfile().unwrap();
    let provenance = provenance();
    let mut forms = TargetForms::new(&mut file, &provenance);
    for target in targets {
        forms.target(target).unwrap();
    }
    forms.finish().unwrap();
    exchange::read("目标.xlsx", &bytes(file), Kind::Auto).unwrap()
}

fn bytes(mut file: std::fs::File) -> Vec<u8> {
    use std::io::{Read, Seek};
    file.rewind().unwrap();
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

/// A target without what tells only where it was read.
pub(crate) fn contents(targets: &[HandedTarget]) -> Vec<HandedTarget> {
    let plain = |target: &HandedTarget| {
        let mut target = target.clone();
        target.submission.source.clear();
        for indicator in &mut target.submission.indicators {
            indicator.raw.clear();
        }
        target
    };
    targets.iter().map(plain).collect()
}

fn assert_unchanged(what: &str, targets: &[HandedTarget]) {
    let read = again(targets);
    let faults: Vec<_> = read.problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(faults.is_empty(), "{what}: {faults:?}");
    let (given, got) = (contents(targets), contents(&read.targets));
    for (given, got) in given.iter().zip(&got) {
        assert_eq!(given, got, "{what}");
    }
    assert_eq!(given.len(), got.len(), "{what}");
}

#[test]
fn every_published_form_comes_back_unchanged() {
    let mut seen = 0;
    for (file, _) in forms::forms() {
        let mut targets = forms::read(&file).targets;
        // Targets of one year stand together on a sheet, so a form without a year gets one.
        targets.iter_mut().for_each(|target| target.year = target.year.or(Some(2023)));
        seen += targets.len();
        assert_unchanged(&file, &targets);
    }
    assert!(seen > 20, "{seen} targets");
}

/// A word of a form: Chinese, digits, and the marks that forms are full of.
fn words() -> impl Strategy<Value = String> {
    let mark =
        prop::sample::select(vec!["意见", "(盖章)", "合计", "、", "12", "=", "+", "-", "@", "指标1:", "注:", "审核人"]);
    let piece = prop_oneof![3 => "[一-龥]{1,6}".boxed(), 1 => mark.prop_map(str::to_owned).boxed()];
    prop::collection::vec(piece, 1..4).prop_map(|pieces| pieces.concat())
}

fn level(names: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    prop::option::weighted(0.9, prop::sample::select(names).prop_map(str::to_owned))
}

fn indicator() -> impl Strategy<Value = Indicator> {
    const SIGNS: [&str; 8] = ["", "≥", "≤", "=", ">", "<", "±", "定性"];
    let value =
        prop_oneof!["[1-9][0-9]{0,12}", "[0-9]{1,3}\\.[0-9]{0,3}", "2021年12月底前", "≥?[1-9][0-9]?%", "有效提高", ""];
    let unit = prop_oneof!["", "%", "人", "元/亩", "万元", "平方米"];
    let weight = prop::option::of("(10|15|22\\.5|7\\.25|100)");
    let first = level(&["产出指标", "效益指标", "满意度指标", "成本指标", "履职效能"]);
    let second = level(&["数量指标", "质量指标", "时效指标", "社会效益指标", "服务对象满意度指标"]);
    let name = words().prop_filter("a dash is no name", |name| !says_nothing(name));
    let cells = (first, second, name, prop::sample::select(&SIGNS[..]), value, unit, weight);
    cells.prop_map(|(l1, l2, l3, sign, value, unit, weight)| {
        // What a form can state is what reading its cells gives.
        let read = Measure::of_parts(Sign::of_cell(sign).map_or("", Sign::term), &value, &unit);
        let written = read.written().clone();
        Indicator {
            l1,
            l2,
            l3: Some(l3),
            sign: written.sign,
            value: Some(written.value),
            unit: written.unit,
            weight,
            raw: String::new(),
        }
    })
}

fn target() -> impl Strategy<Value = HandedTarget> {
    let code = prop::option::of("5303[0-9]{4}[RYT]0{4}[0-9]{8}");
    let objective = prop::collection::vec(words(), 0..4).prop_map(|lines| lines.join("\n"));
    let indicators = prop::collection::vec(indicator(), 1..6);
    let amount = prop::option::of(0_i64..9_000_000_000_000);
    let unit = ("[一-龥]{2,6}(局|镇)", prop::option::of("[1-9][0-9]{5}"));
    (unit, "[一-龥]{2,12}(经费|补助|工程)", code, objective, indicators, amount, 2020..2023).prop_map(
        |((unit, unit_code), project, code, objective, indicators, amount, year)| HandedTarget {
            unit: UnitName { code: unit_code, name: unit },
            project: ProjectName { code, name: project },
            year: Some(year),
            category: Some("特定目标类项目".to_owned()),
            submission: Submission {
                amount: amount.map(Money),
                objective: objective.trim().to_owned(),
                indicators,
                source: String::new(),
                until: amount.filter(|fen| fen % 3 == 0).map(|_| year + 2),
            },
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_targets_come_back_unchanged(mut targets in prop::collection::vec(target(), 1..6)) {
        targets.sort_by_key(|target| target.year);
        let read = again(&targets);
        prop_assert_eq!(contents(&targets), contents(&read.targets));
    }
}

#[test]
fn a_blank_form_reads_as_projects_without_indicators() {
    let mut file = tempfile::tempfile().unwrap();
    let provenance = provenance();
    let unit = UnitName { code: Some("101001".to_owned()), name: "县教育体育局".to_owned() };
    let project = |name: &str| ProjectName { code: None, name: name.to_owned() };
    let mut forms = TargetForms::new(&mut file, &provenance);
    forms.blank(&unit, &project("营养改善计划"), 2022, Some("特定目标类项目")).unwrap();
    forms.blank(&unit, &project("校舍维修"), 2022, None).unwrap();
    forms.notes().unwrap();
    forms.finish().unwrap();
    let read = exchange::read("空表.xlsx", &bytes(file), Kind::Auto).unwrap();
    assert!(!read.is_refused(), "{:?}", read.problems);
    let projects: Vec<_> = read.targets.iter().map(|target| target.project.name.as_str()).collect();
    assert_eq!(projects, ["营养改善计划", "校舍维修"]);
    assert!(read.targets.iter().all(|target| target.unit == unit && target.year == Some(2022)));
    assert!(read.targets.iter().all(|target| target.submission.indicators.is_empty()));
}
