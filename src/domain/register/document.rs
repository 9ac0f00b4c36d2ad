//! Documents in force (制度文件): number, title, issuers, day, kind, scope, what they replace, where they are read.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Recorded;
use super::address::WebAddress;
use super::citation::number_key;
use super::field::{Cells, Fault, Field, Kind, choice_word, said, write};
use crate::domain::text::name_key;

/// The kind of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// 办法.
    Measures,
    /// 通知.
    Notice,
    /// 方案.
    Plan,
    /// 规程.
    Rules,
    /// 指标体系.
    IndicatorSystem,
    /// 其他.
    Other,
}

const GROUP: &str = "document-kind";
const KINDS: [(&str, DocumentKind); 6] = [
    ("measures", DocumentKind::Measures),
    ("notice", DocumentKind::Notice),
    ("plan", DocumentKind::Plan),
    ("rules", DocumentKind::Rules),
    ("indicator-system", DocumentKind::IndicatorSystem),
    ("other", DocumentKind::Other),
];
const KIND_IDS: &[&str] = &["measures", "notice", "plan", "rules", "indicator-system", "other"];

impl DocumentKind {
    /// The stable id.
    pub fn id(self) -> &'static str {
        KINDS.iter().find(|(_, kind)| *kind == self).map_or("other", |(id, _)| id)
    }

    /// The kind with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        KINDS.iter().find(|(known, _)| *known == id).map(|(_, kind)| *kind)
    }

    /// Its word in the user's language.
    pub fn word(self) -> String {
        choice_word(GROUP, self.id())
    }
}

/// Whose document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// 本级: of the county itself.
    #[default]
    County,
    /// 上级: of the prefecture, the province or the nation.
    Higher,
}

const LEVEL: &str = "level";
const LEVELS: [(&str, Level); 2] = [("county", Level::County), ("higher", Level::Higher)];
const LEVEL_IDS: &[&str] = &["county", "higher"];

impl Level {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::County => "county",
            Self::Higher => "higher",
        }
    }

    /// The level with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        LEVELS.iter().find(|(known, _)| *known == id).map(|(_, level)| *level)
    }
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// 文号, `师财绩〔2020〕3号`; blank for a document without one.
    pub number: String,
    /// The title.
    pub title: String,
    /// Who issued it, together.
    pub issuers: Vec<String>,
    /// The day of issue.
    pub issued: Option<Date>,
    /// Its kind.
    pub kind: DocumentKind,
    /// Whose it is.
    #[serde(default)]
    pub level: Level,
    /// What it applies to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scope: String,
    /// Numbers or titles of the documents that it replaces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<String>,
    /// Where it is read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<WebAddress>,
    /// Its text, or what matters of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Document {
    pub(super) fn key(&self) -> String {
        if self.number.is_empty() { name_key(&self.title) } else { number_key(&self.number) }
    }

    /// Whether a text, as a document names it, means this one: its number or its title.
    pub fn is_named(&self, named: &str) -> bool {
        let by_number = !self.number.is_empty() && number_key(named) == number_key(&self.number);
        by_number || name_key(named) == name_key(&self.title)
    }
}

impl Recorded for Document {
    const FIELDS: &'static [Field] = &[
        Field::free("number", Kind::Text, &["文号", "发文字号", "文件编号", "发文号"]),
        Field::needed("title", Kind::Text, &["标题", "文件名称", "文件标题", "制度名称", "名称"]),
        Field::needed("issuers", Kind::Text, &["印发单位", "发文单位", "发文机关", "制定单位", "印发机关"]),
        Field::free("issued", Kind::Day, &["印发日期", "发文日期", "印发时间", "发文时间", "日期"]),
        Field::needed("document-kind", Kind::Choice(KIND_IDS, GROUP), &["文种", "文件类型", "类型"]),
        Field::free("level", Kind::Choice(LEVEL_IDS, LEVEL), &["层级", "文件层级"]),
        Field::free("scope", Kind::Text, &["适用范围"]),
        Field::free("replaces", Kind::Text, &["废止文件", "替代文件", "同时废止"]),
        Field::free("address", Kind::Address, &["网址", "链接", "公开网址", "公开地址"]),
        Field::free("text", Kind::Long, &["正文", "内容摘要", "主要内容", "摘要"]),
    ];

    fn read(cells: &Cells) -> Result<Self, Fault> {
        let title = said("title", cells.text("title"))?;
        let title = title.trim_start_matches('《').trim_end_matches('》').to_owned();
        said("issuers", cells.text("issuers"))?;
        let kind = cells.choice("document-kind", GROUP, &KINDS)?;
        Ok(Self {
            number: cells.text("number"),
            title,
            issuers: cells.list("issuers"),
            issued: cells.day("issued")?,
            kind: super::field::filled("document-kind", kind)?,
            level: cells.choice("level", LEVEL, &LEVELS)?.unwrap_or_default(),
            scope: cells.text("scope"),
            replaces: cells.list("replaces"),
            address: cells.address("address")?,
            text: cells.text("text"),
        })
    }

    fn write(&self) -> Vec<String> {
        vec![
            self.number.clone(),
            self.title.clone(),
            self.issuers.join("、"),
            write::day(self.issued),
            self.kind.word(),
            choice_word(LEVEL, self.level.id()),
            self.scope.clone(),
            self.replaces.join("、"),
            write::address(self.address.as_ref()),
            self.text.clone(),
        ]
    }
}
