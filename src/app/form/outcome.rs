//! Where a target goes, in words: `退回教育体育局,限 5 个工作日(至 2026-12-01)`.

use jiff::civil::Date;
use rust_i18n::t;

use crate::app::common::Common;
use crate::domain::calendar::add_working_days;
use crate::domain::refusal::state_word;
use crate::domain::target::{Standing, State};
use crate::domain::view::CaseFile;

/// Most working days that are counted; a later day is only named.
const COUNTED: u32 = 60;

/// What a step from one standing to another means for the people concerned.
pub fn words(from: &Standing, to: &Standing, file: &CaseFile, common: &Common) -> String {
    let unit = &file.unit.name;
    let stays = (&from.state, &from.stage) == (&to.state, &to.stage) && to.round > from.round;
    match to.state {
        _ if stays => t!("outcome.stays", state = state_word(to.state), round = to.round),
        State::Pending => t!("outcome.pending", stage = stage(to, common)),
        State::Returned => t!("outcome.returned", unit = unit, until = until(to.due, common)),
        State::Negotiating => t!("outcome.negotiating", unit = unit, until = until(to.due, common)),
        State::Ruling => t!("outcome.ruling", count = to.returns),
        State::Budgeted => t!("outcome.budgeted"),
        State::Excluded => t!("outcome.excluded"),
        State::Draft | State::Withdrawn => t!("outcome.becomes", state = state_word(to.state)),
    }
    .into_owned()
}

/// The name of the stage that a target is pending at, else of its state.
pub fn stage(standing: &Standing, common: &Common) -> String {
    let id = standing.stage.as_deref().filter(|_| standing.state == State::Pending);
    let stage = id.and_then(|id| common.procedure.stage(id));
    stage.map_or_else(|| state_word(standing.state), |stage| stage.name.local().to_owned())
}

fn until(due: Option<Date>, common: &Common) -> String {
    let Some(due) = due else { return String::new() };
    let today = common.now.today;
    match (0..=COUNTED).find(|days| add_working_days(today, *days) == due) {
        Some(days) => t!("outcome.within", days = days, day = due.to_string()).into_owned(),
        None => t!("outcome.until", day = due.to_string()).into_owned(),
    }
}
