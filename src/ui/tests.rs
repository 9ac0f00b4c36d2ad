use std::collections::HashMap;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Position;

use super::LineId;
use super::dump::{dump, lines};
use super::look::Look;
use super::width::Policy;
use crate::app::fixture::{Desk, sample};

mod read_only;

pub(super) const SMALL: (u16, u16) = (80, 24);
pub(super) const LARGE: (u16, u16) = (120, 40);

/// Draws the app as it is, and returns the buffer, the shown cursor and the parked one.
pub(super) fn drawn(desk: &Desk, look: &Look) -> (Buffer, Option<Position>, Option<Position>) {
    let (columns, rows) = desk.app.common.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    let mut parked = None;
    let done = terminal.draw(|frame| parked = super::draw(&desk.app, look, frame).rest).unwrap();
    let buffer = done.buffer.clone();
    let shown = terminal.backend().cursor_visible().then(|| terminal.get_cursor_position().unwrap());
    (buffer, shown, parked)
}

/// How far the text in sight can be turned.
pub(super) fn end(desk: &Desk) -> Option<usize> {
    let (columns, rows) = desk.app.common.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    let mut end = None;
    terminal.draw(|frame| end = super::draw(&desk.app, &Look::new(Policy::NARROW, false), frame).end).unwrap();
    end
}

fn at(size: (u16, u16), name: &str, keys: &str) -> Desk {
    let mut desk = Desk::with(sample(), name, size);
    desk.keys(keys);
    desk
}

pub(super) fn picture(desk: &Desk, policy: Policy, mono: bool) -> String {
    dump(&drawn(desk, &Look::new(policy, mono)).0)
}

const ALL: &str = "<Shift-Tab>";

#[test]
fn the_queue() {
    let mut desk = at(LARGE, "教科文股经办", "j<Space>");
    desk.wait(300);
    insta::assert_snapshot!("queue_120x40_colour", picture(&desk, Policy::NARROW, false));
    insta::assert_snapshot!("queue_120x40_mono", picture(&desk, Policy::NARROW, true));
    insta::assert_snapshot!("queue_120x40_ascii", picture(&desk, Policy::ASCII, true));
    let desk = at(LARGE, "管理员", ALL);
    insta::assert_snapshot!("queue_all_120x40", picture(&desk, Policy::NARROW, false));
    insta::assert_snapshot!("queue_all_120x40_wide", picture(&desk, Policy::WIDE, false));
    let desk = at(SMALL, "管理员", ALL);
    insta::assert_snapshot!("queue_all_80x24", picture(&desk, Policy::NARROW, false));
    let desk = at((60, 16), "管理员", ALL);
    insta::assert_snapshot!("queue_all_60x16", picture(&desk, Policy::NARROW, false));
    let desk = at((50, 10), "管理员", ALL);
    insta::assert_snapshot!("too_small_50x10", picture(&desk, Policy::NARROW, false));
}

#[test]
fn a_file_without_targets_says_how_to_begin() {
    let mut file = sample();
    file.model.targets.clear();
    let desk = Desk::with(file, "管理员", (80, 24));
    let shown = picture(&desk, Policy::NARROW, true);
    assert!(shown.contains("还没有目标。按 I 导入"), "{shown}");
}

#[test]
fn the_filter() {
    let desk = at(SMALL, "管理员", "<Shift-Tab>/教育");
    insta::assert_snapshot!("filter_80x24", picture(&desk, Policy::NARROW, false));
    let mut desk = at(SMALL, "管理员", "/金额>多");
    let field = desk.app.queue.field.as_mut().unwrap();
    let message = "“多”不是金额".to_owned();
    field.error = Some(crate::domain::query::ParseError { column: 3, message });
    insta::assert_snapshot!("filter_fault_80x24", picture(&desk, Policy::NARROW, true));
    let desk = at(SMALL, "管理员", "/无此项目<Enter>");
    insta::assert_snapshot!("filter_nothing_80x24", picture(&desk, Policy::NARROW, true));
}

