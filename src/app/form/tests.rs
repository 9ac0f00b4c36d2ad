use super::kind::{Kind, SEND_ON};
use super::*;
use crate::app::effect::Effect;
use crate::app::fixture::{Desk, MEALS, meals, pass};
use crate::app::msg::Msg;
use crate::app::popup::Popup;
use crate::app::screen::Screen;
use crate::domain::command::{Command, ReviewWish, Verdict};
use crate::domain::grade::Grade;
use crate::domain::target::{LinkOrigin, Standing, State};

const DESK: &str = "教科文股经办";
const OWNER: &str = "管理员";

/// A form of the target, opened from the queue.
fn opened(name: &str, keys: &str) -> Desk {
    let mut desk = Desk::with(meals(), name, (120, 40));
    desk.keys(keys);
    desk
}

fn form(desk: &Desk) -> &Form {
    match desk.app.screens.last() {
        Some(Screen::Form(form)) => form,
        other => panic!("no form: {other:?}"),
    }
}

fn standing(desk: &Desk) -> Standing {
    desk.file.model.targets[&MEALS].standing.clone()
}

#[test]
fn words_typed_or_pasted_on_a_grade_are_the_opinions() {
    let mut desk = opened(DESK, "v22目标2缺少对应指标。");
    let said = |desk: &Desk| form(desk).sheet.text("opinion");
    assert_eq!(said(&desk), "目标2缺少对应指标。");
    let graded = form(&desk).sheet.entries.iter().filter(|entry| entry.field.text() == "良").count();
    assert_eq!(graded, 2, "a digit among the words is no grade");
    desk.keys("<Shift-Tab>");
    desk.app.update(Msg::Paste("请补充。".to_owned()));
    assert_eq!(said(&desk), "目标2缺少对应指标。请补充。");
    desk.keys("<Tab><Tab>同意。");
    assert_eq!(said(&desk), "目标2缺少对应指标。请补充。同意。", "nor are words on a button lost");
}

#[test]
fn words_typed_where_a_day_belongs_are_the_opinions() {
    let mut desk = at_joint();
    desk.keys("3<Tab>会审评定为中。");
    assert_eq!(
        (form(&desk).sheet.text("due"), form(&desk).sheet.text("opinion")),
        (String::new(), "会审评定为中。".to_owned())
    );
    desk.keys("<Tab>2026-12-0");
    assert_eq!(form(&desk).sheet.text("due"), "2026-12-0");
}

#[test]
fn what_was_not_sent_is_told_at_the_next_start_and_opened_from_a_list() {
    let mut desk = opened(DESK, "v22目标2缺少对应指标。<Esc>");
    let notice = |desk: &Desk| desk.app.common.notice.as_ref().map(|notice| notice.words.clone()).unwrap_or_default();
    let file = std::mem::replace(&mut desk.file, meals());
    let mut again = Desk::with(file, DESK, (120, 40));
    assert!(notice(&again).contains("有 1 份内容写了没有提交"), "{}", notice(&again));
    again.keys("D<Enter>");
    assert_eq!(form(&again).sheet.text("opinion"), "目标2缺少对应指标。");
    let mut nothing = Desk::with(meals(), DESK, (120, 40));
    assert_eq!(notice(&nothing), "");
    nothing.keys("D");
    assert!(notice(&nothing).contains("没有写了未提交的内容"), "{}", notice(&nothing));
}

fn outlook(desk: &Desk) -> String {
    match form(desk).outlook(&desk.app.common).unwrap() {
        Ok(words) | Err(words) => words,
    }
}

fn returned(round: u32, opinion: &str) -> Command {
    Command::Review(Box::new(ReviewWish {
        target: MEALS,
        seen: None,
        stage: "desk".to_owned(),
        criteria: vec![Grade::Fair; 6],
        points: Vec::new(),
        grade: Grade::Fair,
        verdict: Verdict::Return,
        opinion: format!("{opinion}{round}"),
        reason: String::new(),
    }))
}

