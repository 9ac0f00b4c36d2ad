//! Integration tests of the library: one module a concern.

#[cfg(test)]
mod forms;
