//! Lists and shows records: text, CSV, and JSON with the fields' ids as keys.

use clap::ArgMatches;
use rust_i18n::t;
use serde_json::{Value, json};

use super::super::context::{Context, text};
use super::super::failure::Failure;
use super::super::table::{Column, Table};
use super::{asked_year, number};
use crate::cli::journal;
use crate::domain::money::Money;
use crate::domain::refusal::Refusal;
use crate::domain::register::field::{Field, Kind};
use crate::domain::register::refusal::RegisterRefusal;
use crate::domain::register::view::{Missing, RecordRow, RegisterPage};
use crate::domain::register::{Content, Record, Register};
use crate::domain::text::name_key;

/// Columns that a text takes at most in a list.
const WIDEST: usize = 40;

/// All registers with their counts.
pub(super) fn overview(context: &mut Context) -> Result<(), Failure> {
    let store = context.reading()?;
    let viewer = context.user(&store)?;
    let counts = store.register_counts(&viewer, None)?;
    let rows: Vec<_> =
        counts.iter().map(|(one, count)| vec![one.id().to_owned(), one.name(), count.to_string()]).collect();
    let header = ["id", "register", "count"].map(|key| t!(format!("cli.register.column.{key}")).into_owned());
    let table = Table::measured(&[Column::Left(12), Column::Left(30), Column::Right], &header, &rows);
    context.say(&table.line(&header))?;
    rows.iter().try_for_each(|row| context.say(&table.line(row)))
}

/// The records of a register.
pub(super) fn list(context: &mut Context, register: Register, matches: Option<&ArgMatches>) -> Result<(), Failure> {
    let store = context.reading()?;
    let viewer = context.user(&store)?;
    let mut page = store.register(&viewer, register, matches.and_then(asked_year))?;
    let words = matches.map_or("", |matches| text(matches, "words"));
    page.rows.retain(|row| matches_words(row, words));
    let flag = |id| matches.is_some_and(|matches| matches.get_flag(id));
    if flag("json") {
        let rows: Vec<_> = page.rows.iter().map(|row| as_json(&page, row)).collect();
        return context.json(&rows);
    }
    if flag("csv") {
        return csv(context, &page);
    }
    table(context, &page)
}

/// Whether all words stand somewhere in a record.
fn matches_words(row: &RecordRow, words: &str) -> bool {
    let all = name_key(&row.record.write().join(" "));
    words.split_whitespace().all(|word| all.contains(&name_key(word)))
}

fn table(context: &mut Context, page: &RegisterPage) -> Result<(), Failure> {
    if page.rows.is_empty() {
        return context.say(&t!("cli.register.nothing", register = page.register.name()));
    }
    let shown: Vec<&Field> = page.register.columns().iter().filter_map(|id| field(page.register, id)).collect();
    let id = t!("cli.register.column.id").into_owned();
    let remark = t!("cli.register.column.remark").into_owned();
    let header: Vec<String> = [id].into_iter().chain(shown.iter().map(|field| field.name())).chain([remark]).collect();
    let rows: Vec<Vec<String>> = page.rows.iter().map(|row| line(page, row, &shown)).collect();
    let numeric = |field: &&&Field| matches!(field.kind, Kind::Money | Kind::Count);
    let columns: Vec<Column> = [Column::Right]
        .into_iter()
        .chain(shown.iter().map(|field| if numeric(&field) { Column::Right } else { Column::Left(WIDEST) }))
        .chain([Column::Left(WIDEST)])
        .collect();
    let table = Table::measured(&columns, &header, &rows);
    context.say(&table.line(&header))?;
    rows.iter().try_for_each(|row| context.say(&table.line(row)))?;
    let total =
        page.amount().map_or_else(String::new, |amount| t!("cli.register.money", amount = amount.wan()).into_owned());
    context.say(&t!("cli.register.count", count = page.rows.len(), money = total))
}

fn line(page: &RegisterPage, row: &RecordRow, shown: &[&Field]) -> Vec<String> {
    let texts = shown.iter().map(|field| match (field.kind, row.record.amount()) {
        (Kind::Money, Some(amount)) => Money::wan(amount),
        _ => row.record.text(field.id).replace('\n', " "),
    });
    [row.id.to_string()].into_iter().chain(texts).chain([page.remark(&row.record)]).collect()
}

