//! Things by their numbers, which are 1, 2, 3 … unless somebody tampered with them: a place in a list then, found without a hash and grown without copying.

use std::collections::HashMap;

/// Things by their numbers.
#[derive(Debug)]
pub(super) struct Numbered<T> {
    /// Those from 1 on without a gap, when they came.
    in_turn: Vec<T>,
    others: HashMap<i64, T>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { in_turn: Vec::new(), others: HashMap::new() }
    }
}

impl<T> Numbered<T> {
    pub(super) fn get(&self, id: i64) -> Option<&T> {
        place(id).and_then(|place| self.in_turn.get(place)).or_else(|| self.others.get(&id))
    }

    pub(super) fn get_mut(&mut self, id: i64) -> Option<&mut T> {
        match place(id).and_then(|place| self.in_turn.get_mut(place)) {
            Some(found) => Some(found),
            None => self.others.get_mut(&id),
        }
    }

    /// Puts a thing that is new; `None` if its number is taken.
    pub(super) fn put(&mut self, id: i64, thing: T) -> Option<()> {
        if self.get(id).is_some() {
            return None;
        }
        if place(id) == Some(self.in_turn.len()) {
            self.in_turn.push(thing);
        } else {
            self.others.insert(id, thing);
        }
        Some(())
    }

    /// All of them with their numbers.
    pub(super) fn all(&self) -> impl Iterator<Item = (i64, &T)> {
        (1..).zip(&self.in_turn).chain(self.others.iter().map(|(id, thing)| (*id, thing)))
    }
}

fn place(id: i64) -> Option<usize> {
    usize::try_from(id.checked_sub(1)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_found_by_its_number_whatever_the_order() {
        let mut all = Numbered::default();
        for id in [1, 2, 4, 3, -7, i64::MIN, 5, i64::MAX, 0] {
            assert_eq!(all.get(id), None);
            assert_eq!(all.put(id, id), Some(()));
            assert_eq!(all.put(id, 99), None, "a second {id}");
        }
        assert!(all.all().all(|(id, thing)| id == *thing));
        assert_eq!(all.all().count(), 9);
        *all.get_mut(4).unwrap() = 40;
        *all.get_mut(2).unwrap() = 20;
        assert_eq!([4, 2, 6].map(|id| all.get(id).copied()), [Some(40), Some(20), None]);
    }
}
