//! What every subcommand has at hand: the file, the person, the output.

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::ArgMatches;
use rust_i18n::t;

use super::config::{self, Config};
use super::failure::Failure;
use super::progress::PAUSE;
use crate::domain::command::{Actor, Origin};
use crate::domain::people::User;
use crate::lang::{self, Language};
use crate::store::{Store, Upgrade, Upgrading, real};

/// The database's name when nobody names one.
pub(super) const DATABASE: &str = "huishen.db";
/// The database's name of the sample year.
pub(super) const DEMO: &str = "demo.db";

/// The global options, resolved.
pub(super) struct Context<'a> {
    named: Option<PathBuf>,
    /// The person named by `--as`.
    pub(super) person: Option<String>,
    /// The fingerprint of the key by which a confined login came in.
    pub(super) confined: Option<String>,
    /// The config file's choices, and what the command line wants otherwise.
    pub(super) config: Config,
    /// Where output goes.
    pub(super) out: &'a mut dyn Write,
}

impl<'a> Context<'a> {
    /// Chooses the language and reads the config file, before anything is said. A confined login's variables may have come over the line: they name
    /// no file.
    pub(super) fn speak(arguments: &[OsString]) -> Result<Config, Failure> {
        let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let trusted = option(arguments, "--confined").is_none();
        let named = option(arguments, "--config").or_else(|| variable("HUISHEN_CONFIG").filter(|_| trusted));
        let first = option(arguments, "--lang").or_else(|| variable("HUISHEN_LANG"));
        let first = first.as_ref().and_then(|text| Language::of_id(&text.to_string_lossy()));
        lang::choose(first.unwrap_or_default());
        let usual = trusted || variable("XDG_CONFIG_HOME").is_none();
        let config =
            if named.is_some() || usual { Config::load(named.as_deref().map(Path::new))? } else { Config::default() };
        lang::choose(first.or(config.lang).unwrap_or_default());
        Ok(config)
    }

    /// Takes the global options.
    pub(super) fn new(matches: &ArgMatches, mut config: Config, out: &'a mut dyn Write) -> Self {
        config.width = chosen(matches, "width", &config::WIDTHS).unwrap_or(config.width);
        config.glyphs = chosen(matches, "glyphs", &config::GLYPH_SETS).unwrap_or(config.glyphs);
        let plain = Self::plain(config, out);
        let named_by = |id: &str| matches.get_one::<String>(id).cloned();
        let confined = named_by("confined");
        let usual = if confined.is_none() { plain.named } else { plain.config.db.clone() };
        let named = matches.get_one::<PathBuf>("db").cloned().or(usual);
        Self { named, person: named_by("as"), confined, ..plain }
    }

    /// Without any options.
    pub(super) fn plain(config: Config, out: &'a mut dyn Write) -> Self {
        let variable = std::env::var_os("HUISHEN_DB").filter(|value| !value.is_empty()).map(PathBuf::from);
        Self { named: variable.or_else(|| config.db.clone()), person: None, confined: None, config, out }
    }

    /// The database file, by default `name` in the user's data folder; where that is a link, the file that it leads to.
    pub(super) fn database(&self, name: &str) -> PathBuf {
        real(&self.named.clone().unwrap_or_else(|| config::default_database(name)))
    }

    /// Opens the file for reading and writing.
    pub(super) fn store(&self) -> Result<Store, Failure> {
        self.open(&self.database(DATABASE))
    }

    /// Opens the file for reading only: the right to read will do.
    pub(super) fn reading(&self) -> Result<Store, Failure> {
        self.open_reading(&self.database(DATABASE))
    }

    /// Opens a file for reading and writing; says so when that brought it to a newer schema.
    pub(super) fn open(&self, path: &Path) -> Result<Store, Failure> {
        let mut telling = telling();
        Ok(self.keyed(announced(Store::open_telling(path, &mut telling)?)))
    }

