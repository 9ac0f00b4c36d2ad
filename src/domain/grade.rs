//! Grades 优 良 中 差, and the two rules that turn criteria into an overall grade.
//!
//! Owns the arithmetic only: the thresholds come from the procedure's data (`procedure::GradeRule`), each with its source.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A grade of a criterion or of a whole target; the better one is the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// 优: the target enters the budget.
    #[serde(rename = "优")]
    Excellent,
    /// 良: negotiated with the unit, amended, then budgeted.
    #[serde(rename = "良")]
    Good,
    /// 中: returned to the unit, handed in again.
    #[serde(rename = "中")]
    Fair,
    /// 差: does not enter the budget.
    #[serde(rename = "差")]
    Poor,
}

impl Grade {
    /// All grades, best first; the order of the keys `1 2 3 4`.
    pub const ALL: [Self; 4] = [Self::Excellent, Self::Good, Self::Fair, Self::Poor];

    /// The field's one-character word, the same in every language, in files and in the database.
    pub const fn term(self) -> &'static str {
        match self {
            Self::Excellent => "优",
            Self::Good => "良",
            Self::Fair => "中",
            Self::Poor => "差",
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.term())
    }
}

/// The text is none of the four grades.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownGrade(pub String);

impl FromStr for Grade {
    type Err = UnknownGrade;

    /// Reads `优 良 中 差`, the keys `1`–`4`, and the English words.
    fn from_str(text: &str) -> Result<Self, UnknownGrade> {
        match text.trim() {
            "优" | "1" | "excellent" => Ok(Self::Excellent),
            "良" | "2" | "good" => Ok(Self::Good),
            "中" | "3" | "fair" => Ok(Self::Fair),
            "差" | "4" | "poor" => Ok(Self::Poor),
            other => Err(UnknownGrade(other.to_owned())),
        }
    }
}

/// The general rule: a share of the criteria must reach a grade, and none may be below a floor.
/// 财预〔2015〕88号, review form: 优 if at least 6 of 8 points are 优 and none is 中 or 差, and so on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareRule {
    /// Share of the criteria that must reach the grade, as numerator and denominator (6 of 8).
    pub share: (u32, u32),
    /// The worst grade that any criterion may have for 优.
    pub floor_excellent: Grade,
    /// The worst grade that any criterion may have for 良.
    pub floor_good: Grade,
    /// The worst grade that any criterion may have for 中.
    pub floor_fair: Grade,
}

impl ShareRule {
    /// The overall grade that the rule gives for graded criteria; `None` when there are none.
    pub fn overall(&self, criteria: &[Grade]) -> Option<Grade> {
        let worst = *criteria.iter().max()?;
        let steps =
            [(Grade::Excellent, self.floor_excellent), (Grade::Good, self.floor_good), (Grade::Fair, self.floor_fair)];
        let reached = steps.into_iter().find(|&(grade, floor)| worst <= floor && self.enough(criteria, grade));
        Some(reached.map_or(Grade::Poor, |(grade, _)| grade))
    }

    fn enough(&self, criteria: &[Grade], grade: Grade) -> bool {
        let reaching = criteria.iter().filter(|&&criterion| criterion <= grade).count() as u64;
        let (part, whole) = (u64::from(self.share.0), u64::from(self.share.1));
        reaching * whole >= part * criteria.len() as u64
    }
}

/// The scored rule for key projects: each criterion has points, and a total decides.
/// 财预〔2015〕88号: 优 ≥ 90, 良 ≥ 80, 中 ≥ 60 of 100.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreRule {
    /// The least total (points) for 优, 良 and 中.
    pub thresholds: [Decimal; 3],
}

impl ScoreRule {
    /// The grade of a total in points.
    pub fn of_total(&self, total: Decimal) -> Grade {
        let reached = self.thresholds.iter().zip(Grade::ALL).find(|&(least, _)| total >= *least);
        reached.map_or(Grade::Poor, |(_, grade)| grade)
    }

    /// The grade of one criterion scored `score` of `points`: the same thresholds, as shares of its points.
    pub fn of_criterion(&self, score: Decimal, points: Decimal) -> Option<Grade> {
        let share = score.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(points)?;
        Some(self.of_total(share))
    }

    /// The least points for 优, 良 and 中 in a criterion of so many points.
    pub fn bands(&self, points: Decimal) -> [Decimal; 3] {
        self.thresholds.map(|share| (share * points / Decimal::ONE_HUNDRED).normalize())
    }

    /// The overall grade of scored criteria (points each).
    pub fn overall(&self, scores: &[Decimal]) -> Grade {
        self.of_total(scores.iter().sum())
    }
}

#[cfg(test)]
mod tests {
    use super::Grade::{Excellent as A, Fair as C, Good as B, Poor as D};
    use super::*;

    fn general() -> ShareRule {
        ShareRule { share: (6, 8), floor_excellent: B, floor_good: C, floor_fair: D }
    }

    #[test]
    fn the_general_rule_of_document_88_for_eight_points() {
        let rule = general();
        assert_eq!(rule.overall(&[A, A, A, A, A, A, B, B]), Some(A));
        assert_eq!(rule.overall(&[A, A, A, A, A, A, A, C]), Some(B), "one 中 forbids 优");
        assert_eq!(rule.overall(&[A, A, A, A, A, B, B, B]), Some(B), "five 优 are not six");
        assert_eq!(rule.overall(&[B, B, B, B, B, B, C, D]), Some(C), "one 差 forbids 良");
        assert_eq!(rule.overall(&[C, C, C, C, C, C, D, D]), Some(C));
        assert_eq!(rule.overall(&[C, C, C, C, C, D, D, D]), Some(D));
        assert_eq!(rule.overall(&[]), None);
    }

    #[test]
    fn six_criteria_need_five() {
        let rule = general();
        assert_eq!(rule.overall(&[A, A, A, A, A, B]), Some(A), "5 of 6 is at least three quarters");
        assert_eq!(rule.overall(&[A, A, A, A, B, B]), Some(B), "4 of 6 is less");
    }

    #[test]
    fn the_scored_rule_counts_decimals() {
        let rule = ScoreRule { thresholds: [90.into(), 80.into(), 60.into()] };
        let points = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(rule.of_total(points("90")), A);
        assert_eq!(rule.of_total(points("89.9")), B);
        assert_eq!(rule.of_total(points("60")), C);
        assert_eq!(rule.of_total(points("59.99")), D);
        assert_eq!(rule.of_criterion(points("8.5"), points("10")), Some(B));
        assert_eq!(rule.of_criterion(points("1"), points("0")), None);
        assert_eq!(rule.overall(&[points("50"), points("40.5")]), A);
    }

    #[test]
    fn reads_terms_and_keys_only() {
        assert_eq!("良".parse(), Ok(B));
        assert_eq!(" 4 ".parse(), Ok(D));
        assert!("优秀".parse::<Grade>().is_err());
    }
}
