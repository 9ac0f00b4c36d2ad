//! `prepare list|units|remind|summary`: who still has to hand in what for a year, reminders of it, and a supervising department's summary.

use clap::{Arg, ArgMatches, Command};
use rust_i18n::t;
use serde_json::{Value, json};

use super::args::{Entry, arg, switch};
use super::context::{Context, text};
use super::execution::{Act, Desk, run_act, with};
use super::failure::Failure;
use super::number;
use super::table::{Column, Table};
use crate::domain::export::{Document, Export, STANDARD, Which};
use crate::domain::money::Money;
use crate::domain::people::Unit;
use crate::domain::preparation::{Gap, Preparation, Scope, UnitLine, Want};
use crate::domain::refusal::Refusal;
use crate::domain::report::Sum;
use crate::exchange::out::preparation::account;
use crate::run::export::export;

pub(super) const ENTRY: Entry = Entry { name: "prepare", arguments, run };

const ACTS: [Act; 4] = [LIST, UNITS, REMIND, SUMMARY];

fn arguments(command: Command) -> Command {
    with(command, "prepare", &ACTS)
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    run_act(&ACTS, context, matches)
}

fn option(name: &'static str, value: &'static str) -> Arg {
    arg("prepare", name).long(name).value_name(value)
}

/// Which part of the year, and where to.
fn of_units(command: Command) -> Command {
    command
        .arg(option("year", "YEAR").value_parser(number::year()))
        .arg(option("desk", "DESK"))
        .arg(option("unit", "UNIT"))
}

fn given_out(command: Command) -> Command {
    command.arg(option("to", "FILE")).arg(switch("prepare", "force"))
}

const LIST: Act = Act {
    name: "list",
    arguments: |command| given_out(of_units(command)).arg(switch("prepare", "json").conflicts_with("to")),
    run: |context, matches| {
        let (desk, year, scope) = meant(context, matches)?;
        if matches.contains_id("to") {
            return give(context, &desk, Document::Preparation, (year, scope), matches);
        }
        let part = desk.store.preparation(&desk.actor.user, year)?.within(&scope);
        if matches.get_flag("json") {
            return context.json(&part.gaps.iter().map(gap_json).collect::<Vec<_>>());
        }
        let today = desk.store.now().today;
        gaps(context, &part, today)?;
        context.say(&account(&part, today))
    },
};

const UNITS: Act = Act {
    name: "units",
    arguments: |command| of_units(command).arg(switch("prepare", "json")),
    run: |context, matches| {
        let (desk, year, scope) = meant(context, matches)?;
        let part = desk.store.preparation(&desk.actor.user, year)?.within(&scope);
        if matches.get_flag("json") {
            return context.json(&part.units.iter().map(unit_json).collect::<Vec<_>>());
        }
        let mut lines: Vec<Vec<String>> = Vec::new();
        for (name, sum) in part.desks() {
            let of = part.units.iter().filter(|line| line.unit.desk == name);
            lines.extend(of.map(|line| cells(line, &line.unit.desk, &line.unit.name)));
            lines.push(cells(&sum, &name, &t!("preparation.sum")));
        }
        lines.extend(part.total().map(|total| cells(&total, "", &t!("preparation.total"))));
        units(context, &lines)?;
        context.say(&account(&part, desk.store.now().today))
    },
};

const REMIND: Act = Act {
    name: "remind",
    arguments: |command| given_out(of_units(command)),
    run: |context, matches| {
        let (desk, year, scope) = meant(context, matches)?;
        give(context, &desk, Document::Reminder, (year, scope), matches)
    },
};

const SUMMARY: Act = Act {
    name: "summary",
    arguments: |command| {
        given_out(command.arg(option("year", "YEAR").value_parser(number::year())))
            .arg(option("department", "UNIT"))
            .arg(switch("prepare", "json").conflicts_with("to"))
    },
    run: |context, matches| {
        let (desk, year, mut scope) = meant(context, matches)?;
        let all = desk.store.preparation(&desk.actor.user, year)?;
        if scope.department.is_none() {
            // Who supervises one department's units need not name it.
            scope.department = if let [only] = all.departments.as_slice() { Some(only.unit) } else { None };
        }
        if matches.contains_id("to") {
            return give(context, &desk, Document::Summary, (year, scope), matches);
        }
        let Some(department) = scope.department else {
            let known: Vec<String> = all.departments.iter().map(|one| one.name.clone()).collect();
            let words = if known.is_empty() {
                t!("preparation.no-departments")
            } else {
                t!("cli.prepare.which", known = known.join("、"))
            };
            return Err(Failure::Usage(words.into_owned()));
        };
        let summary = all.summary(department);
        let summary = summary.ok_or_else(|| Failure::Refused(t!("preparation.no-units").into_owned()))?;
        if matches.get_flag("json") {
            return context.json(&summary.lines.iter().map(unit_json).collect::<Vec<_>>());
        }
        let mut lines: Vec<Vec<String>> =
            summary.lines.iter().map(|line| cells(line, &line.unit.desk, &line.unit.name)).collect();
        lines.extend(summary.total.as_ref().map(|total| cells(total, "", &t!("preparation.total"))));
        context.say(&t!("preparation.doc.summary-title", department = summary.department, year = year))?;
        units(context, &lines)?;
        if summary.unseen > 0 {
            context.say(&t!("preparation.unseen", count = summary.unseen))?;
        }
        Ok(())
    },
};

