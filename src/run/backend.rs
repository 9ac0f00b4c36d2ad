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

    /// A person by name.
    ///
    /// # Errors
    /// When the file cannot be read; in words.
    fn person(&self, name: &str) -> Answer<Option<User>>;
}
