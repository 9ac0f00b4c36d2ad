//! The columns of the table 对应, by the width of the screen: narrow screens show fewer of them.

/// Columns of the table; 0 for one that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Widths {
    /// 目标.
    pub item: usize,
    /// 指标: number, kind and name.
    pub indicator: usize,
    /// 目标值.
    pub measure: usize,
    /// Last year's target value.
    pub target: usize,
    /// Last year's actual value.
    pub actual: usize,
    /// Last year's score of its weight.
    pub score: usize,
    /// This year's target against last year's actual.
    pub change: usize,
    /// What was reached in three years.
    pub trend: usize,
}

/// Columns between two columns.
pub const GAP: usize = 2;
/// Columns before the indicator: the sign of its link, the mark of a finding, and a space.
pub const SIGN: usize = 3;
/// Columns left of the table, for the cursor.
pub const MARGIN: usize = 2;

/// The columns on a screen of a width; without evaluations of earlier years theirs are left out.
pub fn widths(screen: usize, priors: bool) -> Widths {
    let (measure, target, actual, score, change, trend) = match (priors, screen) {
        (false, ..100) => (14, 0, 0, 0, 0, 0),
        (false, _) => (20, 0, 0, 0, 0, 0),
        (true, ..72) => (11, 0, 9, 0, 0, 0),
        (true, 72..100) => (12, 0, 10, 8, 0, 0),
        (true, 100..140) => (12, 10, 10, 7, 7, 6),
        (true, _) => (18, 16, 16, 10, 8, 6),
    };
    let taken: usize =
        [measure, target, actual, score, change, trend].iter().filter(|width| **width > 0).map(|w| w + GAP).sum();
    let rest = screen.saturating_sub(MARGIN + taken + GAP + SIGN + 1);
    let item = rest * 46 / 100;
    Widths { item, indicator: rest - item, measure, target, actual, score, change, trend }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_fill_the_screen_and_leave_room_for_names() {
        for screen in 60..220 {
            for priors in [true, false] {
                let w = widths(screen, priors);
                let others = [w.measure, w.target, w.actual, w.score, w.change, w.trend];
                let others: usize = others.iter().filter(|w| **w > 0).map(|w| w + GAP).sum();
                assert_eq!(MARGIN + w.item + GAP + SIGN + w.indicator + others + 1, screen);
                assert!(w.item >= 10 && w.indicator >= 12, "{screen}: {w:?}");
            }
        }
    }
}
