//! Giving documents out, from whatever screen: the form is asked, the wish goes to the file, and what was written where is told.
//!
//! A file that is there already is replaced only when the person says so. It must not know what a document looks like.

use rust_i18n::t;

use super::common::Common;
use super::effect::{Ask, Reply};
use super::popup::{Confirm, ExportForm, Popup, Purpose, Said};
use crate::domain::export::{Document, Export, Exported, Kept, Which};

/// What is being given out.
#[derive(Debug, Default)]
pub struct Outlet {
    /// The targets that were meant when the form was asked for.
    which: Option<Which>,
    /// The wish that is under way, or that a file stands in the way of.
    wish: Option<Export>,
    ticket: u64,
}

impl Outlet {
    /// Asks which document of the targets meant is wanted, and where.
    pub fn ask(&mut self, which: Which, form: ExportForm, common: &mut Common) {
        self.which = Some(which);
        common.popup(Popup::Export(form));
    }

    /// Takes what the form or the question was told; returns false when it is none of these.
    pub fn told(&mut self, purpose: Purpose, said: &Said, common: &mut Common) -> bool {
        match (purpose, said) {
            (Purpose::Export, Said::Wanted(document, format, to)) => {
                let Some(which) = self.which.clone() else { return true };
                let (document, format, to) = (*document, Some(*format), to.clone());
                self.want(Export { document, which, unit: None, format, to, replace: false }, common);
                true
            }
            (Purpose::Replace, Said::Yes) => {
                if let Some(wish) = self.wish.take() {
                    self.want(Export { replace: true, ..wish }, common);
                }
                true
            }
            _ => false,
        }
    }

    fn want(&mut self, wish: Export, common: &mut Common) {
        self.ticket = common.read(Ask::Export(Box::new(wish.clone())));
        common.tell(t!("export.going", to = wish.to));
        self.wish = Some(wish);
    }

    /// Takes an answer, if the ticket is its own.
    pub fn answer(&mut self, ticket: u64, reply: &Reply, common: &mut Common) {
        if ticket != self.ticket {
            return;
        }
        match reply {
            Reply::Exported(Ok(exported)) => {
                self.wish = None;
                common.tell(written(exported));
            }
            Reply::Exported(Err(Kept::Exists(path))) => {
                let lines = vec![t!("export.exists", path = path).into_owned()];
                let title = t!("export.replace").into_owned();
                common.popup(Popup::Confirm(Confirm::new(Purpose::Replace, title, lines)));
            }
            Reply::Exported(Err(Kept::Other(words))) => common.again(words.clone()),
            _ => {}
        }
    }
}

/// What was written where.
fn written(exported: &Exported) -> String {
    let (count, first) = (exported.targets, exported.files.first().map_or("", String::as_str));
    match exported.files.len() {
        0 | 1 => t!("export.written", count = count, file = first).into_owned(),
        files => t!("export.written-several", count = count, files = files, file = first).into_owned(),
    }
}

/// Documents of many targets, and of one.
pub const OF_QUEUE: [Document; 4] = [Document::List, Document::Targets, Document::Review, Document::Notice];
/// Documents of one target.
pub const OF_TARGET: [Document; 3] = [Document::Review, Document::Targets, Document::Notice];
