//! The letters about everything that a session returned or left to be negotiated: asks for a folder, and has them written there.

use rust_i18n::t;

use super::room::Room;
use crate::app::common::Common;
use crate::app::effect::Ask;
use crate::app::popup::{About, Popup, Prompt, Purpose};
use crate::app::reason::Reason;
use crate::domain::export::{Exported, Kept};
use crate::domain::session::notices::{told, wish};
use crate::domain::session::view::ItemView;

impl Room {
    /// Whether there are letters to write.
    pub(super) fn may_notify(&self) -> Result<(), Reason> {
        let view = self.view.as_deref().ok_or(Reason::NothingSelected)?;
        Ok(wish(view, "", false).map(drop)?)
    }

    pub(super) fn ask_notices(&self, common: &mut Common) {
        let Some(view) = self.view.as_deref() else { return };
        let items: Vec<&ItemView> = told(view).collect();
        let mut units: Vec<_> = items.iter().map(|item| item.unit.id).collect();
        units.sort_unstable();
        units.dedup();
        let title = t!("room.ask.notices", count = items.len(), units = units.len()).into_owned();
        let folder = t!("room.ask.notices-folder", session = view.session.name).into_owned();
        let lines = super::lead::names(&items);
        let prompt = Prompt::filled(Purpose::Session(About::Notices), title, lines, folder);
        common.popup(Popup::Prompt(prompt.selected()));
    }

    pub(super) fn notify(&mut self, folder: &str, common: &mut Common) {
        let Some(view) = self.view.as_deref() else { return };
        if folder.trim().is_empty() {
            return common.again(t!("room.ask.notices-where").into_owned());
        }
        match wish(view, folder.trim(), false) {
            Ok(wish) => self.given_out = Some(common.read(Ask::Export(Box::new(wish)))),
            Err(refusal) => common.fail(refusal.words()),
        }
    }

    /// Tells what was written, or asks again.
    pub(super) fn take_given_out(&mut self, made: &Result<Exported, Kept>, common: &mut Common) {
        self.given_out = None;
        match made {
            Ok(Exported { targets, files }) => {
                let folder = files.first().and_then(|file| file.rsplit_once('/')).map_or("", |(folder, _)| folder);
                common.tell(t!("room.done.notices", count = targets, files = files.len(), folder = folder));
            }
            Err(Kept::Exists(path)) => common.again(t!("room.ask.notices-there", path = path).into_owned()),
            Err(Kept::Other(words)) => common.again(words.clone()),
        }
    }
}
