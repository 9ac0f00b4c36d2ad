//! A session in words: one line where it stands, one row an item.

use rust_i18n::t;

use crate::domain::session::refusal::{item_word, session_word};
use crate::domain::session::view::{ItemView, SessionView};
use crate::domain::session::{ItemState, SessionState};

/// Where a session stands.
pub(super) fn standing(view: &SessionView) -> String {
    let session = &view.session;
    let decided = view.items.iter().filter(|item| item.state == ItemState::Decided).count();
    let current = view.items.iter().find(|item| Some(item.target) == session.current);
    let current = current.filter(|_| session.state == SessionState::Open).map_or_else(String::new, |item| {
        t!(
            "cli.session.current",
            project = item.project,
            state = state(item),
            given = item.ballots_in,
            due = item.ballots_due
        )
        .into_owned()
    });
    t!(
        "cli.session.standing",
        id = session.id,
        name = session.name,
        state = session_word(session.state),
        decided = decided,
        items = view.items.len(),
        members = session.members.len(),
        current = current
    )
    .into_owned()
}

fn state(item: &ItemView) -> String {
    if item.gone { t!("session.item.gone").into_owned() } else { item_word(item.state) }
}

/// One row of `session show`.
pub(super) fn row(view: &SessionView, item: &ItemView) -> Vec<String> {
    let here = if Some(item.target) == view.session.current { ">" } else { "" };
    let grades = match (&item.decision, item.grades()) {
        (Some(decision), _) => format!("{} {}", decision.grade, decision.opinion),
        (None, Some(grades)) => {
            grades.map(|(member, grade)| format!("{member} {grade}")).collect::<Vec<_>>().join("  ")
        }
        (None, None) => String::new(),
    };
    vec![
        here.to_owned(),
        item.code.clone().unwrap_or_else(|| format!("#{}", item.target)),
        item.project.clone(),
        item.unit.name.clone(),
        item.amount.map(|amount| amount.to_string()).unwrap_or_default(),
        state(item),
        format!("{}/{}", item.ballots_in, item.ballots_due),
        grades,
    ]
}