/// The target has come to the joint session.
fn at_joint() -> Desk {
    let mut file = meals();
    let owner = file.model.users[OWNER].clone();
    let passes = ["desk", "performance", "budget"].map(|stage| pass(MEALS, stage));
    file.execute(&owner, &passes, crate::app::fixture::now(crate::app::fixture::START)).unwrap();
    let mut desk = Desk::with(file, OWNER, (120, 40));
    desk.keys("<Shift-Tab>v");
    desk
}

#[test]
fn six_digits_grade_six_criteria_and_the_rule_suggests() {
    let mut desk = opened(DESK, "v111112");
    let entry = form(&desk).sheet.get("grade").unwrap();
    assert!(entry.note.contains('优') && entry.note.contains("88号"), "{}", entry.note);
    assert_eq!(form(&desk).sheet.focused().unwrap().id, "grade");
    assert!(outlook(&desk).contains("绩效管理股审核"), "{}", outlook(&desk));
    desk.keys("<Ctrl-s>");
    assert_eq!(standing(&desk).stage.as_deref(), Some("performance"));
    let given = desk.file.model.standing_reviews(MEALS).last().unwrap().review.clone();
    assert_eq!((given.grade, given.suggested), (Some(Grade::Excellent), Some(Grade::Excellent)));
    assert!(desk.app.screens.is_empty(), "back where it was opened");
    assert!(desk.notice().contains("绩效管理股审核"), "{}", desk.notice());
}

#[test]
fn another_grade_than_the_rules_needs_a_reason() {
    let mut desk = opened(DESK, "v1111113");
    let reason = form(&desk).sheet.get("reason").unwrap();
    assert!(!reason.hidden);
    desk.keys("<F2>");
    assert_eq!(standing(&desk).stage.as_deref(), Some("desk"));
    assert_eq!(form(&desk).sheet.focused().unwrap().id, "reason");
    assert!(desk.notice().contains("理由"), "{}", desk.notice());
    desk.keys("上年问题未整改<Ctrl-s>");
    let given = desk.file.model.standing_reviews(MEALS).last().unwrap().review.clone();
    assert_eq!((given.grade, given.reason.as_str()), (Some(Grade::Fair), "上年问题未整改"));
}

#[test]
fn what_is_missing_is_shown_at_its_field() {
    let mut desk = opened(DESK, "v1122<Ctrl-s>");
    let sheet = &form(&desk).sheet;
    assert_eq!(sheet.focused().unwrap().id, "criterion.4");
    assert!(sheet.focused().unwrap().error.is_some());
    desk.keys("33<Tab><Tab><Right><Ctrl-s>");
    assert_eq!(form(&desk).sheet.focused().unwrap().id, "opinion", "a return needs an opinion");
    assert_eq!(standing(&desk).state, State::Pending);
}

#[test]
fn a_return_shows_its_last_day_and_the_third_one_goes_to_the_bureau() {
    let mut desk = opened(DESK, "v333333<Tab><Tab><Right>");
    assert_eq!(outlook(&desk), "退回教育体育局,限 5 个工作日(至 2021-01-18)");
    desk.keys("<Esc>");
    for round in 1..=2 {
        desk.elsewhere(OWNER, returned(round, "请改"));
        let mut handed = desk.file.model.submissions[&(MEALS, round)].clone();
        handed.objective += "再改";
        let target = desk.file.model.targets[&MEALS].clone();
        let unit = &desk.file.model.units[&target.unit];
        let handed = crate::domain::handin::HandedTarget {
            unit: crate::domain::target::UnitName { code: unit.code.clone(), name: unit.name.clone() },
            project: target.project.clone(),
            year: Some(target.year),
            category: target.category.clone(),
            submission: handed,
        };
        desk.elsewhere(OWNER, Command::HandIn(Box::new(handed)));
        desk.elsewhere(OWNER, Command::Submit { target: MEALS, seen: None });
    }
    desk.keys("<Ctrl-r>v");
    assert!(outlook(&desk).contains("待裁定"), "{}", outlook(&desk));
}

