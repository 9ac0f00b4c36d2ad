//! Joint sessions by keys: made, filled, put in order, opened, led and followed.

use std::collections::BTreeSet;

use huishen::domain::desk_order::DeskOrder;
use huishen::domain::session::ItemState;
use huishen::domain::session::Seat;
use huishen::domain::session::SessionState;
use huishen::domain::session::Share;
use huishen::domain::session::wish::SessionWish;

use super::house::{House, LARGE, MINUTE, MORNING, SMALL};

#[test]
fn a_session_is_made_filled_and_opened_by_keys() {
    let mut house = House::sample();
    let chair = house.enter("会审主持", LARGE);
    // The filter of the queue is what is put on the agenda.
    house.keys(chair, "<Shift-Tab>/单位:教育<Enter>c");
    house.sees(chair, "符合“单位:教育”");
    house.keys(chair, "n周三会审<Enter><Enter>1/2<Enter>90<Enter>");
    house.sees(chair, "周三会审  筹备中");
    house.keys(chair, "<Esc>a");
    let wanted = house.waiting().len();
    house.keys(chair, "y<Enter>");
    let view = house.view();
    assert!(!view.items.is_empty() && view.items.len() < wanted, "{}", view.items.len());
    assert!(view.items.iter().all(|item| item.unit.name.contains("教育")));
    assert_eq!((view.session.quorum, view.session.minutes), (Share(1, 2), Some(90)));
    house.sees(chair, &format!("90 分钟,每项 {}.", 90 / view.items.len()));
    // Members: the list begins with whoever has no seat yet.
    house.keys(chair, "m");
    house.sees(chair, "列入谁?");
    let seatable = |house: &House, name: &str| {
        let lines = house.screen(chair);
        // Names begin a row; the roles behind them say 系统管理员 too.
        let row = |part: &str| part.trim_start_matches([' ', '▸']).starts_with(name);
        lines.iter().any(|line| line.split('│').any(row))
    };
    assert!(seatable(&house, "绩效股经办") && !seatable(&house, "系统管理员"), "only who may sit somewhere");
    house.keys(chair, "<Esc>");
    house.wish("会审主持", SessionWish::Seat { users: vec!["会审主持".to_owned()], seat: Seat::Chair });
    house.wish(
        "会审主持",
        SessionWish::Seat { users: vec!["委员甲".to_owned(), "委员乙".to_owned()], seat: Seat::Panel },
    );
    house.keys(chair, "o");
    assert!(house.notice(chair).contains("到会人数不足"), "{}", house.notice(chair));
    house.keys(chair, "{成员}<Space><Space>o");
    house.sees(chair, "到会:会审主持、委员甲");
    house.sees(chair, "未到:委员乙");
    house.keys(chair, "y");
    assert_eq!(house.view().session.state, SessionState::Open);
    house.sees(chair, "第 1/");
}

#[test]
fn the_agenda_is_ordered_moved_listed_and_recused_by_keys() {
    let mut house = House::prepared();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "y<Enter>");
    let view = house.view();
    let order = DeskOrder::of(view.items.iter().map(|item| &item.unit));
    let places: Vec<_> = view.items.iter().map(|item| order.of_unit(&item.unit)).collect();
    assert!(places.is_sorted(), "{places:?}");
    let mut desks: Vec<_> = view.items.iter().map(|item| item.unit.desk.clone()).collect();
    desks.dedup();
    assert_eq!(desks.iter().collect::<BTreeSet<_>>().len(), desks.len(), "a desk's units stand together: {desks:?}");
    let order = |house: &House| house.view().session.items.iter().map(|item| item.target).collect::<Vec<_>>();
    let before = order(&house);
    // The item that is shown is the one that moves, and stays shown.
    house.keys(chair, "<Left><Left><Home><Alt-Down>");
    assert_eq!(order(&house)[..2], [before[1], before[0]]);
    house.keys(chair, "<Alt-Up>");
    assert_eq!(order(&house), before);
    house.keys(chair, "+y");
    let view = house.view();
    let listed: Vec<_> = view.items.iter().filter(|item| item.consent(&view.session)).collect();
    assert!(
        !listed.is_empty() && listed.iter().all(|item| item.stage_grades.iter().all(|g| *g == item.stage_grades[0]))
    );
    assert!(view.items.iter().all(|item| !item.consentable || item.consent(&view.session)), "all that may be there");
    house.keys(chair, "+");
    assert!(house.notice(chair).contains("没有可以列入同意清单"), "{}", house.notice(chair));
    house.keys(chair, "b<Down>");
    house.sees(chair, "谁对");
    house.keys(chair, "<Home><Down><Down><Enter>是项目负责人的亲属<Enter>");
    let view = house.view();
    let reasons: Vec<_> = view.session.recusals.iter().map(|one| (one.user.as_str(), one.reason.as_str())).collect();
    assert_eq!(reasons, [("委员甲", "是项目负责人的亲属")]);
    house.sees(chair, "委员甲回避:是项目负");
    house.keys(chair, "<Del>");
    house.sees(chair, "移出议程?");
    house.keys(chair, "<Enter>");
    assert_eq!(order(&house).len(), before.len(), "no is the answer by default");
    house.keys(chair, "<Del>y");
    assert_eq!(order(&house), before[1..]);
}

