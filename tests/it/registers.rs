//! Registers from the command line: what is recorded, refused, listed, and read from files.

use crate::cli::Desk;

#[test]
fn a_document_is_recorded_cited_corrected_and_removed() {
    let desk = Desk::founded();
    let add = [
        "document",
        "add",
        "--number",
        "师财绩〔2020〕3号",
        "--title",
        "县级财政专项资金预算绩效管理办法(试行)",
        "--issuers",
        "县财政局",
        "--issued",
        "2020年4月1日",
        "--document-kind",
        "办法",
    ];
    let ended = desk.run(&add);
    assert_eq!((ended.code, ended.out.contains("第 1 号")), (0, true), "{}{}", ended.out, ended.err);
    assert!(desk.run(&add).out.contains("没有改动"));
    let ended = desk.run(&["document", "correct", "1", "--scope", "县级专项资金", "--reason", "补适用范围"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let shown = desk.run(&["document", "show", "1"]);
    for words in ["师财绩〔2020〕3号", "县级专项资金", "补适用范围", "2020-04-01"] {
        assert!(shown.out.contains(words), "{words}: {}", shown.out);
    }
    assert!(desk.run(&["document", "list", "专项资金"]).out.contains("共 1 条"));
    assert_eq!(desk.run(&["register", "training", "show", "1"]).code, 1, "it is of another register");
    assert_eq!(desk.run(&["document", "remove", "1", "--reason", "录入有误"]).code, 0);
    assert!(desk.run(&["document", "list"]).out.contains("没有登记"));
    assert!(desk.run(&["document", "show", "1"]).out.contains("录入有误"));
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn bad_fields_are_refused_with_the_field_and_what_to_do() {
    let desk = Desk::sample();
    let disclose = |field: &str, text: &str| {
        let mut given = [
            ("--year", "2020"),
            ("--content", "绩效目标"),
            ("--unit", "县水务局"),
            ("--published", "2020-02-20"),
            ("--address", "http://www.example.gov.cn/1.html"),
        ];
        given.iter_mut().find(|(name, _)| *name == field).unwrap().1 = text;
        let given = given.iter().flat_map(|(name, text)| [*name, *text]);
        desk.run(&["disclose", "add"].into_iter().chain(given).collect::<Vec<_>>())
    };
    for (field, text, words) in [
        ("--address", "县政府门户网", "http://"),
        ("--published", "二月二十日", "2020-02-11"),
        ("--content", "决算", "绩效自评"),
        ("--unit", "县没有局", "县没有局"),
        ("--year", "去年", "四位"),
    ] {
        let ended = disclose(field, text);
        assert_eq!((ended.code, ended.err.contains(words)), (1, true), "{field}: {}", ended.err);
    }
}

#[test]
fn a_list_is_read_all_or_nothing_and_read_again_unchanged() {
    let desk = Desk::sample();
    let path = desk.path("扶贫.csv");
    let file = path.to_str().unwrap();
    let head = "年度,项目单位,项目名称,指标金额（万元）,下达日期,填报日期,审核日期\n";
    let good = "2022,县水务局,小型水池,12.5,2022-03-01,2022-03-04,2022-03-07\n";
    std::fs::write(&path, format!("{head}{good}2022,县水务局,抽水站,若干,,,\n")).unwrap();
    let ended = desk.run(&["import", file]);
    assert_eq!((ended.code, ended.err.contains("若干"), ended.err.contains('3')), (1, true, true), "{}", ended.err);
    assert!(
        desk.run(&["register", "poverty"]).out.contains("没有登记")
            || !desk.run(&["register", "poverty"]).out.contains("小型水池")
    );
    std::fs::write(&path, format!("{head}{good}")).unwrap();
    assert!(desk.run(&["import", file]).out.contains("登记 1 条"));
    let listed = desk.run(&["register", "poverty", "list", "--year", "2022"]);
    assert!(listed.out.contains("同步(3 个工作日)"), "{}", listed.out);
    let again = desk.path("again.csv");
    std::fs::write(&again, desk.run(&["register", "poverty", "list", "--csv", "--year", "2022"]).out).unwrap();
    let ended = desk.run(&["import", again.to_str().unwrap()]);
    assert!(ended.out.contains("未变 1 条"), "{}{}", ended.out, ended.err);
    std::fs::write(&path, format!("{head}{}", good.replace("12.5", "13.5"))).unwrap();
    assert!(desk.run(&["import", file]).out.contains("更正 1 条"));
}

#[test]
fn a_list_of_disclosures_says_which_lie_outside_the_window_and_refuses_what_cannot_be() {
    let desk = Desk::sample();
    let path = desk.path("公开.xlsx");
    let file = path.to_str().unwrap();
    let head = "年度,公开内容,单位名称,公开日期,公开网址\n";
    let row = |unit: &str, day: &str, address: &str| format!("2022,绩效目标,{unit},{day},{address}\n");
    let (good, address) = (row("县水务局", "2022-02-11", "http://a.cn/1"), "http://a.cn/2");
    let import = |text: String, more: &[&str]| {
        let rows = format!("{head}{text}");
        let rows: Vec<Vec<String>> = rows.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
        std::fs::write(&path, crate::forms::yearly::book(&rows)).unwrap();
        desk.run(&[&["import", file], more].concat())
    };
    let early = row("县教育体育局", "2022-02-01", address);
    let unknown = import(format!("{good}{early}"), &["--dry-run"]);
    assert!(unknown.out.contains("未登记公开时间,2 条不能判断"), "{}{}", unknown.out, unknown.err);
    let window = ["--year", "2022", "--content", "绩效目标", "--from", "2022-02-10", "--to", "2022-02-20"];
    assert_eq!(desk.run(&[&["register", "window", "add"], &window[..]].concat()).code, 0);
    for (text, place, words) in [
        (row("县教育体育局", "2099-02-11", address), "D3", "2099-02-11"),
        (row("县教育体育局", "2022-02-11", "县门户网公开专栏"), "E3", "县门户网公开专栏"),
    ] {
        let ended = import(format!("{good}{text}"), &[]);
        assert!(
            ended.code == 1 && ended.err.contains(place) && ended.err.contains(words),
            "{}{}",
            ended.out,
            ended.err
        );
        assert!(!desk.run(&["disclose", "list", "--year", "2022"]).out.contains("县水务局"), "nothing half-taken");
    }
    // Every unit that nobody knows is told at its cell, not one at a time.
    let strangers = row("不存在局", "2022-02-11", address) + &row("没有此局", "2022-02-11", address);
    let ended = import(format!("{good}{strangers}"), &[]);
    let told = |cell: &str, name: &str| ended.err.lines().any(|line| line.contains(cell) && line.contains(name));
    assert!(ended.code == 1 && told("C3", "不存在局") && told("C4", "没有此局"), "{}", ended.err);
    let ended = import(format!("{good}{early}"), &[]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let line =
        |words: &str| ended.out.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{}", ended.out));
    assert!(line("早于公开时间 9 天").contains("D3") && line("早于公开时间 9 天").contains("2022-02-10 至 2022-02-20"));
    assert!(line("1 条公开日期在公开时间内").contains("D2"));
}
