use crate::app::fixture::{Desk, MEALS, approved, meals, resubmitted};
use crate::domain::command::Command;
use crate::domain::ids::TargetId;
use crate::ui::dump::lines;
use crate::ui::look::Look;
use crate::ui::tests::{LARGE, SMALL, drawn, end, picture};
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

/// All that is seen of a text that is turned from its beginning to its end.
fn turned_through(desk: &mut Desk) -> String {
    let look = Look::new(Policy::NARROW, false);
    let mut seen = lines(&drawn(desk, &look).0).concat();
    for _ in 0..9 {
        desk.app.common.end = end(desk);
        desk.keys("<Ctrl-d>");
        seen += &lines(&drawn(desk, &look).0).concat();
    }
    seen
}

#[test]
fn a_text_longer_than_its_window_is_turned_to_its_end_and_begins_anew_with_the_next_row() {
    let sentences: Vec<String> = (1..=60).map(|number| format!("意见第{number}句要补充指标。")).collect();
    let opinion = sentences.concat();
    let mut desk = at(SMALL, &format!("t1<Enter>uyb3{opinion}<Enter>4"));
    assert!(!lines(&drawn(&desk, &Look::new(Policy::NARROW, false)).0).concat().contains("第60句"));
    let seen = turned_through(&mut desk);
    assert!(seen.contains("第1句") && seen.contains("第60句要补充指标"), "{seen}");

    let mut desk = Desk::with(approved(), "管理员", (80, 16));
    desk.keys("<Shift-Tab><Enter>6");
    let before = lines(&drawn(&desk, &Look::new(Policy::NARROW, false)).0);
    desk.keys(
        "f200<Enter>5000<Enter>12<Enter>116<Enter>97<Enter>96<Enter>5<Enter>90<Enter>93<Enter>已印发<Enter>95<Ctrl-s>",
    );
    let below = lines(&drawn(&desk, &Look::new(Policy::NARROW, false)).0).concat();
    assert!(below.contains("下文 Ctrl-d") && !before.concat().contains("下文"), "{below}");
    let seen = turned_through(&mut desk);
    assert!(seen.contains("10 学生家长满意度") && seen.contains("本县未另作规定"), "{seen}");
    desk.keys("jk");
    let again = lines(&drawn(&desk, &Look::new(Policy::NARROW, false)).0).concat();
    assert!(again.contains("1 受益学生人数"), "from the beginning\n{again}");
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
    let waived = "2a<Esc>a标准由省定<Enter>";
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
