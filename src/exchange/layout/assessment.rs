//! Pre-assessments (事前绩效评估): a unit's own assessment with points, reasons and evidence of every item, or a desk's score sheet.
//!
//! Items are known by their words (`assessment::rule`), never by their place; what is no number, too many points, missing or unknown is told at
//! its cell.

use rust_decimal::Decimal;
use rust_i18n::t;

use super::{Carries, Layout, Recognition, Survey};
use crate::domain::assessment::record::{HandedAssessment, ItemScore, SelfAssessment};
use crate::domain::assessment::refusal::AssessmentRefusal;
use crate::domain::assessment::rule::rules;
use crate::domain::assessment::wish::ScoreSheet;
use crate::domain::handin::{HandedForm, Severity};
use crate::domain::measure::{decimal, says_nothing, squeeze};
use crate::domain::target::{ProjectName, UnitName};
use crate::exchange::form::{PROJECT, UNIT, label_of};
use crate::exchange::name;
use crate::exchange::page::Page;
use crate::exchange::sheet::Sheet;

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Assessments, recognise, read };

/// Heads of the unit's own points, and of a desk's.
const OWN: &[&str] = &["自评得分", "自评分", "自评分数", "单位自评得分"];
const GIVEN: &[&str] = &["评审得分", "审核得分", "评分", "得分", "专家评分", "评估得分"];
/// Words of a desk's sheet in its title.
const SCORE_SHEET: [&str; 2] = ["评分表", "评审表"];
/// Heads of reasons and of evidence.
const REASON: &[&str] = &["自评说明", "说明", "评分说明", "评分理由", "自评情况", "扣分理由", "评估说明"];
const EVIDENCE: &[&str] = &["佐证材料", "证明材料", "依据材料", "佐证资料", "相关评估资料"];
/// Labels of the other texts.
const AMOUNT: &[&str] = &[
    "申请金额",
    "申请预算金额",
    "项目金额",
    "申请资金",
    "申请财政资金",
    "申请预算",
    "预算金额",
    "项目预算",
    "项目资金",
    "资金总额",
];
const SUMMARY: &[&str] = &["项目概况", "项目基本情况", "项目概况和立项依据", "立项依据"];
const CATEGORY: &[&str] = &["项目分类", "项目类别", "分类"];
const RECTIFIED: &[&str] = &["整改情况", "整改结果"];
const OPINION: &[&str] = &["评审意见", "审核意见", "评估意见", "意见"];
const CONCLUSION: &[&str] = &["评估结论", "结论"];

fn words() -> String {
    t!("exchange.layout.assessment").into_owned()
}

/// The table's columns.
struct Table {
    row: usize,
    score: usize,
    is_own: bool,
    reason: Option<usize>,
    evidence: Option<usize>,
}

/// The table of a sheet. Where the unit's points stand beside a desk's, the title says whose sheet it is.
fn table(survey: &Survey<'_>) -> Option<Table> {
    let (sheet, is_scored) = (survey.sheet, SCORE_SHEET.iter().any(|word| survey.titled(word)));
    (0..sheet.height()).find_map(|row| {
        let column = |heads: &[&str]| {
            sheet.places(row).into_iter().find(|&col| {
                let text = squeeze(sheet.own(row, col));
                heads.iter().any(|head| text.split('(').next() == Some(*head))
            })
        };
        let (own, given) = (column(OWN), column(GIVEN));
        let own = own.filter(|_| !(is_scored && given.is_some()));
        let score = own.or(given)?;
        let named = (row + 1..sheet.height()).filter(|&below| item_at(sheet, below, score).is_some()).count();
        (named >= 5).then(|| Table {
            row,
            score,
            is_own: own.is_some(),
            reason: column(REASON).filter(|col| *col != score),
            evidence: column(EVIDENCE),
        })
    })
}

