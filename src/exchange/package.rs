//! A zip package (xlsx, ods, docx), opened within limits.
//!
//! Owns the limits of unpacking. What a zip's directory declares may be false, so parts are measured by unpacking them; a part is
//! stopped at its limit on the way, never after it filled the memory. Knows no part's meaning.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::unreadable::Reason;

/// The most bytes of a part with the contents of a form: a worksheet, a spreadsheet, a document. They are read while they are
/// unpacked, so this bounds time, not memory.
pub const MOST_CONTENTS: u64 = 256 << 20;
/// The most bytes that all parts of a package may hold together when unpacked.
const MOST_UNPACKED: u64 = 384 << 20;
/// Bytes unpacked at a time.
const STEP: usize = 64 << 10;

/// An open package.
#[derive(Debug)]
pub struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens a package.
    ///
    /// # Errors
    /// No zip, or a damaged one.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Reason> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Reason::Broken)?;
        Ok(Self { zip, left: MOST_UNPACKED })
    }

    /// Names of all parts.
    pub fn names(&self) -> Vec<String> {
        self.zip.file_names().filter_map(Result::ok).map(Cow::into_owned).collect()
    }

    /// Unpacks a part of at most `most` bytes. `None` when there is no such part.
    ///
    /// # Errors
    /// The part is damaged, encrypted or too large.
    pub fn part(&mut self, name: &str, most: u64) -> Result<Option<Vec<u8>>, Reason> {
        let mut out = Vec::new();
        let there = self.pass(name, most, |step| {
            out.extend_from_slice(step);
            true
        })?;
        Ok(there.then_some(out))
    }

    /// Unpacks a part step by step without keeping it, as long as the visitor wants more. Gives whether there is such a part.
    ///
    /// # Errors
    /// As [`Package::part`].
    pub fn pass(&mut self, name: &str, most: u64, mut visit: impl FnMut(&[u8]) -> bool) -> Result<bool, Reason> {
        let mut part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(false),
            Err(ZipError::InvalidPassword) => return Err(Reason::Encrypted),
            Err(ZipError::UnsupportedArchive(text)) if text.contains("assword") => return Err(Reason::Encrypted),
            Err(_) => return Err(Reason::Broken),
        };
        let limit = most.min(self.left);
        let (mut seen, mut step) = (0_u64, vec![0_u8; STEP]);
        loop {
            let count = part.read(&mut step).map_err(|_| Reason::Broken)?;
            if count == 0 {
                break;
            }
            seen += count as u64;
            if seen > limit {
                return Err(too_large(most));
            }
            if !visit(step.get(..count).unwrap_or_default()) {
                break;
            }
        }
        self.left -= seen;
        Ok(true)
    }
}

fn too_large(most: u64) -> Reason {
    Reason::TooLarge { limit: format!("{} MB", most >> 20) }
}
