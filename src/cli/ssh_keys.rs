//! `ssh-keys`: the lines of `authorized_keys` for the service account, one a key, each of which can do this program's work and nothing else.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, arg};
use super::context::{Context, DATABASE};
use super::failure::Failure;
use crate::domain::access::may_county;
use crate::domain::key::PublicKey;
use crate::domain::people::Role;
use crate::domain::refusal::Refusal;
use crate::exchange::out::io_words;

pub(super) const ENTRY: Entry = Entry { name: "ssh-keys", arguments, run };

/// What stands around the lines that this command keeps in a file; all else in it is left alone.
const BEGIN: &str = "# huishen begin";
const END: &str = "# huishen end";

fn arguments(command: Command) -> Command {
    command
        .arg(arg("ssh-keys", "program").long("program").value_name("PATH"))
        .arg(arg("ssh-keys", "write").long("write").value_name("FILE"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.reading()?;
    let user = context.user(&store)?;
    let county = store.county()?.ok_or(Refusal::NotFounded)?;
    may_county(&user, &[Role::Admin], &county.name)?;
    let unusable = |error: std::io::Error| Failure::Unusable(io_words(&error));
    let database = std::fs::canonicalize(context.database(DATABASE)).map_err(unusable)?;
    let program = match matches.get_one::<String>("program") {
        Some(path) => Path::new(path).to_owned(),
        None => std::env::current_exe().map_err(unusable)?,
    };
    let disabled = store.disabled()?;
    let mut lines = Vec::new();
    for (person, key) in store.public_keys()? {
        if disabled.iter().all(|(name, _)| *name != person) {
            lines.push(line(&program, &database, &person, &key)?);
        }
    }
    match matches.get_one::<String>("write") {
        Some(file) => {
            keep(Path::new(file), &lines).map_err(|error| {
                Failure::Unusable(t!("cli.ssh-keys.unwritable", file = file, error = io_words(&error)).into_owned())
            })?;
            context.say(&t!("cli.ssh-keys.written", file = file, count = lines.len()))
        }
        None => lines.iter().try_for_each(|line| context.say(line)),
    }
}

/// One line: what sshd runs for the key, whatever the person asks for.
fn line(program: &Path, database: &Path, person: &str, key: &PublicKey) -> Result<String, Failure> {
    let words = [
        quoted(&program.to_string_lossy())?,
        "--db".to_owned(),
        quoted(&database.to_string_lossy())?,
        "--as".to_owned(),
        quoted(person)?,
        "--confined".to_owned(),
        key.fingerprint(),
    ];
    let command = words.join(" ");
    Ok(format!("restrict,pty,command=\"{command}\" {} {} {}", key.algorithm, key.blob, key.comment)
        .trim_end()
        .to_owned())
}

/// A word for the shell by which sshd starts the command, inside the double quotes of the option: no character may end either.
fn quoted(word: &str) -> Result<String, Failure> {
    if word.chars().any(|c| c.is_control() || matches!(c, '\'' | '"' | '\\')) {
        return Err(Failure::Unusable(
            t!("cli.ssh-keys.unquotable", word = word.escape_debug().to_string()).into_owned(),
        ));
    }
    Ok(format!("'{word}'"))
}

/// Puts the lines into the file between their marks, whole or not at all; readable by its owner only.
fn keep(file: &Path, lines: &[String]) -> std::io::Result<()> {
    let former = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let mut kept: Vec<&str> = Vec::new();
    let mut ours = false;
    for line in former.lines() {
        match line {
            BEGIN => ours = true,
            END => ours = false,
            line if !ours => kept.push(line),
            _ => {}
        }
    }
    kept.push(BEGIN);
    kept.extend(lines.iter().map(String::as_str));
    kept.push(END);
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    writeln!(beside, "{}", kept.join("\n"))?;
    beside.as_file().set_permissions(std::fs::Permissions::from_mode(0o600))?;
    beside.as_file().sync_all()?;
    beside.persist(file)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_lines_of_the_file_stay() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("authorized_keys");
        std::fs::write(&file, "ssh-ed25519 AAAA keeper\n# huishen begin\nold\n# huishen end\n# other\n").unwrap();
        keep(&file, &["new".to_owned()]).unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        assert_eq!(text, "ssh-ed25519 AAAA keeper\n# other\n# huishen begin\nnew\n# huishen end\n");
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_name_that_would_end_the_quotes_is_refused() {
        for word in ["a'b", "a\"b", "a\\b", "a\nb"] {
            assert!(quoted(word).is_err(), "{word}");
        }
        assert_eq!(quoted("教科文股 经办").ok().as_deref(), Some("'教科文股 经办'"));
    }
}
