//! Which document goes out, in which kind of file, and where.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use super::{WIDTH, broken, ground, inside, write};
use crate::app::popup::{ExportField, ExportForm, document_word};
use crate::ui::brush::{Brush, columns};
use crate::ui::field;
use crate::ui::look::Look;

/// Draws the form, and returns where the cursor stands.
pub fn draw(form: &ExportForm, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    let room = inside(WIDTH, area);
    let title = broken(std::slice::from_ref(&form.title), room, look);
    let note = broken(&[t!("popup.export.note").into_owned()], room, look);
    let fault: Vec<_> = form.fault.iter().cloned().collect();
    let fault = broken(&fault, room, look);
    let height = title.len() + 4 + note.len() + fault.len();
    let inner = ground(&t!("popup.export.title"), height, WIDTH, look, frame, area);
    let row = write(&title, 0, look.theme.title, frame, inner) + 1;
    let labels = ["document", "format", "path"].map(|id| t!(format!("popup.export.{id}")).into_owned());
    let width = labels.iter().map(|label| columns(label, look)).max().unwrap_or(0) + 2;
    let documents: Vec<_> = form.documents.iter().map(|one| (document_word(*one), *one == form.document)).collect();
    let formats: Vec<_> =
        form.document.formats().iter().map(|one| (one.id().to_owned(), *one == form.format)).collect();
    let [document, format, path] = &labels;
    let first = choices((document, width), &documents, form.field == ExportField::Document, row, look, frame, inner);
    let second = choices((format, width), &formats, form.field == ExportField::Format, row + 1, look, frame, inner);
    let focused = form.field == ExportField::Path;
    let mut brush = Brush::on(frame.buffer_mut(), look, inner, row + 2);
    brush.cell(path, width, if focused { look.theme.title } else { look.theme.dim });
    let x = brush.x();
    let line = Rect { x, y: inner.y + row + 2, width: inner.right().saturating_sub(x), height: 1 };
    let third = field::draw(&form.path, look, frame, line, focused);
    let row = write(&note, row + 3, look.theme.dim, frame, inner);
    write(&fault, row, look.theme.error, frame, inner);
    match form.field {
        ExportField::Document => first,
        ExportField::Format => second,
        ExportField::Path => third,
    }
}

/// A label with its choices on a row, and where the chosen one begins.
fn choices(
    (label, width): (&str, usize),
    all: &[(String, bool)],
    focused: bool,
    row: u16,
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
) -> Position {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
    brush.cell(label, width, if focused { look.theme.title } else { look.theme.dim });
    let mut at = Position::new(brush.x(), area.y + row);
    for (words, chosen) in all {
        if *chosen {
            at.x = brush.x();
        }
        brush.put(words, if *chosen { look.theme.selected } else { look.theme.text }).skip(2);
    }
    at
}
