//! Draws ratatui's cells on any `Write`: one write a frame, and none when nothing changed.
//!
//! Differs from ratatui's own backends where Chinese text needs it: no cursor move after characters that every
//! terminal draws two columns wide, always one after those that terminals disagree about, and no half of a wide
//! character left behind. It knows nothing of raw mode, the alternate screen, or where the size comes from.

use std::fmt;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::{Backend as RatatuiBackend, ClearType, WindowSize};
use ratatui::buffer::{Cell, CellDiffOption};
use ratatui::layout::{Position, Size};

use super::caps::Depth;
use super::motion::{self, Place};
use super::pen::Pen;
use super::shadow::{Shadow, Shown};
use super::symbol::Symbol;

/// Start and end of a synchronised update (DEC mode 2026).
pub(super) const SYNC_ON: &[u8] = b"\x1b[?2026h";
pub(super) const SYNC_OFF: &[u8] = b"\x1b[?2026l";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";

/// From how many changed blank cells on erasing the rest of the line is shorter.
const WORTH_ERASING: usize = 4;

/// Whether frames are wrapped in synchronised output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncUpdates {
    /// The terminal does not know it.
    Off,
    /// Not known: wrapped, and the cursor is hidden while drawing as well.
    Unknown,
    /// The terminal said that it knows it.
    On,
}

/// Where the hidden cursor rests: set while a frame is drawn, read when it is written.
pub(super) type Parking = Rc<std::cell::Cell<Option<Position>>>;

/// A backend for ratatui; see the module's description.
pub struct Backend<W> {
    out: W,
    size: Box<dyn Fn() -> io::Result<Size> + Send>,
    depth: Depth,
    sync: SyncUpdates,
    /// What this frame writes, without the wrapping.
    body: Vec<u8>,
    place: Place,
    pen: Option<Pen>,
    shadow: Shadow,
    /// Whether the terminal shows its cursor.
    shown: bool,
    /// Whether, and where, the frame wants it.
    wanted: bool,
    target: Position,
    /// Where the hidden cursor rests.
    parked: Parking,
}

impl<W> fmt::Debug for Backend<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Backend").field("depth", &self.depth).field("sync", &self.sync).finish_non_exhaustive()
    }
}

impl<W: Write> Backend<W> {
    /// Makes a backend that writes to `out`; `size` returns the current columns and rows.
    ///
    /// The screen counts as unknown until it is cleared, which ratatui does not do by itself.
    pub fn new(out: W, depth: Depth, sync: SyncUpdates, size: impl Fn() -> io::Result<Size> + Send + 'static) -> Self {
        let mut backend = Self {
            out,
            size: Box::new(size),
            depth,
            sync,
            body: Vec::with_capacity(16 * 1024),
            place: Place::Unknown,
            pen: None,
            shadow: Shadow::default(),
            shown: true,
            wanted: false,
            target: Position::ORIGIN,
            parked: Rc::default(),
        };
        backend.forget();
        backend
    }

    /// Says what is known of synchronised output.
    pub const fn set_sync(&mut self, sync: SyncUpdates) {
        self.sync = sync;
    }

    /// Sets where the hidden cursor rests after a frame, which is where input methods open their window.
    pub fn park(&mut self, at: Option<Position>) {
        self.parked.set(at);
    }

    /// The place where the hidden cursor rests, to be set while a frame is being drawn.
    pub(super) fn parking(&self) -> Parking {
        Rc::clone(&self.parked)
    }

    /// Writes bytes that leave screen and cursor alone (a title, the clipboard), at once.
    pub fn write_aside(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()
    }

    /// Forgets what is known of the terminal, as after someone else used it: the next frame must clear.
    pub fn forget(&mut self) {
        let size = (self.size)().unwrap_or_default();
        self.body.clear();
        self.shadow.clear(size.width, size.height);
        self.place = Place::Unknown;
        self.pen = None;
        self.shown = true;
    }

    fn go(&mut self, x: u16, y: u16) {
        motion::go(self.place, x, y, &mut self.body);
        self.place = Place::Cell(x, y);
    }

    fn take_pen(&mut self, next: Pen) {
        let held = self.pen.unwrap_or_else(|| {
            self.body.extend_from_slice(b"\x1b[m");
            Pen::PLAIN
        });
        held.change_to(next, &mut self.body);
        self.pen = Some(next);
    }

    /// Draws the changed cells of one row, in order.
    fn row(&mut self, y: u16, cells: &[(u16, &Cell)]) {
        let drawn = self.until_erased(y, cells);
        let erased = cells.get(drawn).map(|(x, _)| *x);
        let mut torn = None;
        for &(x, cell) in &cells[..drawn] {
            self.mend(torn.take(), x, y);
            torn = self.cell(x, y, cell);
        }
        self.mend(torn, erased.unwrap_or(u16::MAX), y);
        if let Some(x) = erased {
            self.go(x, y);
            if self.pen.is_none_or(|pen| !pen.blank_is_empty()) {
                self.take_pen(Pen::PLAIN);
            }
            self.body.extend_from_slice(b"\x1b[K");
            self.shadow.erase_from(x, y);
        }
    }

