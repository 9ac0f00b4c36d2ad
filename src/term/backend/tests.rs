use std::cell::RefCell;
use std::num::NonZeroU16;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use ratatui::style::{Color, Modifier, Style};

use super::*;
use crate::term::symbol::Symbol;
use crate::term::tidy::tidy;
use ratatui::buffer::CellDiffOption;

mod property;

use property::assert_shown;

/// Everything written, one entry a write.
#[derive(Clone, Default)]
struct Tape(Rc<RefCell<Vec<Vec<u8>>>>);

impl Write for Tape {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal that draws on a tape and on two emulators.
struct Rig {
    terminal: Terminal<Backend<Tape>>,
    tape: Tape,
    screen: vt100::Parser,
    second: avt::Terminal,
    last: Buffer,
    rest: Option<Position>,
}

impl Rig {
    fn new(columns: u16, rows: u16) -> Self {
        Self::with(columns, rows, Depth::Ansi16, SyncUpdates::Unknown)
    }

    fn with(columns: u16, rows: u16, depth: Depth, sync: SyncUpdates) -> Self {
        Self::scrolling(columns, rows, depth, sync, true)
    }

    fn scrolling(columns: u16, rows: u16, depth: Depth, sync: SyncUpdates, scrolls: bool) -> Self {
        let tape = Tape::default();
        let backend = Backend::new(tape.clone(), depth, sync, scrolls, move || Ok(Size::new(columns, rows)));
        let mut terminal = Terminal::new(backend).unwrap();
        terminal.clear().unwrap();
        let second = avt::Terminal::new(usize::from(columns), usize::from(rows)).unwrap();
        let (rows, columns) = (NonZeroU16::new(rows).unwrap(), NonZeroU16::new(columns).unwrap());
        let screen = vt100::Parser::new(rows, columns, 0);
        let mut rig = Self { terminal, tape, screen, second, last: Buffer::default(), rest: None };
        // As on entering: a symbol at the right edge wraps nothing.
        rig.second.feed("\x1b[?7l");
        rig.draw(|_| {});
        rig
    }

    /// Draws a frame and returns what was written for it.
    fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> String {
        self.draw_known(Vec::new(), render)
    }

    /// The same with what its lines are known by: those that are shown already are not laid out.
    fn draw_known(&mut self, lines: Vec<Option<LineId>>, render: impl FnOnce(&mut Frame<'_>)) -> String {
        self.tape.0.borrow_mut().clear();
        let (last, rest) = (&mut self.last, self.rest);
        draw(&mut self.terminal, |frame, shown| {
            render(frame);
            last.clone_from(frame.buffer_mut());
            tidy(last, &Buffer::default(), &[]);
            for (y, _) in (0..).zip(&lines).filter(|(_, id)| id.is_some() && shown.contains(id)) {
                (0..frame.area().width).for_each(|x| frame.buffer_mut()[(x, y)].reset());
            }
            Laid { rest, lines }
        })
        .unwrap();
        let writes = self.tape.0.borrow();
        assert!(writes.len() <= 1, "{} writes for one frame", writes.len());
        let bytes = writes.concat();
        self.screen.process(&bytes);
        let written = String::from_utf8(bytes).unwrap();
        // It would give a combining mark a cell of its own, which no terminal does.
        self.second.feed(written.replace(['\u{301}', '\u{308}'], "").as_str());
        written
    }

    fn line(&mut self, text: &str, style: Style) -> String {
        self.draw(|frame| frame.buffer_mut().set_string(0, 0, text, style))
    }
}

/// The part between the wrapping of the frame.
fn body(written: &str) -> &str {
    written.strip_prefix("\x1b[?2026h").and_then(|rest| rest.strip_suffix("\x1b[?2026l")).expect("a wrapped frame")
}

#[test]
fn wide_characters_follow_each_other_without_moves() {
    let mut rig = Rig::new(20, 2);
    assert_eq!(body(&rig.line("义务教育，a改善", Style::new())), "义务教育，a改善");
}

#[test]
fn after_an_uncertain_character_the_cursor_is_moved() {
    let mut rig = Rig::new(20, 2);
    assert_eq!(body(&rig.line("“a”—│😀b", Style::new())), "“\x1b[2Ga”\x1b[4G—\x1b[5G│\x1b[6G😀\x1b[8Gb");
}

#[test]
fn an_uncertain_character_in_the_last_column_leaves_nothing_certain() {
    let mut rig = Rig::new(3, 2);
    let written = rig.draw(|frame| {
        frame.buffer_mut().set_string(2, 0, "│", Style::new());
        frame.buffer_mut().set_string(0, 1, "x", Style::new());
    });
    assert_eq!(body(&written), "  │\x1b[2Hx");
}

#[test]
fn nothing_is_written_when_nothing_changed() {
    let mut rig = Rig::new(20, 2);
    rig.line("目标", Style::new());
    assert_eq!(rig.line("目标", Style::new()), "");
    assert!(rig.tape.0.borrow().is_empty());
    let with_cursor = |frame: &mut Frame<'_>| {
        frame.buffer_mut().set_string(0, 0, "目标", Style::new());
        frame.set_cursor_position((4, 0));
    };
    assert_eq!(body(&rig.draw(with_cursor)), "\x1b[?25h");
    assert_eq!(rig.draw(with_cursor), "");
    assert_eq!(body(&rig.line("目标", Style::new())), "\x1b[?25l");
}

#[test]
fn the_cursor_hides_while_much_is_drawn_unless_updates_are_synchronised() {
    let long = "a".repeat(70);
    let typed = |text: &str, at: u16| {
        let text = text.to_owned();
        move |frame: &mut Frame<'_>| {
            frame.buffer_mut().set_string(0, 0, &text, Style::new());
            frame.set_cursor_position((at, 0));
        }
    };
    let mut rig = Rig::new(80, 2);
    rig.draw(typed("a", 1));
    assert_eq!(rig.draw(typed("ab", 2)), "\x1b[?2026hb\x1b[?2026l", "one character is drawn at once");
    assert_eq!(body(&rig.draw(typed(&long, 70)))[..6], *"\x1b[?25l");
    rig.terminal.backend_mut().set_sync(SyncUpdates::On);
    let written = rig.draw(typed(&"b".repeat(70), 70));
    assert!(!written.contains("?25"), "{written:?}");
    rig.terminal.backend_mut().set_sync(SyncUpdates::Off);
    let written = rig.draw(typed(&long, 70));
    assert!(written.starts_with("\x1b[?25l") && written.ends_with("\x1b[?25h"), "{written:?}");
}

