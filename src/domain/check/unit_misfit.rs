//! `unit-misfit`: the unit of measure does not fit the name (人数 → 个; 面积 → 个; 按时… → 人/年), or is not the one of the
//! county's own standard of that name (its 指标体系).

use super::number_in_name::counted;
use super::reading::Reading;
use super::words;
use super::{Check, Notes, Subject};
use crate::domain::library::Standard;
use crate::domain::measure::decimal;

pub(super) const CHECK: Check = Check::of_target("unit-misfit", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for (place, one) in subject.indicators.iter().enumerate() {
        let unit = one.unit();
        let standard = subject.standards.get(place).and_then(Option::as_ref);
        let other = standard.is_some_and(|standard| departs(standard, &unit));
        if !unit.is_empty() && (other || misfits(one, &unit) || contradicts(one, &unit)) {
            notes.at(one.at(), one.of.measure_text()).slot("unit", unit);
        }
    }
}

/// The county measures it in another unit. A standard without a unit is qualitative and says nothing of units.
fn departs(standard: &Standard, unit: &str) -> bool {
    let (theirs, ours) = (bases(&standard.unit), bases(unit));
    !theirs.is_empty() && !theirs.iter().any(|one| ours.iter().any(|other| words::same_unit(one, other)))
}

/// The units that a unit stands for, without their tens and what they are counted by: 台(套) → 台, 套; 万元/公里 → 元.
fn bases(unit: &str) -> Vec<&str> {
    let plain = unit.split(['/', '·']).next().unwrap_or_default();
    let each = plain.split(['(', ')', '（', '）', '、', '或']).map(str::trim).filter(|part| !part.is_empty());
    each.map(|part| {
        Some(part.trim_start_matches(['百', '千', '万', '亿'])).filter(|rest| !rest.is_empty()).unwrap_or(part)
    })
    .collect()
}

fn misfits(one: &Reading<'_>, unit: &str) -> bool {
    let name = one.bare_name();
    let rate_like = super::words::ends(words::Group::NoRate, name);
    words::measured().iter().any(|measured| {
        let named =
            measured.ending.iter().any(|ending| name.ends_with(ending.as_str()) && !(ending == "率" && rate_like))
                || measured.start.iter().any(|start| name.starts_with(start.as_str()) && !name.ends_with('率'));
        named && measured.not.iter().any(|other| other == unit)
    })
}

/// The name counts the same number in another unit: 村组干部230人, ≥ 230 个.
fn contradicts(one: &Reading<'_>, unit: &str) -> bool {
    let Some(value) = one.measure.value.number().filter(|_| !one.in_money()) else { return false };
    counted(&one.name).into_iter().any(|(number, classifier)| {
        decimal(number) == Some(value) && classifier != "%" && !words::same_unit(classifier, unit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standard(unit: &str) -> Standard {
        Standard {
            field: "教育".to_owned(),
            l1: "产出指标".to_owned(),
            l2: "数量指标".to_owned(),
            name: "覆盖学校数量".to_owned(),
            sign: None,
            unit: unit.to_owned(),
            usual: String::new(),
            aliases: Vec::new(),
        }
    }

    #[test]
    fn only_another_unit_departs_from_the_countys_standard() {
        for (theirs, ours) in [
            ("所", "所"),
            ("台(套)", "套"),
            ("万人次", "人次"),
            ("元/人·年", "万元"),
            ("", "人"),
            ("万元/公里", "元/公里"),
        ] {
            assert!(!departs(&standard(theirs), ours), "{theirs} {ours}");
        }
        for (theirs, ours) in [("所", "公里"), ("%", "人"), ("台(套)", "人")] {
            assert!(departs(&standard(theirs), ours), "{theirs} {ours}");
        }
    }
}
