//! When a frame may be drawn: the first after a quiet time at once, the next ones not before the interval is over.

use std::time::{Duration, Instant};

/// The pace of frames.
#[derive(Debug)]
pub struct Pace {
    interval: Duration,
    last: Option<Instant>,
}

impl Pace {
    /// A pace with the shortest time between two frames.
    pub const fn new(interval: Duration) -> Self {
        Self { interval, last: None }
    }

    /// Whether a frame may be drawn now.
    pub fn is_ready(&self, now: Instant) -> bool {
        self.left(now).is_zero()
    }

    /// How long a frame that is wanted has to be held back; nothing to wait for when none is.
    pub fn wait(&self, wanted: bool, now: Instant) -> Option<Duration> {
        wanted.then(|| self.left(now))
    }

    /// A frame was drawn.
    pub const fn drawn(&mut self, now: Instant) {
        self.last = Some(now);
    }

    fn left(&self, now: Instant) -> Duration {
        let passed = self.last.map_or(self.interval, |last| now.saturating_duration_since(last));
        self.interval.saturating_sub(passed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_frame_is_drawn_at_once_and_the_next_is_held_back() {
        let start = Instant::now();
        let after = |millis| start + Duration::from_millis(millis);
        let mut pace = Pace::new(Duration::from_millis(16));
        assert!(pace.is_ready(start));
        pace.drawn(start);
        assert!(!pace.is_ready(after(15)));
        assert_eq!(pace.wait(true, after(10)), Some(Duration::from_millis(6)));
        assert_eq!(pace.wait(false, after(10)), None, "nothing is wanted, nothing wakes");
        assert!(pace.is_ready(after(16)));
        assert!(pace.is_ready(after(10_000)), "the first after a quiet time");
    }
}
