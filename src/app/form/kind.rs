//! Which forms there are, and what they have in common: fields, what follows live from what is typed, and commands.

use rust_i18n::t;

use super::sheet::Sheet;
use super::{amend, closing, decide, execution, review, sitting};
use crate::app::common::Common;
use crate::domain::command::Command;
use crate::domain::execution::rule::{self, Period};
use crate::domain::execution::words;
use crate::domain::refusal::Refusal;
use crate::domain::target::{Standing, State};
use crate::domain::view::CaseFile;

/// The button that sends.
pub const SEND: &str = "send";
/// The button that saves an amendment and hands the target in.
pub const SEND_ON: &str = "send-on";

/// A kind of form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The review at one of the stages before the deciding one.
    Review,
    /// The decision of the joint session.
    Decide,
    /// Settling a negotiation.
    Settle,
    /// The bureau's ruling.
    Rule,
    /// The unit's amendment.
    Amend,
    /// A member's own ballot in a joint session.
    Ballot,
    /// A ballot that the recorder enters for a member.
    BallotFor,
    /// A member's dissent.
    Dissent,
    /// The minutes of an item.
    Note,
    /// A unit's own evaluation.
    Evaluate,
    /// The bureau's own evaluation beside it.
    ReEvaluate,
    /// Monitoring of a period.
    Monitor(&'static Period),
}

/// What stands between a form's id and the member for whom a recorder fills it in.
const FOR: char = ':';

/// The id under which unsent text is kept that a recorder writes for a member.
pub fn form_of_member(kind: Kind, member: &str) -> String {
    format!("{}{FOR}{member}", kind.id())
}

/// The name of a form by the id under which its unsent text is kept: of monitoring with its period, of what is written for a member
/// with the member.
pub fn form_title(id: &str) -> String {
    if let Some((form, member)) = id.split_once(FOR) {
        // The finding of a waiver is a key that says nothing to a person.
        if form == "waive" {
            return form_title(form);
        }
        return t!("form.title.for", form = form_title(form), who = member).into_owned();
    }
    let period = id.strip_prefix(rule::MONITOR).and_then(|rest| rest.strip_prefix('-'));
    match period {
        Some(period) => t!("form.title.monitor-of", period = words::period(period)).into_owned(),
        None => t!(format!("form.title.{id}")).into_owned(),
    }
}

/// Unsent text of a form of a target: which form, for which member, and under what it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Which form.
    pub kind: Kind,
    /// The member for whom it was written.
    pub member: Option<String>,
    /// The id under which it is kept.
    pub form: String,
}

impl Written {
    /// What is kept under an id, if it is a form whose kind is known by the id alone.
    pub fn of(id: &str) -> Option<Self> {
        let (base, member) = id.split_once(FOR).map_or((id, None), |(base, member)| (base, Some(member.to_owned())));
        let kinds = [
            Kind::Review,
            Kind::Decide,
            Kind::Settle,
            Kind::Rule,
            Kind::Ballot,
            Kind::BallotFor,
            Kind::Dissent,
            Kind::Note,
        ];
        let kind = kinds.into_iter().find(|kind| kind.id() == base)?;
        Some(Self { kind, member, form: id.to_owned() })
    }
}

/// What hinders a form from being sent: the field concerned, and words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hindrance {
    /// The field's id.
    pub id: String,
    /// In the user's language.
    pub words: String,
}

