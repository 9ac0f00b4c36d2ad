//! The review form (审核表) of a target: what was handed in, with last year's results beside it, and what each stage said of it.
//!
//! In the manner of the form of 财预〔2015〕88号, with the procedure's own criteria. Printable on A4 as it is. What stands in it is what its
//! viewer may read: the case file was read for them.

use std::fs::File;
use std::io;

use rust_i18n::t;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::place;
use super::provenance::Provenance;
use super::safe::{self, SheetNames};
use super::style::{self, Styles};
use crate::domain::grade::Grade;
use crate::domain::money::Money;
use crate::domain::procedure::{Procedure, Stage};
use crate::domain::refusal::verdict_word;
use crate::domain::target::LinkOrigin;
use crate::domain::view::{CaseFile, ReviewRow};

/// Widths of the columns in characters. The stages stand in the columns behind the first three.
const WIDTHS: [f64; 8] = [7.0, 11.0, 15.0, 22.0, 15.0, 11.0, 15.0, 24.0];
const LAST: u16 = 7;
const STAGES: u16 = 3;
/// Width of a column for a stage beyond the eighth column.
const MORE: f64 = 12.0;

/// Review forms being written, a sheet a target.
pub struct ReviewForms<'a> {
    file: &'a mut File,
    book: Workbook,
    styles: Styles,
    names: SheetNames,
    procedure: &'a Procedure,
    provenance: &'a Provenance,
}

impl<'a> ReviewForms<'a> {
    /// Begins; the file is written by [`ReviewForms::finish`].
    pub fn new(file: &'a mut File, procedure: &'a Procedure, provenance: &'a Provenance) -> Self {
        let (book, styles, names) = (Workbook::new(), Styles::new(), SheetNames::default());
        Self { file, book, styles, names, procedure, provenance }
    }

    /// Writes a target's form.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn case(&mut self, case: &CaseFile) -> io::Result<()> {
        let name = self.names.name(&case.target.project.name);
        let sheet = self.book.add_worksheet();
        let (procedure, provenance, styles) = (self.procedure, self.provenance, &self.styles);
        let mut form = Form { sheet, styles, case, procedure, provenance, row: 0 };
        form.write(&name).map_err(style::broken)
    }

    /// Writes the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.book.save_to_writer(self.file).map_err(style::broken)
    }
}

/// One form, written from top to bottom.
struct Form<'a> {
    sheet: &'a mut Worksheet,
    styles: &'a Styles,
    case: &'a CaseFile,
    procedure: &'a Procedure,
    provenance: &'a Provenance,
    row: u32,
}

type Done = Result<(), XlsxError>;

