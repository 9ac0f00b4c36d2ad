//! After random screens, two emulators that know nothing of each other show what was drawn.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::*;

/// Compares both emulators' screens with the buffer that was drawn.
pub(super) fn assert_shown(rig: &Rig) {
    let (rows, columns) = rig.screen.screen().size();
    for y in 0..rows.get() {
        let mut x = 0;
        while x < columns.get() {
            let cell = &rig.last[(x, y)];
            let at = At(x, y, &rig.last);
            assert_first(rig.screen.screen().cell(y, x).unwrap(), cell, &at);
            let line = rig.second.screen().line(usize::from(y)).unwrap();
            assert_second(&line.cells()[usize::from(x)], cell, &at);
            x += Symbol::of(cell.symbol()).width;
        }
    }
}

/// A place on a screen, written out only when it is the wrong one.
struct At<'a>(u16, u16, &'a Buffer);

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "column {}, row {} of {:?}", self.0, self.1, self.2)
    }
}

fn assert_first(shown: &vt100::Cell, cell: &Cell, at: &At<'_>) {
    let text = if shown.contents().is_empty() { " " } else { shown.contents() };
    assert_eq!(text, cell.symbol(), "{at}");
    assert_eq!(shown.is_wide(), Symbol::of(cell.symbol()).width == 2, "{at}");
    assert_eq!(shown.bgcolor(), colour_of(cell.bg), "{at}");
    assert_eq!(shown.inverse(), cell.modifier.contains(Modifier::REVERSED), "{at}");
    assert_eq!(shown.underline(), cell.modifier.contains(Modifier::UNDERLINED), "{at}");
    if text != " " {
        assert_eq!(shown.fgcolor(), colour_of(cell.fg), "{at}");
    }
    // The emulator knows bold or dim, not both.
    if text != " " && !cell.modifier.contains(Modifier::BOLD | Modifier::DIM) {
        assert_eq!(shown.bold(), cell.modifier.contains(Modifier::BOLD), "{at}");
        assert_eq!(shown.dim(), cell.modifier.contains(Modifier::DIM), "{at}");
    }
}

/// The second emulator keeps one character a cell, so of combined ones only the first is compared.
fn assert_second(shown: &avt::Cell, cell: &Cell, at: &At<'_>) {
    assert_eq!(Some(shown.char()), cell.symbol().chars().next(), "{at}");
    let background = match colour_of(cell.bg) {
        vt100::Color::Idx(number) => Some(avt::Color::Indexed(number)),
        _ => None,
    };
    assert_eq!(shown.pen().background(), background, "{at}");
    assert_eq!(shown.pen().is_inverse(), cell.modifier.contains(Modifier::REVERSED), "{at}");
    assert_eq!(shown.pen().is_underline(), cell.modifier.contains(Modifier::UNDERLINED), "{at}");
}

/// Checks that nothing is written where a terminal with other widths would put it elsewhere.
fn assert_moved_after_uncertain(written: &str) {
    for (at, cluster) in written.grapheme_indices(true).filter(|(_, text)| !text.is_ascii()) {
        let after = &written[at + cluster.len()..];
        let absolute = after.starts_with('\r')
            || after
                .strip_prefix("\x1b[")
                .is_some_and(|rest| !rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['C', 'D']));
        assert!(Symbol::of(cluster).certain || after.is_empty() || absolute, "{cluster} in {written:?}");
    }
}

fn colour_of(colour: Color) -> vt100::Color {
    match colour {
        Color::Red => vt100::Color::Idx(1),
        Color::LightBlue => vt100::Color::Idx(12),
        Color::Cyan => vt100::Color::Idx(6),
        Color::Yellow => vt100::Color::Idx(3),
        _ => vt100::Color::Default,
    }
}

fn any_style() -> impl Strategy<Value = Style> {
    let colour = prop::sample::select(vec![Color::Reset, Color::Red, Color::LightBlue, Color::Cyan]);
    let modifiers = [Modifier::BOLD, Modifier::DIM, Modifier::REVERSED, Modifier::UNDERLINED];
    let modifier = prop::sample::subsequence(modifiers.to_vec(), 0..=2);
    (colour.clone(), colour, modifier).prop_map(|(fg, bg, modifiers)| {
        let all = modifiers.into_iter().fold(Modifier::empty(), Modifier::union);
        Style::new().fg(fg).bg(bg).add_modifier(all)
    })
}

/// Text at a column and a row.
type Written = (u16, u16, String, Style);

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[ a-c中文，“│…≥①✔😀é]{0,8}",
        1 => "(e\u{301}|o\u{308}|中|a| ){0,6}",
        1 => " {0,30}",
        1 => "[中a]{1,3} {5,14}[文b]{0,3}",
    ]
}

