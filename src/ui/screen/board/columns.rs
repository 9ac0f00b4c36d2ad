//! How wide the columns of the board are: as wide as what stands in them, and the bars share what is left.

use rust_i18n::t;

use crate::app::screen::board::BoardScreen;
use crate::domain::report::{Board, Cell, Covered, Phase, Value};
use crate::ui::brush::columns;
use crate::ui::look::Look;

/// The most columns of a name and of the days.
const NAME: usize = 20;
/// Columns that a bar has at most.
const BAR: usize = 40;
/// Columns that both bars need together; with fewer the money is told without one.
const BOTH: usize = 13;
/// Columns that a bar has at least where the days stand, too.
const LEAST: usize = 4;
/// Columns of the screen from which on there is room to look back.
const ROOMY: usize = 100;

/// The columns of the board, without the spaces between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) name: usize,
    /// The days; none where there is no room.
    pub(super) days: usize,
    pub(super) bar: usize,
    pub(super) done: usize,
    pub(super) late: usize,
    pub(super) money: usize,
    /// The bar of the money; none where there is no room.
    pub(super) weight: usize,
    /// The years; none where there is no room, or nothing to look back at.
    pub(super) years: usize,
}

impl Columns {
    /// Measures them for a screen of so many columns.
    pub(super) fn of(screen: &BoardScreen, board: &Board, width: usize, look: &Look) -> Self {
        let widest = |head: &str, texts: Vec<String>| {
            let texts = texts.into_iter().chain([t!(head).into_owned()]);
            texts.map(|text| columns(&text, look)).max().unwrap_or(0)
        };
        let phases = board.phases.iter();
        let name = widest("board.column.phase", phases.clone().map(Phase::name).collect()).min(NAME);
        let days = widest("board.column.days", phases.clone().map(days).collect());
        let counts = board.covered.iter().map(counted);
        let done = widest("board.column.done", phases.clone().map(progress).chain(counts).collect());
        let shares = board.covered.iter().map(share);
        let lefts = phases.clone().map(|phase| value(phase, Cell::Left));
        let late = widest("board.column.late", lefts.chain(shares).collect());
        let amounts = board.covered.iter().filter_map(|one| one.money.map(|(part, _)| part.wan()));
        let amounts = phases.map(|phase| value(phase, Cell::Money)).chain(amounts);
        let money = widest("board.column.money", amounts.collect());
        let back = screen.trend.as_ref().map_or(0, |trend| trend.years.len());
        let years = if width >= ROOMY && back > 1 { back.max(columns(&t!("board.column.years"), look)) } else { 0 };
        let taken = 2 + name + 1 + 1 + 1 + done + 1 + late + 1 + money + if years > 0 { years + 1 } else { 0 };
        let days = if width >= taken + days + LEAST { days } else { 0 };
        let left = width.saturating_sub(taken + days);
        let weight = if left >= BOTH { (left * 2 / 5).min(BAR / 2) } else { 0 };
        let bar = left.saturating_sub(if weight > 0 { weight + 1 } else { 0 }).clamp(1, BAR);
        Self { name, days, bar, done, late, money, weight, years }
    }
}

/// The days of a phase: `2020-02-11~02-25`.
pub(super) fn days(phase: &Phase) -> String {
    let (Some(from), Some(due)) = (phase.from, phase.due) else { return t!("board.no-days").into_owned() };
    let (from, due) = (from.to_string(), due.to_string());
    if from.get(..5) == due.get(..5) {
        format!("{from}~{}", due.get(5..).unwrap_or(&due))
    } else {
        format!("{from}~{due}")
    }
}

/// What is done of what is due: `66/120`, or only what is done.
pub(super) fn progress(phase: &Phase) -> String {
    let [part, whole] = [Cell::Part, Cell::Whole].map(|cell| value(phase, cell));
    if phase.progress().is_some() { format!("{part}/{whole}") } else { part }
}

/// The value of a figure of a phase; blank where it has none, or the file cannot tell it.
pub(super) fn value(phase: &Phase, cell: Cell) -> String {
    let known = phase.figure(cell).map(|figure| figure.value).filter(|value| value.is_known());
    known.map(Value::words).unwrap_or_default()
}

pub(super) fn counted(one: &Covered) -> String {
    one.count.map_or_else(|| "-".to_owned(), |(part, all)| format!("{part}/{all}"))
}

pub(super) fn share(one: &Covered) -> String {
    let Some((part, all)) = one.share() else { return "-".to_owned() };
    let share = Value::Share(part.into(), all.into()).words();
    // Beside a count, a share of something else has to say so.
    if one.is_of_money() && one.count.is_some() {
        t!("board.share-of-money", share = share).into_owned()
    } else {
        share
    }
}
