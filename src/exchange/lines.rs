//! Several indicators in one cell, a line or a number each: `1.新建道路⏎2.改建桥梁` beside `1.≥5公里⏎2.≥2座`. Each becomes a row of its own.
//!
//! Owns when a cell lists several things and how it is taken apart. A name that is only broken into lines stays whole: its value has one line.

use std::collections::BTreeMap;

use super::header::{self, Field, Header};
use super::sheet::Sheet;
use super::words::Words;

/// The fields whose cells part together with the names'.
const TOGETHER: [Field; 9] = [
    Field::Level3,
    Field::Sign,
    Field::Value,
    Field::Measure,
    Field::Nature,
    Field::Weight,
    Field::Actual,
    Field::Score,
    Field::Reason,
];
/// The most headers that are looked for: a sheet may hold many forms.
const MOST_HEADERS: usize = 200;

/// The sheet with a row for each indicator; `None` when no cell lists several.
pub fn apart(words: &Words<'_>) -> Option<Sheet> {
    let sheet = words.sheet;
    // Most sheets have no cell of several lines or numbers at all.
    if !sheet.distinct().any(may_list) {
        return None;
    }
    let mut parts = BTreeMap::new();
    let mut from = 0;
    for _ in 0..MOST_HEADERS {
        let Some(header) = header::find(words, from, Field::ALL) else { break };
        let next = header::find(words, header.last + 1, Field::ALL).map_or(sheet.height(), |next| next.first);
        for row in header.last + 1..next {
            if let Some(found) = row_apart(sheet, &header, row) {
                parts.insert(row, found);
            }
        }
        from = next;
    }
    (!parts.is_empty()).then(|| sheet.spread(&parts))
}

/// Whether a text can list several things at all.
fn may_list(text: &str) -> bool {
    text.contains('\n') || (text.starts_with(['1', '(', '（', '①', '指']) && text.contains(['2', '②']))
}

/// The cells of each of a row's indicators.
fn row_apart(sheet: &Sheet, header: &Header, row: usize) -> Option<Vec<Vec<(usize, String)>>> {
    let column = |field: Field| header.column(field).filter(|&col| sheet.origin(row, col) == (row, col));
    let (named, value) = (column(Field::Level3)?, column(Field::Value));
    let name = Some(sheet.own(row, named)).filter(|name| may_list(name))?;
    let count = match value.filter(|col| *col != named) {
        Some(value) => agreed(name, sheet.own(row, value))?,
        None if value.is_some() => valued(name)?,
        None => return None,
    };
    let mut out: Vec<Vec<(usize, String)>> = vec![Vec::new(); count];
    for col in TOGETHER.into_iter().filter_map(column) {
        let items = items(sheet.own(row, col), count);
        for (part, item) in out.iter_mut().zip(items) {
            part.push((col, item));
        }
    }
    Some(out)
}

/// How many indicators a name's and a value's cell agree on.
fn agreed(name: &str, value: &str) -> Option<usize> {
    let (names, values) = (numbered(name), numbered(value));
    let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).count();
    let count = match (&names, &values) {
        (Some(names), Some(values)) => (names.len() == values.len()).then_some(names.len())?,
        (Some(names), None) => (names.len() == lines(value)).then_some(names.len())?,
        (None, _) => {
            let count = lines(name);
            let each = |line: &str| line.contains(|c: char| c.is_ascii_digit()) || line.chars().count() > 3;
            let long = |line: &str| line.trim().chars().count() > 3;
            (count == lines(value) && value.lines().all(each) && name.lines().all(long)).then_some(count)?
        }
    };
    (count > 1).then_some(count)
}

/// How many indicators with their values behind them a cell lists.
fn valued(text: &str) -> Option<usize> {
    let listed = numbered(text).unwrap_or_else(|| text.lines().map(str::to_owned).collect());
    let each = listed.iter().all(|item| super::value::parted(item).is_some());
    (listed.len() > 1 && each).then_some(listed.len())
}

/// What a cell says of each of `count` indicators; what it says but once belongs to the first.
fn items(text: &str, count: usize) -> Vec<String> {
    if let Some(found) = numbered(text).or_else(|| counted(text, count)).filter(|found| found.len() == count) {
        return found;
    }
    let lines: Vec<String> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    if lines.len() == count { lines } else { vec![text.to_owned()] }
}

/// The things that a text lists by numbers or a line each, without the numbers; `None` when it is but one.
pub fn listed(text: &str) -> Option<Vec<String>> {
    let lines =
        || -> Vec<String> { text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect() };
    numbered(text).or_else(|| Some(lines()).filter(|lines| lines.len() > 1))
}

