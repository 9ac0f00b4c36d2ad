//! Control sequences (`CSI …`, `SS3 …`) and what each means: keys, mouse, focus, answers.
//!
//! The tables cover xterm, VTE, Konsole, Windows Terminal, tmux, PuTTY, rxvt, the Linux console and the VT400
//! forms. It knows nothing of timing and of split reads: `decode` hands it whole sequences.

use super::decode::{Input, Reply};
use super::event::{Button, Mouse, MouseKind};
use crate::app::key::{Key, KeyCode, Mods};

/// How many parameters are kept; further ones are read and dropped.
const PARAMETERS: usize = 8;

/// One control sequence, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Csi {
    /// `?`, `>`, `<`, `=`, or 0.
    private: u8,
    numbers: [u16; PARAMETERS],
    count: usize,
    /// The last intermediate byte, or 0.
    intermediate: u8,
    last: u8,
}

impl Csi {
    /// Takes the bytes between `CSI` and the final byte, and the final byte.
    pub(super) fn new(body: &[u8], last: u8) -> Self {
        let mut csi = Self { private: 0, numbers: [0; PARAMETERS], count: 0, intermediate: 0, last };
        let mut sub = false;
        for &byte in body {
            match byte {
                b'<'..=b'?' => csi.private = byte,
                b' '..=b'/' => csi.intermediate = byte,
                b':' => sub = true,
                b';' => {
                    sub = false;
                    csi.count = csi.count.max(1) + 1;
                }
                b'0'..=b'9' if !sub => {
                    csi.count = csi.count.max(1);
                    if let Some(number) = csi.numbers.get_mut(csi.count - 1) {
                        *number = number.saturating_mul(10).saturating_add(u16::from(byte - b'0'));
                    }
                }
                _ => {}
            }
        }
        csi
    }

    fn number(&self, index: usize) -> u16 {
        self.numbers.get(index).copied().unwrap_or(0)
    }

    /// Returns what the sequence means, or nothing when it means nothing here.
    pub(super) fn meaning(&self) -> Option<Input> {
        match (self.private, self.intermediate, self.last) {
            (b'?', b'$', b'y') => Some(Input::Reply(Reply::Mode { number: self.number(0), state: self.number(1) })),
            (b'?', 0, b'c') => Some(Input::Reply(Reply::Attributes)),
            (b'<', 0, b'M' | b'm') => self.mouse().map(Input::Mouse),
            (0, 0, b'R') if !self.is_f3() => {
                Some(Input::Reply(Reply::Cursor { row: self.number(0), column: self.number(1) }))
            }
            (0, 0, b'I') => Some(Input::Focus(true)),
            (0, 0, b'O') => Some(Input::Focus(false)),
            (0, 0, _) => self.key().map(Input::Key),
            _ => None,
        }
    }

    /// F3 with modifiers looks like a cursor report for row 1; the probe asks about row 2 for that reason.
    fn is_f3(&self) -> bool {
        self.count < 2 || (self.number(0) == 1 && (2..=16).contains(&self.number(1)))
    }

    fn key(&self) -> Option<Key> {
        let mods = mods_of(self.number(1));
        match self.last {
            b'~' if self.number(0) == 27 => from_code_point(self.number(2), mods),
            b'~' => numbered(self.number(0)).map(|code| Key::new(code, mods)),
            b'u' => from_code_point(self.number(0), mods),
            b'^' => numbered(self.number(0)).map(|code| Key::new(code, Mods { ctrl: true, ..Mods::NONE })),
            b'$' => numbered(self.number(0)).map(|code| Key::new(code, Mods { shift: true, ..Mods::NONE })),
            b'@' => numbered(self.number(0)).map(|code| Key::new(code, Mods { ctrl: true, shift: true, alt: false })),
            b'Z' => Some(Key::new(KeyCode::BackTab, mods)),
            b'a'..=b'd' => {
                lettered(self.last.to_ascii_uppercase()).map(|code| Key::new(code, Mods { shift: true, ..mods }))
            }
            last => lettered(last).map(|code| Key::new(code, mods)),
        }
    }

    fn mouse(&self) -> Option<Mouse> {
        let bits = self.number(0);
        let button = match bits & 0b11 {
            0 => Some(Button::Left),
            1 => Some(Button::Middle),
            2 => Some(Button::Right),
            _ => None,
        };
        let kind = match (bits & 0b1110_0000, button) {
            (0x40, Some(Button::Left)) => MouseKind::ScrollUp,
            (0x40, Some(Button::Middle)) => MouseKind::ScrollDown,
            (0x20, None) => MouseKind::Move,
            (0x20, Some(button)) => MouseKind::Drag(button),
            (0, Some(button)) if self.last == b'M' => MouseKind::Press(button),
            (0, Some(button)) => MouseKind::Release(button),
            _ => return None,
        };
        let mods = Mods { shift: bits & 4 != 0, alt: bits & 8 != 0, ctrl: bits & 16 != 0 };
        Some(Mouse { kind, column: self.number(1).saturating_sub(1), row: self.number(2).saturating_sub(1), mods })
    }
}

/// Reads xterm's modifier parameter: one more than the sum of Shift 1, Alt 2, Ctrl 4, Meta 8.
fn mods_of(parameter: u16) -> Mods {
    let bits = parameter.saturating_sub(1);
    Mods { shift: bits & 1 != 0, alt: bits & 0b1010 != 0, ctrl: bits & 4 != 0 }
}

/// Keys whose sequence ends in a letter, in CSI and SS3 alike.
fn lettered(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'R' => KeyCode::F(3),
        b'S' => KeyCode::F(4),
        _ => return None,
    })
}

/// Keys whose sequence is a number and `~`.
fn numbered(number: u16) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => function(number, 10),
        17..=21 => function(number, 11),
        23..=26 => function(number, 12),
        28..=29 => function(number, 13),
        31..=34 => function(number, 14),
        _ => return None,
    })
}

fn function(number: u16, offset: u16) -> KeyCode {
    KeyCode::F(u8::try_from(number - offset).unwrap_or(u8::MAX))
}

/// Keys sent as a code point (`CSI code ; mods u`, `CSI 27 ; mods ; code ~`).
fn from_code_point(code: u16, mods: Mods) -> Option<Key> {
    let code = match code {
        8 | 127 => KeyCode::Backspace,
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        _ => {
            let c = char::from_u32(u32::from(code))?;
            let private = ('\u{e000}'..='\u{f8ff}').contains(&c);
            if c.is_control() || private {
                return None;
            }
            KeyCode::Char(c)
        }
    };
    Some(Key::new(code, mods))
}

/// The Linux console's F1 to F5: `CSI [ A` to `CSI [ E`.
pub(super) fn console_function(last: u8) -> Option<Key> {
    let number = last.checked_sub(b'A')?;
    (number < 5).then(|| Key::from(KeyCode::F(number + 1)))
}

/// Reads `SS3 parameter final`: application cursor keys, F1 to F4, VT100+ F5 to F12, the number block, rxvt's
/// Ctrl with arrows.
pub(super) fn ss3(parameter: u16, last: u8) -> Option<Key> {
    let mods = mods_of(parameter);
    let code = match last {
        b'a'..=b'd' => {
            let code = lettered(last.to_ascii_uppercase())?;
            return Some(Key::new(code, Mods { ctrl: true, ..mods }));
        }
        b'M' => KeyCode::Enter,
        b'T'..=b'[' => KeyCode::F(last - b'T' + 5),
        b'j'..=b'y' => KeyCode::Char(char::from(last - b'j' + b'*')),
        _ => lettered(last)?,
    };
    Some(Key::new(code, mods))
}
