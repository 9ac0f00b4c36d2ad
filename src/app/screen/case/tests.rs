use super::*;
use crate::app::fixture::{Desk, MEALS, meals, pass, resubmitted};
use crate::app::popup::Popup;
use crate::app::screen::Screen;
use crate::domain::check::sentence;
use crate::domain::command::{Command, SaidMatch};
use crate::domain::target::{LinkOrigin, State};

const DESK: &str = "教科文股经办";

fn opened() -> Desk {
    let mut desk = Desk::with(meals(), DESK, (120, 40));
    desk.keys("<Enter>");
    desk
}

fn case(desk: &Desk) -> &Case {
    match desk.app.screens.last() {
        Some(Screen::Case(case)) => case,
        other => panic!("no case file: {other:?}"),
    }
}

fn pairs(desk: &Desk) -> Vec<(Option<usize>, Option<usize>)> {
    case(desk).chart.rows.iter().map(|row| (row.pair.item, row.pair.indicator)).collect()
}

fn here(desk: &Desk) -> (Option<usize>, Option<usize>) {
    let pair = case(desk).row().unwrap().pair;
    (pair.item, pair.indicator)
}

fn origin(desk: &Desk, objective: u32, indicator: u32) -> Option<LinkOrigin> {
    let links = &desk.file.model.links[&(MEALS, 1)];
    links.iter().find(|link| (link.objective, link.indicator) == (objective, indicator)).map(|link| link.origin)
}

#[test]
fn items_stand_in_order_with_their_indicators_and_the_rest_at_the_end() {
    let desk = opened();
    let expected = [
        (Some(0), Some(0)),
        (Some(0), Some(1)),
        (Some(1), Some(2)),
        (Some(2), None),
        (Some(3), Some(4)),
        (None, Some(3)),
        (None, Some(5)),
        (None, Some(6)),
    ];
    assert_eq!(pairs(&desk), expected);
    let gaps: Vec<_> = case(&desk).chart.rows.iter().map(Row::is_gap).collect();
    assert_eq!(gaps, [false, false, false, true, false, false, true, false], "cost and satisfaction need no item");
}

#[test]
fn earlier_results_stand_beside_the_same_thing_whatever_their_order() {
    let desk = opened();
    let (chart, file) = (&case(&desk).chart, case(&desk).file.as_deref().unwrap());
    let actual = |indicator: usize| {
        let mut earlier = chart.earlier(file, indicator);
        earlier.next().map(|(prior, twin, _)| (prior.evaluation.year.unwrap(), twin.actual.clone().unwrap()))
    };
    assert_eq!(actual(0), Some((2020, "11873".into())));
    assert_eq!(actual(4), Some((2020, "91".into())));
    assert_eq!(actual(6), Some((2020, "96".into())));
    assert_eq!(actual(3), None);
    let trend: Vec<_> = chart.trends[0].iter().map(|reached| reached.value.map(|value| value.to_string())).collect();
    assert_eq!(trend, [Some("7600".into()), Some("9120".into()), Some("11873".into())]);
}

#[test]
fn linking_chooses_the_item_and_keeps_to_the_indicator() {
    let mut desk = opened();
    desk.keys("jjjjjjm");
    assert_eq!(here(&desk), (None, Some(5)));
    let Some(Popup::Choice(choice)) = desk.app.popups.last() else { panic!() };
    assert_eq!(choice.items.len(), 4);
    assert!(choice.title.contains("供餐企业带动"), "{}", choice.title);
    desk.keys("3");
    assert_eq!(origin(&desk, 2, 5), Some(LinkOrigin::Confirmed));
    assert_eq!(here(&desk), (Some(2), Some(5)), "the row went with the indicator");
    assert!(desk.app.popups.is_empty());
}

#[test]
fn one_key_confirms_a_suggested_link_and_arrows_choose_another() {
    let mut desk = opened();
    desk.keys("jm");
    assert_eq!(origin(&desk, 0, 1), Some(LinkOrigin::Confirmed));
    assert_eq!(here(&desk), (Some(0), Some(1)));
    desk.keys("m<Down><Enter>");
    assert_eq!(origin(&desk, 1, 1), Some(LinkOrigin::Confirmed));
    assert_eq!(here(&desk), (Some(1), Some(1)));
}

