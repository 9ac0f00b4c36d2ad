//! The year in which a project ends, as forms state its period: `3年`, `2024年3月-2026年11月`, `202101-202312`, `终止年度 2025`.
//!
//! Owns what labels a period and how one is read. A period that ends with its budget year says no more than the year does.

use super::form::{Form, heads_objective};
use crate::domain::measure::squeeze;

/// Labels of a project's period, or of its end.
const LABELS: [&str; 27] = [
    "项目期",
    "项目期限",
    "项目周期",
    "项目年限",
    "项目实施期",
    "项目实施期限",
    "项目实施周期",
    "项目实施时间",
    "项目支出实施期",
    "实施期",
    "实施期限",
    "实施时间",
    "起止时间",
    "起止年限",
    "项目起止时间",
    "项目起止年限",
    "项目起止日期",
    "项目执行期",
    "项目执行周期",
    "终止年度",
    "终止时间",
    "结束年度",
    "结束日期",
    "项目结束时间",
    "项目终止时间",
    "计划完成日期",
    "项目期止",
];

/// Whether bare words label a period.
pub fn is_label(words: &str) -> bool {
    LABELS.contains(&words)
}

/// The last year of the period that a form states, when it lies behind the budget year.
pub fn of_form(form: &Form<'_>, year: Option<i32>) -> Option<i32> {
    let stated = form.spots_like(is_label).into_iter().filter_map(|spot| form.beside(&spot));
    let stated = stated.filter_map(|found| end(&found.text, year));
    let longer =
        |words: &str| heads_objective(words) && ["中期", "长期", "实施期"].iter().any(|word| words.contains(word));
    let headed = form.spots_like(longer).into_iter().filter_map(|spot| end(form.sheet.own(spot.row, spot.col), None));
    behind(stated.chain(headed).max(), year)
}

/// The last year of the period in a cell, when it lies behind the budget year.
pub fn of_cell(text: &str, year: Option<i32>) -> Option<i32> {
    behind(end(text, year), year)
}

fn behind(end: Option<i32>, year: Option<i32>) -> Option<i32> {
    end.filter(|end| year.is_none_or(|year| *end > year))
}

/// The last year that a text names; of a number of years the last one counted from the budget year.
fn end(text: &str, year: Option<i32>) -> Option<i32> {
    let text = squeeze(text);
    let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|run| matches!(run.len(), 4 | 6 | 8));
    let named = digits.filter_map(|run| run.get(..4)?.parse().ok()).filter(|year| (2000..=2099).contains(year)).max();
    named.or_else(|| Some(year? + years(&text)? - 1))
}

/// How many years a text speaks of: `3年`, `三年期`.
fn years(text: &str) -> Option<i32> {
    let (before, _) = text.split_once('年').or_else(|| text.split_once("个年度"))?;
    let words = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let word = (1..).zip(words).find(|(_, word)| before == *word || (*word == "二" && before == "两"));
    let number = word.map(|(number, _)| number).or_else(|| before.parse().ok());
    number.filter(|number| (1..=30).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_end_with_a_year() {
        for (text, end) in [
            ("3年", Some(2026)),
            ("  三年  ", Some(2026)),
            ("两年期", Some(2025)),
            ("2024年3月-2026年11月", Some(2026)),
            ("202401-202712", Some(2027)),
            ("２０２４年－２０２６年", Some(2026)),
            ("中期目标（2024年—2026年）", Some(2026)),
            ("2025-12-31", Some(2025)),
            ("1年", None),
            ("2024.1-2024.12", None),
            ("2024年", None),
            ("长期", None),
            ("已开展3年,延续", None),
            ("", None),
        ] {
            assert_eq!(of_cell(text, Some(2024)), end, "{text}");
        }
        assert_eq!(of_cell("3年", None), None, "nobody knows from when");
    }
}
