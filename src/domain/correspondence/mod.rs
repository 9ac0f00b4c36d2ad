//! Correspondence (对应): which indicator answers to which item of the objective, as the program proposes it.
//!
//! Pure and deterministic: the same item and indicators always give the same links, in whatever order the indicators stand.
//! Works when a submission comes in; opening a case reads what was stored. People's word stands above it (`decide`).
//!
//! | file | owns |
//! |---|---|
//! | `words` | cutting Chinese into words, the dictionary |
//! | `lexicon` | the field's language: weights, synonyms, kinds of work, units (`data/correspondence.toml`) |
//! | `name` `amounts` | what an item repeats of a name, and of a value |
//! | `pair` | the points of one pair |
//! | `settle` | which pairs become links, with which confidence |
//! | `ground` | why, in a form that the screens render |

mod amounts;
mod ground;
mod lexicon;
mod name;
mod pair;
mod settle;
pub mod words;

pub use ground::{Ground, reason};
pub use settle::{CERTAIN, suggest};
