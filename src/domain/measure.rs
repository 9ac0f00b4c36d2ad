//! A measured value as people write it: sign, value, unit, with the raw text kept.
//!
//! Owns reading `≥95%`, `＝１００％`, `95%以上`, `不低于90%`, `±3%以内`, `2023.07-2024.01`, `12,000人次` and 定性 text.
//! Knows nothing of columns or files.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// 指标性质: how the actual value is compared with the target value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sign {
    /// Exactly.
    #[serde(rename = "=")]
    Equal,
    /// At least.
    #[serde(rename = "≥")]
    AtLeast,
    /// At most.
    #[serde(rename = "≤")]
    AtMost,
    /// More than.
    #[serde(rename = ">")]
    MoreThan,
    /// Less than.
    #[serde(rename = "<")]
    LessThan,
    /// Within a tolerance on both sides.
    #[serde(rename = "±")]
    Within,
    /// 定性: in words.
    #[serde(rename = "定性")]
    Qualitative,
}

impl Sign {
    /// All signs.
    pub const ALL: [Self; 7] =
        [Self::Equal, Self::AtLeast, Self::AtMost, Self::MoreThan, Self::LessThan, Self::Within, Self::Qualitative];

    /// The canonical sign, the same in every language, in files and in the database.
    pub const fn term(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
            Self::MoreThan => ">",
            Self::LessThan => "<",
            Self::Within => "±",
            Self::Qualitative => "定性",
        }
    }
}

impl fmt::Display for Sign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.term())
    }
}

/// The text is no sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownSign(pub String);

impl FromStr for Sign {
    type Err = UnknownSign;

    /// Reads the canonical signs; what people write instead of them is read by the reader of measures.
    fn from_str(text: &str) -> Result<Self, UnknownSign> {
        let found = Self::ALL.into_iter().find(|sign| sign.term() == text);
        found.ok_or_else(|| UnknownSign(text.to_owned()))
    }
}
