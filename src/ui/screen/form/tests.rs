use ratatui::layout::Position;

use crate::app::fixture::{Desk, MEALS, START, meals, now, pass};
use crate::app::msg::Msg;
use crate::domain::command::{Command, ReviewWish, Verdict};
use crate::domain::grade::Grade;
use crate::ui::dump::lines;
use crate::ui::look::Look;
use crate::ui::tests::{LARGE, SMALL, drawn, picture};
use crate::ui::width::Policy;

fn review(size: (u16, u16), keys: &str) -> Desk {
    let mut desk = Desk::with(meals(), "教科文股经办", size);
    desk.keys("v").keys(keys);
    desk
}

fn joint(size: (u16, u16), keys: &str) -> Desk {
    let mut file = meals();
    let owner = file.model.users["管理员"].clone();
    file.execute(&owner, &["desk", "performance", "budget"].map(|stage| pass(MEALS, stage)), now(START)).unwrap();
    let mut desk = Desk::with(file, "主持", size);
    desk.keys("<Shift-Tab>v").keys(keys);
    desk
}

fn amendment(size: (u16, u16), keys: &str) -> Desk {
    let mut file = meals();
    let owner = file.model.users["管理员"].clone();
    let opinion = "目标3无对应指标,请补充;膳食达标率上年仅98.2%,请说明措施。".to_owned();
    let returned = Command::Review(Box::new(ReviewWish {
        target: MEALS,
        seen: None,
        stage: "desk".to_owned(),
        criteria: vec![Grade::Fair; 6],
        points: Vec::new(),
        grade: Grade::Fair,
        verdict: Verdict::Return,
        opinion,
        reason: String::new(),
    }));
    file.execute(&owner, &[returned], now(START)).unwrap();
    let mut desk = Desk::with(file, "管理员", size);
    desk.keys("<Shift-Tab>e").keys(keys);
    desk
}

const OPINION: &str = "122213<Tab>目标3无对应指标,请补充“体质达标率”等效益指标;<Enter>膳食达标率上年实际98.2%,请说明改进措施,并按学校分列数据来源,于5个工作日内报送";

#[test]
fn the_review() {
    insta::assert_snapshot!("review_fresh_120x40", picture(&review(LARGE, ""), Policy::NARROW, false));
    let desk = review(LARGE, &format!("{OPINION}<Tab><Right>"));
    insta::assert_snapshot!("review_120x40", picture(&desk, Policy::NARROW, false));
    insta::assert_snapshot!("review_120x40_wide_mono", picture(&desk, Policy::WIDE, true));
    insta::assert_snapshot!("review_80x24", picture(&review(SMALL, OPINION), Policy::NARROW, false));
    let desk = review(SMALL, "1222134<Tab><Tab><Right><Ctrl-s>");
    insta::assert_snapshot!("review_refused_80x24", picture(&desk, Policy::NARROW, false));
    let mut desk = review(LARGE, OPINION).killed();
    desk.keys("v");
    desk.elsewhere("管理员", pass(MEALS, "desk"));
    insta::assert_snapshot!("review_moved_120x40", picture(&desk, Policy::NARROW, false));
}

#[test]
fn the_review_of_a_key_project() {
    let scored = |size, keys: &str| {
        let mut file = meals();
        let owner = file.model.users["管理员"].clone();
        let reason = "县重点民生项目".to_owned();
        let set = Command::SetKeyProject { target: MEALS, seen: None, key_project: true, reason };
        file.execute(&owner, &[set], now(START)).unwrap();
        let mut desk = Desk::with(file, "教科文股经办", size);
        desk.keys("v").keys(keys);
        desk
    };
    insta::assert_snapshot!("score_120x40", picture(&scored(LARGE, "18 13.5 9"), Policy::NARROW, false));
    let desk = scored(SMALL, "18 13.5 12 21 12 9 <Tab>指标3偏低");
    insta::assert_snapshot!("score_80x24", picture(&desk, Policy::NARROW, false));
}

#[test]
fn the_phrase_book() {
    insta::assert_snapshot!("phrases_80x24", picture(&review(SMALL, "<F3>指标"), Policy::NARROW, false));
    let desk = review(LARGE, "222222<F3>wlh<Enter>");
    insta::assert_snapshot!("phrase_slot_120x40", picture(&desk, Policy::NARROW, false));
}

#[test]
fn the_decision() {
    insta::assert_snapshot!("decide_120x40", picture(&joint(LARGE, "3目标笼统"), Policy::NARROW, false));
    insta::assert_snapshot!("decide_80x24", picture(&joint(SMALL, "4效益无佐证<Ctrl-s>"), Policy::NARROW, true));
}

