//! The tab 执行: periods of monitoring, evaluations and filling warnings as a table, and below all that there is of the selected one.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use rust_i18n::t;

use super::columns::{GAP, MARGIN};
use super::text::Below;
use crate::app::common::Common;
use crate::app::screen::case::{Case, ExecutionRow, execution_rows};
use crate::domain::check::sentence;
use crate::domain::evaluation::EvaluationKind;
use crate::domain::execution::progress::{self, Cause};
use crate::domain::execution::record::Filled;
use crate::domain::execution::view::{EvaluationRow, lights};
use crate::domain::execution::{rule, words};
use crate::domain::money::Money;
use crate::domain::target::Indicator;
use crate::domain::view::CaseFile;
use crate::ui::brush::Brush;
use crate::ui::drawn::Drawn;
use crate::ui::lines::{Lines, scrolled};
use crate::ui::look::Look;
use crate::ui::screen::form::light_style;
use crate::ui::split;

/// Columns of what a row is: 监控 1-7月, 2021 年自评.
const WHAT: usize = 20;
/// Columns of how it stands: a light, a score with its grade.
const STANDS: usize = 14;

/// Draws the table and the selected row's detail, and returns where the selected row is.
pub fn draw(case: &Case, file: &CaseFile, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let rows = execution_rows(file);
    if rows.is_empty() {
        let key = "execution.tab.none";
        Brush::on(frame.buffer_mut(), look, area, 1).skip(MARGIN).put(&t!(key), look.theme.dim);
        return Drawn::default();
    }
    let above = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(area.height / 2);
    let (heading, rest) = split::top(area, 1);
    let (table, rest) = split::top(rest, above);
    let (rule_line, more) = split::top(rest, 1);
    let mut brush = Brush::on(frame.buffer_mut(), look, heading, 0);
    brush.skip(MARGIN).cell(&t!("execution.tab.what"), WHAT, look.theme.heading).skip(GAP);
    brush.cell(&t!("execution.tab.stands"), STANDS, look.theme.heading).skip(GAP);
    brush.put(&t!("execution.tab.more"), look.theme.heading);
    let cursor = case.cursor().min(rows.len() - 1);
    let height = usize::from(table.height);
    let from = scrolled(cursor..cursor + 1, rows.len(), height);
    for (place, row) in rows.iter().enumerate().skip(from).take(height) {
        let line = u16::try_from(place - from).unwrap_or_default();
        draw_row(row, (file, common), place == cursor, look, &mut Brush::on(frame.buffer_mut(), look, table, line));
    }
    let below = Below { rule: rule_line, area: more };
    let lines = detail(&rows[cursor], file, common, look, below.width());
    let end = below.draw(&lines, case, (from, rows.len(), height), look, frame);
    let row = u16::try_from(cursor - from).unwrap_or_default();
    Drawn::text(Some(Position::new(table.x, table.y + row.min(table.height.saturating_sub(1)))), end)
}

fn draw_row(
    row: &ExecutionRow<'_>,
    (file, common): (&CaseFile, &Common),
    selected: bool,
    look: &Look,
    brush: &mut Brush<'_>,
) {
    let theme = &look.theme;
    let (what, stands, more, style) = cells(row, file, common, look);
    let named = if selected { theme.selected } else { theme.text };
    brush.cell(if selected { look.glyphs.cursor } else { "" }, MARGIN, theme.text);
    brush.cell(&what, WHAT, named).skip(GAP).cell(&stands, STANDS, style).skip(GAP);
    let room = brush.room().saturating_sub(1);
    brush.cell(&more, room, theme.text);
}

