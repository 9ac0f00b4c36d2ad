use crate::app::fixture::{Desk, MEALS, meals, resubmitted};
use crate::domain::command::Command;
use crate::domain::ids::TargetId;
use crate::ui::tests::{LARGE, SMALL, picture};
use crate::ui::width::Policy;

fn at(size: (u16, u16), keys: &str) -> Desk {
    let mut desk = Desk::with(meals(), "教科文股经办", size);
    desk.keys("<Enter>").keys(keys);
    desk
}

#[test]
fn the_correspondence() {
    let desk = at(LARGE, "");
    insta::assert_snapshot!("links_120x40", picture(&desk, Policy::NARROW, false));
    insta::assert_snapshot!("links_120x40_wide_mono", picture(&desk, Policy::WIDE, true));
    insta::assert_snapshot!("links_gap_120x40", picture(&at(LARGE, "n"), Policy::NARROW, false));
    insta::assert_snapshot!("links_items_80x24", picture(&at(SMALL, "<Left>"), Policy::NARROW, false));
    insta::assert_snapshot!("links_end_80x24", picture(&at(SMALL, "G"), Policy::NARROW, true));
    insta::assert_snapshot!("links_60x16", picture(&at((60, 16), "jj"), Policy::ASCII, true));
    insta::assert_snapshot!("links_choose_80x24", picture(&at(SMALL, "m"), Policy::NARROW, false));
    insta::assert_snapshot!("links_suggested_80x24", picture(&at(SMALL, "jjjj"), Policy::NARROW, false));
    insta::assert_snapshot!("links_uncertain_80x24_ascii_mono", picture(&at(SMALL, "j"), Policy::ASCII, true));
    insta::assert_snapshot!("links_confirm_all_80x24", picture(&at(SMALL, "M"), Policy::NARROW, false));
}

#[test]
fn the_opinions() {
    let desk = at(LARGE, "t1<Enter>uyb3目标3无对应指标;膳食达标率上年仅98.2%,请说明措施<Enter>4");
    insta::assert_snapshot!("opinions_120x40", picture(&desk, Policy::NARROW, false));
    let desk = at(SMALL, "4");
    insta::assert_snapshot!("opinions_80x24", picture(&desk, Policy::NARROW, true));
}

#[test]
fn the_record() {
    let desk = at(LARGE, "t1<Enter>uyb3目标笼统<Enter>5");
    insta::assert_snapshot!("record_120x40", picture(&desk, Policy::NARROW, false));
    insta::assert_snapshot!("record_80x24", picture(&at(SMALL, "5k"), Policy::NARROW, true));
}

#[test]
fn the_revision() {
    let again = |size, keys: &str| {
        let mut desk = Desk::with(resubmitted(), "教科文股经办", size);
        desk.keys("<Enter>").keys(keys);
        desk
    };
    insta::assert_snapshot!("revision_120x40", picture(&again(LARGE, "jd"), Policy::NARROW, false));
    insta::assert_snapshot!("revision_80x24", picture(&again(SMALL, ""), Policy::NARROW, false));
    insta::assert_snapshot!("revision_end_80x24_ascii_mono", picture(&again(SMALL, "jddG"), Policy::ASCII, true));
    insta::assert_snapshot!("revision_60x16_wide_mono", picture(&again((60, 16), "jjj"), Policy::WIDE, true));
    insta::assert_snapshot!("revision_first_80x24", picture(&at(SMALL, "3"), Policy::NARROW, false));
}

#[test]
fn text_of_the_table_stands_in_its_columns() {
    for policy in [Policy::NARROW, Policy::WIDE, Policy::ASCII] {
        for size in [LARGE, SMALL, (60, 16), (200, 50), (99, 30)] {
            let text = picture(&at(size, "jj"), policy, true);
            let heading = text.lines().find(|line| line.contains("目标值")).unwrap();
            let column =
                |line: &str, word: &str| line.find(word).map(|at| unicode_width::UnicodeWidthStr::width(&line[..at]));
            let measure = column(heading, "目标值");
            let days = text.lines().find(|line| line.contains("3 时效")).unwrap();
            assert_eq!(column(days, "≥200").or_else(|| column(days, "≥ 200")), measure, "{size:?} {policy:?}\n{text}");
        }
    }
}

/// The same after the checks were made.
fn checked(size: (u16, u16), keys: &str) -> Desk {
    let mut desk = at(size, "");
    desk.elsewhere("管理员", Command::Recheck { target: MEALS }).keys(keys);
    desk
}

#[test]
fn findings_of_an_earlier_evaluation() {
    let mut desk = checked(LARGE, "");
    let file = meals();
    let mut evaluations = file.model.evaluations.values().map(|known| known.evaluation.clone());
    let mut last = evaluations.find(|one| one.year == Some(2020)).unwrap();
    last.indicators[0].score = Some("7".to_owned());
    desk.elsewhere("管理员", Command::RecordEvaluation(Box::new(last)));
    insta::assert_snapshot!("links_earlier_finding_120x40", picture(&desk, Policy::NARROW, false));
    desk.keys("2nnnnnn");
    insta::assert_snapshot!("findings_earlier_120x40", picture(&desk, Policy::NARROW, false));
}

#[test]
fn the_findings() {
    let waived = "2aa<Esc>a标准由省定<Enter>";
    insta::assert_snapshot!("findings_120x40", picture(&checked(LARGE, waived), Policy::NARROW, false));
    insta::assert_snapshot!("findings_80x24", picture(&checked(SMALL, "2j"), Policy::NARROW, true));
    let mut desk = Desk::of("教科文股经办");
    desk.keys("<Enter>");
    desk.elsewhere("管理员", Command::Recheck { target: TargetId(1) }).keys("2G");
    insta::assert_snapshot!("findings_unchecked_80x24_ascii_mono", picture(&desk, Policy::ASCII, true));
    insta::assert_snapshot!("findings_60x16", picture(&checked((60, 16), "2"), Policy::ASCII, true));
    insta::assert_snapshot!("findings_none_80x24", picture(&at(SMALL, "2"), Policy::NARROW, false));
    insta::assert_snapshot!("links_findings_120x40", picture(&checked(LARGE, "2j<Enter>"), Policy::NARROW, false));
    insta::assert_snapshot!("links_findings_80x24_ascii_mono", picture(&checked(SMALL, "n"), Policy::ASCII, true));
}
