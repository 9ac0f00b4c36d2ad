//! What follows from a thing and is dear to work out: worked out when first asked for, and known from then on.

use std::sync::{Arc, OnceLock};

/// What follows from the thing that holds it. It says nothing of its own, so that two of them are always equal.
#[derive(Debug)]
pub struct Known<T>(OnceLock<Arc<T>>);

impl<T> Known<T> {
    /// What follows, worked out now if nobody asked before.
    pub fn get(&self, work_out: impl FnOnce() -> T) -> &T {
        self.0.get_or_init(|| Arc::new(work_out()))
    }
}

impl<T> Clone for Known<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T> PartialEq for Known<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> Eq for Known<T> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_worked_out_once_and_goes_with_a_copy() {
        let known = Known::default();
        assert_eq!(known.get(|| 1), &1);
        assert_eq!(known.get(|| 2), &1);
        assert_eq!(known.clone().get(|| 3), &1);
        assert_eq!(known, Known::default(), "it is no part of what the thing is");
    }
}
