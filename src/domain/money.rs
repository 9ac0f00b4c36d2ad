//! Amounts of money: integer 分 inside, 万元 (or 元) at the edges.
//!
//! Owns exact conversion and formatting. Knows nothing of currency symbols in forms (see `measure`) or of columns.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

/// 分 in one 万元.
const FEN_PER_WAN: i64 = 1_000_000;
/// 分 in one 元.
const FEN_PER_YUAN: i64 = 100;

/// An amount in 分. May be negative (a correction), never fractional.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(pub i64);

impl Money {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// Takes an amount in 万元; half a 分 rounds away from zero. `None` when it does not fit.
    pub fn from_wan(amount: Decimal) -> Option<Self> {
        Self::scaled(amount, FEN_PER_WAN)
    }

    /// Takes an amount in 元; half a 分 rounds away from zero. `None` when it does not fit.
    pub fn from_yuan(amount: Decimal) -> Option<Self> {
        Self::scaled(amount, FEN_PER_YUAN)
    }

    fn scaled(amount: Decimal, factor: i64) -> Option<Self> {
        let fen = amount.checked_mul(Decimal::from(factor))?;
        let strategy = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
        fen.round_dp_with_strategy(0, strategy).to_i64().map(Self)
    }

    /// The amount in 万元, exact.
    pub fn to_wan(self) -> Decimal {
        Decimal::new(self.0, 6)
    }

    /// Writes 万元 with thousands separators and two decimals; more decimals only where the amount has them,
    /// so that nothing is hidden by rounding: `1,284.50`, `38.766462`.
    pub fn wan(self) -> String {
        let fen = self.0.unsigned_abs();
        let (whole, parts) = ((fen / FEN_OF_WAN).to_string(), (FEN_OF_WAN + fen % FEN_OF_WAN).to_string());
        let mut text = String::with_capacity(whole.len() * 2 + parts.len());
        if self.0 < 0 {
            text.push('-');
        }
        push_grouped(&mut text, &whole);
        text.push('.');
        // Behind the digit that keeps the noughts before the others.
        text.push_str(&parts[1..=self.wan_decimals()]);
        text
    }

    /// How many characters [`Money::wan`] writes, without writing them: a list asks it of every row for every frame.
    pub fn wan_len(self) -> usize {
        let whole = self.0.unsigned_abs() / FEN_OF_WAN;
        let digits = whole.checked_ilog10().map_or(1, |power| power as usize + 1);
        usize::from(self.0 < 0) + digits + (digits - 1) / 3 + 1 + self.wan_decimals()
    }

    /// How many decimals [`Money::wan`] writes: two to six.
    pub fn wan_decimals(self) -> usize {
        let parts = self.0.unsigned_abs() % FEN_OF_WAN;
        ROUND.iter().position(|round| parts.is_multiple_of(*round)).map_or(DECIMALS, |place| place + 2)
    }
}

/// 分 of a 万元.
const FEN_OF_WAN: u64 = 1_000_000;
/// 分 of which amounts with two, three, four and five decimals are multiples.
const ROUND: [u64; 4] = [10_000, 1_000, 100, 10];
/// Decimals of 万元 down to a 分.
const DECIMALS: usize = 6;

/// Adds a whole number with a comma between each three digits.
fn push_grouped(text: &mut String, whole: &str) {
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
}

/// What a column needs of all amounts that it shows, so that they stand under each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Decimals in 万元 of the amount that has most.
    pub decimals: usize,
    /// The least amount.
    pub least: Money,
    /// The greatest.
    pub most: Money,
}

impl Extent {
    /// Of amounts, if there are any.
    pub fn of(mut amounts: impl Iterator<Item = Money>) -> Option<Self> {
        let first = amounts.next()?;
        let start = Self { decimals: first.wan_decimals(), least: first, most: first };
        Some(amounts.fold(start, |extent, one| Self {
            decimals: extent.decimals.max(one.wan_decimals()),
            least: extent.least.min(one),
            most: extent.most.max(one),
        }))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.wan())
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wan(text: &str) -> Money {
        Money::from_wan(text.parse().unwrap()).unwrap()
    }

    #[test]
    fn shows_two_decimals_and_hides_none() {
        assert_eq!(wan("1284.5").wan(), "1,284.50");
        assert_eq!(wan("38.766462").wan(), "38.766462");
        assert_eq!(wan("3692").wan(), "3,692.00");
        assert_eq!(Money(-1).wan(), "-0.000001");
        assert_eq!(Money(-123_456_789_000_000).wan(), "-123,456,789.00");
        assert_eq!(Money::ZERO.wan(), "0.00");
    }

    #[test]
    fn yuan_and_wan_agree() {
        assert_eq!(Money::from_yuan("387664.62".parse().unwrap()), Some(wan("38.766462")));
        assert_eq!(Money::from_wan("99999999999999999999".parse().unwrap()), None);
    }

    proptest! {
        #[test]
        fn every_amount_survives_the_way_through_wan(fen in -1_000_000_000_000_000_i64..1_000_000_000_000_000) {
            let text = Money(fen).wan().replace(',', "");
            prop_assert_eq!(Money::from_wan(text.parse().unwrap()), Some(Money(fen)));
        }

        #[test]
        fn the_length_is_known_without_writing(fen in any::<i64>(), zeros in 0_u32..18) {
            let fen = fen / 10_i64.pow(zeros);
            for money in [Money(fen), Money(fen.saturating_mul(10_000)), Money(fen / 1_000_000 * 1_000_000)] {
                prop_assert_eq!(money.wan_len(), money.wan().len(), "{}", money.wan());
            }
        }
    }
}
