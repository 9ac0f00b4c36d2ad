//! What a review gives its criteria: grades under the general rule, points for a key project (财预〔2015〕88号, review form).

use rust_decimal::Decimal;

use crate::domain::grade::Grade;
use crate::domain::procedure::Procedure;
use crate::domain::refusal::Refusal;

/// Decimal places that points may have: forms know halves.
const PLACES: u32 = 1;

/// The criteria as judged.
pub(super) struct Marks {
    /// Their grades, in the procedure's order.
    pub(super) criteria: Vec<Grade>,
    /// Their points, of a key project.
    pub(super) points: Vec<Decimal>,
    /// The overall grade that the rule makes of them.
    pub(super) suggested: Grade,
}

/// Checks grades or points against the rule that holds for the target.
pub(super) fn judged(
    procedure: &Procedure,
    key_project: bool,
    (criteria, points): (&[Grade], &[Decimal]),
) -> Result<Marks, Refusal> {
    match (key_project, points) {
        (true, []) => Err(Refusal::NeedsPoints),
        (true, points) => scored(procedure, criteria, points),
        (false, []) => graded(procedure, criteria),
        (false, _) => Err(Refusal::NoKeyProject),
    }
}

fn graded(procedure: &Procedure, criteria: &[Grade]) -> Result<Marks, Refusal> {
    let (expected, given) = (procedure.criteria.len(), criteria.len());
    let overall = procedure.general.overall(criteria).filter(|_| expected == given);
    let suggested = overall.ok_or(Refusal::CriteriaCount { expected, given })?;
    Ok(Marks { criteria: criteria.to_vec(), points: Vec::new(), suggested })
}

fn scored(procedure: &Procedure, criteria: &[Grade], points: &[Decimal]) -> Result<Marks, Refusal> {
    let (expected, given) = (procedure.criteria.len(), points.len());
    if expected != given {
        return Err(Refusal::CriteriaCount { expected, given });
    }
    let mut grades = Vec::with_capacity(expected);
    for (criterion, given) in procedure.criteria.iter().zip(points) {
        let (given, most) = (given.normalize(), criterion.points);
        let grade = procedure.scored.of_criterion(given, most);
        let fits = (Decimal::ZERO..=most).contains(&given) && given.scale() <= PLACES;
        let outside = || Refusal::PointsOutside { criterion: criterion.name.local().to_owned(), given, most };
        grades.push(grade.filter(|_| fits).ok_or_else(outside)?);
    }
    if !criteria.is_empty() && criteria != grades {
        return Err(Refusal::PointsDisagree);
    }
    let points: Vec<_> = points.iter().map(Decimal::normalize).collect();
    Ok(Marks { criteria: grades, suggested: procedure.scored.overall(&points), points })
}
