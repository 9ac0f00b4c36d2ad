use crate::app::fixture::{Desk, sample};
use crate::app::screen::Screen;
use crate::app::screen::import::Stage;
use crate::ui::tests::{LARGE, SMALL, picture};
use crate::ui::width::Policy;

fn at(size: (u16, u16), keys: &str) -> Desk {
    let mut desk = Desk::with(sample(), "管理员", size);
    desk.keys(keys);
    desk
}

fn shown(desk: &Desk) -> String {
    picture(desk, Policy::NARROW, false)
}

#[test]
fn a_path_is_typed_with_help() {
    let desk = at(SMALL, "I报");
    insta::assert_snapshot!("import_path_80x24", shown(&desk));
    let desk = at(SMALL, "I报<Tab>没有<Enter>");
    insta::assert_snapshot!("import_no_path_80x24", shown(&desk));
}

#[test]
fn what_taking_would_do_is_shown_before_it_is_done() {
    insta::assert_snapshot!("import_120x40", shown(&at(LARGE, "I报<Tab><Enter><Down>")));
    insta::assert_snapshot!("import_80x24", shown(&at(SMALL, "I报<Tab><Enter>")));
    insta::assert_snapshot!("import_error_80x24", shown(&at(SMALL, "I报<Tab><Enter><End>")));
    insta::assert_snapshot!("import_confirm_80x24", shown(&at(SMALL, "I报<Tab><Enter><Space><Enter>")));
}

#[test]
fn what_was_accepted_is_taken_and_nothing_else() {
    let mut desk = at(SMALL, "I报<Tab><Enter>");
    let before = desk.file.model.targets.len();
    desk.keys("<Space><Enter>y");
    assert_eq!(desk.file.model.targets.len(), before + 1, "one file was left, two cannot be taken");
    assert!(desk.notice().contains('1'), "{}", desk.notice());
    insta::assert_snapshot!("import_taken_80x24", shown(&desk));
    desk.keys("<Esc>");
    assert!(desk.app.screens.is_empty());
    desk.keys("I报<Tab><Enter>");
    let Some(Screen::Import(import)) = desk.app.screens.last() else { panic!("no import") };
    assert!(!import.files[1].is_accepted(), "what is there already is nothing new");
}

#[test]
fn reading_can_be_left_off() {
    let mut desk = at(SMALL, "I报<Tab>");
    desk.hold().keys("<Enter>");
    desk.release();
    desk.hold();
    desk.keys("<Esc><Esc>");
    assert!(
        desk.app.screens.is_empty()
            || matches!(desk.app.screens.last(), Some(Screen::Import(import)) if import.stage != Stage::Reading)
    );
}
