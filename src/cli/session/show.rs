//! `session list` and `session show`: text, and the JSON of design §9.

use clap::ArgMatches;
use rust_i18n::t;
use serde_json::{Map, Value, json};

use super::super::args::switch;
use super::super::context::Context;
use super::super::failure::Failure;
use super::super::table::{Column, Table};
use super::{Act, Room, id, words};
use crate::domain::session::refusal::session_word;
use crate::domain::session::view::{ItemView, SessionView};

pub(super) const LIST: Act = Act { name: "list", arguments: |command| command, run: list };

fn list(context: &mut Context, _matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.reading()?;
    let viewer = context.user(&store)?;
    let rows: Vec<Vec<String>> = store
        .session_list(&viewer)?
        .into_iter()
        .map(|row| {
            let day = row.day.map(|day| day.to_string()).unwrap_or_default();
            let progress = format!("{}/{}", row.items.1, row.items.0);
            vec![row.id.to_string(), row.name, day, session_word(row.state), progress]
        })
        .collect();
    let columns = [Column::Right, Column::Left(40), Column::Left(10), Column::Left(20), Column::Right];
    let header =
        ["id", "name", "date", "state", "decided"].map(|key| t!(format!("cli.session.column.{key}")).into_owned());
    let table = Table::measured(&columns, &header, &rows);
    context.say(&table.line(&header))?;
    rows.iter().try_for_each(|row| context.say(&table.line(row)))
}

pub(super) const SHOW: Act =
    Act { name: "show", arguments: |command| command.arg(id()).arg(switch("session", "json")), run: show };

fn show(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let room = Room::enter_reading(context, matches)?;
    let view = room.view()?;
    if matches.get_flag("json") {
        return context.json(&as_json(&view));
    }
    context.say(&words::standing(&view))?;
    let rows: Vec<Vec<String>> = view.items.iter().map(|item| words::row(&view, item)).collect();
    let columns = [
        Column::Left(2),
        Column::Left(24),
        Column::Left(36),
        Column::Left(24),
        Column::Right,
        Column::Left(12),
        Column::Right,
        Column::Left(60),
    ];
    let header = ["here", "ref", "project", "unit", "amount", "state", "ballots", "grades"]
        .map(|key| t!(format!("cli.session.column.{key}")).into_owned());
    let table = Table::measured(&columns, &header, &rows);
    context.say(&table.line(&header))?;
    rows.iter().try_for_each(|row| context.say(&table.line(row)))
}

fn as_json(view: &SessionView) -> Value {
    let session = &view.session;
    let reference = |item: &ItemView| item.code.clone().unwrap_or_else(|| format!("#{}", item.target));
    let current = view.items.iter().find(|item| Some(item.target) == session.current).map(reference);
    let quorum = view.quorum;
    let item = |item: &ItemView| {
        let grades = item
            .grades()
            .map(|grades| grades.map(|(member, grade)| (member.to_owned(), json!(grade))).collect::<Map<_, _>>());
        let decision = item
            .decision
            .as_ref()
            .map(|decision| json!({"grade": decision.grade, "opinion": decision.opinion, "due": decision.due}));
        json!({
            "ref": reference(item),
            "id": item.target,
            "state": if item.gone { "gone" } else { item.state.id() },
            "consent": item.consent(session),
            "ballots_in": item.ballots_in,
            "ballots_due": item.ballots_due,
            "grades": grades,
            "decision": decision,
        })
    };
    json!({
        "id": session.id,
        "name": session.name,
        "state": session.state.id(),
        "current": current,
        "quorum": {"entitled": quorum.entitled, "present": quorum.present, "needed": quorum.needed, "met": quorum.met()},
        "items": view.items.iter().map(item).collect::<Vec<_>>(),
    })
}
