//! What follows from records without being written in them: inside or outside the window, in step with the allocation or late.
//!
//! Owns these judgements, so that lists, screens, checks and the report say the same.

use jiff::civil::Date;
use rust_i18n::t;

use super::{Disclosure, PovertyProject, Window};
use crate::domain::calendar::working_days_between;

/// Working days after the allocation within which a target counts as filled in in step with it.
/// The county asks for step (同步) and names no number; five working days are this program's own reading.
pub const IN_STEP: i32 = 5;

/// How a day of publication lies to its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timing {
    /// Within.
    Inside,
    /// Before the first day, by so many days.
    Early(i32),
    /// After the last day, by so many days.
    Late(i32),
    /// No window is recorded.
    NoWindow,
}

impl Timing {
    /// How a disclosure lies to the window of its year and content.
    pub fn of(disclosure: &Disclosure, window: Option<&Window>) -> Self {
        let Some(window) = window else { return Self::NoWindow };
        let day = disclosure.published;
        if day < window.from {
            Self::Early(days_between(day, window.from))
        } else if day > window.to {
            Self::Late(days_between(window.to, day))
        } else {
            Self::Inside
        }
    }

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Inside => "inside",
            Self::Early(_) => "early",
            Self::Late(_) => "late",
            Self::NoWindow => "no-window",
        }
    }

    /// In the user's language.
    pub fn words(self) -> String {
        match self {
            Self::Inside => t!("register.timing.inside"),
            Self::Early(days) => t!("register.timing.early", days = days),
            Self::Late(days) => t!("register.timing.late", days = days),
            Self::NoWindow => t!("register.timing.no-window"),
        }
        .into_owned()
    }
}

/// Whether a target was filled in in step with the allocation of its money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Within [`IN_STEP`] working days (how many), or before the allocation (negative).
    InStep(i32),
    /// Later, by so many working days after the allocation.
    Late(i32),
    /// Not filled in yet.
    Unfilled,
    /// The day of allocation is not known.
    Unknown,
}

impl Step {
    /// Of a project.
    pub fn of(project: &PovertyProject) -> Self {
        match (project.allocated, project.filled) {
            (_, None) => Self::Unfilled,
            (None, Some(_)) => Self::Unknown,
            (Some(allocated), Some(filled)) => match working_days_between(allocated, filled) {
                days if days <= IN_STEP => Self::InStep(days),
                days => Self::Late(days),
            },
        }
    }

    /// In the user's language.
    pub fn words(self) -> String {
        match self {
            Self::InStep(days) => t!("register.step.in-step", days = days),
            Self::Late(days) => t!("register.step.late", days = days),
            Self::Unfilled => t!("register.step.unfilled"),
            Self::Unknown => t!("register.step.unknown"),
        }
        .into_owned()
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Money;
    use crate::domain::register::Content;
    use crate::domain::register::address::WebAddress;
    use crate::domain::target::UnitName;
    use jiff::civil::date;

    #[test]
    fn a_disclosure_lies_inside_or_outside_its_window() {
        let window = Window {
            year: 2020,
            content: Content::Targets,
            from: date(2020, 2, 11),
            to: date(2020, 2, 25),
            place: String::new(),
            address: None,
        };
        let timing = |day| {
            let disclosure = Disclosure {
                year: 2020,
                content: Content::Targets,
                unit: UnitName { code: None, name: "县水务局".to_owned() },
                published: day,
                address: WebAddress::of("http://a.cn/1").unwrap(),
                checked_by: String::new(),
                checked: None,
            };
            Timing::of(&disclosure, Some(&window))
        };
        assert_eq!((timing(date(2020, 2, 11)), timing(date(2020, 2, 25))), (Timing::Inside, Timing::Inside));
        assert_eq!(timing(date(2020, 2, 9)), Timing::Early(2));
        assert_eq!(timing(date(2020, 3, 1)), Timing::Late(5), "2020 has a 29 February");
    }

    #[test]
    fn step_is_counted_in_working_days() {
        let project = |allocated, filled| PovertyProject {
            year: 2020,
            unit: UnitName { code: None, name: "碧溪乡".to_owned() },
            project: "产业路硬化".to_owned(),
            code: String::new(),
            desk: String::new(),
            amount: Money(0),
            number: String::new(),
            allocated,
            filled,
            reviewed: None,
            evaluated: None,
            evaluation_reviewed: None,
        };
        let (late_september, after) = (Some(date(2020, 9, 29)), Some(date(2020, 10, 12)));
        assert_eq!(Step::of(&project(late_september, after)), Step::InStep(4), "the holiday does not count");
        assert_eq!(Step::of(&project(Some(date(2020, 9, 1)), after)), Step::Late(25));
        assert_eq!(Step::of(&project(after, None)), Step::Unfilled);
        assert_eq!(Step::of(&project(None, after)), Step::Unknown);
    }
}
