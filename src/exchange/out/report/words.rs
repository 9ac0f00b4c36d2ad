//! The report as blocks: its sections, then every figure with its definition and the command that lists its rows.

use rust_i18n::t;

use crate::domain::report::{Compared, Figure, Piece, Report};
use crate::exchange::out::block::Block;

/// Sections, annexes, figures.
pub(super) fn compose(report: &Report, compared: Option<(i32, &[Compared])>) -> Vec<Block> {
    let mut blocks = vec![Block::Title(report.title.clone())];
    for section in &report.sections {
        blocks.push(Block::Heading(section.title.clone()));
        blocks.extend(section.pieces.iter().map(|piece| match piece {
            Piece::Heading(text) => Block::Point(text.clone()),
            Piece::Text(text, _) => Block::Text(text.clone()),
        }));
    }
    if !report.annexes.is_empty() {
        blocks.push(Block::Text(t!("report.annexes").into_owned()));
        let numbered = (1..).zip(&report.annexes).map(|(number, annex)| Block::Text(format!("{number}. {annex}")));
        blocks.extend(numbered);
    }
    blocks.push(Block::Heading(t!("report.figures").into_owned()));
    blocks.push(Block::Text(t!("report.figures-note").into_owned()));
    blocks.push(figures(report.year, &report.figures));
    if let Some((older, compared)) = compared {
        blocks.push(Block::Heading(t!("report.compared", newer = report.year, older = older).into_owned()));
        blocks.push(beside(report.year, older, compared));
    }
    blocks
}

fn figures(year: i32, figures: &[Figure]) -> Block {
    let head = ["number", "name", "value", "definition", "rows"];
    let rows = (1..).zip(figures).map(|(number, one): (usize, &Figure)| {
        vec![number.to_string(), one.name(), one.value.words(), one.definition(), one.rows.command(one.id, year)]
    });
    Block::Table {
        head: head.map(|key| t!(format!("report.column.{key}")).into_owned()).to_vec(),
        rows: rows.collect(),
        widths: vec![6, 20, 14, 34, 26],
    }
}

fn beside(newer: i32, older: i32, compared: &[Compared]) -> Block {
    let of = |year: i32| t!("report.column.of-year", year = year).into_owned();
    let name = t!("report.column.name").into_owned();
    let rows = compared
        .iter()
        .map(|one| vec![one.newer.name(), one.newer.value.words(), one.older.words(), one.change.clone()]);
    Block::Table {
        head: vec![name, of(newer), of(older), t!("report.column.change").into_owned()],
        rows: rows.collect(),
        widths: vec![40, 20, 20, 20],
    }
}
