//! The budget year, read from titles and file names; a column of years is read as any other.
//!
//! Owns what counts as a year: four digits before 年, no date of filling in, no span of years.

use crate::domain::measure::{fold, squeeze};

/// The year that a title names: `2024年度部门…目标表`, `(2021年度)`. `None` for dates, spans and other texts.
pub fn of_title(text: &str) -> Option<i32> {
    if let Some(year) = of_labelled(text) {
        return Some(year);
    }
    let text = in_digits(&squeeze(text));
    if ["日期", "填报时间", "填表时间", "申报时间"].iter().any(|word| text.contains(word)) {
        return None;
    }
    numbers(&text).find_map(|(year, before, after)| {
        let named =
            after.starts_with('年') && !after.trim_start_matches('年').starts_with(|c: char| c.is_ascii_digit());
        let span = before.ends_with(['-', '—', '–', '~', '至', '年']) || after.starts_with(['-', '—', '~', '至']);
        (named && !span && !after.starts_with("年至") && !after.starts_with("年-")).then_some(year)
    })
}

/// A text with its years in digits: 二〇二四年 as 2024年.
fn in_digits(text: &str) -> String {
    const WORDS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |c: char| match c {
        '零' | '○' | 'O' | '０' => Some(0),
        _ => WORDS.iter().position(|word| *word == c),
    };
    let chars: Vec<char> = text.chars().collect();
    let mut out = text.to_owned();
    for four in chars.windows(5).filter(|five| five[4] == '年' && five[0] == '二') {
        let digits: Option<Vec<usize>> = four[..4].iter().map(|c| digit(*c)).collect();
        if let Some(digits) = digits {
            let (from, to): (String, String) =
                (four[..4].iter().collect(), digits.iter().map(usize::to_string).collect());
            out = out.replace(&from, &to);
        }
    }
    out
}

/// The year behind a label of its own: `预算年度：2024`, `年度:2024年`.
pub fn of_labelled(text: &str) -> Option<i32> {
    let text = squeeze(text);
    let (label, rest) = text.split_once(':')?;
    is_label(label).then(|| of_cell(rest)).flatten()
}

/// Whether bare words label the budget year.
pub fn is_label(words: &str) -> bool {
    matches!(words, "年度" | "预算年度" | "年份" | "项目年度" | "申报年度" | "财政年度" | "预算年份" | "申报年份")
}

/// The first year before 年 in a text about a span of months: `(2024年1月-7月)`.
pub fn of_months(text: &str) -> Option<i32> {
    let text = squeeze(text);
    numbers(&text).find_map(|(year, _, after)| after.starts_with('年').then_some(year))
}

/// The one year in brackets within a label: 预算年度(2024年)绩效目标.
pub fn within(label: &str) -> Option<i32> {
    let text = squeeze(label);
    let (_, rest) = text.split_once('(')?;
    of_cell(rest.split_once(')')?.0)
}

/// What a title writes in place of a year: `20250年度`, `202年度`. `None` when there is no such slip.
pub fn slip_of_title(text: &str) -> Option<String> {
    let text = squeeze(text);
    let slips = text.match_indices("年度").filter_map(|(at, _)| {
        let before = text.get(..at)?;
        let digits = before.len() - before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let number = before.get(digits..)?;
        let alone = !before.get(..digits)?.ends_with(['.', '-', '—', '~', '至', '第']);
        let year = number.len() == 4 && number.parse().is_ok_and(plausible);
        (number.len() > 2 && !year && alone).then(|| number.to_owned())
    });
    slips.into_iter().next()
}

/// The year of a column's cell: `2024`, `2024年度`.
pub fn of_cell(text: &str) -> Option<i32> {
    let text = squeeze(text);
    let digits = text.trim_end_matches(['年', '度']);
    digits.parse().ok().filter(|year| plausible(*year))
}

/// The year in a file's name: with 年 first, else the only plausible number of four digits.
pub fn of_file(name: &str) -> Option<i32> {
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let folded = fold(stem);
    of_title(&folded).or_else(|| {
        let mut years = numbers(&folded).map(|(year, ..)| year);
        let first = years.next()?;
        years.all(|year| year == first).then_some(first)
    })
}

fn plausible(year: i32) -> bool {
    (2000..=2099).contains(&year)
}

/// Every plausible number of exactly four digits, with what stands before and behind it.
fn numbers(text: &str) -> impl Iterator<Item = (i32, &str, &str)> {
    text.match_indices("20").filter_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at)?;
        let digits = rest.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        let after = rest.get(4..)?;
        let alone = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_digit());
        let whole = alone(before.chars().next_back()) && alone(after.chars().next());
        let year = digits.parse().ok().filter(|year| plausible(*year))?;
        whole.then_some((year, before, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        assert_eq!(of_title("2022年部门项目支出绩效目标表(本次下达)"), Some(2022));
        assert_eq!(of_title("（２０２１ 年度）"), Some(2021));
        assert_eq!(of_title("二〇二四年项目支出绩效目标申报表"), Some(2024));
        assert_eq!(of_title("二○二三年度目标表"), Some(2023));
        assert_eq!(of_title("部门预算项目绩效目标申报表(2023年度)"), Some(2023));
        for text in ["填报日期:2025年1月10日", "2024年3月", "2021-2023年规划", "2021年至2023年", "12020年", "目标表"]
        {
            assert_eq!(of_title(text), None, "{text}");
        }
    }

    #[test]
    fn slips() {
        assert_eq!(slip_of_title("(20250年度)").as_deref(), Some("20250"));
        assert_eq!(slip_of_title("202年度目标表").as_deref(), Some("202"));
        assert_eq!(slip_of_title("1024 年度").as_deref(), Some("1024"));
        for text in ["(2025年度)", "2021-2023年度", "第3年度", "年度目标", "3年度"] {
            assert_eq!(slip_of_title(text), None, "{text}");
        }
    }

    #[test]
    fn files_and_cells() {
        assert_eq!(of_file("sichuan-next-year-2024.xlsx"), Some(2024));
        assert_eq!(of_file("a/2023/b.xlsx"), None);
        assert_eq!(of_file("2023年目标(20240101).xlsx"), Some(2023));
        assert_eq!(of_file("820123-2021-2022.csv"), None);
        assert_eq!(of_cell("2024年度"), Some(2024));
        assert_eq!(of_cell("1024"), None);
        assert_eq!((within("预算年度(2024年)绩效目标"), within("年度目标(二)")), (Some(2024), None));
        assert_eq!((of_months("（2024年1月-7月）"), of_months("1-7月")), (Some(2024), None));
    }
}
