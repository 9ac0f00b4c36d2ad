//! Which pairs become links: the best item of each indicator if it is good enough, and, for outputs that name nothing of
//! any item, the work that there is to measure.
//!
//! Owns thresholds and confidence. An indicator is judged by itself, so that the order of indicators changes nothing.

use std::cmp::Reverse;

use super::ground::Ground;
use super::pair::{Gauge, Goal, Level, Match, compare};
use crate::domain::target::{Indicator, Link, LinkOrigin, is_neutral};

/// Confidence (points of 100) from which a suggestion is shown as certain: on labelled forms nearly all of them are right.
pub const CERTAIN: u8 = 75;
/// Points that the best item needs.
const ENOUGH_OF_OUTPUT: u32 = 30;
const ENOUGH_OF_BENEFIT: u32 = 30;
/// Points said that single out an item for an output when no item has enough.
const HINT: u32 = 12;
/// Of the best item's points (of 100), what another item needs for a link of its own.
const BESIDE: u32 = 92;
/// At most so many items for one indicator.
const MOST: usize = 2;
/// Confidence where an item is only hinted at, and where nothing names it.
const HINTED: u8 = 48;
const UNNAMED: u8 = 38;

/// The links between items and indicators that the program proposes, by item and indicator. Neutral indicators (satisfaction,
/// cost) get none. `names` are the other names of each indicator, as far as the indicator library has any.
pub fn suggest(items: &[String], indicators: &[Indicator], names: &[Vec<String>]) -> Vec<Link> {
    let goals: Vec<Goal> = items.iter().map(|item| Goal::of(item)).collect();
    let mut links = Vec::new();
    let mut open = Vec::new();
    let mut outputs = vec![0_usize; goals.len()];
    for (place, indicator) in indicators.iter().enumerate().filter(|(_, indicator)| !is_neutral(indicator)) {
        let gauge = Gauge::of(indicator, names.get(place).map_or(&[], Vec::as_slice));
        let matches = compare(&gauge, &goals);
        let found = best(&gauge, &matches);
        if gauge.level == Level::Output {
            found.iter().for_each(|(item, _)| outputs[*item] += 1);
            if found.is_empty() && !gauge.is_flow() {
                open.push((place, matches));
                continue;
            }
        }
        links.extend(found.into_iter().filter_map(|(item, sure)| link(item, place, sure, &matches[item].grounds)));
    }
    let main = main_work(&goals, &outputs);
    for (place, matches) in open {
        links.extend(unnamed(&matches, main).and_then(|(item, sure, grounds)| link(item, place, sure, &grounds)));
    }
    links.sort_by_key(|link| (link.objective, link.indicator));
    links
}

fn link(item: usize, indicator: usize, confidence: u8, grounds: &[Ground]) -> Option<Link> {
    Some(Link {
        objective: u32::try_from(item).ok()?,
        indicator: u32::try_from(indicator).ok()?,
        origin: LinkOrigin::Suggested,
        confidence,
        by: String::new(),
        grounds: grounds.to_vec(),
    })
}

/// The items that an indicator answers to by itself, with confidence: the best one, and another that is as good.
fn best(gauge: &Gauge<'_>, matches: &[Match]) -> Vec<(usize, u8)> {
    let needed = if gauge.level == Level::Output { ENOUGH_OF_OUTPUT } else { ENOUGH_OF_BENEFIT };
    let Some(top) = matches.iter().map(|found| found.points).max().filter(|top| *top >= needed) else {
        return Vec::new();
    };
    let mut items: Vec<usize> = (0..matches.len()).filter(|item| matches[*item].points * 100 >= top * BESIDE).collect();
    items.sort_by_key(|item| (Reverse(matches[*item].points), *item));
    items.truncate(MOST);
    let others = matches.iter().enumerate().filter(|(item, _)| !items.contains(item));
    let rival = others.map(|(_, found)| found.points).max().unwrap_or(0);
    items.iter().map(|item| (*item, confidence(&matches[*item], rival, items.len()))).collect()
}

/// Sure is what is said in words and amounts, and what no other item says as well.
fn confidence(found: &Match, rival: u32, items: usize) -> u8 {
    let margin = found.points.saturating_sub(rival).min(60);
    let sure = 30 + found.said.min(90) / 2 + margin / 3;
    let shared = if items > 1 { 10 } else { 0 };
    u8::try_from(sure.saturating_sub(shared).clamp(20, 97)).unwrap_or(97)
}

/// The item for an output that answers to none by itself: the one that is hinted at, else the main work.
fn unnamed(matches: &[Match], main: Option<usize>) -> Option<(usize, u8, Vec<Ground>)> {
    let hints = matches.iter().enumerate().filter(|(_, found)| found.said >= HINT);
    match hints.max_by_key(|(item, found)| (found.points, Reverse(*item))) {
        Some((item, found)) => Some((item, HINTED, found.grounds.clone())),
        None => main.map(|item| (item, UNNAMED, vec![Ground::MainWork])),
    }
}

/// The item that most outputs answer to, among those that name work if any does; the first of equals.
fn main_work(goals: &[Goal], outputs: &[usize]) -> Option<usize> {
    let any = goals.iter().any(|goal| !goal.effect);
    let works = (0..goals.len()).filter(|item| !any || !goals[*item].effect);
    works.max_by_key(|item| (outputs[*item], Reverse(*item)))
}

#[cfg(test)]
mod tests;
