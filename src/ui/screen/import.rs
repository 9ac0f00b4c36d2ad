//! Draws the import: the path, the files with what taking each would do, and the account of the selected one.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::import::{Import, Sheaf, Stage};
use crate::domain::handin::Severity;
use crate::domain::intake::{Fate, Intake, Item};
use crate::domain::money::Money;
use crate::ui::Drawn;
use crate::ui::brush::Brush;
use crate::ui::field;
use crate::ui::look::Look;
use crate::ui::wrap::wrap;

/// Columns of each count.
const COUNT: usize = 5;

/// Draws the screen, and returns where the hidden cursor rests.
pub fn draw(import: &Import, common: &Common, look: &Look, frame: &mut Frame<'_>, area: Rect) -> Drawn {
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    brush.skip(1).put(&t!("import.title"), look.theme.title);
    if let Some(words) = at_work(import) {
        brush.right(&words, look.theme.notice);
    }
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 1);
    brush.skip(1).put(&t!("import.path"), look.theme.heading).skip(1);
    let (x, room) = (brush.x(), brush.room());
    let place = Rect { x, y: area.y + 1, width: u16::try_from(room.saturating_sub(1)).unwrap_or(0), height: 1 };
    let at = field::draw(&import.path, look, frame, place, import.is_typing());
    let below = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
    if import.stage == Stage::Asking {
        offered(import, look, frame, below);
        return Some(at).into();
    }
    let rows = u16::try_from(import.list_rows(common.size.1)).unwrap_or(1);
    let list = Rect { height: (rows + 1).min(below.height), ..below };
    let account = Rect { y: list.bottom() + 1, height: below.height.saturating_sub(rows + 2), ..below };
    files(import, look, frame, list);
    let texts = import.selected().map(|file| account_of(file, look, usize::from(area.width.saturating_sub(3))));
    let end = texts.map_or(0, |texts| lines(&texts, import.scroll, look, frame, account));
    let row = u16::try_from(import.cursor.saturating_sub(import.first)).ok();
    Drawn::text(row.map(|row| Position::new(list.x, list.y + 1 + row)), end)
}

/// What is being done, and how far it is.
fn at_work(import: &Import) -> Option<String> {
    let all = import.files.len();
    let far =
        import.progress.map_or_else(String::new, |(done, of)| t!("import.progress", done = done, of = of).into_owned());
    match import.stage {
        Stage::Reading => Some(t!("import.reading", read = import.read(), all = all, far = far).into_owned()),
        Stage::Taking => Some(t!("import.taking", taken = import.taken(), all = all, far = far).into_owned()),
        Stage::Asking | Stage::Looking => None,
    }
}

/// What can be typed on, or why the path is none.
fn offered(import: &Import, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let mut texts: Vec<(String, Style)> = Vec::new();
    if let Some(fault) = &import.fault {
        texts.extend(
            wrap(fault, usize::from(area.width.saturating_sub(3)), look.policy)
                .into_iter()
                .map(|line| (line, look.theme.error)),
        );
    }
    if import.offered.is_empty() {
        texts.push((t!("import.nothing-offered").into_owned(), look.theme.dim));
    }
    texts.extend(import.offered.iter().map(|path| (path.clone(), look.theme.text)));
    lines(&texts, 0, look, frame, area);
}

/// Draws texts from a line on; the last line that may stand at the top.
fn lines(texts: &[(String, Style)], scroll: usize, look: &Look, frame: &mut Frame<'_>, area: Rect) -> usize {
    let page = usize::from(area.height);
    let end = texts.len().saturating_sub(page);
    let scroll = scroll.min(end);
    for (row, (text, style)) in (0..area.height).zip(texts.iter().skip(scroll)) {
        Brush::on(frame.buffer_mut(), look, area, row).skip(2).put(text, *style);
    }
    end
}

fn files(import: &Import, look: &Look, frame: &mut Frame<'_>, area: Rect) {
    let heads = ["created", "changed", "same", "evaluated", "errors", "warnings"];
    let status = 16;
    let room = usize::from(area.width).saturating_sub(2 + heads.len() * COUNT + 2 + status);
    let mut brush = Brush::on(frame.buffer_mut(), look, area, 0);
    let place = format!("{}  {}/{}", t!("import.head.file"), import.cursor + 1, import.files.len());
    brush.cell("", 2, look.theme.heading).cell(&place, room, look.theme.heading);
    for head in heads {
        brush.number(&t!(format!("import.head.{head}")), COUNT, look.theme.heading);
    }
    brush.skip(2).put(&t!("import.head.status"), look.theme.heading);
    let page = usize::from(area.height.saturating_sub(1));
    for (row, (at, file)) in (1..).zip(import.files.iter().enumerate().skip(import.first).take(page)) {
        let ground = if at == import.cursor { look.theme.selected } else { look.theme.text };
        let mut brush = Brush::on(frame.buffer_mut(), look, area, row);
        brush.cell(if at == import.cursor { look.glyphs.cursor } else { "" }, 2, ground);
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        brush.cell(name, room, ground);
        for count in counts(file.intake.as_ref()) {
            brush.number(&count, COUNT, ground);
        }
        let (words, style) = state(file, look);
        brush.cell("", 2, ground).cell(&words, status, if at == import.cursor { ground } else { style });
    }
}

