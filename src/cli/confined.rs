//! A login that may do this program's work and nothing else: what `command="huishen … --confined KEY"` in `authorized_keys` starts.
//!
//! Without a command of one's own the screens open, which then neither suspend nor touch files of the server. With one
//! (`SSH_ORIGINAL_COMMAND`) it is one of a short list, split here and never given to a shell; files come in by stdin and go out by stdout.
//! How many programs a person runs at once, and starts in a minute, is limited, so that one cannot starve the room.

use std::ffi::OsString;
use std::fs::File;
use std::io::Read;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::ArgMatches;
use rust_i18n::t;
use rustix::fs::{FlockOperation, flock};
use sha2::{Digest, Sha256};

use super::context::{Context, DATABASE};
use super::failure::Failure;
use crate::domain::export::STANDARD;
use crate::domain::target::hex;
use crate::store::{own_file, own_folder};

/// What sshd calls the command that a person wants.
const WANTED: &str = "SSH_ORIGINAL_COMMAND";
/// Bytes of a command at most.
const LONGEST: usize = 4096;
/// Programs of one person at once.
const PROGRAMS: usize = 8;
/// The commands that may be asked for. `import` and `library` take files by stdin, `export` and `minutes` give them to stdout.
const ALLOWED: [&str; 9] = ["import", "export", "list", "show", "check", "minutes", "watch", "library", "keys"];
/// Programs of one person started within [`MINUTE`].
const STARTS: usize = 60;
/// Milliseconds.
const MINUTE: u64 = 60_000;
/// Bytes of the list of starts that are looked at: each is some 14.
const LIST: u64 = 4096;
/// What is fixed by whoever keeps the keys.
const FIXED: [&str; 4] = ["db", "as", "config", "confined"];

/// The command that the person wants, in words; `None` opens the screens.
///
/// # Errors
/// It cannot be split, or it is none of the list.
pub(super) fn wanted() -> Result<Option<Vec<OsString>>, Failure> {
    let Some(line) = std::env::var_os(WANTED).filter(|line| !line.is_empty()) else { return Ok(None) };
    let line = line.into_string().map_err(|_| refused(&t!("confined.not-text")))?;
    let mut words = split(&line)?;
    if words.first().is_some_and(|word| word == "huishen") {
        words.remove(0);
    }
    let Some(name) = words.first() else { return Ok(None) };
    if !ALLOWED.contains(&name.as_str()) {
        return Err(refused(&t!("confined.not-allowed", command = shown(name), allowed = ALLOWED.join(", "))));
    }
    let fixed = |word: &&String| {
        let option = word.strip_prefix("--").map(|rest| rest.split('=').next().unwrap_or(rest));
        option.is_some_and(|option| FIXED.contains(&option))
    };
    if let Some(option) = words.iter().find(fixed) {
        return Err(refused(&t!("confined.fixed", option = shown(option))));
    }
    if name == "export" && !words.iter().any(|word| word == "--to" || word.starts_with("--to=")) {
        words.extend(["--to".to_owned(), STANDARD.to_owned()]);
        if !words.iter().any(|word| word.starts_with("--format") || word.starts_with("--document")) {
            words.extend(["--format".to_owned(), "xlsx".to_owned()]);
        }
    }
    Ok(Some(words.into_iter().map(OsString::from).collect()))
}

/// Whether the files that a command names are stdin and stdout.
///
/// # Errors
/// It names another one.
pub(super) fn only_streams(name: &str, matches: &ArgMatches) -> Result<(), Failure> {
    let ids: &[&str] = match name {
        "import" => &["files"],
        "export" | "minutes" => &["to"],
        "library" => &["import"],
        _ => &[],
    };
    let mut files = ids.iter().flat_map(|id| matches.get_many::<String>(id).into_iter().flatten());
    match files.find(|file| file.as_str() != STANDARD) {
        Some(file) => Err(refused(&t!("confined.files", file = shown(file)))),
        None => Ok(()),
    }
}

/// A place among the person's programs; given back when it is dropped, by whatever end.
pub(super) struct Slot {
    _held: File,
}

