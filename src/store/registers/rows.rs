//! Rows into records. Each register has its columns, read from the third on: before them stand the record's number and version.

use jiff::civil::Date;
use rusqlite::Row;

use super::write::SEPARATOR;
use crate::domain::money::Money;
use crate::domain::register::address::WebAddress;
use crate::domain::register::{
    Allocation, AllocationKind, Content, Disclosure, Document, DocumentKind, Duty, Inspection, Level, Member,
    PovertyProject, Publicity, Record, Register, Subordinate, Training, Window,
};
use crate::domain::target::UnitName;
use crate::store::rows::strange;

type Sql<T> = rusqlite::Result<T>;

/// The columns of a register's table `x`, and of the unit `u` that a record is about.
pub(super) const fn columns(register: Register) -> &'static str {
    match register {
        Register::Document => {
            "x.number, x.title, x.issuers, x.issued, x.kind, x.level, x.scope, x.replaces, x.address, x.text"
        }
        Register::Group => "x.post, x.duty, x.organisation, x.work, x.grounds",
        Register::Window => "x.year, x.content, x.first_day, x.last_day, x.place, x.address",
        Register::Disclosure => "x.year, x.content, u.code, u.name, x.published, x.address, x.checked_by, x.checked",
        Register::Allocation => "x.year, x.kind, x.number, x.title, x.issued, x.amount",
        Register::Poverty => {
            "x.year, u.code, u.name, x.project, x.code, x.desk, x.amount, x.number, x.allocated, x.filled, x.reviewed, \
             x.evaluated, x.evaluation_reviewed"
        }
        Register::Inspection => {
            "x.year, x.title, x.first_day, x.last_day, x.scope, x.checked, x.problems, x.rectified, x.text"
        }
        Register::Training => "x.held, x.subject, x.lecturer, x.audience, x.people, x.text",
        Register::Publicity => "x.sent, x.title, x.outlet, x.author, x.address",
        Register::Subordinate => {
            "u.code, u.name, (select code from unit where id = x.department_id), \
             (select name from unit where id = x.department_id), x.text"
        }
    }
}

/// The order in which a register is listed.
pub(super) const fn order(register: Register) -> &'static str {
    match register {
        Register::Document => "x.issued is null, x.issued desc, x.number desc, x.id",
        Register::Group => {
            "case x.duty when 'leader' then 0 when 'deputy' then 1 when 'office' then 3 when 'desk' then 4 else 2 end, x.id"
        }
        Register::Window => "x.first_day desc, x.id",
        Register::Disclosure => "x.year desc, x.content desc, x.unit_id, x.id",
        Register::Allocation => "x.issued desc, x.id",
        Register::Poverty => "x.year desc, x.unit_id, x.id",
        Register::Inspection => "x.first_day desc, x.id",
        Register::Training => "x.held desc, x.id",
        Register::Publicity => "x.sent desc, x.id",
        Register::Subordinate => "x.department_id, x.unit_id, x.id",
    }
}

/// A record from a column on.
pub(super) fn record(register: Register, row: &Row<'_>, first: usize) -> Sql<Record> {
    let line = Line { row, first };
    Ok(match register {
        Register::Document => Record::Document(document(&line)?),
        Register::Group => Record::Group(member(&line)?),
        Register::Window => Record::Window(window(&line)?),
        Register::Disclosure => Record::Disclosure(disclosure(&line)?),
        Register::Allocation => Record::Allocation(allocation(&line)?),
        Register::Poverty => Record::Poverty(poverty(&line)?),
        Register::Inspection => Record::Inspection(inspection(&line)?),
        Register::Training => Record::Training(training(&line)?),
        Register::Publicity => Record::Publicity(publicity(&line)?),
        Register::Subordinate => Record::Subordinate(subordinate(&line)?),
    })
}

struct Line<'a, 'r> {
    row: &'a Row<'r>,
    first: usize,
}

impl Line<'_, '_> {
    fn get<T: rusqlite::types::FromSql>(&self, place: usize) -> Sql<T> {
        self.row.get(self.first + place)
    }

    fn day(&self, place: usize) -> Sql<Date> {
        let text: String = self.get(place)?;
        text.parse().map_err(|_| strange(self.first + place, &text))
    }

    fn maybe_day(&self, place: usize) -> Sql<Option<Date>> {
        let text: Option<String> = self.get(place)?;
        text.map(|text| text.parse().map_err(|_| strange(self.first + place, &text))).transpose()
    }