#[test]
fn the_popups() {
    let desk = at(SMALL, "教科文股经办", "<Space><Space>b3指标与目标不对应<Enter>");
    insta::assert_snapshot!("quick_batch_80x24", picture(&desk, Policy::NARROW, false));
    let desk = at(LARGE, "教科文股经办", "b<Enter>");
    insta::assert_snapshot!("quick_120x40_mono", picture(&desk, Policy::NARROW, true));
    let desk = at(SMALL, "教科文股经办", "t2<Enter>u");
    insta::assert_snapshot!("confirm_80x24", picture(&desk, Policy::NARROW, false));
    let desk = at(SMALL, "管理员", "2w");
    insta::assert_snapshot!("prompt_80x24", picture(&desk, Policy::ASCII, true));
    let desk = at(LARGE, "教科文股经办", "?");
    insta::assert_snapshot!("help_120x40", picture(&desk, Policy::NARROW, false));
    let desk = at(SMALL, "教科文股经办", ":页");
    insta::assert_snapshot!("palette_80x24", picture(&desk, Policy::NARROW, true));
    let desk = at(SMALL, "教科文股经办", "<F9>");
    insta::assert_snapshot!("people_80x24", picture(&desk, Policy::NARROW, false));
}

#[test]
fn the_journal_and_notices() {
    let desk = at(SMALL, "管理员", "<F8>");
    // The machine's zone is the reader's; the test's must not depend on it.
    let text = lines(&drawn(&desk, &Look::new(Policy::NARROW, false)).0).join("\n");
    assert!(text.contains("评审") && text.contains("#11"), "{text}");
    let desk = at(SMALL, "教科文股经办", "p");
    insta::assert_snapshot!("notice_80x24", picture(&desk, Policy::NARROW, true));
}

/// Lines with the same id show the same, whatever was done in between and however things look.
#[test]
fn what_a_line_is_known_by_says_all_that_it_shows() {
    let looks =
        [Policy::NARROW, Policy::WIDE, Policy::ASCII].map(|policy| [true, false].map(|mono| Look::new(policy, mono)));
    let long = "有人同时改了这个目标,请看过新的内容再办理;".repeat(6);
    let scripts = [
        "<Shift-Tab>",
        "j",
        "<Space>",
        "jj<Space>",
        "s",
        "s",
        "kk",
        "t1<Enter>",
        "/教育<Enter>",
        "<Esc>",
        "2",
        "b<Enter>",
    ];
    let mut seen = HashMap::<LineId, Vec<Cell>>::new();
    let mut again = 0;
    for size in [LARGE, SMALL, (60, 16)] {
        let mut desk = at(size, "教科文股经办", "");
        for script in scripts {
            desk.keys(script);
            for day in [0, 1, 40] {
                let now = desk.app.common.now;
                desk.app.common.now.at.0 += day * 86_400_000_000;
                desk.app.common.now.today = now.today.saturating_add(jiff::Span::new().days(day));
                for look in looks.iter().flatten() {
                    again += compare(&desk, look, &mut seen);
                    desk.app.common.fail(&*long);
                    again += compare(&desk, look, &mut seen);
                    desk.app.common.notice = None;
                    desk.app.common.set_read_only(true);
                    again += compare(&desk, look, &mut seen);
                    desk.app.common.set_read_only(false);
                }
                desk.app.common.now = now;
            }
        }
    }
    assert!(again > 500 && seen.len() > 300, "{again} of {}", seen.len());
}

/// Compares the lines of a screen with those of the same ids before, and with what is drawn over them; how many there were.
fn compare(desk: &Desk, look: &Look, seen: &mut HashMap<LineId, Vec<Cell>>) -> usize {
    let (columns, rows) = desk.app.common.size;
    let draw = |shown: &[Option<LineId>]| {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let mut ids = Vec::new();
        let done = terminal.draw(|frame| ids = super::draw_over(&desk.app, look, frame, shown).lines).unwrap();
        (done.buffer.clone(), ids)
    };
    let (whole, ids) = draw(&[]);
    let (over, told) = draw(&ids);
    assert_eq!(ids, told);
    assert!(ids.is_empty() || desk.app.popups.is_empty(), "lines under a popup");
    let mut again = 0;
    for (y, id) in ids.iter().chain(std::iter::repeat(&None)).take(usize::from(rows)).enumerate() {
        let line = |buffer: &Buffer| buffer.content[y * usize::from(columns)..][..usize::from(columns)].to_vec();
        match id {
            Some(id) => {
                assert!(line(&over).iter().all(|cell| *cell == Cell::EMPTY), "drawn again: {y}");
                again += usize::from(seen.contains_key(id));
                assert_eq!(*seen.entry(*id).or_insert_with(|| line(&whole)), line(&whole), "line {y}");
            }
            None => assert_eq!(line(&over), line(&whole), "line {y} is drawn in any case"),
        }
    }
    again
}