/// What a row is, how it stands, a word more, and how the standing looks.
fn cells(row: &ExecutionRow<'_>, file: &CaseFile, common: &Common, look: &Look) -> (String, String, String, Style) {
    let theme = &look.theme;
    let year = file.target.year;
    match row {
        ExecutionRow::Period(period, filled) => {
            let what = t!("execution.tab.period", period = period.name()).into_owned();
            match filled {
                Some(filled) => (what, words::light(filled.light), form_line(filled), light_style(filled.light, look)),
                None => {
                    let due = period.due(year);
                    let style = if common.now.today > due { theme.warning } else { theme.dim };
                    let key = if common.now.today < period.end(year) {
                        "execution.tab.early"
                    } else {
                        "execution.tab.unfilled"
                    };
                    (what, t!(key).into_owned(), t!("execution.tab.due", due = due).into_owned(), style)
                }
            }
        }
        ExecutionRow::Missing => {
            let what = t!("execution.tab.evaluation", year = year, kind = t!("evaluation.self")).into_owned();
            let (stands, more) = match &file.execution.opening {
                Some(opening) => {
                    (t!("execution.tab.unfilled"), t!("execution.tab.due", due = opening.due).into_owned())
                }
                None => (t!("execution.tab.closed"), String::new()),
            };
            (what, stands.into_owned(), more, theme.dim)
        }
        ExecutionRow::Evaluation(row) => {
            let what = row.words();
            let grade = row.grade().map(|grade| grade.to_string()).unwrap_or_default();
            let stands = format!("{} {grade}", row.evaluation.score.as_deref().unwrap_or("-"));
            // The desk reviews what units report; what the bureau found stands.
            let judged = match row.evaluation.kind {
                EvaluationKind::Own => words::judged(row.reported.judgement.as_ref()),
                _ => t!("execution.tab.recorded", by = row.reported.by).into_owned(),
            };
            let engaged = row.reported.details.engagement.as_ref();
            let more = engaged.map_or(judged, |one| format!("{} {}", one.agency, one.conclusion));
            (what, stands, more, theme.text)
        }
        ExecutionRow::Warning(warning) => {
            let what = t!("execution.tab.warning", period = words::period(&warning.period)).into_owned();
            let open = warning.corrected.is_none();
            let stands = t!(if open { "execution.tab.open" } else { "execution.tab.corrected" }).into_owned();
            (what, stands, words::warning(warning.kind), if open { theme.warning } else { theme.dim })
        }
    }
}

fn form_line(filled: &Filled) -> String {
    let rate = progress::execution_rate(&filled.monitoring).map_or_else(|| "-".to_owned(), |rate| rate.to_string());
    let executed = filled.monitoring.executed.map_or_else(|| "-".to_owned(), Money::wan);
    let mut line = t!("execution.tab.executed", executed = executed, rate = rate).into_owned();
    if filled.late > 0 {
        line += &t!("execution.detail.late", days = filled.late);
    }
    if let Some(disposed) = &filled.disposed {
        line.push_str("  ");
        line.push_str(&words::disposal(disposed.disposal));
    }
    line
}

fn detail<'a>(row: &ExecutionRow<'_>, file: &CaseFile, common: &Common, look: &'a Look, room: usize) -> Lines<'a> {
    let mut lines = Lines::new(room, look);
    let theme = &look.theme;
    match row {
        ExecutionRow::Period(period, Some(filled)) => form(filled, file, period, look, &mut lines),
        ExecutionRow::Period(period, None) => {
            let source = rule::period_source(&file.target.project.name);
            let (end, due) = (period.end(file.target.year), period.due(file.target.year));
            lines.add(&t!("execution.tab.period-detail", end = end, due = due, source = source), theme.text);
        }
        ExecutionRow::Missing => {
            let key =
                if file.execution.opening.is_some() { "execution.tab.fill" } else { "execution.tab.closed-detail" };
            lines.add(&t!(key), theme.text).add(&words::score_rule(), theme.dim);
        }
        ExecutionRow::Evaluation(row) => evaluation(row, file, look, &mut lines),
        ExecutionRow::Warning(warning) => {
            let (by, raised) = (&warning.by, warning.raised.local_minute());
            lines.add(&t!("execution.tab.raised", by = by, at = raised), theme.text);
            let named = warning.places.iter().filter_map(|place| file.submission.indicators.get(*place as usize));
            let names: Vec<&str> = named.map(Indicator::name).collect();
            if !names.is_empty() {
                lines.hang(&t!("execution.tab.indicators"), &names.join("、"), theme.text);
            }
            let days = warning.days(common.now.at);
            match &warning.corrected {
                Some((by, _)) => lines.add(&t!("execution.tab.corrected-by", by = by, days = days), theme.good),
                None => lines.add(&t!("execution.tab.open-for", days = days), theme.warning),
            };
        }
    }
    lines
}

