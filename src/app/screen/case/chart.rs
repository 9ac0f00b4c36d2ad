//! The table of the tab 对应: items of the objective, under each its indicators in the form's order, and beside each
//! indicator what its twin reached in earlier years. What belongs to no item stands at the end.

use crate::domain::evaluation::EvaluationIndicator;
use crate::domain::prior::{Reached, Twin, trends};
use crate::domain::target::{Link, is_neutral};
use crate::domain::view::{CaseFile, PriorEvaluation};

/// Years that a trend looks back.
const SPAN: i32 = 3;

/// What stands in a row: an item, an indicator, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pair {
    /// The item, from 0; none for an indicator of no item.
    pub item: Option<usize>,
    /// The indicator, from 0; none for an item without one.
    pub indicator: Option<usize>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What stands in it.
    pub pair: Pair,
    /// The link between the two.
    pub link: Option<Link>,
    /// Whether the indicator needs no item: satisfaction, and cost of the whole project.
    pub neutral: bool,
}

impl Row {
    /// Whether a reviewer should look here: an item without indicator, or an indicator without item that needs one.
    pub const fn is_gap(&self) -> bool {
        self.pair.indicator.is_none() || (self.pair.item.is_none() && !self.neutral)
    }
}

/// The table.
#[derive(Debug, Clone, Default)]
pub struct Chart {
    /// Its rows.
    pub rows: Vec<Row>,
    /// For each earlier evaluation, newest first: the twin of each indicator.
    pub twins: Vec<Vec<Option<Twin>>>,
    /// For each indicator: what was reached in earlier years, oldest first.
    pub trends: Vec<Vec<Reached>>,
}

impl Chart {
    /// The table of a case file.
    pub fn of(file: &CaseFile) -> Self {
        let twins = file.twins().to_vec();
        let evaluations = file.priors.iter().map(|prior| &prior.evaluation);
        let known: Vec<_> = evaluations.zip(twins.iter().map(Vec::as_slice)).collect();
        let trends = trends(&known, file.submission.indicators.len(), file.target.year, SPAN);
        Self { rows: rows(file), trends, twins }
    }

    /// The earlier indicators that are the same thing as one of this year's, newest first.
    pub fn earlier<'a>(
        &'a self,
        file: &'a CaseFile,
        indicator: usize,
    ) -> impl Iterator<Item = (&'a PriorEvaluation, &'a EvaluationIndicator, Twin)> {
        file.priors.iter().zip(&self.twins).filter_map(move |(prior, twins)| {
            let twin = twins.get(indicator).copied().flatten()?;
            Some((prior, prior.evaluation.indicators.get(twin.place)?, twin))
        })
    }

    /// The row of a pair; when it is gone, the nearest thing: the same item's first row when the link was taken away,
    /// else the row of the same indicator.
    pub fn find(&self, wanted: Pair) -> Option<usize> {
        let exact = self.rows.iter().position(|row| row.pair == wanted);
        let item = || self.rows.iter().position(|row| wanted.item.is_some() && row.pair.item == wanted.item);
        let indicator =
            || self.rows.iter().position(|row| wanted.indicator.is_some() && row.pair.indicator == wanted.indicator);
        exact.or_else(item).or_else(indicator)
    }

    /// The next row, after or before `from`, for which something holds.
    pub fn seek(&self, from: usize, on: bool, holds: impl Fn(&Row) -> bool) -> Option<usize> {
        let wanted = |place: &usize| self.rows.get(*place).is_some_and(&holds);
        if on { (from + 1..self.rows.len()).find(wanted) } else { (0..from.min(self.rows.len())).rev().find(wanted) }
    }
}

fn rows(file: &CaseFile) -> Vec<Row> {
    let indicators = &file.submission.indicators;
    let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let mut links: Vec<&Link> = file.links.iter().filter(|link| link.holds()).collect();
    links.retain(|link| place(link.indicator) < indicators.len());
    links.sort_by_key(|link| (link.objective, link.indicator));
    let mut rows = Vec::new();
    for item in 0..file.items.len() {
        let before = rows.len();
        for link in links.iter().filter(|link| place(link.objective) == item) {
            let pair = Pair { item: Some(item), indicator: Some(place(link.indicator)) };
            rows.push(Row { pair, link: Some((*link).clone()), neutral: false });
        }
        if rows.len() == before {
            rows.push(Row { pair: Pair { item: Some(item), indicator: None }, link: None, neutral: false });
        }
    }
    let linked = |indicator: usize, rows: &[Row]| rows.iter().any(|row| row.pair.indicator == Some(indicator));
    for (indicator, one) in indicators.iter().enumerate() {
        if !linked(indicator, &rows) {
            let pair = Pair { item: None, indicator: Some(indicator) };
            rows.push(Row { pair, link: None, neutral: is_neutral(one) });
        }
    }
    rows
}
