use std::cmp::Ordering;

use proptest::prelude::*;
use serde::Deserialize;

use super::likeness::{Side, left_over, likeness, same_name};
use super::name::Weights;
use super::*;
use crate::domain::evaluation::{Evaluation, EvaluationIndicator};
use crate::domain::measure::Sign;
use crate::domain::target::Indicator;

type Cell = Option<String>;

/// Targets and evaluations of published and composed forms; `same` pairs the indicators that a reader takes for one thing.
#[derive(Deserialize)]
struct Labelled {
    project: String,
    same: Vec<(usize, usize)>,
    indicators: Vec<(Cell, Cell, Cell, Cell, Cell, Cell)>,
    earlier: Vec<(Cell, Cell, Cell, Cell, Cell, Cell, Cell)>,
}

impl Labelled {
    fn all() -> Vec<Self> {
        serde_json::from_str(include_str!("../../../tests/data/prior.json")).unwrap()
    }

    fn now(&self) -> Vec<Indicator> {
        let indicator = |(l1, l2, l3, sign, value, unit): &(Cell, Cell, Cell, Cell, Cell, Cell)| Indicator {
            l1: l1.clone(),
            l2: l2.clone(),
            l3: l3.clone(),
            sign: sign.as_deref().map(|sign| sign.parse().unwrap()),
            value: value.clone(),
            unit: unit.clone(),
            ..Indicator::default()
        };
        self.indicators.iter().map(indicator).collect()
    }

    fn before(&self) -> Vec<EvaluationIndicator> {
        let indicator = |(l1, l2, l3, sign, target, unit, actual): &(Cell, Cell, Cell, Cell, Cell, Cell, Cell)| {
            EvaluationIndicator {
                l1: l1.clone(),
                l2: l2.clone(),
                l3: l3.clone(),
                sign: sign.as_deref().map(|sign| sign.parse().unwrap()),
                target: target.clone(),
                unit: unit.clone(),
                actual: actual.clone(),
                ..EvaluationIndicator::default()
            }
        };
        self.earlier.iter().map(indicator).collect()
    }
}

#[test]
fn finds_nearly_all_labelled_pairs_and_none_that_is_wrong() {
    let (mut right, mut labelled) = (0, 0);
    for form in Labelled::all() {
        let found = twins(&form.now(), &form.before(), &[]);
        for (indicator, twin) in found.iter().enumerate() {
            let Some(twin) = twin else { continue };
            assert!(form.same.contains(&(indicator, twin.place)), "{}: {indicator} with {twin:?}", form.project);
            right += 1;
        }
        labelled += form.same.len();
    }
    assert!(right * 100 >= labelled * 95, "{right} of {labelled}");
}

#[test]
fn the_order_of_rows_does_not_matter() {
    for form in Labelled::all() {
        let (now, mut before) = (form.now(), form.before());
        let straight = twins(&now, &before, &[]);
        before.reverse();
        let turned = twins(&now, &before, &[]);
        for (one, other) in straight.iter().zip(turned) {
            assert_eq!(one.map(|twin| twin.place), other.map(|twin| before.len() - 1 - twin.place), "{}", form.project);
        }
    }
}

fn now(l2: &str, l3: &str, sign: Option<Sign>, value: &str) -> Indicator {
    Indicator {
        l1: Some("产出指标".into()),
        l2: Some(l2.into()),
        l3: Some(l3.into()),
        sign,
        value: Some(value.into()),
        unit: Some("人".into()),
        ..Indicator::default()
    }
}

fn before(l2: &str, l3: &str, sign: Option<Sign>, actual: &str) -> EvaluationIndicator {
    EvaluationIndicator {
        l1: Some("产出指标".into()),
        l2: Some(l2.into()),
        l3: Some(l3.into()),
        sign,
        unit: Some("人".into()),
        actual: Some(actual.into()),
        ..EvaluationIndicator::default()
    }
}

#[test]
fn an_earlier_indicator_serves_once_and_the_likest_takes_it() {
    let indicators = [now("数量指标", "受益学生总人数", None, "1"), now("数量指标", "受益学生人数", None, "1")];
    let found = twins(&indicators, &[before("数量指标", "受益学生人数", None, "1")], &[]);
    assert_eq!(found, [None, Some(Twin { place: 0, why: Likeness::SameName })]);
}

