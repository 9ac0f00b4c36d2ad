//! How wide a form and its fields are on a screen: the rows of a text box depend on it, for the keys and for drawing.

use super::kind::Kind;

/// Columns from which on the target's contents stand beside the form.
const BESIDE: u16 = 110;
/// Columns left of a text box, and right of it.
pub const INDENT: u16 = 2;

/// The columns of the form and of what stands beside it, which are none on narrow screens.
pub fn columns(kind: Kind, width: u16) -> (u16, u16) {
    if kind == Kind::Amend || kind.is_execution() || width < BESIDE {
        return (width, 0);
    }
    let side = width * 2 / 5;
    (width - side, side)
}

/// The columns of a text box.
pub fn box_width(kind: Kind, width: u16) -> u16 {
    columns(kind, width).0.saturating_sub(2 * INDENT)
}
