//! Where the time comes from: the machine, or a test's or the sample year's own clock.

use std::sync::{Mutex, Once};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::time::{Instant, Now, local_zone, set_local_zone};

/// Tells the present.
pub trait Clock: Send + Sync {
    /// The present.
    fn now(&self) -> Now;

    /// The zone of the wall that it hangs on.
    fn zone(&self) -> TimeZone {
        machine_zone().clone()
    }
}

/// The machine's clock and zone.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Now {
        Now::in_zone(Instant(Timestamp::now().as_microsecond()), machine_zone())
    }
}

/// The machine's zone. Without `TZ` it is the one that `/etc/localtime` holds: reading that file alone spares the search through all zones
/// of the system for its name, which nobody is shown.
fn machine_zone() -> &'static TimeZone {
    static SETTLED: Once = Once::new();
    SETTLED.call_once(|| {
        let unset = std::env::var_os("TZ").is_none();
        let rules = unset.then(|| std::fs::read("/etc/localtime").ok()).flatten();
        if let Some(zone) = rules.and_then(|rules| TimeZone::tzif("local", &rules).ok()) {
            set_local_zone(zone);
        }
    });
    local_zone()
}

/// A clock that stands still until it is set; UTC.
#[derive(Debug)]
pub struct FixedClock(Mutex<Instant>);

impl FixedClock {
    /// A clock that stands at an instant.
    pub fn at(instant: Instant) -> Self {
        Self(Mutex::new(instant))
    }

    /// Sets the clock.
    pub fn set(&self, instant: Instant) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = instant;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Now {
        let at = *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        Now::in_zone(at, &TimeZone::UTC)
    }

    fn zone(&self) -> TimeZone {
        TimeZone::UTC
    }
}
