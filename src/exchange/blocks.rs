//! Sheets of several projects: a block of rows each, with unit, project, amount and objective on the block's first row only,
//! merged down the block, or repeated on every row; the unit perhaps on a row of its own.
//!
//! Shared by the multi-project layouts. Owns where a block begins and ends.

use rust_i18n::t;

use crate::domain::handin::{HandedTarget, Severity};
use crate::domain::measure::squeeze;
use crate::domain::target::{Indicator, ProjectName, Submission, UnitName};

use super::amount::Scale;
use super::header::{Field, Header};
use super::page::Page;
use super::rows::{Row, Rows};
use super::sheet::TextId;
use super::words::Words;
use super::{name, period, value, year};

/// Reads all blocks below a header into the page's hand-in.
pub fn read(page: &mut Page<'_>, words: &Words<'_>, header: &Header) {
    let sheet = page.sheet;
    let label = header.column(Field::Amount).map_or("", |col| header.words(col));
    page.tell_year_slips(0..header.first);
    let names_sums = |col: usize| {
        let (_, inner) = header.words(col).split_once(['(', '（']).unwrap_or_default();
        ["金额", "预算", "资金"].iter().any(|word| inner.contains(word))
    };
    let mut walk = Walk {
        scale: page.scale(label, header.first),
        year: page.year(0..header.first),
        unit: page.titled_unit(header.first).map(|text| name::unit(&text)),
        rows: Rows::new(words, header),
        words,
        open: None,
        gathered: Vec::new(),
        lost: false,
        sums_in_names: header.column(Field::Amount).is_none() && header.column(Field::Project).is_some_and(names_sums),
    };
    let titles: Vec<TextId> =
        sheet.ids().take_while(|(row, ..)| *row < header.first).map(|(_, _, text)| text).collect();
    for row in header.last + 1..sheet.height() {
        if !walk.is_title_again(&titles, header.first, row) {
            walk.row(page, row);
        }
    }
    walk.close(page);
}

/// A block being read.
struct Block {
    row: usize,
    target: HandedTarget,
}

struct Walk<'a> {
    words: &'a Words<'a>,
    rows: Rows<'a>,
    scale: Option<Scale>,
    year: Option<i32>,
    unit: Option<UnitName>,
    open: Option<Block>,
    /// The open block's indicators so far.
    gathered: Vec<Indicator>,
    /// Whether rows without a project were told of already.
    lost: bool,
    /// Whether projects' amounts stand behind their names.
    sums_in_names: bool,
}

