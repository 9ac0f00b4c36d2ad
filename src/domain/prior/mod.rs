//! Last year beside this year: which earlier indicator is the same thing as one of this year's, which evaluation is a target's, and
//! how this year's target stands to what was reached.
//!
//! Goes by names, levels, units of measure and directions, never by position, and stays quiet where it cannot be sure: a wrong
//! neighbour in the table would mislead a reviewer more than a gap. Knows nothing of screens and of findings.
//!
//! `twins` pairs indicators, by the `likeness` of their names (`name` makes them comparable, `people` says whose satisfaction) and
//! by what they measure (`quantity`) · `project` finds a target's evaluations · `change` compares with what was reached · `trend`
//! looks back over years.

mod change;
mod likeness;
mod name;
mod people;
mod project;
mod quantity;
mod trend;
mod twins;
pub mod words;

pub use change::{Change, Direction, actual, ambition, change, direction, percent, reached};
pub use likeness::Likeness;
pub use project::{belonging, likest};
pub use quantity::Quantity;
pub use trend::{Reached, trends};
pub use twins::{Pin, Twin, twins};

#[cfg(test)]
mod tests;