#[test]
fn members_follow_the_chair_until_they_move() {
    let mut house = House::open();
    let (chair, member) = (house.join("会审主持", LARGE), house.join("委员甲", SMALL));
    let names: Vec<String> = house.view().items.iter().map(|item| item.project.clone()).collect();
    assert_eq!(house.shows(member), names[0]);
    house.sees(member, "跟随主持");
    house.keys(chair, "n");
    assert_eq!(house.current(), 1);
    assert_eq!([house.shows(chair), house.shows(member)], [names[1].clone(), names[1].clone()]);
    // A look at another tab of the same item is no going away.
    house.keys(member, "<Tab>n");
    assert!(house.notice(member).contains("不是本次会审的主持"), "{}", house.notice(member));
    house.keys(chair, "n");
    assert_eq!(house.shows(member), names[2]);
    // Moving is.
    house.keys(member, "<Down>");
    house.sees(member, "按 f 跟随");
    house.keys(chair, "n");
    assert_eq!(house.shows(member), names[2]);
    house.sees(member, "正在审议第 4 项");
    house.keys(member, "f");
    house.sees(member, "跟随主持");
    assert_eq!(house.shows(member), names[3]);
    // On the agenda every item can be looked at; the chair's call does not take the reader away.
    house.keys(member, "<Left><Left><Home><Enter>");
    assert_eq!(house.shows(member), names[0]);
    house.keys(chair, "p");
    house.sees(member, "正在审议第 3 项");
    assert_eq!(house.shows(member), names[0]);
    // The chair calls what is looked at.
    house.keys(chair, "<Left><Left><End>");
    house.sees(chair, "按 f 回到");
    house.keys(chair, "c");
    assert_eq!(house.current(), names.len() - 1);
    house.misses(chair, "按 f 回到");
}

#[test]
fn the_desk_hears_that_its_item_is_two_ahead() {
    let mut house = House::open();
    let view = house.view();
    let own = view.items.iter().position(|item| item.unit.desk == "教科文股").unwrap();
    let mut order: Vec<_> =
        view.items.iter().map(|item| item.target).filter(|id| *id != view.items[own].target).collect();
    order.retain(|id| view.items.iter().any(|item| item.target == *id && item.unit.desk != "教科文股"));
    order.insert(3, view.items[own].target);
    house.wish("会审主持", SessionWish::Order { order: order.clone() });
    house.wish("会审主持", SessionWish::Go(huishen::domain::session::wish::Step::To(order[0])));
    let (desk, other) = (house.join("教科文股经办", LARGE), house.join("委员甲", LARGE));
    house.misses(desk, "轮到您汇报");
    for words in ["再过 2 项轮到您汇报", "下一项轮到您汇报", "本项由您汇报"] {
        house.wish("会审主持", SessionWish::Go(huishen::domain::session::wish::Step::Next));
        house.sees(desk, words);
        house.misses(other, "汇报");
    }
}

#[test]
fn the_clock_is_drawn_once_a_minute_and_only_then() {
    let mut house = House::open();
    let member = house.join("委员甲", LARGE);
    house.sees(member, "本项 0 分 · 共 0 分 · 按计划");
    house.apps[member].take_dirty();
    house.wait(MINUTE / 2);
    assert!(!house.apps[member].take_dirty(), "nothing reads differently");
    let tick = house.apps[member].deadline().unwrap();
    assert_eq!(tick.0, MORNING.0 + MINUTE);
    house.wait(MINUTE / 2);
    assert!(house.apps[member].take_dirty());
    house.sees(member, "本项 1 分 · 共 1 分");
    house.wait(29 * MINUTE);
    house.sees(member, "本项 30 分 · 共 30 分 · 慢 20 分");
}

