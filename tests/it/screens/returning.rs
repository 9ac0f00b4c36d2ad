//! Coming back: a program that begins while its person's meeting goes on begins in the room.

use huishen::app::screen::Screen;
use huishen::domain::session::wish::SessionWish;

use super::house::{House, LARGE, SESSION};

#[test]
fn who_is_in_a_meeting_begins_in_its_room() {
    let mut house = House::open();
    for name in ["会审主持", "委员甲", "会审记录"] {
        let place = house.come_back(name, LARGE, "");
        let Some(Screen::Room(room)) = house.apps[place].screens.last() else { panic!("{name} is elsewhere") };
        assert_eq!(room.id, SESSION);
        house.sees(place, "已进入会场");
        house.keys(place, "<Esc>");
        house.sees(place, "轮到我");
    }
}

#[test]
fn who_is_not_in_it_begins_as_always() {
    let mut house = House::prepared();
    let early = house.come_back("委员甲", LARGE, "");
    assert!(house.apps[early].screens.is_empty(), "it is only being prepared");
    let present = ["会审主持", "委员甲", "委员乙", "会审记录"].map(str::to_owned).to_vec();
    house.wish("会审主持", SessionWish::Open { present });
    let absent = house.come_back("教科文股经办", LARGE, "");
    assert!(house.apps[absent].screens.is_empty());
    house.sees(absent, "按 c 进入会场");
    let guest = house.come_back("审计局观察", LARGE, "");
    assert!(house.apps[guest].screens.is_empty());
    house.misses(guest, "进入会场");
}

#[test]
fn whoever_is_at_something_else_is_told_and_not_moved() {
    let mut house = House::open();
    let place = house.come_back("委员甲", LARGE, "/教");
    assert!(house.apps[place].screens.is_empty());
    house.sees(place, "按 c 进入会场");
}

#[test]
fn the_journal_says_what_was_done_with_which_item() {
    let mut house = House::open();
    let chair = house.come_back("会审主持", LARGE, "");
    house.keys(chair, "d2请补充依据<Ctrl-s><Esc><F8>");
    let target = house.view().items[0].target;
    house.sees(chair, &format!("#{target} 良 请补充依据"));
    house.sees(chair, "会审开始");
}
