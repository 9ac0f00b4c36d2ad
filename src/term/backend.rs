//! Frames on any `Write`: one write a frame, and none when nothing changed.
//!
//! A frame reaches it as a whole buffer, through [`Stage`], not as ratatui's list of changed cells: what changed is
//! found by `painter`, which sees more. Here are the wrapping of the frame and the cursor. It knows nothing of raw
//! mode, the alternate screen, or where the size comes from.

use std::cell::{RefCell, RefMut};
use std::fmt;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::{Backend as RatatuiBackend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Frame, Terminal};

use super::caps::Depth;
use super::kept::LineId;
use super::painter::Painter;

/// Start and end of a synchronised update (DEC mode 2026).
pub(super) const SYNC_ON: &[u8] = b"\x1b[?2026h";
pub(super) const SYNC_OFF: &[u8] = b"\x1b[?2026l";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";

/// Up to how many bytes a frame is drawn with the cursor in sight: it is there before anybody sees it run.
const SMALL: usize = 64;

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

/// What draws a frame as soon as it is laid out, and where the hidden cursor rests after it.
#[derive(Clone, Debug)]
struct Stage(Rc<RefCell<Staged>>);

#[derive(Debug)]
struct Staged {
    painter: Painter,
    /// What the next frame is laid out in.
    blank: Buffer,
    rest: Option<Position>,
}

impl Stage {
    /// Draws what was laid out, and leaves a buffer without lines in its place, so that ratatui has nothing to clear before the frame
    /// is written; what it finds when it compares is not looked at.
    fn hand_over(&self, drawn: &mut Buffer, laid: Laid) {
        let nothing = Buffer { area: Rect { height: 0, ..drawn.area }, content: Vec::new() };
        let staged = &mut *self.0.borrow_mut();
        staged.rest = laid.rest;
        staged.painter.paint(drawn, laid.lines);
        staged.blank = std::mem::replace(drawn, nothing);
    }

    /// Gives a buffer without lines the room in which a frame is laid out.
    fn lend(&self, area: Rect, buffer: &mut Buffer) {
        if buffer.area != area {
            *buffer = std::mem::take(&mut self.0.borrow_mut().blank);
        }
        if buffer.area != area {
            *buffer = Buffer::empty(area);
        }
    }

    /// Does what a frame leaves to be done once it is written: clears what the next one is laid out in, and lets the painter catch up.
    fn settle(&self) {
        let staged = &mut *self.0.borrow_mut();
        staged.painter.settle();
        staged.blank.reset();
    }

    fn painter(&self) -> RefMut<'_, Painter> {
        RefMut::map(self.0.borrow_mut(), |staged| &mut staged.painter)
    }
}

/// What a frame is besides its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// Where the hidden cursor rests, which is where input methods open their window.
    pub rest: Option<Position>,
    /// What its lines are known by. One that is shown under the same id already is taken from there, whatever was laid out.
    pub lines: Vec<Option<LineId>>,
}

/// Draws a frame: one write, or none when nothing changed. `render` is told what the lines shown are known by.
pub(super) fn draw<W: Write>(
    terminal: &mut Terminal<Backend<W>>,
    render: impl FnOnce(&mut Frame<'_>, &[Option<LineId>]) -> Laid,
) -> io::Result<()> {
    let stage = terminal.backend().stage();
    terminal.draw(|frame| {
        stage.lend(frame.area(), frame.buffer_mut());
        let laid = render(frame, stage.painter().ids(frame.area()));
        stage.hand_over(frame.buffer_mut(), laid);
    })?;
    stage.settle();
    Ok(())
}

/// A backend for ratatui; see the module's description.
pub struct Backend<W> {
    out: W,
    size: Box<dyn Fn() -> io::Result<Size> + Send>,
    sync: SyncUpdates,
    stage: Stage,
    /// What is written before the next frame, in the same piece.
    first: Vec<u8>,
    /// Whether the terminal shows its cursor.
    shown: bool,
    /// Whether, and where, the frame wants it.
    wanted: bool,
    target: Position,
}

impl<W> fmt::Debug for Backend<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Backend").field("sync", &self.sync).field("stage", &self.stage).finish_non_exhaustive()
    }
}

impl<W: Write> Backend<W> {
    /// Makes a backend that writes to `out`; `size` returns the current columns and rows, `scrolls` says whether the
    /// terminal may be told to move lines.
    ///
    /// The screen counts as unknown until it is cleared, which ratatui does not do by itself.
    pub fn new(
        out: W,
        depth: Depth,
        sync: SyncUpdates,
        scrolls: bool,
        size: impl Fn() -> io::Result<Size> + Send + 'static,
    ) -> Self {
        let mut backend = Self {
            out,
            size: Box::new(size),
            sync,
            stage: Stage(Rc::new(RefCell::new(Staged {
                painter: Painter::new(depth, scrolls),
                blank: Buffer::default(),
                rest: None,
            }))),
            first: Vec::new(),
            shown: true,
            wanted: false,
            target: Position::ORIGIN,
        };
        backend.forget();
        backend
    }

    /// Says what is known of synchronised output.
    pub const fn set_sync(&mut self, sync: SyncUpdates) {
        self.sync = sync;
    }

    /// The way on which drawn screens come.
    fn stage(&self) -> Stage {
        self.stage.clone()
    }

    /// Adds bytes that are to be written before the next frame.
    pub(super) fn begin_with(&mut self, bytes: &[u8]) {
        self.first.extend_from_slice(bytes);
    }

    /// Writes bytes that leave screen and cursor alone (a title, the clipboard), at once.
    pub fn write_aside(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()
    }

    /// Forgets what is known of the terminal, as after someone else used it: the next frame must clear.
    pub fn forget(&mut self) {
        let size = (self.size)().unwrap_or_default();
        self.stage.painter().forget(size.width, size.height);
        self.shown = true;
    }

    /// Adds what brings the cursor to where the frame wants it.
    fn settle_cursor(&mut self) {
        let rest = self.stage.0.borrow().rest;
        let mut painter = self.stage.painter();
        if self.wanted {
            painter.go(self.target.x, self.target.y);
            if !self.shown {
                painter.add(SHOW_CURSOR);
            }
        } else {
            if self.shown {
                painter.add(HIDE_CURSOR);
            }
            if let Some(at) = rest.filter(|_| painter.pending() > 0) {
                painter.go(at.x, at.y);
            }
        }
        self.shown = self.wanted;
    }
}

impl<W: Write> RatatuiBackend for Backend<W> {
    type Error = io::Error;

    /// The screen was drawn when it was handed over; the changed cells that ratatui found are not looked at.
    fn draw<'a, I>(&mut self, _: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
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
        self.stage.painter().clear(size.width, size.height);
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        (self.size)()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: (self.size)()?, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        let drawn = self.stage.painter().pending();
        let mut packet = std::mem::take(&mut self.first);
        packet.reserve(drawn + 32);
        let begun = packet.len();
        if self.sync != SyncUpdates::Off {
            packet.extend_from_slice(SYNC_ON);
        }
        if self.sync != SyncUpdates::On && self.shown && drawn > SMALL {
            packet.extend_from_slice(HIDE_CURSOR);
            self.shown = false;
        }
        self.settle_cursor();
        if self.stage.painter().pending() == 0 && begun == 0 {
            return Ok(());
        }
        self.stage.painter().take(&mut packet);
        if self.sync != SyncUpdates::Off {
            packet.extend_from_slice(SYNC_OFF);
        }
        self.out.write_all(&packet)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests;