    /// Blanks the right half of a wide character that lost its left half, unless the frame draws there anyway.
    fn mend(&mut self, torn: Option<(u16, Pen)>, next: u16, y: u16) {
        if let Some((x, pen)) = torn.filter(|(x, _)| *x < next) {
            self.put(x, y, Symbol::of(" "), pen);
        }
    }

    /// Draws a cell and returns the half character that this leaves to its right.
    fn cell(&mut self, x: u16, y: u16, cell: &Cell) -> Option<(u16, Pen)> {
        let mut symbol = Symbol::of(cell.symbol());
        let mut cover = 0;
        if let CellDiffOption::ForcedWidth(width) = cell.diff_option {
            cover = width.get();
            symbol = Symbol { certain: false, width: cover, ..symbol };
        }
        let last = x.saturating_add(symbol.width - 1);
        let covered = self.shadow.at(last, y);
        let torn = (covered.wide && last + 1 < self.shadow.columns()).then_some((last + 1, covered.pen));
        let pen = Pen::of(cell, self.depth);
        // The terminal may draw it narrower than it was told: what it leaves over must be blank.
        for column in x..x.saturating_add(cover).min(self.shadow.columns()) {
            self.put(column, y, Symbol::of(" "), pen);
        }
        self.put(x, y, symbol, pen);
        torn
    }

    fn put(&mut self, x: u16, y: u16, symbol: Symbol<'_>, pen: Pen) {
        self.go(x, y);
        let blank = symbol.text == " ";
        if !self.pen.is_some_and(|held| held == pen || (blank && held.same_on_blank(pen))) {
            self.take_pen(pen);
        }
        self.body.extend_from_slice(symbol.text.as_bytes());
        let end = x.saturating_add(symbol.width);
        self.place = match (symbol.certain, end < self.shadow.columns()) {
            (true, true) => Place::Cell(end, y),
            (false, false) => Place::Unknown,
            _ => Place::Row(y),
        };
        let shown = Shown { empty: blank && pen.blank_is_empty(), wide: symbol.width > 1, pen };
        self.shadow.set(x, y, symbol.width, shown);
    }

    /// Returns how many of the cells must be drawn, when erasing the rest of the line does for the others.
    fn until_erased(&self, y: u16, cells: &[(u16, &Cell)]) -> usize {
        let mut from = cells.len();
        let mut right = self.shadow.columns();
        for (index, &(x, cell)) in cells.iter().enumerate().rev() {
            let blank = cell.symbol() == " " && Pen::of(cell, self.depth).blank_is_empty();
            let between = x.saturating_add(1)..right;
            if !blank
                || cell.diff_option != CellDiffOption::None
                || !between.into_iter().all(|x| self.shadow.at(x, y).empty)
            {
                break;
            }
            from = index;
            right = x;
        }
        if cells.len() - from >= WORTH_ERASING { from } else { cells.len() }
    }

    /// Adds what brings the cursor to where the frame wants it.
    fn settle_cursor(&mut self) {
        if self.wanted {
            self.go(self.target.x, self.target.y);
            if !self.shown {
                self.body.extend_from_slice(SHOW_CURSOR);
            }
        } else {
            if self.shown {
                self.body.extend_from_slice(HIDE_CURSOR);
            }
            if let Some(at) = self.parked.get().filter(|_| !self.body.is_empty()) {
                self.go(at.x, at.y);
            }
        }
        self.shown = self.wanted;
    }
}

impl<W: Write> RatatuiBackend for Backend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut cells: Vec<(u16, &Cell)> = Vec::new();
        let mut row = 0;
        for (x, y, cell) in content {
            if y != row {
                self.row(row, &cells);
                cells.clear();
                row = y;
            }
            cells.push((x, cell));
        }
        self.row(row, &cells);
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.wanted = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.wanted = true;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.target)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.target = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    /// Clears the screen with the next flush. Full-screen drawing needs no other region, so the others clear all too.
    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        let size = (self.size)()?;
        self.body.clear();
        self.body.extend_from_slice(b"\x1b[m\x1b[H\x1b[2J");
        self.pen = Some(Pen::PLAIN);
        self.place = Place::Cell(0, 0);
        self.shadow.clear(size.width, size.height);
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        (self.size)()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: (self.size)()?, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut packet = Vec::with_capacity(self.body.len() + 32);
        if self.sync != SyncUpdates::Off {
            packet.extend_from_slice(SYNC_ON);
        }
        if self.sync != SyncUpdates::On && self.shown && !self.body.is_empty() {
            packet.extend_from_slice(HIDE_CURSOR);
            self.shown = false;
        }
        self.settle_cursor();
        if self.body.is_empty() {
            return Ok(());
        }
        packet.append(&mut self.body);
        if self.sync != SyncUpdates::Off {
            packet.extend_from_slice(SYNC_OFF);
        }
        self.out.write_all(&packet)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests;
