//! Finds the lines that only moved up or down between two screens, so that the terminal can move them itself.
//!
//! Pure: it compares, `painter` writes. Lines count as moved only as whole lines of the screen; a list beside another
//! pane, or under a popup, is redrawn instead, because the terminal cannot move a part of a line.

use std::collections::HashMap;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// From how many changed lines on it is worth looking.
const WORTH_LOOKING: usize = 4;
/// From how many bytes less on it is worth scrolling, whose sequences take some twenty themselves.
const WORTH_SCROLLING: i64 = 40;
/// What moving the cursor takes, about.
const MOVE: i64 = 5;

/// Lines that move together; what they leave behind is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    /// The rows within which everything moves.
    pub(super) rows: Range<u16>,
    /// By how many rows, at least 1.
    pub(super) by: u16,
    /// Whether they move up.
    pub(super) up: bool,
}

impl Shift {
    /// The shift of a run of lines that come from so many rows below.
    fn of(run: &Range<usize>, distance: isize) -> Option<Self> {
        let by = distance.unsigned_abs();
        let rows = if distance > 0 { run.start..run.end + by } else { run.start.checked_sub(by)?..run.end };
        let row = |row: usize| u16::try_from(row).ok();
        Some(Self { rows: row(rows.start)?..row(rows.end)?, by: row(by)?, up: distance > 0 })
    }

    /// Empties what the rows leave behind, where it stands before they [`Shift::turn`]. Each of `all` rows has so much.
    pub(super) fn empty<T: Clone>(&self, all: &mut [T], each: usize, nothing: &T) {
        let Range { start, end } = self.rows;
        let gone = if self.up { start..end.min(start + self.by) } else { start.max(end.saturating_sub(self.by))..end };
        if let Some(gone) = all.get_mut(usize::from(gone.start) * each..usize::from(gone.end) * each) {
            gone.fill(nothing.clone());
        }
    }

    /// Moves the rows as the terminal does, with what they leave behind at the other end.
    pub(super) fn turn<T>(&self, all: &mut [T], each: usize) {
        let rows = usize::from(self.rows.start) * each..usize::from(self.rows.end) * each;
        let Some(part) = all.get_mut(rows) else { return };
        let moved = (usize::from(self.by) * each).min(part.len());
        if self.up { part.rotate_left(moved) } else { part.rotate_right(moved) }
    }

    /// Where a row stands before the rows turn.
    pub(super) fn source(&self, row: u16) -> u16 {
        let count = self.rows.end.saturating_sub(self.rows.start);
        if !self.rows.contains(&row) || self.by >= count {
            return row;
        }
        let turned = if self.up { self.by } else { count - self.by };
        self.rows.start + (row - self.rows.start + turned) % count
    }
}

/// The shift that brings all lines that are known to have moved to where they are, if there is one; `sources` names for each line the one
/// shown that it is known to be. Lines at the ends that are not known move with them when that leaves less to draw.
pub(super) fn known(shown: &Buffer, next: &Buffer, sources: &[Option<usize>]) -> Option<Shift> {
    let lines = Lines { shown, next, differing: &[] };
    let distance = |(row, source): (usize, &Option<usize>)| {
        source.map(|source| source.cast_signed() - row.cast_signed()).filter(|distance| *distance != 0)
    };
    let moved = || sources.iter().enumerate().filter_map(|line| distance(line).map(|distance| (line.0, distance)));
    let ((first, distance), (last, _)) = (moved().next()?, moved().next_back()?);
    if moved().count() < WORTH_LOOKING || moved().any(|(_, other)| other != distance) {
        return None;
    }
    let follows = |row: usize| sources.get(row) == Some(&None) && lines.moved(row, distance);
    let mut run = first..last + 1;
    while run.start > 0 && follows(run.start - 1) {
        run.start -= 1;
    }
    while follows(run.end) {
        run.end += 1;
    }
    let shift = Shift::of(&run, distance)?;
    let rows = usize::from(shift.rows.start)..usize::from(shift.rows.end);
    let stays = |row: usize| sources.get(row) == Some(&Some(row));
    (rows.end <= usize::from(next.area.height) && !rows.clone().any(stays)).then_some(shift)
}

/// Which lines differ between two screens of the same size.
pub(super) fn differing(shown: &Buffer, next: &Buffer) -> Vec<bool> {
    (0..usize::from(next.area.height)).map(|row| line(shown, row) != line(next, row)).collect()
}

/// Finds the shift after which the least is left to draw, if there is one that is worth it; `differing` are the lines that differ.
pub(super) fn find(shown: &Buffer, next: &Buffer, differing: &[bool]) -> Option<Shift> {
    if differing.iter().filter(|differs| **differs).count() < WORTH_LOOKING {
        return None;
    }
    let lines = Lines { shown, next, differing };
    let rows = 0..usize::from(next.area.height);
    let changed: Vec<Changed> = rows.filter(|row| differing[*row]).filter_map(|row| lines.changed(row)).collect();
    if changed.len() < WORTH_LOOKING {
        return None;
    }
    lines.best(likeliest(&changed)?)
}