/// The item that a row is about, by the texts left of its points.
fn item_at(sheet: &Sheet, row: usize, score: usize) -> Option<usize> {
    let own = sheet.places(row).into_iter().filter(|&col| col < score && sheet.origin(row, col).0 == row);
    own.rev().find_map(|col| rules().item_named(sheet.text(row, col)))
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    // The title is asked first: for the table every cell of a long list is looked at.
    if !(survey.titled("事前") || survey.titled("评估")) {
        return Recognition::weigh(&[("事前评估", false, true)]);
    }
    let (sheet, found) = (survey.sheet, table(survey));
    Recognition::weigh(&[
        ("事前评估", true, true),
        ("评估要点、得分", found.is_some(), true),
        ("项目名称", label(sheet, PROJECT).is_some(), true),
        ("评估结论", label(sheet, CONCLUSION).is_some(), false),
        ("佐证材料", found.is_some_and(|found| found.evidence.is_some()), false),
    ])
}

/// The text behind a label, in its cell or to the right of it, with its place.
fn label(sheet: &Sheet, labels: &[&str]) -> Option<(usize, usize, String)> {
    for wanted in labels {
        for row in 0..sheet.height() {
            for col in sheet.places(row) {
                if sheet.origin(row, col) != (row, col) {
                    continue;
                }
                let Some(inline) = label_of(sheet.own(row, col), &[wanted]) else { continue };
                if !inline.is_empty() {
                    return Some((row, col, inline));
                }
                let right = sheet.places(row).into_iter().find(|&next| next > sheet.end(row, col).1);
                let text = right.map(|next| sheet.text(row, next).to_owned()).unwrap_or_default();
                return Some((row, right.unwrap_or(col), text));
            }
        }
    }
    None
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    let sheet = survey.sheet;
    let Some(table) = table(survey) else { return };
    let (row, col, text) = label(sheet, PROJECT).unwrap_or_default();
    if says_nothing(&text) {
        return page.problem(Severity::Error, row, col, t!("exchange.project.unnamed"));
    }
    let project = name::project(&text);
    let unit = label(sheet, UNIT).filter(|(_, _, text)| !says_nothing(text));
    let unit = unit.map_or_else(UnitName::default, |(_, _, text)| name::unit(&name::inline(&text)));
    if unit.name.is_empty() {
        page.problem(Severity::Warning, row, col, t!("exchange.unit.missing"));
    }
    let year = page.year(0..row.max(1));
    let items = items(sheet, &table, page);
    let form = if table.is_own {
        HandedForm::Assessment(Box::new(own(sheet, page, (unit, project, year), items)))
    } else {
        let Some(sheet) = scores(sheet, page, &table, (unit, project, year), &items) else { return };
        HandedForm::Scores(Box::new(sheet))
    };
    page.form((row, col), form);
}

type Of = (UnitName, ProjectName, Option<i32>);

fn text_of(sheet: &Sheet, labels: &[&str]) -> String {
    label(sheet, labels)
        .map(|(_, _, text)| text.trim().to_owned())
        .filter(|text| !says_nothing(text))
        .unwrap_or_default()
}

fn own(sheet: &Sheet, page: &mut Page<'_>, (unit, project, year): Of, items: Vec<ItemScore>) -> HandedAssessment {
    let amount = label(sheet, AMOUNT).and_then(|(row, col, text)| {
        let scale = page.scale(sheet.text(row, col.saturating_sub(1)), row);
        page.amount((row, col), &text, scale)
    });
    let category = Some(text_of(sheet, CATEGORY)).filter(|text| !text.is_empty());
    let category = category.and_then(|text| name::category(&text));
    let (summary, rectified) = (text_of(sheet, SUMMARY), text_of(sheet, RECTIFIED));
    let form = SelfAssessment { amount, summary, items, rectified, source: page.file.to_owned() };
    HandedAssessment { unit, project, year, category, form }
}

