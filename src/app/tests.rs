use super::action::{ACTIONS, Action};
use super::effect::Effect;
use super::fixture::{Desk, pass};
use super::popup::Popup;
use super::reason::Reason;
use super::screen::Screen;
use crate::domain::ids::TargetId;
use crate::domain::target::State;

fn stage(desk: &Desk, target: i64) -> String {
    let standing = &desk.file.model.targets[&TargetId(target)].standing;
    standing.stage.clone().unwrap_or_else(|| standing.state.id().to_owned())
}

fn rows(desk: &Desk) -> Vec<i64> {
    desk.app.queue.tab().rows.loaded().iter().map(|row| row.id.0).collect()
}

const DESK: &str = "教科文股经办";

#[test]
fn the_queue_opens_on_what_waits_for_the_person_longest_first() {
    let desk = Desk::of(DESK);
    assert_eq!(desk.app.queue.tab().id, "mine");
    assert_eq!(rows(&desk), [1, 3, 5, 10]);
    assert_eq!(desk.app.queue.tab().tally.unwrap().count, 4);
    assert_eq!(desk.selected(), "义务教育营养改善计划补助资金");
}

#[test]
fn a_quick_pass_moves_one_target_on_and_selects_the_next() {
    let mut desk = Desk::of(DESK);
    desk.keys("jt2<Enter>");
    assert_eq!(stage(&desk, 3), "performance");
    assert!(desk.notice().contains("学前教育生均公用经费"), "{}", desk.notice());
    assert_eq!(rows(&desk), [1, 5, 10]);
    assert_eq!(desk.app.queue.selected().unwrap().id.0, 5, "the row after it");
    assert!(desk.app.popups.is_empty());
}

fn selected(desk: &Desk) -> i64 {
    desk.app.queue.selected().unwrap().id.0
}

#[test]
fn the_queue_is_worked_down_though_every_target_stays_in_it() {
    let mut desk = Desk::of("管理员");
    assert_eq!(desk.app.queue.tab().id, "mine");
    let before = rows(&desk);
    desk.keys("t2<Enter>");
    assert!(rows(&desk).contains(&before[0]), "whoever holds every role has the next stage too");
    assert_eq!(selected(&desk), before[1], "by a quick pass");
    desk.keys("v222222<Tab><Tab><Ctrl-s>");
    assert_eq!((stage(&desk, before[1]), selected(&desk)), ("performance".into(), before[2]), "by the form");
    desk.keys("lt2<Enter><Esc>");
    assert_eq!((stage(&desk, before[2]), selected(&desk)), ("performance".into(), before[3]), "by the case file");
    desk.keys("lv222222<Tab><Tab><Ctrl-s>");
    let Some(Screen::Case(case)) = desk.app.screens.last() else { panic!() };
    assert_eq!(case.target.0, before[3], "a case file stays open on what was done");
    desk.keys(">");
    let Some(Screen::Case(case)) = desk.app.screens.last() else { panic!() };
    assert_eq!(case.target.0, before[4], "and the next one is the next");
    desk.keys("<Esc>");
    assert_eq!(selected(&desk), before[4]);
}

#[test]
fn what_was_done_in_a_form_or_a_case_file_is_undone_from_the_queue() {
    let mut desk = Desk::of(DESK);
    desk.keys("v222222<Tab><Tab><Ctrl-s>");
    assert_eq!((stage(&desk, 1), selected(&desk)), ("performance".into(), 3));
    desk.keys("u");
    let Some(Popup::Confirm(confirm)) = desk.app.popups.last() else { panic!("{}", desk.notice()) };
    assert!(confirm.lines[0].contains("义务教育营养改善"), "{:?}", confirm.lines);
    desk.keys("y");
    assert_eq!((stage(&desk, 1), selected(&desk)), ("desk".into(), 1));
    desk.keys("lt2<Enter><Esc>uy");
    assert_eq!((stage(&desk, 1), selected(&desk)), ("desk".into(), 1));
}

