//! The lines over a room: which session, whose seat, the figures of the meeting, where the chair is, and the tabs.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::session::{Room, Tab};
use crate::domain::grade::Grade;
use crate::domain::money::Money;
use crate::domain::session::refusal::{item_word, seat_word, session_word};
use crate::domain::session::tally::Spread;
use crate::domain::session::view::{ItemView, SessionView};
use crate::domain::session::{ItemState, Session, SessionState};
use crate::ui::brush::{Brush, columns};
use crate::ui::look::Look;
use crate::ui::screen::case::tab_words;

/// Columns from which on all figures of the meeting have room.
const WIDE: usize = 100;

/// The place of the minutes of the whole meeting among the figures of a narrow screen; those of the item stand before it.
const TOTAL: usize = 4;

/// The session's name and state; the reader and the seat at the right.
pub fn title(room: &Room, view: &SessionView, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let session = &view.session;
    let seat = room.seat(common).map_or_else(|| t!("room.guest").into_owned(), seat_word);
    let who = t!("room.who", name = common.user.name, seat = seat);
    let state = session_word(session.state);
    let line = Rect { width: area.width.saturating_sub(1), ..area };
    let mut brush = Brush::on(frame.buffer_mut(), look, line, 0);
    let room_left = brush.room().saturating_sub(columns(&who, look) + columns(&state, look) + 6);
    let name = t!("room.title", name = session.name);
    let style = if session.state == SessionState::Open { look.theme.good } else { look.theme.dim };
    brush.skip(1).at_most(&name, room_left, look.theme.title).skip(2).put(&state, style).right(&who, look.theme.text);
}

/// The figures: of the preparation, of the meeting, or of what was decided.
pub fn facts(room: &Room, view: &SessionView, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut facts = match view.session.state {
        SessionState::Open => meeting(room, view, common, usize::from(area.width)),
        SessionState::Preparing | SessionState::Closed => preparation(view),
    };
    let late = view.session.pace(common.now.at).and_then(|pace| pace.behind).is_some_and(|behind| behind > 0);
    let lacks = view.session.state == SessionState::Open && !view.quorum.met();
    let style = if late || lacks { look.theme.warning } else { look.theme.text };
    let dot = format!(" {} ", look.glyphs.dot);
    // A figure that is cut off would be a wrong one: the times go whole.
    for place in [TOTAL, TOTAL - 1] {
        if columns(&facts.join(&dot), look) + 1 > usize::from(area.width) && facts.len() > place {
            facts.remove(place);
        }
    }
    Brush::on(frame.buffer_mut(), look, area, 0).skip(1).put(&facts.join(&dot), style);
}

fn meeting(room: &Room, view: &SessionView, common: &Common, width: usize) -> Vec<String> {
    let session = &view.session;
    let decided = view.items.iter().filter(|item| item.state == ItemState::Decided).count();
    let mut facts = Vec::new();
    if let Some(place) = session.current.and_then(|target| room.place_of(target)) {
        facts.push(t!("room.place", number = place.number, count = view.items.len()).into_owned());
    }
    // On narrow screens the results tell how many are decided.
    if width >= WIDE {
        facts.push(t!("room.decided", count = decided).into_owned());
    }
    let quorum = view.quorum;
    facts.push(
        t!("room.quorum", present = quorum.present, entitled = quorum.entitled, needed = quorum.needed).into_owned(),
    );
    if let Some(item) = room.current() {
        facts.push(match item.state {
            ItemState::Open => t!("room.ballots", given = item.ballots_in, due = item.ballots_due).into_owned(),
            ItemState::Revealed | ItemState::Decided => outcome(item),
            ItemState::Deferred => item_word(item.state),
        });
    }
    if let Some(pace) = session.pace(common.now.at) {
        facts.push(t!("room.time-item", minutes = pace.item).into_owned());
        facts.push(t!("room.time-total", minutes = pace.total).into_owned());
        facts.extend(pace.behind.map(|behind| match behind {
            0 => t!("room.on-plan").into_owned(),
            1.. => t!("room.behind", minutes = behind).into_owned(),
            _ => t!("room.ahead", minutes = -behind).into_owned(),
        }));
    }
    facts
}

