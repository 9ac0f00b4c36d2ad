//! The tab 预警: the findings as a table, the gravest first, what could not be checked, and below all that explains the selected one.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use rust_i18n::t;

use super::columns::{GAP, MARGIN};
use super::text::Below;
use crate::app::screen::case::{Case, Told, told};
use crate::domain::check::{Finding, Waiver, rule, sentence};
use crate::domain::handin::Severity;
use crate::domain::view::CaseFile;
use crate::ui::brush::Brush;
use crate::ui::drawn::Drawn;
use crate::ui::lines::{Lines, scrolled};
use crate::ui::look::Look;
use crate::ui::split;

/// Columns of the kind of a row: 错误, 不予预警.
const KIND: usize = 8;
/// Columns of a place: 指标 12, whole form.
const PLACE: usize = 12;

/// Draws the list and the selected row's detail, and returns where the selected row is.
pub fn draw(case: &Case, file: &CaseFile, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let rows = told(file);
    if rows.is_empty() {
        let key = if file.checked.round == 0 { "case.finding.unread" } else { "case.finding.none" };
        Brush::on(frame.buffer_mut(), look, area, 1).skip(MARGIN).put(&t!(key), look.theme.dim);
        return Drawn::default();
    }
    let below = match area.height {
        28.. => 12,
        16.. => 8,
        _ => 4,
    };
    let (heading, rest) = split::top(area, 1);
    let (rest, more) = split::bottom(rest, below);
    let (table, rule) = split::bottom(rest, 1);
    headings(look, frame, heading);
    let cursor = case.cursor().min(rows.len() - 1);
    let height = usize::from(table.height);
    let from = scrolled(cursor..cursor + 1, rows.len(), height);
    for (place, row) in rows.iter().enumerate().skip(from).take(height) {
        let line = u16::try_from(place - from).unwrap_or_default();
        draw_row(row, place == cursor, look, &mut Brush::on(frame.buffer_mut(), look, table, line));
    }
    let below = Below { rule, area: more };
    let lines = detail(&rows[cursor], look, below.width());
    let end = below.draw(&lines, case, (from, rows.len(), height), look, frame);
    let row = u16::try_from(cursor - from).unwrap_or_default();
    Drawn::text(Some(Position::new(table.x, table.y + row.min(table.height.saturating_sub(1)))), end)
}

fn headings(look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let style = look.theme.heading;
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(MARGIN).cell(&t!("case.finding.kind"), KIND, style).skip(GAP);
    brush.cell(&t!("case.finding.place"), PLACE, style).skip(GAP).put(&t!("case.finding.found"), style);
}

fn draw_row(row: &Told<'_>, selected: bool, look: &Look, brush: &mut Brush<'_>) {
    let theme = &look.theme;
    let words = row.words();
    let (kind, place) = match row {
        Told::Found(finding, waiver) => {
            let kind = match waiver {
                Some(_) => t!("case.finding.waived").into_owned(),
                None => sentence::severity(finding.severity),
            };
            (kind, sentence::place(finding))
        }
        Told::Earlier(_, finding) => (sentence::severity(finding.severity), sentence::place(finding)),
        Told::Unchecked(..) => (t!("case.finding.unchecked").into_owned(), String::new()),
    };
    let (mark, text) = styles(row, look);
    let (mark, text) = if selected { (theme.selected, theme.selected) } else { (mark, text) };
    brush.cell(if selected { look.glyphs.cursor } else { "" }, MARGIN, theme.text);
    brush.cell(&kind, KIND, mark).cell("", GAP, text).cell(&place, PLACE, text).cell("", GAP, text);
    let room = brush.room().saturating_sub(1);
    brush.cell(&words, room, text);
}

/// How the kind and the words of a row look.
const fn styles(row: &Told<'_>, look: &Look) -> (Style, Style) {
    let theme = &look.theme;
    match row {
        Told::Found(_, Some(_)) | Told::Unchecked(..) => (theme.dim, theme.dim),
        Told::Found(finding, None) | Told::Earlier(_, finding) => match finding.severity {
            Severity::Error => (theme.error, theme.text),
            Severity::Warning => (theme.warning, theme.text),
            Severity::Hint => (theme.dim, theme.text),
        },
    }
}

/// All that explains a row: what is wrong, what triggered it, the rule with its source, the cure, and the waiver.
fn detail<'a>(row: &Told<'_>, look: &'a Look, room: usize) -> Lines<'a> {
    let mut lines = Lines::new(room, look);
    match row {
        Told::Found(finding, waiver) => found(finding, *waiver, look, &mut lines),
        Told::Earlier(prior, finding) => {
            found(finding, None, look, &mut lines);
            let project = &prior.evaluation.project.name;
            lines.hang(
                &t!("case.finding.evaluation"),
                &sentence::of_evaluation(&prior.evaluation, project),
                look.theme.dim,
            );
        }
        Told::Unchecked(unchecked, _) => {
            lines.add(&t!("case.finding.cannot", words = row.words()), look.theme.title);
            rule_of(&unchecked.id, look, &mut lines);
        }
    }
    lines
}

fn found(finding: &Finding, waiver: Option<&Waiver>, look: &Look, lines: &mut Lines<'_>) {
    let theme = &look.theme;
    let (severity, place) = (sentence::severity(finding.severity), sentence::place(finding));
    let name = sentence::name(&finding.id);
    lines.add(&t!("case.finding.head", severity = severity, place = place, name = name), theme.title);
    lines.add(&sentence::message(finding), theme.text);
    if let Some(waiver) = waiver {
        let (by, at, reason) = (&waiver.by, waiver.at.local_minute(), &waiver.reason);
        lines.hang(
            &t!("case.finding.waived-label"),
            &t!("case.finding.by", by = by, at = at, reason = reason),
            theme.good,
        );
    }
    if !finding.trigger.is_empty() {
        lines.hang(&t!("case.finding.trigger"), &finding.trigger, theme.text);
    }
    if !finding.others.is_empty() {
        let others: Vec<String> = finding.others.iter().map(|other| (other + 1).to_string()).collect();
        lines.hang(&t!("case.finding.others"), &others.join(&t!("case.finding.and")), theme.text);
    }
    lines.hang(&t!("case.finding.cure"), &sentence::cure(&finding.id), theme.text);
    rule_of(&finding.id, look, lines);
}

fn rule_of(id: &str, look: &Look, lines: &mut Lines<'_>) {
    lines.hang(&t!("case.finding.rule"), &sentence::rule_words(id), look.theme.dim);
    lines.hang(&t!("case.finding.source"), &rule::source(id), look.theme.dim);
}
