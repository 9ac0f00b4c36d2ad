//! How well one indicator answers to one item: shared words, amounts, kinds of work and aspects, levels as cues.
//!
//! Owns the points of a pair; which pairs become links is decided over all of them together (`settle`).

use super::amounts::{self, Amount};
use super::ground::Ground;
use super::lexicon::{Cue, Lexicon};
use super::name::{Item, Name, Shared};
use crate::domain::target::Indicator;

/// Points that are added to a name's own before the shared words are set against it, so that one common word alone says little.
const REST: u32 = 60;
/// Of a word's points, what it is worth in the value (定性), and at most for all words of it.
const VALUE: u32 = 30;
const VALUES: u32 = 30;
/// Points for a kind of work in common: for outputs, which measure work, and for benefits.
const WORK_OF_OUTPUT: u32 = 25;
const WORK_OF_BENEFIT: u32 = 6;
/// Points for an aspect in common, and for a deadline that the item is about.
const ASPECT: u32 = 12;
const DEADLINE: u32 = 14;
/// Of 100, what the share of the name that the item repeats counts, and the share of the item that the name repeats.
const OF_NAME: u32 = 85;
const OF_ITEM: u32 = 35;
/// Of a word's points, what it counts when another item has it as well.
const COMMON: u32 = 75;
/// Points for an item that has another name of the indicator whole.
const OTHER_NAME: u32 = 60;
/// Points when the item is of the kind that the level speaks of: work for outputs, an effect for benefits.
const LEVEL: u32 = 8;

/// What an indicator measures, by its levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// 产出: how much of the work was done, how well, how soon.
    Output,
    /// 效益: what came of it.
    Benefit,
}

/// An item with what is known of it.
#[derive(Debug)]
pub struct Goal {
    item: Item,
    /// The item's own words.
    name: Name,
    amounts: Vec<Amount>,
    /// Whether it says by when.
    deadline: bool,
    /// The kinds of work that it names, by place in the lexicon.
    works: Vec<usize>,
    /// Whether it names an effect rather than work.
    pub effect: bool,
}

impl Goal {
    /// Reads an item.
    pub fn of(text: &str) -> Self {
        let lexicon = Lexicon::get();
        let item = Item::of(text);
        let works = places(&lexicon.works, |work| item.names(&work.item));
        let amounts = amounts::find(text);
        let counts = amounts.iter().any(Amount::is_count);
        let begins = lexicon.effects.iter().any(|word| item.text.starts_with(word.as_str()));
        let effect = !counts && (begins || (works.is_empty() && !item.names(&lexicon.deeds)));
        let deadline = item.names(&lexicon.deadlines);
        Self { name: Name::of(text), amounts, deadline, works, effect, item }
    }
}

/// An indicator with what is known of it.
#[derive(Debug)]
pub struct Gauge<'a> {
    indicator: &'a Indicator,
    name: Name,
    /// Its other names by the indicator library.
    others: &'a [String],
    text: Item,
    timely: bool,
    value: Option<Name>,
    works: Vec<usize>,
    aspects: Vec<usize>,
    /// Whether it only follows the money (资金支付率).
    flow: bool,
    /// What it measures.
    pub level: Level,
}

impl<'a> Gauge<'a> {
    /// Reads an indicator that the library knows by other names too.
    pub fn of(indicator: &'a Indicator, others: &'a [String]) -> Self {
        let lexicon = Lexicon::get();
        let name = Item::of(indicator.name());
        let levels = [indicator.l1.as_deref(), indicator.l2.as_deref()];
        let benefit = levels.into_iter().flatten().any(|level| level.contains("效益") || level.contains("影响"));
        let words = indicator.value.as_deref().filter(|value| !value.contains(|c: char| c.is_ascii_digit()));
        Self {
            indicator,
            others,
            name: Name::of(indicator.name()),
            value: words.map(Name::of),
            works: places(&lexicon.works, |work| name.names(&work.indicator)),
            aspects: places(&lexicon.aspects, |aspect| name.names(&aspect.indicator)),
            timely: levels.into_iter().flatten().any(|level| level.contains("时效")),
            flow: name.names(&lexicon.flows),
            text: name,
            level: if benefit { Level::Benefit } else { Level::Output },
        }
    }

