//! Units, people and the roles that people hold.
//!
//! Owns who somebody is. What a role may do is `access`; how a person logs in is the command line's.

use serde::{Deserialize, Serialize};

use super::ids::UnitId;

/// A budget unit (预算单位), first-level or township.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// The level of a unit in the county's budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnitLevel {
    /// 一级预算单位.
    First,
    /// 乡镇、街道.
    Township,
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
