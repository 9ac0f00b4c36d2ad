//! The indicator library: typed words or pinyin initials narrow it, Enter takes what is selected.

use super::choice::PAGE;
use super::{Outcome, Purpose, Said};
use crate::app::action::Action;
use crate::app::key::Key;
use crate::app::keymap::Bound;
use crate::app::line::Line;
use crate::app::walk::walked;
use crate::domain::library::{Library, Standard};

/// The library as a list that typed text narrows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    /// What is typed.
    pub line: Line,
    /// The place of the cursor among what is shown.
    pub cursor: usize,
    library: Library,
    shown: Vec<Standard>,
}

impl Shelf {
    /// The bundled library with the county's own before it; the cursor is on what comes nearest to an indicator's name.
    pub fn new(own: &[Standard], name: &str) -> Self {
        let library = match Library::bundled() {
            Ok(bundled) => bundled.with(own.to_vec()),
            Err(_) => Library::new(own.to_vec()),
        };
        let shown: Vec<Standard> = library.standards().cloned().collect();
        let near = library.nearest(name).map(|near| near.standard);
        let cursor = shown.iter().position(|standard| Some(standard) == near).unwrap_or(0);
        Self { line: Line::default(), cursor, library, shown }
    }

    /// The standards that answer to what is typed, the closest first.
    pub fn shown(&self) -> &[Standard] {
        &self.shown
    }

    pub(super) fn run(&mut self, bound: Bound) -> Outcome {
        if let Some(cursor) = walked(bound.action, self.cursor, PAGE, self.shown.len()) {
            self.cursor = cursor;
            return Outcome::Stay;
        }
        match (bound.action, self.shown.get(self.cursor)) {
            (Action::Accept, Some(standard)) => {
                Outcome::Tell(Purpose::Library, Said::Standard(Box::new(standard.clone())))
            }
            _ => Outcome::Stay,
        }
    }

    pub(super) fn key(&mut self, key: Key) {
        if self.line.key(key) {
            self.narrow();
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.line.insert(text);
        self.narrow();
    }

    fn narrow(&mut self) {
        self.shown = self.library.search(self.line.text()).into_iter().cloned().collect();
        self.cursor = 0;
    }
}
