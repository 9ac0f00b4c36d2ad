//! The command line as a person or a script meets it: what is printed, where, and the exit code.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

/// A folder of one's own with a database file name in it.
pub struct Desk {
    folder: tempfile::TempDir,
}

/// How a command ended.
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A file with the sample year.
    pub fn sample() -> Self {
        let desk = Self::new();
        assert_eq!(desk.run(&["init", "--sample"]).code, 0);
        desk
    }

    /// A founded, empty file.
    pub fn founded() -> Self {
        let desk = Self::new();
        assert_eq!(desk.run(&["init", "--county", "云岭县", "--year", "2022"]).code, 0);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn db(&self) -> PathBuf {
        self.path("a.db")
    }

    pub fn command(&self) -> Command {
        let mut command = Command::cargo_bin("huishen").unwrap();
        for name in ["HUISHEN_LANG", "HUISHEN_CONFIG", "HUISHEN_DB"] {
            command.env_remove(name);
        }
        command.env("XDG_CONFIG_HOME", self.folder.path()).env("HOME", self.folder.path());
        command.arg("--db").arg(self.db());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        let output = self.command().args(arguments).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ended { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        let ended = self.run(arguments);
        assert_eq!(ended.code, 0, "{}", ended.err);
        serde_json::from_str(&ended.out).unwrap()
    }
}

pub fn form(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms").join(name).to_str().unwrap().to_owned()
}

#[test]
fn the_help_of_commands_within_commands_is_in_the_users_language() {
    for command in ["document", "session", "user"] {
        let help = Desk::new().run(&[command, "--help"]);
        assert!(!help.out.contains("COMMAND") && help.out.contains("\n命令:\n"), "{}", help.out);
    }
}

#[test]
fn the_sample_is_the_same_for_those_who_read_english() {
    let (chinese, english) = (Desk::new(), Desk::new());
    let ended = english.run(&["--lang", "en", "init", "--sample"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert_eq!(chinese.run(&["init", "--sample"]).code, 0);
    let listed = |desk: &Desk| desk.run(&["list", "--json"]).out;
    assert!(listed(&english).contains("义务教育学校公用经费"));
    let documents = |desk: &Desk| desk.run(&["document", "list"]).out;
    assert!(documents(&chinese).contains("师财绩〔2020〕4号"));
    assert_eq!(documents(&english), documents(&chinese));
}

#[test]
fn the_demo_prints_its_queue_without_a_terminal() {
    let desk = Desk::new();
    let first = desk.run(&["demo"]);
    assert_eq!(first.code, 0, "{}", first.err);
    assert!(first.out.contains("示例数据") && first.out.contains("没有终端"), "{}", first.out);
    assert!(first.out.lines().count() > 80);
    let second = desk.run(&["demo"]);
    assert!(!second.out.contains("已建立"), "the second start finds the file");
}

#[test]
fn a_form_is_taken_once_and_its_change_is_a_new_round() {
    let desk = Desk::founded();
    let file = form("yunnan-05-2-yongde.xlsx");
    let first = desk.run(&["import", &file]);
    assert_eq!((first.code, first.err.as_str()), (0, ""), "{}", first.out);
    assert!(first.out.contains("新增目标 2 个"), "{}", first.out);
    let again = desk.run(&["import", &file]);
    assert!(again.out.contains("没有改动"), "{}", again.out);
    let rows = desk.run(&["journal"]).out.lines().count();
    assert_eq!(desk.run(&["journal"]).out.lines().count(), rows);
    assert_eq!(desk.json(&["list", "--json"]).as_array().unwrap().len(), 2);
}

#[test]
fn a_dry_run_takes_nothing() {
    let desk = Desk::founded();
    let read = desk.json(&["import", "--dry-run", "--json", &form("sichuan-zhongjiang.xlsx")]);
    assert!(!read["targets"].as_array().unwrap().is_empty());
    assert!(read["problems"].is_array() && read["evaluations"].is_array());
    assert_eq!(desk.json(&["list", "--json"]), Value::Array(Vec::new()));
}

#[test]
fn an_evaluation_stands_beside_its_target() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["init", "--county", "永德县", "--year", "2022"]).code, 0);
    let target = desk.run(&["import", &form("yunnan-05-2-yongde.xlsx"), "--year", "2023"]);
    assert_eq!(target.code, 0, "{}", target.err);
    let evaluation = desk.run(&["import", &form("selfeval-yunnan14-yongde.xlsx"), "--year", "2022"]);
    assert_eq!(evaluation.code, 0, "{}", evaluation.err);
    let listed = desk.json(&["list", "year:2023", "--json"]);
    let prior: Vec<_> = listed.as_array().unwrap().iter().map(|row| row["prior_score"].clone()).collect();
    assert!(
        prior.contains(&Value::from("96"))
            || desk.json(&["list", "year:2022", "--json"]).as_array().unwrap().len() == 2,
        "{listed}"
    );
}

