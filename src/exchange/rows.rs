//! Rows of an indicator table → indicators: levels filled down, names cleaned, sign, value and unit taken apart.
//!
//! Shared by all layouts. Knows which rows are templates, sums or footers; knows nothing of projects.

use std::rc::Rc;

use crate::domain::evaluation::EvaluationIndicator;
use crate::domain::measure::{Measure, Sign, decimal, fold, says_nothing};
use crate::domain::target::Indicator;

use super::header::{Field, Header};
use super::sheet::{Sheet, TextId};
use super::words::Words;
use super::{level, name, value};

/// What a row of the table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// An indicator.
    Indicator(Box<IndicatorRow>),
    /// Nothing: blank, or a line of the template that was not filled in.
    Nothing,
    /// A sum, 总分.
    Total,
    /// The table is over: notes, opinions, signatures.
    Footer,
}

/// An indicator's cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IndicatorRow {
    l1: Option<Rc<str>>,
    l2: Option<Rc<str>>,
    l3: Rc<str>,
    measure: Rc<Measure>,
    weight: Option<String>,
    actual: Option<String>,
    score: Option<String>,
    reason: Option<String>,
}

impl IndicatorRow {
    /// As an indicator of a target; none where only points or what was reached stand on its row, which no target keeps.
    pub fn into_indicator(self) -> Option<Indicator> {
        let written = self.measure.written().clone();
        let stated = !self.l3.is_empty() || !says_nothing(&written.value);
        stated.then(|| Indicator {
            l1: self.l1.as_deref().map(str::to_owned),
            l2: self.l2.as_deref().map(str::to_owned),
            l3: Some(self.l3.as_ref().to_owned()),
            sign: written.sign,
            value: Some(written.value),
            unit: written.unit,
            weight: self.weight,
            raw: self.measure.raw.clone(),
        })
    }

    /// As an indicator of an evaluation.
    pub fn into_evaluated(self) -> EvaluationIndicator {
        let written = self.measure.written().clone();
        EvaluationIndicator {
            l1: self.l1.as_deref().map(str::to_owned),
            l2: self.l2.as_deref().map(str::to_owned),
            l3: Some(self.l3.as_ref().to_owned()),
            sign: written.sign,
            target: Some(written.value),
            unit: written.unit,
            actual: self.actual,
            weight: self.weight,
            score: self.score,
            reason: self.reason,
        }
    }
}

/// Whether a text is nothing but a nought: what systems put into points and scores that nobody filled in.
fn is_zero(text: &str) -> bool {
    decimal(&fold(text)).is_some_and(|number| number.is_zero())
}

/// Points without the word 分.
pub fn points(text: String) -> String {
    match text.strip_suffix('分') {
        Some(number) if number.ends_with(|c: char| c.is_ascii_digit()) => number.trim().to_owned(),
        _ => text,
    }
}

/// Reads the rows of one table; keeps the levels that a row leaves to the one above.
#[derive(Debug)]
pub struct Rows<'a> {
    sheet: &'a Sheet,
    words: &'a Words<'a>,
    header: &'a Header,
    /// The header's columns, by field.
    columns: Vec<Option<usize>>,
    /// The last row that a head reaches down to, by field: its text is none of the rows'.
    reach: Vec<usize>,
    l1: Option<Rc<str>>,
    l2: Option<Rc<str>>,
    /// The level 1 of the last row that holds nothing else, in a table without a column for it.
    heading: Option<Rc<str>>,
}

impl<'a> Rows<'a> {
    /// Starts below a header.
    pub fn new(words: &'a Words<'a>, header: &'a Header) -> Self {
        let last = Field::ALL.iter().map(|field| *field as usize).max().unwrap_or(0);
        let mut columns = vec![None; last + 1];
        for &field in Field::ALL {
            if let Some(column) = columns.get_mut(field as usize) {
                *column = header.column(field);
            }
        }
        let reaches = |col: &Option<usize>| col.map_or(0, |col| words.sheet.end(header.last, col).0);
        let reach = columns.iter().map(reaches).collect();
        Self { sheet: words.sheet, words, header, columns, reach, l1: None, l2: None, heading: None }
    }

    /// Forgets the levels: a new project begins.
    pub fn restart(&mut self) {
        (self.l1, self.l2, self.heading) = (None, None, None);
    }

