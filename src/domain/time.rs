//! Instants and days as the journal keeps them.
//!
//! Owns the types only: the clock is the store's, the machine's zone is the screens', working days are the calendar's.

use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rust_i18n::t;
use serde::{Deserialize, Serialize};

/// Microseconds in one day.
const DAY: i64 = 86_400_000_000;

/// The machine's zone, as it was first asked for.
static ZONE: OnceLock<TimeZone> = OnceLock::new();

/// The machine's zone.
pub fn local_zone() -> &'static TimeZone {
    ZONE.get_or_init(TimeZone::system)
}

/// Says which zone the machine is in, before anybody asks; the first word counts.
pub fn set_local_zone(zone: TimeZone) {
    ZONE.set(zone).ok();
}

/// An instant: microseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    /// Whole days that passed from `self` until `now`; never negative, so that a clock set back shows no nonsense.
    pub fn days_until(self, now: Self) -> i64 {
        (now.0.saturating_sub(self.0) / DAY).max(0)
    }

    /// The instant `days` whole days earlier.
    #[must_use]
    pub fn minus_days(self, days: i64) -> Self {
        Self(self.0.saturating_sub(days.saturating_mul(DAY)))
    }

    /// The calendar day in a zone; the first day of 1970 for an instant out of any calendar.
    pub fn date(self, zone: &TimeZone) -> Date {
        self.zoned(zone).date()
    }

    /// `YYYY-MM-DD HH:MM` in a zone.
    pub fn minute(self, zone: &TimeZone) -> String {
        self.zoned(zone).strftime("%Y-%m-%d %H:%M").to_string()
    }

    /// ISO 8601 in UTC with microseconds, for files and logs.
    pub fn iso(self) -> String {
        self.zoned(&TimeZone::UTC).strftime("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
    }

    /// `YYYY-MM-DD HH:MM` in the machine's zone.
    pub fn local_minute(self) -> String {
        self.minute(local_zone())
    }

    /// `2020年2月11日 09:30` in the machine's zone, as official papers write it.
    pub fn on_paper(self) -> String {
        let local = self.zoned(local_zone());
        format!("{} {}", on_paper(local.date()), local.strftime("%H:%M"))
    }

    fn zoned(self, zone: &TimeZone) -> jiff::ZonedDateTime {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned_datetime(zone.clone())
    }
}

/// The present as a command meets it: the instant, and the day on the wall where the machine stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The instant.
    pub at: Instant,
    /// The local day.
    pub today: Date,
}

impl Now {
    /// An instant as the present of a zone.
    pub fn in_zone(at: Instant, zone: &TimeZone) -> Self {
        Self { at, today: at.date(zone) }
    }
}

/// A day as official papers write it: `2020年2月11日`.
pub fn on_paper(day: Date) -> String {
    t!("report.text.day", year = day.year(), month = day.month(), day = day.day()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_is_never_negative() {
        assert_eq!(Instant(0).days_until(Instant(3 * DAY + 1)), 3);
        assert_eq!(Instant(DAY).days_until(Instant(0)), 0);
        assert_eq!(Instant(i64::MIN).days_until(Instant(DAY)), i64::MAX / DAY, "of a damaged file");
        assert_eq!(Instant(1_609_459_200_000_001).iso(), "2021-01-01T00:00:00.000001Z");
    }
}
