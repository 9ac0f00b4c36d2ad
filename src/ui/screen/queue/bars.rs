//! The lines over the table: whose queue it is, the tabs, and the filter with the sums.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::queue::{Queue, TabState, sort_id};
use crate::domain::facts::County;
use crate::domain::view::{Sort, Tally};
use crate::ui::brush::{Brush, columns};
use crate::ui::clear::clear_area;
use crate::ui::look::Look;
use crate::ui::over::Over;
use crate::ui::width::clean;
use crate::ui::{brush, field};

/// County, year, and whether the contents are synthetic; the person at the right.
pub fn title(common: &Common, look: &Look, over: &mut Over<'_, '_>, area: Rect) {
    let (county, user) = (&common.county, &common.user.name);
    let id = over.known.id(("title", &county.name, county.year, county.sample, user));
    over.line(area.y, id, |frame| draw_title(county, user, look, frame, area));
}

fn draw_title(county: &County, user: &str, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(1).put(&t!("queue.title", county = county.name, year = county.year), look.theme.title);
    if county.sample {
        brush.skip(2).put(&t!("queue.sample"), look.theme.warning);
    }
    let room = brush.room();
    if room > 4 {
        brush.skip(1);
        let taken = columns(user, look).min(room - 3);
        let space = brush.room().saturating_sub(taken + 1);
        brush.skip(space).at_most(user, taken, look.theme.text);
    }
}

/// The tabs with their counts; when they do not fit, those around the active one.
pub fn tabs(queue: &Queue, look: &Look, over: &mut Over<'_, '_>, area: Rect) {
    let known = over.known.and(("tabs", queue.active));
    let known = queue.tabs.iter().fold(known, |known, tab| known.and((&tab.title, count(tab))));
    over.line(area.y, known.id(()), |frame| draw_tabs(queue, look, frame, area));
}

fn draw_tabs(queue: &Queue, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let labels: Vec<String> = queue.tabs.iter().map(label).collect();
    let widths: Vec<usize> = labels.iter().map(|label| columns(label, look)).collect();
    let room = usize::from(area.width.saturating_sub(2));
    let (gap, bar) = if fits(&widths, 3, room) { (1, true) } else { (2, false) };
    let shown = in_sight(&widths, queue.active, if bar { 3 } else { 2 }, room);
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.put(if shown.start > 0 { "<" } else { " " }, look.theme.dim);
    for (place, label) in labels.iter().enumerate().take(shown.end).skip(shown.start) {
        if place > shown.start && bar {
            brush.skip(gap).put("|", look.theme.border).skip(gap);
        } else if place > shown.start {
            brush.skip(gap);
        }
        let style = if place == queue.active { look.theme.tab } else { look.theme.tab_other };
        brush.put(label, style);
    }
    if shown.end < labels.len() {
        brush.right(">", look.theme.dim);
    }
}

/// How much a tab holds, as far as that is known; nothing is not told.
fn count(tab: &TabState) -> u64 {
    tab.tally.map_or(0, |tally| tally.count)
}

fn label(tab: &TabState) -> String {
    match count(tab) {
        0 => tab.title.clone(),
        count => t!("queue.tab-count", title = tab.title, count = count).into_owned(),
    }
}

fn fits(widths: &[usize], gap: usize, room: usize) -> bool {
    widths.iter().sum::<usize>() + gap * widths.len().saturating_sub(1) <= room
}

/// The tabs in sight: from the first on, or from later so that the active one is there with its neighbour.
fn in_sight(widths: &[usize], active: usize, gap: usize, room: usize) -> std::ops::Range<usize> {
    let needed = (active + 2).min(widths.len());
    let mut start = 0;
    while start < active && !fits(&widths[start..needed], gap, room) {
        start += 1;
    }
    let mut end = (active + 1).max(start + 1).min(widths.len());
    while end < widths.len() && fits(&widths[start..=end], gap, room) {
        end += 1;
    }
    start..end
}

