//! Breaking off a read that nobody waits for any more, from another thread.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;

use super::Store;
use crate::domain::facts::{Answer, Unreadable};

/// Steps of SQLite's machine between two looks at whether a read goes on: some tens of microseconds.
const STEPS: i32 = 4_000;

/// The way to break off what a store is reading. It must be known by whoever uses it that the store is reading, not writing.
pub struct Breaker {
    broken: Arc<AtomicBool>,
}

impl Breaker {
    /// Lets the read under way fail, with every statement that would follow in it.
    pub fn break_off(&self) {
        self.broken.store(true, Ordering::Release);
    }

    /// Lets the store read again.
    pub fn mend(&self) {
        self.broken.store(false, Ordering::Release);
    }
}

/// Lets a connection's statements look whether they were broken off. An interrupt would not do: SQLite forgets one that comes before a
/// statement's first step.
pub(super) fn heed(conn: &mut Connection, broken: &Arc<AtomicBool>) -> rusqlite::Result<()> {
    let broken = Arc::clone(broken);
    conn.progress_handler(STEPS, Some(move || broken.load(Ordering::Acquire)))
}

impl Store {
    /// The way to break off what is being read.
    pub fn breaker(&self) -> Breaker {
        Breaker { broken: Arc::clone(&self.broken) }
    }

    /// Fails when the read under way was broken off between two statements.
    pub(super) fn go_on(&self) -> Answer<()> {
        if self.broken.load(Ordering::Acquire) { Err(Unreadable("broken off".to_owned())) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_read_that_would_never_end_is_broken_off() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("a.db")).unwrap();
        let breaker = store.breaker();
        let endless = "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n";
        std::thread::scope(|scope| {
            scope.spawn(|| breaker.break_off());
            let read = store.many(endless, [], |row| row.get::<_, i64>(0));
            assert!(read.is_err());
        });
        assert!(store.users().is_err(), "nor does what would follow in it");
        breaker.mend();
        assert_eq!(store.users().unwrap(), []);
    }
}
