//! What happens in a session, as the journal keeps it.
//!
//! Owns the shapes, which are kept for ever, and what each changes in a [`Session`].

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ballot::Ballot;
use super::{Item, ItemState, Member, Quorum, Recusal, Seat, Session, SessionState, Share};
use crate::domain::grade::Grade;
use crate::domain::ids::{Seq, SessionId, TargetId};
use crate::domain::time::Instant;

/// Something that happened in a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum SessionEvent {
    /// It was made.
    Created {
        /// Its name.
        name: String,
        /// The day planned.
        day: Option<Date>,
        /// The share that must be present.
        quorum: Share,
        /// Minutes planned for the whole.
        minutes: Option<u32>,
    },
    /// Somebody was seated, or given another seat.
    Seated {
        /// The person.
        user: String,
        /// What the person does.
        seat: Seat,
    },
    /// Somebody is no member any more.
    Unseated {
        /// The person.
        user: String,
    },
    /// Items came onto the agenda, at its end.
    ItemsAdded {
        /// The targets.
        targets: Vec<TargetId>,
    },
    /// An item was taken off the agenda.
    ItemRemoved {
        /// The target.
        target: TargetId,
    },
    /// The agenda was put in order.
    Ordered {
        /// All items.
        order: Vec<TargetId>,
    },
    /// Somebody stands aside from an item.
    Recused {
        /// The person.
        user: String,
        /// The item.
        target: TargetId,
        /// Why; empty when derived.
        reason: String,
        /// Whether it follows from the person's unit.
        derived: bool,
    },
    /// Somebody stands aside no more.
    RecusalLifted {
        /// The person.
        user: String,
        /// The item.
        target: TargetId,
    },
    /// Items were put on the consent list.
    ConsentListed {
        /// The items.
        targets: Vec<TargetId>,
    },
    /// A member pulled an item out of the consent list.
    ConsentPulled {
        /// The item.
        target: TargetId,
    },
    /// It was opened: who is there, and the quorum.
    Opened {
        /// The members in the room.
        present: Vec<String>,
        /// The quorum then.
        quorum: Quorum,
    },
    /// Somebody came or went while it was open.
    Attended {
        /// The person.
        user: String,
        /// Whether the person is in the room now.
        present: bool,
        /// The quorum after it.
        quorum: Quorum,
    },
    /// An item was called: it is under discussion.
    Called {
        /// The item.
        target: TargetId,
    },
    /// A member's ballot was sealed; a later one takes the place of an earlier one.
    Sealed {
        /// The item.
        target: TargetId,
        /// The ballot's number.
        ballot: u32,
        /// Whose it is.
        member: String,
        /// Its commitment.
        commitment: String,
        /// The ballot itself: never written to the journal, only to its owner's sealed row.
        #[serde(skip)]
        sealed: Option<Box<Ballot>>,
    },
    /// All ballots were put on the table.
    Revealed {
        /// The item.
        target: TargetId,
        /// The ballot's number.
        ballot: u32,
        /// The ballots, by member in the order of the seats.
        ballots: Vec<Ballot>,
        /// The quorum then.
        quorum: Quorum,
    },
    /// The item is balloted again.
    Reballoted {
        /// The item.
        target: TargetId,
        /// The new ballot's number.
        ballot: u32,
        /// Why.
        reason: String,
    },
    /// The chair decided; the act on the target stands in the row before.
    Decided {
        /// The item.
        target: TargetId,
        /// The grade.
        grade: Grade,
        /// The opinion.
        opinion: String,
        /// The last day to amend, if it was set.
        due: Option<Date>,
        /// Whether it was passed with the consent list.
        consent: bool,
        /// The quorum then.
        quorum: Quorum,
    },
    /// The decision was taken back.
    DecisionUndone {
        /// The item.
        target: TargetId,
        /// How far it had come before the decision.
        back: ItemState,
    },
    /// The item was put off.
    Deferred {
        /// The item.
        target: TargetId,
        /// Why.
        reason: String,
    },
    /// A member dissents from the decision or the majority.
    Dissented {
        /// The item.
        target: TargetId,
        /// Who.
        member: String,
        /// Why.
        reason: String,
    },
    /// The recorder wrote into the minutes.
    Noted {
        /// `""` for the session, `#12` for an item.
        place: String,
        /// The text; empty takes the note away.
        text: String,
    },
    /// It was closed.
    Closed {},
}

