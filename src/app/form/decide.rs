//! The decision of the joint session: the chair's grade, which routes the target; the criteria may be graded too.

use rust_i18n::t;

use super::kind::{Hindrance, SEND, given};
use super::review::{apart, criteria_entries, is_scored, marks, missing, suggested, suggestion};
use super::sheet::{Entry, Sheet};
use crate::app::common::Common;
use crate::app::field::{Field, Input, Kind};
use crate::domain::calendar::add_working_days;
use crate::domain::command::Command;
use crate::domain::target::State;
use crate::domain::view::CaseFile;

/// The form; the focus is on the overall grade.
pub(super) fn sheet(file: &CaseFile, common: &Common) -> Sheet {
    let mut entries = criteria_entries(file, common);
    let focus = entries.len();
    entries.extend([
        Entry::grade("grade", t!("form.field.grade")),
        Entry::text("opinion", t!("form.field.opinion")),
        Entry::line("due", t!("form.field.due"), Kind::Day, 12),
        Entry::new(SEND, t!("form.send"), Field::Button),
    ]);
    let mut sheet = Sheet { focus, ..Sheet::new(entries) };
    refresh(&mut sheet, common);
    sheet
}

pub(super) fn refresh(sheet: &mut Sheet, common: &Common) {
    let graded = marks(sheet, common).iter().any(Option::is_some);
    let note = if graded { suggestion(sheet, common, false) } else { t!("form.criteria-optional").into_owned() };
    let route = sheet.grade("grade").and_then(|grade| common.procedure.route(grade));
    let acts = route.is_some_and(|route| matches!(route.to, State::Returned | State::Negotiating));
    let usual = route.and_then(|route| route.days).map(|days| add_working_days(common.now.today, days));
    if let Some(entry) = sheet.get_mut("grade") {
        entry.note = note;
    }
    if let Some(entry) = sheet.get_mut("due") {
        entry.hidden = !acts;
        entry.note = usual.map_or_else(String::new, |day| t!("form.due-note", day = day.to_string()).into_owned());
    }
}

pub(super) fn commands(
    sheet: &Sheet,
    file: &CaseFile,
    seen: u32,
    common: &Common,
    outlook: bool,
) -> Result<Vec<Command>, Hindrance> {
    let hindrance = |id: &str, words: String| Hindrance { id: id.to_owned(), words };
    let grade = sheet.grade("grade").or_else(|| suggested(sheet, common).filter(|_| outlook));
    let grade = grade.ok_or_else(|| hindrance("grade", t!("form.grade-first").into_owned()))?;
    let all = marks(sheet, common);
    let partly = all.iter().any(Option::is_some) && !outlook;
    let mut given_marks = Vec::new();
    if partly {
        for (place, mark) in all.into_iter().enumerate() {
            let id = missing(place, is_scored(sheet)).id;
            let lacks = || hindrance(&id, t!("form.all-or-none").into_owned());
            given_marks.push(mark.ok_or_else(lacks)?);
        }
    }
    let (criteria, points) = apart(&given_marks);
    let due = match sheet.get("due") {
        Some(entry) if !entry.hidden => day(&entry.field).map_err(|words| hindrance("due", words)),
        _ => Ok(None),
    };
    Ok(vec![Command::Decide {
        target: file.target.id,
        seen: Some(seen),
        criteria,
        points,
        grade,
        opinion: given(sheet, "opinion", outlook),
        due: if outlook { due.unwrap_or_default() } else { due? },
    }])
}

fn day(field: &Field) -> Result<Option<jiff::civil::Date>, String> {
    match field {
        Field::Line(input) => Input::day(input),
        _ => Ok(None),
    }
}
