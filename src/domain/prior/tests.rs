use super::*;
use serde::Deserialize;

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
        let found = twins(&form.now(), &form.before());
        for (indicator, twin) in found.iter().enumerate() {
            let Some(twin) = twin else { continue };
            assert!(form.same.contains(&(indicator, twin.place)), "{}: {indicator} with {twin:?}", form.project);
            right += 1;
        }
        labelled += form.same.len();
    }
    assert!(right * 100 >= labelled * 90, "{right} of {labelled}");
}

#[test]
fn the_order_of_rows_does_not_matter() {
    for form in Labelled::all() {
        let (now, mut before) = (form.now(), form.before());
        let straight = twins(&now, &before);
        before.reverse();
        let turned = twins(&now, &before);
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
    let found = twins(&indicators, &[before("数量指标", "受益学生人数", None, "1")]);
    assert_eq!(found, [None, Some(Twin { place: 0, why: Likeness::SameName })]);
}

#[test]
fn opposite_directions_are_not_the_same_thing() {
    let at_least = [now("数量指标", "辍学人数", Some(Sign::AtLeast), "1")];
    let at_most = [before("数量指标", "辍学人数", Some(Sign::AtMost), "1")];
    assert_eq!(twins(&at_least, &at_most), [None]);
    let says_why = twins(&at_least, &[before("数量指标", "全县辍学人数", None, "1")]);
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
    let trends = trends(&[now("数量指标", "受益学生人数", None, "1")], &[&newer, &older], 2021, 3);
    let values: Vec<_> = trends[0].iter().map(|reached| (reached.year, reached.value)).collect();
    assert_eq!(values, [(2018, None), (2019, None), (2020, Some(11873.into()))]);
}
