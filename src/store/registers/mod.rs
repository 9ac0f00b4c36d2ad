//! The registers' tables: one a register, with typed columns, behind the one list of records.
//!
//! `write` lays a record into its table · `rows` reads it back · `facts` answers `decide` · `read` answers screens, command line and report.

mod facts;
mod read;
mod rows;
mod write;

pub(super) use write::insert;

use crate::domain::register::Register;

/// The table of a register.
pub(super) const fn table(register: Register) -> &'static str {
    match register {
        Register::Document => "document",
        Register::Group => "group_member",
        Register::Window => "disclosure_window",
        Register::Disclosure => "disclosure",
        Register::Allocation => "allocation",
        Register::Poverty => "poverty_project",
        Register::Inspection => "inspection",
        Register::Training => "training",
        Register::Publicity => "publicity",
        Register::Subordinate => "subordinate",
    }
}
