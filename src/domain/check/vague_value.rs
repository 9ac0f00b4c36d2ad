//! `vague-value`: a qualitative value is nothing but vague words (合理, 稳步提高, 逐步健全) with no level described.

use super::reading::Reading;
use super::words::{self, Group};
use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("vague-value", run);

/// What a vague text is made of.
const VAGUE: [Group; 4] = [Group::Degree, Group::Change, Group::State, Group::Filler];
/// Longest text in which a vague phrase makes the whole vague, in characters.
const SHORT: usize = 16;

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in subject.indicators.iter().filter(|one| is_vague(one)) {
        notes.at(one.at(), one.of.value.as_deref().unwrap_or_default().trim());
    }
}

fn is_vague(one: &Reading<'_>) -> bool {
    let text = one.value.trim_matches(['。', ';', ',', '“', '”', '"', '.']);
    if text.is_empty() || one.has_figure() {
        return false;
    }
    let ends = words::ends(Group::Change, text) || words::ends(Group::State, text);
    (words::consists_of(&VAGUE, text) && ends) || undated(text) || phrase(text)
}

/// 及时完成, 及时发放: in time for what date?
fn undated(text: &str) -> bool {
    text.strip_prefix("及时").is_some_and(|act| words::consists_of(&[Group::Action, Group::Filler], act))
}

/// A short text that begins or ends in a change that is only called large: 群众生活明显改善, 有效提升服务能力.
fn phrase(text: &str) -> bool {
    if text.chars().count() > SHORT || text.contains(['、', ',', '；', ';', '，']) {
        return false;
    }
    words::list(Group::Degree).iter().any(|degree| {
        words::list(Group::Change).iter().any(|change| {
            let pair = format!("{degree}{change}");
            degree.chars().count() > 1 && (text.starts_with(&pair) || text.ends_with(&pair))
        })
    })
}