#[test]
fn all_certain_links_are_confirmed_at_once_after_their_number_was_shown() {
    let mut desk = opened();
    desk.keys("M");
    let Some(Popup::Confirm(confirm)) = desk.app.popups.last() else { panic!() };
    assert!(confirm.title.contains("2 条"), "{}", confirm.title);
    assert!(confirm.lines.iter().any(|line| line.contains("供餐天数")), "{:?}", confirm.lines);
    desk.keys("n");
    assert_eq!(origin(&desk, 1, 2), Some(LinkOrigin::Suggested), "no is no");
    desk.keys("My");
    for (item, indicator) in [(0, 0), (1, 2), (3, 4)] {
        assert_eq!(origin(&desk, item, indicator), Some(LinkOrigin::Confirmed), "{item} {indicator}");
    }
    assert_eq!(origin(&desk, 0, 1), Some(LinkOrigin::Suggested), "an uncertain one is left");
    assert!(desk.notice().contains("2 条"), "{}", desk.notice());
    desk.keys("M");
    assert!(desk.app.popups.is_empty() && desk.notice().contains("没有可以一并确认"), "{}", desk.notice());
}

#[test]
fn from_the_items_an_indicator_is_chosen() {
    let mut desk = opened();
    desk.keys("<Left>jj");
    assert_eq!(here(&desk), (Some(2), None), "by items, not by rows");
    desk.keys("m<Down><Down><Enter>");
    assert_eq!(origin(&desk, 2, 2), Some(LinkOrigin::Confirmed));
}

#[test]
fn rejecting_and_unlinking_keep_the_place() {
    let mut desk = opened();
    desk.keys("jr");
    assert_eq!(origin(&desk, 0, 1), Some(LinkOrigin::Rejected));
    assert_eq!(here(&desk), (Some(0), Some(0)), "still at the item");
    desk.keys("x");
    assert_eq!(origin(&desk, 0, 0), None);
    assert_eq!(here(&desk), (Some(0), None));
    desk.keys("x");
    assert!(desk.notice().contains("没有对应关系"), "{}", desk.notice());
}

#[test]
fn gaps_are_found_in_both_directions() {
    let mut desk = opened();
    desk.keys("n");
    assert_eq!(here(&desk), (Some(2), None));
    desk.keys("n");
    assert_eq!(here(&desk), (None, Some(5)));
    desk.keys("n");
    assert!(!desk.notice().is_empty());
    desk.keys("N");
    assert_eq!(here(&desk), (Some(2), None));
}

#[test]
fn a_change_elsewhere_is_told_and_keeps_tab_and_row() {
    let mut desk = opened();
    desk.keys("jjj4");
    desk.elsewhere("管理员", pass(MEALS, "desk"));
    assert_eq!(case(&desk).tab, Tab::Opinions);
    assert!(desk.notice().contains("管理员") && desk.notice().contains("绩效管理股审核"), "{}", desk.notice());
    desk.keys("1");
    assert_eq!(here(&desk), (Some(2), None));
    let link = Command::Link { target: MEALS, round: 1, objective: 1, indicator: 5, belongs: true };
    desk.elsewhere("管理员", link);
    assert_eq!(here(&desk), (Some(2), None), "though a row came in above");
}

#[test]
fn an_observer_links_nothing_and_is_told_why() {
    let mut desk = Desk::with(meals(), "审计组", (120, 40));
    desk.keys("<Shift-Tab><Enter>");
    desk.keys("m");
    assert!(desk.app.popups.is_empty());
    assert!(desk.notice().contains("只读"), "{}", desk.notice());
}

#[test]
fn acts_of_the_procedure_work_from_here() {
    let mut desk = opened();
    desk.keys("t2<Enter>");
    let standing = |desk: &Desk| desk.file.model.targets[&MEALS].standing.clone();
    assert_eq!(standing(&desk).stage.as_deref(), Some("performance"));
    desk.keys("uy");
    assert_eq!(standing(&desk).stage.as_deref(), Some("desk"));
    desk.keys("b3目标笼统<Enter>");
    assert_eq!(standing(&desk).state, State::Returned);
    assert_eq!(case(&desk).count(Tab::Opinions), 3, "the undone one is still read");
}

