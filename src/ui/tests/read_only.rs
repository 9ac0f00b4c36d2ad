//! That the file can only be read stands at the end of the first line, whatever the size, and nothing else moves (all screens: `tests/it/screens/read_only.rs`).

use super::*;
use crate::ui::width::width;

/// The first lines of a screen, and all lines below it but the last.
fn parts(desk: &Desk, look: &Look) -> (String, Vec<String>) {
    let mut all = lines(&drawn(desk, look).0);
    (all.remove(0), all)
}

#[test]
fn every_screen_says_so_and_nothing_else_moves() {
    let screens = ["", "<Enter>", "v", "d", "I", "<F8>"];
    for size in [(60, 16), SMALL, LARGE] {
        for keys in screens {
            for policy in [Policy::NARROW, Policy::WIDE, Policy::ASCII] {
                let look = Look::new(policy, false);
                let mut desk = at(size, "教科文股经办", keys);
                let (head, below) = parts(&desk, &look);
                desk.app.common.set_read_only(true);
                let (marked, same) = parts(&desk, &look);
                assert_eq!(below, same, "{keys} {size:?}");
                let rest =
                    marked.trim_end().strip_suffix("只读").unwrap_or_else(|| panic!("{keys} {size:?}: {marked}"));
                assert!(rest.ends_with(' ') && !head.contains("只读"), "{keys} {size:?}: {marked}");
                assert_eq!(width(marked.trim_end(), policy), usize::from(size.0) - 1, "{keys} {size:?}: {marked}");
                kept(&head, rest, keys);
                desk.app.common.set_read_only(false);
                assert_eq!(parts(&desk, &look), (head, below), "{keys} {size:?}");
            }
        }
    }
}

/// Words of the head are there with the mark, too; where it is narrow only the last of a long name goes.
fn kept(head: &str, rest: &str, keys: &str) {
    let (before, after): (Vec<_>, Vec<_>) = (head.split_whitespace().collect(), rest.split_whitespace().collect());
    assert_eq!(before.len(), after.len(), "{keys}: {head}\n{rest}");
    for (before, after) in before.into_iter().zip(after) {
        let cut = after.trim_end_matches(['…', '.', '~']);
        assert!(before.starts_with(cut) && cut.chars().count() >= 2, "{keys}: {head}\n{rest}");
    }
}

#[test]
fn the_person_and_the_stage_stay_at_the_right() {
    for (keys, right) in [("", "教科文股经办"), ("<Enter>", "股室初审")] {
        let mut desk = at((60, 16), "教科文股经办", keys);
        desk.app.common.set_read_only(true);
        let (head, _) = parts(&desk, &Look::new(Policy::NARROW, false));
        let rest = head.trim_end().strip_suffix("只读").unwrap_or_else(|| panic!("{head}"));
        assert!(rest.trim_end().ends_with(right), "{head}");
    }
}
