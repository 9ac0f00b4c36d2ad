//! Which document is wanted, in which kind of file, and where: the small form before an export.

use rust_i18n::t;

use super::{Outcome, Purpose, Said};
use crate::app::action::Action;
use crate::app::key::{Key, KeyCode};
use crate::app::keymap::Bound;
use crate::app::line::Line;
use crate::domain::export::{Document, Format};

/// A field of the form, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportField {
    /// The document.
    Document,
    /// The kind of file.
    Format,
    /// The file.
    Path,
}

/// The form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportForm {
    /// What it is about: count, or the project's name.
    pub title: String,
    /// The documents to choose from, the usual one first; never empty.
    pub documents: Vec<Document>,
    /// The document that is chosen.
    pub document: Document,
    /// The kind of file that is chosen.
    pub format: Format,
    /// The file.
    pub path: Line,
    /// The field that has the focus.
    pub field: ExportField,
    /// Why nothing was written.
    pub fault: Option<String>,
}

impl ExportForm {
    /// Offers documents; the file's name is made of `name` and the kind of file until another one is typed.
    pub fn new(title: String, documents: &[Document], name: &str) -> Self {
        let document = documents.first().copied().unwrap_or(Document::List);
        let format = document.formats().first().copied().unwrap_or(Format::Xlsx);
        let mut form = Self {
            title,
            documents: documents.to_vec(),
            document,
            format,
            path: Line::default(),
            field: ExportField::Path,
            fault: None,
        };
        form.path.set(format!("{name}-{}.{}", document_word(document), format.id()));
        form.path.select();
        form
    }

    pub(super) fn run(&mut self, bound: Bound) -> Outcome {
        match bound.action {
            Action::Accept if self.path.text().trim().is_empty() => {
                self.field = ExportField::Path;
                self.fault = Some(t!("popup.export.needs-path").into_owned());
            }
            Action::Accept => {
                let to = self.path.text().trim().to_owned();
                return Outcome::Tell(Purpose::Export, Said::Wanted(self.document, self.format, to));
            }
            Action::NextField | Action::Down => self.field = self.field.after(),
            Action::PreviousField | Action::Up => self.field = self.field.before(),
            _ => {}
        }
        Outcome::Stay
    }

    pub(super) fn is_typing(&self) -> bool {
        self.field == ExportField::Path
    }

    pub(super) fn key(&mut self, key: Key) {
        self.fault = None;
        let step = match key.code {
            KeyCode::Left => Some(false),
            KeyCode::Right | KeyCode::Char(' ') => Some(true),
            _ => None,
        };
        match (self.field, step) {
            (ExportField::Path, _) => {
                self.path.key(key);
            }
            (ExportField::Document, Some(on)) => {
                let (before, document) = (self.document, next(&self.documents, self.document, on));
                self.document = document;
                self.rename(&document_word(before), &document_word(document));
                let usual = document.formats().first().copied().unwrap_or(self.format);
                self.choose(if document.formats().contains(&self.format) { self.format } else { usual });
            }
            (ExportField::Format, Some(on)) => self.choose(next(self.document.formats(), self.format, on)),
            _ => {}
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        if self.is_typing() {
            self.path.insert(text.trim());
            self.fault = None;
        }
    }

    /// Chooses a kind of file; a name that ends with the former kind ends with the new one.
    fn choose(&mut self, format: Format) {
        let ending = |format: Format| format!(".{}", format.id());
        if let Some(stem) = self.path.text().strip_suffix(&ending(self.format)) {
            self.path.set(format!("{stem}{}", ending(format)));
        }
        self.format = format;
    }

    /// A name that names the former document names the new one.
    fn rename(&mut self, from: &str, to: &str) {
        if self.path.text().contains(from) {
            self.path.set(self.path.text().replacen(from, to, 1));
        }
    }
}

impl ExportField {
    const fn after(self) -> Self {
        match self {
            Self::Document => Self::Format,
            Self::Format => Self::Path,
            Self::Path => Self::Document,
        }
    }

    const fn before(self) -> Self {
        self.after().after()
    }
}

/// The one after or before in a ring.
fn next<T: Copy + PartialEq>(all: &[T], here: T, on: bool) -> T {
    let count = all.len().max(1);
    let at = all.iter().position(|one| *one == here).unwrap_or(0);
    all.get((at + if on { 1 } else { count - 1 }) % count).copied().unwrap_or(here)
}

/// A document's name in the user's language.
pub fn document_word(document: Document) -> String {
    t!(format!("document.{}", document.id())).into_owned()
}
