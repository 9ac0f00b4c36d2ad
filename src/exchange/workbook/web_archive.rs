//! A web archive (单个文件网页, MHTML) under the name of a workbook: the pages that one file holds, a sheet each.
//!
//! Owns the parts of the archive and how they are encoded; the tables in them are [`html`](super::html)'s.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::DecodePaddingMode;
use base64::engine::GeneralPurpose;
use base64::engine::general_purpose::NO_PAD;

use super::{MOST_SHEETS, Workbook, html, too_many_sheets};
use crate::exchange::unreadable::Reason;

/// Reads every page that holds a table.
///
/// # Errors
/// An archive without pages, one that is cut off, or what a page cannot be read for.
pub fn read(bytes: &[u8]) -> Result<Workbook, Reason> {
    let pages = pages(bytes).ok_or(Reason::Broken)?;
    if pages.len() > MOST_SHEETS {
        return Err(too_many_sheets());
    }
    let mut out = Workbook::default();
    for (count, page) in pages.into_iter().enumerate() {
        let book = html::read(&page)?;
        out.doubts.extend(book.doubts);
        out.sheets.extend(book.sheets.into_iter().map(|mut sheet| {
            sheet.name = format!("Sheet{}", count + 1);
            sheet
        }));
    }
    Ok(out)
}

/// A part of an archive.
struct Part<'a> {
    head: String,
    body: &'a [u8],
}

impl<'a> Part<'a> {
    /// The lines above the first blank one, and what stands below it.
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let ends = [&b"\r\n\r\n"[..], b"\n\n"].into_iter().filter_map(|end| Some((find(bytes, end)?, end.len())));
        let (at, length) = ends.min()?;
        // A long line goes on below, after a blank.
        let head =
            String::from_utf8_lossy(bytes.get(..at)?).replace("\r\n", "\n").replace("\n\t", " ").replace("\n ", " ");
        Some(Self { head, body: bytes.get(at + length..)? })
    }

    fn field(&self, name: &str) -> Option<&str> {
        let named = |line: &&str| line.get(..name.len()).is_some_and(|front| front.eq_ignore_ascii_case(name));
        let line = self.head.lines().find(named)?;
        line.get(name.len()..)?.strip_prefix(':').map(str::trim)
    }

    fn decoded(&self) -> Option<Vec<u8>> {
        match self.field("Content-Transfer-Encoding").unwrap_or_default().to_ascii_lowercase().as_str() {
            "quoted-printable" => quoted_printable::decode(self.body, quoted_printable::ParseMode::Robust).ok(),
            "base64" => {
                let text: Vec<u8> = self.body.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
                let padding = NO_PAD.with_decode_padding_mode(DecodePaddingMode::Indifferent);
                GeneralPurpose::new(&STANDARD, padding).decode(text).ok()
            }
            _ => Some(self.body.to_vec()),
        }
    }
}

/// The pages of an archive that hold tables. Where some are named as sheets, the others (names of sheets, frames) hold none of theirs.
fn pages(bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let whole = Part::of(bytes)?;
    let kind = whole.field("Content-Type")?;
    let (_, boundary) = kind.split_once("boundary=")?;
    let boundary = boundary.trim_start_matches('"').split(['"', ';', ' ']).next().filter(|text| !text.is_empty())?;
    let mark = format!("--{boundary}");
    let mut pages: Vec<(bool, Vec<u8>)> = Vec::new();
    let mut rest = whole.body.get(find(whole.body, mark.as_bytes())? + mark.len()..)?;
    while !rest.starts_with(b"--") {
        let end = find(rest, mark.as_bytes()).unwrap_or(rest.len());
        let part = rest.get(..end)?;
        rest = rest.get((end + mark.len()).min(rest.len())..)?;
        if let Some(part) = Part::of(trimmed(part))
            .filter(|part| part.field("Content-Type").is_some_and(|kind| kind.starts_with("text/html")))
        {
            let location = part.field("Content-Location").unwrap_or_default();
            let of_sheet =
                location.rsplit(['/', '\\']).next().is_some_and(|name| name.to_ascii_lowercase().starts_with("sheet"));
            pages.push((of_sheet, part.decoded()?));
        }
        if rest.is_empty() {
            break;
        }
    }
    let named = pages.iter().any(|(of_sheet, _)| *of_sheet);
    Some(pages.into_iter().filter(|(of_sheet, _)| *of_sheet || !named).map(|(_, page)| page).collect())
}

/// A part without the line's end behind its boundary.
fn trimmed(part: &[u8]) -> &[u8] {
    part.strip_prefix(b"\r\n").or_else(|| part.strip_prefix(b"\n")).unwrap_or(part)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--x\"\r\n\r\n";

    fn part(location: &str, encoding: &str, body: &str) -> String {
        format!(
            "----x\r\nContent-Location: {location}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n{body}\r\n"
        )
    }

    #[test]
    fn sheets_are_read_in_either_encoding_and_frames_are_not() {
        let quoted = "<table><tr><td>=E9=A1=B9=E7=9B=AE</td><td>long =\r\nline</td></tr></table>";
        let base64 = base64::engine::general_purpose::STANDARD.encode("<table><tr><td>乙</td></tr></table>");
        let archive = format!(
            "{HEAD}This document is an archive.\r\n{}{}{}{}----x--\r\n",
            part("file:///C:/a.htm", "7bit", "<frameset></frameset>"),
            part("file:///C:/a.files/tabstrip.htm", "7bit", "<table><tr><td>Sheet1</td></tr></table>"),
            part("file:///C:/a.files/sheet001.htm", "quoted-printable", quoted),
            part("file:///C:/a.files/sheet002.htm", "base64", &base64),
        );
        let book = read(archive.as_bytes()).unwrap();
        let texts: Vec<String> = book
            .sheets
            .iter()
            .map(|sheet| format!("{} {}|{}", sheet.name, sheet.text(0, 0), sheet.text(0, 1)))
            .collect();
        assert_eq!(texts, ["Sheet1 项目|long line", "Sheet2 乙|"]);
    }

    #[test]
    fn an_archive_that_is_cut_off_ends() {
        let archive = format!("{HEAD}{}", part("a.htm", "8bit", "<table><tr><td>甲</td></tr>"));
        assert_eq!(read(archive.as_bytes()).unwrap().sheets[0].text(0, 0), "甲");
        assert!(read(HEAD.as_bytes()).is_err());
        assert!(read(b"MIME-Version: 1.0\r\n\r\nx").is_err());
    }
}