    /// The text of a field on a row; `""` without such a column.
    pub fn text(&self, row: usize, field: Field) -> &'a str {
        self.sheet.text_of(self.id(row, field))
    }

    /// Which text [`Rows::text`] gives.
    fn id(&self, row: usize, field: Field) -> TextId {
        if field == Field::Value
            && let Some(adjusted) = self.header.adjusted().map(|col| self.sheet.in_column_id(row, col))
            && !self.words.kind(adjusted).nothing
        {
            return adjusted;
        }
        let below = self.reach.get(field as usize).is_none_or(|reach| row > *reach);
        self.column(field).filter(|_| below).map_or(TextId::BLANK, |col| self.sheet.in_column_id(row, col))
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.get(field as usize).copied().flatten()
    }

    fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// Whether a field says nothing on a row.
    pub fn says_nothing(&self, row: usize, field: Field) -> bool {
        self.words.kind(self.id(row, field)).nothing
    }

    /// Reads a row.
    pub fn read(&mut self, row: usize) -> Row {
        if self.header.is_outlined() && self.outlines(row) {
            return Row::Nothing;
        }
        if let Some(heading) = self.heads_level(row) {
            (self.l1, self.l2, self.heading) = (Some(Rc::clone(&heading)), None, Some(heading));
            return Row::Nothing;
        }
        if let Some(kind) = self.other_kind(row) {
            return kind;
        }
        // A sum's label may be merged down over several rows.
        if [Field::Level1, Field::Level2].into_iter().any(|field| self.words.kind(self.id(row, field)).total) {
            return Row::Total;
        }
        self.take_levels(row);
        let l3 = self.take_name(row);
        let marks = [Field::Actual, Field::Weight, Field::Score];
        let evaluated = self.has(Field::Actual) || self.has(Field::Score);
        let says = |field: Field| !self.says_nothing(row, field) && !is_zero(self.text(row, field));
        let marked = evaluated && marks.into_iter().any(says);
        if l3.is_empty() && self.says_nothing(row, Field::Value) && !marked {
            return Row::Nothing;
        }
        let optional = |field| self.has(field).then(|| self.words.line(self.id(row, field)).as_ref().to_owned());
        let stated = |field| optional(field).filter(|_| !self.says_nothing(row, field));
        let shown = |field: Field| self.has(field).then(|| name::one_line(self.text(row, field)));
        Row::Indicator(Box::new(IndicatorRow {
            l1: self.l1.clone(),
            l2: self.l2.clone(),
            l3,
            measure: self.measure(row),
            weight: stated(Field::Weight).map(points).map(|text| text.trim_end_matches('%').to_owned()),
            actual: optional(Field::Actual),
            score: stated(Field::Score).map(points),
            reason: shown(Field::Reason),
        }))
    }

    fn measure(&self, row: usize) -> Rc<Measure> {
        let cells = [Field::Sign, Field::Nature, Field::Value, Field::Measure].map(|field| self.id(row, field));
        self.words.measure(cells, || self.read_measure(row))
    }

    fn read_measure(&self, row: usize) -> Measure {
        let value = self.text(row, Field::Value);
        let value = if self.header.is_valued() { value::valued(value) } else { value };
        let sign = self.text(row, Field::Sign);
        let nature = self.text(row, Field::Nature);
        let sign = if says_nothing(sign) && fold(nature).starts_with("定性") && !says_nothing(value) {
            Sign::Qualitative.term()
        } else {
            sign
        };
        Measure::of_parts(sign, value, self.text(row, Field::Measure))
    }

    /// Sums, footers and blank rows, and headers repeated on every printed page.
    fn other_kind(&self, row: usize) -> Option<Row> {
        if self.sheet.is_blank(row) {
            return Some(Row::Nothing);
        }
        let (level, named) = (self.level_column(), self.column(Field::Level3)?);
        let levels = [Field::Level1, Field::Level2].map(|field| self.column(field));
        for col in (0..=named).chain(levels.into_iter().flatten().filter(|col| *col > named)) {
            // Whatever an objective says heads no sum.
            if self.column(Field::Objective) == Some(col) {
                continue;
            }
            let kind = self.words.kind(self.sheet.own_id(row, col));
            if (kind.total || ((col <= level || col > named) && kind.footer)) && !self.is_text_of_indicator(row, col) {
                return Some(if kind.total { Row::Total } else { Row::Footer });
            }
        }
        if self.is_footer_alone(row) {
            return Some(Row::Footer);
        }
        let across = self.sheet.origin(row, named);
        if across.1 < named && across.1 <= level && self.sheet.end(row, named).1 >= named {
            return Some(Row::Footer);
        }
        self.repeats_header(row).then_some(Row::Nothing)
    }

    /// Whether a note or a signature is all that a row holds, below whichever column it stands.
    fn is_footer_alone(&self, row: usize) -> bool {
        let width = self.sheet.width();
        let footer = (0..width).any(|col| self.words.kind(self.sheet.own_id(row, col)).footer);
        let filled = || self.sheet.places(row).into_iter().filter(|col| !self.sheet.text(row, *col).is_empty()).count();
        footer && filled() == 1
    }

    /// Whether a cell is a project's name or objective beside an indicator: such a text may end with 意见 and ends no table.
    fn is_text_of_indicator(&self, row: usize, col: usize) -> bool {
        let texts = [Field::Unit, Field::Project, Field::UnitProject, Field::Category, Field::Objective];
        let stated = |field: Field| !self.says_nothing(row, field);
        texts.iter().any(|&field| self.column(field) == Some(col))
            && stated(Field::Level3)
            && (stated(Field::Value) || stated(Field::Level1) || stated(Field::Level2))
    }

    /// Whether a row is the header again, as on every printed page.
    pub fn repeats_header(&self, row: usize) -> bool {
        self.column(Field::Level3).is_some_and(|col| {
            let text = self.sheet.own_id(row, col);
            let named = self.words.field(text).is_some_and(|(field, _)| field == Field::Level3);
            named || (text != TextId::BLANK && self.sheet.text_of(text) == self.header.words(col))
        })
    }

    fn level_column(&self) -> usize {
        let columns = [Field::Level1, Field::Level2, Field::Level3].map(|field| self.column(field));
        columns.into_iter().flatten().min().unwrap_or(0)
    }

    /// The level 1 that a row of its own names in a table without a column for it: across the names, or with nothing beside it.
    fn heads_level(&self, row: usize) -> Option<Rc<str>> {
        let (level, named) = (self.column(Field::Level2)?, self.column(Field::Level3)?);
        if self.has(Field::Level1) {
            return None;
        }
        let (top, left) = self.sheet.origin(row, level);
        let text = self.sheet.own_id(top, left);
        let across = left <= level && self.sheet.end(row, level).1 >= named;
        let alone = || {
            let blank = [Field::Level3, Field::Value].iter().all(|field| self.says_nothing(row, *field));
            blank && !level::is_second(self.sheet.text_of(text))
        };
        let heads = top == row && level::is_first(self.sheet.text_of(text)) && (across || alone());
        self.words.first(text).filter(|_| heads)
    }

    /// Whether a row holds nothing but a level above the names below it, which it then sets.
    fn outlines(&mut self, row: usize) -> bool {
        let text = self.text(row, Field::Level3);
        let Some((first, name)) = level::heading(text).filter(|_| self.says_nothing(row, Field::Value)) else {
            return false;
        };
        // 满意度指标 below itself is its level 2.
        let name = Some(Rc::from(name));
        if first && self.l1 != name {
            (self.l1, self.l2) = (name, None);
        } else {
            self.l2 = level::second(text).map(Rc::from);
            let above = self.l2.as_deref().and_then(level::above).map(Rc::from);
            self.l1 = self.l1.take().or(above);
        }
        true
    }

    /// The level 1 above a level 2 in a table without a column for it.
    fn level_above(&self, second: &str) -> Option<Rc<str>> {
        let above = level::above(second).map(Rc::from);
        let told = self.heading.clone();
        if above.is_none() || second == "成本指标" { told.or(above) } else { above }
    }

    /// Whether one cell stands for levels 1 and 2 together (服务对象满意度指标).
    fn spans_levels(&self, row: usize) -> bool {
        let columns = (self.column(Field::Level1), self.column(Field::Level2));
        let (Some(first), Some(second)) = columns else { return false };
        first < second && !self.sheet.text(row, first).is_empty() && self.sheet.end(row, first).1 >= second
    }

    /// The name of a row's indicator. Levels that are joined to it become the row's own.
    fn take_name(&mut self, row: usize) -> Rc<str> {
        let id = self.id(row, Field::Level3);
        if self.header.is_valued() {
            return name::indicator(value::named(self.sheet.text_of(id))).into();
        }
        if !self.header.is_joined() {
            return self.words.indicator(id);
        }
        match level::joined(self.sheet.text_of(id)) {
            Some(joined) => {
                (self.l1, self.l2) = (joined.first.map(Rc::from), joined.second.map(Rc::from));
                name::indicator(joined.rest).into()
            }
            None => self.words.indicator(id),
        }
    }

    fn take_levels(&mut self, row: usize) {
        let (first, second) = (self.id(row, Field::Level1), self.id(row, Field::Level2));
        let dashed = |text: TextId| text != TextId::BLANK && self.words.kind(text).nothing;
        if dashed(first) {
            (self.l1, self.l2) = (None, None);
        }
        if dashed(second) {
            self.l2 = None;
        }
        let (l1, l2) =
            (self.words.first(first).filter(|_| !dashed(first)), self.words.second(second).filter(|_| !dashed(second)));
        if l1.is_some() && l1 != self.l1 {
            self.l2 = None;
            self.l1 = l1;
        }
        if l2.is_some() {
            if !self.has(Field::Level1) {
                self.l1 = l2.as_deref().and_then(|second| self.level_above(second));
            }
            self.l2 = l2;
        } else if self.spans_levels(row) {
            self.l2 = self.words.second(first);
        }
    }
}
