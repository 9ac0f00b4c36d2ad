//! How alike an indicator and an earlier one are, and why.
//!
//! Owns the rules and their thresholds; the thresholds were chosen on hand-labelled forms so that no pair is wrong.

use std::cell::OnceCell;

use rust_decimal::Decimal;

use super::name::{Weights, heads_differ, letters};
use super::people::{asks, kinds, same_people};
use super::quantity::{Quantity, alike, kind_of};
use crate::domain::evaluation::EvaluationIndicator;
use crate::domain::measure::{Measure, Sign, fold};
use crate::domain::target::Indicator;
use crate::domain::text::name_key;

/// Points of 100 that two names under the same levels must reach.
const ENOUGH: u32 = 50;
/// Points that are needed on top when level 2 differs.
const OTHER_LEVEL: u32 = 8;
/// Points that are needed on top when level 1 differs too.
const OTHER_FAMILY: u32 = 17;
/// Points that are needed on top when the units of measure are of different kinds.
const OTHER_KIND: u32 = 12;
/// Points that are needed on top when the names end in words for different measures.
const OTHER_HEAD: u32 = 20;
/// Points that are needed on top when the one value is a number and the other is none.
const OTHER_VALUE: u32 = 12;
/// Points that the only two left of a level and a kind must reach when their numbers are near.
const LEFT_OVER: u32 = 30;
/// Percent that two near numbers differ at most.
const NEAR: i64 = 15;
/// Points that an equal number, other than a round percentage, adds.
const SAME_NUMBER: u32 = 8;
/// Points of a name that contains the other one whole.
const CONTAINED: u32 = 72;
/// Points of the cost of a whole project beside the same of another year.
const WHOLE_COST: u32 = 70;
/// Points of a name that stands in the other's value, because somebody filled the two columns the wrong way round.
const SWAPPED: u32 = 80;
/// Letters that a contained name must have at least.
const SHORTEST: usize = 2;

/// Why two indicators are the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// A person says so.
    Person,
    /// Their names are equal, spaces, punctuation and words of one meaning aside.
    SameName,
    /// One name contains the other.
    Contained,
    /// The names share most of what tells them from the others of the form.
    CommonWords,
    /// The same people's satisfaction.
    SamePeople,
    /// Both are the cost of the whole project.
    WholeCost,
    /// They are the only ones left of their level and unit, and the numbers are near.
    LeftOver,
    /// The name of the one stands as the value of the other.
    Swapped,
}

impl Likeness {
    /// The stable id, which is also the key of its words.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::SameName => "same-name",
            Self::Contained => "contained",
            Self::CommonWords => "common-words",
            Self::SamePeople => "same-people",
            Self::WholeCost => "whole-cost",
            Self::LeftOver => "left-over",
            Self::Swapped => "swapped",
        }
    }
}

/// What an indicator belongs to, by its levels: an older form keeps costs under outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Output,
    Cost,
    Benefit,
    Satisfaction,
    Other,
}

/// An indicator of either year, made comparable.
pub(super) struct Side<'a> {
    /// The letters of its name that count.
    pub(super) letters: Vec<char>,
    given: Given<'a>,
    /// Most indicators are known again by their names alone.
    rest: OnceCell<Rest>,
}

/// An indicator as it stands in its form.
struct Given<'a> {
    name: &'a str,
    /// Levels 1 and 2.
    levels: (&'a str, &'a str),
    sign: Option<Sign>,
    value: Option<&'a str>,
    unit: Option<&'a str>,
}

/// What is compared where the names differ.
struct Rest {
    level: String,
    family: Family,
    /// The value, and its letters: a name may stand there.
    value: String,
    value_letters: Vec<char>,
    /// The kinds of people whose satisfaction is asked for; nothing when none is.
    asked: Option<Vec<usize>>,
    whole_cost: bool,
    number: Option<Decimal>,
    kind: String,
}

