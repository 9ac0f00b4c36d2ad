//! What the forms of a pre-assessment ask, what follows from what is typed, and the commands that they make.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::field::{Answer, ChoiceField, Field, Kind as Line};
use crate::app::form::sheet::{Entry, Sheet};
use crate::domain::assessment::record::{HandedAssessment, ItemScore, SelfAssessment, Verdict};
use crate::domain::assessment::refusal::AssessmentRefusal;
use crate::domain::assessment::rule::rules;
use crate::domain::assessment::view::AssessmentFile;
use crate::domain::assessment::wish::{AssessmentWish, ReviewWish};
use crate::domain::command::Command;
use crate::domain::money::Money;
use crate::domain::refusal::Refusal;
use crate::domain::target::{ProjectName, UnitName};
use crate::domain::unsent::{ASSESS, ASSESS_REVIEW};

/// Which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The unit's own assessment.
    Fill,
    /// A desk's review, or the conclusion.
    Review,
}

/// The columns that are filled in, by their ids.
pub const COLUMNS: [&str; 3] = ["score", "reason", "evidence"];
/// The button that saves or sends.
pub const SEND: &str = "send";
/// The button that saves and hands in.
pub const SEND_ON: &str = "send-on";

impl Kind {
    /// The stable id, under which drafts are kept.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Fill => ASSESS,
            Self::Review => ASSESS_REVIEW,
        }
    }

    /// The columns that this form fills in.
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Fill => &COLUMNS,
            Self::Review => COLUMNS.split_at(1).0,
        }
    }
}

/// The id of a cell.
pub fn cell(row: usize, column: &str) -> String {
    format!("item.{row}.{column}")
}

/// The fields before anything is typed: of one that is there what stands.
pub fn sheet(kind: Kind, file: Option<&AssessmentFile>, common: &Common) -> Sheet {
    let mut entries = Vec::new();
    if kind == Kind::Fill {
        head(file, common, &mut entries);
    }
    for row in 0..rules().course.items().count() {
        for (place, column) in kind.columns().iter().enumerate() {
            let most = if *column == "score" { 6 } else { 300 };
            let mut entry = Entry::line(cell(row, column), t!(format!("assess.column.{column}")), Line::Words, most);
            entry.cell = Some((row, place));
            entries.push(entry);
        }
    }
    match kind {
        Kind::Fill => {
            if file.is_some_and(|file| file.assessment.standing.answered.is_some()) {
                entries.push(Entry::text("rectified", t!("field.rectified")));
            }
            entries.push(Entry::new(SEND, t!("assess.save"), Field::Button));
            if file.is_some() {
                entries.push(Entry::new(SEND_ON, t!("assess.save-on"), Field::Button));
            }
        }
        Kind::Review => verdict(file, &mut entries),
    }
    let mut sheet = Sheet::new(entries);
    sheet.set_texts(&known(kind, file));
    refresh(kind, &mut sheet, file);
    sheet
}

fn head(file: Option<&AssessmentFile>, common: &Common, entries: &mut Vec<Entry>) {
    if file.is_none() {
        entries.push(Entry::line("unit", t!("field.unit"), Line::Words, 60));
        entries.push(Entry::line("project", t!("field.project"), Line::Words, 120));
        entries.push(Entry::line("code", t!("assess.field.code"), Line::Words, 24));
        let categories = common.procedure.categories.iter().map(|one| Answer::new(one, one.clone()));
        let none = Answer::new("", t!("form.none"));
        let choice = ChoiceField::new(std::iter::once(none).chain(categories).collect());
        entries.push(Entry::new("category", t!("assess.field.category"), Field::Choice(choice)));
    }
    entries.push(Entry::line("amount", t!("assess.field.amount"), Line::Money, 20));
    entries.push(Entry::text("summary", t!("field.summary")));
}

fn decides(file: Option<&AssessmentFile>) -> bool {
    let stage = file.and_then(|file| file.assessment.standing.stage.as_deref());
    stage.and_then(|stage| rules().course.stage(stage)).is_some_and(|stage| stage.decides)
}

