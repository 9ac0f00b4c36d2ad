//! Where the terminal's cursor is, as far as that is certain, and the shortest way to another cell.

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

/// Writes the shortest move from `place` to the cell at column `x` of row `y`.
pub(super) fn go(place: Place, x: u16, y: u16, out: &mut Vec<u8>) {
    let row = match place {
        Place::Cell(at, row) if (at, row) == (x, y) => return,
        Place::Cell(_, row) | Place::Row(row) => Some(row),
        Place::Unknown => None,
    };
    let column = if let Place::Cell(at, _) = place { Some(at) } else { None };
    if row == Some(y) {
        along(column, x, out);
    } else if x == 0 && row.is_some_and(|row| row + 1 == y) {
        out.extend_from_slice(b"\r\n");
    } else if x == 0 {
        csi(out, y + 1, b'H', 1);
    } else {
        out.extend_from_slice(format!("\x1b[{};{}H", y + 1, x + 1).as_bytes());
    }
}

/// Moves within a row.
fn along(from: Option<u16>, x: u16, out: &mut Vec<u8>) {
    match from {
        _ if x == 0 => out.push(b'\r'),
        Some(at) if at == x + 1 => out.push(0x08),
        Some(at) if at < x && digits(x - at) <= digits(x + 1) => csi(out, x - at, b'C', 1),
        _ => csi(out, x + 1, b'G', 1),
    }
}

/// Writes a control sequence with one number, which is left out when it is the default.
fn csi(out: &mut Vec<u8>, number: u16, last: u8, default: u16) {
    out.extend_from_slice(b"\x1b[");
    if number != default {
        out.extend_from_slice(number.to_string().as_bytes());
    }
    out.push(last);
}

/// Returns how many digits a sequence needs for the number.
const fn digits(number: u16) -> u32 {
    if number <= 1 { 0 } else { number.ilog10() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_move_is_written() {
        for (place, (x, y), expected) in [
            (Place::Cell(3, 4), (3, 4), ""),
            (Place::Cell(3, 4), (4, 4), "\x1b[C"),
            (Place::Cell(3, 4), (9, 4), "\x1b[6C"),
            (Place::Cell(3, 4), (120, 4), "\x1b[117C"),
            (Place::Cell(3, 4), (2, 4), "\x08"),
            (Place::Cell(30, 4), (20, 4), "\x1b[21G"),
            (Place::Cell(30, 4), (0, 4), "\r"),
            (Place::Row(4), (5, 4), "\x1b[6G"),
            (Place::Row(4), (0, 4), "\r"),
            (Place::Row(4), (0, 5), "\r\n"),
            (Place::Cell(7, 4), (0, 6), "\x1b[7H"),
            (Place::Cell(7, 4), (0, 0), "\x1b[H"),
            (Place::Cell(7, 4), (7, 6), "\x1b[7;8H"),
            (Place::Unknown, (0, 0), "\x1b[H"),
            (Place::Unknown, (5, 2), "\x1b[3;6H"),
        ] {
            let mut out = Vec::new();
            go(place, x, y, &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), expected, "{place:?} to {x},{y}");
        }
    }
}
