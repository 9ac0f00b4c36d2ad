//! Where a row stands in a queue: the windows of every tab in every order are parts of one list, at the place that they tell.

use super::plans::{SORTS, tabs, viewers};
use super::*;
use crate::domain::view::QueueRow;

const LIMIT: u32 = 6;

/// What sorts a row.
fn key(sort: Sort, row: &QueueRow) -> (i64, i64) {
    let value = match sort {
        Sort::Waiting => row.standing.since.0,
        Sort::Amount => row.amount.map_or(-1, |amount| amount.0),
        Sort::Unit => row.unit.id.0,
        Sort::Number => row.id.0,
    };
    (value, row.id.0)
}

#[test]
fn windows_are_parts_of_one_list() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("a.db")).unwrap();
    store.fill_bench(140, &mut |_| ()).unwrap();
    // Rows that nothing but their number tells apart.
    store
        .conn
        .execute_batch("update target set amount = 700 where id % 5 = 0; update target set since = 9 where id % 7 = 0")
        .unwrap();
    let (mut seen, mut on_pages) = (0, 0);
    for (viewer, tab, sort) in viewers()
        .iter()
        .flat_map(|viewer| tabs().into_iter().flat_map(move |tab| SORTS.map(|sort| (viewer, tab.clone(), sort))))
    {
        let ask = QueueAsk { year: 2021, tab, filter: None, sort, window: Window::First, limit: 1000 };
        let whole = store.queue(viewer, &ask).unwrap().rows;
        let mut sorted = whole.clone();
        sorted.sort_by_key(|row| key(sort, row));
        if sort == Sort::Amount {
            sorted.reverse();
        }
        assert_eq!(whole, sorted, "{ask:?}");
        let of = |window| store.queue(viewer, &QueueAsk { window, limit: LIMIT, ..ask.clone() }).unwrap();
        for (place, row) in whole.iter().enumerate().step_by(5) {
            let page = of(Window::Around(row.id));
            let offset = usize::try_from(page.offset.unwrap()).unwrap();
            assert_eq!(page.rows, whole[offset..offset + page.rows.len()], "{place} of {ask:?}");
            assert!(page.rows.contains(row) && (page.rows.len() >= LIMIT as usize / 2 || whole.len() < LIMIT as usize));
            let after = of(Window::After(row.id)).rows;
            assert_eq!(after, whole[place + 1..whole.len().min(place + 1 + LIMIT as usize)]);
            let before = of(Window::Before(row.id)).rows;
            assert_eq!(before, whole[place.saturating_sub(LIMIT as usize)..place]);
            let scope = store.scope(viewer, Some(2021), &ask.tab, None, sort).unwrap();
            let all = store.tally(viewer, 2021, &ask.tab).unwrap().count;
            if let Some(found) = store.on_pages(&scope, key(sort, row), all) {
                assert_eq!(found, place as u64, "{place} of {ask:?}");
                on_pages += 1;
            }
            assert_eq!(store.before(&scope, key(sort, row)).unwrap(), place as u64, "{place} of {ask:?}");
            seen += 1;
        }
        let last = of(Window::Last);
        assert_eq!(last.rows, whole[usize::try_from(last.offset.unwrap_or(0)).unwrap()..]);
    }
    assert!(seen > 400 && on_pages > 300, "{on_pages} of {seen}");
}