#[test]
fn what_was_put_off_and_decided_stands_on_the_board() {
    let mut house = House::open();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "w资料不全,补充后再审<Enter>");
    assert_eq!(house.view().items[0].state, ItemState::Deferred);
    house.sees(chair, "缓");
    house.keys(chair, "<Shift-Tab>");
    house.sees(chair, "暂缓的项目");
    house.sees(chair, "资料不全,补充后再审");
    let total = house.view().items.len();
    house.keys(chair, "x");
    let still = format!("还有 {} 项没有决定", total - 1);
    assert!(house.notice(chair).contains(&still), "{}", house.notice(chair));
}

/// Grades all criteria and the whole alike, with an opinion, and seals.

#[test]
fn the_whole_panel_is_seated_at_once() {
    let mut house = House::prepared();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "m");
    house.sees(chair, "全部会审成员");
    house.keys(chair, "<Enter>");
    let panel = house.view().session.members.iter().filter(|member| member.seat == Seat::Panel).count();
    assert_eq!(panel, 8, "seven hold the panel's role, one of the desk sat there before");
    house.keys(chair, "m");
    house.misses(chair, "全部会审成员");
}

#[test]
fn a_consent_list_that_changed_since_it_was_shown_does_not_pass() {
    let mut house = House::prepared();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "+y{成员}<Space><Space><Space><Space><Space>oyP");
    house.sees(chair, "一并通过同意清单");
    let view = house.view();
    let listed: Vec<_> = view.items.iter().filter(|item| item.consent(&view.session)).map(|item| item.target).collect();
    house.wish("委员乙", SessionWish::PullConsent { target: listed[0] });
    house.keys(chair, "y");
    house.sees(chair, "同意清单刚有变动");
    assert!(house.view().items.iter().all(|item| item.decision.is_none()), "nothing was passed");
    house.keys(chair, "Py");
    let passed = house.view().items.iter().filter(|item| item.decision.is_some()).count();
    assert_eq!(passed, listed.len() - 1);
}

#[test]
fn the_agenda_has_headings_and_the_results_a_filter() {
    let mut house = House::prepared();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "y<Enter><Left><Left><Home>");
    let desks: std::collections::BTreeSet<_> = house.view().items.iter().map(|item| item.unit.desk.clone()).collect();
    let first = house.view().items[0].unit.desk.clone();
    let count = house.view().items.iter().filter(|item| item.unit.desk == first).count();
    house.sees(chair, &format!("{first} {count} 项"));
    house.keys(chair, "<End>");
    house.sees(chair, desks.last().unwrap());
    let last = house.view().items.last().unwrap().project.clone();
    assert_eq!(house.shows(chair), last, "headings are passed over");
    house.keys(chair, "/优<Enter>");
    house.sees(chair, "筛选 优:0 项");
    house.keys(chair, &format!("/<Ctrl-u>{first} 待审议<Enter>"));
    house.sees(chair, &format!("筛选 {first} 待审议:{count} 项"));
    house.keys(chair, "/<Ctrl-u><Enter>");
    house.misses(chair, &format!("筛选 {first}"));
    house.keys(chair, "T会议于上午九时开始<Enter>");
    assert_eq!(house.view().session.notes, [(String::new(), "会议于上午九时开始".to_owned())]);
    house.keys(chair, "T");
    house.sees(chair, "会议于上午九时开始");
}

#[test]
fn an_act_of_the_chair_never_lands_on_another_item() {
    let mut house = House::open();
    let (chair, recorder) = (house.join("会审主持", LARGE), house.join("会审记录", LARGE));
    house.keys(chair, "w资料不全");
    house.keys(recorder, "n");
    house.keys(chair, "<Enter>");
    assert!(house.view().items.iter().all(|item| item.state == ItemState::Open), "neither of both");
    house.sees(chair, "审议中的项目已不是");
    house.sees(chair, "资料不全");
    house.keys(chair, "<Esc>d2可以协商");
    house.keys(recorder, "p");
    house.keys(chair, "<Ctrl-s>");
    assert!(house.view().items.iter().all(|item| item.decision.is_none()));
    house.sees(chair, "可以协商");
}