impl Walk<'_> {
    fn row(&mut self, page: &mut Page<'_>, row: usize) {
        if self.rows.repeats_header(row) {
            return;
        }
        let heads = self.heads(page, row);
        if self.words.kind(heads.unit).total || self.words.kind(heads.project).total {
            return;
        }
        let (unit, project) = (page.sheet.text_of(heads.unit), page.sheet.text_of(heads.project));
        let department = project.is_empty() && !unit.is_empty() && self.is_department(unit, row);
        if !unit.is_empty() && !department {
            self.take_unit(page, unit);
        }
        if !project.is_empty() && !self.continues(page, project, row) {
            self.close(page);
            self.begin(page, project, row);
        }
        match self.rows.read(row) {
            Row::Indicator(found) => {
                if let Some(found) = found.into_indicator() {
                    self.indicator(page, row, found);
                }
            }
            Row::Nothing | Row::Total => {}
            Row::Footer => return,
        }
        self.extend(page, row);
    }

    /// Whether a row is one of the titles again, as above the header on every printed page.
    fn is_title_again(&self, titles: &[TextId], most: usize, row: usize) -> bool {
        let sheet = self.words.sheet;
        let mut texts = (0..sheet.width()).map(|col| sheet.own_id(row, col)).filter(|text| *text != TextId::BLANK);
        let printed =
            texts.next().is_some_and(|text| titles.contains(&text)) && texts.all(|text| titles.contains(&text));
        printed && (row + 1..=row + most).any(|below| self.rows.repeats_header(below))
    }

    /// The unit and the project that begin on a row; empty where the row only continues.
    fn heads(&self, page: &Page<'_>, row: usize) -> Heads {
        let own = |field: Field| {
            let column = self.rows.column(field).filter(|&col| page.sheet.origin(row, col) == (row, col));
            column.map_or(TextId::BLANK, |col| page.sheet.own_id(row, col))
        };
        let mut heads = Heads { unit: own(Field::Unit), project: own(Field::Project) };
        if let Some(column) = self.rows.column(Field::UnitProject) {
            let text = own(Field::UnitProject);
            if self.has_contents(row) || self.owns_rows_below(page, row, column) {
                heads.project = text;
            } else if !self.words.kind(text).footer {
                heads.unit = text;
            }
        }
        // Where no column names units, one stands alone above its projects.
        if !self.header_names_units() && !self.has_contents(row) && self.is_unit(heads.project) {
            heads = Heads { unit: heads.project, project: TextId::BLANK };
        }
        for head in [&mut heads.unit, &mut heads.project] {
            if self.words.kind(*head).footer {
                *head = TextId::BLANK;
            }
        }
        heads
    }

    fn header_names_units(&self) -> bool {
        self.rows.column(Field::Unit).is_some() || self.rows.column(Field::UnitProject).is_some()
    }

    fn is_unit(&self, text: TextId) -> bool {
        text != TextId::BLANK && name::is_organisation(self.words.sheet.text_of(text))
    }

    fn has_contents(&self, row: usize) -> bool {
        [Field::Objective, Field::Level1, Field::Level2, Field::Level3, Field::Value]
            .iter()
            .any(|&field| !self.rows.text(row, field).is_empty())
    }

    /// Whether the rows below a name alone on its row are its own: they leave the names' column blank and hold indicators.
    fn owns_rows_below(&self, page: &Page<'_>, row: usize, column: usize) -> bool {
        if page.sheet.own(row, column).is_empty() {
            return false;
        }
        let below = (row + 1..page.sheet.height()).find(|&below| !page.sheet.is_blank(below));
        below.is_some_and(|below| page.sheet.own(below, column).is_empty() && self.has_contents(below))
    }

    /// A department's row above its units carries a sum and a short code: `820-马踏镇部门`.
    fn is_department(&self, unit: &str, row: usize) -> bool {
        let short = name::unit(unit).code.is_some_and(|code| code.len() == 3);
        short && !self.has_contents(row)
    }

    fn take_unit(&mut self, page: &mut Page<'_>, text: &str) {
        let unit = name::unit(text);
        if self.unit.as_ref() != Some(&unit) {
            self.close(page);
            self.unit = Some(unit);
        }
    }

    /// Whether a project's name only repeats the open block's.
    fn continues(&self, page: &Page<'_>, project: &str, row: usize) -> bool {
        let Some(block) = &self.open else { return false };
        let objective = self.rows.text(row, Field::Objective);
        let same_words = |text: &str| text.is_empty() || squeeze(text) == squeeze(&block.target.submission.objective);
        let column = self.rows.column(Field::Project).or_else(|| self.rows.column(Field::UnitProject));
        let area = column.is_some_and(|col| page.sheet.end(row, col).0 > row);
        block.target.project == self.project(project, row) && same_words(objective) && !area
    }

    fn begin(&mut self, page: &mut Page<'_>, text: &str, row: usize) {
        let project = self.project(text, row);
        self.rows.restart();
        let mut target = self.blank_target(project);
        let column = self.rows.column(Field::Project).unwrap_or(0);
        target.submission.amount = self.summed(text).and_then(|(_, sum)| page.amount((row, column), sum, self.scale));
        self.open = Some(Block { row, target });
        if self.unit.is_none() {
            page.problem(Severity::Warning, row, column, t!("exchange.unit.missing"));
        }
    }

    /// A project's name with its code, which may have a column of its own.
    fn project(&self, text: &str, row: usize) -> ProjectName {
        let mut project = name::project(self.summed(text).map_or(text, |(name, _)| name));
        let code = name::one_line(self.rows.text(row, Field::ProjectCode));
        if project.code.is_none() && name::may_be_code(&code) {
            project.code = Some(code);
        }
        project
    }

    /// A project's name and its amount, where the head says that both stand in one cell: 项目名称(金额) above 修路(350万元).
    fn summed<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        if !self.sums_in_names {
            return None;
        }
        let inner = text.trim().strip_suffix([')', '）'])?;
        let (name, sum) = inner.split_at_checked(value::opening(inner)?)?;
        Some((name.trim(), sum.trim_start_matches(['(', '（'])))
    }

    fn blank_target(&self, project: ProjectName) -> HandedTarget {
        let unit = self.unit.clone().unwrap_or_default();
        HandedTarget { unit, project, year: self.year, category: None, submission: Submission::default() }
    }

    fn indicator(&mut self, page: &mut Page<'_>, row: usize, indicator: Indicator) {
        if self.open.is_some() {
            self.gathered.push(indicator);
        } else if !self.lost {
            self.lost = true;
            let column = self.rows.column(Field::Level3).unwrap_or(0);
            page.problem(Severity::Error, row, column, t!("exchange.row.no_project"));
        }
    }

    /// Adds what a row states for its block: amount, objective, category, year, codes.
    fn extend(&mut self, page: &mut Page<'_>, row: usize) {
        let text = |field: Field| self.rows.text(row, field);
        let own = |field: Field| self.rows.column(field).is_some_and(|col| page.sheet.origin(row, col).0 == row);
        let (objective, amount) = (text(Field::Objective), text(Field::Amount));
        let period = text(Field::Period);
        let (category, cell_year, code) = (text(Field::Category), text(Field::Year), text(Field::UnitCode));
        let Some(block) = &mut self.open else { return };
        let target = &mut block.target;
        if own(Field::Objective) && !objective.is_empty() && !target.submission.objective.contains(objective) {
            let joint = if target.submission.objective.is_empty() { "" } else { "\n" };
            target.submission.objective = format!("{}{joint}{objective}", target.submission.objective);
        }
        if target.category.is_none() && !category.is_empty() {
            target.category = name::category(category);
        }
        match year::of_cell(cell_year) {
            Some(found) => target.year = Some(found),
            None if self.rows.says_nothing(row, Field::Year) => {}
            None => {
                let column = self.rows.column(Field::Year).unwrap_or(0);
                page.problem(Severity::Error, row, column, t!("exchange.year.wrong", text = cell_year));
            }
        }
        if own(Field::Period) && target.submission.until.is_none() {
            target.submission.until = period::of_cell(period, target.year);
        }
        if target.unit.code.is_none() && !self.rows.says_nothing(row, Field::UnitCode) {
            target.unit.code = Some(name::one_line(code));
        }
        if own(Field::Amount) && target.submission.amount.is_none() && !amount.is_empty() {
            let column = self.rows.column(Field::Amount).unwrap_or(0);
            target.submission.amount = page.amount((row, column), amount, self.scale);
        }
    }

    fn close(&mut self, page: &mut Page<'_>) {
        let Some(mut block) = self.open.take() else { return };
        block.target.submission.indicators = self.gathered.drain(..).collect();
        if block.target.submission.indicators.is_empty() {
            let project = &block.target.project.name;
            let column = self.rows.column(Field::Level3).unwrap_or(0);
            page.problem(Severity::Warning, block.row, column, t!("exchange.indicators.none", project = project));
        }
        self.lost = false;
        let mut target = block.target;
        page.file.clone_into(&mut target.submission.source);
        let column = self.rows.column(Field::Project).or_else(|| self.rows.column(Field::UnitProject));
        page.target((block.row, column.unwrap_or(0)), target);
    }
}

/// Names that begin on a row.
struct Heads {
    unit: TextId,
    project: TextId,
}
