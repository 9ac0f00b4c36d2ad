//! A column of amounts: decimal points under each other, though only the amounts that need them have more than two decimals.

use crate::domain::money::Money;

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
    pub fn of(amounts: impl Iterator<Item = Money> + Clone) -> Self {
        let decimals = amounts.clone().map(Money::wan_decimals).max().unwrap_or(0);
        let width = amounts.map(|one| one.wan_len() + decimals - one.wan_decimals()).max().unwrap_or(0);
        Self { decimals, width }
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
}
