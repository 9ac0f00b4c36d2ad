//! The tab 对应: objective items, their indicators, and what was reached before, each in its columns.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_i18n::t;

use super::change;
use super::columns::{GAP, MARGIN, SIGN, Widths, widths};
use super::detail;
use super::text::Below;
use crate::app::field::rows;
use crate::app::screen::case::{Case, Pane, Row, at_row};
use crate::domain::evaluation::EvaluationIndicator;
use crate::domain::target::{Indicator, LinkOrigin};
use crate::domain::view::CaseFile;
use crate::ui::brush::Brush;
use crate::ui::drawn::Drawn;
use crate::ui::lines::scrolled;
use crate::ui::look::Look;
use crate::ui::split;
use crate::ui::width::clean;

/// Lines that an item's text may take at least, when not every text can be shown whole.
const ITEM_LINES: usize = 2;

/// Before a link that the program proposes and is certain of, and before one that it is not. The same in every set of signs.
const SUGGESTED: &str = "~";
const DOUBTFUL: &str = "?";

/// One line of the table: a part of an item's text, and a row, if one begins here.
struct Line {
    item: String,
    /// The row that the line belongs to.
    row: usize,
    /// Whether the row's indicator stands on this line.
    first: bool,
}

/// Draws table and detail, and returns where the selected row is.
pub fn draw(case: &Case, file: &CaseFile, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let below = match area.height {
        30.. => 11,
        16.. => 7,
        _ => 4,
    };
    let (heading, rest) = split::top(area, 1);
    let (rest, more) = split::bottom(rest, below);
    let (table, rule) = split::bottom(rest, 1);
    let widths = widths(usize::from(area.width), !file.priors.is_empty());
    headings(file, &widths, look, frame, heading);
    if case.chart.rows.is_empty() {
        Brush::on(frame.buffer_mut(), look, table, 0).skip(MARGIN).put(&t!("case.empty"), look.theme.dim);
        return Drawn::default();
    }
    let height = usize::from(table.height);
    let whole = lines(case, file, &widths, (usize::MAX, look.glyphs.warning));
    let lines =
        if whole.len() > height { lines(case, file, &widths, (ITEM_LINES, look.glyphs.warning)) } else { whole };
    let wanted = of_row(&lines, case.cursor());
    let from = scrolled(wanted.clone(), lines.len(), height);
    let table_view = Table { case, file, widths: &widths, look };
    for (place, line) in lines.iter().enumerate().skip(from).take(height) {
        let row = u16::try_from(place - from).unwrap_or_default();
        table_view.line(line, &mut Brush::on(frame.buffer_mut(), look, table, row));
    }
    let below = Below { rule, area: more };
    let detail = detail::lines(case, file, look, below.width());
    let end = below.draw(&detail, case, (from, lines.len(), height), look, frame);
    let row = u16::try_from(wanted.start.saturating_sub(from)).unwrap_or_default();
    Drawn::text(Some(Position::new(table.x, table.y + row.min(table.height.saturating_sub(1)))), end)
}

fn headings(file: &CaseFile, widths: &Widths, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let year = file.priors.first().and_then(|prior| prior.evaluation.year);
    let year = year.map_or_else(String::new, |year| year.to_string());
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    let style = look.theme.heading;
    brush.skip(MARGIN).cell(&t!("case.column.item"), widths.item, style).skip(GAP + SIGN);
    brush.cell(&t!("case.column.indicator"), widths.indicator, style);
    for (width, key) in [
        (widths.measure, "case.column.measure"),
        (widths.target, "case.column.target"),
        (widths.actual, "case.column.actual"),
        (widths.score, "case.column.score"),
        (widths.change, "case.column.change"),
        (widths.trend, "case.column.trend"),
    ] {
        if width > 0 {
            brush.skip(GAP).cell(&t!(key, year = year), width, style);
        }
    }
}

