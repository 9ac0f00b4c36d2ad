//! `unit-misfit`: the unit of measure does not fit the name (人数 → 个; 面积 → 个; 按时… → 人/年).

use super::number_in_name::counted;
use super::reading::Reading;
use super::words;
use super::{Check, Notes, Subject};
use crate::domain::measure::decimal;

pub(super) const CHECK: Check = Check::of_target("unit-misfit", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in &subject.indicators {
        let unit = one.unit();
        if !unit.is_empty() && (misfits(one, &unit) || contradicts(one, &unit)) {
            notes.at(one.at(), one.of.measure_text()).slot("unit", unit);
        }
    }
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
