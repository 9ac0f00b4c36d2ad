//! Draws one pre-assessment: whose it is and where it stands, the dimensions with points beside each other, opinions, history.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_decimal::Decimal;
use rust_i18n::t;

use super::list::style;
use crate::app::screen::assess::AssessmentScreen;
use crate::domain::assessment::record::SelfAssessment;
use crate::domain::assessment::rule::rules;
use crate::domain::assessment::view::AssessmentFile;
use crate::domain::assessment::words::{self, points};
use crate::domain::money::Money;
use crate::domain::refusal::event_word;
use crate::ui::Drawn;
use crate::ui::brush::Brush;
use crate::ui::lines::Lines;
use crate::ui::look::Look;
use crate::ui::split;
use crate::ui::width::fit;

/// Columns of an item's name.
const NAME: usize = 22;

/// Draws the screen.
pub fn draw(screen: &AssessmentScreen, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let Some(file) = &screen.file else {
        let words = if screen.gone { t!("case.gone") } else { t!("case.reading") };
        Brush::on(frame.buffer_mut(), look, area, 0).skip(1).put(&words, look.theme.dim);
        return Drawn::default();
    };
    let (head, body) = split::top(area, 2);
    let standing = &file.assessment.standing;
    let place = words::place(standing);
    let line = Rect { width: head.width.saturating_sub(1), ..head };
    let mut brush = Brush::on(frame.buffer_mut(), look, line, 0);
    let room = brush.room().saturating_sub(crate::ui::brush::columns(&place, look) + 3);
    let title = t!("assess.file.title", project = file.assessment.project.name);
    brush.skip(1).at_most(&title, room, look.theme.title).right(&place, style(standing.state, look));
    let form = file.newest();
    let amount = form.and_then(|form| form.amount).map_or_else(|| "-".to_owned(), Money::wan);
    let mut facts = vec![
        file.unit.name.clone(),
        file.assessment.year.to_string(),
        t!("case.amount", amount = amount).into_owned(),
        t!("case.round", round = standing.round).into_owned(),
    ];
    facts.extend(file.assessment.category.clone());
    facts.extend(standing.due.map(|due| t!("cli.assess.until", due = due).into_owned()));
    let dot = format!(" {} ", look.glyphs.dot);
    Brush::on(frame.buffer_mut(), look, line, 1).skip(1).put(&facts.join(&dot), look.theme.dim);
    let text = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
    let lines = lines(file, usize::from(text.width), look);
    let most = lines.len().saturating_sub(usize::from(text.height));
    lines.draw(screen.scroll.min(most), true, frame, text);
    Drawn::text(None, most)
}

fn lines<'a>(file: &AssessmentFile, width: usize, look: &'a Look) -> Lines<'a> {
    let mut lines = Lines::new(width, look);
    let blank = SelfAssessment::default();
    let form = file.newest().unwrap_or(&blank);
    if !form.summary.is_empty() {
        lines.hang(&t!("assess.file.summary"), &form.summary, look.theme.text);
    }
    if !form.rectified.is_empty() {
        lines.hang(&t!("assess.file.rectified"), &form.rectified, look.theme.notice);
    }
    let given = file.scored();
    let totals = t!(
        "cli.assess.total",
        own = points(form.total()),
        given = points(given.and_then(|given| given.review.total)),
        rule = rules().thresholds()
    );
    lines.add(&totals, look.theme.heading);
    dimensions(file, form, look, &mut lines);
    opinions(file, look, &mut lines);
    lines.add(&t!("assess.file.history"), look.theme.heading);
    for past in &file.history {
        let undone = if past.undone { t!("assess.file.undone") } else { std::borrow::Cow::Borrowed("") };
        let words = format!(
            "{}  {}  {} {} {}{undone}",
            past.at.local_minute(),
            past.by,
            event_word(&past.kind),
            look.glyphs.leads_to,
            words::place(&past.to)
        );
        lines.add(&words, if past.undone { look.theme.dim } else { look.theme.text });
    }
    lines
}

/// Each dimension with its sums, below it the items whose points are not whole or differ, with what the unit says of them.
fn dimensions(file: &AssessmentFile, form: &SelfAssessment, look: &Look, lines: &mut Lines<'_>) {
    let given = file.scored().map(|given| given.review.scores.as_slice()).unwrap_or_default();
    let mut first = 0;
    for criterion in &rules().course.criteria {
        let places = first..first + criterion.items.len();
        first = places.end;
        let own: Option<Decimal> = places.clone().map(|at| form.items.get(at).and_then(|item| item.score)).sum();
        let theirs: Option<Decimal> = places.clone().map(|at| given.get(at).copied()).sum();
        let most = criterion.points.normalize();
        let words = t!(
            "cli.assess.dimension",
            name = fit(criterion.name.local(), NAME + 5, look.policy),
            own = points(own),
            points = most,
            given = points(theirs)
        );
        lines.add(&words, look.theme.title);
        for (at, item) in places.zip(&criterion.items) {
            let said = form.items.get(at).cloned().unwrap_or_default();
            let theirs = given.get(at).copied();
            let differs = theirs.is_some() && theirs != said.score;
            let words = t!(
                "cli.assess.item",
                number = format!("{:>2}", at + 1),
                name = fit(item.name.local(), NAME, look.policy),
                own = points(said.score),
                points = item.points.normalize(),
                given = points(theirs)
            );
            lines.add(&words, if differs { look.theme.warning } else { look.theme.text });
            let grounds: Vec<&str> = [&said.reason, &said.evidence]
                .into_iter()
                .map(String::as_str)
                .filter(|text| !text.is_empty())
                .collect();
            if !grounds.is_empty() {
                lines.hang("      ", &grounds.join(&format!(" {} ", look.glyphs.dot)), look.theme.dim);
            }
        }
    }
}

fn opinions(file: &AssessmentFile, look: &Look, lines: &mut Lines<'_>) {
    if file.reviews.is_empty() {
        return;
    }
    lines.add(&t!("assess.file.opinions"), look.theme.heading);
    for given in &file.reviews {
        lines.add(&words::review_head(given), look.theme.text);
        if !given.review.opinion.is_empty() {
            lines.hang("  ", &given.review.opinion, look.theme.text);
        }
    }
}
