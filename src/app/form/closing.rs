//! The acts outside the stages: settling a negotiation, and the bureau's ruling after the last revision round.

use rust_i18n::t;

use super::kind::{SEND, given};
use super::sheet::{Entry, Sheet};
use crate::app::field::{Answer, ChoiceField, Field};
use crate::domain::command::Command;
use crate::domain::target::State;
use crate::domain::view::CaseFile;

pub(super) fn settle_sheet() -> Sheet {
    Sheet::new(vec![Entry::text("agreed", t!("form.field.agreed")), Entry::new(SEND, t!("form.send"), Field::Button)])
}

pub(super) fn rule_sheet() -> Sheet {
    // Keeping a target out is final, so that it has to be chosen.
    let answers = ["", State::Budgeted.id(), State::Excluded.id()];
    let words = |id: &str| State::of_id(id).map_or_else(|| t!("form.ruling.none"), |_| t!(format!("form.ruling.{id}")));
    let answers = answers.map(|id| Answer::new(id, words(id))).to_vec();
    Sheet::new(vec![
        Entry::new("ruling", t!("form.field.ruling"), Field::Choice(ChoiceField::new(answers))),
        Entry::text("opinion", t!("form.field.opinion")),
        Entry::new(SEND, t!("form.send"), Field::Button),
    ])
}

pub(super) fn settle(sheet: &Sheet, file: &CaseFile, seen: u32, outlook: bool) -> Vec<Command> {
    let agreed = given(sheet, "agreed", outlook);
    vec![Command::Settle { target: file.target.id, seen: Some(seen), agreed }]
}

pub(super) fn rule(
    sheet: &Sheet,
    file: &CaseFile,
    seen: u32,
    outlook: bool,
) -> Result<Vec<Command>, super::kind::Hindrance> {
    let ruling = State::of_id(&sheet.text("ruling"));
    let unruled = || super::kind::Hindrance { id: "ruling".to_owned(), words: t!("form.rule-first").into_owned() };
    let enters = ruling.ok_or_else(unruled)? == State::Budgeted;
    let opinion = given(sheet, "opinion", outlook);
    Ok(vec![Command::Rule { target: file.target.id, seen: Some(seen), enters, opinion }])
}