#[test]
fn undoing_goes_back_to_what_was_undone() {
    let mut desk = Desk::of(DESK);
    desk.keys("jt2<Enter>");
    assert_eq!(selected(&desk), 5);
    desk.keys("uy");
    assert_eq!((rows(&desk), selected(&desk)), (vec![1, 3, 5, 10], 3));
}

#[test]
fn a_grade_is_never_a_default_and_a_return_needs_an_opinion() {
    let mut desk = Desk::of(DESK);
    desk.keys("b<Enter>");
    assert_eq!(stage(&desk, 1), "desk", "no grade, nothing done");
    desk.keys("3<Enter>");
    assert_eq!(stage(&desk, 1), "desk", "no opinion, nothing done");
    desk.keys("目标与指标不对应<Enter>");
    assert_eq!(stage(&desk, 1), "returned");
    let review = desk.file.model.standing_reviews(TargetId(1)).last().unwrap();
    assert_eq!(review.review.opinion, "目标与指标不对应");
    assert_eq!(review.review.criteria.len(), 6);
}

#[test]
fn a_batch_shows_count_and_money_and_is_declined_by_default() {
    let mut desk = Desk::of(DESK);
    desk.keys("<Space><Space>t1<Enter>");
    let Some(Popup::Quick(quick)) = desk.app.popups.last() else { panic!() };
    assert!(quick.title.contains("2 项") && quick.title.contains("424.766462"), "{}", quick.title);
    desk.keys("<Enter>");
    assert!(desk.app.popups.is_empty());
    assert_eq!((stage(&desk, 1), stage(&desk, 3)), ("desk".into(), "desk".into()), "no was the default");
    desk.keys("t1<Enter><Right><Enter>");
    assert_eq!((stage(&desk, 1), stage(&desk, 3)), ("performance".into(), "performance".into()));
    assert!(desk.app.queue.marked.is_empty());
    assert_eq!(desk.app.queue.selected().unwrap().id.0, 5);
}

#[test]
fn undo_takes_back_what_was_done_last_after_asking() {
    let mut desk = Desk::of(DESK);
    desk.keys("<Space><Space>t1<Enter>y");
    assert_eq!(stage(&desk, 1), "performance");
    desk.keys("u<Enter>");
    assert_eq!(stage(&desk, 1), "performance", "declined by default");
    desk.keys("u");
    assert!(desk.app.popups.is_empty(), "the selected target's last act is somebody else's");
    assert!(desk.notice().contains("管理员"), "{}", desk.notice());
    let mut desk = Desk::of(DESK);
    desk.keys("<Space><Space>t1<Enter>yu");
    let Some(Popup::Confirm(confirm)) = desk.app.popups.last() else { panic!() };
    assert!(confirm.lines[0].contains("2 项"), "{:?}", confirm.lines);
    desk.keys("y");
    assert_eq!((stage(&desk, 1), stage(&desk, 3)), ("desk".into(), "desk".into()));
    assert_eq!(rows(&desk), [1, 3, 5, 10]);
}

#[test]
fn the_joint_stage_says_why_it_is_not_passed_quickly() {
    let mut desk = Desk::of("主持");
    desk.keys("t");
    assert!(desk.app.popups.is_empty());
    assert!(desk.notice().contains("集中会审"), "{}", desk.notice());
    assert!(matches!(desk.app.available(Action::Pass), Err(Reason::Words("reason.joint-decides"))));
    assert_eq!(desk.app.available(Action::Review), Ok(()));
    desk.keys("j");
    assert_eq!(desk.notice(), "", "an error stays until a key");
}

