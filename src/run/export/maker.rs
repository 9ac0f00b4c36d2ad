//! A document being made, of one state of the file.
//!
//! Owns what each document is made of. Everything is read as its viewer may read it.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rust_i18n::t;

use super::{Failed, unfit, unwritten};
use crate::domain::evaluation::EvaluationKind;
use crate::domain::export::{Document, Export, Exported, Format, STANDARD, Which};
use crate::domain::handin::HandedTarget;
use crate::domain::ids::TargetId;
use crate::domain::people::{Unit, User};
use crate::domain::refusal::Refusal;
use crate::domain::report::compose;
use crate::domain::target::{ProjectName, UnitName};
use crate::domain::view::{CaseFile, QueueRow, Sort};
use crate::exchange::out::block::{Block, docx, markdown, xlsx};
use crate::exchange::out::file::Unwritten;
use crate::exchange::out::list::{self, Heading, List, XlsxList};
use crate::exchange::out::notice::{self, Letter};
use crate::exchange::out::provenance::Provenance;
use crate::exchange::out::report::{self, Kind};
use crate::exchange::out::review_form::ReviewForms;
use crate::exchange::out::targets::TargetForms;
use crate::exchange::out::{evaluation_report, file, preparation, safe};
use crate::run::report::facts_of;
use crate::store::Store;

/// Rows for projects on a blank form of a unit of which no project is known.
const UNKNOWN_PROJECTS: usize = 3;

/// A document being made, of one state of the file.
pub(super) struct Maker<'a> {
    pub(super) store: &'a Store,
    pub(super) viewer: &'a User,
    pub(super) wish: &'a Export,
    pub(super) provenance: Provenance,
}

