//! A word more on the selected target: from its row at once, from its case file once that has been fetched.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::queue::Queue;
use crate::domain::check::sentence;
use crate::domain::refusal::state_word;
use crate::domain::target::State;
use crate::domain::view::{CaseFile, QueueRow};
use crate::ui::brush::Brush;
use crate::ui::look::Look;
use crate::ui::width::cut;

/// Columns of the last opinion that are shown: the beginning tells what it is about, the case file has the rest.
const OPINION: usize = 32;

/// Draws the line under the list.
pub fn draw(queue: &Queue, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let Some(row) = queue.selected() else { return };
    let mut parts = standing(row, common);
    if let Some(file) = queue.preview.of(row) {
        parts.extend(contents(file, look));
    }
    let words = parts.join(&t!("queue.part"));
    Brush::on(frame.buffer_mut(), look, area, 0).skip(1).put(&words, look.theme.dim);
}

/// Where a target stands: its stage while it is pending, else its state.
pub fn stage(row: &QueueRow, common: &Common) -> String {
    let stage = row.standing.stage.as_deref().filter(|_| row.standing.state == State::Pending);
    let stage = stage.and_then(|stage| common.procedure.stage(stage));
    stage.map_or_else(|| state_word(row.standing.state), |stage| stage.name.tab().to_owned())
}

fn standing(row: &QueueRow, common: &Common) -> Vec<String> {
    let mut parts = Vec::new();
    if row.standing.key_project {
        parts.push(t!("case.key-project").into_owned());
    }
    if let Some(due) = row.standing.due {
        let key = if due < common.now.today { "queue.overdue" } else { "queue.due" };
        parts.push(t!(key, day = due.to_string()).into_owned());
    }
    if row.standing.returns > 0 {
        parts.push(t!("queue.returns", count = row.standing.returns).into_owned());
    }
    parts
}

fn contents(file: &CaseFile, look: &Look) -> Vec<String> {
    let (items, indicators) = (file.items.len(), file.submission.indicators.len());
    let mut parts = vec![t!("queue.contents", items = items, indicators = indicators).into_owned()];
    let open: Vec<_> = file.open_findings().collect();
    if let Some(first) = open.first() {
        let message = sentence::message(first);
        parts.push(t!("queue.finding", count = open.len(), message = message).into_owned());
    }
    if let Some(review) = file.reviews.iter().rev().find(|review| !review.undone && !review.opinion.is_empty()) {
        let opinion = cut(&review.opinion, OPINION, look.policy);
        parts.push(t!("queue.opinion", who = review.by, opinion = opinion).into_owned());
    }
    parts
}
