//! The tab 记录: what happened to the target, in words.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_i18n::t;

use super::opinions::stage;
use super::text::listed;
use crate::app::common::Common;
use crate::app::form::outcome;
use crate::app::screen::case::Case;
use crate::domain::event::Event;
use crate::domain::facts::Entry;
use crate::domain::ids::Seq;
use crate::domain::money::Money;
use crate::domain::refusal::event_word;
use crate::domain::target::LinkOrigin;
use crate::domain::view::CaseFile;
use crate::ui::drawn::Drawn;
use crate::ui::lines::Lines;
use crate::ui::look::Look;

/// Draws the rows, oldest first, and returns where the selected one begins.
pub fn draw(case: &Case, file: &CaseFile, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
    let undone: Vec<Seq> = file.history.iter().filter_map(undoes).collect();
    let mut lines = Lines::new(usize::from(inner.width), look);
    let mut selected = 0..0;
    for (place, entry) in file.history.iter().enumerate() {
        let start = lines.len();
        let taken_back = undone.contains(&entry.seq);
        let style = if taken_back { look.theme.removed } else { look.theme.text };
        let label = t!("case.record.label", at = entry.at.local_minute(), who = who(entry));
        lines.hang(&label, &words(&entry.event, common), style);
        if place == case.cursor() {
            lines.restyle(start..lines.len(), look.theme.selected);
            selected = start..lines.len();
        }
    }
    listed(&lines, &selected, case, look, frame, area)
}

const fn undoes(entry: &Entry) -> Option<Seq> {
    match entry.event {
        Event::ActUndone { act, .. } => Some(act),
        _ => None,
    }
}

fn who(entry: &Entry) -> String {
    match &entry.on_behalf {
        Some(other) => t!("journal.on-behalf", by = entry.by, other = other).into_owned(),
        None => entry.by.clone(),
    }
}

/// What happened, in a sentence.
fn words(event: &Event, common: &Common) -> String {
    let at = |standing| outcome::stage(standing, common);
    match event {
        Event::SubmissionReceived { submission, to, .. } => {
            let amount = submission.amount.map_or_else(|| "-".to_owned(), Money::wan);
            let count = submission.indicators.len();
            t!("case.record.submission", round = to.round, amount = amount, count = count).into_owned()
        }
        Event::TargetSubmitted { to, .. } => t!("case.record.submitted", to = at(to)).into_owned(),
        Event::TargetWithdrawn { reason, .. } => t!("case.record.withdrawn", reason = reason).into_owned(),
        Event::KeyProjectSet { reason, to, .. } => {
            let key = if to.key_project { "case.record.key-project" } else { "case.record.no-key-project" };
            t!(key, reason = reason).into_owned()
        }
        Event::ReviewGiven { review, to, .. } => {
            let grade = review.grade.map(|grade| grade.to_string()).unwrap_or_default();
            let verdict = t!(format!("verdict.{}", review.verdict.id()));
            let stage = stage(&review.stage, common);
            let opinion = &review.opinion;
            let (to, opinion) = (at(to), opinion);
            t!("case.record.review", stage = stage, verdict = verdict, grade = grade, to = to, opinion = opinion)
                .into_owned()
        }
        Event::ActUndone { act, to, .. } => t!("case.record.undone", act = act.to_string(), to = at(to)).into_owned(),
        Event::Execution { act } => {
            format!("{} {}", event_word(act.kind()), crate::domain::execution::words::detail(act))
        }
        other => marks(other),
    }
}

/// What somebody said of links, earlier evaluations or earlier opinions.
fn marks(event: &Event) -> String {
    match event {
        Event::LinkSet { link, .. } => {
            let key = if link.origin == LinkOrigin::Rejected { "case.record.rejected" } else { "case.record.linked" };
            t!(key, item = link.objective + 1, indicator = link.indicator + 1).into_owned()
        }
        Event::PriorSet { evaluation, reason, .. } => {
            let reason = t!(format!("prior-reason.{}", reason.id()), likeness = reason.likeness().unwrap_or(0));
            t!("case.record.prior-set", evaluation = evaluation, reason = reason).into_owned()
        }
        Event::PriorRemoved { evaluation, .. } => t!("case.record.prior-removed", evaluation = evaluation).into_owned(),
        Event::PriorMatchSet { matched, .. } => {
            let (indicator, evaluation) = (matched.indicator + 1, matched.evaluation);
            match matched.earlier {
                Some(place) => {
                    t!("case.record.matched", indicator = indicator, evaluation = evaluation, earlier = place + 1)
                }
                None => t!("case.record.matched-nothing", indicator = indicator, evaluation = evaluation),
            }
            .into_owned()
        }
        Event::PriorMatchRemoved { indicator, evaluation, .. } => {
            t!("case.record.unmatched", indicator = indicator + 1, evaluation = evaluation).into_owned()
        }
        Event::PointAnswered { review, answered, .. } => {
            let key = if *answered { "case.record.answered" } else { "case.record.unanswered" };
            t!(key, review = review).into_owned()
        }
        Event::LinkRemoved { objective, indicator, .. } => {
            t!("case.record.unlinked", item = objective + 1, indicator = indicator + 1).into_owned()
        }
        other => event_word(other.kind()),
    }
}
