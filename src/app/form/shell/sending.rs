//! Sending a form: where it leads, what is asked first, and what happens to a refusal.
//!
//! Nothing typed is lost: a refusal is shown at the field that it is about, and the next try is about what is known by then.

use rust_i18n::t;

use super::Form;
use crate::app::common::Common;
use crate::app::effect::Effect;
use crate::app::form::foresight::foresee;
use crate::app::form::kind::{Hindrance, Kind, SEND};
use crate::app::form::sitting::Sitting;
use crate::app::form::{amend, changes, execution, outcome};
use crate::app::popup::{Confirm, Popup, Purpose, Said};
use crate::domain::command::Command;
use crate::domain::facts::Entry;
use crate::domain::refusal::Refusal;
use crate::domain::session::refusal::SessionRefusal;
use crate::domain::target::State;

/// Lines of changes that are shown before an amendment is saved.
const MOST_CHANGES: usize = 12;

/// Whether a command is refused by itself when the target moved meanwhile.
const fn names_version(command: &Command) -> bool {
    // An evaluation names the one that its maker saw instead.
    !matches!(command, Command::HandIn(_) | Command::Submit { seen: None, .. })
}

impl Form {
    /// What the buttons would do now: where it leads, or why it cannot be done.
    pub fn outlook(&self, common: &Common) -> Option<Result<String, String>> {
        let (kind, file) = (self.kind?, self.file.as_deref()?);
        let button = if kind == Kind::Amend { self.focused_button().unwrap_or(SEND) } else { SEND };
        let version = file.target.version;
        let session = self.session();
        Some(match self.made(button, (kind, file), version, common, true) {
            Err(hindrance) => Err(hindrance.words),
            Ok(commands) => match foresee(&commands, file, session, common) {
                Ok(_) if self.sitting.as_ref().is_some_and(|sitting| sitting.outlook().is_some()) => {
                    Ok(self.sitting.as_ref().and_then(Sitting::outlook).unwrap_or_default())
                }
                Ok(_) if kind.is_execution() => Ok(execution::outlook(kind, &self.sheet, file)),
                Ok(to) => Ok(outcome::words(&file.target.standing, &to, file, common)),
                Err(refusal) => Err(refusal.words()),
            },
        })
    }

    /// Sends what is typed; what is grave is asked first, with what will happen.
    pub(super) fn send(&mut self, button: &'static str, confirmed: bool, common: &mut Common) {
        let (Some(kind), Some(file)) = (self.kind, self.file.as_deref()) else { return };
        self.sheet.leave();
        let made = self.made(button, (kind, file), self.seen, common, false);
        let commands = match made {
            Ok(commands) => commands,
            Err(Hindrance { id, words }) => return self.blame(&id, words, common),
        };
        if self.seen != file.target.version && !commands.iter().all(names_version) {
            let words = t!("form.moved-meanwhile", what = self.moved.as_deref().unwrap_or_default()).into_owned();
            self.seen = file.target.version;
            self.refused = Some(words.clone());
            return common.fail(words);
        }
        let to = match foresee(&commands, file, self.session(), common) {
            Ok(to) => to,
            Err(refusal) => return self.refuse(&refusal, common),
        };
        if !confirmed && (kind == Kind::Amend || to.state == State::Excluded) {
            let lines = self.consequences(kind, &outcome::words(&file.target.standing, &to, file, common));
            let title = t!("form.ask-send", project = file.target.project.name, form = kind.title()).into_owned();
            self.asked = Some(button);
            return common.popup(Popup::Confirm(Confirm::new(Purpose::Send, title, lines)));
        }
        self.wish = Some(common.execute(commands));
    }

    /// What is shown before it is sent: for an amendment, what it changes.
    fn consequences(&self, kind: Kind, outcome: &str) -> Vec<String> {
        let mut lines = Vec::new();
        if let (Kind::Amend, Some(file)) = (kind, &self.file) {
            lines = changes::lines(&file.submission, &amend::submission(&self.sheet, &file.submission));
            if lines.is_empty() {
                lines.push(t!("change.order").into_owned());
            }
            let more = lines.len().saturating_sub(MOST_CHANGES);
            if more > 0 {
                lines.truncate(MOST_CHANGES);
                lines.push(t!("change.more", count = more).into_owned());
            }
        }
        lines.push(outcome.to_owned());
        lines
    }

    fn blame(&mut self, id: &str, words: String, common: &mut Common) {
        self.refused = Some(words.clone());
        self.sheet.blame(id, words.clone());
        common.fail(words);
    }

    /// Refused: everything typed stays; the next try is about what is known by now.
    pub(super) fn refuse(&mut self, refusal: &Refusal, common: &mut Common) {
        if let Refusal::Session(SessionRefusal::NoteMoved(stands)) = refusal {
            return self.join_minutes(stands, common);
        }
        let words = refusal.words();
        if let Some(id) = self.kind.and_then(|kind| kind.place_of(refusal)) {
            self.blame(&id, words, common);
        } else {
            self.refused = Some(words.clone());
            common.fail(words);
        }
        if let Some(file) = &self.file {
            self.seen = file.target.version;
        }
    }

    pub(super) fn take_done(&mut self, entries: &[Entry], common: &mut Common) {
        self.wish = None;
        let Some(kind) = self.kind else { return };
        common.effect(Effect::DropDraft { target: self.target, form: self.kept_as(kind) });
        self.typed = false;
        if let Some(words) = self.sitting.as_ref().and_then(Sitting::done) {
            common.tell(words);
            return common.close();
        }
        if kind.is_execution() {
            self.executed(kind, common);
            return common.close();
        }
        let steps = || entries.iter().filter_map(|entry| entry.event.step());
        let from = steps().find_map(|(from, _)| from);
        if let (Some(file), Some((_, to))) = (&self.file, steps().next_back()) {
            let outcome = outcome::words(from.unwrap_or(&file.target.standing), to, file, common);
            let words = t!("form.done", project = file.target.project.name, outcome = outcome).into_owned();
            // The file may have been read again meanwhile: the version that the person knew is the one before.
            let version = self.seen + u32::try_from(steps().count()).unwrap_or(0);
            // A decision of a session is taken back in the session.
            match self.sitting {
                Some(_) => common.tell(words),
                None => common.acted(self.target, version, words),
            }
        }
        common.close();
    }

    /// Takes what a popup was told.
    pub fn told(&mut self, purpose: Purpose, said: Said, common: &mut Common) {
        match (purpose, said, self.asked) {
            (Purpose::Send, Said::Yes, Some(button)) => self.send(button, true, common),
            (Purpose::Library, Said::Standard(standard), _) => self.take_standard(&standard, common),
            (Purpose::Finding, Said::Chosen(place), _) => self.take_finding(place, common),
            (Purpose::Discard, Said::Yes, _) => {
                let Some(kind) = self.kind else { return };
                common.effect(Effect::DropDraft { target: self.target, form: self.kept_as(kind) });
                self.typed = false;
                common.tell(t!("form.draft-dropped"));
                common.close();
            }
            _ => {}
        }
    }
}
