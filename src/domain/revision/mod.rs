//! What changed from a former round of a target to a newer one: amount, items of the objective, indicators, and which indicator
//! answers to which item. And whether the newer round answers what was said of earlier ones.
//!
//! Items and indicators are paired by what they say (`pairs`), never by their place: a changed order is no change. Texts are
//! compared by words (`words`). Knows nothing of screens.

mod pairs;
mod words;

use serde::{Deserialize, Serialize};

use super::ids::Seq;
use super::measure::Sign;
use super::money::Money;
use super::prior::percent;
use super::target::{Indicator, Link, Submission};
use pairs::Former;
pub use words::{Piece, pieces};

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Revision {
    /// The amount, if it changed.
    pub amount: Option<AmountChange>,
    /// Items, in the newer order; what is gone comes last.
    pub items: Vec<ItemChange>,
    /// Indicators, in the newer order; what is gone comes last.
    pub indicators: Vec<IndicatorChange>,
    /// Links, by item and indicator.
    pub links: Vec<LinkChange>,
}

/// A changed amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AmountChange {
    /// Before; `None` where none was stated.
    pub former: Option<Money>,
    /// Now.
    pub newer: Option<Money>,
}

impl AmountChange {
    /// What it is more (or, below zero, less), and that in percent of what it was, where both are stated.
    pub fn difference(&self) -> Option<(Money, Option<rust_decimal::Decimal>)> {
        let (former, newer) = (self.former?, self.newer?);
        Some((newer - former, percent(newer.to_wan(), former.to_wan())))
    }
}

/// Where something stands in either round, from 0; the one where it is missing has no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Only in the newer.
    Added(usize),
    /// Only in the former.
    Removed(usize),
    /// In both, with other words: former, newer.
    Changed(usize, usize),
}

/// An item that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemChange {
    /// Where it stands.
    pub place: Place,
    /// Its text.
    pub pieces: Vec<Piece>,
}

/// An indicator that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorChange {
    /// Where it stands.
    pub place: Place,
    /// What changed of it; all that is stated, where it is new or gone.
    pub parts: Vec<(Part, Vec<Piece>)>,
}

/// What an indicator consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Levels 1 and 2.
    Level,
    /// Its own name.
    Name,
    /// 指标性质.
    Sign,
    /// 指标值.
    Value,
    /// 计量单位.
    Unit,
    /// 权重.
    Weight,
}

impl Part {
    /// All parts in the form's order.
    pub const ALL: [Self; 6] = [Self::Level, Self::Name, Self::Sign, Self::Value, Self::Unit, Self::Weight];

    /// The stable id, which is also the key of its name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Name => "name",
            Self::Sign => "sign",
            Self::Value => "value",
            Self::Unit => "unit",
            Self::Weight => "weight",
        }
    }

    /// What an indicator says of it; nothing where it is left blank.
    pub fn of(self, indicator: &Indicator) -> String {
        let stated = |text: &Option<String>| text.clone().unwrap_or_default();
        match self {
            Self::Level => {
                let levels = [&indicator.l1, &indicator.l2].into_iter().flatten().map(String::as_str);
                levels.collect::<Vec<_>>().join("/")
            }
            Self::Name => indicator.name().to_owned(),
            Self::Sign => indicator.sign.map(Sign::term).unwrap_or_default().to_owned(),
            Self::Value => stated(&indicator.value),
            Self::Unit => stated(&indicator.unit),
            Self::Weight => stated(&indicator.weight),
        }
    }
}

/// A link that came or went between an item and an indicator that both are there now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinkChange {
    /// The item in the newer round, from 0.
    pub item: usize,
    /// The indicator in the newer round, from 0.
    pub indicator: usize,
    /// Whether it came.
    pub added: bool,
}

