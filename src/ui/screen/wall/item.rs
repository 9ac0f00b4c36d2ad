//! The item under discussion: whose it is, its amount, and how its indicators answer to its objective, beside what was reached last year.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use rust_i18n::t;

use crate::app::screen::case::Row;
use crate::app::screen::wall::Wall;
use crate::domain::grade::Grade;
use crate::domain::money::Money;
use crate::domain::session::view::{ItemView, SessionView};
use crate::domain::view::CaseFile;
use crate::ui::brush::Brush;
use crate::ui::lines::Lines;
use crate::ui::look::Look;
use crate::ui::screen::case::chart::{item_lines, measure, name, score, unlinked};
use crate::ui::screen::case::columns::{GAP, Widths, widths};
use crate::ui::screen::case::text::{more_rows, signs};

/// Columns that the case file leaves left of its table for a cursor: here there is none.
const CURSOR: usize = 2;

/// The item with its table below, widely spaced.
pub fn large(wall: &Wall, view: &SessionView, item: &ItemView, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut lines = head(wall, view, item, usize::from(area.width), true, look);
    lines.gap();
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
    let [top, below] = Layout::vertical([Constraint::Length(height), Constraint::Fill(1)]).areas(area);
    lines.draw(0, true, frame, top);
    let spaced = (wall.chart.rows.len() + 1) * 2 <= usize::from(below.height);
    table(wall, if spaced { 2 } else { 1 }, look, frame, below);
}

/// The item without its table.
pub fn small(wall: &Wall, view: &SessionView, item: &ItemView, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    head(wall, view, item, usize::from(area.width), false, look).draw(0, true, frame, area);
}

fn head<'a>(wall: &Wall, view: &SessionView, item: &ItemView, width: usize, spaced: bool, look: &'a Look) -> Lines<'a> {
    let mut lines = Lines::new(width, look);
    let place = view.items.iter().position(|one| one.target == item.target).map_or(0, |place| place + 1);
    lines.add(&t!("room.place", number = place, count = view.items.len()), look.theme.dim);
    let gap = |lines: &mut Lines<'a>| {
        if spaced {
            lines.gap();
        }
    };
    gap(&mut lines);
    lines.add(&item.project, look.theme.title);
    lines.add(&item.unit.name, look.theme.title);
    gap(&mut lines);
    lines.pack(&facts(wall, item), look.theme.text);
    if item.gone {
        lines.add(&t!("session.item.gone"), look.theme.warning);
    }
    lines
}

fn facts(wall: &Wall, item: &ItemView) -> Vec<String> {
    let mut facts =
        vec![t!("case.amount", amount = item.amount.map_or_else(|| "-".to_owned(), Money::wan)).into_owned()];
    facts.extend(item.standing.key_project.then(|| t!("case.key-project").into_owned()));
    if item.round() > 1 {
        facts.push(t!("case.round", round = item.round()).into_owned());
    }
    let year = wall.file.as_deref().and_then(|file| file.priors.first()).and_then(|prior| prior.evaluation.year);
    match (&item.prior_score, year) {
        (Some(score), Some(year)) => facts.push(t!("wall.prior-of", year = year, score = score).into_owned()),
        (Some(score), None) => facts.push(t!("wall.prior", score = score).into_owned()),
        (None, _) => facts.push(t!("wall.no-prior").into_owned()),
    }
    if !item.stage_grades.is_empty() {
        let grades: Vec<String> = item.stage_grades.iter().map(Grade::to_string).collect();
        facts.push(t!("wall.stages", grades = grades.join(" ")).into_owned());
    }
    facts
}

