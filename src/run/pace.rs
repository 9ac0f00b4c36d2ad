//! When a frame may be drawn: the first two after a quiet time at once, because a key shows and then its answer does; no more of them
//! on average than one an interval.

use std::time::{Duration, Instant};

/// The pace of frames.
#[derive(Debug)]
pub struct Pace {
    interval: Duration,
    /// When the last two frames were drawn, the older one first.
    last: [Option<Instant>; 2],
}

impl Pace {
    /// A pace with the shortest time between two frames, on average.
    pub const fn new(interval: Duration) -> Self {
        Self { interval, last: [None; 2] }
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
        self.last = [self.last[1], Some(now)];
    }

    fn left(&self, now: Instant) -> Duration {
        let [before, _] = self.last;
        before
            .map_or(Duration::ZERO, |before| (self.interval * 2).saturating_sub(now.saturating_duration_since(before)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_and_its_answer_are_drawn_at_once_and_the_next_frame_is_held_back() {
        let start = Instant::now();
        let after = |millis| start + Duration::from_millis(millis);
        let mut pace = Pace::new(Duration::from_millis(16));
        assert!(pace.is_ready(start));
        pace.drawn(start);
        assert!(pace.is_ready(after(1)));
        pace.drawn(after(1));
        assert!(!pace.is_ready(after(31)));
        assert_eq!(pace.wait(true, after(10)), Some(Duration::from_millis(22)));
        assert_eq!(pace.wait(false, after(10)), None, "nothing is wanted, nothing wakes");
        assert!(pace.is_ready(after(32)));
        assert!(pace.is_ready(after(10_000)), "the first after a quiet time");
    }

    #[test]
    fn a_flood_has_one_frame_an_interval() {
        let start = Instant::now();
        let mut pace = Pace::new(Duration::from_millis(16));
        let drawn = (0..1600).filter(|millis| {
            let now = start + Duration::from_millis(*millis);
            let ready = pace.is_ready(now);
            if ready {
                pace.drawn(now);
            }
            ready
        });
        assert_eq!(drawn.count(), 100);
    }
}
