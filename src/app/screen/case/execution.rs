//! The tab 执行: the periods of monitoring, the evaluations through the years and the filling warnings of a target, and what is done from it: filling in,
//! evaluating, the desk's review, disposal and putting right.

use rust_i18n::t;

use super::{Case, Tab};
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::form::Form;
use crate::app::form::kind::Kind;
use crate::app::popup::{Choice, Item, Popup, Prompt, Purpose};
use crate::app::reason::Reason;
use crate::app::screen::Screen;
use crate::domain::access::{DISPOSES, EVALUATES, JUDGES, MONITORS, RE_EVALUATES, may_as};
use crate::domain::command::Command;
use crate::domain::evaluation::EvaluationKind;
use crate::domain::execution::record::{Disposal, Filled, Warning};
use crate::domain::execution::refusal::ExecutionRefusal;
use crate::domain::execution::rule::{self, Period};
use crate::domain::execution::view::EvaluationRow;
use crate::domain::execution::wish::ExecutionWish;
use crate::domain::execution::words;
use crate::domain::ids::{EvaluationId, TargetId};
use crate::domain::refusal::Refusal;
use crate::domain::register::field::day;
use crate::domain::view::CaseFile;
use jiff::civil::Date;

/// A row of the tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExecutionRow<'a> {
    /// A period of monitoring, with its form if it was filled in.
    Period(&'static Period, Option<&'a Filled>),
    /// The unit's own evaluation of the target's year, which is still missing.
    Missing,
    /// An evaluation.
    Evaluation(&'a EvaluationRow),
    /// A filling warning.
    Warning(&'a Warning),
}

/// The rows of the tab: what an approved target asks for, and what there is.
pub fn execution_rows(file: &CaseFile) -> Vec<ExecutionRow<'_>> {
    let execution = &file.execution;
    let mut rows = Vec::new();
    if file.target.standing.state.is_approved() {
        let periods = rule::periods(&file.target.project.name).iter();
        rows.extend(periods.map(|period| ExecutionRow::Period(period, execution.of_period(&period.id))));
        if execution.evaluation(file.target.year, EvaluationKind::Own).is_none() {
            rows.push(ExecutionRow::Missing);
        }
    }
    rows.extend(execution.evaluations.iter().map(ExecutionRow::Evaluation));
    rows.extend(execution.warnings.iter().map(ExecutionRow::Warning));
    rows
}

