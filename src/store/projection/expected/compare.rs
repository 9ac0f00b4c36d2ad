//! The rows that are expected, added up as the file's are.

use std::collections::BTreeMap;

use rusqlite::types::ValueRef;

use super::{Expected, Found, Held, Past, Place};
use crate::store::digest::{Recipe, Sum};
use crate::store::projection::prior::hundredths;

const fn recipe(name: &'static str, groups: &'static [&'static str]) -> Recipe {
    Recipe { name, groups, mark: None }
}

/// How the tables are added up: the columns in groups, by what changes them.
pub(in crate::store::projection) static RECIPES: [Recipe; 8] = [
    recipe(
        "target",
        &[
            "id, year, unit_id, desk, code, project, project_key, category, procedure",
            "version, state, stage, round, returns, answered, resume, grade, due, since, key_project",
            "amount, block",
            "uncovered, orphans, findings, alarms",
            "prior_score, prior_text",
        ],
    ),
    recipe(
        "evaluation",
        &[
            "id, unit_id, unit_code, unit_name, code, project, project_key, year, kind, budget, executed, score,
            details, recorded_by, recorded_at",
            "judged, judgement, judged_by, judged_at",
            "replaced",
        ],
    ),
    recipe("finding", &["target_id, key, twin, check_id, severity, at, number, others, trigger, slots", "waived"]),
    recipe("link", &["target_id, round, objective, indicator, origin, confidence, made_by, grounds"]),
    recipe("unchecked", &["target_id, check_id, reason"]),
    recipe("checked", &["target_id, round, rules"]),
    recipe("tally", &["year, unit_id, state, stage, count, amount, warned"]),
    recipe("prior", &["target_id, evaluation_id, reason, likeness"]),
];

impl Expected {
    /// What each table ought to add up to.
    pub(in crate::store::projection) fn sums(&self) -> Vec<(&'static str, Sum)> {
        let held = || self.targets.all();
        let checked = |(target, held): (i64, &Held)| {
            let row = |(round, rules): (u32, u32)| self.numbers([target, round.into(), rules.into()]);
            held.checked.map(row)
        };
        let finding =
            |held: &Held, one: &Found| self.key.grouped(&[one.row, self.numbers([held.is_waived(one).into()])]);
        vec![
            ("target", sum(held().map(|(id, held)| self.target(id, held)))),
            ("evaluation", sum(self.evaluations.all().map(|(_, past)| self.past_row(past)))),
            ("finding", sum(held().flat_map(|(_, held)| held.findings.iter().map(|one| finding(held, one))))),
            ("link", sum(held().flat_map(|(_, held)| held.links.iter().map(|one| one.row)))),
            ("unchecked", sum(held().flat_map(|(_, held)| held.unchecked.iter().copied()))),
            ("checked", sum(held().filter_map(checked))),
            ("tally", sum(self.tallies().into_iter())),
            ("target_search", self.words),
            ("prior", sum(held().flat_map(|(_, held)| held.priors.iter().map(|one| one.row)))),
        ]
    }

    fn numbers<const N: usize>(&self, numbers: [i64; N]) -> u64 {
        self.key.hash(numbers.map(ValueRef::Integer))
    }

    /// The rows of the tally: of each place how many targets, with how much money, and how many of them with open findings.
    fn tallies(&self) -> Vec<u64> {
        let mut places: BTreeMap<&Place, [i64; 3]> = BTreeMap::new();
        for (_, held) in self.targets.all() {
            let place = places.entry(&held.place).or_default();
            let adds = [1, held.amount.unwrap_or_default(), i64::from(held.open() > 0)];
            place.iter_mut().zip(adds).for_each(|(sum, add)| *sum += add);
        }
        let row = |((year, unit, state, stage), [count, amount, warned]): (&Place, [i64; 3])| {
            let [year, unit, count, amount, warned] = [*year, *unit, count, amount, warned].map(ValueRef::Integer);
            let [state, stage] = [state.as_bytes(), stage.as_bytes()].map(ValueRef::Text);
            self.key.hash([year, unit, state, stage, count, amount, warned])
        };
        places.into_iter().map(row).collect()
    }

    /// A target's row: with its gaps and findings counted, and its newest earlier score.
    fn target(&self, id: i64, held: &Held) -> u64 {
        let (uncovered, orphans) = held.coverage;
        let counted = self.numbers([uncovered.into(), orphans.into(), held.open(), held.number(|_| true)]);
        let score = self.newest(id);
        let number = score.and_then(hundredths).map_or(ValueRef::Null, ValueRef::Integer);
        let text = score.map_or(ValueRef::Null, |score| ValueRef::Text(score.as_bytes()));
        self.key.grouped(&[held.fixed, held.standing, held.contents, counted, self.key.hash([number, text])])
    }

    fn past_row(&self, past: &Past) -> u64 {
        self.key.grouped(&[past.row, past.judged, self.numbers([past.replaced.into()])])
    }
}

fn sum(rows: impl Iterator<Item = u64>) -> Sum {
    let mut sum = Sum::default();
    rows.for_each(|row| sum.add(row));
    sum
}

impl Held {
    fn is_waived(&self, one: &Found) -> bool {
        self.waivers.contains(&one.key)
    }

    /// How many of its errors and warnings are open.
    fn open(&self) -> i64 {
        self.number(|one| !self.is_waived(one))
    }

    fn number(&self, test: impl Fn(&Found) -> bool) -> i64 {
        let counted = self.findings.iter().filter(|one| one.counts && test(one)).count();
        i64::try_from(counted).unwrap_or(i64::MAX)
    }
}
