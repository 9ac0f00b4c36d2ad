//! Training (培训): when, on what, by whose lecturer, for whom and how many.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Recorded;
use super::field::{Cells, Fault, Field, Kind, filled, said, write};
use crate::domain::text::name_key;

/// A training that was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// The (first) day.
    pub held: Date,
    /// The subject.
    pub subject: String,
    /// The lecturer's organisation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lecturer: String,
    /// Who was trained.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub audience: String,
    /// How many people were reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// What else is to be said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Training {
    pub(super) fn key(&self) -> String {
        format!("{}:{}", self.held, name_key(&self.subject))
    }
}

impl Recorded for Training {
    const FIELDS: &'static [Field] = &[
        Field::needed("held", Kind::Day, &["培训日期", "培训时间", "日期"]),
        Field::needed("subject", Kind::Text, &["培训主题", "培训内容", "主题"]),
        Field::free("lecturer", Kind::Text, &["授课单位", "主讲单位", "师资单位", "授课机构"]),
        Field::free("audience", Kind::Text, &["培训对象", "参训对象"]),
        Field::free("people", Kind::Count, &["参训人数", "培训人数", "人数"]),
        Field::free("text", Kind::Long, &["备注", "培训情况"]),
    ];

    fn read(cells: &Cells) -> Result<Self, Fault> {
        Ok(Self {
            held: filled("held", cells.day("held")?)?,
            subject: said("subject", cells.text("subject"))?,
            lecturer: cells.text("lecturer"),
            audience: cells.text("audience"),
            people: cells.count("people")?,
            text: cells.text("text"),
        })
    }

    fn write(&self) -> Vec<String> {
        vec![
            self.held.to_string(),
            self.subject.clone(),
            self.lecturer.clone(),
            self.audience.clone(),
            write::count(self.people),
            self.text.clone(),
        ]
    }
}
