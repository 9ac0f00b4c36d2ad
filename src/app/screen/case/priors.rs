//! What is said from a case file of earlier years: which earlier indicator is the same thing as the selected one, and which
//! evaluations are the target's. What people say stands until they take it back.

use rust_i18n::t;

use super::Case;
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::Ask;
use crate::app::popup::{Choice, Item, Popup, Purpose};
use crate::app::reason::Reason;
use crate::domain::access::{LINKS, may_as};
use crate::domain::command::{Command, SaidMatch};
use crate::domain::evaluation::{EvaluationIndicator, PriorReason};
use crate::domain::ids::EvaluationId;
use crate::domain::target::Indicator;
use crate::domain::view::{CaseFile, PriorEvaluation, UnitEvaluation};

/// What is being chosen.
#[derive(Debug, Clone)]
pub(super) enum Choosing {
    /// The evaluation in which the indicator is looked for.
    Year(Matching),
    /// The earlier indicator.
    Earlier(Matching, EvaluationId, Vec<SaidMatch>),
    /// The target's evaluations: asked for, with the ticket.
    Asked(u64),
    /// The target's evaluations.
    Evaluations(Vec<UnitEvaluation>),
}

/// The indicator for which its like is chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matching {
    indicator: usize,
    round: u32,
}

impl Case {
    pub(super) fn available_prior(&self, action: Action, file: &CaseFile, common: &Common) -> Result<(), Reason> {
        may_as(&common.user, &LINKS, &file.unit)?;
        let indicator = self.selected_indicator();
        match action {
            Action::MatchPrior if indicator.is_none() => Err(Reason::Words("case.reason.indicators-only")),
            Action::MatchPrior if file.priors.is_empty() => Err(Reason::Words("case.reason.no-priors")),
            _ => Ok(()),
        }
    }

    /// The indicator of the selected row of the tab 对应.
    fn selected_indicator(&self) -> Option<usize> {
        (self.tab == super::Tab::Links).then(|| self.row()).flatten()?.pair.indicator
    }

    /// Asks which earlier indicator is the same thing: of the one evaluation that there is, or of a chosen one.
    pub(super) fn ask_match(&mut self, common: &mut Common) {
        let (Some(file), Some(indicator)) = (self.file.as_deref(), self.selected_indicator()) else { return };
        let matching = Matching { indicator, round: file.target.standing.round };
        if let [prior] = file.priors.as_slice() {
            let id = prior.id;
            return self.ask_earlier(matching, id, common);
        }
        let item = |prior: &PriorEvaluation| Item {
            title: evaluation_title(prior),
            detail: prior.evaluation.project.name.clone(),
        };
        let title = t!("case.prior.ask-year", name = file.submission.indicators[indicator].name()).into_owned();
        let items = file.priors.iter().map(item).collect();
        common.popup(Popup::Choice(Choice::new(Purpose::MatchYear, title, items, 0)));
        self.choosing = Some(Choosing::Year(matching));
    }

    fn ask_earlier(&mut self, matching: Matching, id: EvaluationId, common: &mut Common) {
        let Some(file) = self.file.as_deref() else { return };
        let Some(place) = file.priors.iter().position(|prior| prior.id == id) else { return };
        let (prior, twins) = (&file.priors[place], &self.chart.twins[place]);
        let Some(indicator) = file.submission.indicators.get(matching.indicator) else { return };
        let said = file.matches.iter().find(|one| {
            one.evaluation == id && usize::try_from(one.indicator).is_ok_and(|number| number == matching.indicator)
        });
        let mut said_of = vec![SaidMatch::Nothing];
        let mut items = vec![item("case.prior.nothing", said.is_some_and(|one| one.earlier.is_none()))];
        if said.is_some() {
            said_of.push(SaidMatch::Unsaid);
            items.push(item("case.prior.unsaid", false));
        }
        let first = items.len();
        for (earlier, one) in prior.evaluation.indicators.iter().enumerate() {
            let of = twins.iter().position(|twin| twin.is_some_and(|twin| twin.place == earlier));
            said_of.push(SaidMatch::Earlier(u32::try_from(earlier).unwrap_or(u32::MAX)));
            items.push(Item { title: earlier_title(earlier, one), detail: owner(of, matching.indicator) });
        }
        let cursor = twins[matching.indicator].map_or(0, |twin| first + twin.place);
        let year = prior.evaluation.year.unwrap_or_default();
        let title = t!("case.prior.ask-earlier", name = indicator.name(), year = year).into_owned();
        common.popup(Popup::Choice(Choice::new(Purpose::Match, title, items, cursor)));
        self.choosing = Some(Choosing::Earlier(matching, id, said_of));
    }

