//! `report --year N`: the annual work report, and the rows behind each of its figures.

use std::io::Write;

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, arg, switch};
use super::context::{Context, text};
use super::failure::Failure;
use super::list::parsed;
use super::number;
use super::table::{Column, Table};
use crate::domain::export::STANDARD;
use crate::domain::money::Money;
use crate::domain::refusal::Refusal;
use crate::domain::report::{FigureRow, Rows, figures};
use crate::run::report::{Wanted, give};

pub(super) const ENTRY: Entry = Entry { name: "report", arguments, run };

fn arguments(command: Command) -> Command {
    let year = |id: &'static str| arg("report", id).long(id).value_name("N").value_parser(number::year());
    command
        .arg(year("year"))
        .arg(arg("report", "to").long("to").value_name("FILE"))
        .arg(year("compare"))
        .arg(switch("report", "json").conflicts_with("to"))
        .arg(arg("report", "rows").long("rows").value_name("FIGURE").conflicts_with_all(["to", "compare"]))
        .arg(switch("report", "force"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.reading()?;
    let viewer = context.user(&store)?;
    let year = match matches.get_one::<i32>("year") {
        Some(year) => *year,
        None => store.county()?.ok_or(Refusal::NotFounded)?.year,
    };
    if matches.contains_id("rows") {
        return rows(context, matches, year);
    }
    let known = store.known_years()?;
    if !known.contains(&year) {
        let known: Vec<String> = known.iter().map(ToString::to_string).collect();
        let words = t!("cli.report.unknown-year", year = year, known = known.join("、"));
        // Beside the report, which goes to stdout; where nobody reads stderr, the report says the same figure by figure.
        drop(writeln!(std::io::stderr(), "huishen: {words}"));
    }
    let to = if matches.contains_id("to") { text(matches, "to") } else { STANDARD };
    let older = matches.get_one::<i32>("compare").copied();
    let (replace, json) = (matches.get_flag("force"), matches.get_flag("json"));
    give(&store, &viewer, &Wanted { year, older, to, replace, json }, context.out)?;
    if to == STANDARD { Ok(()) } else { context.say(&t!("cli.report.written", file = to)) }
}

/// The rows behind a figure.
fn rows(context: &mut Context, matches: &ArgMatches, year: i32) -> Result<(), Failure> {
    let store = context.reading()?;
    let viewer = context.user(&store)?;
    let unseen = || Failure::Refused(t!("report.refusal.unseen", who = viewer.name).into_owned());
    let facts = store.year_facts(&viewer, year)?.ok_or_else(unseen)?;
    let (all, wanted) = (figures(&facts), text(matches, "rows"));
    let known = || all.iter().map(|one| one.id).collect::<Vec<_>>().join(" ");
    let unknown = || Failure::Usage(t!("cli.report.no-figure", id = wanted, known = known()).into_owned());
    let figure = all.iter().find(|one| one.id == wanted).ok_or_else(unknown)?;
    let query = match &figure.rows {
        Rows::Targets(query) => parsed(query)?,
        _ => None,
    };
    let found = store.figure_rows(&viewer, &figure.rows, query.as_ref())?;
    if matches.get_flag("json") {
        let row = |row: &FigureRow| serde_json::json!({"unit": row.unit, "title": row.title, "amount_fen": row.amount, "remark": row.remark});
        return context.json(&found.iter().map(row).collect::<Vec<_>>());
    }
    context.say(&t!("cli.report.figure", name = figure.name(), value = figure.value.words()))?;
    context.say(&figure.definition())?;
    let cells = |row: &FigureRow| {
        vec![row.title.clone(), row.unit.clone(), row.amount.map(Money::wan).unwrap_or_default(), row.remark.clone()]
    };
    let lines: Vec<Vec<String>> = found.iter().map(cells).collect();
    let columns = [Column::Left(48), Column::Left(24), Column::Right, Column::Left(40)];
    let table = Table::measured(&columns, &[String::new(), String::new(), String::new(), String::new()], &lines);
    lines.iter().try_for_each(|line| context.say(&table.line(line)))?;
    let sum: Money = found.iter().filter_map(|row| row.amount).sum();
    context.say(&t!("cli.list.total", count = found.len(), amount = sum))
}
