//! What is to come is counted once, by unit, desk and department.

use jiff::civil::date;

use super::*;
use crate::domain::people::{Unit, UnitLevel};
use crate::domain::report::Opens;

fn unit(id: i64, name: &str, desk: &str) -> Unit {
    Unit { id: UnitId(id), code: None, name: name.to_owned(), level: UnitLevel::First, desk: desk.to_owned() }
}

fn gap(want: Want, unit: &Unit, wan: i64) -> Gap {
    let amount = (wan > 0).then_some(Money(wan * 1_000_000));
    let (project, due) = (format!("项目{wan}"), Some(date(2020, 12, 15)));
    Gap { want, unit: unit.clone(), project, amount, due, opens: Opens::Nothing }
}

fn year() -> Preparation {
    let units = [unit(3, "水务局", "农业股"), unit(1, "教育局", "教科文股"), unit(2, "一中", "教科文股")];
    let [water, office, school] = &units;
    let mut line = UnitLine::of(office.clone(), Whole::Handed);
    line.handed = Sum { count: 4, amount: Money(400) };
    let lines = vec![UnitLine::of(water.clone(), Whole::Missing), line, UnitLine::of(school.clone(), Whole::Missing)];
    let gaps = vec![
        gap(Want::Continuing, school, 7),
        gap(Want::Whole, water, 0),
        gap(Want::Draft, school, 20),
        gap(Want::Whole, school, 0),
        gap(Want::Amend, office, 5),
    ];
    let department = Department { unit: office.id, name: office.name.clone(), units: vec![school.id, UnitId(9)] };
    let order = DeskOrder::of(&units);
    Preparation::new((2021, Some(date(2020, 12, 15))), &order, lines, gaps, vec![department])
}

#[test]
fn what_must_come_is_missing_and_what_is_asked_about_is_not() {
    let year = year();
    assert_eq!(year.missing(), Sum { count: 3, amount: Money(20_000_000) });
    assert_eq!((year.of(Want::Continuing).count, year.of(Want::Amend).count), (1, 1));
    let [late, asked] = [Want::Draft, Want::Continuing].map(|want| gap(want, &unit(1, "x", ""), 1));
    assert_eq!((late.late(date(2020, 12, 18)), late.late(date(2020, 12, 15)), asked.late(date(2021, 1, 1))), (3, 0, 0));
}

#[test]
fn units_stand_by_desk_and_each_is_reminded_of_all_that_is_its() {
    let year = year();
    let names: Vec<&str> = year.units.iter().map(|line| line.unit.name.as_str()).collect();
    assert_eq!(names, ["教育局", "一中", "水务局"]);
    let desks: Vec<(String, u32)> = year.desks().into_iter().map(|(desk, sum)| (desk, sum.units)).collect();
    assert_eq!(desks, [("教科文股".to_owned(), 2), ("农业股".to_owned(), 1)]);
    let reminded: Vec<(String, usize)> =
        year.reminded().iter().map(|(line, gaps)| (line.unit.name.clone(), gaps.len())).collect();
    assert_eq!(reminded, [("教育局".to_owned(), 1), ("一中".to_owned(), 3), ("水务局".to_owned(), 1)]);
    let school = &year.units[1];
    assert_eq!((school.missing().count, school.of_want(Want::Draft).amount), (2, Money(20_000_000)));
    let total = year.total().unwrap();
    assert_eq!((total.units, total.wholes, total.handed.count, total.missing().count), (3, 1, 4, 3));
}

#[test]
fn a_department_sums_up_its_units_and_says_how_many_it_may_not_see() {
    let year = year();
    let summary = year.summary(UnitId(1)).unwrap();
    let names: Vec<&str> = summary.lines.iter().map(|line| line.unit.name.as_str()).collect();
    assert_eq!((names, summary.unseen), (vec!["教育局", "一中"], 1));
    assert_eq!(summary.total.unwrap().missing().count, 2);
    assert_eq!(year.summary(UnitId(3)), None, "it supervises nobody");
    let scope = Scope { department: Some(UnitId(1)), ..Scope::default() };
    let part = year.within(&scope);
    assert_eq!((part.units.len(), part.gaps.len()), (2, 4));
}