#[test]
fn opposite_directions_are_not_the_same_thing() {
    let at_least = [now("数量指标", "辍学人数", Some(Sign::AtLeast), "1")];
    let at_most = [before("数量指标", "全县辍学人数", Some(Sign::AtMost), "1")];
    assert_eq!(twins(&at_least, &at_most, &[]), [None]);
    let slip = twins(&at_least, &[before("数量指标", "辍学人数", Some(Sign::AtMost), "1")], &[]);
    assert_eq!(slip, [Some(Twin { place: 0, why: Likeness::SameName })], "the same name with a slip of the sign");
    let says_why = twins(&at_least, &[before("数量指标", "全县辍学人数", None, "1")], &[]);
    assert_eq!(says_why, [Some(Twin { place: 0, why: Likeness::Contained })]);
}

#[test]
fn ambition_follows_the_direction() {
    let earlier = before("数量指标", "人数", None, "1.2万人");
    for (sign, value, order) in [
        (Some(Sign::AtLeast), "12000", Some(Ordering::Equal)),
        (Some(Sign::AtLeast), "11000", Some(Ordering::Less)),
        (Some(Sign::AtMost), "11000", Some(Ordering::Greater)),
        (Some(Sign::Qualitative), "有效", None),
        (Some(Sign::Equal), "按时", None),
    ] {
        assert_eq!(ambition(&now("数量指标", "人数", sign, value), &earlier), order, "{sign:?} {value}");
    }
}

#[test]
fn trends_keep_their_years_apart() {
    let of = |year, actual| Evaluation {
        unit: crate::domain::target::UnitName::default(),
        project: crate::domain::target::ProjectName::default(),
        year: Some(year),
        kind: crate::domain::evaluation::EvaluationKind::Own,
        budget: None,
        executed: None,
        score: None,
        indicators: vec![before("数量指标", "受益学生人数", None, actual)],
    };
    let (newer, older) = (of(2020, "11873人"), of(2018, "完成"));
    let indicators = [now("数量指标", "受益学生人数", None, "1")];
    let known = [&newer, &older].map(|one| (one, twins(&indicators, &one.indicators, &[])));
    let known: Vec<_> = known.iter().map(|(one, twins)| (*one, twins.as_slice())).collect();
    let trends = trends(&known, indicators.len(), 2021, 3);
    let values: Vec<_> = trends[0].iter().map(|reached| (reached.year, reached.value)).collect();
    assert_eq!(values, [(2018, None), (2019, None), (2020, Some(11873.into()))]);
}

/// Level 2, name, target, unit.
type Cells = (&'static str, &'static str, &'static str, &'static str);

fn pairs(these: &[Cells], those: &[Cells]) -> Vec<Option<usize>> {
    let indicator =
        |(l2, l3, value, unit): &Cells| Indicator { unit: Some((*unit).to_owned()), ..now(l2, l3, None, value) };
    let earlier = |(l2, l3, target, unit): &Cells| EvaluationIndicator {
        target: Some((*target).to_owned()),
        unit: Some((*unit).to_owned()),
        ..before(l2, l3, None, target)
    };
    let these: Vec<_> = these.iter().map(indicator).collect();
    let those: Vec<_> = those.iter().map(earlier).collect();
    twins(&these, &those, &[]).into_iter().map(|twin| twin.map(|twin| twin.place)).collect()
}

#[test]
fn other_people_are_asked_other_things() {
    let those = [("服务对象满意度指标", "家长满意度", "95", "%")];
    assert_eq!(pairs(&[("服务对象满意度指标", "学生满意度", "95", "%")], &those), [None]);
    assert_eq!(pairs(&[("服务对象满意度指标", "学生家长满意度", "95", "%")], &those), [Some(0)]);
}

#[test]
fn a_number_of_people_is_not_their_date() {
    let those = [
        ("时效指标", "网格员补助发放时间", "2020年12月20日前", ""),
        ("数量指标", "领取补助网格员数量(人)", "467", "人"),
    ];
    assert_eq!(pairs(&[("数量指标", "网格员补助发放人数", "486", "人")], &those), [Some(1)]);
    assert_eq!(pairs(&[("数量指标", "网格员补助发放人数", "486", "人")], &those[..1]), [None]);
}