fn verdict(file: Option<&AssessmentFile>, entries: &mut Vec<Entry>) {
    let on = if decides(file) { Verdict::Conclude } else { Verdict::Pass };
    let answers =
        [on, Verdict::Return].map(|one| Answer::new(one.id(), crate::domain::assessment::words::verdict(one)));
    entries.push(Entry::new("verdict", t!("assess.field.verdict"), Field::Choice(ChoiceField::new(answers.to_vec()))));
    if decides(file) {
        let by_total = Answer::new("", t!("assess.field.by-total"));
        let all = rules().conclusions.iter().map(|one| Answer::new(&one.id, one.name.local()));
        let choice = ChoiceField::new(std::iter::once(by_total).chain(all).collect());
        entries.push(Entry::new("conclusion", t!("assess.field.conclusion"), Field::Choice(choice)));
    }
    entries.push(Entry::text("opinion", t!("field.opinion")));
    entries.push(Entry::line("due", t!("assess.field.due"), Line::Day, 10));
    entries.push(Entry::new(SEND, t!("form.send"), Field::Button));
}

/// What is known already: the newest form, or the points of the stage before, else the unit's own.
fn known(kind: Kind, file: Option<&AssessmentFile>) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let Some((file, form)) = file.and_then(|file| Some((file, file.newest()?))) else { return texts };
    let mut put = |id: String, text: String| drop(texts.insert(id, text));
    let round = file.assessment.standing.round;
    let given = file.scored().filter(|given| given.review.round == round).map(|given| &given.review.scores);
    for (row, item) in form.items.iter().enumerate() {
        let own = item.score.map(|score| score.normalize().to_string()).unwrap_or_default();
        let score = match (kind, given.and_then(|scores| scores.get(row))) {
            (Kind::Review, Some(score)) => score.normalize().to_string(),
            _ => own,
        };
        put(cell(row, "score"), score);
        put(cell(row, "reason"), item.reason.clone());
        put(cell(row, "evidence"), item.evidence.clone());
    }
    put("amount".to_owned(), form.amount.map(Money::wan).unwrap_or_default());
    put("summary".to_owned(), form.summary.clone());
    texts
}

/// The points of an item that are typed, if the item has so many.
pub fn points(sheet: &Sheet, row: usize) -> Option<Decimal> {
    let points: Decimal = sheet.text(&cell(row, "score")).trim().parse().ok()?;
    let most = rules().course.items().nth(row)?.points;
    (points >= Decimal::ZERO && points <= most).then_some(points)
}

/// The sum of what is typed, if every item has points.
pub fn total(sheet: &Sheet) -> Option<Decimal> {
    (0..rules().course.items().count()).map(|row| points(sheet, row)).sum()
}

/// Says at once what is no number of points, or too many; and leaves out what this verdict does not ask.
pub fn refresh(kind: Kind, sheet: &mut Sheet, file: Option<&AssessmentFile>) {
    for (row, item) in rules().course.items().enumerate() {
        let typed = sheet.text(&cell(row, "score")).trim().to_owned();
        let fault = match typed.parse::<Decimal>() {
            _ if typed.is_empty() => None,
            Ok(points) if points >= Decimal::ZERO && points <= item.points => None,
            Ok(points) => {
                let name = item.name.local().to_owned();
                Some(AssessmentRefusal::Outside(row + 1, name, points, item.points).words())
            }
            Err(_) => Some(t!("execution.no-points", text = typed).into_owned()),
        };
        if let Some(entry) = sheet.get_mut(&cell(row, "score")) {
            entry.error = fault;
        }
    }
    if kind == Kind::Review && decides(file) {
        let returns = sheet.text("verdict") == Verdict::Return.id();
        if let Some(entry) = sheet.get_mut("conclusion") {
            entry.hidden = returns;
        }
    }
}

/// What the form leads to, in a line.
pub fn outlook(kind: Kind, sheet: &Sheet, file: Option<&AssessmentFile>) -> String {
    let Some(total) = total(sheet) else {
        let missing = (0..rules().course.items().count()).filter(|row| points(sheet, *row).is_none()).count();
        return t!("assess.outlook.missing", count = missing).into_owned();
    };
    let suggested = rules().of_total(total).map(|one| one.name.local()).unwrap_or_default();
    let total = total.normalize();
    match (kind, sheet.text("verdict").as_str()) {
        (Kind::Fill, _) => t!("assess.outlook.own", total = total, suggested = suggested),
        (Kind::Review, "return") => t!("assess.outlook.return", total = total),
        (Kind::Review, _) if decides(file) => {
            let chosen = rules().conclusion(&sheet.text("conclusion")).map_or(suggested, |one| one.name.local());
            t!("assess.outlook.conclude", total = total, suggested = suggested, chosen = chosen)
        }
        (Kind::Review, _) => t!("assess.outlook.pass", total = total, suggested = suggested),
    }
    .into_owned()
}