    /// Opens a file for reading only.
    pub(super) fn open_reading(&self, path: &Path) -> Result<Store, Failure> {
        let mut telling = telling();
        Ok(self.keyed(announced(Store::open_reading_telling(path, &mut telling)?)))
    }

    /// The file, told by which key the person came in.
    fn keyed(&self, mut store: Store) -> Store {
        if let Some(fingerprint) = &self.confined {
            store.come_by_key(fingerprint);
        }
        store
    }

    /// Who is asking.
    pub(super) fn user(&self, store: &Store) -> Result<User, Failure> {
        Ok(store.whoami(self.person.as_deref())?)
    }

    /// Who is acting.
    pub(super) fn actor(&self, store: &Store, origin: Origin) -> Result<Actor, Failure> {
        Ok(Actor::new(self.user(store)?, origin))
    }

    /// Prints a line.
    pub(super) fn say(&mut self, line: &str) -> Result<(), Failure> {
        Ok(writeln!(self.out, "{line}")?)
    }

    /// Prints a value as JSON and a newline.
    pub(super) fn json(&mut self, value: &impl serde::Serialize) -> Result<(), Failure> {
        serde_json::to_writer_pretty(&mut self.out, value)?;
        Ok(writeln!(self.out)?)
    }
}

/// Tells on stderr how far the upgrade of a file is: a person at a terminal on one line that is written over, anybody else once that it begins.
fn telling() -> impl FnMut(Upgrading) {
    let (terminal, mut last) = (std::io::stderr().is_terminal(), None::<Instant>);
    move |step| {
        let words = match step {
            Upgrading::Copying => t!("store.upgrading-copy"),
            Upgrading::Replaying(done, of) => t!("store.upgrading-replay", done = done, of = of),
            Upgrading::Indexing => t!("store.upgrading-index"),
        };
        let begins = step == Upgrading::Copying;
        let now_and_then = last.is_none_or(|last| last.elapsed() >= PAUSE);
        // Whoever does not hear it is none the worse for it.
        let mut err = std::io::stderr().lock();
        if terminal && (now_and_then || !matches!(step, Upgrading::Replaying(..))) {
            last = Some(Instant::now());
            let _ = write!(err, "\r\x1b[K{words}").and_then(|()| err.flush());
        } else if begins && !terminal {
            let _ = writeln!(err, "huishen: {words}");
        }
    }
}

/// Tells on stderr what opening did to a file of an earlier schema.
fn announced(store: Store) -> Store {
    if let Some(Upgrade { from, to, backup }) = store.upgraded() {
        let words = t!("store.upgraded", from = from, to = to, backup = backup.display());
        let mut err = std::io::stderr().lock();
        let clear = if err.is_terminal() { "\r\x1b[K" } else { "" };
        let _ = writeln!(err, "{clear}huishen: {words}");
    }
    store
}

/// What an option with one of a few names as its value stands for.
fn chosen<T: Copy>(matches: &ArgMatches, id: &str, names: &[(&str, T)]) -> Option<T> {
    matches.get_one::<String>(id).and_then(|name| config::named(names, name))
}

/// The value of an option before the grammar is built: `--lang en` or `--lang=en`.
fn option(arguments: &[OsString], name: &str) -> Option<OsString> {
    let mut rest = arguments.iter().skip(1);
    while let Some(argument) = rest.next() {
        let text = argument.to_string_lossy();
        if text == name {
            return rest.next().cloned();
        }
        if let Some(value) = text.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
            return Some(value.into());
        }
    }
    None
}

/// A grade as written on the command line.
pub(super) fn grade(text: &str) -> Result<crate::domain::grade::Grade, Failure> {
    text.parse().map_err(|_| Failure::Usage(t!("cli.review.bad-grade", text = text).into_owned()))
}

/// An argument's text; empty when it was not given.
pub(super) fn text<'m>(matches: &'m ArgMatches, id: &str) -> &'m str {
    matches.get_one::<String>(id).map_or("", String::as_str)
}
