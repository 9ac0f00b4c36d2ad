//! What stands of pre-assessments, as text and as JSON.

use clap::{ArgMatches, Command};
use rust_decimal::Decimal;
use rust_i18n::t;
use serde_json::{Value, json};

use super::super::args::{arg, switch};
use super::super::context::{Context, text};
use super::super::execution::{Act, Desk};
use super::super::export::give;
use super::super::failure::Failure;
use super::super::table::{Column, Table};
use super::{file, find, option, which, year};
use crate::domain::assessment::record::{SelfAssessment, Standing};
use crate::domain::assessment::rule::rules;
use crate::domain::assessment::view::{AssessmentFile, AssessmentRow, GivenReview, Unassessed};
use crate::domain::assessment::words::{self, points};
use crate::domain::export::{Document, Which};
use crate::domain::money::Money;
use crate::ui::width::{Policy, fit};

/// Columns of an item's name.
const NAME: usize = 22;

pub(super) const LIST: Act = Act {
    name: "list",
    arguments: |command| command.arg(year()).arg(switch("assess", "json")),
    run: |context, matches| {
        let desk = Desk::reading(context)?;
        let year = desk.year(matches)?;
        let rows = desk.store.assessments(&desk.actor.user, year)?;
        if matches.get_flag("json") {
            return context.json(&Value::Array(rows.iter().map(row_json).collect()));
        }
        if rows.is_empty() {
            return context.say(&t!("cli.assess.none", year = year));
        }
        list(context, &rows)
    },
};

pub(super) const SHOW: Act = Act {
    name: "show",
    arguments: |command| command.arg(which()).arg(switch("assess", "json")),
    run: |context, matches| {
        let desk = Desk::reading(context)?;
        let file = file(&desk, find(&desk, matches)?)?;
        if matches.get_flag("json") {
            return context.json(&file_json(&file));
        }
        show(context, &file)
    },
};

pub(super) const REPORT: Act = Act {
    name: "report",
    arguments: |command| {
        let to = arg("assess", "to").long("to").value_name("FILE.docx").required(true);
        command.arg(which()).arg(to).arg(switch("assess", "force"))
    },
    run: |context, matches| {
        let desk = Desk::reading(context)?;
        let which = Which::Assessment(find(&desk, matches)?);
        give(context, (&desk.store, &desk.actor.user), (Document::Assessment, which, None), matches)
    },
};

/// The options of a form: of which pre-assessment, or of all of a year; of which unit; the file.
fn form(command: Command, units: bool) -> Command {
    let to = arg("assess", "to").long("to").value_name("FILE.xlsx").required(true);
    let command = command.arg(which().required(false)).arg(year()).arg(to).arg(switch("assess", "force"));
    if units { command.arg(option("unit", "NAME")) } else { command }
}

/// The pre-assessment that is named, else those of the year.
fn meant(desk: &Desk, matches: &ArgMatches) -> Result<Which, Failure> {
    if matches.contains_id("assessment") {
        return Ok(Which::Assessment(find(desk, matches)?));
    }
    Ok(Which::Assessments(desk.year(matches)?))
}

pub(super) const FORM: Act = Act {
    name: "form",
    arguments: |command| form(command, true),
    run: |context, matches| {
        let desk = Desk::reading(context)?;
        let unit = Some(text(matches, "unit")).filter(|unit| !unit.is_empty());
        let wanted = (Document::AssessmentForm, meant(&desk, matches)?, unit);
        give(context, (&desk.store, &desk.actor.user), wanted, matches)
    },
};

pub(super) const SCORE_SHEET: Act = Act {
    name: "score-sheet",
    arguments: |command| form(command, false),
    run: |context, matches| {
        let desk = Desk::reading(context)?;
        let wanted = (Document::ScoreSheet, meant(&desk, matches)?, None);
        give(context, (&desk.store, &desk.actor.user), wanted, matches)
    },
};

