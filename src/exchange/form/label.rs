//! The labels of one-project forms.
//!
//! Owns the words that stand beside texts: a word listed here is never taken for a text itself.

use crate::domain::measure::squeeze;
use crate::exchange::header::bare;
use crate::exchange::name;

/// Labels of the project's name.
pub const PROJECT: &[&str] = &[
    "项目名称",
    "三级项目名称",
    "二级项目名称",
    "项目支出名称",
    "预算项目名称",
    "支出项目名称",
    "专项名称",
    "专项资金名称",
    "资金名称",
    "转移支付名称",
    "政策名称",
    "一级项目名称",
];

/// Labels of the unit, the one that implements first.
pub const UNIT: &[&str] = &[
    "实施单位",
    "项目实施单位",
    "项目单位",
    "项目执行单位",
    "项目实施机构",
    "实施机构",
    "购买主体",
    "项目承担单位",
    "项目建设单位",
    "资金使用单位",
    "预算单位",
    "用款单位",
    "承担单位",
    "具体实施单位",
    "预算执行单位",
    "单位名称",
    "部门单位名称",
    "部门名称",
    "预算单位名称",
    "申报单位",
    "填报单位",
    "编报单位",
    "编制单位",
    "主管部门及实施单位",
    "县级主管部门",
    "区县主管部门",
    "县区主管部门",
    "市县主管部门",
    "区级主管部门",
    "地方主管部门",
    "市级主管部门",
    "项目主管部门",
    "主管部门",
    "主管部门及代码",
    "主管部门及编码",
    "主管部门及其编码",
    "主管预算部门",
    "预算主管部门",
    "业务主管部门",
    "预算部门",
    "主管单位",
    "部门",
    "单位",
];

/// The other labels.
const OTHERS: &[&str] = &[
    "项目属性",
    "项目期",
    "项目类别",
    "项目分类",
    "项目类型",
    "项目资金",
    "资金情况",
    "项目支出实施期",
    "实施期",
    "起止时间",
    "项目起止时间",
    "项目周期",
    "项目负责人",
    "负责人",
    "项目负责人及联系电话",
    "项目负责人及电话",
    "填报人",
    "邮政编码",
    "单位地址",
    "联系人",
    "联系电话",
    "项目编码",
    "项目代码",
    "项目概况",
    "立项依据",
    "项目立项依据",
    "年度资金总额",
    "实施期资金总额",
    "中期资金总额",
    "资金总额",
    "其中",
    "财政拨款",
    "其中财政拨款",
    "当年财政拨款",
    "上年结转资金",
    "其他资金",
    "其中当年财政拨款",
    "其中财政资金",
    "财政资金",
    "一般公共预算",
    "单位资金",
    "本级资金",
    "上级资金",
    "中央补助",
    "地方资金",
    "年度本级预算金额",
    "年初预算数",
    "全年预算数",
    "全年执行数",
    "预算数",
    "执行数",
    "执行率",
    "分值",
    "得分",
    "权重",
    "总体目标",
    "年度目标",
    "年度总体目标",
    "中期目标",
    "实施期目标",
    "长期目标",
    "预期目标",
    "年初设定目标",
    "年度绩效目标",
    "本年度绩效目标",
    "实施期绩效目标",
    "年度总体绩效目标",
    "总体绩效目标",
    "绩效目标",
    "中期绩效目标",
    "项目绩效目标",
    "项目总体目标",
    "项目年度目标",
    "当年绩效目标",
    "年初预期目标",
    "年度预期目标",
    "实施期总目标",
    "中长期目标",
    "整体绩效目标",
    "部门整体绩效目标",
    "实际完成情况",
    "目标实际完成情况",
    "全年实际完成情况",
    "年度总体目标完成情况综述",
    "目标完成情况",
    "完成情况",
    "绩效指标",
    "年度绩效指标",
    "本年度绩效指标",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值",
    "年度主要任务",
    "任务名称",
    "主要内容",
    "预算金额",
    "总额",
    "金额合计",
    "年度履职目标",
    "部门职能",
    "单位职能",
    "部门职责",
    "年度预算申请",
    "预算情况",
    "预算执行情况",
    "基本支出",
    "项目支出",
    "部门预算总额",
    "预算总额",
    "按收入性质分",
    "按支出性质分",
    "政府预算资金",
    "部门总体资金",
    "整体支出总额",
    "职能概述",
];