#[test]
fn every_change_is_kept_and_comes_back_after_a_kill() {
    let desk = opened(DESK, "v12<Tab><Tab><Tab><Tab><Tab>目标笼统,<Enter>请改");
    let saves = desk.effects.iter().filter(|effect| matches!(effect, Effect::SaveDraft(_))).count();
    assert_eq!(saves, 2 + 8, "each key that changed something");
    let mut desk = desk.killed();
    desk.keys("v");
    let now = form(&desk);
    assert_eq!(now.sheet.grade("criterion.1"), Some(Grade::Good));
    assert_eq!(now.sheet.text("opinion"), "目标笼统,\n请改");
    assert!(now.restored.as_ref().unwrap().contains("已恢复"), "{:?}", now.restored);
    desk.keys("<Esc>");
    assert!(desk.notice().contains("草稿"), "{}", desk.notice());
    desk.keys("v3333<Ctrl-s>");
    assert_eq!(form(&desk).sheet.focused().unwrap().id, "criterion.4");
    desk.keys("33<Ctrl-s>");
    assert!(desk.file.drafts.is_empty(), "sent, so the draft goes");
}

#[test]
fn what_is_typed_before_the_draft_is_there_is_not_lost() {
    let mut desk = opened(DESK, "v12<Esc>");
    desk.hold().keys("v").keys("333").release();
    // The case file is answered first, then the draft is asked for; keys wait for both.
    assert_eq!(form(&desk).sheet.grade("criterion.0"), Some(Grade::Fair));
    assert_eq!(form(&desk).sheet.grade("criterion.2"), Some(Grade::Fair));
}

#[test]
fn a_draft_is_thrown_away_only_after_asking() {
    let mut desk = opened(DESK, "v12<F9>");
    assert!(matches!(desk.app.popups.last(), Some(Popup::Confirm(_))));
    desk.keys("<Enter>");
    assert_eq!(form(&desk).sheet.grade("criterion.1"), Some(Grade::Good), "no was the default");
    desk.keys("<F9>y");
    assert!(desk.app.screens.is_empty() && desk.file.drafts.is_empty());
}

#[test]
fn a_target_that_moved_meanwhile_is_refused_once_with_who_and_when_and_nothing_is_lost() {
    let mut desk = opened(DESK, "v222222<Tab>可行");
    // Returned, undone: the target stands where it stood, in a newer version.
    desk.elsewhere(OWNER, returned(1, "请改"));
    assert!(form(&desk).moved.as_ref().unwrap().contains(OWNER));
    let overtaken = desk.app.available(crate::app::action::Action::Send);
    assert!(overtaken.is_err(), "the form cannot be sent from here");
    desk.elsewhere(OWNER, Command::Undo { target: MEALS, seen: None });
    desk.keys("<Ctrl-s>");
    assert!(desk.notice().contains(OWNER), "{}", desk.notice());
    assert_eq!(form(&desk).sheet.text("opinion"), "可行");
    assert_eq!(standing(&desk).stage.as_deref(), Some("desk"));
    desk.keys("<Ctrl-s>");
    assert_eq!(standing(&desk).stage.as_deref(), Some("performance"));
}

#[test]
fn a_refusal_of_the_file_keeps_everything() {
    let mut desk = opened(DESK, "v222222<Tab>可行");
    // Somebody was faster, and the bell has not rung yet.
    let owner = desk.file.model.users[OWNER].clone();
    let now = desk.app.common.now;
    desk.file.execute(&owner, &[pass(MEALS, "desk")], now).unwrap();
    desk.keys("<Ctrl-s>");
    assert!(desk.notice().contains(OWNER), "{}", desk.notice());
    assert_eq!(form(&desk).sheet.text("opinion"), "可行");
    assert!(form(&desk).refused.is_some());
    assert!(desk.file.drafts.len() == 1);
}