/// Takes a place among the person's programs.
///
/// # Errors
/// All are taken, or the folder cannot be written.
pub(super) fn enter(context: &Context<'_>) -> Result<Slot, Failure> {
    let mut folder = context.database(DATABASE).into_os_string();
    folder.push(".in");
    let person = hex(&Sha256::digest(context.person.as_deref().unwrap_or_default())[..8]);
    let unusable = |error: std::io::Error| {
        Failure::Unusable(t!("confined.no-slot", error = crate::exchange::out::io_words(&error)).into_owned())
    };
    own_folder(Path::new(&folder)).map_err(unusable)?;
    let starts = own_file(&Path::new(&folder).join(format!("{person}.starts"))).map_err(unusable)?;
    if let Some(wait) = noted(&starts, now()).map_err(unusable)? {
        return Err(refused(&t!("confined.too-often", count = STARTS, wait = wait.div_ceil(1000))));
    }
    for place in 1..=PROGRAMS {
        let path = Path::new(&folder).join(format!("{person}.{place}"));
        let file = own_file(&path).map_err(unusable)?;
        if flock(&file, FlockOperation::NonBlockingLockExclusive).is_ok() {
            return Ok(Slot { _held: file });
        }
    }
    Err(refused(&t!("confined.too-many", count = PROGRAMS)))
}

/// Milliseconds since 1970.
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// Notes a start in the person's list, unless there were too many within a minute: then how many milliseconds it takes until one more is allowed.
fn noted(list: &File, now: u64) -> std::io::Result<Option<u64>> {
    // Others who start this very moment wait for a few microseconds.
    flock(list, FlockOperation::LockExclusive)?;
    let mut text = String::new();
    let read = list.take(LIST).read_to_string(&mut text);
    // A list that is none is begun anew; a start of the future is a clock that was set back.
    let former = text.lines().filter(|_| read.is_ok()).filter_map(|line| line.parse().ok());
    let mut starts: Vec<u64> = former.filter(|at| *at <= now && now - at < MINUTE).collect();
    if starts.len() >= STARTS {
        return Ok(starts.first().map(|first| MINUTE - (now - first)));
    }
    starts.push(now);
    let lines: Vec<String> = starts.iter().map(u64::to_string).collect();
    list.set_len(0)?;
    list.write_all_at(lines.join("\n").as_bytes(), 0)?;
    flock(list, FlockOperation::Unlock)?;
    Ok(None)
}

/// Splits a command at its blanks. `'…'` and `"…"` hold words together and a backslash takes the next character as it is; nothing else means
/// anything: no variable, no pattern, no comment (`#12` is a target), no second command.
fn split(line: &str) -> Result<Vec<String>, Failure> {
    if line.len() > LONGEST || line.chars().any(|c| c.is_control() && c != '\t') {
        return Err(refused(&t!("confined.not-text")));
    }
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (None, ' ' | '\t') => words.extend(word.take()),
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (Some(open), _) if c == open => quote = None,
            (None | Some('"'), '\\') => {
                let next = chars.next().ok_or_else(|| refused(&t!("confined.open-quote")))?;
                word.get_or_insert_default().push(next);
            }
            _ => word.get_or_insert_default().push(c),
        }
    }
    if quote.is_some() {
        return Err(refused(&t!("confined.open-quote")));
    }
    words.extend(word);
    Ok(words)
}

/// A person's word in a message: short, and nothing in it that a terminal would obey.
fn shown(word: &str) -> String {
    word.chars().filter(|c| !c.is_control()).take(60).collect()
}

fn refused(words: &str) -> Failure {
    Failure::Refused(words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_starts_a_minute_and_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("starts");
        let start = |now| noted(&own_file(&path).unwrap(), now).unwrap();
        for number in 0..60 {
            assert_eq!(start(1_000_000 + number * 100), None, "{number}");
        }
        assert_eq!(start(1_006_000), Some(54_000), "until the first is a minute old");
        assert_eq!(start(1_006_000), Some(54_000), "a refusal is no start");
        assert_eq!(start(1_060_000), None);
        assert_eq!(start(1_060_000), Some(100));
        assert_eq!(start(900_000), None, "after a clock was set back");
        std::fs::write(&path, [0xff; 9000]).unwrap();
        assert_eq!(start(2_000_000), None, "whatever stands in the list");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "2000000");
    }

    fn parts(line: &str) -> Option<Vec<String>> {
        split(line).ok()
    }

    #[test]
    fn a_command_is_split_without_a_shell() {
        let words = |texts: &[&str]| Some(texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        assert_eq!(parts("show #12"), words(&["show", "#12"]));
        assert_eq!(parts("  list 'stage:desk amount>5'\t--json "), words(&["list", "stage:desk amount>5", "--json"]));
        assert_eq!(parts(r#"list "a \"b\"" c\ d ''"#), words(&["list", "a \"b\"", "c d", ""]));
        assert_eq!(
            parts("list $(id) `id` ; sh | sh > a * ~ && x"),
            words(&["list", "$(id)", "`id`", ";", "sh", "|", "sh", ">", "a", "*", "~", "&&", "x"])
        );
        for broken in ["list 'a", "list \"a", "list \\", "list a\nsh", "list \u{1b}[2J", &"a".repeat(5000)] {
            assert_eq!(parts(broken), None, "{broken}");
        }
    }
}
