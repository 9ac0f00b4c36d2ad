//! Draws the list of joint sessions, and the room of one:
//!
//! ```text
//!  集中会审 2021年绩效目标集中会审  进行中                             委员甲·委员
//!  第 5/34 项 · 已决定 4 · 到会 7/8(须 6) · 评级 3/5 · 本项 4 分 · 共 32 分 · 慢 6 分
//!  跟随主持
//!  对应(缺1)  意见 4  记录 12  |  评级  成员  结果
//!   1 优 义务教育营养… │ 农村公路养护                        预算股审核 │ ● 会审主持  主持
//! ▸ 5    农村公路养护  │ 交通运输局 · 212.50 万元 · …                  │ ● 委员甲    委员
//! ```
//!
//! Where there is no room for the agenda, the case and the people beside each other, they are shown one at a time.

mod agenda;
mod ballots;
mod head;
mod list;
mod people;
mod results;

pub use list::draw as list;

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::session::{Pane, Room, Tab};
use crate::ui::Drawn;
use crate::ui::brush::Brush;
use crate::ui::lines::Lines;
use crate::ui::look::Look;
use crate::ui::screen::case;
use crate::ui::split;

/// Columns from which on the agenda stands beside the case.
const BESIDE: u16 = 100;
/// Columns from which on the people stand there too.
const ALL: u16 = 118;
/// Columns of the agenda and of the people.
const AGENDA: u16 = 29;
const PEOPLE: u16 = 24;

/// Draws the room, and tells where the hidden cursor rests and how far a text can be turned.
pub fn room(room: &Room, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let Some(view) = room.view.as_deref() else {
        Brush::on(frame.buffer_mut(), look, area, 0).skip(1).put(&t!("case.reading"), look.theme.dim);
        return Drawn::default();
    };
    let ([title, facts, banner, tabs], body) = split::lines(area);
    head::title(room, view, common, look, frame, title);
    head::facts(room, view, common, look, frame, facts);
    head::banner(room, view, common, look, frame, banner);
    head::tabs(room, look, frame, tabs);
    if body.width < BESIDE {
        return match room.pane {
            Pane::Agenda => agenda::wide(room, view, look, frame, body).into(),
            Pane::Main => main(room, common, look, frame, body),
        };
    }
    let side = if body.width >= ALL && room.tab != Tab::Members { PEOPLE } else { 0 };
    let (left, rest) = split::left(body, AGENDA);
    let (middle, right) = split::right(rest, side);
    let on_agenda = agenda::narrow(room, view, look, frame, left);
    rule(look, frame, Rect { x: left.right() - 1, width: 1, ..left });
    let on_main = main(room, common, look, frame, middle);
    if side > 0 {
        rule(look, frame, Rect { width: 1, ..right });
        people::side(room, view, look, frame, Rect { x: right.x + 2, width: right.width - 2, ..right });
    }
    if room.pane == Pane::Agenda { Drawn { rest: on_agenda, ..on_main } } else { on_main }
}

fn rule(look: &Look, frame: &mut Frame<'_>, area: Rect) {
    for row in 0..area.height {
        Brush::on(frame.buffer_mut(), look, area, row).put(look.glyphs.column, look.theme.border);
    }
}

fn main(room: &Room, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let Some(view) = room.view.as_deref() else { return Drawn::default() };
    match room.tab {
        Tab::Case(_) => match &room.case {
            Some(case) => case::within(case, common, look, frame, area),
            None => {
                let key = if view.items.is_empty() { "room.empty" } else { "case.reading" };
                let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
                let mut lines = Lines::new(usize::from(inner.width), look);
                lines.add(&t!(key), look.theme.dim).draw(0, true, frame, inner);
                Drawn::default()
            }
        },
        Tab::Ballots => ballots::draw(room, view, common, look, frame, area),
        Tab::Members => people::table(room, view, common, look, frame, area).into(),
        Tab::Results => results::draw(room, view, common, look, frame, area),
    }
}
