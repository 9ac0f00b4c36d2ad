//! What is written in a joint session by keys: grades, decisions, reasons, letters.

use huishen::domain::command::Command;
use huishen::domain::session::ItemState;

use super::house::{House, LARGE, SESSION, SMALL, ballot};

#[test]
fn a_member_grades_by_keys_and_others_see_only_the_count() {
    let mut house = House::open();
    let (chair, one, two) = (house.join("会审主持", LARGE), house.join("委员甲", LARGE), house.join("委员乙", SMALL));
    house.sees(chair, "评级 0/3");
    house.keys(chair, "v");
    assert!(house.notice(chair).contains("不评级"), "{}", house.notice(chair));
    house.keys(one, "v2222");
    house.keys(two, "n");
    house.keys(one, "222指标与目标对应<Ctrl-s>");
    house.sees(chair, "评级 1/3");
    house.sees(two, "评级 1/3");
    house.keys(chair, "r<Esc>");
    house.sees(chair, "评级 1/3");
    for place in [one, two] {
        house.keys(place, "{评级}");
    }
    house.sees(one, "我的评级:良");
    house.sees(one, "指标与目标对应");
    house.misses(two, "我的评级");
    house.misses(two, "指标与目标对应");
    // Opened again, the form has what was sealed; the last one counts.
    house.keys(one, "v");
    house.sees(one, "指标与目标对应");
    house.keys(one, "3333333<Ctrl-s>");
    house.sees(one, "我的评级:中");
    house.sees(two, "评级 1/3");
    let user = house.store.user("委员甲").unwrap().unwrap();
    let own = house.store.session_view(&user, SESSION).unwrap().unwrap().items[0].own.clone().unwrap();
    assert_eq!((own.grade.term(), own.criteria.len()), ("中", 6));
}

#[test]
fn what_is_typed_waits_when_the_chair_goes_on() {
    let mut house = House::open();
    let (chair, member) = (house.join("会审主持", LARGE), house.join("委员甲", SMALL));
    let names: Vec<String> = house.view().items.iter().map(|item| item.project.clone()).collect();
    house.keys(member, "v1122333写到一半");
    house.keys(chair, "n");
    house.sees(member, "写到一半");
    house.sees(member, "主持已转到");
    house.keys(member, "<Ctrl-s>");
    assert!(house.notice(member).contains("已存为草稿"), "{}", house.notice(member));
    house.sees(member, "写到一半");
    house.keys(member, "<Esc>");
    assert_eq!(house.shows(member), names[1], "the screen below went on with the chair");
    house.keys(member, "v");
    house.misses(member, "写到一半");
    house.keys(member, "<Esc>");
    house.keys(chair, "p");
    house.keys(member, "v");
    house.sees(member, "写到一半");
    house.keys(member, "<Ctrl-s>");
    assert_eq!(house.view().items[0].ballots_in, 1);
    assert_eq!(house.view().items[1].ballots_in, 0);
}

#[test]
fn the_recorder_enters_for_whoever_asks_aloud() {
    let mut house = House::open();
    let (recorder, member) = (house.join("会审记录", LARGE), house.join("委员甲", LARGE));
    house.keys(member, "v1111111自己正在写");
    house.keys(recorder, "e<Down><Enter>");
    house.sees(recorder, "代委员乙");
    house.misses(recorder, "自己正在写");
    house.keys(recorder, "2222222口头表示同意<Ctrl-s>");
    house.keys(recorder, "e<Enter>");
    house.misses(recorder, "口头表示同意");
    house.keys(recorder, "<Esc>");
    house.keys(member, "<Ctrl-s>");
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "ry");
    let ballots = house.view().items[0].ballots.clone().unwrap();
    let found: Vec<_> = ballots.iter().map(|one| (one.member.as_str(), one.entered_by.as_deref())).collect();
    assert_eq!(found, [("委员甲", None), ("委员乙", Some("会审记录"))]);
    house.keys(chair, "{评级}");
    house.sees(chair, "委员乙 良(会审记录代录)");
}

