//! Bytes from the terminal → keys, pastes, mouse, answers.
//!
//! A small state machine of its own, because the answers to the probe arrive in the same stream and must never
//! become keys, however late they are. It knows no file and no clock: the caller says when nothing more came
//! ([`Decoder::flush`]), which is how a lone Esc is told from the start of a sequence.

use super::csi::{self, Csi};
use super::event::Mouse;
use crate::app::key::{Key, KeyCode, Mods};

const ESC: u8 = 0x1b;
const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";
/// A pasted text is delivered in pieces of about this many bytes, so that it cannot take all memory.
const PASTE_PIECE: usize = 1 << 16;
/// A control sequence longer than this is not one.
const LONGEST_SEQUENCE: usize = 64;
/// A string answer (OSC, DCS) longer than this is given up.
const LONGEST_STRING: usize = 1 << 16;

/// One decoded piece of input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    Key(Key),
    Paste(String),
    Focus(bool),
    Mouse(Mouse),
    Reply(Reply),
    Garbled,
}

/// An answer of the terminal; numbers as sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// Where the cursor is (answer to `CSI 6n`), from 1.
    Cursor { row: u16, column: u16 },
    /// Whether a mode is known (answer to `CSI ? number $ p`): 0 unknown, 1 set, 2 reset, 3 and 4 fixed.
    Mode { number: u16, state: u16 },
    /// What the terminal is (answer to `CSI c`); it ends the probe.
    Attributes,
}

/// What the decoder waits for, which decides how long the caller waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Waiting {
    /// For nothing: wait for ever.
    Nothing,
    /// After Esc or Alt with a letter that also starts sequences: a moment.
    Escape,
    /// Inside a sequence that no person types, or inside a paste: longer.
    Sequence,
}

/// What the start of the bytes is.
enum Step {
    /// Not yet known: more bytes are needed.
    More,
    /// This many bytes are done, and mean this.
    Done(usize, Option<Input>),
    /// This many bytes opened a paste.
    OpenPaste(usize),
}

/// Decodes a stream of bytes, however it is cut into reads.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    held: Vec<u8>,
    pasting: bool,
    /// A paste has been silent for long: a lone Ctrl-C or Esc may end it.
    stale: bool,
}

impl Decoder {
    /// Takes bytes and adds what they mean to `out`.
    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        if self.stale && matches!(bytes, [0x03 | ESC]) {
            self.pasting = false;
        }
        self.stale = false;
        self.held.extend_from_slice(bytes);
        let mut at = 0;
        while at < self.held.len() {
            let taken = if self.pasting { self.paste(at, out) } else { self.step(at, out) };
            let Some(taken) = taken else { break };
            at += taken;
        }
        self.held.drain(..at);
    }

    /// Says that nothing more came within the time that [`Decoder::waiting`] asks for.
    pub(super) fn flush(&mut self, out: &mut Vec<Input>) {
        if self.pasting {
            let end = complete_text(&self.held);
            push_paste(&self.held[..end], out);
            self.held.drain(..end);
            self.stale = true;
            return;
        }
        match self.held.as_slice() {
            [ESC] => out.push(esc()),
            [ESC, ESC] => out.extend([esc(), esc()]),
            [ESC, letter] if letter.is_ascii() => out.push(Input::Key(Key::alt(char::from(*letter)))),
            [ESC, ESC, letter] => out.extend([esc(), Input::Key(Key::alt(char::from(*letter)))]),
            [first, ..] | [ESC, first] if *first >= 0x80 => push_garbled(out),
            _ => {}
        }
        self.held.clear();
    }

    /// Tells what the decoder waits for.
    pub(super) fn waiting(&self) -> Waiting {
        match self.held.as_slice() {
            _ if self.pasting => {
                if self.stale {
                    Waiting::Nothing
                } else {
                    Waiting::Sequence
                }
            }
            [] => Waiting::Nothing,
            [ESC] | [ESC, ..=0x7f] | [ESC, ESC, _] => Waiting::Escape,
            _ => Waiting::Sequence,
        }
    }

    fn step(&mut self, at: usize, out: &mut Vec<Input>) -> Option<usize> {
        match step(&self.held[at..]) {
            Step::More => None,
            Step::Done(taken, input) => {
                match input {
                    Some(Input::Garbled) => push_garbled(out),
                    Some(input) => out.push(input),
                    None => {}
                }
                Some(taken)
            }
            Step::OpenPaste(taken) => {
                self.pasting = true;
                Some(taken)
            }
        }
    }

    /// Goes on with a paste: delivers it at its end, or a piece of it when it is very long.
    fn paste(&mut self, at: usize, out: &mut Vec<Input>) -> Option<usize> {
        let text = &self.held[at..];
        let end = text.windows(PASTE_END.len()).position(|window| window == PASTE_END);
        if let Some(end) = end {
            self.pasting = false;
            push_paste(&text[..end], out);
            return Some(end + PASTE_END.len());
        }
        if text.len() < PASTE_PIECE {
            return None;
        }
        let end = complete_text(text);
        push_paste(&text[..end], out);
        (end > 0).then_some(end)
    }
}

