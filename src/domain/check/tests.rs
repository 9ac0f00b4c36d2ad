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
    for others in [None, Some("目标完成程度")] {
        let report = said(others);
        assert!(!report.findings.iter().any(|found| levels.contains(&found.id.as_str())), "{:?}", report.findings);
    }
    let report = said(None);
    assert!(!report.findings.iter().any(|found| levels.contains(&found.id.as_str())), "{:?}", report.findings);
    let unchecked = report.unchecked.iter().filter(|one| one.reason == Lack::Levels);
    assert_eq!(unchecked.map(|one| one.id.as_str()).collect::<Vec<_>>(), levels);
    let report = said(Some("产出指标"));
    assert_eq!(report.findings.iter().filter(|found| levels.contains(&found.id.as_str())).count(), 3);
}

/// What the checks say of indicators (`level 1|name|value|unit`) with one item of the objective that the first indicator answers to.
fn said_of(indicators: &[&str], siblings: &[subject::Sibling], project: &str) -> Report {
    use crate::domain::target::{Indicator, Link, LinkOrigin, ProjectName, Submission};
    let one = |line: &&str| {
        let parts: Vec<&str> = line.split('|').collect();
        let part = |at: usize| parts.get(at).map(|text| (*text).to_owned());
        Indicator { l1: part(0), l3: part(1), value: part(2), unit: part(3), ..Indicator::default() }
    };
    let indicators = indicators.iter().map(one).collect();
    let submission = Submission { objective: "修建管网12公里".to_owned(), indicators, ..Submission::default() };
    let project = ProjectName { code: None, name: project.to_owned() };
    let link = Link {
        objective: 0,
        indicator: 0,
        origin: LinkOrigin::Confirmed,
        confidence: 100,
        by: String::new(),
        grounds: Vec::new(),
    };
    target(&Subject::new(Some(2024), None, &project, &submission).linked(&[link]).beside(siblings))
}

#[test]
fn an_orphan_is_an_output_or_effect_of_its_own() {
    let orphans = |line: &str| {
        let report = said_of(&["产出指标|修建管网长度|12|公里", line], &[], "污水管网改造");
        report.findings.iter().filter(|one| one.id == "indicator-orphan").count()
    };
    for line in [
        "产出指标|修建泵站数量|3|座",
        "效益指标|村集体增收|5|万元",
        "效益指标|政策知晓率|90|%",
        "效益指标|受益群众满意率|90|%",
    ] {
        assert_eq!(orphans(line), 1, "{line}");
    }
    for line in [
        "效益指标|受益群众人数|1200|人",
        "效益指标|工程设计使用年限|20|年",
        "效益指标|化学农药使用量较上年减少|3|%",
        "产出指标|资金拨付及时率|100|%",
        "过程指标|项目资料归档份数|3|份",
    ] {
        assert_eq!(orphans(line), 0, "{line}");
    }
}

#[test]
fn a_date_within_the_period_that_the_form_states_is_no_finding() {
    use crate::domain::target::{ProjectName, Submission};
    let found = |until: Option<i32>| {
        let one = |name: &str, value: &str| crate::domain::target::Indicator {
            l3: Some(name.to_owned()),
            value: Some(value.to_owned()),
            ..Default::default()
        };
        let indicators = vec![one("修建管网长度", "12"), one("项目完工时间", "2026年10月前")];
        let submission =
            Submission { objective: "修建管网12公里".to_owned(), indicators, until, ..Submission::default() };
        let project = ProjectName { code: None, name: "污水管网改造".to_owned() };
        let report = target(&Subject::new(Some(2024), None, &project, &submission));
        report.findings.iter().any(|one| one.id == "date-past-end")
    };
    assert!(found(None) && found(Some(2025)), "nothing, or too little, is said of its period");
    assert!(!found(Some(2026)) && !found(Some(2027)));
}

#[test]
fn parts_of_one_project_are_no_copies_of_each_other() {
    let lines = ["产出指标|补助村数|2|个", "产出指标|验收合格率|100|%", "满意度指标|群众满意度|90|%"];
    let copies = |own: &str, other: &str| {
        let indicators = lines.map(|line| {
            let parts: Vec<&str> = line.split('|').collect();
            crate::domain::target::Indicator {
                l3: Some(parts[1].to_owned()),
                value: Some(parts[2].to_owned()),
                unit: Some(parts[3].to_owned()),
                ..Default::default()
            }
        });
        let sibling = subject::Sibling { project: other.to_owned(), block: subject::block(&indicators) };
        said_of(&lines, &[sibling], own).findings.iter().any(|one| one.id == "copied-block")
    };
    assert!(!copies("宗教管理(东县)", "宗教管理(西县)"));
    assert!(copies("宗教管理(东县)", "文物保护(西县)") && copies("宗教管理", "文物保护"));
}

