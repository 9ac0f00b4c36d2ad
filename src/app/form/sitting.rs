//! Forms of a joint session: a member's ballot, the chair's decision, a dissent, the minutes of an item.
//!
//! A form belongs to one item, whatever item the chair calls meanwhile: it can be sent only while its item is under discussion, and what
//! is typed waits as the item's draft until the chair comes back to it.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_i18n::t;

use super::kind::{Hindrance, Kind, SEND, given};
use super::review::{apart, criteria_entries, criterion, is_scored, marks, missing, points, suggestion};
use super::sheet::{Entry, Sheet};
use super::{decide, review};
use crate::app::common::Common;
use crate::app::field::Field;
use crate::domain::command::Command;
use crate::domain::grade::Grade;
use crate::domain::ids::{SessionId, TargetId};
use crate::domain::session::refusal::SessionRefusal;
use crate::domain::session::tally::Tally;
use crate::domain::session::view::{ItemView, SessionView};
use crate::domain::session::wish::{SessionWish, Vote};
use crate::domain::session::{ItemState, SessionState};
use crate::domain::view::CaseFile;

/// The field of the minutes.
pub(super) const NOTE: &str = "note";

/// The session in which a form is filled in.
#[derive(Debug, Clone)]
pub struct Sitting {
    /// Which form.
    pub kind: Kind,
    /// The newest that is known of the session.
    pub view: Arc<SessionView>,
    /// The member for whom the recorder writes.
    pub member: Option<String>,
    /// The minutes as they stood when the writing began.
    pub noted: Option<String>,
}

impl Sitting {
    /// A form of a session as it stands; `member` is the one for whom a recorder writes.
    pub const fn new(kind: Kind, view: Arc<SessionView>, member: Option<String>) -> Self {
        Self { kind, view, member, noted: None }
    }

    /// The session's number.
    pub fn session(&self) -> SessionId {
        self.view.session.id
    }

    /// The form's item.
    pub fn item(&self, target: TargetId) -> Option<&ItemView> {
        self.view.items.iter().find(|item| item.target == target)
    }

    /// What a draft belongs to: the ballot, and the member.
    pub(super) fn place(&self, target: TargetId) -> (u32, String) {
        let ballot = self.view.session.item(target).map_or(0, |item| item.ballot);
        (ballot, self.member.clone().unwrap_or_default())
    }

    /// Whether a draft was written for the same member.
    pub(super) fn takes_up(&self, at: &str) -> bool {
        self.member.clone().unwrap_or_default() == at
    }

    /// What is known before anything is typed: one's own sealed ballot, or the minutes as they stand.
    pub(super) fn known(&self, target: TargetId) -> BTreeMap<String, String> {
        let mut texts = BTreeMap::new();
        match (self.kind, self.item(target).and_then(|item| item.own.as_ref())) {
            (Kind::Ballot, Some(own)) => {
                let criteria = own.criteria.iter().enumerate();
                texts.extend(criteria.map(|(place, grade)| (criterion(place), grade.to_string())));
                texts.extend(own.points.iter().enumerate().map(|(place, given)| (points(place), given.to_string())));
                texts.insert("grade".to_owned(), own.grade.to_string());
                texts.insert("opinion".to_owned(), own.opinion.clone());
            }
            (Kind::Note, _) => drop(texts.insert(NOTE.to_owned(), self.minutes(target))),
            _ => {}
        }
        texts
    }

