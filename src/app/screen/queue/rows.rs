//! The loaded part of a queue: contiguous rows of it, the selected one, and the first in sight.
//!
//! Owns moving and the joining of pages. Knows no tab and no filter; what has to be asked is returned, not asked.

use std::hash::BuildHasher;
use std::ops::Deref;

use foldhash::quality::FixedState;

use crate::app::action::Action;
use crate::app::common::Scrolling;
use crate::domain::ids::TargetId;
use crate::domain::money::Extent;
use crate::domain::view::{QueuePage, QueueRow, Window};

/// Pages asked for at once: the one in sight and as many more, so that paging meets loaded rows.
const PAGES: u32 = 2;
/// Rows asked for at least, however small the screen is.
const LEAST: u32 = 40;
/// Rows that are kept at most; more than that are dropped at the far end.
const KEPT: usize = 600;
/// Neighbours that are tried when the selected target left the queue.
const TRIED: usize = 8;

/// How many rows are asked for at once when so many are in sight.
pub fn asked(page: usize) -> u32 {
    u32::try_from(page).unwrap_or(LEAST).saturating_mul(PAGES).max(LEAST)
}

/// The rows that fit on the screen, and how they move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight {
    /// How many there are.
    pub rows: usize,
    /// How they move.
    pub scrolling: Scrolling,
}

/// A row, and a hash of all that it says, so that whoever has drawn it need not read all of it to draw it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    row: QueueRow,
    digest: u64,
}

impl Loaded {
    fn of(row: &QueueRow) -> Self {
        Self { row: row.clone(), digest: FixedState::default().hash_one(row) }
    }

    /// A hash of all that the row says.
    pub const fn digest(&self) -> u64 {
        self.digest
    }
}

impl Deref for Loaded {
    type Target = QueueRow;

    fn deref(&self) -> &QueueRow {
        &self.row
    }
}

/// The loaded part of a queue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    held: Vec<Loaded>,
    /// Of the amounts of all these, which every frame asks for.
    amounts: Option<Extent>,
    /// Place of the first loaded row in the whole queue.
    offset: u64,
    cursor: usize,
    first: usize,
    /// Whether the last loaded row is the queue's last.
    ends: bool,
    loaded: bool,
    /// Targets to be selected instead, one after the other, when the wanted one is not in the answer.
    heirs: Vec<TargetId>,
    /// The target to be selected at first.
    wanted: Option<TargetId>,
    /// The selected row when it was last asked for what is in sight: whoever has moved since keeps the place.
    asked_at: Option<TargetId>,
}

impl Rows {
    /// The selected row.
    pub fn selected(&self) -> Option<&QueueRow> {
        self.held.get(self.cursor).map(Deref::deref)
    }

    /// The loaded row of a target.
    pub fn find(&self, target: TargetId) -> Option<&QueueRow> {
        self.held.iter().map(Deref::deref).find(|row| row.id == target)
    }

    /// All loaded rows.
    pub fn loaded(&self) -> &[Loaded] {
        &self.held
    }

    /// What a column of the amounts of all loaded rows needs.
    pub const fn amounts(&self) -> Option<Extent> {
        self.amounts
    }

    /// Whether an answer has been there at all.
    pub const fn is_loaded(&self) -> bool {
        self.loaded
    }

    /// The rows in sight on a page, and which of them is selected.
    pub fn in_sight(&self, page: usize) -> (&[Loaded], usize) {
        let first = self.first.min(self.held.len());
        let last = (first + page).min(self.held.len());
        (&self.held[first..last], self.cursor.saturating_sub(first))
    }

    /// Place of the selected row in the whole queue, from 1; 0 when there is none.
    pub fn position(&self) -> u64 {
        if self.held.is_empty() { 0 } else { self.offset + self.cursor as u64 + 1 }
    }