    /// Whether it follows the money and no more.
    pub const fn is_flow(&self) -> bool {
        self.flow
    }
}

/// How well an indicator answers to an item.
#[derive(Debug, Clone, Default)]
pub struct Match {
    /// Points, about 100 for a name that the item repeats whole.
    pub points: u32,
    /// Points that come from words and amounts alone.
    pub said: u32,
    /// Why.
    pub grounds: Vec<Ground>,
}

/// Compares an indicator with every item.
pub fn compare(gauge: &Gauge<'_>, goals: &[Goal]) -> Vec<Match> {
    let names: Vec<Shared> = goals.iter().map(|goal| gauge.name.shared(&goal.item)).collect();
    let of_word = |shared: &Shared, word: usize| {
        let points = shared.points.get(word).copied().unwrap_or(0);
        let others = names.iter().filter(|other| other.points.get(word).copied().unwrap_or(0) >= points).count();
        if others > 1 { points * COMMON / 100 } else { points }
    };
    let total = |shared: &Shared| (0..shared.points.len()).map(|word| of_word(shared, word)).sum::<u32>();
    goals.iter().zip(&names).map(|(goal, shared)| one(gauge, goal, shared, total(shared))).collect()
}

fn one(gauge: &Gauge<'_>, goal: &Goal, shared: &Shared, points: u32) -> Match {
    let mut found = Match::default();
    words(gauge, goal, (shared, points), &mut found);
    if let Some((amount, points)) = amounts::shared(&goal.amounts, gauge.indicator) {
        found.said += points;
        found.grounds.push(Ground::Amount(amount.text.clone(), gauge.indicator.measure_text()));
    }
    if let Some(other) = gauge.others.iter().find(|other| goal.item.text.contains(other.as_str())) {
        found.said += OTHER_NAME;
        found.grounds.push(Ground::Synonym(other.clone(), gauge.indicator.name().to_owned()));
    }
    found.points = found.said;
    let lexicon = Lexicon::get();
    if let Some(work) = gauge.works.iter().find(|work| goal.works.contains(work)) {
        found.points += if gauge.level == Level::Output { WORK_OF_OUTPUT } else { WORK_OF_BENEFIT };
        found.grounds.push(Ground::Work(lexicon.works[*work].id.clone()));
    }
    if gauge.aspects.iter().any(|aspect| goal.item.names(&lexicon.aspects[*aspect].item)) {
        found.points += ASPECT;
    }
    if gauge.timely && goal.deadline {
        found.points += DEADLINE;
    }
    if goal.effect == (gauge.level == Level::Benefit) {
        found.points += LEVEL;
    }
    found
}

fn words(gauge: &Gauge<'_>, goal: &Goal, (shared, points): (&Shared, u32), found: &mut Match) {
    let value = gauge.value.as_ref().map(|value| value.shared(&goal.item)).unwrap_or_default();
    let of_name = 100 * points / (gauge.name.points() + REST);
    let of_item = 100 * goal.name.shared(&gauge.text).points.iter().sum::<u32>() / (goal.name.points() + REST);
    found.said = (of_name * OF_NAME + of_item * OF_ITEM) / 100;
    found.said += (value.points.iter().sum::<u32>() * VALUE / 100).min(VALUES);
    let words: Vec<String> = shared.words.iter().chain(&value.words).cloned().collect();
    if !words.is_empty() {
        found.grounds.push(Ground::Words(words));
    }
    found.grounds.extend(shared.synonyms.iter().cloned().map(|(item, name)| Ground::Synonym(item, name)));
}

fn places(cues: &[Cue], holds: impl Fn(&Cue) -> bool) -> Vec<usize> {
    cues.iter().enumerate().filter(|(_, cue)| holds(cue)).map(|(place, _)| place).collect()
}
