//! A word more on the selected target: from its row at once, from its case file once that has been fetched.

use ratatui::layout::Rect;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::queue::Queue;
use crate::domain::check::sentence;
use crate::domain::procedure::Procedure;
use crate::domain::refusal::state_word;
use crate::domain::target::State;
use crate::domain::view::{CaseFile, QueueRow};
use crate::ui::brush::Brush;
use crate::ui::look::Look;
use crate::ui::over::Over;
use crate::ui::width::{Policy, width};

/// Columns of the line: it tells what it is about, the case file has the rest. The line changes with every move of the selection, and
/// a move shall cost no more than 300 bytes on the line to the terminal.
const LENGTH: usize = 28;

/// Draws the line under the list. While the selection moves on it mostly stays empty.
pub fn draw(queue: &Queue, common: &Common, look: &Look, over: &mut Over<'_, '_>, area: Rect) {
    let Some(row) = queue.selected() else { return };
    let mut parts = standing(row, common);
    parts.extend(queue.preview.of(row).map(|file| contents(file, look.policy)));
    let words = if parts.is_empty() { String::new() } else { parts.join(&t!("queue.part")) };
    let id = over.known.id(("preview", &words));
    over.line(area.y, id, |frame| {
        Brush::on(frame.buffer_mut(), look, area, 0).skip(1).at_most(&words, LENGTH, look.theme.dim);
    });
}

/// Where a target stands: its stage while it is pending, else its state.
pub fn stage(row: &QueueRow, procedure: &Procedure) -> String {
    let stage = row.standing.stage.as_deref().filter(|_| row.standing.state == State::Pending);
    let stage = stage.and_then(|stage| procedure.stage(stage));
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

/// What was found, each check by its short name, or what was said last, or at least how much there is.
fn contents(file: &CaseFile, policy: Policy) -> String {
    let open: Vec<_> = file.open_findings().collect();
    if !open.is_empty() {
        let mut checks: Vec<&str> = open.iter().map(|finding| finding.id.as_str()).collect();
        checks.dedup();
        let names: Vec<String> = checks.into_iter().map(sentence::name).collect();
        return found(open.len(), &names, policy);
    }
    let said = file.reviews.iter().rev().find(|review| !review.undone && !review.opinion.is_empty());
    if let Some(review) = said {
        return t!("queue.opinion", who = review.by, opinion = review.opinion).into_owned();
    }
    let (items, indicators) = (file.items.len(), file.submission.indicators.len());
    t!("queue.contents", items = items, indicators = indicators).into_owned()
}

/// What was found, with as many names as the line holds whole.
fn found(count: usize, names: &[String], policy: Policy) -> String {
    let sentence = |shown: usize| {
        let listed = names.get(..shown).unwrap_or(names).join(&t!("queue.join"));
        let listed = if shown < names.len() { t!("queue.and-more", names = listed).into_owned() } else { listed };
        t!("queue.finding", count = count, names = listed).into_owned()
    };
    let fits = |words: &String| width(words, policy) <= LENGTH;
    (1..=names.len()).rev().map(sentence).find(fits).unwrap_or_else(|| sentence(1))
}
