//! The whole picture: the screen on top, the popups over it, and the last line with a notice or the hints.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_i18n::t;

use super::brush::{Brush, columns};
use super::look::Look;
use super::over::Over;
use super::screen::{
    assess, board, case, execution, figure, form, import, journal, preparation, queue, register, session, wall,
};
use super::width::mark_fillers;
use super::{Drawn, LineId, hint, popup, split, too_small};
use crate::app::App;
use crate::app::screen::Screen;

/// Draws everything, and tells where the hidden cursor rests and how far a text can be turned.
pub fn draw(app: &App, look: &Look, frame: &mut Frame<'_>) -> Drawn {
    draw_over(app, look, frame, &[])
}

/// The same, but lines that are `shown` are not laid out: whoever takes the frame has them.
pub fn draw_over(app: &App, look: &Look, frame: &mut Frame<'_>, shown: &[Option<LineId>]) -> Drawn {
    // Under a popup lines show more than what they are known by.
    let whole = app.popups.is_empty();
    let shown = if whole { shown } else { &[] };
    let area = frame.area();
    if too_small::is(area) {
        too_small::draw(look, frame);
        return Drawn::default();
    }
    let (upper, last) = split::bottom(area, 1);
    let mark = app.common.read_only.then(|| t!("notice.read-only"));
    let kept = mark.as_ref().map_or(0, |words| u16::try_from(columns(words, look) + 2).unwrap_or_default());
    let own = Look { kept, ..*look };
    let mut over = Over::new(frame, shown, &own);
    let mut drawn = screen(app, &own, &mut over, upper);
    if let Some(words) = mark {
        let (_, place) = split::right(area, kept);
        Brush::on(over.frame.buffer_mut(), look, place, 0).skip(1).put(&words, look.theme.warning);
    }
    hint::draw(app, look, &mut over, last);
    for popup in &app.popups {
        drawn.rest = popup::draw(popup, look, over.frame, upper);
    }
    mark_fillers(over.frame.buffer_mut(), look.policy);
    if whole {
        drawn.lines = over.into_lines();
    }
    drawn
}

/// Draws the screen on top.
fn screen(app: &App, look: &Look, over: &mut Over<'_, '_>, upper: Rect) -> Drawn {
    let frame = &mut *over.frame;
    match app.screens.last() {
        None => queue::draw(&app.queue, &app.common, look, over, upper).into(),
        Some(Screen::Case(case)) => case::draw(case, &app.common, look, frame, upper),
        Some(Screen::Form(form)) => form::draw(form, &app.common, look, frame, upper).into(),
        Some(Screen::Sessions(sessions)) => session::list(sessions, &app.common, look, frame, upper).into(),
        Some(Screen::Room(room)) => session::room(room, &app.common, look, frame, upper),
        Some(Screen::Preparation(preparation)) => {
            preparation::draw(preparation, &app.common, look, frame, upper).into()
        }
        Some(Screen::Execution(execution)) => execution::draw(execution, &app.common, look, frame, upper).into(),
        Some(Screen::Assessments(list)) => assess::list::draw(list, &app.common, look, frame, upper).into(),
        Some(Screen::Assessment(file)) => assess::file::draw(file, look, frame, upper),
        Some(Screen::AssessmentForm(form)) => assess::form::draw(form, &app.common, look, frame, upper).into(),
        Some(Screen::Wall(wall)) => wall::draw(wall, &app.common, look, frame, upper).into(),
        Some(Screen::Registers(registers)) => register::list(registers, &app.common, look, frame, upper).into(),
        Some(Screen::Board(board)) => board::draw(board, &app.common, look, frame, upper).into(),
        Some(Screen::Figure(figure)) => figure::draw(figure, look, frame, upper).into(),
        Some(Screen::Record(record)) => register::record(record, look, frame, upper),
        Some(Screen::Import(import)) => import::draw(import, &app.common, look, frame, upper),
        Some(Screen::Journal(journal)) => journal::draw(journal, &app.common, look, frame, upper).into(),
    }
}
