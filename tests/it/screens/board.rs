//! The year board by keys alone on the sample year: its columns stand under each other on every terminal, and each of its figures opens.

use huishen::ui::width::{Policy, width};

const SIZES: [(u16, u16); 2] = [(120, 40), (80, 24)];

/// The screen after some keys, once for each layout of text.
fn drawn(keys: &[&str], size: (u16, u16), policies: &[Policy]) -> Vec<Vec<String>> {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let scenes = crate::screenshots::scenes(keys, size, policies).unwrap();
    scenes.iter().map(|(buffer, _)| huishen::ui::dump::lines(buffer)).collect()
}

fn shown(keys: &[&str], size: (u16, u16)) -> Vec<String> {
    drawn(keys, size, &[Policy::NARROW]).remove(0)
}

fn line<'a>(lines: &'a [String], words: &str) -> &'a str {
    lines.iter().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}?\n{}", lines.join("\n")))
}

/// The column behind a text of a line.
fn end_of(line: &str, text: &str) -> usize {
    let place = line.find(text).unwrap_or_else(|| panic!("{text}? {line}"));
    width(&line[..place + text.len()], Policy::NARROW)
}

#[test]
fn columns_stand_under_each_other_on_every_terminal() {
    for size in SIZES {
        for lines in drawn(&["Y"], size, &[Policy::NARROW, Policy::WIDE, Policy::ASCII]) {
            let counts = [
                ("目标编报", "/160"),
                ("目标审核", "/94"),
                ("上年自评", "/50"),
                ("上年扶贫自评", "/96"),
                ("纳入目标管理", "/53"),
            ];
            let ends: Vec<usize> = counts.iter().map(|(row, text)| end_of(line(&lines, row), text)).collect();
            assert!(ends.windows(2).all(|pair| pair[0] == pair[1]), "{size:?} {ends:?}\n{}", lines.join("\n"));
            let amounts = [
                ("目标编报", "70,180.10"),
                ("目标审核", "16,924.70"),
                ("上年扶贫自评", "21,544.16"),
                ("纳入目标管理", "3,050.80"),
            ];
            let ends: Vec<usize> = amounts.iter().map(|(row, text)| end_of(line(&lines, row), text)).collect();
            assert!(ends.windows(2).all(|pair| pair[0] == pair[1]), "{size:?} {ends:?}\n{}", lines.join("\n"));
            assert!(lines.iter().all(|line| width(line.trim_end(), Policy::NARROW) <= size.0.into()), "{size:?}");
        }
    }
}

#[test]
fn money_has_bars_and_years_have_a_line() {
    let weight = |lines: &[String], row: &str, amount: &str| {
        let line = line(lines, row);
        let behind = &line[line.find(amount).unwrap() + amount.len()..];
        behind.chars().skip(1).take_while(|sign| ['█', '#'].contains(sign)).count()
    };
    for size in SIZES {
        for lines in drawn(&["Y"], size, &[Policy::NARROW, Policy::WIDE]) {
            let (most, less) = (weight(&lines, "目标编报", "70,180.10"), weight(&lines, "目标审核", "16,924.70"));
            assert!(most >= 4 && less >= 1 && less < most, "{size:?}: {most} {less}\n{}", lines.join("\n"));
        }
    }
    let lines = shown(&["Y"], SIZES[0]);
    assert!(line(&lines, "阶段").contains("近年"));
    assert!(line(&lines, "目标编报").trim_end().ends_with("▁▅█"), "{}", line(&lines, "目标编报"));
    assert!(line(&lines, "登记绩效目标").contains("▁▅█"));
}

#[test]
fn each_figure_of_a_phase_is_chosen_by_tab_and_opens_its_rows() {
    for (tabs, name, count) in [
        (1, "应报绩效目标 160", "共 160 条"),
        (2, "未报绩效目标 66", "共 66 条"),
        (4, "报送绩效目标 94", "共 94 条 · 70,180.10 万元"),
    ] {
        let keys = [vec!["Y", "Down"], vec!["Tab"; tabs], vec!["Enter"]].concat();
        let opened = shown(&keys, SIZES[1]);
        assert!(opened[0].replace("  ", " ").contains(name), "{tabs}: {}", opened[0]);
        line(&opened, count);
    }
    let back = shown(&["Y", "Down", "Shift-Tab"], SIZES[0]);
    assert!(back[1].contains("报送目标金额"), "{}", back[1]);
}

#[test]
fn the_report_is_given_out_from_the_board() {
    let lines = shown(&["Y", "{", "E"], SIZES[1]);
    line(&lines, "云岭县 2020 年度工作报告");
    line(&lines, "年度工作报告.docx");
}

#[test]
fn a_year_without_its_public_holidays_says_so() {
    let keys = ["Y", "}", "}", "}", "}", "}", "}"];
    let (known, unknown) = (shown(&keys[..1], SIZES[1]), shown(&keys, SIZES[1]));
    assert!(!known.iter().any(|line| line.contains("放假安排未收录")));
    line(&unknown, "2027年放假安排未收录");
}

#[test]
fn whatever_is_selected_is_in_sight_also_on_the_lowest_screen() {
    for size in [(60, 16), (100, 17), (80, 24)] {
        for downs in 0..24 {
            let keys = [vec!["Y"], vec!["Down"; downs]].concat();
            let lines = shown(&keys, size);
            let marked: Vec<&String> = lines.iter().filter(|line| line.starts_with('▸')).collect();
            assert_eq!(marked.len(), 1, "{size:?} {downs}:\n{}", lines.join("\n"));
        }
    }
}