/// The open file, the year and the part of it that are meant.
fn meant(context: &Context, matches: &ArgMatches) -> Result<(Desk, i32, Scope), Failure> {
    let desk = Desk::reading(context)?;
    let year = desk.year(matches)?;
    let named = |id: &str| matches.try_get_one::<String>(id).ok().flatten().cloned();
    let unit = |name: String| -> Result<Unit, Failure> {
        let found = desk.store.find_unit(&desk.actor.user, &name)?;
        found.ok_or_else(|| Refusal::UnknownUnit(name).into())
    };
    let of_desk = named("desk");
    if let Some(wanted) = &of_desk {
        let part = desk.store.preparation(&desk.actor.user, year)?;
        if !part.units.iter().any(|line| line.unit.desk == *wanted) {
            return Err(Failure::Refused(t!("cli.prepare.no-desk", desk = wanted).into_owned()));
        }
    }
    let scope = Scope {
        desk: of_desk,
        unit: named("unit").map(unit).transpose()?.map(|unit| unit.id),
        department: named("department").map(unit).transpose()?.map(|unit| unit.id),
    };
    Ok((desk, year, scope))
}

fn give(
    context: &mut Context,
    desk: &Desk,
    document: Document,
    (year, scope): (i32, Scope),
    matches: &ArgMatches,
) -> Result<(), Failure> {
    let to = if matches.contains_id("to") { text(matches, "to") } else { STANDARD };
    let format = (to == STANDARD).then_some(crate::domain::export::Format::Markdown);
    let (which, replace) = (Which::Prepared(year, scope), matches.get_flag("force"));
    let wish = Export { document, which, unit: None, format, to: to.to_owned(), replace };
    let made = export(&desk.store, &desk.actor.user, &wish, context.out)?;
    made.files.iter().try_for_each(|file| context.say(&t!("cli.export.written", file = file)))
}

fn table(context: &mut Context, columns: &[Column], ids: &[&str], lines: &[Vec<String>]) -> Result<(), Failure> {
    let header: Vec<String> = ids.iter().map(|id| t!(format!("preparation.column.{id}")).into_owned()).collect();
    let table = Table::measured(columns, &header, lines);
    context.say(&table.line(&header))?;
    lines.iter().try_for_each(|line| context.say(&table.line(line)))
}

fn gaps(context: &mut Context, part: &Preparation, today: jiff::civil::Date) -> Result<(), Failure> {
    let row = |gap: &Gap| {
        vec![
            gap.unit.desk.clone(),
            gap.unit.name.clone(),
            gap.want.word(),
            gap.title(),
            gap.amount.map_or_else(|| "-".to_owned(), Money::wan),
            gap.due.map_or_else(|| "-".to_owned(), |due| due.to_string()),
            gap.late(today).to_string(),
        ]
    };
    let lines: Vec<Vec<String>> = part.gaps.iter().map(row).collect();
    let (left, right) = (Column::Left, Column::Right);
    let columns = [left(20), left(24), left(24), left(40), right, left(10), right];
    table(context, &columns, &["desk", "unit", "want", "title", "amount", "due", "late"], &lines)
}

fn cells(line: &UnitLine, desk: &str, name: &str) -> Vec<String> {
    let count = |sum: Sum| sum.count.to_string();
    let missing = line.missing();
    vec![
        desk.to_owned(),
        name.to_owned(),
        line.whole_words(),
        count(line.handed),
        line.handed.amount.wan(),
        count(line.budgeted),
        count(line.drafts),
        line.drafts.amount.wan(),
        count(missing),
        missing.amount.wan(),
        count(line.of_want(Want::Amend)),
        count(line.of_want(Want::Continuing)),
    ]
}

fn units(context: &mut Context, lines: &[Vec<String>]) -> Result<(), Failure> {
    let ids = [
        "desk",
        "unit",
        "whole",
        "handed",
        "handed-amount",
        "budgeted",
        "drafts",
        "drafts-amount",
        "missing",
        "missing-amount",
        "amend",
        "continuing",
    ];
    let mut columns = vec![Column::Left(20), Column::Left(24), Column::Left(8)];
    columns.extend([Column::Right; 9]);
    table(context, &columns, &ids, lines)
}

fn gap_json(gap: &Gap) -> Value {
    json!({
        "what": gap.want.id(), "unit": gap.unit.name, "desk": gap.unit.desk, "project": gap.project,
        "amount_fen": gap.amount, "due": gap.due.map(|due| due.to_string()), "missing": gap.want.is_missing(),
    })
}

fn unit_json(line: &UnitLine) -> Value {
    let sum = |sum: Sum| json!({"count": sum.count, "amount_fen": sum.amount});
    let gaps = Want::ALL.map(|want| (want.id(), sum(line.of_want(want))));
    json!({
        "unit": line.unit.name, "desk": line.unit.desk, "whole_department_handed": line.wholes > 0,
        "drafts": sum(line.drafts), "handed": sum(line.handed), "budgeted": sum(line.budgeted),
        "missing": sum(line.missing()),
        "to_come": gaps.into_iter().collect::<std::collections::BTreeMap<_, _>>(),
    })
}
