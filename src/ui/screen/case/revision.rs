//! The tab 修改: earlier opinions with whether they are answered, then what changed, word by word. Additions stand in `[+ +]` and
//! what was taken out in `[- -]`, so that they are told apart without colours.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_i18n::t;

use super::detail::whole;
use super::opinions::stage;
use super::text::listed;
use crate::app::common::Common;
use crate::app::screen::case::{Case, RevisionRow};
use crate::domain::money::Money;
use crate::domain::revision::{AmountChange, IndicatorChange, ItemChange, LinkChange, Part, Piece, Place, Point};
use crate::domain::view::{CaseFile, Former, ReviewRow, last_opinion};
use crate::ui::brush::Brush;
use crate::ui::drawn::Drawn;
use crate::ui::lines::{Lines, Span};
use crate::ui::look::Look;

/// Draws the rows, and returns where the selected one begins.
pub fn draw(case: &Case, file: &CaseFile, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
    let Some(former) = &file.former else {
        Brush::on(frame.buffer_mut(), look, inner, 0).put(&t!("case.revision.first"), look.theme.dim);
        return Drawn::default();
    };
    let mut lines = Lines::new(usize::from(inner.width), look);
    lines.add(&summary(case, file, former, common), look.theme.text);
    let (mut selected, mut section) = (0..0, "");
    for (place, row) in case.revised.rows.iter().enumerate() {
        if section != heading(*row) {
            section = heading(*row);
            lines.gap().add(&t!(section), look.theme.title);
        }
        let start = lines.len();
        put(*row, case, file, former, common, look, &mut lines);
        if place == case.cursor() {
            lines.restyle(start..start + 1, look.theme.selected);
            selected = start..lines.len();
        }
    }
    if case.revised.rows.is_empty() {
        lines.draw(0, true, frame, inner);
        return Drawn::default();
    }
    listed(&lines, &selected, case, look, frame, area)
}

/// With which round the newest is compared, and how much changed.
fn summary(case: &Case, file: &CaseFile, former: &Former, common: &Common) -> String {
    let count = case.revised.revision.count();
    let what = if count == 0 { t!("case.revision.nothing") } else { t!("case.revision.changes", count = count) };
    let own = last_opinion(&file.reviews, &common.user.name) == Some(former.round);
    let key = if own { "case.revision.since-own" } else { "case.revision.since-former" };
    t!(key, round = former.round, what = what).into_owned()
}

const fn heading(row: RevisionRow) -> &'static str {
    match row {
        RevisionRow::Point(_) => "case.revision.points",
        RevisionRow::Amount => "case.revision.amount",
        RevisionRow::Item(_) => "case.revision.items",
        RevisionRow::Indicator(_) => "case.revision.indicators",
        RevisionRow::Link(_) => "case.revision.links",
    }
}

fn put(
    row: RevisionRow,
    case: &Case,
    file: &CaseFile,
    former: &Former,
    common: &Common,
    look: &Look,
    lines: &mut Lines<'_>,
) {
    let revision = &case.revised.revision;
    match row {
        RevisionRow::Point(place) => {
            if let Some((_, review, said)) = file.earlier_points().find(|(other, ..)| *other == place) {
                point(review, said, common, look, lines);
            }
        }
        RevisionRow::Amount => revision.amount.iter().for_each(|change| amount(change, look, lines)),
        RevisionRow::Item(place) => revision.items.get(place).into_iter().for_each(|change| item(change, look, lines)),
        RevisionRow::Indicator(place) => {
            let change = revision.indicators.get(place);
            change.into_iter().for_each(|change| indicator(change, file, former, look, lines));
        }
        RevisionRow::Link(place) => {
            revision.links.get(place).into_iter().for_each(|change| link(*change, file, look, lines));
        }
    }
}

fn point(review: &ReviewRow, said: Option<&Point>, common: &Common, look: &Look, lines: &mut Lines<'_>) {
    let (mark, style) = match said.map(|point| point.answered) {
        Some(true) => (look.glyphs.yes, look.theme.good),
        Some(false) => (look.glyphs.no, look.theme.warning),
        None => (" ", look.theme.text),
    };
    let answer = match said {
        Some(point) => {
            let key = if point.answered { "point.answered" } else { "point.unanswered" };
            t!("case.revision.said", said = t!(key), by = point.by, round = point.round)
        }
        None => t!("point.unsaid"),
    };
    let mut head = vec![
        t!("case.opinion.round", round = review.round).into_owned(),
        stage(&review.stage, common),
        t!(format!("verdict.{}", review.verdict.id())).into_owned(),
    ];
    head.extend(review.grade.map(|grade| grade.to_string()));
    head.extend([review.by.clone(), answer.into_owned()]);
    lines.hang(&format!("[{mark}] "), &head.join("  "), style);
    lines.hang("    ", &review.opinion, look.theme.text);
}

