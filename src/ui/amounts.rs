//! A column of amounts: decimal points under each other, though only the amounts that need them have more than two decimals.

use crate::domain::money::{Extent, Money};

/// How a column writes its amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amounts {
    /// Decimals of the amount that has most.
    decimals: usize,
    /// Columns of the widest one with the spaces behind it.
    width: usize,
}

impl Amounts {
    /// The column for amounts.
    pub fn of(amounts: impl Iterator<Item = Money>) -> Self {
        Self::within(Extent::of(amounts))
    }

    /// The column for amounts of which so much is known.
    pub fn within(extent: Option<Extent>) -> Self {
        let Some(Extent { decimals, least, most }) = extent else { return Self { decimals: 0, width: 0 } };
        // The least and the greatest have the most digits before the point.
        let whole = |one: Money| one.wan_len() - one.wan_decimals();
        Self { decimals, width: whole(least).max(whole(most)) + decimals }
    }

    /// Columns that the amounts take.
    pub const fn width(self) -> usize {
        self.width
    }

    /// An amount in 万元 with the spaces behind it that bring its point under the others, as far as `room` columns hold them; a dash for none.
    pub fn text(self, amount: Option<Money>, room: usize) -> String {
        let Some(amount) = amount else { return "-".to_owned() };
        let mut text = amount.wan();
        let lacking = self.decimals.saturating_sub(amount.wan_decimals());
        let spaces = lacking.min(room.saturating_sub(text.len()));
        text.extend(std::iter::repeat_n(' ', spaces));
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn points_stand_under_each_other_and_no_digit_is_cut() {
        let amounts = [330_984_000, 66_000_000, 1_066_500_000].map(Money);
        let column = Amounts::of(amounts.into_iter());
        let lines = amounts.map(|one| format!("{:>9}", column.text(Some(one), 9)));
        assert_eq!(lines, ["  330.984", "   66.00 ", "1,066.50 "]);
        assert_eq!(column.width(), 9);
        assert_eq!(column.text(Some(amounts[2]), 8), "1,066.50");
        assert_eq!(column.text(None, 9), "-");
        assert_eq!(Amounts::of(std::iter::empty()).width(), 0);
    }

    proptest! {
        #[test]
        fn the_column_is_as_wide_as_its_widest_text(fen in prop::collection::vec((-12_i64..12, 0_u32..16), 1..6)) {
            let amounts: Vec<Money> = fen.iter().map(|(digit, zeros)| Money(digit * 10_i64.pow(*zeros))).collect();
            let column = Amounts::of(amounts.iter().copied());
            let widest = amounts.iter().map(|one| column.text(Some(*one), usize::MAX).chars().count()).max();
            prop_assert_eq!(Some(column.width()), widest);
        }
    }
}