#[test]
fn the_acts_of_the_procedure_from_the_command_line() {
    let desk = Desk::founded();
    desk.run(&["import", &form("sichuan-zhongjiang.xlsx")]);
    let submitted = desk.run(&["submit", "#1"]);
    assert_eq!(submitted.code, 0, "{}", submitted.err);
    assert!(submitted.out.contains("部门审核"), "{}", submitted.out);
    for stage in ["department", "desk", "performance", "budget"] {
        let passed =
            desk.run(&["review", "#1", "--stage", stage, "--verdict", "pass", "--grade", "良", "--opinion", "同意。"]);
        assert_eq!(passed.code, 0, "{}", passed.err);
    }
    let early = desk.run(&["review", "#1", "--stage", "desk", "--verdict", "pass", "--grade", "良"]);
    assert_eq!(early.code, 1);
    assert!(early.err.contains("集中会审"), "{}", early.err);
    let decided = desk.run(&["review", "#1", "--stage", "joint", "--grade", "中", "--opinion", "目标笼统,请量化。"]);
    assert!(decided.out.contains("退回"), "{}{}", decided.out, decided.err);
    assert_eq!(desk.run(&["submit", "#1"]).code, 1, "not amended yet");
    assert_eq!(desk.run(&["undo", "#1"]).code, 0);
    let again = desk.run(&["review", "#1", "--stage", "joint", "--grade", "优"]);
    assert!(again.out.contains("进预算"), "{}{}", again.out, again.err);
    let shown = desk.json(&["show", "#1", "--json"]);
    assert_eq!(
        (&shown["state"], &shown["stage"], &shown["round"]),
        (&Value::from("budgeted"), &Value::Null, &Value::from(1))
    );
    assert_eq!(shown["reviews"].as_array().unwrap().len(), 5, "an undone decision is no review");
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn a_key_project_is_scored_from_the_command_line() {
    let desk = Desk::founded();
    desk.run(&["import", &form("sichuan-zhongjiang.xlsx")]);
    desk.run(&["submit", "#1"]);
    let set = desk.run(&["key-project", "#1", "--reason", "县重点民生项目"]);
    assert_eq!(set.code, 0, "{}", set.err);
    let review =
        |rest: &[&str]| desk.run(&[&["review", "#1", "--stage", "department", "--verdict", "pass"], rest].concat());
    let graded = review(&["--grade", "良"]);
    assert!(graded.code == 1 && graded.err.contains("--points"), "{}", graded.err);
    let outside = review(&["--points", "18,13.5,12,21,12,9"]);
    assert!(outside.code == 1 && outside.err.contains("指标与目标对应性"), "{}", outside.err);
    let typo = review(&["--points", "18,13.5,12,十六,12,9"]);
    assert!(typo.code == 2 && typo.err.contains("十六"), "{}", typo.err);
    let scored = review(&["--points", "18,13.5,12,16,12,9"]);
    assert_eq!(scored.code, 0, "{}", scored.err);
    let shown = desk.json(&["show", "#1", "--json"]);
    let given = &shown["reviews"][0];
    assert_eq!(
        (&given["grade"], &given["points"][1], &given["criteria"][4]),
        (&"良".into(), &"13.5".into(), &"中".into())
    );
    assert_eq!(desk.json(&["list", "is:key", "--json"]).as_array().unwrap().len(), 1);
    assert_eq!(desk.run(&["verify"]).code, 0);
}

#[test]
fn files_that_are_no_forms_change_nothing() {
    let desk = Desk::founded();
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(desk.path(name), bytes).unwrap();
        desk.path(name).to_str().unwrap().to_owned()
    };
    let files = [
        write("empty.xlsx", b""),
        write("noise.xlsx", b"PK\x03\x04 not a zip"),
        write("text.csv", "甲,乙\n1,2\n".as_bytes()),
    ];
    for file in &files {
        let ended = desk.run(&["import", file]);
        assert!(ended.code == 1 || ended.code == 3, "{file}: {}", ended.code);
        assert!(!ended.err.is_empty() && !ended.err.contains("panicked"), "{file}: {}", ended.err);
    }
    let both = desk.run(&["import", &files[0], &form("sichuan-zhongjiang.xlsx")]);
    assert_ne!(both.code, 0, "one of two failed");
    assert!(!desk.json(&["list", "--json"]).as_array().unwrap().is_empty(), "the other was taken");
}

