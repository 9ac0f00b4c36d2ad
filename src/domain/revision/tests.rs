use proptest::prelude::*;

use super::*;
use crate::domain::target::LinkOrigin;

fn former(pieces: &[Piece]) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Same(text) | Piece::Removed(text) => text.clone(),
        Piece::Added(_) => String::new(),
    };
    pieces.iter().map(text).collect()
}

fn newer(pieces: &[Piece]) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Same(text) | Piece::Added(text) => text.clone(),
        Piece::Removed(_) => String::new(),
    };
    pieces.iter().map(text).collect()
}

/// As the screens write it.
fn marked(old: &str, new: &str) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Same(text) => text.clone(),
        Piece::Removed(text) => format!("[-{text}-]"),
        Piece::Added(text) => format!("[+{text}+]"),
    };
    pieces(old, new).iter().map(text).collect()
}

fn indicator(name: &str, value: &str) -> Indicator {
    let text = |text: &str| Some(text.to_owned());
    Indicator {
        l1: text("产出指标"),
        l2: text("数量指标"),
        l3: text(name),
        sign: Some(Sign::AtLeast),
        value: text(value),
        unit: text("人"),
        weight: text("10"),
        raw: String::new(),
    }
}

fn submission(objective: &str, indicators: Vec<Indicator>) -> Submission {
    Submission {
        amount: Some(Money(1_000_000)),
        objective: objective.to_owned(),
        indicators,
        source: String::new(),
        until: None,
    }
}

fn link(objective: u32, indicator: u32, origin: LinkOrigin) -> Link {
    Link { objective, indicator, origin, confidence: 100, by: String::new(), grounds: Vec::new() }
}

#[test]
fn numbers_change_as_a_whole_and_single_words_between_changes_go_with_them() {
    for (old, new, expected) in [
        ("每周供餐不少于5天", "每周供餐不少于6天", "每周供餐不少于[-5-][+6+]天"),
        ("为1.2万名学生提供", "为1.25万名学生提供", "为[-1.2-][+1.25+]万名学生提供"),
        ("培训200人", "培训种植户200人次", "培训[+种植户+]200人[+次+]"),
        ("", "新增", "[+新增+]"),
        ("学生体质明显改善", "学生体质健康合格率达到95%", "学生体质[-明显改善-][+健康合格率达到95%+]"),
    ] {
        assert_eq!(marked(old, new), expected);
    }
    assert_eq!(marked("甲的乙", "丙的丁"), "[-甲的乙-][+丙的丁+]");
}

#[test]
fn a_very_long_text_is_replaced_as_a_whole() {
    let old: String = "县".repeat(4000);
    let new: String = "乡".repeat(4000);
    assert_eq!(pieces(&old, &new), [Piece::Removed(old), Piece::Added(new)]);
}

#[test]
fn what_is_the_same_thing_is_found_whatever_its_place() {
    let old = submission(
        "1.培训农民200人;2.建设示范基地2个;3.学生体质明显改善",
        vec![indicator("培训人数", "200"), indicator("基地数量", "2"), indicator("发放材料", "500")],
    );
    let mut weighed = indicator("基地数量", "2");
    weighed.weight = Some("15".to_owned());
    let new = submission(
        "1.建设示范基地2个;2.培训农民300人;3.群众满意",
        vec![indicator("培训覆盖率", "90"), weighed, indicator("培训人数", "300")],
    );
    let found = Revision::between((&old, &[]), (&new, &[]));
    let items: Vec<_> = found.items.iter().map(|change| change.place).collect();
    assert_eq!(items, [Place::Changed(0, 1), Place::Added(2), Place::Removed(2)]);
    let indicators: Vec<_> = found
        .indicators
        .iter()
        .map(|change| (change.place, change.parts.iter().map(|(part, _)| *part).collect()))
        .collect();
    let all = vec![Part::Level, Part::Name, Part::Sign, Part::Value, Part::Unit, Part::Weight];
    let expected: Vec<(Place, Vec<Part>)> = vec![
        (Place::Added(0), all.clone()),
        (Place::Changed(1, 1), vec![Part::Weight]),
        (Place::Changed(0, 2), vec![Part::Value]),
        (Place::Removed(2), all),
    ];
    assert_eq!(indicators, expected);
    assert_eq!(found.amount, None);
}

#[test]
fn a_renamed_indicator_is_the_same_one() {
    let old = submission("", vec![indicator("受益学生人数", "12000")]);
    let new = submission("", vec![indicator("学生受益人数", "12000")]);
    let found = Revision::between((&old, &[]), (&new, &[]));
    assert_eq!(found.indicators.len(), 1);
    assert_eq!(found.indicators[0].place, Place::Changed(0, 0));
    assert_eq!(found.indicators[0].parts[0].0, Part::Name);
}

#[test]
fn a_reworded_item_is_the_same_one_and_figures_make_none_alike() {
    let places = |old: &str, new: &str| {
        let found = Revision::between((&submission(old, Vec::new()), &[]), (&submission(new, Vec::new()), &[]));
        found.items.iter().map(|change| change.place).collect::<Vec<_>>()
    };
    assert_eq!(places("学生体质明显改善", "学生体质健康合格率达到92%以上"), [Place::Changed(0, 0)]);
    assert_eq!(places("发放补助2000人", "建设食堂2000平方米"), [Place::Added(0), Place::Removed(0)]);
}

