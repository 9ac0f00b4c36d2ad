//! Texts of an xlsx: the shared strings, and the runs (`<r>`) and escapes (`_x000A_`) that any text may consist of.

use quick_xml::events::{BytesStart, Event};

use super::{MOST_CELLS, STRINGS, too_many};
use crate::exchange::package::Package;
use crate::exchange::suspect::ENOUGH;
use crate::exchange::unreadable::Reason;
use crate::exchange::xml::{attribute, flow, reference};

/// Reads the shared strings.
///
/// # Errors
/// A damaged part, or too many strings.
pub fn read(package: &mut Package<'_>, part: &str) -> Result<Vec<String>, Reason> {
    let (mut out, mut text) = (Vec::new(), Text::default());
    flow(package, part, STRINGS, |event| {
        match event {
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => out.push(String::new()),
            Event::End(tag) if tag.local_name().as_ref() == "si" => out.push(text.finish()),
            event => text.take(event),
        }
        if out.len() > MOST_CELLS * 2 { Err(too_many()) } else { Ok(()) }
    })?;
    Ok(out)
}

/// A text being read out of its `<t>` elements, those of phonetic guides left out.
#[derive(Debug, Default)]
pub struct Text {
    whole: String,
    /// Where the `<t>` that is open began.
    open: Option<usize>,
    /// Whether blanks around it count.
    kept: bool,
    phonetic: bool,
}

impl Text {
    /// Takes what stands inside of the text's element.
    pub fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => self.close(),
                "rPh" => self.phonetic = false,
                _ => {}
            },
            _ if self.whole.len() > ENOUGH => {}
            Event::Text(text) if self.open.is_some() => self.whole.push_str(text),
            Event::CData(text) if self.open.is_some() => self.whole.push_str(text),
            Event::GeneralRef(name) if self.open.is_some() => self.whole.extend(reference(name)),
            _ => {}
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "t" if !self.phonetic => {
                self.open = Some(self.whole.len());
                self.kept = attribute(tag, "space").as_deref() == Some("preserve");
            }
            "rPh" => self.phonetic = true,
            _ => {}
        }
    }

    fn close(&mut self) {
        let Some(start) = self.open.take().filter(|_| !self.kept) else { return };
        let blank = [' ', '\t', '\r', '\n'];
        let end = self.whole.trim_end_matches(blank).len().max(start);
        self.whole.truncate(end);
        let run = self.whole.get(start..).unwrap_or_default();
        let lead = run.len() - run.trim_start_matches(blank).len();
        self.whole.drain(start..start + lead);
    }

    /// Gives the text and starts anew.
    pub fn finish(&mut self) -> String {
        let whole = std::mem::take(self).whole;
        if whole.contains("_x") { unescaped(&whole) } else { whole }
    }
}

/// A text with its escapes `_xHHHH_` (UTF-16) as the characters that they stand for.
pub fn unescaped(text: &str) -> String {
    let (mut out, mut wide, mut rest) = (String::with_capacity(text.len()), Vec::new(), text);
    while let Some(at) = rest.find("_x") {
        let (before, after) = rest.split_at(at);
        let digits = after.get(2..6).filter(|_| after.as_bytes().get(6) == Some(&b'_'));
        let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if !before.is_empty() {
            flush(&mut wide, &mut out);
            out.push_str(before);
        }
        match digits.and_then(|digits| u16::from_str_radix(digits, 16).ok()) {
            Some(unit) => {
                wide.push(unit);
                rest = after.get(7..).unwrap_or_default();
            }
            None => {
                flush(&mut wide, &mut out);
                out.push_str("_x");
                rest = after.get(2..).unwrap_or_default();
            }
        }
    }
    flush(&mut wide, &mut out);
    out.push_str(rest);
    out
}

fn flush(wide: &mut Vec<u16>, out: &mut String) {
    out.extend(char::decode_utf16(wide.drain(..)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_characters() {
        for (text, expected) in [
            ("甲_x000D_\n乙", "甲\r\n乙"),
            ("_x4E00__x4E8C_", "一二"),
            ("_xD83D__xDE42_!", "🙂!"),
            ("_xD83D_", "\u{fffd}"),
            ("_x_x41_ a_x12", "_x_x41_ a_x12"),
            ("_x005F_x000A_", "_x000A_"),
        ] {
            assert_eq!(unescaped(text), expected, "{text}");
        }
    }
}
