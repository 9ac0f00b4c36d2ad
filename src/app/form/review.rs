//! The review at one of the stages: criteria, the overall grade that the rule suggests, opinion and verdict.

use rust_i18n::t;

use super::kind::{Hindrance, SEND, given};
use super::sheet::{Entry, Sheet};
use crate::app::common::Common;
use crate::app::field::{Answer, ChoiceField, Field, Kind};
use crate::domain::command::{Command, ReviewWish, Verdict};
use crate::domain::grade::Grade;
use crate::domain::view::CaseFile;

/// The id of a criterion's field.
pub fn criterion(place: usize) -> String {
    format!("criterion.{place}")
}

/// A grade for each criterion of the procedure.
pub fn criteria_entries(common: &Common) -> Vec<Entry> {
    let criteria = common.procedure.criteria.iter().enumerate();
    criteria.map(|(place, one)| Entry::grade(criterion(place), one.name.local())).collect()
}

/// The grades given so far, in the criteria's order.
pub fn grades(sheet: &Sheet, common: &Common) -> Vec<Option<Grade>> {
    (0..common.procedure.criteria.len()).map(|place| sheet.grade(&criterion(place))).collect()
}

/// The overall grade that the general rule gives, once every criterion is graded.
pub fn suggested(sheet: &Sheet, common: &Common) -> Option<Grade> {
    let grades: Option<Vec<_>> = grades(sheet, common).into_iter().collect();
    common.procedure.general.overall(&grades?)
}

/// The words for the rule's suggestion, with the document that it comes from.
pub fn suggestion(sheet: &Sheet, common: &Common) -> String {
    if let Some(grade) = suggested(sheet, common) {
        return t!("form.suggested", grade = grade, source = common.procedure.sources[0]).into_owned();
    }
    let missing = grades(sheet, common).iter().filter(|grade| grade.is_none()).count();
    t!("form.ungraded", count = missing).into_owned()
}

pub(super) fn sheet(common: &Common) -> Sheet {
    let verdicts = [Verdict::Pass, Verdict::Return];
    let answer = |verdict: Verdict| Answer::new(verdict.id(), t!(format!("verdict.{}", verdict.id())));
    let mut entries = criteria_entries(common);
    entries.extend([
        Entry::grade("grade", t!("form.field.grade")),
        Entry::line("reason", t!("form.field.reason"), Kind::Words, 500),
        Entry::text("opinion", t!("form.field.opinion")),
        Entry::new(
            "verdict",
            t!("form.field.verdict"),
            Field::Choice(ChoiceField::new(verdicts.into_iter().map(answer).collect())),
        ),
        Entry::new(SEND, t!("form.send"), Field::Button),
    ]);
    let mut sheet = Sheet::new(entries);
    refresh(&mut sheet, common);
    sheet
}

pub(super) fn refresh(sheet: &mut Sheet, common: &Common) {
    let (rule, note) = (suggested(sheet, common), suggestion(sheet, common));
    let own = sheet.grade("grade");
    if let Some(entry) = sheet.get_mut("grade") {
        entry.note = note;
    }
    let overrides = rule.is_some() && own.is_some() && rule != own;
    if let Some(entry) = sheet.get_mut("reason") {
        entry.hidden = !overrides && entry.field.text().is_empty();
        entry.note = t!("form.reason-note").into_owned();
    }
}

pub(super) fn commands(
    sheet: &Sheet,
    file: &CaseFile,
    seen: u32,
    common: &Common,
    outlook: bool,
) -> Result<Vec<Command>, Hindrance> {
    let stage = file.target.standing.stage.clone().unwrap_or_default();
    let mut criteria = Vec::new();
    for (place, grade) in grades(sheet, common).into_iter().enumerate() {
        let missing = || Hindrance { id: criterion(place), words: t!("form.grade-this").into_owned() };
        criteria.push(grade.or(outlook.then_some(Grade::Good)).ok_or_else(missing)?);
    }
    let rule = common.procedure.general.overall(&criteria).unwrap_or(Grade::Good);
    let returned = sheet.text("verdict") == Verdict::Return.id();
    Ok(vec![Command::Review(Box::new(ReviewWish {
        target: file.target.id,
        seen: Some(seen),
        stage,
        grade: sheet.grade("grade").unwrap_or(rule),
        criteria,
        verdict: if returned { Verdict::Return } else { Verdict::Pass },
        opinion: given(sheet, "opinion", outlook),
        reason: given(sheet, "reason", outlook),
    }))])
}
