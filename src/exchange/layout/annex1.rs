//! One project's form (财预〔2015〕88号, annex 1) in its many local versions: labels of project, unit and funds, the objective of
//! the year beside the whole period's, then the indicators, often with sign, value and unit in one cell.

use rust_i18n::t;

use super::{Carries, Layout, Recognition, Survey};
use crate::domain::handin::{HandedTarget, Severity};
use crate::domain::measure::squeeze;
use crate::domain::money::Money;
use crate::domain::target::{Indicator, ProjectName, Submission, UnitName};
use crate::exchange::form::{Form, Found, PROJECT, Spot, UNIT, heads_objective, heads_year_amount};
use crate::exchange::header::{Field, Header, bare, is_past};
use crate::exchange::page::Page;
use crate::exchange::rows::{Row, Rows};
use crate::exchange::{amount, name, period};

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Targets, recognise, read };

/// Labels of the year's amount, the plainest last.
const AMOUNT: &[&str] = &[
    "年度资金总额",
    "本年度资金总额",
    "年度项目资金总额",
    "年度本级预算金额",
    "年度预算金额",
    "年度预算资金",
    "年度预算总额",
    "年度预算数",
    "当年预算数",
    "当年预算",
    "本年预算数",
    "本年度预算",
    "年度预算",
    "年度金额",
    "年度总额",
    "年度申请资金",
    "年度申请金额",
    "年度预算资金总额",
    "当年资金总额",
    "本年资金总额",
];
/// Labels of an amount that name no year, the plainest last.
const OF_NO_YEAR: &[&str] = &[
    "预算资金总额",
    "预算申请金额",
    "预算申报数",
    "预算申报金额",
    "申报金额",
    "预算金额",
    "预算数",
    "预算资金",
    "项目预算",
    "项目预算金额",
    "资金总额",
    "项目资金总额",
    "项目总预算",
    "项目总额",
    "项目金额",
    "项目预算总额",
    "专项资金总额",
    "财政资金总额",
    "预算安排",
    "预算安排数",
    "申请金额",
    "申请资金",
    "资金额度",
    "资金规模",
    "资金申报总额",
    "资金申请总额",
    "本年预算",
    "年初预算",
    "年初预算数",
    "总额",
    "合计",
    "项目资金",
    "预算总额",
    "预算资金情况",
    "项目资金情况",
];
/// Labels of the year's objective.
const OBJECTIVE: &[&str] = &[
    "年度目标",
    "年度绩效目标",
    "本年度绩效目标",
    "年度总体目标",
    "年度总体绩效目标",
    "当年绩效目标",
    "项目年度绩效目标",
    "项目年度目标",
    "年度预期目标",
    "年度绩效总目标",
    "预期目标",
    "年初设定目标",
];
/// Labels of an objective that does not say for what time.
const WHOLE_OBJECTIVE: &[&str] = &[
    "总体目标",
    "总体绩效目标",
    "绩效目标",
    "项目绩效目标",
    "项目总体目标",
    "项目绩效总目标",
    "绩效总目标",
    "实施期目标",
    "实施期绩效目标",
    "实施期总目标",
    "中期目标",
    "中期绩效目标",
    "长期目标",
    "中长期目标",
];
const CATEGORY: &[&str] = &["项目类别", "项目分类", "项目类型"];
const CODE: &[&str] = &["项目编码", "项目代码", "项目编号"];
const UNIT_CODE: &[&str] = &["单位编码", "单位代码", "预算单位编码", "预算单位代码", "部门编码"];
/// Labels of an amount that count only with the amount in the same cell: `金额:100万元`.
const INLINE_AMOUNT: &[&str] = &["金额", "项目金额", "预算金额", "申报金额"];
/// Labels of an amount under which its parts stand one below the other, amounts beside them.
const PARTED_AMOUNT: &[&str] = &["年度资金总额", "资金总额", "项目资金"];

fn words() -> String {
    t!("exchange.layout.annex1").into_owned()
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let evaluated = survey.evaluates();
    Recognition::weigh(&[
        ("项目名称", survey.names_project() && !evaluated && !survey.lists_projects(), true),
        ("三级指标", survey.form_has(Field::Level3), true),
        ("指标值", survey.form_has(Field::Value), true),
        ("年度目标", survey.labelled(OBJECTIVE) || survey.labelled(WHOLE_OBJECTIVE), false),
    ])
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    for form in &survey.forms {
        if let Some((label, target)) = target(form, page) {
            page.target((label.row, label.col), target);
        }
    }
}