/// A line of a screen.
fn line(screen: &Buffer, row: usize) -> &[Cell] {
    let width = usize::from(screen.area.width);
    screen.content.get(row * width..(row + 1) * width).unwrap_or_default()
}

/// A line that says something else than before: what it said and says, as hashes.
struct Changed {
    row: usize,
    old: u64,
    new: u64,
}

/// By how many rows most changed lines have moved; positive is up.
fn likeliest(changed: &[Changed]) -> Option<isize> {
    let mut sources: HashMap<u64, Vec<usize>> = HashMap::new();
    for line in changed {
        sources.entry(line.old).or_default().push(line.row);
    }
    let mut votes: HashMap<isize, usize> = HashMap::new();
    for line in changed {
        // Lines that are there many times over, such as empty ones, say nothing.
        for &source in sources.get(&line.new).filter(|sources| sources.len() < WORTH_LOOKING).into_iter().flatten() {
            *votes.entry(source.cast_signed() - line.row.cast_signed()).or_default() += 1;
        }
    }
    votes.into_iter().max_by_key(|(distance, count)| (*count, -distance.abs(), *distance)).map(|(distance, _)| distance)
}

/// A hash of what a line says (FNV-1a): equal ones are looked at closely before anything is done.
fn hash(line: &[Cell]) -> u64 {
    let bytes = line.iter().flat_map(|cell| cell.symbol().bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Two screens, line by line.
struct Lines<'a> {
    shown: &'a Buffer,
    next: &'a Buffer,
    differing: &'a [bool],
}

impl Lines<'_> {
    /// What changed in a line, if it says something else now.
    fn changed(&self, row: usize) -> Option<Changed> {
        let changed = Changed { row, old: hash(line(self.shown, row)), new: hash(line(self.next, row)) };
        (changed.old != changed.new).then_some(changed)
    }

    /// About how many bytes it takes to make the new line `row` of the old line `from`.
    fn work(&self, from: usize, row: usize) -> i64 {
        if from == row && !self.differs(row) {
            return 0;
        }
        bytes(line(self.shown, from).iter().zip(line(self.next, row)))
    }

    /// About how many bytes it takes to draw the new line on an empty one.
    fn whole(&self, row: usize) -> i64 {
        bytes(std::iter::repeat(&Cell::EMPTY).zip(line(self.next, row)))
    }

    fn differs(&self, row: usize) -> bool {
        self.differing.get(row).is_none_or(|differs| *differs)
    }

    /// The run of lines that gains the most by moving so far, when that is enough.
    fn best(&self, distance: isize) -> Option<Shift> {
        let height = usize::from(self.next.area.height);
        let by = distance.unsigned_abs();
        let targets = if distance > 0 { 0..height.checked_sub(by)? } else { by..height };
        let mut best: Option<(i64, Range<usize>)> = None;
        let (mut sum, mut start) = (0, targets.start);
        for row in targets {
            if sum <= 0 {
                (sum, start) = (0, row);
                // A run that begins with a line that is right where it is gains nothing there.
                if !self.differs(row) {
                    continue;
                }
            }
            sum += self.work(row, row) - self.work(row.checked_add_signed(distance)?, row);
            if best.as_ref().is_none_or(|(most, _)| sum > *most) {
                best = Some((sum, start..row + 1));
            }
        }
        let (gain, mut run) = best?;
        // At its ends only lines that really moved: others are drawn where they are.
        run.start = run.clone().find(|row| self.moved(*row, distance))?;
        run.end = run.clone().rfind(|row| self.moved(*row, distance))? + 1;
        let emptied = if distance > 0 { run.end..run.end + by } else { run.start - by..run.start };
        let lost: i64 = emptied.map(|row| self.whole(row) - self.work(row, row)).sum();
        (gain - lost >= WORTH_SCROLLING).then(|| Shift::of(&run, distance))?
    }

    /// Whether a line is mostly what stood so many rows below it.
    fn moved(&self, row: usize, distance: isize) -> bool {
        let from = row.checked_add_signed(distance).filter(|from| *from < usize::from(self.next.area.height));
        from.is_some_and(|from| self.work(from, row) * 2 < self.whole(row))
    }
}

