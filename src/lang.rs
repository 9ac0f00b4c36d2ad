//! The language of everything that a person sees: Chinese unless asked otherwise, whatever the system's own setting says.
//!
//! Owns the choice, and the table of texts that `build.rs` makes of `data/lang/*.toml`; they are named by key wherever they are shown.
//!
//! A text that names a key on the keyboard says whose it is: `[[v:review]]` is `v` unless the person bound the action to another key.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use rust_i18n::Backend;

/// All keys and texts, one after the other.
const WHOLE: &str = include_str!(concat!(env!("OUT_DIR"), "/texts"));
/// Where each begins and the last one ends, as numbers of four bytes, the lowest first.
const STARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/starts"));
/// The number of the key in each slot, from 1, as two bytes; 0 for none.
const SLOTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/slots"));
/// How many keys and texts there are.
const PLACES: usize = STARTS.len() / 4 - 1;

/// What stands at a place of the table.
fn at(place: usize) -> Option<&'static str> {
    let start = |place: usize| Some(u32::from_le_bytes(*STARTS.get(place * 4..)?.first_chunk()?) as usize);
    WHOLE.get(start(place)?..start(place + 1)?)
}

include!("lang/key_hash.rs");

/// The number of a key, from 0. Every row of every list asks for some, so they are looked up by hash and not searched for.
fn number(key: &str) -> Option<usize> {
    let count = SLOTS.len() / 2;
    let mut slot = key_hash(key) as usize % count;
    loop {
        let number = usize::from(u16::from_le_bytes(*SLOTS.get(slot * 2..)?.first_chunk()?)).checked_sub(1)?;
        if at(number * STEP)? == key {
            return Some(number);
        }
        slot = (slot + 1) % count;
    }
}

/// The languages of the table, in its order.
const IDS: [&str; 2] = ["zh", "en"];
/// Places of the table from one key to the next.
const STEP: usize = 1 + IDS.len();

/// A language of the language files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// 中文.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The language with an id (`zh`, `en`); `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        match id {
            "zh" | "zh-CN" | "zh_CN" => Some(Self::Chinese),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}

/// Sets the language of the whole program.
pub fn choose(language: Language) {
    rust_i18n::set_locale(match language {
        Language::Chinese => "zh",
        Language::English => "en",
    });
}

/// The first key of each action, as the person bound them.
static KEYS: OnceLock<BTreeMap<&'static str, String>> = OnceLock::new();

/// Names the keys of actions in all texts as the person bound them; once, before anything is shown.
pub fn name_keys(keys: impl IntoIterator<Item = (&'static str, String)>) {
    KEYS.get_or_init(|| keys.into_iter().collect());
}

/// A text with the keys that it names.
fn with_keys(text: &'static str) -> Cow<'static, str> {
    if !text.contains("[[") {
        return Cow::Borrowed(text);
    }
    Cow::Owned(named(text, |action| KEYS.get().and_then(|keys| keys.get(action)).map(String::as_str)))
}

fn named<'a>(text: &'a str, bound: impl Fn(&str) -> Option<&'a str>) -> String {
    let (mut whole, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, usual, action, after)) = next_key(rest) {
        whole.push_str(before);
        whole.push_str(bound(action).unwrap_or(usual));
        rest = after;
    }
    whole + rest
}

/// The first key that a text names: what stands before it, the usual key, its action, and what stands after it.
pub fn next_key(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (before, rest) = text.split_once("[[")?;
    let (inside, after) = rest.split_once("]]")?;
    let (usual, action) = inside.split_once(':')?;
    Some((before, usual, action, after))
}

/// The texts of the language files, found where they lie in the program.
pub struct Texts;

impl Backend for Texts {
    fn available_locales(&self) -> Vec<Cow<'_, str>> {
        IDS.map(Cow::Borrowed).to_vec()
    }

    fn translate(&self, locale: &str, key: &str) -> Option<Cow<'_, str>> {
        let language = IDS.iter().position(|id| *id == locale)?;
        at(number(key)? * STEP + 1 + language).map(with_keys)
    }

    fn messages_for_locale(&self, locale: &str) -> Option<Vec<(Cow<'_, str>, Cow<'_, str>)>> {
        let language = IDS.iter().position(|id| *id == locale)?;
        let keys = (0..PLACES).step_by(STEP);
        let text = |place: usize| Some((at(place)?.into(), at(place + 1 + language)?.into()));
        Some(keys.filter_map(text).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_named_as_they_are_bound() {
        let text = "按 [[v:review]] 评审,[[/:filter]] 查找";
        assert_eq!(named(text, |_| None), "按 v 评审,/ 查找");
        assert_eq!(named(text, |action| (action == "review").then_some("Ctrl-v")), "按 Ctrl-v 评审,/ 查找");
        assert_eq!(named("[[ 不成对", |_| None), "[[ 不成对");
    }

    #[test]
    fn every_text_is_found_by_its_key() {
        for id in IDS {
            let all = Texts.messages_for_locale(id).unwrap();
            assert!(all.len() > 1000 && all.is_sorted_by(|one, other| one.0 < other.0));
            for (key, text) in all {
                assert_eq!(Texts.translate(id, &key).unwrap(), named(&text, |_| None), "{key}");
            }
        }
        assert_eq!(Texts.translate("zh", "queue.tab.mine").unwrap(), "轮到我");
        assert_eq!((Texts.translate("zh", "queue.tab"), Texts.translate("fr", "queue.tab.mine")), (None, None));
        assert_eq!(Texts.messages_for_locale("fr"), None);
    }
}