#[test]
fn an_observer_reads_all_and_writes_nothing() {
    let mut desk = Desk::of("审计组");
    desk.keys("<Shift-Tab>");
    assert_eq!(rows(&desk).len(), 12);
    for action in [Action::Pass, Action::Return, Action::Submit, Action::Withdraw, Action::Undo, Action::Review] {
        let reason = desk.app.available(action).unwrap_err().words();
        assert!(reason.contains("只读"), "{action:?}: {reason}");
    }
    assert_eq!(desk.app.available(Action::Open), Ok(()));
}

#[test]
fn a_batch_with_one_that_cannot_go_names_it() {
    let mut desk = Desk::of("管理员");
    desk.keys("<Shift-Tab>");
    assert_eq!(desk.app.queue.tab().id, "all");
    desk.keys("g<Space>");
    while desk.app.queue.selected().unwrap().id.0 != 7 {
        desk.keys("j");
    }
    desk.keys("<Space>t");
    assert!(desk.notice().starts_with("城乡居民基本医疗保险补助"), "{}", desk.notice());
}

#[test]
fn submitting_and_withdrawing() {
    let mut desk = Desk::of("管理员");
    desk.keys("2");
    assert_eq!((desk.app.queue.tab().id.as_str(), rows(&desk)), ("draft", vec![8, 12]));
    desk.keys("p");
    assert_eq!(stage(&desk, 8), "department");
    assert_eq!(rows(&desk), [12]);
    desk.keys("w<Enter>");
    assert!(
        matches!(desk.app.popups.last(), Some(Popup::Prompt(prompt)) if prompt.fault.is_some()),
        "a reason is needed"
    );
    desk.keys("重复申报<Enter>");
    assert_eq!(stage(&desk, 12), State::Withdrawn.id());
}

#[test]
fn a_refusal_brings_back_what_was_typed() {
    let mut desk = Desk::of(DESK);
    desk.keys("b3意见写了很久");
    let pass = pass(TargetId(1), "desk");
    desk.elsewhere("管理员", pass);
    desk.keys("<Enter>");
    let Some(Popup::Quick(quick)) = desk.app.popups.last() else { panic!() };
    assert_eq!(quick.opinion.text(), "意见写了很久");
    assert!(quick.fault.as_ref().unwrap().contains("管理员"), "{:?}", quick.fault);
    assert_eq!(stage(&desk, 1), "performance", "nothing was changed by the refused wish");
}

#[test]
fn a_change_elsewhere_leaves_the_selection_on_its_target() {
    let mut desk = Desk::of(DESK);
    desk.keys("jj");
    assert_eq!(desk.app.queue.selected().unwrap().id.0, 5);
    desk.elsewhere("管理员", pass(TargetId(1), "desk"));
    assert_eq!(rows(&desk), [3, 5, 10]);
    assert_eq!(desk.app.queue.selected().unwrap().id.0, 5);
    desk.elsewhere("管理员", pass(TargetId(5), "desk"));
    assert_eq!(desk.app.queue.selected().unwrap().id.0, 10, "the one that took its place");
}

#[test]
fn an_older_answer_is_dropped() {
    let mut desk = Desk::of("管理员");
    desk.hold().keys("<Tab><Tab><Tab>").keys("/农村").release();
    assert_eq!(desk.app.queue.tab().id, "stage:desk");
    assert_eq!(rows(&desk), [2]);
    assert_eq!(desk.app.queue.tabs[1].rows.loaded().len(), 0, "a tab that was only passed through is not filled");
}

