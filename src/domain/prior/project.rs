//! Which evaluation of an earlier year is a target's: by project code, else by unit and name, else by the likeness of the names
//! within the unit. A wrong neighbour is worse than a gap: names that differ in what they speak of are never alike enough.

use super::name::{Weights, letters};
use crate::domain::evaluation::PriorReason;
use crate::domain::ids::UnitId;
use crate::domain::target::ProjectName;
use crate::domain::text::name_key;

/// Words that projects of any kind have in their names.
const EVERYWHERE: [&str; 27] = [
    "专项资金",
    "补助资金",
    "补助经费",
    "工作经费",
    "专项经费",
    "配套资金",
    "补助",
    "补贴",
    "奖补",
    "经费",
    "资金",
    "项目",
    "工程",
    "专项",
    "配套",
    "年度",
    "中央",
    "省级",
    "市级",
    "县级",
    "区级",
    "上级",
    "本级",
    "支出",
    "计划",
    "工作",
    "年",
];
/// Whose money it is: two names that say different ones are different projects.
const GIVERS: [&str; 5] = ["中央", "省级", "市级", "县级", "区级"];
/// Parts of a project: two names that say different ones are different projects.
const PARTS: [&str; 12] =
    ["一期", "二期", "三期", "四期", "一标段", "二标段", "第一批", "第二批", "第三批", "上半年", "下半年", "尾款"];
/// What is done: two names that speak of different doings, and share none, are different projects.
const DOINGS: [&str; 26] = [
    "养护", "建设", "新建", "维修", "改造", "购置", "采购", "运行", "运维", "培训", "宣传", "普查", "调查", "监测",
    "防治", "治理", "救助", "奖励", "规划", "编制", "评估", "检测", "安装", "拆除", "演出", "抽检",
];
/// Likeness (of 100) that two names of one unit must have.
const ENOUGH: u8 = 70;
/// Likeness of names that differ only in words that stand everywhere.
const SAME_CORE: u8 = 95;
/// Likeness of a name that holds the other one whole.
const CONTAINED: u8 = 85;
/// Letters that the core of a name must have to be compared.
const SHORTEST: usize = 3;
/// How much likelier than any other the likest must be.
const MARGIN: u8 = 5;

/// Why two namings of a project are the same project: by code, or, within one unit, by name.
pub fn belonging(one: (UnitId, &ProjectName), other: (UnitId, &ProjectName)) -> Option<PriorReason> {
    let ((unit, project), (other_unit, other)) = (one, other);
    if project.code.is_some() && project.code == other.code {
        return Some(PriorReason::Code);
    }
    (unit == other_unit && name_key(&project.name) == name_key(&other.name)).then_some(PriorReason::Name)
}

/// Of names of the same unit the one that is most like a project's, with the likeness (of 100), when it is alike enough and
/// no other is nearly as like.
pub fn likest<'a, T: Copy>(name: &str, others: impl IntoIterator<Item = (T, &'a str)>) -> Option<(T, u8)> {
    let mut found: Vec<(T, u8)> = others.into_iter().map(|(id, other)| (id, likeness(name, other))).collect();
    found.sort_by_key(|(_, points)| std::cmp::Reverse(*points));
    let (id, points) = found.first().copied()?;
    let second = found.get(1).map_or(0, |(_, points)| *points);
    (points >= ENOUGH && second + MARGIN <= points).then_some((id, points))
}

/// How alike two projects of one unit are by their names, of 100; 0 when they speak of different things.
fn likeness(one: &str, other: &str) -> u8 {
    let plain = |name: &str| name_key(name).replace("运行维护", "运维").replace("扶贫", "帮扶");
    let (one, other) = (plain(one), plain(other));
    if clash(&one, &other, &GIVERS) || clash(&one, &other, &PARTS) || clash(&one, &other, &DOINGS) {
        return 0;
    }
    let (a, b) = (core(&one), core(&other));
    if a.len() < SHORTEST || b.len() < SHORTEST {
        return 0;
    }
    if a == b {
        return SAME_CORE;
    }
    let contains = |long: &[char], short: &[char]| long.windows(short.len()).any(|part| part == short);
    if contains(&a, &b) || contains(&b, &a) {
        return CONTAINED;
    }
    u8::try_from(Weights::plain().shared(&a, &b)).unwrap_or(0).min(CONTAINED)
}

/// Whether two names both hold words of a list and share none of them.
fn clash(one: &str, other: &str, words: &[&str]) -> bool {
    let held = |name: &str| words.iter().filter(|word| name.contains(**word)).copied().collect::<Vec<_>>();
    let (these, those) = (held(one), held(other));
    !these.is_empty() && !those.is_empty() && !these.iter().any(|word| those.contains(word))
}

/// The letters of a name without figures and without the words that stand everywhere.
fn core(name: &str) -> Vec<char> {
    let mut name: String = name.chars().filter(|letter| !letter.is_numeric()).collect();
    for word in EVERYWHERE {
        name = name.replace(word, "");
    }
    letters(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_units_change_a_little_are_alike() {
        for (one, other) in [
            ("义务教育营养改善计划补助资金", "义务教育营养改善计划专项资金"),
            ("2019年市级专项扶贫资金基础设施", "2018年市级专项扶贫资金基础设施"),
            ("农村公路日常养护", "农村公路养护经费"),
            ("城乡居民基本医疗保险县级配套", "城乡居民医疗保险县级配套资金"),
            ("农村中小学校舍维修改造", "农村中小学校舍维修"),
        ] {
            assert!(likest(one, [((), other)]).is_some(), "{one} {other} {}", likeness(one, other));
        }
    }

    #[test]
    fn neighbours_in_a_unit_are_not() {
        for (one, other) in [
            ("农村公路养护", "农村公路建设"),
            ("初中公用经费", "小学公用经费"),
            ("义务教育营养改善计划中央补助资金", "义务教育营养改善计划县级配套资金"),
            ("污水处理厂一期工程", "污水处理厂二期工程"),
            ("困难残疾人生活补贴", "重度残疾人护理补贴"),
            ("办公经费", "会议经费"),
        ] {
            assert_eq!(likest(one, [((), other)]), None, "{one} {other} {}", likeness(one, other));
        }
    }

    #[test]
    fn two_that_are_nearly_as_like_leave_a_gap() {
        let others = [(1, "农村危房改造补助(东片)"), (2, "农村危房改造补助(西片)")];
        assert_eq!(likest("农村危房改造", others), None);
    }
}
