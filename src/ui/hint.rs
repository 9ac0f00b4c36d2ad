//! The last line: a notice while there is one, else the keys of this screen by priority, down to the help alone.
//!
//! A notice that is longer than a line covers the lines above it: what to do stands at its end.
//!
//! In the queue the key of what cannot be done with the selected row, but with others in sight, is shown dim in its
//! place: the line does not jump while the selection moves, and costs next to nothing.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::clear::clear_area;
use super::lines::Lines;
use super::look::Look;
use super::width::{spread, width, write};
use crate::app::App;
use crate::app::action::{ACTIONS, Action, Info};

/// Lines that a notice may take.
const MOST: u16 = 4;
/// Columns between two hints.
const GAP: usize = 2;

/// Draws the last line, and tells which is the first that is covered.
pub fn draw(app: &App, look: &Look, frame: &mut Frame<'_>, area: Rect) -> u16 {
    let room = usize::from(area.width.saturating_sub(2));
    if let Some(notice) = &app.common.notice {
        let style = if notice.error { look.theme.error } else { look.theme.notice };
        return tell(&notice.words, style, look, frame, area);
    }
    let buffer = frame.buffer_mut();
    let mut x = area.x + 1;
    for hint in chosen(app, room, look) {
        let key = spread(&hint.key, look.policy);
        let style = if hint.usable { look.theme.key } else { look.theme.disabled };
        x = write(buffer, (x, area.y), &key, room, style);
        let title = spread(&hint.title, look.policy);
        x = write(buffer, (x + 1, area.y), &title, room, look.theme.hint) + 2;
    }
    area.y
}

/// Draws a notice, its last line on the last line of the screen.
fn tell(words: &str, style: Style, look: &Look, frame: &mut Frame<'_>, last: Rect) -> u16 {
    let mut lines = Lines::new(usize::from(last.width.saturating_sub(2)), look);
    lines.add(words, style);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).clamp(1, MOST.min(last.y + 1));
    let area = Rect { y: last.y + 1 - height, height, ..last };
    clear_area(frame.buffer_mut(), area);
    lines.draw(0, true, frame, Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area });
    area.y
}

/// A key and what it does.
struct Hint {
    key: String,
    title: String,
    usable: bool,
}

impl Hint {
    fn of(app: &App, info: &Info) -> Option<Self> {
        Some(Self { key: app.keymap.label(info.action)?, title: info.title(), usable: app.is_usable(info.action) })
    }

    fn width(&self, look: &Look) -> usize {
        width(&self.key, look.policy) + 1 + width(&self.title, look.policy)
    }
}

/// The hints that fit, the most useful ones first and the help at the end.
fn chosen(app: &App, room: usize, look: &Look) -> Vec<Hint> {
    let context = app.context();
    let mut infos: Vec<_> = ACTIONS.iter().filter(|info| info.hint > 0 && info.contexts.meets(context)).collect();
    infos.sort_by_key(|info| std::cmp::Reverse(info.hint));
    let last = Hint::of(app, Action::Help.info()).filter(|_| Action::Help.info().contexts.meets(context));
    let mut left = room.saturating_sub(last.as_ref().map_or(0, |hint| hint.width(look)));
    let mut hints = Vec::new();
    for info in infos.iter().filter(|info| info.action != Action::Help).filter(|info| app.offers(info.action)) {
        let Some(hint) = Hint::of(app, info) else { continue };
        let Some(rest) = left.checked_sub(hint.width(look) + GAP) else { break };
        left = rest;
        hints.push(hint);
    }
    hints.extend(last);
    hints
}
