//! From what the terminal shows to what it shall show, in as few bytes as it takes.
//!
//! Keeps the screen as the terminal shows it and compares by itself, because ratatui's comparison knows neither lines
//! that the terminal can move, nor halves of wide characters that are left over when the other half is overwritten
//! (terminals differ in what they leave of it). It knows nothing of frames, the cursor's visibility, or any `Write`.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::Rect;

use super::caps::Depth;
use super::kept::{Kept, LineId};
use super::motion::{Place, Way, sequence, sequence_cost};
use super::pen::Pen;
use super::scroll::{self, Shift};
use super::symbol::Symbol;
use super::tidy::{self, tidy};

/// From how many changed blank cells on erasing the rest of the line is shorter.
const WORTH_ERASING: usize = 4;

/// What is to be written at one column.
#[derive(Clone, Copy)]
struct Glyph<'a> {
    symbol: Symbol<'a>,
    pen: Pen,
    /// Whether it was laid out wider than it may be drawn: what it leaves over must be blank.
    stretched: bool,
}

impl Glyph<'_> {
    fn is_blank(&self) -> bool {
        self.symbol.text == " "
    }
}

/// Writes what changes the screen; see the module's description.
#[derive(Debug)]
pub(super) struct Painter {
    depth: Depth,
    scrolls: bool,
    /// The screen as the terminal shows it.
    shown: Buffer,
    /// What its lines are known by, where they are.
    ids: Vec<Option<LineId>>,
    /// A move of lines that the terminal has made, and `shown` not yet: what takes time and no bytes comes after the bytes.
    behind: Option<Shift>,
    /// Whether nothing was drawn since the screen was emptied.
    fresh: bool,
    bytes: Vec<u8>,
    place: Place,
    pen: Option<Pen>,
}

impl Painter {
    /// For a terminal with so many colours; `scrolls` when it moves lines by itself.
    pub(super) fn new(depth: Depth, scrolls: bool) -> Self {
        let shown = Buffer::empty(Rect::ZERO);
        let bytes = Vec::with_capacity(16 * 1024);
        let (ids, place) = (Vec::new(), Place::Unknown);
        Self { depth, scrolls, shown, ids, behind: None, fresh: true, bytes, place, pen: None }
    }

    /// Forgets what is known of the terminal: its screen counts as empty and of this size, though it is not yet.
    pub(super) fn forget(&mut self, columns: u16, rows: u16) {
        self.bytes.clear();
        self.ids.clear();
        self.behind = None;
        let area = Rect::new(0, 0, columns, rows);
        if !self.fresh || self.shown.area != area {
            self.shown = Buffer::empty(area);
        }
        self.fresh = true;
        self.place = Place::Unknown;
        self.pen = None;
    }

    /// Empties the screen, whatever is on it.
    pub(super) fn clear(&mut self, columns: u16, rows: u16) {
        self.forget(columns, rows);
        self.bytes.extend_from_slice(b"\x1b[m\x1b[H\x1b[2J");
        self.pen = Some(Pen::PLAIN);
        self.place = Place::Cell(0, 0);
    }

    /// How many bytes wait to be written.
    pub(super) const fn pending(&self) -> usize {
        self.bytes.len()
    }

    /// Moves the bytes that wait behind `out`.
    pub(super) fn take(&mut self, out: &mut Vec<u8>) {
        out.append(&mut self.bytes);
    }

    /// Adds bytes that change neither screen nor cursor.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Brings the cursor to a cell; to the nearest one of the screen where it has none there, because a line feed below the last line would
    /// scroll all of it.
    pub(super) fn go(&mut self, x: u16, y: u16) {
        let area = self.shown.area;
        let (x, y) = (x.min(area.width.saturating_sub(1)), y.min(area.height.saturating_sub(1)));
        if self.place == Place::Cell(x, y) {
            return;
        }
        Way::new(self.place, x, y).write(&mut self.bytes);
        self.place = Place::Cell(x, y);
    }

    /// What the lines shown are known by, for a screen of this size: such a line need not be laid out to be shown again.
    pub(super) fn ids(&self, area: Rect) -> &[Option<LineId>] {
        if self.shown.area == area { &self.ids } else { &[] }
    }