fn esc() -> Input {
    Input::Key(Key::from(KeyCode::Esc))
}

/// One report for a run of bad bytes is enough.
fn push_garbled(out: &mut Vec<Input>) {
    if out.last() != Some(&Input::Garbled) {
        out.push(Input::Garbled);
    }
}

/// Adds pasted text: line ends as `\n`, no other control characters but tab.
fn push_paste(bytes: &[u8], out: &mut Vec<Input>) {
    if bytes.is_empty() {
        return;
    }
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\r', "\n");
    out.push(Input::Paste(text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()));
}

/// Returns how much of a paste can be delivered: neither a cut character nor the start of the end marker.
fn complete_text(bytes: &[u8]) -> usize {
    let marker = (1..PASTE_END.len()).rev().find(|&n| bytes.ends_with(&PASTE_END[..n])).unwrap_or(0);
    let end = bytes.len() - marker;
    let tail = bytes[..end].iter().rev().take(3).position(|byte| *byte >= 0xc0);
    match tail {
        Some(back) if matches!(character(&bytes[end - 1 - back..end]), Step::More) => end - 1 - back,
        _ => end,
    }
}

/// Reads one piece from the start of `bytes`, which are not empty.
fn step(bytes: &[u8]) -> Step {
    match bytes {
        [ESC, ESC, b'[' | b'O', ..] => with_alt(escape(&bytes[1..]), 1),
        [] | [ESC, ESC] => Step::More,
        [ESC, ESC, ..] => Step::Done(1, Some(esc())),
        [ESC, ..] => escape(bytes),
        [first, ..] if *first >= 0x80 => character(bytes),
        [first, ..] => Step::Done(1, Some(Input::Key(ascii(*first)))),
    }
}

/// Reads what starts with one Esc.
fn escape(bytes: &[u8]) -> Step {
    match bytes.get(1..).unwrap_or_default() {
        [] | [b']' | b'P' | b'_'] => Step::More,
        [b'[', rest @ ..] => control_sequence(bytes, rest),
        [b'O', rest @ ..] => single_shift(rest),
        [b']', digit, ..] if digit.is_ascii_digit() => string(bytes),
        [b'P', b'0'..=b'9' | b'>' | b'|' | b'!' | b'+' | b'$' | b'=', ..] => string(bytes),
        [b'_', b'G', ..] => string(bytes),
        rest => with_alt(step(rest), 1),
    }
}

/// Adds Alt to the key that a step found, and the bytes before it to what it took.
fn with_alt(found: Step, before: usize) -> Step {
    match found {
        Step::Done(taken, Some(Input::Key(key))) => {
            let key = Key::new(key.code, Mods { alt: true, ..key.mods });
            Step::Done(taken + before, Some(Input::Key(key)))
        }
        Step::Done(taken, input) => Step::Done(taken + before, input),
        Step::OpenPaste(taken) => Step::OpenPaste(taken + before),
        Step::More => Step::More,
    }
}