fn money(sheet: &Sheet) -> Option<Money> {
    match sheet.get("amount").map(|entry| &entry.field) {
        Some(Field::Line(input)) => input.money().ok().flatten(),
        _ => None,
    }
}

/// The commands that a button makes of what is typed.
///
/// # Errors
/// The field that hinders it, and why.
pub fn commands(
    kind: Kind,
    button: &str,
    (sheet, file): (&Sheet, Option<&AssessmentFile>),
    year: i32,
) -> Result<Vec<Command>, (String, String)> {
    let wrong = sheet.entries.iter().find_map(|entry| Some((entry.id.clone(), entry.error.clone()?)));
    if let Some(problem) = wrong.or_else(|| sheet.first_problem()) {
        return Err(problem);
    }
    let wish = |wish| Command::Assessment(Box::new(wish));
    match (kind, file) {
        (Kind::Fill, _) => {
            let mut all = vec![wish(AssessmentWish::Fill(Box::new(handed(sheet, file, year))))];
            if let (SEND_ON, Some(file)) = (button, file) {
                all.push(wish(AssessmentWish::Submit { assessment: file.assessment.id, seen: None }));
            }
            Ok(all)
        }
        (Kind::Review, Some(file)) => Ok(vec![wish(AssessmentWish::Review(Box::new(review(sheet, file))))]),
        (Kind::Review, None) => Ok(Vec::new()),
    }
}

fn handed(sheet: &Sheet, file: Option<&AssessmentFile>, year: i32) -> HandedAssessment {
    let text = |id: &str| sheet.text(id).trim().to_owned();
    let stated = |id: &str| Some(text(id)).filter(|text| !text.is_empty());
    let item = |(row, item): (usize, &crate::domain::procedure::Item)| ItemScore {
        item: item.id.clone(),
        score: points(sheet, row),
        reason: text(&cell(row, "reason")),
        evidence: text(&cell(row, "evidence")),
    };
    let form = SelfAssessment {
        amount: money(sheet),
        summary: text("summary"),
        items: rules().course.items().enumerate().map(item).collect(),
        rectified: text("rectified"),
        source: String::new(),
    };
    match file {
        Some(file) => file.handed_again(form),
        None => HandedAssessment {
            unit: UnitName { code: None, name: text("unit") },
            project: ProjectName { code: stated("code"), name: text("project") },
            year: Some(year),
            category: stated("category"),
            form,
        },
    }
}

fn review(sheet: &Sheet, file: &AssessmentFile) -> ReviewWish {
    let count = rules().course.items().count();
    let scores: Option<Vec<Decimal>> = (0..count).map(|row| points(sheet, row)).collect();
    let text = |id: &str| sheet.text(id).trim().to_owned();
    let verdict = Verdict::of_id(&text("verdict")).unwrap_or(Verdict::Pass);
    let conclusion = Some(text("conclusion")).filter(|text| verdict == Verdict::Conclude && !text.is_empty());
    let due = match sheet.get("due").map(|entry| &entry.field) {
        Some(Field::Line(input)) => input.day().ok().flatten(),
        _ => None,
    };
    ReviewWish {
        assessment: file.assessment.id,
        seen: Some(file.assessment.version),
        stage: file.assessment.standing.stage.clone().unwrap_or_default(),
        scores: scores.unwrap_or_default(),
        verdict,
        conclusion,
        opinion: text("opinion"),
        reason: String::new(),
        due,
    }
}

/// The field that a refusal is about.
pub fn place_of(refusal: &Refusal) -> Option<String> {
    Some(match refusal {
        Refusal::Assessment(AssessmentRefusal::NoScore(number, _) | AssessmentRefusal::Outside(number, ..)) => {
            cell(number - 1, "score")
        }
        Refusal::Assessment(AssessmentRefusal::NoGrounds(number, _)) => cell(number - 1, "evidence"),
        Refusal::Assessment(AssessmentRefusal::Count(..)) => cell(0, "score"),
        Refusal::Assessment(AssessmentRefusal::NoReason(..)) | Refusal::Blank("field.opinion") => "opinion".to_owned(),
        Refusal::Blank("field.amount") => "amount".to_owned(),
        Refusal::Blank("field.summary") => "summary".to_owned(),
        Refusal::Blank("field.rectified") => "rectified".to_owned(),
        Refusal::Blank("field.unit") | Refusal::UnknownUnit(_) => "unit".to_owned(),
        Refusal::Blank("field.project") => "project".to_owned(),
        Refusal::DueInPast(_) => "due".to_owned(),
        _ => return None,
    })
}
