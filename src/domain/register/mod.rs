//! Registers (台账) of the year: documents in force, the leading group, disclosure, poverty-alleviation funds, training, publicity.
//!
//! Each register has records of its own type; what they share is how they are kept: a record is recorded, corrected with a reason,
//! removed with a reason, and nothing of it is ever lost. A record is known by its number, and by its key, which says when two
//! entries mean the same thing.
//!
//! `field` reads and writes records as texts · one file a register · `view` what is read of them · `judge` what follows from them
//! (inside or outside a window, in step or late) · `facts`, `refusal` for `decide` · `citation` finds documents cited in texts.

pub mod address;
pub mod citation;
mod disclosure;
mod document;
pub mod facts;
pub mod field;
mod group;
pub mod judge;
mod poverty;
mod publicity;
pub mod refusal;
mod subordinate;
mod training;
pub mod view;

use jiff::civil::Date;
use rust_i18n::t;
use serde::{Deserialize, Serialize};

use super::money::Money;
use super::target::UnitName;
pub use disclosure::{Content, Disclosure, Window};
pub use document::{Document, DocumentKind, Level};
use field::{Cells, Fault, Field};
pub use group::{Duty, Member};
pub use poverty::{Allocation, AllocationKind, Inspection, PovertyProject};
pub use publicity::Publicity;
pub use subordinate::Subordinate;
pub use training::Training;

/// A register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Register {
    /// 制度文件: documents in force.
    Document,
    /// 领导小组: the leading group and who does what.
    Group,
    /// 公开时间窗: when what must be disclosed.
    Window,
    /// 信息公开: what units published.
    Disclosure,
    /// 资金下达: allocations of funds.
    Allocation,
    /// 扶贫项目: projects of poverty-alleviation funds.
    Poverty,
    /// 自查整改: self-inspection campaigns.
    Inspection,
    /// 培训.
    Training,
    /// 宣传信息: pieces of information sent out.
    Publicity,
    /// 所属单位: which department supervises which unit.
    Subordinate,
}

impl Register {
    /// All registers in the order shown.
    pub const ALL: [Self; 10] = [
        Self::Document,
        Self::Group,
        Self::Window,
        Self::Disclosure,
        Self::Allocation,
        Self::Poverty,
        Self::Inspection,
        Self::Training,
        Self::Publicity,
        Self::Subordinate,
    ];

    /// The stable id in files, on the command line and in the tables.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Group => "group",
            Self::Window => "window",
            Self::Disclosure => "disclosure",
            Self::Allocation => "allocation",
            Self::Poverty => "poverty",
            Self::Inspection => "inspection",
            Self::Training => "training",
            Self::Publicity => "publicity",
            Self::Subordinate => "subordinate",
        }
    }

    /// The register with an id; `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|register| register.id() == id)
    }

    /// Whether a list of it is known by its heads alone. Heads that name a unit and its department stand on other forms too: such a list is
    /// taken only by who says what it is.
    pub const fn is_told_by_heads(self) -> bool {
        !matches!(self, Self::Subordinate)
    }

    /// Whether units keep what the register says of them. Who supervises whom is for the bureau to say.
    pub const fn is_kept_by_units(self) -> bool {
        !matches!(self, Self::Subordinate)
    }

    /// Its name in the user's language.
    pub fn name(self) -> String {
        t!(format!("register.name.{}", self.id())).into_owned()
    }

    /// Its fields in the order of forms and files.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Document => Document::FIELDS,
            Self::Group => Member::FIELDS,
            Self::Window => Window::FIELDS,
            Self::Disclosure => Disclosure::FIELDS,
            Self::Allocation => Allocation::FIELDS,
            Self::Poverty => PovertyProject::FIELDS,
            Self::Inspection => Inspection::FIELDS,
            Self::Training => Training::FIELDS,
            Self::Publicity => Publicity::FIELDS,
            Self::Subordinate => Subordinate::FIELDS,
        }
    }

    /// The ids of the fields that a list shows, in order.
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Document => &["number", "title", "issued", "issuers", "level"],
            Self::Group => &["post", "group-duty", "organisation", "work"],
            Self::Window => &["year", "content", "from", "to", "place"],
            Self::Disclosure => &["year", "content", "unit", "published", "checked-by"],
            Self::Allocation => &["year", "allocation-number", "title", "issued", "amount"],
            Self::Poverty => &["year", "unit", "project", "amount", "filled", "reviewed"],
            Self::Inspection => &["year", "title", "from", "checked", "problems", "rectified"],
            Self::Training => &["held", "subject", "lecturer", "people"],
            Self::Publicity => &["sent", "title", "outlet"],
            Self::Subordinate => &["department", "subordinate", "text"],
        }
    }

    /// Reads a record of this register.
    ///
    /// # Errors
    /// The first field whose text cannot be understood.
    pub fn read(self, cells: &Cells) -> Result<Record, Fault> {
        Ok(match self {
            Self::Document => Record::Document(Document::read(cells)?),
            Self::Group => Record::Group(Member::read(cells)?),
            Self::Window => Record::Window(Window::read(cells)?),
            Self::Disclosure => Record::Disclosure(Disclosure::read(cells)?),
            Self::Allocation => Record::Allocation(Allocation::read(cells)?),
            Self::Poverty => Record::Poverty(PovertyProject::read(cells)?),
            Self::Inspection => Record::Inspection(Inspection::read(cells)?),
            Self::Training => Record::Training(Training::read(cells)?),
            Self::Publicity => Record::Publicity(Publicity::read(cells)?),
            Self::Subordinate => Record::Subordinate(Subordinate::read(cells)?),
        })
    }
}