fn amount(change: &AmountChange, look: &Look, lines: &mut Lines<'_>) {
    let text = |amount: Option<Money>| amount.map_or_else(|| t!("case.revision.no-amount").into_owned(), Money::wan);
    let mut words = spans(&[Piece::Removed(text(change.former)), Piece::Added(text(change.newer))], look);
    if let Some((difference, percent)) = change.difference() {
        let key = if difference < Money::ZERO { "case.revision.less" } else { "case.revision.more" };
        let mut more = t!(key, amount = Money(difference.0.saturating_abs()).wan()).into_owned();
        if let Some(percent) = percent {
            let sign = if percent.is_sign_negative() { "" } else { "+" };
            more += &t!("case.revision.percent", percent = format!("{sign}{percent}"));
        }
        words.push((more, look.theme.text));
    }
    lines.hang_spans("", &words, look.theme.text);
}

fn item(change: &ItemChange, look: &Look, lines: &mut Lines<'_>) {
    let label = match change.place {
        Place::Added(place) => t!("case.revision.added-item", number = place + 1),
        Place::Removed(place) => t!("case.revision.removed-item", number = place + 1),
        Place::Changed(_, place) => t!("case.revision.changed-item", number = place + 1),
    };
    lines.hang_spans(&label, &spans(&change.pieces, look), look.theme.text);
}

fn indicator(change: &IndicatorChange, file: &CaseFile, former: &Former, look: &Look, lines: &mut Lines<'_>) {
    let (label, words) = match change.place {
        Place::Added(place) => {
            let text = file.submission.indicators.get(place).map(whole).unwrap_or_default();
            (t!("case.revision.added-indicator", number = place + 1), spans(&[Piece::Added(text)], look))
        }
        Place::Removed(place) => {
            let text = former.submission.indicators.get(place).map(whole).unwrap_or_default();
            (t!("case.revision.removed-indicator", number = place + 1), spans(&[Piece::Removed(text)], look))
        }
        Place::Changed(_, place) => {
            let name = file.submission.indicators.get(place).map(|one| Part::Name.of(one)).unwrap_or_default();
            (t!("case.revision.changed-indicator", number = place + 1), parts(&name, &change.parts, look))
        }
    };
    lines.hang_spans(&label, &words, look.theme.text);
}

/// The parts that changed, behind the name unless that is one of them.
fn parts(name: &str, parts: &[(Part, Vec<Piece>)], look: &Look) -> Vec<Span> {
    let mut words = Vec::new();
    if parts.iter().all(|(part, _)| *part != Part::Name) {
        words.push((name.to_owned(), look.theme.text));
    }
    for (part, pieces) in parts {
        let gap = if words.is_empty() { "" } else { "  " };
        words.push((format!("{gap}{} ", t!(format!("case.part.{}", part.id()))), look.theme.dim));
        words.extend(spans(pieces, look));
    }
    words
}

fn link(change: LinkChange, file: &CaseFile, look: &Look, lines: &mut Lines<'_>) {
    let name = file.submission.indicators.get(change.indicator).map(|one| Part::Name.of(one)).unwrap_or_default();
    let words = t!("case.revision.link", item = change.item + 1, indicator = change.indicator + 1, name = name);
    let key = if change.added { "case.revision.added-link" } else { "case.revision.removed-link" };
    lines.hang(&t!(key), &words, look.theme.text);
}

fn spans(pieces: &[Piece], look: &Look) -> Vec<Span> {
    let span = |piece: &Piece| -> (String, Style) {
        match piece {
            Piece::Same(text) => (text.clone(), look.theme.text),
            Piece::Removed(text) => (format!("[-{text}-]"), look.theme.removed),
            Piece::Added(text) => (format!("[+{text}+]"), look.theme.added),
        }
    };
    pieces.iter().map(span).collect()
}
