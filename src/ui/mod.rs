//! Drawing: reads the state of the screens and never changes it.
//!
//! The tools that every screen draws with: `width` and `wrap` lay text out, `glyph` and `theme` say how things look
//! (`look` holds both), `clear` empties the ground of popups, `dump` and `svg` turn a drawn buffer into text and
//! pictures.

pub mod clear;
pub mod dump;
pub mod glyph;
pub mod look;
pub mod svg;
pub mod theme;
pub mod width;
pub mod wrap;
