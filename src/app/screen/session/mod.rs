//! Joint sessions: the list of them, and the room in which one is prepared and held.
//!
//! | what | where |
//! |---|---|
//! | the list, making a session, putting the queue's targets on its agenda | `list` |
//! | the room: what is shown of which item, and how it moves | `room`, `tab` |
//! | following the chair, and when it is a desk's turn | `follow` |
//! | what may be done now | `may` |
//! | acts of preparation: seats, agenda, recusals, consent list | `prepare` |
//! | questions answered with a line, and their drafts | `line` |
//! | acts of the meeting: calling, revealing, deciding, closing | `lead` |
//! | which results are shown | `filter` |
//! | the letters that follow from it | `notices` |
//! | opening the forms: ballot, decision, dissent, minutes | `write` |
//!
//! Owns no rule: `decide::session` has the last word, `access` says who leads and who prepares.

mod filter;
mod follow;
mod lead;
mod line;
mod list;
mod may;
mod notices;
mod prepare;
mod room;
mod tab;
mod write;

pub use follow::{Place, Turn};
pub use list::{Offer, Sessions};
pub use room::{Pane, Room};
pub use tab::Tab;
