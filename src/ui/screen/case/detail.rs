//! The whole text of what is selected in the table 对应, which its columns may cut.

use rust_i18n::t;

use super::change;
use super::chart::{measure, score};
use crate::app::screen::case::{Case, Row, at_row, at_twin};
use crate::domain::check::sentence;
use crate::domain::correspondence::reason;
use crate::domain::prior::words::sentence as compared;
use crate::domain::target::{Indicator, Link, LinkOrigin};
use crate::domain::view::CaseFile;
use crate::ui::lines::Lines;
use crate::ui::look::Look;

/// The selected item, its indicator, and what the indicator reached before.
pub fn lines<'a>(case: &Case, file: &CaseFile, look: &'a Look, room: usize) -> Lines<'a> {
    let mut lines = Lines::new(room, look);
    let Some(row) = case.row() else { return lines };
    if let Some(text) = row.pair.item.and_then(|item| file.items.get(item)) {
        let number = row.pair.item.unwrap_or(0) + 1;
        lines.hang(&t!("case.detail.item", number = number), text, look.theme.text);
    }
    let indicator = row.pair.indicator.and_then(|place| Some((place, file.submission.indicators.get(place)?)));
    match indicator {
        Some((place, indicator)) => {
            let label = t!("case.detail.indicator", number = place + 1);
            let confirmed = row.link.as_ref().map(confirmed).unwrap_or_default();
            lines.hang(&label, &(whole(indicator) + &confirmed), look.theme.text);
            if let Some(words) = row.link.as_ref().and_then(suggested) {
                lines.add(&words, look.theme.text);
            }
            found(file, row, look, &mut lines);
            priors(case, file, (place, indicator), look, &mut lines);
        }
        None => {
            lines.add(&t!("case.detail.uncovered"), look.theme.warning);
            found(file, row, look, &mut lines);
        }
    }
    lines
}

/// The open findings about the row, a line each; that an item has no indicator is said already.
fn found(file: &CaseFile, row: &Row, look: &Look, lines: &mut Lines<'_>) {
    for finding in at_row(file, row).filter(|finding| finding.id != "objective-uncovered") {
        let message = sentence::message(finding);
        lines.hang(&t!("case.detail.finding"), &message, look.theme.warning);
    }
}

/// An indicator with its levels, value and weight.
pub fn whole(indicator: &Indicator) -> String {
    let levels = [&indicator.l1, &indicator.l2, &indicator.l3];
    let levels: Vec<&str> = levels.into_iter().flatten().map(String::as_str).collect();
    let mut words = format!("{}  {}", levels.join("/"), indicator.measure_text());
    if let Some(weight) = &indicator.weight {
        words += &t!("case.detail.weight", weight = weight);
    }
    words
}

fn confirmed(link: &Link) -> String {
    match link.origin {
        LinkOrigin::Confirmed => t!("case.detail.confirmed", by = link.by).into_owned(),
        LinkOrigin::Suggested | LinkOrigin::Rejected => String::new(),
    }
}

/// That the program proposes a link, how sure it is, and why.
fn suggested(link: &Link) -> Option<String> {
    let key = if link.is_certain() { "case.detail.certain" } else { "case.detail.uncertain" };
    let suggested = link.origin == LinkOrigin::Suggested;
    suggested.then(|| t!(key, confidence = link.confidence, reason = reason(&link.grounds)).into_owned())
}

fn priors(case: &Case, file: &CaseFile, (place, indicator): (usize, &Indicator), look: &Look, lines: &mut Lines<'_>) {
    let mut known = false;
    for (prior, twin, why) in case.chart.earlier(file, place) {
        known = true;
        for finding in at_twin(prior, why.place) {
            let words = sentence::of_evaluation(&prior.evaluation, &sentence::message(finding));
            lines.hang(&t!("case.detail.finding"), &words, look.theme.warning);
        }
        let evaluation = &prior.evaluation;
        let year = evaluation.year.map_or_else(String::new, |year| year.to_string());
        let kind = t!(format!("evaluation.{}", evaluation.kind.id()));
        let name = twin.l3.as_deref().unwrap_or_default();
        let actual = twin.actual.as_deref().unwrap_or("-");
        let words =
            t!("case.detail.earlier", name = name, target = measure(twin), actual = actual, score = score(twin));
        let why = t!(format!("likeness.{}", why.why.id()));
        let mut words = t!("case.detail.why", words = words, why = why).into_owned();
        let reason = twin.reason.as_deref().map(str::trim).unwrap_or_default();
        if !reason.is_empty() {
            words += &t!("case.detail.reason", reason = reason);
        }
        words += &compared(indicator, twin, &year);
        let style = if change::is_loosened(indicator, twin) { look.theme.warning } else { look.theme.dim };
        lines.hang(&t!("case.detail.year", year = year, kind = kind), &words, style);
    }
    if !known {
        let key = if file.priors.is_empty() { "case.detail.no-priors" } else { "case.detail.no-twin" };
        lines.add(&t!(key), look.theme.dim);
    }
}
