//! Disclosure (信息公开): the windows in which units publish, and what each unit published.
//!
//! Targets are published with the budget, self-evaluations with the final accounts (预算法 第十四条: within 20 days after the approval).

use jiff::civil::Date;
use rust_i18n::t;
use serde::{Deserialize, Serialize};

use super::Recorded;
use super::address::WebAddress;
use super::field::{Cells, Fault, Field, Kind, choice_word, filled, ordered, said, write};
use crate::domain::target::UnitName;
use crate::domain::text::name_key;

/// What is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// 绩效目标, with the budget of the year.
    Targets,
    /// 绩效自评, with the final accounts of the year.
    SelfEvaluations,
}

const GROUP: &str = "content";
const CONTENTS: [(&str, Content); 2] = [("targets", Content::Targets), ("self-evaluations", Content::SelfEvaluations)];
const CONTENT_IDS: &[&str] = &["targets", "self-evaluations"];

/// What a list says is published, by its word or by what it is called more fully: 部门预算绩效目标, 绩效自评结果.
fn content(cells: &Cells) -> Result<Option<Content>, Fault> {
    let text = cells.text("content");
    let known = cells.choice("content", GROUP, &CONTENTS);
    let named = match (text.contains("绩效目标"), text.contains("自评")) {
        (true, false) => Some(Content::Targets),
        (false, true) => Some(Content::SelfEvaluations),
        _ => None,
    };
    known.or_else(|fault| named.map(Some).ok_or(fault))
}

impl Content {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Targets, Self::SelfEvaluations];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Targets => "targets",
            Self::SelfEvaluations => "self-evaluations",
        }
    }

    /// The content with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|content| content.id() == id)
    }

    /// Its word in the user's language.
    pub fn word(self) -> String {
        choice_word(GROUP, self.id())
    }
}

/// When and where what is to be published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The budget year of what is published.
    pub year: i32,
    /// What.
    pub content: Content,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Where: the portal and its column.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// The column's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<WebAddress>,
}

impl Window {
    pub(super) fn key(&self) -> String {
        Self::key_of(self.year, self.content)
    }

    /// The key of the window of a year and content.
    pub fn key_of(year: i32, content: Content) -> String {
        format!("{year}:{}", content.id())
    }

    /// When its content is to be published, in the user's language.
    pub fn rule(&self) -> String {
        let content = self.content.word();
        t!("register.timing.rule", year = self.year, content = content, from = self.from, to = self.to).into_owned()
    }

    /// Whether a day lies within.
    pub fn holds(&self, day: Date) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

impl Recorded for Window {
    const FIELDS: &'static [Field] = &[
        Field::needed("year", Kind::Year, &["年度", "预算年度", "公开年度", "所属年度"]),
        Field::needed(
            "content",
            Kind::Choice(CONTENT_IDS, GROUP),
            &["公开内容", "内容", "公开类型", "公开事项", "公开项目"],
        ),
        Field::needed("from", Kind::Day, &["开始日期", "起始日期", "开始时间"]),
        Field::needed("to", Kind::Day, &["截止日期", "结束日期", "截止时间", "结束时间"]),
        Field::free("place", Kind::Text, &["公开载体", "公开平台", "公开专栏", "公开栏目"]),
        Field::free("address", Kind::Address, &["网址", "公开网址", "公开地址"]),
    ];

    fn read(cells: &Cells) -> Result<Self, Fault> {
        let (from, to) = (filled("from", cells.day("from")?)?, filled("to", cells.day("to")?)?);
        ordered(("from", Some(from)), ("to", Some(to)))?;
        Ok(Self {
            year: filled("year", cells.year("year")?)?,
            content: filled("content", content(cells)?)?,
            from,
            to,
            place: cells.text("place"),
            address: cells.address("address")?,
        })
    }

    fn write(&self) -> Vec<String> {
        vec![
            self.year.to_string(),
            self.content.word(),
            self.from.to_string(),
            self.to.to_string(),
            self.place.clone(),
            write::address(self.address.as_ref()),
        ]
    }
}

/// What a unit published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// The budget year of what is published.
    pub year: i32,
    /// What.
    pub content: Content,
    /// The unit.
    pub unit: UnitName,
    /// The day.
    pub published: Date,
    /// The address.
    pub address: WebAddress,
    /// Who checked it; blank until somebody did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub checked_by: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<Date>,
}

impl Disclosure {
    pub(super) fn key(&self) -> String {
        let unit = self.unit.code.clone().unwrap_or_else(|| name_key(&self.unit.name));
        format!("{}:{}:{unit}", self.year, self.content.id())
    }
}

impl Recorded for Disclosure {
    const FIELDS: &'static [Field] = &[
        Field::needed("year", Kind::Year, &["年度", "预算年度", "公开年度", "所属年度"]),
        Field::needed(
            "content",
            Kind::Choice(CONTENT_IDS, GROUP),
            &["公开内容", "内容", "公开类型", "公开事项", "公开项目"],
        ),
        Field::needed(
            "unit",
            Kind::Unit,
            &["单位", "单位名称", "预算单位", "部门名称", "部门", "预算部门", "公开单位", "公开部门", "单位编码"],
        ),
        Field::needed("published", Kind::Day, &["公开日期", "公开时间", "发布日期", "发布时间"]),
        Field::needed(
            "address",
            Kind::Address,
            &["公开网址", "公开地址", "网址", "链接", "公开链接", "网址链接", "公开网页"],
        ),
        Field::free("checked-by", Kind::Text, &["核实人", "核对人", "审核人"]),
        Field::free("checked-on", Kind::Day, &["核实日期", "核对日期"]),
    ];

    fn read(cells: &Cells) -> Result<Self, Fault> {
        let unit = cells.unit("unit");
        said("unit", unit.name.clone())?;
        let (published, checked) = (filled("published", cells.day("published")?)?, cells.day("checked-on")?);
        ordered(("published", Some(published)), ("checked-on", checked))?;
        Ok(Self {
            year: filled("year", cells.year("year")?)?,
            content: filled("content", content(cells)?)?,
            unit,
            published,
            address: filled("address", cells.address("address")?)?,
            checked_by: cells.text("checked-by"),
            checked,
        })
    }

    fn write(&self) -> Vec<String> {
        vec![
            self.year.to_string(),
            self.content.word(),
            self.unit.name.clone(),
            self.published.to_string(),
            self.address.text().to_owned(),
            self.checked_by.clone(),
            write::day(self.checked),
        ]
    }
}
