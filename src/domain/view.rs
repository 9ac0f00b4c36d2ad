//! What a person reads: the shapes in which the store answers and the screens draw.
//!
//! Owns shapes only. The store fills them (each read takes the viewer), the app keeps them, the ui draws them.

use rust_decimal::Decimal;

use super::check::{self, Evaluated, Finding, Recorded, Report, Waiver};
use super::evaluation::{Evaluation, EvaluationKind, PriorMatch, PriorReason};
use super::execution::view::Execution;
use super::facts::Entry;
use super::grade::Grade;
use super::handin::Severity;
use super::ids::{EvaluationId, Seq, TargetId};
use super::known::Known;
use super::money::Money;
use super::people::Unit;
use super::prior::{Pin, Twin, twins};
use super::query::Query;
use super::revision::Point;
use super::target::{Link, Standing, State, Submission, Target};
use super::time::Instant;

/// A tab of the queue.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Tab {
    /// 轮到我: what waits for the viewer.
    Mine,
    /// Pending at a stage, by its id.
    Stage(String),
    /// In one of some states (returned; negotiating and ruling; finished; draft).
    States(Vec<State>),
    /// Everything of the year.
    All,
}

/// How a queue is sorted. Ties are broken by the target's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// Waiting longest first.
    #[default]
    Waiting,
    /// Largest amount first.
    Amount,
    /// By unit, then project code.
    Unit,
    /// By number: the order of arrival.
    Number,
}

/// Which part of a queue is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Window {
    /// From the beginning.
    First,
    /// The last rows.
    Last,
    /// Rows around a target, which stays in sight; from the beginning when it is not in the queue any more.
    Around(TargetId),
    /// Rows after a row known to the asker.
    After(TargetId),
    /// Rows before a row known to the asker.
    Before(TargetId),
}

/// A question for a queue.
#[derive(Debug, Clone, PartialEq)]
pub struct QueueAsk {
    /// Budget year.
    pub year: i32,
    /// The tab.
    pub tab: Tab,
    /// The filter.
    pub filter: Option<Query>,
    /// The order.
    pub sort: Sort,
    /// The part.
    pub window: Window,
    /// At most so many rows.
    pub limit: u32,
}

/// A part of a queue, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QueuePage {
    /// The rows.
    pub rows: Vec<QueueRow>,
    /// Place of the first row in the whole queue, from 0; `None` for rows after or before a row of which the asker knows the place.
    pub offset: Option<u64>,
}

/// One row of a queue.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct QueueRow {
    /// The target.
    pub id: TargetId,
    /// Its version.
    pub version: u32,
    /// Budget year.
    pub year: i32,
    /// The project's code, if any.
    pub code: Option<String>,
    /// The project's name.
    pub project: String,
    /// The unit.
    pub unit: Unit,
    /// The category, if stated.
    pub category: Option<String>,
    /// The year's amount, if stated.
    pub amount: Option<Money>,
    /// Where it stands.
    pub standing: Standing,
    /// Items of the objective without an indicator.
    pub uncovered: u32,
    /// Indicators that answer to no item.
    pub orphans: u32,
    /// Findings (预警) that stand.
    pub findings: u32,
    /// Score (points) and grade of the newest earlier evaluation.
    pub prior_score: Option<String>,
}

/// A count with its money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Targets.
    pub count: u64,
    /// Their amounts.
    pub amount: Money,
}

/// Counts of all tabs, in the order asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tallies(pub Vec<(Tab, Tally)>);

/// Everything about a target that the case file shows.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFile {
    /// The target.
    pub target: Target,
    /// Its unit.
    pub unit: Unit,
    /// The newest submission.
    pub submission: Submission,
    /// The objective's items.
    pub items: Vec<String>,
    /// Links of the newest round, by item and indicator.
    pub links: Vec<Link>,
    /// Evaluations of earlier years that are the target's, newest first.
    pub priors: Vec<PriorEvaluation>,
    /// What became of it once it was approved: monitoring and evaluation.
    pub execution: Execution,
    /// What people said of this round's indicators and earlier evaluations.
    pub matches: Vec<PriorMatch>,
    /// What the checks found in the newest submission, and what they could not check.
    pub checked: Recorded,
    /// Findings that somebody let stand, as far as the viewer may know.
    pub waivers: Vec<Waiver>,
    /// The round with which the newest is compared; none for a first round.
    pub former: Option<Former>,
    /// Opinions that the viewer may read, oldest first.
    pub reviews: Vec<ReviewRow>,
    /// What was said of whether earlier opinions are answered, as far as the viewer may read it.
    pub points: Vec<Point>,
    /// The target's rows of the journal, oldest first, without what the viewer may not read.
    pub history: Vec<Entry>,
    /// The twins, once somebody asked for them.
    pub twinned: Known<Vec<Vec<Option<Twin>>>>,
}