#[test]
fn a_member_hears_that_grades_were_entered_in_place_of_the_own_ones() {
    let mut house = House::open();
    let (recorder, member) = (house.join("会审记录", LARGE), house.join("委员甲", LARGE));
    house.keys(member, &ballot('1', "同意"));
    house.keys(member, "{评级}");
    house.sees(member, "我的评级:优");
    house.misses(member, "代录");
    house.keys(recorder, &format!("e<Enter>{}", ballot('3', "口头改为中").trim_start_matches('v')));
    assert!(house.notice(member).contains("会审记录已代您封存"), "{}", house.notice(member));
    house.sees(member, "我的评级:中(会审记录代录)");
    house.keys(member, &ballot('1', "仍为优"));
    house.sees(member, "我的评级:优");
    house.misses(member, "代录");
}

#[test]
fn after_the_reveal_the_grades_stand_beside_the_case_file_on_every_screen() {
    let mut house = House::open();
    let (chair, one, two) = (house.join("会审主持", LARGE), house.join("委员甲", LARGE), house.join("委员乙", SMALL));
    house.keys(one, &ballot('2', ""));
    house.keys(two, &ballot('3', ""));
    house.misses(chair, "委员评级");
    house.keys(chair, "ry");
    for place in [chair, one] {
        house.sees(place, "委员评级");
        let lines = house.screen(place);
        let beside = |name: &str| lines.iter().find(|line| line.contains(&format!("● {name}"))).cloned().unwrap();
        assert!(
            beside("委员甲").trim_end().ends_with('良') && beside("委员乙").trim_end().ends_with('中'),
            "{lines:#?}"
        );
        assert!(beside("教科文股经办").trim_end().ends_with("未评"), "{lines:#?}");
    }
    house.sees(two, "已亮票 良1 中1");
    house.keys(chair, "d2<Ctrl-s>");
    assert_eq!(house.view().items[0].state, ItemState::Revealed, "an opinion is missing");
    house.keys(chair, "补充依据<Ctrl-s>");
    house.sees(two, "已决定 良");
    assert!(
        !house.notice(chair).contains("目标有变动"),
        "nobody is told of what one did oneself: {}",
        house.notice(chair)
    );
}

#[test]
fn the_chair_reveals_decides_and_takes_back() {
    let mut house = House::open();
    let (chair, one, two) = (house.join("会审主持", LARGE), house.join("委员甲", LARGE), house.join("委员乙", LARGE));
    let desk = house.join("教科文股经办", LARGE);
    house.keys(one, &ballot('2', "同意"));
    house.keys(two, &ballot('2', ""));
    house.keys(chair, "d");
    assert!(house.notice(chair).contains("已有 2 票封存"), "{}", house.notice(chair));
    house.keys(chair, "r");
    house.sees(chair, "只有 2 人已评级");
    house.keys(chair, "<Esc>");
    house.keys(desk, &ballot('4', "效益指标缺依据"));
    // With every ballot in nothing is asked.
    house.keys(chair, "r{评级}");
    house.sees(chair, "已亮票");
    house.sees(chair, "多数意见:良");
    house.sees(chair, "教科文股经办 差 与多数不同");
    house.keys(one, "v");
    assert!(house.notice(one).contains("已经亮票"), "{}", house.notice(one));
    house.keys(chair, "d");
    house.sees(chair, "优0 良2 中0 差1,多数 良");
    house.sees(chair, "教科文股经办 差 效益指标缺依据");
    house.keys(chair, "3");
    house.sees(chair, "退回县");
    house.keys(chair, "<Ctrl-s>");
    house.sees(chair, "意见");
    assert_eq!(house.view().items[0].state, ItemState::Revealed, "a return needs an opinion");
    house.keys(chair, "请补充效益指标依据<Ctrl-s>");
    let view = house.view();
    assert_eq!(view.items[0].decision.as_ref().map(|one| one.grade.term()), Some("中"));
    assert_eq!(view.items[0].standing.state.id(), "returned", "the target went on at once");
    house.sees(chair, "决定:中");
    house.keys(desk, "i");
    house.sees(desk, "保留意见");
    house.keys(desk, "资金用途不清,应当不予安排<Ctrl-s>");
    assert_eq!(house.view().items[0].dissents.len(), 1);
    house.sees(chair, "教科文股经办保留意见:资金用途不清");
    house.keys(chair, "u");
    house.sees(chair, "撤回对");
    house.keys(chair, "y");
    let view = house.view();
    assert_eq!((view.items[0].state, view.items[0].standing.state.id()), (ItemState::Revealed, "pending"));
    house.keys(chair, "a有新的材料<Enter>");
    house.sees(chair, "第 2 次评级,已评 0/3");
    house.sees(chair, "有新的材料");
}

