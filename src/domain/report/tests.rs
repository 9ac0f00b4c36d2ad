use super::*;
use crate::domain::money::Money;
use crate::domain::procedure::Procedure;

fn facts() -> YearFacts {
    YearFacts { county: "云岭县".to_owned(), year: 2020, ..YearFacts::default() }
}

#[test]
fn shares_of_nothing_are_a_dash_and_what_cannot_be_told_says_why() {
    rust_i18n::set_locale("zh");
    let all = figures(&facts());
    let shown = |id: &str| all.iter().find(|one| one.id == id).unwrap().value.words();
    assert_eq!(shown("special-managed-share"), "—");
    assert_eq!(shown("disclosed-targets-share"), "—");
    assert!(shown("special-monitored").contains("没有运行监控记录"));
    assert_eq!(shown("poverty"), "0");
}

#[test]
fn a_share_keeps_two_decimals_at_most() {
    let third = Value::Share(rust_decimal::Decimal::from(1), rust_decimal::Decimal::from(3));
    assert_eq!(third.words(), "33.33%");
    assert_eq!(Value::Share(rust_decimal::Decimal::from(70), rust_decimal::Decimal::from(70)).words(), "100%");
}

#[test]
fn figures_have_names_definitions_and_ids_of_their_own() {
    let all = figures(&facts());
    let mut ids: Vec<_> = all.iter().map(|one| one.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all.len());
    for language in ["zh", "en"] {
        rust_i18n::set_locale(language);
        for one in &all {
            assert!(!one.name().contains("report.figure") && !one.definition().contains("report.figure"), "{}", one.id);
        }
    }
    rust_i18n::set_locale("zh");
}

#[test]
fn every_figure_of_the_text_is_one_of_the_list_and_no_place_is_left_open() {
    rust_i18n::set_locale("zh");
    let report = compose(&facts(), &Procedure::target_review().unwrap());
    assert_eq!(report.sections.len(), 7);
    for piece in report.sections.iter().flat_map(|section| &section.pieces) {
        let Piece::Text(text, ids) = piece else { continue };
        assert!(!text.contains("%{") && !text.contains("report."), "{text}");
        assert!(ids.iter().all(|id| report.figures.iter().any(|one| one.id == *id)), "{ids:?}");
    }
}

#[test]
fn two_years_stand_beside_each_other() {
    let mut newer = facts();
    newer.poverty.projects = Sum { count: 96, amount: Money(21_544_160_000) };
    let mut older = YearFacts { year: 2019, ..facts() };
    older.poverty.projects = Sum { count: 195, amount: Money(59_415_070_000) };
    let compared = compare(&newer, &older);
    let change = |id: &str| compared.iter().find(|one| one.newer.id == id).unwrap().change.clone();
    assert_eq!((change("poverty"), change("poverty-amount")), ("-99".to_owned(), "-37,870.91".to_owned()));
    assert_eq!(change("poverty-reviewed-share"), "");
}
