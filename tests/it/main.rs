//! Integration tests of the library: one module a concern.

mod forms;