    /// Makes the terminal show a screen, from which the lines that differ are taken. Lines with an id that a line shown has are those shown.
    pub(super) fn paint(&mut self, next: &mut Buffer, ids: Vec<Option<LineId>>) {
        self.settle();
        if self.shown.area != next.area {
            self.clear(next.area.width, next.area.height);
        }
        let mut kept = Kept::of(&self.ids, &ids);
        if self.scrolls
            && !self.fresh
            && let Some(shift) = scroll::known(&self.shown, next, &kept.sources)
        {
            self.shift(&shift);
            kept = Kept::of(&self.ids, &ids);
            if !kept.stays {
                self.settle();
            }
        }
        kept.fill(&self.shown, next);
        // Where nothing has been scrolled, lines are compared only when they are written.
        let nothing = Buffer::default();
        let mut differing = tidy(next, if kept.stays { &nothing } else { &self.shown }, &kept.sources);
        if self.scrolls
            && !self.fresh
            && !kept.stays
            && let Some(shift) = scroll::find(&self.shown, next, &differing)
        {
            self.shift(&shift);
            self.settle();
            differing = scroll::differing(&self.shown, next);
        }
        self.fresh = false;
        let width = usize::from(next.area.width);
        for (y, _) in (0..next.area.height).zip(&differing).filter(|(_, differs)| **differs) {
            let new = &mut next.content[usize::from(y) * width..][..width];
            let shown = self.cells(y);
            let span = tidy::span(&self.shown.content[shown.clone()], new);
            if !span.is_empty() {
                self.row(y, new, span.clone());
                self.shown.content[shown][span.clone()].swap_with_slice(&mut new[span]);
            }
        }
        self.ids = ids;
    }

    /// Catches up with what is only kept here, once the bytes have left; the next screen is painted after it in any case.
    pub(super) fn settle(&mut self) {
        if let Some(shift) = self.behind.take() {
            shift.turn(&mut self.shown.content, usize::from(self.shown.area.width));
        }
    }

    /// Where in `shown` the cells of a line are.
    fn cells(&self, y: u16) -> Range<usize> {
        let width = usize::from(self.shown.area.width);
        let line = usize::from(self.behind.as_ref().map_or(y, |shift| shift.source(y)));
        line * width..(line + 1) * width
    }

    /// Lets the terminal move lines. What they leave behind it fills with the ground of the pen.
    fn shift(&mut self, shift: &Shift) {
        self.take_pen_for_blanks();
        self.bytes.extend_from_slice(format!("\x1b[{};{}r", shift.rows.start + 1, shift.rows.end).as_bytes());
        sequence(&mut self.bytes, shift.by, if shift.up { b'S' } else { b'T' });
        self.bytes.extend_from_slice(b"\x1b[r");
        self.place = Place::Cell(0, 0);
        shift.empty(&mut self.shown.content, usize::from(self.shown.area.width), &Cell::EMPTY);
        self.behind = Some(shift.clone());
        self.ids.resize(usize::from(self.shown.area.height), None);
        shift.empty(&mut self.ids, 1, &None);
        shift.turn(&mut self.ids, 1);
    }

    /// Draws a line, of which the cells of `span` may look different.
    fn row(&mut self, y: u16, new: &[Cell], span: Range<usize>) {
        let width = new.len();
        let Some((dirty, Range { start: changed, end })) = self.dirty(y, new, span) else { return };
        // Behind ink nothing has changed that could be erased.
        let rest = if self.is_empty(&new[end - 1]) { self.ink(new) } else { width }..width;
        let erased = rest.clone().filter(|x| dirty[*x]).count();
        let erases = erased >= WORTH_ERASING;
        let end = end.min(if erases { rest.start } else { width });
        // A symbol begins at the first changed column: halves change together.
        let mut x = changed;
        while x < end {
            let columns = self.width(&new[x]);
            if dirty[x] { x = self.blanks(y, new, &dirty, x..end) } else { x += columns }
        }
        if erases && let Some(first) = rest.clone().find(|x| dirty[*x]) {
            self.erase(rest.start, first, y);
        }
    }

    /// How many columns of a line come before it is empty to its end.
    fn ink(&self, line: &[Cell]) -> usize {
        let last = line.iter().rposition(|cell| !self.is_empty(cell));
        last.map_or(0, |last| last + self.width(&line[last])).min(line.len())
    }