#[test]
fn the_consent_list_passes_as_one_after_it_was_shown_what_it_does() {
    let mut house = House::prepared();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "+y{成员}<Space><Space><Space><Space><Space>oy");
    let member = house.join("委员甲", LARGE);
    let view = house.view();
    let listed: Vec<_> = view.items.iter().filter(|item| item.consent(&view.session)).cloned().collect();
    assert!(listed.len() > 2);
    // One member pulls an item out.
    let place = view.items.iter().position(|item| item.target == listed[0].target).unwrap();
    house.keys(member, &format!("<Left><Left><Home>{}=", "<Down>".repeat(place)));
    house.keys(chair, "P");
    house.sees(chair, &format!("通过同意清单 {} 项", listed.len() - 1));
    house.sees(chair, "优:");
    house.sees(chair, &listed[1].project);
    house.keys(chair, "y");
    let view = house.view();
    for one in &listed[1..] {
        let item = view.items.iter().find(|item| item.target == one.target).unwrap();
        assert_eq!(
            (item.state, item.decision.as_ref().map(|it| it.grade)),
            (ItemState::Decided, one.stage_grades.first().copied())
        );
    }
    assert!(view.items[place].decision.is_none());
    house.keys(chair, "{结果}");
    house.sees(chair, "已决定合计");
}

#[test]
fn the_chair_is_handed_over_and_the_minutes_are_noted() {
    let mut house = House::open();
    let (chair, recorder) = (house.join("会审主持", LARGE), house.join("会审记录", SMALL));
    house.keys(recorder, "t局领导要求补充依据<Ctrl-s>");
    let target = house.view().items[0].target;
    assert_eq!(house.view().session.notes, [(format!("#{target}"), "局领导要求补充依据".to_owned())]);
    house.keys(recorder, "t");
    house.sees(recorder, "局领导要求补充依据");
    house.keys(recorder, "<Esc>");
    // Whoever holds no chair's role is not seated there.
    house.keys(chair, "{成员}<Down><Down><Down>s");
    house.sees(chair, "委员乙的席位?");
    house.keys(chair, "2");
    assert!(house.notice(chair).contains("不能担任主持"), "{}", house.notice(chair));
    // Who goes is out of the count.
    house.keys(chair, "<Space>");
    assert_eq!(house.view().session.quorum_now().present, 2);
    house.sees(recorder, "到会 2/3");
    house.wish("会审主持", SessionWish::Seat { users: vec!["示例全权".to_owned()], seat: Seat::Panel });
    let heir = house.join("示例全权", LARGE);
    house.keys(chair, "<End>s2");
    let seats: Vec<_> = house.view().session.members.iter().map(|member| member.seat).collect();
    assert_eq!((seats[0], seats[5]), (Seat::Panel, Seat::Chair));
    house.keys(chair, "n");
    assert!(house.notice(chair).contains("不是本次会审的主持"), "{}", house.notice(chair));
    house.keys(heir, "n");
    assert_eq!(house.current(), 1);
}

#[test]
fn a_long_note_stands_whole_before_whoever_writes_it() {
    let mut house = House::open();
    let recorder = house.join("会审记录", SMALL);
    let words = "会议开始时主持说明本次会审的范围和纪律,各对口股室按议程逐项汇报,委员当场提问,单位代表列席并作补充说明,最后由主持归纳意见。";
    house.keys(recorder, &format!("T{words}"));
    house.sees(recorder, "会议开始时主持");
    house.sees(recorder, "归纳意见。");
    house.keys(recorder, "<Home>首先,");
    house.sees(recorder, "首先,会议开始时");
    house.keys(recorder, "<Enter>");
    let notes = house.view().session.notes;
    assert_eq!(notes, [(String::new(), format!("首先,{words}"))]);
}

#[test]
fn the_smallest_screen_shows_whole_figures_and_all_tabs() {
    let mut house = House::open();
    let member = house.join("委员甲", (60, 16));
    let screen = house.screen(member);
    for line in [1, 3] {
        assert!(!screen[line].contains('…'), "{}", screen[line]);
    }
    assert!(screen[1].contains("· 本项 0 分") && screen[3].ends_with("结果"), "{}\n{}", screen[1], screen[3]);
}
