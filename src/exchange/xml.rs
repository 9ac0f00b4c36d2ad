//! Small helps for reading the XML of packages. Entities beyond the five of XML and character numbers are never expanded, so that
//! a few lines cannot grow into gigabytes.

use quick_xml::events::{BytesRef, BytesStart};

/// An attribute by its local name. `None` when it is missing or broken.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
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