/// The items in the procedure's order, blank where the form has none.
fn items(sheet: &Sheet, table: &Table, page: &mut Page<'_>) -> Vec<ItemScore> {
    let course = &rules().course;
    let blank = |item: &crate::domain::procedure::Item| ItemScore { item: item.id.clone(), ..ItemScore::default() };
    let mut items: Vec<ItemScore> = course.items().map(blank).collect();
    let mut found = vec![false; items.len()];
    for row in (table.row + 1..sheet.height()).take_while(|row| !ends(sheet, *row)) {
        let text = sheet.in_column(row, table.score);
        let Some(place) = item_at(sheet, row, table.score) else {
            unknown(sheet, table, row, page);
            continue;
        };
        if std::mem::replace(&mut found[place], true) {
            let item = course.items().nth(place).map_or("", |item| item.name.zh.as_str());
            page.problem(Severity::Error, row, table.score, t!("exchange.assessment.twice", name = item));
            continue;
        }
        let column =
            |column: Option<usize>| column.map(|col| sheet.in_column(row, col).trim().to_owned()).unwrap_or_default();
        items[place].reason = column(table.reason);
        items[place].evidence = column(table.evidence);
        items[place].score = score(text, place, (row, table.score), page);
    }
    for (item, _) in course.items().zip(&found).filter(|(_, found)| !**found) {
        let message = t!("exchange.assessment.missing", name = item.name.zh);
        page.problem(Severity::Warning, table.row, table.score, message);
    }
    items
}

/// Whether the table is over: its sum, or what is said below it.
fn ends(sheet: &Sheet, row: usize) -> bool {
    let first = sheet.places(row).into_iter().map(|col| sheet.own(row, col)).find(|text| !text.is_empty());
    let below = [OPINION, CONCLUSION, RECTIFIED].concat();
    first.is_some_and(|text| name::is_total(text) || label_of(text, &below).is_some())
}

/// A row with points whose item nobody knows; sums and notes are none.
fn unknown(sheet: &Sheet, table: &Table, row: usize, page: &mut Page<'_>) {
    let left = (0..table.score).map(|col| sheet.own(row, col)).find(|text| !text.is_empty()).unwrap_or_default();
    let is_number = decimal(&squeeze(sheet.in_column(row, table.score))).is_some();
    if is_number && !left.is_empty() {
        page.problem(Severity::Warning, row, table.score, t!("exchange.assessment.unknown", name = left));
    }
}

fn score(text: &str, place: usize, (row, col): (usize, usize), page: &mut Page<'_>) -> Option<Decimal> {
    if says_nothing(text) {
        return None;
    }
    let item = rules().course.items().nth(place)?;
    let stated = squeeze(text);
    let Some(points) = decimal(stated.trim_end_matches('分')) else {
        let message = t!("exchange.assessment.no-points", text = text, name = item.name.zh);
        page.problem(Severity::Error, row, col, message);
        return None;
    };
    if points < Decimal::ZERO || points > item.points {
        let refusal = AssessmentRefusal::Outside(place + 1, item.name.local().to_owned(), points, item.points);
        page.problem(Severity::Error, row, col, refusal.words());
        return None;
    }
    Some(points)
}

fn scores(
    sheet: &Sheet,
    page: &mut Page<'_>,
    table: &Table,
    (unit, project, year): Of,
    items: &[ItemScore],
) -> Option<ScoreSheet> {
    let scores: Option<Vec<Decimal>> = items.iter().map(|item| item.score).collect();
    let Some(scores) = scores else {
        page.problem(Severity::Error, table.row, table.score, t!("exchange.assessment.not-all"));
        return None;
    };
    let conclusion = label(sheet, CONCLUSION).filter(|(_, _, text)| !says_nothing(text));
    let conclusion = conclusion.and_then(|(row, col, text)| {
        let known = rules().conclusion_named(&text).map(|one| one.id.clone());
        if known.is_none() {
            let names: Vec<String> = rules().conclusions.iter().map(|one| one.name.local().to_owned()).collect();
            page.problem(Severity::Error, row, col, AssessmentRefusal::UnknownConclusion(text, names).words());
        }
        known
    });
    Some(ScoreSheet { unit, project, year, scores, conclusion, opinion: text_of(sheet, OPINION) })
}
