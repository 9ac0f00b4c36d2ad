//! Documents of target preparation (编报准备): how far everybody is, reminders to be sent, and a supervising department's summary.
//!
//! Owns what each says and in which order. What a viewer may see was decided before: only that is here.

use jiff::civil::Date;
use rust_i18n::t;

use super::block::Block;
use super::notice::numeral;
use crate::domain::money::Money;
use crate::domain::preparation::{Gap, Preparation, Summary, UnitLine, Want};
use crate::domain::time::on_paper;

/// How far everybody is: the account, a line a unit with the sum of each desk, and everything that is to come.
pub fn state(year: &Preparation, today: Date) -> Vec<Block> {
    let mut blocks = vec![
        Block::Title(t!("preparation.doc.state-title", year = year.year).into_owned()),
        Block::Text(account(year, today)),
        Block::Heading(t!("preparation.doc.units").into_owned()),
        units(year),
    ];
    if !year.gaps.is_empty() {
        blocks.push(Block::Heading(t!("preparation.doc.gaps").into_owned()));
        blocks.push(gaps(year.gaps.iter(), today));
    }
    blocks
}

/// The reminders as a list: what each unit has to hand in, until when, and how late it is.
pub fn reminders(year: &Preparation, today: Date) -> Vec<Block> {
    vec![
        Block::Title(t!("preparation.doc.reminders-title", year = year.year).into_owned()),
        Block::Text(account(year, today)),
        gaps(year.reminded().into_iter().flat_map(|(_, gaps)| gaps), today),
    ]
}

/// The reminders as letters, each on a page of its own.
pub fn letters(year: &Preparation, county: &str, today: Date) -> Vec<Block> {
    year.reminded().iter().flat_map(|(line, gaps)| letter((line, gaps), year, county, today)).collect()
}

fn letter((line, gaps): (&UnitLine, &[&Gap]), year: &Preparation, county: &str, today: Date) -> Vec<Block> {
    let mut blocks = vec![
        Block::Title(t!("preparation.doc.letter-title", year = year.year).into_owned()),
        Block::Addressee(t!("out.notice.to", unit = line.unit.name).into_owned()),
        Block::Text(t!("preparation.doc.letter-opening", year = year.year, count = gaps.len()).into_owned()),
    ];
    let kinds = Want::ALL.into_iter().filter(|want| gaps.iter().any(|gap| gap.want == *want));
    for (number, want) in (1..).zip(kinds) {
        let of: Vec<&&Gap> = gaps.iter().filter(|gap| gap.want == want).collect();
        let heading = t!(format!("preparation.doc.letter.{}", want.id()), count = of.len(), year = year.year);
        blocks.push(Block::Heading(format!("{}、{heading}", numeral(number))));
        let listed = (1..).zip(of).filter(|(_, gap)| !gap.project.is_empty());
        blocks.extend(listed.map(|(number, gap): (usize, _)| Block::Text(format!("{number}. {}", told(gap, today)))));
    }
    let desk = &line.unit.desk;
    let closing = match year.due {
        Some(due) if due >= today => t!("preparation.doc.letter-due", due = on_paper(due), desk = desk),
        Some(due) => {
            let days = (today - due).get_days();
            t!("preparation.doc.letter-late", due = on_paper(due), days = days, desk = desk)
        }
        None => t!("preparation.doc.letter-soon", desk = desk),
    };
    blocks.push(Block::Text(closing.into_owned()));
    blocks.push(Block::Signature(t!("out.notice.bureau", county = county).into_owned(), on_paper(today)));
    blocks
}

/// A project in a letter: its name, its money, and its own day where it has another than all.
fn told(gap: &Gap, today: Date) -> String {
    let mut words = match gap.amount {
        Some(amount) => t!("preparation.doc.project-money", project = gap.project, amount = amount.wan()).into_owned(),
        None => gap.project.clone(),
    };
    if let Some(due) = gap.due.filter(|_| gap.want == Want::Amend) {
        words.push_str(&t!("preparation.doc.project-due", due = on_paper(due)));
        if gap.late(today) > 0 {
            words.push_str(&t!("preparation.doc.project-late", days = gap.late(today)));
        }
    }
    words
}

