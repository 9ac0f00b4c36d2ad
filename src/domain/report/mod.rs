//! The annual work report (预算绩效开展工作情况): what the file says of a year, as figures and as sections of text.
//!
//! Every figure has its definition and the question that lists its rows; a figure that the file cannot tell is marked, never made up.
//! `facts` is what is read of a year · `figure` what a figure is, and the list of them · `rows` what stands behind each · `compose` the report · `sections` what they say · `compare` two years · `board` the phases · `trend` the years.

mod board;
mod compare;
mod compose;
mod facts;
mod figure;
mod rows;
mod sections;
mod trend;

use std::sync::LazyLock;

use serde::Deserialize;

pub use board::{Board, Cell, Covered, Phase, planned};
pub use compare::{Compared, compare};
pub use compose::{Piece, Report, Section, compose};
pub use facts::{Coverage, Disclosed, PovertyTally, PreparationTally, Reevaluation, Sum, Units, YearFacts};
pub use figure::{Figure, Value, figures};
pub use rows::{FigureRow, Opens, Rows, Which};
pub use trend::Trend;

const FILE: &str = include_str!("../../../data/report.toml");

static CATEGORIES: LazyLock<Categories> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());

/// The categories of targets that the report counts apart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Categories {
    /// 本级特定目标类项目.
    pub special: String,
    /// 专项转移支付.
    pub transfer: String,
    /// Categories that are counted apart and are none of the kinds into which targets are divided.
    pub unlisted: Vec<String>,
    /// Words by which a document is known to be about poverty-alleviation funds.
    pub poverty: Vec<String>,
}

impl Categories {
    /// As the data say.
    pub fn bundled() -> &'static Self {
        &CATEGORIES
    }
}

#[cfg(test)]
mod tests;