#[test]
fn the_filter_narrows_while_typing_and_esc_restores() {
    let mut desk = Desk::of("管理员");
    desk.keys("<Shift-Tab>");
    let all = rows(&desk).len();
    desk.keys("j");
    let before = selected(&desk);
    desk.keys("/教育");
    assert_eq!(desk.app.queue.tab().shown_tally().unwrap().count, 5);
    assert_eq!(rows(&desk).len(), 5);
    assert_ne!(selected(&desk), before);
    desk.keys("<Esc>");
    assert_eq!((rows(&desk).len(), selected(&desk)), (all, before));
    desk.keys("/教育<Enter>");
    assert_eq!(rows(&desk).len(), 5);
    assert!(!desk.app.queue.is_typing());
    desk.keys("/农村<Enter>");
    assert_eq!(desk.app.queue.tab().filter.text, "农村", "a new one takes the place of the former");
    desk.keys("/<End>公路<Enter>");
    assert_eq!(desk.app.queue.tab().filter.text, "农村公路", "after a move of the cursor it is written on");
    desk.keys("/教育<Enter>");
    desk.keys("<Tab>");
    assert_eq!(desk.app.queue.tab().filter.text, "", "a filter belongs to its tab");
    desk.keys("<Shift-Tab>");
    assert_eq!(rows(&desk).len(), 5);
    desk.keys("<Esc>");
    assert_eq!(rows(&desk).len(), all);
}

#[test]
fn a_stage_that_the_procedure_does_not_have_is_told_while_it_is_typed() {
    let mut desk = Desk::of("管理员");
    desk.keys("<Shift-Tab>");
    desk.keys("/环节:复审");
    let error = desk.app.queue.field.as_ref().unwrap().error.clone().unwrap();
    assert_eq!(error.column, 3);
    assert!(error.message.contains("集中会审"), "{}", error.message);
    desk.keys("<Enter>");
    assert!(desk.app.queue.is_typing(), "it is not kept");
}

#[test]
fn a_mistake_leaves_what_is_said_before_it_in_force() {
    let mut desk = Desk::of("管理员");
    desk.keys("<Shift-Tab>");
    let all = rows(&desk);
    desk.keys("/金");
    assert_ne!(rows(&desk), all, "a word that few names hold");
    desk.keys("额>");
    assert!(desk.app.queue.field.as_ref().unwrap().error.is_some());
    assert_eq!(rows(&desk), all, "but no word is meant");
    desk.keys("<Esc>/教育 金额>");
    assert_eq!((rows(&desk).len(), desk.app.queue.tab().shown_tally().unwrap().count), (5, 5));
    desk.keys("<Esc>");
    assert_eq!(rows(&desk), all);
}

#[test]
fn letters_are_text_in_a_field_and_pastes_go_nowhere_else() {
    let mut desk = Desk::of(DESK);
    desk.send(super::msg::Msg::Paste("qqq".to_owned()));
    assert!(desk.effects.is_empty());
    desk.keys("/q");
    desk.send(super::msg::Msg::Paste("t1\n".to_owned()));
    assert_eq!(desk.app.queue.tab().filter.text, "qt1");
    assert!(!desk.effects.contains(&Effect::Quit));
}

#[test]
fn an_input_method_is_noticed_and_full_width_letters_are_folded() {
    let mut desk = Desk::of(DESK);
    desk.keys("中");
    assert!(desk.notice().contains("Shift"), "{}", desk.notice());
    desk.keys("ｊ");
    assert_eq!(desk.app.queue.selected().unwrap().id.0, 3);
    desk.keys("？");
    assert!(matches!(desk.app.popups.last(), Some(Popup::Help(_))));
}

#[test]
fn the_palette_finds_names_before_explanations() {
    let mut desk = Desk::of(DESK);
    desk.keys(":执行");
    let Some(Popup::Palette(palette)) = desk.app.popups.last() else { panic!() };
    let found: Vec<_> = palette.shown().map(|entry| entry.action).collect();
    assert_eq!(found.first(), Some(&Action::Executions));
    assert!(found.contains(&Action::Help), "whose explanation has the word");
}