fn field(register: Register, id: &str) -> Option<&'static Field> {
    register.fields().iter().find(|field| field.id == id)
}

/// The whole register in the form in which it can be imported again.
fn csv(context: &mut Context, page: &RegisterPage) -> Result<(), Failure> {
    let heads: Vec<String> = page.register.fields().iter().map(Field::name).collect();
    context.say(&csv_line(&heads))?;
    page.rows.iter().try_for_each(|row| context.say(&csv_line(&row.record.write())))
}

fn csv_line(cells: &[String]) -> String {
    let quoted = |cell: &String| {
        if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    cells.iter().map(quoted).collect::<Vec<_>>().join(",")
}

/// A record as JSON: its number, version, contents, and what follows from them.
fn as_json(page: &RegisterPage, row: &RecordRow) -> Value {
    let mut value = json!({
        "id": row.id, "version": row.version, "record": row.record, "by": row.by, "at": row.at.iso(),
    });
    if let Some(timing) = page.timing(&row.record) {
        value["timing"] = json!(timing.id());
    }
    if let Record::Poverty(one) = &row.record {
        value["working_days"] = json!(
            one.allocated
                .zip(one.filled)
                .map(|(allocated, filled)| { crate::domain::calendar::working_days_between(allocated, filled) })
        );
    }
    value
}

/// One record with its history.
pub(super) fn show(context: &mut Context, register: Register, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.reading()?;
    let viewer = context.user(&store)?;
    let unknown = || Refusal::from(RegisterRefusal::Unknown(number(matches).to_string()));
    let file = store.record_file(&viewer, number(matches))?.ok_or_else(unknown)?;
    if file.row.record.register() != register {
        return Err(unknown().into());
    }
    let page = store.register(&viewer, register, None)?;
    if matches.get_flag("json") {
        let mut value = as_json(&page, &file.row);
        value["removed"] = json!(file.removed);
        return context.json(&value);
    }
    let (name, title) = (register.name(), file.row.record.title());
    context.say(&t!("cli.register.head", register = name, id = file.row.id, title = title))?;
    for (field, text) in register.fields().iter().zip(file.row.record.write()) {
        if !text.is_empty() {
            context.say(&format!("  {}:{}", field.name(), text.replace('\n', "\n    ")))?;
        }
    }
    let remark = page.remark(&file.row.record);
    if !remark.is_empty() {
        context.say(&format!("  {remark}"))?;
    }
    if let Some(reason) = &file.removed {
        context.say(&t!("cli.register.removed-since", reason = reason))?;
    }
    let rows = file.history.iter().map(|entry| journal::line(entry, store.procedure())).collect::<Vec<_>>();
    rows.iter().try_for_each(|row| context.say(row))
}

/// The units that have not published what they must.
pub(super) fn missing(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.reading()?;
    let viewer = context.user(&store)?;
    let year = match asked_year(matches) {
        Some(year) => year,
        None => store.county()?.ok_or(Refusal::NotFounded)?.year,
    };
    let found = [
        store.undisclosed(&viewer, year, Content::Targets)?,
        store.undisclosed(&viewer, year - 1, Content::SelfEvaluations)?,
    ];
    if matches.get_flag("json") {
        let value: Vec<_> = found.iter().map(missing_json).collect();
        return context.json(&value);
    }
    for one in &found {
        let (content, window) = (one.content.word(), window_words(one));
        context.say(&t!(
            "cli.register.missing-head",
            year = one.year,
            content = content,
            count = one.units.len(),
            window = window
        ))?;
        one.units.iter().try_for_each(|unit| context.say(&format!("  {}  {}", unit.name, unit.desk)))?;
    }
    Ok(())
}

fn window_words(missing: &Missing) -> String {
    match &missing.window {
        Some(window) => t!("cli.register.window", from = window.from, to = window.to).into_owned(),
        None => t!("register.timing.no-window").into_owned(),
    }
}

fn missing_json(missing: &Missing) -> Value {
    let units: Vec<_> =
        missing.units.iter().map(|unit| json!({"code": unit.code, "name": unit.name, "desk": unit.desk})).collect();
    json!({"year": missing.year, "content": missing.content, "window": missing.window, "units": units})
}
