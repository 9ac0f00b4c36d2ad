//! The tab 结果: what was decided so far by grade, desk and unit, what enters the budget, what was put off.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::session::Room;
use crate::domain::access::reads_calibration;
use crate::domain::grade::Grade;
use crate::domain::money::Money;
use crate::domain::refusal::state_word;
use crate::domain::session::ItemState;
use crate::domain::session::refusal::item_word;
use crate::domain::session::results::{Line, Results, Sum};
use crate::domain::session::tally::calibrations;
use crate::domain::session::view::{ItemView, SessionView};
use crate::ui::Drawn;
use crate::ui::brush::Brush;
use crate::ui::look::Look;

/// Columns of a name, a count and an amount.
const NAME: usize = 24;
const COUNT: usize = 5;
const AMOUNT: usize = 14;

/// One line of the board.
enum Row {
    Blank,
    Heading(String),
    Words(String),
    /// Name, count, amount, and where it leads.
    Sum(String, Sum, String, Style),
    /// The heads of the columns of grades.
    Grades(String),
    Line(Line),
}

/// Draws the board from the line that was scrolled to.
pub fn draw(room: &Room, view: &SessionView, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let results = Results::of(room.counted().map(|(_, item)| item), &common.procedure);
    let mut rows = rows(&results, view, common, look);
    if !room.filter.is_empty() {
        rows.splice(0..0, fitting(room));
    }
    let height = usize::from(area.height);
    let end = rows.len().saturating_sub(height);
    for (place, row) in (0_u16..).zip(rows.iter().skip(room.scroll.min(end)).take(height)) {
        let mut brush = Brush::on(frame.buffer_mut(), look, area, place);
        brush.skip(1);
        write(row, look, &mut brush);
    }
    Drawn::text(None, end)
}

fn rows(results: &Results, view: &SessionView, common: &Common, look: &Look) -> Vec<Row> {
    let mut rows = vec![Row::Heading(t!("room.results.by-grade").into_owned())];
    for (grade, sum) in Grade::ALL.into_iter().zip(results.grades) {
        let to = common.procedure.route(grade).map(|route| state_word(route.to)).unwrap_or_default();
        rows.push(Row::Sum(grade.to_string(), sum, to, look.theme.text));
    }
    let total = |key: &str, sum: Sum, style: Style| Row::Sum(t!(key).into_owned(), sum, String::new(), style);
    rows.push(total("room.results.decided", results.decided, look.theme.title));
    rows.push(total("room.results.budgeted", results.budgeted, look.theme.good));
    rows.push(total("room.results.deferred", results.deferred, look.theme.text));
    rows.push(total("room.results.waiting", results.waiting, look.theme.dim));
    if results.gone.count > 0 {
        rows.push(total("session.item.gone", results.gone, look.theme.dim));
    }
    for (key, lines) in [("room.results.by-desk", &results.desks), ("room.results.by-unit", &results.units)] {
        if !lines.is_empty() {
            rows.extend([Row::Blank, Row::Grades(t!(key).into_owned())]);
            rows.extend(lines.iter().cloned().map(Row::Line));
        }
    }
    rows.extend(calibration(view, common));
    let deferred: Vec<_> = view.items.iter().filter(|item| item.state == ItemState::Deferred).collect();
    if !deferred.is_empty() {
        rows.extend([Row::Blank, Row::Heading(t!("room.results.deferred-items").into_owned())]);
        rows.extend(deferred.iter().map(|item| {
            let reason = view.session.item(item.target).map_or("", |one| one.reason.as_str());
            Row::Words(
                t!("room.results.deferred-item", unit = item.unit.name, project = item.project, reason = reason)
                    .into_owned(),
            )
        }));
    }
    rows
}

/// The filter and the items that fit it.
fn fitting(room: &Room) -> Vec<Row> {
    let count = room.counted().count();
    let heading = t!("room.results.filter", text = room.filter, count = count).into_owned();
    let item = |(number, item): (usize, &ItemView)| {
        let grade = item.decision.as_ref().map_or_else(|| item_word(item.state), |one| one.grade.to_string());
        let amount = item.amount.map_or_else(|| "-".to_owned(), Money::wan);
        let (unit, project) = (&item.unit.name, &item.project);
        Row::Words(
            t!("room.results.fitting", number = number, grade = grade, unit = unit, project = project, amount = amount)
                .into_owned(),
        )
    };
    [Row::Heading(heading)].into_iter().chain(room.counted().map(item)).chain([Row::Blank]).collect()
}

fn write(row: &Row, look: &Look, brush: &mut Brush<'_>) {
    match row {
        Row::Blank => {}
        Row::Heading(words) => drop(brush.put(words, look.theme.heading)),
        Row::Words(words) => drop(brush.put(words, look.theme.text)),
        Row::Sum(name, sum, to, style) => {
            brush.cell(name, NAME, *style).number(&sum.count.to_string(), COUNT, *style);
            brush.number(&sum.amount.wan(), AMOUNT, *style).skip(2).put(to, look.theme.dim);
        }
        Row::Grades(name) => {
            brush.cell(name, NAME, look.theme.heading);
            for grade in Grade::ALL {
                brush.number(grade.term(), COUNT, look.theme.heading);
            }
            brush.number(&t!("room.column.amount"), AMOUNT, look.theme.heading);
        }
        Row::Line(line) => {
            let none = || t!("room.results.no-desk").into_owned();
            let name = if line.name.is_empty() { none() } else { line.name.clone() };
            brush.cell(&name, NAME, look.theme.text);
            for count in line.grades {
                let words = if count == 0 { look.glyphs.dot.to_owned() } else { count.to_string() };
                brush.number(&words, COUNT, look.theme.text);
            }
            brush.number(&line.decided.amount.wan(), AMOUNT, look.theme.text);
        }
    }
}

/// How members' grades lie against the panel's, as far as the reader may know.
fn calibration(view: &SessionView, common: &Common) -> Vec<Row> {
    let all = calibrations(view.items.iter().filter_map(|item| item.ballots.as_deref()));
    let readable = all.iter().filter(|(member, _)| reads_calibration(&common.user, &view.session, member));
    let lines: Vec<_> = readable
        .map(|(member, one)| {
            let (items, stricter, milder) = (one.items, one.stricter, one.milder);
            Row::Words(
                t!("room.results.calibration-line", who = member, items = items, stricter = stricter, milder = milder)
                    .into_owned(),
            )
        })
        .collect();
    if lines.is_empty() {
        return lines;
    }
    let heading = Row::Heading(t!("room.results.calibration").into_owned());
    [Row::Blank, heading].into_iter().chain(lines).collect()
}
