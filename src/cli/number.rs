//! Whole numbers as arguments: what is none is refused with the numbers that would be taken.

use std::fmt::Display;
use std::ops::{Bound, RangeBounds};
use std::str::FromStr;

use clap::builder::ValueParser;
use rust_i18n::t;

/// Takes a number of a range.
pub fn of<N>(range: impl RangeBounds<N> + Clone + Send + Sync + 'static) -> ValueParser
where
    N: FromStr + PartialOrd + Display + Copy + Send + Sync + 'static,
{
    ValueParser::new(move |text: &str| {
        let number = text.parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| wanted(&range))
    })
}

/// Takes a budget year.
pub fn year() -> ValueParser {
    of::<i32>(1990..=2099)
}

/// Takes the number of something in the file.
pub fn id() -> ValueParser {
    of::<i64>(1..)
}

fn wanted<N: Display>(range: &impl RangeBounds<N>) -> String {
    match (range.start_bound(), range.end_bound()) {
        (Bound::Included(from), Bound::Included(to)) => t!("cli.usage.number-between", from = from, to = to),
        (Bound::Included(from), _) => t!("cli.usage.number-from", from = from),
        _ => t!("cli.usage.number"),
    }
    .into_owned()
}
