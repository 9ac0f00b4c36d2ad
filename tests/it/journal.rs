//! The filter of the journal on the command line: by person, kind, target, day and words; nothing that is kept from somebody is found by asking.

use crate::cli::Desk;

const UNIT: &str = "县教育体育局审核";

fn lines(desk: &Desk, person: &str, filter: &str) -> Vec<String> {
    let ended = desk.run(&["--as", person, "journal", "--filter", filter]);
    assert_eq!(ended.code, 0, "{filter}: {}", ended.err);
    ended.out.lines().map(str::to_owned).collect()
}

#[test]
fn the_journal_is_filtered_by_person_kind_target_day_and_words() {
    let desk = Desk::sample();
    let all = lines(&desk, "示例全权", "");
    let clerk = lines(&desk, "示例全权", "人员:教科文股经办");
    assert!(!clerk.is_empty() && clerk.len() < all.len());
    assert!(clerk.iter().all(|line| line.contains("教科文股经办")));
    let reviews = lines(&desk, "示例全权", "人员:教科文股经办 事项:评审");
    assert!(!reviews.is_empty() && reviews.len() < clerk.len());
    let target = lines(&desk, "示例全权", "#1");
    assert!(!target.is_empty() && target.iter().all(|line| line.contains("  #1  ")), "{target:?}");
    let day = all.last().unwrap().split_whitespace().nth(1).unwrap();
    let newest = lines(&desk, "示例全权", &format!("自:{day} 至:{day}"));
    assert!(!newest.is_empty() && newest.iter().all(|line| line.contains(day)), "{newest:?}");
    let others = lines(&desk, "示例全权", "-人员:教科文股经办");
    assert_eq!(others.len() + clerk.len(), all.len());
    let limited = desk.run(&["journal", "--filter", "人员:教科文股经办", "--limit", "2"]);
    assert_eq!(limited.out.lines().collect::<Vec<_>>(), clerk[clerk.len() - 2..], "the newest that fit");
}

#[test]
fn a_filter_that_cannot_be_read_is_told_at_its_column() {
    let desk = Desk::sample();
    let wrong = desk.run(&["journal", "--filter", "评审 自:昨天"]);
    assert_eq!((wrong.code, wrong.out.as_str()), (2, ""));
    assert!(wrong.err.contains("昨天") && wrong.err.contains('6') && wrong.err.contains("2022-03-01"), "{}", wrong.err);
    assert_eq!(desk.run(&["journal", "--audit", "--filter", "评审"]).code, 2, "the audit's journal is whole");
}

#[test]
fn nothing_is_found_by_asking_that_is_not_shown() {
    let desk = Desk::sample();
    let shown = lines(&desk, UNIT, "");
    for filter in
        ["事项:评审", "教科文股", "人员:教科文股经办", "良", "what:review-given", "what:session-sealed", "委员", "#54"]
    {
        let found = lines(&desk, UNIT, filter);
        assert!(found.iter().all(|line| shown.contains(line)), "{filter}: {found:?}");
        let others = lines(&desk, UNIT, &format!("-{filter}"));
        assert_eq!(found.len() + others.len(), shown.len(), "{filter}: what is not shown is counted nowhere");
    }
    let desk_opinions = |person| lines(&desk, person, "人员:教科文股经办 事项:评审").len();
    assert!(desk_opinions(UNIT) < desk_opinions("示例全权"), "opinions that were not fed back");
}
