//! The unit's amendment: amount, objective, and the indicators in a grid whose rows can be added, taken out and moved.

use std::collections::BTreeMap;

use rust_i18n::t;

use super::kind::{Hindrance, SEND, SEND_ON};
use super::sheet::{Entry, Sheet};
use crate::app::common::Common;
use crate::app::field::{Answer, ChoiceField, Field, Kind};
use crate::domain::command::Command;
use crate::domain::handin::HandedTarget;
use crate::domain::library::Standard;
use crate::domain::measure::Sign;
use crate::domain::target::{Indicator, State, Submission, UnitName};
use crate::domain::view::CaseFile;

/// The columns of the grid, by their ids.
pub const COLUMNS: [&str; 7] = ["l1", "l2", "l3", "sign", "value", "unit", "weight"];

/// Usual names of level 1 (domain.md §2: both generations of the indicator system are live).
const LEVEL_1: [&str; 4] = ["产出指标", "效益指标", "满意度指标", "成本指标"];
/// Usual names of level 2.
const LEVEL_2: [&str; 12] = [
    "数量指标",
    "质量指标",
    "时效指标",
    "成本指标",
    "经济效益指标",
    "社会效益指标",
    "生态效益指标",
    "可持续影响指标",
    "服务对象满意度指标",
    "经济成本指标",
    "社会成本指标",
    "生态环境成本指标",
];

/// The id of a cell.
fn cell(row: usize, column: &str) -> String {
    format!("row.{row}.{column}")
}

/// The fields for so many indicators; the buttons follow the target's state.
fn fields(rows: usize, state: State) -> Vec<Entry> {
    let mut entries = vec![
        Entry::line("amount", t!("form.field.amount"), Kind::Money, 20),
        Entry::text("objective", t!("form.field.objective")),
    ];
    for row in 0..rows {
        for (place, column) in COLUMNS.iter().enumerate() {
            let mut entry = Entry::new(cell(row, column), t!(format!("form.column.{column}")), field(column));
            entry.cell = Some((row, place));
            entries.push(entry);
        }
    }
    entries.push(Entry::new(SEND, t!("form.save"), Field::Button));
    if matches!(state, State::Draft | State::Returned | State::Withdrawn) {
        entries.push(Entry::new(SEND_ON, t!("form.save-and-submit"), Field::Button));
    }
    entries
}

fn field(column: &str) -> Field {
    let choice = |answers: &[&str]| {
        let none = Answer::new("", t!("form.none"));
        let answers = answers.iter().map(|words| Answer::same(words));
        Field::Choice(ChoiceField::new(std::iter::once(none).chain(answers).collect()))
    };
    match column {
        "l1" => choice(&LEVEL_1),
        "l2" => choice(&LEVEL_2),
        "sign" => choice(&Sign::ALL.map(Sign::term)),
        "weight" => Entry::line("", "", Kind::Words, 8).field,
        "unit" => Entry::line("", "", Kind::Words, 20).field,
        _ => Entry::line("", "", Kind::Words, 120).field,
    }
}

/// The texts of an indicator's cells, in the order of the columns.
fn texts(indicator: &Indicator) -> [String; 7] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let sign = indicator.sign.map(|sign| sign.to_string()).unwrap_or_default();
    [
        text(&indicator.l1),
        text(&indicator.l2),
        text(&indicator.l3),
        sign,
        text(&indicator.value),
        text(&indicator.unit),
        text(&indicator.weight),
    ]
    .map(|text| text.replace(['\n', '\r'], " ").trim().to_owned())
}

pub(super) fn sheet(file: &CaseFile) -> Sheet {
    let submission = &file.submission;
    let mut sheet = Sheet::new(fields(submission.indicators.len(), file.target.standing.state));
    let mut wanted = BTreeMap::new();
    wanted.insert("amount".to_owned(), submission.amount.map(crate::domain::money::Money::wan).unwrap_or_default());
    wanted.insert("objective".to_owned(), submission.objective.clone());
    for (row, indicator) in submission.indicators.iter().enumerate() {
        let cells = COLUMNS.iter().zip(texts(indicator));
        wanted.extend(cells.map(|(column, text)| (cell(row, column), text)));
    }
    sheet.set_texts(&wanted);
    sheet
}

/// How many rows the grid has.
pub fn rows(sheet: &Sheet) -> usize {
    sheet.entries.iter().filter_map(|entry| entry.cell).map(|(row, _)| row + 1).max().unwrap_or(0)
}

/// Makes the fields anew for so many rows, with their texts.
pub(super) fn rebuild(sheet: &mut Sheet, rows: usize, state: State, texts: &BTreeMap<String, String>) {
    let focus = sheet.focus;
    *sheet = Sheet::new(fields(rows, state));
    sheet.set_texts(texts);
    sheet.focus = focus.min(sheet.entries.len() - 1);
}

/// A change of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    Insert,
    Remove,
    Up,
    Down,
}