impl CaseFile {
    /// For each earlier evaluation the twin of each of this round's indicators: where people said something, that.
    pub fn twins(&self) -> &[Vec<Option<Twin>>] {
        let of = |prior: &PriorEvaluation| {
            let said = self.matches.iter().filter(|matched| matched.evaluation == prior.id);
            let pins: Vec<Pin> = said.map(Pin::of).collect();
            twins(&self.submission.indicators, &prior.evaluation.indicators, &pins)
        };
        self.twinned.get(|| self.priors.iter().map(of).collect())
    }

    /// Takes over from the file as it was read before what is dear to work out, as far as it is the same still.
    #[must_use]
    pub fn after(mut self, former: &Self) -> Self {
        let same = self.submission.indicators == former.submission.indicators
            && self.priors == former.priors
            && self.matches == former.matches;
        if same {
            self.twinned = former.twinned.clone();
        }
        self
    }

    /// The errors and warnings that nobody let stand, the gravest first.
    pub fn open_findings(&self) -> impl Iterator<Item = &Finding> {
        let findings = self.checked.report.findings.iter();
        findings.filter(|finding| finding.severity != Severity::Hint && self.waiver(finding).is_none())
    }

    /// The waiver of a finding, if somebody let it stand.
    pub fn waiver(&self, finding: &Finding) -> Option<&Waiver> {
        self.waivers.iter().find(|waiver| waiver.key == finding.key)
    }

    /// What was said of earlier rounds and not undone, by its place among the reviews, with whether it is answered.
    pub fn earlier_points(&self) -> impl Iterator<Item = (usize, &ReviewRow, Option<&Point>)> {
        let newest = self.target.standing.round;
        let earlier = move |review: &ReviewRow| review.round < newest && !review.undone && !review.opinion.is_empty();
        let reviews = self.reviews.iter().enumerate().filter(move |(_, review)| earlier(review));
        reviews.map(|(place, review)| (place, review, self.points.iter().find(|point| point.review == review.seq)))
    }
}

/// A former round of a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// Its number.
    pub round: u32,
    /// What was handed in.
    pub submission: Submission,
    /// Its links, by item and indicator.
    pub links: Vec<Link>,
}

/// The newest round about which somebody gave an opinion that stands.
pub fn last_opinion(reviews: &[ReviewRow], person: &str) -> Option<u32> {
    let own = |review: &&ReviewRow| !review.undone && review.on_behalf.as_deref().unwrap_or(&review.by) == person;
    reviews.iter().filter(own).map(|review| review.round).max()
}

/// The round with which the newest is compared for a person: that of the person's last opinion, else the one before.
pub fn compared(reviews: &[ReviewRow], person: &str, newest: u32) -> Option<u32> {
    let before = newest.checked_sub(1).filter(|round| *round > 0)?;
    Some(last_opinion(reviews, person).filter(|round| *round < newest).unwrap_or(before))
}

/// An evaluation of a target's unit in the three years before, from which people choose the target's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitEvaluation {
    /// Its number.
    pub id: EvaluationId,
    /// The year.
    pub year: i32,
    /// Who evaluated.
    pub kind: EvaluationKind,
    /// The project's name.
    pub project: String,
    /// The score (points), as written.
    pub score: Option<String>,
    /// What is said of it and the target.
    pub reason: Option<PriorReason>,
}

/// An evaluation of an earlier year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriorEvaluation {
    /// Its number.
    pub id: EvaluationId,
    /// Why it is this target's.
    pub reason: PriorReason,
    /// Its contents.
    pub evaluation: Evaluation,
    /// What the checks say of it.
    pub report: Report,
}

impl PriorEvaluation {
    /// An evaluation with what the checks say of it. `approved` is the target that was approved for its year, where the file knows one.
    pub fn checked(
        id: EvaluationId,
        reason: PriorReason,
        evaluation: Evaluation,
        approved: Option<&Submission>,
    ) -> Self {
        let report = check::evaluation(&Evaluated::new(&evaluation, approved));
        Self { id, reason, evaluation, report }
    }
}

/// A given opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRow {
    /// Its row in the journal.
    pub seq: Seq,
    /// The round.
    pub round: u32,
    /// The stage's id, or the state's for acts outside the stages.
    pub stage: String,
    /// Who gave it.
    pub by: String,
    /// For whom it was entered.
    pub on_behalf: Option<String>,
    /// When.
    pub at: Instant,
    /// The grade.
    pub grade: Option<Grade>,
    /// The criteria's grades.
    pub criteria: Vec<Grade>,
    /// The criteria's points, of a key project.
    pub points: Vec<Decimal>,
    /// The rule's suggestion.
    pub suggested: Option<Grade>,
    /// What became of the target.
    pub verdict: super::command::Verdict,
    /// The opinion.
    pub opinion: String,
    /// Why the grade is not the rule's.
    pub reason: String,
    /// Whether it was undone.
    pub undone: bool,
}

/// A form's unsent text, kept for its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The target.
    pub target: TargetId,
    /// Which form: `review`, `amend`, ….
    pub form: String,
    /// The contents, as the form wrote them (JSON).
    pub body: String,
    /// When it was saved last.
    pub at: Instant,
}
