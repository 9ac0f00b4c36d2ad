//! What the wall shows while the session is prepared, and after it was closed.

use ratatui::Frame;
use ratatui::layout::Rect;
use rust_i18n::t;

use crate::app::common::Common;
use crate::domain::grade::Grade;
use crate::domain::money::Money;
use crate::domain::refusal::state_word;
use crate::domain::session::results::Results;
use crate::domain::session::view::SessionView;
use crate::ui::brush::Brush;
use crate::ui::lines::Lines;
use crate::ui::look::Look;

/// Columns of a name, a count and an amount of the results.
const NAME: usize = 24;
const COUNT: usize = 6;
const AMOUNT: usize = 16;

/// What will be discussed, and that it has not begun.
pub fn preparing(view: &SessionView, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut lines = Lines::new(usize::from(area.width), look);
    let amount: Money = view.items.iter().filter_map(|item| item.amount).sum();
    lines.gap().add(&t!("wall.preparing"), look.theme.title).gap();
    let mut facts = vec![t!("room.items", count = view.items.len(), amount = amount.wan()).into_owned()];
    facts.extend(view.session.day.map(|day| day.to_string()));
    facts.push(t!("room.members", count = view.session.members.len()).into_owned());
    facts.push(t!("room.share", share = view.session.quorum).into_owned());
    lines.pack(&facts, look.theme.text).gap();
    for (number, item) in (1..).zip(&view.items) {
        let words = t!("wall.coming", number = number, project = item.project, unit = item.unit.name);
        lines.add(&words, look.theme.text);
    }
    lines.draw(0, true, frame, area);
}

/// What was decided, by grade.
pub fn closed(view: &SessionView, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let results = Results::of(&view.items, &common.procedure);
    Brush::on(frame.buffer_mut(), look, area, 1).put(&t!("wall.closed"), look.theme.title);
    let graded = Grade::ALL.into_iter().zip(results.grades).map(|(grade, sum)| {
        let to = common.procedure.route(grade).map(|route| state_word(route.to)).unwrap_or_default();
        (grade.to_string(), sum, to, look.theme.text)
    });
    let total = |key: &str, sum, style| (t!(key).into_owned(), sum, String::new(), style);
    let others = [
        total("room.results.decided", results.decided, look.theme.title),
        total("room.results.budgeted", results.budgeted, look.theme.good),
        total("room.results.deferred", results.deferred, look.theme.text),
    ];
    let gone = (results.gone.count > 0).then(|| total("session.item.gone", results.gone, look.theme.text));
    for (row, (name, sum, to, style)) in (0..).zip(graded.chain(others).chain(gone)) {
        let mut brush = Brush::on(frame.buffer_mut(), look, area, 3 + 2 * row);
        brush.cell(&name, NAME, style).number(&sum.count.to_string(), COUNT, style);
        brush.number(&sum.amount.wan(), AMOUNT, style).skip(2).put(&to, look.theme.dim);
    }
}
