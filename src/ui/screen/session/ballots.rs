//! The tab 评级: before the reveal how many ballots are in and the reader's own, after it all of them with the tally and the decision.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_decimal::Decimal;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::session::Room;
use crate::domain::grade::Grade;
use crate::domain::session::ballot::Ballot;
use crate::domain::session::refusal::item_word;
use crate::domain::session::tally::{Spread, Tally};
use crate::domain::session::view::{FormerBallot, ItemView, SessionView};
use crate::domain::session::{ItemState, SessionState};
use crate::ui::Drawn;
use crate::ui::brush::columns;
use crate::ui::lines::Lines;
use crate::ui::look::Look;
use crate::ui::width::pad;

/// Draws the ballots of the item that is shown.
pub fn draw(room: &Room, view: &SessionView, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let Some(item) = room.shown() else { return Drawn::default() };
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut lines = Lines::new(usize::from(inner.width), look);
    lines.add(&t!("room.ballot.item", unit = item.unit.name, project = item.project), look.theme.title);
    lines.add(&standing(item, view), look.theme.text);
    if let Some(one) = view.session.item(item.target).filter(|one| !one.reason.is_empty()) {
        lines.hang(&t!("room.ballot.reason"), &one.reason, look.theme.dim);
    }
    match &item.ballots {
        Some(ballots) => revealed(ballots, common, look, &mut lines),
        None => sealed(item, view, common, look, &mut lines),
    }
    decided(item, look, &mut lines);
    item.former.iter().rev().for_each(|former| held_before(former, look, &mut lines));
    let height = usize::from(inner.height);
    let end = lines.len().saturating_sub(height);
    lines.draw(room.scroll.min(end), true, frame, inner);
    Drawn::text(None, end)
}

fn standing(item: &ItemView, view: &SessionView) -> String {
    let ballot = view.session.item(item.target).map_or(1, |one| one.ballot);
    let state = if item.gone { t!("session.item.gone").into_owned() } else { item_word(item.state) };
    let earlier: Vec<String> = item.stage_grades.iter().map(Grade::to_string).collect();
    t!(
        "room.ballot.standing",
        state = state,
        ballot = ballot,
        given = item.ballots_in,
        due = item.ballots_due,
        earlier = earlier.join(" ")
    )
    .into_owned()
}

/// Nothing of anybody's ballot but one's own.
fn sealed(item: &ItemView, view: &SessionView, common: &Common, look: &Look, lines: &mut Lines<'_>) {
    if !item.voters.is_empty() {
        lines.hang(&t!("room.ballot.voters"), &item.voters.join("、"), look.theme.text);
    }
    lines.gap();
    match &item.own {
        Some(own) => {
            let by = own.entered_by.as_ref().map(|by| t!("room.ballot.entered", by = by)).unwrap_or_default();
            let style = if by.is_empty() { look.theme.title } else { look.theme.warning };
            lines.add(&(t!("room.ballot.own", grade = own.grade) + by), style);
            contents(own, common, look, lines);
            lines.add(&t!("room.ballot.own-sealed"), look.theme.dim);
        }
        None if item.state == ItemState::Open && view.session.state == SessionState::Open => {
            lines.add(&t!("room.ballot.sealed"), look.theme.dim);
        }
        None => {}
    }
}

fn contents(ballot: &Ballot, common: &Common, look: &Look, lines: &mut Lines<'_>) {
    let criteria = common.procedure.criteria.iter().zip(&ballot.criteria);
    let marks: Vec<String> = criteria
        .map(|(criterion, grade)| t!("case.opinion.grade", name = criterion.name.local(), grade = grade).into_owned())
        .chain(scored(ballot))
        .collect();
    lines.pack(&marks, look.theme.dim);
    if !ballot.opinion.is_empty() {
        lines.add(&ballot.opinion, look.theme.text);
    }
}

