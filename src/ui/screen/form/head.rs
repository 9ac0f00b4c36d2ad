//! The lines over and under the fields: whose target it is, what is to be known before writing, and where it leads.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::form::kind::Kind;
use crate::app::form::{Form, outcome};
use crate::domain::money::Money;
use crate::domain::view::CaseFile;
use crate::ui::brush::{Brush, columns};
use crate::ui::lines::Lines;
use crate::ui::look::Look;

/// Draws the name of the form and of the project, and the facts.
pub fn draw(form: &Form, kind: Kind, file: &CaseFile, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let standing = &file.target.standing;
    let stage = outcome::stage(standing, common);
    let line = Rect { width: area.width.saturating_sub(1), ..area };
    let mut brush = Brush::on(frame.buffer_mut(), look, line, 0);
    let title = t!("form.heading", form = kind.title(), project = file.target.project.name);
    let room = brush.room().saturating_sub(columns(&stage, look) + 3);
    brush.skip(1).at_most(&title, room, look.theme.title).right(&stage, look.theme.title);
    let amount = file.submission.amount.map_or_else(|| "-".to_owned(), Money::wan);
    let mut facts = vec![
        file.unit.name.clone(),
        t!("case.amount", amount = amount).into_owned(),
        t!("case.round", round = standing.round).into_owned(),
        common.user.name.clone(),
    ];
    if let Some(member) = form.member() {
        facts.push(t!("room.form.for", who = member).into_owned());
    }
    if standing.key_project {
        facts.insert(1, t!("case.key-project").into_owned());
    }
    let dot = format!(" {} ", look.glyphs.dot);
    Brush::on(frame.buffer_mut(), look, line, 1).skip(1).put(&facts.join(&dot), look.theme.dim);
}

/// What is to be known before writing: that the target moved, that a draft was taken up, and what the unit has to answer.
pub fn news<'a>(form: &Form, file: &CaseFile, width: u16, look: &'a Look) -> Lines<'a> {
    let mut lines = Lines::new(usize::from(width.saturating_sub(2)), look);
    if let Some(moved) = &form.moved {
        let key = if form.sitting.is_some() { "room.form.banner" } else { "form.moved-banner" };
        // A refusal is a sentence of its own, where the banner goes on.
        lines.add(&t!(key, what = moved.trim_end_matches(['。', '.'])), look.theme.banner);
    }
    if let Some(restored) = &form.restored {
        lines.add(restored, look.theme.notice);
    }
    let asks = matches!(form.kind, Some(Kind::Amend | Kind::Settle | Kind::Rule));
    let last = file.reviews.iter().rev().find(|review| !review.undone && !review.opinion.is_empty());
    if let Some(review) = last.filter(|_| asks) {
        let grade = review.grade.map(|grade| grade.to_string()).unwrap_or_default();
        lines.hang(&t!("form.last-opinion", who = review.by, grade = grade), &review.opinion, look.theme.warning);
    }
    lines
}

/// Draws where the form leads, and what hinders it.
pub fn foot(form: &Form, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let rule = look.glyphs.rule.repeat(usize::from(area.width));
    frame.buffer_mut().set_stringn(area.x, area.y, rule, usize::from(area.width), look.theme.border);
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 1);
    brush.skip(1);
    match form.outlook(common) {
        Some(Ok(words)) => {
            brush.put(look.glyphs.leads_to, look.theme.key).skip(1).put(&words, look.theme.title);
        }
        Some(Err(words)) => {
            brush.put(&words, look.theme.dim);
        }
        None => {}
    }
    // While the last line says it too, it is said once.
    if let Some(refused) = form.refused.as_ref().filter(|_| common.notice.is_none()) {
        Brush::on(frame.buffer_mut(), look, area, 2).skip(1).put(refused, look.theme.error);
    }
}
