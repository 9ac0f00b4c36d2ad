//! The tab 修改: which earlier opinions the newest round answers, and what changed since the viewer's last one.

use rust_i18n::t;

use super::{Case, Tab};
use crate::app::common::Common;
use crate::app::reason::Reason;
use crate::domain::access::{answerers, may_as};
use crate::domain::command::Command;
use crate::domain::money::Money;
use crate::domain::revision::{Part, Place, Point, Revision};
use crate::domain::view::{CaseFile, Former, ReviewRow, last_opinion};

/// A row of the tab, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevisionRow {
    /// An earlier opinion, by its place among the reviews.
    Point(usize),
    /// The amount.
    Amount,
    /// A change of an item, by its place among those of the revision.
    Item(usize),
    /// A change of an indicator, likewise.
    Indicator(usize),
    /// A link that came or went, likewise.
    Link(usize),
}

/// What the tab shows.
#[derive(Debug, Clone, Default)]
pub struct Revised {
    /// What changed.
    pub revision: Revision,
    /// The rows.
    pub rows: Vec<RevisionRow>,
}

impl Revised {
    /// The changes of a case file.
    pub fn of(file: &CaseFile) -> Self {
        let newer = (&file.submission, file.links.as_slice());
        let between = |former: &Former| Revision::between((&former.submission, &former.links), newer);
        let revision = file.former.as_ref().map(between).unwrap_or_default();
        let points = file.earlier_points().map(|(place, ..)| RevisionRow::Point(place));
        let amount = revision.amount.map(|_| RevisionRow::Amount);
        let items = (0..revision.items.len()).map(RevisionRow::Item);
        let indicators = (0..revision.indicators.len()).map(RevisionRow::Indicator);
        let links = (0..revision.links.len()).map(RevisionRow::Link);
        let rows = points.chain(amount).chain(items).chain(indicators).chain(links).collect();
        Self { revision, rows }
    }

    /// Whether there is a change that a person who gave an opinion has not seen: one since the round of the last opinion.
    pub fn is_news(&self, file: &CaseFile, person: &str) -> bool {
        let newest = file.target.standing.round;
        !self.revision.is_empty() && last_opinion(&file.reviews, person).is_some_and(|round| round < newest)
    }
}

impl Case {
    /// The selected earlier opinion, with what was said of it.
    fn point<'a>(&self, file: &'a CaseFile) -> Option<(&'a ReviewRow, Option<&'a Point>)> {
        let row = self.revised.rows.get(self.cursors[Tab::Revision as usize]).filter(|_| self.tab == Tab::Revision)?;
        let RevisionRow::Point(wanted) = *row else { return None };
        file.earlier_points().find(|(place, ..)| *place == wanted).map(|(_, review, point)| (review, point))
    }

    pub(super) fn available_point(&self, file: &CaseFile, common: &Common) -> Result<(), Reason> {
        let (review, _) = self.point(file).ok_or(Reason::Words("case.reason.points-only"))?;
        let role = common.procedure.stage(&review.stage).map(|stage| stage.role);
        Ok(may_as(&common.user, answerers(role), &file.unit)?)
    }

    /// Says that the selected opinion is answered, or, if somebody said so, that it is not.
    pub(super) fn tick(&mut self, common: &mut Common) {
        let Some((review, point)) = self.file.as_deref().and_then(|file| self.point(file)) else { return };
        let Some(round) = self.file.as_deref().map(|file| file.target.standing.round) else { return };
        let answered = !point.is_some_and(|point| point.answered);
        let command = Command::AnswerPoint { target: self.target, round, review: review.seq, answered };
        let done = t!(if answered { "case.done.answered" } else { "case.done.unanswered" });
        self.wish_links(vec![command], &done, self.row().map(|row| row.pair), common);
    }

    /// The selected row as text.
    pub(super) fn copied_change(&self, file: &CaseFile) -> Option<String> {
        let revision = &self.revised.revision;
        match *self.revised.rows.get(self.cursor())? {
            RevisionRow::Point(place) => file.reviews.get(place).map(|review| review.opinion.clone()),
            RevisionRow::Amount => file.submission.amount.map(Money::wan),
            RevisionRow::Item(place) => match revision.items.get(place)?.place {
                Place::Added(now) | Place::Changed(_, now) => file.items.get(now).cloned(),
                Place::Removed(old) => file.former.as_ref()?.submission.items().get(old).cloned(),
            },
            RevisionRow::Indicator(place) => {
                let indicator = match revision.indicators.get(place)?.place {
                    Place::Added(now) | Place::Changed(_, now) => file.submission.indicators.get(now),
                    Place::Removed(old) => file.former.as_ref()?.submission.indicators.get(old),
                }?;
                Some(format!("{} {}", Part::Name.of(indicator), indicator.measure_text()))
            }
            RevisionRow::Link(place) => {
                let link = revision.links.get(place)?;
                let name = file.submission.indicators.get(link.indicator)?.name();
                Some(format!("{} {name}", file.items.get(link.item)?))
            }
        }
    }
}
