use super::files::{LEVELS, read};
use super::*;
use crate::domain::measure::{Measure, Value};
use std::collections::BTreeMap;

fn library() -> &'static Library {
    Library::bundled().unwrap()
}

fn names(found: &[&Standard]) -> Vec<String> {
    found.iter().map(|standard| standard.name.clone()).collect()
}

#[test]
fn the_bundled_library_is_consistent() {
    let all: Vec<_> = library().standards().collect();
    assert!(all.len() >= 250 && library().fields().len() >= 18, "{}", all.len());
    let mut seen: BTreeMap<(String, String), &str> = BTreeMap::new();
    for standard in &all {
        let name = &standard.name;
        assert!(LEVELS.iter().any(|(second, first)| {
            standard.l2 == format!("{second}指标") && standard.l1 == format!("{first}指标")
        }));
        assert!(!standard.unit.is_empty() && !name.is_empty(), "{name}");
        assert!(!name.chars().any(|letter| letter.is_ascii_digit()), "{name}: a number in a name");
        for each in standard.names() {
            let twice = seen.insert((standard.field.clone(), name_key(each)), name);
            assert_eq!(twice, None, "{each} of {name}");
        }
        if !standard.usual.is_empty() {
            let usual = Measure::read(&standard.usual);
            assert!(matches!(usual.value, Value::Number(_) | Value::Range(..)), "{name}: {}", standard.usual);
        }
        let cost = standard.l1 == "成本指标";
        assert!(!cost || standard.sign == Some(Sign::AtMost), "{name}: a cost is bounded from above");
        let bounded = standard.unit == "%" && standard.usual == "100";
        assert!(!bounded || standard.sign == Some(Sign::Equal), "{name}: a ratio of 100 has no more");
    }
}

#[test]
fn a_name_means_one_indicator_unless_two_fields_share_it() {
    let mut names: BTreeMap<String, &Standard> = BTreeMap::new();
    for standard in library().standards() {
        if let Some(other) = names.insert(name_key(&standard.name), standard) {
            assert_eq!((&other.l2, &other.unit), (&standard.l2, &standard.unit), "{}", standard.name);
        }
    }
}

#[test]
fn words_and_initials_find() {
    let first = |words: &str| names(&library().search(words)).first().cloned().unwrap_or_default();
    assert_eq!(first("受益学生人数"), "受益学生人数");
    assert_eq!(first("膳食"), "营养膳食达标率");
    assert_eq!(first("syxsrs"), "受益学生人数");
    assert_eq!(first("受助学生"), "受益学生人数", "by an alias");
    assert!(names(&library().search("教育 满意度")).iter().all(|name| name.contains("满意度")));
    assert_eq!(library().search("").len(), library().standards().count());
    assert!(library().search("没有这个指标的").is_empty());
}

#[test]
fn names_come_near_their_standard_and_no_other() {
    let near = |name: &str| library().nearest(name).map(|near| (near.standard.name.as_str(), near.likeness));
    assert_eq!(near("竣工验收合格率"), Some(("工程验收合格率", 100)));
    assert_eq!(near("工程 验收合格率"), Some(("工程验收合格率", 100)));
    assert_eq!(near("农村公路日常养护里程").map(|found| found.0), Some("农村公路养护里程"));
    assert_eq!(near("合格率"), None, "too common to mean one");
    assert_eq!(near("陨石回收数量"), None);
    assert!(library().synonyms("竣工验收合格率").contains(&"工程验收合格率".to_owned()));
    assert!(library().synonyms("没有这个").is_empty());
}

#[test]
fn a_countys_own_go_first_and_take_their_names() {
    let own = read("field = \"本县\"\nrows = [\"质量|工程验收合格率|≥|%|98|\", \"数量|烤烟种植面积|≥|亩||\"]").unwrap();
    let all = library().with(own);
    let found = all.search("工程验收合格率");
    assert_eq!((found[0].field.as_str(), found[0].usual.as_str()), ("本县", "98"));
    assert_eq!(found.iter().filter(|standard| standard.name == "工程验收合格率").count(), 1);
    assert_eq!(all.standards().count(), library().standards().count() + 1);
}

#[test]
fn a_wrong_line_says_so() {
    for (row, words) in [("数量|甲|≥|个", "6"), ("重量|甲|≥|个||", "重量"), ("数量|甲|约|个||", "约")]
    {
        let error = read(&format!("field = \"甲\"\nrows = [\"{row}\"]")).unwrap_err();
        assert!(error.0.contains(words) && error.0.contains(row), "{error}");
    }
}
