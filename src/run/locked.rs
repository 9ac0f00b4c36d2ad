//! The shared file for somebody who works with it, where it may only be read: on a disk that may only be read, in a folder without the right to write, on a
//! full disk.
//!
//! Everything is shown; whatever would be written is refused in words, unsent text too. Each time it is tried anew, so that nobody has to leave when
//! the file may be written again.

use std::cell::{RefCell, RefMut};

use rust_i18n::t;

use super::backend::Backend;
use crate::app::effect::{Ask, Reply};
use crate::domain::command::{Actor, Command};
use crate::domain::facts::{Answer, Entry, Unreadable};
use crate::domain::ids::TargetId;
use crate::domain::people::User;
use crate::domain::refusal::Refusal;
use crate::domain::session::view::Presence;
use crate::domain::view::Draft;
use crate::store::Store;

/// A file that may only be read, as long as that is so.
pub struct Locked(RefCell<Store>);

impl Locked {
    /// Reads a file that was opened as it lies there.
    pub const fn new(store: Store) -> Self {
        Self(RefCell::new(store))
    }

    /// The file as it is now: what others write is not seen by who reads a file as it lies there.
    fn now(&self) -> RefMut<'_, Store> {
        let mut store = self.0.borrow_mut();
        if store.is_frozen()
            && let Ok(now) = store.again()
        {
            *store = now;
        }
        store
    }

    /// The file, if it may be written now.
    fn writable(&self) -> Result<RefMut<'_, Store>, String> {
        let store = self.now();
        if store.is_frozen() { Err(t!("store.locked-write").into_owned()) } else { Ok(store) }
    }
}

impl Backend for Locked {
    fn answer(&self, viewer: &User, ask: &Ask) -> Answer<Reply> {
        self.now().answer(viewer, ask)
    }

    fn answer_while(&self, viewer: &User, ask: &Ask, goes_on: &mut dyn FnMut(usize, usize) -> bool) -> Answer<Reply> {
        self.now().answer_while(viewer, ask, goes_on)
    }

    fn execute_while(
        &mut self,
        actor: &Actor,
        commands: &[Command],
        goes_on: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Vec<Entry>, Refusal> {
        self.writable().map_err(Refusal::Unusable)?.execute_while(actor, commands, goes_on)
    }

    fn execute(&mut self, actor: &Actor, commands: &[Command]) -> Result<Vec<Entry>, Refusal> {
        self.writable().map_err(Refusal::Unusable)?.execute_all(actor, commands).map_err(Refusal::from)
    }

    fn save_draft(&mut self, user: &str, draft: &Draft) -> Answer<()> {
        self.writable().map_err(Unreadable)?.save_draft(user, draft)
    }

    fn drop_draft(&mut self, user: &str, target: TargetId, form: &str) -> Answer<()> {
        // What was never kept need not be forgotten.
        self.writable().map_or(Ok(()), |mut store| store.drop_draft(user, target, form))
    }

    fn here(&mut self, user: &str, presence: Option<Presence>) -> Answer<()> {
        self.writable().map_or(Ok(()), |mut store| store.here(user, presence))
    }

    fn is_read_only(&self) -> bool {
        self.0.borrow().is_frozen()
    }

    fn person(&self, name: &str) -> Answer<Option<User>> {
        self.now().user(name)
    }
}
