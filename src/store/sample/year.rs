//! The sample's closed year (data/sample/2020): registers and targets, as the same lists that the import reads.

use super::money;
use crate::domain::evaluation::{Evaluation, EvaluationKind};
use crate::domain::execution::progress::{Monitoring, Progress};
use crate::domain::execution::record::{Details, Engagement};
use crate::domain::handin::HandedTarget;
use crate::domain::money::Money;
use crate::domain::register::field::{Cells, Field};
use crate::domain::register::{Record, Register};
use crate::domain::target::{Indicator, ProjectName, Submission, UnitName};

/// The closed year.
pub(super) const YEAR: i32 = 2020;

const REGISTERS: [(Register, &str); 10] = [
    (Register::Document, include_str!("../../../data/sample/2020/document.csv")),
    (Register::Group, include_str!("../../../data/sample/2020/group.csv")),
    (Register::Window, include_str!("../../../data/sample/2020/window.csv")),
    (Register::Disclosure, include_str!("../../../data/sample/2020/disclosure.csv")),
    (Register::Allocation, include_str!("../../../data/sample/2020/allocation.csv")),
    (Register::Poverty, include_str!("../../../data/sample/2020/poverty.csv")),
    (Register::Inspection, include_str!("../../../data/sample/2020/inspection.csv")),
    (Register::Training, include_str!("../../../data/sample/2020/training.csv")),
    (Register::Publicity, include_str!("../../../data/sample/2020/publicity.csv")),
    (Register::Subordinate, include_str!("../../../data/sample/2020/subordinate.csv")),
];
const TARGETS: [&str; 2] = [
    include_str!("../../../data/sample/2020/targets-county.csv"),
    include_str!("../../../data/sample/2020/targets-transfer.csv"),
];
const MONITORING: &str = include_str!("../../../data/sample/2020/monitoring.csv");
const KEY_EVALUATIONS: &str = include_str!("../../../data/sample/2020/key-evaluation.csv");
/// Columns of the targets' lists: unit, project, code, category, amount, objective, then the indicator's.
const OWN: usize = 6;

/// All records of the registers.
pub(super) fn records() -> Result<Vec<Record>, String> {
    let mut all = Vec::new();
    for (register, text) in REGISTERS {
        let mut lines = lines(text)?.into_iter();
        let heads = lines.next().unwrap_or_default();
        let fields: Vec<Option<&Field>> =
            heads.iter().map(|head| register.fields().iter().find(|field| field.is_headed(head))).collect();
        for line in lines {
            let mut cells = Cells::blank(register.fields());
            for (field, text) in fields.iter().zip(&line) {
                let field = field.ok_or_else(|| format!("{}: {heads:?}", register.id()))?;
                cells.set(field.id, text);
            }
            let record = register.read(&cells);
            all.push(record.map_err(|fault| format!("{}: {line:?}: {}", register.id(), fault.words()))?);
        }
    }
    Ok(all)
}

/// All targets. A line whose first columns are blank carries a further indicator of the target above.
pub(super) fn targets() -> Result<Vec<HandedTarget>, String> {
    let mut all: Vec<HandedTarget> = Vec::new();
    for text in TARGETS {
        for line in lines(text)?.iter().skip(1) {
            let cell = |place: usize| line.get(place).map_or("", String::as_str);
            if !cell(0).is_empty() {
                all.push(target(line).ok_or_else(|| format!("{line:?}"))?);
            }
            let target = all.last_mut().ok_or_else(|| format!("{line:?}"))?;
            target.submission.indicators.push(indicator(line));
        }
    }
    Ok(all)
}

fn target(line: &[String]) -> Option<HandedTarget> {
    let [unit, project, code, category, amount, objective] = line.get(..OWN)? else { return None };
    let amount = Money::from_wan(amount.parse().ok()?);
    Some(HandedTarget {
        unit: UnitName { code: None, name: unit.clone() },
        project: ProjectName { code: Some(code.clone()), name: project.clone() },
        year: Some(YEAR),
        category: Some(category.clone()),
        submission: Submission { amount, objective: objective.clone(), ..Submission::default() },
    })
}

fn indicator(line: &[String]) -> Indicator {
    let cell = |place: usize| line.get(OWN + place).cloned();
    let sign = cell(3).and_then(|sign| sign.parse().ok());
    let (l1, l2, l3, value, unit, weight) = (cell(0), cell(1), cell(2), cell(4), cell(5), cell(6));
    let mut indicator = Indicator { l1, l2, l3, sign, value, unit, weight, raw: String::new() };
    indicator.raw = indicator.measure_text();
    indicator
}

/// The forms of monitoring, by the project's code.
pub(super) fn monitoring() -> Result<Vec<(String, Monitoring)>, String> {
    let read = |line: &Vec<String>| {
        let [code, period, budget, executed, values @ ..] = line.as_slice() else { return Err(format!("{line:?}")) };
        let progress = |value: &String| Progress { value: value.clone(), ..Progress::default() };
        let indicators = values.iter().map(progress).collect();
        let (budget, executed) = (Some(money(budget)?), Some(money(executed)?));
        Ok((code.clone(), Monitoring { period: period.clone(), budget, executed, expected: None, indicators }))
    };
    lines(MONITORING)?.iter().skip(1).map(read).collect()
}

/// Evaluations of major policies and key projects.
pub(super) fn key_evaluations() -> Result<Vec<(Evaluation, Details)>, String> {
    let read = |line: &Vec<String>| {
        let [unit, project, kind, agency, scope, link, conclusion] = line.as_slice() else {
            return Err(format!("{line:?}"));
        };
        let evaluation = Evaluation {
            unit: UnitName { code: None, name: unit.clone() },
            project: ProjectName { code: None, name: project.clone() },
            year: Some(YEAR),
            kind: EvaluationKind::of_id(kind).ok_or_else(|| format!("{kind}?"))?,
            budget: None,
            executed: None,
            score: None,
            indicators: Vec::new(),
        };
        let engagement = Engagement {
            agency: agency.clone(),
            scope: scope.clone(),
            link: link.clone(),
            conclusion: conclusion.clone(),
        };
        Ok((evaluation, Details { outcome: String::new(), engagement: Some(engagement) }))
    };
    lines(KEY_EVALUATIONS)?.iter().skip(1).map(read).collect()
}

fn lines(text: &str) -> Result<Vec<Vec<String>>, String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let read = |record: csv::Result<csv::StringRecord>| {
        record.map(|record| record.iter().map(str::to_owned).collect()).map_err(|error| error.to_string())
    };
    reader.records().map(read).collect()
}
