use jiff::civil::date;

use crate::app::fixture::{APPROVED, Desk, approved, read_keys};
use crate::app::form::Form;
use crate::app::form::kind::Kind;
use crate::app::popup::Popup;
use crate::app::screen::Screen;
use crate::domain::evaluation::{Evaluation, EvaluationKind};
use crate::domain::execution::progress::Light;

const OWNER: &str = "管理员";
/// What was reached of the ten indicators; 1 is the first band of a target in words.
const ACTUALS: [&str; 10] = ["11873", "12", "196", "98.2%", "100", "5", "91", "93", "1", "96"];

fn opened(size: (u16, u16), keys: &str) -> Desk {
    let mut desk = Desk::with(approved(), OWNER, size);
    desk.keys("<Shift-Tab><Enter>").keys(keys);
    desk
}

fn form(desk: &Desk) -> &Form {
    match desk.app.screens.last() {
        Some(Screen::Form(form)) => form,
        other => panic!("no form: {other:?}"),
    }
}

fn recorded(desk: &Desk, kind: EvaluationKind) -> Option<&Evaluation> {
    let known = desk.file.model.evaluations.values().filter(|known| !known.replaced);
    known.map(|known| &known.evaluation).find(|evaluation| evaluation.kind == kind)
}

/// The whole form as somebody types it: the money, each value with Enter, and the reasons of what was not reached.
fn script() -> String {
    let mut keys = "s380<Enter>".to_owned();
    for (row, actual) in ACTUALS.iter().enumerate() {
        keys += actual;
        if row == 0 {
            keys += "<Tab><Tab>9月起一所学校停课<Enter>";
        } else {
            keys += "<Enter>";
        }
    }
    keys + "供餐覆盖全县。<Ctrl-s>"
}

#[test]
fn a_whole_self_evaluation_takes_few_keys_besides_its_numbers_and_texts() {
    let mut desk = opened((120, 40), "");
    desk.keys(&script());
    let own = recorded(&desk, EvaluationKind::Own).unwrap();
    let scores: Vec<_> = own.indicators.iter().map(|one| one.score.clone().unwrap()).collect();
    assert_eq!(scores, ["9.89", "5", "9.8", "10", "5", "10", "10", "10", "10", "10"]);
    assert_eq!(own.score.as_deref(), Some("99.19"), "9.5 for execution");
    assert_eq!(own.indicators[0].reason.as_deref(), Some("9月起一所学校停课"));
    assert_eq!(own.indicators[8].actual.as_deref(), Some("达成预期指标"));
    // Two keys open the target from the queue; characters are its numbers and texts.
    let others = 2 + read_keys(&script()).into_iter().filter(|key| key.text().is_none()).count() + 1;
    assert!(others <= 40, "{others} keys");
    assert!(desk.notice().contains("已报送"), "{}", desk.notice());
}

#[test]
fn what_is_wrong_is_said_where_it_stands_and_nothing_is_recorded() {
    let mut desk = opened((120, 40), "s401<Enter>12000<Ctrl-s>");
    assert!(form(&desk).sheet.focused().is_some_and(|entry| entry.id == "executed"), "over the budget");
    desk.keys(&"<Backspace>".repeat(6)).keys("380<Enter><Ctrl-s>");
    assert_eq!(form(&desk).sheet.focused().unwrap().id, "row.1.actual", "the second is blank");
    desk.keys("完成<Ctrl-s>");
    let focused = form(&desk).sheet.focused().unwrap();
    assert!(focused.error.as_ref().is_some_and(|words| words.contains('数')), "{:?}", focused.error);
    desk.keys("<Tab>约八分<Ctrl-s>");
    let refused = form(&desk).refused.clone().unwrap_or_default();
    assert!(refused.contains("指标 2") && refused.contains("得分:“约八分”不是分数"), "{refused}");
    desk.keys("<Ctrl-u><Shift-Tab><Backspace><Backspace>12户<Ctrl-s>");
    assert!(form(&desk).refused.as_ref().is_some_and(|words| words.contains('所')), "{:?}", form(&desk).refused);
    assert_eq!(recorded(&desk, EvaluationKind::Own), None);
    let mut desk = desk.killed();
    desk.keys("<Shift-Tab><Enter>s");
    assert_eq!(form(&desk).sheet.text("row.1.actual"), "12户", "the draft is kept");
}

