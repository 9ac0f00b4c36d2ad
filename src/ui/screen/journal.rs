//! Draws the newest rows of the journal.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::journal::Journal;
use crate::domain::event::Event;
use crate::domain::facts::Entry;
use crate::domain::refusal::event_word;
use crate::domain::{assessment, execution, session};
use crate::ui::brush::Brush;
use crate::ui::look::Look;

/// Draws the screen, and returns where the hidden cursor rests: on the selected row.
pub fn draw(journal: &Journal, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(1).put(&t!("journal.title", county = common.county.name), look.theme.title);
    if !journal.filter.is_empty() {
        let count = journal.entries.len();
        brush.skip(2).put(&t!("journal.filtered", filter = journal.filter, count = count), look.theme.text);
    }
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let page = usize::from(list.height);
    for (place, entry) in journal.entries.iter().enumerate().skip(journal.first).take(page) {
        let row = u16::try_from(place - journal.first).ok()?;
        line(entry, place == journal.cursor, look, &mut Brush::on(frame.buffer_mut(), look, list, row));
    }
    let row = u16::try_from(journal.cursor.saturating_sub(journal.first)).ok()?;
    (!journal.entries.is_empty()).then(|| Position::new(list.x, list.y + row))
}

/// Columns of time, person and act: narrow screens leave room for what it is about, the narrowest ones without the year.
struct Widths {
    at: usize,
    who: usize,
    act: usize,
}

impl Widths {
    const fn of(room: usize) -> Self {
        match room {
            100.. => Self { at: 16, who: 24, act: 14 },
            72.. => Self { at: 16, who: 18, act: 12 },
            _ => Self { at: 11, who: 12, act: 8 },
        }
    }
}

/// The selected row is told by its number and time: they are what names it, and little to send for a move.
fn line(entry: &Entry, selected: bool, look: &Look, brush: &mut Brush<'_>) {
    let (text, dim, widths) = (look.theme.text, look.theme.dim, Widths::of(brush.room()));
    let named = if selected { look.theme.selected } else { dim };
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, named);
    brush.number(&entry.seq.to_string(), 7, named).cell("", 2, named);
    let at = entry.at.local_minute();
    let short = at.get(at.len().saturating_sub(widths.at)..).unwrap_or(&at);
    brush.cell(short, widths.at, named).skip(2);
    brush.cell(&who(entry), widths.who, text).skip(2);
    brush.cell(&event_word(entry.event.kind()), widths.act, text).skip(2);
    let room = brush.room();
    brush.cell(&what(&entry.event), room, text);
}

fn who(entry: &Entry) -> String {
    match &entry.on_behalf {
        Some(other) => t!("journal.on-behalf", by = entry.by, other = other).into_owned(),
        None => entry.by.clone(),
    }
}

/// What an event is about, in a few words.
fn what(event: &Event) -> String {
    let of = |words: &str| event.target().map_or_else(|| words.to_owned(), |id| format!("#{id} {words}"));
    match event {
        Event::CountyFounded { county, .. } => county.clone(),
        Event::YearBegun { from, to } => format!("{from} → {to}"),
        Event::UnitAdded { unit } => unit.name.clone(),
        Event::UnitChanged { from, to } => format!("{}  {}", from.name, to.differs(from)),
        Event::UserAdded { user } => user.name.clone(),
        Event::UserChanged { to, .. } => to.name.clone(),
        Event::UserKeySet { user, key } => format!("{user} {}", key.fingerprint()),
        Event::UserKeyRemoved { user, fingerprint } => format!("{user} {fingerprint}"),
        Event::UserDisabled { user, reason } => format!("{user} {reason}"),
        Event::UserEnabled { user } => user.clone(),
        Event::ClockSetBack { clock } => clock.local_minute(),
        Event::LibrarySet { standards } => t!("library.count", count = standards.len()).into_owned(),
        Event::TargetRegistered { project, .. } => of(&project.name),
        Event::ReviewGiven { review, .. } => {
            let grade = review.grade.map(|grade| grade.to_string()).unwrap_or_default();
            of(&t!(
                "journal.review",
                verdict = t!(format!("verdict.{}", review.verdict.id())),
                grade = grade,
                opinion = review.opinion
            ))
        }
        Event::TargetWithdrawn { reason, .. } => of(reason),
        Event::RegisterRecorded { contents, .. } | Event::RegisterCorrected { contents, .. } => {
            format!("{} {}", contents.register().name(), contents.title())
        }
        Event::RegisterRemoved { register, reason, .. } => format!("{} {reason}", register.name()),
        Event::EvaluationRecorded { evaluation, .. } => evaluation.project.name.clone(),
        Event::Session { act, .. } => of(&session::words::detail(act)),
        Event::Assessment { act, .. } => of(&assessment::words::detail(act)),
        Event::Execution { act } => of(&execution::words::detail(act)),
        _ => of(""),
    }
}
