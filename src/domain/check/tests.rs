use super::*;

#[test]
fn every_check_is_told_in_words() {
    for check in CHECKS {
        for words in [sentence::name(check.id), sentence::rule_words(check.id), sentence::cure(check.id)] {
            assert!(!words.starts_with("check."), "{words}");
        }
        assert!(!rule::source(check.id).is_empty(), "{}", check.id);
    }
    for lack in Lack::ALL {
        assert_eq!(Lack::of_id(lack.id()), Some(lack));
        let words = sentence::unchecked(&Unchecked { id: "cost-sum".to_owned(), reason: lack });
        assert!(!words.contains("check."), "{words}");
    }
}

#[test]
fn after_links_change_the_report_is_the_one_that_all_checks_would_give() {
    use crate::domain::target::{Indicator, Link, LinkOrigin, ProjectName, Submission};
    let indicator = |l2: &str, l3: &str, value: &str, unit: &str| Indicator {
        l1: Some(if l2 == "数量指标" { "产出指标" } else { "效益指标" }.to_owned()),
        l2: Some(l2.to_owned()),
        l3: Some(l3.to_owned()),
        value: Some(value.to_owned()),
        unit: Some(unit.to_owned()),
        weight: Some("30".to_owned()),
        raw: value.to_owned(),
        ..Indicator::default()
    };
    let indicators = vec![
        indicator("数量指标", "修建管网长度", "", ""),
        indicator("数量指标", "修建泵站", "3", "座"),
        indicator("社会效益指标", "受益人口", "有效提高", ""),
    ];
    let objective = "目标1:修建管网12公里;目标2:修建泵站3座;目标3:改善水质。".to_owned();
    let submission = Submission { objective, indicators, ..Submission::default() };
    let project = ProjectName { code: None, name: "污水管网改造".to_owned() };
    let all: Vec<Link> = [(0, 0), (1, 1), (2, 2), (2, 0)]
        .into_iter()
        .map(|(objective, indicator)| Link {
            objective,
            indicator,
            origin: if objective == indicator { LinkOrigin::Confirmed } else { LinkOrigin::Rejected },
            confidence: 100,
            by: "教科文股经办".to_owned(),
            grounds: Vec::new(),
        })
        .collect();
    let chosen = |set: usize| -> Vec<Link> {
        all.iter().enumerate().filter(|(place, _)| set >> place & 1 == 1).map(|(_, link)| link.clone()).collect()
    };
    let mut reports = std::collections::BTreeSet::new();
    for (before, after) in (0..16).flat_map(|before| (0..16).map(move |after| (before, after))) {
        let (before, after) = (chosen(before), chosen(after));
        let of = |links| Subject::new(Some(2021), None, &project, &submission).linked(links);
        let said = relinked(&of(&after), &target(&of(&before)));
        assert_eq!(said, target(&of(&after)), "{before:?} to {after:?}");
        reports.insert(format!("{said:?}"));
    }
    assert!(reports.len() > 4, "links matter: {}", reports.len());
}

#[test]
fn a_form_without_levels_is_not_said_to_lack_any() {
    use crate::domain::target::{Indicator, ProjectName, Submission};
    let indicator = |l1: Option<&str>| Indicator {
        l1: l1.map(str::to_owned),
        l3: Some("森林抚育面积".to_owned()),
        value: Some("2".to_owned()),
        unit: Some("万亩".to_owned()),
        ..Indicator::default()
    };
    let project = ProjectName { code: None, name: "森林抚育".to_owned() };
    let said = |l1: Option<&str>| {
        let submission = Submission { indicators: vec![indicator(l1)], ..Submission::default() };
        target(&Subject::new(Some(2025), None, &project, &submission))
    };
    let levels = ["no-output", "no-benefit", "no-satisfaction", "no-cost"];
    let report = said(None);
    assert!(!report.findings.iter().any(|found| levels.contains(&found.id.as_str())), "{:?}", report.findings);
    let unchecked = report.unchecked.iter().filter(|one| one.reason == Lack::Levels);
    assert_eq!(unchecked.map(|one| one.id.as_str()).collect::<Vec<_>>(), levels);
    let report = said(Some("产出指标"));
    assert_eq!(report.findings.iter().filter(|found| levels.contains(&found.id.as_str())).count(), 3);
}