#[test]
fn phrases_go_into_the_opinion_with_their_slots() {
    let mut desk = opened(DESK, "v222222<F3>wlh<Enter>");
    assert_eq!(form(&desk).sheet.focused().unwrap().id, "opinion");
    desk.keys("<Ctrl-s>");
    assert!(desk.notice().contains("〔指标名称〕"), "an open slot is not sent: {}", desk.notice());
    desk.keys("膳食达标率<Alt-n>100%<Ctrl-s>");
    let given = desk.file.model.standing_reviews(MEALS).last().unwrap().review.opinion.clone();
    assert!(given.contains("“膳食达标率”的指标值为“100%”"), "{given}");
}

#[test]
fn pasted_text_goes_to_the_field_and_never_acts() {
    let mut desk = opened(DESK, "v222222<Tab>");
    desk.send(Msg::Paste("第一条\nq\n<Ctrl-s>".to_owned()));
    assert_eq!(form(&desk).sheet.text("opinion"), "第一条\nq\n<Ctrl-s>");
    assert_eq!(standing(&desk).stage.as_deref(), Some("desk"));
}

#[test]
fn the_chair_decides_and_the_grade_routes() {
    let mut desk = at_joint();
    assert_eq!(form(&desk).kind, Some(Kind::Decide));
    assert!(outlook(&desk).contains("总体等级"), "{}", outlook(&desk));
    for (key, words) in [
        ("1", "进入预算安排流程"),
        ("2", "与教育体育局协商调整,限 5 个工作日(至 2021-01-18)"),
        ("3", "退回教育体育局,限 5 个工作日(至 2021-01-18)"),
        ("4", "不进入预算安排流程"),
    ] {
        while form(&desk).sheet.focused().unwrap().id != "grade" {
            desk.keys("<Shift-Tab>");
        }
        desk.keys(key);
        assert!(outlook(&desk).contains(words), "{key}: {}", outlook(&desk));
    }
    desk.keys("效益无佐证<Ctrl-s>");
    assert!(matches!(desk.app.popups.last(), Some(Popup::Confirm(_))), "what is final is asked first");
    desk.keys("n<Ctrl-s>");
    assert!(matches!(desk.app.popups.last(), Some(Popup::Confirm(_))), "asked again after a no");
    desk.keys("y");
    assert_eq!(standing(&desk).state, State::Excluded);
}

#[test]
fn the_last_day_can_be_changed_but_not_into_the_past() {
    let mut desk = at_joint();
    desk.keys("3目标笼统<Tab>2021-01-04<Ctrl-s>");
    assert_eq!(form(&desk).sheet.focused().unwrap().id, "due");
    assert!(desk.notice().contains("2021-01-04"), "{}", desk.notice());
    desk.keys("<Ctrl-u>2021年2月1日<Ctrl-s>");
    assert_eq!(standing(&desk).due.unwrap().to_string(), "2021-02-01");
}

#[test]
fn what_is_pasted_beyond_the_room_of_a_field_is_told() {
    let mut desk = opened(DESK, "v222222<Tab>");
    desk.send(crate::app::msg::Msg::Paste("目标笼统".repeat(3_000)));
    assert!(desk.notice().contains("2000"), "{}", desk.notice());
    assert_eq!(form(&desk).sheet.text("opinion").chars().count(), 10_000);
    desk.keys("再");
    assert!(desk.notice().contains("写满"), "{}", desk.notice());
}

