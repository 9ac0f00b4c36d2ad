use super::*;

#[test]
fn every_check_is_told_in_words() {
    for check in CHECKS {
        for words in [sentence::name(check.id), sentence::rule_words(check.id), sentence::cure(check.id)] {
            assert!(!words.starts_with("check."), "{words}");
        }
        assert!(!rule::source(check.id).is_empty(), "{}", check.id);
    }
    for lack in Lack::ALL {
        assert_eq!(Lack::of_id(lack.id()), Some(lack));
        let words = sentence::unchecked(&Unchecked { id: "cost-sum".to_owned(), reason: lack });
        assert!(!words.contains("check."), "{words}");
    }
}