#[test]
fn the_next_target_comes_on_the_same_tab() {
    let mut desk = Desk::of(DESK);
    desk.keys("<Enter>4<Alt-Down>");
    assert_eq!(case(&desk).target.0, 3);
    assert_eq!(case(&desk).tab, Tab::Opinions);
}

fn twin(desk: &Desk, indicator: usize) -> Option<usize> {
    case(desk).chart.twins[0][indicator].map(|twin| twin.place)
}

#[test]
fn people_say_which_earlier_indicator_is_the_same_and_take_it_back() {
    let mut desk = opened();
    assert_eq!(twin(&desk, 0), Some(0));
    desk.keys("c");
    let Some(Popup::Choice(choice)) = desk.app.popups.last() else { panic!() };
    assert_eq!(choice.items.len(), 3, "one evaluation a year");
    desk.keys("<Enter>");
    let Some(Popup::Choice(choice)) = desk.app.popups.last() else { panic!() };
    assert!(choice.title.contains("受益学生人数") && choice.title.contains("2020"), "{}", choice.title);
    assert_eq!(choice.cursor, 1, "on the one that the program found");
    desk.keys("<Up><Enter>");
    assert_eq!(twin(&desk, 0), None, "none is the same");
    assert_eq!(here(&desk), (Some(0), Some(0)));
    desk.keys("c<Enter><End><Enter>");
    assert_eq!(twin(&desk, 0), Some(4));
    assert_eq!(twin(&desk, 6), None, "it serves once");
    desk.keys("c<Enter><Home><Down><Enter>");
    assert_eq!((twin(&desk, 0), twin(&desk, 6)), (Some(0), Some(4)), "as the program finds");
}

#[test]
fn people_say_which_evaluations_are_the_targets() {
    let mut desk = opened();
    desk.keys("C");
    let Some(Popup::Choice(choice)) = desk.app.popups.last() else { panic!() };
    assert_eq!(choice.items.len(), 3);
    assert!(choice.items[0].title.contains("2020"), "{:?}", choice.items[0]);
    desk.keys("<Enter>");
    let years = |desk: &Desk| {
        let file = case(desk).file.as_deref().unwrap();
        file.priors.iter().filter_map(|prior| prior.evaluation.year).collect::<Vec<_>>()
    };
    assert_eq!(years(&desk), [2019, 2018]);
    desk.keys("C<Enter>");
    assert_eq!(years(&desk), [2020, 2019, 2018]);
}

#[test]
fn an_item_without_indicator_has_no_earlier_one() {
    let mut desk = opened();
    desk.keys("nc");
    assert!(desk.app.popups.is_empty());
    assert!(desk.notice().contains("选中一项指标"), "{}", desk.notice());
}

fn checked() -> Desk {
    let mut desk = opened();
    desk.elsewhere("管理员", Command::Recheck { target: MEALS });
    desk
}

fn said(desk: &Desk) -> Vec<Told<'_>> {
    told(case(desk).file.as_deref().unwrap())
}

#[test]
fn findings_lead_to_their_rows_and_back() {
    let mut desk = checked();
    let place =
        said(&desk).iter().position(|told| matches!(told, Told::Found(one, _) if one.id == "objective-uncovered"));
    desk.keys("2").keys(&"j".repeat(place.unwrap()));
    desk.keys("<Enter>");
    assert_eq!((case(&desk).tab, here(&desk)), (Tab::Links, (Some(2), None)));
    desk.keys("<Enter>");
    assert_eq!((case(&desk).tab, case(&desk).cursor()), (Tab::Findings, place.unwrap()));
    desk.keys("1g");
    assert!(at_row(case(&desk).file.as_deref().unwrap(), case(&desk).row().unwrap()).next().is_none());
    desk.keys("<Enter>");
    assert!(case(&desk).tab == Tab::Links && desk.notice().contains("本行没有预警"), "{}", desk.notice());
}