fn target(form: &Form<'_>, page: &mut Page<'_>) -> Option<(Spot, HandedTarget)> {
    let label = form.find(PROJECT)?;
    let Some(project) = form.text(PROJECT) else {
        tell_unnamed(form, page, &label);
        return None;
    };
    let unit = unit(form, page, &label);
    let category = form.text(CATEGORY).and_then(|found| name::category(&found.text));
    let year = form.year(page);
    let submission = Submission {
        amount: amount_among(form, page, amount_spots(form))
            .or_else(|| inline_amount(form, page))
            .or_else(|| parted_amount(form, page)),
        objective: objective(form),
        indicators: indicators(form),
        source: page.file.to_owned(),
        until: period::of_form(form, year),
    };
    if submission.indicators.is_empty() {
        let (row, text) = (form.header.first, &project.text);
        page.problem(Severity::Warning, row, 0, t!("exchange.indicators.none", project = text));
    }
    Some((label, HandedTarget { unit, project: named(form, &project.text), year, category, submission }))
}

/// Tells that a form names no project. One that says nothing else either is only a blank to be filled in.
pub(super) fn tell_unnamed(form: &Form<'_>, page: &mut Page<'_>, label: &Spot) {
    let blank = indicators(form).is_empty() && objective(form).is_empty();
    let severity = if blank { Severity::Hint } else { Severity::Error };
    page.problem(severity, label.row, label.col, t!("exchange.project.unnamed"));
}

/// The project's name with its code, which may stand at a label of its own.
pub(super) fn named(form: &Form<'_>, text: &str) -> ProjectName {
    let project = name::project(text);
    let coded = || form.text(CODE).map(|found| name::one_line(&found.text)).filter(|code| name::may_be_code(code));
    ProjectName { code: project.code.or_else(coded), ..project }
}

/// An amount that stands in one cell with its label.
fn inline_amount(form: &Form<'_>, page: &mut Page<'_>) -> Option<Money> {
    let spots = form.spots(INLINE_AMOUNT).into_iter();
    let spot = spots.into_iter().find(|spot| is_amount(&spot.inline))?;
    let scale = form.scale(form.sheet.text(spot.row, spot.col), page);
    page.amount((spot.row, spot.col), &spot.inline, scale)
}

/// The sum of an amount's numbered parts, where 金额 heads them instead of the whole: `(一)财政拨款小计`, `(二)自有资金小计`.
fn parted_amount(form: &Form<'_>, page: &mut Page<'_>) -> Option<Money> {
    let spots = form.spots(PARTED_AMOUNT).into_iter();
    let heads = spots.filter_map(|spot| form.beside(&spot).filter(|found| bare(&found.text) == "金额"));
    let head = heads.into_iter().next()?;
    let scale = form.scale(&format!("{}{}", head.text, form.sheet.text(head.row, 0)), page);
    let mut sum: Option<Money> = None;
    for row in head.row + 1..form.rows.end {
        let mut items = (0..head.col).map(|col| form.sheet.own(row, col)).filter(|text| !text.is_empty());
        let numbered = |text: &str| {
            let text = squeeze(text);
            text.starts_with('(') && text.chars().nth(1).is_some_and(|c| "一二三四五六".contains(c))
        };
        if items.any(numbered) {
            let text = form.sheet.in_column(row, head.col).to_owned();
            let found = page.amount((row, head.col), &text, scale);
            sum = found.map_or(sum, |found| Some(sum.unwrap_or_default() + found));
        }
    }
    sum
}

/// The year's objective, else one of no year or of the whole period.
pub(super) fn objective(form: &Form<'_>) -> String {
    let filled = |text: &String| !text.is_empty();
    let numbered = Some(form.numbered_objectives(names_the_year)).filter(|text| text.contains('\n'));
    let year = numbered
        .or_else(|| form.objective(OBJECTIVE).filter(filled))
        .or_else(|| form.objective_like(names_the_year).filter(filled));
    let whole = || form.objective(WHOLE_OBJECTIVE).filter(filled);
    let other =
        |words: &str| heads_objective(words) && !["情况", "中期", "长期"].iter().any(|word| words.contains(word));
    let above = year.or_else(whole).or_else(|| form.objective_like(other)).filter(filled);
    above.unwrap_or_else(|| form.objectives_beside())
}

