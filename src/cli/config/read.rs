//! Reads the config file's text. What is wrong is told in the user's language, with its line: the first in the file.

use std::path::PathBuf;

use rust_i18n::t;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::{Config, GLYPH_SETS, LANGUAGES, WIDTHS, named};
use crate::app::keymap::Keymap;

/// All settings, in the order in which they are told.
const SETTINGS: [&str; 7] = ["lang", "db", "width", "glyphs", "scroll-regions", "mouse", "keys"];
/// The names of yes and no.
const SWITCH: [(&str, bool); 2] = [("true", true), ("false", false)];

type Name<'t> = Spanned<DeString<'t>>;
type Value<'t> = Spanned<DeValue<'t>>;

/// What is wrong.
struct Wrong {
    /// The byte of the text at which it stands.
    at: usize,
    /// What it is, in the user's language.
    words: String,
}

/// Reads the text.
///
/// # Errors
/// The line and what is wrong there, in the user's language.
pub(super) fn config(text: &str) -> Result<Config, String> {
    Reader { text }.config().map_err(|wrong| {
        let line = text.get(..wrong.at).unwrap_or(text).matches('\n').count() + 1;
        t!("cli.config.line", line = line, words = wrong.words).into_owned()
    })
}

struct Reader<'t> {
    text: &'t str,
}

impl Reader<'_> {
    fn config(&self) -> Result<Config, Wrong> {
        let table = DeTable::parse(self.text).map_err(|error| Wrong {
            at: error.span().map_or(0, |span| span.start),
            words: t!("cli.config.syntax", error = error.message()).into_owned(),
        })?;
        let mut config = Config::default();
        for (name, value) in in_order(table.get_ref()) {
            self.set(&mut config, name, value)?;
        }
        Ok(config)
    }

    fn set(&self, config: &mut Config, name: &Name<'_>, value: &Value<'_>) -> Result<(), Wrong> {
        match name.get_ref().as_ref() {
            "lang" => config.lang = Some(self.choice(name, value, &LANGUAGES)?),
            "db" => config.db = Some(path(name, value)?),
            "width" => config.width = self.choice(name, value, &WIDTHS)?,
            "glyphs" => config.glyphs = self.choice(name, value, &GLYPH_SETS)?,
            "scroll-regions" => config.scroll_regions = Some(self.switch(name, value)?),
            "mouse" => config.mouse = self.switch(name, value)?,
            "keys" => config.keymap = Some(keymap(name, value)?),
            other => {
                return Err(wrong(
                    name,
                    t!("cli.config.unknown", name = other, known = SETTINGS.join(" ")).into_owned(),
                ));
            }
        }
        Ok(())
    }

    fn choice<T: Copy>(&self, name: &Name<'_>, value: &Value<'_>, names: &[(&str, T)]) -> Result<T, Wrong> {
        let choice = value.get_ref().as_str().and_then(|text| named(names, text));
        choice.ok_or_else(|| self.not_possible(name, value, names))
    }

    fn switch(&self, name: &Name<'_>, value: &Value<'_>) -> Result<bool, Wrong> {
        value.get_ref().as_bool().ok_or_else(|| self.not_possible(name, value, &SWITCH))
    }

    fn not_possible<T>(&self, name: &Name<'_>, value: &Value<'_>, names: &[(&str, T)]) -> Wrong {
        let written = self.text.get(value.span()).unwrap_or_default().trim_matches(['"', '\'']);
        let possible: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        let (name_text, possible) = (name.get_ref(), possible.join(" "));
        wrong(name, t!("cli.config.value", name = name_text, value = written, possible = possible).into_owned())
    }
}

fn path(name: &Name<'_>, value: &Value<'_>) -> Result<PathBuf, Wrong> {
    let text = value.get_ref().as_str().filter(|text| !text.is_empty());
    text.map(PathBuf::from).ok_or_else(|| wrong(name, t!("cli.config.path", name = name.get_ref()).into_owned()))
}

/// The entries of a table as they stand in the file.
fn in_order<'a, 't>(table: &'a DeTable<'t>) -> Vec<(&'a Name<'t>, &'a Value<'t>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}