/// The filter, or its field while it is typed; the sums at the right.
pub fn filter(queue: &Queue, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let sums = sums(queue, look);
    let taken = u16::try_from(columns(&sums, look) + 3).unwrap_or(area.width).min(area.width);
    let style = if queue.marked.is_empty() { look.theme.dim } else { look.theme.marked };
    Brush::on(frame.buffer_mut(), look, Rect { width: area.width.saturating_sub(1), ..area }, 0).right(&sums, style);
    let left = Rect { width: area.width - taken, ..area };
    let mut brush = Brush::on(frame.buffer_mut(), look, left, 0);
    let text = &queue.tab().filter.text;
    brush.skip(1);
    if queue.field.is_some() || !text.is_empty() {
        brush.put(&t!("queue.filter"), look.theme.dim).skip(1);
    }
    let x = brush.x();
    match &queue.field {
        Some(typed) => {
            // Half of the line: the field stays as it is while the sums at the right come and go.
            let place = Rect { x, width: left.right().min(area.x + area.width / 2).saturating_sub(x), ..left };
            field::draw(&typed.line, look, frame, place, true);
        }
        None => drop(brush.put(text, look.theme.found)),
    }
}

/// Count and money of what is shown, the place in it and the order; of the selected rows while there are some.
fn sums(queue: &Queue, look: &Look) -> String {
    if !queue.marked.is_empty() {
        let Tally { count, amount } = queue.marked_tally();
        return t!("queue.marked", count = count, amount = amount.wan()).into_owned();
    }
    let mut parts = Vec::new();
    if queue.sort != Sort::default() {
        parts.push(t!(format!("queue.sort.{}", sort_id(queue.sort))).into_owned());
    }
    if let Some(Tally { count, amount }) = queue.tab().shown_tally() {
        parts.push(t!("queue.sums", count = count, amount = amount.wan()).into_owned());
        let position = queue.tab().rows.position();
        if position > 0 {
            parts.push(t!("queue.position", position = position, count = count.max(position)).into_owned());
        }
    }
    parts.join(&t!("queue.between", dot = look.glyphs.dot))
}

/// What is wrong with the filter, under the field in place of the headings, with a sign under the column of the fault.
pub fn fault(queue: &Queue, look: &Look, over: &mut Over<'_, '_>, area: Rect) {
    let Some(typed) = &queue.field else { return };
    let Some(error) = &typed.error else { return };
    let before: String = typed.line.text().chars().take(error.column).collect();
    let start = area.x + 2 + u16::try_from(columns(&t!("queue.filter"), look)).unwrap_or(0);
    let x = brush::cursor_after(&clean(&before), start, look);
    let words = t!("queue.fault", words = error.message).into_owned();
    let last = area.right().saturating_sub(u16::try_from(columns(&words, look) + 3).unwrap_or(area.width));
    over.cover(area.top()..area.bottom());
    clear_area(over.frame.buffer_mut(), area);
    let mut brush = Brush::on(over.frame.buffer_mut(), look, area, 0);
    // Words that do not fit behind the sign stand before it.
    let begin = if x <= last { x } else { last.max(area.x + 1) };
    brush.skip(usize::from(begin - area.x)).put("^", look.theme.error).skip(1).put(&words, look.theme.error);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_active_tab_is_in_sight_with_its_neighbour() {
        let widths = [8; 12];
        assert_eq!(in_sight(&widths, 0, 2, 200), 0..12);
        for active in 0..12 {
            let shown = in_sight(&widths, active, 2, 40);
            assert!(shown.contains(&active));
            assert!(active == 11 || shown.contains(&(active + 1)), "{active}: {shown:?}");
            assert!(fits(&widths[shown.clone()], 2, 40), "{active}: {shown:?}");
        }
        assert_eq!(in_sight(&widths, 5, 2, 4), 5..6, "one tab at least");
    }
}