#[test]
fn a_finding_is_waived_with_a_reason_and_the_waiver_taken_back() {
    let mut desk = checked();
    desk.keys("2");
    let open = said(&desk).iter().filter(|told| told.is_open()).count();
    assert!(open > 1 && said(&desk)[0].is_open());
    desk.keys("a<Enter>");
    assert!(
        matches!(desk.app.popups.last(), Some(Popup::Prompt(prompt)) if prompt.fault.is_some()),
        "a reason is needed"
    );
    desk.keys("省定标准<Enter>");
    assert!(matches!(said(&desk)[0], Told::Found(_, Some(waiver)) if waiver.reason == "省定标准" && waiver.by == DESK));
    desk.keys("n");
    assert_ne!(case(&desk).cursor(), 0);
    desk.keys("N");
    assert_ne!(case(&desk).cursor(), 0, "a waived finding is passed over");
    desk.keys("ga");
    assert_eq!(said(&desk).iter().filter(|told| told.is_open()).count(), open);
}

#[test]
fn the_reason_of_a_waiver_is_kept_for_its_finding() {
    let mut desk = opened();
    let reason = |desk: &Desk| match desk.app.popups.last() {
        Some(Popup::Prompt(prompt)) => prompt.line.text().to_owned(),
        other => panic!("no question: {other:?}"),
    };
    desk.keys("2ga按省定标准执行<Esc>");
    let mut desk = desk.killed();
    desk.keys("<Enter>2ga");
    assert_eq!(reason(&desk), "按省定标准执行");
    desk.keys("<Esc>ja");
    assert_eq!(reason(&desk), "", "another finding");
    desk.keys("<Esc>ka<Enter>");
    assert!(desk.file.drafts.is_empty(), "{:?}", desk.file.drafts);
}

#[test]
fn an_observer_waives_nothing() {
    let mut desk = Desk::with(meals(), "审计组", (120, 40));
    desk.elsewhere("管理员", Command::Recheck { target: MEALS }).keys("<Shift-Tab><Enter>2a");
    assert!(desk.app.popups.is_empty() && desk.notice().contains("只读"), "{}", desk.notice());
}

#[test]
fn findings_become_an_opinion_of_numbered_lines() {
    let opinion = |desk: &Desk| match desk.app.screens.last() {
        Some(Screen::Form(form)) => form.sheet.text("opinion"),
        other => panic!("no form: {other:?}"),
    };
    let mut desk = checked();
    let sentences: Vec<String> = case(&desk).file.as_deref().unwrap().open_findings().map(sentence::opinion).collect();
    desk.keys("2o");
    assert_eq!(opinion(&desk), sentences[0]);
    desk.keys("<F4>");
    let Some(Popup::Choice(choice)) = desk.app.popups.last() else { panic!() };
    assert_eq!((choice.items.len(), choice.cursor), (sentences.len(), 1), "on the first one that is not said");
    desk.keys("<Enter>");
    let both = format!("1.{}\n2.{}", sentences[0], sentences[1]);
    assert_eq!(opinion(&desk), both);
    desk.keys("<Esc>jo");
    assert_eq!(opinion(&desk), both, "the draft was kept, and nothing is said twice");
    desk.keys("<F4><Home><Enter>");
    assert_eq!(opinion(&desk).lines().count(), 2);
}

#[test]
fn what_people_say_of_earlier_indicators_changes_what_is_found() {
    let mut desk = checked();
    let is_below = |desk: &Desk| {
        said(desk).iter().any(|told| matches!(told, Told::Found(one, _) if one.id == "below-prior" && one.concerns(4)))
    };
    assert!(!is_below(&desk), "85 % against 91 %");
    let evaluation = case(&desk).file.as_deref().unwrap().priors[0].id;
    let earlier = SaidMatch::Earlier(u32::try_from(twin(&desk, 1).unwrap()).unwrap());
    for (said, expected) in [(earlier, true), (SaidMatch::Nothing, false), (earlier, true), (SaidMatch::Unsaid, false)]
    {
        let wish = Command::MatchPrior { target: MEALS, round: 1, indicator: 4, evaluation, said };
        desk.elsewhere("管理员", wish);
        assert_eq!(is_below(&desk), expected, "{said:?}: against 98.2 % if it is that indicator");
    }
}

