//! What units call the columns of an indicator table.
//!
//! Owns the words; the earlier word of a list wins where a form has several of them. New aliases go here and nowhere else.

mod parts;

use super::bare::bare;
use crate::domain::measure::squeeze;
use crate::exchange::period;

/// A column that a table may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The unit that asks for the money.
    Unit,
    /// Its code.
    UnitCode,
    /// One column for units and projects (Yunnan 05-2).
    UnitProject,
    /// The project's name.
    Project,
    /// Its code.
    ProjectCode,
    /// The year's amount.
    Amount,
    /// The objective.
    Objective,
    /// The project's category.
    Category,
    /// The budget year.
    Year,
    /// 一级指标.
    Level1,
    /// 二级指标.
    Level2,
    /// 三级指标: the indicator's name.
    Level3,
    /// 指标性质: the sign.
    Sign,
    /// 指标值, perhaps with sign and unit in it.
    Value,
    /// 度量单位.
    Measure,
    /// 权重, 分值.
    Weight,
    /// 指标属性: 定量 or 定性.
    Nature,
    /// 实际完成值.
    Actual,
    /// 得分.
    Score,
    /// 偏差原因.
    Reason,
    /// 项目期: the period of a project, or its last year.
    Period,
    /// A bare 单位: which one is settled by its place.
    LooseUnit,
    /// 指标名称 and the like: the indicator's name where there is no 三级指标.
    LooseName,
}

impl Field {
    /// All fields.
    pub const ALL: &'static [Self] = &[
        Self::Unit,
        Self::UnitCode,
        Self::UnitProject,
        Self::Project,
        Self::ProjectCode,
        Self::Amount,
        Self::Objective,
        Self::Category,
        Self::Year,
        Self::Level1,
        Self::Level2,
        Self::Level3,
        Self::Sign,
        Self::Value,
        Self::Measure,
        Self::Weight,
        Self::Nature,
        Self::Actual,
        Self::Score,
        Self::Reason,
        Self::Period,
    ];
    /// The fields of the indicator table inside a form of one project.
    pub const OF_INDICATORS: &'static [Self] = &[
        Self::Level1,
        Self::Level2,
        Self::Level3,
        Self::Sign,
        Self::Value,
        Self::Measure,
        Self::Weight,
        Self::Nature,
        Self::Actual,
        Self::Score,
        Self::Reason,
    ];
}

type Words = &'static [&'static str];