impl Kind {
    /// The stable id, under which drafts are kept.
    pub fn id(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Decide => "decide",
            Self::Settle => "settle",
            Self::Rule => "rule",
            Self::Amend => "amend",
            Self::Ballot => "ballot",
            Self::BallotFor => "ballot-for",
            Self::Dissent => "dissent",
            Self::Note => "note",
            Self::Evaluate => "evaluate",
            Self::ReEvaluate => "re-evaluate",
            Self::Monitor(period) => &period.form,
        }
    }

    /// Whether it is about the execution of an approved target.
    pub const fn is_execution(self) -> bool {
        matches!(self, Self::Evaluate | Self::ReEvaluate | Self::Monitor(_))
    }

    /// Whether it is written in a joint session.
    pub const fn is_of_session(self) -> bool {
        matches!(self, Self::Decide | Self::Ballot | Self::BallotFor | Self::Dissent | Self::Note)
    }

    /// The form that the bureau fills in for a target as it stands.
    pub fn of(standing: &Standing, common: &Common) -> Option<Self> {
        match standing.state {
            State::Pending => {
                let stage = common.procedure.stage(standing.stage.as_deref()?)?;
                Some(if stage.decides { Self::Decide } else { Self::Review })
            }
            State::Negotiating => Some(Self::Settle),
            State::Ruling => Some(Self::Rule),
            _ => None,
        }
    }

    /// Its name in the user's language.
    pub fn title(self) -> String {
        form_title(self.id())
    }

    /// Its fields, as they are before anything is typed.
    pub fn sheet(self, file: &CaseFile, common: &Common) -> Sheet {
        match self {
            Self::Review => review::sheet(file, common),
            Self::Decide => decide::sheet(file, common),
            Self::Settle => closing::settle_sheet(),
            Self::Rule => closing::rule_sheet(),
            Self::Amend => amend::sheet(file),
            Self::Ballot | Self::BallotFor | Self::Dissent | Self::Note => sitting::sheet(self, file, common),
            Self::Evaluate | Self::ReEvaluate | Self::Monitor(_) => execution::sheet(self, file),
        }
    }

    /// Brings up to date what follows from what is typed.
    pub fn refresh(self, sheet: &mut Sheet, file: Option<&CaseFile>, common: &Common) {
        match self {
            Self::Evaluate | Self::ReEvaluate | Self::Monitor(_) => {
                if let Some(file) = file {
                    execution::refresh(self, sheet, file);
                }
            }
            Self::Review => review::refresh(sheet, common),
            Self::Decide => decide::refresh(sheet, common),
            Self::Ballot | Self::BallotFor => sitting::refresh(sheet, common),
            Self::Settle | Self::Rule | Self::Amend | Self::Dissent | Self::Note => {}
        }
    }

    /// The commands that a button makes of what is typed; `outlook` fills in what is still missing, to show where it leads.
    ///
    /// # Errors
    /// The field that hinders it.
    pub fn commands(
        self,
        button: &str,
        (sheet, file): (&Sheet, &CaseFile),
        seen: u32,
        common: &Common,
        outlook: bool,
    ) -> Result<Vec<Command>, Hindrance> {
        if let Some((id, words)) = sheet.first_problem().filter(|_| !outlook) {
            return Err(Hindrance { id, words });
        }
        match self {
            Self::Review => review::commands(sheet, file, seen, common, outlook),
            Self::Decide => decide::commands(sheet, file, seen, common, outlook),
            Self::Settle => Ok(closing::settle(sheet, file, seen, outlook)),
            Self::Rule => closing::rule(sheet, file, seen, outlook),
            Self::Amend => amend::commands(button, sheet, file, common),
            Self::Evaluate | Self::ReEvaluate | Self::Monitor(_) => execution::commands(self, sheet, file),
            // The forms of a session make theirs in its sitting.
            Self::Ballot | Self::BallotFor | Self::Dissent | Self::Note => {
                Err(Hindrance { id: SEND.to_owned(), words: t!("room.form.adrift").into_owned() })
            }
        }
    }

    /// The field that a refusal is about, if it is about one.
    pub fn place_of(self, refusal: &Refusal) -> Option<String> {
        let known = match refusal {
            Refusal::Blank("field.opinion") => Some("opinion"),
            Refusal::Blank("field.agreed") => Some("agreed"),
            Refusal::Blank("field.reason") => Some("reason"),
            Refusal::NoReason { .. } => Some("reason"),
            Refusal::CriteriaCount { .. } => Some("criterion.0"),
            Refusal::DueInPast(_) => Some("due"),
            _ => None,
        };
        known.map(str::to_owned).or_else(|| execution::place_of(self, refusal))
    }
}

/// A text for a command; one that is still missing counts as given for the outlook.
pub fn given(sheet: &Sheet, id: &str, outlook: bool) -> String {
    let text = sheet.text(id);
    if outlook && text.trim().is_empty() { "-".to_owned() } else { text }
}