#[test]
fn the_amendment() {
    insta::assert_snapshot!("amend_120x40", picture(&amendment(LARGE, "<Tab><Tab><Tab><Tab>"), Policy::NARROW, false));
    let desk = amendment(SMALL, "<Tab><Tab><Down><Down><Down><Down><Down><Tab><Tab>");
    insta::assert_snapshot!("amend_80x24", picture(&desk, Policy::NARROW, true));
    let desk = amendment(SMALL, "<Ctrl-u>400<Ctrl-s>");
    insta::assert_snapshot!("amend_confirm_80x24", picture(&desk, Policy::NARROW, false));
    insta::assert_snapshot!("amend_60x16", picture(&amendment((60, 16), ""), Policy::ASCII, true));
}

#[test]
fn the_other_forms() {
    let desk = joint(SMALL, "2与单位协商<Ctrl-s>v");
    insta::assert_snapshot!("settle_80x24", picture(&desk, Policy::NARROW, true));
}

/// Where the terminal's own cursor is: an input method opens its window there.
fn cursor(desk: &Desk) -> Option<Position> {
    drawn(desk, &Look::new(Policy::NARROW, true)).1
}

#[test]
fn the_cursor_stands_behind_what_was_typed() {
    let mut desk = review(LARGE, "222222<Tab>");
    let begin = cursor(&desk).unwrap();
    desk.keys("绩效");
    assert_eq!(cursor(&desk), Some(Position::new(begin.x + 4, begin.y)));
    desk.keys("<Enter>");
    assert_eq!(cursor(&desk), Some(Position::new(begin.x, begin.y + 1)));
    desk.send(Msg::Paste("文".repeat(40)));
    let wrapped = cursor(&desk).unwrap();
    assert!(wrapped.y > begin.y + 1 && wrapped.x < 72, "{wrapped:?}");
    desk.elsewhere("管理员", pass(MEALS, "desk"));
    let after = cursor(&desk).unwrap();
    assert_eq!(after.x, wrapped.x, "news moves the field down, never the cursor in it");
}

#[test]
fn the_focused_field_is_always_in_sight_with_its_cursor() {
    for size in [LARGE, SMALL, (60, 16)] {
        for mut desk in [review(size, ""), joint(size, "3"), amendment(size, "")] {
            for _ in 0..60 {
                desk.keys("<Tab>");
                let (buffer, shown, parked) = drawn(&desk, &Look::new(Policy::NARROW, true));
                let at =
                    shown.or(parked).unwrap_or_else(|| panic!("no cursor at {size:?}\n{}", lines(&buffer).join("\n")));
                assert!(at.x < size.0 && at.y + 1 < size.1);
                assert!(lines(&buffer)[usize::from(at.y)].contains('▸') || shown.is_some(), "{size:?} {at:?}");
            }
        }
    }
}

#[test]
fn evaluation_and_monitoring() {
    use crate::app::fixture::approved;
    let at = |size, keys: &str| {
        let mut desk = Desk::with(approved(), "管理员", size);
        desk.keys("<Shift-Tab><Enter>").keys(keys);
        desk
    };
    let own = "s380<Enter>11873<Enter>12<Enter>196<Enter>98.2%<Enter>100<Enter>5<Enter>91<Enter>93<Enter>1<Enter>96<Enter>完成";
    insta::assert_snapshot!("evaluate_120x40", picture(&at(LARGE, own), Policy::NARROW, false));
    insta::assert_snapshot!("evaluate_80x24", picture(&at(SMALL, own), Policy::NARROW, true));
    let fiscal = format!("{own}<Ctrl-s>S<Enter><Enter>11");
    insta::assert_snapshot!("re_evaluate_120x40", picture(&at(LARGE, &fiscal), Policy::NARROW, false));
    let monitor = "f150<Enter>5000<Enter>3<Enter>116";
    insta::assert_snapshot!("monitor_120x40", picture(&at(LARGE, monitor), Policy::NARROW, false));
    insta::assert_snapshot!("monitor_80x24", picture(&at(SMALL, monitor), Policy::NARROW, true));
    let tab = format!("{own}<Ctrl-s>S<Enter><Enter><End><Backspace>1<Ctrl-s>{monitor}<Ctrl-s>6");
    insta::assert_snapshot!("execution_120x40", picture(&at(LARGE, &tab), Policy::NARROW, false));
    insta::assert_snapshot!("execution_fiscal_120x40", picture(&at(LARGE, &format!("{tab}jj")), Policy::NARROW, false));
    insta::assert_snapshot!("execution_80x24", picture(&at(SMALL, &tab), Policy::NARROW, true));
}
