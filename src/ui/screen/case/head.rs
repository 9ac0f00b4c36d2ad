//! The lines over a case file: project and stage, facts, standing, tabs.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::form::outcome;
use crate::app::screen::case::{Case, Tab};
use crate::domain::money::Money;
use crate::domain::target::State;
use crate::domain::view::CaseFile;
use crate::ui::brush::{Brush, columns};
use crate::ui::look::Look;

/// Draws project, facts and standing on three lines.
pub fn draw(file: &CaseFile, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let standing = &file.target.standing;
    let stage = outcome::stage(standing, common);
    let style = match standing.state {
        State::Budgeted => look.theme.good,
        State::Returned | State::Ruling | State::Excluded => look.theme.warning,
        _ => look.theme.title,
    };
    let line = Rect { width: area.width.saturating_sub(1), ..area };
    let mut brush = Brush::on(frame.buffer_mut(), look, line, 0);
    let room = brush.room().saturating_sub(columns(&stage, look) + 3);
    brush.skip(1).at_most(&file.target.project.name, room, look.theme.title).right(&stage, style);
    let dot = format!(" {} ", look.glyphs.dot);
    Brush::on(frame.buffer_mut(), look, line, 1).skip(1).put(&facts(file).join(&dot), look.theme.text);
    let late = standing.due.is_some_and(|due| due < common.now.today);
    let style = if late { look.theme.warning } else { look.theme.dim };
    Brush::on(frame.buffer_mut(), look, line, 2).skip(1).put(&waits(file, common).join(&dot), style);
}

fn facts(file: &CaseFile) -> Vec<String> {
    let target = &file.target;
    let amount = file.submission.amount.map_or_else(|| "-".to_owned(), Money::wan);
    let mut facts = vec![file.unit.name.clone(), t!("case.amount", amount = amount).into_owned()];
    facts.push(t!("case.year", year = target.year).into_owned());
    facts.extend(target.category.clone());
    facts.extend(Some(file.unit.desk.clone()).filter(|desk| !desk.is_empty()));
    facts.extend(target.project.code.clone());
    facts.push(format!("#{}", target.id));
    facts
}

fn waits(file: &CaseFile, common: &Common) -> Vec<String> {
    let standing = &file.target.standing;
    let mut parts = Vec::new();
    if standing.key_project {
        parts.push(t!("case.key-project").into_owned());
    }
    parts.push(t!("case.round", round = standing.round).into_owned());
    if !standing.state.is_final() {
        let days = standing.since.days_until(common.now.at);
        parts.push(t!("case.waits", days = days).into_owned());
    }
    if let Some(due) = standing.due {
        let key = if due < common.now.today { "queue.overdue" } else { "queue.due" };
        parts.push(t!(key, day = due.to_string()).into_owned());
    }
    if standing.returns > 0 {
        parts.push(t!("queue.returns", count = standing.returns).into_owned());
    }
    if let Some(grade) = standing.grade {
        parts.push(t!("case.last-grade", grade = grade).into_owned());
    }
    parts
}

/// Draws the tabs with their counts.
pub fn tabs(case: &Case, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(1);
    for tab in Tab::ALL {
        let words = tab_words(case, tab);
        brush.put(&words, if tab == case.tab { look.theme.tab } else { look.theme.tab_other }).skip(3);
    }
}

/// The words of a tab, with its count.
pub fn tab_words(case: &Case, tab: Tab) -> String {
    let title = t!(format!("case.tab.{}", tab.id()));
    match tab {
        Tab::Links => {
            let gaps = case.chart.rows.iter().filter(|row| row.is_gap()).count();
            if gaps > 0 { t!("case.tab-gaps", title = title, count = gaps) } else { title }
        }
        Tab::Findings => {
            let open = case.file.as_deref().map_or(0, |file| file.open_findings().count());
            if open > 0 { t!("case.tab-gaps", title = title, count = open) } else { title }
        }
        Tab::Revision => match case.revised.revision.count() {
            0 => title,
            count => t!("case.tab-count", title = title, count = count),
        },
        Tab::Execution => {
            let warnings = case.file.as_deref().into_iter().flat_map(|file| &file.execution.warnings);
            let open = warnings.filter(|warning| warning.corrected.is_none()).count();
            if open > 0 { t!("case.tab-gaps", title = title, count = open) } else { title }
        }
        Tab::Opinions | Tab::Record => t!("case.tab-count", title = title, count = case.count(tab)),
    }
    .into_owned()
}
