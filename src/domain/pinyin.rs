//! Pinyin initials of Chinese names, so that `cq` finds 重庆.
//!
//! Owns the reading of characters: every reading that the dictionary knows, except for common characters, which have their
//! usual readings only. Knows nothing of what the names belong to.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

use ib_matcher::pinyin::{PinyinData, PinyinNotation};

use super::text::fold;

/// At most so many readings of one name.
const VARIANTS: usize = 8;

/// Common characters of which the dictionary knows rare readings, or whose usual reading it does not put first:
/// each with its usual initials, the likelier first.
const USUAL: &str = "\
区q 万w 市s 合h 期q 提t 食s 红h 查c 术s 广g 儿e 石s 其q 无w 适s 革g 厕c 艾a 厂c 洞d 般b 堆d 叶y 识s 阿a 单d 率ls 行xh 会hk 重zc 校xj \
降jx 车c 系xj 解j 参cs 传cz 长cz 屏p 调dt 省sx 给gj 种z 缴j 宿s 藏cz 强q 便bp 召z 盛sc 氏s 属s 曾zc 朝cz 浅q 券q 圈qj 卡kq 括k 溃k \
腊l 蜡l 乐ly 弄nl 泌m 秘m 鸟n 尿n 娩m 且q 契q 奇q 齐q 岂q 栖q 铅q 嵌q 茄q 洒s 沈s 蛇s 说s 伺sc 塔t 汤t 陶t 屯t 驮t 尾w 蔚w 尉w 涡w \
戏x 虾x 厦sx 吓x 纤xq 巷xh 邪x 许x 畜xc 遗y 已y 涌y 俞y 粘zn 折zs 殖z 椎z 兹z 卒z 从c 臭c 呆d 弹dt 澄cd 匙sc 仇cq 堤d 丁d 侗dt 囤td \
堕d 番fp 繁f 冯f 否f 镐gh 谷g 龟g 柜g 虹h 坏h 稽j 缉j 祭j 夹j 贾jg 见j 将j 蕉j 侥j 剿j 芥j 颈j 咀j 句j 浚jx 咖k 楷k 扛k 壳kq 咳k 炮p \
瀑p 曝pb 埔pb 刨pb 泊bp 堡bp 扁b 辟pb 膀bp 榜b 磅b 侧c 掺c 颤cz 乘c 凹a 暴b 趣q 嚣x 挟x 吁yx 栅z 峙z 粥z 哩l 么m 蔓mw 疟n 嘿h 呵h 夯h";

static DICTIONARY: LazyLock<PinyinData> = LazyLock::new(|| PinyinData::new(PinyinNotation::AsciiFirstLetter));

static READINGS: LazyLock<HashMap<char, &'static str>> =
    LazyLock::new(|| USUAL.split_whitespace().filter_map(character).collect());

fn character(entry: &'static str) -> Option<(char, &'static str)> {
    let mut letters = entry.chars();
    Some((letters.next()?, letters.as_str()))
}

/// The initials of a text, as [`Reader::initials`] reads them.
pub fn initials(text: &str) -> Vec<String> {
    Reader::default().initials(text)
}

/// Reads names, and keeps the initials of the characters that it has met.
#[derive(Debug, Default)]
pub struct Reader {
    known: HashMap<char, Rc<str>>,
}

impl Reader {
    /// The initials of a text in each of its likely readings, the likeliest first: Chinese characters by their first letters,
    /// Latin letters and digits in lower case, everything else dropped. At most eight; none when nothing is left.
    pub fn initials(&mut self, text: &str) -> Vec<String> {
        let mut places = Vec::with_capacity(text.len() / 2);
        let mut likeliest = String::with_capacity(text.len() / 2);
        let mut single = true;
        for letter in text.chars() {
            let letters = self.known.entry(letter).or_insert_with(|| readings(letter).into());
            if let Some(first) = letters.get(..1) {
                likeliest.push_str(first);
                single &= letters.len() == 1;
                places.push(Rc::clone(letters));
            }
        }
        if places.is_empty() {
            return Vec::new();
        }
        if single {
            return vec![likeliest];
        }
        let mut variants = vec![Variant { choices: vec![0; places.len()], from: 0 }];
        let mut grown = 0;
        while grown < variants.len() && variants.len() < VARIANTS {
            let more = variants[grown].next(&places);
            variants.extend(more);
            grown += 1;
        }
        variants.iter().take(VARIANTS).map(|variant| variant.text(&places)).collect()
    }
}

