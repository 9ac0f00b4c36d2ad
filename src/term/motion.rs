//! Where the terminal's cursor is, as far as that is certain, and the shortest way to another cell.

use std::cmp::Ordering;

/// What is known of the terminal's cursor; columns and rows count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Nothing.
    Unknown,
    /// The row only: a character was written whose width terminals do not agree on, or one at the right edge.
    Row(u16),
    /// Column and row.
    Cell(u16, u16),
}

/// One step of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// None is needed.
    Stay,
    /// A control character, so many times.
    Repeated(u8, u16),
    /// A control sequence with a number, which is left out when it is 1.
    Sequence(u16, u8),
}

impl Step {
    fn cost(self) -> u32 {
        match self {
            Self::Stay => 0,
            Self::Repeated(_, times) => u32::from(times),
            Self::Sequence(number, _) => sequence_cost(number),
        }
    }

    fn write(self, out: &mut Vec<u8>) {
        match self {
            Self::Stay => {}
            Self::Repeated(byte, times) => out.extend(std::iter::repeat_n(byte, usize::from(times))),
            Self::Sequence(number, last) => sequence(out, number, last),
        }
    }
}

/// The shortest way from `place` to the cell at column `x` of row `y`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    x: u16,
    y: u16,
    /// Along the row and along the column, when that is shorter than naming the cell.
    steps: Option<(Step, Step)>,
}

impl Way {
    /// Finds it.
    pub(super) fn new(place: Place, x: u16, y: u16) -> Self {
        let (row, column) = match place {
            Place::Cell(column, row) => (row, Some(column)),
            Place::Row(row) => (row, None),
            Place::Unknown => return Self { x, y, steps: None },
        };
        let steps = (along_row(column, x), along_column(row, y));
        let shorter = steps.0.cost() + steps.1.cost() <= named_cost(x, y);
        Self { x, y, steps: shorter.then_some(steps) }
    }

    /// How many bytes it takes.
    pub(super) fn cost(self) -> u32 {
        self.steps.map_or_else(|| named_cost(self.x, self.y), |(one, other)| one.cost() + other.cost())
    }

    /// Writes it.
    pub(super) fn write(self, out: &mut Vec<u8>) {
        match self.steps {
            Some((one, other)) => {
                one.write(out);
                other.write(out);
            }
            None if self.x == 0 => sequence(out, self.y + 1, b'H'),
            None => out.extend_from_slice(format!("\x1b[{};{}H", self.y + 1, self.x + 1).as_bytes()),
        }
    }
}

fn along_row(from: Option<u16>, x: u16) -> Step {
    let named = if x == 0 { Step::Repeated(b'\r', 1) } else { Step::Sequence(x + 1, b'G') };
    let Some(at) = from else { return named };
    match at.cmp(&x) {
        Ordering::Equal => Step::Stay,
        Ordering::Less => shortest(&[Step::Sequence(x - at, b'C'), named]),
        Ordering::Greater => shortest(&[Step::Repeated(0x08, at - x), Step::Sequence(at - x, b'D'), named]),
    }
}

fn along_column(row: u16, y: u16) -> Step {
    match row.cmp(&y) {
        Ordering::Equal => Step::Stay,
        // Raw mode leaves a line feed alone, so it keeps the column.
        Ordering::Less => shortest(&[Step::Repeated(b'\n', y - row), Step::Sequence(y - row, b'B')]),
        Ordering::Greater => Step::Sequence(row - y, b'A'),
    }
}

/// The first of the shortest.
fn shortest(steps: &[Step]) -> Step {
    steps.iter().copied().min_by_key(|step| step.cost()).unwrap_or(Step::Stay)
}

fn named_cost(x: u16, y: u16) -> u32 {
    if x == 0 { sequence_cost(y + 1) } else { 4 + digits(y + 1) + digits(x + 1) }
}

/// Writes a control sequence with one number, which is left out when it is 1.
pub(super) fn sequence(out: &mut Vec<u8>, number: u16, last: u8) {
    out.extend_from_slice(b"\x1b[");
    if number != 1 {
        out.extend_from_slice(number.to_string().as_bytes());
    }
    out.push(last);
}

/// How many bytes [`sequence`] writes.
pub(super) const fn sequence_cost(number: u16) -> u32 {
    if number == 1 { 3 } else { 3 + digits(number) }
}

const fn digits(number: u16) -> u32 {
    if number == 0 { 1 } else { number.ilog10() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(place: Place, x: u16, y: u16) -> String {
        let mut out = Vec::new();
        Way::new(place, x, y).write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_shortest_move_is_written() {
        for (place, (x, y), expected) in [
            (Place::Cell(3, 4), (3, 4), ""),
            (Place::Cell(3, 4), (4, 4), "\x1b[C"),
            (Place::Cell(3, 4), (9, 4), "\x1b[6C"),
            (Place::Cell(3, 4), (120, 4), "\x1b[117C"),
            (Place::Cell(3, 4), (2, 4), "\x08"),
            (Place::Cell(30, 4), (28, 4), "\x08\x08"),
            (Place::Cell(30, 4), (23, 4), "\x1b[7D"),
            (Place::Cell(30, 4), (4, 4), "\x1b[5G"),
            (Place::Cell(30, 4), (0, 4), "\r"),
            (Place::Cell(30, 4), (1, 4), "\x1b[2G"),
            (Place::Row(4), (5, 4), "\x1b[6G"),
            (Place::Row(4), (0, 4), "\r"),
            (Place::Row(4), (0, 5), "\r\n"),
            (Place::Cell(7, 4), (0, 6), "\r\n\n"),
            (Place::Cell(7, 4), (7, 6), "\n\n"),
            (Place::Cell(7, 4), (5, 5), "\x08\x08\n"),
            (Place::Cell(7, 4), (7, 1), "\x1b[3A"),
            (Place::Cell(7, 4), (0, 0), "\x1b[H"),
            (Place::Cell(7, 4), (60, 30), "\x1b[31;61H"),
            (Place::Cell(0, 0), (3, 4), "\x1b[5;4H"),
            (Place::Unknown, (0, 0), "\x1b[H"),
            (Place::Unknown, (5, 2), "\x1b[3;6H"),
        ] {
            assert_eq!(written(place, x, y), expected, "{place:?} to {x},{y}");
        }
    }

    proptest! {
        #[test]
        fn every_way_leads_there_and_costs_what_it_says(from in (0_u16..130, 0_u16..50), to in (0_u16..130, 0_u16..50), known in 0..3) {
            let place = match known {
                0 => Place::Unknown,
                1 => Place::Row(from.1),
                _ => Place::Cell(from.0, from.1),
            };
            let way = written(place, to.0, to.1);
            prop_assert_eq!(Way::new(place, to.0, to.1).cost() as usize, way.len());
            prop_assert!(way.len() <= written(Place::Unknown, to.0, to.1).len());
            let size = |n| std::num::NonZeroU16::new(n).unwrap();
            let mut screen = vt100::Parser::new(size(50), size(130), 0);
            screen.process(format!("\x1b[{};{}H{way}", from.1 + 1, from.0 + 1).as_bytes());
            prop_assert_eq!(screen.screen().cursor_position(), (to.1, to.0));
        }
    }
}
