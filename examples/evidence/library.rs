//! What the program says of a form: the one place that names its rules.

use huishen::domain::correspondence::suggest;
use huishen::domain::target::Submission;

use super::folder::Folder;

/// A suggested link.
pub struct Suggested {
    /// The item, from 0.
    pub objective: u32,
    /// The indicator, from 0.
    pub indicator: u32,
    /// Points of 100.
    pub confidence: u8,
    /// Whether the screens show it as certain.
    pub certain: bool,
}

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
pub fn links(submission: &Submission) -> Option<Vec<Suggested>> {
    let links = suggest(&submission.items(), &submission.indicators).into_iter().map(|link| Suggested {
        objective: link.objective,
        indicator: link.indicator,
        confidence: link.confidence,
        certain: link.is_certain(),
    });
    Some(links.collect())
}

/// The findings on a target or evaluation of a file, with the rest of its file beside it; nothing while the program has no checks.
///
/// # Errors
/// The file or project cannot be read.
pub fn findings(folder: &Folder, file: &str, project: &str) -> Result<Option<Vec<Found>>, String> {
    if folder.target(file, project).is_err() {
        folder.evaluation(file, project)?;
    }
    Ok(None)
}
