//! What the panel gave: how many ballots are in, after the reveal who gave what, and what the chair decided.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use rust_i18n::t;

use super::big;
use crate::app::common::Common;
use crate::domain::grade::Grade;
use crate::domain::session::ballot::Ballot;
use crate::domain::session::refusal::item_word;
use crate::domain::session::tally::Tally;
use crate::domain::session::view::{DecisionView, ItemView, SessionView};
use crate::domain::session::{ItemState, SessionState};
use crate::ui::lines::Lines;
use crate::ui::look::Look;

/// Columns of the longest bar of the tally.
const BAR: u32 = 20;

/// The panel beside the item: the decision in a large letter, or the ballots in large digits.
pub fn large(item: &ItemView, view: &SessionView, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut area = below(1, area);
    if let Some(decision) = &item.decision {
        let lines = decided(item, decision, usize::from(area.width), look);
        let tally = tallied(item, view, common, usize::from(area.width), look);
        let words = u16::try_from(lines.len() + tally.len() + 2).unwrap_or(u16::MAX);
        if area.height >= words.saturating_add(big::GRADE) && area.width >= big::GRADE_COLUMNS {
            big::grade(decision.grade, look.theme.good, look, frame, area);
            area = below(big::GRADE + 1, area);
        }
        lines.draw(0, true, frame, area);
        area = below(u16::try_from(lines.len() + 1).unwrap_or(u16::MAX), area);
    } else if item.ballots.is_none() && item.state == ItemState::Open {
        let digits = format!("{}/{}", item.ballots_in, item.ballots_due);
        let mut lines = Lines::new(usize::from(area.width), look);
        lines.add(&t!("wall.ballots"), look.theme.title);
        lines.draw(0, true, frame, area);
        let [_, top, rest] =
            Layout::vertical([Constraint::Length(2), Constraint::Length(big::DIGIT + 1), Constraint::Fill(1)])
                .areas(area);
        big::number(&digits, look.theme.notice, look, frame, top);
        area = rest;
    }
    tallied(item, view, common, usize::from(area.width), look).draw(0, true, frame, area);
}

/// The same above the item's table, in as few lines as it takes; returns what is left for the table.
pub fn small(
    item: &ItemView,
    view: &SessionView,
    common: &Common,
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
) -> Rect {
    let width = usize::from(area.width);
    let mut lines = Lines::new(width, look);
    if item.ballots.is_none() && item.state == ItemState::Open {
        let words = t!("room.ballots", given = item.ballots_in, due = item.ballots_due);
        lines.add(&words, look.theme.title);
    }
    let first = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    lines.draw(0, true, frame, area);
    let mut rest = below(first, area);
    let decision = item.decision.as_ref().map(|decision| decided(item, decision, width, look));
    for lines in decision.into_iter().chain([tallied(item, view, common, width, look)]) {
        lines.draw(0, true, frame, rest);
        rest = below(u16::try_from(lines.len()).unwrap_or(u16::MAX), rest);
    }
    below(u16::from(rest.y > area.y), rest)
}

fn below(lines: u16, area: Rect) -> Rect {
    let lines = lines.min(area.height);
    Rect { y: area.y + lines, height: area.height - lines, ..area }
}

fn decided<'a>(item: &ItemView, decision: &DecisionView, width: usize, look: &'a Look) -> Lines<'a> {
    let mut lines = Lines::new(width, look);
    let key = if decision.consent { "room.ballot.consented" } else { "room.ballot.decided" };
    let due = decision.due.map(|due| t!("room.ballot.due", day = due.to_string()).into_owned()).unwrap_or_default();
    lines.add(&t!(key, grade = decision.grade, due = due), look.theme.good);
    if !decision.opinion.is_empty() {
        lines.add(&decision.opinion, look.theme.text);
    }
    for dissent in &item.dissents {
        lines.hang(&t!("room.ballot.dissent", who = dissent.member), &dissent.reason, look.theme.warning);
    }
    lines
}

/// Where the ballot stands; after the reveal a bar for each grade, and who gave it.
fn tallied<'a>(item: &ItemView, view: &SessionView, common: &Common, width: usize, look: &'a Look) -> Lines<'a> {
    let mut lines = Lines::new(width, look);
    let one = view.session.item(item.target);
    if let Some(one) = one.filter(|one| one.ballot > 1) {
        lines.add(&t!("wall.ballot", number = one.ballot), look.theme.dim);
    }
    match &item.ballots {
        Some(ballots) => revealed(ballots, common, look, &mut lines),
        None if item.state == ItemState::Open && view.session.state == SessionState::Open => {
            lines.add(&t!("wall.sealed"), look.theme.dim);
        }
        None if item.state == ItemState::Decided => {}
        None => {
            lines.add(&item_word(item.state), look.theme.warning);
            if let Some(one) = one.filter(|one| !one.reason.is_empty()) {
                lines.hang(&t!("room.ballot.reason"), &one.reason, look.theme.text);
            }
        }
    }
    lines
}

fn revealed(ballots: &[Ballot], common: &Common, look: &Look, lines: &mut Lines<'_>) {
    let tally = Tally::of(ballots, common.procedure.criteria.len());
    let most = Grade::ALL.into_iter().map(|grade| tally.overall.count(grade)).max().unwrap_or(0);
    for grade in Grade::ALL {
        let count = tally.overall.count(grade);
        let bar = if most > BAR { count * BAR / most } else { count };
        let bar = look.glyphs.bar.repeat(usize::try_from(bar).unwrap_or(0));
        let style = if tally.suggestion() == Some(grade) { look.theme.notice } else { look.theme.text };
        lines.add(format!("{grade} {count:>3}  {bar}").trim_end(), style);
        let who: Vec<&str> =
            ballots.iter().filter(|ballot| ballot.grade == grade).map(|ballot| ballot.member.as_str()).collect();
        if !who.is_empty() {
            lines.hang("      ", &who.join("、"), look.theme.dim);
        }
    }
    if let Some(grade) = tally.suggestion() {
        let key = if tally.overall.majority().is_some() { "room.ballot.majority" } else { "room.ballot.median" };
        lines.add(&t!(key, grade = grade), look.theme.notice);
    }
}