pub(super) const DUE: Act = Act {
    name: "due",
    arguments: |command| command.arg(year()).arg(switch("assess", "json")),
    run: |context, matches| {
        let desk = Desk::reading(context)?;
        let year = desk.year(matches)?;
        let rows = desk.store.unassessed(&desk.actor.user, year)?;
        if matches.get_flag("json") {
            return context.json(&Value::Array(rows.iter().map(due_json).collect()));
        }
        let rule = rules().requirement();
        if rows.is_empty() {
            return context.say(&t!("cli.assess.none-due", year = year, rule = rule));
        }
        due(context, &rows)?;
        context.say(&rule)
    },
};

fn amount(amount: Option<Money>) -> String {
    amount.map_or_else(|| "-".to_owned(), Money::wan)
}

fn until(standing: &Standing) -> String {
    standing.due.map_or_else(String::new, |due| due.to_string())
}

fn header<const N: usize>(keys: [&str; N]) -> [String; N] {
    keys.map(|key| t!(format!("cli.assess.column.{key}")).into_owned())
}

fn table(context: &mut Context, columns: &[Column], header: &[String], rows: &[Vec<String>]) -> Result<(), Failure> {
    let table = Table::measured(columns, header, rows);
    context.say(&table.line(header))?;
    rows.iter().try_for_each(|row| context.say(&table.line(row)))
}

fn list(context: &mut Context, rows: &[AssessmentRow]) -> Result<(), Failure> {
    let row = |row: &AssessmentRow| {
        vec![
            format!("#{}", row.id),
            row.unit.name.clone(),
            row.project.clone(),
            amount(row.amount),
            words::place(&row.standing),
            points(row.own),
            points(row.total),
            until(&row.standing),
        ]
    };
    let rows: Vec<Vec<String>> = rows.iter().map(row).collect();
    let (left, right) = (Column::Left, Column::Right);
    let columns = [right, left(24), left(40), right, left(20), right, right, left(10)];
    table(context, &columns, &header(["id", "unit", "project", "amount", "place", "own", "total", "due"]), &rows)
}

fn due(context: &mut Context, rows: &[Unassessed]) -> Result<(), Failure> {
    let row = |row: &Unassessed| {
        let stands = row.standing.as_ref().map_or_else(|| "-".to_owned(), words::place);
        vec![
            format!("#{}", row.target),
            row.desk.clone(),
            row.unit.clone(),
            row.project.clone(),
            amount(row.amount),
            stands,
        ]
    };
    let rows: Vec<Vec<String>> = rows.iter().map(row).collect();
    let (left, right) = (Column::Left, Column::Right);
    let columns = [right, left(20), left(24), left(40), right, left(20)];
    table(context, &columns, &header(["id", "desk", "unit", "project", "amount", "assessment"]), &rows)
}

fn show(context: &mut Context, file: &AssessmentFile) -> Result<(), Failure> {
    let (one, blank) = (&file.assessment, SelfAssessment::default());
    let form = file.newest().unwrap_or(&blank);
    context.say(&t!(
        "cli.assess.head",
        id = one.id,
        project = one.project.name,
        unit = file.unit.name,
        year = one.year,
        amount = amount(form.amount),
        place = words::place(&one.standing),
        round = one.standing.round
    ))?;
    if let Some(due) = one.standing.due {
        context.say(&t!("cli.assess.until", due = due))?;
    }
    if !form.summary.is_empty() {
        context.say(&t!("cli.assess.summary-line", text = form.summary))?;
    }
    if !form.rectified.is_empty() {
        context.say(&t!("cli.assess.rectified-line", text = form.rectified))?;
    }
    dimensions(context, file, form)?;
    let given = file.scored().and_then(|given| given.review.total);
    let rule = rules().thresholds();
    context.say(&t!("cli.assess.total", own = points(form.total()), given = points(given), rule = rule))?;
    file.reviews
        .iter()
        .try_for_each(|given| context.say(format!("{} {}", words::review_head(given), given.review.opinion).trim_end()))
}