/// The table, `step` lines from row to row, from the row that was paged to.
pub fn table(wall: &Wall, step: usize, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let Some(file) = wall.file.as_deref().filter(|_| area.height > 1) else { return };
    let [heading, body, rest] =
        Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1)]).areas(area);
    let columns = widths(usize::from(area.width) + CURSOR, !file.priors.is_empty());
    headings(file, &columns, look, frame, heading);
    let lines = lines(wall, file, &columns, step);
    let height = usize::from(body.height);
    let first = lines.iter().position(|(_, row)| row.is_some_and(|row| row >= wall.first)).unwrap_or(0);
    let from = first.min(lines.len().saturating_sub(height));
    for (place, (item, row)) in (0..).zip(lines.iter().skip(from).take(height)) {
        let mut brush = Brush::on(frame.buffer_mut(), look, body, place);
        let row = row.and_then(|row| wall.chart.rows.get(row));
        let gap = row.is_some_and(Row::is_gap);
        brush.cell(item, columns.item, if gap { look.theme.warning } else { look.theme.text }).skip(GAP + 3);
        if let Some(row) = row {
            indicator(wall, file, row, &columns, look, &mut brush);
        }
    }
    signs(&more_rows((from, lines.len(), height), look), look, frame, rest);
}

fn headings(file: &CaseFile, columns: &Widths, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let year = file.priors.first().and_then(|prior| prior.evaluation.year);
    let year = year.map_or_else(String::new, |year| year.to_string());
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    let style = look.theme.heading;
    brush.cell(&t!("case.column.item"), columns.item, style).skip(GAP + 3);
    brush.cell(&t!("case.column.indicator"), columns.indicator, style);
    for (width, key) in [
        (columns.measure, "case.column.measure"),
        (columns.target, "case.column.target"),
        (columns.actual, "case.column.actual"),
        (columns.score, "case.column.score"),
    ] {
        if width > 0 {
            brush.skip(GAP).cell(&t!(key, year = year), width, style);
        }
    }
}

/// The lines of the table: a part of an item's text, and the row that begins there.
fn lines(wall: &Wall, file: &CaseFile, columns: &Widths, step: usize) -> Vec<(String, Option<usize>)> {
    let all = &wall.chart.rows;
    let mut lines = Vec::new();
    let mut place = 0;
    while let Some(row) = all.get(place) {
        let item = row.pair.item;
        let same = all[place..].iter().take_while(|other| item.is_some() && other.pair.item == item).count().max(1);
        let text = match item {
            Some(item) => {
                let number = format!("{} ", item + 1);
                item_lines(&number, &file.items[item], ((same * step).max(2), columns.item))
            }
            None => vec![unlinked(row)],
        };
        for at in 0..(same * step).max(text.len()) {
            let row = (at % step == 0 && at / step < same).then(|| place + at / step);
            lines.push((text.get(at).cloned().unwrap_or_default(), row));
        }
        if step > 1 && text.len() >= same * step {
            lines.push((String::new(), None));
        }
        place += same;
    }
    lines
}

fn indicator(wall: &Wall, file: &CaseFile, row: &Row, columns: &Widths, look: &Look, brush: &mut Brush<'_>) {
    let theme = &look.theme;
    let found = row.pair.indicator.and_then(|place| Some((place, file.submission.indicators.get(place)?)));
    let Some((place, indicator)) = found else {
        brush.put(&t!("case.uncovered"), theme.warning);
        return;
    };
    let style = if row.is_gap() { theme.warning } else { theme.text };
    brush.cell(&name(place, indicator), columns.indicator, style).skip(GAP);
    brush.cell(&indicator.measure_text(), columns.measure, theme.text);
    if file.priors.is_empty() {
        return;
    }
    let Some((prior, twin, _)) = wall.chart.earlier(file, place).next() else {
        let room = brush.room().saturating_sub(GAP);
        brush.skip(GAP).at_most(&t!("case.no-twin"), room, theme.dim);
        return;
    };
    let newest = file.priors.first().and_then(|prior| prior.evaluation.year);
    let actual = twin.actual.clone().unwrap_or_default();
    let actual = match prior.evaluation.year.filter(|year| Some(*year) != newest) {
        Some(year) => t!("case.of-year", text = actual, year = year).into_owned(),
        None => actual,
    };
    for (width, words) in [(columns.target, measure(twin)), (columns.actual, actual), (columns.score, score(twin))] {
        if width > 0 {
            brush.skip(GAP).cell(&words, width, theme.text);
        }
    }
}
