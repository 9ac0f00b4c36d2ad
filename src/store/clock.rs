//! Where the time comes from: the machine, or a test's or the sample year's own clock.

use std::sync::Mutex;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::time::{Instant, Now};

/// Tells the present.
pub trait Clock: Send + Sync {
    /// The present.
    fn now(&self) -> Now;

    /// The zone of the wall that it hangs on.
    fn zone(&self) -> TimeZone {
        TimeZone::system()
    }
}

/// The machine's clock and zone.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Now {
        Now::in_zone(Instant(Timestamp::now().as_microsecond()), &TimeZone::system())
    }
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
