//! Units, people and the roles that people hold.
//!
//! Owns who somebody is. What a role may do is `access`; how a person logs in is the command line's.

use rust_i18n::t;
use serde::{Deserialize, Serialize};

use super::ids::UnitId;
use super::target::UnitName;
use super::text::name_key;

/// A budget unit (预算单位), first-level or township.
#[derive(Debug, Clone, PartialEq, Hash, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Its number in this file.
    pub id: UnitId,
    /// Budget-management code of six digits, when known.
    pub code: Option<String>,
    /// Full name.
    pub name: String,
    /// First-level unit or township.
    pub level: UnitLevel,
    /// The fiscal desk (财政对口股室) in charge; empty until somebody assigns one.
    pub desk: String,
}

impl Unit {
    /// Whether a code or, where that is not this unit's, a name means this unit; spaces and punctuation aside.
    pub fn is_named(&self, name: &UnitName) -> bool {
        (name.code.is_some() && name.code == self.code) || name_key(&name.name) == name_key(&self.name)
    }

    /// What is otherwise with this unit than it was, in words.
    pub fn differs(&self, from: &Self) -> String {
        let none = || t!("unit.none").into_owned();
        let text = |text: &str| if text.is_empty() { none() } else { text.to_owned() };
        let code = |unit: &Self| text(unit.code.as_deref().unwrap_or_default());
        let parts = [
            ("name", from.name.clone(), self.name.clone()),
            ("code", code(from), code(self)),
            ("level", level_word(from.level), level_word(self.level)),
            ("desk", text(&from.desk), text(&self.desk)),
        ];
        let differ = parts.into_iter().filter(|(_, old, new)| old != new);
        let words = differ.map(|(id, old, new)| format!("{}:{old} → {new}", t!(format!("unit.heading-{id}"))));
        words.collect::<Vec<_>>().join("  ")
    }
}

/// A level's name in the user's language.
pub fn level_word(level: UnitLevel) -> String {
    t!(format!("unit.level-{}", level.id())).into_owned()
}

/// What is to be otherwise with a unit; what is not stated stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnitChange {
    /// Another name.
    pub name: Option<String>,
    /// Another code; an empty one takes the code away.
    pub code: Option<String>,
    /// Another level.
    pub level: Option<UnitLevel>,
    /// Another desk in charge; an empty one leaves the unit without.
    pub desk: Option<String>,
}

/// The level of a unit in the county's budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnitLevel {
    /// 一级预算单位.
    First,
    /// 乡镇、街道.
    Township,
}

impl UnitLevel {
    /// Both levels, first-level first.
    pub const ALL: [Self; 2] = [Self::First, Self::Township];

    /// The level that a unit's name tells: towns and streets are called so.
    pub fn of_name(name: &str) -> Self {
        let name = name.trim_end_matches("人民政府").trim_end_matches("办事处");
        let township = ["乡", "镇", "街道"].iter().any(|ending| name.ends_with(ending));
        if township { Self::Township } else { Self::First }
    }

    /// Identifier in the journal, the tables and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Township => "township",
        }
    }

    /// The level with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.id() == id)
    }
}

/// The roles of design §5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// 部门: hands in and reviews its own unit's targets.
    Department,
    /// 财政对口股室, bound to its units.
    Desk,
    /// 绩效管理股.
    Performance,
    /// 预算股.
    Budget,
    /// Member of the joint session (集中会审).
    Panel,
    /// Chair of the joint session: decides grade and opinion.
    Chair,
    /// Recorder of the joint session: enters for others, both names recorded.
    Recorder,
    /// Keeps people and units; cannot grade by this role.
    Admin,
    /// 审计: reads all, writes nothing.
    Observer,
}

impl Role {
    /// All roles, in the order of the procedure.
    pub const ALL: [Self; 9] = [
        Self::Department,
        Self::Desk,
        Self::Performance,
        Self::Budget,
        Self::Panel,
        Self::Chair,
        Self::Recorder,
        Self::Admin,
        Self::Observer,
    ];

    /// The stable id in files and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Desk => "desk",
            Self::Performance => "performance",
            Self::Budget => "budget",
            Self::Panel => "panel",
            Self::Chair => "chair",
            Self::Recorder => "recorder",
            Self::Admin => "admin",
            Self::Observer => "observer",
        }
    }

    /// The role with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }
}

/// What a person of the file may be let do at this moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Admission {
    /// Whether the person is disabled.
    pub disabled: bool,
    /// The roles in their order.
    pub grants: Vec<Grant>,
}

/// A role that a person holds, and what it is bound to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
}

/// What a role is bound to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// The whole county.
    County,
    /// One unit.
    Unit(UnitId),
    /// All units of one desk.
    Desk(String),
}

impl Scope {
    /// Whether a unit lies within.
    pub fn covers(&self, unit: &Unit) -> bool {
        match self {
            Self::County => true,
            Self::Unit(id) => *id == unit.id,
            Self::Desk(desk) => *desk == unit.desk,
        }
    }
}

/// A person, called by the name that stands in the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// The name; unique in a file and never changed, because the journal refers to it.
    pub name: String,
    /// The login of the operating system that is this person, if any.
    pub login: Option<String>,
    /// The roles held.
    pub grants: Vec<Grant>,
}

impl User {
    /// Whether the person holds a role anywhere.
    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    /// Whether the person holds a role for a unit.
    pub fn has_for(&self, role: Role, unit: &Unit) -> bool {
        self.grants.iter().any(|grant| grant.role == role && grant.scope.covers(unit))
    }
}
