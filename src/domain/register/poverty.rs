//! Poverty-alleviation funds (扶贫项目资金): allocations, their projects, self-inspection campaigns.
//!
//! Who uses the money fills the target in and answers for it; the desk reviews and supervises; allocation and filling go in step
//! (the county's notice on poverty-alleviation funds of 2020).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Recorded;
use super::citation::number_key;
use super::field::{Cells, Fault, Field, Kind, choice_word, filled, ordered, said, within, write};
use crate::domain::money::Money;
use crate::domain::target::UnitName;
use crate::domain::text::name_key;

/// What an allocation's money is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AllocationKind {
    /// 扶贫资金.
    Poverty,
    /// 专项转移支付.
    Transfer,
    /// 县级专项资金.
    County,
}

const GROUP: &str = "allocation-kind";
const KINDS: [(&str, AllocationKind); 3] =
    [("poverty", AllocationKind::Poverty), ("transfer", AllocationKind::Transfer), ("county", AllocationKind::County)];
const KIND_IDS: &[&str] = &["poverty", "transfer", "county"];

impl AllocationKind {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Poverty => "poverty",
            Self::Transfer => "transfer",
            Self::County => "county",
        }
    }

    /// The kind with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        KINDS.iter().find(|(known, _)| *known == id).map(|(_, kind)| *kind)
    }
}

/// Money that was allocated (资金下达).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// Budget year.
    pub year: i32,
    /// What it is for.
    pub kind: AllocationKind,
    /// Number of the allocating document.
    pub number: String,
    /// Its title, or the fund's name.
    pub title: String,
    /// The day of allocation.
    pub issued: Date,
    /// How much.
    pub amount: Money,
}

impl Allocation {
    pub(super) fn key(&self) -> String {
        format!("{}:{}", self.kind.id(), number_key(&self.number))
    }
}

impl Recorded for Allocation {
    const FIELDS: &'static [Field] = &[
        Field::needed("year", Kind::Year, &["年度", "预算年度"]),
        Field::needed("allocation-kind", Kind::Choice(KIND_IDS, GROUP), &["资金性质", "资金类别", "资金类型"]),
        Field::needed("allocation-number", Kind::Text, &["下达文号", "资金文号", "指标文号"]),
        Field::needed("title", Kind::Text, &["资金名称", "文件名称", "标题"]),
        Field::needed("issued", Kind::Day, &["下达日期", "下达时间", "印发日期"]),
        Field::needed("amount", Kind::Money, &["金额", "下达金额", "资金额"]),
    ];

    fn read(cells: &Cells) -> Result<Self, Fault> {
        let kind = cells.choice("allocation-kind", GROUP, &KINDS)?;
        Ok(Self {
            year: filled("year", cells.year("year")?)?,
            kind: filled("allocation-kind", kind)?,
            number: said("allocation-number", cells.text("allocation-number"))?,
            title: said("title", cells.text("title"))?,
            issued: filled("issued", cells.day("issued")?)?,
            amount: filled("amount", cells.money("amount")?)?,
        })
    }

    fn write(&self) -> Vec<String> {
        vec![
            self.year.to_string(),
            choice_word(GROUP, self.kind.id()),
            self.number.clone(),
            self.title.clone(),
            self.issued.to_string(),
            write::money(Some(self.amount)),
        ]
    }
}

/// A project of poverty-alleviation funds, as the monitoring system of these funds lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PovertyProject {
    /// Budget year.
    pub year: i32,
    /// The unit that uses the money and fills the target in.
    pub unit: UnitName,
    /// The project.
    pub project: String,
    /// Its code, if it has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// The desk that reviews and supervises; blank for the unit's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub desk: String,
    /// The money of its indicators (指标金额).
    pub amount: Money,
    /// Number of the document that allocated it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// When it was allocated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allocated: Option<Date>,
    /// When the target was filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filled: Option<Date>,
    /// When the desk reviewed the target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Date>,
    /// When the self-evaluation was filled in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluated: Option<Date>,
    /// When the desk reviewed the self-evaluation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluation_reviewed: Option<Date>,
}

impl PovertyProject {
    pub(super) fn key(&self) -> String {
        let unit = self.unit.code.clone().unwrap_or_else(|| name_key(&self.unit.name));
        format!("{}:{unit}:{}", self.year, name_key(&self.project))
    }
}

