//! Heads that are known by a part of their words: with the year in front, a level however it is put, an amount or an objective whatever it
//! is called.

use super::{Field, exactly};
use crate::exchange::form::{heads_objective, heads_year_amount};
use crate::exchange::header::bare::is_past;

/// Words of an indicator's columns with 绩效 or the year in front, as systems of provinces head them: 绩效度量单位, 本年权重.
pub fn prefixed(words: &str) -> Option<(Field, usize)> {
    let rest = ["绩效", "本年度", "本年", "全年", "年度", "当年"].iter().find_map(|front| words.strip_prefix(front))?;
    let found = exactly(rest).or_else(|| prefixed(rest));
    let of_indicator =
        [Field::Sign, Field::Value, Field::Measure, Field::Weight, Field::Nature, Field::Actual, Field::Score];
    found.filter(|(field, _)| of_indicator.contains(field))
}

/// Words that are recognised by a part of them.
pub fn loosely(words: &str) -> Option<(Field, usize)> {
    let has = |part: &str| words.contains(part);
    let why = has("原因") || has("说明") || has("分析");
    let field = if (has("原因") && (has("未完成") || has("扣分") || has("未达"))) || (has("偏差") && why) {
        Field::Reason
    } else if words.ends_with("权重") || words.ends_with("分值") {
        // Points of a level are none of its indicators'.
        if has("一级") || has("二级") {
            return None;
        }
        Field::Weight
    } else if let Some(level) = level(words) {
        level
    } else if (has("实际") || has("完成"))
        && (words.ends_with("完成值") || words.ends_with("实际值"))
        && !is_past(words)
    {
        Field::Actual
    } else if words.ends_with("指标值") || words.ends_with("目标值") {
        if has("中期") || has("长期") || has("实施期") || has("周期") || is_past(words) {
            return None;
        }
        Field::Value
    } else if words.ends_with("年度绩效目标") || words.ends_with("年度目标") || (describes_objective(words)) {
        Field::Objective
    } else if (words.ends_with("预算数") && !has("上年") && !has("全年") && !has("执行")) || heads_year_amount(words)
    {
        Field::Amount
    } else {
        return None;
    };
    Some((field, 50))
}

/// Whether words head what an objective says: 项目总体绩效目标, 绩效目标内容.
fn describes_objective(words: &str) -> bool {
    let words = ["内容", "描述", "设定", "概述"].iter().find_map(|end| words.strip_suffix(end)).unwrap_or(words);
    heads_objective(words) && words.ends_with("目标")
}

/// The level that words speak of, however a system puts it: 一级指标名称, 指标层级二.
fn level(words: &str) -> Option<Field> {
    let ranks = [("一", Field::Level1), ("二", Field::Level2), ("三", Field::Level3)];
    let spoken = |rank: &str| {
        words.contains(&format!("{rank}级指标")) || (words.contains("指标") && words.contains(&format!("层级{rank}")))
    };
    // Of several levels in one head (一级、二级指标) none is meant alone but the last.
    let mut found = ranks.into_iter().filter(|(rank, _)| spoken(rank)).map(|(_, field)| field);
    let last = found.next_back();
    last.filter(|field| match field {
        Field::Level1 => !words.contains("二级"),
        Field::Level2 => !words.contains("三级"),
        _ => true,
    })
}