    /// Draws what is at the first column of the range: a glyph, or a run of blanks. Returns the column behind it.
    fn blanks(&mut self, y: u16, new: &[Cell], dirty: &[bool], at: Range<usize>) -> usize {
        let run = at.clone().take_while(|x| self.is_empty(&new[*x])).count();
        let changed = (at.start..at.start + run).rposition(|x| dirty[x]).map_or(0, |last| last + 1);
        let (length, column) = (column(changed), column(at.start));
        let next_follows = changed == run && dirty.get(at.start + run) == Some(&true);
        let erasing = sequence_cost(length) + if next_follows { sequence_cost(length) } else { 0 };
        if changed > 0 && u32::from(length) > erasing {
            self.bridge(y, new, at.start);
            self.take_pen_for_blanks();
            sequence(&mut self.bytes, length, b'X');
            return at.start + changed;
        }
        self.bridge(y, new, at.start);
        let glyph = self.glyph(&new[at.start]);
        self.stretch(column, y, &glyph);
        self.put(column, y, &glyph);
        at.start + usize::from(glyph.symbol.width)
    }

    /// Brings the cursor to a column: by a move, or by drawing what is shown in between once more if that is shorter.
    fn bridge(&mut self, y: u16, new: &[Cell], to: usize) {
        if self.place == Place::Cell(column(to), y) {
            return;
        }
        let way = Way::new(self.place, column(to), y);
        if let (Place::Cell(from, row), true) = (self.place, way.cost() > 0)
            && row == y
            && usize::from(from) < to
            && usize::from(from).checked_sub(1).is_none_or(|left| self.width(&new[left]) == 1)
        {
            let between = &new[usize::from(from)..to];
            if between.len() <= way.cost() as usize
                && self.cost_again(between).is_some_and(|cost| cost <= way.cost() as usize)
            {
                let mut x = usize::from(from);
                while x < to {
                    let glyph = self.glyph(&new[x]);
                    self.bytes.extend_from_slice(glyph.symbol.text.as_bytes());
                    x += usize::from(glyph.symbol.width);
                }
                self.place = Place::Cell(column(to), y);
                return;
            }
        }
        self.go(column(to), y);
    }

    /// How many bytes it takes to draw cells with the pen in hand, if that can be done without any doubt.
    fn cost_again(&self, cells: &[Cell]) -> Option<usize> {
        let held = self.pen?;
        let (mut x, mut cost) = (0, 0);
        while x < cells.len() {
            let glyph = self.glyph(&cells[x]);
            let fits = glyph.pen == held || (glyph.is_blank() && glyph.pen.same_on_blank(held));
            if !glyph.symbol.certain || !fits {
                return None;
            }
            cost += glyph.symbol.text.len();
            x += usize::from(glyph.symbol.width);
        }
        (x == cells.len()).then_some(cost)
    }

    fn put(&mut self, x: u16, y: u16, glyph: &Glyph<'_>) {
        self.go(x, y);
        let pen = glyph.pen;
        if !self.pen.is_some_and(|held| held == pen || (glyph.is_blank() && held.same_on_blank(pen))) {
            self.take_pen(pen);
        }
        self.bytes.extend_from_slice(glyph.symbol.text.as_bytes());
        let end = x.saturating_add(glyph.symbol.width);
        self.place = match (glyph.symbol.certain, end < self.shown.area.width) {
            (true, true) => Place::Cell(end, y),
            (false, false) => Place::Unknown,
            _ => Place::Row(y),
        };
    }

    /// The terminal may draw a glyph narrower than it was laid out: blanks what it would leave over, unless it is.
    fn stretch(&mut self, x: u16, y: u16, glyph: &Glyph<'_>) {
        let line = &self.shown.content[self.cells(y)];
        let old = |x: u16| line.get(usize::from(x)).map(|cell| self.glyph(cell));
        let over = x.saturating_add(1)..x.saturating_add(glyph.symbol.width).min(self.shown.area.width);
        let is_blank =
            |old: Option<Glyph<'_>>| old.is_some_and(|old| old.is_blank() && old.pen.same_on_blank(glyph.pen));
        let whole = old(x).is_some_and(|old| old.symbol.width == 1);
        if !glyph.stretched || (whole && over.clone().all(|x| is_blank(old(x)))) {
            return;
        }
        let blank = Glyph { symbol: Symbol::of(" "), ..*glyph };
        for column in x..over.end {
            self.put(column, y, &blank);
        }
    }