impl Form<'_> {
    fn write(&mut self, name: &str) -> Done {
        self.sheet.set_name(name)?;
        style::page(self.sheet, false);
        for (column, width) in (0_u16..).zip(WIDTHS) {
            self.sheet.set_column_width(column, width)?;
        }
        for place in usize::from(LAST - STAGES) + 1..self.procedure.stages.len() {
            self.sheet.set_column_width(STAGES + u16::try_from(place).unwrap_or_default(), MORE)?;
        }
        self.title()?;
        self.head()?;
        self.objective()?;
        self.indicators()?;
        self.grades()?;
        self.opinions()?;
        self.signatures()
    }

    /// Writes a text over columns of the row under way.
    fn put(&mut self, (first, last): (u16, u16), text: &str, format: &Format) -> Done {
        let text = safe::cell(text);
        if first == last {
            self.sheet.write_string_with_format(self.row, first, text, format)?;
        } else {
            self.sheet.merge_range(self.row, first, self.row, last, &text, format)?;
        }
        Ok(())
    }

    /// Ends the row under way, which holds the tallest of some texts with the widths of their columns.
    fn next(&mut self, texts: &[(&str, (u16, u16))]) -> Done {
        let width = |(first, last): (u16, u16)| {
            WIDTHS.iter().skip(first.into()).take(usize::from(last - first) + 1).sum::<f64>()
        };
        let tall = texts.iter().map(|(text, over)| style::lines(text, width(*over))).max().unwrap_or(1);
        self.sheet.set_row_height(self.row, style::height(tall))?;
        self.row += 1;
        Ok(())
    }

    /// A row of labels and texts, each over its columns.
    fn pairs(&mut self, pairs: &[(String, String)], at: &[[(u16, u16); 2]]) -> Done {
        let (header, cell) = (self.styles.header.clone(), self.styles.cell.clone());
        let mut texts: Vec<(&str, (u16, u16))> = Vec::new();
        for ((label, text), [left, right]) in pairs.iter().zip(at) {
            self.put(*left, label, &header)?;
            self.put(*right, text, &cell)?;
            texts.extend([(label.as_str(), *left), (text.as_str(), *right)]);
        }
        self.next(&texts)
    }

    fn title(&mut self) -> Done {
        let title = t!("out.review.title", county = self.provenance.county, year = self.case.target.year);
        let styles = self.styles;
        self.put((0, LAST), &title, &styles.title)?;
        self.sheet.set_row_height(self.row, 32)?;
        self.row += 1;
        let line = self.provenance.line();
        self.put((0, LAST), &line, &styles.small)?;
        self.next(&[(&line, (0, LAST)), ("\n", (0, 0))])
    }

    fn head(&mut self) -> Done {
        let at = [[(0, 1), (2, 3)], [(4, 4), (5, LAST)]];
        let (target, unit) = (&self.case.target, &self.case.unit);
        let stated = |text: &Option<String>| text.clone().unwrap_or_else(|| "—".to_owned());
        let amount = self.case.submission.amount.map_or_else(|| "—".to_owned(), Money::wan);
        let round =
            t!("out.review.round", round = target.standing.round, place = place(self.procedure, &target.standing));
        let label = |id: &str| t!(format!("out.review.{id}")).into_owned();
        let rows = [
            [("project", target.project.name.clone()), ("code", stated(&target.project.code))],
            [("unit", unit.name.clone()), ("desk", unit.desk.clone())],
            [("category", stated(&target.category)), ("amount", amount)],
            [("standing", round.into_owned()), ("number", format!("#{}", target.id))],
        ];
        rows.into_iter().try_for_each(|row| self.pairs(&row.map(|(id, text)| (label(id), text)), &at))
    }

    fn objective(&mut self) -> Done {
        let items = if self.case.items.len() > 1 {
            let numbered = |(place, item): (usize, &String)| format!("{}. {item}", place + 1);
            self.case.items.iter().enumerate().map(numbered).collect::<Vec<_>>().join("\n")
        } else {
            self.case.submission.objective.clone()
        };
        self.pairs(&[(t!("out.review.objective").into_owned(), items)], &[[(0, 1), (2, LAST)]])
    }

    fn indicators(&mut self) -> Done {
        let styles = self.styles;
        for (column, id) in (0_u16..).zip(["place", "l1", "l2", "l3", "value", "weight", "item", "prior"]) {
            self.put((column, column), &t!(format!("out.review.{id}")), &styles.header)?;
        }
        self.next(&[])?;
        let earlier = self.earlier();
        for (place, indicator) in self.case.submission.indicators.iter().enumerate() {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let cells = [
                (place + 1).to_string(),
                text(&indicator.l1),
                text(&indicator.l2),
                indicator.name().to_owned(),
                indicator.measure_text(),
                text(&indicator.weight),
                self.items_of(place),
                earlier.get(place).cloned().unwrap_or_default(),
            ];
            for (column, cell) in (0_u16..).zip(&cells) {
                let format = if [3, 7].contains(&column) { &styles.cell } else { &styles.centre };
                self.put((column, column), cell, format)?;
            }
            let texts: Vec<_> = (0_u16..).zip(&cells).map(|(column, text)| (text.as_str(), (column, column))).collect();
            self.next(&texts)?;
        }
        Ok(())
    }

    /// The items of the objective to which an indicator answers.
    fn items_of(&self, indicator: usize) -> String {
        let belongs = |link: &&crate::domain::target::Link| {
            link.indicator as usize == indicator && link.origin != LinkOrigin::Rejected
        };
        let mut items: Vec<u32> = self.case.links.iter().filter(belongs).map(|link| link.objective + 1).collect();
        items.sort_unstable();
        let items: Vec<_> = items.iter().map(|item| t!("out.review.item-of", item = item).into_owned()).collect();
        if items.is_empty() { t!("out.review.no-item").into_owned() } else { items.join("、") }
    }

    /// What the newest earlier evaluation says of each indicator.
    fn earlier(&self) -> Vec<String> {
        let indicators = &self.case.submission.indicators;
        let none = || t!("out.review.no-prior").into_owned();
        let Some(prior) = self.case.priors.first() else { return indicators.iter().map(|_| none()).collect() };
        let of = &prior.evaluation.indicators;
        let said = |twin: Option<crate::domain::prior::Twin>| {
            let Some(found) = twin.and_then(|twin| of.get(twin.place)) else { return none() };
            let text =
                |text: &Option<String>| text.clone().filter(|text| !text.is_empty()).unwrap_or_else(|| "—".to_owned());
            let sign = found.sign.map_or("", crate::domain::measure::Sign::term);
            let (target, actual) = (format!("{sign}{}", text(&found.target)), text(&found.actual));
            t!(
                "out.review.prior-line",
                target = target,
                actual = actual,
                score = text(&found.score),
                weight = text(&found.weight)
            )
            .into_owned()
        };
        self.case.twins().first().into_iter().flatten().copied().map(said).collect()
    }

    /// The newest review of a stage in the round under review.
    fn review_of(&self, stage: &Stage) -> Option<&ReviewRow> {
        let round = self.case.target.standing.round;
        let of_stage = |review: &&ReviewRow| review.stage == stage.id && review.round == round && !review.undone;
        self.case.reviews.iter().rfind(of_stage)
    }

    fn grades(&mut self) -> Done {
        let (styles, procedure) = (self.styles, self.procedure);
        let heads: Vec<String> = procedure.stages.iter().map(|stage| stage.name.local().to_owned()).collect();
        self.stage_row(&t!("out.review.criterion"), &heads, &styles.header)?;
        for (place, criterion) in procedure.criteria.iter().enumerate() {
            let graded = |review: &ReviewRow| match (review.points.get(place), review.criteria.get(place)) {
                (Some(points), Some(grade)) => t!("out.review.points", grade = grade, points = points).into_owned(),
                (None, Some(grade)) => grade.term().to_owned(),
                _ => String::new(),
            };
            let cells = self.of_stages(graded);
            self.stage_row(criterion.name.local(), &cells, &styles.centre)?;
        }
        let overall = self.of_stages(|review| review.grade.map_or("", Grade::term).to_owned());
        self.stage_row(&t!("out.review.overall"), &overall, &styles.header)?;
        let verdicts = self.of_stages(|review| verdict_word(review.verdict));
        self.stage_row(&t!("out.review.verdict"), &verdicts, &styles.centre)?;
        let people = self.of_stages(who);
        self.stage_row(&t!("out.review.reviewer"), &people, &styles.centre)?;
        let days = self.of_stages(|review| review.at.local_minute().chars().take(10).collect());
        self.stage_row(&t!("out.review.day"), &days, &styles.centre)
    }

    /// What is said of the stages' reviews; blank where there is none that may be read.
    fn of_stages(&self, say: impl Fn(&ReviewRow) -> String) -> Vec<String> {
        let of = |stage| self.review_of(stage).map_or_else(String::new, &say);
        self.procedure.stages.iter().map(of).collect()
    }

    /// A row with a cell a stage. The last cell takes what is left of the page's width.
    fn stage_row(&mut self, label: &str, cells: &[String], format: &Format) -> Done {
        let header = self.styles.header.clone();
        self.put((0, STAGES - 1), label, &header)?;
        let mut texts: Vec<(&str, (u16, u16))> = vec![(label, (0, STAGES - 1))];
        let last = cells.len().saturating_sub(1);
        for (place, (column, cell)) in (STAGES..).zip(cells).enumerate() {
            let over = (column, if place == last { column.max(LAST) } else { column });
            self.put(over, cell, format)?;
            texts.push((cell, over));
        }
        self.next(&texts)
    }

    /// Every opinion that may be read, oldest first, earlier rounds included.
    fn opinions(&mut self) -> Done {
        let said = |review: &&ReviewRow| !(review.undone || review.opinion.is_empty() && review.reason.is_empty());
        let reviews: Vec<ReviewRow> = self.case.reviews.iter().filter(said).cloned().collect();
        for review in reviews {
            let stage = self.procedure.stage(&review.stage);
            let stage = stage.map_or_else(
                || t!(format!("state.{}", review.stage)).into_owned(),
                |stage| stage.name.local().to_owned(),
            );
            let label = t!("out.review.opinion", stage = stage, round = review.round).into_owned();
            let mut text = review.opinion.clone();
            if !review.reason.is_empty() && review.reason != review.opinion {
                text.push_str(&t!("out.review.reason", reason = review.reason));
            }
            self.pairs(&[(label, text)], &[[(0, 2), (3, LAST)]])?;
        }
        Ok(())
    }

    /// Room to sign on paper.
    fn signatures(&mut self) -> Done {
        let label = |id: &str| (t!(format!("out.review.{id}")).into_owned(), "\n".to_owned());
        self.pairs(&[label("signed"), label("signed-day")], &[[(0, 2), (3, 4)], [(5, 5), (6, LAST)]])
    }
}

/// Who gave a review, and for whom it was entered.
fn who(review: &ReviewRow) -> String {
    match &review.on_behalf {
        Some(person) => t!("out.review.behalf", person = person, by = review.by).into_owned(),
        None => review.by.clone(),
    }
}
