//! At which place of its queue a row stands: the rows before it are counted, or those behind it where fewer pages hold them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::arms::Sides;
use super::scope::{Key, Scope};
use crate::domain::facts::Answer;
use crate::domain::people::User;
use crate::domain::view::QueueAsk;
use crate::store::Store;
use crate::store::page::{Tree, What};

impl Store {
    /// How many rows come before the one with a key.
    pub(super) fn place(&self, scope: &Scope, key: Key, viewer: &User, ask: &QueueAsk) -> Answer<u64> {
        if scope.filter.is_none() {
            let whole = self.tally(viewer, ask.year, &ask.tab)?.count;
            if let Some(place) = self.on_pages(scope, key, whole) {
                return Ok(place);
            }
        }
        // What no index alone tells, and what does not lie on its pages as expected, is counted by SQLite.
        self.before(scope, key)
    }

    /// The same page by page, of a queue without filter that has so many rows.
    pub(super) fn on_pages(&self, scope: &Scope, key: Key, whole: u64) -> Option<u64> {
        let sides: Option<Vec<Sides>> = scope.arms.iter().map(|arm| arm.sides(scope.sort, key)).collect();
        let sides = sides?;
        let goes_on = || self.go_on().is_ok();
        let mut trees = BTreeMap::new();
        for Sides { index, .. } in &sides {
            if let Entry::Vacant(place) = trees.entry(*index) {
                place.insert(Tree::of(&self.conn, index, &goes_on)?);
            }
        }
        let mut of_all = |larger: bool, what: What| {
            sides.iter().try_fold(0, |sum, side| {
                let (from, to) = if larger { &side.large } else { &side.small };
                Some(sum + trees.get_mut(side.index)?.between(what, from, to)?)
            })
        };
        let larger = of_all(true, What::Leaves)? < of_all(false, What::Leaves)?;
        let counted = of_all(larger, What::Entries)?;
        if larger == scope.rises(false) { whole.checked_sub(counted + 1) } else { Some(counted) }
    }

    /// The same as SQLite counts. In two parts, because a range of one column is counted without looking at the rows.
    pub(super) fn before(&self, scope: &Scope, key: Key) -> Answer<u64> {
        let [other, equal] = scope.before(key);
        Ok(self.count(scope, Some(&other))? + self.count(scope, Some(&equal))?)
    }
}
