//! Draws the form of a pre-assessment: fields, the items as a table under their dimensions, what the focused item rests on, and where it leads.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::field::Field;
use crate::app::form::sheet::Entry;
use crate::app::screen::assess::{AssessmentForm, Kind};
use crate::domain::assessment::rule::rules;
use crate::domain::assessment::words::points;
use crate::domain::procedure::Item;
use crate::ui::brush::Brush;
use crate::ui::field;
use crate::ui::lines::{Lines, stacked};
use crate::ui::look::Look;
use crate::ui::screen::form::{entry_draw, entry_height, entry_labels};
use crate::ui::split;

/// Columns of points, of the unit's own points, and of an item's number.
const POINTS: usize = 6;
const NUMBER: usize = 5;
/// Lines below the fields: a rule, what the focused item rests on (two), where it leads, why it was refused.
const FOOT: u16 = 5;

/// Something that takes lines of the form.
enum Part {
    /// A field, by its place.
    Field(usize),
    /// A dimension's heading, by its place.
    Dimension(usize),
    /// An item: the place of its first field, and how many it has.
    Item(usize, usize),
}

/// Draws the screen, and returns where the cursor stands.
pub fn draw(
    form: &AssessmentForm,
    common: &Common,
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
) -> Option<Position> {
    if form.sheet.entries.is_empty() {
        Brush::on(frame.buffer_mut(), look, area, 0).skip(1).put(&t!("case.reading"), look.theme.dim);
        return None;
    }
    let (head, rest) = split::top(area, 2);
    let (body, foot) = split::bottom(rest, FOOT);
    heading(form, common, look, frame, head);
    footing(form, common, look, frame, foot);
    fields(form, look, frame, body)
}

fn heading(form: &AssessmentForm, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let project = form
        .file
        .as_ref()
        .map_or_else(|| t!("assess.form.new").into_owned(), |file| file.assessment.project.name.clone());
    let key = if form.kind == Kind::Fill { "assess.form.fill" } else { "assess.form.review" };
    Brush::on(frame.buffer_mut(), look, area, 0).skip(1).put(&t!(key, project = project), look.theme.title);
    let mut facts = vec![form.year.to_string(), common.user.name.clone()];
    if let Some(file) = &form.file {
        facts.insert(0, file.unit.name.clone());
    }
    facts.extend(form.restored.clone());
    let dot = format!(" {} ", look.glyphs.dot);
    Brush::on(frame.buffer_mut(), look, area, 1).skip(1).put(&facts.join(&dot), look.theme.dim);
}

/// Where it leads, and what the focused item rests on or what is wrong with it.
fn footing(form: &AssessmentForm, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let rule = look.glyphs.rule.repeat(usize::from(area.width));
    frame.buffer_mut().set_stringn(area.x, area.y, rule, usize::from(area.width), look.theme.border);
    let text = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: 2 };
    let mut lines = Lines::new(usize::from(text.width), look);
    if let Some(entry) = form.sheet.focused() {
        match (&entry.error, entry.cell) {
            (Some(error), Some(_)) => drop(lines.add(error, look.theme.error)),
            (_, Some((row, _))) => grounds(form, row, look, &mut lines),
            _ => {}
        }
    }
    lines.draw(0, true, frame, text);
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 3);
    brush.skip(1).put(look.glyphs.leads_to, look.theme.key).skip(1).put(&form.outlook(), look.theme.title);
    if let Some(refused) = form.refused.as_ref().filter(|_| common.notice.is_none()) {
        Brush::on(frame.buffer_mut(), look, area, 4).skip(1).put(refused, look.theme.error);
    }
}

fn grounds(form: &AssessmentForm, row: usize, look: &Look, lines: &mut Lines<'_>) {
    let Some(item) = rules().course.items().nth(row) else { return };
    let said = form.file.as_ref().and_then(|file| file.newest()?.items.get(row).cloned());
    match (form.kind, said) {
        (Kind::Review, Some(said)) => {
            let words = t!("cli.assess.said", reason = said.reason, evidence = said.evidence);
            lines.add(words.trim(), look.theme.dim);
        }
        _ => {
            lines.add(&t!("assess.form.usual", evidence = item.evidence), look.theme.dim);
        }
    }
}