/// What a department sums up of its units, to be signed before it hands in.
pub fn summary(of: &Summary) -> Vec<Block> {
    let head = [
        "unit",
        "whole",
        "drafts",
        "drafts-amount",
        "handed",
        "handed-amount",
        "budgeted",
        "amend",
        "missing",
        "continuing",
    ];
    let row = |line: &UnitLine, name: String| {
        let mut cells = vec![name, line.whole_words()];
        for sum in [line.drafts, line.handed] {
            cells.extend([sum.count.to_string(), sum.amount.wan()]);
        }
        let counts = [line.budgeted, line.of_want(Want::Amend), line.missing(), line.of_want(Want::Continuing)];
        cells.extend(counts.map(|sum| sum.count.to_string()));
        cells
    };
    let mut rows: Vec<Vec<String>> = of.lines.iter().map(|line| row(line, line.unit.name.clone())).collect();
    if let Some(total) = &of.total {
        rows.push(row(total, t!("preparation.total").into_owned()));
    }
    let mut blocks = vec![
        Block::Title(t!("preparation.doc.summary-title", department = of.department, year = of.year).into_owned()),
        Block::Text(t!("preparation.doc.summary-note", count = of.lines.len()).into_owned()),
    ];
    if of.unseen > 0 {
        blocks.push(Block::Text(t!("preparation.unseen", count = of.unseen).into_owned()));
    }
    blocks.push(Block::Table { head: heads(&head), rows, widths: vec![24, 10, 8, 10, 8, 10, 8, 8, 7, 7] });
    blocks.push(Block::Sign(
        ["preparation.doc.sign-head", "preparation.doc.sign-clerk"].map(|key| t!(key).into_owned()).to_vec(),
    ));
    blocks
}

/// One sentence: what was handed in, what is missing, what is to be amended, what is asked about, and until when.
pub fn account(year: &Preparation, today: Date) -> String {
    let (handed, missing) = (year.total().map_or(0, |total| total.handed.count + total.wholes), year.missing());
    let due = year.due.map_or_else(String::new, |due| t!("preparation.doc.account-due", due = due).into_owned());
    t!(
        "preparation.doc.account",
        today = today,
        handed = handed,
        missing = missing.count,
        amount = missing.amount.wan(),
        amend = year.of(Want::Amend).count,
        continuing = year.of(Want::Continuing).count,
        due = due
    )
    .into_owned()
}

fn heads(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| t!(format!("preparation.column.{id}")).into_owned()).collect()
}

/// A line a unit, after each desk its sum, at the end all together.
fn units(year: &Preparation) -> Block {
    let head = [
        "desk",
        "unit",
        "whole",
        "handed",
        "handed-amount",
        "drafts",
        "missing",
        "missing-amount",
        "amend",
        "continuing",
    ];
    let row = |line: &UnitLine, desk: String, unit: String| {
        let mut cells = vec![desk, unit, line.whole_words(), line.handed.count.to_string(), line.handed.amount.wan()];
        let missing = line.missing();
        cells.extend([line.drafts.count.to_string(), missing.count.to_string(), missing.amount.wan()]);
        cells.extend([Want::Amend, Want::Continuing].map(|want| line.of_want(want).count.to_string()));
        cells
    };
    let mut rows = Vec::new();
    for (desk, sum) in year.desks() {
        let of = year.units.iter().filter(|line| line.unit.desk == desk);
        rows.extend(of.map(|line| row(line, desk.clone(), line.unit.name.clone())));
        rows.push(row(&sum, desk, t!("preparation.sum").into_owned()));
    }
    if let Some(total) = year.total() {
        rows.push(row(&total, String::new(), t!("preparation.total").into_owned()));
    }
    Block::Table { head: heads(&head), rows, widths: vec![14, 20, 10, 7, 12, 7, 7, 11, 6, 6] }
}

fn gaps<'a>(all: impl Iterator<Item = &'a Gap>, today: Date) -> Block {
    let row = |(number, gap): (usize, &Gap)| {
        let late = gap.late(today);
        vec![
            number.to_string(),
            gap.unit.desk.clone(),
            gap.unit.name.clone(),
            gap.want.word(),
            gap.title(),
            gap.amount.map(Money::wan).unwrap_or_default(),
            gap.due.map(|due| due.to_string()).unwrap_or_default(),
            if late > 0 { late.to_string() } else { String::new() },
        ]
    };
    Block::Table {
        head: heads(&["number", "desk", "unit", "want", "title", "amount", "due", "late"]),
        rows: (1..).zip(all).map(row).collect(),
        widths: vec![6, 13, 17, 15, 25, 9, 9, 6],
    }
}