fn wrong(name: &Name<'_>, words: String) -> Wrong {
    Wrong { at: name.span().start, words }
}

/// What the keys do after the changes of `[keys]`.
fn keymap(name: &Name<'_>, value: &Value<'_>) -> Result<Keymap, Wrong> {
    let table = value.get_ref().as_table();
    let entries = in_order(table.ok_or_else(|| wrong(name, t!("cli.config.no-table").into_owned()))?);
    let changes: Vec<(String, Vec<String>)> = entries
        .iter()
        .map(|(action, keys)| Ok((action.get_ref().to_string(), names_of_keys(action, keys)?)))
        .collect::<Result<_, _>>()?;
    Keymap::configured(&changes).map_err(|misbound| {
        let place = entries.iter().find(|(action, _)| *action.get_ref() == misbound.action);
        wrong(place.map_or(name, |(action, _)| action), misbound.words)
    })
}

/// One key's name, or a list of them.
fn names_of_keys(action: &Name<'_>, value: &Value<'_>) -> Result<Vec<String>, Wrong> {
    let names = match value.get_ref() {
        DeValue::String(key) => Some(vec![key.to_string()]),
        DeValue::Array(keys) => keys.iter().map(|key| key.get_ref().as_str().map(str::to_owned)).collect(),
        _ => None,
    };
    names.ok_or_else(|| wrong(action, t!("cli.config.no-keys", name = action.get_ref()).into_owned()))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use proptest::prelude::*;

    use super::*;
    use crate::app::action::{ACTIONS, Action};
    use crate::cli::config::{GlyphSet, Width};
    use crate::lang::Language;

    const SAMPLE: &str = include_str!("../../../docs/config.toml");

    proptest! {
        /// Pieces of the sample in any order, cut anywhere, with signs of the language between them.
        #[test]
        fn whatever_the_file_says_it_is_read_or_told_in_which_line_it_is_wrong(
            cuts in prop::collection::vec((0_usize..5000, 0_usize..200, "([\\[\\]={}\"'\n\\\\.,#]|\\[keys\\]|mouse|true|1e999|\u{202e}|中){0,6}"), 0..12)
        ) {
            let letters: Vec<char> = SAMPLE.replace("# ", "").chars().collect();
            let piece = |from: usize, count: usize| letters.iter().skip(from % letters.len()).take(count).collect::<String>();
            let text: String = cuts.iter().map(|(from, count, signs)| piece(*from, *count) + signs).collect();
            if let Err(words) = config(&text) {
                prop_assert!(!words.is_empty() && !words.contains('\u{1b}'), "{words}");
            }
        }

        /// Pieces of the corpus (`tests/corpus`).
        #[test]
        fn pieces_of_the_corpus_are_read_or_told_to_be_wrong(
            cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..120, 0_usize..120), 1..6)
        ) {
            let corpus = corpus();
            let cut = |(entry, from, count): &(prop::sample::Index, usize, usize)| {
                entry.get(&corpus).chars().skip(*from % 60).take(*count).collect::<String>()
            };
            if let Err(words) = config(&cuts.iter().map(cut).collect::<String>()) {
                prop_assert!(!words.is_empty() && !words.contains('\u{1b}'), "{words}");
            }
        }
    }

    fn corpus() -> Vec<String> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/config");
        let files =
            std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        files.collect()
    }

    #[test]
    fn each_entry_of_the_corpus_is_read_or_told_to_be_wrong() {
        let entries = corpus();
        assert!(entries.len() > 8);
        let told: Vec<_> = entries.iter().filter_map(|entry| config(entry).err()).collect();
        assert!(told.len() > 5 && told.iter().all(|words| !words.is_empty() && !words.contains('\u{1b}')), "{told:?}");
    }

    #[test]
    fn the_sample_names_every_setting_with_its_default() {
        let usual = Some(Keymap::default());
        assert_eq!(config(SAMPLE), Ok(Config { lang: Some(Language::Chinese), keymap: usual, ..Config::default() }));
        for setting in SETTINGS {
            let told = |line: &str| line.trim_start_matches("# ").starts_with(&format!("{setting} = "));
            assert!(setting == "keys" || SAMPLE.lines().any(told), "{setting} is not in the sample");
        }
        // Also what stands there as a comment, because its default depends on the machine, can be read.
        let whole = SAMPLE.replace("\n# db =", "\ndb =").replace("\n# scroll-regions =", "\nscroll-regions =");
        let whole = config(&whole).unwrap();
        assert!(whole.db.is_some() && whole.scroll_regions.is_some());
    }

    #[test]
    fn every_choice_is_taken() {
        let text =
            "lang = 'en'\ndb = '/a/b.db'\nwidth = 'wide'\nglyphs = 'ascii'\nscroll-regions = false\nmouse = true\n";
        let expected = Config {
            lang: Some(Language::English),
            db: Some(PathBuf::from("/a/b.db")),
            width: Width::Wide,
            glyphs: GlyphSet::Ascii,
            scroll_regions: Some(false),
            mouse: true,
            keymap: None,
        };
        assert_eq!(config(text), Ok(expected));
        assert_eq!(config(""), Ok(Config::default()));
    }

    #[test]
    fn keys_are_bound_anew() {
        let config = config("[keys]\nreview = \"R\"\npass = [\"T\", \"F5\"]\nhelp = \"？\"\n").unwrap();
        let label = |action| config.keymap.as_ref().unwrap().label(action).unwrap();
        assert_eq!((label(Action::Review), label(Action::Pass)), ("R".to_owned(), "T".to_owned()));
        assert_eq!(label(Action::Help), "?", "full-width keys are folded like what is typed");
        assert_eq!(label(Action::Return), "b");
    }

    #[test]
    fn every_action_can_be_named() {
        let mut text = String::from("[keys]\n");
        for info in ACTIONS {
            writeln!(text, "{} = {:?}", info.name, info.keys).unwrap();
        }
        assert_eq!(config(&text), Ok(Config { keymap: Some(Keymap::default()), ..Config::default() }));
    }

    #[test]
    fn a_slip_is_told_with_its_line() {
        for (text, line, word) in [
            ("[keys]\n\nreveiw = \"r\"\n", 3, "reveiw"),
            ("lang = \"zh\"\n[keys]\nreview = \"Hyper-q\"\n", 3, "Hyper-q"),
            ("[keys]\nreview = \"F5\"\n", 2, "pass"),
            ("[keys]\nopen = \"Enter\"\nquit = \"F10\"\nhelp = \"F8\"\n", 4, "waive"),
            ("[keys]\nreview = []\n", 2, "review"),
            ("[keys]\nreview = [\"R\", \"R\"]\n", 2, "R"),
            ("[keys]\nreview = 5\n", 2, "review"),
            ("[keys]\nreview = \"Ctrl-i\"\n", 2, "Ctrl-i"),
            ("[keys]\nreview = \"Ctrl-Enter\"\n", 2, "Ctrl-Enter"),
            ("[keys]\ngrade = [\"a\", \"b\", \"c\"]\n", 2, "4"),
            ("keys = \"vi\"\n", 1, "[keys]"),
            ("lang = \"zh\"\nwidth = \"broad\"\n", 2, "broad"),
            ("lang = \"zh\"\nmouse = \"yes\"\n", 2, "true"),
            ("\n\nglyphs = true\n", 3, "unicode"),
            ("lang = \"fr\"\n", 1, "fr"),
            ("db = 7\n", 1, "db"),
            ("widht = \"wide\"\nascii = true\n", 1, "widht"),
            ("lang = \"zh\"\n\nlang = \"en\"\n", 3, ""),
            ("mouse = true\nwidth = \"wide\n", 2, ""),
        ] {
            let words = config(text).unwrap_err();
            let place = t!("cli.config.line", line = line, words = "");
            assert!(words.starts_with(place.as_ref()) && words.contains(word), "{text}: {words}");
            assert!(!words.contains("cli.") && !words.contains('\n'), "{words}");
        }
    }
}
