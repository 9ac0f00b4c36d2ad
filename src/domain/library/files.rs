//! Reading the bundled library's files (`data/library`): a field a file, an indicator a line.
//!
//! A line is `level 2|name|sign|unit|usual value|aliases`, level 2 without 指标, the aliases joined by `、`. Level 1 follows from level 2.

use serde::Deserialize;

use super::{BadLibrary, Standard};
use crate::domain::measure::Sign;

/// The files, in the order in which their fields are shown.
const FILES: [(&str, &str); 20] = [
    ("jiaoyu", include_str!("../../../data/library/jiaoyu.toml")),
    ("weisheng", include_str!("../../../data/library/weisheng.toml")),
    ("nongye", include_str!("../../../data/library/nongye.toml")),
    ("xiangcun", include_str!("../../../data/library/xiangcun.toml")),
    ("shuili", include_str!("../../../data/library/shuili.toml")),
    ("jiaotong", include_str!("../../../data/library/jiaotong.toml")),
    ("zhujian", include_str!("../../../data/library/zhujian.toml")),
    ("shengtai", include_str!("../../../data/library/shengtai.toml")),
    ("shebao", include_str!("../../../data/library/shebao.toml")),
    ("minzheng", include_str!("../../../data/library/minzheng.toml")),
    ("wenlv", include_str!("../../../data/library/wenlv.toml")),
    ("yingji", include_str!("../../../data/library/yingji.toml")),
    ("zhengfa", include_str!("../../../data/library/zhengfa.toml")),
    ("jiceng", include_str!("../../../data/library/jiceng.toml")),
    ("xinxihua", include_str!("../../../data/library/xinxihua.toml")),
    ("huiyi", include_str!("../../../data/library/huiyi.toml")),
    ("gongcheng", include_str!("../../../data/library/gongcheng.toml")),
    ("caigou", include_str!("../../../data/library/caigou.toml")),
    ("butie", include_str!("../../../data/library/butie.toml")),
    ("jiguan", include_str!("../../../data/library/jiguan.toml")),
];

/// Level 2 with its level 1 (财预〔2013〕53号; 成本 a level 1 of its own since 财预〔2021〕101号), without 指标.
pub(super) const LEVELS: [(&str, &str); 11] = [
    ("数量", "产出"),
    ("质量", "产出"),
    ("时效", "产出"),
    ("经济成本", "成本"),
    ("社会成本", "成本"),
    ("生态环境成本", "成本"),
    ("经济效益", "效益"),
    ("社会效益", "效益"),
    ("生态效益", "效益"),
    ("可持续影响", "效益"),
    ("服务对象满意度", "满意度"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    field: String,
    rows: Vec<String>,
}

/// The bundled standards.
pub(super) fn bundled() -> Result<Vec<Standard>, BadLibrary> {
    let mut all = Vec::new();
    for (name, text) in FILES {
        all.extend(read(text).map_err(|BadLibrary(words)| BadLibrary(format!("data/library/{name}.toml: {words}")))?);
    }
    Ok(all)
}

/// The standards of one file.
pub(super) fn read(text: &str) -> Result<Vec<Standard>, BadLibrary> {
    let file: File = toml::from_str(text).map_err(|error| BadLibrary(error.to_string()))?;
    file.rows.iter().map(|row| standard(&file.field, row)).collect()
}

fn standard(field: &str, row: &str) -> Result<Standard, BadLibrary> {
    let parts: Vec<&str> = row.split('|').map(str::trim).collect();
    let [second, name, sign, unit, usual, aliases] = parts[..] else {
        return Err(BadLibrary(format!("{row}: 6 parts are needed, not {}", parts.len())));
    };
    let level = LEVELS.iter().find(|(short, _)| *short == second);
    let (_, first) = level.ok_or_else(|| BadLibrary(format!("{row}: {second} is no level 2")))?;
    let sign = Sign::of_cell(sign).ok_or_else(|| BadLibrary(format!("{row}: {sign} is no sign")))?;
    Ok(Standard {
        field: field.to_owned(),
        l1: format!("{first}指标"),
        l2: format!("{second}指标"),
        name: name.to_owned(),
        sign: Some(sign),
        unit: unit.to_owned(),
        usual: usual.to_owned(),
        aliases: aliases.split('、').filter(|alias| !alias.is_empty()).map(str::to_owned).collect(),
    })
}
