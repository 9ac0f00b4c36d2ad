//! How a unit's line is laid out in so many columns: narrow screens go without the desk, then without the money; no count is left out.

/// Columns of a desk and of an amount.
const DESK: usize = 20;
const AMOUNT: usize = 12;
/// Columns that a name has at least where more than it and the counts is shown, and where nothing else is.
const NAME: usize = 20;
const LEAST: usize = 8;

/// The columns of a unit's line; none where there is no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitColumns {
    /// The desk.
    pub desk: usize,
    /// The unit.
    pub name: usize,
    /// Each of the amounts.
    pub amount: usize,
}

impl UnitColumns {
    /// Lays a line out: `counts` columns with the spaces around them stand on every screen, `amounts` sums of money where there is room.
    pub fn of(room: usize, counts: usize, amounts: usize) -> Self {
        let (money, desk) = (amounts * (AMOUNT + 1), DESK + 1);
        let left = room.saturating_sub(counts);
        let (desk, amount) = match left {
            left if left >= NAME + money + desk => (DESK, AMOUNT),
            left if left >= NAME + money => (0, AMOUNT),
            _ => (0, 0),
        };
        let taken = if desk > 0 { desk + 1 } else { 0 } + if amount > 0 { money } else { 0 };
        Self { desk, name: left.saturating_sub(taken).max(LEAST), amount }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desk_goes_first_then_the_money_and_never_a_count() {
        let of = |room| UnitColumns::of(room, 62, 1);
        assert_eq!(of(120), UnitColumns { desk: 20, name: 24, amount: 12 });
        assert_eq!(of(100), UnitColumns { desk: 0, name: 25, amount: 12 });
        assert_eq!(of(80), UnitColumns { desk: 0, name: 18, amount: 0 });
        assert_eq!(of(60).name, LEAST);
        for room in 71..200 {
            let one = of(room);
            let (desk, amount) =
                (if one.desk > 0 { one.desk + 1 } else { 0 }, if one.amount > 0 { one.amount + 1 } else { 0 });
            assert!(62 + desk + one.name + amount <= room, "{room}: {one:?}");
        }
    }
}
