//! The documents that are cited where the cursor stands: by the finding's rule, in the opinion, or by the procedure itself.

use super::{Case, Tab, Told, told};
use crate::app::common::Common;
use crate::app::reason::Reason;
use crate::app::screen::Screen;
use crate::app::screen::register::Registers;
use crate::domain::check::rule;
use crate::domain::register::citation::cited;
use crate::domain::view::CaseFile;

impl Case {
    pub(super) fn available_cite(&self, file: &CaseFile, common: &Common) -> Result<(), Reason> {
        if self.cited(file, common).is_empty() { Err(Reason::Words("register.reason.nothing-cited")) } else { Ok(()) }
    }

    /// Opens the register of documents on those that are cited.
    pub(super) fn cite(&self, file: &CaseFile, common: &mut Common) {
        let numbers = self.cited(file, common);
        let registers = Registers::cited(numbers, common);
        common.open(Screen::Registers(Box::new(registers)));
    }

    fn cited(&self, file: &CaseFile, common: &Common) -> Vec<String> {
        let text = match self.tab {
            Tab::Findings => told(file).get(self.cursor()).map(|row| match row {
                Told::Found(finding, _) | Told::Earlier(_, finding) => rule::source(&finding.id),
                Told::Unchecked(unchecked, _) => rule::source(&unchecked.id),
            }),
            Tab::Opinions => file.reviews.get(self.cursor()).map(|review| review.opinion.clone()),
            _ => None,
        };
        let here = cited(&text.unwrap_or_default());
        if here.is_empty() { cited(&common.procedure.sources.join(" ")) } else { here }
    }
}