/// Counts of the columns; blank before the file is read, and where there is nothing.
fn counts(intake: Option<&Intake>) -> [String; 6] {
    let show = |count: usize| if count == 0 { String::new() } else { count.to_string() };
    let Some(intake) = intake else { return Default::default() };
    [
        show(intake.count(|fate| *fate == Fate::Created)),
        show(intake.count(|fate| *fate == Fate::Changed)),
        show(if decided(intake) { intake.count(|fate| *fate == Fate::Same) } else { 0 }),
        show(intake.count(|fate| matches!(fate, Fate::Evaluated | Fate::Recorded | Fate::Corrected | Fate::Filled))),
        show(intake.problems_of(Severity::Error)),
        show(intake.problems_of(Severity::Warning)),
    ]
}

/// Whether it was decided upon: a file with errors was not.
fn decided(intake: &Intake) -> bool {
    intake.fault.is_none() && intake.problems_of(Severity::Error) == 0
}

fn state(file: &Sheaf, look: &Look) -> (String, Style) {
    let (word, style) = match (&file.taken, &file.intake) {
        (Some(Ok(())), _) => ("taken", look.theme.good),
        (Some(Err(_)), _) => ("refused", look.theme.error),
        (None, None) => ("unread", look.theme.dim),
        (None, Some(intake)) if intake.is_takeable() && file.left => ("left", look.theme.dim),
        (None, Some(intake)) if intake.is_takeable() => ("ready", look.theme.text),
        (None, Some(intake)) if decided(intake) && intake.count(|fate| matches!(fate, Fate::Refused(_))) == 0 => {
            ("nothing", look.theme.dim)
        }
        _ => ("faulty", look.theme.error),
    };
    (t!(format!("import.state.{word}")).into_owned(), style)
}

/// Why it cannot be read, its problems, and what each of its projects would become.
fn account_of(file: &Sheaf, look: &Look, room: usize) -> Vec<(String, Style)> {
    let mut out: Vec<(String, Style)> = Vec::new();
    let mut add = |text: &str, style: Style| {
        out.extend(wrap(text, room, look.policy).into_iter().map(|line| (line, style)));
    };
    if let Some(Err(words)) = &file.taken {
        add(words, look.theme.error);
    }
    let Some(intake) = &file.intake else { return out };
    if let Some(fault) = &intake.fault {
        add(fault, look.theme.error);
    }
    for problem in &intake.problems {
        let (word, style) = match problem.severity {
            Severity::Error => ("error", look.theme.error),
            Severity::Warning => ("warning", look.theme.warning),
            Severity::Hint => ("hint", look.theme.dim),
        };
        let word = t!(format!("import.severity.{word}"));
        add(&t!("import.problem", severity = word, place = problem.r#where, message = problem.message), style);
    }
    for item in &intake.items {
        let (text, style) = item_line(item, decided(intake), look);
        add(&text, style);
    }
    out
}

fn item_line(item: &Item, decided: bool, look: &Look) -> (String, Style) {
    let (word, style) = match &item.fate {
        _ if !decided => (t!("import.fate.read"), look.theme.text),
        Fate::Created => (t!("import.fate.created"), look.theme.added),
        Fate::Changed => (t!("import.fate.changed"), look.theme.text),
        Fate::Same => (t!("import.fate.same"), look.theme.dim),
        Fate::Evaluated => (t!("import.fate.evaluated"), look.theme.added),
        Fate::Recorded => (t!("import.fate.recorded"), look.theme.added),
        Fate::Corrected => (t!("import.fate.corrected"), look.theme.text),
        Fate::Filled => (t!("import.fate.filled"), look.theme.added),
        Fate::Refused(words) => (t!("import.fate.refused", words = words), look.theme.error),
    };
    let amount = item.amount.map_or_else(|| "-".to_owned(), Money::wan);
    let text = t!(
        "import.item",
        fate = word,
        unit = item.unit,
        project = item.project,
        amount = amount,
        indicators = item.indicators
    );
    (text.into_owned(), style)
}

#[cfg(test)]
mod tests;
