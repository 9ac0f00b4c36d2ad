//! Differences between two texts, word by word: a Chinese character is a word, a number is one with its decimals.

use std::ops::Range;

use similar::{Algorithm, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// Words of both texts together up to which they are compared; longer ones are shown as replaced.
const MOST: usize = 6000;

/// A stretch of two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// In the former only.
    Removed(String),
    /// In the newer only.
    Added(String),
}

/// The pieces of a former and a newer text, in their order: without what was added they are the former, without what was removed
/// the newer. A single word between two changes counts as changed with them, so that the rest can be read.
pub fn pieces(former: &str, newer: &str) -> Vec<Piece> {
    if former == newer {
        return if former.is_empty() { Vec::new() } else { vec![Piece::Same(former.to_owned())] };
    }
    let (old, new) = (words(former), words(newer));
    let mut pieces = Vec::new();
    for (same, old_words, new_words) in stretches(&old, &new) {
        let (removed, added) = (old[old_words].concat(), new[new_words].concat());
        if same {
            pieces.push(Piece::Same(removed));
            continue;
        }
        pieces.extend(Some(removed).filter(|text| !text.is_empty()).map(Piece::Removed));
        pieces.extend(Some(added).filter(|text| !text.is_empty()).map(Piece::Added));
    }
    pieces
}

fn words(text: &str) -> Vec<&str> {
    text.split_word_bounds().collect()
}

/// Whether words are the same, and which they are in either text.
type Stretch = (bool, Range<usize>, Range<usize>);

fn stretches(old: &[&str], new: &[&str]) -> Vec<Stretch> {
    if old.len() + new.len() > MOST {
        return vec![(false, 0..old.len(), 0..new.len())];
    }
    let ops = capture_diff_slices(Algorithm::Myers, old, new);
    let all: Vec<Stretch> =
        ops.iter().map(|op| (op.tag() == similar::DiffTag::Equal, op.old_range(), op.new_range())).collect();
    let mut out: Vec<Stretch> = Vec::new();
    for (at, (same, old_words, new_words)) in all.iter().enumerate() {
        let between = at > 0 && at + 1 < all.len();
        let same = *same && !(between && old_words.len() < 2);
        match out.last_mut() {
            Some((before, olds, news)) if *before == same => {
                (olds.end, news.end) = (old_words.end, new_words.end);
            }
            _ => out.push((same, old_words.clone(), new_words.clone())),
        }
    }
    out
}
