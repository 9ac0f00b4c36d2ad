//! The leading group (领导小组) and who does what: people by their posts, their duty in the group, their work.

use serde::{Deserialize, Serialize};

use super::Recorded;
use super::field::{Cells, Fault, Field, Kind, choice_word, filled, said};
use crate::domain::text::name_key;

/// A duty in the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Duty {
    /// 组长.
    Leader,
    /// 副组长.
    Deputy,
    /// 成员.
    Member,
    /// 办公室.
    Office,
    /// 成员股室.
    Desk,
}

const GROUP: &str = "group-duty";
const DUTIES: [(&str, Duty); 5] = [
    ("leader", Duty::Leader),
    ("deputy", Duty::Deputy),
    ("member", Duty::Member),
    ("office", Duty::Office),
    ("desk", Duty::Desk),
];
const DUTY_IDS: &[&str] = &["leader", "deputy", "member", "office", "desk"];

impl Duty {
    /// The stable id.
    pub fn id(self) -> &'static str {
        DUTIES.iter().find(|(_, duty)| *duty == self).map_or("member", |(id, _)| id)
    }

    /// The duty with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        DUTIES.iter().find(|(known, _)| *known == id).map(|(_, duty)| *duty)
    }
}

/// A member of the leading group: a person by post, or a desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The post or desk: `县财政局局长`, `绩效管理股`.
    pub post: String,
    /// The duty.
    pub duty: Duty,
    /// Where the post is.
    pub organisation: String,
    /// What the member does.
    pub work: String,
    /// Number of the document that says so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grounds: String,
}

impl Member {
    pub(super) fn key(&self) -> String {
        name_key(&format!("{} {}", self.organisation, self.post))
    }
}

impl Recorded for Member {
    const FIELDS: &'static [Field] = &[
        Field::needed("post", Kind::Text, &["职务", "姓名或职务", "成员", "股室"]),
        Field::needed("group-duty", Kind::Choice(DUTY_IDS, GROUP), &["组内职务", "小组职务"]),
        Field::free("organisation", Kind::Text, &["所在单位", "工作单位"]),
        Field::needed("work", Kind::Long, &["职责", "职责分工", "工作职责"]),
        Field::free("grounds", Kind::Text, &["依据文号", "依据"]),
    ];

    fn read(cells: &Cells) -> Result<Self, Fault> {
        Ok(Self {
            post: said("post", cells.text("post"))?,
            duty: filled("group-duty", cells.choice("group-duty", GROUP, &DUTIES)?)?,
            organisation: cells.text("organisation"),
            work: said("work", cells.text("work"))?,
            grounds: cells.text("grounds"),
        })
    }

    fn write(&self) -> Vec<String> {
        let duty = choice_word(GROUP, self.duty.id());
        vec![self.post.clone(), duty, self.organisation.clone(), self.work.clone(), self.grounds.clone()]
    }
}
