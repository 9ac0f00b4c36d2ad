//! `execution-as-indicator`: 预算执行率, 资金到位率, 支付率 and the like serve as a performance indicator; they are managed elsewhere. Levels of
//! management (过程, 投入管理) are where a form asks for them.

use super::indicator_orphan::is_of_management;
use super::words::{self, Group};
use super::{Check, Notes, Subject};

pub(super) const CHECK: Check = Check::of_target("execution-as-indicator", run);

/// Characters that may stand between the money and what is done with it.
const BETWEEN: usize = 4;

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    for one in subject.indicators.iter().filter(|one| is_execution(&one.name) && !is_of_management(one)) {
        notes.at(one.at(), one.of.name());
    }
}

/// Whether a name is one of budget execution.
pub(super) fn is_execution(name: &str) -> bool {
    if words::has(Group::NoExecution, name) {
        return false;
    }
    words::list(Group::Execution).iter().any(|word| name.contains(word.as_str()) && rates(name)) || spells_out(name)
}

/// Whether a name ends as a rate or as a state of progress.
fn rates(name: &str) -> bool {
    words::ends(Group::FundEnding, name)
}

/// Money, close behind it what is done with it, and then only the ending of a rate: 财政资金足额到位率.
fn spells_out(name: &str) -> bool {
    words::list(Group::Fund).iter().any(|fund| {
        let Some((_, rest)) = name.split_once(fund.as_str()) else { return false };
        words::list(Group::FundAction).iter().any(|action| {
            let Some((between, ending)) = rest.split_once(action.as_str()) else { return false };
            between.chars().count() <= BETWEEN && words::is(Group::FundEnding, ending)
        })
    })
}