/// The points of a ballot on a key project, and their sum.
fn scored(ballot: &Ballot) -> Option<String> {
    let sum = ballot.points.iter().sum::<Decimal>().normalize();
    let points = ballot.points.iter().map(Decimal::to_string).collect::<Vec<_>>().join("+");
    (!ballot.points.is_empty()).then(|| t!("minutes.points", points = points, sum = sum).into_owned())
}

fn revealed(ballots: &[Ballot], common: &Common, look: &Look, lines: &mut Lines<'_>) {
    let criteria = &common.procedure.criteria;
    let tally = Tally::of(ballots, criteria.len());
    let majority = tally.overall.majority();
    lines.gap();
    let names = criteria.iter().map(|criterion| columns(criterion.name.local(), look)).max().unwrap_or(0).max(12) + 2;
    let head =
        pad(&t!("room.ballot.spread"), names, look.policy) + &Grade::ALL.map(|grade| format!("{grade}  ")).concat();
    lines.add(head.trim_end(), look.theme.heading);
    lines.add(&spread(&t!("form.field.grade"), &tally.overall, names, look), look.theme.title);
    for (criterion, counts) in criteria.iter().zip(&tally.criteria).filter(|(_, counts)| counts.total() > 0) {
        lines.add(&spread(criterion.name.local(), counts, names, look), look.theme.text);
    }
    if let Some(grade) = tally.suggestion() {
        let key = if majority.is_some() { "room.ballot.majority" } else { "room.ballot.median" };
        lines.add(&t!(key, grade = grade), look.theme.notice);
    }
    lines.gap();
    for ballot in ballots {
        let differs = majority.is_some_and(|majority| majority != ballot.grade);
        let mut words = t!("room.ballot.line", who = ballot.member, grade = ballot.grade).into_owned();
        if let Some(by) = &ballot.entered_by {
            words += &t!("room.ballot.entered", by = by);
        }
        if differs {
            words += &t!("room.ballot.differs");
        }
        lines.add(&words, if differs { look.theme.warning } else { look.theme.text });
        let letters: String = ballot.criteria.iter().map(|grade| grade.term()).collect();
        let text = [letters, scored(ballot).unwrap_or_default(), ballot.opinion.clone()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>();
        if !text.is_empty() {
            lines.hang("  ", &text.join("  "), look.theme.dim);
        }
    }
}

/// A ballot that was held before, and why the item was balloted again.
fn held_before(former: &FormerBallot, look: &Look, lines: &mut Lines<'_>) {
    lines.gap().add(&t!("room.ballot.former", number = former.number), look.theme.heading);
    lines.hang(&t!("room.ballot.former-reason"), &former.reason, look.theme.text);
    let given = |ballot: &Ballot| t!("room.ballot.line", who = ballot.member, grade = ballot.grade).into_owned();
    lines.pack(&former.ballots.iter().map(given).collect::<Vec<_>>(), look.theme.dim);
}

fn spread(name: &str, counts: &Spread, names: usize, look: &Look) -> String {
    let counts = Grade::ALL.map(|grade| match counts.count(grade) {
        0 => format!("{:<4}", look.glyphs.dot),
        count => format!("{count:<4}"),
    });
    (pad(name, names, look.policy) + &counts.concat()).trim_end().to_owned()
}

fn decided(item: &ItemView, look: &Look, lines: &mut Lines<'_>) {
    if let Some(decision) = &item.decision {
        let key = if decision.consent { "room.ballot.consented" } else { "room.ballot.decided" };
        let due = decision.due.map(|due| t!("room.ballot.due", day = due.to_string()).into_owned()).unwrap_or_default();
        lines.gap().add(&t!(key, grade = decision.grade, due = due), look.theme.good);
        if !decision.opinion.is_empty() {
            lines.add(&decision.opinion, look.theme.text);
        }
    }
    for dissent in &item.dissents {
        let key = if item.was_before(dissent) { "room.ballot.dissent-before" } else { "room.ballot.dissent" };
        lines.hang(&t!(key, who = dissent.member), &dissent.reason, look.theme.warning);
    }
}
