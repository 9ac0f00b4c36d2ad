//! Documents of pre-assessments: the report of one, forms to be filled in, and score sheets.

use std::fs::File;

use rust_i18n::t;

use super::maker::Maker;
use super::{Failed, unfit};
use crate::domain::assessment::record::{HandedAssessment, SelfAssessment, State};
use crate::domain::assessment::refusal::AssessmentRefusal;
use crate::domain::assessment::view::AssessmentFile;
use crate::domain::assessment::wish::ScoreSheet;
use crate::domain::export::Which;
use crate::domain::ids::AssessmentId;
use crate::domain::people::Unit;
use crate::domain::refusal::Refusal;
use crate::domain::target::{ProjectName, UnitName};
use crate::exchange::out::assessment_form::AssessmentForms;
use crate::exchange::out::assessment_report;

impl Maker<'_> {
    /// The report of a pre-assessment, with what the viewer may read.
    pub(super) fn assessment(&self, file: &mut File) -> Result<(), Failed> {
        let Which::Assessment(id) = self.wish.which else { return Err(Failed::Usage(unfit(self.wish))) };
        Ok(assessment_report::write(file, &self.assessed(id)?, self.store.now().today, &self.provenance)?)
    }

    /// Forms to be filled in: of one as the unit said it last; else of each project of a year that lacks one, or a blank one.
    pub(super) fn assessment_forms(&self, file: &mut File, count: &mut u64) -> Result<(), Failed> {
        let mut forms = AssessmentForms::new(file, &self.provenance);
        let categories = &self.store.procedure().categories;
        let wanted = match self.wish.which {
            Which::Assessment(id) => vec![own(&self.assessed(id)?)],
            Which::Assessments(year) => self.to_be_assessed(year)?,
            _ => return Err(Failed::Usage(unfit(self.wish))),
        };
        for one in &wanted {
            forms.own(one, categories)?;
            *count += 1;
        }
        Ok(forms.finish()?)
    }

    /// Score sheets: of one, or of all that wait for the viewer. Points stand on them once the procedure is over.
    pub(super) fn score_sheets(&self, file: &mut File, count: &mut u64) -> Result<(), Failed> {
        let mut forms = AssessmentForms::new(file, &self.provenance);
        let wanted = match self.wish.which {
            Which::Assessment(id) => vec![id],
            Which::Assessments(year) => {
                let waiting = self.store.assessments(self.viewer, year)?.into_iter();
                waiting.filter(|row| row.is_mine && row.standing.state == State::Pending).map(|row| row.id).collect()
            }
            _ => return Err(Failed::Usage(unfit(self.wish))),
        };
        if wanted.is_empty() {
            return Err(Failed::Refused(t!("out.assessment-form.none-waits").into_owned()));
        }
        for id in wanted {
            let of = self.assessed(id)?;
            let own = of.newest().map(|form| form.items.clone()).unwrap_or_default();
            forms.scores(&given(of), &own)?;
            *count += 1;
        }
        Ok(forms.finish()?)
    }

    fn assessed(&self, id: AssessmentId) -> Result<AssessmentFile, Failed> {
        let unknown = || Failed::Refused(Refusal::from(AssessmentRefusal::Unknown(format!("#{id}"))).words());
        self.store.assessment_file(self.viewer, id)?.ok_or_else(unknown)
    }

    /// The projects of a year that must be assessed and of which the file holds no pre-assessment, with what their targets say.
    fn to_be_assessed(&self, year: i32) -> Result<Vec<HandedAssessment>, Failed> {
        let unit = self.wish.unit.as_ref().map(|_| self.unit()).transpose()?;
        let mut wanted = Vec::new();
        for one in self.store.unassessed(self.viewer, year)?.into_iter().filter(|one| one.standing.is_none()) {
            let Some(row) = self.store.queue_row(self.viewer, one.target)? else { continue };
            if unit.as_ref().is_some_and(|unit| unit.id != row.unit.id) {
                continue;
            }
            wanted.push(HandedAssessment {
                unit: named(row.unit),
                project: ProjectName { code: row.code, name: row.project },
                year: Some(year),
                category: row.category,
                form: SelfAssessment { amount: row.amount, ..SelfAssessment::default() },
            });
        }
        if wanted.is_empty() {
            let unit = unit.map_or_else(UnitName::default, named);
            let (project, form) = (ProjectName::default(), SelfAssessment::default());
            wanted.push(HandedAssessment { unit, project, year: Some(year), category: None, form });
        }
        Ok(wanted)
    }
}

fn named(unit: Unit) -> UnitName {
    UnitName { code: unit.code, name: unit.name }
}

/// A pre-assessment as its unit said it last.
fn own(of: &AssessmentFile) -> HandedAssessment {
    let form = of.newest().cloned().unwrap_or_default();
    of.handed_again(form)
}

/// What the desks gave: nothing while a desk is still to give its own.
fn given(of: AssessmentFile) -> ScoreSheet {
    let over = of.assessment.standing.state.is_concluded();
    let review = of.scored().filter(|_| over).map(|given| given.review.clone());
    let (scores, conclusion, opinion) =
        review.map_or_else(Default::default, |review| (review.scores, review.conclusion, review.opinion));
    let (project, year) = (of.assessment.project, Some(of.assessment.year));
    ScoreSheet { unit: named(of.unit), project, year, scores, conclusion, opinion }
}
