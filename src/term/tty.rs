//! The terminal as a device: its size, raw mode, and putting everything back.
//!
//! [`restore`] may be called from anywhere, any number of times: the panic hook, the handling of a signal, the end.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use crossterm::terminal;
use ratatui::layout::Size;
use rustix::stdio::{stdin, stdout};
use rustix::termios::{QueueSelector, isatty, tcflush, tcgetwinsize};

use super::writer::write_last;

/// What a terminal without a known size counts as.
const USUAL: Size = Size::new(80, 24);
/// No real terminal is larger; a larger size is a mistake and would only take memory.
const LARGEST: Size = Size::new(1000, 500);

/// Alternate screen, no automatic wrapping (a symbol at the right edge must not scroll the screen), bracketed paste.
pub(super) const ENTER: &[u8] = b"\x1b[?1049h\x1b[?7l\x1b[?2004h";
/// Undoes everything that may be on: synchronised update, scroll region, colours, mouse, paste, wrapping, cursor.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[r\x1b[m\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";
pub(super) const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
pub(super) const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

static ENTERED: AtomicBool = AtomicBool::new(false);
/// The size as it was last asked for.
static SIZE: Mutex<Option<Size>> = Mutex::new(None);
static HOOK: Once = Once::new();

/// Tells whether input and output are both a terminal.
pub(super) fn is_terminal() -> bool {
    isatty(stdin()) && isatty(stdout())
}

/// Returns the terminal's columns and rows; a size of zero means that it is not known.
///
/// # Errors
/// When standard output is no terminal.
pub fn size() -> io::Result<Size> {
    let size = tcgetwinsize(stdout())?;
    Ok(*last_size().insert(sensible(Size::new(size.ws_col, size.ws_row))))
}

/// The size as it was last asked for: a signal tells when it changes, so that not every frame need ask.
///
/// # Errors
/// When it was never asked for, and standard output is no terminal.
pub(super) fn known_size() -> io::Result<Size> {
    let known = *last_size();
    known.map_or_else(size, Ok)
}

fn last_size() -> MutexGuard<'static, Option<Size>> {
    SIZE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn sensible(size: Size) -> Size {
    if size.width == 0 || size.height == 0 {
        return USUAL;
    }
    Size::new(size.width.min(LARGEST.width), size.height.min(LARGEST.height))
}

/// Turns raw mode on. What enters the alternate screen goes with the next frame, in the same piece: [`ENTER`].
pub(super) fn take() -> io::Result<()> {
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            restore();
            before(panic);
        }));
    });
    terminal::enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    Ok(())
}

/// Gives the terminal back as it was found, if it was taken; errors are of no use to anybody then.
pub fn restore() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        write_last(LEAVE);
        terminal::disable_raw_mode().ok();
    }
}

/// Drops what was received and not yet read.
pub(super) fn drop_input() {
    tcflush(stdin(), QueueSelector::IFlush).ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strange_sizes_become_sensible() {
        assert_eq!(sensible(Size::new(0, 0)), USUAL);
        assert_eq!(sensible(Size::new(80, 0)), USUAL);
        assert_eq!(sensible(Size::new(1, 1)), Size::new(1, 1));
        assert_eq!(sensible(Size::new(u16::MAX, 40)), Size::new(1000, 40));
    }

    #[test]
    fn leaving_undoes_what_entering_and_the_options_switch_on() {
        let size = std::num::NonZeroU16::new(10).unwrap();
        let mut screen = vt100::Parser::new(size, size, 0);
        screen.process(b"before");
        for bytes in [ENTER, MOUSE_ON, b"\x1b[?25l\x1b[31m\x1b[2Jx"] {
            screen.process(bytes);
        }
        assert!(screen.screen().alternate_screen() && screen.screen().bracketed_paste());
        screen.process(LEAVE);
        let screen = screen.screen();
        assert!(!screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_eq!(screen.fgcolor(), vt100::Color::Default);
        assert_eq!(screen.contents(), "before");
        let leave = String::from_utf8_lossy(LEAVE);
        assert!(leave.starts_with("\x1b[?2026l"), "an open synchronised update ends first");
        for mode in String::from_utf8_lossy(&[ENTER, MOUSE_ON].concat()).split("\x1b[?").skip(1) {
            let undone = if mode == "7l" { "7h".to_owned() } else { mode.replace('h', "l") };
            assert!(leave.contains(&format!("[?{undone}")), "{mode}");
        }
    }
}
