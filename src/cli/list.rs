//! `list [QUERY]`: targets as a table, JSON or CSV. Rows stream: a million targets cost no more memory than forty.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, arg, switch};
use super::context::{Context, text};
use super::failure::Failure;
use super::number;
use super::table::{Column, Table};
use crate::domain::check;
use crate::domain::grade::Grade;
use crate::domain::people::User;
use crate::domain::procedure::Procedure;
use crate::domain::query::{self, ParseError, Query};
use crate::domain::time::Instant;
use crate::domain::view::{QueueRow, Sort};
use crate::exchange::out::list::{CsvList, JsonList, List};
use crate::exchange::out::place;
use crate::store::Store;

pub(super) const ENTRY: Entry = Entry { name: "list", arguments, run };

/// Rows over which the columns of a table are measured.
const SAMPLE: usize = 1000;
/// Columns at most for names.
const NAME_ROOM: usize = 40;

fn arguments(command: Command) -> Command {
    let command = command.arg(switch("list", "json")).arg(switch("list", "csv").conflicts_with("json"));
    selection(command)
}

/// The arguments that say which targets, in which order, and how many.
pub(super) fn selection(command: Command) -> Command {
    command
        .arg(arg("list", "query").value_name("QUERY").num_args(0..))
        .arg(
            arg("list", "sort")
                .long("sort")
                .value_name("KEY")
                .value_parser(PossibleValuesParser::new(["waiting", "amount", "unit", "number"]))
                .hide_possible_values(true),
        )
        .arg(arg("list", "limit").long("limit").value_name("N").value_parser(number::of::<u64>(0..)))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let words: Vec<&str> = matches.get_many::<String>("query").into_iter().flatten().map(String::as_str).collect();
    let filter = parsed(&words.join(" "))?;
    let store = context.reading()?;
    let viewer = context.user(&store)?;
    let sort = sort(matches);
    let asked = Asked { filter, sort, limit: matches.get_one::<u64>("limit").copied() };
    if matches.get_flag("json") || matches.get_flag("csv") {
        return as_list(context, &store, &viewer, &asked, matches.get_flag("json"));
    }
    as_table(context, &store, &viewer, &asked)
}

/// The order that `--sort` names.
pub(super) fn sort(matches: &ArgMatches) -> Sort {
    match text(matches, "sort") {
        "amount" => Sort::Amount,
        "unit" => Sort::Unit,
        "number" => Sort::Number,
        _ => Sort::Waiting,
    }
}

/// What is listed, and how.
pub(super) struct Asked {
    /// The filter.
    pub(super) filter: Option<Query>,
    /// The order.
    pub(super) sort: Sort,
    /// At most so many rows.
    pub(super) limit: Option<u64>,
}

/// Reads a query; the message of a fault points at its column.
pub(super) fn parsed(text: &str) -> Result<Option<Query>, Failure> {
    let wrong = |error: ParseError| Failure::Usage(pointed(text, &error));
    let procedure = Procedure::target_review().map_err(|error| Failure::Unusable(error.to_string()))?;
    let Some(query) = query::parse(text).map_err(wrong)? else { return Ok(None) };
    let query = query.resolve_stages(&procedure).map_err(wrong)?;
    query.resolve_checks(&check::names()).map(Some).map_err(wrong)
}

pub(super) fn pointed(text: &str, error: &ParseError) -> String {
    use crate::ui::width::{Policy, width};
    let before: String = text.chars().take(error.column).collect();
    let mark = format!("{}^", " ".repeat(width(&before, Policy::NARROW)));
    t!("cli.query.wrong", column = error.column + 1, message = error.message, query = text, mark = mark).into_owned()
}

/// The list as it is given out, on the standard output.
fn as_list(context: &mut Context, store: &Store, viewer: &User, asked: &Asked, json: bool) -> Result<(), Failure> {
    let now = store.now().at;
    let mut list: Box<dyn List + '_> = if json {
        Box::new(JsonList::new(&mut *context.out, now)?)
    } else {
        Box::new(CsvList::new(&mut *context.out, store.procedure(), now)?)
    };
    store.list(viewer, asked.filter.as_ref(), asked.sort, asked.limit, &mut |row| list.row(&row))??;
    Ok(list.finish()?)
}

fn header() -> Vec<String> {
    let names = ["number", "project", "unit", "amount", "place", "round", "waiting", "uncovered", "prior", "grade"];
    names.iter().map(|name| t!(format!("cli.column.{name}")).into_owned()).collect()
}

const COLUMNS: [Column; 10] = [
    Column::Right,
    Column::Left(NAME_ROOM),
    Column::Left(NAME_ROOM),
    Column::Right,
    Column::Left(NAME_ROOM),
    Column::Right,
    Column::Right,
    Column::Right,
    Column::Right,
    Column::Left(4),
];

fn cells(row: &QueueRow, procedure: &Procedure, now: Instant) -> Vec<String> {
    let standing = &row.standing;
    let dash = || "-".to_owned();
    let waiting = if standing.state.is_final() {
        dash()
    } else {
        t!("cli.list.days", days = standing.since.days_until(now)).into_owned()
    };
    vec![
        format!("#{}", row.id),
        row.project.clone(),
        row.unit.name.clone(),
        row.amount.map_or_else(dash, super::super::domain::money::Money::wan),
        place(procedure, standing),
        standing.round.to_string(),
        waiting,
        if row.uncovered == 0 { dash() } else { row.uncovered.to_string() },
        row.prior_score.clone().unwrap_or_else(dash),
        standing.grade.map_or_else(dash, |grade| Grade::term(grade).to_owned()),
    ]
}

pub(super) fn as_table(context: &mut Context, store: &Store, viewer: &User, asked: &Asked) -> Result<(), Failure> {
    let now = store.now().at;
    let (mut held, mut table, mut count) = (Vec::new(), None, 0_u64);
    let mut amount = crate::domain::money::Money::ZERO;
    store.list(viewer, asked.filter.as_ref(), asked.sort, asked.limit, &mut |row| {
        count += 1;
        amount = amount + row.amount.unwrap_or_default();
        let line = cells(&row, store.procedure(), now);
        match &table {
            Some(table) => context.say(&Table::line(table, &line)),
            None => {
                held.push(line);
                if held.len() < SAMPLE {
                    return Ok(());
                }
                table = Some(print_held(context, &mut held)?);
                Ok(())
            }
        }
    })??;
    if table.is_none() {
        print_held(context, &mut held)?;
    }
    context.say(&t!("cli.list.total", count = count, amount = amount))
}

fn print_held(context: &mut Context, held: &mut Vec<Vec<String>>) -> Result<Table, Failure> {
    let header = header();
    let table = Table::measured(&COLUMNS, &header, held);
    context.say(&table.line(&header))?;
    for line in held.drain(..) {
        context.say(&table.line(&line))?;
    }
    Ok(table)
}
