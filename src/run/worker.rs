//! The thread that asks the file: jobs in the order given, but for questions that a newer one of the same kind made idle.

use std::collections::VecDeque;
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::Event;
use super::backend::Backend;
use crate::app::effect::{Ask, Reply};
use crate::domain::command::{Actor, Command, Origin};
use crate::domain::ids::TargetId;
use crate::domain::people::User;
use crate::domain::session::view::Presence;
use crate::domain::view::Draft;

/// Something to be done with the file.
#[derive(Debug)]
pub enum Job {
    /// A question.
    Read {
        /// Its ticket.
        ticket: u64,
        /// The question.
        ask: Ask,
    },
    /// A wish.
    Execute {
        /// Its ticket.
        ticket: u64,
        /// The commands.
        commands: Vec<Command>,
        /// The way in.
        origin: Origin,
    },
    /// Keep unsent text.
    SaveDraft(Draft),
    /// Forget unsent text.
    DropDraft(TargetId, &'static str),
    /// Say in which joint session the person is.
    Here(Option<Presence>),
    /// Act and see as another person from now on.
    Switch(String),
}

/// The thread, which starts with the first job: the first frame does not wait for it. It ends when every job is done after this was dropped.
pub struct Worker {
    idle: Option<(Desk, Receiver<Job>)>,
    jobs: Option<Sender<Job>>,
    /// The ticket of the job that is to be stopped.
    stopped: Arc<AtomicU64>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Is ready to work for a person.
    pub fn new(backend: Box<dyn Backend>, user: User, events: Sender<Event>) -> Self {
        let (sender, jobs) = channel();
        let stopped = Arc::default();
        let desk = Desk { backend, user, events, stopped: Arc::clone(&stopped) };
        Self { idle: Some((desk, jobs)), jobs: Some(sender), stopped, thread: None }
    }

    /// Stops the job of a ticket, if it can be stopped and is not done yet.
    pub fn stop(&self, ticket: u64) {
        self.stopped.store(ticket, Ordering::Relaxed);
    }

    /// Gives a job; returns false when nobody works any more.
    pub fn give(&mut self, job: Job) -> bool {
        if let Some((mut desk, jobs)) = self.idle.take() {
            let work = move || desk.work(&jobs);
            self.thread = thread::Builder::new().name("file".to_owned()).spawn(work).ok();
        }
        self.jobs.as_ref().is_some_and(|jobs| jobs.send(job).is_ok())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

struct Desk {
    backend: Box<dyn Backend>,
    user: User,
    events: Sender<Event>,
    stopped: Arc<AtomicU64>,
}

/// How long a long job works between two words about it.
const WORD: Duration = Duration::from_millis(100);

/// Tells how far a long job is, now and then, and whether it goes on.
fn pulse(ticket: u64, events: Sender<Event>, stopped: Arc<AtomicU64>) -> impl FnMut(usize, usize) -> bool {
    let mut last = Instant::now();
    move |done, of| {
        if last.elapsed() >= WORD {
            last = Instant::now();
            events.send(Event::Answer { ticket, reply: Reply::Progress { done, of } }).ok();
        }
        stopped.load(Ordering::Relaxed) != ticket
    }
}

impl Desk {
    fn work(&mut self, jobs: &Receiver<Job>) {
        let mut waiting = VecDeque::new();
        loop {
            if waiting.is_empty() {
                match jobs.recv() {
                    Ok(job) => waiting.push_back(job),
                    Err(_) => return,
                }
            }
            waiting.extend(jobs.try_iter());
            let Some(job) = waiting.pop_front() else { continue };
            if is_idle(&job, &waiting) {
                continue;
            }
            // After the loop has ended nobody hears the answer, but what is to be kept is kept.
            if let Some(event) = self.do_job(job) {
                self.events.send(event).ok();
            }
        }
    }

    fn do_job(&mut self, job: Job) -> Option<Event> {
        match job {
            Job::Read { ticket, ask } => {
                let mut pulse = pulse(ticket, self.events.clone(), Arc::clone(&self.stopped));
                let reply = self.backend.answer_while(&self.user, &ask, &mut pulse);
                Some(Event::Answer { ticket, reply: reply.unwrap_or_else(|failed| Reply::Failed(failed.0)) })
            }
            Job::Execute { ticket, commands, origin } => {
                let actor = Actor { user: self.user.clone(), on_behalf: None, origin };
                let mut pulse = pulse(ticket, self.events.clone(), Arc::clone(&self.stopped));
                let done = self.backend.execute_while(&actor, &commands, &mut pulse);
                Some(Event::Answer { ticket, reply: done.map_or_else(Reply::Refused, Reply::Done) })
            }
            Job::SaveDraft(draft) => {
                self.backend.save_draft(&self.user.name, &draft).err().map(|failed| Event::Failed(failed.0))
            }
            Job::DropDraft(target, form) => {
                let dropped = self.backend.drop_draft(&self.user.name, target, form);
                dropped.err().map(|failed| Event::Failed(failed.0))
            }
            Job::Here(presence) => {
                // Whoever cannot say so now says it with the next move; nobody waits for it.
                self.backend.here(&self.user.name, presence).ok();
                None
            }
            Job::Switch(name) => match self.backend.person(&name) {
                Ok(Some(user)) => {
                    self.user = user.clone();
                    Some(Event::Person(user))
                }
                Ok(None) => None,
                Err(failed) => Some(Event::Failed(failed.0)),
            },
        }
    }
}

/// Whether a newer question of the same kind waits, so that nobody would read this one's answer. Case files and drafts
/// are asked for by several screens, each of which waits for its own.
fn is_idle(job: &Job, waiting: &VecDeque<Job>) -> bool {
    let kind = |job: &Job| -> Option<Discriminant<Ask>> {
        match job {
            Job::Read { ask: Ask::Case(_) | Ask::Draft { .. } | Ask::Foresee(_) | Ask::Export(_), .. } => None,
            Job::Read { ask, .. } => Some(discriminant(ask)),
            _ => None,
        }
    };
    let own = kind(job);
    own.is_some() && waiting.iter().any(|other| kind(other) == own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_questions_that_nobody_waits_for_are_left_out() {
        let read = |ticket, ask| Job::Read { ticket, ask };
        let wish = |ticket| Job::Execute { ticket, commands: Vec::new(), origin: Origin::Screen };
        let journal = || Ask::Journal { limit: 1 };
        let waiting: VecDeque<_> = [read(2, journal()), wish(3), read(4, Ask::Case(TargetId(1)))].into();
        assert!(is_idle(&read(1, journal()), &waiting));
        assert!(!is_idle(&read(1, Ask::Users), &waiting));
        assert!(!is_idle(&read(1, Ask::Case(TargetId(1))), &waiting));
        assert!(!is_idle(&wish(1), &waiting), "wishes are never left out");
    }
}
