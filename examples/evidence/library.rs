//! What the program says of a form: the one place that names its rules.

use huishen::domain::check::subject::{Sibling, block};
use huishen::domain::check::{self, Evaluated, Report, Subject, sentence};
use huishen::domain::correspondence;
use huishen::domain::evaluation::Evaluation;
use huishen::domain::handin::HandedTarget;
use huishen::domain::ids::UnitId;
use huishen::domain::library::Library;
use huishen::domain::prior::{belonging, likest};
use huishen::domain::target::{Indicator, Link, Submission};
use huishen::domain::text::name_key;

use super::folder::Folder;

/// A finding.
pub struct Found {
    /// The check's id.
    pub id: String,
    /// The item, from 0.
    pub objective: Option<u32>,
    /// The indicator, from 0.
    pub indicator: Option<u32>,
    /// Its words.
    pub message: String,
}

/// The links suggested for a submission.
pub fn links(submission: &Submission) -> Vec<Link> {
    let library = Library::bundled();
    let names = |one: &Indicator| library.as_ref().map_or_else(|_| Vec::new(), |library| library.synonyms(one.name()));
    let names: Vec<_> = submission.indicators.iter().map(names).collect();
    correspondence::suggest(&submission.items(), &submission.indicators, &names)
}

/// The findings on a target or evaluation of a file, with the rest of its file beside it.
///
/// # Errors
/// The file or project cannot be read.
pub fn findings(folder: &Folder, file: &str, project: &str) -> Result<Vec<Found>, String> {
    match folder.target(file, project) {
        Ok(target) => Ok(of_target(folder, file, target, None)),
        Err(_) => folder.evaluation(file, project).map(|evaluation| of_evaluation(folder, evaluation)),
    }
}

/// The findings on a target, beside an earlier evaluation if there is one.
pub fn of_target(folder: &Folder, file: &str, target: &HandedTarget, earlier: Option<&Evaluation>) -> Vec<Found> {
    let links = links(&target.submission);
    let others = folder.form(file).map(|form| form.targets.as_slice()).unwrap_or_default();
    let others = others.iter().filter(|one| one.unit == target.unit && one.project != target.project);
    let sibling =
        |one: &HandedTarget| Sibling { project: one.project.name.clone(), block: block(&one.submission.indicators) };
    let siblings: Vec<Sibling> = others.map(sibling).collect();
    let subject = Subject::new(target.year, target.category.as_deref(), &target.project, &target.submission);
    told(&check::target(&subject.linked(&links).beside(&siblings).after(earlier)))
}

fn of_evaluation(folder: &Folder, evaluation: &Evaluation) -> Vec<Found> {
    let of_year =
        folder.targets().filter(|(_, target)| target.year == evaluation.year && same_unit(target, evaluation));
    let of_year: Vec<&HandedTarget> = of_year.map(|(_, target)| target).collect();
    let unit = UnitId(1);
    let same = |target: &&&HandedTarget| belonging((unit, &target.project), (unit, &evaluation.project)).is_some();
    let named = of_year.iter().find(same).copied();
    let alike = || {
        let names = of_year.iter().enumerate().map(|(at, target)| (at, target.project.name.as_str()));
        likest(&evaluation.project.name, names).map(|(at, _)| of_year[at])
    };
    let approved = named.or_else(alike).map(|target| &target.submission);
    told(&check::evaluation(&Evaluated::new(evaluation, approved)))
}

fn same_unit(target: &HandedTarget, evaluation: &Evaluation) -> bool {
    name_key(&target.unit.name) == name_key(&evaluation.unit.name)
}

fn told(report: &Report) -> Vec<Found> {
    let found = |finding: &check::Finding| Found {
        id: finding.id.clone(),
        objective: finding.place.item(),
        indicator: finding.place.indicator(),
        message: sentence::message(finding),
    };
    report.findings.iter().map(found).collect()
}
