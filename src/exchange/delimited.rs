//! Delimited text → one sheet. Chinese Excel saves CSV in GB18030; other programs in UTF-8, with or without a mark, or UTF-16.
//!
//! Owns encodings and delimiters. Knows no header.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::sheet::Sheet;
use super::unreadable::Reason;
use super::workbook::MOST_CELLS;

/// Reads the sheet; rows know the lines that they start on.
///
/// # Errors
/// An encoding that is none of the known ones, too many cells, or records that cannot be parted.
pub fn read(bytes: &[u8]) -> Result<Sheet, Reason> {
    let text = decode(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let (mut sheet, mut cells) = (Sheet::default(), 0_usize);
    for record in reader.records() {
        let record = record.map_err(|_| Reason::Broken)?;
        cells = cells.saturating_add(record.len());
        if cells > MOST_CELLS || sheet.height() > MOST_CELLS {
            return Err(Reason::TooLarge {
                limit: rust_i18n::t!("exchange.limit.cells", count = MOST_CELLS).into_owned(),
            });
        }
        let line = record.position().map_or(0, csv::Position::line);
        sheet.push_line(line, &record.iter().collect::<Vec<_>>());
    }
    Ok(sheet)
}

/// The text of the bytes: by its mark, else UTF-8 if it is valid, else GB18030 if that is.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Reason> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        return strictly(encoding, body).ok_or(Reason::Encoding);
    }
    strictly(UTF_8, bytes).or_else(|| strictly(GB18030, bytes)).or_else(|| wide(bytes)).ok_or(Reason::Encoding)
}

/// The text of bytes in UTF-16 that their mark announces; an odd byte at the end is left.
pub fn widely(bytes: &[u8]) -> Option<String> {
    let (encoding, mark) = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8)?;
    let body = bytes.get(mark..mark + (bytes.len() - mark) / 2 * 2)?;
    Some(encoding.decode_without_bom_handling(body).0.into_owned())
}

fn strictly<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Option<Cow<'a, str>> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes)
}

/// UTF-16 without a mark, known by its zero bytes.
fn wide(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, 0) => None,
        (even, odd) if even > odd => strictly(UTF_16BE, bytes),
        _ => strictly(UTF_16LE, bytes),
    }
}

/// The delimiter that occurs most among the first lines, outside quotes; a comma when none does.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0_u32), (b'\t', 0), (b';', 0)];
    let mut quoted = false;
    for byte in text.bytes().take(8192) {
        quoted ^= byte == b'"';
        if let Some(found) = counts.iter_mut().find(|(mark, _)| !quoted && *mark == byte) {
            found.1 += 1;
        }
    }
    counts
        .into_iter()
        .rev()
        .max_by_key(|&(_, count)| count)
        .filter(|&(_, count)| count > 0)
        .map_or(b',', |(mark, _)| mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(bytes: &[u8]) -> Vec<String> {
        let sheet = read(bytes).unwrap();
        (0..sheet.height())
            .map(|row| (0..sheet.width()).map(|col| sheet.text(row, col)).collect::<Vec<_>>().join("|"))
            .collect()
    }

    #[test]
    fn encodings() {
        let text = "单位名称,项目名称\r\n\"甲,乙\",\"丙\n丁\"\r\n";
        let expected = ["单位名称|项目名称", "甲,乙|丙\n丁"];
        assert_eq!(grid(text.as_bytes()), expected);
        assert_eq!(grid(&[b"\xef\xbb\xbf", text.as_bytes()].concat()), expected);
        assert_eq!(grid(&GB18030.encode(text).0), expected);
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(grid(&wide), expected);
        assert_eq!(read(b"\xff\xff\xff").unwrap_err(), Reason::Encoding);
    }

    #[test]
    fn delimiters_and_lines() {
        assert_eq!(grid("甲\t乙,丙\t丁\n".as_bytes()), ["甲|乙,丙|丁"]);
        assert_eq!(grid("甲;乙;丙\n".as_bytes()), ["甲|乙|丙"]);
        let sheet = read("a,b\n\"c\nd\",e\nf,g\n".as_bytes()).unwrap();
        rust_i18n::set_locale("zh");
        assert!(sheet.address(2, 0).contains('4'), "{}", sheet.address(2, 0));
    }
}