#[test]
fn a_key_project_is_scored_and_letters_are_written_from_the_room() {
    let mut house = House::open();
    let target = house.view().items[0].target;
    let mark = Command::SetKeyProject { target, seen: None, key_project: true, reason: "民生".to_owned() };
    house.act("示例全权", &mark);
    let (chair, member) = (house.join("会审主持", LARGE), house.join("委员甲", LARGE));
    house.keys(member, "v17<Enter>13<Enter>13<Enter>17<Enter>17<Enter>8<Enter>");
    house.sees(member, "85");
    house.keys(member, "2<Ctrl-s>");
    house.keys(chair, "ry{评级}");
    house.sees(chair, "17+13+13+17+17+8=85 分");
    house.keys(chair, "d3请补充效益指标<Ctrl-s>");
    assert_eq!(house.view().items[0].standing.state.id(), "returned");
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("反馈").display().to_string();
    house.keys(chair, &format!("z<Ctrl-u>{to}<Enter>"));
    assert!(house.notice(chair).contains("1 份反馈意见"), "{}", house.notice(chair));
    assert_eq!(std::fs::read_dir(to).unwrap().count(), 1);
}

#[test]
fn a_reason_that_was_begun_stands_there_again() {
    let mut house = House::open();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "w资料不全,等候");
    // The program dies here; another one begins.
    let again = house.join("会审主持", LARGE);
    house.keys(again, "w");
    house.sees(again, "资料不全,等候");
    house.keys(again, "补充<Enter>");
    let item = house.view().session.items[0].clone();
    assert_eq!((item.state, item.reason.as_str()), (ItemState::Deferred, "资料不全,等候补充"));
    house.keys(again, "npw");
    house.misses(again, "等候补充");
    house.keys(again, "<Esc>T全体到会");
    let third = house.join("会审主持", LARGE);
    house.keys(third, "T");
    house.sees(third, "全体到会");
}

#[test]
fn a_ballot_held_before_is_shown_with_the_reason() {
    let mut house = House::open();
    let (chair, member) = (house.join("会审主持", LARGE), house.join("委员甲", LARGE));
    house.keys(member, &ballot('2', "同意"));
    house.keys(chair, "rya有新材料<Enter>{评级}");
    house.sees(chair, "第 1 次评级(已作废)");
    house.sees(chair, "重新投票的理由 有新材料");
    house.sees(chair, "委员甲 良");
}

#[test]
fn ballots_that_come_in_while_the_chair_is_asked_stand_in_the_question() {
    let mut house = House::open();
    let chair = house.join("会审主持", LARGE);
    let first = house.join("委员甲", LARGE);
    house.keys(first, &ballot('2', ""));
    house.keys(chair, "r");
    house.sees(chair, "应评 3 人,只有 1 人已评级");
    for name in ["委员乙", "教科文股经办"] {
        let place = house.join(name, LARGE);
        house.keys(place, &ballot('2', ""));
    }
    house.sees(chair, "应评 3 人,均已评级");
    house.keys(chair, "y");
    house.sees(chair, "已亮票");
}
