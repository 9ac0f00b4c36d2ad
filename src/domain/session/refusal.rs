//! Why a wish about a session is not granted.

use rust_i18n::t;

use super::{ItemState, Quorum, Seat, SessionState};
use crate::domain::people::Role;
use crate::domain::refusal::role_word;

/// Why a wish about a session is not granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionRefusal {
    /// No session has this number.
    Unknown(String),
    /// It has not come so far, or is past it.
    WrongState(SessionState),
    /// The person is no member.
    NotMember(String),
    /// The person holds none of the roles that a seat asks for: the first of them.
    NoRole(String, Seat, Role),
    /// The act is the chair's or the recorder's.
    NotLeading(String),
    /// Only panel members grade.
    NotPanel(String),
    /// Only a recorder enters for others.
    NotRecorder(String),
    /// Only the session's organisers prepare it.
    NotOrganiser(String),
    /// The person is not in the room.
    Absent(String),
    /// The person stands aside from the item.
    Recused(String),
    /// Not enough members are in the room.
    NoQuorum(Quorum),
    /// There is no chair.
    NoChair,
    /// The agenda is empty.
    NoItems,
    /// The target is not on the agenda.
    NotOnAgenda(String),
    /// The target is not at the deciding stage: the project's name.
    NotAtJoint(String),
    /// The target is on the agenda of another session: the project's name and the session's.
    Elsewhere(String, String),
    /// No item is under discussion.
    NoCurrent,
    /// The item under discussion is another one than the maker saw: its project's name.
    Moved(String),
    /// The same, for an act of another kind.
    Overtaken(String),
    /// There is no further item.
    NoFurther,
    /// The item is not so far, or past it.
    WrongItem(ItemState),
    /// No ballot is in.
    NoBallots,
    /// Ballots lie sealed: how many.
    Sealed(u32),
    /// Items are still to be decided: how many, and the first one's project.
    Undecided(u32, String),
    /// The item may not go on the consent list: the project's name.
    NoConsent(String),
    /// The consent list is empty.
    EmptyConsent,
    /// The consent list is not what its maker saw.
    ConsentMoved,
    /// The minutes are not what their maker saw: what stands there now.
    NoteMoved(String),
    /// No decision can be taken back.
    NothingDecided,
    /// The target is decided in a session: its name.
    InSession(String),
    /// There is no recusal to lift.
    NotRecused(String),
    /// It follows from the person's unit and cannot be lifted.
    DerivedRecusal(String),
    /// Nothing was returned and nothing is to be negotiated: there are no letters to write.
    NothingToTell,
    /// The quorum is no share.
    BadShare(String),
    /// There is a chair already; only a hand-over by the chair or the recorder changes that.
    SeatTaken(String),
}

impl SessionRefusal {
    /// The reason in the user's language: what, why, what to do.
    pub fn words(&self) -> String {
        match self {
            Self::Unknown(id) => t!("session.refusal.unknown", id = id),
            Self::WrongState(state) => t!(format!("session.refusal.when-{}", state.id())),
            Self::NotMember(who) => t!("session.refusal.not-member", who = who),
            Self::NoRole(who, seat, role) => {
                t!("session.refusal.no-role", who = who, seat = seat_word(*seat), role = role_word(*role))
            }
            Self::NotLeading(who) => t!("session.refusal.not-leading", who = who),
            Self::NotPanel(who) => t!("session.refusal.not-panel", who = who),
            Self::NotRecorder(who) => t!("session.refusal.not-recorder", who = who),
            Self::NotOrganiser(who) => t!("session.refusal.not-organiser", who = who),
            Self::Absent(who) => t!("session.refusal.absent", who = who),
            Self::Recused(who) => t!("session.refusal.recused", who = who),
            Self::NoQuorum(quorum) => t!(
                "session.refusal.no-quorum",
                entitled = quorum.entitled,
                present = quorum.present,
                needed = quorum.needed
            ),
            Self::NoChair => t!("session.refusal.no-chair"),
            Self::NoItems => t!("session.refusal.no-items"),
            Self::NotOnAgenda(project) => t!("session.refusal.not-on-agenda", project = project),
            Self::NotAtJoint(project) => t!("session.refusal.not-at-joint", project = project),
            Self::Elsewhere(project, session) => t!("session.refusal.elsewhere", project = project, session = session),
            Self::NoCurrent => t!("session.refusal.no-current"),
            Self::Moved(project) => t!("session.refusal.moved", project = project),
            Self::Overtaken(project) => t!("session.refusal.overtaken", project = project),
            Self::NoFurther => t!("session.refusal.no-further"),
            Self::WrongItem(state) => t!(format!("session.refusal.item-{}", state.id())),
            Self::NoBallots => t!("session.refusal.no-ballots"),
            Self::Sealed(count) => t!("session.refusal.sealed", count = count),
            Self::Undecided(count, project) => t!("session.refusal.undecided", count = count, project = project),
            Self::NoConsent(project) => t!("session.refusal.no-consent", project = project),
            Self::ConsentMoved => t!("session.refusal.consent-moved"),
            Self::NoteMoved(stands) if stands.is_empty() => t!("session.refusal.note-gone"),
            Self::NoteMoved(stands) => t!("session.refusal.note-moved", text = stands),
            Self::EmptyConsent => t!("session.refusal.empty-consent"),
            Self::NothingDecided => t!("session.refusal.nothing-decided"),
            Self::InSession(name) => t!("session.refusal.in-session", name = name),
            Self::NotRecused(who) => t!("session.refusal.not-recused", who = who),
            Self::DerivedRecusal(who) => t!("session.refusal.derived-recusal", who = who),
            Self::NothingToTell => t!("session.refusal.nothing-to-tell"),
            Self::BadShare(text) => t!("session.refusal.bad-share", text = text),
            Self::SeatTaken(who) => t!("session.refusal.seat-taken", who = who),
        }
        .into_owned()
    }
}

/// A seat's name in the user's language.
pub fn seat_word(seat: Seat) -> String {
    t!(format!("session.seat.{}", seat.id())).into_owned()
}

/// A session state's name in the user's language.
pub fn session_word(state: SessionState) -> String {
    t!(format!("session.state.{}", state.id())).into_owned()
}

/// An item state's name in the user's language.
pub fn item_word(state: ItemState) -> String {
    t!(format!("session.item.{}", state.id())).into_owned()
}
