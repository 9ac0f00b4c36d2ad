//! The form of monitoring (绩效目标执行监控表, 财预〔2019〕136号): funds with what was executed so far and what is expected, and of each indicator
//! the value so far, the expected one, how likely the target is, and why it is not.

use std::ops::Range;

use rust_i18n::t;

use super::{Carries, Layout, Recognition, Survey, annex1, annex2};
use crate::domain::execution::progress::{Cause, Likelihood, Progress};
use crate::domain::handin::{HandedForm, HandedMonitoring, MonitoredRow, Severity};
use crate::domain::measure::{says_nothing, squeeze};
use crate::domain::money::Money;
use crate::domain::target::ProjectName;
use crate::exchange::form::{Form, PROJECT, Spot, UNIT};
use crate::exchange::header::{Field, Header};
use crate::exchange::page::Page;
use crate::exchange::sheet::Sheet;
use crate::exchange::{name, year};

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Monitoring, recognise, read };

/// Heads of the year's budget as it stands, the adjusted one first.
const BUDGET: &[&str] = &[
    "全年预算数",
    "调整后预算数",
    "调整预算数",
    "年度预算数",
    "年初预算数",
    "预算数",
    "全年预算",
    "年初预算",
    "预算资金",
    "预算金额",
];
/// What heads of money that was spent so far say.
const SPENT: [&str; 5] = ["执行数", "支出数", "已支出", "支出金额", "执行金额"];
/// Marks by which an answer of several is ticked.
const TICKS: [&str; 7] = ["√", "✓", "v", "是", "1", "●", "■"];

fn words() -> String {
    t!("exchange.layout.monitoring").into_owned()
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    if !survey.monitors() {
        return Recognition::weigh(&[("监控", false, true)]);
    }
    let whole = survey.titled("整体") && survey.labelled(UNIT);
    let so_far = survey.forms.first().is_some_and(|form| Columns::of(form.sheet, &form.header).value.is_some());
    Recognition::weigh(&[
        ("监控", true, true),
        ("项目名称", (survey.names_project() || whole) && !survey.lists_projects(), true),
        ("三级指标", survey.form_has(Field::Level3), true),
        ("执行情况", so_far, true),
    ])
}

/// Where the columns of a form stand that other forms have not.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// The row behind the head.
    pub below: usize,
    /// The value so far.
    pub value: Option<usize>,
    expected: Option<usize>,
    likelihood: Option<usize>,
    likely: [Option<usize>; 3],
    causes: [Option<usize>; 5],
    reason: Option<usize>,
}

impl Columns {
    /// The columns below a header.
    pub fn of(sheet: &Sheet, header: &Header) -> Self {
        let last = header.last;
        // What stands below a head of several columns is a head too, when it names an answer and no indicator.
        let blank = header.column(Field::Level3).is_none_or(|col| sheet.own(last + 1, col).is_empty());
        let names_answers = blank && (0..sheet.width()).any(|col| is_answer(sheet.own(last + 1, col)));
        let last = if names_answers { last + 1 } else { last };
        let mut found = Self { below: last + 1, ..Self::default() };
        for row in header.first..=last {
            for col in sheet.places(row) {
                found.take(&squeeze(sheet.own(row, col)), col);
            }
        }
        found
    }

    fn take(&mut self, head: &str, col: usize) {
        let of_answer = |term: &str| head == squeeze(term);
        if let Some(place) = Likelihood::ALL.iter().position(|one| of_answer(one.term())) {
            self.likely[place].get_or_insert(col);
        } else if let Some(place) = Cause::ALL.iter().position(|one| of_answer(one.term())) {
            self.causes[place].get_or_insert(col);
        } else if ["可能性", "能否完成", "能否实现"].iter().any(|word| head.contains(word)) {
            self.likelihood.get_or_insert(col);
        } else if head.contains("预计") && !head.contains("数") {
            self.expected.get_or_insert(col);
        } else if head.contains("原因") || head.contains("说明") {
            self.reason = Some(col);
        } else if ["执行情况", "完成情况", "完成值", "实际完成"].iter().any(|word| head.contains(word)) {
            self.value.get_or_insert(col);
        }
    }
}