    /// The minutes of an item as they stand.
    pub(super) fn minutes(&self, target: TargetId) -> String {
        let place = format!("#{target}");
        let note = self.view.session.notes.iter().find(|(about, _)| *about == place);
        note.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    /// Why the form cannot be sent now, if the session has gone on.
    pub(super) fn overtaken(&self, target: TargetId) -> Option<String> {
        let session = &self.view.session;
        let item = self.item(target)?;
        if session.state != SessionState::Open && self.kind != Kind::Note {
            return Some(SessionRefusal::WrongState(session.state).words());
        }
        if self.kind == Kind::Note {
            return None;
        }
        if session.current != Some(target) {
            let now = self.view.items.iter().find(|other| Some(other.target) == session.current);
            return now.map(|now| t!("room.form.moved", project = now.project).into_owned());
        }
        let fits = match self.kind {
            Kind::Ballot | Kind::BallotFor => item.state == ItemState::Open,
            Kind::Decide => matches!(item.state, ItemState::Open | ItemState::Revealed),
            _ => matches!(item.state, ItemState::Revealed | ItemState::Decided),
        };
        (!fits).then(|| SessionRefusal::WrongItem(item.state).words())
    }

    /// What the panel gave, beside the chair's grade.
    pub(super) fn refresh(&self, target: TargetId, sheet: &mut Sheet) {
        let ballots = self.item(target).and_then(|item| item.ballots.as_ref());
        let (Kind::Decide, Some(ballots)) = (self.kind, ballots) else { return };
        let tally = Tally::of(ballots, 0);
        let counts = Grade::ALL.map(|grade| t!("room.form.count", grade = grade, count = tally.overall.count(grade)));
        let key = if tally.overall.majority().is_some() { "room.form.majority" } else { "room.form.median" };
        let grade = tally.suggestion().map(|grade| grade.to_string()).unwrap_or_default();
        if let Some(entry) = sheet.get_mut("grade") {
            entry.note = t!(key, counts = counts.join(" "), grade = grade).into_owned();
        }
    }

    /// The commands that the form makes of what is typed; `outlook` fills in what is still missing.
    pub(super) fn commands(
        &self,
        (sheet, file): (&Sheet, &CaseFile),
        seen: u32,
        common: &Common,
        outlook: bool,
    ) -> Result<Vec<Command>, Hindrance> {
        if let Some((id, words)) = sheet.first_problem().filter(|_| !outlook) {
            return Err(Hindrance { id, words });
        }
        let target = file.target.id;
        let on = |wish: SessionWish| SessionWish::On { target, wish: Box::new(wish) };
        let wish = match self.kind {
            Kind::Decide => on(decision(sheet, file, seen, common, outlook)?),
            Kind::Dissent => {
                on(SessionWish::Dissent { member: self.member.clone(), reason: given(sheet, "reason", outlook) })
            }
            Kind::Note => SessionWish::Note { target: Some(target), text: sheet.text(NOTE), seen: self.noted.clone() },
            _ => SessionWish::Vote(self.vote(sheet, target, common, outlook)?),
        };
        Ok(vec![Command::Session { session: self.session(), wish: Box::new(wish) }])
    }

    fn vote(&self, sheet: &Sheet, target: TargetId, common: &Common, outlook: bool) -> Result<Vote, Hindrance> {
        let rule = review::suggested(sheet, common);
        let grade = sheet.grade("grade").or(rule).or_else(|| outlook.then_some(Grade::Good));
        let first = || Hindrance { id: "grade".to_owned(), words: t!("form.grade-first").into_owned() };
        let grade = grade.ok_or_else(first)?;
        let given = marks(sheet, common);
        let scored = is_scored(sheet);
        let partly = given.iter().any(Option::is_some) && !outlook;
        let lacks = |place: usize| Hindrance { words: t!("form.all-or-none").into_owned(), ..missing(place, scored) };
        let given = if partly { given } else { Vec::new() };
        let given = given.into_iter().enumerate().map(|(place, mark)| mark.ok_or_else(|| lacks(place)));
        let (criteria, points) = apart(&given.collect::<Result<Vec<_>, _>>()?);
        let (member, opinion, salt) = (self.member.clone(), sheet.text("opinion"), String::new());
        Ok(Vote { member, target: Some(target), grade, criteria, points, opinion, salt })
    }

    /// What the form does, where no target is moved.
    pub(super) fn outlook(&self) -> Option<String> {
        Some(match (self.kind, &self.member) {
            (Kind::Decide, _) => return None,
            (Kind::Dissent, _) => t!("room.form.dissents").into_owned(),
            (Kind::Note, _) => t!("room.form.notes").into_owned(),
            (_, Some(member)) => t!("room.form.seals-for", who = member).into_owned(),
            (_, None) => t!("room.form.seals").into_owned(),
        })
    }

    /// The words that tell that it was done.
    pub(super) fn done(&self) -> Option<String> {
        Some(match (self.kind, &self.member) {
            (Kind::Decide, _) => return None,
            (Kind::Dissent, _) => t!("room.done.dissented").into_owned(),
            (Kind::Note, _) => t!("room.done.noted").into_owned(),
            (_, Some(member)) => t!("room.done.sealed-for", who = member).into_owned(),
            (_, None) => t!("room.done.sealed").into_owned(),
        })
    }
}

fn decision(
    sheet: &Sheet,
    file: &CaseFile,
    seen: u32,
    common: &Common,
    outlook: bool,
) -> Result<SessionWish, Hindrance> {
    let made = decide::commands(sheet, file, seen, common, outlook)?;
    let of = |command: Command| match command {
        Command::Decide { seen, criteria, points, grade, opinion, due, .. } => {
            Some(SessionWish::Decide { seen, criteria, points, grade, opinion, due })
        }
        _ => None,
    };
    let none = || Hindrance { id: "grade".to_owned(), words: t!("form.grade-first").into_owned() };
    made.into_iter().find_map(of).ok_or_else(none)
}

pub(super) fn sheet(kind: Kind, file: &CaseFile, common: &Common) -> Sheet {
    let send = |key: &str| Entry::new(SEND, t!(key), Field::Button);
    match kind {
        Kind::Dissent => Sheet::new(vec![Entry::text("reason", t!("room.form.dissent")), send("form.send")]),
        Kind::Note => Sheet::new(vec![Entry::text(NOTE, t!("room.form.note")), send("form.save")]),
        Kind::Decide => decide::sheet(file, common),
        _ => {
            let mut entries = criteria_entries(file, common);
            entries.extend([
                Entry::grade("grade", t!("form.field.grade")),
                Entry::text("opinion", t!("form.field.opinion")),
                send("room.form.seal"),
            ]);
            let mut sheet = Sheet::new(entries);
            refresh(&mut sheet, common);
            sheet
        }
    }
}

/// The rule's suggestion beside a ballot's overall grade.
pub(super) fn refresh(sheet: &mut Sheet, common: &Common) {
    let note = suggestion(sheet, common, sheet.grade("grade").is_none());
    if let Some(entry) = sheet.get_mut("grade") {
        entry.note = note;
    }
}