#[test]
fn an_amendment_shows_what_changes_and_hands_in() {
    let mut desk = opened(OWNER, "<Shift-Tab>");
    desk.elsewhere(OWNER, returned(1, "指标值偏低"));
    desk.keys("<Ctrl-r>e");
    assert_eq!(form(&desk).kind, Some(Kind::Amend));
    desk.keys("<Ctrl-s>");
    assert!(desk.notice().contains("相同"), "nothing to save yet: {}", desk.notice());
    // The amount, then the name and value of the second indicator.
    let mut desk = desk.killed();
    desk.keys("<Shift-Tab>e<Ctrl-u>400<Tab><Tab><Down><Tab><Tab><Tab><Tab><End><Backspace><Backspace><Backspace>98");
    let focused = form(&desk).sheet.focused().unwrap();
    assert_eq!((focused.id.as_str(), focused.field.text().as_str()), ("row.1.value", "98"));
    while form(&desk).sheet.focused().unwrap().id != SEND_ON {
        desk.keys("<Shift-Tab>");
    }
    assert!(outlook(&desk).contains("财政对口股室初审"), "{}", outlook(&desk));
    desk.keys("<Enter>");
    let Some(Popup::Confirm(confirm)) = desk.app.popups.last() else { panic!("{}", desk.notice()) };
    let lines = confirm.lines.join("\n");
    assert!(lines.contains("金额 386.00 → 400.00 万元"), "{lines}");
    assert!(lines.contains("膳食达标率:=100% → =98%"), "{lines}");
    assert_eq!(confirm.lines.len(), 3, "{lines}");
    desk.keys("y");
    let now = standing(&desk);
    assert_eq!((now.round, now.stage.as_deref()), (2, Some("desk")));
    let carried = desk.file.model.links[&(MEALS, 2)].iter().filter(|link| link.origin == LinkOrigin::Confirmed);
    assert_eq!(carried.count(), 1, "the confirmed link of an unchanged indicator came along");
}

#[test]
fn rows_of_an_amendment_are_added_moved_and_deleted() {
    let mut desk = opened(OWNER, "<Shift-Tab>");
    desk.elsewhere(OWNER, returned(1, "请改"));
    desk.keys("<Ctrl-r>e<Tab><Tab><F7>");
    let names = |desk: &Desk| {
        let sheet = &form(desk).sheet;
        (0..).map_while(|row| sheet.get(&format!("row.{row}.l3"))).map(|entry| entry.field.text()).collect::<Vec<_>>()
    };
    assert_eq!(form(&desk).sheet.focused().unwrap().cell, Some((1, 0)));
    assert_eq!(names(&desk)[..3], ["受益学生人数", "", "膳食达标率"]);
    desk.keys("1<Tab>1<Tab>新建食堂数量<Alt-Up>");
    assert_eq!(names(&desk)[..2], ["新建食堂数量", "受益学生人数"]);
    desk.keys("<Down><F8>");
    assert_eq!(names(&desk)[..2], ["新建食堂数量", "膳食达标率"]);
    assert_eq!(names(&desk).len(), 7);
    desk.keys("<Down><Down><Down><Up>");
    assert_eq!(form(&desk).sheet.focused().unwrap().cell.unwrap().1, 2, "in the same column");
}

#[test]
fn a_negotiation_is_settled_after_the_unit_amended() {
    let mut desk = at_joint();
    desk.keys("2与单位协商<Ctrl-s>");
    assert_eq!(standing(&desk).state, State::Negotiating);
    desk.keys("v同意调整<Ctrl-s>");
    assert!(desk.notice().contains("还没有修改"), "{}", desk.notice());
    assert_eq!(form(&desk).sheet.text("agreed"), "同意调整");
    desk.keys("<Esc>e<Ctrl-u>380<Ctrl-s>y");
    assert_eq!(standing(&desk).round, 2);
    desk.keys("v<Ctrl-s>");
    assert_eq!(standing(&desk).state, State::Budgeted, "with the text that was kept: {}", desk.notice());
}

#[test]
fn changes_between_rounds_are_told_line_by_line() {
    let file = meals();
    let former = file.model.submissions[&(MEALS, 1)].clone();
    let mut newer = former.clone();
    assert!(changes::lines(&former, &newer).is_empty());
    newer.indicators.remove(2);
    newer.indicators[0].weight = Some("15".to_owned());
    newer.objective = newer.objective.replace("3.学生体质明显改善", "3.学生体质合格率达到92%");
    let lines = changes::lines(&former, &newer).join("\n");
    for part in
        ["目标 - 学生体质明显改善", "目标 + 学生体质合格率达到92%", "受益学生人数:级别或权重", "指标 - 供餐天数"]
    {
        assert!(lines.contains(part), "{part} in {lines}");
    }
}