/// The items of a text that numbers them from 1 on, without their numbers. A number counts at the beginning, behind a blank or a mark that ends an item.
fn numbered(text: &str) -> Option<Vec<String>> {
    parted(text, |rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// The same where the numbers may stand right before digits, one at the beginning of each line: `1.5200册⏎2.22场`.
fn counted(text: &str, count: usize) -> Option<Vec<String>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    (lines == count).then(|| parted(text, |_| true)).flatten()
}

fn parted(text: &str, begins: impl Fn(&str) -> bool) -> Option<Vec<String>> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut before = '\n';
    for (at, c) in text.char_indices() {
        let free = before.is_whitespace() || "；;。，,、".contains(before);
        if free && let Some(length) = text.get(at..).and_then(|rest| number(rest, starts.len() + 1, &begins)) {
            starts.push((at, at + length));
        }
        before = c;
    }
    if starts.len() < 2 || text.get(..starts.first()?.0).is_some_and(|head| !head.trim().is_empty()) {
        return None;
    }
    let ends = starts.iter().skip(1).map(|start| start.0).chain([text.len()]);
    let items = starts.iter().zip(ends).filter_map(|(start, end)| text.get(start.1..end));
    let items: Vec<String> =
        items.map(|item| item.trim().trim_end_matches(['；', ';', '，', ',', '、', '。']).to_owned()).collect();
    items.iter().all(|item| !item.is_empty()).then_some(items)
}

/// The length of a number with its mark at a text's beginning: `2.`, `2、`, `(2)`, `②`, `指标2:`.
fn number(text: &str, wanted: usize, begins: &impl Fn(&str) -> bool) -> Option<usize> {
    const CIRCLED: [char; 10] = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩'];
    if let Some(circled) = CIRCLED.get(wanted - 1).filter(|circled| text.starts_with(**circled)) {
        return Some(circled.len_utf8());
    }
    let digits = wanted.to_string();
    let bare = text.strip_prefix("指标").unwrap_or(text);
    let (open, bare) = bare.strip_prefix(['(', '（']).map_or((false, bare), |rest| (true, rest));
    let rest = bare.strip_prefix(&digits)?;
    let marks: &[char] = if open { &[')', '）'] } else { &['.', '．', '、', ')', '）', ':', '：'] };
    let mark = rest.chars().next().filter(|mark| marks.contains(mark))?;
    let after = rest.strip_prefix(mark)?;
    (mark != '.' || begins(after)).then_some(text.len() - after.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Vec<String> {
        numbered(text).unwrap_or_default()
    }

    #[test]
    fn items_are_numbered_one_after_another() {
        assert_eq!(list("1.新建道路\n2.改建桥梁"), ["新建道路", "改建桥梁"]);
        assert_eq!(list("1、≥5公里；2、≥2座。"), ["≥5公里", "≥2座"]);
        assert_eq!(list("（1）甲 （2）乙 （3）丙"), ["甲", "乙", "丙"]);
        assert_eq!(list("①甲\n②乙"), ["甲", "乙"]);
        assert_eq!(list("指标1:甲\n指标2:乙"), ["甲", "乙"]);
        for text in ["1.5公里", "1.5公里\n2.3公里", "新建1.2公里", "2.改建桥梁", "1.甲", "共1、2号线"]
        {
            assert!(list(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn names_and_values_must_agree() {
        assert_eq!(agreed("1.道路\n2.桥梁", "1.≥5公里\n2.≥2座"), Some(2));
        assert_eq!(agreed("1.道路\n2.桥梁", "≥5公里\n≥2座"), Some(2));
        assert_eq!(agreed("新建道路里程\n改建桥梁座数", "≥5公里\n≥2座"), Some(2));
        assert_eq!(agreed("受益脱贫\n人口人数", "≥50人"), None, "a name in two lines");
        assert_eq!(agreed("服务对象\n满意程度", "≥95\n%"), None, "a value in two lines");
        assert_eq!(agreed("1.道路\n2.桥梁", "按计划完成"), None);
    }

    #[test]
    fn each_becomes_a_row() {
        let mut sheet = Sheet::new("S", false);
        let rows: [&[&str]; 3] = [
            &["一级指标", "二级指标", "三级指标", "指标值", "分值", "实际完成值", "得分"],
            &[
                "产出指标",
                "数量指标",
                "1.印发手册数量\n2.义诊场次",
                "1.≥5000册\n2.≥20场",
                "10\n5",
                "1.5200册\n2.22场",
                "15",
            ],
            &["", "质量指标", "合格率", "100%", "10", "100%", "10"],
        ];
        for (row, cells) in rows.iter().enumerate() {
            for (col, text) in cells.iter().enumerate() {
                sheet.set(row, col, text);
            }
        }
        sheet.merge((1, 0), (2, 0));
        let out = apart(&Words::new(&sheet)).unwrap();
        assert_eq!(out.height(), 4);
        let line = |row: usize| (2..7).map(|col| out.own(row, col)).collect::<Vec<_>>().join("|");
        assert_eq!(line(1), "印发手册数量|≥5000册|10|5200册|15");
        assert_eq!(line(2), "义诊场次|≥20场|5|22场|");
        assert_eq!(line(3), "合格率|100%|10|100%|10");
        assert_eq!(
            (out.end(1, 0), out.address(2, 2).as_str()),
            ((3, 0), "S!C2"),
            "levels reach on, addresses are the file's"
        );
        assert!(apart(&Words::new(&out)).is_none());
    }
}