#[test]
fn a_finding_about_an_indicator_without_a_name_says_which_one() {
    let report = said_of(&["产出指标|修建管网长度|12|公里", "产出指标||88/100|"], &[], "污水管网改造");
    let found = report.findings.iter().find(|one| one.id == "score-as-value").unwrap();
    let message = sentence::message(found);
    assert!(!message.contains("%{") && message.contains('2'), "{message}");
}

/// The ids of a form's findings with their places, its links confirmed.
fn told(objective: &str, rows: &[(&str, &str, &str, &str)], links: &[(u32, u32)]) -> Vec<String> {
    use crate::domain::measure::Measure;
    use crate::domain::target::{Indicator, Link, LinkOrigin, ProjectName, Submission};
    let stated = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let indicators = rows
        .iter()
        .map(|(l1, l2, l3, value)| Indicator {
            l1: stated(l1),
            l2: stated(l2),
            ..Indicator::stating((*l3).to_owned(), Measure::read(value))
        })
        .collect();
    let submission = Submission { objective: objective.to_owned(), indicators, ..Submission::default() };
    let links: Vec<Link> = links
        .iter()
        .map(|&(objective, indicator)| Link {
            objective,
            indicator,
            origin: LinkOrigin::Confirmed,
            confidence: 100,
            by: "教科文股经办".to_owned(),
            grounds: Vec::new(),
        })
        .collect();
    let project = ProjectName { code: None, name: "某项目".to_owned() };
    let report = target(&Subject::new(Some(2024), None, &project, &submission).linked(&links));
    report.findings.iter().map(|one| format!("{} {:?}", one.id, one.place)).collect()
}

#[test]
fn losses_averted_and_shares_to_be_kept_low_need_no_item() {
    let effect = |name: &str, value: &str| {
        let rows = [("产出指标", "数量指标", "办理援助案件", "≥200件"), ("效益指标", "社会效益指标", name, value)];
        told("办理援助案件200件", &rows, &[(0, 0)]).iter().any(|one| one.starts_with("indicator-orphan"))
    };
    for (name, value) in [("挽回受援人经济损失", "≥120万元"), ("农药残留超标率", "≤2%"), ("化肥减量", "≥12%")]
    {
        assert!(!effect(name, value), "{name}");
    }
    assert!(effect("政策知晓率", "≥90%") && effect("拨付企业奖金", "≥20万元"));
}

#[test]
fn levels_with_names_of_the_forms_own_lack_nothing_for_certain() {
    let own = [("", "目标完成程度", "道路养护面积", "≥32万平方米"), ("", "项目实施效益", "道路完好率", "≥95%")];
    let told_of = |rows: &[(&str, &str, &str, &str)], id: &str| {
        told("养护道路32万平方米", rows, &[(0, 0)]).iter().any(|one| one.starts_with(id))
    };
    assert!(!told_of(&own, "no-output") && !told_of(&own, "no-benefit"));
    let known = [("产出指标", "数量指标", "道路养护面积", "≥32万平方米")];
    assert!(told_of(&known, "no-benefit") && !told_of(&known, "no-output"));
    let managed = [("过程", "预算管理", "制度健全性", "健全"), ("效益指标", "社会效益指标", "道路完好率", "≥95%")];
    assert!(told_of(&managed, "no-output"), "what manages the project is no output by another name");
}

#[test]
fn a_form_with_levels_of_management_asks_for_execution_there_and_has_satisfaction_among_its_effects() {
    let tells = |rows: &[(&str, &str, &str, &str)], id: &str| {
        told("建设公园8个", rows, &[(0, 1)]).iter().any(|one| one.starts_with(id))
    };
    let effects = [("产出指标", "重点任务", "建设公园", "≥8个"), ("效益指标", "满意度", "市民满意度", "≥90%")];
    let managed = [("投入管理指标", "预算管理", "预算执行率", "≥95%"), effects[0], effects[1]];
    assert!(!tells(&managed, "execution-as-indicator") && !tells(&managed, "satisfaction-misplaced"));
    assert!(tells(&[("产出指标", "时效指标", "预算执行率", "≥95%"), effects[0]], "execution-as-indicator"));
    let own = ("满意度指标", "服务对象满意度指标", "游客满意度", "≥90%");
    assert!(
        tells(&effects, "satisfaction-misplaced") && tells(&[managed[0], effects[1], own], "satisfaction-misplaced")
    );
}

#[test]
fn an_item_that_says_again_what_its_neighbour_says_is_covered_with_it() {
    let rows = [("产出指标", "数量指标", "放映场次", "≥1836场")];
    let uncovered =
        |objective: &str| told(objective, &rows, &[(1, 0)]).iter().any(|one| one.starts_with("objective-uncovered"));
    assert!(!uncovered("每村每月放映一场公益电影，全年放映1836场。"));
    assert!(uncovered("每村每月举办一次文艺演出，全年放映1836场。"));
    assert!(uncovered("完成乡镇文化站改造，完成全年放映任务1836场。"), "words of any work tell nothing");
}
