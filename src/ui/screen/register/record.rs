//! Draws one record: its fields, what follows from them, what happened to it.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_i18n::t;

use crate::app::screen::register::RecordScreen;
use crate::domain::event::Event;
use crate::domain::facts::Entry;
use crate::domain::refusal::event_word;
use crate::domain::register::Record;
use crate::domain::register::judge::Step;
use crate::domain::register::view::RecordFile;
use crate::ui::Drawn;
use crate::ui::brush::{Brush, columns};
use crate::ui::lines::Lines;
use crate::ui::look::Look;

/// Draws the screen, and tells where the hidden cursor rests and how far the text can be turned.
pub fn draw(screen: &RecordScreen, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(1);
    let Some(file) = &screen.file else {
        let key = if screen.gone { "register.gone" } else { "case.reading" };
        brush.put(&t!(key), look.theme.dim);
        return Drawn::default();
    };
    let record = &file.row.record;
    let name = record.register().name();
    brush.put(&t!("register.record", register = name, id = screen.id), look.theme.dim).skip(2);
    brush.put(&record.title(), look.theme.title);
    let body = Rect {
        x: area.x + 1,
        y: area.y + 2,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    };
    let lines = lines(file, usize::from(body.width), look);
    let most = lines.len().saturating_sub(usize::from(body.height));
    lines.draw(screen.scroll.min(most), true, frame, body);
    Drawn::text(Some(body.as_position()), most)
}

fn lines<'a>(file: &RecordFile, room: usize, look: &'a Look) -> Lines<'a> {
    let record = &file.row.record;
    let fields = record.register().fields();
    let widest = fields.iter().map(|field| columns(&field.name(), look)).max().unwrap_or(0);
    let mut lines = Lines::new(room, look);
    for (field, text) in fields.iter().zip(record.write()).filter(|(_, text)| !text.is_empty()) {
        let label = crate::ui::width::fit(&field.name(), widest + 2, look.policy);
        for (place, part) in text.split('\n').enumerate() {
            let label = if place == 0 { label.clone() } else { " ".repeat(widest + 2) };
            lines.hang(&label, part, look.theme.text);
        }
    }
    if let Record::Poverty(one) = record {
        lines.gap().add(&Step::of(one).words(), look.theme.notice);
    }
    if let Some(reason) = &file.removed {
        lines.gap().add(&t!("register.removed", reason = reason), look.theme.warning);
    }
    lines.gap().add(&t!("register.history"), look.theme.heading);
    for entry in file.history.iter().rev() {
        lines.add(&happened(entry), look.theme.dim);
    }
    lines
}

fn happened(entry: &Entry) -> String {
    let reason = match &entry.event {
        Event::RegisterCorrected { reason, .. } | Event::RegisterRemoved { reason, .. } => reason.as_str(),
        _ => "",
    };
    let what = event_word(entry.event.kind());
    format!("{}  {}  {what}  {reason}", entry.at.local_minute(), entry.by).trim_end().to_owned()
}
