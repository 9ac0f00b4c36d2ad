//! The category that a form states, among those of the county: counties and systems call theirs by other names, and a target that is
//! new to the file need not be refused for it.

use rust_i18n::t;

use crate::domain::handin::{HandIn, Problem, Severity};
use crate::domain::measure::squeeze;

/// Sets each target's category to the county's own name for it; one that the county does not have is left out, and told.
pub fn settle(read: &mut HandIn, file: &str, known: &[String]) {
    for (at, target) in read.targets.iter_mut().enumerate() {
        let Some(stated) = target.category.take() else { continue };
        target.category = known.iter().find(|name| core(name) == core(&stated)).cloned();
        if target.category.is_none() {
            let message = t!("intake.other-category", category = stated, known = known.join("、")).into_owned();
            let place = read.places.targets.get(at).cloned().unwrap_or_default();
            read.problems.push(Problem { severity: Severity::Hint, file: file.to_owned(), r#where: place, message });
        }
    }
}

/// A category's name without the code before it and the word that ends it or does not: `3-特定目标类` and `特定目标类项目` are one.
fn core(name: &str) -> String {
    let squeezed = squeeze(name);
    let name = squeezed.trim_start_matches(|c: char| c.is_ascii_digit() || "-—_[]()".contains(c));
    ["类项目", "项目", "类"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::handin::HandedTarget;
    use crate::domain::target::{ProjectName, Submission, UnitName};

    #[test]
    fn a_category_is_known_by_its_core_and_an_unknown_one_is_told() {
        let known = ["人员类", "其他运转类项目", "特定目标类项目", "部门整体绩效目标"].map(str::to_owned);
        let settled = |stated: &str| {
            let target = HandedTarget {
                unit: UnitName::default(),
                project: ProjectName { code: None, name: "甲".to_owned() },
                year: None,
                category: Some(stated.to_owned()),
                submission: Submission::default(),
            };
            let mut read = HandIn { targets: vec![target], ..HandIn::default() };
            read.places.targets.push("S!B3".to_owned());
            settle(&mut read, "a.xlsx", &known);
            assert_eq!(read.problems.is_empty(), read.targets[0].category.is_some(), "{:?}", read.problems);
            read.targets[0].category.clone()
        };
        for stated in ["特定目标类项目", "特定目标类", "3-特定目标类", "[3]特定目标 类项目", "特定目标"]
        {
            assert_eq!(settled(stated).as_deref(), Some("特定目标类项目"), "{stated}");
        }
        assert_eq!(settled("人员类项目").as_deref(), Some("人员类"));
        for stated in ["民生类", "运转类项目", "延续"] {
            assert_eq!(settled(stated), None, "{stated}");
        }
    }
}