/// The review form of a key project.
fn scored(keys: &str) -> Desk {
    let mut file = meals();
    let owner = file.model.users[OWNER].clone();
    let reason = "县重点民生项目".to_owned();
    let set = Command::SetKeyProject { target: MEALS, seen: None, key_project: true, reason };
    file.execute(&owner, &[set], crate::app::fixture::now(crate::app::fixture::START)).unwrap();
    let mut desk = Desk::with(file, DESK, (120, 40));
    desk.keys("v").keys(keys);
    desk
}

#[test]
fn a_key_project_is_scored_with_numbers_and_spaces() {
    let mut desk = scored("18 13.5 12 16");
    let note = form(&desk).sheet.get("grade").unwrap().note.clone();
    assert!(note.contains("59.5") && note.contains("2 项"), "{note}");
    desk.keys(" 12 9 ");
    let entry = form(&desk).sheet.get("grade").unwrap();
    assert!(entry.note.contains("80.5") && entry.note.contains('良') && entry.note.contains("88号"), "{}", entry.note);
    assert_eq!(form(&desk).sheet.focused().unwrap().id, "grade");
    desk.keys("<Ctrl-s>");
    let review = desk.file.model.standing_reviews(MEALS).last().unwrap().review.clone();
    assert_eq!((review.grade, review.suggested), (Some(Grade::Good), Some(Grade::Good)));
    assert_eq!(
        review.points.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["18", "13.5", "12", "16", "12", "9"]
    );
    assert_eq!(review.criteria[4], Grade::Fair);
}

#[test]
fn points_that_a_criterion_has_not_are_said_at_once_and_not_sent() {
    let mut desk = scored("21 ");
    assert!(form(&desk).sheet.get("points.0").unwrap().error.as_ref().unwrap().contains("20"));
    desk.keys("15 15 20 20 10<Ctrl-s>");
    assert_eq!(form(&desk).sheet.focused().unwrap().id, "points.0", "{}", desk.notice());
    assert_eq!(standing(&desk).stage.as_deref(), Some("desk"));
    desk.keys("<Ctrl-u>２０<Ctrl-s>");
    assert_eq!(standing(&desk).stage.as_deref(), Some("performance"), "{}", desk.notice());
}

#[test]
fn a_key_project_is_not_passed_with_one_grade_and_says_so() {
    let mut desk = scored("<Esc>");
    desk.keys("t");
    assert!(desk.app.popups.is_empty() && desk.notice().contains("按 v"), "{}", desk.notice());
}

#[test]
fn a_target_that_becomes_a_key_project_under_the_pen_keeps_the_opinion() {
    let mut desk = opened(DESK, "v222222<Tab>写了很久");
    let reason = "县重点民生项目".to_owned();
    desk.elsewhere(OWNER, Command::SetKeyProject { target: MEALS, seen: None, key_project: true, reason });
    assert!(form(&desk).sheet.get("points.0").is_some() && form(&desk).sheet.text("opinion") == "写了很久");
    assert!(form(&desk).moved.as_ref().unwrap().contains("重点项目"), "{:?}", form(&desk).moved);
}

#[test]
fn the_mark_is_set_by_key_with_its_grounds_and_the_selection_stays() {
    let mut desk = Desk::with(meals(), DESK, (120, 40));
    let before = desk.selected();
    desk.keys("i<Enter>");
    assert!(!standing(&desk).key_project, "grounds are asked for");
    desk.keys("重点项目名单<Enter>");
    assert!(standing(&desk).key_project, "{}", desk.notice());
    assert_eq!(desk.selected(), before);
    desk.keys("uy");
    assert!(!standing(&desk).key_project);
}
