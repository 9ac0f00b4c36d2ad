//! An event of a session in words, for lists of the journal. What a reader may not know was taken off before.

use rust_i18n::t;

use super::event::SessionEvent;
use super::refusal::seat_word;
use crate::domain::ids::TargetId;

/// What an event of a session says beyond its kind.
pub fn detail(act: &SessionEvent) -> String {
    let people = |names: &[String]| names.join("、");
    let text = match act {
        SessionEvent::Created { name, .. } => name.clone(),
        SessionEvent::Seated { user, seat } => format!("{user} {}", seat_word(*seat)),
        SessionEvent::Unseated { user } | SessionEvent::RecusalLifted { user, .. } => user.clone(),
        SessionEvent::Recused { user, reason, .. } => format!("{user} {reason}"),
        SessionEvent::ItemsAdded { targets } | SessionEvent::ConsentListed { targets } => numbers(targets),
        SessionEvent::Ordered { order } => numbers(order),
        SessionEvent::ItemRemoved { target }
        | SessionEvent::ConsentPulled { target }
        | SessionEvent::Called { target }
        | SessionEvent::DecisionUndone { target, .. } => format!("#{target}"),
        SessionEvent::Opened { present, quorum } => {
            format!("{} {}/{}", people(present), quorum.present, quorum.entitled)
        }
        SessionEvent::Attended { user, present, quorum } => {
            let word = if *present { t!("session.came") } else { t!("session.left") };
            format!("{user} {word} {}/{}", quorum.present, quorum.entitled)
        }
        SessionEvent::Sealed { target, member, .. } => format!("#{target} {member}"),
        SessionEvent::Revealed { ballots, .. } => {
            ballots.iter().map(|one| format!("{} {}", one.member, one.grade)).collect::<Vec<_>>().join("  ")
        }
        SessionEvent::Decided { target, grade, opinion, .. } => format!("#{target} {grade} {opinion}"),
        SessionEvent::Reballoted { reason, .. } | SessionEvent::Deferred { reason, .. } => reason.clone(),
        SessionEvent::Dissented { member, reason, .. } => format!("{member} {reason}"),
        SessionEvent::Noted { place, text } => format!("{place} {text}"),
        SessionEvent::Closed {} => String::new(),
    };
    text.trim().to_owned()
}

fn numbers(targets: &[TargetId]) -> String {
    targets.iter().map(|target| format!("#{target}")).collect::<Vec<_>>().join(" ")
}
