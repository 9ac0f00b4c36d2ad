//! Publicity (宣传信息): pieces of information sent out, when and to whom.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Recorded;
use super::address::WebAddress;
use super::field::{Cells, Fault, Field, Kind, filled, said, write};
use crate::domain::text::name_key;

/// A piece of information that was sent out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publicity {
    /// The day.
    pub sent: Date,
    /// Its title.
    pub title: String,
    /// Whom it was sent to, or where it appeared.
    pub outlet: String,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// Where it is read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<WebAddress>,
}

impl Publicity {
    pub(super) fn key(&self) -> String {
        format!("{}:{}", self.sent, name_key(&self.title))
    }
}

impl Recorded for Publicity {
    const FIELDS: &'static [Field] = &[
        Field::needed("sent", Kind::Day, &["报送日期", "刊发日期", "报送时间", "日期"]),
        Field::needed("title", Kind::Text, &["信息标题", "信息题目", "标题"]),
        Field::needed("outlet", Kind::Text, &["报送单位", "刊发载体", "采用单位", "报送对象"]),
        Field::free("author", Kind::Text, &["撰稿", "撰稿人", "供稿"]),
        Field::free("address", Kind::Address, &["网址", "链接"]),
    ];

    fn read(cells: &Cells) -> Result<Self, Fault> {
        Ok(Self {
            sent: filled("sent", cells.day("sent")?)?,
            title: said("title", cells.text("title"))?,
            outlet: said("outlet", cells.text("outlet"))?,
            author: cells.text("author"),
            address: cells.address("address")?,
        })
    }

    fn write(&self) -> Vec<String> {
        vec![
            self.sent.to_string(),
            self.title.clone(),
            self.outlet.clone(),
            self.author.clone(),
            write::address(self.address.as_ref()),
        ]
    }
}
