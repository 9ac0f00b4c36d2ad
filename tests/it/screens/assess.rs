//! The screens of pre-assessment, by keys alone on the sample year.

/// What stands on the screen after some keys.
fn shown(keys: &[&str], columns: u16, rows: u16) -> Vec<String> {
    huishen::lang::choose(huishen::lang::Language::Chinese);
    let (buffer, _) = crate::screenshots::scene(keys, columns, rows).unwrap();
    huishen::ui::dump::lines(&buffer)
}

fn line<'a>(lines: &'a [String], words: &str) -> &'a str {
    lines.iter().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}?\n{}", lines.join("\n")))
}

/// The keys that conclude the one that waits at the budget desk: the second row of the list.
fn conclude(text: &str) -> Vec<String> {
    let mut keys: Vec<String> = ["a", "Down", "Enter", "v"].map(str::to_owned).to_vec();
    keys.extend(std::iter::repeat_n("Tab".to_owned(), 22));
    keys.extend(text.chars().map(|letter| letter.to_string()));
    keys.push("Ctrl-s".to_owned());
    keys
}

#[test]
fn the_list_shows_each_with_its_place_and_points_on_wide_and_narrow_screens() {
    for (columns, rows) in [(120, 40), (80, 24)] {
        let lines = shown(&["a"], columns, rows);
        assert!(line(&lines, "智慧水务").contains("预算股"));
        assert!(line(&lines, "县人民医院").contains("予以支持"));
        let lacking = shown(&["a", "Tab"], columns, rows);
        assert!(line(&lacking, "翠屏山").contains("调整后支持"));
    }
}

#[test]
fn points_are_written_anew_and_too_many_are_said_at_once() {
    let lines = shown(&["a", "Down", "Enter", "v", "3"], 120, 40);
    assert!(line(&lines, "立项必要性").contains("18/20"), "3 took the place of 5");
    let lines = shown(&["a", "Down", "Enter", "v", "9"], 120, 40);
    line(&lines, "应在 0 到 5 之间");
    line(&lines, "还有 1 项没有得分");
}

#[test]
fn the_budget_desk_concludes_and_the_unit_sees_why() {
    let keys = conclude("同意");
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let lines = shown(&keys, 120, 40);
    assert!(lines[0].contains("智慧水务监测平台建设") && lines[0].contains("调整后支持"), "{}", lines[0]);
}