    fn address(&self, place: usize) -> Sql<Option<WebAddress>> {
        let text: Option<String> = self.get(place)?;
        let read = |text: String| WebAddress::of(&text).ok_or_else(|| strange(self.first + place, &text));
        text.map(read).transpose()
    }

    fn list(&self, place: usize) -> Sql<Vec<String>> {
        let text: String = self.get(place)?;
        Ok(text.split(SEPARATOR).filter(|part| !part.is_empty()).map(str::to_owned).collect())
    }

    fn named<T>(&self, place: usize, of_id: fn(&str) -> Option<T>) -> Sql<T> {
        let text: String = self.get(place)?;
        of_id(&text).ok_or_else(|| strange(self.first + place, &text))
    }

    fn unit(&self, place: usize) -> Sql<UnitName> {
        Ok(UnitName { code: self.get(place)?, name: self.get(place + 1)? })
    }

    fn money(&self, place: usize) -> Sql<Money> {
        self.get(place).map(Money)
    }
}

fn document(line: &Line<'_, '_>) -> Sql<Document> {
    Ok(Document {
        number: line.get(0)?,
        title: line.get(1)?,
        issuers: line.list(2)?,
        issued: line.maybe_day(3)?,
        kind: line.named(4, DocumentKind::of_id)?,
        level: line.named(5, Level::of_id)?,
        scope: line.get(6)?,
        replaces: line.list(7)?,
        address: line.address(8)?,
        text: line.get(9)?,
    })
}

fn member(line: &Line<'_, '_>) -> Sql<Member> {
    Ok(Member {
        post: line.get(0)?,
        duty: line.named(1, Duty::of_id)?,
        organisation: line.get(2)?,
        work: line.get(3)?,
        grounds: line.get(4)?,
    })
}

fn window(line: &Line<'_, '_>) -> Sql<Window> {
    Ok(Window {
        year: line.get(0)?,
        content: line.named(1, Content::of_id)?,
        from: line.day(2)?,
        to: line.day(3)?,
        place: line.get(4)?,
        address: line.address(5)?,
    })
}

fn disclosure(line: &Line<'_, '_>) -> Sql<Disclosure> {
    Ok(Disclosure {
        year: line.get(0)?,
        content: line.named(1, Content::of_id)?,
        unit: line.unit(2)?,
        published: line.day(4)?,
        address: line.address(5)?.ok_or_else(|| strange(line.first + 5, ""))?,
        checked_by: line.get(6)?,
        checked: line.maybe_day(7)?,
    })
}

fn allocation(line: &Line<'_, '_>) -> Sql<Allocation> {
    Ok(Allocation {
        year: line.get(0)?,
        kind: line.named(1, AllocationKind::of_id)?,
        number: line.get(2)?,
        title: line.get(3)?,
        issued: line.day(4)?,
        amount: line.money(5)?,
    })
}

fn poverty(line: &Line<'_, '_>) -> Sql<PovertyProject> {
    Ok(PovertyProject {
        year: line.get(0)?,
        unit: line.unit(1)?,
        project: line.get(3)?,
        code: line.get(4)?,
        desk: line.get(5)?,
        amount: line.money(6)?,
        number: line.get(7)?,
        allocated: line.maybe_day(8)?,
        filled: line.maybe_day(9)?,
        reviewed: line.maybe_day(10)?,
        evaluated: line.maybe_day(11)?,
        evaluation_reviewed: line.maybe_day(12)?,
    })
}

fn inspection(line: &Line<'_, '_>) -> Sql<Inspection> {
    Ok(Inspection {
        year: line.get(0)?,
        title: line.get(1)?,
        from: line.day(2)?,
        to: line.maybe_day(3)?,
        scope: line.get(4)?,
        checked: line.get(5)?,
        problems: line.get(6)?,
        rectified: line.get(7)?,
        text: line.get(8)?,
    })
}

fn training(line: &Line<'_, '_>) -> Sql<Training> {
    Ok(Training {
        held: line.day(0)?,
        subject: line.get(1)?,
        lecturer: line.get(2)?,
        audience: line.get(3)?,
        people: line.get(4)?,
        text: line.get(5)?,
    })
}

fn publicity(line: &Line<'_, '_>) -> Sql<Publicity> {
    Ok(Publicity {
        sent: line.day(0)?,
        title: line.get(1)?,
        outlet: line.get(2)?,
        author: line.get(3)?,
        address: line.address(4)?,
    })
}

fn subordinate(line: &Line<'_, '_>) -> Sql<Subordinate> {
    Ok(Subordinate { unit: line.unit(0)?, department: line.unit(2)?, text: line.get(4)? })
}
