//! What a file is, by its content: extensions lie, and a renamed file should still be read or refused with the right reason.
//!
//! Owns magic numbers, the names in a zip's directory and the limits of size. Reads no cell.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::delimited;
use super::unreadable::Reason;

/// The largest file taken, in bytes.
pub const MOST_BYTES: usize = 32 << 20;
/// The most bytes that the parts of a workbook may declare to hold when unpacked.
const MOST_UNPACKED: u64 = 512 << 20;
/// How many times a part may declare to grow when unpacked, once it is larger than [`SMALL_PART`].
const MOST_GROWTH: u64 = 300;
/// Parts up to this size, in bytes, may grow as they like.
const SMALL_PART: u64 = 32 << 20;

/// What can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Office Open XML workbook.
    Xlsx,
    /// The same in binary parts.
    Xlsb,
    /// Excel 97–2003, and what WPS saves in its manner.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// A page of HTML, as systems write it under the name of a workbook.
    Html,
    /// Pages of HTML in one file (MHTML), as Excel saves 单个文件网页.
    WebArchive,
    /// The XML of Excel 2003.
    Xml2003,
    /// Word document.
    Docx,
    /// Delimited text.
    Text,
}

/// The bytes of a file; of one that is too large only as many as tell that it is.
///
/// # Errors
/// The file cannot be read.
pub fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Tells what the bytes are.
///
/// # Errors
/// Says why the file cannot be read: empty, too large, encrypted, of a foreign kind, or a broken zip.
pub fn detect(name: &str, bytes: &[u8]) -> Result<Content, Reason> {
    if bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
        return Err(Reason::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(Reason::TooLarge { limit: format!("{} MB", MOST_BYTES >> 20) });
    }
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => zip(bytes),
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => compound(name, bytes),
        [0x09, 0x08 | 0x04 | 0x02 | 0x00, ..] if bytes.len() > 4 && bytes.get(3) == Some(&0) => Ok(Content::Xls),
        _ => plain(bytes).and_then(|content| named(name, content)),
    }
}

/// Text under the name of a document or of another program's workbook is none of ours: what it should hold is not there.
fn named(name: &str, content: Content) -> Result<Content, Reason> {
    match extension(name).as_str() {
        "doc" | "wps" | "rtf" => Err(Reason::Document),
        kind @ ("et" | "ett") => Err(Reason::Foreign { kind: format!(".{kind}") }),
        _ => Ok(content),
    }
}

/// A zip: the names in its directory tell the kind.
fn zip(bytes: &[u8]) -> Result<Content, Reason> {
    let entries = directory(bytes).ok_or(Reason::Broken)?;
    let unpacked: u64 = entries.iter().map(|entry| entry.unpacked).sum();
    let bomb = entries.iter().any(|one| one.unpacked > SMALL_PART && one.unpacked / one.packed.max(1) > MOST_GROWTH);
    if unpacked > MOST_UNPACKED || bomb {
        return Err(Reason::TooLarge { limit: format!("{} MB", MOST_UNPACKED >> 20) });
    }
    if entries.iter().any(|entry| entry.encrypted) {
        return Err(Reason::Encrypted);
    }
    let has = |name: &str| entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name));
    if has("xl/workbook.bin") {
        Ok(Content::Xlsb)
    } else if entries.iter().any(|entry| entry.name.to_ascii_lowercase().starts_with("xl/")) {
        Ok(Content::Xlsx)
    } else if has("word/document.xml") {
        Ok(Content::Docx)
    } else if has("content.xml") {
        Ok(Content::Ods)
    } else {
        Err(Reason::Archive { kind: "zip".to_owned() })
    }
}