#[test]
fn databases_that_cannot_be_used_say_why() {
    let desk = Desk::new();
    let missing = desk.run(&["list"]);
    assert_eq!(missing.code, 3);
    assert!(missing.err.contains("huishen init"), "{}", missing.err);
    std::fs::write(desk.db(), "no database at all, but long enough to look at").unwrap();
    assert_eq!(desk.run(&["list"]).code, 3);
    std::fs::write(desk.db(), "").unwrap();
    let empty = desk.run(&["list"]);
    assert_eq!(empty.code, 3, "{}", empty.err);
    std::fs::remove_file(desk.db()).unwrap();
    let foreign = rusqlite::Connection::open(desk.db()).unwrap();
    foreign.execute_batch("create table a (b)").unwrap();
    drop(foreign);
    assert!(desk.run(&["list"]).err.contains("别的程序"));
}

#[test]
fn a_newer_file_is_refused_and_left_alone() {
    let desk = Desk::founded();
    let connection = rusqlite::Connection::open(desk.db()).unwrap();
    connection.execute_batch("pragma user_version = 99").unwrap();
    drop(connection);
    let ended = desk.run(&["list"]);
    assert_eq!(ended.code, 3);
    assert!(ended.err.contains("99"), "{}", ended.err);
}

#[test]
fn english_on_request_whatever_the_system_says() {
    let desk = Desk::founded();
    let ended = desk.run(&["--lang", "en", "show", "#7"]);
    assert!(ended.err.contains("There is no target"), "{}", ended.err);
    let output = desk.command().env("LANG", "en_US.UTF-8").args(["show", "#7"]).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("没有目标"));
}

#[test]
fn a_config_file_with_a_slip_names_the_line() {
    let desk = Desk::founded();
    std::fs::write(desk.path("config.toml"), "lang = \"en\"\nwidht = \"wide\"\n").unwrap();
    let config = desk.path("config.toml").to_str().unwrap().to_owned();
    let ended = desk.run(&["--config", &config, "list"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("widht") && ended.err.contains('2'), "{}", ended.err);
}

#[test]
fn keys_bound_anew_are_listed_and_two_meanings_of_a_key_are_refused() {
    let desk = Desk::founded();
    std::fs::write(desk.path("config.toml"), "[keys]\nreview = [\"R\", \"Alt-r\"]\n").unwrap();
    let config = desk.path("config.toml").to_str().unwrap().to_owned();
    let listed = desk.run(&["--config", &config, "keys"]).out;
    let row = listed.lines().find(|line| line.contains(" review ") || line.ends_with(" review")).unwrap();
    assert!(row.contains("R Alt-r") && !row.contains("F4"), "{row}");
    std::fs::write(desk.path("config.toml"), "lang = \"en\"\n[keys]\nreview = \"F5\"\n").unwrap();
    let ended = desk.run(&["--config", &config, "keys"]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    for word in ["第 3 行", "F5", "review", "pass"] {
        assert!(ended.err.contains(word), "{}", ended.err);
    }
}

#[test]
fn what_the_screens_look_like_is_chosen_by_name() {
    let desk = Desk::founded();
    for (option, wrong, possible) in
        [("--width", "broad", "auto narrow wide"), ("--glyphs", "gbk", "auto unicode ascii")]
    {
        let ended = desk.run(&[option, wrong, "list"]);
        assert_eq!(ended.code, 2);
        assert!(ended.err.contains(wrong) && ended.err.contains(possible), "{}", ended.err);
        assert_eq!(desk.run(&["list", option, "auto"]).code, 0);
    }
}

#[test]
fn a_value_that_is_wrong_is_told_what_would_be_right_and_where_it_is_told() {
    let desk = Desk::founded();
    for (typed, wanted, help) in [
        (vec!["year", "1900"], "参数“N”的值“1900”不对。请写 1990 至 2099 的整数。", "huishen year --help"),
        (vec!["year", "今年"], "请写 1990 至 2099 的整数。", "huishen year --help"),
        (vec!["session", "vote", "0", "--grade", "良"], "请写不小于 1 的整数。", "huishen session vote --help"),
        (
            vec!["match", "#1", "--indicator", "1", "--with", "a"],
            "请写从 1 数起的序号、none 或 auto。",
            "huishen match",
        ),
        (vec!["register", "unknown", "list"], "没有命令“unknown”。", "huishen register --help"),
        (vec!["report", "--yaer", "2021"], "是不是“--year”?", "huishen report --help"),
        (vec!["list", "--sort", "unit", "--sort", "amount"], "只能写一次。", "huishen list --help"),
        (vec!["export", "--to", "清单.xls"], "可用:xlsx, csv, json", ""),
    ] {
        let ended = desk.run(&typed);
        assert_eq!(ended.code, 2, "{typed:?}: {}", ended.err);
        assert!(ended.err.contains(wanted) && ended.err.contains(help), "{typed:?}: {}", ended.err);
        assert!(!desk.path("清单.xls").exists());
    }
}

#[test]
fn help_man_and_completions_name_every_command() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]).out;
    let man = desk.run(&["man"]).out.replace("\\-", "-");
    let completions = desk.run(&["completions", "bash"]).out;
    for name in [
        "demo",
        "init",
        "import",
        "list",
        "show",
        "submit",
        "review",
        "amend",
        "withdraw",
        "journal",
        "verify",
        "watch",
        "keys",
        "bench-data",
    ] {
        assert!(help.contains(name) && man.contains(name) && completions.contains(name), "{name}");
        let own = desk.run(&[name, "--help"]);
        assert_eq!(own.code, 0);
        assert!(own.out.contains("举例"), "{name}: {}", own.out);
    }
    insta::assert_snapshot!("help", help);
    insta::assert_snapshot!("help-en", desk.run(&["--lang", "en", "--help"]).out);
}

