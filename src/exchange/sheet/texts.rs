//! The texts of a sheet, each kept once: tables of thousands of rows repeat most of theirs, so that what a text is need be found
//! out only once as well.

use std::collections::HashMap;
use std::sync::Arc;

/// A text that a sheet keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TextId(u32);

impl TextId {
    /// No text.
    pub const BLANK: Self = Self(0);

    /// Its place among the texts of its sheet; 0 for none.
    pub const fn place(self) -> usize {
        self.0 as usize
    }
}

/// The distinct texts of a sheet.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    /// The texts from id 1 on.
    all: Vec<Arc<str>>,
    ids: HashMap<Arc<str>, TextId>,
}

impl Texts {
    /// Keeps a text as a person sees it.
    pub(super) fn keep(&mut self, text: &str) -> TextId {
        let cleaned;
        let text = if is_clean(text) {
            text
        } else {
            cleaned = clean(text);
            &cleaned
        };
        if text.is_empty() {
            return TextId::BLANK;
        }
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let text: Arc<str> = Arc::from(text);
        self.all.push(Arc::clone(&text));
        let id = TextId(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        self.ids.insert(text, id);
        id
    }

    /// The text of an id; `""` for none.
    pub(super) fn text(&self, id: TextId) -> &str {
        id.place().checked_sub(1).and_then(|at| self.all.get(at)).map_or("", |text| text)
    }

    /// Every text.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|text| &**text)
    }
}

/// Whether nothing of a short plain text needs cleaning: printable ASCII that begins and ends without a blank.
fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ends = [bytes.first(), bytes.last()].into_iter().flatten().all(|byte| *byte != b' ');
    ends && bytes.len() < 24 && bytes.iter().all(|byte| (b' '..0x7f).contains(byte) && *byte != b'_')
}

/// Line breaks of one kind, no blanks around, no escaped returns of spreadsheet files, no characters without width.
fn clean(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || has_no_width(c));
    let escaped = text.contains("_x000");
    if escaped
        || text.contains(|c: char| matches!(c, '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}') || has_no_width(c))
    {
        let text = text
            .replace("\r\n", "\n")
            .replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'], "\n")
            .replace(has_no_width, "");
        if !escaped {
            return text;
        }
        let text = text.replace("_x000D_", "").replace("_x000d_", "");
        return text.replace("_x000B_", "\n").replace("_x000b_", "\n").trim().to_owned();
    }
    text.to_owned()
}

/// Characters that show nothing and come along when texts are copied: zero-width spaces and joiners, marks of direction without
/// effect on Chinese text, soft hyphens.
fn has_no_width(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
