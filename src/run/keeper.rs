//! What is done for the file itself when the screens are open: the check of a moment, then the day's copy, on a thread of its own after the first frame.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rust_i18n::t;

use super::Event;
use super::post::Sender;
use crate::store::{Damage, KEPT_DAYS, OpenError, Store, daily};

/// How much the thread stands back behind those who read and write.
const NICE: i32 = 10;
/// How long it waits before it looks again at what does not read well, at first and at most.
const AGAIN: (Duration, Duration) = (Duration::from_millis(500), Duration::from_mins(1));

/// Looks after a file. What is found damaged stops the writing of the program whose `damage` it is, and is told on its screen, until the file reads
/// well again; a damaged file is not copied, so that it pushes no good copy out.
pub fn look_after(path: PathBuf, by: String, damage: Damage, events: Sender) {
    let look = move || {
        // Without it the thread is only less modest.
        let _ = rustix::process::nice(NICE);
        until_well(&path, &damage, &events);
        if let Err(failed) = daily(&path, KEPT_DAYS, &by) {
            let words = t!("backup.daily-failed", words = failed.words()).into_owned();
            events.send(Event::Failed(words));
        }
    };
    // A system that gives no thread gives no copy either; the next program tries again.
    let _ = thread::Builder::new().name("keeper".to_owned()).spawn(look);
}

/// Looks at the file until nothing is wrong with it. A disk that fails for a moment is no damage: only what is found twice is told, and it is told, too,
/// when it is over.
fn until_well(path: &Path, damage: &Damage, events: &Sender) {
    let (mut found, mut told, mut pause) = (None::<String>, false, AGAIN.0);
    while let Err(words) = looked_at(path) {
        let before = found.take();
        if let Some(words) = before.as_ref().filter(|_| !told) {
            damage.tell(words);
            events.send(Event::ReadOnly(true));
            events.send(Event::Failed(t!("backup.damaged", words = words).into_owned()));
            told = true;
        }
        found = before.or(words);
        thread::sleep(pause);
        pause = AGAIN.1.min(pause * 2);
    }
    if let Some(words) = found.filter(|_| told) {
        damage.mend();
        events.send(Event::ReadOnly(false));
        events.send(Event::Bell);
        events.send(Event::Told(t!("backup.well-again", words = words).into_owned()));
    }
}

/// The check of a moment; what it found first, in words, if it could look at all.
fn looked_at(path: &Path) -> Result<(), Option<String>> {
    let store = Store::open_reading(path).map_err(|error| match error {
        OpenError::Damaged(_, words) => Some(words),
        _ => None,
    })?;
    let report = store.keep_few_pages().and_then(|()| store.verify_quick()).map_err(|failed| Some(failed.0))?;
    report.faults.first().map_or(Ok(()), |first| Err(Some(format!("{}: {}", first.place, first.what))))
}
