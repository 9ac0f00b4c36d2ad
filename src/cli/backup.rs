//! `backup [FILE]`: a copy of the file, made while everybody works and read back before it has its name.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use rust_i18n::t;

use super::args::{Entry, arg, switch};
use super::context::{Context, DATABASE};
use super::failure::Failure;
use super::number;
use crate::domain::access::{KEEPS_FILE, may_county};
use crate::domain::people::User;
use crate::domain::refusal::Refusal;
use crate::store::{self, Daily, KEPT_DAYS, NotCopied, Pace, Store, daily};

pub(super) const ENTRY: Entry = Entry { name: "backup", arguments, run };

fn arguments(command: Command) -> Command {
    let path = |id| arg("backup", id).value_name("FILE").value_parser(value_parser!(PathBuf));
    command
        .arg(path("file").conflicts_with("to"))
        .arg(path("to").long("to"))
        .arg(switch("backup", "force"))
        .arg(switch("backup", "daily").conflicts_with_all(["file", "to", "force"]))
        .arg(arg("backup", "keep").long("keep").value_name("N").requires("daily").value_parser(number::of::<u32>(1..)))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.reading()?;
    let user = keeper(context, &store)?;
    if matches.get_flag("daily") {
        let keep = matches.get_one::<u32>("keep").map_or(KEPT_DAYS, |days| *days as usize);
        return match daily(store.path(), keep, &user.name)? {
            Daily::Made(copied) => say(context, &copied),
            Daily::Had => context.say(&t!("cli.backup.had")),
            Daily::Unchanged => context.say(&t!("cli.backup.unchanged")),
            Daily::Busy => context.say(&t!("cli.backup.busy")),
        };
    }
    let named = matches.get_one::<PathBuf>("file").or_else(|| matches.get_one::<PathBuf>("to"));
    let to = named.cloned().map_or_else(|| store::free_copy(store.path(), store.now().at), Ok)?;
    let copied = store.back_up(&to, matches.get_flag("force"), Pace::Full, &user.name)?;
    say(context, &copied)
}

/// Who is asking, who has to keep the file: sealed ballots and drafts lie in a copy too.
pub(super) fn keeper(context: &Context, store: &Store) -> Result<User, Failure> {
    let user = context.user(store)?;
    let county = store.county()?.ok_or(Refusal::NotFounded)?;
    may_county(&user, &KEEPS_FILE, &county.name)?;
    Ok(user)
}

fn say(context: &mut Context, copied: &store::Copied) -> Result<(), Failure> {
    let (rows, head) = copied.head.as_ref().map_or((0, "-"), |head| (head.seq, head.hash.as_str()));
    let words = t!("cli.backup.done", path = copied.path.display(), bytes = copied.bytes, rows = rows, head = head);
    context.say(&words)
}

/// The words on a screen that is open and on the command line alike.
impl From<NotCopied> for Failure {
    fn from(failed: NotCopied) -> Self {
        match failed {
            NotCopied::Exists(_) => Self::Refused(failed.words()),
            _ => Self::Unusable(failed.words()),
        }
    }
}

/// The file that a command is about, whether it can be opened or not.
pub(super) fn file(context: &Context) -> PathBuf {
    context.database(DATABASE)
}