#[test]
fn a_resubmission_opens_on_what_changed_for_who_gave_an_opinion_before() {
    let of = |name: &str| {
        let mut desk = Desk::with(resubmitted(), name, (120, 40));
        desk.keys("<Shift-Tab><Enter>");
        case(&desk).tab
    };
    assert_eq!(of(DESK), Tab::Revision);
    assert_eq!(of("绩效股经办"), Tab::Links, "whoever said nothing sees the whole first");
    assert_eq!(of("管理员"), Tab::Revision, "by the opinion of the unit's stage");
    let desk = opened();
    assert_eq!(case(&desk).tab, Tab::Links, "a first round");
    assert_eq!(case(&desk).count(Tab::Revision), 0);
}

#[test]
fn a_round_that_was_reviewed_again_opens_on_the_correspondence() {
    let mut desk = Desk::with(resubmitted(), DESK, (120, 40));
    desk.keys("<Enter>t2<Enter><Esc><Shift-Tab><Enter>");
    assert_eq!(case(&desk).file.as_deref().unwrap().target.standing.stage.as_deref(), Some("performance"));
    assert_eq!(case(&desk).tab, Tab::Links, "nothing that was not seen");
    desk.keys("3");
    assert!(case(&desk).tab == Tab::Revision && case(&desk).count(Tab::Revision) > 5, "though it can be looked at");
}

#[test]
fn earlier_opinions_are_ticked_off_and_again() {
    let mut desk = Desk::with(resubmitted(), DESK, (120, 40));
    let said = |desk: &Desk| {
        let points = desk.file.model.points.get(&MEALS);
        points
            .into_iter()
            .flatten()
            .map(|(_, point)| (point.round, point.answered, point.by.clone()))
            .collect::<Vec<_>>()
    };
    desk.keys("<Enter>jd");
    assert_eq!(said(&desk), [(2, true, DESK.to_owned())]);
    assert!(desk.notice().contains("已答复"), "{}", desk.notice());
    assert_eq!((case(&desk).tab, case(&desk).cursor()), (Tab::Revision, 1), "the selection stays");
    desk.keys("<Space>");
    assert_eq!(said(&desk), [(2, false, DESK.to_owned())]);
    desk.keys("Gd");
    assert!(desk.notice().contains("选中一条以前各轮的意见"), "{}", desk.notice());
    assert_eq!(said(&desk).len(), 1);
}

/// The evaluation of 2020 once more, in which points are deducted from a target that was met.
fn deducted() -> Command {
    let file = meals();
    let mut evaluations = file.model.evaluations.values().map(|known| known.evaluation.clone());
    let mut last = evaluations.find(|one| one.year == Some(2020)).unwrap();
    last.indicators[0].score = Some("7".to_owned());
    Command::RecordEvaluation(Box::new(last))
}

#[test]
fn findings_of_an_earlier_evaluation_are_listed_lead_to_their_twin_and_go_into_the_opinion() {
    let mut desk = checked();
    let found = |desk: &Desk| {
        said(desk).iter().position(|told| matches!(told, Told::Earlier(_, one) if one.id == "score-without-reason"))
    };
    assert_eq!(found(&desk), None);
    desk.elsewhere("管理员", deducted());
    let place = found(&desk).unwrap();
    let words = said(&desk)[place].words();
    assert!(words.contains("2020") && words.contains("自评"), "{words}");
    desk.keys("2g").keys(&"j".repeat(place)).keys("a");
    assert!(desk.app.popups.is_empty() && desk.notice().contains("以前年度评价"), "{}", desk.notice());
    desk.keys("<Enter>");
    assert_eq!((case(&desk).tab, here(&desk)), (Tab::Links, (Some(0), Some(0))), "the row of 受益学生人数");
    desk.keys("2o");
    let Some(Screen::Form(form)) = desk.app.screens.last() else { panic!("no form") };
    assert!(form.sheet.text("opinion").starts_with("2020年自评:"), "{}", form.sheet.text("opinion"));
}
