//! Number formats of an xlsx, as far as they change what a person reads: percent and dates (ECMA-376, part 1, 18.8.30).

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::{STYLES, too_many};
use crate::exchange::package::Package;
use crate::exchange::unreadable::Reason;
use crate::exchange::xml::{attribute, flow};

/// The most tags of the styles.
const MOST_TAGS: usize = 1_000_000;

/// What a format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Meaning {
    /// The number itself.
    #[default]
    Number,
    /// A day, perhaps with its time.
    Day,
    /// A span of time.
    Span,
}

/// The number format of a style.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Format {
    /// Its code, such as `0.00%`; empty when unknown.
    pub code: String,
    /// What it makes of a number.
    pub meaning: Meaning,
}

impl Format {
    /// The format of a code.
    pub fn of(code: &str) -> Self {
        Self { code: code.to_owned(), meaning: meaning(code) }
    }

    /// Whether a number is read as it is.
    pub fn is_plain(&self) -> bool {
        self.meaning == Meaning::Number && !self.code.contains('%')
    }
}

/// Reads the format of each style that cells name by its place.
///
/// # Errors
/// A damaged part, or far too many styles.
pub fn read(package: &mut Package<'_>, part: &str) -> Result<Vec<Format>, Reason> {
    let (mut own, mut out, mut tags, mut in_cells) = (HashMap::new(), Vec::new(), 0_usize, false);
    flow(package, part, STYLES, |event| {
        tags += 1;
        match event {
            Event::Start(tag) if tag.local_name().as_ref() == "cellXfs" => in_cells = true,
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => in_cells = false,
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "numFmt" => {
                    own.extend(number(tag).zip(attribute(tag, "formatCode")));
                }
                "xf" if in_cells => {
                    let id = number(tag).unwrap_or(0);
                    out.push(Format::of(own.get(&id).map_or(builtin(id), String::as_str)));
                }
                _ => {}
            },
            _ => {}
        }
        if tags > MOST_TAGS { Err(too_many()) } else { Ok(()) }
    })?;
    Ok(out)
}

fn number(tag: &BytesStart<'_>) -> Option<u32> {
    attribute(tag, "numFmtId")?.parse().ok()
}

/// The code of a format that needs no code in the file, as far as it changes what is read; those from 27 on as in Chinese programs.
pub fn builtin(id: u32) -> &'static str {
    match id {
        9 => "0%",
        10 => "0.00%",
        14 => "yyyy-mm-dd",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 => "h:mm:ss",
        22 => "yyyy-mm-dd h:mm",
        27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
        28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
        30 => "m-d-yy",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        46 => "[h]:mm:ss",
        _ => "",
    }
}

/// What the first section of a code makes of a number: letters of dates count where they are neither quoted nor escaped nor part
/// of a colour or a language in brackets.
fn meaning(code: &str) -> Meaning {
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => while chars.next().is_some_and(|c| c != '"') {},
            '\\' | '_' | '*' => {
                chars.next();
            }
            '[' => {
                let inner: String = chars.by_ref().take_while(|&c| c != ']').collect();
                if !inner.is_empty() && inner.chars().all(|c| "hmsHMS".contains(c)) {
                    return Meaning::Span;
                }
            }
            ';' => return Meaning::Number,
            'd' | 'm' | 'h' | 'y' | 's' | 'D' | 'M' | 'H' | 'Y' | 'S' => return Meaning::Day,
            _ => {}
        }
    }
    Meaning::Number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_from_numbers() {
        for code in
            ["DD/MM/YY", "m\"M\"d\"D\";@", "[$-404]e\"年\"m\"月\"", "h AM/PM", "*-yyyy-mm-dd", "yyyy\"年\"m\"月\""]
        {
            assert_eq!(meaning(code), Meaning::Day, "{code}");
        }
        for code in [
            "",
            "General",
            "0.00%",
            "[Red]0",
            "#,##0\\ [$元-804]",
            "\"Y: \"0.00\"m\";y",
            "\\Y000000",
            "#,##0*y",
            "0.00\\ _M",
            "@",
            "0.00E+00",
        ] {
            assert_eq!(meaning(code), Meaning::Number, "{code}");
        }
        for code in ["[h]:mm:ss", "[Blue]\\+[h]:mm", "[ss]"] {
            assert_eq!(meaning(code), Meaning::Span, "{code}");
        }
        assert!(Format::of("0.00").is_plain() && !Format::of("0%").is_plain() && !Format::of("d").is_plain());
    }
}