impl Columns {
    /// An indicator's row, its name in a column; `None` where no indicator is named.
    pub fn row(&self, sheet: &Sheet, (row, named): (usize, usize), page: &mut Page<'_>) -> Option<MonitoredRow> {
        let text = |col: Option<usize>| col.map(|col| sheet.in_column(row, col).trim().to_owned()).unwrap_or_default();
        let name = name::indicator(sheet.in_column(row, named));
        if name.is_empty() || name::is_total(&name) {
            return None;
        }
        let stated = |col| Some(text(col)).filter(|text| !says_nothing(text)).unwrap_or_default();
        let causes = self.causes.iter().zip(Cause::ALL);
        let progress = Progress {
            value: stated(self.value),
            expected: stated(self.expected),
            likelihood: likelihood(self, row, sheet, page),
            cause: causes.into_iter().find_map(|(col, cause)| is_ticked(&text(*col)).then_some(cause)),
            reason: stated(self.reason),
        };
        let place = sheet.address(row, self.value.unwrap_or(named));
        Some(MonitoredRow { name, progress, place })
    }
}

fn is_answer(text: &str) -> bool {
    let text = squeeze(text);
    let likely = Likelihood::ALL.iter().any(|one| one.term() == text);
    likely || Cause::ALL.iter().any(|one| *one != Cause::Other && one.term() == text)
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    for form in &survey.forms {
        let Some(label) = form.find(PROJECT).or_else(|| form.find(UNIT)) else { continue };
        let project = match (form.text(PROJECT), form.find(PROJECT)) {
            (Some(found), _) => annex1::named(form, &found.text),
            (None, None) => ProjectName { code: None, name: annex2::WHOLE.to_owned() },
            (None, Some(_)) => {
                annex1::tell_unnamed(form, page, &label);
                continue;
            }
        };
        let columns = Columns::of(form.sheet, &form.header);
        let Some((month, (row, col))) = month(form, &columns) else {
            page.problem(Severity::Error, label.row, label.col, t!("exchange.monitoring.no-period"));
            continue;
        };
        let spent = |head: &str| SPENT.iter().any(|word| head.contains(word));
        let (executed, place) = funds(form, page, |head| spent(head) && !head.contains("预计"));
        let (expected, _) = funds(form, page, |head| head.contains("预计") && head.contains("数"));
        let budget = BUDGET.iter().find_map(|word| funds(form, page, |head| head.starts_with(word)).0);
        let place = place.unwrap_or((label.row, label.col));
        let handed = HandedMonitoring {
            unit: annex1::unit(form, page, &label),
            project,
            year: form.year(page).or_else(|| titled_year(form.sheet, form.rows.start..form.header.first)),
            month: (month, form.sheet.address(row, col)),
            budget,
            executed: (executed, form.sheet.address(place.0, place.1)),
            expected,
            rows: rows(form, &columns, page),
        };
        page.form((label.row, label.col), HandedForm::Monitoring(Box::new(handed)));
    }
}

/// The last month of the period, in the heads or the title: `1-7月执行情况`, `第一季度`, `上半年`.
fn month(form: &Form<'_>, columns: &Columns) -> Option<(i8, (usize, usize))> {
    let head = columns.value.into_iter().flat_map(|col| (form.header.first..columns.below).map(move |row| (row, col)));
    let above = (0..form.header.first).flat_map(|row| form.sheet.places(row).into_iter().map(move |col| (row, col)));
    head.chain(above).find_map(|(row, col)| Some((month_of(form.sheet.text(row, col))?, (row, col))))
}

/// The last month of the period that a text names: `1-7月`, `1月1日至8月31日`, `截至8月底`, `上半年`.
pub(super) fn month_of(text: &str) -> Option<i8> {
    let text = squeeze(text);
    for (word, month) in [
        ("第一季度", 3),
        ("一季度", 3),
        ("上半年", 6),
        ("半年", 6),
        ("第二季度", 6),
        ("第三季度", 9),
        ("第四季度", 12),
        ("全年监控", 12),
    ] {
        if text.contains(word) {
            return Some(month);
        }
    }
    let (before, _) = text.rsplit_once('月')?;
    let digits = before.len() - before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (before, month) = before.split_at_checked(digits)?;
    let before = before.trim_end_matches('年').trim_end_matches(|c: char| c.is_ascii_digit());
    let spans = before.ends_with(['-', '—', '–', '~', '至', '到']);
    let until = ["截至", "截止", "时点", "监控"].iter().any(|word| text.contains(word));
    month.parse().ok().filter(|month| (spans || until) && (1..=12).contains(month))
}

