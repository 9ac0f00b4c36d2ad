//! Writes `data/used.ld`: the functions that a start and the keys of a day run, so that the linker lays them side by side (`build.rs`).
//!
//! `cargo bench --bench used` runs the release binary (or another: `-- BINARY`) under callgrind on a file of its own and presses keys; needs
//! valgrind and nm. A list that is older than the program does no harm: what it does not name lies among the rest. What it named before stays in
//! it, because which functions stand alone and which are part of others changes from build to build; who wants a new one empties the file.
//! Not part of `cargo bench`.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

// The tests use the rest of it.
#[allow(dead_code)]
#[path = "../tests/it/terminal.rs"]
mod terminal;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::process::Signal;
use terminal::{Terminal, World};

const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/used.ld");
/// Silence that ends the answer to a key, with a preview that comes later.
const QUIET: Duration = Duration::from_millis(600);
/// How long the program may take under callgrind.
const PATIENCE: Duration = Duration::from_secs(120);
const HEAD: &str =
    "/* Made by `cargo bench --bench used`: what a start runs, and then what the keys of a day run besides. */\n";
/// Between what a start runs and what the keys run.
const KEYS: &str = "    /* keys */";
/// Modules of which most is used: named whole, because what stands alone in them is another function in every build.
const MODULES: [&str; 32] = [
    "app/dispatch",
    "app/held",
    "app/screen/queue",
    "app/state",
    "domain/access",
    "domain/money",
    "domain/query",
    "domain/time",
    "run/drafts",
    "run/file",
    "run/keeper",
    "run/office",
    "run/pace",
    "run/post",
    "run/screen",
    "run/worker",
    "store/breaker",
    "store/findings",
    "store/journal",
    "store/kept",
    "store/news",
    "store/page",
    "store/people",
    "store/read",
    "store/rows",
    "term",
    "ui/brush",
    "ui/draw",
    "ui/hint",
    "ui/popup",
    "ui/screen/queue",
    "ui/width",
];
const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";
const PAGE_DOWN: &str = "\x1b[6~";
const SHIFT_TAB: &str = "\x1b[Z";

fn main() {
    let named = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let binary = named.unwrap_or_else(|| env!("CARGO_BIN_EXE_huishen").to_owned());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.db");
    let filled =
        Command::new(&binary).arg("--db").arg(&file).args(["bench-data", "3000"]).stdout(Stdio::null()).status();
    assert!(filled.unwrap().success());
    // The first start of a day makes its copy.
    let start = run(&binary, &file, &[]);
    let day = run(&binary, &file, &keys());
    let names = Names::of(&binary);
    let (mut start, mut day) = (names.patterns(&start), names.patterns(&day));
    let (before, after) = kept();
    start.extend(before);
    start.extend(MODULES.map(module));
    day.extend(after);
    day.retain(|pattern| !start.contains(pattern));
    println!("{} of a start, {} of the keys", start.len(), day.len());
    let lines = |names: &BTreeSet<String>| -> String {
        names.iter().map(|name| format!("    *(.text.{name} .text.unlikely.{name})\n")).collect()
    };
    let body = format!("{}{KEYS}\n{}", lines(&start), lines(&day));
    fs::write(LIST, format!("{HEAD}SECTIONS {{\n  .text.used : {{\n{body}  }}\n}} INSERT BEFORE .text;\n")).unwrap();
}

/// What the list names already: of a start, and of the keys.
fn kept() -> (BTreeSet<String>, BTreeSet<String>) {
    let list = fs::read_to_string(LIST).unwrap();
    let (start, day) = list.split_once(KEYS).unwrap_or((&list, ""));
    let names = |part: &str| {
        let name = |line: &str| Some(line.trim().strip_prefix("*(.text.")?.split_once(' ')?.0.to_owned());
        part.lines().filter_map(name).collect()
    };
    (names(start), names(day))
}

/// The keys of a day: the queue with its tabs, orders and filter, a case file, a review that is not sent, help and commands.
fn keys() -> Vec<&'static str> {
    let mut keys = vec![SHIFT_TAB, DOWN, DOWN, DOWN, UP];
    keys.extend([DOWN; 50]);
    keys.extend([PAGE_DOWN, PAGE_DOWN, "\x1b[5~", "\x1b[F", "\x1b[H", "s", "s", "s", " ", " ", "/", "养", "护", "\r"]);
    keys.extend(["\r", "\t", "\t", "\t", "\t", DOWN, "\x1b", "/", "\x7f", "\x7f", "\r", "\x1b", "\t", "\t"]);
    keys.extend([
        SHIFT_TAB, SHIFT_TAB, SHIFT_TAB, "v", "2", "2", "2", "\t", "目", "标", "\x1b", "?", "\x1b", ":", "\x1b",
    ]);
    keys
}

