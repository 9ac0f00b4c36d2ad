//! The thread that asks the file: jobs in the order given, but for questions that a newer one of the same kind made idle.
//! Counting under a filter comes last, and is broken off and begun again for whatever else there is to do.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::mem::{Discriminant, discriminant};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::Event;
use super::backend::{Backend, Break};
use super::post::Sender;
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
    DropDraft(TargetId, Cow<'static, str>),
    /// Say in which joint session the person is.
    Here(Option<Presence>),
    /// Act and see as another person from now on.
    Switch(String),
}

/// The thread, which starts with the first job: the first frame does not wait for it. It ends when every job is done after this was dropped.
pub struct Worker {
    idle: Option<(Desk, Receiver<(u64, Job)>)>,
    jobs: Option<mpsc::Sender<(u64, Job)>>,
    thread: Option<JoinHandle<()>>,
    /// How many jobs were given.
    given: u64,
    /// The ticket of the job that is to be stopped.
    stopped: Arc<AtomicU64>,
    bench: Arc<Bench>,
}

impl Worker {
    /// Is ready to work for a person.
    pub fn new(backend: Box<dyn Backend>, user: User, events: Sender) -> Self {
        let (sender, jobs) = mpsc::channel();
        let bench = Arc::new(Bench { breaker: backend.breaker(), running: Mutex::default() });
        let stopped = Arc::default();
        let read_only = backend.is_read_only();
        let desk = Desk { backend, user, events, read_only, bench: Arc::clone(&bench), stopped: Arc::clone(&stopped) };
        Self { idle: Some((desk, jobs)), jobs: Some(sender), thread: None, given: 0, stopped, bench }
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
        self.given += 1;
        let coming = Running::of(self.given, &job);
        let sent = self.jobs.as_ref().is_some_and(|jobs| jobs.send((self.given, job)).is_ok());
        self.bench.make_way(coming);
        sent
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

/// What is being worked on, for whoever gives jobs.
struct Bench {
    breaker: Option<Box<dyn Break>>,
    running: Mutex<Option<Running>>,
}

/// A job by its number, as far as others must know it.
#[derive(Debug, Clone, Copy)]
struct Running {
    number: u64,
    /// The kind of question of which only the newest counts.
    kind: Option<Discriminant<Ask>>,
    /// Whether it may take long, and is not waited for.
    slow: bool,
    broken: bool,
}

impl Running {
    fn of(number: u64, job: &Job) -> Self {
        Self { number, kind: kind(job), slow: is_slow_job(job), broken: false }
    }

    /// Whether it makes way for a newer job: a count for every other job, any other question for a newer one of its kind.
    fn makes_way(self, coming: Self) -> bool {
        let same = self.kind.is_some() && self.kind == coming.kind;
        coming.number > self.number && (same || (self.slow && !coming.slow))
    }
}

impl Bench {
    fn lock(&self) -> MutexGuard<'_, Option<Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Breaks off what is being worked on if it makes way for a job. Nothing else can begin meanwhile.
    fn make_way(&self, coming: Running) {
        let Some(breaker) = &self.breaker else { return };
        if let Some(running) = self.lock().as_mut().filter(|running| running.makes_way(coming)) {
            running.broken = true;
            breaker.break_off();
        }
    }

    fn begin(&self, job: Running) {
        let mut running = self.lock();
        if let Some(breaker) = &self.breaker {
            breaker.mend();
        }
        *running = Some(job);
    }

    /// The end of a job; returns whether it was broken off.
    fn end(&self) -> bool {
        let ended = self.lock().take().is_some_and(|running| running.broken);
        if let Some(breaker) = self.breaker.as_ref().filter(|_| ended) {
            breaker.mend();
        }
        ended
    }
}

struct Desk {
    backend: Box<dyn Backend>,
    user: User,
    events: Sender,
    /// Whether the file could only be read, as was told last.
    read_only: bool,
    bench: Arc<Bench>,
    stopped: Arc<AtomicU64>,
}

/// How long a long job works between two words about it.
const WORD: Duration = Duration::from_millis(100);

/// Tells how far a long job is, now and then, and whether it goes on.
fn pulse(ticket: u64, events: Sender, stopped: Arc<AtomicU64>) -> impl FnMut(usize, usize) -> bool {
    let mut last = Instant::now();
    move |done, of| {
        if last.elapsed() >= WORD {
            last = Instant::now();
            events.send(Event::Answer { ticket, reply: Reply::Progress { done, of } });
        }
        stopped.load(Ordering::Relaxed) != ticket
    }
}

impl Desk {
    fn work(&mut self, jobs: &Receiver<(u64, Job)>) {
        let mut waiting = VecDeque::new();
        loop {
            if waiting.is_empty() {
                match jobs.recv() {
                    Ok(job) => waiting.push_back(job),
                    Err(_) => return,
                }
            }
            waiting.extend(jobs.try_iter());
            // Counts come after everything else.
            let next = waiting.iter().position(|(_, job)| !is_slow_job(job)).unwrap_or(0);
            let Some((number, job)) = waiting.remove(next) else { continue };
            if is_idle(number, &job, &waiting) {
                continue;
            }
            self.bench.begin(Running::of(number, &job));
            let event = self.do_job(&job);
            self.tell_read_only();
            if self.bench.end() {
                waiting.push_back((number, job));
            } else if let Some(event) = event {
                // After the loop has ended nobody hears the answer, but what is to be kept is kept.
                self.events.send(event);
            }
        }
    }

    /// Tells whether the file can be written, where that has changed: each job tries it anew.
    fn tell_read_only(&mut self) {
        let now = self.backend.is_read_only();
        if std::mem::replace(&mut self.read_only, now) != now {
            self.events.send(Event::ReadOnly(now));
        }
    }

    fn do_job(&mut self, job: &Job) -> Option<Event> {
        match job {
            Job::Read { ticket, ask } => {
                let mut pulse = pulse(*ticket, self.events.clone(), Arc::clone(&self.stopped));
                let (ticket, reply) = (*ticket, self.backend.answer_while(&self.user, ask, &mut pulse));
                Some(Event::Answer { ticket, reply: reply.unwrap_or_else(|failed| Reply::Failed(failed.0)) })
            }
            Job::Execute { ticket, commands, origin } => {
                let actor = Actor::new(self.user.clone(), *origin);
                let mut pulse = pulse(*ticket, self.events.clone(), Arc::clone(&self.stopped));
                let (ticket, done) = (*ticket, self.backend.execute_while(&actor, commands, &mut pulse));
                Some(Event::Answer { ticket, reply: done.map_or_else(Reply::Refused, Reply::Done) })
            }
            Job::SaveDraft(draft) => {
                self.backend.save_draft(&self.user.name, draft).err().map(|failed| Event::Failed(failed.0))
            }
            Job::DropDraft(target, form) => {
                let dropped = self.backend.drop_draft(&self.user.name, *target, form);
                dropped.err().map(|failed| Event::Failed(failed.0))
            }
            Job::Here(presence) => {
                // Whoever cannot say so now says it with the next move; nobody waits for it.
                self.backend.here(&self.user.name, *presence).ok();
                None
            }
            Job::Switch(name) => match self.backend.person(name) {
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

/// Whether a newer question of the same kind waits, so that nobody would read this one's answer.
fn is_idle(number: u64, job: &Job, waiting: &VecDeque<(u64, Job)>) -> bool {
    let own = kind(job);
    own.is_some() && waiting.iter().any(|(other, job)| *other > number && kind(job) == own)
}

/// The kind of a question of which only the newest counts. Case files and drafts are asked for by several screens, each of which
/// waits for its own.
fn kind(job: &Job) -> Option<Discriminant<Ask>> {
    match job {
        Job::Read { ask: Ask::Case(_) | Ask::Draft { .. } | Ask::Foresee(_) | Ask::Export(_), .. } => None,
        Job::Read { ask, .. } => Some(discriminant(ask)),
        _ => None,
    }
}

/// Whether a question may take long, though nobody waits for it before going on: counting under a filter.
pub const fn is_slow(ask: &Ask) -> bool {
    matches!(ask, Ask::Filtered(_))
}

/// Whether a job answers such a question.
const fn is_slow_job(job: &Job) -> bool {
    matches!(job, Job::Read { ask, .. } if is_slow(ask))
}

#[cfg(test)]
mod tests;
