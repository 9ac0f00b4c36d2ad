//! Who supervises whom (所属单位): a unit and the supervising department (主管部门) that reviews and sums up its targets before they are
//! handed in.

use serde::{Deserialize, Serialize};

use super::Recorded;
use super::field::{Cells, Fault, Field, Kind, said};
use crate::domain::target::UnitName;
use crate::domain::text::name_key;

/// A unit and the department that supervises it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subordinate {
    /// The unit.
    pub unit: UnitName,
    /// The department; never the unit itself.
    pub department: UnitName,
    /// What else is to be said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Subordinate {
    /// A unit has one supervising department.
    pub(super) fn key(&self) -> String {
        self.unit.code.clone().unwrap_or_else(|| name_key(&self.unit.name))
    }
}

impl Recorded for Subordinate {
    const FIELDS: &'static [Field] = &[
        Field::needed("subordinate", Kind::Unit, &["所属单位", "单位", "单位名称", "预算单位"]),
        Field::needed("department", Kind::Unit, &["主管部门", "主管单位", "部门名称"]),
        Field::free("text", Kind::Long, &["备注", "说明"]),
    ];

    fn read(cells: &Cells) -> Result<Self, Fault> {
        let (unit, department) = (cells.unit("subordinate"), cells.unit("department"));
        said("subordinate", unit.name.clone())?;
        said("department", department.name.clone())?;
        Ok(Self { unit, department, text: cells.text("text") })
    }

    fn write(&self) -> Vec<String> {
        vec![self.unit.name.clone(), self.department.name.clone(), self.text.clone()]
    }
}