impl SessionEvent {
    /// The kind's stable id in the journal.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Created { .. } => "session-created",
            Self::Seated { .. } => "session-seated",
            Self::Unseated { .. } => "session-unseated",
            Self::ItemsAdded { .. } => "session-items-added",
            Self::ItemRemoved { .. } => "session-item-removed",
            Self::Ordered { .. } => "session-ordered",
            Self::Recused { .. } => "session-recused",
            Self::RecusalLifted { .. } => "session-recusal-lifted",
            Self::ConsentListed { .. } => "session-consent-listed",
            Self::ConsentPulled { .. } => "session-consent-pulled",
            Self::Opened { .. } => "session-opened",
            Self::Attended { .. } => "session-attended",
            Self::Called { .. } => "session-called",
            Self::Sealed { .. } => "session-sealed",
            Self::Revealed { .. } => "session-revealed",
            Self::Reballoted { .. } => "session-reballoted",
            Self::Decided { .. } => "session-decided",
            Self::DecisionUndone { .. } => "session-decision-undone",
            Self::Deferred { .. } => "session-deferred",
            Self::Dissented { .. } => "session-dissented",
            Self::Noted { .. } => "session-noted",
            Self::Closed {} => "session-closed",
        }
    }

    /// The item concerned, where the target's own history should tell of it.
    pub const fn target(&self) -> Option<TargetId> {
        match self {
            Self::Recused { target, .. }
            | Self::Revealed { target, .. }
            | Self::Reballoted { target, .. }
            | Self::Deferred { target, .. }
            | Self::Dissented { target, .. } => Some(*target),
            _ => None,
        }
    }
}

impl Session {
    /// A session as its first event makes it; `None` for any other event.
    pub fn created(id: SessionId, event: &SessionEvent) -> Option<Self> {
        let SessionEvent::Created { name, day, quorum, minutes } = event else { return None };
        Some(Self {
            id,
            name: name.clone(),
            day: *day,
            quorum: *quorum,
            minutes: *minutes,
            state: SessionState::Preparing,
            members: Vec::new(),
            items: Vec::new(),
            recusals: Vec::new(),
            current: None,
            opened: None,
            closed: None,
            notes: Vec::new(),
        })
    }

    /// Applies an event. `seq` and `at` are its row and time.
    pub fn apply(&mut self, seq: Seq, at: Instant, event: &SessionEvent) {
        match event {
            SessionEvent::Created { .. } | SessionEvent::Sealed { .. } | SessionEvent::Dissented { .. } => {}
            SessionEvent::Seated { user, seat } => self.seat(user, *seat),
            SessionEvent::Unseated { user } => {
                self.members.retain(|member| member.user != *user);
                self.recusals.retain(|recusal| recusal.user != *user);
            }
            SessionEvent::ItemsAdded { targets } => self.items.extend(targets.iter().map(|target| Item::new(*target))),
            SessionEvent::ItemRemoved { target } => {
                self.items.retain(|item| item.target != *target);
                self.recusals.retain(|recusal| recusal.target != *target);
            }
            SessionEvent::Ordered { order } => {
                self.items.sort_by_key(|item| order.iter().position(|target| *target == item.target));
            }
            SessionEvent::Recused { user, target, reason, derived } => self.recuse(user, *target, reason, *derived),
            SessionEvent::RecusalLifted { user, target } => {
                self.recusals.retain(|recusal| (&recusal.user, recusal.target) != (user, *target));
            }
            SessionEvent::ConsentListed { targets } => self.consent(targets, true),
            SessionEvent::ConsentPulled { target } => self.consent(&[*target], false),
            SessionEvent::Opened { present, .. } => {
                self.state = SessionState::Open;
                self.opened = Some(at);
                for member in &mut self.members {
                    member.present = present.contains(&member.user);
                }
            }
            SessionEvent::Attended { user, present, .. } => {
                for member in self.members.iter_mut().filter(|member| member.user == *user) {
                    member.present = *present;
                }
            }
            SessionEvent::Closed {} => {
                self.pause(at);
                (self.state, self.closed, self.current) = (SessionState::Closed, Some(at), None);
            }
            SessionEvent::Noted { place, text } => self.note(place, text),
            _ => self.apply_to_item(seq, at, event),
        }
    }

