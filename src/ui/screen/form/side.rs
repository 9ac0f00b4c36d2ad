//! What stands beside a form on wide screens: the objective with its indicators, last year's results, and the opinions
//! so far, so that nobody has to leave the form to look.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::form::Form;
use crate::app::form::kind::Kind;
use crate::app::screen::case::Chart;
use crate::domain::view::CaseFile;
use crate::ui::brush::Brush;
use crate::ui::lines::Lines;
use crate::ui::look::Look;
use crate::ui::screen::case::{indicator_name, opinion_stage};

/// Draws the target's contents.
pub fn draw(form: &Form, file: &CaseFile, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    for row in 0..area.height {
        Brush::on(frame.buffer_mut(), look, area, row).put(look.glyphs.column, look.theme.border);
    }
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
    let mut lines = Lines::new(usize::from(inner.width), look);
    ballots(form, look, &mut lines);
    let chart = Chart::of(file);
    lines.add(&t!("form.side.links"), look.theme.heading);
    for place in 0..chart.rows.len() {
        contents(place, file, &chart, look, &mut lines);
    }
    opinions(file, common, look, &mut lines);
    lines.draw(0, true, frame, inner);
}

/// What the panel gave, beside the chair's decision.
fn ballots(form: &Form, look: &Look, lines: &mut Lines<'_>) {
    let Some(sitting) = form.sitting.as_ref().filter(|sitting| sitting.kind == Kind::Decide) else { return };
    let Some(ballots) = sitting.item(form.target).and_then(|item| item.ballots.as_ref()) else { return };
    lines.add(&t!("room.form.side"), look.theme.heading);
    for ballot in ballots {
        let label = t!("room.form.given", who = ballot.member, grade = ballot.grade);
        lines.hang(&label, &ballot.opinion, look.theme.text);
    }
    lines.gap();
}

fn contents(place: usize, file: &CaseFile, chart: &Chart, look: &Look, lines: &mut Lines<'_>) {
    let (before, row) = (place.checked_sub(1).map(|before| &chart.rows[before]), &chart.rows[place]);
    let begins = before.is_none_or(|before| (before.pair.item, before.neutral) != (row.pair.item, row.neutral));
    if let Some(item) = row.pair.item.filter(|_| begins) {
        lines.hang(&format!("{} ", item + 1), &file.items[item], look.theme.text);
    } else if row.pair.item.is_none() && begins {
        lines.add(&t!(if row.neutral { "case.no-item-needed" } else { "case.no-item" }), look.theme.dim);
    }
    let Some((place, indicator)) =
        row.pair.indicator.and_then(|place| Some((place, file.submission.indicators.get(place)?)))
    else {
        lines.hang("  ! ", &t!("case.uncovered"), look.theme.warning);
        return;
    };
    let mut words = format!("{}  {}", indicator_name(place, indicator), indicator.measure_text());
    if let Some((prior, twin, _)) = chart.earlier(file, place).next() {
        let year = prior.evaluation.year.map_or_else(String::new, |year| year.to_string());
        let actual = twin.actual.as_deref().unwrap_or("-");
        words += &t!("form.side.actual", year = year, actual = actual);
    }
    let style = if row.is_gap() { look.theme.warning } else { look.theme.dim };
    lines.hang("  - ", &words, style);
}

fn opinions(file: &CaseFile, common: &Common, look: &Look, lines: &mut Lines<'_>) {
    let mut given = file.reviews.iter().rev().filter(|review| !review.undone).peekable();
    if given.peek().is_some() {
        lines.gap().add(&t!("form.side.opinions"), look.theme.heading);
    }
    for review in given {
        let grade = review.grade.map(|grade| grade.to_string()).unwrap_or_default();
        let stage = opinion_stage(&review.stage, common);
        let head = t!("form.side.opinion", round = review.round, stage = stage, grade = grade, who = review.by);
        lines.add(&head, look.theme.text);
        if !review.opinion.is_empty() {
            lines.hang("  ", &review.opinion, look.theme.dim);
        }
    }
}