/// Each field's words, squeezed and without what stands in brackets.
const WORDS: &[(Field, Words)] = &[
    (
        Field::Unit,
        &[
            "单位名称",
            "实施单位",
            "项目实施单位",
            "项目单位",
            "预算单位",
            "预算单位名称",
            "用款单位",
            "申报单位",
            "填报单位",
            "承担单位",
            "部门单位名称",
            "部门名称",
            "部门",
            "使用单位",
            "执行单位",
            "资金使用单位",
            "单位全称",
            "所属单位",
            "主管部门",
            "主管单位",
        ],
    ),
    (Field::UnitCode, &["单位编码", "单位代码", "预算单位编码", "预算单位代码"]),
    (
        Field::Project,
        &[
            "项目名称",
            "预算项目名称",
            "项目支出名称",
            "支出项目名称",
            "预算项目",
            "支出项目",
            "二级项目名称",
            "二级项目",
            "专项名称",
            "专项资金名称",
            "资金名称",
            "具体项目名称",
            "项目",
            "政策和项目名称",
            "项目内容",
        ],
    ),
    (Field::ProjectCode, &["项目编码", "项目代码", "项目编号", "预算项目编码", "预算项目代码"]),
    (
        Field::Amount,
        &[
            "年度预算数",
            "当年预算数",
            "本年预算数",
            "年初预算数",
            "预算数",
            "年度预算金额",
            "预算金额",
            "年度资金总额",
            "年度预算",
            "当年预算",
            "本年预算",
            "预算安排数",
            "预算安排金额",
            "预算安排",
            "年度预算安排",
            "安排金额",
            "预算资金",
            "预算额",
            "预算总额",
            "申报预算",
            "申报金额",
            "申报数",
            "资金总额",
            "预算资金总额",
            "项目资金总额",
            "项目金额",
            "项目资金",
            "项目预算",
            "下达金额",
            "下达资金",
            "金额",
            "资金",
            "资金额度",
            "预算",
            "总额",
            "合计",
        ],
    ),
    (
        Field::Objective,
        &[
            "项目年度绩效目标",
            "年度绩效目标",
            "年度目标",
            "本年度绩效目标",
            "当年绩效目标",
            "年度总体目标",
            "年度总体绩效目标",
            "本年绩效目标",
            "整体绩效目标",
            "部门整体绩效目标",
            "项目年度目标",
            "年度绩效总目标",
            "项目绩效目标",
            "绩效目标",
            "总体绩效目标",
            "总体目标",
            "项目总体目标",
            "绩效总目标",
            "绩效目标描述",
            "目标内容",
            "项目目标",
            "实施期绩效目标",
            "实施期目标",
            "中期目标",
        ],
    ),
    (Field::Category, &["项目类别", "项目分类", "项目类型", "支出类别"]),
    (Field::Year, &["预算年度", "年度", "年份", "所属年度"]),
    (
        Field::Level1,
        &[
            "一级指标",
            "一级绩效指标",
            "绩效一级指标",
            "一级指标名称",
            "指标一级",
            "1级指标",
            "一级",
            "一级目标",
            "绩效指标分类",
            "指标分类",
            "指标类别",
            "评价内容",
        ],
    ),
    (
        Field::Level2,
        &["二级指标", "二级绩效指标", "绩效二级指标", "二级指标名称", "指标二级", "2级指标", "二级", "二级目标"],
    ),
    (
        Field::Level3,
        &[
            "三级指标",
            "三级绩效指标",
            "绩效三级指标",
            "三级指标名称",
            "指标三级",
            "3级指标",
            "三级",
            "三级指标内容",
            "三级目标",
        ],
    ),
    (
        Field::LooseName,
        &["指标名称", "绩效指标名称", "具体指标", "绩效指标", "指标", "指标内容", "考核指标", "四级指标", "绩效内容"],
    ),
    (
        Field::Sign,
        &[
            "指标性质",
            "计算符号",
            "运算符号",
            "指标符号",
            "比较符号",
            "关系符号",
            "逻辑符号",
            "指标值符号",
            "符号",
            "运算符",
            "比较符",
            "计算关系",
            "指标值性质",
            "计算方式",
            "判断符号",
            "关系",
            "指标方向",
            "指标值方向",
            "目标方向",
            "比较方式",
            "性质",
        ],
    ),
    (
        Field::Value,
        &[
            "年度指标值",
            "指标值",
            "绩效目标值",
            "年度目标值",
            "目标值",
            "绩效指标值",
            "指标目标值",
            "本年指标值",
            "本年度指标值",
            "全年目标值",
            "全年指标值",
            "预期指标值",
            "预期目标值",
            "计划指标值",
            "预期值",
            "计划值",
            "年初目标值",
            "年初指标值",
            "年初设定目标值",
            "年初设定指标值",
            "年度绩效指标值",
            "当年指标值",
            "设定指标值",
            "指标值及单位",
            "指标值和单位",
            "指标及指标值",
            "目标指标值",
            "数值",
            "年度数值",
            "预期达到目标",
            "预期达到值",
            "预期实现目标",
            "值",
            "标准值",
            "预期实现值",
            "预期当年实现值",
            "预期当年实现",
            "当年预期",
            "本次下达指标值",
            "调整后指标值",
            "计划水平",
            "预期水平",
            "目标水平",
            // The best of four grades that Hebei's older forms set side by side is the target.
            "优",
        ],
    ),
    (
        Field::Measure,
        &[
            "度量单位",
            "计量单位",
            "指标单位",
            "指标值单位",
            "计算单位",
            "数量单位",
            "指标度量单位",
            "指标计量单位",
            "单位值",
        ],
    ),
    (Field::LooseUnit, &["单位"]),
    (
        Field::Weight,
        &[
            "权重",
            "分值",
            "指标权重",
            "指标分值",
            "分值权重",
            "权重分值",
            "标准分",
            "标准分值",
            "满分",
            "分数",
            "权重分",
            "赋分",
            "权重占比",
            "赋值",
        ],
    ),
    (Field::Nature, &["指标属性", "指标类型", "指标值类型", "属性", "定量定性", "定性定量"]),
    (
        Field::Actual,
        &[
            "实际完成值",
            "年度实际完成值",
            "全年实际完成值",
            "全年实际值",
            "全年完成值",
            "实际完成指标值",
            "实际值",
            "完成值",
            "实际完成",
            "实际完成情况",
            "完成情况",
            "指标完成值",
            "指标完成情况",
            "年度完成值",
            "实际完成数",
            "全年实际完成情况",
            "实际指标值",
            "实际达到值",
            "实现值",
            "实际实现值",
        ],
    ),
    (Field::Score, &["得分", "自评得分", "实际得分", "评价得分", "自评分", "自评分数", "评分", "指标得分", "最终得分"]),
    (
        Field::Reason,
        &[
            "偏差原因分析及改进措施",
            "偏差原因分析",
            "偏差原因",
            "原因分析",
            "未完成原因",
            "扣分原因",
            "未完成原因分析",
            "未完成原因及改进措施",
            "偏差原因及改进措施",
            "偏差分析及改进措施",
            "未完成原因和改进措施",
            "原因",
        ],
    ),
];

/// The field that a header's words name, and their rank among the field's words (0 is best). `None` for other words.
pub fn field_of(text: &str) -> Option<(Field, usize)> {
    let (words, whole) = (bare(text), squeeze(text));
    if period::is_label(&words) {
        return Some((Field::Period, 0));
    }
    let both = whole.contains("项目名称") || whole.contains("专项") && whole.ends_with("名称");
    if whole.contains("单位") && both && whole.chars().count() <= 20 {
        return Some((Field::UnitProject, 0));
    }
    if words.is_empty() || words.chars().count() > 24 {
        return None;
    }
    exactly(&words).or_else(|| parts::prefixed(&words)).or_else(|| parts::loosely(&words))
}

fn exactly(words: &str) -> Option<(Field, usize)> {
    WORDS.iter().find_map(|(field, list)| Some((*field, list.iter().position(|word| *word == words)?)))
}

#[cfg(test)]
mod tests;
