//! Bad input on the command line: one clear message in the chosen language, what to do next in it, the right exit code, and
//! nothing taken.

use crate::cli::{Desk, form};

/// What is typed wrongly: the arguments, the exit code, and what the message must hold in Chinese and in English. `@name`
/// stands for a file of the desk.
type Wrong = (&'static [&'static str], i32, &'static [&'static str], &'static [&'static str]);

const WRONG: &[Wrong] = &[
    // Unknown names, each with what there is.
    (&["lits"], 2, &["lits", "list"], &["lits", "list"]),
    (&["frobnicate"], 2, &["frobnicate", "--help"], &["frobnicate", "--help"]),
    (&["--bogus", "list"], 2, &["--bogus", "--help"], &["--bogus", "--help"]),
    (&["show"], 2, &["REF", "--help"], &["REF", "--help"]),
    (&["show", "#99999"], 1, &["#99999", "huishen list"], &["#99999", "huishen list"]),
    (&["show", "没有的编码"], 1, &["没有的编码", "huishen list"], &["没有的编码", "huishen list"]),
    (&["submit", "#99999"], 1, &["#99999"], &["#99999"]),
    (&["--as", "张三", "list"], 1, &["张三", "核对姓名"], &["张三", "Check the name"]),
    (&["--as", "张三", "submit", "#9"], 1, &["张三"], &["张三"]),
    (
        &["review", "#9", "--stage", "upstairs", "--verdict", "pass", "--grade", "良"],
        2,
        &["upstairs", "department desk performance budget joint"],
        &["upstairs", "department desk performance budget joint"],
    ),
    (
        &["submit", "#14", "#9"],
        1,
        &["#9 文化市场综合执法办案经费", "都没有办理"],
        &["#9 文化市场综合执法办案经费", "None of the targets"],
    ),
    // Acts that the rules refuse, with who or what would be right.
    (
        &["review", "#9", "--stage", "desk", "--verdict", "pass", "--grade", "良"],
        1,
        &["部门审核", "财政对口股室初审"],
        &["Department", "Desk"],
    ),
    (&["review", "#9", "--stage", "department", "--grade", "良"], 2, &["--verdict pass"], &["--verdict pass"]),
    (
        &["review", "#9", "--stage", "department", "--verdict", "pass", "--grade", "很好"],
        2,
        &["很好", "优 良 中 差"],
        &["很好", "优 良 中 差"],
    ),
    (
        &["review", "#9", "--stage", "department", "--verdict", "pass", "--grade", "良", "--criteria", "良,良"],
        1,
        &["6", "2"],
        &["6", "2"],
    ),
    (
        &["review", "#9", "--stage", "department", "--verdict", "pass", "--points", "18,14,13,17,18,9"],
        1,
        &["不是重点项目"],
        &["no key project"],
    ),
    (&["--as", "审计局观察", "submit", "#9"], 1, &["审计局观察", "只读"], &["审计局观察", "reads all"]),
    (&["--as", "县农业农村局经办", "show", "#9"], 1, &["#9"], &["#9"]),
    (
        &["--as", "教科文股经办", "review", "#9", "--stage", "department", "--verdict", "pass", "--grade", "良"],
        1,
        &["教科文股经办", "部门"],
        &["教科文股经办", "department"],
    ),
    // Queries, with the column and a mark under it.
    (&["list", "amuont>5"], 2, &["第 1 字", "amount", "^"], &["column 1", "amount", "^"]),
    (&["list", "stage:deks"], 2, &["第 7 字", "desk"], &["column 7", "desk"]),
    (&["list", "(grade:中"], 2, &["括号", ")"], &["bracket", ")"]),
    (&["list", "amount>abc"], 2, &["abc", "万元"], &["abc", "万元"]),
    (&["list", "等级:好"], 2, &["好", "优 良 中 差"], &["好", "优 良 中 差"]),
    (&["list", "--sort", "size"], 2, &["size", "waiting"], &["size", "waiting"]),
    (&["list", "--limit", "many"], 2, &["many"], &["many"]),
    // Files.
    (&["import", "@nowhere.xlsx"], 3, &["nowhere.xlsx", "没有这个文件"], &["nowhere.xlsx", "no such file"]),
    (&["import", "@folder"], 3, &["folder", "文件夹"], &["folder", "it is a folder"]),
    (&["import", "@empty.xlsx"], 3, &["empty.xlsx", "为空"], &["empty.xlsx", "empty"]),
    (&["import", "@empty.csv"], 3, &["empty.csv", "为空"], &["empty.csv", "empty"]),
    (&["import", "@noise.xlsx"], 3, &["noise.xlsx", "另存为"], &["noise.xlsx", "save it as"]),
    (&["import", "@cut.xlsx"], 3, &["cut.xlsx", "另存为"], &["cut.xlsx", "save it as"]),
    (&["import", "@bytes.xls"], 3, &["bytes.xls", "不是工作簿"], &["bytes.xls", "neither a workbook"]),
    (&["import", "@headless.csv"], 1, &["headless.csv", "表头", "指标值"], &["headless.csv", "header", "指标值"]),
    (&["amend", "#9", "@headless.csv"], 1, &["headless.csv", "表头"], &["headless.csv", "header"]),
    (&["amend", "#9", "@good.xlsx"], 1, &["good.xlsx", "文化市场综合执法办案经费"], &["good.xlsx", "文化市场"]),
    (&["import", "--kind", "pictures", "@good.xlsx"], 2, &["pictures", "targets"], &["pictures", "targets"]),
    (&["--config", "@nowhere.toml", "list"], 2, &["nowhere.toml"], &["nowhere.toml"]),
    (&["--config", "@gbk.toml", "list"], 2, &["gbk.toml", "另存为 UTF-8"], &["gbk.toml", "save it as UTF-8"]),
    (&["export", "--to", "@nofolder/a.xlsx"], 3, &["a.xlsx", "没有这个文件夹"], &["a.xlsx", "no such folder"]),
    // Files of the program itself.
    (&["init", "--county", "云岭县"], 2, &["--year"], &["--year"]),
    (&["amend"], 2, &["缺少参数:<REF> <FILE>。"], &["<REF> <FILE>"]),
    (&["user", "add", "张\n三", "--role", "panel"], 1, &["姓名", "一行"], &["name", "one line"]),
    (&["user", "add", "委员甲\u{200b}", "--role", "panel"], 1, &["看不见"], &["cannot be seen"]),
    (&["session", "new", "第一次\t会审"], 1, &["会审名称", "一行"], &["session name", "one line"]),
    (&["prepare", "summary"], 2, &["主管部门"], &["department"]),
    (&["init", "--sample"], 1, &["已经存在"], &["exists"]),
    (&["user", "add", "张三", "--role", "king"], 2, &["king", "desk"], &["king", "desk"]),
];