#[test]
fn the_only_two_left_of_a_kind_go_together_when_their_numbers_are_near() {
    let these = [("数量指标", "群测群防员人数", "186", "人"), ("数量指标", "监测点数量", "40", "个")];
    let near = [("数量指标", "监测点数", "40", "个"), ("数量指标", "地质灾害监测员人数", "179", "人")];
    assert_eq!(pairs(&these, &near), [Some(1), Some(0)]);
    let far = [("数量指标", "监测点数", "40", "个"), ("数量指标", "地质灾害监测员人数", "12", "人")];
    assert_eq!(pairs(&these, &far), [None, Some(0)]);
}

#[test]
fn columns_filled_the_wrong_way_round_are_recognised() {
    let those = [("社会效益指标", "效果显著", "改善学校的办学条件", "")];
    assert_eq!(pairs(&[("社会效益指标", "改善学校的办学条件", "效果显著", "")], &those), [Some(0)]);
}

#[test]
fn the_cost_of_the_whole_project_is_known_by_other_words() {
    let those = [("成本指标", "控制在预算成本内", "250", "万元"), ("成本指标", "单车租赁成本", "21", "万元/辆")];
    assert_eq!(pairs(&[("成本指标", "服务采购总成本", "2625000", "元")], &those), [Some(0)]);
}

#[test]
fn a_bare_actual_is_in_the_indicators_unit() {
    let cost = Indicator { unit: Some("万元".into()), ..now("成本指标", "总成本", Some(Sign::AtMost), "22") };
    let earlier =
        EvaluationIndicator { unit: Some("万元".into()), ..before("成本指标", "总成本", None, "20") };
    let rise = Change::Number { percent: Some(10.into()), ambition: Ordering::Less };
    assert_eq!(change(&cost, &earlier), rise, "a higher ceiling asks for less");
    let in_yuan =
        EvaluationIndicator { unit: Some("元".into()), ..before("成本指标", "总成本", None, "200000") };
    assert_eq!(change(&cost, &in_yuan), rise);
}

#[test]
fn changes_that_have_no_percentage() {
    let target = |value: &str| now("数量指标", "事故起数", None, value);
    let reached = |actual: &str| before("数量指标", "事故起数", None, actual);
    let none = Change::Number { percent: None, ambition: Ordering::Less };
    assert_eq!(change(&target("3"), &reached("0")), none, "from none, and accidents are unwanted");
    let same = Change::Number { percent: None, ambition: Ordering::Equal };
    assert_eq!(change(&target("0"), &reached("0")), same);
    let down = Change::Number { percent: Some((-100).into()), ambition: Ordering::Greater };
    assert_eq!(change(&target("0"), &reached("2")), down);
    assert_eq!(change(&target("3"), &reached("完成")), Change::NoNumber);
    assert_eq!(change(&target("3"), &reached("2户")), Change::OtherKind);
    assert_eq!(change(&target("有效提高"), &reached("有效提高。")), Change::Words(true));
    assert_eq!(change(&target("有效提高"), &reached("3人")), Change::Words(false));
    assert_eq!(change(&target("有效提高"), &reached("")), Change::NoNumber);
}

#[test]
fn what_people_said_stands_before_what_is_alike() {
    let these = [now("数量指标", "受益学生人数", None, "1"), now("数量指标", "受益教师人数", None, "1")];
    let those = [before("数量指标", "受益学生人数", None, "1"), before("数量指标", "受益教师人数", None, "1")];
    let places =
        |pins: &[Pin]| twins(&these, &those, pins).iter().map(|twin| twin.map(|twin| twin.place)).collect::<Vec<_>>();
    assert_eq!(places(&[]), [Some(0), Some(1)]);
    assert_eq!(places(&[Pin { indicator: 0, place: None }]), [None, Some(1)]);
    assert_eq!(places(&[Pin { indicator: 1, place: Some(0) }]), [None, Some(0)]);
    assert_eq!(places(&[Pin { indicator: 5, place: Some(0) }, Pin { indicator: 0, place: Some(9) }]), [None, Some(1)]);
}

