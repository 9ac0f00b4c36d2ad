//! Names of indicators made comparable: without figures and punctuation, words of one meaning made one, and each letter and pair
//! of letters with a weight, so that what every name of the form holds tells little.

use std::collections::BTreeMap;

use crate::domain::text::name_key;

/// Words that people use for one another in the names of indicators, each with the one that stands for it.
const SAME: [(&str, &str); 50] = [
    ("完工", "完成"),
    ("竣工", "完成"),
    ("办结", "完成"),
    ("及时", "按期"),
    ("按时", "按期"),
    ("准时", "按期"),
    ("如期", "按期"),
    ("达标", "合格"),
    ("正确率", "准确率"),
    ("运行维护", "运维"),
    ("扶贫", "帮扶"),
    ("人次数", "人数"),
    ("人次", "人数"),
    ("人口数", "人数"),
    ("人口", "人数"),
    ("满意程度", "满意度"),
    ("满意率", "满意度"),
    ("知晓度", "知晓率"),
    ("覆盖面", "覆盖率"),
    ("数量人", "人数"),
    ("总数量", "数"),
    ("数量", "数"),
    ("个数", "数"),
    ("总数", "数"),
    ("购买", "购置"),
    ("采购", "购置"),
    ("配置", "购置"),
    ("配备", "购置"),
    ("补贴", "补助"),
    ("资助", "补助"),
    ("奖补", "补助"),
    ("状况", "情况"),
    ("增收", "增加收入"),
    ("惠及", "受益"),
    ("期限", "周期"),
    ("时限", "时间"),
    ("带动", "促进"),
    ("推动", "促进"),
    ("推进", "促进"),
    ("提升", "提高"),
    ("增强", "提高"),
    ("建成", "建设"),
    ("新建", "建设"),
    ("修建", "建设"),
    ("拨付", "到位"),
    ("下达", "到位"),
    ("里程", "长度"),
    ("场次", "次数"),
    ("下降", "减少"),
    ("降低", "减少"),
];
/// Letters and pairs that say little about what is measured.
const COMMON: [&str; 40] = [
    "率", "数", "度", "的", "等", "及", "和", "与", "对", "类", "项", "目", "工", "程", "情", "况", "资", "金", "年",
    "完", "成", "总", "各", "性", "项目", "工程", "情况", "资金", "完成", "成率", "年度", "工作", "相关", "有效",
    "实施", "开展", "本年", "全年", "成情", "标准",
];
/// Share, of a hundred, of its weight that a common one keeps.
const KEPT: u32 = 40;

/// A name's letters that count.
pub(super) fn letters(name: &str) -> Vec<char> {
    let mut key: String = name_key(name).chars().filter(|letter| !letter.is_numeric()).collect();
    for (word, same) in SAME {
        if key.contains(word) {
            key = key.replace(word, same);
        }
    }
    key.chars().collect()
}

/// Endings of names by what they measure.
const HEADS: [&[&str]; 6] = [
    &["时间", "周期", "日期", "天数"],
    &["率", "比例", "占比", "比重"],
    &["数", "人次", "批次"],
    &["成本", "投资", "费用", "单价", "标准", "金额"],
    &["面积", "长度"],
    &["满意度"],
];

/// Whether two names end in words that measure different things: 人数 and 时间. A name with another ending goes with any.
pub(super) fn heads_differ(one: &[char], other: &[char]) -> bool {
    let head = |name: &[char]| {
        let name: String = name.iter().collect();
        HEADS.iter().position(|words| words.iter().any(|word| name.ends_with(word)))
    };
    head(one).zip(head(other)).is_some_and(|(one, other)| one != other)
}

/// How much each letter and pair of letters tells, among all names of two forms.
pub(super) struct Weights<'a> {
    known: BTreeMap<&'a [char], u32>,
}

impl<'a> Weights<'a> {
    /// By how many names of either form hold it: what one name of each holds tells most.
    pub(super) fn of(these: impl Iterator<Item = &'a [char]>, those: impl Iterator<Item = &'a [char]>) -> Self {
        let mut counts: BTreeMap<&[char], u32> = BTreeMap::new();
        for piece in these.chain(those).flat_map(pieces) {
            *counts.entry(piece).or_default() += 1;
        }
        let weight = |piece: &[char], count: u32| {
            let plain = (20_000 / count.max(2)).isqrt();
            if is_common(piece) { plain * KEPT / 100 } else { plain }
        };
        Self { known: counts.into_iter().map(|(piece, count)| (piece, weight(piece, count))).collect() }
    }

    /// Without other names to compare with: every letter and pair tells the same, common ones less.
    pub(super) const fn plain() -> Self {
        Self { known: BTreeMap::new() }
    }

    /// Points of 100: letters and pairs of letters in common, weighed, by the shorter name (40 each), and letters by both (20).
    pub(super) fn shared(&self, a: &[char], b: &[char]) -> u32 {
        let letters = |name: &[char]| self.sum(name.windows(1));
        let pairs = |name: &[char]| self.sum(name.windows(2));
        let (single, double) = (self.sum(common(a, b, 1)), self.sum(common(a, b, 2)));
        let parts = [
            (40 * single, letters(a).min(letters(b))),
            (40 * double, pairs(a).min(pairs(b))),
            (40 * single, letters(a) + letters(b)),
        ];
        parts.iter().map(|(points, of)| points / (*of).max(1)).sum()
    }

    /// The weight of a list of letters or pairs.
    fn sum<'b>(&self, pieces: impl IntoIterator<Item = &'b [char]>) -> u32 {
        pieces.into_iter().map(|piece| self.known.get(piece).copied().unwrap_or(100)).sum()
    }
}

/// The runs of a length that two names have in common, each as often as both have it.
fn common<'a>(a: &'a [char], b: &'a [char], length: usize) -> Vec<&'a [char]> {
    let mut left: Vec<&[char]> = b.windows(length).collect();
    let mut taken =
        |piece: &&[char]| left.iter().position(|other| other == piece).map(|at| left.swap_remove(at)).is_some();
    a.windows(length).filter(|piece| taken(piece)).collect()
}

/// Each letter and pair of letters of a name, once.
fn pieces(name: &[char]) -> Vec<&[char]> {
    let mut all: Vec<&[char]> = name.windows(1).chain(name.windows(2)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether a letter or a pair says little.
fn is_common(piece: &[char]) -> bool {
    COMMON.iter().any(|common| common.chars().eq(piece.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_meaning_are_one() {
        for (one, other) in [
            ("工程及时完工率", "工程按期竣工率"),
            ("接待游客人次", "接待游客人口数"),
            ("购买设备数量(台)", "采购设备数(台)"),
            ("2023年补贴资金下达及时率", "2024年补助资金拨付及时率"),
        ] {
            assert_eq!(letters(one), letters(other), "{one} {other}");
        }
        assert_ne!(letters("学生满意度"), letters("家长满意度"));
    }

    #[test]
    fn what_every_name_holds_tells_least() {
        let names = |names: &[&str]| names.iter().map(|name| letters(name)).collect::<Vec<_>>();
        let these = names(&["雾炮车数量", "雾炮车射程", "雾炮车班次"]);
        let weights = Weights::of(these.iter().map(Vec::as_slice), these.iter().map(Vec::as_slice));
        let weight = |piece: &str| weights.sum([piece.chars().collect::<Vec<_>>().as_slice()]);
        assert!(weight("雾炮") < weight("射程"));
    }
}