    /// Moves the selection; returns the part that has to be asked for, if one is missing.
    pub fn go(&mut self, action: Action, sight: Sight) -> Option<Window> {
        let page = sight.rows;
        let half = (page / 2).max(1);
        let last = self.held.len().saturating_sub(1);
        let to = match action {
            Action::Up => self.cursor.saturating_sub(1),
            Action::Down => self.cursor + 1,
            Action::HalfUp => self.cursor.saturating_sub(half),
            Action::HalfDown => self.cursor + half,
            Action::PageUp => self.cursor.saturating_sub(page),
            Action::PageDown => self.cursor + page,
            Action::Top if self.offset > 0 => return Some(Window::First),
            Action::Bottom if !self.ends => return Some(Window::Last),
            Action::Top => 0,
            Action::Bottom => last,
            _ => return None,
        };
        self.cursor = to.min(last);
        self.scroll(sight);
        self.lacking(page)
    }

    /// Whether a move leads beyond what is loaded.
    pub fn lacks(&self, action: Action, page: usize) -> bool {
        let half = (page / 2).max(1);
        let above = |rows: usize| self.offset > 0 && self.cursor < rows;
        let below = |rows: usize| !self.ends && self.cursor + rows >= self.held.len();
        match action {
            Action::Up => above(1),
            Action::Down => below(1),
            Action::HalfUp => above(half),
            Action::HalfDown => below(half),
            Action::PageUp => above(page),
            Action::PageDown => below(page),
            _ => false,
        }
    }

    /// The part that is missing near the selection, if any.
    fn lacking(&self, page: usize) -> Option<Window> {
        let near = page * 2;
        if !self.ends && self.cursor + near >= self.held.len() {
            return self.held.last().map(|row| Window::After(row.id));
        }
        let first = self.held.first().filter(|_| self.offset > 0 && self.cursor < near)?;
        Some(Window::Before(first.id))
    }

    /// Wishes a target to be selected by the next answer to what [`Rows::again`] asks for.
    pub const fn want(&mut self, target: Option<TargetId>) {
        self.wanted = target;
    }

    /// Brings the selection in sight.
    pub fn scroll(&mut self, sight: Sight) {
        self.first = sight.scrolling.first(self.first, self.cursor, sight.rows, self.held.len());
    }

    /// Selects the nearest row below that is not among `gone`, or else the nearest above.
    pub fn leave(&mut self, gone: &[TargetId], sight: Sight) {
        let stays = |row: &QueueRow| !gone.contains(&row.id);
        let after = (self.cursor..self.held.len()).find(|place| stays(&self.held[*place]));
        let before = || (0..self.cursor.min(self.held.len())).rev().find(|place| stays(&self.held[*place]));
        if let Some(place) = after.or_else(before) {
            self.cursor = place;
            self.scroll(sight);
        }
    }

    /// The part to be asked for so that everything in sight is newest: around the selection.
    pub fn again(&mut self) -> Window {
        let (before, after) = self.held.split_at(self.cursor.min(self.held.len()));
        let wanted = self.wanted.take();
        let heirs = after.iter().skip(usize::from(wanted.is_none())).take(TRIED);
        self.heirs = heirs.chain(before.iter().rev().take(TRIED)).map(|row| row.id).collect();
        self.asked_at = self.selected().map(|row| row.id);
        let target = wanted.or(self.asked_at);
        target.map_or(Window::First, Window::Around)
    }

    /// Takes the answer to a question for so many rows; returns the part that has to be asked for, if the wanted row is not in it.
    pub fn take(&mut self, window: &Window, asked: u32, page: &QueuePage, sight: Sight) -> Option<Window> {
        let full = page.rows.len() >= asked as usize;
        self.loaded = true;
        let mut missing = None;
        match window {
            Window::After(last) => self.append(*last, page, full),
            Window::Before(first) => self.prepend(*first, page, full),
            Window::First => self.replace(page, 0, !full),
            Window::Last => self.replace(page, page.rows.len().saturating_sub(1), true),
            Window::Around(target) => missing = self.renew(*target, asked, page, sight),
        }
        self.amounts = Extent::of(self.held.iter().filter_map(|row| row.amount));
        if missing.is_none() {
            self.scroll(sight);
        }
        missing
    }

    fn append(&mut self, last: TargetId, page: &QueuePage, full: bool) {
        if self.held.last().is_none_or(|row| row.id != last) {
            return;
        }
        self.ends = !full;
        self.held.extend(page.rows.iter().map(Loaded::of));
        let spare = self.held.len().saturating_sub(KEPT).min(self.first);
        self.held.drain(..spare);
        self.offset += spare as u64;
        self.cursor -= spare;
        self.first -= spare;
    }

