//! Draws the registers: `list` the tabs and records, `record` one record.

mod list;
mod record;

pub use list::draw as list;
pub use record::draw as record;

#[cfg(test)]
mod tests;
