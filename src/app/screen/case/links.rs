//! What is done to the links between items and indicators: confirming what the program proposes, one or all that it is certain
//! of, making, rejecting and taking away.

use rust_i18n::t;

use super::chart::{Pair, Row};
use super::{Case, Pane};
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::popup::{Choice, Confirm, Item, Popup, Purpose};
use crate::app::reason::Reason;
use crate::domain::command::Command;
use crate::domain::target::{Link, LinkOrigin};
use crate::domain::view::CaseFile;

/// So many links are named before all are confirmed; the rest is counted.
const NAMED: usize = 10;

/// What is being linked: the one side, while the other is chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Linking {
    from: Pair,
    round: u32,
}

/// Whether something can be done to the links from a row.
///
/// # Errors
/// Why not.
pub(super) fn available(action: Action, file: &CaseFile, row: &Row) -> Result<(), Reason> {
    match action {
        Action::Link if file.items.is_empty() => Err(Reason::Words("case.reason.no-items")),
        Action::Reject | Action::Unlink if row.link.is_none() => Err(Reason::Words("case.reason.no-link")),
        Action::ConfirmAll if !file.links.iter().any(Link::is_certain) => Err(Reason::Words("case.reason.no-certain")),
        _ => Ok(()),
    }
}

impl Case {
    /// Confirms the link of the selected row if the program proposes it, else asks for the other side.
    pub(super) fn confirm_or_ask(&mut self, common: &mut Common) {
        let suggested = |row: &&Row| row.link.as_ref().is_some_and(|link| link.origin == LinkOrigin::Suggested);
        match self.row().filter(|_| self.pane == Pane::Indicators).filter(suggested).map(|row| row.pair) {
            Some(pair) => self.confirm(pair, common),
            None => self.ask_link(common),
        }
    }

    fn confirm(&mut self, pair: Pair, common: &mut Common) {
        let Some(round) = self.file.as_deref().map(|file| file.target.standing.round) else { return };
        let (Some(objective), Some(indicator)) = numbers(pair) else { return };
        let link = Command::Link { target: self.target, round, objective, indicator, belongs: true };
        self.wish_at(link, &t!("case.done.link"), Some(pair), common);
    }

    /// Shows which links the program is certain of, before all of them are confirmed.
    pub(super) fn ask_confirm_all(&self, common: &mut Common) {
        let Some(file) = self.file.as_deref() else { return };
        let certain: Vec<&Link> = file.links.iter().filter(|link| link.is_certain()).collect();
        let name = |link: &&Link| {
            let place = usize::try_from(link.indicator).unwrap_or(usize::MAX);
            let name = file.submission.indicators.get(place).map_or("", |indicator| indicator.name());
            let (item, indicator) = (link.objective + 1, link.indicator + 1);
            t!("case.certain-line", item = item, indicator = indicator, name = name, confidence = link.confidence)
                .into_owned()
        };
        let mut lines: Vec<String> = certain.iter().take(NAMED).map(name).collect();
        if certain.len() > NAMED {
            lines.push(t!("case.certain-more", count = certain.len() - NAMED).into_owned());
        }
        lines.push(t!("case.certain-undo").into_owned());
        let title = t!("case.ask-certain", count = certain.len()).into_owned();
        common.popup(Popup::Confirm(Confirm::new(Purpose::ConfirmLinks, title, lines)));
    }

    pub(super) fn confirm_all(&mut self, common: &mut Common) {
        let Some(file) = self.file.as_deref() else { return };
        let (target, round) = (self.target, file.target.standing.round);
        let certain = file.links.iter().filter(|link| link.is_certain());
        let commands: Vec<Command> = certain
            .map(|link| {
                let (objective, indicator) = (link.objective, link.indicator);
                Command::Link { target, round, objective, indicator, belongs: true }
            })
            .collect();
        let done = t!("case.done.certain", count = commands.len());
        self.wish_links(commands, &done, self.row().map(|row| row.pair), common);
    }

    /// Asks which item the indicator answers to, or, from the items' pane, which indicator answers to the item.
    fn ask_link(&mut self, common: &mut Common) {
        let (Some(file), Some(row)) = (self.file.as_deref(), self.row()) else { return };
        let pair = row.pair;
        let from = match (self.pane, pair.indicator) {
            (Pane::Indicators, Some(_)) => Pair { item: None, ..pair },
            _ => Pair { indicator: None, ..pair },
        };
        let popup = match (from.indicator, from.item) {
            (Some(indicator), _) => {
                let name = file.submission.indicators[indicator].name();
                let items = file.items.iter().enumerate();
                let items = items.map(|(item, text)| Item {
                    title: t!("case.numbered", number = item + 1, text = text).into_owned(),
                    detail: link_words(file, item, indicator),
                });
                let title = t!("case.ask-item", name = name).into_owned();
                Choice::new(Purpose::Link, title, items.collect(), pair.item.unwrap_or(0))
            }
            (None, Some(item)) => {
                let indicators = file.submission.indicators.iter().enumerate();
                let indicators = indicators.map(|(place, indicator)| Item {
                    title: t!("case.numbered", number = place + 1, text = indicator.name()).into_owned(),
                    detail: link_words(file, item, place),
                });
                let title = t!("case.ask-indicator", item = item + 1).into_owned();
                Choice::new(Purpose::Link, title, indicators.collect(), pair.indicator.unwrap_or(0))
            }
            (None, None) => return common.fail(t!("case.reason.no-item-here")),
        };
        self.linking = Some(Linking { from, round: file.target.standing.round });
        common.popup(Popup::Choice(popup));
    }

    pub(super) fn link(&mut self, chosen: usize, common: &mut Common) {
        let Some(Linking { from, round }) = self.linking.take() else { return };
        let pair = Pair { item: from.item.or(Some(chosen)), indicator: from.indicator.or(Some(chosen)) };
        let (Some(objective), Some(indicator)) = numbers(pair) else { return };
        let link = Command::Link { target: self.target, round, objective, indicator, belongs: true };
        self.wish_at(link, &t!("case.done.link"), Some(pair), common);
    }

    /// Rejects or takes away the link of the selected row.
    pub(super) fn part(&mut self, reject: bool, common: &mut Common) {
        let (Some(file), Some(row)) = (self.file.as_deref(), self.row()) else { return };
        let (pair, round, target) = (row.pair, file.target.standing.round, self.target);
        let (Some(objective), Some(indicator)) = numbers(pair) else { return };
        let (command, done) = if reject {
            (Command::Link { target, round, objective, indicator, belongs: false }, t!("case.done.reject"))
        } else {
            (Command::Unlink { target, round, objective, indicator }, t!("case.done.unlink"))
        };
        self.wish_at(command, &done, Some(pair), common);
    }
}

fn numbers(pair: Pair) -> (Option<u32>, Option<u32>) {
    let number = |place: Option<usize>| place.and_then(|place| u32::try_from(place).ok());
    (number(pair.item), number(pair.indicator))
}

/// Who says what of a possible link, in a word.
fn link_words(file: &CaseFile, item: usize, indicator: usize) -> String {
    let same = |number: u32, place: usize| usize::try_from(number).is_ok_and(|number| number == place);
    let link = file.links.iter().find(|link| same(link.objective, item) && same(link.indicator, indicator));
    link.map(|link| match link.origin {
        LinkOrigin::Suggested => t!("case.link.suggested", confidence = link.confidence).into_owned(),
        LinkOrigin::Confirmed => t!("case.link.confirmed", by = link.by).into_owned(),
        LinkOrigin::Rejected => t!("case.link.rejected", by = link.by).into_owned(),
    })
    .unwrap_or_default()
}
