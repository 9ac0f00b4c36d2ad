//! The values of a row as SQLite has them: written into a statement or into a hash, without each being asked what it is.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Params, params_from_iter};

/// A whole number.
pub(super) fn number(number: impl Into<i64>) -> ValueRef<'static> {
    ValueRef::Integer(number.into())
}

/// A number where there is one.
pub(super) fn maybe(found: Option<impl Into<i64>>) -> ValueRef<'static> {
    found.map_or(ValueRef::Null, number)
}

/// A text.
pub(super) fn text<T: AsRef<str> + ?Sized>(text: &T) -> ValueRef<'_> {
    ValueRef::Text(text.as_ref().as_bytes())
}

/// A text where there is one.
pub(super) fn said<T: AsRef<str> + ?Sized>(found: Option<&T>) -> ValueRef<'_> {
    found.map_or(ValueRef::Null, text)
}

/// A row for a statement.
pub(super) fn bound<'r>(row: &'r [ValueRef<'_>]) -> impl Params + 'r {
    params_from_iter(row.iter().copied().map(ToSqlOutput::Borrowed))
}