/// Whether a text is one of a list of labels; gives what stands behind its colon in the same cell.
pub fn label_of(text: &str, labels: &[&str]) -> Option<String> {
    if text.chars().count() > 400 {
        return None;
    }
    if is_one_of(first_of_two(&bare(text)), labels) {
        let rest = text.split_once([':', '：']).map_or("", |(_, rest)| rest);
        return Some(name::inline(rest));
    }
    let (label, rest) = text.split_once([':', '：'])?;
    is_one_of(&bare(label), labels).then(|| name::inline(rest))
}

/// Whether words are one of the labels, or one with what people add to it: 主管部门名称, 项目名称及编码, 区级林业主管部门.
fn is_one_of(words: &str, labels: &[&str]) -> bool {
    if labels.contains(&words) {
        return true;
    }
    let coded = words.split_once('及').filter(|(_, rest)| rest.ends_with("代码") || rest.ends_with("编码"));
    let plain = coded.map_or(words, |(before, _)| before);
    let unnamed = plain.strip_suffix("名称").unwrap_or(plain);
    // 服务项目名称, 债券项目名称: whatever the project is one of.
    let named = words.ends_with("项目名称") && words.chars().count() <= 8 && !PROJECT.contains(&words);
    let county = ["县", "区", "旗"].iter().any(|area| words.starts_with(area)) && words.ends_with("主管部门");
    let of_level = ["省级", "市级", "县级", "区级", "州级", "旗级", "镇级", "本级", "项目", "政策", "专项"];
    let whose = of_level.iter().find_map(|front| unnamed.strip_prefix(front)).filter(|rest| WHO.contains(rest));
    // The province's department above a county's money is not who hands in.
    let whose = whose.filter(|rest| !(unnamed.starts_with("省级") && rest.contains("主管")));
    labels.contains(&plain)
        || labels.contains(&unnamed)
        || whose.is_some_and(|rest| labels.contains(&rest))
        || (named && !words.contains("单位") && labels.contains(&"项目名称"))
        || (county && labels.contains(&"县级主管部门"))
}

/// Whether words label the year's amount, whatever it is called: 年度申报金额, 项目当年预算.
pub fn heads_year_amount(words: &str) -> bool {
    let words = words.strip_prefix("其中").unwrap_or(words);
    let words = ["项目", "部门", "专项", "政策"].iter().find_map(|of| words.strip_prefix(of)).unwrap_or(words);
    let year = ["年度", "当年", "本年度", "本年"].iter().any(|word| words.starts_with(word));
    let money = ["金额", "总额", "资金", "预算", "预算数", "申请数", "申报数", "安排数", "预算额", "安排", "额度"];
    let other = ["执行", "支出", "上年", "绩效", "拨款", "结转", "其他", "财政", "中期", "调整"];
    year && money.iter().any(|word| words.ends_with(word)) && !other.iter().any(|word| words.contains(word))
}

/// Whether a text labels the table of a form's funds: 项目资金(亿元), 资金情况(元), 预算执行情况(万元).
pub fn names_funds(text: &str) -> bool {
    let words = bare(text);
    ["资金", "预算", "经费"].iter().any(|word| words.contains(word)) && words.chars().count() <= 8
}

/// What labels of a whole department's amount are made of.
const OF_DEPARTMENT_AMOUNTS: [&str; 19] = [
    "部门", "单位", "整体", "总体", "年度", "年初", "本年", "当年", "全年", "预算", "支出", "收入", "申请", "安排",
    "资金", "金额", "总额", "合计", "总",
];

/// Whether words label what a whole department may spend: 部门支出预算数, 预算支出总额.
pub fn heads_department_amount(words: &str) -> bool {
    let words = words.strip_suffix('数').unwrap_or(words);
    let mut rest = words;
    while let Some(after) = OF_DEPARTMENT_AMOUNTS.iter().find_map(|part| rest.strip_prefix(part)) {
        rest = after;
    }
    let money = words.contains("预算") || words.contains("支出");
    let ends = ["预算", "总额", "合计", "资金", "金额", "安排"].iter().any(|end| words.ends_with(end));
    rest.is_empty() && money && ends && words.chars().count() >= 4
}

