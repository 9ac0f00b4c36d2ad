//! `restore COPY`: a copy in the file's place, after a whole check of the copy; what stood there is kept beside.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use rust_i18n::t;

use super::args::{Entry, arg, switch};
use super::backup::{file, keeper};
use super::context::Context;
use super::failure::Failure;
use crate::store::{NotRestored, Store, restore};

pub(super) const ENTRY: Entry = Entry { name: "restore", arguments, run };

fn arguments(command: Command) -> Command {
    command
        .arg(arg("restore", "copy").required(true).value_name("COPY").value_parser(value_parser!(PathBuf)))
        .arg(switch("restore", "force"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let path = file(context);
    // Of a file that can be read, its keeper; of one that cannot, whoever the system lets write there.
    let by = match Store::open_reading(&path) {
        Ok(store) if store.county().is_ok_and(|county| county.is_some()) => keeper(context, &store)?.name,
        _ => context.person.clone().unwrap_or_default(),
    };
    let Some(copy) = matches.get_one::<PathBuf>("copy") else { return Ok(()) };
    let restored = restore(copy, &path, matches.get_flag("force"), &by)?;
    let (rows, head) = restored.head.as_ref().map_or((0, "-"), |head| (head.seq, head.hash.as_str()));
    context.say(&t!("cli.restore.done", path = path.display(), rows = rows, head = head))?;
    if restored.given_up > 0 {
        context.say(&t!("cli.restore.given-up", count = restored.given_up))?;
    }
    match restored.kept {
        Some(kept) => context.say(&t!("cli.restore.kept", path = kept.display())),
        None => Ok(()),
    }
}

impl From<NotRestored> for Failure {
    fn from(failed: NotRestored) -> Self {
        match failed {
            NotRestored::Newer(..) | NotRestored::Unknown(_) | NotRestored::Unsound(..) => {
                Self::Refused(failed.words())
            }
            _ => Self::Unusable(failed.words()),
        }
    }
}
