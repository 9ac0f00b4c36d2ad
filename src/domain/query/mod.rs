//! The query language of filters, gates, exports and the command line (design §8).
//!
//! Owns the syntax, its errors, which point at the column, and what can be typed next. The store compiles a query to SQL;
//! stages and checks are only known to others, so their names are resolved in a later step. `trace` is the journal's own filter in the same spelling.

mod complete;
mod condition;
mod fault;
mod fields;
mod lexer;
mod nearest;
mod parse;
mod print;
mod resolve;
mod trace;
mod value;

pub use complete::{Candidate, complete, complete_among};
pub use condition::{Column, Comparison, Condition, Query};
pub use fault::ParseError;
pub use fields::Field;
pub use parse::parse;
pub use trace::Trace;