/// The lines of the table: each item's text wrapped beside its rows, in at least so many lines if it needs them; the sign marks an
/// item with a finding.
fn lines(case: &Case, file: &CaseFile, widths: &Widths, (least, warning): (usize, &str)) -> Vec<Line> {
    let all = &case.chart.rows;
    let mut lines = Vec::new();
    let mut place = 0;
    while let Some(row) = all.get(place) {
        let item = row.pair.item;
        let same = all[place..].iter().take_while(|other| item.is_some() && other.pair.item == item).count().max(1);
        let text = match item {
            Some(item) => {
                let found =
                    file.open_findings().any(|finding| finding.place.item().is_some_and(|at| at as usize == item));
                let number = format!("{}{}", item + 1, if found { warning } else { " " });
                item_lines(&number, &file.items[item], (same.max(least), widths.item))
            }
            None => vec![unlinked(row)],
        };
        for at in 0..same.max(text.len()) {
            let row = place + at.min(same - 1);
            lines.push(Line { item: text.get(at).cloned().unwrap_or_default(), row, first: at < same });
        }
        place += same;
    }
    lines
}

/// An item's text in at most so many lines; the rest stands on the last one, to be cut there.
pub fn item_lines(number: &str, text: &str, (most, room): (usize, usize)) -> Vec<String> {
    let text = clean(text);
    // One column more, because these rows leave one for a cursor.
    let rows = rows(&[&text], (room + 1).saturating_sub(number.len()));
    let shown = rows.iter().take(most).enumerate().map(|(at, row)| {
        let to = if at + 1 == most { text.len() } else { row.to };
        let head = if at == 0 { number.to_owned() } else { " ".repeat(number.len()) };
        head + &text[row.from..to]
    });
    shown.collect()
}

/// What stands in place of an item where there is none.
pub fn unlinked(row: &Row) -> String {
    let key = if row.neutral { "case.no-item-needed" } else { "case.no-item" };
    t!(key).into_owned()
}

fn of_row(lines: &[Line], row: usize) -> Range<usize> {
    let first = lines.iter().position(|line| line.row == row).unwrap_or(0);
    let count = lines.iter().filter(|line| line.row == row).count();
    first..first + count.max(1)
}

struct Table<'a> {
    case: &'a Case,
    file: &'a CaseFile,
    widths: &'a Widths,
    look: &'a Look,
}