#[test]
fn links_are_compared_by_what_they_link() {
    let old =
        submission("1.培训农民200人;2.建设示范基地2个", vec![indicator("培训人数", "200"), indicator("基地数量", "2")]);
    let new =
        submission("1.建设示范基地2个;2.培训农民200人", vec![indicator("基地数量", "2"), indicator("培训人数", "200")]);
    let (suggested, confirmed) = (LinkOrigin::Suggested, LinkOrigin::Confirmed);
    let was = [link(0, 0, suggested), link(1, 1, confirmed)];
    let same = [link(0, 0, suggested), link(1, 1, confirmed)];
    assert!(Revision::between((&old, &was), (&new, &same)).is_empty(), "only the order changed");
    let now = [link(0, 1, confirmed), link(1, 1, LinkOrigin::Rejected), link(0, 0, suggested)];
    let found = Revision::between((&old, &was), (&new, &now)).links;
    let change = |item, indicator, added| LinkChange { item, indicator, added };
    assert_eq!(found, [change(0, 1, true), change(1, 1, false)]);
}

#[test]
fn an_amount_tells_how_much_more_it_is() {
    let (old, new) = (submission("", Vec::new()), submission("", Vec::new()));
    let new = Submission { amount: Some(Money(900_000)), ..new };
    let change = Revision::between((&old, &[]), (&new, &[])).amount.unwrap();
    assert_eq!(change.difference(), Some((Money(-100_000), Some(rust_decimal::Decimal::from(-10)))));
    let none = AmountChange { former: None, newer: new.amount };
    assert_eq!(none.difference(), None);
}

fn texts() -> impl Strategy<Value = String> {
    "([县乡镇村学生培训]|[0-9]{1,3}(\\.[0-9])?|万|人|[a-z]{1,4}|[ ,;。%≥]){0,30}"
}

fn indicators() -> impl Strategy<Value = Vec<Indicator>> {
    let name = prop::sample::select(vec!["培训人数", "受训人数", "基地数量", "群众满意度", "验收合格率", ""]);
    let one = (name, 0_u32..4, prop::option::of(0_u32..3), any::<bool>()).prop_map(|(name, value, weight, other)| {
        let mut one = indicator(name, &value.to_string());
        one.weight = weight.map(|weight| (weight * 5).to_string());
        one.l2 = other.then(|| "质量指标".to_owned()).or(one.l2);
        one
    });
    prop::collection::vec(one, 0..7)
}

fn submissions() -> impl Strategy<Value = Submission> {
    let item =
        prop::sample::select(vec!["培训农民200人", "培训农民300人", "建设示范基地2个", "学生体质改善", "群众满意"]);
    let objective = prop::collection::vec(item, 0..5).prop_map(|items| items.join(";"));
    (objective, indicators(), prop::option::of(0_i64..3)).prop_map(|(objective, indicators, amount)| Submission {
        amount: amount.map(Money),
        objective,
        indicators,
        source: String::new(),
        until: None,
    })
}

/// What people read of an indicator.
fn read(indicator: &Indicator) -> Vec<String> {
    Part::ALL.iter().map(|part| part.of(indicator)).collect()
}

/// The former submission with the changes made to it, in no particular order.
fn applied(old: &Submission, changes: &Revision) -> (Option<Money>, Vec<String>, Vec<Vec<String>>) {
    let (mut items, mut indicators) = (
        old.items().into_iter().map(Some).collect::<Vec<_>>(),
        old.indicators.iter().map(|one| Some(read(one))).collect::<Vec<_>>(),
    );
    for change in &changes.items {
        match change.place {
            Place::Added(_) => items.push(Some(newer(&change.pieces))),
            Place::Removed(place) => items[place] = None,
            Place::Changed(place, _) => items[place] = Some(newer(&change.pieces)),
        }
    }
    for change in &changes.indicators {
        let mut one = match change.place {
            Place::Added(_) => vec![String::new(); Part::ALL.len()],
            Place::Removed(place) | Place::Changed(place, _) => indicators[place].take().unwrap(),
        };
        change.parts.iter().for_each(|(part, pieces)| one[*part as usize] = newer(pieces));
        match change.place {
            Place::Added(_) => indicators.push(Some(one)),
            Place::Changed(place, _) => indicators[place] = Some(one),
            Place::Removed(_) => {}
        }
    }
    let (mut items, mut indicators): (Vec<_>, Vec<_>) =
        (items.into_iter().flatten().collect(), indicators.into_iter().flatten().collect());
    items.sort();
    indicators.sort();
    (changes.amount.map_or(old.amount, |change| change.newer), items, indicators)
}

proptest! {
    #[test]
    fn pieces_hold_both_texts(old in texts(), new in texts()) {
        let found = pieces(&old, &new);
        prop_assert_eq!((former(&found), newer(&found)), (old, new));
    }

    #[test]
    fn what_is_the_same_has_no_change(one in submissions()) {
        let links: Vec<_> = (0..3).map(|place| link(place, place, LinkOrigin::Suggested)).collect();
        let mut turned = one.clone();
        turned.indicators.reverse();
        prop_assert!(Revision::between((&one, &links), (&one, &links)).is_empty());
        prop_assert!(Revision::between((&one, &[]), (&turned, &[])).is_empty(), "the order is no change");
    }

    #[test]
    fn the_changes_make_the_newer_of_the_former(old in submissions(), new in submissions()) {
        let found = Revision::between((&old, &[]), (&new, &[]));
        let (mut items, mut indicators) = (new.items(), new.indicators.iter().map(read).collect::<Vec<_>>());
        items.sort();
        indicators.sort();
        prop_assert_eq!(applied(&old, &found), (new.amount, items, indicators));
    }
}
