//! The language of everything that a person sees: Chinese unless asked otherwise, whatever the system's own setting says.
//!
//! Owns the choice, and the table of texts that `build.rs` makes of `data/lang/*.toml`; they are named by key wherever they are shown.

use std::borrow::Cow;
use std::cmp::Ordering;

use rust_i18n::Backend;

/// All keys and texts, one after the other.
const WHOLE: &str = include_str!(concat!(env!("OUT_DIR"), "/texts"));
/// Where each begins and the last one ends, as numbers of four bytes, the lowest first.
const STARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/starts"));
/// How many keys and texts there are.
const PLACES: usize = STARTS.len() / 4 - 1;

/// What stands at a place of the table.
fn at(place: usize) -> Option<&'static str> {
    let start = |place: usize| Some(u32::from_le_bytes(*STARTS.get(place * 4..)?.first_chunk()?) as usize);
    WHOLE.get(start(place)?..start(place + 1)?)
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

/// The texts of the language files, found where they lie in the program.
pub struct Texts;

impl Backend for Texts {
    fn available_locales(&self) -> Vec<Cow<'_, str>> {
        IDS.map(Cow::Borrowed).to_vec()
    }

    fn translate(&self, locale: &str, key: &str) -> Option<Cow<'_, str>> {
        let language = IDS.iter().position(|id| *id == locale)?;
        let (mut from, mut to) = (0, PLACES / STEP);
        while from < to {
            let middle = usize::midpoint(from, to);
            match at(middle * STEP)?.cmp(key) {
                Ordering::Less => from = middle + 1,
                Ordering::Greater => to = middle,
                Ordering::Equal => return at(middle * STEP + 1 + language).map(Cow::Borrowed),
            }
        }
        None
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
    fn every_text_is_found_by_its_key() {
        for id in IDS {
            let all = Texts.messages_for_locale(id).unwrap();
            assert!(all.len() > 1000 && all.is_sorted_by(|one, other| one.0 < other.0));
            for (key, text) in all {
                assert_eq!(Texts.translate(id, &key).unwrap(), text, "{key}");
            }
        }
        assert_eq!(Texts.translate("zh", "queue.tab.mine").unwrap(), "轮到我");
        assert_eq!((Texts.translate("zh", "queue.tab"), Texts.translate("fr", "queue.tab.mine")), (None, None));
        assert_eq!(Texts.messages_for_locale("fr"), None);
    }
}
