//! Two people who write the same thing at once in a joint session, and one who writes two things: no word of anybody goes.

use huishen::domain::command::Command;
use huishen::domain::session::wish::SessionWish;

use super::house::{House, LARGE, SMALL, ballot};

/// The minutes of the item under discussion.
fn minutes(house: &House) -> Option<String> {
    let session = house.view().session;
    let place = format!("#{}", session.current.unwrap());
    session.notes.iter().find(|(about, _)| *about == place).map(|(_, text)| text.clone())
}

#[test]
fn minutes_that_two_write_at_once_keep_the_words_of_both() {
    let mut house = House::open();
    let (chair, recorder) = (house.join("会审主持", LARGE), house.join("会审记录", SMALL));
    house.keys(chair, "t局长要求补充测算依据");
    house.keys(recorder, "t教科文股汇报了上年情况");
    house.keys(chair, "<Ctrl-s>");
    house.keys(recorder, "<Ctrl-s>");
    assert_eq!(minutes(&house).as_deref(), Some("局长要求补充测算依据"), "not written over");
    assert!(house.notice(recorder).contains("刚有改动"), "{}", house.notice(recorder));
    for words in ["局长要求补充测算依据", "教科文股汇报了上年情况"] {
        house.sees(recorder, words);
    }
    house.keys(recorder, "<Ctrl-s>");
    assert_eq!(minutes(&house).as_deref(), Some("局长要求补充测算依据\n教科文股汇报了上年情况"));
}

#[test]
fn a_draft_of_the_minutes_does_not_take_away_what_was_written_since() {
    let mut house = House::open();
    let (chair, recorder) = (house.join("会审主持", LARGE), house.join("会审记录", LARGE));
    house.keys(recorder, "t汇报了上年情况<Esc>");
    house.keys(chair, "t要求补充测算依据<Ctrl-s>");
    house.keys(recorder, "t");
    house.sees(recorder, "汇报了上年情况");
    house.keys(recorder, "<Ctrl-s>");
    assert_eq!(minutes(&house).as_deref(), Some("要求补充测算依据"));
    house.keys(recorder, "<Ctrl-s>");
    assert_eq!(minutes(&house).as_deref(), Some("要求补充测算依据\n汇报了上年情况"));
    // Nobody between: written on as ever.
    house.keys(recorder, "t,散会<Ctrl-s>");
    assert_eq!(minutes(&house).as_deref(), Some("要求补充测算依据\n汇报了上年情况,散会"));
}

#[test]
fn the_minutes_of_the_whole_session_are_not_written_over_either() {
    let mut house = House::open();
    let (chair, recorder) = (house.join("会审主持", LARGE), house.join("会审记录", LARGE));
    house.keys(recorder, "T列席:县人大财经委");
    house.keys(chair, "T会前学习了文件<Enter>");
    house.keys(recorder, "<Enter>");
    let whole =
        |house: &House| house.view().session.notes.iter().find(|(about, _)| about.is_empty()).unwrap().1.clone();
    assert_eq!(whole(&house), "会前学习了文件");
    house.sees(recorder, "列席:县人大财经委");
    house.sees(recorder, "会前学习了文件");
    house.keys(recorder, "<Enter>");
    assert_eq!(whole(&house), "列席:县人大财经委", "seen, and written all the same");
}

#[test]
fn what_a_recorder_begins_for_one_member_is_not_lost_to_another() {
    let mut house = House::open();
    let recorder = house.join("会审记录", LARGE);
    house.keys(recorder, "e<Enter>2目标偏低<Esc>");
    house.keys(recorder, "e<Down><Enter>");
    house.misses(recorder, "目标偏低");
    house.keys(recorder, "3依据不足<Esc>");
    house.keys(recorder, "e<Enter>");
    house.sees(recorder, "目标偏低");
    house.misses(recorder, "依据不足");
    house.keys(recorder, "<Esc>e<Down><Enter>");
    house.sees(recorder, "依据不足");
    house.keys(recorder, "333333<Ctrl-s>");
    house.keys(recorder, "e<Enter>");
    house.sees(recorder, "目标偏低");
    house.keys(recorder, "<Esc><Esc><Esc>D");
    house.sees(recorder, "代录评级(委员甲)");
    house.misses(recorder, "代录评级(委员乙)");
}