/// One reading of a text: which initial is taken at each place. Later ones differ from the likeliest in more places.
struct Variant {
    choices: Vec<usize>,
    /// The first place that may still change.
    from: usize,
}

impl Variant {
    /// The readings that differ from this one in one more place.
    fn next(&self, places: &[Rc<str>]) -> Vec<Self> {
        let open = places.iter().enumerate().skip(self.from);
        let single = open.flat_map(|(place, letters)| (1..letters.len()).map(move |choice| (place, choice)));
        let variants = single.map(|(place, choice)| {
            let mut choices = self.choices.clone();
            choices[place] = choice;
            Self { choices, from: place + 1 }
        });
        variants.take(VARIANTS).collect()
    }

    fn text(&self, places: &[Rc<str>]) -> String {
        places.iter().zip(&self.choices).filter_map(|(letters, &choice)| letters.get(choice..=choice)).collect()
    }
}

/// The initials of one character, the likelier first; ASCII letters only, each once.
fn readings(letter: char) -> Cow<'static, str> {
    let letter = fold(letter);
    if letter.is_ascii() {
        return single(letter).into();
    }
    if let Some(usual) = READINGS.get(&letter) {
        return (*usual).into();
    }
    let mut out = String::new();
    DICTIONARY.get_pinyins_and_for_each(letter, |pinyin| {
        let initial = pinyin.notation(PinyinNotation::AsciiFirstLetter).unwrap_or_default();
        if initial.is_ascii() && !out.contains(initial) {
            out.push_str(initial);
        }
    });
    out.into()
}

/// A Latin letter or a digit in lower case; nothing of anything else.
fn single(letter: char) -> &'static str {
    const SINGLES: &str = "0123456789abcdefghijklmnopqrstuvwxyz";
    let place = SINGLES.find(letter.to_ascii_lowercase());
    place.and_then(|place| SINGLES.get(place..=place)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn finds(typed: &str, name: &str) -> bool {
        initials(name).iter().any(|initials| initials.contains(typed))
    }

    #[test]
    fn initials_find_names() {
        for (typed, name) in [
            ("cq", "重庆"),
            ("yyss", "营养膳食"),
            ("yyys", "营养饮食"),
            ("zdxm", "重点项目"),
            ("jytyj", "县教育体育局"),
            ("ncglyh", "农村公路养护"),
            ("yh", "县支行与银行"),
            ("kjhs", "会计核算"),
            ("hy", "会议"),
            ("cqyy", "长期运营"),
            ("xz", "校长"),
            ("g5g", "高５Ｇ基站"),
        ] {
            assert!(finds(typed, name), "{typed} {name}: {:?}", initials(name));
        }
        assert!(!finds("nc", "教育"));
    }

    #[test]
    fn the_likeliest_reading_comes_first() {
        assert_eq!(initials("乡村振兴局（2021年）"), ["xczxj2021n"]);
        assert_eq!(initials("车行道"), ["cxd", "chd"]);
        assert_eq!(initials("重行"), ["zx", "cx", "zh", "ch"]);
        assert!(initials("——。").is_empty());
    }

    #[test]
    fn common_characters_are_listed_once() {
        assert_eq!(READINGS.len(), USUAL.split_whitespace().count());
        assert!(READINGS.values().all(|letters| letters.bytes().all(|letter| letter.is_ascii_lowercase())));
    }

    proptest! {
        #[test]
        fn there_are_few_distinct_readings_whatever_the_text(text in "[\u{4e00}-\u{9fff}a-zA-Z（）]{0,40}") {
            let found = initials(&text);
            prop_assert!(found.len() <= VARIANTS);
            let distinct: std::collections::HashSet<_> = found.iter().collect();
            prop_assert_eq!(distinct.len(), found.len());
        }
    }
}
