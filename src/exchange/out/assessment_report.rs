//! The report of a pre-assessment (事前绩效评估报告) as a Word document: the project, the points of every item by the unit and by the desks, what
//! the desks said, the conclusion with its rule, and what was put right.

use std::fs::File;
use std::io;

use jiff::civil::Date;
use rust_i18n::t;

use super::paper::Pages;
use super::provenance::Provenance;
use crate::domain::assessment::record::SelfAssessment;
use crate::domain::assessment::rule::rules;
use crate::domain::assessment::view::AssessmentFile;
use crate::domain::assessment::words::{self, points};
use crate::domain::money::Money;
use crate::domain::time::on_paper;

/// Percent of the width of each column: dimension, item, points, own, given, reason and evidence.
const WIDTHS: [u32; 6] = [16, 24, 8, 8, 8, 36];

/// Writes the report of a pre-assessment, dated `day`, in the name of the unit.
///
/// # Errors
/// When it cannot be written.
pub fn write(file: &mut File, of: &AssessmentFile, day: Date, provenance: &Provenance) -> io::Result<()> {
    let mut pages = Pages::new();
    let blank = SelfAssessment::default();
    let form = of.newest().unwrap_or(&blank);
    pages.title(&t!("out.assessment.title", project = of.assessment.project.name), false);
    pages.heading(&t!("out.assessment.basics"));
    pages.text(&t!(
        "out.assessment.basics-text",
        project = of.assessment.project.name,
        unit = of.unit.name,
        year = of.assessment.year,
        amount = form.amount.map_or_else(|| "-".to_owned(), Money::wan),
        round = of.assessment.standing.round
    ));
    if !form.summary.is_empty() {
        pages.text(&form.summary);
    }
    items(&mut pages, of, form);
    opinions(&mut pages, of);
    conclusion(&mut pages, of, form);
    pages.signature(&of.unit.name, &on_paper(day));
    pages.write(file, &provenance.line())
}

fn items(pages: &mut Pages, of: &AssessmentFile, form: &SelfAssessment) {
    pages.heading(&t!("out.assessment.items"));
    let head = ["dimension", "item", "points", "own", "given", "grounds"]
        .map(|key| t!(format!("out.assessment.column.{key}")).into_owned());
    let given = of.scored().map(|given| given.review.scores.as_slice()).unwrap_or_default();
    let mut rows = Vec::new();
    let mut place = 0;
    for criterion in &rules().course.criteria {
        for (number, item) in criterion.items.iter().enumerate() {
            let said = form.items.get(place).cloned().unwrap_or_default();
            let grounds: Vec<&str> =
                [said.reason.as_str(), said.evidence.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
            let dimension = if number == 0 { criterion.name.local().to_owned() } else { String::new() };
            rows.push(vec![
                dimension,
                item.name.local().to_owned(),
                item.points.normalize().to_string(),
                points(said.score),
                points(given.get(place).copied()),
                grounds.join("；"),
            ]);
            place += 1;
        }
    }
    let total = of.scored().and_then(|given| given.review.total);
    let sum = t!("out.assessment.sum").into_owned();
    rows.push(vec![sum, String::new(), "100".to_owned(), points(form.total()), points(total), String::new()]);
    pages.table(&head, &rows, &WIDTHS);
}

fn opinions(pages: &mut Pages, of: &AssessmentFile) {
    pages.heading(&t!("out.assessment.opinions"));
    if of.reviews.is_empty() {
        pages.text(&t!("out.assessment.no-opinions"));
    }
    for (place, given) in of.reviews.iter().enumerate() {
        let review = &given.review;
        let made = review.conclusion.as_deref().map_or_else(|| words::verdict(review.verdict), words::conclusion);
        pages.text(&t!(
            "out.assessment.opinion",
            number = place + 1,
            round = review.round,
            stage = words::stage(&review.stage),
            verdict = made,
            total = points(review.total),
            opinion = review.opinion
        ));
    }
}

fn conclusion(pages: &mut Pages, of: &AssessmentFile, form: &SelfAssessment) {
    pages.heading(&t!("out.assessment.conclusion"));
    match of.concluded() {
        Some(given) => {
            let made = given.review.conclusion.as_deref().map(words::conclusion).unwrap_or_default();
            let (total, rule) = (points(given.review.total), rules().thresholds());
            pages.text(&t!("out.assessment.concluded", conclusion = made, total = total, rule = rule));
        }
        None => pages.text(&t!("out.assessment.open", place = words::place(&of.assessment.standing))),
    }
    if let Some(due) = of.assessment.standing.due {
        pages.text(&t!("cli.assess.until", due = due));
    }
    if !form.rectified.is_empty() {
        pages.text(&t!("out.assessment.rectified", text = form.rectified));
    }
}
