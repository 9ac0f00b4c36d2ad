//! `session notices ID --to FOLDER`: letters to the units about everything that was returned or is to be negotiated, in one go.

use rust_i18n::t;

use super::super::args::switch;
use super::super::context::text;
use super::{Act, Room, id, option};
use crate::domain::session::notices;
use crate::run::export::export;

pub(super) const NOTICES: Act = Act {
    name: "notices",
    arguments: |command| {
        command.arg(id()).arg(option("to", "FOLDER|FILE").required(true)).arg(switch("session", "force"))
    },
    run: |context, matches| {
        let room = Room::enter_reading(context, matches)?;
        let wish = notices::wish(&room.view()?, text(matches, "to"), matches.get_flag("force"))?;
        let made = export(&room.store, &room.actor.user, &wish, context.out)?;
        for file in &made.files {
            context.say(&t!("cli.export.written", file = file))?;
        }
        context.say(&t!("cli.session.notified", count = made.targets, files = made.files.len()))
    },
};