/// What lies on the table: how often each grade was given, or the one decided.
fn outcome(item: &ItemView) -> String {
    let state = item_word(item.state);
    if let Some(decision) = &item.decision {
        return format!("{state} {}", decision.grade);
    }
    let spread = Spread::of(item.ballots.iter().flatten().map(|ballot| ballot.grade));
    let given = Grade::ALL.into_iter().filter(|grade| spread.count(*grade) > 0);
    let counts: Vec<String> = given.map(|grade| format!("{grade}{}", spread.count(grade))).collect();
    format!("{state} {}", counts.join(" "))
}

fn preparation(view: &SessionView) -> Vec<String> {
    let session = &view.session;
    let amount: Money = view.items.iter().filter_map(|item| item.amount).sum();
    let mut facts = vec![t!("room.items", count = view.items.len(), amount = amount.wan()).into_owned()];
    facts.extend(plan(session));
    let listed = session.items.iter().filter(|item| item.consent).count();
    if listed > 0 {
        facts.push(t!("room.listed", count = listed).into_owned());
    }
    facts.push(t!("room.members", count = session.members.len()).into_owned());
    facts.push(t!("room.share", share = session.quorum).into_owned());
    facts.extend(session.day.map(|day| day.to_string()));
    facts
}

/// The time planned for an item.
fn plan(session: &Session) -> Option<String> {
    let budget = session.budget()?;
    let tenths = budget.tenths_each();
    let each = format!("{}.{}", tenths / 10, tenths % 10);
    Some(t!("room.budget", minutes = budget.minutes, each = each).into_owned())
}

/// Where the chair is and how to come back; that it is one's turn; else whether one follows.
pub fn banner(room: &Room, view: &SessionView, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    match view.session.state {
        SessionState::Preparing => {
            brush.skip(1).put(&t!("room.banner.preparing"), look.theme.dim);
            return;
        }
        SessionState::Closed => {
            brush.skip(1).put(&t!("room.banner.closed"), look.theme.dim);
            return;
        }
        SessionState::Open => {}
    }
    if let Some(chair) = room.away() {
        let words = t!("room.banner.away", number = chair.number, project = chair.project);
        brush.put(&words, look.theme.banner);
    } else {
        let key = if room.follows { "room.banner.following" } else { "room.banner.apart" };
        brush.skip(1).put(&t!(key), look.theme.dim);
    }
    if let Some(turn) = room.turn(common) {
        let words = match turn.ahead {
            0 => t!("room.banner.turn-now"),
            1 => t!("room.banner.turn-next", project = turn.place.project),
            ahead => t!("room.banner.turn", count = ahead, project = turn.place.project),
        };
        brush.skip(2).put(&words, look.theme.notice);
    }
}

/// The tabs: those of the case file that is shown, then the room's own.
pub fn tabs(room: &Room, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let words = |tab: Tab| match (tab, &room.case) {
        (Tab::Case(tab), Some(case)) => tab_words(case, tab),
        (Tab::Case(tab), None) => t!(format!("case.tab.{}", tab.id())).into_owned(),
        (Tab::Ballots, _) => t!("room.tab.ballots").into_owned(),
        (Tab::Members, _) => t!("room.tab.members").into_owned(),
        (Tab::Results, _) => t!("room.tab.results").into_owned(),
    };
    let tabs: Vec<(Tab, String)> = Tab::all().map(|tab| (tab, words(tab))).collect();
    let taken: usize = tabs.iter().map(|(_, words)| columns(words, look) + 2).sum();
    // The last tab needs no space behind it, the column between both kinds one before and behind.
    let apart = if taken + 2 <= usize::from(area.width) { 2 } else { 1 };
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(1);
    for (tab, words) in &tabs {
        if *tab == Tab::Ballots {
            brush.put(look.glyphs.column, look.theme.border).skip(apart);
        }
        brush.put(words, if *tab == room.tab { look.theme.tab } else { look.theme.tab_other }).skip(apart);
    }
}
