//! Who sits in a session and who is there: beside the case in a few words, and as a table.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::session::{Pane, Room};
use crate::domain::session::ballot::Ballot;
use crate::domain::session::groups::spans;
use crate::domain::session::refusal::seat_word;
use crate::domain::session::view::{ItemView, SessionView};
use crate::domain::session::{Member, Seat, SessionState};
use crate::ui::brush::Brush;
use crate::ui::lines::{Lines, scrolled};
use crate::ui::look::Look;

/// The members in a few words, and who stands aside from the item that is shown.
pub fn side(room: &Room, view: &SessionView, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let session = &view.session;
    let ballots = room.shown().and_then(|item| item.ballots.as_deref());
    let heading = if ballots.is_some() { t!("room.side.grades") } else { t!("room.side.members") };
    Brush::on(frame.buffer_mut(), look, area, 0).put(&heading, look.theme.heading);
    if session.members.is_empty() {
        let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let mut lines = Lines::new(usize::from(area.width), look);
        lines.add(&t!("room.side.none"), look.theme.dim).draw(0, true, frame, rest);
        return;
    }
    let mut row = 1;
    for member in &session.members {
        let there = room.is_present(session, member);
        let aside = room.target().is_some_and(|target| session.is_recused(&member.user, target));
        let style = if there && !aside { look.theme.text } else { look.theme.dim };
        let (seat, shade) = match ballots {
            _ if aside => (t!("room.side.aside").into_owned(), look.theme.dim),
            Some(ballots) if member.seat == Seat::Panel => graded(ballots, member, look),
            _ => (seat_word(member.seat), look.theme.dim),
        };
        let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
        brush.cell(sign(there, look), 2, if there { look.theme.good } else { look.theme.dim });
        let name = brush.room().saturating_sub(8);
        brush.cell(&member.user, name, style).cell("", 1, style).cell(&seat, 6, shade);
        row += 1;
    }
    let Some(target) = room.target() else { return };
    let aside = session.recusals.iter().filter(|one| one.target == target && !one.reason.is_empty());
    let mut lines = Lines::new(usize::from(area.width.saturating_sub(1)), look);
    for recusal in aside {
        lines.add(&t!("room.side.recusal", who = recusal.user, reason = recusal.reason), look.theme.warning);
    }
    let top = area.y + row + 1;
    lines.draw(0, true, frame, Rect { y: top, height: area.bottom().saturating_sub(top), ..area });
}

/// The grade that lies on the table for a member.
fn graded(ballots: &[Ballot], member: &Member, look: &Look) -> (String, Style) {
    match ballots.iter().find(|ballot| ballot.member == member.user) {
        Some(ballot) => (ballot.grade.to_string(), look.theme.notice),
        None => (t!("room.side.no-grade").into_owned(), look.theme.dim),
    }
}

const fn sign(there: bool, look: &Look) -> &'static str {
    if there { look.glyphs.full } else { look.glyphs.empty }
}

/// The members as a table.
pub fn table(
    room: &Room,
    view: &SessionView,
    common: &Common,
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
) -> Option<Position> {
    let session = &view.session;
    let quorum = match session.state {
        SessionState::Preparing => room.quorum_marked(session, &common.user.name),
        _ => session.quorum_now(),
    };
    let key = if session.state == SessionState::Preparing { "room.people.marked" } else { "room.people.noted" };
    let words = t!(key, entitled = quorum.entitled, present = quorum.present, needed = quorum.needed);
    let style = if quorum.met() { look.theme.text } else { look.theme.warning };
    Brush::on(frame.buffer_mut(), look, area, 0).skip(1).put(&words, style);
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 1);
    brush.skip(2).cell(&t!("room.column.present"), 6, look.theme.heading).skip(1);
    brush.cell(&t!("room.column.name"), 18, look.theme.heading).skip(1);
    brush.cell(&t!("room.column.seat"), 8, look.theme.heading).skip(1);
    brush.cell(&t!("room.column.online"), 10, look.theme.heading).skip(1);
    brush.put(&t!("room.column.recusals"), look.theme.heading);
    if session.members.is_empty() {
        Brush::on(frame.buffer_mut(), look, area, 2).skip(2).put(&t!("room.no-members"), look.theme.dim);
        return None;
    }
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let height = usize::from(list.height);
    let from = scrolled(room.member..room.member + 1, session.members.len(), height);
    for (place, member) in session.members.iter().enumerate().skip(from).take(height) {
        let row = u16::try_from(place - from).ok()?;
        line(room, view, member, place == room.member, look, &mut Brush::on(frame.buffer_mut(), look, list, row));
    }
    let row = u16::try_from(room.member.saturating_sub(from)).ok()?;
    Some(Position::new(list.x, list.y + row))
}

fn line(room: &Room, view: &SessionView, member: &Member, here: bool, look: &Look, brush: &mut Brush<'_>) {
    let session = &view.session;
    let there = room.is_present(session, member);
    let ground = match (here, room.pane) {
        (true, Pane::Main) => look.theme.selected,
        (true, Pane::Agenda) => look.theme.selected_elsewhere,
        (false, _) if there => look.theme.text,
        (false, _) => look.theme.dim,
    };
    brush.cell(if here { look.glyphs.cursor } else { "" }, 2, ground);
    brush.cell(sign(there, look), 6, ground).cell("", 1, ground);
    brush.cell(&member.user, 18, ground).cell("", 1, ground);
    brush.cell(&seat_word(member.seat), 8, ground).cell("", 1, ground);
    brush.cell(&online(room, member), 10, ground).cell("", 1, ground);
    let words = stands_aside(view, member);
    let room_left = brush.room();
    brush.cell(&words, room_left, ground);
}

/// The items from which a member stands aside.
fn stands_aside(view: &SessionView, member: &Member) -> String {
    let aside = |item: &ItemView| view.session.is_recused(&member.user, item.target);
    let numbers: Vec<usize> =
        (1..).zip(&view.items).filter(|(_, item)| aside(item)).map(|(number, _)| number).collect();
    match numbers.len() {
        0 => String::new(),
        all if all == view.items.len() && all > 1 => t!("room.people.aside-all").into_owned(),
        _ => t!("room.people.aside", items = spans(numbers)).into_owned(),
    }
}

/// Whether a member's program is open on the session: with the chair, or at which item.
fn online(room: &Room, member: &Member) -> String {
    match room.here.iter().find(|here| here.user == member.user).map(|here| here.at) {
        None => String::new(),
        Some(None) => t!("room.people.with-chair").into_owned(),
        Some(Some(target)) => room
            .place_of(target)
            .map(|place| t!("room.people.at-item", number = place.number).into_owned())
            .unwrap_or_default(),
    }
}