/// The year of a span of months that stands in a title: `(2024年1月-7月)`.
pub(super) fn titled_year(sheet: &Sheet, titles: Range<usize>) -> Option<i32> {
    let mut texts = titles.flat_map(|row| sheet.places(row).into_iter().map(move |col| sheet.text(row, col)));
    texts.find_map(|text| month_of(text).and_then(|_| year::of_months(text)))
}

/// An amount of the year's whole funds, below the head that a test knows, with its place.
fn funds(form: &Form<'_>, page: &mut Page<'_>, test: impl Fn(&str) -> bool) -> (Option<Money>, Option<(usize, usize)>) {
    let sheet = form.sheet;
    for row in form.rows.clone() {
        for col in sheet.places(row) {
            let head = squeeze(sheet.own(row, col));
            if head.is_empty() || head.chars().count() > 24 || !test(&head) {
                continue;
            }
            let Some((place, text)) = beside_or_below(form, (row, col)) else { continue };
            let left: String = (0..=col).map(|at| sheet.own(row, at)).collect();
            let scale = form.scale(&left, page);
            return (page.amount(place, &text, scale), Some(place));
        }
    }
    (None, None)
}

/// What a head of funds stands beside, where that is an amount, else above.
fn beside_or_below(form: &Form<'_>, (row, col): (usize, usize)) -> Option<((usize, usize), String)> {
    let head = Spot { row, col, inline: String::new() };
    if let Some(found) = form.beside(&head).filter(|found| annex1::is_amount(&found.text)) {
        return Some(((found.row, found.col), found.text));
    }
    let below = form.sheet.end(row, col).0 + 1;
    let text = form.sheet.in_column(below, col).to_owned();
    (below < form.rows.end && !says_nothing(&text)).then_some(((below, col), text))
}

fn rows(form: &Form<'_>, columns: &Columns, page: &mut Page<'_>) -> Vec<MonitoredRow> {
    let Some(named) = form.header.column(Field::Level3) else { return Vec::new() };
    let mut out = Vec::new();
    for row in columns.below..form.end {
        let first = form.sheet.own(row, 0);
        if name::is_footer(first) || form.sheet.end(row, named).1 > named && form.sheet.origin(row, named).1 < named {
            break;
        }
        out.extend(columns.row(form.sheet, (row, named), page));
    }
    out
}

fn is_ticked(text: &str) -> bool {
    TICKS.contains(&squeeze(text).to_lowercase().as_str())
}

/// The likelihood that is ticked or written; a text that is none is told at its cell.
fn likelihood(columns: &Columns, row: usize, sheet: &Sheet, page: &mut Page<'_>) -> Likelihood {
    let ticked = columns.likely.iter().zip(Likelihood::ALL);
    let mut ticked = ticked.filter(|(col, _)| col.is_some_and(|col| is_ticked(sheet.in_column(row, col))));
    if let Some((_, likelihood)) = ticked.next_back() {
        return likelihood;
    }
    let Some(col) = columns.likelihood.filter(|_| columns.likely.iter().all(Option::is_none)) else {
        return Likelihood::default();
    };
    let text = sheet.in_column(row, col);
    Likelihood::of_text(text).unwrap_or_else(|| {
        if !says_nothing(text) {
            page.problem(Severity::Error, row, col, t!("exchange.monitoring.no-likelihood", text = text));
        }
        Likelihood::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_month_of_a_period_however_it_is_written() {
        for (text, month) in [
            ("1-7月执行情况", Some(7)),
            ("1～7月执行数", Some(7)),
            ("监控区间：2024年1月1日至2024年8月31日", Some(8)),
            ("截至9月30日支出数", Some(9)),
            ("(2024年1月-10月)", Some(10)),
            ("2024年上半年绩效运行监控表", Some(6)),
            ("第三季度", Some(9)),
            ("填报日期:2024年8月5日", None),
            ("11月底前", None),
            ("1-13月", None),
            ("月", None),
        ] {
            assert_eq!(month_of(text), month, "{text}");
        }
    }
}
