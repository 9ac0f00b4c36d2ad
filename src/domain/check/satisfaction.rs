//! What satisfaction indicators say: whether they are some, and who is asked about what.
//!
//! Owns reading their names for the three checks of satisfaction.

use super::reading::Reading;
use super::words::{self, Group};

/// Whether a name speaks of satisfaction, whatever its levels.
pub(super) fn speaks_of_it(one: &Reading<'_>) -> bool {
    one.name.contains("满意")
}

/// Who is asked, and about what: 市民对空气质量的满意程度 gives 市民 and 空气质量.
pub(super) fn asked<'a>(one: &'a Reading<'_>) -> Option<(&'a str, &'a str)> {
    let (before, _) = one.name.rsplit_once("满意")?;
    let before = before.rsplit([',', '，', ':', '：', '—']).next().unwrap_or_default();
    let before =
        words::list(Group::Nearly).iter().find_map(|word| before.strip_prefix(word.as_str())).unwrap_or(before);
    let before = before.trim_end_matches('的').trim_end_matches("满意");
    Some(about(before).unwrap_or((before, "")))
}

/// Parts 市民对空气质量 at its 对; the 对 of 对象 parts nothing.
fn about(text: &str) -> Option<(&str, &str)> {
    let (place, _) =
        text.match_indices('对').find(|(at, _)| !text.get(*at..).unwrap_or_default().starts_with("对象"))?;
    let (who, what) = text.split_at(place);
    (!who.is_empty()).then_some((who, what.trim_start_matches('对')))
}
