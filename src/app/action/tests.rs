use super::*;
use crate::app::key::{Key, KeyCode};
use std::collections::BTreeMap;

fn keys(info: &Info) -> impl Iterator<Item = Key> {
    info.keys.iter().map(|text| text.parse().unwrap())
}

#[test]
fn a_key_means_one_thing_in_a_place() {
    for (context, place) in Contexts::EACH {
        let mut taken: BTreeMap<Key, &str> = BTreeMap::new();
        for info in ACTIONS.iter().filter(|info| info.contexts.meets(context)) {
            for key in keys(info) {
                if let Some(other) = taken.insert(key, info.name) {
                    panic!("{place}: {key} is {other} and {}", info.name);
                }
            }
        }
    }
}

#[test]
fn an_input_method_swallows_no_action() {
    let letter = |key: Key| matches!(key.code, KeyCode::Char(c) if c.is_alphabetic()) && key.mods.is_empty();
    for info in ACTIONS {
        assert!(keys(info).any(|key| !letter(key)), "{} has letters only", info.name);
    }
}

#[test]
fn every_key_of_the_table_is_sent_by_terminals() {
    for info in ACTIONS {
        assert!(keys(info).all(Key::is_sent), "{}", info.name);
    }
}

#[test]
fn every_action_is_explained_in_both_languages() {
    for locale in ["zh", "en"] {
        for info in ACTIONS {
            for part in ["title", "help"] {
                let key = format!("action.{}.{part}", info.name);
                let words = t!(&key, locale = locale);
                assert!(!words.is_empty() && !words.contains("action."), "{locale}: {key} is {words}");
            }
        }
    }
    let chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for info in ACTIONS {
        assert!(!chinese(
            &t!(format!("action.{}.help", info.name), locale = "en").replace(['优', '良', '中', '差'], "")
        ));
    }
}

#[test]
fn names_are_unique_and_read_back() {
    for info in ACTIONS {
        assert_eq!(Action::from_name(info.name), Some(info.action));
        assert_eq!(info.action.info().name, info.name);
    }
}
