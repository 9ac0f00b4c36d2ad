//! The wall of a joint session: what it shows, that it follows the chair and takes no other input, in one process and as a program.

use huishen::app::action::{ACTIONS, Action, Contexts};
use huishen::app::effect::{Ask, Reply};
use huishen::domain::session::wish::{SessionWish, Step};
use huishen::run::{Backend, Reader};
use huishen::store::{FixedClock, Store};
use huishen::ui;
use huishen::ui::look::Look;
use huishen::ui::width::Policy;
use ratatui::Terminal as Frame;
use ratatui::backend::TestBackend;

use super::house::{House, LARGE, MINUTE, SESSION, SMALL, ballot};
use crate::cli::Desk;
use crate::terminal::Terminal;

const HUGE: (u16, u16) = (200, 60);

fn picture(house: &House, place: usize, policy: Policy) -> String {
    let app = &house.apps[place];
    let mut terminal = Frame::new(TestBackend::new(app.common.size.0, app.common.size.1)).unwrap();
    let look = Look::new(policy, false);
    let draw = |frame: &mut ratatui::Frame<'_>| {
        ui::draw(app, &look, frame);
    };
    terminal.draw(draw).unwrap();
    ui::dump::dump(terminal.backend().buffer())
}

/// Three have graded: 良 良 中.
fn graded() -> House {
    let mut house = House::open();
    for (name, grade) in [("委员甲", '2'), ("委员乙", '2'), ("教科文股经办", '3')] {
        let place = house.join(name, LARGE);
        house.keys(place, &ballot(grade, "同意"));
    }
    house
}

#[test]
fn the_wall_at_every_size() {
    for size in [SMALL, LARGE, HUGE] {
        let name = |what: &str| format!("wall_{what}_{}x{}", size.0, size.1);
        let mut house = House::prepared();
        let wall = house.wall("审计局观察", size);
        insta::assert_snapshot!(name("preparing"), picture(&house, wall, Policy::NARROW));
        let mut house = graded();
        let chair = house.join("会审主持", LARGE);
        let wall = house.wall("审计局观察", size);
        house.wait(MINUTE + 5_000_000);
        insta::assert_snapshot!(name("sealed"), picture(&house, wall, Policy::NARROW));
        insta::assert_snapshot!(name("sealed_wide"), picture(&house, wall, Policy::WIDE));
        house.keys(chair, "r");
        insta::assert_snapshot!(name("revealed"), picture(&house, wall, Policy::NARROW));
        house.keys(chair, "d2可以协商,请压减会议费<Ctrl-s>");
        house.wait(MINUTE);
        insta::assert_snapshot!(name("decided"), picture(&house, wall, Policy::NARROW));
    }
}

#[test]
fn the_wall_goes_where_the_chair_goes_and_counts() {
    let mut house = House::open();
    let wall = house.wall("审计局观察", SMALL);
    let names: Vec<String> = house.view().items.iter().map(|item| item.project.clone()).collect();
    house.sees(wall, &names[0]);
    house.sees(wall, &format!("下一项  2 {}", names[1]));
    house.sees(wall, &format!("其后    3 {}", names[2]));
    house.sees(wall, "评级 0/3");
    let member = house.join("委员甲", LARGE);
    house.keys(member, &ballot('1', "同意"));
    house.sees(wall, "评级 1/3");
    house.misses(wall, "同意");
    house.wish("会审主持", SessionWish::Go(Step::Next));
    house.sees(wall, &format!("第 2/{} 项", names.len()));
    house.sees(wall, &names[1]);
    house.wish("会审主持", SessionWish::Defer { reason: "资料不全".to_owned() });
    house.sees(wall, "资料不全");
}

#[test]
fn the_timer_is_drawn_once_a_second_and_only_while_it_runs() {
    let mut house = graded();
    let wall = house.wall("审计局观察", LARGE);
    house.apps[wall].take_dirty();
    house.wait(400_000);
    assert!(!house.apps[wall].take_dirty(), "the second is not over");
    assert_eq!(house.apps[wall].deadline().unwrap().0 - house.apps[wall].common.now.at.0, 600_000);
    house.wait(600_000);
    assert!(house.apps[wall].take_dirty());
    house.wish("会审主持", SessionWish::Reveal);
    house.wish(
        "会审主持",
        SessionWish::Decide {
            seen: None,
            criteria: Vec::new(),
            points: Vec::new(),
            grade: huishen::domain::grade::Grade::Excellent,
            opinion: String::new(),
            due: None,
        },
    );
    house.apps[wall].take_dirty();
    house.wait(2_000_000);
    assert!(!house.apps[wall].take_dirty(), "the item is decided");
}