#[test]
fn help_and_palette_do_what_they_list() {
    let mut desk = Desk::of(DESK);
    desk.keys(":排序<Enter>");
    assert_eq!(desk.app.queue.sort, crate::domain::view::Sort::Amount);
    desk.keys("<F1>sort<Enter>");
    assert_eq!(desk.app.queue.sort, crate::domain::view::Sort::Unit);
    desk.keys("?");
    let Some(Popup::Help(help)) = desk.app.popups.last() else { panic!() };
    let listed: Vec<_> = help.shown().map(|entry| entry.action).collect();
    let here = ACTIONS.iter().filter(|info| info.contexts.meets(super::action::Contexts::QUEUE));
    assert_eq!(listed.len(), here.count(), "everything that has a key here");
    let submit = help.shown().find(|entry| entry.action == Action::Submit).unwrap();
    let reason = desk.app.available(Action::Submit).unwrap_err().words();
    assert_eq!(submit.reason.as_ref(), Some(&reason), "the help says why, in the words of the key");
    desk.keys("<Esc>p");
    assert_eq!(desk.notice(), reason);
}

#[test]
fn notices_go_after_three_seconds_and_errors_stay() {
    let mut desk = Desk::of(DESK);
    desk.keys("t1<Enter>");
    assert!(!desk.notice().is_empty());
    assert!(desk.app.deadline().is_some());
    desk.wait(2_900);
    assert!(!desk.notice().is_empty());
    desk.wait(200);
    assert_eq!(desk.notice(), "");
    desk.keys("p").wait(60_000);
    assert!(!desk.notice().is_empty());
}

#[test]
fn nothing_is_drawn_when_nothing_changed() {
    let mut desk = Desk::of(DESK);
    desk.wait(250);
    desk.app.take_dirty();
    desk.send(super::msg::Msg::Bell).wait(10);
    assert!(!desk.app.take_dirty(), "the answers were what is on the screen already");
    assert_eq!(desk.app.deadline(), None, "and nothing is waited for");
    desk.keys("j");
    assert!(desk.app.take_dirty());
}

#[test]
fn a_word_more_is_fetched_once_the_selection_rests() {
    let mut desk = Desk::of(DESK);
    desk.wait(300);
    let fetched = |desk: &Desk| desk.app.queue.preview.file.as_ref().map(|file| file.target.id.0);
    assert_eq!(fetched(&desk), Some(1));
    desk.keys("j").wait(100);
    desk.keys("j").wait(150);
    assert_eq!(fetched(&desk), Some(1), "not for a row that was passed by");
    desk.wait(100);
    assert_eq!(fetched(&desk), Some(5));
}

#[test]
fn the_place_is_kept_and_taken_up() {
    let mut desk = Desk::of("管理员");
    desk.keys("4/农村<Enter>sjq");
    let place = desk.effects.iter().find_map(|effect| match effect {
        Effect::KeepPlace(place) => Some(place.clone()),
        _ => None,
    });
    assert!(desk.effects.contains(&Effect::Quit));
    let mut again = Desk::of("管理员");
    again.app.restore(&place.unwrap());
    let tab = again.app.queue.tab();
    assert_eq!((tab.id.as_str(), tab.filter.text.as_str()), ("stage:desk", "农村"));
    assert_eq!(again.app.queue.sort, crate::domain::view::Sort::Amount);
    again.app.restore("{\"tab\": 7");
    assert_eq!(again.app.queue.tab().id, "stage:desk", "a broken place is no place");
    desk.keys("/半句");
    assert_eq!(desk.app.queue.place().filters["stage:desk"], "农村", "not what is still being typed");
}

#[test]
fn another_person_sees_another_queue() {
    let mut desk = Desk::of(DESK);
    desk.keys("<F9>");
    let Some(Popup::Choice(choice)) = desk.app.popups.last() else { panic!() };
    assert_eq!(choice.items[choice.cursor].title, DESK);
    let chair = choice.items.iter().position(|item| item.title == "主持").unwrap();
    desk.keys("<Home>").keys(&"j".repeat(chair)).keys("<Enter>");
    assert_eq!(desk.app.common.user.name, "主持");
    assert_eq!(rows(&desk), [7, 9]);
    desk.file.model.county.as_mut().unwrap().sample = false;
    desk.app.common.county.sample = false;
    desk.keys("<F9>");
    assert!(desk.app.popups.is_empty(), "only in a sample file");
}