#[test]
fn the_hidden_cursor_rests_where_it_is_parked() {
    let mut rig = Rig::new(20, 4);
    rig.rest = Some(Position::new(0, 2));
    assert!(rig.line("选中", Style::new()).contains("选中\r\n\n"));
    assert_eq!(rig.screen.screen().cursor_position(), (2, 0));
    assert!(rig.screen.screen().hide_cursor());
    assert_eq!(rig.line("选中", Style::new()), "");
}

#[test]
fn a_cursor_that_is_to_rest_beyond_the_screen_moves_nothing_on_it() {
    let mut rig = Rig::new(20, 2);
    rig.rest = Some(Position::new(0, 2));
    rig.line("选中", Style::new());
    assert_eq!(rig.screen.screen().contents().trim_end(), "选中", "it stays in the first line");
    assert_eq!(rig.screen.screen().cursor_position(), (1, 0));
    rig.line("又选", Style::new());
    assert_eq!(rig.screen.screen().contents().trim_end(), "又选");
}

#[test]
fn runs_of_one_style_say_it_once() {
    let mut rig = Rig::new(40, 1);
    let red = Style::new().fg(Color::Red);
    assert_eq!(body(&rig.line("退回修改 3 次", red)), "\x1b[31m退回修改 3 次");
    assert_eq!(body(&rig.line("通过修改 3 次", red)), "\r通过");
}

#[test]
fn without_colours_the_selection_stays_reversed() {
    let mut rig = Rig::with(20, 1, Depth::Mono, SyncUpdates::Unknown);
    let style = Style::new().fg(Color::Red).bg(Color::Blue).add_modifier(Modifier::REVERSED | Modifier::BOLD);
    let written = rig.line("选中", style);
    assert_eq!(body(&written), "\x1b[1;7m选中");
    assert!(!written.contains("[;m"));
    let cell = rig.screen.screen().cell(0, 0).unwrap();
    assert!(cell.inverse() && cell.bold());
    assert_eq!(cell.fgcolor(), vt100::Color::Default);
}

#[test]
fn an_empty_rest_of_a_line_is_erased() {
    let mut rig = Rig::new(40, 1);
    rig.line("县级农村公路养护补助资金", Style::new());
    assert_eq!(body(&rig.line("县级", Style::new())), "\x1b[5G\x1b[K");
    rig.line("县级农村公路养护补助资金", Style::new().bg(Color::Blue));
    let written = rig.line("县级", Style::new());
    assert_eq!(body(&written), "\r\x1b[m县级\x1b[K");
}

#[test]
fn either_half_of_a_wide_character_can_be_overwritten() {
    let reversed = Style::new().add_modifier(Modifier::REVERSED);
    for (before, after, at) in [("中", "a", 0), ("中", "a", 1), ("a中", "中", 0), ("中a", "中", 1), ("中国", "国", 1)]
    {
        for style in [Style::new(), reversed] {
            let mut rig = Rig::new(8, 1);
            let show = |frame: &mut Frame<'_>| frame.buffer_mut().set_string(0, 0, before, style);
            rig.draw(show);
            rig.draw(|frame| {
                let buffer = frame.buffer_mut();
                if at == 1 {
                    buffer.set_string(0, 0, before, style);
                }
                buffer.set_string(at, 0, after, Style::new());
            });
            assert_shown(&rig);
            rig.draw(show);
            assert_shown(&rig);
        }
    }
}

