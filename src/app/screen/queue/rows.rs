//! The loaded part of a queue: contiguous rows of it, the selected one, and the first in sight.
//!
//! Owns moving and the joining of pages. Knows no tab and no filter; what has to be asked is returned, not asked.

use crate::app::action::Action;
use crate::domain::ids::TargetId;
use crate::domain::view::{QueuePage, QueueRow, Window};

/// Rows asked for at once: several pages, so that paging meets loaded rows.
pub const ASKED: u32 = 300;
/// Rows that are kept at most; more than that are dropped at the far end.
const KEPT: usize = 1200;
/// Neighbours that are tried when the selected target left the queue.
const TRIED: usize = 8;

/// The loaded part of a queue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    rows: Vec<QueueRow>,
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
}

impl Rows {
    /// The selected row.
    pub fn selected(&self) -> Option<&QueueRow> {
        self.rows.get(self.cursor)
    }

    /// The loaded row of a target.
    pub fn find(&self, target: TargetId) -> Option<&QueueRow> {
        self.rows.iter().find(|row| row.id == target)
    }

    /// All loaded rows.
    pub fn loaded(&self) -> &[QueueRow] {
        &self.rows
    }

    /// Whether an answer has been there at all.
    pub const fn is_loaded(&self) -> bool {
        self.loaded
    }

    /// The rows in sight on a page, and which of them is selected.
    pub fn in_sight(&self, page: usize) -> (&[QueueRow], usize) {
        let first = self.first.min(self.rows.len());
        let last = (first + page).min(self.rows.len());
        (&self.rows[first..last], self.cursor.saturating_sub(first))
    }

    /// Place of the selected row in the whole queue, from 1; 0 when there is none.
    pub fn position(&self) -> u64 {
        if self.rows.is_empty() { 0 } else { self.offset + self.cursor as u64 + 1 }
    }

    /// Moves the selection; returns the part that has to be asked for, if one is missing.
    pub fn go(&mut self, action: Action, page: usize) -> Option<Window> {
        let half = (page / 2).max(1);
        let last = self.rows.len().saturating_sub(1);
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
        self.scroll(page);
        self.lacking(page)
    }

    /// The part that is missing near the selection, if any.
    fn lacking(&self, page: usize) -> Option<Window> {
        let near = page * 2;
        if !self.ends && self.cursor + near >= self.rows.len() {
            return self.rows.last().map(|row| Window::After(row.id));
        }
        let first = self.rows.first().filter(|_| self.offset > 0 && self.cursor < near)?;
        Some(Window::Before(first.id))
    }

    /// Wishes a target to be selected by the first answer.
    pub const fn want(&mut self, target: Option<TargetId>) {
        self.wanted = target;
    }

    /// Brings the selection in sight.
    pub fn scroll(&mut self, page: usize) {
        self.first = scrolled(self.first, self.cursor, page, self.rows.len());
    }

    /// Selects the nearest row below that is not among `gone`, or else the nearest above.
    pub fn leave(&mut self, gone: &[TargetId], page: usize) {
        let stays = |row: &QueueRow| !gone.contains(&row.id);
        let after = (self.cursor..self.rows.len()).find(|place| stays(&self.rows[*place]));
        let before = || (0..self.cursor.min(self.rows.len())).rev().find(|place| stays(&self.rows[*place]));
        if let Some(place) = after.or_else(before) {
            self.cursor = place;
            self.scroll(page);
        }
    }

    /// The part to be asked for so that everything in sight is newest: around the selection.
    pub fn again(&mut self) -> Window {
        let (before, after) = self.rows.split_at(self.cursor.min(self.rows.len()));
        let heirs = after.iter().skip(1).take(TRIED).chain(before.iter().rev().take(TRIED));
        self.heirs = heirs.map(|row| row.id).collect();
        let target = self.selected().map(|row| row.id).or_else(|| self.wanted.take());
        target.map_or(Window::First, Window::Around)
    }

    /// Takes a page; returns the part that has to be asked for, if the wanted row is not in it.
    pub fn take(&mut self, window: &Window, page: &QueuePage, sight: usize) -> Option<Window> {
        self.loaded = true;
        match window {
            Window::After(last) => self.append(*last, page),
            Window::Before(first) => self.prepend(*first, page),
            Window::First => self.replace(page, 0),
            Window::Last => {
                self.replace(page, page.rows.len().saturating_sub(1));
                self.ends = true;
            }
            Window::Around(target) => return self.renew(*target, page, sight),
        }
        self.scroll(sight);
        None
    }

    fn append(&mut self, last: TargetId, page: &QueuePage) {
        if self.rows.last().is_none_or(|row| row.id != last) {
            return;
        }
        self.ends = page.rows.len() < ASKED as usize;
        self.rows.extend(page.rows.iter().cloned());
        let spare = self.rows.len().saturating_sub(KEPT).min(self.first);
        self.rows.drain(..spare);
        self.offset += spare as u64;
        self.cursor -= spare;
        self.first -= spare;
    }

    fn prepend(&mut self, first: TargetId, page: &QueuePage) {
        if self.rows.first().is_none_or(|row| row.id != first) {
            return;
        }
        let count = page.rows.len();
        self.rows.splice(0..0, page.rows.iter().cloned());
        self.offset = if count < ASKED as usize { 0 } else { page.offset };
        self.cursor += count;
        self.first += count;
        if self.rows.len() > KEPT {
            self.rows.truncate(KEPT.max(self.cursor + 1));
            self.ends = false;
        }
    }

    fn replace(&mut self, page: &QueuePage, cursor: usize) {
        self.rows.clone_from(&page.rows);
        self.offset = page.offset;
        self.ends = page.rows.len() < ASKED as usize;
        self.cursor = cursor;
        self.first = 0;
    }

    /// Takes a page around a target, which stays on its line of the screen; or else an heir of it does.
    fn renew(&mut self, target: TargetId, page: &QueuePage, sight: usize) -> Option<Window> {
        let line = self.cursor.saturating_sub(self.first);
        let at = |target: &TargetId| page.rows.iter().position(|row| row.id == *target);
        let found = at(&target).or_else(|| self.heirs.iter().find_map(at));
        if found.is_none() && !self.heirs.is_empty() && page.offset == 0 && page.rows.len() >= ASKED as usize {
            return Some(Window::Around(self.heirs.remove(0)));
        }
        let cursor = found.unwrap_or_else(|| self.cursor.min(page.rows.len().saturating_sub(1)));
        self.replace(page, cursor);
        // A page around a row may be short because it begins near the beginning: only half as much tells the end.
        self.ends = page.rows.len() < ASKED as usize / 2;
        self.first = cursor.saturating_sub(line);
        self.scroll(sight);
        None
    }
}

/// The first row in sight such that the cursor is: scrolls by half a page, because that sends fewer bytes a key than
/// line by line.
pub fn scrolled(first: usize, cursor: usize, page: usize, count: usize) -> usize {
    let page = page.max(1);
    let first = if cursor < first {
        cursor.saturating_sub(page / 2)
    } else if cursor >= first + page {
        cursor + 1 + page / 2 - page
    } else {
        first
    };
    first.min(count.saturating_sub(page))
}
