//! Splits the running text of an objective into its items.
//!
//! Owns the ways people number them: `目标1:…;目标2:…`, `1.…2.…`, `（1）`, `一是…二是…`, `①`, several lines, plain sentences
//! and, where nothing else parts them, clauses. Never cuts a number (`12.5万`), a date (`2023.07`), or anything in brackets
//! or quotation marks. Knows nothing of indicators.

mod marker;

/// Marks that end an item wherever they stand.
const STRONG: [char; 4] = ['\n', ';', '；', '\u{2028}'];
/// A clause shorter than this, in characters, says too little to be an item of its own.
const SHORTEST_CLAUSE: usize = 4;
/// Clauses that only explain the one before them.
const EXPLAINING: [&str; 9] = ["其中", "包括", "包含", "主要为", "主要用于", "即", "如", "不含", "共计"];
/// Clauses that only lead up to the one behind them.
const LEADING: [&str; 8] = ["根据", "按照", "依据", "依照", "为了", "围绕", "截至", "结合"];

/// The items of an objective, trimmed, without their numbers and closing marks; none for a blank text.
pub fn items(objective: &str) -> Vec<String> {
    let numbered = marker::split(objective);
    if numbered.len() > 1 {
        return tidy(numbered);
    }
    let strong = cut(objective, |c, _, _| STRONG.contains(&c));
    if strong.len() > 1 {
        return tidy(strong);
    }
    let sentences = cut(objective, |c, _, _| matches!(c, '。' | '！' | '!'));
    if sentences.len() > 1 {
        return tidy(sentences);
    }
    tidy(clauses(objective))
}

/// The clauses of one sentence: commas part them, and a conjunction between two amounts does.
fn clauses(sentence: &str) -> Vec<&str> {
    let mut out: Vec<&str> = Vec::new();
    for clause in cut(sentence, is_comma) {
        let bare = marker::strip(clause);
        let joins = EXPLAINING.iter().any(|word| bare.starts_with(word)) || bare.chars().count() < SHORTEST_CLAUSE;
        let led = out.last().is_some_and(|last| leads(last));
        match out.pop() {
            Some(last) if joins || led => out.push(spanning(sentence, last, clause)),
            Some(last) => out.extend([last, clause]),
            None => out.push(clause),
        }
    }
    out.into_iter().flat_map(amounts).collect()
}

/// Whether a clause only leads up to the next one: 根据…, a date, or next to nothing.
fn leads(clause: &str) -> bool {
    let bare = clause.trim();
    LEADING.iter().any(|word| bare.starts_with(word))
        || bare.ends_with('年')
        || bare.ends_with("年度")
        || bare.chars().count() < SHORTEST_CLAUSE
}

/// The stretch of `whole` from the start of one of its parts to the end of a later one.
fn spanning<'a>(whole: &'a str, first: &'a str, last: &'a str) -> &'a str {
    let offset = |part: &str| (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize);
    whole.get(offset(first)..offset(last) + last.len()).unwrap_or(first)
}

fn is_comma(c: char, before: Option<char>, after: Option<char>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match c {
        ',' => !(digit(before) && digit(after)),
        '，' => true,
        _ => false,
    }
}

/// Parts a clause at 及, 和 or 以及 when an amount ends before it and another stands behind it: `…532万元及…387万元`.
fn amounts(clause: &str) -> Vec<&str> {
    let found = ["以及", "及", "和"].iter().find_map(|word| {
        let (left, right) = clause.split_once(word)?;
        let unit = left.chars().rev().take_while(|c| !c.is_ascii_digit()).count();
        let ends_in_amount = (1..=3).contains(&unit) && left.chars().count() > unit;
        (ends_in_amount && right.contains(|c: char| c.is_ascii_digit())).then_some([left, right])
    });
    found.map_or_else(|| vec![clause], Vec::from)
}

/// Cuts a text where `at(character, before, after)` says so, outside brackets and quotation marks. Blank parts go.
fn cut(text: &str, at: impl Fn(char, Option<char>, Option<char>) -> bool) -> Vec<&str> {
    let (mut out, mut start, mut depth, mut before) = (Vec::new(), 0, 0_i32, None);
    let mut rest = text.char_indices().peekable();
    while let Some((place, c)) = rest.next() {
        let after = rest.peek().map(|&(_, c)| c);
        match c {
            '(' | '（' | '“' | '《' | '【' | '「' | '[' => depth += 1,
            ')' | '）' | '”' | '》' | '】' | '」' | ']' => depth = (depth - 1).max(0),
            '\n' => depth = 0,
            _ => {}
        }
        if depth == 0 && at(c, before, after) {
            out.extend(text.get(start..place));
            start = place + c.len_utf8();
        }
        before = Some(c);
    }
    out.extend(text.get(start..));
    out.retain(|part| !trimmed(part).is_empty());
    out
}