#[test]
fn a_cell_of_forced_width_leaves_no_old_character_uncovered() {
    let mut rig = Rig::new(8, 1);
    rig.line("abcd", Style::new());
    let written = rig.draw(|frame| {
        let buffer = frame.buffer_mut();
        buffer.set_string(0, 0, "“ 十", Style::new());
        buffer[(0, 0)].set_diff_option(CellDiffOption::ForcedWidth(NonZeroU16::new(2).unwrap()));
    });
    assert_eq!(body(&written), "\r  \r“\x1b[3G十");
    assert_eq!(rig.screen.screen().contents(), "“ 十");
    rig.line("xy", Style::new());
    assert_eq!(rig.screen.screen().contents().trim_end(), "xy");
}

#[test]
fn text_cannot_control_the_terminal() {
    let mut rig = Rig::with(20, 1, Depth::Ansi16, SyncUpdates::Off);
    let written = rig.draw(|frame| {
        for (x, text) in (0..).zip(["\x1b]0;x\x07", "\u{9b}2J", "k"]) {
            frame.buffer_mut()[(x, 0)].set_symbol(text);
        }
    });
    assert_eq!(written, "  k");
}

#[test]
fn tiny_and_changing_sizes_are_drawn() {
    let size = Arc::new(Mutex::new(Size::new(4, 2)));
    let shared = Arc::clone(&size);
    let size_now = move || Ok(*shared.lock().unwrap());
    let backend = Backend::new(Tape::default(), Depth::Ansi16, SyncUpdates::Off, true, size_now);
    let mut terminal = Terminal::new(backend).unwrap();
    for (columns, rows) in [(1, 1), (0, 0), (1, 5), (40, 12), (2, 1), (0, 7), (3, 3)] {
        *size.lock().unwrap() = Size::new(columns, rows);
        for text in ["中文", "a", ""] {
            let render = |frame: &mut Frame<'_>, _: &[Option<LineId>]| {
                assert_eq!(frame.area(), Rect::new(0, 0, columns, rows));
                if !frame.area().is_empty() {
                    frame.buffer_mut().set_string(0, 0, text, Style::new());
                    frame.set_cursor_position((0, 0));
                }
                Laid::default()
            };
            draw(&mut terminal, render).unwrap();
        }
    }
}

/// A queue of Chinese names as the program shows it, at 120×40.
fn queue(frame: &mut Frame<'_>, first: usize, selected: usize) {
    let projects = ["义务教育营养改善计划补助资金", "农村公路养护", "城乡居民基本医疗保险县级配套", "高标准农田建设"];
    let units = ["教育体育局", "交通运输局", "医疗保障局", "农业农村局"];
    let buffer = frame.buffer_mut();
    buffer.set_string(1, 0, "会审 2021 师宗县   轮到我 23 | 部门审核 12 | 初审 43 | 绩效股 20", Style::new().bold());
    buffer.set_string(3, 2, "项目", Style::new().add_modifier(Modifier::DIM));
    for row in 0..36_u16 {
        let index = first + usize::from(row);
        let y = row + 3;
        let name = format!("{}{index}", projects[index % 4]);
        buffer.set_string(3, y, name, Style::new());
        buffer.set_string(40, y, units[index * 7 % 4], Style::new());
        let amount = (index * 7919) % 90_000;
        let money = format!("{:>12}", format!("{}.{:02}", amount / 100, amount % 100));
        buffer.set_string(58, y, money, Style::new());
        buffer.set_string(74, y, ["初审", "部门审核", "集中会审"][index % 3], Style::new());
        buffer.set_string(86, y, format!("{}天", index % 9), Style::new());
        buffer.set_string(94, y, if index.is_multiple_of(5) { "2!" } else { "-" }, Style::new().fg(Color::Yellow));
        buffer.set_string(100, y, ["96.0 优", "78.5 中", "88.0 良"][index % 3], Style::new());
        if index == selected {
            buffer.set_string(1, y, ">", Style::new());
            buffer.set_style(Rect::new(0, y, 38, 1), Style::new().add_modifier(Modifier::REVERSED));
        }
    }
    buffer.set_string(1, 39, "Enter 打开  v 评审  t 通过  b 退回  Space 选中  / 筛选  : 命令  ? 帮助", Style::new());
}

#[test]
fn frames_stay_within_their_bytes() {
    let mut rig = Rig::new(120, 40);
    let first = rig.draw(|frame| queue(frame, 0, 3)).len();
    let select = rig.draw(|frame| queue(frame, 0, 4)).len();
    let again = rig.draw(|frame| queue(frame, 0, 4)).len();
    let scroll = rig.draw(|frame| queue(frame, 1, 5)).len();
    assert!(first <= 8000, "first frame: {first} bytes");
    assert!(select <= 150, "moving the selection: {select} bytes");
    assert!(scroll <= 350, "scrolling by one: {scroll} bytes");
    assert_eq!(again, 0);
    assert_shown(&rig);
}