    /// Asks for the evaluations of the unit, to choose the target's among them.
    pub(super) fn ask_priors(&mut self, common: &mut Common) {
        self.choosing = Some(Choosing::Asked(common.read(Ask::Evaluations(self.target))));
    }

    /// Shows the evaluations of the unit, if they are the answer that was asked for.
    pub(super) fn take_evaluations(&mut self, ticket: u64, all: &[UnitEvaluation], common: &mut Common) {
        if !matches!(self.choosing, Some(Choosing::Asked(asked)) if asked == ticket) {
            return;
        }
        if all.is_empty() {
            self.choosing = None;
            return common.tell(t!("case.prior.no-evaluations"));
        }
        let items = all.iter().map(|one| Item { title: unit_evaluation_title(one), detail: belonging(one.reason) });
        let title = t!("case.prior.ask-evaluations").into_owned();
        common.popup(Popup::Choice(Choice::new(Purpose::Priors, title, items.collect(), 0)));
        self.choosing = Some(Choosing::Evaluations(all.to_vec()));
    }

    /// Takes what was chosen.
    pub(super) fn chosen(&mut self, place: usize, common: &mut Common) {
        match self.choosing.take() {
            Some(Choosing::Year(matching)) => {
                let id = self.file.as_deref().and_then(|file| file.priors.get(place)).map(|prior| prior.id);
                if let Some(id) = id {
                    self.ask_earlier(matching, id, common);
                }
            }
            Some(Choosing::Earlier(matching, evaluation, said)) => {
                let (Some(&said), Ok(indicator)) = (said.get(place), u32::try_from(matching.indicator)) else { return };
                let round = matching.round;
                let command = Command::MatchPrior { target: self.target, round, indicator, evaluation, said };
                let done = match said {
                    SaidMatch::Earlier(_) => "case.done.match",
                    SaidMatch::Nothing => "case.done.match-nothing",
                    SaidMatch::Unsaid => "case.done.match-unsaid",
                };
                self.wish_at(command, &t!(done), self.row().map(|row| row.pair), common);
            }
            Some(Choosing::Evaluations(all)) => {
                let Some(one) = all.get(place) else { return };
                let belongs = !one.reason.is_some_and(PriorReason::holds);
                let command = Command::SetPrior { target: self.target, evaluation: one.id, belongs: Some(belongs) };
                let key = if belongs { "case.done.prior" } else { "case.done.no-prior" };
                let done = t!(key, what = unit_evaluation_title(one));
                self.wish_at(command, &done, self.row().map(|row| row.pair), common);
            }
            Some(Choosing::Asked(_)) | None => {}
        }
    }
}

fn item(key: &str, here: bool) -> Item {
    let detail = if here { t!("case.prior.here").into_owned() } else { String::new() };
    Item { title: t!(key).into_owned(), detail }
}

/// To which of this year's indicators an earlier one belongs now.
fn owner(of: Option<usize>, selected: usize) -> String {
    match of {
        Some(place) if place == selected => t!("case.prior.here").into_owned(),
        Some(place) => t!("case.prior.of-indicator", number = place + 1).into_owned(),
        None => String::new(),
    }
}

fn earlier_title(place: usize, one: &EvaluationIndicator) -> String {
    let asked = Indicator { sign: one.sign, value: one.target.clone(), unit: one.unit.clone(), ..Indicator::default() };
    let (name, actual) = (one.l3.as_deref().unwrap_or_default(), one.actual.as_deref().unwrap_or("-"));
    t!("case.prior.earlier", number = place + 1, name = name, target = asked.measure_text(), actual = actual)
        .into_owned()
}

fn evaluation_title(prior: &PriorEvaluation) -> String {
    let evaluation = &prior.evaluation;
    let kind = t!(format!("evaluation.{}", evaluation.kind.id()));
    let score = evaluation.score.as_deref().unwrap_or("-");
    t!("case.prior.evaluation", year = evaluation.year.unwrap_or_default(), kind = kind, score = score).into_owned()
}

fn unit_evaluation_title(one: &UnitEvaluation) -> String {
    let kind = t!(format!("evaluation.{}", one.kind.id()));
    t!("case.prior.unit-evaluation", year = one.year, kind = kind, project = one.project).into_owned()
}

/// Why an evaluation is the target's, or that it is not.
fn belonging(reason: Option<PriorReason>) -> String {
    let Some(reason) = reason else { return t!("prior-reason.none").into_owned() };
    t!(format!("prior-reason.{}", reason.id()), likeness = reason.likeness().unwrap_or(0)).into_owned()
}
