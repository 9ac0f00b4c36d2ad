//! What taking several files would do together, by count and money: a project that stands in two of them counts once.

use std::collections::HashMap;

use super::repeat::stated;
use super::{Fate, Intake};
use crate::domain::money::Money;

/// What would come of files that are taken one after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Foretold {
    /// New targets.
    pub created: usize,
    /// Their amounts together.
    pub amount: Money,
    /// Targets that get a new round.
    pub changed: usize,
    /// Evaluations that are recorded.
    pub evaluated: usize,
    /// Records of registers and other forms.
    pub recorded: usize,
}

impl Foretold {
    /// Of files in the order in which they are taken. What an earlier file brings in, a later one only changes, and not even that where
    /// both say the same; the amount that counts is the last one.
    pub fn of<'a>(intakes: impl IntoIterator<Item = &'a Intake>) -> Self {
        let mut out = Self::default();
        let mut seen: HashMap<String, (String, Option<Money>)> = HashMap::new();
        for intake in intakes {
            for (item, command) in intake.items.iter().zip(&intake.commands) {
                let known = stated(command).and_then(|stated| {
                    let former = seen.insert(stated.key, (stated.hash.clone(), item.amount));
                    former.map(|(former, amount)| (former == stated.hash, amount))
                });
                match (&item.fate, known) {
                    (Fate::Created, None) => {
                        out.created += 1;
                        out.amount = out.amount + item.amount.unwrap_or_default();
                    }
                    (Fate::Created, Some((_, former))) => {
                        out.amount = out.amount - former.unwrap_or_default() + item.amount.unwrap_or_default();
                    }
                    (Fate::Changed, None) => out.changed += 1,
                    (Fate::Evaluated, None) => out.evaluated += 1,
                    (Fate::Recorded | Fate::Corrected | Fate::Filled, _) => out.recorded += 1,
                    _ => {}
                }
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::handin::{HandIn, HandedTarget};
    use crate::domain::target::{ProjectName, Submission, UnitName};

    fn file(path: &str, project: &str, wan: i64, fate: &Fate) -> Intake {
        let submission = Submission { amount: Some(Money(wan * 1_000_000)), ..Submission::default() };
        let target = HandedTarget {
            unit: UnitName { code: None, name: "某县水利局".to_owned() },
            project: ProjectName { code: None, name: project.to_owned() },
            year: Some(2024),
            category: None,
            submission,
        };
        let read = HandIn { targets: vec![target], ..HandIn::default() };
        Intake::of(path, read, |commands| Ok(vec![fate.clone(); commands.len()]))
    }

    #[test]
    fn a_project_in_two_files_counts_once_with_its_last_amount() {
        let files = [
            file("a.xlsx", "渠道维修", 10, &Fate::Created),
            file("b.xlsx", "渠道维修", 10, &Fate::Created),
            file("c.xlsx", "渠道 维修", 12, &Fate::Created),
            file("d.xlsx", "水库巡查", 5, &Fate::Created),
        ];
        let told = Foretold::of(&files);
        assert_eq!((told.created, told.amount, told.changed), (2, Money(17_000_000), 0));
        assert_eq!(Foretold::of(&files[..1]).amount, Money(10_000_000));
    }

    #[test]
    fn a_target_changed_by_two_files_counts_once() {
        let files = [file("a.xlsx", "渠道维修", 10, &Fate::Changed), file("b.xlsx", "渠道维修", 12, &Fate::Changed)];
        assert_eq!(Foretold::of(&files), Foretold { changed: 1, ..Foretold::default() });
    }
}
