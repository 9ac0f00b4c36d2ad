//! What is wanted out of the file: which document, of which targets, in which kind of file.
//!
//! Owns the wish only. What a document looks like is `exchange`'s, what a viewer may read `access`'s.

use super::ids::{AssessmentId, TargetId};
use super::preparation::Scope;
use super::query::Query;
use super::view::{Sort, Tab};

/// A document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Document {
    /// The targets as a list (清单).
    List,
    /// Their forms (绩效目标申报表), which the importer reads again.
    Targets,
    /// Their review forms (审核表), a sheet a target.
    Review,
    /// Letters to the units about what is to be amended (反馈意见).
    Notice,
    /// A blank form for a unit, with its projects.
    Blank,
    /// What is still to come for a year (编报情况表).
    Preparation,
    /// Reminders of it, to be sent to the units (催报通知).
    Reminder,
    /// What a supervising department sums up of its units (汇总表).
    Summary,
    /// The report of a pre-assessment (事前绩效评估报告).
    Assessment,
    /// The form of a unit's own assessment (事前绩效评估自评表), which the importer reads again.
    AssessmentForm,
    /// A desk's score sheet (事前绩效评估评分表), which the importer reads again.
    ScoreSheet,
    /// The report of a self-evaluation (绩效自评报告).
    Evaluation,
    /// The annual work report (年度工作报告).
    Year,
}

impl Document {
    /// The documents of targets that a query finds, and of a unit.
    pub const OF_TARGETS: [Self; 5] = [Self::List, Self::Targets, Self::Review, Self::Notice, Self::Blank];
    /// The documents of a year's preparation.
    pub const OF_PREPARATION: [Self; 3] = [Self::Preparation, Self::Reminder, Self::Summary];
    /// The documents of a pre-assessment.
    pub const OF_ASSESSMENT: [Self; 3] = [Self::Assessment, Self::AssessmentForm, Self::ScoreSheet];

    /// The stable id on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Targets => "targets",
            Self::Review => "review",
            Self::Notice => "notice",
            Self::Blank => "blank",
            Self::Preparation => "preparation",
            Self::Reminder => "reminder",
            Self::Summary => "summary",
            Self::Assessment => "assessment",
            Self::AssessmentForm => "assessment-form",
            Self::ScoreSheet => "score-sheet",
            Self::Evaluation => "evaluation",
            Self::Year => "year",
        }
    }

    /// The document of targets with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::OF_TARGETS.into_iter().find(|document| document.id() == id)
    }

    /// The kinds of files in which it is given out, the usual one first.
    pub const fn formats(self) -> &'static [Format] {
        match self {
            Self::List => &[Format::Xlsx, Format::Csv, Format::Json, Format::Markdown],
            Self::Targets | Self::Review | Self::Blank | Self::AssessmentForm | Self::ScoreSheet => &[Format::Xlsx],
            Self::Notice | Self::Assessment | Self::Evaluation => &[Format::Docx],
            Self::Year => &[Format::Docx, Format::Markdown, Format::Json],
            Self::Preparation | Self::Summary => &[Format::Xlsx, Format::Docx, Format::Markdown],
            Self::Reminder => &[Format::Docx, Format::Xlsx, Format::Markdown],
        }
    }
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
    /// A Markdown table.
    Markdown,
    /// A Word document.
    Docx,
}

impl Format {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Xlsx, Self::Csv, Self::Json, Self::Markdown, Self::Docx];

    /// The stable id, which is also the ending of files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Docx => "docx",
        }
    }

    /// The kind with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id().eq_ignore_ascii_case(id))
    }

    /// The kind that a file's name ends with.
    pub fn of_name(name: &str) -> Option<Self> {
        name.rsplit_once('.').and_then(|(_, ending)| Self::of_id(ending))
    }
}

/// Which targets.
#[derive(Debug, Clone, PartialEq)]
pub enum Which {
    /// What a query finds, in an order, at most so many.
    Found {
        /// The filter.
        filter: Option<Query>,
        /// The order.
        sort: Sort,
        /// At most so many.
        limit: Option<u64>,
    },
    /// What a tab of the queue shows, in its order.
    Queue {
        /// Budget year.
        year: i32,
        /// The tab.
        tab: Tab,
        /// The filter.
        filter: Option<Query>,
        /// The order.
        sort: Sort,
    },
    /// These, in this order.
    These(Vec<TargetId>),
    /// No targets, but how far a year's preparation is.
    Prepared(i32, Scope),
    /// A pre-assessment.
    Assessment(AssessmentId),
    /// The pre-assessments of a year: forms of what has to be assessed, score sheets of what is being reviewed.
    Assessments(i32),
    /// No targets, but what the file says of a year.
    Year(i32),
}

/// A wish for a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// Which document.
    pub document: Document,
    /// Of which targets.
    pub which: Which,
    /// The unit of a blank form, by code or name; of forms of pre-assessments only that unit's.
    pub unit: Option<String>,
    /// The kind of file; told by the name, else the document's usual one.
    pub format: Option<Format>,
    /// The file; `-` is the standard output. For letters also a folder, which ends with `/` or is there: a file a unit.
    pub to: String,
    /// Whether a file of this name may be replaced.
    pub replace: bool,
}

impl Export {
    /// The kind of file that is meant; `None` when the document is not given out in it. To the standard output a list
    /// goes as JSON.
    pub fn kind(&self) -> Option<Format> {
        let formats = self.document.formats();
        let piped = || (self.to == STANDARD && formats.contains(&Format::Json)).then_some(Format::Json);
        let told = self.format.or_else(piped).or_else(|| Format::of_name(&self.to));
        let usual = || formats.first().copied().filter(|_| !has_ending(&self.to));
        told.or_else(usual).filter(|format| formats.contains(format))
    }
}

/// Whether a file's name ends like one that says what kind it is: a workbook that is called `.xls` opens with a warning, or not at all.
fn has_ending(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let begins = ending.starts_with(|first: char| first.is_ascii_alphabetic());
    begins && ending.len() <= 5 && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// What was given out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The targets in it.
    pub targets: u64,
    /// The files, in their order; none when it went to the standard output.
    pub files: Vec<String>,
}

/// Why nothing was given out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// A file of this path is there, and it was not said that it may be replaced.
    Exists(String),
    /// Anything else, in words.
    Other(String),
}

/// The name that stands for the standard output.
pub const STANDARD: &str = "-";

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(document: Document, to: &str, format: Option<Format>) -> Option<Format> {
        let which = Which::These(Vec::new());
        Export { document, which, unit: None, format, to: to.to_owned(), replace: false }.kind()
    }

    #[test]
    fn the_kind_is_told_by_name_or_by_wish() {
        assert_eq!(kind(Document::List, "a.CSV", None), Some(Format::Csv));
        assert_eq!(kind(Document::List, "a.csv", Some(Format::Json)), Some(Format::Json));
        assert_eq!(kind(Document::List, "清单", None), Some(Format::Xlsx));
        assert_eq!(kind(Document::List, "清单2024.1", None), Some(Format::Xlsx));
        assert_eq!(kind(Document::List, "清单.xls", None), None, "it would be another kind than it says");
        assert_eq!(kind(Document::List, "a.b/清单", None), Some(Format::Xlsx));
        assert_eq!(kind(Document::List, "-", None), Some(Format::Json));
        assert_eq!(kind(Document::Targets, "-", None), Some(Format::Xlsx));
        assert_eq!(kind(Document::Targets, "a.csv", None), None, "forms are workbooks");
    }
}