fn tidy(parts: Vec<&str>) -> Vec<String> {
    parts.into_iter().map(|part| trimmed(part).replace('\n', "")).filter(|item| !item.is_empty()).collect()
}

/// A part without its number and the marks around it.
fn trimmed(part: &str) -> &str {
    let marks = |c: char| c.is_whitespace() || ";；。,，、:：".contains(c);
    marker::strip(part.trim_matches(marks)).trim_matches(marks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ways_people_number() {
        for text in [
            "目标1:培训200人;\n目标2:建设基地2个;\n目标3:覆盖率达到100%。",
            "目标1：培训200人；目标2：建设基地2个；目标3：覆盖率达到100%",
            "1.培训200人2.建设基地2个3.覆盖率达到100%",
            "1、培训200人 2、建设基地2个 3、覆盖率达到100%",
            "（1）培训200人；（2）建设基地2个；（3）覆盖率达到100%。",
            "(1)培训200人(2)建设基地2个(3)覆盖率达到100%",
            "一是培训200人，二是建设基地2个，三是覆盖率达到100%。",
            "一、培训200人\n二、建设基地2个\n三、覆盖率达到100%",
            "①培训200人②建设基地2个③覆盖率达到100%",
            "总体目标：1.培训200人；2.建设基地2个；3.覆盖率达到100%",
            "目标一：培训200人。目标二：建设基地2个。目标三：覆盖率达到100%。",
            "第一，培训200人；第二，建设基地2个；第三，覆盖率达到100%",
            "培训200人\n建设基地2个\n覆盖率达到100%\n",
            "培训200人；建设基地2个；覆盖率达到100%。",
            "培训200人。建设基地2个。覆盖率达到100%。",
            "培训200人，建设基地2个，覆盖率达到100%。",
        ] {
            assert_eq!(items(text), ["培训200人", "建设基地2个", "覆盖率达到100%"], "{text}");
        }
    }

    #[test]
    fn numbers_dates_and_brackets_are_not_cut() {
        for (text, count) in [
            ("为12所学校1.2万名学生提供营养膳食", 1),
            ("服务周期2023.07-2024.01", 1),
            ("发放补贴12.5万元", 1),
            ("接待游客12,000人次", 1),
            ("1.12所学校供餐；2.34所学校改造", 2),
            ("1.建档率90%以上；2.接种率90%以上；3.65岁以上老年人健康管理率62%以上。", 3),
            ("1.新建管网；2.5公里道路改造；2.绿化面积", 2),
            ("完成投资；2.5万元补助到户", 2),
            ("建设2、3号楼", 1),
            ("“拆一件、销一项、存一档”", 1),
            ("改善设施（道路，桥梁；涵洞）", 1),
            ("1、改善办学条件", 1),
            ("根据县委要求，完成整改", 1),
            ("培训200人，其中种植类120人，包括妇女30人", 1),
            ("", 0),
            (" ;。\n", 0),
        ] {
            assert_eq!(items(text).len(), count, "{text}: {:?}", items(text));
        }
        assert_eq!(items("1、改善办学条件"), ["改善办学条件"]);
        assert_eq!(items("1.12所学校供餐；2.34所学校改造").len(), 2);
    }

    #[test]
    fn amounts_joined_by_a_conjunction_are_two_items() {
        assert_eq!(items("完成结算532万元及补助尾款387万元"), ["完成结算532万元", "补助尾款387万元"]);
        assert_eq!(items("加强巡护和宣传"), ["加强巡护和宣传"]);
    }

    proptest! {
        #[test]
        fn any_text_gives_clean_items(text in "(目标|[0-9]|[一二三]|[.、:;，。（）“”\n ]|是|[a-z人万元及和]){0,60}") {
            for item in items(&text) {
                prop_assert!(!item.trim().is_empty());
                prop_assert!(!item.contains('\n'));
            }
        }
    }
}
