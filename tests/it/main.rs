//! Tests across rooms; one module a concern.

mod lang;
mod procedure;
