//! The shared file for a program that only reads it: the right to read will do.

use std::cell::RefCell;

use super::backend::Backend;
use crate::app::effect::{Ask, Reply};
use crate::domain::command::{Actor, Command};
use crate::domain::facts::{Answer, Entry};
use crate::domain::ids::TargetId;
use crate::domain::people::User;
use crate::domain::refusal::Refusal;
use crate::domain::view::Draft;
use crate::store::Store;

/// A file that is only read.
pub struct Reader(RefCell<Store>);

impl Reader {
    /// Reads an open file.
    pub const fn new(store: Store) -> Self {
        Self(RefCell::new(store))
    }
}

impl Backend for Reader {
    fn answer(&self, viewer: &User, ask: &Ask) -> Answer<Reply> {
        let mut store = self.0.borrow_mut();
        // What others write is not seen by who reads a file as it lies there: it is opened again.
        if store.is_frozen()
            && let Ok(now) = Store::open_reading(store.path())
        {
            *store = now;
        }
        store.answer(viewer, ask)
    }

    fn execute(&mut self, actor: &Actor, _: &[Command]) -> Result<Vec<Entry>, Refusal> {
        Err(Refusal::ObserverWrites(actor.user.name.clone()))
    }

    fn save_draft(&mut self, _: &str, _: &Draft) -> Answer<()> {
        Ok(())
    }

    fn drop_draft(&mut self, _: &str, _: TargetId, _: &str) -> Answer<()> {
        Ok(())
    }

    fn person(&self, name: &str) -> Answer<Option<User>> {
        self.0.borrow().user(name)
    }
}