impl Maker<'_> {
    pub(super) fn give(&self, format: Format, standard: &mut dyn Write) -> Result<Exported, Failed> {
        let mut targets = 0;
        if self.wish.to == STANDARD {
            if matches!(format, Format::Xlsx | Format::Docx) {
                let mut file = tempfile::tempfile()?;
                self.fill(&mut file, format, &mut targets)?;
                io::Seek::rewind(&mut file)?;
                io::copy(&mut file, standard)?;
            } else {
                self.text(standard, format, &mut targets)?;
            }
            return Ok(Exported { targets, files: Vec::new() });
        }
        let path = Path::new(&self.wish.to);
        if self.wish.document == Document::Notice && (self.wish.to.ends_with('/') || path.is_dir()) {
            return self.notices_into(path);
        }
        file::write(path, self.wish.replace, |file| self.fill(file, format, &mut targets))
            .map_err(|error| unwritten(path, error))?;
        Ok(Exported { targets, files: vec![self.wish.to.clone()] })
    }

    fn fill(&self, file: &mut File, format: Format, targets: &mut u64) -> Result<(), Failed> {
        match (self.wish.document, format) {
            (Document::List, Format::Xlsx) => self.rows(Box::new(XlsxList::new(file, &self.heading())?), targets),
            (Document::List, _) => {
                let mut out = io::BufWriter::new(file);
                self.text(&mut out, format, targets)
            }
            (Document::Targets, _) => self.target_forms(file, targets),
            (Document::Review, _) => self.review_forms(file, targets),
            (Document::Notice, _) => {
                let letters = self.letters()?;
                *targets = concerned(&letters);
                Ok(notice::write(file, &letters, self.store.now().today, &self.provenance)?)
            }
            (Document::Blank, _) => self.blank(file, targets),
            (Document::Assessment, _) => {
                *targets = 1;
                self.assessment(file)
            }
            (Document::AssessmentForm, _) => self.assessment_forms(file, targets),
            (Document::ScoreSheet, _) => self.score_sheets(file, targets),
            (Document::Evaluation, _) => {
                *targets = 1;
                self.evaluation(file)
            }
            (Document::Year, _) => {
                *targets = 1;
                self.year(file, format)
            }
            (Document::Preparation | Document::Reminder | Document::Summary, _) => {
                let (blocks, count) = self.prepared()?;
                *targets = count;
                let foot = self.provenance.line();
                let write = match format {
                    Format::Docx => docx::write,
                    Format::Xlsx => xlsx::write,
                    _ => markdown::write,
                };
                Ok(write(file, &blocks, &foot)?)
            }
        }
    }

    fn heading(&self) -> Heading<'_> {
        Heading { procedure: self.store.procedure(), now: self.store.now().at, provenance: &self.provenance }
    }

    fn text(&self, out: &mut dyn Write, format: Format, targets: &mut u64) -> Result<(), Failed> {
        if Document::OF_PREPARATION.contains(&self.wish.document) {
            let (blocks, count) = self.prepared()?;
            *targets = count;
            return Ok(out.write_all(markdown::text(&blocks, &self.provenance.line()).as_bytes())?);
        }
        let list = list::text(format, out, &self.heading())?.ok_or_else(|| Failed::Usage(unfit(self.wish)))?;
        self.rows(list, targets)
    }

    fn rows(&self, mut list: Box<dyn List + '_>, targets: &mut u64) -> Result<(), Failed> {
        self.each(&mut |row| {
            *targets += 1;
            Ok(list.row(row)?)
        })?;
        Ok(list.finish()?)
    }

    /// Every target meant, one by one, as the viewer may read it.
    fn each(&self, take: &mut dyn FnMut(&QueueRow) -> Result<(), Failed>) -> Result<(), Failed> {
        match &self.wish.which {
            Which::Found { filter, sort, limit } => {
                self.store.list(self.viewer, filter.as_ref(), *sort, *limit, &mut |row| take(&row))?
            }
            Which::Queue { year, tab, filter, sort } => {
                self.store.list_tab(self.viewer, (*year, tab), filter.as_ref(), *sort, &mut |row| take(&row))?
            }
            Which::These(targets) => targets.iter().try_for_each(|target| {
                let row = self.store.queue_row(self.viewer, *target)?;
                take(&row.ok_or_else(|| unknown(*target))?)
            }),
            Which::Prepared(..) | Which::Assessment(_) | Which::Assessments(_) | Which::Year(_) => Ok(()),
        }
    }

    fn case(&self, target: TargetId) -> Result<CaseFile, Failed> {
        self.store.case_file(self.viewer, target)?.ok_or_else(|| unknown(target))
    }

    /// The targets meant, sorted by a key of their rows.
    fn sorted<K: Ord>(&self, key: impl Fn(&QueueRow) -> Option<K>) -> Result<Vec<TargetId>, Failed> {
        let mut order: Vec<(K, TargetId)> = Vec::new();
        self.each(&mut |row| {
            order.extend(key(row).map(|key| (key, row.id)));
            Ok(())
        })?;
        order.sort_by(|left, right| left.0.cmp(&right.0));
        Ok(order.into_iter().map(|(_, target)| target).collect())
    }

    /// The targets' forms, those of a year together.
    fn target_forms(&self, file: &mut File, targets: &mut u64) -> Result<(), Failed> {
        let mut forms = TargetForms::new(file, &self.provenance);
        for target in self.sorted(|row| Some(row.year))? {
            forms.target(&handed(self.case(target)?))?;
            *targets += 1;
        }
        Ok(forms.finish()?)
    }

    fn review_forms(&self, file: &mut File, targets: &mut u64) -> Result<(), Failed> {
        let mut forms = ReviewForms::new(file, self.store.procedure(), &self.provenance);
        for target in self.sorted(|_| Some(()))? {
            forms.case(&self.case(target)?)?;
            *targets += 1;
        }
        if *targets == 0 {
            return Err(Failed::Refused(t!("out.review.none").into_owned()));
        }
        Ok(forms.finish()?)
    }

    /// The letters about the targets that have something fed back, by unit.
    fn letters(&self) -> Result<Vec<Letter>, Failed> {
        let told = |row: &QueueRow| notice::TOLD.contains(&row.standing.state).then_some((row.unit.id, row.id));
        let cases = self.sorted(told)?.into_iter().map(|target| self.case(target)).collect::<Result<Vec<_>, _>>()?;
        let letters = notice::letters(cases, self.store.procedure());
        if letters.is_empty() {
            return Err(Failed::Refused(t!("out.notice.none").into_owned()));
        }
        Ok(letters)
    }

    /// A file a unit, in a folder that is made if it is missing. When one of them may not be replaced, none is written.
    fn notices_into(&self, folder: &Path) -> Result<Exported, Failed> {
        let letters = self.letters()?;
        let failed = |error| unwritten(folder, Unwritten::Failed(folder.to_owned(), error));
        std::fs::create_dir_all(folder).map_err(failed)?;
        let mut names = BTreeSet::new();
        let mut named = |letter: &Letter| {
            let year = letter.year;
            let name = safe::file_name(&t!("out.notice.file", unit = letter.unit, year = year));
            let number = (2..).map(|number| format!("{name}({number})"));
            let name = std::iter::once(name.clone()).chain(number).find(|name| names.insert(name.to_lowercase()));
            folder.join(format!("{}.docx", name.unwrap_or_default()))
        };
        let paths: Vec<PathBuf> = letters.iter().map(&mut named).collect();
        if let Some(taken) = paths.iter().find(|path| !self.wish.replace && path.symlink_metadata().is_ok()) {
            return Err(unwritten(taken, Unwritten::Exists(taken.clone())));
        }
        for (letter, path) in letters.iter().zip(&paths) {
            let one = std::slice::from_ref(letter);
            let fill =
                |file: &mut File| Ok::<_, Failed>(notice::write(file, one, self.store.now().today, &self.provenance)?);
            file::write(path, self.wish.replace, fill).map_err(|error| unwritten(path, error))?;
        }
        let files = paths.iter().map(|path| path.display().to_string()).collect();
        Ok(Exported { targets: concerned(&letters), files })
    }

    fn blank(&self, file: &mut File, targets: &mut u64) -> Result<(), Failed> {
        let unit = self.unit()?;
        let name = UnitName { code: unit.code.clone(), name: unit.name.clone() };
        let mut forms = TargetForms::new(file, &self.provenance);
        let year = self.provenance.year;
        self.store.list(self.viewer, None, Sort::Number, None, &mut |row| {
            if row.unit.id != unit.id {
                return Ok::<_, Failed>(());
            }
            *targets += 1;
            let project = ProjectName { code: row.code, name: row.project };
            Ok(forms.blank(&name, &project, year, row.category.as_deref())?)
        })??;
        if *targets == 0 {
            for _ in 0..UNKNOWN_PROJECTS {
                forms.blank(&name, &ProjectName::default(), year, None)?;
            }
        }
        forms.notes()?;
        Ok(forms.finish()?)
    }

    /// The report of a target's self-evaluation.
    fn evaluation(&self, file: &mut File) -> Result<(), Failed> {
        let Which::These(targets) = &self.wish.which else { return Err(Failed::Usage(unfit(self.wish))) };
        let [target] = targets.as_slice() else { return Err(Failed::Usage(unfit(self.wish))) };
        let case = self.case(*target)?;
        let own = case.execution.evaluation(case.target.year, EvaluationKind::Own);
        let own = own.ok_or_else(|| Failed::Refused(Refusal::NoSuchEvaluation.words()))?;
        Ok(evaluation_report::write(file, &case, own, self.store.now().today, &self.provenance)?)
    }

    /// The annual work report.
    fn year(&self, file: &mut File, format: Format) -> Result<(), Failed> {
        let Which::Year(year) = self.wish.which else { return Err(Failed::Usage(unfit(self.wish))) };
        let composed = compose(&facts_of(self.store, self.viewer, year)?, self.store.procedure());
        let kind = match format {
            Format::Json => Kind::Json,
            Format::Markdown => Kind::Markdown,
            _ => Kind::Docx,
        };
        Ok(report::write(file, kind, &composed, None, &self.provenance)?)
    }

    /// A year's preparation as the document wants it, and how many rows it has.
    fn prepared(&self) -> Result<(Vec<Block>, u64), Failed> {
        let Which::Prepared(year, scope) = &self.wish.which else { return Ok((Vec::new(), 0)) };
        let (all, today) = (self.store.preparation(self.viewer, *year)?, self.store.now().today);
        let letter = self.wish.kind() == Some(Format::Docx);
        let none = |key: &str| Failed::Refused(t!(key, year = year).into_owned());
        match (self.wish.document, scope.department) {
            (Document::Summary, Some(department)) => {
                let summary = all.summary(department).ok_or_else(|| none("preparation.no-units"))?;
                Ok((preparation::summary(&summary), summary.lines.len() as u64))
            }
            (Document::Summary, None) => Err(none("preparation.no-department")),
            (Document::Reminder, _) => {
                let part = all.within(scope);
                let units = part.reminded().len() as u64;
                if units == 0 {
                    return Err(none("preparation.nothing-to-come"));
                }
                let blocks = if letter {
                    preparation::letters(&part, &self.provenance.county, today)
                } else {
                    preparation::reminders(&part, today)
                };
                Ok((blocks, units))
            }
            _ => {
                let part = all.within(scope);
                Ok((preparation::state(&part, today), part.gaps.len() as u64))
            }
        }
    }

    /// The unit named, else the only one that the viewer sees.
    pub(super) fn unit(&self) -> Result<Unit, Failed> {
        let Some(named) = self.wish.unit.as_deref() else { return Err(Failed::Usage(t!("out.no-unit").into_owned())) };
        let unit = self.store.find_unit(self.viewer, named)?;
        unit.ok_or_else(|| Failed::Refused(Refusal::UnknownUnit(named.to_owned()).words()))
    }
}

/// Targets that letters are about.
fn concerned(letters: &[Letter]) -> u64 {
    letters.iter().map(|letter| letter.matters.len() as u64).sum()
}

fn unknown(target: TargetId) -> Failed {
    Failed::Refused(Refusal::UnknownTarget(format!("#{target}")).words())
}

/// A case as the form states it.
fn handed(case: CaseFile) -> HandedTarget {
    HandedTarget {
        unit: UnitName { code: case.unit.code, name: case.unit.name },
        project: case.target.project,
        year: Some(case.target.year),
        category: case.target.category,
        submission: case.submission,
    }
}
