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
use super::over::Over;
use super::width::{spread, width, write};
use crate::app::App;
use crate::app::action::{Action, Info, hinted};

/// Lines that a notice may take.
const MOST: u16 = 4;
/// Columns between two hints.
const GAP: usize = 2;

/// Draws the last line.
pub fn draw(app: &App, look: &Look, over: &mut Over<'_, '_>, area: Rect) {
    if let Some(notice) = &app.common.notice {
        let style = if notice.error { look.theme.error } else { look.theme.notice };
        let first = tell(&notice.words, style, look, over.frame, area);
        return over.cover(first..area.bottom());
    }
    let offers = offered(app);
    let known =
        offers.iter().fold(over.known.and("hints"), |known, offer| known.and((offer, app.keymap.keys(offer.action))));
    over.line(area.y, known.id(()), |frame| hints(app, &offers, look, frame, area));
}

fn hints(app: &App, offers: &[Offer], look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let room = usize::from(area.width.saturating_sub(2));
    let buffer = frame.buffer_mut();
    let mut x = area.x + 1;
    for hint in chosen(app, offers, room, look) {
        let key = spread(&hint.key, look.policy);
        let style = if hint.usable { look.theme.key } else { look.theme.disabled };
        x = write(buffer, (x, area.y), &key, room, style);
        let title = spread(&hint.title, look.policy);
        x = write(buffer, (x + 1, area.y), &title, room, look.theme.hint) + 2;
    }
}

/// Draws a notice, its last line on the last line of the screen; tells which is its first.
fn tell(words: &str, style: Style, look: &Look, frame: &mut Frame<'_>, last: Rect) -> u16 {
    let mut lines = Lines::new(usize::from(last.width.saturating_sub(2)), look);
    lines.add(words, style);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).clamp(1, MOST.min(last.y + 1));
    let area = Rect { y: last.y + 1 - height, height, ..last };
    clear_area(frame.buffer_mut(), area);
    lines.draw(0, true, frame, Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area });
    area.y
}

/// An action that has a place on the line if there is room, and whether it can be done now.
#[derive(Hash)]
struct Offer {
    action: Action,
    usable: bool,
}

/// What can be done here, the most useful first and the help at the end.
fn offered(app: &App) -> Vec<Offer> {
    let context = app.context();
    let known = |info: &&Info| info.contexts.meets(context);
    let others = hinted().iter().copied().filter(|info| info.action != Action::Help);
    let offer = |info: &Info| app.offer(info.action).map(|usable| Offer { action: info.action, usable });
    let help = Some(Action::Help.info()).filter(known);
    let help = help.map(|info| Offer { action: info.action, usable: app.is_usable(info.action) });
    others.filter(known).filter_map(offer).chain(help).collect()
}

/// A key and what it does.
struct Hint {
    key: String,
    title: String,
    usable: bool,
}

impl Hint {
    fn of(app: &App, offer: &Offer) -> Option<Self> {
        let (key, title) = (app.keymap.label(offer.action)?, offer.action.info().title());
        Some(Self { key, title, usable: offer.usable })
    }

    fn width(&self, look: &Look) -> usize {
        width(&self.key, look.policy) + 1 + width(&self.title, look.policy)
    }
}

/// The hints that fit: the help does in any case.
fn chosen(app: &App, offers: &[Offer], room: usize, look: &Look) -> Vec<Hint> {
    let of = |offer: &Offer| Hint::of(app, offer);
    let last = offers.last().filter(|offer| offer.action == Action::Help).and_then(of);
    let mut left = room.saturating_sub(last.as_ref().map_or(0, |hint| hint.width(look)));
    let mut hints = Vec::new();
    for hint in offers.iter().filter(|offer| offer.action != Action::Help).filter_map(of) {
        let Some(rest) = left.checked_sub(hint.width(look) + GAP) else { break };
        left = rest;
        hints.push(hint);
    }
    hints.extend(last);
    hints
}