    fn apply_to_item(&mut self, seq: Seq, at: Instant, event: &SessionEvent) {
        if let SessionEvent::Called { target } = event {
            self.pause(at);
            self.current = Some(*target);
        }
        let (target, change): (TargetId, &dyn Fn(&mut Item)) = match event {
            SessionEvent::Called { target } => (*target, &|item| {
                item.called = Some(at);
                if item.state == ItemState::Deferred {
                    item.state = ItemState::Open;
                }
            }),
            SessionEvent::Revealed { target, .. } => (*target, &|item| item.state = ItemState::Revealed),
            SessionEvent::Reballoted { target, ballot, reason } => (*target, &|item| {
                (item.state, item.ballot) = (ItemState::Open, *ballot);
                item.reason.clone_from(reason);
            }),
            SessionEvent::Decided { target, .. } => (*target, &|item| {
                (item.state, item.decided) = (ItemState::Decided, Some(seq));
            }),
            SessionEvent::DecisionUndone { target, back } => (*target, &|item| {
                (item.state, item.decided) = (*back, None);
            }),
            SessionEvent::Deferred { target, reason } => (*target, &|item| {
                item.state = ItemState::Deferred;
                item.reason.clone_from(reason);
            }),
            _ => return,
        };
        if let Some(item) = self.item_mut(target) {
            change(item);
        }
    }

    fn seat(&mut self, user: &str, seat: Seat) {
        let open = self.state == SessionState::Open;
        match self.members.iter_mut().find(|member| member.user == user) {
            Some(member) => member.seat = seat,
            None => self.members.push(Member { user: user.to_owned(), seat, present: open }),
        }
    }

    fn recuse(&mut self, user: &str, target: TargetId, reason: &str, derived: bool) {
        self.recusals.retain(|recusal| (recusal.user.as_str(), recusal.target) != (user, target));
        self.recusals.push(Recusal { user: user.to_owned(), target, reason: reason.to_owned(), derived });
    }

    fn consent(&mut self, targets: &[TargetId], listed: bool) {
        for item in self.items.iter_mut().filter(|item| targets.contains(&item.target)) {
            item.consent = listed;
        }
    }

    /// Adds the time that the current item took to what it took before.
    fn pause(&mut self, at: Instant) {
        let Some(current) = self.current else { return };
        if let Some(item) = self.item_mut(current)
            && let Some(called) = item.called.take()
        {
            item.spent += (at.0 - called.0).max(0);
        }
    }

    fn note(&mut self, place: &str, text: &str) {
        self.notes.retain(|(other, _)| other != place);
        if !text.is_empty() {
            self.notes.push((place.to_owned(), text.to_owned()));
        }
        self.notes.sort();
    }
}

impl Item {
    const fn new(target: TargetId) -> Self {
        Self {
            target,
            state: ItemState::Open,
            consent: false,
            ballot: 1,
            called: None,
            spent: 0,
            decided: None,
            reason: String::new(),
        }
    }
}