    fn prepend(&mut self, first: TargetId, page: &QueuePage, full: bool) {
        if self.held.first().is_none_or(|row| row.id != first) {
            return;
        }
        let count = page.rows.len();
        self.held.splice(0..0, page.rows.iter().map(Loaded::of));
        self.offset = if full { self.offset.saturating_sub(count as u64) } else { 0 };
        self.cursor += count;
        self.first += count;
        if self.held.len() > KEPT {
            self.held.truncate(KEPT.max(self.cursor + 1));
            self.ends = false;
        }
    }

    fn replace(&mut self, page: &QueuePage, cursor: usize, ends: bool) {
        self.held = page.rows.iter().map(Loaded::of).collect();
        self.offset = page.offset.unwrap_or(0);
        self.ends = ends;
        self.cursor = cursor;
        self.first = 0;
    }

    /// Takes a page around a target, which stays on its line of the screen; or else an heir of it does.
    fn renew(&mut self, target: TargetId, asked: u32, page: &QueuePage, sight: Sight) -> Option<Window> {
        // What is selected for the first time stands in the middle, with what comes before it in sight.
        let line = if self.held.is_empty() { sight.rows / 2 } else { self.cursor.saturating_sub(self.first) };
        let at = |target: &TargetId| page.rows.iter().position(|row| row.id == *target);
        let moved_to = self.selected().map(|row| row.id).filter(|_| self.asked_at.is_some());
        let moved_to = moved_to.filter(|selected| self.asked_at != Some(*selected));
        if moved_to.is_some_and(|selected| at(&selected).is_none()) {
            return Some(self.again());
        }
        let target = moved_to.unwrap_or(target);
        let found = at(&target).or_else(|| self.heirs.iter().find_map(at));
        let from_start = page.offset == Some(0);
        if found.is_none() && !self.heirs.is_empty() && from_start && page.rows.len() >= asked as usize {
            return Some(Window::Around(self.heirs.remove(0)));
        }
        let cursor = found.unwrap_or_else(|| self.cursor.min(page.rows.len().saturating_sub(1)));
        // A page around a row may be short because it begins near the beginning: only half as much tells the end.
        self.replace(page, cursor, page.rows.len() < asked as usize / 2);
        self.first = cursor.saturating_sub(line);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::effect::{Ask, Reply};
    use crate::app::fixture::sample;
    use crate::domain::view::{QueueAsk, Sort, Tab};
    use proptest::prelude::*;

    const PAGE: usize = 30;
    const SIGHT: Sight = Sight { rows: PAGE, scrolling: Scrolling::Lines };

    fn row(id: i64) -> QueueRow {
        let file = sample();
        let user = file.model.users["管理员"].clone();
        let window = Window::First;
        let ask = QueueAsk { year: 2021, tab: Tab::All, filter: None, sort: Sort::Number, window, limit: 1 };
        let Reply::Queue(page) = file.answer(&Ask::Queue(Box::new(ask)), &user) else { panic!() };
        QueueRow { id: TargetId(id), ..page.rows[0].clone() }
    }

    /// A queue of so many rows, answering as the store does.
    struct Whole(Vec<QueueRow>);

    impl Whole {
        fn of(count: i64) -> Self {
            let first = row(0);
            Self((0..count).map(|id| QueueRow { id: TargetId(id), ..first.clone() }).collect())
        }

        fn page(&self, window: &Window) -> QueuePage {
            let (count, asked) = (self.0.len(), asked(PAGE) as usize);
            let place = |id: &TargetId| self.0.iter().position(|row| row.id == *id);
            let (from, to) = match window {
                Window::First => (0, asked),
                Window::Last => (count.saturating_sub(asked), count),
                Window::Around(id) => place(id).map_or((0, asked), |at| (at.saturating_sub(asked / 2), at + asked / 2)),
                Window::After(id) => place(id).map_or((0, 0), |at| (at + 1, at + 1 + asked)),
                Window::Before(id) => place(id).map_or((0, 0), |at| (at.saturating_sub(asked), at)),
            };
            let to = to.min(count);
            let known = matches!(window, Window::After(_) | Window::Before(_));
            QueuePage { rows: self.0[from.min(to)..to].to_vec(), offset: (!known).then_some(from as u64) }
        }

        fn answer(&self, rows: &mut Rows, window: Window) {
            let mut next = Some(window);
            for _ in 0..20 {
                let Some(window) = next else { return };
                next = rows.take(&window, asked(PAGE), &self.page(&window), SIGHT);
            }
            panic!("asks for ever");
        }
    }

    fn moves() -> impl Strategy<Value = Action> {
        use Action::{Bottom, Down, HalfDown, HalfUp, PageDown, PageUp, Top, Up};
        prop_oneof![
            4 => Just(PageDown), 2 => Just(PageUp), 2 => Just(HalfDown), 2 => Just(HalfUp),
            2 => Just(Down), 2 => Just(Up), 1 => Just(Top), 1 => Just(Bottom)
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn whatever_is_loaded_moving_meets_the_same_rows(count in 1_i64..2500, script in prop::collection::vec(moves(), 1..120), halves: bool) {
            let sight = Sight { scrolling: if halves { Scrolling::HalfPages } else { Scrolling::Lines }, ..SIGHT };
            let whole = Whole::of(count);
            let mut rows = Rows::default();
            whole.answer(&mut rows, Window::First);
            let (mut expected, last) = (0_usize, whole.0.len() - 1);
            for action in script {
                expected = match action {
                    Action::Up => expected.saturating_sub(1),
                    Action::Down => expected + 1,
                    Action::HalfUp => expected.saturating_sub(PAGE / 2),
                    Action::HalfDown => expected + PAGE / 2,
                    Action::PageUp => expected.saturating_sub(PAGE),
                    Action::PageDown => expected + PAGE,
                    Action::Top => 0,
                    _ => last,
                }.min(last);
                if let Some(window) = rows.go(action, sight) {
                    whole.answer(&mut rows, window);
                }
                prop_assert_eq!(rows.position(), expected as u64 + 1, "{:?}", action);
                prop_assert_eq!(rows.selected().map(|row| row.id.0), i64::try_from(expected).ok());
                let (seen, cursor) = rows.in_sight(PAGE);
                prop_assert!(cursor < seen.len() && seen.len() == PAGE.min(whole.0.len()));
                prop_assert!(rows.loaded().len() <= KEPT + asked(PAGE) as usize);
            }
        }

        #[test]
        fn a_move_while_the_rows_are_read_again_stands(start in 0_usize..900, script in prop::collection::vec(moves(), 1..6)) {
            let whole = Whole::of(900);
            let mut rows = Rows::default();
            whole.answer(&mut rows, Window::Around(TargetId(i64::try_from(start).unwrap())));
            let read_again = rows.again();
            for action in script {
                if let Some(window) = rows.go(action, SIGHT) {
                    whole.answer(&mut rows, window);
                }
            }
            let moved_to = rows.position();
            whole.answer(&mut rows, read_again);
            prop_assert_eq!(rows.position(), moved_to);
        }

        #[test]
        fn the_selection_survives_changes_elsewhere(start in 0_usize..900, gone in prop::collection::btree_set(0_i64..900, 0..30)) {
            let mut whole = Whole::of(900);
            let mut rows = Rows::default();
            rows.want(Some(TargetId(i64::try_from(start).unwrap())));
            let window = rows.again();
            whole.answer(&mut rows, window);
            let wanted = rows.selected().unwrap().id;
            prop_assert!(rows.in_sight(PAGE).1 == PAGE / 2 || !(PAGE..=900 - PAGE).contains(&start));
            let line = rows.in_sight(PAGE).1;
            whole.0.retain(|row| !gone.contains(&row.id.0));
            let window = rows.again();
            whole.answer(&mut rows, window);
            let now = rows.selected().unwrap().id;
            if gone.contains(&wanted.0) {
                prop_assert!((now.0 - wanted.0).abs() <= 40, "{now} for {wanted}");
            } else {
                prop_assert_eq!(now, wanted);
                prop_assert!(rows.in_sight(PAGE).1 == line || !(PAGE..=900 - 2 * PAGE).contains(&start));
            }
        }
    }
}