#[test]
fn screens_open_and_close_and_the_queue_is_read_again() {
    let mut desk = Desk::of(DESK);
    desk.keys("j<Enter>");
    assert!(matches!(desk.app.screens.last(), Some(Screen::Case(case)) if case.target == TargetId(3)));
    desk.elsewhere("管理员", pass(TargetId(1), "desk"));
    assert_eq!(rows(&desk), [1, 3, 5, 10], "not while it is covered");
    desk.keys("<Esc>");
    assert_eq!(rows(&desk), [3, 5, 10]);
    desk.keys("<F8>");
    assert!(matches!(desk.app.screens.last(), Some(Screen::Journal(journal)) if !journal.entries.is_empty()));
    desk.keys("q");
    assert!(desk.app.screens.is_empty());
    assert!(!desk.effects.contains(&Effect::Quit), "q leaves a screen before it leaves the program");
}

#[test]
fn a_bell_asks_only_for_what_is_in_sight_and_the_rest_is_asked_when_it_comes_in_sight() {
    let asked = |effects: Vec<Effect>| {
        let read = |effect| if let Effect::Read { ask, .. } = effect { Some(ask) } else { None };
        effects.into_iter().filter_map(read).collect::<Vec<_>>()
    };
    let mut desk = Desk::of(DESK);
    desk.keys("<Enter>v");
    assert_eq!(desk.app.screens.len(), 2, "a form over a case file");
    let of_form = asked(desk.app.update(super::msg::Msg::Bell));
    assert_eq!(of_form.len(), 1, "{of_form:?}: the form's, not the case file's too");
    let back = asked(desk.app.update(super::msg::Msg::Key(super::key::KeyCode::Esc.into())));
    assert!(
        back.iter().any(|ask| matches!(ask, super::effect::Ask::Case(_))),
        "{back:?}: the case file is in sight again"
    );
}

#[test]
fn leaving_works_from_everywhere() {
    for script in ["<Ctrl-c>", "/x<Ctrl-c>", "t<Ctrl-c>", "?<Ctrl-c>", "<Enter><Ctrl-c>", "<F8><Ctrl-c>"] {
        let mut desk = Desk::of(DESK);
        desk.keys(script);
        assert!(desk.effects.contains(&Effect::Quit), "{script}");
        assert!(matches!(desk.effects[0], Effect::KeepPlace(_)), "{script}");
    }
}

#[test]
fn the_journal_is_filtered_and_a_filter_that_cannot_be_read_stays_to_be_mended() {
    let mut desk = Desk::of("管理员");
    desk.keys("2p<F8>");
    let rows = |desk: &Desk| match desk.app.screens.last() {
        Some(Screen::Journal(journal)) => journal.entries.iter().map(|row| row.event.kind()).collect::<Vec<_>>(),
        _ => panic!("the journal"),
    };
    let all = rows(&desk).len();
    desk.keys("/what:target-submitted<Enter>");
    let own = rows(&desk);
    assert!(
        !own.is_empty() && own.len() < all && own.iter().all(|kind| *kind == "target-submitted"),
        "{own:?} of {all}"
    );
    desk.keys("/<Ctrl-u>自:昨天<Enter>");
    let Some(Popup::Prompt(prompt)) = desk.app.popups.last() else { panic!("the question stays") };
    assert!(prompt.fault.as_ref().is_some_and(|words| words.contains("第 3 个字")), "{:?}", prompt.fault);
    assert_eq!(prompt.line.text(), "自:昨天");
    desk.keys("<Esc>");
    assert_eq!(rows(&desk), own, "the former filter still holds");
    desk.keys("/<Ctrl-u><Enter>");
    assert_eq!(rows(&desk).len(), all);
}
