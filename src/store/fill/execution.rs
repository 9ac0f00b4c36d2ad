//! What became of the approved targets of a file filled for measuring: most were monitored, half evaluated by their units.

use super::{YEAR, evaluated};
use crate::domain::event::Event;
use crate::domain::execution::event::ExecutionEvent;
use crate::domain::execution::progress::{Light, Likelihood, Monitoring, Progress, WarningKind};
use crate::domain::ids::{EvaluationId, TargetId, UnitId};
use crate::domain::money::Money;
use crate::domain::target::ProjectName;

/// The period of monitoring.
const PERIOD: &str = "jul";
/// Evaluations of the targets' own year are numbered from here on; those of the year before bear their targets' numbers.
const FIRST: i64 = 10_000_000;
/// Indicators of a form.
const INDICATORS: usize = 5;

/// What is written of an approved target.
pub(super) fn events(number: u32, unit: UnitId, project: &ProjectName, amount: Money) -> Vec<Event> {
    let target = TargetId(i64::from(number) + 1);
    let mut out = Vec::new();
    let mut act = |act: ExecutionEvent| out.push(Event::Execution { act });
    if number.is_multiple_of(5) {
        let warning = WarningKind::Missing;
        act(ExecutionEvent::WarningRaised { target, period: PERIOD.to_owned(), warning, places: Vec::new() });
    } else {
        let progress = Progress {
            value: (number % 90 + 10).to_string(),
            expected: "100".to_owned(),
            likelihood: Likelihood::Certain,
            ..Progress::default()
        };
        let monitoring = Monitoring {
            period: PERIOD.to_owned(),
            budget: Some(amount),
            executed: Some(Money(amount.0 / 2)),
            expected: None,
            indicators: vec![progress; INDICATORS],
        };
        let light = if number.is_multiple_of(7) { Light::Yellow } else { Light::Green };
        act(ExecutionEvent::MonitoringFilled { target, monitoring, light, late: number % 3 });
    }
    if number.is_multiple_of(2) {
        out.push(evaluated(EvaluationId(FIRST + target.0), unit, (project, YEAR), amount, number));
    }
    out
}