fn desk() -> Desk {
    let desk = Desk::sample();
    let good = std::fs::read(form("sichuan-zhongjiang.xlsx")).unwrap();
    let bytes: Vec<u8> = (0..2000_u32).map(|place| place.wrapping_mul(2_654_435_761).to_be_bytes()[1]).collect();
    let files: [(&str, &[u8]); 8] = [
        ("gbk.toml", b"# \xd3\xef\xd1\xd4\nlang = \"zh\"\n"),
        ("empty.xlsx", b""),
        ("empty.csv", b""),
        ("noise.xlsx", b"PK\x03\x04 not a zip"),
        ("cut.xlsx", &good[..3000]),
        ("bytes.xls", &bytes),
        ("headless.csv", "甲,乙\n1,2\n".as_bytes()),
        ("good.xlsx", &good),
    ];
    for (name, contents) in files {
        std::fs::write(desk.path(name), contents).unwrap();
    }
    std::fs::create_dir(desk.path("folder")).unwrap();
    desk
}

#[test]
fn each_gets_one_message_in_the_chosen_language_and_its_code() {
    let desk = desk();
    let before = desk.run(&["journal"]).out;
    for (arguments, code, zh, en) in WRONG {
        let arguments: Vec<String> = arguments
            .iter()
            .map(|one| {
                one.strip_prefix('@').map_or_else(|| (*one).to_owned(), |name| desk.path(name).display().to_string())
            })
            .collect();
        for (language, wanted) in [("zh", zh), ("en", en)] {
            let given: Vec<&str> =
                ["--lang", language].into_iter().chain(arguments.iter().map(String::as_str)).collect();
            let ended = desk.run(&given);
            assert_eq!(ended.code, *code, "{given:?}: {}{}", ended.out, ended.err);
            assert!(
                ended.err.starts_with("huishen: ") && ended.out.is_empty(),
                "{given:?}: {}|{}",
                ended.out,
                ended.err
            );
            assert_eq!(ended.err.matches("huishen: ").count(), 1, "{given:?}: {}", ended.err);
            for words in *wanted {
                assert!(ended.err.contains(words), "{given:?} lacks {words}: {}", ended.err);
            }
            for foreign in ["error:", "panicked", "os error", "Usage:"] {
                assert!(!ended.err.contains(foreign), "{given:?}: {}", ended.err);
            }
        }
    }
    assert_eq!(desk.run(&["journal"]).out, before, "nothing was taken");
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn a_query_that_finds_nothing_for_the_agenda_is_refused_and_no_broken_file() {
    let desk = Desk::sample();
    assert_eq!(desk.run(&["--as", "会审主持", "session", "new", "第一次"]).code, 0);
    let ended = desk.run(&["--as", "会审主持", "session", "add", "1", "项目:没有这样的项目"]);
    assert_eq!(ended.code, 1, "{}", ended.err);
}

#[test]
fn a_year_of_which_the_file_knows_nothing_is_told_beside_its_report() {
    let desk = Desk::sample();
    let ended = desk.run(&["report", "--year", "1999"]);
    assert!(ended.code == 0 && ended.err.contains("1999") && ended.err.contains("2021"), "{}", ended.err);
    assert_eq!(desk.run(&["report", "--year", "2020"]).err, "");
}

/// A film instead of a form: it is refused by its size, however much memory there is.
#[test]
fn a_file_that_is_far_too_large_is_not_read_into_memory() {
    let desk = Desk::sample();
    let path = desk.path("film.xlsx");
    std::fs::write(&path, "PK\u{3}\u{4}").unwrap();
    std::fs::File::options().write(true).open(&path).unwrap().set_len(6 << 30).unwrap();
    let script = format!(
        "ulimit -v 3000000; '{}' --db '{}' import '{}'",
        env!("CARGO_BIN_EXE_huishen"),
        desk.db().display(),
        path.display()
    );
    let output = std::process::Command::new("bash").args(["-c", &script]).output().unwrap();
    let words = String::from_utf8(output.stderr).unwrap();
    assert!(words.contains("32 MB"), "{words}");
}

#[test]
fn a_reader_that_goes_away_is_no_failure_of_any_listing() {
    let desk = Desk::sample();
    for listing in
        ["list", "list --json", "list --csv", "journal", "show '#1'", "keys", "man", "completions bash", "--help"]
    {
        let db = desk.db().display().to_string();
        let script = format!("'{}' --db '{db}' {listing} | head -n 1", env!("CARGO_BIN_EXE_huishen"));
        let output = std::process::Command::new("bash").args(["-o", "pipefail", "-c", &script]).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{listing}: {output:?}");
    }
}
