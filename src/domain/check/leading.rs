//! Items of an objective that only lead up to the one behind them: means, places, occasions, money put in. There is nothing to reach in
//! them by themselves; an indicator that answers to one answers to what it leads up to.
//!
//! Owns telling such items. Objectives of one long sentence are parted at their commas, so that they are common.

use super::words::{self, Group};
use crate::domain::measure::squeeze;

/// Which items only lead up to the next; the last one never does.
pub(super) fn leading(items: &[String]) -> Vec<bool> {
    let texts: Vec<String> = items.iter().map(|item| squeeze(item)).collect();
    let mut out: Vec<bool> = texts.iter().map(|item| leads(item)).collect();
    for start in (0..texts.len()).filter(|&at| begins_means(&texts[at])) {
        if let Some(end) = (start..texts.len()).find(|&at| words::ends(Group::MeansEnding, &texts[at])) {
            out[start..=end].fill(true);
        }
    }
    if let Some(last) = out.last_mut() {
        *last = false;
    }
    out
}

/// How an item begins that names means: 通过…
fn begins_means(item: &str) -> bool {
    words::list(Group::Means).iter().any(|word| item.starts_with(word.as_str()))
}

fn leads(item: &str) -> bool {
    let begins = |group: Group| words::list(group).iter().any(|word| item.starts_with(word.as_str()));
    let within = |starts: Group, ends: Group| begins(starts) && words::ends(ends, item);
    within(Group::Means, Group::Carried)
        || within(Group::Occasion, Group::OccasionEnding)
        || (begins(Group::PutIn) && is_amount(item))
        || is_date(item)
}

/// Whether money put in is all that an item states: 投入1800万元.
fn is_amount(item: &str) -> bool {
    let put = words::list(Group::PutIn).iter().find_map(|word| item.strip_prefix(word.as_str())).unwrap_or(item);
    let number = put.trim_start_matches(|c: char| !c.is_ascii_digit());
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
    !number.is_empty() && matches!(rest, "元" | "万元" | "亿元" | "万")
}

/// Whether a day or a year is all: 到2022年底.
fn is_date(item: &str) -> bool {
    let rest = item.trim_start_matches(['到', '至', '截', '在', '止']);
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    matches!(rest, "年" | "年底" | "年末" | "年底前" | "年度" | "年内") && rest.len() < item.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(items: &[&str]) -> Vec<bool> {
        leading(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn means_places_occasions_and_money_put_in_lead_up() {
        assert_eq!(told(&["通过本项目的实施", "维护了社会稳定"]), [true, false]);
        assert_eq!(told(&["到2022年底", "生猪生产稳定"]), [true, false]);
        assert_eq!(told(&["投入1800万元", "确保履约"]), [true, false]);
        assert_eq!(told(&["以老年人、儿童为重点人群", "提供公共卫生服务"]), [true, false]);
        assert_eq!(
            told(&["在村道约3500米沿线", "通过清表", "苗木栽植", "造景、管护等措施", "进行绿化", "发放树苗"]),
            [true, true, true, true, false, false]
        );
    }

    #[test]
    fn what_is_to_be_reached_does_not() {
        assert_eq!(told(&["通过验收", "移交使用"]), [false, false]);
        assert_eq!(told(&["投入使用充电桩20个", "建成站房"]), [false, false]);
        assert_eq!(told(&["通过本项目的实施"]), [false], "the last one leads nowhere");
        assert_eq!(told(&["在校生资助率达到100%", "改善条件"]), [false, false]);
    }
}
