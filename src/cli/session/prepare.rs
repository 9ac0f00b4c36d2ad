//! Making and filling a session.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::super::args::{arg, switch};
use super::super::context::{Context, text};
use super::super::failure::Failure;
use super::super::list::parsed;
use super::super::number;
use super::{Act, Room, execute, id, option, owned, people};
use crate::domain::command::{Command as Wish, Origin};
use crate::domain::desk_order::DeskOrder;
use crate::domain::event::Event;
use crate::domain::ids::TargetId;
use crate::domain::refusal::Refusal;
use crate::domain::session::refusal::SessionRefusal;
use crate::domain::session::view::ItemView;
use crate::domain::session::wish::{NewSession, SessionWish};
use crate::domain::session::{ItemState, Seat, Share};
use crate::domain::target::State;
use crate::domain::view::Sort;

pub(super) const NEW: Act = Act {
    name: "new",
    arguments: |command| {
        command
            .arg(arg("session", "name").required(true).value_name("NAME"))
            .arg(option("date", "DATE"))
            .arg(option("quorum", "2/3"))
            .arg(option("minutes", "N").value_parser(number::of::<u32>(0..)))
    },
    run: new,
};

fn new(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let mut store = context.store()?;
    let actor = context.actor(&store, Origin::CommandLine)?;
    let bad_day = |text: &str| Failure::Usage(t!("cli.review.bad-date", text = text).into_owned());
    let day = owned(matches, "date").map(|text| text.parse().map_err(|_| bad_day(&text))).transpose()?;
    let bad = |text: &str| Failure::Usage(SessionRefusal::BadShare(text.to_owned()).words());
    let quorum = owned(matches, "quorum").map(|text| Share::parse(&text).ok_or_else(|| bad(&text))).transpose()?;
    let minutes = matches.get_one::<u32>("minutes").copied();
    let wish = Wish::MakeSession(NewSession { name: text(matches, "name").to_owned(), day, quorum, minutes });
    let made = store.execute(&actor, &wish)?;
    let id = made.iter().find_map(|entry| match &entry.event {
        Event::Session { session, .. } => Some(session.to_string()),
        _ => None,
    });
    context.say(&id.unwrap_or_default())
}

pub(super) const MEMBER: Act = Act {
    name: "member",
    arguments: |command| {
        let seats = PossibleValuesParser::new(["panel", "chair", "recorder"]);
        command
            .arg(id())
            .arg(arg("session", "user").required(true).value_name("USER").num_args(1..))
            .arg(option("role", "panel|chair|recorder").required(true).value_parser(seats).hide_possible_values(true))
    },
    run: |context, matches| {
        let seat = Seat::of_id(text(matches, "role")).unwrap_or(Seat::Panel);
        let room = Room::enter(context, matches)?;
        execute(context, room, SessionWish::Seat { users: people(matches, "user"), seat })
    },
};

pub(super) const UNSEAT: Act = Act {
    name: "unseat",
    arguments: |command| command.arg(id()).arg(arg("session", "user").required(true).value_name("USER")),
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        execute(context, room, SessionWish::Unseat { user: text(matches, "user").to_owned() })
    },
};

/// Targets named one by one, or by a query.
fn targets_argument(command: Command) -> Command {
    command.arg(id()).arg(arg("session", "targets").value_name("QUERY|REF").num_args(1..).required(true))
}

pub(super) const ADD: Act = Act {
    name: "add",
    arguments: targets_argument,
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        let targets = named(&room, matches)?;
        execute(context, room, SessionWish::Add { targets })
    },
};

/// The targets that the arguments name: each a project code or `#number`, or all together a query, of whose answers those at the
/// joint stage are meant.
fn named(room: &Room, matches: &ArgMatches) -> Result<Vec<TargetId>, Failure> {
    let given: Vec<&str> = matches.get_many::<String>("targets").into_iter().flatten().map(String::as_str).collect();
    let found = given.iter().map(|one| room.store.find_ref(&room.actor.user, one)).collect::<Result<Vec<_>, _>>()?;
    if let Some(targets) = found.into_iter().collect::<Option<Vec<_>>>() {
        return Ok(targets);
    }
    if let Some(number) = given.iter().find(|one| one.starts_with(['#', '#'])) {
        room.target(number)?;
    }
    let query = given.join(" ");
    let filter = parsed(&query)?;
    let deciding = room.store.procedure().deciding().map(|stage| stage.id.clone());
    let mut targets = Vec::new();
    room.store.list(&room.actor.user, filter.as_ref(), Sort::Unit, None, &mut |row| {
        if row.standing.state == State::Pending && row.standing.stage == deciding {
            targets.push(row.id);
        }
        Ok::<(), Failure>(())
    })??;
    if targets.is_empty() {
        return Err(Failure::Refused(t!("cli.session.nothing-found", query = query).into_owned()));
    }
    Ok(targets)
}