#[test]
fn what_cannot_be_sent_any_more_is_told_in_one_sentence() {
    let mut house = House::open();
    let (chair, member) = (house.join("会审主持", LARGE), house.join("委员甲", LARGE));
    let other = house.join("委员乙", LARGE);
    house.keys(other, &ballot('2', ""));
    house.keys(member, "v2写到一半");
    house.keys(chair, "ry");
    house.sees(member, "已经亮票");
    house.misses(member, "。。");
    house.misses(member, "回到本项时可继续");
    house.wish("会审主持", SessionWish::Go(huishen::domain::session::wish::Step::Next));
    house.sees(member, "回到本项时可继续");
}

#[test]
fn what_a_member_did_not_get_to_send_can_be_read_from_the_list_and_thrown_away() {
    let mut house = House::open();
    let (chair, member, other) =
        (house.join("会审主持", LARGE), house.join("委员甲", SMALL), house.join("委员乙", LARGE));
    house.keys(other, &ballot('2', ""));
    house.keys(member, "v2写到一半");
    house.keys(chair, "ry");
    house.keys(member, "<Esc><Esc><Esc>D<Enter>");
    house.sees(member, "写到一半");
    house.sees(member, "已经亮票");
    house.keys(member, "<Ctrl-s>");
    assert_eq!(house.view().items[0].ballots_in, 1, "nothing was sent");
    house.keys(member, "<F9>y<Esc><Esc>D");
    assert!(house.notice(member).contains("没有"), "{}", house.notice(member));
    // A ballot that is still due is gone on with from the list.
    house.keys(chair, "n");
    house.keys(member, "c<Enter>v3写了开头<Esc><Esc><Esc>D<Enter>");
    house.sees(member, "写了开头");
    house.keys(member, "333333<Ctrl-s>");
    assert_eq!(house.view().items[1].ballots_in, 1);
}

#[test]
fn what_was_written_for_a_session_that_is_over_can_still_be_read() {
    let mut house = House::open();
    let recorder = house.join("会审记录", LARGE);
    house.keys(recorder, "e<Enter>2口头意见<Esc>d2决定意见<Esc>");
    let targets = house.waiting();
    for target in targets {
        let step = huishen::domain::session::wish::Step::To(target);
        house.wish("会审主持", SessionWish::Go(step));
        house.wish("会审主持", SessionWish::Defer { reason: "改日".to_owned() });
    }
    house.wish("会审主持", SessionWish::Close);
    let recorder = house.enter("会审记录", LARGE);
    house.keys(recorder, "D<Down><Enter>");
    house.sees(recorder, "决定意见");
    house.keys(recorder, "<Esc>D<Enter>");
    house.sees(recorder, "代委员甲");
    house.sees(recorder, "口头意见");
    house.sees(recorder, "不能提交");
    house.keys(recorder, "<Ctrl-s><Esc>D<Enter>");
    house.sees(recorder, "口头意见");
    house.keys(recorder, "<F9>yD");
    house.misses(recorder, "代录评级");
    house.sees(recorder, "会审决定");
}

#[test]
fn a_review_that_somebody_else_gave_first_leaves_the_words_to_be_read() {
    let mut house = House::sample();
    let desk = house.enter("绩效股经办", LARGE);
    house.keys(desk, "v1我的意见还没写完<Esc>");
    let target = house.apps[desk].queue.selected().unwrap().id;
    house.act("示例全权", &Command::Withdraw { target, reason: "单位要求".to_owned(), seen: None });
    house.keys(desk, "D<Enter>");
    house.sees(desk, "我的意见还没写完");
}