/// Reads a control sequence; `rest` follows `CSI`.
fn control_sequence(bytes: &[u8], rest: &[u8]) -> Step {
    match rest {
        [b'[', last, ..] => return Step::Done(4, csi::console_function(*last).map(Input::Key)),
        [b'['] => return Step::More,
        // The old mouse report, for terminals that know no other: three bytes follow.
        [b'M', ..] => {
            return if rest.len() < 4 { Step::More } else { Step::Done(6, None) };
        }
        _ => {}
    }
    if bytes.starts_with(PASTE_START) {
        return Step::OpenPaste(PASTE_START.len());
    }
    for (index, &byte) in rest.iter().enumerate() {
        let (body, taken) = (&rest[..index], index + 3);
        match byte {
            b'$' if index > 0 && body.iter().all(u8::is_ascii_digit) => {
                return Step::Done(taken, Csi::new(body, byte).meaning());
            }
            b' '..=b'?' if index < LONGEST_SEQUENCE => {}
            b'@'..=b'~' => return Step::Done(taken, Csi::new(body, byte).meaning()),
            // Not a control sequence after all: what is here starts something new.
            _ => return Step::Done(index + 2, None),
        }
    }
    Step::More
}

/// Reads what follows `SS3`: perhaps modifiers, then a final byte.
fn single_shift(rest: &[u8]) -> Step {
    let digits = rest.iter().take(4).take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    match rest.get(digits) {
        None => Step::More,
        Some(&last) if !(b' '..0x7f).contains(&last) => Step::Done(digits + 2, None),
        Some(&last) => {
            let parameter = rest[..digits].rsplit(|byte| *byte == b';').next().unwrap_or_default();
            let number = parameter.iter().fold(0_u16, |sum, digit| sum * 10 + u16::from(digit - b'0'));
            Step::Done(digits + 3, csi::ss3(number, last).map(Input::Key))
        }
    }
}

/// Swallows a string answer up to its end, BEL or ST.
fn string(bytes: &[u8]) -> Step {
    for (index, &byte) in bytes.iter().enumerate().skip(2) {
        match (byte, bytes.get(index + 1)) {
            (0x07, _) => return Step::Done(index + 1, None),
            (ESC, Some(b'\\')) => return Step::Done(index + 2, None),
            (ESC, Some(_)) => return Step::Done(index, None),
            _ if index >= LONGEST_STRING => return Step::Done(index, None),
            _ => {}
        }
    }
    Step::More
}

/// Reads a byte below 0x80 that is not Esc.
fn ascii(byte: u8) -> Key {
    match byte {
        b'\r' => Key::from(KeyCode::Enter),
        b'\t' => Key::from(KeyCode::Tab),
        0x08 | 0x7f => Key::from(KeyCode::Backspace),
        0x00 => Key::ctrl(' '),
        0x01..=0x1f => Key::ctrl(char::from(byte | 0x40)),
        _ => Key::char(char::from(byte)),
    }
}

/// Reads one UTF-8 character that is not ASCII.
fn character(bytes: &[u8]) -> Step {
    let start = &bytes[..bytes.len().min(4)];
    let valid = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() > 0 => std::str::from_utf8(&start[..error.valid_up_to()]).unwrap_or_default(),
        Err(error) => {
            return error.error_len().map_or(Step::More, |bad| Step::Done(bad, Some(Input::Garbled)));
        }
    };
    match valid.chars().next() {
        // The 8-bit control characters are no text and no keys.
        Some(c) if c.is_control() => Step::Done(c.len_utf8(), None),
        Some(c) => Step::Done(c.len_utf8(), Some(Input::Key(Key::char(c)))),
        None => Step::Done(1, Some(Input::Garbled)),
    }
}

#[cfg(test)]
mod tests;