fn form(filled: &Filled, file: &CaseFile, period: &rule::Period, look: &Look, lines: &mut Lines<'_>) {
    let theme = &look.theme;
    let all = file.submission.indicators.iter().zip(&filled.monitoring.indicators);
    for (place, ((indicator, one), lit)) in all.zip(lights(filled, &file.submission, period)).enumerate() {
        let light = lit.as_ref().map_or_else(|| "-".to_owned(), words::lit);
        let (name, asked) = (indicator.name(), indicator.measure_text());
        let value = if one.value.is_empty() { "-" } else { one.value.as_str() };
        let number = place + 1;
        let mut said =
            t!("execution.tab.indicator", name = name, target = asked, value = value, light = light).into_owned();
        if !one.reason.is_empty() {
            let cause = one.cause.map_or("", Cause::term);
            said.extend(["  ", cause, " ", &one.reason]);
        }
        let style = lit.map_or(theme.dim, |lit| light_style(lit.light, look));
        lines.hang(&format!("{number} "), &said, style);
    }
    if progress::is_slow(&filled.monitoring, period.month) {
        let least = rule::execution_least(period.month).unwrap_or_default();
        lines.add(&t!("execution.tab.slow", least = least), theme.warning);
    }
    if let Some(disposed) = &filled.disposed {
        let what = words::disposal(disposed.disposal);
        lines
            .add(&t!("execution.tab.disposed", what = what, by = disposed.by, opinion = disposed.opinion), theme.title);
    }
    if let Some(due) = filled.disposed.as_ref().and_then(|disposed| disposed.due) {
        lines.add(&t!("execution.tab.disposed-by", due = due), theme.title);
    }
    if let Some(rectified) = &filled.rectified {
        lines.add(&t!("execution.tab.rectified", by = rectified.by, text = rectified.text), theme.good);
    }
    lines.add(&words::light_rule(), theme.dim);
}

fn evaluation(row: &EvaluationRow, file: &CaseFile, look: &Look, lines: &mut Lines<'_>) {
    let theme = &look.theme;
    let own = row.evaluation.year.and_then(|year| file.execution.evaluation(year, EvaluationKind::Own));
    let beside = own.filter(|own| own.reported.id != row.reported.id);
    for (place, one) in row.evaluation.indicators.iter().enumerate() {
        let text = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
        let asked =
            Indicator { sign: one.sign, value: one.target.clone(), unit: one.unit.clone(), ..Indicator::default() };
        let (name, target, actual) = (text(&one.l3), asked.measure_text(), text(&one.actual));
        let (score, weight) = (text(&one.score), text(&one.weight));
        let said =
            t!("execution.tab.score", name = name, target = target, actual = actual, score = score, weight = weight);
        let mut said = said.into_owned();
        let other = beside.and_then(|own| own.evaluation.indicators.get(place)).filter(|other| other.l3 == one.l3);
        let differs = other.filter(|other| (&other.actual, &other.score) != (&one.actual, &one.score));
        if let Some(other) = differs {
            said += &t!("execution.tab.differs", actual = text(&other.actual), score = text(&other.score));
        }
        if let Some(reason) = one.reason.as_deref().filter(|reason| !reason.is_empty()) {
            said.extend(["  ", reason]);
        }
        lines.hang(&format!("{} ", place + 1), &said, if differs.is_some() { theme.warning } else { theme.text });
    }
    if let Some(change) = beside.and_then(EvaluationRow::total).zip(row.total()).map(|(own, this)| this - own) {
        lines.add(&t!("execution.tab.change", points = change.normalize()), theme.warning);
    }
    if let Some(engaged) = &row.reported.details.engagement {
        for (id, said) in [
            ("agency", &engaged.agency),
            ("scope", &engaged.scope),
            ("conclusion", &engaged.conclusion),
            ("link", &engaged.link),
        ] {
            if !said.is_empty() {
                lines.hang(&t!("execution.tab.label", name = t!(format!("field.{id}"))), said, theme.text);
            }
        }
    }
    if let Some(judgement) = &row.reported.judgement {
        let judged = words::judged(Some(judgement));
        lines.add(
            &t!("execution.tab.judged", judged = judged, by = judgement.by, opinion = judgement.opinion),
            theme.title,
        );
    }
    for finding in &row.report().findings {
        lines.add(&format!("{} {}", sentence::severity(finding.severity), sentence::message(finding)), theme.warning);
    }
    lines.add(&words::score_rule(), theme.dim);
}