fn any_frame() -> impl Strategy<Value = Vec<Written>> {
    prop::collection::vec((0_u16..28, 0_u16..6, any_text(), any_style()), 0..10)
}

fn show(frame: &[Written]) -> impl Fn(&mut Frame<'_>) {
    let frame = frame.to_vec();
    move |target: &mut Frame<'_>| {
        for (x, y, text, style) in &frame {
            target.buffer_mut().set_string(*x, *y, text, *style);
        }
    }
}

/// A list that is scrolled: the first line in sight, the selected one, whether a popup lies over it, and how high it is.
#[derive(Clone, Debug)]
struct List {
    first: usize,
    selected: u16,
    popup: bool,
    rows: u16,
}

fn any_list() -> impl Strategy<Value = List> {
    (0_usize..14, 0_u16..10, prop::bool::weighted(0.15), 4_u16..=10).prop_map(|(first, selected, popup, rows)| List {
        first,
        selected,
        popup,
        rows,
    })
}

/// What the lines of something are known by.
fn ids<T: Hash>(lines: impl IntoIterator<Item = Option<T>>) -> Vec<Option<LineId>> {
    let id = |line: T| {
        let mut id = DefaultHasher::new();
        line.hash(&mut id);
        id.finish()
    };
    lines.into_iter().map(|line| line.map(id)).collect()
}

impl List {
    /// What its lines are known by, but for some of them; nothing under a popup.
    fn ids(&self, every: usize) -> Vec<Option<LineId>> {
        let row = |row: u16| (self.first + usize::from(row), row == self.selected);
        let known = |line: u16| (1..=self.rows).contains(&line) && usize::from(line) % every > 0 && !self.popup;
        ids((0..12).map(|line| known(line).then(|| row(line - 1))))
    }

    fn show(&self, lines: &[Written], frame: &mut Frame<'_>) {
        let buffer = frame.buffer_mut();
        buffer.set_string(0, 0, "标题", Style::new().add_modifier(Modifier::BOLD));
        for row in 0..self.rows {
            let (x, _, text, style) = &lines[(self.first + usize::from(row)) % lines.len()];
            buffer.set_string(x % 12, row + 1, format!("{text} {}", self.first + usize::from(row)), *style);
            if row == self.selected {
                let style = Style::new().fg(Color::Red).bg(Color::Cyan);
                buffer.set_style(Rect::new(0, row + 1, 30, 1), style);
            }
        }
        if self.popup {
            (3..7).for_each(|row| buffer.set_string(9, row, "│ 弹窗 │", Style::new()));
        }
        buffer.set_string(0, 11, "按键", Style::new());
    }
}

