//! What is done for the file itself when the screens are open: the check of a moment, then the day's copy, on a thread of its own after the first frame.

use std::path::PathBuf;
use std::thread;

use rust_i18n::t;

use super::Event;
use super::post::Sender;
use crate::store::{Damage, KEPT_DAYS, Store, daily};

/// How much the thread stands back behind those who read and write.
const NICE: i32 = 10;

/// Looks after a file. What is found damaged stops the writing of the program whose `damage` it is, and is told on its screen; a damaged file is not
/// copied, so that it pushes no good copy out.
pub fn look_after(path: PathBuf, by: String, damage: Damage, events: Sender) {
    let look = move || {
        // Without it the thread is only less modest.
        let _ = rustix::process::nice(NICE);
        if let Some(words) = looked_after(&path, &by, &damage) {
            events.send(Event::Failed(words));
        }
    };
    // A system that gives no thread gives no copy either; the next program tries again.
    let _ = thread::Builder::new().name("keeper".to_owned()).spawn(look);
}

fn looked_after(path: &std::path::Path, by: &str, damage: &Damage) -> Option<String> {
    let store = Store::open_reading(path).ok()?;
    store.keep_few_pages().ok()?;
    let report = store.verify_quick().ok()?;
    drop(store);
    if let Some(first) = report.faults.first() {
        let words = format!("{}: {}", first.place, first.what);
        damage.tell(&words);
        return Some(t!("backup.damaged", words = words).into_owned());
    }
    let copied = daily(path, KEPT_DAYS, by);
    copied.err().map(|failed| t!("backup.daily-failed", words = failed.words()).into_owned())
}