/// Other labels of the year's objective: 年度主要目标和成果.
pub(super) fn names_the_year(words: &str) -> bool {
    let words = ["项目", "专项", "政策", "部门", "单位"].iter().find_map(|of| words.strip_prefix(of)).unwrap_or(words);
    let year = ["年度", "本年", "当年", "全年", "预算年度"].iter().any(|word| words.starts_with(word));
    let other = ["完成", "指标", "情况", "衡量"].iter().any(|word| words.contains(word));
    year && words.contains("目标") && !other && words.chars().count() <= 12
}

/// The unit of a form; told when none is stated.
pub(super) fn unit(form: &Form<'_>, page: &mut Page<'_>, at: &Spot) -> UnitName {
    let names = |found: &Found| !found.text.trim().ends_with("万元") && !name::means_itself(&found.text);
    // One that has a cell of its own counts before one in a title.
    let apart = |label: &&str| {
        let texts = form.spots(&[label]).into_iter().filter(|spot| spot.inline.is_empty());
        texts.filter_map(|spot| form.beside(&spot)).find(|found| name::is_organisation(&name::inline(&found.text)))
    };
    let stated = UNIT.iter().find_map(|label| apart(label).or_else(|| form.text(&[label])).filter(names));
    if let Some(found) = stated {
        let shared = form.sheet.text(found.row, found.col.saturating_sub(1)).contains('/');
        let text = found.text.split_once('/').filter(|_| shared).map_or(found.text.as_str(), |(unit, _)| unit);
        let unit = name::unit(&name::inline(text));
        let coded =
            || form.text(UNIT_CODE).map(|found| name::one_line(&found.text)).filter(|code| name::may_be_code(code));
        return UnitName { code: unit.code.or_else(coded), ..unit };
    }
    if let Some(unit) = titled_unit(form, at.row).or_else(|| other_unit(form)) {
        return unit;
    }
    page.problem(Severity::Warning, at.row, at.col, t!("exchange.unit.missing"));
    UnitName::default()
}

/// The organisation beside a label that is none of the usual ones: 政策制定部门, 牵头单位.
fn other_unit(form: &Form<'_>) -> Option<UnitName> {
    const OTHERS: [&str; 18] = [
        "中央", "国家", "省", "上级", "财政", "监督", "监管", "配合", "协作", "协办", "审核", "评价", "承接", "施工",
        "设计", "监理", "受益", "所属",
    ];
    let labels = |words: &str| {
        let ends = ["部门", "单位", "机构"].iter().any(|end| words.ends_with(end));
        ends && (3..=8).contains(&words.chars().count()) && !OTHERS.iter().any(|other| words.contains(other))
    };
    let found = form.spots_like(labels).into_iter().filter_map(|spot| form.beside(&spot));
    let mut named = found.map(|found| name::inline(&found.text)).filter(|text| name::is_organisation(text));
    named.next().map(|text| name::unit(&text))
}

/// A unit with its code that stands by itself above the labels.
fn titled_unit(form: &Form<'_>, above: usize) -> Option<UnitName> {
    let rows = (form.rows.start..above.min(form.rows.end)).rev();
    let texts = rows.flat_map(|row| form.sheet.places(row).into_iter().map(move |col| form.sheet.own(row, col)));
    let mut units = texts.filter(|text| name::is_organisation(text)).map(|text| name::unit(&name::inline(text)));
    units.find(|unit| unit.code.is_some())
}

/// Labels of the year's amount, then those of no year.
pub(super) fn amount_spots(form: &Form<'_>) -> Vec<Spot> {
    let of = |labels: &[&str]| labels.iter().flat_map(|label| form.spots(&[label])).collect::<Vec<_>>();
    let mut spots = of(AMOUNT);
    spots.extend(form.spots_like(heads_year_amount));
    spots.extend(dated_amounts(form));
    spots.extend(of(OF_NO_YEAR));
    spots
}

/// Labels of amounts that name the year by its number: 2024年预算(万元). What was spent or planned before is none.
fn dated_amounts(form: &Form<'_>) -> Vec<Spot> {
    let places = form.rows.clone().flat_map(|row| form.sheet.places(row).into_iter().map(move |col| (row, col)));
    let names_amount = |&(row, col): &(usize, usize)| {
        let (text, words) = (squeeze(form.sheet.own(row, col)), bare(form.sheet.own(row, col)));
        let dated = text.starts_with("20") && text.chars().nth(4) == Some('年');
        dated && (words == "预算" || OF_NO_YEAR.contains(&words.as_str()))
    };
    places.filter(names_amount).map(|(row, col)| Spot { row, col, inline: String::new() }).collect()
}