#[test]
fn matches_across_years_are_shown_and_said() {
    let desk = Desk::sample();
    let known = desk.json(&["list", "has:prior", "--json"]);
    let target = format!("#{}", known[0]["id"]);
    let found = desk.json(&["match", &target, "--json"]);
    let evaluation = found["evaluations"].as_array().unwrap().iter().find(|one| one["belongs"] == true).unwrap();
    let id = evaluation["id"].as_i64().unwrap().to_string();
    let said = found["prior"].as_array().unwrap().first().expect("the sample has matches").clone();
    let number = (said["indicator"].as_u64().unwrap() + 1).to_string();
    let shown = desk.run(&["show", &target]);
    assert!(shown.out.contains(said["name"].as_str().unwrap()), "{}", shown.out);
    assert!(shown.out.contains("年实际"), "the change is told: {}", shown.out);
    let none = desk.run(&["match", &target, "--evaluation", &id, "--indicator", &number, "--with", "none"]);
    assert_eq!(none.code, 0, "{}", none.err);
    let place = |found: &serde_json::Value| {
        let all = found["prior"].as_array().unwrap().clone();
        let year = &evaluation["year"];
        all.iter().any(|one| one["indicator"] == said["indicator"] && one["year"] == *year)
    };
    assert!(!place(&desk.json(&["match", &target, "--json"])), "nothing is the same thing any more");
    let auto = desk.run(&["match", &target, "--evaluation", &id, "--indicator", &number, "--with", "auto"]);
    assert_eq!(auto.code, 0, "{}", auto.err);
    assert!(desk.run(&["match", &target, "--indicator", "1", "--with", "zero"]).code == 2);
    assert_eq!(desk.run(&["match", &target, "--evaluation", &id, "--belongs", "no"]).code, 0);
    let left = desk.json(&["match", &target, "--json"]);
    let one = left["evaluations"].as_array().unwrap().iter().find(|one| one["id"] == evaluation["id"]).unwrap();
    assert_eq!(one["belongs"], false);
}

#[test]
fn every_command_within_a_command_has_its_help() {
    let desk = Desk::new();
    for arguments in [["session", "vote", "--help"], ["user", "add", "-h"], ["session", "consent", "--help"]] {
        let ended = desk.run(&arguments);
        assert!(ended.code == 0 && ended.out.contains("用法:"), "{arguments:?}: {} {}", ended.out, ended.err);
        assert!(!ended.out.contains("Options:") && !ended.out.contains("Arguments:"), "{}", ended.out);
    }
    assert!(desk.run(&["session", "vote", "--help"]).out.contains("--for <USER>"));
}

#[test]
fn csv_and_json_agree_with_the_table() {
    let desk = Desk::sample();
    let json = desk.json(&["list", "--json"]);
    let csv = desk.run(&["list", "--csv"]).out;
    let table = desk.run(&["list"]).out;
    let count = json.as_array().unwrap().len();
    assert!(count >= 80);
    assert_eq!(csv.lines().count(), count + 1);
    assert_eq!(table.lines().count(), count + 2);
    let limited = desk.json(&["list", "--json", "--limit", "5", "--sort", "amount"]);
    let amounts: Vec<i64> =
        limited.as_array().unwrap().iter().map(|row| row["amount_fen"].as_i64().unwrap_or(0)).collect();
    assert!(amounts.is_sorted_by(|a, b| a >= b) && amounts.len() == 5, "{amounts:?}");
}
