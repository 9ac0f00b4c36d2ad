//! The known name that a mistyped one most likely means.
//!
//! Owns the measure only: edits for Latin names, shared characters for Chinese ones.

use super::fields::{is_chinese, key};

/// The nearest of some known names, if any is near.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let key = key(name);
    let rated = known.filter_map(|candidate| Some((distance(&key, candidate)?, candidate)));
    rated.min_by_key(|&(distance, _)| distance).map(|(_, candidate)| candidate)
}

/// How far two names are apart; `None`: they have nothing to do with one another.
fn distance(name: &str, candidate: &str) -> Option<usize> {
    if is_chinese(name) != is_chinese(candidate) {
        return None;
    }
    let edits = edits(name, candidate);
    let (written, meant) = (name.chars().count(), candidate.chars().count());
    let begins = written.min(meant) >= 2 && (candidate.starts_with(name) || name.starts_with(candidate));
    let shares = is_chinese(name) && name.chars().any(|letter| candidate.contains(letter));
    let close = edits <= meant.max(written) / 3;
    (begins || shares || close).then_some(edits)
}

/// Letters to add, drop, replace or swap.
fn edits(left: &str, right: &str) -> usize {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let mut before = Vec::new();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, letter) in left.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, other) in right.iter().enumerate() {
            let replaced = row[j] + usize::from(letter != other);
            let mut least = replaced.min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *letter == right[j - 1] && left[i - 1] == *other {
                let swapped: &[usize] = &before;
                least = least.min(swapped[j - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_edits() {
        for (left, right, count) in [("stage", "stage", 0), ("stgae", "stage", 1), ("", "ab", 2), ("grad", "grade", 1)]
        {
            assert_eq!(edits(left, right), count, "{left} {right}");
        }
    }

    #[test]
    fn finds_what_was_meant() {
        let known = ["stage", "state", "amount", "金额", "等级", "等待"];
        let nearest = |name| nearest(name, known.into_iter());
        assert_eq!(nearest("stgae"), Some("stage"));
        assert_eq!(nearest("Amuont"), Some("amount"));
        assert_eq!(nearest("am"), Some("amount"));
        assert_eq!(nearest("总金额"), Some("金额"));
        assert_eq!(nearest("等"), Some("等级"));
        assert_eq!(nearest("colour"), None);
        assert_eq!(nearest("颜色"), None);
    }
}