/// The first stated amount beside or below labels, on the year's side where it stands beside last year's.
pub(super) fn amount_among(form: &Form<'_>, page: &mut Page<'_>, spots: Vec<Spot>) -> Option<Money> {
    let found = |spot: Spot| {
        let below = || form.below(&spot).into_iter().next().filter(|found| is_amount(&found.text));
        let beside = form.beside(&spot);
        let stated = beside.clone().filter(|found| is_amount(&found.text)).or_else(below);
        stated.or(beside).map(|found| (spot, of_this_year(form, found)))
    };
    let all: Vec<(Spot, Found)> = spots.into_iter().filter_map(found).collect();
    let stated = all.iter().any(|(_, found)| is_amount(&found.text));
    for (spot, found) in all {
        if stated && amount::read(&found.text, amount::Scale::Wan) == amount::Amount::Unclear {
            continue;
        }
        let left: String = (0..spot.col).map(|col| form.sheet.text(spot.row, col)).collect();
        let label = format!("{}{left}", form.sheet.text(spot.row, spot.col));
        let scale = form.scale(&label, page);
        if let Some(money) = page.amount((found.row, found.col), &found.text, scale) {
            return Some(money);
        }
    }
    None
}

/// The amount beside one that stands below a head of the year before (上年度安排资金 | 本年度申请资金); any other as it is.
fn of_this_year(form: &Form<'_>, found: Found) -> Found {
    let heads = (form.rows.start..found.row).rev().map(|row| (row, form.sheet.in_column(row, found.col)));
    let mut heads = heads.filter(|(_, text)| !text.is_empty() && !is_amount(text));
    let Some((head, _)) = heads.next().filter(|(_, text)| is_past(text)) else { return found };
    let of_year = |col: &usize| {
        let text = form.sheet.in_column(head, *col);
        !is_past(text) && ["本年", "年度", "当年", "今年"].iter().any(|word| text.contains(word))
    };
    let text = |col: usize| form.sheet.in_column(found.row, col).to_owned();
    let beside = (found.col + 1..form.sheet.width()).find(of_year);
    beside.map(|col| Found { row: found.row, col, text: text(col) }).unwrap_or(found)
}

pub(super) fn is_amount(text: &str) -> bool {
    matches!(amount::read(text, amount::Scale::Wan), amount::Amount::Stated(..))
}

/// The indicators of a form's table: the year's where the whole period's stand beside them.
pub(super) fn indicators(form: &Form<'_>) -> Vec<Indicator> {
    if let Some(half) = form.header.right_half() {
        if form.names_no_period() && !half.has_levels_beside(&form.header) {
            return two_a_row(form, &half);
        }
        let year = under(form, &half);
        if !year.is_empty() {
            return year;
        }
    }
    form.year_tables().into_iter().flat_map(|(header, end)| until(form, header, end)).collect()
}

/// The indicators of a table that sets two beside each other on a row, to save room.
fn two_a_row(form: &Form<'_>, half: &Header) -> Vec<Indicator> {
    let (mut left, mut right) = (Rows::new(form.words, &form.header), Rows::new(form.words, half));
    let mut out = Vec::new();
    for row in form.header.last + 1..form.end {
        for rows in [&mut left, &mut right] {
            match rows.read(row) {
                Row::Indicator(found) => out.extend(found.into_indicator()),
                Row::Nothing | Row::Total => {}
                Row::Footer => return out,
            }
        }
    }
    out
}

/// The indicators under one header of a form.
pub(super) fn under(form: &Form<'_>, header: &Header) -> Vec<Indicator> {
    until(form, header, form.end)
}

/// The indicators under a header down to a row.
fn until(form: &Form<'_>, header: &Header, end: usize) -> Vec<Indicator> {
    let mut rows = Rows::new(form.words, header);
    let mut out = Vec::new();
    let mut row = header.last + 1;
    while row < end {
        match rows.read(row) {
            Row::Indicator(found) => out.extend(found.into_indicator()),
            Row::Nothing | Row::Total => {}
            // On the next printed page the head stands again, below the title and the page's number.
            Row::Footer => row = (row..end).find(|&row| rows.repeats_header(row)).unwrap_or(end),
        }
        row += 1;
    }
    out
}