impl<'a> Side<'a> {
    /// One of this year's.
    pub(super) fn of(one: &'a Indicator) -> Self {
        let levels = (one.l1.as_deref(), one.l2.as_deref());
        Self::new(one.l3.as_deref(), levels, one.sign, (one.value.as_deref(), one.unit.as_deref()))
    }

    /// An earlier one.
    pub(super) fn of_earlier(one: &'a EvaluationIndicator) -> Self {
        let levels = (one.l1.as_deref(), one.l2.as_deref());
        Self::new(one.l3.as_deref(), levels, one.sign, (one.target.as_deref(), one.unit.as_deref()))
    }

    fn new(
        name: Option<&'a str>,
        (first, second): (Option<&'a str>, Option<&'a str>),
        sign: Option<Sign>,
        (value, unit): (Option<&'a str>, Option<&'a str>),
    ) -> Self {
        let name = name.unwrap_or_default();
        let levels = (first.unwrap_or_default(), second.unwrap_or_default());
        Self { letters: letters(name), given: Given { name, levels, sign, value, unit }, rest: OnceCell::new() }
    }

    fn rest(&self) -> &Rest {
        self.rest.get_or_init(|| Rest::of(&self.given, &self.letters))
    }

    /// Whether its name is too short to tell anything.
    pub(super) fn is_unnamed(&self) -> bool {
        self.letters.len() < SHORTEST
    }

    /// Whether the value is a number that says something: a percentage of 80 to 100 stands everywhere.
    fn telling(&self) -> Option<Decimal> {
        self.rest().number.filter(|_| self.rest().kind != "%")
    }

    /// Whether both stand under the same level 2 and count the same kind of thing.
    pub(super) fn beside(&self, other: &Self) -> bool {
        let (one, other) = (self.rest(), other.rest());
        one.level == other.level && one.kind == other.kind
    }
}

impl Rest {
    fn of(given: &Given<'_>, name: &[char]) -> Self {
        let folded = fold(given.name);
        let kind = kind_of(given.unit.unwrap_or_default());
        let family = family(given.levels.0, given.levels.1);
        let value = fold(given.value.unwrap_or_default());
        let number = Quantity::of(&Measure::of_stored(given.sign, given.value, given.unit));
        Self {
            whole_cost: family == Family::Cost && kind == "元" && is_whole_cost(name),
            asked: asks(&folded).then(|| kinds(&folded)),
            level: name_key(given.levels.1).replace("指标", ""),
            family,
            value_letters: letters(&value),
            value,
            number: number.map(|quantity| quantity.number),
            kind,
        }
    }
}

/// Whether the name of a cost in money speaks of the whole project.
fn is_whole_cost(letters: &[char]) -> bool {
    let name: String = letters.iter().collect();
    let said = ["总成本", "总投资", "总费用", "总支出", "总额", "成本总", "经费总", "投资总"];
    let rest = name
        .chars()
        .filter(|letter| !"项目年度成本控制预算资金支出经费费用总投额在内不超过超范围数的和".contains(*letter));
    said.iter().any(|word| name.contains(word)) || rest.count() == 0
}

fn family(first: &str, second: &str) -> Family {
    let has = |word: &str| first.contains(word) || second.contains(word);
    if has("满意") {
        Family::Satisfaction
    } else if has("成本") {
        Family::Cost
    } else if has("产出") {
        Family::Output
    } else if has("效益") || has("影响") || has("效果") {
        Family::Benefit
    } else {
        Family::Other
    }
}

/// How alike two indicators of one name are (points).
pub(super) fn same_name(one: &Side<'_>, other: &Side<'_>) -> u32 {
    beside_points(one, other) + number_points(one, other)
}

