//! What the texts of a sheet are, found out once for each distinct text: tables of thousands of rows repeat most of theirs.
//!
//! Owns nothing but the memory of what [`header`](super::header), [`name`](super::name), [`level`](super::level) and the measures
//! say of a text.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use crate::domain::measure::{Measure, fold, says_nothing};

use super::header::{Field, bare, field_of, names_indicators};
use super::sheet::{Sheet, TextId};
use super::{level, name};

/// What is found out about texts, by their ids.
#[derive(Debug)]
struct Memo<T>(RefCell<Vec<Option<T>>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T: Clone> Memo<T> {
    fn of(&self, id: TextId, find: impl FnOnce() -> T) -> T {
        if let Some(known) = self.0.borrow().get(id.place()).and_then(Option::clone) {
            return known;
        }
        let found = find();
        let mut all = self.0.borrow_mut();
        if all.len() <= id.place() {
            all.resize(id.place() + 1, None);
        }
        if let Some(known) = all.get_mut(id.place()) {
            *known = Some(found.clone());
        }
        found
    }
}

/// What a cell's text can be beside contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// It says nothing: blank, a dash, a slash.
    pub nothing: bool,
    /// It heads a row of sums.
    pub total: bool,
    /// It belongs below a table.
    pub footer: bool,
}

/// A sheet with what is known of its texts.
#[derive(Debug)]
pub struct Words<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    fields: Memo<Option<(Field, usize)>>,
    kinds: Memo<Kind>,
    firsts: Memo<Option<Rc<str>>>,
    seconds: Memo<Option<Rc<str>>>,
    names: Memo<Rc<str>>,
    lines: Memo<Rc<str>>,
    measures: RefCell<HashMap<[TextId; 4], Rc<Measure>>>,
    headed: OnceCell<Vec<bool>>,
}

impl<'a> Words<'a> {
    /// Knows nothing yet.
    pub fn new(sheet: &'a Sheet) -> Self {
        Self {
            sheet,
            fields: Memo::default(),
            kinds: Memo::default(),
            firsts: Memo::default(),
            seconds: Memo::default(),
            names: Memo::default(),
            lines: Memo::default(),
            measures: RefCell::default(),
            headed: OnceCell::new(),
        }
    }

    /// Whether a text on a row is a header's for a level, or for the names of indicators: every whole header has one of them.
    pub fn may_head(&self, row: usize) -> bool {
        self.headed.get_or_init(|| self.headed()).get(row).copied().unwrap_or(false)
    }

    /// For each row, whether it may be a header.
    fn headed(&self) -> Vec<bool> {
        // 绩效指标 heads names only where levels are joined to them; else it stands above the levels.
        let joined = OnceCell::new();
        let any_joined = || *joined.get_or_init(|| self.sheet.distinct().any(|text| level::joined(text).is_some()));
        let names_joined = |text: &str| text.starts_with("绩效指标") && bare(text) == "绩效指标" && any_joined();
        let heads = |(at, text): (usize, &str)| {
            // Every word for a level has one of these; nearly no other text has them.
            let field = text.contains(['级', '类']).then(|| field_of(text)).flatten();
            let level = field.is_some_and(|(field, _)| matches!(field, Field::Level1 | Field::Level2 | Field::Level3));
            (level || names_indicators(text) || names_joined(text)).then_some(at + 1)
        };
        let texts: Vec<usize> = self.sheet.distinct().enumerate().filter_map(heads).collect();
        let mut out = vec![false; self.sheet.height()];
        self.beside_values(&mut out);
        for (row, col, text) in self.sheet.ids() {
            if texts.contains(&text.place()) {
                out.iter_mut().take(self.sheet.end(row, col).0 + 1).skip(row).for_each(|row| *row = true);
            }
        }
        out
    }

    /// Marks the rows on which 绩效指标 stands beside heads of a value and of a project: a table without levels.
    fn beside_values(&self, out: &mut [bool]) {
        let named = |text: &str| text.contains("绩效指标") && bare(text) == "绩效指标";
        let ids: Vec<usize> =
            self.sheet.distinct().enumerate().filter(|(_, text)| named(text)).map(|(at, _)| at + 1).collect();
        if ids.is_empty() {
            return;
        }
        for (row, _, _) in self.sheet.ids().filter(|(_, _, text)| ids.contains(&text.place())) {
            let fields: Vec<Field> = (0..self.sheet.width())
                .filter_map(|col| self.field(self.sheet.own_id(row, col)).map(|(field, _)| field))
                .collect();
            if fields.contains(&Field::Value)
                && fields.contains(&Field::Project)
                && let Some(row) = out.get_mut(row)
            {
                *row = true;
            }
        }
    }

    /// The field that a header's text names, and its rank.
    pub fn field(&self, id: TextId) -> Option<(Field, usize)> {
        self.fields.of(id, || field_of(self.sheet.text_of(id)))
    }

    /// What a text can be beside contents.
    pub fn kind(&self, id: TextId) -> Kind {
        self.kinds.of(id, || {
            let text = self.sheet.text_of(id);
            Kind { nothing: says_nothing(text), total: name::is_total(text), footer: name::is_footer(text) }
        })
    }

    /// The level 1 that a text names.
    pub fn first(&self, id: TextId) -> Option<Rc<str>> {
        self.firsts.of(id, || level::first(self.sheet.text_of(id)).map(Rc::from))
    }

    /// The level 2 that a text names.
    pub fn second(&self, id: TextId) -> Option<Rc<str>> {
        self.seconds.of(id, || level::second(self.sheet.text_of(id)).map(Rc::from))
    }

    /// The indicator that a text names; empty for a template's placeholder.
    pub fn indicator(&self, id: TextId) -> Rc<str> {
        self.names.of(id, || name::indicator(self.sheet.text_of(id)).into())
    }

    /// A text in half-width characters on one line.
    pub fn line(&self, id: TextId) -> Rc<str> {
        self.lines.of(id, || fold(self.sheet.text_of(id)).replace('\n', "").into())
    }

    /// The measure of the cells of sign, nature, value and unit, as `read` reads it.
    pub fn measure(&self, cells: [TextId; 4], read: impl FnOnce() -> Measure) -> Rc<Measure> {
        if let Some(known) = self.measures.borrow().get(&cells) {
            return Rc::clone(known);
        }
        let found = Rc::new(read());
        self.measures.borrow_mut().insert(cells, Rc::clone(&found));
        found
    }
}
