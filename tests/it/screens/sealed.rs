//! What each screen of a joint session shows to whom: sealed grades, who is here, how strict a member was.

use super::house::{House, LARGE, SMALL, ballot};

/// Everything that somebody can look at in a session: all tabs, the agenda, the list, the journal, an item elsewhere.
fn everything(house: &mut House, place: usize) -> Vec<Vec<String>> {
    let mut seen = vec![house.screen(place)];
    for keys in [
        "<Tab>",
        "<Tab>",
        "<Tab>",
        "<Tab>",
        "<Tab>",
        "<Tab>",
        "<Left><Left>",
        "<Down>",
        "<Up>",
        "f<Right>",
        "?",
        "<Esc><Esc>",
    ] {
        house.keys(place, keys);
        seen.push(house.screen(place));
    }
    house.keys(place, "<Esc><F8>");
    seen.push(house.screen(place));
    house.keys(place, "<Esc><F3><Enter>");
    seen
}

#[test]
fn sealed_grades_change_nobodys_screen_but_their_owners() {
    for size in [LARGE, SMALL] {
        let run = |grade: char, opinion: &str| {
            let mut house = House::open();
            let others: Vec<_> =
                ["会审主持", "会审记录", "教科文股经办", "审计局观察"].map(|name| house.join(name, size)).to_vec();
            let (one, two) = (house.join("委员甲", size), house.join("委员乙", size));
            // The wall shows nobody's ballot, not even to whoever runs it.
            let walls = ["审计局观察", "委员甲"].map(|name| house.wall(name, size));
            house.keys(one, &ballot(grade, opinion));
            house.keys(others[1], &format!("e<Down><Enter>{}{opinion}<Ctrl-s>", grade.to_string().repeat(7)));
            house.keys(two, "v44444");
            let mut seen: Vec<_> = walls.iter().map(|wall| vec![house.screen(*wall)]).collect();
            for place in &others {
                // What the recorder typed for somebody is not to be seen afterwards either.
                house.wait(4_000_000);
                seen.push(everything(&mut house, *place));
            }
            house.keys(others[0], "ry{评级}");
            (seen, everything(&mut house, one), house.screen(others[0]))
        };
        let (seen, own, revealed) = run('1', "各项指标完整");
        let (seen_too, own_too, revealed_too) = run('4', "资金用途不清");
        for (one, other) in seen.iter().flatten().zip(seen_too.iter().flatten()) {
            assert_eq!(one, other, "a sealed grade shows at {size:?}");
        }
        assert_ne!(own, own_too, "its owner sees it");
        assert_ne!(revealed, revealed_too, "after the reveal it is there for all");
    }
}

#[test]
fn who_is_here_shows_among_the_members_and_goes_with_the_program() {
    let mut house = House::open();
    let chair = house.join("会审主持", LARGE);
    house.keys(chair, "{成员}");
    let line = |house: &House| house.screen(chair).into_iter().find(|line| line.contains("委员甲")).unwrap();
    assert!(!line(&house).contains("跟随主持"));
    // All screens of this test are one program to the file: the last one to move is the one that is there.
    let member = house.join("委员甲", LARGE);
    house.keys(chair, "<Ctrl-r>");
    assert!(line(&house).contains("跟随主持"), "{}", line(&house));
    house.keys(member, "<Left><Left><Down>");
    house.keys(chair, "<Ctrl-r>");
    assert!(line(&house).contains("第 2 项"), "{}", line(&house));
    house.keys(member, "<Esc>");
    house.keys(chair, "<Ctrl-r>");
    let text = line(&house);
    assert!(!text.contains("第 2 项") && !text.contains("跟随主持"), "{text}");
    assert!(house.store.verify().unwrap().is_clean(), "presence is no fault");
}

#[test]
fn only_the_chair_and_the_member_see_how_strict_a_member_was() {
    let mut house = House::open();
    let (chair, one, two) = (house.join("会审主持", LARGE), house.join("委员甲", LARGE), house.join("委员乙", LARGE));
    let desk = house.join("教科文股经办", LARGE);
    house.keys(one, &ballot('2', ""));
    house.keys(two, &ballot('2', ""));
    house.keys(desk, &ballot('4', ""));
    for place in [chair, one, desk] {
        house.keys(place, "<Shift-Tab>");
        house.misses(place, "偏严");
    }
    house.keys(chair, "r");
    house.sees(chair, "教科文股经办:评 1 项,偏严 1,偏宽 0");
    house.sees(chair, "委员甲:评 1 项,偏严 0,偏宽 0");
    house.sees(desk, "教科文股经办:评 1 项,偏严 1,偏宽 0");
    house.misses(desk, "委员甲:");
    house.misses(one, "教科文股经办:评");
}
