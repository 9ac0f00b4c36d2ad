//! The tab 预警: what the checks found, the gravest first, what people let stand, and what could not be checked; and what is done
//! from it: going to the concerned row of 对应 and back, letting a finding stand, and putting it into the opinion.

use rust_i18n::t;

use super::chart::{Chart, Row};
use super::{Case, Tab};
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::form::Form;
use crate::app::popup::{Popup, Prompt, Purpose};
use crate::app::reason::Reason;
use crate::app::rights;
use crate::app::screen::Screen;
use crate::domain::access::{WAIVES, may_as};
use crate::domain::check::{Finding, Unchecked, Waiver, sentence};
use crate::domain::command::Command;
use crate::domain::handin::Severity;
use crate::domain::view::{CaseFile, PriorEvaluation};

/// A row of the tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told<'a> {
    /// A finding, with its waiver if somebody let it stand.
    Found(&'a Finding, Option<&'a Waiver>),
    /// A finding of an evaluation of an earlier year.
    Earlier(&'a PriorEvaluation, &'a Finding),
    /// Something that could not be checked, of the target or of an evaluation of an earlier year.
    Unchecked(&'a Unchecked, Option<&'a PriorEvaluation>),
}

impl<'a> Told<'a> {
    /// Whether it is an error or a warning that nobody let stand.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Found(finding, None) | Self::Earlier(_, finding) if finding.severity != Severity::Hint)
    }

    const fn finding(self) -> Option<(&'a Finding, Option<&'a Waiver>)> {
        if let Self::Found(finding, waiver) = self { Some((finding, waiver)) } else { None }
    }

    /// What it says, in a sentence; of an earlier evaluation with its year.
    pub fn words(&self) -> String {
        match self {
            Self::Found(finding, _) => sentence::message(finding),
            Self::Earlier(prior, finding) => sentence::of_evaluation(&prior.evaluation, &sentence::message(finding)),
            Self::Unchecked(unchecked, None) => sentence::unchecked(unchecked),
            Self::Unchecked(unchecked, Some(prior)) => {
                sentence::of_evaluation(&prior.evaluation, &sentence::unchecked(unchecked))
            }
        }
    }
}

/// The rows of the tab, in their order: what is found in the target, in the evaluations of earlier years, and what could not be checked:
/// of earlier years only for the newest, because more of the same tells nobody anything.
pub fn told(file: &CaseFile) -> Vec<Told<'_>> {
    let report = &file.checked.report;
    let found = report.findings.iter().map(|finding| Told::Found(finding, file.waiver(finding)));
    let earlier = file
        .priors
        .iter()
        .flat_map(|prior| prior.report.findings.iter().map(move |finding| Told::Earlier(prior, finding)));
    let unchecked = report.unchecked.iter().map(|unchecked| Told::Unchecked(unchecked, None));
    let newest = file.priors.first().and_then(|prior| prior.evaluation.year);
    let of_priors = file
        .priors
        .iter()
        .filter(|prior| prior.evaluation.year == newest)
        .flat_map(|prior| prior.report.unchecked.iter().map(move |one| Told::Unchecked(one, Some(prior))));
    found.chain(earlier).chain(unchecked).chain(of_priors).collect()
}

/// The findings of an earlier evaluation about one of its indicators, counted from 0.
pub fn at_twin(prior: &PriorEvaluation, place: usize) -> impl Iterator<Item = &Finding> {
    prior.report.findings.iter().filter(move |finding| finding.concerns(place))
}

/// The open findings about a row of 对应: about its indicator, or about its item.
pub fn at_row<'a>(file: &'a CaseFile, row: &Row) -> impl Iterator<Item = &'a Finding> {
    let pair = row.pair;
    file.open_findings().filter(move |finding| {
        let item = finding.place.item().map(|item| item as usize);
        pair.indicator.is_some_and(|indicator| finding.concerns(indicator)) || (item.is_some() && item == pair.item)
    })
}

/// The row of 对应 that a finding is about, if it is about one.
fn row_of(finding: &Finding, chart: &Chart) -> Option<usize> {
    let indicator = finding.place.indicator().or_else(|| finding.others.first().copied());
    let is = |row: &Row| match (finding.place.item(), indicator) {
        (Some(item), _) => row.pair.item == Some(item as usize),
        (None, Some(indicator)) => row.pair.indicator == Some(indicator as usize),
        (None, None) => false,
    };
    chart.rows.iter().position(is)
}

/// The row of 对应 whose indicator is the same thing as the one that a finding of an earlier evaluation is about.
fn row_of_earlier(prior: &PriorEvaluation, finding: &Finding, file: &CaseFile, chart: &Chart) -> Option<usize> {
    let place = finding.place.indicator()? as usize;
    let year = file.priors.iter().position(|other| other.id == prior.id)?;
    let is_twin = |indicator: usize| chart.twins[year][indicator].is_some_and(|twin| twin.place == place);
    chart.rows.iter().position(|row| row.pair.indicator.is_some_and(is_twin))
}

impl Case {
    /// The row of 对应 that the selected finding is about, if it is about one.
    fn selected_row(&self) -> Option<usize> {
        let file = self.file.as_deref().filter(|_| self.tab == Tab::Findings)?;
        match told(file).get(self.cursor())? {
            Told::Found(finding, _) => row_of(finding, &self.chart),
            Told::Earlier(prior, finding) => row_of_earlier(prior, finding, file, &self.chart),
            Told::Unchecked(..) => None,
        }
    }

