//! The review at one of the stages: criteria, the overall grade that the rule suggests, opinion and verdict.

use rust_decimal::{Decimal, RoundingStrategy};
use rust_i18n::t;

use super::kind::{Hindrance, SEND, given};
use super::sheet::{Entry, Sheet};
use crate::app::common::Common;
use crate::app::field::{Answer, ChoiceField, Field, Kind, PointsField};
use crate::domain::command::{Command, ReviewWish, Verdict};
use crate::domain::grade::Grade;
use crate::domain::procedure::Criterion;
use crate::domain::view::CaseFile;

/// The id of a criterion's field.
pub fn criterion(place: usize) -> String {
    format!("criterion.{place}")
}

/// The id of the field of a criterion's points.
pub fn points(place: usize) -> String {
    format!("points.{place}")
}

/// A field for each criterion of the procedure: its grade, or of a key project its points.
pub fn criteria_entries(file: &CaseFile, common: &Common) -> Vec<Entry> {
    let criteria = common.procedure.criteria.iter().enumerate();
    let scored = file.target.standing.key_project;
    let entry = |(place, one): (usize, &Criterion)| {
        if !scored {
            return Entry::grade(criterion(place), one.name.local());
        }
        let field = PointsField::new(one.points, common.procedure.scored.bands(one.points));
        Entry::new(points(place), one.name.local(), Field::Points(Box::new(field)))
    };
    criteria.map(entry).collect()
}

/// Whether the form is that of a key project.
pub fn is_scored(sheet: &Sheet) -> bool {
    sheet.get(&points(0)).is_some()
}

/// What is given to a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A grade.
    Grade(Grade),
    /// Points, of a key project.
    Points(Decimal),
}

/// What is given to the criteria so far, in their order.
pub fn marks(sheet: &Sheet, common: &Common) -> Vec<Option<Mark>> {
    let scored = is_scored(sheet);
    let mark = |place: usize| {
        if scored {
            return sheet.points(&points(place)).map(Mark::Points);
        }
        sheet.grade(&criterion(place)).map(Mark::Grade)
    };
    (0..common.procedure.criteria.len()).map(mark).collect()
}

/// The same apart, as commands carry them.
pub fn apart(marks: &[Mark]) -> (Vec<Grade>, Vec<Decimal>) {
    let grades = marks.iter().filter_map(|mark| if let Mark::Grade(grade) = mark { Some(*grade) } else { None });
    let points = marks.iter().filter_map(|mark| if let Mark::Points(points) = mark { Some(*points) } else { None });
    (grades.collect(), points.collect())
}

/// The overall grade that the rule gives, once every criterion has its mark.
pub fn suggested(sheet: &Sheet, common: &Common) -> Option<Grade> {
    let marks: Option<Vec<_>> = marks(sheet, common).into_iter().collect();
    let (grades, points) = apart(&marks?);
    if points.is_empty() {
        return common.procedure.general.overall(&grades);
    }
    Some(common.procedure.scored.overall(&points))
}

/// The words for the rule's suggestion, with the document that it comes from; `stands` where it is the grade as long as nobody gives another.
pub fn suggestion(sheet: &Sheet, common: &Common, stands: bool) -> String {
    let given = marks(sheet, common);
    let missing = given.iter().filter(|mark| mark.is_none()).count();
    let (_, points) = apart(&given.into_iter().flatten().collect::<Vec<_>>());
    let total = points.iter().sum::<Decimal>().normalize();
    match (is_scored(sheet), suggested(sheet, common)) {
        (true, Some(grade)) => {
            let words = if stands { "form.stands-points" } else { "form.suggested-points" };
            t!(words, total = total, grade = grade, source = common.procedure.sources[1])
        }
        (true, None) => t!("form.unscored", total = total, count = missing),
        (false, Some(grade)) => {
            let words = if stands { "form.stands" } else { "form.suggested" };
            t!(words, grade = grade, source = common.procedure.sources[0])
        }
        (false, None) => t!("form.ungraded", count = missing),
    }
    .into_owned()
}

pub(super) fn sheet(file: &CaseFile, common: &Common) -> Sheet {
    let verdicts = [Verdict::Pass, Verdict::Return];
    let answer = |verdict: Verdict| Answer::new(verdict.id(), t!(format!("verdict.{}", verdict.id())));
    let mut entries = criteria_entries(file, common);
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
    let own = sheet.grade("grade");
    let (rule, note) = (suggested(sheet, common), suggestion(sheet, common, own.is_none()));
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
    let scored = is_scored(sheet);
    let mut all = Vec::new();
    for (place, mark) in marks(sheet, common).into_iter().enumerate() {
        let missing = || missing(place, scored);
        all.push(mark.or_else(|| outlook.then(|| typical(place, scored, common))).ok_or_else(missing)?);
    }
    let (criteria, points) = apart(&all);
    let rule = if scored { Some(common.procedure.scored.overall(&points)) } else { None };
    let rule = rule.or_else(|| common.procedure.general.overall(&criteria)).unwrap_or(Grade::Good);
    let returned = sheet.text("verdict") == Verdict::Return.id();
    Ok(vec![Command::Review(Box::new(ReviewWish {
        target: file.target.id,
        seen: Some(seen),
        stage,
        grade: sheet.grade("grade").unwrap_or(rule),
        criteria,
        points,
        verdict: if returned { Verdict::Return } else { Verdict::Pass },
        opinion: given(sheet, "opinion", outlook),
        reason: given(sheet, "reason", outlook),
    }))])
}

/// What to say of a criterion without its mark.
pub(super) fn missing(place: usize, scored: bool) -> Hindrance {
    if scored {
        return Hindrance { id: points(place), words: t!("form.score-this").into_owned() };
    }
    Hindrance { id: criterion(place), words: t!("form.grade-this").into_owned() }
}

/// What stands for a mark that is still missing, so that the outlook can be told.
fn typical(place: usize, scored: bool, common: &Common) -> Mark {
    let criterion = common.procedure.criteria.get(place).filter(|_| scored);
    criterion.map_or(Mark::Grade(Grade::Good), |criterion| {
        Mark::Points(common.procedure.scored.bands(criterion.points)[1].round_dp_with_strategy(0, UP))
    })
}

/// The points shown to the outlook are whole ones.
const UP: RoundingStrategy = RoundingStrategy::AwayFromZero;
