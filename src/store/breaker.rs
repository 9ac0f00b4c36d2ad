//! Breaking off a read that nobody waits for any more, from another thread.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::InterruptHandle;

use super::Store;
use crate::domain::facts::{Answer, Unreadable};

/// The way to break off what a store is reading. It must be known by whoever uses it that the store is reading, not writing.
pub struct Breaker {
    handle: InterruptHandle,
    broken: Arc<AtomicBool>,
}

impl Breaker {
    /// Lets the read under way fail, with every statement that would follow in it. A statement that has not taken its first step yet runs to
    /// its end: SQLite forgets an interrupt that comes before.
    pub fn break_off(&self) {
        self.broken.store(true, Ordering::Release);
        self.handle.interrupt();
    }

    /// Lets the store read again.
    pub fn mend(&self) {
        self.broken.store(false, Ordering::Release);
    }
}

impl Store {
    /// The way to break off what is being read.
    pub fn breaker(&self) -> Breaker {
        Breaker { handle: self.conn.get_interrupt_handle(), broken: Arc::clone(&self.broken) }
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
        let ended = AtomicBool::new(false);
        std::thread::scope(|scope| {
            // SQLite forgets an interrupt that comes before the statement's first step.
            scope.spawn(|| {
                while !ended.load(Ordering::Acquire) {
                    breaker.break_off();
                    std::thread::yield_now();
                }
            });
            let read = store.many(endless, [], |row| row.get::<_, i64>(0));
            ended.store(true, Ordering::Release);
            assert!(read.is_err());
        });
        assert!(store.users().is_err(), "nor does what would follow in it");
        breaker.mend();
        assert_eq!(store.users().unwrap(), []);
    }
}