/// A type of record: its fields, and how it is read from and written as texts.
trait Recorded: Sized {
    /// The fields in the order of forms and files.
    const FIELDS: &'static [Field];

    /// Reads it.
    ///
    /// # Errors
    /// The first field whose text cannot be understood, or that does not agree with another.
    fn read(cells: &Cells) -> Result<Self, Fault>;

    /// Its texts, in the order of the fields.
    fn write(&self) -> Vec<String>;
}

/// An entry of a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "register", rename_all = "kebab-case")]
pub enum Record {
    /// A document in force.
    Document(Document),
    /// A member of the leading group.
    Group(Member),
    /// A window of disclosure.
    Window(Window),
    /// A unit's disclosure.
    Disclosure(Disclosure),
    /// An allocation of funds.
    Allocation(Allocation),
    /// A poverty-alleviation project.
    Poverty(PovertyProject),
    /// A self-inspection campaign.
    Inspection(Inspection),
    /// A training.
    Training(Training),
    /// A piece of publicity.
    Publicity(Publicity),
    /// A unit and its supervising department.
    Subordinate(Subordinate),
}

impl Record {
    /// Its register.
    pub const fn register(&self) -> Register {
        match self {
            Self::Document(_) => Register::Document,
            Self::Group(_) => Register::Group,
            Self::Window(_) => Register::Window,
            Self::Disclosure(_) => Register::Disclosure,
            Self::Allocation(_) => Register::Allocation,
            Self::Poverty(_) => Register::Poverty,
            Self::Inspection(_) => Register::Inspection,
            Self::Training(_) => Register::Training,
            Self::Publicity(_) => Register::Publicity,
            Self::Subordinate(_) => Register::Subordinate,
        }
    }

    /// Its texts, in the order of the register's fields.
    pub fn write(&self) -> Vec<String> {
        match self {
            Self::Document(one) => one.write(),
            Self::Group(one) => one.write(),
            Self::Window(one) => one.write(),
            Self::Disclosure(one) => one.write(),
            Self::Allocation(one) => one.write(),
            Self::Poverty(one) => one.write(),
            Self::Inspection(one) => one.write(),
            Self::Training(one) => one.write(),
            Self::Publicity(one) => one.write(),
            Self::Subordinate(one) => one.write(),
        }
    }

    /// Its texts as cells, to be changed and read again.
    pub fn cells(&self) -> Cells {
        Cells::of(self.register().fields(), self.write())
    }

    /// The text of a field; blank for a field that it does not have.
    pub fn text(&self, id: &str) -> String {
        let place = self.register().fields().iter().position(|field| field.id == id);
        place.and_then(|place| self.write().into_iter().nth(place)).unwrap_or_default()
    }

