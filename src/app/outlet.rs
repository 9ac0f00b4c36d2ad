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

#[cfg(test)]
mod tests {
    use crate::app::action::Action;
    use crate::app::fixture::Desk;
    use crate::app::popup::{ExportField, Popup};
    use crate::domain::export::{Document, Format};

    fn desk() -> Desk {
        rust_i18n::set_locale("zh");
        Desk::of("教科文股经办")
    }

    #[test]
    fn a_list_goes_out_and_it_is_told_where_to() {
        let mut desk = desk();
        desk.keys("E");
        let Some(Popup::Export(form)) = desk.app.popups.last() else { panic!("{:?}", desk.app.popups) };
        assert_eq!((form.document, form.format, form.field), (Document::List, Format::Xlsx, ExportField::Path));
        assert!(form.title.contains("4 项"), "{}", form.title);
        let path = form.path.text().to_owned();
        assert!(path.ends_with("清单.xlsx"), "{path}");
        desk.keys("<Enter>");
        assert!(desk.app.popups.is_empty());
        assert!(desk.notice().contains(&path) && desk.notice().contains("4 项"), "{}", desk.notice());
    }

    #[test]
    fn the_name_follows_document_and_kind_of_file() {
        let mut desk = desk();
        desk.keys("E<Tab><Tab><Right>");
        let kind = |desk: &Desk| match desk.app.popups.last() {
            Some(Popup::Export(form)) => (form.document, form.format, form.path.text().to_owned()),
            other => panic!("{other:?}"),
        };
        let (_, format, path) = kind(&desk);
        assert_eq!(format, Format::Csv);
        assert!(path.ends_with("清单.csv"), "{path}");
        desk.keys("<Shift-Tab><Left>");
        let (document, format, path) = kind(&desk);
        assert_eq!((document, format), (Document::Notice, Format::Docx));
        assert!(path.ends_with("反馈意见.docx"), "{path}");
    }

    #[test]
    fn a_file_that_is_there_is_replaced_only_when_the_person_says_so() {
        let mut desk = desk();
        desk.keys("  E<Ctrl-u>旧.xlsx<Enter>");
        assert!(matches!(desk.app.popups.last(), Some(Popup::Confirm(confirm)) if !confirm.yes));
        desk.keys("<Enter>");
        assert!(desk.app.popups.is_empty(), "no is the answer unless another one is given");
        desk.keys("E<Ctrl-u>旧.xlsx<Enter>y");
        assert!(desk.notice().contains("旧.xlsx") && desk.notice().contains("2 项"), "{}", desk.notice());
    }

    #[test]
    fn a_case_file_offers_its_own_forms() {
        let mut desk = desk();
        desk.keys("<Enter>");
        assert!(desk.app.available(Action::Export).is_ok());
        desk.keys("E");
        let Some(Popup::Export(form)) = desk.app.popups.last() else { panic!("{:?}", desk.app.popups) };
        assert_eq!(form.document, Document::Review);
        assert!(!form.documents.contains(&Document::List));
        desk.keys("<Enter>");
        assert!(desk.notice().contains("1 项"), "{}", desk.notice());
    }
}
