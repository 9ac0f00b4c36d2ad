//! What a letter tells a unit of a target: the opinions of the round that was fed back, as points, what the checks found in that
//! round beside them, and what became of it.
//!
//! Owns the choice among opinions and findings. Whether a unit may read one at all is `domain::access`'s.

use rust_i18n::t;

use super::point::Point;
use super::{Letter, Matter};
use crate::domain::access::{self, Sight};
use crate::domain::check::Finding;
use crate::domain::command::Verdict;
use crate::domain::grade::Grade;
use crate::domain::people::Role;
use crate::domain::procedure::Procedure;
use crate::domain::target::State;
use crate::domain::view::{CaseFile, ReviewRow};

/// States in which there is something to tell a unit.
pub const TOLD: [State; 3] = [State::Returned, State::Negotiating, State::Excluded];

/// The letters about some targets, one a unit, in the order in which the units come; targets without feedback are left out.
pub fn letters(cases: impl IntoIterator<Item = CaseFile>, procedure: &Procedure) -> Vec<Letter> {
    let mut all: Vec<(crate::domain::ids::UnitId, Letter)> = Vec::new();
    for case in cases {
        let Some(matter) = matter(&case, procedure) else { continue };
        let year = case.target.year;
        match all.iter_mut().find(|(unit, letter)| *unit == case.unit.id && letter.year == year) {
            Some((_, letter)) => letter.matters.push(matter),
            None => {
                let letter = Letter { unit: case.unit.name, year, desk: case.unit.desk, matters: vec![matter] };
                all.push((case.unit.id, letter));
            }
        }
    }
    all.into_iter().map(|(_, letter)| letter).collect()
}

fn matter(case: &CaseFile, procedure: &Procedure) -> Option<Matter> {
    let standing = &case.target.standing;
    if !TOLD.contains(&standing.state) {
        return None;
    }
    let told = told(case, procedure);
    let mut points = points(case, procedure, &told);
    points.extend(found(case, &told));
    let decided = told.iter().rev().find(|review| is_deciding(review));
    Some(Matter {
        project: case.target.project.name.clone(),
        code: case.target.project.code.clone(),
        amount: case.submission.amount,
        grade: decided.and_then(|review| review.grade),
        outcome: t!(format!("out.notice.{}", standing.state.id())).into_owned(),
        due: standing.due,
        points,
    })
}

const fn is_deciding(review: &ReviewRow) -> bool {
    matches!(review.verdict, Verdict::Return | Verdict::Decide)
}

/// The bureau's reviews of the newest round that was fed back, as far as the unit may read them.
fn told<'a>(case: &'a CaseFile, procedure: &Procedure) -> Vec<&'a ReviewRow> {
    let sight = Sight::Units(vec![case.unit.id]);
    let readable = |review: &&ReviewRow| {
        let role = procedure.stage(&review.stage).map(|stage| stage.role);
        let bureau = role != Some(Role::Department);
        !review.undone && bureau && access::reads_opinion(&sight, role, review.round, &case.target.standing)
    };
    let all: Vec<_> = case.reviews.iter().filter(readable).collect();
    let newest = all.iter().filter(|review| is_deciding(review)).map(|review| review.round).max();
    all.into_iter().filter(|review| Some(review.round) == newest).collect()
}

/// The points: first all of who sent it back or decided, then of others those that ask for a change.
fn points(case: &CaseFile, procedure: &Procedure, told: &[&ReviewRow]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    let (first, rest): (Vec<&ReviewRow>, Vec<&ReviewRow>) = told.iter().partition(|review| is_deciding(review));
    for review in first.into_iter().chain(rest) {
        let basis = basis(review, told, procedure);
        let of = Point::all(&review.opinion, &case.items, &case.submission.indicators, &basis);
        for point in of.into_iter().filter(|point| is_deciding(review) || !point.change.is_empty()) {
            if !points.iter().any(|other| other.problem == point.problem) {
                points.push(point);
            }
        }
    }
    points
}

/// The open errors and warnings on the round that was fed back, except those that an opinion names already. An amended form is
/// checked anew, and what was found in it is no part of the letter about the former.
fn found(case: &CaseFile, told: &[&ReviewRow]) -> Vec<Point> {
    if told.iter().any(|review| review.round != case.target.standing.round) {
        return Vec::new();
    }
    let said = |finding: &Finding| told.iter().any(|review| Point::names(&review.opinion, finding));
    let open = case.open_findings().filter(|finding| !said(finding));
    open.map(|finding| Point::of_finding(finding, &case.submission.indicators)).collect()
}

/// On what a review rests: the criteria that it graded 中 or 差, else those of the round, else the rule of the grades.
fn basis(review: &ReviewRow, told: &[&ReviewRow], procedure: &Procedure) -> String {
    let own = weak(&[review], procedure);
    let named = if own.is_empty() { weak(told, procedure) } else { own };
    if named.is_empty() { procedure.sources.first().cloned().unwrap_or_default() } else { named.join("、") }
}

/// The criteria that some reviews graded 中 or 差, each with the worst of its grades.
fn weak(reviews: &[&ReviewRow], procedure: &Procedure) -> Vec<String> {
    let worst = |place: usize| reviews.iter().filter_map(|review| review.criteria.get(place)).max();
    let graded =
        procedure.criteria.iter().enumerate().filter_map(|(place, criterion)| Some((criterion, worst(place)?)));
    let weak = graded.filter(|(_, grade)| matches!(grade, Grade::Fair | Grade::Poor));
    weak.map(|(criterion, grade)| t!("out.notice.criterion", name = criterion.name.local(), grade = grade).into_owned())
        .collect()
}
