//! What happens in a session. Every act concerns the item under discussion.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::super::args::{arg, switch};
use super::super::context::{Context, grade, text};
use super::super::failure::Failure;
use super::super::review::points;
use super::{Act, Room, execute, id, option, owned, people};
use crate::domain::grade::Grade;
use crate::domain::session::wish::{SessionWish, Step, Vote};

pub(super) const OPEN: Act = Act {
    name: "open",
    arguments: |command| command.arg(id()).arg(option("present", "USER,…").required(true).num_args(1..)),
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        execute(context, room, SessionWish::Open { present: people(matches, "present") })
    },
};

pub(super) const ATTEND: Act = Act {
    name: "attend",
    arguments: |command| {
        command.arg(id()).arg(arg("session", "user").required(true).value_name("USER")).arg(switch("session", "gone"))
    },
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        let (user, present) = (text(matches, "user").to_owned(), !matches.get_flag("gone"));
        execute(context, room, SessionWish::Attend { user, present })
    },
};

pub(super) const GOTO: Act = Act {
    name: "goto",
    arguments: |command| command.arg(id()).arg(arg("session", "step").required(true).value_name("next|prev|REF")),
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        let step = match text(matches, "step") {
            "next" => Step::Next,
            "prev" => Step::Previous,
            reference => Step::To(room.target(reference)?),
        };
        execute(context, room, SessionWish::Go(step))
    },
};

fn graded(command: Command) -> Command {
    command
        .arg(id())
        .arg(option("grade", "GRADE").required(true))
        .arg(option("criteria", "GRADES").conflicts_with("points"))
        .arg(option("points", "NUMBERS"))
        .arg(option("opinion", "TEXT"))
}

fn criteria(matches: &ArgMatches) -> Result<Vec<Grade>, Failure> {
    let Some(list) = owned(matches, "criteria") else { return Ok(Vec::new()) };
    list.split([',', ',', '、']).map(grade).collect()
}

pub(super) const VOTE: Act =
    Act { name: "vote", arguments: |command| graded(command).arg(option("for", "USER")), run: vote };

fn vote(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let mut room = Room::enter(context, matches)?;
    let vote = Vote {
        member: owned(matches, "for"),
        target: None,
        grade: grade(text(matches, "grade"))?,
        criteria: criteria(matches)?,
        points: points(matches)?,
        opinion: text(matches, "opinion").to_owned(),
        salt: String::new(),
    };
    room.go(SessionWish::Vote(vote))?;
    let view = room.view()?;
    let current = view.items.iter().find(|item| Some(item.target) == view.session.current);
    let (inside, due) = current.map_or((0, 0), |item| (item.ballots_in, item.ballots_due));
    context.say(&t!("cli.session.sealed", given = inside, due = due))
}

pub(super) const REVEAL: Act = Act {
    name: "reveal",
    arguments: |command| command.arg(id()),
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        execute(context, room, SessionWish::Reveal)
    },
};

fn reasoned(command: Command) -> Command {
    command.arg(id()).arg(option("reason", "TEXT").required(true))
}

pub(super) const REBALLOT: Act = Act {
    name: "reballot",
    arguments: reasoned,
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        execute(context, room, SessionWish::Reballot { reason: text(matches, "reason").to_owned() })
    },
};

pub(super) const DECIDE: Act =
    Act { name: "decide", arguments: |command| graded(command).arg(option("due", "DATE")), run: decide };

fn decide(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let room = Room::enter(context, matches)?;
    let wrong = |text: &str| Failure::Usage(t!("cli.review.bad-date", text = text).into_owned());
    let due = owned(matches, "due").map(|text| text.parse().map_err(|_| wrong(&text))).transpose()?;
    let wish = SessionWish::Decide {
        seen: None,
        criteria: criteria(matches)?,
        points: points(matches)?,
        grade: grade(text(matches, "grade"))?,
        opinion: text(matches, "opinion").to_owned(),
        due,
    };
    execute(context, room, wish)
}

pub(super) const DISSENT: Act = Act {
    name: "dissent",
    arguments: |command| reasoned(command).arg(option("for", "USER")),
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        let (member, reason) = (owned(matches, "for"), text(matches, "reason").to_owned());
        execute(context, room, SessionWish::Dissent { member, reason })
    },
};

pub(super) const DEFER: Act = Act {
    name: "defer",
    arguments: |command| command.arg(id()).arg(option("reason", "TEXT")),
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        execute(context, room, SessionWish::Defer { reason: text(matches, "reason").to_owned() })
    },
};

pub(super) const UNDO: Act = Act {
    name: "undo",
    arguments: |command| command.arg(id()),
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        let view = room.view()?;
        let last =
            view.session.decided_last().and_then(|last| view.items.iter().find(|item| item.target == last.target));
        let project = last.map(|item| item.project.clone()).unwrap_or_default();
        execute(context, room, SessionWish::UndoDecision)?;
        context.say(&t!("cli.session.undone", project = project))
    },
};

pub(super) const NOTE: Act = Act {
    name: "note",
    arguments: |command| {
        command.arg(id()).arg(arg("session", "target").value_name("REF")).arg(option("text", "TEXT").required(true))
    },
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        let target = owned(matches, "target").map(|one| room.target(&one)).transpose()?;
        execute(context, room, SessionWish::Note { target, text: text(matches, "text").to_owned(), seen: None })
    },
};

pub(super) const CLOSE: Act = Act {
    name: "close",
    arguments: |command| command.arg(id()),
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        execute(context, room, SessionWish::Close)
    },
};
