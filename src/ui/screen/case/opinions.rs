//! The tab 意见: every opinion that the viewer may read, by round and stage, with its grades and reasons.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_decimal::Decimal;
use rust_i18n::t;

use super::text::listed;
use crate::app::common::Common;
use crate::app::screen::case::Case;
use crate::domain::grade::Grade;
use crate::domain::procedure::Criterion;
use crate::domain::refusal::state_word;
use crate::domain::target::State;
use crate::domain::view::{CaseFile, ReviewRow};
use crate::ui::brush::Brush;
use crate::ui::drawn::Drawn;
use crate::ui::lines::Lines;
use crate::ui::look::Look;

/// Draws the opinions, oldest first, and returns where the selected one begins.
pub fn draw(case: &Case, file: &CaseFile, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
    if file.reviews.is_empty() {
        Brush::on(frame.buffer_mut(), look, inner, 0).put(&t!("case.no-opinions"), look.theme.dim);
        return Drawn::default();
    }
    let mut lines = Lines::new(usize::from(inner.width), look);
    let mut selected = 0..0;
    for (place, review) in file.reviews.iter().enumerate() {
        let start = lines.len();
        opinion(review, common, look, &mut lines);
        if place == case.cursor() {
            lines.restyle(start..start + 1, look.theme.selected);
            selected = start..lines.len();
        }
        lines.gap();
    }
    listed(&lines, &selected, case, look, frame, area)
}

fn opinion(review: &ReviewRow, common: &Common, look: &Look, lines: &mut Lines<'_>) {
    let mut head = vec![
        t!("case.opinion.round", round = review.round).into_owned(),
        stage(&review.stage, common),
        t!(format!("verdict.{}", review.verdict.id())).into_owned(),
    ];
    head.extend(review.grade.map(|grade| grade.to_string()));
    let by = match &review.on_behalf {
        Some(other) => t!("journal.on-behalf", by = review.by, other = other).into_owned(),
        None => review.by.clone(),
    };
    head.extend([by, review.at.local_minute()]);
    if review.undone {
        head.push(t!("case.opinion.undone").into_owned());
    }
    let (title, text) =
        if review.undone { (look.theme.removed, look.theme.dim) } else { (look.theme.title, look.theme.text) };
    lines.add(&head.join("  "), title);
    let marks = marks(review, common);
    lines.pack(&marks, look.theme.dim);
    if let (Some(suggested), Some(grade)) = (review.suggested, review.grade)
        && suggested != grade
    {
        let reason = if review.reason.is_empty() { &review.opinion } else { &review.reason };
        let words = t!("case.opinion.override", suggested = suggested, grade = grade, reason = reason);
        lines.add(&words, if review.undone { look.theme.dim } else { look.theme.warning });
    }
    if !review.opinion.is_empty() {
        lines.add(&review.opinion, text);
    }
}

/// The criteria with their grades, and of a key project with their points and total.
fn marks(review: &ReviewRow, common: &Common) -> Vec<String> {
    let mark = |(place, (criterion, grade)): (usize, (&Criterion, &Grade))| match review.points.get(place) {
        Some(points) => t!("case.opinion.points", name = criterion.name.local(), points = points, grade = grade),
        None => t!("case.opinion.grade", name = criterion.name.local(), grade = grade),
    };
    let criteria = common.procedure.criteria.iter().zip(&review.criteria).enumerate();
    let mut marks: Vec<_> = criteria.map(mark).map(std::borrow::Cow::into_owned).collect();
    if !review.points.is_empty() {
        let total = review.points.iter().sum::<Decimal>().normalize();
        marks.push(t!("case.opinion.total", total = total).into_owned());
    }
    marks
}

/// The name of the stage that an opinion was given at, or of the state outside the stages.
pub fn stage(id: &str, common: &Common) -> String {
    match (common.procedure.stage(id), State::of_id(id)) {
        (Some(stage), _) => stage.name.local().to_owned(),
        (None, Some(state)) => state_word(state),
        (None, None) => id.to_owned(),
    }
}
