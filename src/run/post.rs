//! Where events of other threads arrive, so that they can be waited for beside the terminal.

use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};

use super::Event;

/// The way to the loop.
#[derive(Debug, Clone)]
pub struct Sender {
    events: mpsc::Sender<Event>,
    bell: Arc<Bell>,
}

#[derive(Debug)]
struct Bell {
    stream: UnixStream,
    /// Whether it was rung and nobody has looked since.
    rung: Arc<AtomicBool>,
}

/// What was sent.
#[derive(Debug)]
pub struct Post {
    events: Receiver<Event>,
    woken: UnixStream,
    rung: Arc<AtomicBool>,
}

/// A post and the way to it.
///
/// # Errors
/// When the system has no more descriptors.
pub fn post() -> io::Result<(Sender, Post)> {
    let (stream, woken) = UnixStream::pair()?;
    stream.set_nonblocking(true)?;
    woken.set_nonblocking(true)?;
    let (events, received) = mpsc::channel();
    let rung = Arc::new(AtomicBool::new(false));
    let bell = Arc::new(Bell { stream, rung: Arc::clone(&rung) });
    Ok((Sender { events, bell }, Post { events: received, woken, rung }))
}

impl Sender {
    /// Sends an event; returns whether anybody still listens.
    pub fn send(&self, event: Event) -> bool {
        let sent = self.events.send(event).is_ok();
        if sent && !self.bell.rung.swap(true, Ordering::AcqRel) {
            // One byte is enough, and one that finds no room is one too many.
            let _ = (&self.bell.stream).write(&[1]);
        }
        sent
    }
}

impl Post {
    /// What has been sent until now. Whatever comes later makes the post readable again.
    pub fn take(&self) -> impl Iterator<Item = Event> + '_ {
        // The byte may be on its way still; then it wakes once more, and is taken then.
        if self.rung.load(Ordering::Acquire) && matches!((&self.woken).read(&mut [0; 8]), Ok(1..)) {
            self.rung.swap(false, Ordering::AcqRel);
        }
        self.events.try_iter()
    }

    /// The next event, waited for.
    #[cfg(test)]
    pub fn recv(&self) -> Option<Event> {
        self.events.recv().ok()
    }
}

impl AsFd for Post {
    /// Can be read when something was sent.
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.woken.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::event::{PollFd, PollFlags, poll};
    use std::thread;

    /// Waits without end for something to be sent.
    fn wait(post: &Post) {
        poll(&mut [PollFd::new(post, PollFlags::IN)], None).unwrap();
    }

    #[test]
    fn everything_that_is_sent_wakes_and_arrives() {
        let (sender, post) = post().unwrap();
        let senders: Vec<_> = (0..4)
            .map(|_| {
                let sender = sender.clone();
                thread::spawn(move || {
                    for event in 0..5_000 {
                        assert!(sender.send(Event::Bell));
                        if event % 7 == 0 {
                            thread::yield_now();
                        }
                    }
                })
            })
            .collect();
        let mut heard = 0;
        while heard < 20_000 {
            wait(&post);
            heard += post.take().count();
        }
        senders.into_iter().for_each(|sender| sender.join().unwrap());
        assert_eq!(post.take().count(), 0);
        let fd = PollFd::new(&post, PollFlags::IN);
        let none = rustix::event::Timespec { tv_sec: 0, tv_nsec: 0 };
        assert_eq!(poll(&mut [fd], Some(&none)), Ok(0), "nothing wakes when nothing was sent");
        drop(post);
        assert!(!sender.send(Event::Bell));
    }
}