/// A compound file: its directory holds stream names in UTF-16.
fn compound(name: &str, bytes: &[u8]) -> Result<Content, Reason> {
    let holds = |stream: &str| {
        let wide: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    let own = ["et", "ett"].contains(&extension(name).as_str());
    if holds("EncryptedPackage") {
        Err(Reason::Encrypted)
    } else if own {
        Err(Reason::Foreign { kind: format!(".{}", extension(name)) })
    } else if holds("WordDocument") {
        Err(Reason::Document)
    } else if holds("Workbook") || holds("Book") {
        Ok(Content::Xls)
    } else {
        Err(Reason::Foreign { kind: extension(name) })
    }
}

/// Heads of pictures, and of archives other than zip.
const PICTURES: [(&[u8], &str); 5] =
    [(b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPG"), (b"GIF8", "GIF"), (b"II*\0", "TIF")];
const ARCHIVES: [(&[u8], &str); 3] = [(b"Rar!", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b", "gz")];

/// Neither zip nor compound file: text, or something foreign.
fn plain(bytes: &[u8]) -> Result<Content, Reason> {
    let known = |heads: &[(&[u8], &str)]| {
        heads.iter().find(|(head, _)| bytes.starts_with(head)).map(|(_, kind)| (*kind).to_owned())
    };
    if let Some(kind) = known(&PICTURES) {
        return Err(Reason::Picture { kind });
    }
    if let Some(kind) = known(&ARCHIVES) {
        return Err(Reason::Archive { kind });
    }
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let wide = delimited::widely(start);
    let head = wide.as_deref().map_or_else(|| String::from_utf8_lossy(start), Into::into).to_ascii_lowercase();
    let start = head.trim_start_matches('\u{feff}').trim_start();
    let foreign = |kind: &str| Err(Reason::Foreign { kind: kind.to_owned() });
    let tags = ["<html", "<!doctype html", "<table", "<head", "<meta", "<style", "<body", "<div", "<center"];
    if tags.iter().any(|tag| start.starts_with(tag)) || (start.starts_with('<') && start.contains("<html")) {
        return Ok(Content::Html);
    }
    if start.starts_with("<?xml") && (start.contains("excel.sheet") || start.contains("office:spreadsheet")) {
        return Ok(Content::Xml2003);
    }
    if head.contains("mime-version:") && head.contains("multipart/related") {
        return Ok(Content::WebArchive);
    }
    if start.starts_with("<?xml") || start.starts_with("mime-version") {
        return foreign("XML");
    }
    if start.starts_with("{\\rtf") {
        return Err(Reason::Document);
    }
    if wide.is_none() && bytes.contains(&0) {
        return Err(Reason::NotWorkbook);
    }
    Ok(Content::Text)
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map_or_else(|| "OLE".to_owned(), |(_, extension)| extension.to_lowercase())
}

/// One part of a zip as its central directory declares it.
struct Entry {
    name: String,
    packed: u64,
    unpacked: u64,
    encrypted: bool,
}

/// The central directory of a zip; `None` when it is cut off or damaged.
fn directory(bytes: &[u8]) -> Option<Vec<Entry>> {
    let tail = bytes.len().checked_sub(22)?;
    let start = (tail.saturating_sub(65_535)..=tail).rev().find(|&at| bytes.get(at..at + 4) == Some(b"PK\x05\x06"))?;
    let count = u16_at(bytes, start + 10)?;
    let mut at = usize::try_from(u32_at(bytes, start + 16)?).ok()?;
    let mut out = Vec::with_capacity(usize::from(count));
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let lengths = [u16_at(bytes, at + 28)?, u16_at(bytes, at + 30)?, u16_at(bytes, at + 32)?].map(usize::from);
        let name = bytes.get(at + 46..at + 46 + lengths[0])?;
        out.push(Entry {
            name: String::from_utf8_lossy(name).replace('\\', "/"),
            packed: u64::from(u32_at(bytes, at + 20)?),
            unpacked: u64::from(u32_at(bytes, at + 24)?),
            encrypted: u16_at(bytes, at + 8)? & 1 == 1,
        });
        at += 46 + lengths.iter().sum::<usize>();
    }
    Some(out)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compound_with(stream: &str) -> Vec<u8> {
        let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    }

    #[test]
    fn foreign_files_are_named() {
        assert!(matches!(detect("a.xlsx", b""), Err(Reason::Empty)));
        assert!(matches!(detect("a.xlsx", b" \n\0"), Err(Reason::Empty)));
        for (bytes, expected) in [(&b"%PDF-1.7"[..], "PDF"), (b"\x89PNG\r\n", "PNG"), (b"\xff\xd8\xff\xe0", "JPG")] {
            assert!(matches!(detect("a.xlsx", bytes), Err(Reason::Picture { kind }) if kind == expected));
        }
        for (bytes, expected) in
            [(&b"Rar!\x1a\x07"[..], "RAR"), (b"7z\xbc\xaf\x27\x1c\0", "7z"), (b"\x1f\x8b\x08", "gz")]
        {
            assert!(matches!(detect("a.xlsx", bytes), Err(Reason::Archive { kind }) if kind == expected));
        }
        assert!(
            matches!(detect("a.xls", b"<?xml version='1.0'?><note>"), Err(Reason::Foreign { kind }) if kind == "XML")
        );
        assert!(matches!(detect("a.xls", b"\n<HTML><table>"), Ok(Content::Html)));
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        assert!(matches!(detect("a.xls", &wide("\u{feff}<html><table>")), Ok(Content::Html)));
        let archive = b"From: <Excel>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n";
        assert!(matches!(detect("a.xls", archive), Ok(Content::WebArchive)));
        assert!(matches!(detect("a.doc", b"<html><table>"), Err(Reason::Document)));
        assert!(matches!(detect("a.xlsx", b"\x7fELF\0\0"), Err(Reason::NotWorkbook)));
        assert!(matches!(detect("a.xlsx", b"PK\x03\x04 cut off"), Err(Reason::Broken)));
        assert!(matches!(detect("a.xlsx", &compound_with("EncryptedPackage")), Err(Reason::Encrypted)));
        assert!(matches!(detect("a.wps", &compound_with("WordDocument")), Err(Reason::Document)));
        assert!(matches!(detect("a.wps", "项目,金额\n".as_bytes()), Err(Reason::Document)));
        assert!(matches!(detect("a.et", "项目,金额\n".as_bytes()), Err(Reason::Foreign { .. })));
        assert!(
            matches!(detect("a.xls", "项目,金额\n".as_bytes()), Ok(Content::Text)),
            "some programs write text under this name"
        );
        assert!(matches!(detect("a.et", &compound_with("Other")), Err(Reason::Foreign { kind }) if kind == ".et"));
        assert!(matches!(detect("a.et", &compound_with("Workbook")), Err(Reason::Foreign { .. })));
        assert!(matches!(detect("a.xls", &compound_with("Workbook")), Ok(Content::Xls)));
        assert!(matches!(detect("a.xlsx", "单位名称,项目名称".as_bytes()), Ok(Content::Text)));
    }

    #[test]
    fn sizes_are_limited() {
        assert!(matches!(detect("a.csv", &vec![b'a'; MOST_BYTES + 1]), Err(Reason::TooLarge { .. })));
        let mut bomb = b"PK\x03\x04".to_vec();
        let start = u32::try_from(bomb.len()).unwrap();
        let mut entry = b"PK\x01\x02".to_vec();
        entry.resize(46, 0);
        entry[20..24].copy_from_slice(&1000_u32.to_le_bytes());
        entry[24..28].copy_from_slice(&u32::MAX.to_le_bytes());
        entry[28] = 1;
        entry.push(b'a');
        bomb.extend(entry);
        bomb.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0\0\0\0\0");
        bomb.extend(start.to_le_bytes());
        bomb.extend([0, 0]);
        assert!(matches!(detect("a.xlsx", &bomb), Err(Reason::TooLarge { .. })));
    }
}
