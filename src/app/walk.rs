//! Moving a cursor through a list: what the keys of moving mean, the same on every screen and in every popup.

use super::action::Action;

/// Where the cursor of a list of `count` rows, `page` of them in sight, stands after an action of moving; `None` for any other action.
pub fn walked(action: Action, cursor: usize, page: usize, count: usize) -> Option<usize> {
    let last = count.saturating_sub(1);
    let half = (page / 2).max(1);
    let to = match action {
        Action::Up => cursor.saturating_sub(1),
        Action::Down => cursor.saturating_add(1),
        Action::HalfUp => cursor.saturating_sub(half),
        Action::HalfDown => cursor.saturating_add(half),
        Action::PageUp => cursor.saturating_sub(page),
        Action::PageDown => cursor.saturating_add(page),
        Action::Top => 0,
        Action::Bottom => last,
        _ => return None,
    };
    Some(to.min(last))
}

/// Lines by which a page of text is turned.
const PAGE: usize = 10;

/// The first line of a text in sight after an action of moving; `None` for any other action. How far the text can be turned only who draws
/// it knows: `end` is the last line that may stand at the top, if it was drawn already.
pub fn turned(action: Action, first: usize, end: Option<usize>) -> Option<usize> {
    let end = end.unwrap_or(usize::MAX);
    let first = first.min(end);
    let to = match action {
        Action::Up => first.saturating_sub(1),
        Action::Down => first.saturating_add(1),
        Action::HalfUp | Action::PageUp => first.saturating_sub(PAGE),
        Action::HalfDown | Action::PageDown => first.saturating_add(PAGE),
        Action::Top => 0,
        Action::Bottom if end < usize::MAX => end,
        _ => return None,
    };
    Some(to.min(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_turned_to_its_end_and_back_at_once() {
        let mut first = 0;
        for _ in 0..5 {
            first = turned(Action::PageDown, first, Some(13)).unwrap();
        }
        assert_eq!(first, 13, "no further than its end");
        assert_eq!(turned(Action::Up, first, Some(13)), Some(12), "the first key back moves it");
        assert_eq!(turned(Action::Up, 40, Some(13)), Some(12), "also where it grew shorter");
        assert_eq!(turned(Action::Bottom, 0, Some(13)), Some(13));
        assert_eq!(turned(Action::Bottom, 0, None), None, "where the end is not known nothing goes there");
        assert_eq!(turned(Action::Down, 0, Some(0)), Some(0), "a text that is whole in sight stays");
    }

    #[test]
    fn a_cursor_stays_in_its_list() {
        let from = |cursor, action| walked(action, cursor, 10, 25);
        assert_eq!(from(0, Action::Up), Some(0));
        assert_eq!(from(20, Action::PageDown), Some(24));
        assert_eq!(from(20, Action::HalfUp), Some(15));
        assert_eq!(from(3, Action::Bottom), Some(24));
        assert_eq!(from(3, Action::Open), None);
        assert_eq!(walked(Action::Down, 0, 10, 0), Some(0), "an empty list");
        assert_eq!(walked(Action::HalfDown, 0, 1, 5), Some(1), "half of a line is a line");
    }
}
