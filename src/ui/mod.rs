//! Drawing: reads the state of the screens and never changes it.
//!
//! `draw` makes the whole picture of the parts: `screen` (one file a screen), `popup`, `hint`, `too_small`. The tools
//! that all of them draw with: `width` and `wrap` lay text out, `split` areas, `amounts` columns of money, `glyph` and `theme` say how things look (`look` holds
//! both), `clear` empties the ground of popups, `over` leaves out lines that are shown already, `dump` and `svg` turn a drawn buffer into text and pictures.

pub mod amounts;
pub mod clear;
pub mod dump;
pub mod glyph;
pub mod lines;
pub mod look;
pub mod screen;
pub mod svg;
pub mod theme;
pub mod too_small;
pub mod width;
pub mod wrap;

pub mod brush;
mod draw;
mod drawn;
pub mod field;
mod hint;
mod over;
mod popup;
mod split;

pub use draw::{draw, draw_over};
pub use drawn::Drawn;
pub use over::LineId;

#[cfg(test)]
mod tests;