fn item_argument(command: Command) -> Command {
    command.arg(id()).arg(arg("session", "target").required(true).value_name("REF"))
}

pub(super) const REMOVE: Act = Act {
    name: "remove",
    arguments: item_argument,
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        let target = room.target(text(matches, "target"))?;
        execute(context, room, SessionWish::Remove { target })
    },
};

pub(super) const ORDER: Act = Act {
    name: "order",
    arguments: |command| {
        command
            .arg(id())
            .arg(option("by", "desk,unit"))
            .arg(arg("session", "targets").value_name("REF").num_args(0..).conflicts_with("by"))
    },
    run: order,
};

fn order(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let room = Room::enter(context, matches)?;
    let keys = people(matches, "by");
    let order = if keys.is_empty() {
        let given = matches.get_many::<String>("targets").into_iter().flatten();
        given.map(|one| room.target(one)).collect::<Result<Vec<_>, _>>()?
    } else {
        sorted(room.view()?.items, &keys)?
    };
    execute(context, room, SessionWish::Order { order })
}

/// The items in the order of some keys; equal ones stay as they stood.
fn sorted(mut items: Vec<ItemView>, keys: &[String]) -> Result<Vec<TargetId>, Failure> {
    for key in keys.iter().rev() {
        match key.as_str() {
            "desk" | "股室" => {
                let order = DeskOrder::of(items.iter().map(|item| &item.unit).collect::<Vec<_>>());
                items.sort_by_key(|item| order.desk(&item.unit.desk, item.unit.id));
            }
            "unit" | "单位" => items.sort_by_key(|item| item.unit.id),
            "amount" | "金额" => items.sort_by_key(|item| std::cmp::Reverse(item.amount)),
            "number" | "编号" => items.sort_by_key(|item| item.target),
            other => return Err(Failure::Usage(t!("cli.session.bad-key", key = other).into_owned())),
        }
    }
    Ok(items.iter().map(|item| item.target).collect())
}

pub(super) const RECUSE: Act = Act {
    name: "recuse",
    arguments: |command| {
        command
            .arg(id())
            .arg(arg("session", "user").required(true).value_name("USER"))
            .arg(arg("session", "target").required(true).value_name("REF"))
            .arg(option("reason", "TEXT").required(true))
    },
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        let target = room.target(text(matches, "target"))?;
        let (user, reason) = (text(matches, "user").to_owned(), text(matches, "reason").to_owned());
        execute(context, room, SessionWish::Recuse { user, target, reason })
    },
};

pub(super) const LIFT: Act = Act {
    name: "unrecuse",
    arguments: |command| {
        command
            .arg(id())
            .arg(arg("session", "user").required(true).value_name("USER"))
            .arg(arg("session", "target").required(true).value_name("REF"))
    },
    run: |context, matches| {
        let room = Room::enter(context, matches)?;
        let target = room.target(text(matches, "target"))?;
        execute(context, room, SessionWish::LiftRecusal { user: text(matches, "user").to_owned(), target })
    },
};

pub(super) const CONSENT: Act = Act {
    name: "consent",
    arguments: |command| {
        command
            .arg(id())
            .arg(arg("session", "targets").value_name("REF").num_args(0..))
            .arg(switch("session", "pull").requires("targets"))
            .arg(switch("session", "pass").conflicts_with_all(["targets", "pull"]))
    },
    run: consent,
};

fn consent(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let mut room = Room::enter(context, matches)?;
    if matches.get_flag("pass") {
        return execute(context, room, SessionWish::PassConsent { seen: Vec::new() });
    }
    let given = matches.get_many::<String>("targets").into_iter().flatten();
    let targets = given.map(|one| room.target(one)).collect::<Result<Vec<_>, _>>()?;
    if matches.get_flag("pull") {
        for target in targets {
            room.go(SessionWish::PullConsent { target })?;
        }
        let view = room.view()?;
        return context.say(&super::words::standing(&view));
    }
    if !targets.is_empty() {
        return execute(context, room, SessionWish::ListConsent { targets });
    }
    // Without names: whatever may be on the list.
    let waiting: Vec<_> =
        room.view()?.items.iter().filter(|item| item.state == ItemState::Open).map(|i| i.target).collect();
    for target in waiting {
        match room.try_go(SessionWish::ListConsent { targets: vec![target] }) {
            Ok(_) | Err(Refusal::Session(SessionRefusal::NoConsent(_))) => {}
            Err(other) => return Err(other.into()),
        }
    }
    let view = room.view()?;
    context.say(&super::words::standing(&view))
}