/// How alike two indicators of different names are (points), if that is enough.
pub(super) fn likeness(one: &Side<'_>, other: &Side<'_>, weights: &Weights<'_>) -> Option<(u32, Likeness)> {
    if one.is_unnamed() || other.is_unnamed() || opposed(one.given.sign, other.given.sign) {
        return None;
    }
    let (points, why) = points(one, other, weights)?;
    let enough = points + number_points(one, other) >= needed(one, other);
    enough.then(|| (points + beside_points(one, other), why))
}

/// Whether two indicators may be the same thing when they are the only ones left of their level and kind: what they count is
/// of one kind, the numbers are near, and the names have something in common.
pub(super) fn left_over(one: &Side<'_>, other: &Side<'_>, weights: &Weights<'_>) -> bool {
    let near = |a: Decimal, b: Decimal| (a - b).abs() * Decimal::ONE_HUNDRED <= a.max(b) * Decimal::from(NEAR);
    one.beside(other)
        && !opposed(one.given.sign, other.given.sign)
        && !heads_differ(&one.letters, &other.letters)
        && one.telling().zip(other.telling()).is_some_and(|(a, b)| near(a, b))
        && weights.shared(&one.letters, &other.letters) >= LEFT_OVER
}

fn beside_points(one: &Side<'_>, other: &Side<'_>) -> u32 {
    let (one, other) = (one.rest(), other.rest());
    u32::from(one.level == other.level) * 5 + u32::from(one.kind == other.kind) * 5
}

fn number_points(one: &Side<'_>, other: &Side<'_>) -> u32 {
    let same = one.telling().is_some_and(|number| Some(number) == other.telling());
    u32::from(same) * SAME_NUMBER
}

/// The points that two indicators need, the more the more else differs.
fn needed(one: &Side<'_>, other: &Side<'_>) -> u32 {
    let (this, that) = (one.rest(), other.rest());
    let mut needed = ENOUGH;
    if this.level != that.level {
        needed += OTHER_LEVEL;
    }
    if this.family != that.family {
        needed += OTHER_FAMILY;
    }
    if !alike(&this.kind, &that.kind) {
        needed += OTHER_KIND;
    }
    if this.number.is_some() != that.number.is_some() && !this.value.is_empty() && !that.value.is_empty() {
        needed += OTHER_VALUE;
    }
    if heads_differ(&one.letters, &other.letters) {
        needed += OTHER_HEAD;
    }
    needed
}

fn points(one: &Side<'_>, other: &Side<'_>, weights: &Weights<'_>) -> Option<(u32, Likeness)> {
    let shared = weights.shared(&one.letters, &other.letters);
    match (&one.rest().asked, &other.rest().asked) {
        (None, None) => {}
        (Some(these), Some(those)) if same_people(these, those) => {
            return Some((shared.max(ENOUGH), Likeness::SamePeople));
        }
        _ => return None,
    }
    if swapped(one, other) || swapped(other, one) {
        return Some((SWAPPED, Likeness::Swapped));
    }
    if one.rest().whole_cost && other.rest().whole_cost {
        return Some((shared.max(WHOLE_COST), Likeness::WholeCost));
    }
    let contains = |long: &[char], short: &[char]| long.windows(short.len()).any(|part| part == short);
    if contains(&one.letters, &other.letters) || contains(&other.letters, &one.letters) {
        return Some((shared.max(CONTAINED), Likeness::Contained));
    }
    Some((shared, Likeness::CommonWords))
}

/// Whether the name of the one stands as the value of the other.
fn swapped(one: &Side<'_>, other: &Side<'_>) -> bool {
    one.letters.len() > 3 && other.rest().value_letters == one.letters
}

/// Whether more is better for one and worse for the other.
fn opposed(one: Option<Sign>, other: Option<Sign>) -> bool {
    let direction = |sign: Option<Sign>| match sign {
        Some(Sign::AtLeast | Sign::MoreThan) => Some(true),
        Some(Sign::AtMost | Sign::LessThan) => Some(false),
        _ => None,
    };
    matches!((direction(one), direction(other)), (Some(one), Some(other)) if one != other)
}