#[test]
fn the_bureau_begins_with_what_the_unit_reported() {
    let mut desk = opened((120, 40), "S");
    assert!(desk.notice().contains("还没有自评"), "{}", desk.notice());
    desk.keys(&script()).keys("S");
    assert_eq!(form(&desk).kind, Some(Kind::ReEvaluate));
    assert_eq!(form(&desk).sheet.text("row.2.actual"), "196");
    desk.keys("<Enter><Enter><Enter><End><Backspace><Backspace>80<Ctrl-s>");
    let fiscal = recorded(&desk, EvaluationKind::Fiscal).unwrap();
    assert_eq!(
        (fiscal.indicators[1].actual.as_deref(), fiscal.indicators[2].actual.as_deref()),
        (Some("12"), Some("180"))
    );
}

#[test]
fn monitoring_shows_its_lights_while_it_is_typed_and_is_disposed_of() {
    let mut desk = opened((120, 40), "f");
    assert!(matches!(form(&desk).kind, Some(Kind::Monitor(period)) if period.id == "jul"));
    desk.keys("200<Enter>5000<Enter>12<Enter>116<Enter>97<Enter>96<Enter>5<Enter>90<Enter>93<Enter>已印发<Enter>95");
    assert_eq!(form(&desk).sheet.get("row.0.value").unwrap().note, Light::Yellow.id(), "5000 of 7000 are due");
    desk.keys("<Ctrl-s>");
    let filled = &desk.file.model.executions.filled[&(APPROVED, "jul".to_owned())];
    assert_eq!(filled.light, Light::Yellow);
    desk.keys("6D2请调整供餐计划<Enter>9月底<Enter>");
    let asked = |desk: &Desk| match desk.app.popups.last() {
        Some(Popup::Prompt(prompt)) => prompt.fault.clone().unwrap_or_default(),
        _ => String::new(),
    };
    assert!(asked(&desk).contains("“9月底”不是日期"), "{:?}", asked(&desk));
    desk.keys("<Ctrl-u>2030-09-30<Enter>");
    let filled = &desk.file.model.executions.filled[&(APPROVED, "jul".to_owned())];
    let disposed = filled.disposed.as_ref().unwrap_or_else(|| panic!("{} {:?}", desk.notice(), desk.app.popups));
    assert_eq!((disposed.opinion.as_str(), disposed.due), ("请调整供餐计划", Some(date(2030, 9, 30))));
    desk.keys("Z已调整供餐计划<Enter>");
    let filled = &desk.file.model.executions.filled[&(APPROVED, "jul".to_owned())];
    assert!(filled.rectified.is_some());
}

#[test]
fn the_desk_reviews_from_the_tab_of_execution() {
    let mut desk = opened((120, 40), &script());
    desk.keys("6jA");
    let Some(Popup::Choice(choice)) = desk.app.popups.last() else { panic!() };
    assert!(choice.title.contains("2019 年自评"), "{}", choice.title);
    desk.keys("2");
    desk.keys("<Enter>");
    assert!(desk.app.popups.last().is_some(), "a return needs its reason");
    desk.keys("请附花名册<Enter>");
    let judged = |desk: &Desk| {
        let reported = desk.file.model.executions.reported.values().next().unwrap();
        reported.judgement.as_ref().map(|one| (one.accepted, one.opinion.clone()))
    };
    assert_eq!(judged(&desk), Some((false, "请附花名册".to_owned())));
    desk.keys("A1<Enter>");
    assert_eq!(judged(&desk), Some((true, String::new())));
    desk.keys("s");
    assert!(matches!(desk.app.screens.last(), Some(Screen::Form(_))));
    desk.keys("<Ctrl-s>");
    assert!(matches!(desk.app.screens.last(), Some(Screen::Case(_))), "the same again changes nothing");
}
