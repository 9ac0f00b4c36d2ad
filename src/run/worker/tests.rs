use std::sync::Condvar;

use super::*;
use crate::domain::facts::{Answer, Entry, Unreadable};
use crate::domain::ids::TargetId;
use crate::domain::query::Trace;
use crate::domain::refusal::Refusal;
use crate::domain::view::{QueueAsk, QueuePage, Sort, Tab, Tally, Window};
use crate::run::post::post;

#[test]
fn only_questions_that_nobody_waits_for_are_left_out() {
    let read = |ticket, ask| Job::Read { ticket, ask };
    let journal = || Ask::Journal { limit: 1, trace: Trace::default() };
    let waiting: VecDeque<_> = [
        (2, read(2, journal())),
        (3, Job::Execute { ticket: 3, commands: Vec::new(), origin: Origin::Screen }),
        (4, read(4, Ask::Case(TargetId(1)))),
    ]
    .into();
    assert!(is_idle(1, &read(1, journal()), &waiting));
    assert!(!is_idle(3, &read(3, journal()), &waiting), "it is the newest itself");
    assert!(!is_idle(1, &read(1, Ask::Users), &waiting));
    assert!(!is_idle(1, &read(1, Ask::Case(TargetId(1))), &waiting));
    assert!(
        !is_idle(1, &Job::Execute { ticket: 1, commands: Vec::new(), origin: Origin::Screen }, &waiting),
        "wishes are never left out"
    );
}

/// A file whose counts never end unless they are broken off, until they are allowed to.
#[derive(Default)]
struct Slow {
    state: Arc<(Mutex<State>, Condvar)>,
}

#[derive(Default)]
struct State {
    counting: bool,
    broken: bool,
    allowed: bool,
}

struct Handle(Arc<(Mutex<State>, Condvar)>);

fn set(shared: &(Mutex<State>, Condvar), change: impl FnOnce(&mut State)) {
    change(&mut shared.0.lock().unwrap());
    shared.1.notify_all();
}

impl Break for Handle {
    fn break_off(&self) {
        set(&self.0, |state| state.broken = true);
    }

    fn mend(&self) {
        set(&self.0, |state| state.broken = false);
    }
}

impl Backend for Slow {
    fn answer(&self, _: &User, ask: &Ask) -> Answer<Reply> {
        if !matches!(ask, Ask::Filtered(_)) {
            return Ok(Reply::Queue(QueuePage::default()));
        }
        set(&self.state, |state| state.counting = true);
        let state = self.state.1.wait_while(self.state.0.lock().unwrap(), |state| !state.broken && !state.allowed);
        if state.unwrap().broken {
            Err(Unreadable("broken off".to_owned()))
        } else {
            Ok(Reply::Filtered(Tally::default()))
        }
    }

    fn execute(&mut self, _: &Actor, _: &[Command]) -> Result<Vec<Entry>, Refusal> {
        Ok(Vec::new())
    }

    fn save_draft(&mut self, _: &str, _: &Draft) -> Answer<()> {
        Ok(())
    }

    fn drop_draft(&mut self, _: &str, _: TargetId, _: &str) -> Answer<()> {
        Ok(())
    }

    fn breaker(&self) -> Option<Box<dyn Break>> {
        Some(Box::new(Handle(Arc::clone(&self.state))))
    }

    fn person(&self, _: &str) -> Answer<Option<User>> {
        Ok(None)
    }
}

fn question() -> QueueAsk {
    QueueAsk { year: 2021, tab: Tab::All, filter: None, sort: Sort::Number, window: Window::First, limit: 1 }
}

fn ticket(event: &Event) -> u64 {
    match event {
        Event::Answer { ticket, reply } if !matches!(reply, Reply::Failed(_)) => *ticket,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_count_is_broken_off_for_the_next_question_and_begun_again() {
    let backend = Slow::default();
    let state = Arc::clone(&backend.state);
    let (sender, events) = post().unwrap();
    let user = User { name: "甲".to_owned(), login: None, grants: Vec::new() };
    let mut worker = Worker::new(Box::new(backend), user, sender);
    for (first, wish) in [
        (1, Job::Read { ticket: 2, ask: Ask::Queue(Box::new(question())) }),
        (3, Job::Execute { ticket: 4, commands: Vec::new(), origin: Origin::Screen }),
    ] {
        worker.give(Job::Read { ticket: first, ask: Ask::Filtered(Box::new(question())) });
        drop(state.1.wait_while(state.0.lock().unwrap(), |state| !state.counting).unwrap());
        worker.give(wish);
        assert_eq!(ticket(&events.recv().unwrap()), first + 1, "while the count has not ended");
        // Counted on from the beginning; a newer count takes its place.
        set(&state, |state| state.counting = false);
    }
    set(&state, |state| state.allowed = true);
    assert_eq!(ticket(&events.recv().unwrap()), 3, "the newest count alone is answered");
    drop(worker);
    assert!(events.recv().is_none());
}
