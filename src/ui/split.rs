//! Taking a strip off an area: what a solver of constraints would find too, at a cost that every frame would pay.

use ratatui::layout::Rect;

/// Takes rows off the top: these, and what is left.
pub fn top(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    (Rect { height: rows, ..area }, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

/// Takes rows off the bottom: what is left, and these.
pub fn bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    top(area, area.height - rows.min(area.height))
}

/// Takes columns off the left: these, and what is left.
pub fn left(area: Rect, columns: u16) -> (Rect, Rect) {
    let columns = columns.min(area.width);
    (Rect { width: columns, ..area }, Rect { x: area.x + columns, width: area.width - columns, ..area })
}

/// Takes columns off the right: what is left, and these.
pub fn right(area: Rect, columns: u16) -> (Rect, Rect) {
    left(area, area.width - columns.min(area.width))
}

/// Takes lines off the top one by one: these, and what is left.
pub fn lines<const COUNT: usize>(area: Rect) -> ([Rect; COUNT], Rect) {
    let mut rest = area;
    let lines = std::array::from_fn(|_| {
        let (line, below) = top(rest, 1);
        rest = below;
        line
    });
    (lines, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_and_the_rest_make_the_whole() {
        let area = Rect::new(2, 3, 10, 5);
        assert_eq!(top(area, 2), (Rect::new(2, 3, 10, 2), Rect::new(2, 5, 10, 3)));
        assert_eq!(bottom(area, 2), (Rect::new(2, 3, 10, 3), Rect::new(2, 6, 10, 2)));
        assert_eq!(left(area, 4), (Rect::new(2, 3, 4, 5), Rect::new(6, 3, 6, 5)));
        assert_eq!(right(area, 4), (Rect::new(2, 3, 6, 5), Rect::new(8, 3, 4, 5)));
        assert_eq!(lines(area), ([Rect::new(2, 3, 10, 1), Rect::new(2, 4, 10, 1)], Rect::new(2, 5, 10, 3)));
        assert_eq!(top(area, 9), (area, Rect::new(2, 8, 10, 0)));
        assert_eq!(bottom(area, 9), (Rect::new(2, 3, 10, 0), area));
    }
}