    /// Erases a line from `first` on; between `end` and there it is empty already.
    fn erase(&mut self, end: usize, first: usize, y: u16) {
        let here = matches!(self.place, Place::Cell(x, row) if row == y && (end..=first).contains(&usize::from(x)));
        if !here {
            let (near, far) = (Way::new(self.place, column(end), y), Way::new(self.place, column(first), y));
            self.go(column(if near.cost() <= far.cost() { end } else { first }), y);
        }
        self.take_pen_for_blanks();
        self.bytes.extend_from_slice(b"\x1b[K");
    }

    /// Takes a pen whose ground is the terminal's own, as erasing needs.
    fn take_pen_for_blanks(&mut self) {
        if self.pen.is_none_or(|pen| !pen.blank_is_empty()) {
            self.take_pen(Pen::PLAIN);
        }
    }

    fn take_pen(&mut self, next: Pen) {
        let held = self.pen.unwrap_or_else(|| {
            self.bytes.extend_from_slice(b"\x1b[m");
            Pen::PLAIN
        });
        held.change_to(next, &mut self.bytes);
        self.pen = Some(next);
    }

    /// Which cells of a line have to be drawn: those of `span` that look different, and both halves of what they are halves of; and from where to
    /// where they are.
    fn dirty(&self, y: u16, new: &[Cell], span: Range<usize>) -> Option<(Vec<bool>, Range<usize>)> {
        let old = &self.shown.content[self.cells(y)];
        let mut dirty = vec![false; new.len()];
        for x in span.clone() {
            dirty[x] = !self.same(&old[x], &new[x]);
        }
        let first = span.start + dirty[span.clone()].iter().position(|dirty| *dirty)?;
        let mut within = first..span.start + dirty[span].iter().rposition(|dirty| *dirty)? + 1;
        let mut grown = true;
        while std::mem::take(&mut grown) {
            for line in [old, new] {
                // A wide symbol before it reaches into it; what is behind the last changed column is not looked at.
                let before = within.start.checked_sub(1).filter(|left| self.width(&line[*left]) > 1);
                let mut x = before.unwrap_or(within.start);
                while x < within.end {
                    let whole = x..(x + self.width(&line[x])).min(line.len());
                    x = whole.end;
                    let glyph = &mut dirty[whole.clone()];
                    if glyph.contains(&true) && glyph.contains(&false) {
                        glyph.fill(true);
                        within = within.start.min(whole.start)..within.end.max(whole.end);
                        grown = true;
                    }
                }
            }
        }
        Some((dirty, within))
    }

    fn same(&self, old: &Cell, new: &Cell) -> bool {
        if tidy::same(old, new) {
            return true;
        }
        let (was, is) = (Pen::of(old, self.depth), Pen::of(new, self.depth));
        if old.diff_option == new.diff_option {
            return old.symbol() == new.symbol()
                && (was == is || (self.glyph(new).is_blank() && was.same_on_blank(is)));
        }
        let (old, new) = (self.glyph(old), self.glyph(new));
        old.symbol == new.symbol && (was == is || (new.is_blank() && was.same_on_blank(is)))
    }

    fn is_empty(&self, cell: &Cell) -> bool {
        cell.symbol() == " " && Pen::of(cell, self.depth).blank_is_empty()
    }

    fn width(&self, cell: &Cell) -> usize {
        if cell.symbol().len() == 1 { 1 } else { usize::from(self.glyph(cell).symbol.width) }
    }

    fn glyph<'a>(&self, cell: &'a Cell) -> Glyph<'a> {
        let symbol = Symbol::of(cell.symbol());
        let pen = Pen::of(cell, self.depth);
        match cell.diff_option {
            CellDiffOption::ForcedWidth(width) => {
                Glyph { symbol: Symbol { certain: false, width: width.get(), ..symbol }, pen, stretched: true }
            }
            _ => Glyph { symbol, pen, stretched: false },
        }
    }
}

fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}