proptest! {
    #[test]
    fn the_terminals_show_what_was_drawn(frames in prop::collection::vec(any_frame(), 1..6), sync: bool) {
        let sync = if sync { SyncUpdates::On } else { SyncUpdates::Off };
        let mut rig = Rig::with(30, 6, Depth::Ansi16, sync);
        for frame in frames {
            assert_moved_after_uncertain(&rig.draw(show(&frame)));
            assert_shown(&rig);
            prop_assert_eq!(rig.draw(show(&frame)), "", "the same frame again");
        }
    }

    /// Lines that are known are taken from the screen, in whatever order they stand there.
    #[test]
    fn lines_that_are_shown_already_need_not_be_laid_out(
        lines in prop::collection::vec((0_u16..28, any_text(), any_style()), 4..8),
        orders in prop::collection::vec(prop::collection::vec((0_usize..4, any::<bool>()), 6), 2..8),
    ) {
        let mut rig = Rig::with(30, 6, Depth::Ansi16, SyncUpdates::Off);
        for order in orders {
            let known = ids(order.iter().map(|(line, known)| known.then_some(line)));
            assert_moved_after_uncertain(&rig.draw_known(known, |frame| {
                for (y, (line, _)) in (0..).zip(&order) {
                    let (x, text, style) = &lines[*line];
                    frame.buffer_mut().set_string(*x, y, text, *style);
                }
            }));
            assert_shown(&rig);
        }
    }

    #[test]
    fn scrolled_lists_show_what_was_drawn(
        lines in prop::collection::vec((0_u16..28, 0_u16..1, any_text(), any_style()), 5..20),
        lists in prop::collection::vec(any_list(), 2..8),
        (scrolls, every) in (any::<bool>(), 1_usize..5),
    ) {
        let mut rig = Rig::scrolling(30, 12, Depth::Ansi16, SyncUpdates::Off, scrolls);
        for list in lists {
            let written = rig.draw_known(list.ids(every), |frame| list.show(&lines, frame));
            prop_assert!(scrolls || !written.contains('r'), "scroll regions are off: {:?}", written);
            assert_shown(&rig);
        }
    }

    #[test]
    fn any_symbol_leaves_the_rest_in_place(symbol in "\\PC{1,3}") {
        let mut rig = Rig::new(12, 2);
        rig.draw(|frame| {
            frame.buffer_mut()[(3, 0)].set_symbol(&symbol);
            frame.buffer_mut()[(9, 0)].set_symbol("z");
            frame.buffer_mut().set_string(0, 1, "下一行", Style::new());
        });
        let screen = rig.screen.screen();
        prop_assert_eq!(screen.cell(0, 9).unwrap().contents(), "z");
        prop_assert!(screen.contents().ends_with("下一行"));
    }

    /// Text that was laid out for terminals that draw ambiguous characters two columns wide stands where it was laid
    /// out on these, and on those that do not.
    #[test]
    fn stretched_text_keeps_its_columns_in_both_worlds(frames in prop::collection::vec(any_frame(), 1..5)) {
        let mut rig = Rig::with(30, 6, Depth::Ansi16, SyncUpdates::Off);
        let mut wide = WideWorld::new(30, 6);
        for frame in frames {
            let written = rig.draw(|target| {
                for (x, y, text, style) in &frame {
                    target.buffer_mut().set_string(*x, *y, stretched(text), *style);
                }
                mark(target.buffer_mut());
            });
            wide.process(&written);
            for y in 0..6 {
                let mut x = 0;
                while x < 30 {
                    let cell = &rig.last[(x, y)];
                    let shown = rig.screen.screen().cell(y, x).unwrap();
                    let text = if shown.contents().is_empty() { " " } else { shown.contents() };
                    prop_assert_eq!(text, cell.symbol(), "narrow, column {}, row {} of {:?}", x, y, &rig.last);
                    prop_assert_eq!(wide.at(x, y), cell.symbol(), "wide, column {}, row {} of {:?}", x, y, &rig.last);
                    let forced = matches!(cell.diff_option, CellDiffOption::ForcedWidth(_));
                    x += if forced { 2 } else { Symbol::of(cell.symbol()).width };
                }
            }
        }
    }
}

/// Puts a filler behind each ambiguous character, as the layout does for terminals that draw them wide.
fn stretched(text: &str) -> String {
    text.graphemes(true).map(|part| if is_ambiguous(part) { format!("{part} ") } else { part.to_owned() }).collect()
}

fn is_ambiguous(text: &str) -> bool {
    text.width() == 1 && text.width_cjk() == 2
}

/// Marks ambiguous characters with their fillers. One that lost its filler to other text is left out of the comparison.
fn mark(buffer: &mut Buffer) {
    let two = NonZeroU16::new(2).unwrap();
    for y in 0..buffer.area.height {
        for x in 0..buffer.area.width {
            if !is_ambiguous(buffer[(x, y)].symbol()) {
                continue;
            }
            if x + 1 < buffer.area.width && buffer[(x + 1, y)].symbol() == " " {
                buffer[(x, y)].set_diff_option(CellDiffOption::ForcedWidth(two));
            } else {
                buffer[(x, y)].set_symbol("?");
            }
        }
    }
}

/// An emulator that draws ambiguous characters two columns wide: it is shown a wide stand-in for each.
struct WideWorld {
    screen: vt100::Parser,
    stand_ins: BTreeMap<char, char>,
}

impl WideWorld {
    fn new(columns: u16, rows: u16) -> Self {
        let size = |n| NonZeroU16::new(n).unwrap();
        Self { screen: vt100::Parser::new(size(rows), size(columns), 0), stand_ins: BTreeMap::new() }
    }

    fn process(&mut self, written: &str) {
        let widened: String = written
            .chars()
            .map(|c| {
                if !is_ambiguous(c.encode_utf8(&mut [0; 4])) {
                    return c;
                }
                let next = u32::try_from(self.stand_ins.len()).unwrap();
                *self.stand_ins.entry(c).or_insert_with(|| char::from_u32(0x9000 + next).unwrap())
            })
            .collect();
        self.screen.process(widened.as_bytes());
    }

    fn at(&self, x: u16, y: u16) -> String {
        let shown = self.screen.screen().cell(y, x).unwrap().contents();
        let original = |c: char| self.stand_ins.iter().find(|(_, stand_in)| **stand_in == c).map_or(c, |(c, _)| *c);
        if shown.is_empty() { " ".to_owned() } else { shown.chars().map(original).collect() }
    }
}