#[test]
fn the_wall_takes_no_input_but_paging_help_and_leaving() {
    use Action::{Bottom, Down, HalfDown, HalfUp, Help, PageDown, PageUp, Quit, QuitNow, Redraw, Suspend, Top, Up};
    let known: Vec<Action> =
        ACTIONS.iter().filter(|info| info.contexts.meets(Contexts::WALL)).map(|info| info.action).collect();
    let allowed = [Bottom, Down, HalfDown, HalfUp, Help, PageDown, PageUp, Quit, QuitNow, Redraw, Suspend, Top, Up];
    assert!(known.iter().all(|action| allowed.contains(action)), "{known:?}");
    let mut house = House::open();
    let wall = house.wall("会审主持", LARGE);
    let before = house.view();
    house.keys(wall, "nprdwxuP=<Space><Enter>v/:");
    assert_eq!(house.view(), before, "not even by the chair");
}

#[test]
fn a_file_that_lies_still_is_opened_again_to_see_what_others_wrote() {
    let mut house = House::open();
    let path = house.store.path().to_owned();
    let viewer = house.store.user("审计局观察").unwrap().unwrap();
    rusqlite::Connection::open(&path).unwrap().execute_batch("pragma wal_checkpoint(truncate)").unwrap();
    let clock = std::sync::Arc::new(FixedClock::at(huishen::domain::time::Instant(0)));
    let reader = Reader::new(Store::open_with(&path, clock, true).unwrap());
    let current = || match reader.answer(&viewer, &Ask::Session(SESSION)) {
        Ok(Reply::Session(Some(view))) => view.session.current,
        other => panic!("{other:?}"),
    };
    let first = current();
    house.wish("会审主持", SessionWish::Go(Step::Next));
    assert!(first.is_some() && current() != first);
}

/// Makes a session of the sample year by commands and opens it.
fn in_session(desk: &Desk) {
    let run = |arguments: &[&str]| {
        let ended = desk.run(&[&["session"], arguments].concat());
        assert_eq!(ended.code, 0, "{arguments:?}: {}", ended.err);
    };
    run(&["new", "投影会审", "--quorum", "1/2"]);
    run(&["member", "1", "会审主持", "--role", "chair"]);
    run(&["member", "1", "委员甲", "委员乙", "--role", "panel"]);
    run(&["add", "1", "环节:集中会审"]);
}

#[test]
fn the_program_follows_a_session_that_others_hold() {
    let desk = Desk::sample();
    in_session(&desk);
    let wall = Terminal::start(&["--db", desk.db().to_str().unwrap(), "--as", "审计局观察", "wall", "1"], 80, 24);
    wall.wait_for("会审尚未开始");
    let chair =
        |arguments: &[&str]| assert_eq!(desk.run(&[&["--as", "会审主持", "session"], arguments].concat()).code, 0);
    chair(&["open", "1", "--present", "委员甲,委员乙"]);
    wall.wait_for("第 1/");
    wall.wait_for("评级 0/2");
    assert_eq!(desk.run(&["--as", "委员甲", "session", "vote", "1", "--grade", "差"]).code, 0);
    wall.wait_for("评级 1/2");
    chair(&["goto", "1", "next"]);
    wall.wait_for("第 2/");
    chair(&["goto", "1", "prev"]);
    chair(&["reveal", "1"]);
    wall.wait_for("多数意见:差");
    chair(&["decide", "1", "--grade", "差", "--opinion", "不予安排"]);
    wall.wait_for("决定:差");
    let mut wall = wall;
    wall.send("q");
    assert_eq!(wall.exit_code(), 0);
}

#[test]
fn a_wall_of_nothing_says_so_before_the_screen_is_taken() {
    let desk = Desk::sample();
    let ended = desk.run(&["wall", "7"]);
    assert_eq!(ended.code, 1, "{}", ended.err);
    assert!(ended.err.contains("session list"), "{}", ended.err);
    in_session(&desk);
    let ended = desk.run(&["wall", "1"]);
    assert!(ended.code == 2 && ended.err.contains("终端"), "{}", ended.err);
}
