//! Questions: yes or no, and a line of text.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use super::{WIDTH, broken, ground, inside, write};
use crate::app::popup::{Confirm, Prompt};
use crate::ui::brush::Brush;
use crate::ui::field;
use crate::ui::look::Look;

/// Rows of what is typed that are in sight at most.
const MOST: u16 = 8;
/// Rows of a screen that a question leaves to what it asks: frame, question, what is wrong.
const FRAME: u16 = 8;

/// Draws a question whose answer is yes or no.
pub fn confirm(confirm: &Confirm, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    let room = inside(WIDTH, area);
    let question = broken(std::slice::from_ref(&confirm.title), room, look);
    let lines = broken(&confirm.lines, room, look);
    let height = question.len() + lines.len() + 2;
    let inner = ground(&t!("popup.confirm"), height, WIDTH, look, frame, area);
    let row = write(&question, 0, look.theme.text, frame, inner);
    let row = write(&lines, row, look.theme.dim, frame, inner) + 1;
    answers(confirm.yes, row, look, frame, inner)
}

/// Draws the two answers, and returns where the chosen one is.
pub(super) fn answers(yes: bool, row: u16, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    let style = |chosen: bool| if chosen { look.theme.selected } else { look.theme.text };
    let row = row.min(area.height.saturating_sub(1));
    let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
    let no = brush.x();
    brush.put(&t!("popup.no"), style(!yes)).skip(3);
    let x = if yes { brush.x() } else { no };
    brush.put(&t!("popup.yes"), style(yes));
    Position::new(x, area.y + row)
}

/// Draws a question for a line of text.
pub fn prompt(prompt: &Prompt, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Position {
    let room = inside(WIDTH, area);
    let question = broken(std::slice::from_ref(&prompt.title), room, look);
    let lines = broken(&prompt.lines, room, look);
    let fault: Vec<_> = prompt.fault.iter().cloned().collect();
    let fault = broken(&fault, room, look);
    let most = area.height.saturating_sub(FRAME).clamp(1, MOST);
    let typed = field::height(&prompt.line, u16::try_from(room).unwrap_or(WIDTH), most);
    let height = question.len() + lines.len() + fault.len() + usize::from(typed) + 1;
    let inner = ground(&t!("popup.prompt"), height, WIDTH, look, frame, area);
    let row = write(&question, 0, look.theme.text, frame, inner);
    let row = write(&lines, row, look.theme.dim, frame, inner);
    let row = row.min(inner.height.saturating_sub(1));
    let place = Rect { y: inner.y + row, height: typed.min(inner.height.saturating_sub(row)), ..inner };
    let at = field::draw_broken(&prompt.line, look, frame, place);
    write(&fault, row + typed, look.theme.error, frame, inner);
    at
}
