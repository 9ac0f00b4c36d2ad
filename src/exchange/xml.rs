//! Small helps for reading the XML of packages. Entities beyond the five of XML and character numbers are never expanded, so that
//! a few lines cannot grow into gigabytes.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::package::Package;
use super::unreadable::Reason;

/// The most bytes of one text or tag.
const LONGEST: usize = 4 << 20;

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

/// Gives the events of a part while it is unpacked, so that it is never in memory as a whole. Gives whether there is such a part.
///
/// # Errors
/// The part is damaged, encrypted, larger than `most` bytes, holds one text of megabytes, or `take` wants no more.
pub fn flow(
    package: &mut Package<'_>,
    name: &str,
    most: u64,
    mut take: impl FnMut(Event<'_>) -> Result<(), Reason>,
) -> Result<bool, Reason> {
    let mut flow = Flow::default();
    let mut outcome = Ok(());
    let there = package.pass(name, most, |step| {
        outcome = flow.feed(step, &mut take);
        outcome.is_ok()
    })?;
    outcome?;
    flow.finish(&mut take)?;
    Ok(there)
}

/// XML that comes in steps cut anywhere.
#[derive(Debug, Default)]
struct Flow {
    /// What came and is no whole event yet.
    rest: Vec<u8>,
}

impl Flow {
    fn feed(&mut self, step: &[u8], take: &mut impl FnMut(Event<'_>) -> Result<(), Reason>) -> Result<(), Reason> {
        self.rest.extend_from_slice(step);
        let used = events(&self.rest, false, take)?;
        self.rest.drain(..used);
        if self.rest.len() > LONGEST { Err(too_long()) } else { Ok(()) }
    }

    fn finish(self, take: &mut impl FnMut(Event<'_>) -> Result<(), Reason>) -> Result<(), Reason> {
        events(&self.rest, true, take).map(|_| ())
    }
}

fn too_long() -> Reason {
    Reason::TooLarge { limit: format!("{} MB", LONGEST >> 20) }
}

/// Gives the whole events at the start of some bytes, and how many bytes they take. At the end of a part nothing may be left.
fn events(bytes: &[u8], last: bool, take: &mut impl FnMut(Event<'_>) -> Result<(), Reason>) -> Result<usize, Reason> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(cut) if !last && cut.error_len().is_none() => {
            std::str::from_utf8(bytes.get(..cut.valid_up_to()).unwrap_or_default()).unwrap_or_default()
        }
        Err(_) => return Err(Reason::Broken),
    };
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    (config.check_end_names, config.allow_unmatched_ends, config.allow_dangling_amp) = (false, true, last);
    loop {
        let before = place(&reader);
        match reader.read_event() {
            Ok(Event::Eof) => return Ok(before),
            Ok(Event::Text(_)) if !last && place(&reader) == text.len() => return Ok(before),
            Ok(event) => take(event)?,
            Err(_) if !last => return Ok(before),
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
        let mut take = |event: Event<'_>| {
            out.extend([format!("{event:?}"), "\n".to_owned()]);
            Ok(())
        };
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
    fn what_is_cut_off_or_without_end_is_refused() {
        assert_eq!(told("<a><b", 2), Err(Reason::Broken));
        assert_eq!(told("<a>&am", 2).map(|_| ()), Ok(()), "a lone ampersand is a text");
        assert!(matches!(told(&"x".repeat(LONGEST + 9), 1 << 16), Err(Reason::TooLarge { .. })));
        assert!(matches!(told(&format!("<{}", "x".repeat(LONGEST + 9)), 1 << 16), Err(Reason::TooLarge { .. })));
        assert_eq!(Flow::default().feed(b"<a>\xff\xfe</a>", &mut |_| Ok(())), Err(Reason::Broken));
    }
}