/// About how many bytes it takes to turn old cells into new ones: what is written, and a move to each run of it.
fn bytes<'a>(cells: impl Iterator<Item = (&'a Cell, &'a Cell)>) -> i64 {
    let (mut sum, mut running) = (0, false);
    for (old, new) in cells {
        let changed = old != new;
        let blank = new.symbol() == " ";
        if changed && !running {
            sum += MOVE;
        }
        running = changed;
        // Blanks without a ground are erased together.
        if changed && (!blank || new.bg != Color::Reset || new.modifier.contains(Modifier::REVERSED)) {
            sum += i64::try_from(new.symbol().len()).unwrap_or(0);
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn find(shown: &Buffer, next: &Buffer) -> Option<Shift> {
        super::find(shown, next, &differing(shown, next))
    }

    /// A screen of 12 rows: a title, a list from `first` on, a line of keys.
    fn list(first: usize, selected: usize) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 60, 12));
        buffer.set_string(0, 0, "标题", Style::new());
        for row in 0..10_u16 {
            let index = first + usize::from(row);
            let name = ["农村公路养护", "校舍维修", "污水管网改造补助", "村级组织运转", "森林防火专项"][index % 5];
            let unit = ["教育体育局", "水务局", "林业和草原局"][index % 3];
            buffer.set_string(2, row + 1, format!("{name}{index}"), Style::new());
            buffer.set_string(30, row + 1, format!("{unit}{:>20}", index * 7919), Style::new());
            if index == selected {
                buffer.set_string(0, row + 1, ">", Style::new());
                buffer.set_style(Rect::new(0, row + 1, 10, 1), Style::new().add_modifier(Modifier::REVERSED));
            }
        }
        buffer.set_string(0, 11, "按键", Style::new());
        buffer
    }

    #[test]
    fn a_list_that_moved_is_found_with_its_selected_line() {
        let up = Shift { rows: 1..11, by: 1, up: true };
        assert_eq!(find(&list(0, 9), &list(1, 10)), Some(up));
        let down = Shift { rows: 1..11, by: 2, up: false };
        assert_eq!(find(&list(5, 5), &list(3, 3)), Some(down));
    }

    #[test]
    fn lines_that_are_known_to_have_moved_are_not_looked_at() {
        for (before, after, by) in [((0, 9), (1, 10), 1), ((5, 5), (3, 3), -2)] {
            let (shown, whole) = (list(before.0, before.1), list(after.0, after.1));
            let mut next = whole.clone();
            let mut sources = vec![None; 12];
            for row in 1_isize..11 {
                let index = after.0 + row.cast_unsigned() - 1;
                if (1..11).contains(&(row + by)) && index != before.1 && index != after.1 {
                    sources[row.cast_unsigned()] = Some((row + by).cast_unsigned());
                    next.content[row.cast_unsigned() * 60..][..60].fill(Cell::EMPTY);
                }
            }
            (sources[0], sources[11]) = (Some(0), Some(11));
            assert_eq!(known(&shown, &next, &sources), find(&shown, &whole));
            let mut torn = sources.clone();
            torn[5] = Some(5);
            assert_eq!(known(&shown, &next, &torn), None, "a line between them stays");
            torn[5] = Some(9);
            assert_eq!(known(&shown, &next, &torn), None, "a line moved elsewhere");
            sources[4..11].fill(None);
            assert_eq!(known(&shown, &next, &sources), None, "too few are known");
        }
    }

    #[test]
    fn what_did_not_move_or_moved_away_is_not_scrolled() {
        assert_eq!(find(&list(0, 1), &list(0, 2)), None);
        assert_eq!(find(&list(0, 1), &list(500, 501)), None);
        assert_eq!(find(&list(0, 0), &Buffer::empty(Rect::new(0, 0, 60, 12))), None);
    }

    #[test]
    fn moving_the_rows_leaves_little_to_draw() {
        for (before, after) in [(list(0, 9), list(1, 10)), (list(5, 5), list(3, 3))] {
            let shift = find(&before, &after).unwrap();
            let mut moved = before.clone();
            shift.empty(&mut moved.content, 60, &Cell::EMPTY);
            let sources: Vec<u16> = (0..12).map(|row| shift.source(row)).collect();
            let turned: Vec<_> = sources.iter().flat_map(|row| line(&moved, usize::from(*row))).cloned().collect();
            shift.turn(&mut moved.content, 60);
            assert_eq!(moved.content, turned);
            let left = |screen: &Buffer| screen.content.iter().zip(&after.content).filter(|(a, b)| a != b).count();
            assert!(left(&moved) * 2 < left(&before), "{} of {}", left(&moved), left(&before));
        }
    }

    #[test]
    fn lines_under_a_popup_are_left_alone() {
        let popup = |mut buffer: Buffer| {
            for row in 2..10 {
                buffer.set_string(20, row, format!("| 第{row}条                     |"), Style::new());
            }
            buffer
        };
        let shift = find(&popup(list(0, 3)), &popup(list(1, 4)));
        assert_eq!(shift, None, "moving whole lines would tear the popup");
    }
}