impl Table<'_> {
    fn line(&self, line: &Line, brush: &mut Brush<'_>) {
        let theme = &self.look.theme;
        let Some(row) = self.case.chart.rows.get(line.row) else { return };
        let selected = line.row == self.case.cursor();
        let here = self.case.row().map(|row| row.pair.item);
        let same_item = selected || (row.pair.item.is_some() && Some(row.pair.item) == here);
        let item_style = match (self.case.pane, same_item) {
            (Pane::Items, true) => theme.selected,
            (Pane::Indicators, true) => theme.selected_elsewhere,
            (_, false) if row.is_gap() => theme.warning,
            (_, false) => theme.text,
        };
        let row_style = match (self.case.pane, selected && line.first) {
            (Pane::Indicators, true) => Some(theme.selected),
            (Pane::Items, true) => Some(theme.selected_elsewhere),
            (_, false) => None,
        };
        let marker = if selected && line.first { self.look.glyphs.cursor } else { "" };
        brush.cell(marker, MARGIN, theme.text).cell(&line.item, self.widths.item, item_style);
        brush.cell("", GAP, theme.text);
        if line.first {
            self.indicator(row, row_style, brush);
        }
    }

    fn indicator(&self, row: &Row, ground: Option<Style>, brush: &mut Brush<'_>) {
        let theme = &self.look.theme;
        let (sign, style) = match &row.link {
            _ if row.is_gap() => (self.look.glyphs.warning, theme.warning),
            Some(link) if link.origin == LinkOrigin::Confirmed => (self.look.glyphs.yes, theme.good),
            Some(link) if link.is_certain() => (SUGGESTED, theme.text),
            Some(_) => (DOUBTFUL, theme.dim),
            None => ("", theme.text),
        };
        brush.cell(sign, 1, ground.unwrap_or(style));
        let found = row.pair.indicator.is_some() && at_row(self.file, row).next().is_some() && !row.is_gap();
        let mark = if found { self.look.glyphs.warning } else { "" };
        brush.cell(mark, SIGN - 1, ground.unwrap_or(theme.warning));
        let Some((place, indicator)) =
            row.pair.indicator.and_then(|place| Some((place, self.file.submission.indicators.get(place)?)))
        else {
            let room = brush.room().saturating_sub(1);
            brush.cell(&t!("case.uncovered"), room, ground.unwrap_or(theme.warning));
            return;
        };
        let text = ground.unwrap_or(theme.text);
        brush.cell(&name(place, indicator), self.widths.indicator, text).cell("", GAP, text);
        brush.cell(&indicator.measure_text(), self.widths.measure, text);
        if !self.file.priors.is_empty() {
            self.prior(place, ground, brush);
        }
    }

    fn prior(&self, place: usize, ground: Option<Style>, brush: &mut Brush<'_>) {
        let (widths, theme) = (self.widths, &self.look.theme);
        let (text, dim) = (ground.unwrap_or(theme.text), ground.unwrap_or(theme.dim));
        let mut earlier = self.case.chart.earlier(self.file, place);
        let newest = self.file.priors.first().and_then(|prior| prior.evaluation.year);
        let Some((prior, twin, _)) = earlier.next() else {
            let room = brush.room().saturating_sub(1);
            brush.cell("", GAP, dim).cell(&t!("case.no-twin"), room.saturating_sub(GAP), dim);
            return;
        };
        let year = prior.evaluation.year.filter(|year| Some(*year) != newest);
        let actual = twin.actual.clone().unwrap_or_default();
        let actual =
            year.map_or_else(|| actual.clone(), |year| t!("case.of-year", text = actual, year = year).into_owned());
        let trend = self.case.chart.trends.get(place).map(|trend| {
            let values: Vec<_> = trend.iter().map(|reached| reached.value.and_then(hundredths)).collect();
            let (low, high) = values.iter().flatten().fold((0, 0), |(low, high), n| (low.min(*n), high.max(*n)));
            self.look.glyphs.sparkline(&values, low, high)
        });
        let (moved, judged) = match self.file.submission.indicators.get(place) {
            Some(one) => (change::cell(one, twin), change::style(one, twin, self.look)),
            None => (String::new(), dim),
        };
        for (width, words, style) in [
            (widths.target, measure(twin), dim),
            (widths.actual, actual, text),
            (widths.score, score(twin), text),
            (widths.change, moved, ground.unwrap_or(judged)),
            (widths.trend, trend.unwrap_or_default(), text),
        ] {
            if width > 0 {
                brush.cell("", GAP, style).cell(&words, width, style);
            }
        }
    }
}

/// An indicator's number, kind and name in one cell.
pub fn name(place: usize, indicator: &Indicator) -> String {
    let kind = kind(indicator);
    t!("case.indicator", number = place + 1, kind = kind, name = indicator.name()).into_owned()
}

/// Two characters for the level: 数量, 质量, 效益, 满意.
fn kind(indicator: &Indicator) -> String {
    let level = indicator.l2.as_deref().or(indicator.l1.as_deref()).unwrap_or("-");
    if level.contains("满意") {
        return level.chars().skip_while(|c| *c != '满').take(2).collect();
    }
    level.chars().take(2).collect()
}

/// An earlier target value with its sign and unit.
pub fn measure(twin: &EvaluationIndicator) -> String {
    let indicator =
        Indicator { sign: twin.sign, value: twin.target.clone(), unit: twin.unit.clone(), ..Indicator::default() };
    indicator.measure_text()
}

/// An earlier score of its weight.
pub fn score(twin: &EvaluationIndicator) -> String {
    match (&twin.score, &twin.weight) {
        (Some(score), Some(weight)) => format!("{score}/{weight}"),
        (Some(score), None) => score.clone(),
        (None, _) => String::new(),
    }
}

fn hundredths(number: Decimal) -> Option<i64> {
    number.checked_mul(Decimal::ONE_HUNDRED)?.round().to_i64()
}