impl Recorded for PovertyProject {
    const FIELDS: &'static [Field] = &[
        Field::needed("year", Kind::Year, &["年度", "预算年度"]),
        Field::needed("unit", Kind::Unit, &["项目单位", "责任单位", "资金使用单位", "单位名称", "单位", "实施单位"]),
        Field::needed("project", Kind::Text, &["项目名称", "扶贫项目", "扶贫项目名称"]),
        Field::free("code", Kind::Text, &["项目代码", "项目编码"]),
        Field::free("desk", Kind::Text, &["监管股室", "资金管理股室", "对口股室"]),
        Field::needed("amount", Kind::Money, &["指标金额", "金额", "资金额"]),
        Field::free("allocation-number", Kind::Text, &["下达文号", "资金文号", "指标文号"]),
        Field::free("allocated", Kind::Day, &["下达日期", "下达时间"]),
        Field::free("filled", Kind::Day, &["目标填报日期", "填报日期", "绩效目标填报时间"]),
        Field::free("reviewed", Kind::Day, &["目标审核日期", "审核日期", "绩效目标审核时间"]),
        Field::free("evaluated", Kind::Day, &["自评填报日期", "自评日期"]),
        Field::free("evaluation-reviewed", Kind::Day, &["自评审核日期"]),
    ];

    fn read(cells: &Cells) -> Result<Self, Fault> {
        let unit = cells.unit("unit");
        said("unit", unit.name.clone())?;
        let (written, reviewed) = (cells.day("filled")?, cells.day("reviewed")?);
        let (evaluated, evaluation_reviewed) = (cells.day("evaluated")?, cells.day("evaluation-reviewed")?);
        ordered(("filled", written), ("reviewed", reviewed))?;
        ordered(("evaluated", evaluated), ("evaluation-reviewed", evaluation_reviewed))?;
        // What was not filled in cannot have been reviewed.
        if reviewed.is_some() {
            filled("filled", written)?;
        }
        if evaluation_reviewed.is_some() {
            filled("evaluated", evaluated)?;
        }
        Ok(Self {
            year: filled("year", cells.year("year")?)?,
            unit,
            project: said("project", cells.text("project"))?,
            code: cells.text("code"),
            desk: cells.text("desk"),
            amount: filled("amount", cells.money("amount")?)?,
            number: cells.text("allocation-number"),
            allocated: cells.day("allocated")?,
            filled: written,
            reviewed,
            evaluated,
            evaluation_reviewed,
        })
    }

    fn write(&self) -> Vec<String> {
        vec![
            self.year.to_string(),
            self.unit.name.clone(),
            self.project.clone(),
            self.code.clone(),
            self.desk.clone(),
            write::money(Some(self.amount)),
            self.number.clone(),
            write::day(self.allocated),
            write::day(self.filled),
            write::day(self.reviewed),
            write::day(self.evaluated),
            write::day(self.evaluation_reviewed),
        ]
    }
}

/// A campaign of self-inspection and rectification (自查整改).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspection {
    /// Budget year.
    pub year: i32,
    /// What it is called.
    pub title: String,
    /// The first day.
    pub from: Date,
    /// The last day; `None` while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// What was inspected.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scope: String,
    /// Projects inspected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<u32>,
    /// Problems found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problems: Option<u32>,
    /// Problems rectified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rectified: Option<u32>,
    /// What was found and done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Inspection {
    pub(super) fn key(&self) -> String {
        format!("{}:{}", self.year, name_key(&self.title))
    }
}

impl Recorded for Inspection {
    const FIELDS: &'static [Field] = &[
        Field::needed("year", Kind::Year, &["年度", "预算年度"]),
        Field::needed("title", Kind::Text, &["自查名称", "自查事项", "名称"]),
        Field::needed("from", Kind::Day, &["开始日期", "自查日期", "开始时间"]),
        Field::free("to", Kind::Day, &["结束日期", "完成日期", "结束时间"]),
        Field::free("scope", Kind::Text, &["自查范围", "范围"]),
        Field::free("checked", Kind::Count, &["自查项目数", "检查项目数"]),
        Field::free("problems", Kind::Count, &["发现问题数", "问题数"]),
        Field::free("rectified", Kind::Count, &["已整改数", "整改数"]),
        Field::free("text", Kind::Long, &["整改情况", "自查情况", "情况说明"]),
    ];

    fn read(cells: &Cells) -> Result<Self, Fault> {
        let (from, to) = (filled("from", cells.day("from")?)?, cells.day("to")?);
        ordered(("from", Some(from)), ("to", to))?;
        let (problems, rectified) = (cells.count("problems")?, cells.count("rectified")?);
        within(("rectified", rectified), ("problems", problems))?;
        Ok(Self {
            year: filled("year", cells.year("year")?)?,
            title: said("title", cells.text("title"))?,
            from,
            to,
            scope: cells.text("scope"),
            checked: cells.count("checked")?,
            problems,
            rectified,
            text: cells.text("text"),
        })
    }

    fn write(&self) -> Vec<String> {
        vec![
            self.year.to_string(),
            self.title.clone(),
            self.from.to_string(),
            write::day(self.to),
            self.scope.clone(),
            write::count(self.checked),
            write::count(self.problems),
            write::count(self.rectified),
            self.text.clone(),
        ]
    }
}