#[test]
fn every_column_starts_at_the_same_place_in_all_rows() {
    for policy in [Policy::NARROW, Policy::WIDE, Policy::ASCII] {
        for columns in [60, 73, 80, 99, 120, 200] {
            let desk = at((columns, 24), "管理员", ALL);
            let queue = &desk.app.queue;
            let amounts = super::amounts::Amounts::of(queue.tab().rows.loaded().iter().filter_map(|row| row.amount));
            let (buffer, ..) = drawn(&desk, &Look::new(policy, false));
            let gaps = |y: u16| gaps(&buffer, y);
            let common: Vec<u16> =
                (5..17).map(gaps).reduce(|all, row| all.into_iter().filter(|x| row.contains(x)).collect()).unwrap();
            let layout = super::screen::queue::columns::layout(
                usize::from(columns),
                amounts.width(),
                super::screen::queue::columns::Told::Stage,
                &Look::new(policy, false),
            );
            let mut end = 3;
            for (_, width) in layout {
                end += width;
                for gap in [end, end + 1] {
                    let gap = u16::try_from(gap).unwrap();
                    assert!(gap >= columns || common.contains(&gap), "{policy:?} {columns}: column {gap} is not free");
                }
                end += 2;
            }
        }
    }
}

/// The columns of a row on which nothing stands, not even the right half of a wide character.
fn gaps(buffer: &Buffer, y: u16) -> Vec<u16> {
    let mut free = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        if cell.symbol() == " " {
            free.push(x);
        }
        x += cell.symbol().cell_width().max(1);
    }
    free
}

#[test]
fn the_cursor_is_where_one_types_and_rests_on_the_selected_row_else() {
    let look = Look::new(Policy::NARROW, false);
    let (_, shown, parked) = drawn(&at(SMALL, "教科文股经办", "jj"), &look);
    assert_eq!((shown, parked), (None, Some(Position::new(0, 6))));
    let (buffer, shown, _) = drawn(&at(SMALL, "教科文股经办", "/教育<Left>"), &look);
    let shown = shown.unwrap();
    assert_eq!((shown.y, buffer[(shown.x, shown.y)].symbol()), (2, "育"));
    let (buffer, shown, _) = drawn(&at(SMALL, "教科文股经办", "b3很好<Left>"), &look);
    let shown = shown.unwrap();
    assert_eq!(buffer[(shown.x, shown.y)].symbol(), "好");
}

#[test]
fn a_long_line_is_scrolled_under_its_cursor() {
    let look = Look::new(Policy::NARROW, false);
    let typed = "目标".repeat(60);
    let (buffer, shown, _) = drawn(&at(SMALL, "教科文股经办", &format!("/{typed}末")), &look);
    let shown = shown.unwrap();
    assert!(shown.x < 80);
    assert_eq!(buffer[(shown.x - 2, shown.y)].symbol(), "末");
}

#[test]
fn hostile_names_do_not_disturb_the_screen() {
    let mut desk = at(SMALL, "管理员", ALL);
    for target in desk.file.model.targets.values_mut() {
        target.project.name = "\u{1b}[31m危\u{202e}房\t改造\u{7}\n二期".to_owned();
    }
    desk.keys("<Ctrl-r>");
    let text = lines(&drawn(&desk, &Look::new(Policy::NARROW, false)).0).join("");
    assert!(text.contains("危房 改造 二期"), "{text}");
    assert!(!text.chars().any(|c| c.is_control() || c == '\u{202e}'));
}

#[test]
fn the_hints_drop_down_to_the_help() {
    let desk = at((60, 16), "教科文股经办", "");
    let text = lines(&drawn(&desk, &Look::new(Policy::NARROW, false)).0);
    assert!(text[15].ends_with("? 帮助"), "{}", text[15]);
    assert!(text[15].contains("Enter 打开"));
    assert!(!text[15].contains("报送"), "what cannot be done is no hint");
}