/// Labels of units that may say of which level they are, or that it is the project's: 县级预算部门名称, 项目申报单位.
const WHO: [&str; 9] =
    ["预算部门", "预算单位", "主管部门", "主管单位", "申报单位", "填报单位", "编报单位", "使用单位", "管理单位"];

/// Of two labels in one cell the first: `实施单位/项目负责人`.
fn first_of_two(words: &str) -> &str {
    words.split_once('/').map_or(words, |(first, _)| first)
}

/// Whether a text is any label.
pub fn is_label(text: &str) -> bool {
    let whole = bare(text);
    let words = first_of_two(&whole);
    let known = |list: &[&str]| is_one_of(words, list);
    known(PROJECT)
        || known(UNIT)
        || known(OTHERS)
        || heads_objective(words)
        || heads_year_amount(words)
        || heads_department_amount(words)
        || (squeeze(text).ends_with(':') && words.chars().count() <= 12)
}

/// What labels of objectives are made of.
const OF_OBJECTIVES: [&str; 23] = [
    "预算年度",
    "中长期",
    "实施期",
    "年度",
    "本年",
    "全年",
    "当年",
    "年初",
    "中期",
    "长期",
    "项目",
    "专项",
    "政策",
    "部门",
    "单位",
    "总体",
    "整体",
    "绩效",
    "预期",
    "设定",
    "主要",
    "总",
    "目标",
];

/// Whether words label an objective or how it was reached: 年度绩效总目标, 年度总体目标完成情况.
pub fn heads_objective(words: &str) -> bool {
    let words = ["实际完成情况", "完成情况综述", "完成情况", "实施情况"]
        .iter()
        .find_map(|end| words.strip_suffix(end))
        .unwrap_or(words);
    let mut rest = words;
    while let Some(after) = OF_OBJECTIVES.iter().find_map(|part| rest.strip_prefix(part)) {
        rest = after;
    }
    rest.is_empty() && words.ends_with("目标")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_the_year_whatever_they_are_called() {
        for words in ["年度申报金额", "项目当年预算", "本年度安排资金", "当年预算额"] {
            assert!(heads_year_amount(words), "{words}");
        }
        for words in ["年度目标", "上年预算数", "年度财政资金", "年度执行数", "项目总预算", "年度绩效目标"]
        {
            assert!(!heads_year_amount(words), "{words}");
        }
        for words in ["部门支出预算数", "预算支出总额", "部门预算总额", "整体支出资金总额"] {
            assert!(heads_department_amount(words), "{words}");
        }
        for words in ["基本支出", "项目支出预算", "上年预算总额", "支出", "部门预算绩效"] {
            assert!(!heads_department_amount(words), "{words}");
        }
        assert_eq!(label_of("服务项目名称", PROJECT).as_deref(), Some(""));
        assert_eq!(label_of("单位及项目名称", PROJECT), None);
        assert_eq!(label_of("县级预算部门名称", UNIT).as_deref(), Some(""));
        assert_eq!(label_of("省级主管部门", UNIT), None);
        assert_eq!(label_of("项目申报单位：某市机关事务中心", UNIT).as_deref(), Some("某市机关事务中心"));
    }

    #[test]
    fn labels_and_texts() {
        assert_eq!(label_of("部门：永德县明朗中学", UNIT).as_deref(), Some("永德县明朗中学"));
        assert_eq!(label_of("填报单位:(盖章)      单位:万元", UNIT).as_deref(), Some(""));
        assert_eq!(label_of("项目\n名称", PROJECT).as_deref(), Some(""));
        assert_eq!(label_of("实施单位/项目负责人", UNIT).as_deref(), Some(""));
        assert_eq!(label_of("拆违经费", PROJECT), None);
        assert_eq!(label_of("主管部门(单位)名称及部门预算编码", UNIT).as_deref(), Some(""));
        assert_eq!(label_of("项目名称及编码：修路", PROJECT).as_deref(), Some("修路"));
        assert_eq!(label_of("区级林业主管部门", UNIT).as_deref(), Some(""));
        assert!(is_label("*年度绩效总目标") && is_label("年度总体目标完成情况") && is_label("年度目标"));
        assert!(!is_label("完成年度目标") && !is_label("年度目标任务全部完成") && !is_label("绩效"));
        assert!(is_label("其中:财政拨款") && is_label("全年预算数（A）") && is_label("资金情况(万元)"));
        assert!(!is_label("完成市区下达的年度拆违任务") && !is_label("完成"));
    }
}
