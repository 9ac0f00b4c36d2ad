//! Where each project's rows begin and end in a table of several, and what its first row says of unit and project.
//!
//! For tables of monitoring and of evaluations; those of targets, which units lay out in more ways, are read by [`blocks`](super::blocks).

use super::header::{Field, Header};
use super::name;
use super::sheet::Sheet;
use crate::domain::target::{ProjectName, UnitName};

/// First row and the row behind the last of each project's rows. A name that is repeated on every row begins no further block.
pub fn blocks(sheet: &Sheet, header: &Header, project: usize) -> Vec<(usize, usize)> {
    let mut before = String::new();
    let begins = |row: &usize| {
        let text = sheet.own(*row, project);
        let mut texts = sheet.places(*row).into_iter().map(|col| sheet.own(*row, col)).filter(|text| !text.is_empty());
        let aside = texts.next().is_some_and(|text| name::is_total(text) || name::is_footer(text));
        let repeats = sheet.own(*row, project) == header.words(project);
        let new = !text.is_empty() && !aside && !repeats && !name::is_total(text) && text != before;
        if new {
            text.clone_into(&mut before);
        }
        new
    };
    let starts: Vec<usize> = (header.last + 1..sheet.height()).filter(begins).collect();
    let ends = starts.iter().skip(1).copied().chain([sheet.height()]);
    starts.iter().copied().zip(ends).collect()
}

/// The unit that a block's first row states, with its code.
pub fn unit(sheet: &Sheet, header: &Header, row: usize) -> Option<UnitName> {
    let stated = |field: Field| Some(sheet.in_column(row, header.column(field)?)).filter(|text| !text.is_empty());
    let mut unit = name::unit(&name::one_line(stated(Field::Unit)?));
    unit.code = unit.code.or_else(|| stated(Field::UnitCode).map(name::one_line));
    Some(unit)
}

/// The project that a block's first row names, with its code.
pub fn named(sheet: &Sheet, header: &Header, (row, col): (usize, usize)) -> ProjectName {
    let project = name::project(sheet.own(row, col));
    let coded = || header.column(Field::ProjectCode).map(|col| name::one_line(sheet.in_column(row, col)));
    ProjectName { code: project.code.or_else(|| coded().filter(|code| name::may_be_code(code))), ..project }
}