    /// The selected finding in the words of a reviewer.
    fn selected_opinion(&self) -> Option<String> {
        let file = self.file.as_deref().filter(|_| self.tab == Tab::Findings)?;
        match told(file).get(self.cursor())? {
            Told::Found(finding, _) => Some(sentence::opinion(finding)),
            Told::Earlier(prior, finding) => Some(sentence::evaluation_opinion(&prior.evaluation, finding)),
            Told::Unchecked(..) => None,
        }
    }

    /// The finding that is selected in the tab 预警, with its waiver.
    fn selected_finding(&self) -> Option<(&Finding, Option<&Waiver>)> {
        let file = self.file.as_deref().filter(|_| self.tab == Tab::Findings)?;
        told(file).get(self.cursor()).copied()?.finding()
    }

    /// Whether something can be done with a finding.
    pub(super) fn available_finding(&self, action: Action, file: &CaseFile, common: &Common) -> Result<(), Reason> {
        match action {
            Action::Jump if self.tab == Tab::Links => {
                let row = self.row().ok_or(Reason::NothingSelected)?;
                at_row(file, row).next().map(|_| ()).ok_or(Reason::Words("case.reason.no-finding-here"))
            }
            Action::Jump => {
                self.selected_opinion().ok_or(Reason::Words("case.reason.findings-only"))?;
                self.selected_row().map(|_| ()).ok_or(Reason::Words("case.reason.no-row"))
            }
            Action::Waive => {
                may_as(&common.user, &WAIVES, &file.unit)?;
                if self.selected_finding().is_none() && self.selected_opinion().is_some() {
                    return Err(Reason::Words("case.reason.earlier-stands"));
                }
                self.selected_finding().map(|_| ()).ok_or(Reason::Words("case.reason.findings-only"))
            }
            _ => {
                rights::may(Action::Review, &file.target.standing, &file.unit, common)?;
                self.selected_opinion().map(|_| ()).ok_or(Reason::Words("case.reason.findings-only"))
            }
        }
    }

    /// From a finding to its row of 对应; from a row to its finding, the one that was selected last if it is about the row.
    pub(super) fn jump(&mut self) {
        let Some(file) = self.file.as_deref() else { return };
        if self.tab == Tab::Findings {
            if let Some(place) = self.selected_row() {
                self.tab = Tab::Links;
                self.cursors[Tab::Links as usize] = place;
            }
            return;
        }
        let Some(row) = self.row() else { return };
        let here: Vec<&Finding> = at_row(file, row).collect();
        let rows = told(file);
        let is_here = |told: &Told<'_>| told.finding().is_some_and(|(finding, _)| here.contains(&finding));
        let former = self.cursors[Tab::Findings as usize];
        let former = rows.get(former).filter(|told| is_here(told)).map(|_| former);
        if let Some(place) = former.or_else(|| rows.iter().position(is_here)) {
            self.tab = Tab::Findings;
            self.cursors[Tab::Findings as usize] = place;
        }
    }

    /// Goes to the next open finding of the list, or the one before.
    pub(super) fn seek_finding(&mut self, on: bool, common: &mut Common) {
        let Some(file) = self.file.as_deref() else { return };
        let (rows, from) = (told(file), self.cursor());
        let place = if on {
            (from + 1..rows.len()).find(|place| rows[*place].is_open())
        } else {
            (0..from.min(rows.len())).rev().find(|place| rows[*place].is_open())
        };
        match place {
            Some(place) => self.cursors[Tab::Findings as usize] = place,
            None => common.tell(t!("case.no-more-findings")),
        }
    }

    /// Asks why a finding may stand, or takes the waiver of one back.
    pub(super) fn ask_waive(&mut self, common: &mut Common) {
        let Some((finding, waiver)) = self.selected_finding() else { return };
        let message = sentence::message(finding);
        if waiver.is_some() {
            let unwaive = Command::Unwaive { target: self.target, key: finding.key.clone() };
            return self.wish_links(vec![unwaive], &t!("case.done.unwaive", what = message), None, common);
        }
        let lines = vec![message, t!("case.finding.waive-note").into_owned()];
        let prompt = Prompt::new(Purpose::Waive, t!("case.finding.ask-waive").into_owned(), lines);
        self.waiving = Some(finding.key.clone());
        common.popup(Popup::Prompt(prompt));
    }

    /// The key of the finding for which a reason is asked.
    pub fn waived(&self) -> Option<&str> {
        self.waiving.as_deref()
    }

    /// Lets the finding stand for which a reason was asked.
    pub(super) fn waive(&mut self, reason: &str, common: &mut Common) {
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return common.again(t!("queue.needs-reason").into_owned());
        }
        let Some(key) = self.waiving.clone() else { return };
        let waive = Command::Waive { target: self.target, key, reason };
        self.wish_links(vec![waive], &t!("case.done.waive"), None, common);
    }

    /// Opens the review form with the selected finding in its opinion.
    pub(super) fn opine(&self, common: &mut Common) {
        let Some(sentence) = self.selected_opinion() else { return };
        let form = Form::review_with(self.target, sentence, common);
        common.open(Screen::Form(Box::new(form)));
    }
}
