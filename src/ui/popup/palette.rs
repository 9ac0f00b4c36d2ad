//! The list of actions: as the palette, and, with a sentence each under headings, as the help.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use super::list::in_middle;
use super::{broken, ground, write as popup_lines};
use crate::app::action::Group;
use crate::app::popup::{Entry, Palette};
use crate::ui::brush::{Brush, columns};
use crate::ui::field;
use crate::ui::look::Look;
use crate::ui::split;

/// Columns of the palette.
const NARROW: u16 = 64;
/// Columns of the help.
const WIDE: u16 = 110;

/// Lines of the sentence below the list.
const SENTENCE: u16 = 2;

/// A line of the list.
enum Row<'a> {
    Heading(Group),
    Entry(usize, &'a Entry),
}

/// Draws the palette.
pub fn palette(palette: &Palette, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let rows = palette.shown().enumerate().map(|(place, entry)| Row::Entry(place, entry)).collect::<Vec<_>>();
    draw(palette, &rows, &t!("popup.palette"), NARROW, look, frame, area)
}

/// Draws the help.
pub fn help(palette: &Palette, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let mut rows = Vec::new();
    let mut group = None;
    for (place, entry) in palette.shown().enumerate() {
        if group.replace(entry.group) != Some(entry.group) {
            rows.push(Row::Heading(entry.group));
        }
        rows.push(Row::Entry(place, entry));
    }
    draw(palette, &rows, &t!("popup.help"), WIDE, look, frame, area)
}

fn draw(
    palette: &Palette,
    rows: &[Row<'_>],
    title: &str,
    width: u16,
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
) -> Option<Position> {
    // The popup keeps its size while the list is narrowed, so that it does not jump under the eyes.
    let inner = ground(title, usize::from(area.height.saturating_sub(6)), width, look, frame, area);
    let place = Rect { height: 1, ..inner };
    let at = field::draw(&palette.line, look, frame, place, true);
    let rest = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
    let widths = Widths::of(palette, look, width == WIDE);
    let list = whole(palette, &widths, look, frame, rest);
    let page = usize::from(list.height);
    let selected = rows.iter().position(|row| matches!(row, Row::Entry(place, _) if *place == palette.cursor));
    let first = in_middle(selected.unwrap_or(0), rows.len(), page);
    for (line, row) in rows.iter().skip(first).take(page).enumerate() {
        let mut brush = Brush::on(frame.buffer_mut(), look, list, u16::try_from(line).ok()?);
        match row {
            Row::Heading(group) => drop(brush.put(&group.title(), look.theme.title)),
            Row::Entry(place, entry) => write(entry, *place == palette.cursor, &widths, look, &mut brush),
        }
    }
    if rows.is_empty() {
        Brush::on(frame.buffer_mut(), look, list, 0).put(&t!("popup.nothing"), look.theme.dim);
    }
    Some(at)
}

/// Below the list, where its lines have no room for some of the sentences, the whole sentence of the selected action; returns what is left to
/// the list.
fn whole(palette: &Palette, widths: &Widths, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Rect {
    let room = usize::from(area.width).saturating_sub(2 + widths.keys + 2 + widths.title + 2);
    let is_cut = |entry: &Entry| columns(widths.words(entry), look) > room;
    if area.height < SENTENCE + 4 || !palette.shown().any(is_cut) {
        return area;
    }
    let (list, foot) = split::bottom(area, SENTENCE);
    if let Some(entry) = palette.shown().nth(palette.cursor).filter(|entry| is_cut(entry)) {
        let lines = broken(&[widths.words(entry).to_owned()], usize::from(area.width), look);
        popup_lines(&lines, 0, look.theme.notice, frame, foot);
    }
    list
}

/// Columns of keys and titles.
struct Widths {
    keys: usize,
    title: usize,
    /// Whether the sentence is shown too.
    help: bool,
}

impl Widths {
    fn of(palette: &Palette, look: &Look, help: bool) -> Self {
        let widest = |of: fn(&Entry) -> &str| palette.shown().map(|entry| columns(of(entry), look)).max().unwrap_or(0);
        Self { keys: widest(|entry| &entry.keys).min(18), title: widest(|entry| &entry.title), help }
    }

    /// What is said of an action: why it cannot be done, or in the help what it does.
    fn words<'a>(&self, entry: &'a Entry) -> &'a str {
        match &entry.reason {
            Some(reason) => reason,
            None if self.help => &entry.help,
            None => "",
        }
    }
}

fn write(entry: &Entry, selected: bool, widths: &Widths, look: &Look, brush: &mut Brush<'_>) {
    let ground = if selected { look.theme.selected } else { look.theme.text };
    let plain = |style| if selected { ground } else { style };
    let usable = entry.reason.is_none();
    let title = plain(if usable { look.theme.text } else { look.theme.disabled });
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, ground);
    brush.cell(&entry.keys, widths.keys, plain(look.theme.key)).cell("", 2, ground);
    brush.cell(&entry.title, widths.title, title).cell("", 2, ground);
    let room = brush.room();
    brush.cell(widths.words(entry), room, plain(if usable { look.theme.text } else { look.theme.disabled }));
}
