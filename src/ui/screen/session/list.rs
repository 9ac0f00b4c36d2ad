//! Draws the list of joint sessions.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::session::Sessions;
use crate::domain::session::SessionState;
use crate::domain::session::refusal::session_word;
use crate::domain::session::view::SessionRow;
use crate::ui::brush::Brush;
use crate::ui::look::Look;

/// Columns of day, state and progress.
const DAY: usize = 10;
const STATE: usize = 8;
const PROGRESS: usize = 9;

/// Draws the screen, and returns where the hidden cursor rests: on the selected row.
pub fn draw(sessions: &Sessions, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(1).put(&t!("room.list.title", county = common.county.name), look.theme.title);
    Brush::on(frame.buffer_mut(), look, area, 1).skip(1).put(&offered(sessions), look.theme.dim);
    let name = usize::from(area.width).saturating_sub(2 + 2 + DAY + 2 + STATE + 2 + PROGRESS + 1);
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 2);
    brush.skip(2).cell(&t!("room.column.session"), name, look.theme.heading).skip(2);
    brush.cell(&t!("room.column.day"), DAY, look.theme.heading).skip(2);
    brush.cell(&t!("room.column.state"), STATE, look.theme.heading).skip(2);
    brush.number(&t!("room.column.progress"), PROGRESS, look.theme.heading);
    let list = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
    if sessions.rows.is_empty() {
        let key = if sessions.loaded { "room.list.empty" } else { "case.reading" };
        Brush::on(frame.buffer_mut(), look, list, 0).skip(2).put(&t!(key), look.theme.dim);
        return None;
    }
    for (place, row) in sessions.rows.iter().enumerate().skip(sessions.first).take(usize::from(list.height)) {
        let at = u16::try_from(place - sessions.first).ok()?;
        line(row, place == sessions.cursor, name, look, &mut Brush::on(frame.buffer_mut(), look, list, at));
    }
    let row = u16::try_from(sessions.cursor.saturating_sub(sessions.first)).ok()?;
    Some(Position::new(list.x, list.y + row))
}

/// What would go on an agenda.
fn offered(sessions: &Sessions) -> String {
    let offer = &sessions.offer;
    if !offer.marked.is_empty() {
        let (count, amount) = (offer.tally.count, offer.tally.amount.wan());
        return t!("room.list.offers-marked", count = count, amount = amount).into_owned();
    }
    if offer.text.is_empty() {
        return t!("room.list.offers-all").into_owned();
    }
    t!("room.list.offers-filter", text = offer.text).into_owned()
}

fn line(row: &SessionRow, selected: bool, name: usize, look: &Look, brush: &mut Brush<'_>) {
    let ground = match (selected, row.state) {
        (true, _) => look.theme.selected,
        (false, SessionState::Closed) => look.theme.dim,
        (false, _) => look.theme.text,
    };
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, ground).cell(&row.name, name, ground);
    let day = row.day.map(|day| day.to_string()).unwrap_or_default();
    brush.cell("", 2, ground).cell(&day, DAY, ground).cell("", 2, ground);
    brush.cell(&session_word(row.state), STATE, ground).cell("", 2, ground);
    brush.number(&format!("{}/{}", row.items.1, row.items.0), PROGRESS, ground);
}