/// Changes the row that has the focus (or, to insert, the end); returns whether anything changed.
pub(super) fn change(sheet: &mut Sheet, change: Change, state: State) -> bool {
    let count = rows(sheet);
    let here = sheet.focused().and_then(|entry| entry.cell);
    let mut order: Vec<Option<usize>> = (0..count).map(Some).collect();
    let (row, column) = here.unwrap_or((count.saturating_sub(1), 0));
    let to = match change {
        Change::Insert => {
            let to = if count == 0 { 0 } else { row + 1 };
            order.insert(to, None);
            to
        }
        Change::Remove if here.is_some() => {
            order.remove(row);
            row.min(order.len().saturating_sub(1))
        }
        Change::Up if here.is_some() && row > 0 => {
            order.swap(row, row - 1);
            row - 1
        }
        Change::Down if here.is_some() && row + 1 < count => {
            order.swap(row, row + 1);
            row + 1
        }
        _ => return false,
    };
    let column = if change == Change::Insert { 0 } else { column };
    let before = sheet.texts();
    let mut after: BTreeMap<_, _> = before.clone().into_iter().filter(|(id, _)| !id.starts_with("row.")).collect();
    for (row, former) in order.iter().enumerate() {
        let cells =
            COLUMNS.iter().filter_map(|name| Some((cell(row, name), before.get(&cell((*former)?, name))?.clone())));
        after.extend(cells);
    }
    rebuild(sheet, order.len(), state, &after);
    let place = sheet.entries.iter().position(|entry| entry.cell == Some((to, column)));
    sheet.focus = place.unwrap_or(1);
    true
}

/// The indicator's name in the row that has the focus.
pub(super) fn name(sheet: &Sheet) -> Option<String> {
    let (row, _) = sheet.focused()?.cell?;
    Some(sheet.text(&cell(row, "l3")))
}

/// Puts a standard into the row that has the focus, or into a new one at the end; a value that is typed stays.
pub(super) fn fill(sheet: &mut Sheet, standard: &Standard, state: State) {
    if sheet.focused().is_none_or(|entry| entry.cell.is_none()) {
        change(sheet, Change::Insert, state);
    }
    let Some((row, _)) = sheet.focused().and_then(|entry| entry.cell) else { return };
    let mut texts = sheet.texts();
    let sign = standard.sign.map(|sign| sign.to_string()).unwrap_or_default();
    let cells =
        [("l1", &standard.l1), ("l2", &standard.l2), ("l3", &standard.name), ("sign", &sign), ("unit", &standard.unit)];
    texts.extend(cells.map(|(column, text)| (cell(row, column), text.clone())));
    texts.entry(cell(row, "value")).or_insert_with(|| standard.usual.clone());
    sheet.set_texts(&texts);
}

/// What is typed, as a submission; what was not touched stays as the form had it.
pub fn submission(sheet: &Sheet, former: &Submission) -> Submission {
    let amount = match sheet.get("amount").map(|entry| &entry.field) {
        Some(Field::Line(input)) => input.money().ok().flatten(),
        _ => None,
    };
    let objective = sheet.text("objective");
    let untouched = squeezed(&objective) == squeezed(&former.objective);
    let indicators = (0..rows(sheet)).filter_map(|row| indicator(sheet, row, former));
    Submission {
        amount,
        objective: if untouched { former.objective.clone() } else { objective.trim().to_owned() },
        indicators: indicators.collect(),
        source: String::new(),
        until: former.until,
    }
}

/// A text without its line ends and outer spaces, in which a field may differ from a file.
fn squeezed(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).collect()
}

fn indicator(sheet: &Sheet, row: usize, former: &Submission) -> Option<Indicator> {
    let typed = COLUMNS.map(|column| sheet.text(&cell(row, column)).trim().to_owned());
    if let Some(known) = former.indicators.iter().find(|indicator| texts(indicator) == typed) {
        return Some(known.clone());
    }
    if typed.iter().all(String::is_empty) {
        return None;
    }
    let [l1, l2, l3, sign, value, unit, weight] = typed;
    let stated = |text: String| Some(text).filter(|text| !text.is_empty());
    let mut indicator = Indicator {
        l1: stated(l1),
        l2: stated(l2),
        l3: Some(l3),
        sign: sign.parse().ok(),
        value: Some(value),
        unit: stated(unit),
        weight: stated(weight),
        raw: String::new(),
    };
    indicator.raw = indicator.measure_text();
    Some(indicator)
}

pub(super) fn commands(
    button: &str,
    sheet: &Sheet,
    file: &CaseFile,
    common: &Common,
) -> Result<Vec<Command>, Hindrance> {
    let hindrance = |id: &str, words: String| Err(Hindrance { id: id.to_owned(), words });
    let newer = submission(sheet, &file.submission);
    if newer.objective.trim().is_empty() {
        return hindrance("objective", t!("form.needs-objective").into_owned());
    }
    let unchanged = newer.hash() == file.submission.hash();
    if unchanged && button == SEND {
        return hindrance(SEND, t!("form.unchanged").into_owned());
    }
    let target = &file.target;
    let mut commands = Vec::new();
    if !unchanged {
        commands.push(Command::HandIn(Box::new(HandedTarget {
            unit: UnitName { code: file.unit.code.clone(), name: file.unit.name.clone() },
            project: target.project.clone(),
            year: Some(target.year),
            category: target.category.clone().filter(|known| common.procedure.categories.contains(known)),
            submission: newer,
        })));
    }
    if button == SEND_ON {
        let seen = unchanged.then_some(target.version);
        commands.push(Command::Submit { target: target.id, seen });
    }
    Ok(commands)
}