/// What is being said of the execution, while a popup asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Saying {
    /// Whether an evaluation is reviewed or returned.
    Judging(EvaluationId),
    /// Why an evaluation is returned, or what is said to it.
    Judged(EvaluationId, bool),
    /// How a target goes on after a period.
    Disposing(&'static Period),
    /// Why.
    Disposed(&'static Period, Disposal),
    /// Until when it is to be put right.
    DisposedBy(&'static Period, Disposal, String),
    /// What was put right.
    Rectifying(&'static Period),
}

impl Case {
    fn execution_row<'a>(&self, file: &'a CaseFile) -> Option<ExecutionRow<'a>> {
        let place = Some(self.cursor()).filter(|_| self.tab == Tab::Execution)?;
        execution_rows(file).get(place).copied()
    }

    /// The period that is selected, else the first that is not filled in, else the first.
    fn period(&self, file: &CaseFile) -> Option<&'static Period> {
        if let Some(ExecutionRow::Period(period, _)) = self.execution_row(file) {
            return Some(period);
        }
        let periods = rule::periods(&file.target.project.name);
        periods.iter().find(|period| file.execution.of_period(&period.id).is_none()).or_else(|| periods.first())
    }

    /// The evaluation that is selected, else the unit's own of the target's year.
    fn evaluation<'a>(&self, file: &'a CaseFile) -> Option<&'a EvaluationRow> {
        match self.execution_row(file) {
            Some(ExecutionRow::Evaluation(row)) => Some(row),
            _ => file.execution.evaluation(file.target.year, EvaluationKind::Own),
        }
    }

    pub(super) fn available_execution(&self, action: Action, file: &CaseFile, common: &Common) -> Result<(), Reason> {
        let (user, unit) = (&common.user, &file.unit);
        let refused = |refusal: ExecutionRefusal| Err(Reason::Refused(Refusal::Execution(refusal)));
        let (target, year) = (&file.target, file.target.year);
        let roles: &[_] = match action {
            Action::SelfEvaluate => &EVALUATES,
            Action::MonitorTarget => &MONITORS,
            Action::Rectify => &EVALUATES,
            Action::ReEvaluate => &RE_EVALUATES,
            Action::Judge => &JUDGES,
            _ => &DISPOSES,
        };
        may_as(user, roles, unit)?;
        if !target.standing.state.is_approved() && action != Action::Judge {
            return refused(ExecutionRefusal::NotApproved(target.project.name.clone(), target.standing.state));
        }
        let filled = || self.period(file).and_then(|period| file.execution.of_period(&period.id));
        match action {
            Action::SelfEvaluate | Action::ReEvaluate if file.execution.opening.is_none() => {
                refused(ExecutionRefusal::NotOpen(year))
            }
            Action::ReEvaluate if file.execution.evaluation(year, EvaluationKind::Own).is_none() => {
                refused(ExecutionRefusal::NoSelfEvaluation)
            }
            Action::Judge if self.evaluation(file).is_none() => Err(Reason::Refused(Refusal::NoSuchEvaluation)),
            Action::Dispose | Action::Rectify if filled().is_none() => {
                let name = self.period(file).map(|period| period.name().to_owned()).unwrap_or_default();
                refused(ExecutionRefusal::NotFilled(name))
            }
            Action::Rectify if filled().is_none_or(|filled| filled.disposed.is_none()) => {
                refused(ExecutionRefusal::NothingToRectify)
            }
            Action::MonitorTarget => {
                let early = self.period(file).filter(|period| common.now.today < period.end(year));
                early.map_or(Ok(()), |period| {
                    refused(ExecutionRefusal::FuturePeriod(period.name().to_owned(), period.end(year)))
                })
            }
            _ => Ok(()),
        }
    }

    /// Begins what can be done with the execution.
    pub(super) fn execute(&mut self, action: Action, common: &mut Common) {
        let Some(file) = self.file.as_deref() else { return };
        let period = self.period(file);
        let form = match action {
            Action::SelfEvaluate => Some(Kind::Evaluate),
            Action::ReEvaluate => Some(Kind::ReEvaluate),
            Action::MonitorTarget => period.map(Kind::Monitor),
            _ => None,
        };
        if let Some(kind) = form {
            let form = Form::execute(self.target, kind, common);
            return common.open(Screen::Form(Box::new(form)));
        }
        match (action, period) {
            (Action::Judge, _) => {
                let Some(row) = self.evaluation(file) else { return };
                let id = row.reported.id;
                let titles = ["execution.ask.accept", "execution.ask.return"];
                let title = t!("execution.ask.judge", project = row.evaluation.project.name, which = row.words());
                common.popup(choice(title.into_owned(), titles.map(|key| t!(key).into_owned()).to_vec()));
                self.saying = Some(Saying::Judging(id));
            }
            (Action::Dispose, Some(period)) => {
                let title = t!("execution.ask.dispose", period = period.name()).into_owned();
                common.popup(choice(title, Disposal::ALL.map(words::disposal).to_vec()));
                self.saying = Some(Saying::Disposing(period));
            }
            (Action::Rectify, Some(period)) => {
                prompt(&t!("execution.ask.rectify", period = period.name()), Need::Asked, common);
                self.saying = Some(Saying::Rectifying(period));
            }
            _ => {}
        }
    }

    /// Takes the answer that was chosen: what follows is asked for in words.
    pub(super) fn execution_chosen(&mut self, place: usize, common: &mut Common) {
        match self.saying.take() {
            Some(Saying::Judging(id)) => {
                self.saying = Some(Saying::Judged(id, place == 0));
                let (verdict, need) = match place {
                    0 => ("execution.ask.accept", Need::Free),
                    _ => ("execution.ask.return", Need::Asked),
                };
                prompt(&t!("execution.ask.opinion", verdict = t!(verdict)), need, common);
            }
            Some(Saying::Disposing(period)) => {
                let Some(disposal) = Disposal::ALL.get(place).copied() else { return };
                self.saying = Some(Saying::Disposed(period, disposal));
                let need = if disposal == Disposal::Continue { Need::Free } else { Need::Asked };
                prompt(&t!("execution.ask.opinion", verdict = words::disposal(disposal)), need, common);
            }
            other => self.saying = other,
        }
    }

    /// Takes the words that were asked for.
    pub(super) fn execution_said(&mut self, text: &str, common: &mut Common) {
        let (target, text) = (self.target, text.trim().to_owned());
        let Some(saying) = self.saying.clone() else { return };
        let needs = matches!(
            saying,
            Saying::Judged(_, false) | Saying::Disposed(_, Disposal::Adjust | Disposal::Cancel) | Saying::Rectifying(_)
        );
        if needs && text.is_empty() {
            return common.again(t!("queue.needs-reason").into_owned());
        }
        let (wish, done) = match saying {
            Saying::Judged(evaluation, accepted) => {
                (ExecutionWish::Judge { evaluation, accepted, opinion: text }, "execution.done.judge")
            }
            Saying::Disposed(period, Disposal::Continue) => {
                (dispose(target, period, Disposal::Continue, text, None), "execution.done.dispose")
            }
            Saying::Disposed(period, disposal) => {
                self.saying = Some(Saying::DisposedBy(period, disposal, text));
                return prompt(&t!("execution.ask.due"), Need::Free, common);
            }
            Saying::DisposedBy(period, disposal, opinion) => {
                let due = day(&text);
                if due.is_none() && !text.is_empty() {
                    return common.again(t!("execution.ask.no-day", text = text).into_owned());
                }
                (dispose(target, period, disposal, opinion, due), "execution.done.dispose")
            }
            Saying::Rectifying(period) => {
                (ExecutionWish::Rectify { target, period: period.id.clone(), text }, "execution.done.rectify")
            }
            Saying::Judging(_) | Saying::Disposing(_) => return,
        };
        self.wish_links(vec![Command::Execution(Box::new(wish))], &t!(done), None, common);
    }
}

fn dispose(target: TargetId, period: &Period, disposal: Disposal, opinion: String, due: Option<Date>) -> ExecutionWish {
    ExecutionWish::Dispose { target, period: period.id.clone(), disposal, opinion, due }
}

/// Whether what is asked for may be left blank.
#[derive(Clone, Copy)]
enum Need {
    Free,
    Asked,
}

fn prompt(title: &str, need: Need, common: &mut Common) {
    let note = match need {
        Need::Free => t!("execution.ask.free"),
        Need::Asked => t!("execution.ask.asked"),
    };
    common.popup(Popup::Prompt(Prompt::new(Purpose::Execution, title.to_owned(), vec![note.into_owned()])));
}

fn choice(title: String, titles: Vec<String>) -> Popup {
    let items = titles.into_iter().map(|title| Item { title, detail: String::new() }).collect();
    Popup::Choice(Choice::new(Purpose::Execution, title, items, 0))
}
