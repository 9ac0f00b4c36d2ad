//! `score-as-value`: the value looks like a score ("88/100", "10分") that was pasted in the value's place.

use rust_decimal::Decimal;

use super::reading::Reading;
use super::{Check, Notes, Subject};
use crate::domain::measure::decimal;

pub(super) const CHECK: Check = Check::of_target("score-as-value", run);

/// Full marks that scores are out of.
const FULL: [i64; 6] = [10, 15, 20, 50, 60, 100];
/// Names of what is rightly measured in points.
const IN_POINTS: [&str; 12] =
    ["分", "考核", "测评", "满意", "评价", "成绩", "评估", "排名", "指数", "评议", "考评", "得分"];

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in subject.indicators.iter().filter(|one| is_score(one)) {
        notes.at(one.at(), one.of.measure_text());
    }
}

fn is_score(one: &Reading<'_>) -> bool {
    if out_of(&one.value) {
        return true;
    }
    let rightly = IN_POINTS.iter().any(|word| one.name.contains(word)) || one.is_satisfaction();
    one.unit() == "分" && one.measure.value.number().is_some() && !rightly
}

/// `88/100`: points out of full marks.
fn out_of(value: &str) -> bool {
    let parts = value.split_once('/').and_then(|(points, full)| Some((decimal(points)?, decimal(full)?)));
    parts.is_some_and(|(points, full)| points <= full && FULL.iter().any(|one| full == Decimal::from(*one)))
}
