//! The acts: filling in, handing in, reviewing and concluding, withdrawing, undoing.

use clap::{ArgMatches, Command};
use rust_decimal::Decimal;
use rust_i18n::t;

use super::super::args::arg;
use super::super::context::{Context, text};
use super::super::execution::{Act, Desk, choice, day, money, numbered};
use super::super::failure::Failure;
use super::{each, file, find, go, option, which, year};
use crate::domain::assessment::record::{HandedAssessment, SelfAssessment, Verdict};
use crate::domain::assessment::rule::rules;
use crate::domain::assessment::view::AssessmentFile;
use crate::domain::assessment::wish::{AssessmentWish, ReviewWish};
use crate::domain::assessment::words;
use crate::domain::event::Event;
use crate::domain::ids::AssessmentId;
use crate::domain::target::{ProjectName, UnitName};

pub(super) const FILL: Act = Act {
    name: "fill",
    arguments: |command| {
        let command = command.arg(arg("assess", "named").required(true).value_name("REF|NAME"));
        let command = command.arg(option("unit", "NAME")).arg(option("code", "CODE")).arg(year());
        let command =
            command.arg(option("category", "NAME")).arg(option("amount", "WAN")).arg(option("summary", "TEXT"));
        command.arg(each("score")).arg(each("reason")).arg(each("evidence")).arg(option("rectified", "TEXT"))
    },
    run: fill,
};

fn fill(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let mut desk = Desk::open(context)?;
    let named = text(matches, "named");
    let known = desk.store.find_assessment(&desk.actor.user, named)?;
    let known = known.map(|id| file(&desk, id)).transpose()?;
    let handed = handed(&desk, known.as_ref(), named, matches)?;
    let entries = go(&mut desk, AssessmentWish::Fill(Box::new(handed)))?;
    let made = entries.iter().find_map(|entry| match &entry.event {
        Event::Assessment { assessment, .. } => Some(*assessment),
        _ => None,
    });
    match made.or(known.map(|file| file.assessment.id)) {
        Some(id) if !entries.is_empty() => say(context, &desk, id),
        _ => context.say(&t!("cli.assess.same")),
    }
}

/// What is filled in: of one that is there what is not given stays.
fn handed(
    desk: &Desk,
    known: Option<&AssessmentFile>,
    named: &str,
    matches: &ArgMatches,
) -> Result<HandedAssessment, Failure> {
    let given = |id: &str| Some(text(matches, id).trim().to_owned()).filter(|text| !text.is_empty());
    let former = known.and_then(AssessmentFile::newest).cloned().unwrap_or_default();
    let mut form =
        SelfAssessment { rectified: String::new(), source: String::new(), ..former }.ordered(&rules().course);
    form.amount = money(matches, "amount")?.or(form.amount);
    form.summary = given("summary").unwrap_or(form.summary);
    form.rectified = given("rectified").unwrap_or_default();
    let count = form.items.len();
    for (place, score) in numbered(matches, "score", count)? {
        form.items[place].score = Some(points(&score)?);
    }
    for (place, reason) in numbered(matches, "reason", count)? {
        form.items[place].reason = reason;
    }
    for (place, evidence) in numbered(matches, "evidence", count)? {
        form.items[place].evidence = evidence;
    }
    Ok(match known {
        Some(file) => file.handed_again(form),
        None => HandedAssessment {
            unit: UnitName { code: None, name: given("unit").unwrap_or_default() },
            project: ProjectName { code: given("code"), name: named.to_owned() },
            year: Some(desk.year(matches)?),
            category: given("category"),
            form,
        },
    })
}

fn points(text: &str) -> Result<Decimal, Failure> {
    text.trim().parse().map_err(|_| Failure::Usage(t!("cli.review.bad-points", text = text).into_owned()))
}

/// Says where it stands now.
fn say(context: &mut Context, desk: &Desk, id: AssessmentId) -> Result<(), Failure> {
    let file = file(desk, id)?;
    let (project, place) = (&file.assessment.project.name, words::place(&file.assessment.standing));
    context.say(&t!("cli.assess.line", id = id, project = project, place = place))
}

pub(super) const SUBMIT: Act = Act {
    name: "submit",
    arguments: |command| command.arg(which()),
    run: |context, matches| act(context, matches, |id, _| Ok(AssessmentWish::Submit { assessment: id, seen: None })),
};

pub(super) const WITHDRAW: Act = Act {
    name: "withdraw",
    arguments: |command| {
        command.arg(which()).arg(arg("assess", "why").long("reason").value_name("TEXT").required(true))
    },
    run: |context, matches| {
        let wish = |id, matches: &ArgMatches| {
            let reason = text(matches, "why").to_owned();
            Ok(AssessmentWish::Withdraw { assessment: id, seen: None, reason })
        };
        act(context, matches, wish)
    },
};

pub(super) const UNDO: Act = Act {
    name: "undo",
    arguments: |command| command.arg(which()),
    run: |context, matches| act(context, matches, |id, _| Ok(AssessmentWish::Undo { assessment: id, seen: None })),
};

pub(super) const REVIEW: Act = Act {
    name: "review",
    arguments: reviewing,
    run: |context, matches| {
        act(context, matches, |id, matches| Ok(AssessmentWish::Review(Box::new(review(id, matches)?))))
    },
};

fn reviewing(command: Command) -> Command {
    let command = command.arg(which()).arg(option("stage", "desk|budget").required(true));
    let command = command.arg(option("verdict", "pass|return|conclude").required(true)).arg(option("scores", "N,N,…"));
    let command = command.arg(option("conclusion", "ID")).arg(option("opinion", "TEXT"));
    let command = command.arg(arg("assess", "changed").long("reason").value_name("TEXT"));
    command.arg(arg("assess", "due-day").long("due").value_name("DATE"))
}

fn review(id: AssessmentId, matches: &ArgMatches) -> Result<ReviewWish, Failure> {
    let given = |id: &str| Some(text(matches, id).trim().to_owned()).filter(|text| !text.is_empty());
    let scores = given("scores").unwrap_or_default();
    let wrong = |_| Failure::Usage(t!("cli.assess.bad-scores", text = scores).into_owned());
    let parts = scores.split([',', '，']).map(str::trim).filter(|part| !part.is_empty());
    let conclusion = given("conclusion");
    let conclusion = conclusion.map(|text| rules().conclusion_named(&text).map_or(text, |one| one.id.clone()));
    Ok(ReviewWish {
        assessment: id,
        seen: None,
        stage: text(matches, "stage").to_owned(),
        scores: parts.map(str::parse).collect::<Result<_, _>>().map_err(wrong)?,
        verdict: choice("verdict", text(matches, "verdict"), Verdict::of_id)?,
        conclusion,
        opinion: given("opinion").unwrap_or_default(),
        reason: given("changed").unwrap_or_default(),
        due: day(matches, "due-day")?,
    })
}

fn act(
    context: &mut Context,
    matches: &ArgMatches,
    wish: impl Fn(AssessmentId, &ArgMatches) -> Result<AssessmentWish, Failure>,
) -> Result<(), Failure> {
    let mut desk = Desk::open(context)?;
    let id = find(&desk, matches)?;
    go(&mut desk, wish(id, matches)?)?;
    say(context, &desk, id)
}