/// Dimensions with their items, the unit's points beside the desks'.
fn dimensions(context: &mut Context, file: &AssessmentFile, form: &SelfAssessment) -> Result<(), Failure> {
    let given = file.scored().map(|given| given.review.scores.as_slice()).unwrap_or_default();
    let mut place = 0;
    for criterion in &rules().course.criteria {
        let places = place..place + criterion.items.len();
        let own: Option<Decimal> = places.clone().map(|at| form.items.get(at).and_then(|item| item.score)).sum();
        let theirs: Option<Decimal> = places.clone().map(|at| given.get(at).copied()).sum();
        let name = fit(criterion.name.local(), NAME + 5, Policy::NARROW);
        let most = criterion.points.normalize();
        context.say(&t!(
            "cli.assess.dimension",
            name = name,
            own = points(own),
            points = most,
            given = points(theirs)
        ))?;
        for (at, item) in places.zip(&criterion.items) {
            let said = form.items.get(at).cloned().unwrap_or_default();
            let (own, theirs) = (points(said.score), points(given.get(at).copied()));
            let (name, most) = (fit(item.name.local(), NAME, Policy::NARROW), item.points.normalize());
            let number = format!("{:>2}", at + 1);
            let line = t!("cli.assess.item", number = number, name = name, own = own, points = most, given = theirs);
            context.say(&line)?;
            if !said.reason.is_empty() || !said.evidence.is_empty() {
                context.say(&t!("cli.assess.said", reason = said.reason, evidence = said.evidence))?;
            }
        }
        place += criterion.items.len();
    }
    Ok(())
}

fn standing_json(standing: &Standing) -> Value {
    json!({
        "state": standing.state.id(), "stage": standing.stage, "round": standing.round, "returns": standing.returns,
        "due": standing.due.map(|due| due.to_string()),
    })
}

fn row_json(row: &AssessmentRow) -> Value {
    json!({
        "id": row.id.0, "ref": row.code, "unit": row.unit.name, "project": row.project, "amount_fen": row.amount.map(|one| one.0),
        "standing": standing_json(&row.standing), "own_total": row.own.map(|one| one.to_string()),
        "total": row.total.map(|one| one.to_string()), "mine": row.is_mine,
    })
}

fn due_json(row: &Unassessed) -> Value {
    json!({
        "target": row.target.0, "unit": row.unit, "desk": row.desk, "project": row.project,
        "amount_fen": row.amount.map(|one| one.0), "assessment": row.standing.as_ref().map(standing_json),
    })
}

fn file_json(file: &AssessmentFile) -> Value {
    let one = &file.assessment;
    let form_json = |form: &SelfAssessment| {
        json!({
            "amount_fen": form.amount.map(|one| one.0), "summary": form.summary, "rectified": form.rectified,
            "total": form.total().map(|total| total.normalize().to_string()),
            "items": form.items.iter().map(|item| json!({
                "item": item.item, "score": item.score.map(|score| score.to_string()), "reason": item.reason,
                "evidence": item.evidence,
            })).collect::<Vec<_>>(),
        })
    };
    let review_json = |given: &GivenReview| {
        let review = &given.review;
        json!({
            "round": review.round, "stage": review.stage, "by": given.by, "at": given.at.iso(),
            "scores": review.scores.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "total": review.total.map(|total| total.to_string()), "suggested": review.suggested,
            "conclusion": review.conclusion, "verdict": review.verdict.id(), "opinion": review.opinion,
            "reason": review.reason,
        })
    };
    json!({
        "id": one.id.0, "ref": one.project.code, "unit": file.unit.name, "project": one.project.name, "year": one.year,
        "category": one.category, "version": one.version, "standing": standing_json(&one.standing),
        "rounds": file.rounds.iter().map(form_json).collect::<Vec<_>>(),
        "reviews": file.reviews.iter().map(review_json).collect::<Vec<_>>(),
        "target": file.target.map(|target| target.0),
    })
}