/// Starts the program under callgrind, presses keys and ends it; returns the functions that ran.
fn run(binary: &str, file: &Path, keys: &[&str]) -> BTreeSet<String> {
    let folder = file.parent().unwrap();
    let told = folder.join("callgrind");
    let mut command = CommandBuilder::new("valgrind");
    command.args(["-q", "--tool=callgrind", "--demangle=no"]);
    command.arg(format!("--callgrind-out-file={}", told.display()));
    command.arg(binary);
    for (name, value) in [("HUISHEN_DB", file), ("XDG_STATE_HOME", folder), ("XDG_CONFIG_HOME", folder)] {
        command.env(name, value);
    }
    command.env("TERM", "xterm-256color");
    let mut terminal = Terminal::spawn(command, 120, 40, World::Narrow);
    terminal.wait_patiently("the queue", PATIENCE, |screen| screen.contains("项目"));
    terminal.settle(QUIET * 4);
    for key in keys {
        terminal.mark();
        let sent = Instant::now();
        terminal.send(key);
        // A key that changes nothing has no answer.
        while terminal.first().is_none() && sent.elapsed() < QUIET * 2 {
            sleep(Duration::from_millis(5));
        }
        terminal.settle(QUIET);
    }
    terminal.signal(Signal::TERM);
    terminal.drain();
    functions(&fs::read_to_string(told).unwrap())
}

/// The names in a profile of callgrind: `fn=(1) name` and `cfn=(2) name`, `fn=(1)` when it is named again.
fn functions(profile: &str) -> BTreeSet<String> {
    let named = |line: &str| {
        let (_, name) = line.strip_prefix("cfn=").or_else(|| line.strip_prefix("fn="))?.split_once(") ")?;
        // A function that calls itself is told by its depth.
        Some(name.split('\'').next().unwrap_or(name).to_owned())
    };
    profile.lines().filter_map(named).collect()
}

/// The functions of the binary: all names of an address, because the linker's sections know but one of them.
struct Names {
    addresses: BTreeMap<String, Vec<String>>,
    names: BTreeMap<String, Vec<String>>,
}

impl Names {
    fn of(binary: &str) -> Self {
        let told = Command::new("nm").args(["--defined-only", binary]).output().unwrap();
        let (mut addresses, mut names) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for line in String::from_utf8(told.stdout).unwrap().lines() {
            if let [address, "t" | "T" | "W" | "w", name] = *line.split_whitespace().collect::<Vec<_>>() {
                addresses.entry(name.to_owned()).or_default().push(address.to_owned());
                names.entry(address.to_owned()).or_default().push(name.to_owned());
            }
        }
        Self { addresses, names }
    }

    fn patterns(&self, functions: &BTreeSet<String>) -> BTreeSet<String> {
        let addresses = functions.iter().filter_map(|name| self.addresses.get(name)).flatten();
        addresses.filter_map(|address| self.names.get(address)).flatten().map(|name| pattern(name)).collect()
    }
}

/// What the names of a module's functions begin with.
fn module(path: &str) -> String {
    let words: String = path.split('/').map(|word| format!("{}{word}", word.len())).collect();
    format!("_ZN7huishen{words}*")
}

/// What the linker is to look for: a name without what changes from build to build. Of a function of this program its closures too.
fn pattern(name: &str) -> String {
    let name = name.split(".llvm.").next().unwrap_or(name);
    match name.split("17h").next().filter(|name| name.starts_with("_ZN7huishen")) {
        Some(own) => format!("{}*", own.split("28_$u7b$$u7b$closure").next().unwrap_or(own)),
        None => pattern_of_others(name),
    }
}

fn pattern_of_others(name: &str) -> String {
    match (name.find("17h"), name.strip_prefix("_R")) {
        (Some(hash), _) if name.starts_with("_ZN") => format!("{}*", &name[..hash + 3]),
        (_, Some(rest)) => {
            // A crate's own number stands before its name: `Cs` and signs up to `_`.
            let mut parts = rest.split("Cs");
            let first = parts.next().unwrap_or_default().to_owned();
            let crates = parts.map(|part| part.split_once('_').map_or(part, |(_, name)| name));
            format!("_R{}*", crates.fold(first, |whole, part| whole + "Cs*_" + part))
        }
        _ => name.split_once('.').map_or_else(|| name.to_owned(), |(name, _)| format!("{name}.*")),
    }
}