/// The twins by weighing every pair of the two forms beside every other.
fn by_all_pairs(indicators: &[Indicator], earlier: &[EvaluationIndicator], pins: &[Pin]) -> Vec<Option<Twin>> {
    let these: Vec<Side<'_>> = indicators.iter().map(Side::of).collect();
    let those: Vec<Side<'_>> = earlier.iter().map(Side::of_earlier).collect();
    let names = |sides: &[Side<'_>]| sides.iter().map(|side| side.letters.clone()).collect::<Vec<_>>();
    let (new, old) = (names(&these), names(&those));
    let weights = Weights::of(new.iter().map(Vec::as_slice), old.iter().map(Vec::as_slice));
    let weighed = |one: &Side<'_>, other: &Side<'_>| {
        let alike = one.letters == other.letters && !one.is_unnamed();
        if alike { Some((1000 + same_name(one, other), Likeness::SameName)) } else { likeness(one, other, &weights) }
    };
    let mut pairs = Vec::new();
    for (indicator, one) in these.iter().enumerate() {
        for (place, other) in those.iter().enumerate() {
            pairs.extend(weighed(one, other).map(|(points, why)| (std::cmp::Reverse(points), indicator, place, why)));
        }
    }
    pairs.sort_by_key(|(points, indicator, place, _)| (*points, *indicator, *place));
    let mut twins = vec![None; these.len()];
    let mut settled: Vec<bool> = (0..these.len()).map(|at| pins.iter().any(|pin| pin.indicator == at)).collect();
    let mut taken = vec![false; those.len()];
    for pin in pins {
        if let Some(place) = pin.place.filter(|place| *place < those.len()) {
            twins[pin.indicator] = Some(Twin { place, why: Likeness::Person });
            taken[place] = true;
        }
    }
    for (_, indicator, place, why) in pairs {
        if !settled[indicator] && !taken[place] {
            twins[indicator] = Some(Twin { place, why });
            (settled[indicator], taken[place]) = (true, true);
        }
    }
    let alone = |sides: &[Side<'_>], gone: &[bool], of: &Side<'_>| {
        let left: Vec<usize> = (0..sides.len()).filter(|place| !gone[*place] && sides[*place].beside(of)).collect();
        (left.len() == 1).then(|| left[0])
    };
    for (indicator, one) in these.iter().enumerate().filter(|(indicator, _)| !settled[*indicator]) {
        let place = alone(&these, &settled, one).and_then(|_| alone(&those, &taken, one));
        let place = place.filter(|place| left_over(one, &those[*place], &weights));
        twins[indicator] = place.map(|place| Twin { place, why: Likeness::LeftOver });
    }
    twins
}

/// Names that are often equal, often alike, and sometimes too short to tell.
fn any_name() -> impl Strategy<Value = String> {
    let words = ["受益", "学生", "补助", "资金", "设备", "购置", "满意度", "数量", "率", "成本", "及时", "完成"];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..4).prop_map(|words| words.concat())
}

fn any_indicator() -> impl Strategy<Value = Indicator> {
    let levels = prop::sample::select(vec!["数量指标", "质量指标", "经济成本指标", "服务对象满意度指标"]);
    let sign = prop::sample::select(vec![None, Some(Sign::AtLeast), Some(Sign::AtMost)]);
    let value = prop::sample::select(vec!["", "90", "95", "120", "补助学生"]);
    let unit = prop::sample::select(vec!["", "人", "%", "万元"]);
    (any_name(), levels, sign, value, unit).prop_map(|(name, l2, sign, value, unit)| Indicator {
        l1: Some(l2.to_owned()),
        l2: Some(l2.to_owned()),
        l3: Some(name),
        sign,
        value: Some(value.to_owned()),
        unit: Some(unit.to_owned()),
        ..Indicator::default()
    })
}

proptest! {
    #[test]
    fn taking_equal_names_first_changes_nothing(
        indicators in prop::collection::vec(any_indicator(), 0..9),
        earlier in prop::collection::vec(any_indicator(), 0..9),
        pins in prop::collection::btree_map(0_usize..9, prop::option::of(0_usize..9), 0..3),
    ) {
        let before = |one: Indicator| EvaluationIndicator {
            l1: one.l1, l2: one.l2, l3: one.l3, sign: one.sign, target: one.value, unit: one.unit,
            ..EvaluationIndicator::default()
        };
        let earlier: Vec<EvaluationIndicator> = earlier.into_iter().map(before).collect();
        let pins = pins.into_iter().filter(|(indicator, _)| *indicator < indicators.len());
        let pins: Vec<Pin> = pins.map(|(indicator, place)| Pin { indicator, place }).collect();
        prop_assert_eq!(twins(&indicators, &earlier, &pins), by_all_pairs(&indicators, &earlier, &pins));
    }
}
