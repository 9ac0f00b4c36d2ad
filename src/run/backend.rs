//! What the loop needs of the file: reads in the app's words, writes, drafts, people.

use crate::app::effect::{Ask, Reply};
use crate::domain::command::{Actor, Command};
use crate::domain::facts::{Answer, Entry};
use crate::domain::ids::TargetId;
use crate::domain::people::User;
use crate::domain::refusal::Refusal;
use crate::domain::session::view::Presence;
use crate::domain::view::Draft;

/// The file as the loop needs it.
pub trait Backend: Send {
    /// Answers a question of a viewer.
    ///
    /// # Errors
    /// When the file cannot be read; in words.
    fn answer(&self, viewer: &User, ask: &Ask) -> Answer<Reply>;

    /// As [`Backend::answer`], for what takes long: `goes_on` is told how much of how much is done, and says whether to go on.
    ///
    /// # Errors
    /// As [`Backend::answer`].
    fn answer_while(&self, viewer: &User, ask: &Ask, _goes_on: &mut dyn FnMut(usize, usize) -> bool) -> Answer<Reply> {
        self.answer(viewer, ask)
    }

    /// As [`Backend::execute`], for what takes long; when `goes_on` says no, nothing is changed.
    ///
    /// # Errors
    /// As [`Backend::execute`], or as stopped.
    fn execute_while(
        &mut self,
        actor: &Actor,
        commands: &[Command],
        _goes_on: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Vec<Entry>, Refusal> {
        self.execute(actor, commands)
    }

    /// Carries out commands in one transaction: all or none.
    ///
    /// # Errors
    /// The refusal of the first that is refused.
    fn execute(&mut self, actor: &Actor, commands: &[Command]) -> Result<Vec<Entry>, Refusal>;

    /// Keeps a person's unsent text.
    ///
    /// # Errors
    /// When the file cannot be written; in words.
    fn save_draft(&mut self, user: &str, draft: &Draft) -> Answer<()>;

    /// Forgets a person's unsent text.
    ///
    /// # Errors
    /// When the file cannot be written; in words.
    fn drop_draft(&mut self, user: &str, target: TargetId, form: &str) -> Answer<()>;

    /// Says in which joint session a person's program is now.
    ///
    /// # Errors
    /// When the file cannot be written; in words.
    fn here(&mut self, _user: &str, _presence: Option<Presence>) -> Answer<()> {
        Ok(())
    }

    /// The way to break off an answer, if there is one.
    fn breaker(&self) -> Option<Box<dyn Break>> {
        None
    }

    /// Whether the file of somebody who may write can only be read now.
    fn is_read_only(&self) -> bool {
        false
    }

    /// A person by name.
    ///
    /// # Errors
    /// When the file cannot be read; in words.
    fn person(&self, name: &str) -> Answer<Option<User>>;
}

/// Breaking off an answer that nobody waits for, from another thread.
pub trait Break: Send + Sync {
    /// Lets the answer that is being worked on fail soon. Only while one is.
    fn break_off(&self);

    /// Lets the next answer be worked on.
    fn mend(&self);
}