fn parts(entries: &[Entry]) -> Vec<Part> {
    let mut starts = Vec::new();
    let mut first = 0;
    for criterion in &rules().course.criteria {
        starts.push(first);
        first += criterion.items.len();
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut last = None;
    for (place, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.hidden) {
        match (entry.cell, parts.last_mut()) {
            (Some((row, _)), Some(Part::Item(_, count))) if last == Some(row) => *count += 1,
            (Some((row, _)), _) => {
                if let Some(dimension) = starts.iter().position(|start| *start == row) {
                    parts.push(Part::Dimension(dimension));
                }
                parts.push(Part::Item(place, 1));
                last = Some(row);
            }
            (None, _) => parts.push(Part::Field(place)),
        }
    }
    parts
}

fn holds(part: &Part, focus: usize) -> bool {
    match part {
        Part::Field(place) => *place == focus,
        Part::Dimension(_) => false,
        Part::Item(first, count) => (*first..first + count).contains(&focus),
    }
}

fn fields(form: &AssessmentForm, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let entries = &form.sheet.entries;
    let width = usize::from(area.width);
    let parts = parts(entries);
    let height = |part: &Part| match part {
        Part::Field(place) => entry_height(&entries[*place], width.saturating_sub(4)),
        Part::Dimension(_) | Part::Item(..) => 1,
    };
    let heights: Vec<usize> = parts.iter().map(height).collect();
    let focused = parts.iter().position(|part| holds(part, form.sheet.focus)).unwrap_or(0);
    let leads = focused > 0 && matches!(parts[focused - 1], Part::Dimension(_));
    let labels = entry_labels(entries, width, look);
    let mut cursor = None;
    for (part, place) in stacked(&heights, focused, leads, area) {
        let at = match &parts[part] {
            Part::Field(at) => Some(entry_draw(&entries[*at], *at == form.sheet.focus, labels, look, frame, place)),
            Part::Dimension(at) => {
                dimension(form, *at, look, &mut Brush::on(frame.buffer_mut(), look, place, 0));
                None
            }
            Part::Item(first, count) => item(form, (*first, *count), look, frame, place),
        };
        cursor = cursor.or(at.filter(|_| part == focused));
    }
    cursor
}

/// A dimension's name with the sum of what is typed of it.
fn dimension(form: &AssessmentForm, place: usize, look: &Look, brush: &mut Brush<'_>) {
    let criteria = &rules().course.criteria;
    let first: usize = criteria[..place].iter().map(|one| one.items.len()).sum();
    let criterion = &criteria[place];
    let places = first..first + criterion.items.len();
    let typed: Option<rust_decimal::Decimal> = places.map(|row| form.points(row)).sum();
    let words = t!(
        "assess.form.dimension",
        name = criterion.name.local(),
        sum = points(typed),
        points = criterion.points.normalize()
    );
    let (name, columns) = widths(form.kind, brush.room());
    brush.cell("", 2, look.theme.heading).cell(&words, NUMBER - 2 + name, look.theme.heading).skip(1);
    brush.cell(&t!("assess.column.score"), POINTS, look.theme.dim).skip(1);
    if let [_, reason, evidence] = columns.as_slice() {
        brush.skip(POINTS + 1).cell(&t!("assess.column.reason"), *reason, look.theme.dim).skip(1);
        brush.cell(&t!("assess.column.evidence"), *evidence, look.theme.dim);
    }
}

/// The columns of an item's name, and of each field.
fn widths(kind: Kind, room: usize) -> (usize, Vec<usize>) {
    let name = if room >= 100 { 26 } else { 20 };
    let taken = NUMBER + name + 1 + POINTS + 1;
    match kind {
        Kind::Review => (name, vec![POINTS]),
        Kind::Fill => {
            let rest = room.saturating_sub(taken + POINTS + 3);
            (name, vec![POINTS, rest / 2, rest - rest / 2])
        }
    }
}

fn item(
    form: &AssessmentForm,
    (first, count): (usize, usize),
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
) -> Option<Position> {
    let entries = form.sheet.entries.get(first..first + count)?;
    let (row, _) = entries.first()?.cell?;
    let of: &Item = rules().course.items().nth(row)?;
    let focused = form.sheet.focus.checked_sub(first).filter(|place| *place < count);
    let (name, columns) = widths(form.kind, usize::from(area.width));
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.cell(if focused.is_some() { look.glyphs.cursor } else { "" }, 2, look.theme.key);
    brush.cell(&(row + 1).to_string(), NUMBER - 2, look.theme.dim).cell(of.name.local(), name, look.theme.text).skip(1);
    let most = t!("form.of-points", most = of.points.normalize());
    let own = form.file.as_ref().and_then(|file| file.newest()?.items.get(row)?.score);
    let beside = match (form.kind, own) {
        (Kind::Review, Some(own)) => t!("assess.form.own", points = own.normalize()).into_owned(),
        _ => most.into_owned(),
    };
    let mut x = brush.x();
    let mut at = None;
    for (place, (entry, width)) in entries.iter().zip(&columns).enumerate() {
        let here =
            Rect { x, width: u16::try_from(*width).ok()?.min(area.right().saturating_sub(x)), height: 1, ..area };
        let is_here = focused == Some(place);
        match &entry.field {
            Field::Line(input) if is_here => at = Some(field::draw(input.line(), look, frame, here, true)),
            Field::Line(input) => {
                let style = if entry.error.is_some() { look.theme.error } else { look.theme.text };
                Brush::on(frame.buffer_mut(), look, here, 0).cell(input.text(), *width, style);
            }
            _ => {}
        }
        x = here.right() + 1;
        if place == 0 {
            let note = Rect { x, width: area.right().saturating_sub(x), height: 1, ..area };
            let mut brush = Brush::on(frame.buffer_mut(), look, note, 0);
            if form.kind == Kind::Review {
                let said =
                    form.file.as_ref().and_then(|file| file.newest()?.items.get(row).cloned()).unwrap_or_default();
                brush.put(&beside, look.theme.dim).skip(2);
                let text = if said.reason.is_empty() { said.evidence } else { said.reason };
                brush.put(&text, look.theme.dim);
            } else {
                brush.cell(&beside, POINTS, look.theme.dim);
                x = brush.x() + 1;
            }
        }
    }
    at
}
