//! The execution of targets: `facts` answers `decide`, `read` the screens and the command line; the rows of both are here.

mod facts;
mod read;

use rusqlite::{Connection, Row, params};

use super::rows::strange;
use crate::domain::execution::progress::{Cause, Light, Likelihood, Monitoring, Progress, WarningKind};
use crate::domain::execution::record::{Details, Disposal, Disposed, Filled, Judgement, Rectified, Reported, Warning};
use crate::domain::ids::{EvaluationId, Seq, TargetId};
use crate::domain::money::Money;
use crate::domain::time::Instant;

type Sql<T> = rusqlite::Result<T>;

/// The columns of what stands of an evaluation `e`, in the order of [`reported`].
const REPORTED: &str = "e.id, e.recorded_by, e.recorded_at, e.details, e.judged, e.judgement, e.judged_by, e.judged_at";

fn reported(row: &Row<'_>) -> Sql<Reported> {
    let details: String = row.get(3)?;
    let judged: Option<String> = row.get(4)?;
    let judgement = match judged {
        None => None,
        Some(judged) => Some(Judgement {
            accepted: judged == "accepted",
            opinion: row.get(5)?,
            by: row.get(6)?,
            at: Instant(row.get(7)?),
        }),
    };
    Ok(Reported {
        id: EvaluationId(row.get(0)?),
        by: row.get(1)?,
        at: Instant(row.get(2)?),
        details: details_of(3, &details)?,
        judgement,
    })
}

fn details_of(column: usize, text: &str) -> Sql<Details> {
    if text.is_empty() {
        return Ok(Details::default());
    }
    serde_json::from_str(text).map_err(|_| strange(column, text))
}

const FILLED: &str =
    "seq, target_id, period, budget, executed, expected, light, late, filled_by, at, disposal, opinion, due,
    disposed_by, disposed_at, rectified, rectified_by, rectified_at";

/// The forms of a target that stand, or only that of a period.
fn filled(conn: &Connection, target: TargetId, period: Option<&str>) -> Sql<Vec<Filled>> {
    let sql = format!(
        "select {FILLED} from monitoring where target_id = ?1 and (?2 is null or period = ?2) and replaced = 0 order by seq"
    );
    let mut sql = conn.prepare_cached(&sql)?;
    let mut all = sql.query_map(params![target.0, period], form)?.collect::<Sql<Vec<_>>>()?;
    for one in &mut all {
        one.monitoring.indicators = indicators(conn, one.seq)?;
    }
    Ok(all)
}

fn form(row: &Row<'_>) -> Sql<Filled> {
    let light: String = row.get(6)?;
    let disposal: Option<String> = row.get(10)?;
    let disposed = match disposal {
        None => None,
        Some(id) => Some(Disposed {
            disposal: Disposal::of_id(&id).ok_or_else(|| strange(10, &id))?,
            opinion: row.get(11)?,
            due: row.get::<_, Option<String>>(12)?.map(|day| day.parse().map_err(|_| strange(12, &day))).transpose()?,
            by: row.get(13)?,
            at: Instant(row.get(14)?),
        }),
    };
    let rectified = match row.get::<_, Option<String>>(15)? {
        None => None,
        Some(text) => Some(Rectified { text, by: row.get(16)?, at: Instant(row.get(17)?) }),
    };
    let money = |column: usize| row.get::<_, Option<i64>>(column).map(|amount| amount.map(Money));
    Ok(Filled {
        seq: Seq(row.get(0)?),
        target: TargetId(row.get(1)?),
        monitoring: Monitoring {
            period: row.get(2)?,
            budget: money(3)?,
            executed: money(4)?,
            expected: money(5)?,
            indicators: Vec::new(),
        },
        light: Light::of_id(&light).ok_or_else(|| strange(6, &light))?,
        late: row.get(7)?,
        by: row.get(8)?,
        at: Instant(row.get(9)?),
        disposed,
        rectified,
    })
}

fn indicators(conn: &Connection, form: Seq) -> Sql<Vec<Progress>> {
    let sql = "select value, expected, likelihood, cause, reason from monitoring_indicator where monitoring_seq = ?1 order by place";
    let read = |row: &Row<'_>| {
        let likelihood: String = row.get(2)?;
        let cause: Option<String> = row.get(3)?;
        Ok(Progress {
            value: row.get(0)?,
            expected: row.get(1)?,
            likelihood: Likelihood::of_text(&likelihood).ok_or_else(|| strange(2, &likelihood))?,
            cause: cause.map(|id| Cause::of_text(&id).ok_or_else(|| strange(3, &id))).transpose()?,
            reason: row.get(4)?,
        })
    };
    conn.prepare_cached(sql)?.query_map([form.0], read)?.collect()
}

pub(super) const WARNING: &str =
    "seq, target_id, period, kind, places, raised_by, raised_at, corrected_by, corrected_at";

pub(super) fn warning(row: &Row<'_>) -> Sql<Warning> {
    let (kind, places): (String, String) = (row.get(3)?, row.get(4)?);
    let place = |text: &str| text.parse::<u32>().map_err(|_| strange(4, &places));
    let corrected: Option<String> = row.get(7)?;
    let at: Option<i64> = row.get(8)?;
    Ok(Warning {
        seq: Seq(row.get(0)?),
        target: TargetId(row.get(1)?),
        period: row.get(2)?,
        kind: WarningKind::of_id(&kind).ok_or_else(|| strange(3, &kind))?,
        places: places.split(',').filter(|text| !text.is_empty()).map(place).collect::<Sql<_>>()?,
        by: row.get(5)?,
        raised: Instant(row.get(6)?),
        corrected: corrected.zip(at.map(Instant)),
    })
}
