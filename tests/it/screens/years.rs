//! The years of the screens of execution, by keys alone on the sample year.

use super::open;
use crate::cli::Desk;

/// What stands on the screen after some keys.
fn shown(keys: &[&str], columns: u16, rows: u16) -> Vec<String> {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let (buffer, _) = crate::screenshots::scene(keys, columns, rows).unwrap();
    huishen::ui::dump::lines(&buffer)
}

#[test]
fn the_execution_screen_turns_its_years_and_begins_each_with_its_units() {
    let closed = shown(&["m", "{"], 120, 40);
    assert!(closed[0].contains("2020 年"), "{}", closed[0]);
    assert!(closed[1].contains("2020-08-14 前填报"), "the time limit is the year's: {}", closed[1]);
    let unit = closed.iter().find(|line| line.contains("县教育体育局")).unwrap();
    assert!(unit.contains(" 4 "), "the closed year's targets: {unit}");
    // Inside a unit another year leaves the unit, whose targets are others.
    let inside = shown(&["m", "{", "Enter"], 80, 24);
    assert!(!inside[0].contains("云岭县 2020"), "{}", inside[0]);
    let turned = shown(&["m", "{", "Enter", "}"], 80, 24);
    assert_eq!(turned, shown(&["m"], 80, 24), "back in the file's year, from its units on");
    let ahead = shown(&["m", "}", "}"], 80, 24);
    assert!(ahead[0].contains("2023 年") && ahead.iter().any(|line| line.contains("没有")), "{}", ahead.join("\n"));
    // The board leads to the executions of the year that it shows.
    assert_eq!(shown(&["Y", "{", "m"], 120, 40), closed);
}

#[test]
fn an_open_program_goes_on_to_the_year_that_is_begun() {
    let desk = Desk::sample();
    let mut terminal = open(&desk, 100, 30);
    terminal.wait_for("馆藏档案数字化加工");
    let begun = desk.run(&["year", "2020"]);
    assert_eq!(begun.code, 0, "{}", begun.err);
    terminal.wait_for("审核年度已改为 2020 年");
    let shown = terminal.wait_gone("馆藏档案数字化加工");
    assert!(shown.lines().next().unwrap().contains("云岭县 2020年"), "{shown}");
    // What is opened from there is of that year, too.
    terminal.send("Y");
    terminal.wait_for("2020 年度");
    assert_eq!(desk.run(&["year", "2021"]).code, 0);
    terminal.send("\x1b");
    terminal.wait_for("审核年度已改为 2021 年");
}
