//! Draws a case file: whose target it is and where it stands, the tabs, and the tab that is shown.

mod change;
pub mod chart;
pub mod columns;
mod detail;
mod execution;
mod findings;
mod head;
mod opinions;
mod record;
mod revision;
pub mod text;

pub use chart::name as indicator_name;
pub use head::tab_words;
pub use opinions::stage as opinion_stage;

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::case::{Case, Tab};
use crate::ui::brush::Brush;
use crate::ui::drawn::Drawn;
use crate::ui::look::Look;
use crate::ui::split;

/// Draws the screen, and returns where the hidden cursor rests: on the selected row.
pub fn draw(case: &Case, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let Some(file) = case.file.as_deref() else {
        Brush::on(frame.buffer_mut(), look, area, 0).skip(1).put(&t!("case.reading"), look.theme.dim);
        return Drawn::default();
    };
    let (top, body) = split::top(area, 4);
    head::draw(file, common, look, frame, top);
    head::tabs(case, look, frame, Rect { y: top.y + 3, height: 1, ..top });
    tab(case, common, look, frame, body)
}

/// Draws the case file as a part of another screen, which has its tabs.
pub fn within(case: &Case, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let Some(file) = case.file.as_deref() else { return Drawn::default() };
    let (top, body) = split::top(area, 3);
    head::draw(file, common, look, frame, top);
    tab(case, common, look, frame, body)
}

fn tab(case: &Case, common: &Common, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Drawn {
    let Some(file) = case.file.as_deref() else { return Drawn::default() };
    match case.tab {
        Tab::Links => chart::draw(case, file, look, frame, body),
        Tab::Findings => findings::draw(case, file, look, frame, body),
        Tab::Revision => revision::draw(case, file, common, look, frame, body),
        Tab::Opinions => opinions::draw(case, file, common, look, frame, body),
        Tab::Record => record::draw(case, file, common, look, frame, body),
        Tab::Execution => execution::draw(case, file, common, look, frame, body),
    }
}

#[cfg(test)]
mod tests;