    /// What tells it from the others of its register: two records with the same key mean the same thing.
    pub fn key(&self) -> String {
        match self {
            Self::Document(one) => one.key(),
            Self::Group(one) => one.key(),
            Self::Window(one) => one.key(),
            Self::Disclosure(one) => one.key(),
            Self::Allocation(one) => one.key(),
            Self::Poverty(one) => one.key(),
            Self::Inspection(one) => one.key(),
            Self::Training(one) => one.key(),
            Self::Publicity(one) => one.key(),
            Self::Subordinate(one) => one.key(),
        }
    }

    /// The year under which it is counted: the budget year that it is about, else the year of its day.
    pub fn year(&self) -> Option<i32> {
        match self {
            Self::Document(one) => one.issued.map(|day| i32::from(day.year())),
            Self::Group(_) | Self::Subordinate(_) => None,
            Self::Window(one) => Some(one.year),
            Self::Disclosure(one) => Some(one.year),
            Self::Allocation(one) => Some(one.year),
            Self::Poverty(one) => Some(one.year),
            Self::Inspection(one) => Some(one.year),
            Self::Training(one) => Some(i32::from(one.held.year())),
            Self::Publicity(one) => Some(i32::from(one.sent.year())),
        }
    }

    /// The unit that it is about, as named.
    pub const fn unit(&self) -> Option<&UnitName> {
        match self {
            Self::Disclosure(one) => Some(&one.unit),
            Self::Poverty(one) => Some(&one.unit),
            Self::Subordinate(one) => Some(&one.unit),
            _ => None,
        }
    }

    /// The first of the days on which something is said to have happened that lies behind `today`, with its field.
    pub fn ahead(&self, today: Date) -> Option<(&'static str, Date)> {
        let days = match self {
            Self::Disclosure(one) => vec![("published", Some(one.published)), ("checked-on", one.checked)],
            Self::Poverty(one) => vec![
                ("filled", one.filled),
                ("reviewed", one.reviewed),
                ("evaluated", one.evaluated),
                ("evaluation-reviewed", one.evaluation_reviewed),
            ],
            Self::Publicity(one) => vec![("sent", Some(one.sent))],
            _ => Vec::new(),
        };
        days.into_iter().find_map(|(field, day)| Some((field, day.filter(|day| *day > today)?)))
    }

    /// Names the unit that it is about as the file does.
    pub fn rename_unit(&mut self, name: UnitName) {
        match self {
            Self::Disclosure(one) => one.unit = name,
            Self::Poverty(one) => one.unit = name,
            Self::Subordinate(one) => one.unit = name,
            _ => {}
        }
    }

    /// Its money, if it has any.
    pub const fn amount(&self) -> Option<Money> {
        match self {
            Self::Allocation(one) => Some(one.amount),
            Self::Poverty(one) => Some(one.amount),
            _ => None,
        }
    }

    /// What it is called beside its unit.
    pub fn subject(&self) -> String {
        match self {
            Self::Disclosure(one) => format!("{} {}", one.year, one.content.word()),
            Self::Poverty(one) => one.project.clone(),
            Self::Subordinate(one) => one.department.name.clone(),
            _ => self.title(),
        }
    }

    /// What it is called in a line.
    pub fn title(&self) -> String {
        match self {
            Self::Document(one) if one.number.is_empty() => one.title.clone(),
            Self::Document(one) => format!("{} {}", one.number, one.title),
            Self::Group(one) => one.post.clone(),
            Self::Window(one) => format!("{} {}", one.year, one.content.word()),
            Self::Disclosure(one) => format!("{} {} {}", one.year, one.content.word(), one.unit.name),
            Self::Allocation(one) => format!("{} {}", one.number, one.title).trim().to_owned(),
            Self::Poverty(one) => format!("{} {}", one.unit.name, one.project),
            Self::Inspection(one) => one.title.clone(),
            Self::Training(one) => one.subject.clone(),
            Self::Publicity(one) => one.title.clone(),
            Self::Subordinate(one) => format!("{} {}", one.department.name, one.unit.name),
        }
    }
}

#[cfg(test)]
mod tests;