impl Revision {
    /// What changed from a submission, with its links, to a newer one.
    pub fn between((former, former_links): (&Submission, &[Link]), (newer, links): (&Submission, &[Link])) -> Self {
        let (old_items, items) = (former.items(), newer.items());
        let of_items = pairs::items(&old_items, &items);
        let of_indicators = pairs::indicators(&former.indicators, &newer.indicators);
        let item = |place: Place| {
            let (old, new) = match place {
                Place::Added(new) => ("", items[new].as_str()),
                Place::Removed(old) => (old_items[old].as_str(), ""),
                Place::Changed(old, new) => (old_items[old].as_str(), items[new].as_str()),
            };
            ItemChange { place, pieces: pieces(old, new) }
        };
        let differ = |place: &Place| !matches!(*place, Place::Changed(old, new) if old_items[old] == items[new]);
        let indicator = |place| IndicatorChange { place, parts: parts(&former.indicators, &newer.indicators, place) };
        let (old_count, old_indicators) = (old_items.len(), former.indicators.len());
        let amount = AmountChange { former: former.amount, newer: newer.amount };
        Self {
            amount: (amount.former != amount.newer).then_some(amount),
            items: places(&of_items, old_count).filter(differ).map(item).collect(),
            indicators: places(&of_indicators, old_indicators)
                .map(indicator)
                .filter(|change| !change.parts.is_empty() || !matches!(change.place, Place::Changed(..)))
                .collect(),
            links: link_changes(former_links, links, &of_items, &of_indicators),
        }
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// How many things changed.
    pub fn count(&self) -> usize {
        usize::from(self.amount.is_some()) + self.items.len() + self.indicators.len() + self.links.len()
    }
}

/// Every thing of both rounds once: the newer in their order, then what is gone.
fn places(of_newer: &Former, former: usize) -> impl Iterator<Item = Place> {
    let place = |(new, old): (usize, &Option<usize>)| old.map_or(Place::Added(new), |old| Place::Changed(old, new));
    let gone = (0..former).filter(|old| !of_newer.contains(&Some(*old))).map(Place::Removed);
    of_newer.iter().enumerate().map(place).chain(gone)
}

fn parts(former: &[Indicator], newer: &[Indicator], place: Place) -> Vec<(Part, Vec<Piece>)> {
    let (old, new) = match place {
        Place::Added(new) => (None, newer.get(new)),
        Place::Removed(old) => (former.get(old), None),
        Place::Changed(old, new) => (former.get(old), newer.get(new)),
    };
    let text = |indicator: Option<&Indicator>, part: Part| indicator.map(|one| part.of(one)).unwrap_or_default();
    let texts = Part::ALL.into_iter().map(|part| (part, text(old, part), text(new, part)));
    texts.filter(|(_, old, new)| old != new).map(|(part, old, new)| (part, pieces(&old, &new))).collect()
}

fn link_changes(former: &[Link], newer: &[Link], of_items: &Former, of_indicators: &Former) -> Vec<LinkChange> {
    let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let now = |of: &Former, old: u32| of.iter().position(|former| *former == Some(place(old)));
    let held = |links: &[Link]| links.iter().filter(|link| link.holds()).cloned().collect::<Vec<_>>();
    let old: Vec<(usize, usize)> = held(former)
        .iter()
        .filter_map(|link| Some((now(of_items, link.objective)?, now(of_indicators, link.indicator)?)))
        .collect();
    let new: Vec<(usize, usize)> =
        held(newer).iter().map(|link| (place(link.objective), place(link.indicator))).collect();
    let change = |added: bool| {
        move |(item, indicator): &(usize, usize)| LinkChange { item: *item, indicator: *indicator, added }
    };
    let there = |(item, indicator): &&(usize, usize)| *item < of_items.len() && *indicator < of_indicators.len();
    let came = new.iter().filter(there).filter(|pair| !old.contains(pair)).map(change(true));
    let went = old.iter().filter(|pair| !new.contains(pair)).map(change(false));
    let mut changes: Vec<LinkChange> = came.chain(went).collect();
    changes.sort_unstable();
    changes.dedup();
    changes
}

/// Whether a later submission answers an earlier opinion, as somebody said last. It stands in later rounds until somebody says
/// otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The opinion: its row in the journal.
    pub review: Seq,
    /// The round under review when it was said.
    pub round: u32,
    /// Answered (已答复) or not (未答复).
    pub answered: bool,
    /// Who said it.
    pub by: String,
}

#[cfg(test)]
mod tests;
