//! Level names of indicators: whatever a form writes → the long canonical name.
//!
//! Owns the two generations of the indicator system (财预〔2015〕88号; 成本 a level 1 of its own since 财预〔2021〕101号).
//! A name that is none of them stays as written: nothing is forced into the system.

use super::header::bare;

/// Level 1: short name, long name.
const FIRST: [(&str, &str); 13] = [
    ("产出", "产出指标"),
    ("项目完成", "产出指标"),
    ("项目产出", "产出指标"),
    ("产出类", "产出指标"),
    ("效益", "效益指标"),
    ("效果", "效益指标"),
    ("项目效益", "效益指标"),
    ("项目效果", "效益指标"),
    ("满意度", "满意度指标"),
    ("社会满意度", "满意度指标"),
    ("成本", "成本指标"),
    ("项目成本", "成本指标"),
    ("服务对象满意度", "满意度指标"),
];

/// Level 2: short name, long name.
const SECOND: [(&str, &str); 32] = [
    ("数量", "数量指标"),
    ("产出数量", "数量指标"),
    ("质量", "质量指标"),
    ("产出质量", "质量指标"),
    ("时效", "时效指标"),
    ("产出时效", "时效指标"),
    ("进度", "时效指标"),
    ("成本", "成本指标"),
    ("产出成本", "成本指标"),
    ("经济成本", "经济成本指标"),
    ("社会成本", "社会成本指标"),
    ("生态环境成本", "生态环境成本指标"),
    ("生态成本", "生态环境成本指标"),
    ("环境成本", "生态环境成本指标"),
    ("经济效益", "经济效益指标"),
    ("经济", "经济效益指标"),
    ("社会效益", "社会效益指标"),
    ("社会", "社会效益指标"),
    ("生态效益", "生态效益指标"),
    ("生态环境效益", "生态效益指标"),
    ("环境效益", "生态效益指标"),
    ("生态", "生态效益指标"),
    ("可持续影响", "可持续影响指标"),
    ("可持续性影响", "可持续影响指标"),
    ("可持续性", "可持续影响指标"),
    ("可持续发展", "可持续影响指标"),
    ("可持续", "可持续影响指标"),
    ("服务对象满意度", "服务对象满意度指标"),
    ("满意度", "服务对象满意度指标"),
    ("公众满意度", "服务对象满意度指标"),
    ("社会公众满意度", "服务对象满意度指标"),
    ("社会公众或服务对象满意度", "服务对象满意度指标"),
];

/// The long name of level 1; other names without blanks, as written.
pub fn first(text: &str) -> Option<String> {
    let text = pair(text).map_or(text, |(first, _)| first);
    let name = canonical(text, &FIRST)?;
    Some(if name.contains("服务对象满意度") { "满意度指标".to_owned() } else { name })
}

/// The long name of level 2; other names without blanks, as written.
pub fn second(text: &str) -> Option<String> {
    let text = pair(text).map_or(text, |(_, second)| second);
    let name = canonical(text, &SECOND)?;
    let satisfaction = name.contains("满意度") && (name.contains("服务对象") || name.contains("受益对象"));
    Some(if satisfaction { "服务对象满意度指标".to_owned() } else { name })
}

/// Both levels where one text names them and nothing else: `产出指标—数量指标`.
pub fn pair(text: &str) -> Option<(&str, &str)> {
    let (head, rest) = parted(text.trim())?;
    let names = |text: &str, all: &[(&str, &str)]| {
        canonical(text, all).is_some_and(|name| all.iter().any(|(_, long)| *long == name))
    };
    (names(head, &FIRST) && names(rest, &SECOND)).then_some((head, rest))
}

/// Whether a text is a name of level 1.
pub fn is_first(text: &str) -> bool {
    first(text).is_some_and(|name| FIRST.iter().any(|(_, long)| *long == name))
}

/// Whether a text is a name of level 2.
pub fn is_second(text: &str) -> bool {
    second(text).is_some_and(|name| SECOND.iter().any(|(_, long)| *long == name))
}

/// A level that stands alone above indicators, and whether it is level 1: 一、产出指标, (一)数量指标. What brackets number is level 2.
pub fn heading(text: &str) -> Option<(bool, String)> {
    let inner = text.trim().starts_with(['(', '（']);
    if is_first(text) && !inner {
        return first(text).map(|name| (true, name));
    }
    is_second(text).then(|| second(text)).flatten().map(|name| (false, name))
}

/// The level 1 that a level 2 belongs to, where a form names none.
pub fn above(second: &str) -> Option<&'static str> {
    match second {
        "数量指标" | "质量指标" | "时效指标" => Some("产出指标"),
        "经济效益指标" | "社会效益指标" | "生态效益指标" | "可持续影响指标" => {
            Some("效益指标")
        }
        "成本指标" | "经济成本指标" | "社会成本指标" | "生态环境成本指标" => Some("成本指标"),
        "服务对象满意度指标" => Some("满意度指标"),
        _ => None,
    }
}

/// What joins levels and name in one text.
const JOINTS: [char; 8] = ['-', '—', '–', '－', '_', '/', '→', '·'];

/// Levels and name that stand joined in one text: `产出指标-数量指标-巡查次数`, or with one of the levels only.
#[derive(Debug, PartialEq, Eq)]
pub struct Joined<'a> {
    /// Long name of level 1; nothing when only level 2 is named and belongs to none.
    pub first: Option<String>,
    /// Long name of level 2.
    pub second: Option<String>,
    /// What follows them.
    pub rest: &'a str,
}

