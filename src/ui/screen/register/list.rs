//! Draws a register: tabs, what is shown of which year and how much money, the records in columns as wide as they need.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::register::Registers;
use crate::domain::money::Money;
use crate::domain::register::field::{Field, Kind};
use crate::domain::register::judge::{Step, Timing};
use crate::domain::register::view::{RecordRow, RegisterPage};
use crate::domain::register::{Record, Register};
use crate::ui::amounts::Amounts;
use crate::ui::brush::{Brush, columns};
use crate::ui::look::Look;

/// The most columns that a text asks for.
const WIDEST: usize = 40;
/// The fewest that it is left with.
const NARROWEST: usize = 6;

/// Draws the screen, and returns where the hidden cursor rests: on the selected record.
pub fn draw(screen: &Registers, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(1).put(&t!("register.title", county = common.county.name), look.theme.title);
    if common.county.sample {
        brush.skip(2).put(&t!("queue.sample"), look.theme.warning);
    }
    tabs(screen, look, frame, Rect { y: area.y + 1, height: 1, ..area });
    account(screen, look, frame, Rect { y: area.y + 2, height: 1, ..area });
    let list = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
    let Some(page) = &screen.page else {
        Brush::on(frame.buffer_mut(), look, list, 0).skip(2).put(&t!("case.reading"), look.theme.dim);
        return None;
    };
    if screen.found.is_empty() {
        let (register, looked) = (screen.register.name(), screen.looked_for());
        let words = if looked.is_empty() {
            t!("register.empty", register = register)
        } else {
            t!("register.not-found", register = register, words = looked)
        };
        Brush::on(frame.buffer_mut(), look, list, 0).skip(2).put(&words, look.theme.dim);
        return None;
    }
    rows(screen, page, look, frame, list);
    let row = u16::try_from(screen.cursor.saturating_sub(screen.first)).ok()?;
    Some(Position::new(list.x, list.y + 1 + row))
}

fn tabs(screen: &Registers, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let names = Register::ALL.map(|one| t!(format!("register.tab.{}", one.id())).into_owned());
    let counts = screen.page.as_ref().map(|page| page.counts.as_slice()).unwrap_or_default();
    let label = |(register, name): (&Register, &String), counted: bool| {
        let count = counts.iter().find(|(one, _)| one == register).map_or(0, |(_, count)| *count);
        if counted && count > 0 { format!("{name} {count}") } else { name.clone() }
    };
    let all = |counted: bool| Register::ALL.iter().zip(&names).map(move |one| label(one, counted)).collect::<Vec<_>>();
    let room = usize::from(area.width.saturating_sub(2));
    let wide =
        |labels: &[String]| labels.iter().map(|one| columns(one, look)).sum::<usize>() + 2 * labels.len() <= room;
    let counted = all(true);
    let labels = if wide(&counted) { counted } else { all(false) };
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(1);
    for (register, label) in Register::ALL.iter().zip(labels) {
        let style = if *register == screen.register { look.theme.tab } else { look.theme.tab_other };
        brush.put(&label, style).skip(2);
    }
}

/// The year, the words looked for; at the right how many and how much money.
fn account(screen: &Registers, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    let year = match screen.year {
        Some(year) => t!("register.of-year", year = year),
        None => t!("register.of-all-years"),
    };
    brush.skip(1).put(&year, look.theme.heading);
    let looked = screen.looked_for();
    if !looked.is_empty() {
        brush.skip(2).put(&t!("register.words", words = looked), look.theme.found);
    }
    let Some(page) = &screen.page else { return };
    let shown: Vec<&RecordRow> = screen.found.iter().filter_map(|place| page.rows.get(*place)).collect();
    let amount = shown.iter().filter_map(|row| row.record.amount()).fold(Money::ZERO, |sum, one| sum + one);
    let mut words = summary(page, &shown);
    if shown.iter().any(|row| row.record.amount().is_some()) {
        words = t!("register.sum", words = words, amount = amount.wan()).into_owned();
    }
    let place = Rect { width: area.width.saturating_sub(1), ..area };
    let mut right = Brush::on(frame.buffer_mut(), look, place, 0);
    right.skip(usize::from(brush_end(&year, &looked, look))).right(&words, look.theme.dim);
}

/// Columns taken at the left of the account.
fn brush_end(year: &str, words: &str, look: &Look) -> u16 {
    let looked = if words.is_empty() { 0 } else { columns(&t!("register.words", words = words), look) + 2 };
    u16::try_from(1 + columns(year, look) + looked + 2).unwrap_or(u16::MAX)
}

