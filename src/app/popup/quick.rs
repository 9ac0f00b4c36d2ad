//! Quick pass and return: one grade for all criteria, and an opinion.
//!
//! Says how many targets and how much money it is about. What it makes of the answer is its opener's.

use rust_i18n::t;

use super::{Outcome, Purpose, Said};
use crate::app::action::Action;
use crate::app::key::{Key, KeyCode};
use crate::app::keymap::Bound;
use crate::app::line::Line;
use crate::domain::command::Verdict;
use crate::domain::grade::Grade;

/// Quick pass or return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quick {
    /// Pass or return.
    pub verdict: Verdict,
    /// The question: what, how many, how much money.
    pub title: String,
    /// What it is about and what will happen, line by line.
    pub lines: Vec<String>,
    /// Whether it is about several targets, so that a last question is asked.
    pub several: bool,
    /// The grade for all criteria; there is no default, because a grade is given and never taken.
    pub grade: Option<Grade>,
    /// The opinion.
    pub opinion: Line,
    /// The field that has the focus.
    pub field: QuickField,
    /// What is missing, or why it was refused.
    pub fault: Option<String>,
}

/// A field of the popup, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuickField {
    /// The grade.
    Grade,
    /// The opinion.
    Opinion,
    /// The question whether to do it for all of them, and whether the cursor is on yes.
    Sure(bool),
}

impl Quick {
    /// Asks for grade and opinion.
    pub fn new(verdict: Verdict, title: String, lines: Vec<String>, several: bool) -> Self {
        let (opinion, field) = (Line::default(), QuickField::Grade);
        Self { verdict, title, lines, several, grade: None, opinion, field, fault: None }
    }

    pub(super) const fn is_typing(&self) -> bool {
        matches!(self.field, QuickField::Opinion)
    }

    pub(super) fn run(&mut self, bound: Bound) -> Outcome {
        match (bound.action, self.field) {
            (Action::Grade, _) => {
                self.grade = Grade::ALL.get(bound.nth % Grade::ALL.len()).copied();
                self.fault = None;
                self.field = QuickField::Opinion;
            }
            (Action::Accept, _) => return self.accept(),
            (Action::NextField | Action::Down, _) => self.field = self.after(),
            (Action::PreviousField | Action::Up, _) => self.field = self.before(),
            _ => {}
        }
        Outcome::Stay
    }

    fn after(&self) -> QuickField {
        match self.field {
            QuickField::Grade => QuickField::Opinion,
            QuickField::Opinion if self.several => QuickField::Sure(false),
            QuickField::Opinion | QuickField::Sure(_) => QuickField::Grade,
        }
    }

    fn before(&self) -> QuickField {
        match self.field {
            QuickField::Grade if self.several => QuickField::Sure(false),
            QuickField::Grade | QuickField::Sure(_) => QuickField::Opinion,
            QuickField::Opinion => QuickField::Grade,
        }
    }

    fn accept(&mut self) -> Outcome {
        if self.field == QuickField::Sure(false) {
            return Outcome::Close;
        }
        let Some(grade) = self.grade else {
            self.field = QuickField::Grade;
            return self.lacks("popup.quick.needs-grade");
        };
        if self.field == QuickField::Grade {
            self.field = QuickField::Opinion;
            return Outcome::Stay;
        }
        if self.verdict == Verdict::Return && self.opinion.text().trim().is_empty() {
            self.field = QuickField::Opinion;
            return self.lacks("popup.quick.needs-opinion");
        }
        self.fault = None;
        if self.several && self.field == QuickField::Opinion {
            self.field = QuickField::Sure(false);
            return Outcome::Stay;
        }
        Outcome::Tell(Purpose::Quick, Said::Graded(self.verdict, grade, self.opinion.text().trim().to_owned()))
    }

    fn lacks(&mut self, key: &str) -> Outcome {
        self.fault = Some(t!(key).into_owned());
        Outcome::Stay
    }

    pub(super) fn key(&mut self, key: Key) -> Outcome {
        match (self.field, key.code) {
            (QuickField::Opinion, _) => {
                self.opinion.key(key);
                self.fault = None;
            }
            (QuickField::Sure(yes), KeyCode::Left | KeyCode::Right) => self.field = QuickField::Sure(!yes),
            (QuickField::Sure(_), _) => match key.folded().text() {
                Some('y' | 'Y') => {
                    self.field = QuickField::Sure(true);
                    return self.accept();
                }
                Some('n' | 'N') => return Outcome::Close,
                _ => {}
            },
            (QuickField::Grade, KeyCode::Left) => self.slide(false),
            (QuickField::Grade, KeyCode::Right) => self.slide(true),
            // Words are meant for the opinion, whatever has the focus.
            (QuickField::Grade, _) if key.is_from_input_method() => {
                self.field = QuickField::Opinion;
                self.opinion.key(key);
            }
            (QuickField::Grade, _) => {}
        }
        Outcome::Stay
    }

    /// Moves the grade by one with the arrows, for whoever has no digits at hand.
    fn slide(&mut self, on: bool) {
        let place = self.grade.and_then(|grade| Grade::ALL.iter().position(|other| *other == grade));
        let to = match (place, on) {
            (None, _) => 0,
            (Some(place), true) => (place + 1).min(Grade::ALL.len() - 1),
            (Some(place), false) => place.saturating_sub(1),
        };
        self.grade = Grade::ALL.get(to).copied();
        self.fault = None;
    }

    pub(super) fn paste(&mut self, text: &str) {
        if self.field == QuickField::Grade {
            self.field = QuickField::Opinion;
        }
        if self.is_typing() {
            self.opinion.insert(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::app::fixture::Desk;
    use crate::app::msg::Msg;
    use crate::app::popup::Popup;

    #[test]
    fn words_typed_into_a_quick_return_are_kept_for_their_target_and_go_with_its_answer() {
        let opinion = |desk: &Desk| match desk.app.popups.last() {
            Some(Popup::Quick(quick)) => quick.opinion.text().to_owned(),
            other => panic!("no quick popup: {other:?}"),
        };
        let mut desk = Desk::of("教科文股经办");
        // Nobody looks at the field while an input method composes: words before the grade are the opinion.
        desk.keys("b目标笼统");
        assert_eq!(opinion(&desk), "目标笼统");
        desk.keys("<Esc>jb");
        assert_eq!(opinion(&desk), "", "another target");
        desk.keys("<Esc>k");
        let mut desk = desk.killed();
        desk.keys("b");
        assert_eq!(opinion(&desk), "目标笼统");
        desk.keys("<Esc>t");
        assert_eq!(opinion(&desk), "", "what returns is not what passes");
        desk.keys("<Esc>b3");
        desk.send(Msg::Paste(",请改".to_owned()));
        assert_eq!(opinion(&desk), "目标笼统,请改");
        desk.keys("<Enter>");
        assert!(desk.file.drafts.is_empty(), "{:?}", desk.file.drafts);
    }
}
