//! The table of an evaluation or of monitoring: a row an indicator of the approved target, what is asked beside what is filled in and
//! what the rule makes of it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::field::Field;
use crate::app::form::kind::Kind;
use crate::app::form::sheet::Entry;
use crate::domain::evaluation::EvaluationKind;
use crate::domain::execution::progress::Light;
use crate::domain::execution::words;
use crate::domain::view::CaseFile;
use crate::ui::brush::Brush;
use crate::ui::field;
use crate::ui::look::Look;

/// Columns left of the table, for the cursor and the row's number.
const MARGIN: usize = 5;

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// The indicator's name.
    Name,
    /// Its target value.
    Target,
    /// What the unit reported, beside the bureau's own.
    Own,
    /// What the rule makes of the value: points, or a light.
    Rule,
    /// A field, by its place in the row.
    Field(usize),
}

/// The columns of a form with their widths; the name takes what is left.
fn columns(kind: Kind, width: u16) -> Vec<(Column, usize)> {
    use Column::{Field as F, Name, Own, Rule, Target};
    let wide = width >= 100;
    let fixed: Vec<(Column, usize)> = match (kind, wide) {
        (Kind::Monitor(_), true) => {
            vec![(Name, 0), (Target, 13), (F(0), 12), (Rule, 4), (F(1), 12), (F(2), 10), (F(3), 12), (F(4), 22)]
        }
        (Kind::Monitor(_), false) => {
            vec![(Name, 0), (Target, 10), (F(0), 9), (Rule, 4), (F(1), 8), (F(2), 8), (F(3), 8), (F(4), 8)]
        }
        (Kind::ReEvaluate, true) => {
            vec![(Name, 0), (Target, 13), (Own, 20), (F(0), 14), (Rule, 11), (F(1), 6), (F(2), 20)]
        }
        (Kind::ReEvaluate, false) => {
            vec![(Name, 0), (Target, 9), (Own, 12), (F(0), 9), (Rule, 8), (F(1), 5), (F(2), 8)]
        }
        (_, true) => vec![(Name, 0), (Target, 16), (F(0), 16), (Rule, 11), (F(1), 8), (F(2), 28)],
        (_, false) => vec![(Name, 0), (Target, 11), (F(0), 12), (Rule, 9), (F(1), 6), (F(2), 12)],
    };
    let taken: usize = fixed.iter().map(|(_, width)| width + 1).sum::<usize>() + MARGIN;
    let rest = usize::from(width).saturating_sub(taken).max(8);
    fixed.into_iter().map(|(column, width)| (column, if column == Name { rest } else { width })).collect()
}

/// Draws the keys of the table and its headings.
pub fn headings(kind: Kind, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    let hint = if matches!(kind, Kind::Monitor(_)) { "execution.grid-hint-monitor" } else { "execution.grid-hint" };
    brush.skip(2).put(&t!("execution.grid"), look.theme.text).skip(2).put(&t!(hint), look.theme.dim);
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 1);
    brush.skip(MARGIN);
    let fields = crate::app::form::execution_columns(kind);
    for (column, width) in columns(kind, area.width) {
        let key = match column {
            Column::Name => "name",
            Column::Target => "target",
            Column::Own => "own",
            Column::Rule if matches!(kind, Kind::Monitor(_)) => "light",
            Column::Rule => "rule",
            Column::Field(place) => fields.get(place).copied().unwrap_or_default(),
        };
        brush.cell(&t!(format!("execution.head.{key}")), width, look.theme.heading).skip(1);
    }
}

/// Draws a row, and returns where the cursor stands in it.
pub fn row(
    (kind, file): (Kind, &CaseFile),
    entries: &[Entry],
    focused: Option<usize>,
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
) -> Option<Position> {
    let number = entries.first().and_then(|entry| entry.cell).map_or(0, |(row, _)| row);
    let indicator = file.submission.indicators.get(number)?;
    let marker = if focused.is_some() { look.glyphs.cursor } else { "" };
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.cell(marker, 2, look.theme.key).cell(&(number + 1).to_string(), MARGIN - 2, look.theme.dim);
    let (mut x, mut at) = (area.x + u16::try_from(MARGIN).ok()?, None);
    for (column, width) in columns(kind, area.width) {
        let columns = u16::try_from(width).ok()?;
        let here = Rect { x, width: columns.min(area.right().saturating_sub(x)), height: 1, ..area };
        let mut brush = Brush::on(frame.buffer_mut(), look, here, 0);
        match column {
            Column::Name => drop(brush.cell(indicator.name(), width, look.theme.text)),
            Column::Target => drop(brush.cell(&indicator.measure_text(), width, look.theme.text)),
            Column::Own => drop(brush.cell(&own(file, number), width, look.theme.dim)),
            Column::Rule => rule(kind, entries, width, look, &mut brush),
            Column::Field(place) => {
                let entry = entries.get(place)?;
                let is_here = focused == Some(place);
                let position = cell(&entry.field, is_here, look, frame, here);
                at = at.or(position.filter(|_| is_here));
            }
        }
        x = x.saturating_add(columns + 1);
    }
    at
}

/// What the unit reported of an indicator, with its points.
fn own(file: &CaseFile, place: usize) -> String {
    let row = file.execution.evaluation(file.target.year, EvaluationKind::Own);
    let one = row.and_then(|row| row.evaluation.indicators.get(place));
    one.map_or_else(String::new, |one| {
        let (actual, score) = (one.actual.as_deref().unwrap_or("-"), one.score.as_deref().unwrap_or("-"));
        t!("execution.own", actual = actual, score = score).into_owned()
    })
}

fn rule(kind: Kind, entries: &[Entry], width: usize, look: &Look, brush: &mut Brush<'_>) {
    let note = entries.first().map(|entry| entry.note.as_str()).unwrap_or_default();
    if !matches!(kind, Kind::Monitor(_)) {
        brush.cell(note, width, look.theme.dim);
        return;
    }
    let light = Light::of_id(note);
    brush.cell(
        &light.map(words::light).unwrap_or_default(),
        width,
        light.map_or(look.theme.dim, |one| style(one, look)),
    );
}

/// How a light looks: its word says the same without colours.
pub fn style(light: Light, look: &Look) -> ratatui::style::Style {
    match light {
        Light::Red => look.theme.error,
        Light::Yellow => look.theme.warning,
        Light::Green => look.theme.good,
        Light::Blue => look.theme.notice,
    }
}

fn cell(shown: &Field, focused: bool, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    match shown {
        Field::Line(input) => Some(field::draw(input.line(), look, frame, area, focused)),
        Field::Choice(choice) => {
            let words = choice.answers().get(choice.at()).map_or("", |answer| answer.words.as_str());
            let style = if focused { look.theme.selected } else { look.theme.text };
            Brush::on(frame.buffer_mut(), look, area, 0).cell(words, usize::from(area.width), style);
            Some(area.as_position())
        }
        Field::Text(_) | Field::Grade(_) | Field::Points(_) | Field::Button => None,
    }
}