/// How many records, and what can be counted of them: inside and outside the window, in step and late.
fn summary(page: &RegisterPage, shown: &[&RecordRow]) -> String {
    let count = shown.len();
    match page.register {
        Register::Disclosure => {
            let inside = shown.iter().filter(|row| page.timing(&row.record) == Some(Timing::Inside)).count();
            let missing: usize = page.missing.iter().map(|one| one.units.len()).sum();
            t!(
                "register.summary-disclosure",
                count = count,
                inside = inside,
                outside = count - inside,
                missing = missing
            )
            .into_owned()
        }
        Register::Poverty => {
            let step = |row: &&&RecordRow| matches!(&row.record, Record::Poverty(one) if matches!(Step::of(one), Step::InStep(_)));
            let reviewed = |row: &&&RecordRow| matches!(&row.record, Record::Poverty(one) if one.reviewed.is_some());
            let (in_step, reviewed) = (shown.iter().filter(step).count(), shown.iter().filter(reviewed).count());
            t!("register.summary-poverty", count = count, step = in_step, reviewed = reviewed).into_owned()
        }
        _ => t!("register.summary", count = count).into_owned(),
    }
}

/// The texts of a record in the columns of its register, the remark last.
fn texts(page: &RegisterPage, fields: &[&Field], row: &RecordRow, amounts: Amounts) -> Vec<String> {
    let text = |field: &&Field| match (field.kind, row.record.amount()) {
        (Kind::Money, Some(amount)) => amounts.text(Some(amount), amounts.width()),
        _ => row.record.text(field.id).replace('\n', " "),
    };
    fields.iter().map(text).chain([page.remark(&row.record)]).collect()
}

fn rows(screen: &Registers, page: &RegisterPage, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let all = screen.register.fields();
    // Where one year is shown, its column says nothing.
    let says = |id: &&&str| **id != "year" || screen.year.is_none();
    let fields: Vec<&Field> = screen
        .register
        .columns()
        .iter()
        .filter(says)
        .filter_map(|id| all.iter().find(|field| field.id == *id))
        .collect();
    let height = usize::from(area.height.saturating_sub(1));
    let shown: Vec<&RecordRow> = screen.found.iter().filter_map(|place| page.rows.get(*place)).collect();
    let amounts = Amounts::of(shown.iter().filter_map(|row| row.record.amount()));
    let lines: Vec<Vec<String>> = shown.iter().map(|row| texts(page, &fields, row, amounts)).collect();
    let heads: Vec<String> =
        fields.iter().map(|field| field.name()).chain([t!("register.remark").into_owned()]).collect();
    let widths = widths(&heads, &lines, usize::from(area.width).saturating_sub(3), look);
    let numeric: Vec<bool> =
        fields.iter().map(|field| matches!(field.kind, Kind::Money | Kind::Count)).chain([false]).collect();
    let mut line = |row: u16, cells: &[String], mark: &str, styles: (Style, Style)| {
        let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
        brush.cell(mark, 2, styles.0);
        for (place, (cell, width)) in cells.iter().zip(&widths).enumerate().filter(|(_, (_, width))| **width > 0) {
            // What names the record carries the ground of the selection: little to send for a move.
            let style = if place <= 1 { styles.0 } else { styles.1 };
            if numeric.get(place) == Some(&true) {
                brush.number(cell, *width, style);
            } else {
                brush.cell(cell, *width, style);
            }
            brush.skip(2);
        }
    };
    line(0, &heads, "", (look.theme.heading, look.theme.heading));
    for (row, (place, cells)) in (1..).zip(lines.iter().enumerate().skip(screen.first).take(height)) {
        let selected = place == screen.cursor;
        let named = if selected { look.theme.selected } else { look.theme.text };
        line(row, cells, if selected { look.glyphs.cursor } else { "" }, (named, look.theme.text));
    }
}

/// As many columns as each text needs; where the line is too short, the widest give. Columns that are blank everywhere take none.
fn widths(heads: &[String], lines: &[Vec<String>], room: usize, look: &Look) -> Vec<usize> {
    let widest = |place: usize| {
        let texts = lines.iter().filter_map(|line| line.get(place)).map(|text| columns(text, look)).max().unwrap_or(0);
        if texts == 0 { 0 } else { texts.max(columns(&heads[place], look)).min(WIDEST) }
    };
    let mut widths: Vec<usize> = (0..heads.len()).map(widest).collect();
    let used = |widths: &[usize]| widths.iter().filter(|width| **width > 0).map(|width| width + 2).sum::<usize>();
    while used(&widths) > room + 2 {
        let most = widths.iter().copied().max().unwrap_or(0);
        if most <= NARROWEST {
            break;
        }
        if let Some(width) = widths.iter_mut().rev().find(|width| **width == most) {
            *width -= 1;
        }
    }
    widths
}
