//! Whose satisfaction an indicator asks for: two satisfactions are one thing only when the same people are asked.

use super::name::letters;

/// Words for people of one kind.
const KINDS: [&[&str]; 13] = [
    &["学生", "学员", "幼儿", "儿童"],
    &["家长"],
    &["教师", "师生", "老师"],
    &["职工", "员工", "干部", "工作人员", "在职", "人员"],
    &["企业", "经营主体", "商户", "用人单位", "市场主体", "合作社"],
    &["游客", "旅客", "观众"],
    &["患者", "病人", "就诊"],
    &["老年", "老人"],
    &["残疾"],
    &["驾驶", "司机", "乘客"],
    &["部门", "上级", "主管"],
    &["退役", "军人"],
    &["群众", "居民", "村民", "农户", "农民", "百姓", "市民", "公众", "人民", "住户", "农牧民", "贫困", "脱贫"],
];
/// Words for whoever is served, which go with any kind.
const ANYBODY: [&str; 7] = ["服务对象", "受益对象", "受助对象", "受益人", "补助对象", "社会", "对象"];

/// Whether two names may ask the same people, by the kinds that they speak of: they share one, or one of them does not say.
pub(super) fn same_people(these: &[usize], those: &[usize]) -> bool {
    these.is_empty() || those.is_empty() || these.iter().any(|kind| those.contains(kind))
}

/// Whether a name asks for satisfaction.
pub(super) fn asks(name: &str) -> bool {
    name.contains("满意")
}

/// The kinds of people that a name speaks of; none when it speaks of anybody or of nobody.
pub(super) fn kinds(name: &str) -> Vec<usize> {
    let name: String = letters(name).into_iter().collect();
    let speaks = |words: &&[&str]| words.iter().any(|word| name.contains(word));
    let kinds: Vec<usize> = KINDS.iter().enumerate().filter(|(_, words)| speaks(words)).map(|(kind, _)| kind).collect();
    if kinds.is_empty() || ANYBODY.iter().any(|word| name.contains(word)) && kinds.len() > 1 {
        Vec::new()
    } else {
        kinds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_people_by_other_words() {
        for (one, other) in [
            ("受益学生满意度", "学生满意度"),
            ("群众满意度", "人民群众满意度"),
            ("受益群众满意度", "受益脱贫(含监测对象)户满意度"),
            ("服务对象满意度", "参训学员满意度"),
            ("满意度", "市民满意度"),
        ] {
            assert!(same_people(&kinds(one), &kinds(other)), "{one} {other}");
        }
        for (one, other) in
            [("学生满意度", "家长满意度"), ("企业满意度", "职工满意度"), ("游客满意度", "旅游区居民满意度")]
        {
            assert!(!same_people(&kinds(one), &kinds(other)), "{one} {other}");
        }
    }
}
