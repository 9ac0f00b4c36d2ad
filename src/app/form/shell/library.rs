//! Taking a standard indicator from the library: into a row of the unit's grid, or into the opinion.

use rust_i18n::t;

use super::{Form, Kind, amend};
use crate::app::common::Common;
use crate::app::effect::Ask;
use crate::app::field::Field;
use crate::app::popup::{Popup, Shelf};
use crate::app::reason::Reason;
use crate::domain::library::Standard;

impl Form {
    /// Whether the form has anywhere to put a standard.
    pub(super) fn available_library(&self) -> Result<(), Reason> {
        if self.kind == Some(Kind::Amend) || self.text_box().is_some() {
            return Ok(());
        }
        Err(Reason::Words("form.reason.no-text"))
    }

    /// Asks for the county's own standards, to show them with the bundled ones.
    pub(super) fn ask_library(&mut self, common: &mut Common) {
        self.library_asked = Some(common.read(Ask::Standards));
    }

    /// Shows the library; the cursor is on what comes nearest to the row's indicator.
    pub(super) fn take_standards(&mut self, own: &[Standard], common: &mut Common) {
        self.library_asked = None;
        let name = amend::name(&self.sheet).unwrap_or_default();
        common.popup(Popup::Library(Box::new(Shelf::new(own, &name))));
    }

    /// Puts a standard into the row that has the focus, or into a new one; outside the unit's form into the opinion.
    pub(super) fn take_standard(&mut self, standard: &Standard, common: &mut Common) {
        if self.kind == Some(Kind::Amend) {
            let Some(state) = self.file.as_ref().map(|file| file.target.standing.state) else { return };
            amend::fill(&mut self.sheet, standard, state);
            return self.changed(common);
        }
        let Some(place) = self.text_box() else { return };
        self.sheet.focus_on(place);
        if let Field::Text(text) = &mut self.sheet.entries[place].field {
            let words =
                t!("library.sentence", name = standard.name, level = standard.l2, usual = standard.usual_text());
            text.phrase(&words);
            self.changed(common);
        }
    }
}
