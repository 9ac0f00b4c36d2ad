//! When a frame may be drawn: with the answer to what was asked for it, if that comes at once, so that a key or a ring is one frame; the first two
//! after a quiet time at once, because where the answer takes longer a key shows and then its answer does; no more of them on average than one an interval.

use std::time::{Duration, Instant};

/// How long a frame waits for answers that belong into it: less than anybody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Somebody typed into a field: what is typed shows before anything that follows from it, which on a slow line takes half a second.
    Typed,
    /// Somebody pressed another key.
    Key,
    /// The file changed, or an answer came that others follow.
    File,
}

impl Patience {
    const fn time(self) -> Duration {
        match self {
            Self::Typed => Duration::ZERO,
            Self::Key => Duration::from_millis(3),
            Self::File => Duration::from_millis(8),
        }
    }
}

/// The pace of frames.
#[derive(Debug)]
pub struct Pace {
    interval: Duration,
    /// When the last two frames were drawn, the older one first.
    last: [Option<Instant>; 2],
    /// Until when what is to be drawn waits for answers.
    wanted: Option<Instant>,
}

impl Pace {
    /// A pace with the shortest time between two frames, on average.
    pub const fn new(interval: Duration) -> Self {
        Self { interval, last: [None; 2], wanted: None }
    }

    /// There is something to draw.
    pub fn want(&mut self, patience: Patience, now: Instant) {
        let until = now + patience.time();
        self.wanted = Some(self.wanted.map_or(until, |wanted| wanted.min(until)));
    }

    /// Whether a frame is to be drawn now; `asked` when an answer may still come that belongs into it.
    pub fn is_ready(&self, asked: bool, now: Instant) -> bool {
        self.wait(asked, now).is_some_and(|left| left.is_zero())
    }

    /// How long the frame that is wanted has to be held back; nothing to wait for when none is.
    pub fn wait(&self, asked: bool, now: Instant) -> Option<Duration> {
        let until = |from: Instant, time: Duration| time.saturating_sub(now.saturating_duration_since(from));
        let answer =
            self.wanted.map(|wanted| if asked { wanted.saturating_duration_since(now) } else { Duration::ZERO })?;
        let [before, _] = self.last;
        Some(answer.max(before.map_or(Duration::ZERO, |before| until(before, self.interval * 2))))
    }

    /// A frame was drawn.
    pub const fn drawn(&mut self, now: Instant) {
        self.last = [self.last[1], Some(now)];
        self.wanted = None;
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
        assert!(!pace.is_ready(false, start), "nothing is wanted");
        pace.want(Patience::Key, start);
        assert!(pace.is_ready(false, start));
        pace.drawn(start);
        pace.want(Patience::Key, after(1));
        assert!(pace.is_ready(false, after(1)));
        pace.drawn(after(1));
        assert_eq!(pace.wait(false, after(10)), None, "nothing is wanted, nothing wakes");
        pace.want(Patience::Key, after(2));
        assert!(!pace.is_ready(false, after(31)));
        assert_eq!(pace.wait(false, after(10)), Some(Duration::from_millis(22)));
        assert!(pace.is_ready(false, after(32)));
        assert!(pace.is_ready(false, after(10_000)), "the first after a quiet time");
    }

    #[test]
    fn a_frame_waits_a_moment_for_the_answer_that_belongs_into_it() {
        let start = Instant::now();
        let mut pace = Pace::new(Duration::from_millis(16));
        let (key, file) = (Patience::Key.time(), Patience::File.time());
        pace.want(Patience::File, start);
        assert_eq!(pace.wait(true, start), Some(file));
        assert!(pace.is_ready(false, start), "the answer came");
        pace.want(Patience::Key, start);
        assert_eq!(pace.wait(true, start), Some(key), "whoever presses a key waits less");
        pace.want(Patience::File, start + key / 2);
        assert!(!pace.is_ready(true, start + key / 2));
        assert!(pace.is_ready(true, start + key), "it does not come in time");
        pace.want(Patience::Typed, start + key / 2);
        assert!(pace.is_ready(true, start + key / 2), "what is typed waits for nothing");
    }

    #[test]
    fn a_flood_has_one_frame_an_interval() {
        let start = Instant::now();
        let mut pace = Pace::new(Duration::from_millis(16));
        let drawn = (0..1600).filter(|millis| {
            let now = start + Duration::from_millis(*millis);
            pace.want(Patience::Key, now);
            let ready = pace.is_ready(false, now);
            if ready {
                pace.drawn(now);
            }
            ready
        });
        assert_eq!(drawn.count(), 100);
    }
}