/// Takes levels off a text that names them before an indicator; `None` for any other text.
pub fn joined(text: &str) -> Option<Joined<'_>> {
    let (head, rest) = parted(text.trim())?;
    if is_first(head)
        && let Some((inner, rest)) = parted(rest).filter(|(inner, _)| is_second(inner))
    {
        return Some(Joined { first: first(head), second: second(inner), rest });
    }
    // One level alone must say that it is one: 经济 or 数量 also begin names.
    if !bare(head).ends_with("指标") {
        return None;
    }
    if is_second(head) && !is_first(head) {
        let second = second(head);
        let first = second.as_deref().and_then(above).map(str::to_owned);
        return Some(Joined { first, second, rest });
    }
    is_first(head).then(|| Joined { first: first(head), second: None, rest })
}

/// The text before the first joint and the one behind it; neither is blank.
fn parted(text: &str) -> Option<(&str, &str)> {
    let (head, rest) = text.split_once(JOINTS)?;
    let rest = rest.trim_start_matches(JOINTS).trim();
    (!head.trim().is_empty() && !rest.is_empty()).then(|| (head.trim(), rest))
}

fn canonical(text: &str, names: &[(&str, &str)]) -> Option<String> {
    let name = bare(text);
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || ".、".contains(c));
    let name = ["一、", "二、", "三、", "四、"].iter().find_map(|number| name.strip_prefix(number)).unwrap_or(name);
    if name.is_empty() {
        return None;
    }
    let name = without_points(name);
    let short = name.strip_suffix("指标").or_else(|| name.strip_suffix("目标")).unwrap_or(name);
    let found = names.iter().find(|(key, _)| *key == short).map(|(_, long)| *long);
    Some(found.unwrap_or(name).to_owned())
}

/// A name without the points behind it: 产出指标40分, 产出指标(40-50)分.
fn without_points(name: &str) -> &str {
    let Some(points) = name.strip_suffix('分') else { return name };
    let rest = points.trim_end_matches(|c: char| c.is_ascii_digit() || "-~.".contains(c));
    if rest.ends_with("指标") || rest.len() < points.len() { rest } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_joined_with_a_name() {
        let parts =
            |text| joined(text).map(|one| (one.first.unwrap_or_default(), one.second.unwrap_or_default(), one.rest));
        let all = |first: &str, second: &str, rest| Some((first.to_owned(), second.to_owned(), rest));
        assert_eq!(parts("产出指标-数量指标-巡查次数"), all("产出指标", "数量指标", "巡查次数"));
        assert_eq!(parts("产出－质量－合格率"), all("产出指标", "质量指标", "合格率"));
        assert_eq!(parts("成本指标——经济成本指标——A-B线单价"), all("成本指标", "经济成本指标", "A-B线单价"));
        assert_eq!(parts("数量指标-巡查次数"), all("产出指标", "数量指标", "巡查次数"));
        assert_eq!(parts("满意度指标/居民满意度"), all("满意度指标", "", "居民满意度"));
        for text in ["巡查次数", "经济-社会协调", "质量-合格率", "产出指标", "产出指标-", "2024-2026年"]
        {
            assert_eq!(joined(text), None, "{text}");
        }
    }

    #[test]
    fn two_levels_in_one_text_are_told_apart() {
        for text in ["产出指标—数量指标", "产出-数量", "产出指标/数量指标"] {
            assert_eq!(
                (first(text).as_deref(), second(text).as_deref()),
                (Some("产出指标"), Some("数量指标")),
                "{text}"
            );
        }
        for text in ["产出指标", "产出-巡查次数", "经济-社会", "数量-质量"] {
            assert_eq!(pair(text), None, "{text}");
        }
    }

    #[test]
    fn short_names_become_long() {
        assert_eq!(first("产出目标").as_deref(), Some("产出指标"), "as Shanghai calls it");
        assert_eq!(first("产出").as_deref(), Some("产出指标"));
        assert_eq!(first("产\n出\n指\n标").as_deref(), Some("产出指标"));
        assert_eq!(first("一、产出指标（50分）").as_deref(), Some("产出指标"));
        assert_eq!(first("产出指标\n(40-50)分").as_deref(), Some("产出指标"));
        assert_eq!(first("产出指标40分").as_deref(), Some("产出指标"));
        assert_eq!(second("服务对象满意度15分").as_deref(), Some("服务对象满意度指标"));
        assert_eq!(first("其他部分").as_deref(), Some("其他部分"), "no points");
        assert_eq!(first("社会公众或服务对象满意度指标").as_deref(), Some("满意度指标"));
        assert_eq!(first("项目完成指标").as_deref(), Some("产出指标"), "as older forms call it");
        assert_eq!(second("可持续性").as_deref(), Some("可持续影响指标"));
        assert_eq!(first("履职效能").as_deref(), Some("履职效能"), "not forced");
        assert_eq!(first(" "), None);
        assert_eq!(second("社会公众或服务对象满意度指标").as_deref(), Some("服务对象满意度指标"));
        assert_eq!(second("可持续影响").as_deref(), Some("可持续影响指标"));
        assert_eq!(second("数量指标").as_deref(), Some("数量指标"));
        assert_eq!(second("成本指标").as_deref(), Some("成本指标"));
    }
}
