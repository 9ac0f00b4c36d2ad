//! Draws the wall of a joint session for a projector: few things, widely spaced, the time and the counts in large digits.
//!
//! ```text
//!  2021年绩效目标集中会审  进行中                    到会 7/8(须 6) · 已决定 4
//!  ──────────────────────────────────────────────────────────────────────────
//!  第 5/34 项  交通运输局                                  ███   █     ███ ███
//!  农村公路养护                                            █ █  ██  █  █   █ █
//!  212.50 万元 · 上年 78.5 中                              █ █   █     ███ █ █
//!  …
//! ```
//!
//! `item` is what is discussed · `grades` the ballots, the tally and the decision · `aside` what is shown before and after the meeting ·
//! `big` the large digits. Sealed grades never reach it (`app::screen::wall`).

mod aside;
mod big;
mod grades;
mod item;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::wall::Wall;
use crate::domain::session::clock::Timer;
use crate::domain::session::refusal::session_word;
use crate::domain::session::view::{ItemView, SessionView};
use crate::domain::session::{ItemState, SessionState};
use crate::ui::brush::{Brush, columns};
use crate::ui::lines::Lines;
use crate::ui::look::Look;

/// Columns and lines from which on the grades stand beside the item, and lines are widely spaced.
const WIDE: u16 = 110;
const TALL: u16 = 32;
/// Columns of the right side there.
const SIDE: u16 = 42;
/// Minutes from which on the timer shows no seconds.
const LONG: i64 = 100;

/// Draws the wall.
pub fn draw(wall: &Wall, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let Some(view) = &wall.view else {
        Brush::on(frame.buffer_mut(), look, inner, 0).put(&t!("case.reading"), look.theme.dim);
        return None;
    };
    let [head, line, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)]).areas(inner);
    heading(view, look, frame, head);
    rule(look, frame, line);
    match (view.session.state, wall.current()) {
        (SessionState::Open, Some(current)) => meeting(wall, view, current, common, look, frame, body),
        (SessionState::Open, None) => {
            Brush::on(frame.buffer_mut(), look, body, 1).put(&t!("wall.no-current"), look.theme.title);
        }
        (SessionState::Preparing, _) => aside::preparing(view, look, frame, body),
        (SessionState::Closed, _) => aside::closed(view, common, look, frame, body),
    }
    None
}

fn is_large(area: Rect) -> bool {
    area.width >= WIDE && area.height >= TALL
}

fn heading(view: &SessionView, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let session = &view.session;
    let mut facts = Vec::new();
    if session.state == SessionState::Open {
        let quorum = view.quorum;
        let (present, entitled, needed) = (quorum.present, quorum.entitled, quorum.needed);
        facts.push(t!("room.quorum", present = present, entitled = entitled, needed = needed).into_owned());
        let decided = view.items.iter().filter(|item| item.state == ItemState::Decided).count();
        facts.push(t!("room.decided", count = decided).into_owned());
    }
    let facts = facts.join(&format!(" {} ", look.glyphs.dot));
    let lacks = session.state == SessionState::Open && !view.quorum.met();
    let state = session_word(session.state);
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    let room = brush.room().saturating_sub(columns(&facts, look) + columns(&state, look) + 4);
    brush.at_most(&session.name, room, look.theme.title).skip(2).put(&state, look.theme.good);
    brush.right(&facts, if lacks { look.theme.warning } else { look.theme.text });
}

fn rule(look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let sign = look.glyphs.rule.repeat(usize::from(area.width));
    Brush::on(frame.buffer_mut(), look, area, 0).put(&sign, look.theme.border);
}

fn meeting(
    wall: &Wall,
    view: &SessionView,
    current: &ItemView,
    common: &Common,
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let [body, line, below] =
        Layout::vertical([Constraint::Fill(1), Constraint::Length(1), Constraint::Length(2)]).areas(area);
    rule(look, frame, line);
    coming(wall, look, frame, below);
    let timer = view.timer(common.now.at);
    if is_large(area) {
        let parts = [Constraint::Fill(1), Constraint::Length(2), Constraint::Length(SIDE)];
        let [left, _, right] = Layout::horizontal(parts).areas(body);
        item::large(wall, view, current, look, frame, left);
        let rest = clock((view, timer), common, look, frame, right);
        grades::large(current, view, common, look, frame, rest);
        return;
    }
    let digits = timer.map_or(0, |timer| big::columns(&digits(timer)));
    let [top, rest] = Layout::vertical([Constraint::Length(big::DIGIT + 2), Constraint::Fill(1)]).areas(body);
    let side = digits.max(big::columns("00:00"));
    let [left, _, right] =
        Layout::horizontal([Constraint::Fill(1), Constraint::Length(2), Constraint::Length(side)]).areas(top);
    item::small(wall, view, current, look, frame, left);
    clock((view, timer), common, look, frame, right);
    let table = grades::small(current, view, common, look, frame, rest);
    item::table(wall, 1, look, frame, table);
}

/// What the large digits of the time show: minutes and seconds, minutes alone once they are many.
fn digits(timer: Timer) -> String {
    let (minutes, seconds) = (timer.seconds / 60, timer.seconds % 60);
    if minutes < LONG { format!("{minutes:02}:{seconds:02}") } else { minutes.to_string() }
}

/// The item's time in large digits, under it the plan; returns what is left below.
fn clock(
    (view, timer): (&SessionView, Option<Timer>),
    common: &Common,
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
) -> Rect {
    let [top, under, rest] =
        Layout::vertical([Constraint::Length(big::DIGIT + 1), Constraint::Length(1), Constraint::Fill(1)]).areas(area);
    if let Some(timer) = timer {
        let style = if timer.over { look.theme.warning } else { look.theme.text };
        big::number(&digits(timer), style, look, frame, top);
    }
    let mut words = Vec::new();
    if let Some(pace) = view.session.pace(common.now.at) {
        words.push(t!("room.time-total", minutes = pace.total).into_owned());
        words.extend(pace.behind.map(|behind| match behind {
            0 => t!("room.on-plan").into_owned(),
            1.. => t!("room.behind", minutes = behind).into_owned(),
            _ => t!("room.ahead", minutes = -behind).into_owned(),
        }));
    }
    let words = words.join(&format!(" {} ", look.glyphs.dot));
    Brush::on(frame.buffer_mut(), look, under, 0).put(&words, look.theme.dim);
    rest
}

/// The next two items.
fn coming(wall: &Wall, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut lines = Lines::new(usize::from(area.width), look);
    let heads = [t!("wall.next"), t!("wall.then")];
    let mut row = 0;
    for (head, (number, item)) in heads.iter().zip(wall.coming()) {
        let words = t!("wall.coming", number = number, project = item.project, unit = item.unit.name);
        Brush::on(frame.buffer_mut(), look, area, row).put(head, look.theme.dim).skip(2).put(&words, look.theme.text);
        row += 1;
    }
    if row == 0 {
        lines.add(&t!("wall.last"), look.theme.dim);
        lines.draw(0, true, frame, area);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_times_need_no_more_room() {
        let of = |seconds| digits(Timer { seconds, runs: true, over: false });
        assert_eq!([of(0), of(65), of(5_999), of(6_000)], ["00:00", "01:05", "99:59", "100"]);
    }
}
