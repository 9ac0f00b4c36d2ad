//! Small helps for reading the XML of packages. Entities beyond the five of XML and character numbers are never expanded, so that
//! a few lines cannot grow into gigabytes.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::package::Package;
use super::unreadable::Reason;

/// The most bytes of one text or tag.
const LONGEST: usize = 4 << 20;

/// The mark of the order of bytes, which some programs write before a part.
const MARK: char = '\u{feff}';

/// An attribute by its local name. `None` when it is missing or broken.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(&found.value).unwrap_or(std::borrow::Cow::Borrowed(&found.value));
    Some(value.into_owned())
}

/// What a reference stands for; nothing for entities that a document declares itself.
pub fn reference(name: &BytesRef<'_>) -> Option<char> {
    match &**name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => name.resolve_char_ref().ok().flatten(),
    }
}

/// The local name of a name that may have a prefix; these names are so short that looking at each byte is the quickest.
pub fn local(name: &str) -> &str {
    name.bytes().position(|byte| byte == b':').and_then(|at| name.get(at + 1..)).unwrap_or(name)
}

/// Who takes the events of a part.
pub trait Taker {
    /// Takes what comes next.
    ///
    /// # Errors
    /// It wants no more.
    fn take(&mut self, event: &Event<'_>) -> Result<(), Reason>;

    /// Whether it may know what comes next by itself.
    fn looks_ahead(&self) -> bool {
        false
    }

    /// Takes what it knows by itself of the text ahead, and gives how many bytes: whole elements, or nothing.
    ///
    /// # Errors
    /// It wants no more.
    fn ahead(&mut self, _text: &str) -> Result<usize, Reason> {
        Ok(0)
    }
}

/// A taker that is a function.
struct Each<F>(F);

impl<F: FnMut(&Event<'_>) -> Result<(), Reason>> Taker for Each<F> {
    fn take(&mut self, event: &Event<'_>) -> Result<(), Reason> {
        (self.0)(event)
    }
}

/// Gives the events of a part while it is unpacked, so that it is never in memory as a whole. Gives whether there is such a part.
///
/// # Errors
/// The part is damaged, encrypted, larger than `most` bytes, holds one text of megabytes, or `take` wants no more.
pub fn flow(
    package: &mut Package<'_>,
    name: &str,
    most: u64,
    take: impl FnMut(&Event<'_>) -> Result<(), Reason>,
) -> Result<bool, Reason> {
    flow_to(package, name, most, &mut Each(take))
}

/// The same for a taker that knows some of the text by itself.
///
/// # Errors
/// As [`flow`].
pub fn flow_to(package: &mut Package<'_>, name: &str, most: u64, taker: &mut impl Taker) -> Result<bool, Reason> {
    let mut flow = Flow::default();
    let mut outcome = Ok(());
    let there = package.pass(name, most, |step| {
        outcome = flow.feed(step, taker);
        outcome.is_ok()
    })?;
    outcome?;
    flow.finish(taker)?;
    Ok(there)
}

/// XML that comes in steps cut anywhere.
#[derive(Debug, Default)]
struct Flow {
    /// What came and is no whole event yet.
    rest: Vec<u8>,
}

impl Flow {
    fn feed(&mut self, step: &[u8], taker: &mut impl Taker) -> Result<(), Reason> {
        self.rest.extend_from_slice(step);
        let used = events(&self.rest, false, taker)?;
        self.rest.drain(..used);
        if self.rest.len() > LONGEST { Err(too_long()) } else { Ok(()) }
    }

    fn finish(self, taker: &mut impl Taker) -> Result<(), Reason> {
        events(&self.rest, true, taker).map(|_| ())
    }
}

fn too_long() -> Reason {
    Reason::TooLarge { limit: format!("{} MB", LONGEST >> 20) }
}

/// Gives the whole events at the start of some bytes, and how many bytes they take. At the end of a part nothing may be left.
fn events(bytes: &[u8], last: bool, taker: &mut impl Taker) -> Result<usize, Reason> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(cut) if !last && cut.error_len().is_none() => {
            std::str::from_utf8(bytes.get(..cut.valid_up_to()).unwrap_or_default()).unwrap_or_default()
        }
        Err(_) => return Err(Reason::Broken),
    };
    let mut start = 0;
    loop {
        start += taker.ahead(text.get(start..).unwrap_or_default())?;
        let rest = text.get(start..).unwrap_or_default();
        let (used, ended) = read(rest, last, taker)?;
        start += used;
        if ended {
            return Ok(start);
        }
    }
}

/// Gives the whole events of a text until the taker may know by itself what is ahead; how many bytes they take, and whether no further
/// whole event is there.
fn read(text: &str, last: bool, taker: &mut impl Taker) -> Result<(usize, bool), Reason> {
    // The reader would drop it without counting it.
    if text.starts_with(MARK) {
        return Ok((MARK.len_utf8(), false));
    }
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    (config.check_end_names, config.allow_unmatched_ends, config.allow_dangling_amp) = (false, true, last);
    loop {
        let before = place(&reader);
        match reader.read_event() {
            Ok(Event::Eof) => return Ok((before, true)),
            Ok(Event::Text(_)) if !last && place(&reader) == text.len() => return Ok((before, true)),
            Ok(event) => {
                taker.take(&event)?;
                if taker.looks_ahead() {
                    return Ok((place(&reader), false));
                }
            }
            Err(_) if !last => return Ok((before, true)),
            Err(_) => return Err(Reason::Broken),
        }
    }
}

fn place(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The events of a text that comes in steps of a length, one a line.
    fn told(text: &str, step: usize) -> Result<String, Reason> {
        let (mut flow, mut out) = (Flow::default(), String::new());
        let mut take = Each(|event: &Event<'_>| {
            out.extend([format!("{event:?}"), "\n".to_owned()]);
            Ok(())
        });
        text.as_bytes().chunks(step).try_for_each(|step| flow.feed(step, &mut take))?;
        flow.finish(&mut take)?;
        Ok(out)
    }

    #[test]
    fn events_are_the_same_however_the_bytes_come() {
        let text = "<?xml version=\"1.0\"?><表 名=\"a>b\"><!-- <c> > --><行/>目标&amp;值<![CDATA[<]]>>]]></表>\n";
        let whole = told(text, text.len()).unwrap();
        assert!(whole.contains("目标") && whole.contains("CData"), "{whole}");
        for step in [1, 2, 3, 7, 16] {
            assert_eq!(told(text, step).unwrap(), whole, "{step}");
        }
    }

    #[test]
    fn a_mark_of_the_order_of_bytes_is_no_text() {
        let plain = told("<a>目标</a>", 64).unwrap();
        for step in [1, 3, 64] {
            assert_eq!(told("\u{feff}<a>目标</a>", step).unwrap(), plain, "{step}");
        }
    }

    #[test]
    fn what_is_cut_off_or_without_end_is_refused() {
        assert_eq!(told("<a><b", 2), Err(Reason::Broken));
        assert_eq!(told("<a>&am", 2).map(|_| ()), Ok(()), "a lone ampersand is a text");
        assert!(matches!(told(&"x".repeat(LONGEST + 9), 1 << 16), Err(Reason::TooLarge { .. })));
        assert!(matches!(told(&format!("<{}", "x".repeat(LONGEST + 9)), 1 << 16), Err(Reason::TooLarge { .. })));
        assert_eq!(Flow::default().feed(b"<a>\xff\xfe</a>", &mut Each(|_: &Event<'_>| Ok(()))), Err(Reason::Broken));
    }
}
