//! One sheet on its way into a hand-in: where things read from it and problems met on it are put.
//!
//! Owns what holds for the whole sheet: its title, its year, its unit of money, the unit that fills it in.

use std::collections::HashMap;
use std::ops::Range;

use rust_i18n::t;

use crate::domain::evaluation::Evaluation;
use crate::domain::handin::{EvaluationPlaces, HandIn, HandedForm, HandedTarget, Problem, Severity};
use crate::domain::intake::doubt;
use crate::domain::measure::{says_nothing, squeeze};
use crate::domain::money::Money;
use crate::domain::target::{ProjectName, UnitName};

use super::amount::{self, Amount, Scale};
use super::sheet::Sheet;
use super::{name, year};

/// No project of a county reaches a hundred 亿元: a number beyond it without any unit is one of 元.
const BEYOND_WAN: Money = Money(1_000_000_000_000);

/// A sheet being read.
#[derive(Debug)]
pub struct Page<'a> {
    /// The file's name.
    pub file: &'a str,
    /// The sheet.
    pub sheet: &'a Sheet,
    /// What was read so far.
    pub out: &'a mut HandIn,
    /// Places of what the file's sheets named so far.
    named: &'a mut Named,
    assumed: bool,
}

/// Where each project of a file stands: a project must stand there once.
pub type Named = HashMap<String, String>;

impl<'a> Page<'a> {
    /// Starts on a sheet.
    pub fn new(file: &'a str, sheet: &'a Sheet, out: &'a mut HandIn, named: &'a mut Named) -> Self {
        Self { file, sheet, out, named, assumed: false }
    }

    /// Takes a target that stands at a cell.
    pub fn target(&mut self, place: (usize, usize), target: HandedTarget) {
        let here = self.once("target", place, &target.unit, &target.project, target.year);
        self.out.places.targets.push(here);
        self.out.targets.push(target);
    }

    /// Takes an evaluation that stands at a cell, with the places of its other cells, and tells what is doubtful in it.
    pub fn evaluation(&mut self, place: (usize, usize), evaluation: Evaluation, mut places: EvaluationPlaces) {
        let kind = format!("{:?}", evaluation.kind);
        places.project = self.once(&kind, place, &evaluation.unit, &evaluation.project, evaluation.year);
        self.out.problems.extend(doubt::of_evaluation(self.file, &evaluation, &places));
        self.out.places.evaluations.push(places);
        self.out.evaluations.push(evaluation);
    }

    /// Takes another form that stands at a cell.
    pub fn form(&mut self, place: (usize, usize), form: HandedForm) {
        let (unit, project) = form.of();
        let (unit, project, kind) = (unit.clone(), project.clone(), std::mem::discriminant(&form));
        let here = self.once(&format!("{kind:?}"), place, &unit, &project, None);
        self.out.places.forms.push(here);
        self.out.forms.push(form);
    }

    /// Tells of a project that stands in the file a second time; gives its address.
    fn once(
        &mut self,
        kind: &str,
        (row, col): (usize, usize),
        unit: &UnitName,
        project: &ProjectName,
        year: Option<i32>,
    ) -> String {
        let code = project.code.as_deref().unwrap_or_default();
        let key = format!("{kind}|{}|{code}|{}|{year:?}", squeeze(&unit.name), squeeze(&project.name));
        let here = self.sheet.address(row, col);
        if let Some(other) = self.named.insert(key, here.clone()) {
            let message = t!("exchange.project.twice", project = project.name, unit = unit.name, other = other);
            self.problem(Severity::Error, row, col, message);
        }
        here
    }

    /// Notes a problem at a cell.
    pub fn problem(&mut self, severity: Severity, row: usize, col: usize, message: impl Into<String>) {
        let problem = Problem {
            severity,
            file: self.file.to_owned(),
            r#where: self.sheet.address(row, col),
            message: message.into(),
        };
        self.out.problems.push(problem);
    }

    /// Tells of slips in the years of title rows.
    pub fn tell_year_slips(&mut self, titles: Range<usize>) {
        for row in titles {
            for col in self.sheet.places(row) {
                let text = self.sheet.own(row, col);
                if let Some(slip) = Some(text).filter(|text| text.chars().count() <= 60).and_then(year::slip_of_title) {
                    self.problem(Severity::Error, row, col, t!("exchange.year.wrong", text = slip));
                }
            }
        }
    }

