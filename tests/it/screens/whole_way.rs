//! The whole way of a target by keys alone: through all stages, returned by the joint session, amended, through the stages
//! again, and into the budget.

use super::{CTRL_S, find, open};
use crate::cli::Desk;
use crate::terminal::Terminal;

/// What the target's project begins with, as far as it is in sight on narrow screens.
const PROJECT: &str = "文化市场";

/// Waits until the target's row of the queue shows where it stands.
fn stands(terminal: &Terminal, place: &str) {
    terminal.wait_until(&format!("{PROJECT} at {place}"), |screen| {
        screen.lines().any(|line| line.contains(PROJECT) && line.contains("▸") && line.contains(place))
    });
}

/// Grades all criteria alike, writes an opinion, and sends the form.
fn review(terminal: &mut Terminal, grades: &str, opinion: &str) {
    terminal.send("v");
    terminal.wait_for("总体等级");
    terminal.send(grades);
    terminal.send("\t");
    terminal.send(opinion);
    terminal.wait_for(opinion);
    terminal.send(CTRL_S);
    terminal.wait_gone("总体等级");
}

/// The chair's grade, with an opinion where one is needed.
fn decide(terminal: &mut Terminal, grade: &str, opinion: &str, outcome: &str) {
    terminal.send("v");
    terminal.wait_for("会审可只评总体等级");
    terminal.send(grade);
    terminal.wait_for(outcome);
    terminal.send(opinion);
    terminal.wait_for(opinion);
    terminal.send(CTRL_S);
    terminal.wait_gone("总体等级");
}

/// The unit changes the amount; what changes is shown before it is saved and handed in.
fn amend(terminal: &mut Terminal) {
    terminal.send("e");
    terminal.wait_for("金额(万元)");
    terminal.wait_for("年度目标");
    terminal.send("\x15");
    terminal.send("52.5");
    terminal.wait_for("52.5");
    terminal.send(CTRL_S);
    terminal.wait_for("58.00 → 52.50");
    terminal.send("y");
    terminal.wait_gone("年度目标");
}

#[test]
fn a_target_goes_its_whole_way_by_keys_at_two_sizes() {
    for (columns, rows) in [(120, 40), (80, 24)] {
        let desk = Desk::sample();
        let mut terminal = open(&desk, columns, rows);
        find(&mut terminal, PROJECT);
        stands(&terminal, "部门审核");
        for next in ["初审", "绩效股", "预算股", "集中会审"] {
            review(&mut terminal, "222222", "指标与目标对应,同意。");
            stands(&terminal, next);
        }
        decide(&mut terminal, "3", "办案数量指标偏低,请按上年实际调整。", "退回县文化和旅游局");
        stands(&terminal, "退回");
        terminal.send("p");
        terminal.wait_for("还没有修改目标");
        amend(&mut terminal);
        stands(&terminal, "退回");
        terminal.send("p");
        for next in ["初审", "绩效股", "预算股", "集中会审"] {
            stands(&terminal, next);
            if next != "集中会审" {
                review(&mut terminal, "111112", "已按会审意见修改,同意。");
            }
        }
        decide(&mut terminal, "1", "同意列入。", "进入预算安排流程");
        stands(&terminal, "进预算");
        terminal.send("q");
        assert_eq!(terminal.exit_code(), 0);
        let shown = desk.json(&["show", "#9", "--json"]);
        let reviews = shown["reviews"].as_array().unwrap();
        let grades: Vec<_> = reviews.iter().map(|review| review["grade"].as_str().unwrap()).collect();
        assert_eq!(grades, ["良", "良", "良", "良", "中", "优", "优", "优", "优"]);
        assert_eq!((&shown["state"], &shown["round"]), (&"budgeted".into(), &2.into()));
        assert_eq!(shown["target"]["amount_fen"], 52_500_000);
        assert_eq!(desk.run(&["verify"]).code, 0);
    }
}
