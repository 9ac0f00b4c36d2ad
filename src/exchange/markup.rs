//! Tags and text of markup that need not be well-formed: what systems write as HTML, or as XML, under the name of a workbook.
//!
//! Owns the tokens, what entities mean and which encoding is meant. Knows no table. Whatever the bytes are, reading them ends.

use std::borrow::Cow;

use encoding_rs::Encoding;

use super::delimited;
use super::unreadable::Reason;

/// A piece of markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token<'a> {
    /// A tag that opens, with its name in small letters and what stands behind it.
    Open(String, &'a str),
    /// A tag that closes.
    Close(String),
    /// Text between tags, as written.
    Text(&'a str),
}

/// The text of the bytes: by the mark of their order, else in the encoding that they name, else in one that fits.
///
/// # Errors
/// No encoding fits.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Reason> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(2048)).unwrap_or_default()).to_ascii_lowercase();
    let named = ["charset=", "encoding="].iter().find_map(|label| {
        let (_, rest) = head.split_once(label)?;
        let rest = rest.trim_start_matches(['"', '\'', ' ']);
        Encoding::for_label(
            rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).next()?.as_bytes(),
        )
    });
    let marked = Encoding::for_bom(bytes).is_some();
    let named =
        named.filter(|_| !marked).and_then(|one| one.decode_without_bom_handling_and_without_replacement(bytes));
    named.map_or_else(|| delimited::decode(bytes), Ok)
}

/// Elements whose contents are none of the page's.
const SILENT: [&str; 4] = ["style", "script", "xml", "title"];

/// The tokens of a text, comments and declarations left out.
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let (token, after) = next(rest)?;
            rest = after;
            match token {
                Some(Token::Open(name, _)) if SILENT.contains(&name.as_str()) => {
                    rest = behind(behind(rest, &format!("</{name}")), ">");
                }
                Some(token) => return Some(token),
                None => {}
            }
        }
    })
}

/// The next token, and what stands behind it; `None` at the end.
fn next(text: &str) -> Option<(Option<Token<'_>>, &str)> {
    if text.is_empty() {
        return None;
    }
    let begins = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
    let Some(inner) = text.strip_prefix('<').filter(|inner| begins(inner)) else {
        let mut ends = text.match_indices('<').map(|(at, _)| at).filter(|at| *at > 0);
        let end = ends.find(|at| text.get(at + 1..).is_some_and(begins)).unwrap_or(text.len());
        let (now, after) = text.split_at_checked(end)?;
        return Some((Some(Token::Text(now)), after));
    };
    if inner.starts_with("!--") {
        return Some((None, behind(text, "-->")));
    }
    if let Some(data) = inner.strip_prefix("![CDATA[") {
        let end = data.find("]]>").unwrap_or(data.len());
        return Some((data.get(..end).map(Token::Text), data.get(end + 3..).unwrap_or_default()));
    }
    let end = end_of_tag(inner);
    let (tag, after) = (inner.get(..end)?, inner.get(end + 1..).unwrap_or_default());
    if tag.starts_with(['!', '?']) {
        return Some((None, after));
    }
    let closes = tag.starts_with('/');
    let tag = tag.trim_start_matches('/');
    let (name, attributes) =
        tag.split_at_checked(tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len()))?;
    let name = super::xml::local(name).to_ascii_lowercase();
    Some((Some(if closes { Token::Close(name) } else { Token::Open(name, attributes) }), after))
}

/// Where a tag ends: at the first `>` outside quotes.
fn end_of_tag(tag: &str) -> usize {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    // A quote that is never closed hides no more than its own tag.
    tag.find('>').unwrap_or(tag.len())
}

/// What stands behind the first place of a mark, small and capital letters alike.
fn behind<'a>(text: &'a str, mark: &str) -> &'a str {
    let found = text.as_bytes().windows(mark.len()).position(|window| window.eq_ignore_ascii_case(mark.as_bytes()));
    found.and_then(|at| text.get(at + mark.len()..)).unwrap_or_default()
}

/// The value of an attribute by its local name.
pub fn attribute(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes;
    while let Some(at) = rest.find('=') {
        let (before, after) = (rest.get(..at)?, rest.get(at + 1..)?.trim_start());
        let key = before.trim_end().rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
        let (value, after) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after.get(1..)?.split_once(quote).unwrap_or((after.get(1..)?, "")),
            _ => after.split_once(|c: char| c.is_whitespace()).unwrap_or((after, "")),
        };
        if super::xml::local(key).eq_ignore_ascii_case(name) {
            return Some(plain(value));
        }
        rest = after;
    }
    None
}

/// A text with its entities resolved; names that are not known stay as written.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let known = after
            .split_once(';')
            .filter(|(name, _)| name.len() <= 8)
            .and_then(|(name, rest)| Some((entity(name)?, rest)));
        match known {
            Some((letter, after)) => {
                out.push(letter);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out + rest
}

fn entity(name: &str) -> Option<char> {
    const NAMED: [(&str, char); 18] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("ensp", ' '),
        ("emsp", ' '),
        ("ge", '≥'),
        ("le", '≤'),
        ("ne", '≠'),
        ("times", '×'),
        ("middot", '·'),
        ("mdash", '—'),
        ("ndash", '–'),
        ("hellip", '…'),
        ("ldquo", '“'),
        ("rdquo", '”'),
    ];
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16).ok());
        return hex.unwrap_or_else(|| number.parse().ok()).and_then(char::from_u32);
    }
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_that_is_not_well_formed_is_taken_apart_all_the_same() {
        let text = "<!DOCTYPE html><!-- <td>no --><style>td{a>b}</style><![if !x]><TD rowspan=2 style='a:\"b>c\"'>3 < 5 &ge;&#65;<BR/></td>";
        let all: Vec<_> = tokens(text).collect();
        let [Token::Open(cell, attributes), Token::Text(text), Token::Open(line, _), Token::Close(end)] =
            all.as_slice()
        else {
            panic!("{all:?}")
        };
        assert_eq!((cell.as_str(), line.as_str(), end.as_str()), ("td", "br", "td"));
        assert_eq!(attribute(attributes, "rowspan").as_deref(), Some("2"));
        assert_eq!(attribute(" ss:Index=\"3\" x=1", "index").as_deref(), Some("3"));
        assert_eq!(plain(text), "3 < 5 ≥A");
        assert_eq!(plain("A&B;C & &unknown; &amp"), "A&B;C & &unknown; &amp");
        assert_eq!(tokens("<td").count() + tokens("<!-- x").count() + tokens("a<").count(), 2);
    }

    #[test]
    fn the_encoding_is_the_one_that_is_named() {
        let page = "<meta charset=gb2312><td>绩效目标</td>";
        let bytes = encoding_rs::GB18030.encode(page).0;
        assert_eq!(decode(&bytes).unwrap(), page);
        assert_eq!(decode("<td>绩效</td>".as_bytes()).unwrap(), "<td>绩效</td>");
    }
}