    /// The year named in title rows, in the sheet's name, or in the file's.
    pub fn year(&self, titles: Range<usize>) -> Option<i32> {
        let sheet = || year::of_title(&self.sheet.name).or_else(|| year::of_file(self.file));
        self.titled_year(titles).or_else(sheet)
    }

    /// The year named in title rows, the last row first.
    pub fn titled_year(&self, titles: Range<usize>) -> Option<i32> {
        let short = |text: &&str| squeeze(text).chars().count() <= 60;
        let of_row = |row: usize| {
            let mut texts = self.sheet.places(row).into_iter().map(|col| self.sheet.text(row, col)).filter(short);
            texts.find_map(year::of_title)
        };
        titles.rev().find_map(of_row)
    }

    /// The unit of money named by a label, else above a row, else none.
    pub fn scale(&self, label: &str, above: usize) -> Option<Scale> {
        let mut titles = (0..above.min(self.sheet.height()))
            .flat_map(|row| self.sheet.places(row).into_iter().map(move |col| self.sheet.text(row, col)));
        Scale::of_label(label).or_else(|| titles.find_map(Scale::of_title)).or_else(|| self.parted_scale(above))
    }

    /// The unit of money whose label and word stand in two cells: `金额单位:` `万元`.
    fn parted_scale(&self, above: usize) -> Option<Scale> {
        (0..above.min(self.sheet.height())).find_map(|row| {
            let texts = self.sheet.places(row).into_iter().map(|col| self.sheet.own(row, col));
            let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
            let labelled = |pair: &&[&str]| squeeze(pair[0]).trim_end_matches(':').ends_with("单位");
            let word =
                |pair: &[&str]| Some(squeeze(pair[1])).filter(|word| ["元", "万元", "亿元"].contains(&word.as_str()));
            texts.windows(2).filter(labelled).find_map(|pair| Scale::of_title(&format!("单位:{}", word(pair)?)))
        })
    }

    /// Reads an amount at a cell. Without any unit it is taken as 万元, or as 元 when that would be beyond all measure, which is told
    /// once a sheet.
    pub fn amount(&mut self, (row, col): (usize, usize), text: &str, scale: Option<Scale>) -> Option<Money> {
        match amount::read(text, scale.unwrap_or(Scale::Wan)) {
            Amount::Blank => None,
            Amount::Stated(money, named) => {
                let open = scale.is_none() && !named;
                let yuan =
                    Some(text).filter(|_| open && money >= BEYOND_WAN).map(|text| amount::read(text, Scale::Yuan));
                if open && !self.assumed {
                    self.assumed = true;
                    let told = if yuan.is_some() { "exchange.amount.assumed_yuan" } else { "exchange.amount.assumed" };
                    self.problem(Severity::Hint, row, col, t!(told));
                }
                match yuan {
                    Some(Amount::Stated(yuan, _)) => Some(yuan),
                    _ => Some(money),
                }
            }
            Amount::Wrong => {
                self.problem(Severity::Error, row, col, t!("exchange.amount.wrong", text = text));
                None
            }
            Amount::Unclear => {
                self.problem(Severity::Warning, row, col, t!("exchange.amount.unclear", text = text));
                None
            }
        }
    }

    /// The unit named in a title row above the table: `填报单位：永德县明朗中学`.
    pub fn titled_unit(&self, above: usize) -> Option<String> {
        let labels = [
            "填报单位",
            "申报单位",
            "编报单位",
            "单位名称",
            "部门名称",
            "预算单位",
            "编制单位",
            "编制部门",
            "公开单位",
            "公开部门",
            "预算部门",
            "主管部门",
            "填报部门",
            "申报部门",
            "项目单位",
            "实施单位",
            "部门",
            "单位",
        ];
        let mut texts = (0..above.min(self.sheet.height()))
            .flat_map(|row| self.sheet.places(row).into_iter().map(move |col| self.sheet.text(row, col)));
        texts.find_map(|text| {
            let (label, rest) = text.split_once([':', '：'])?;
            let label = super::header::bare(label);
            let unit = name::inline(rest);
            let money = unit.ends_with('元') || says_nothing(&unit);
            (labels.contains(&label.as_str()) && !money).then_some(unit)
        })
    }
}
