//! Opens the screens on a file.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use rust_i18n::t;

use super::config::{Config, GlyphSet, Width};
use super::context::{Context, DATABASE};
use super::failure::Failure;
use crate::app::App;
use crate::app::action::{ACTIONS, Info};
use crate::domain::access::is_chief;
use crate::domain::refusal::Refusal;
use crate::lang::name_keys;
use crate::run::{self, Backend, Event, Locked, Setup};
use crate::store::{Clock, Damage, SystemClock, Watcher};
use crate::term::{Caps, Depth, Options};
use crate::ui::look::Look;
use crate::ui::width::{Ambiguous, Policy};

/// Columns and rows until the terminal has told its own.
pub(super) const SIZE: (u16, u16) = (80, 24);

/// Opens the screens on the default file.
pub(super) fn open(context: &mut Context) -> Result<(), Failure> {
    need_terminal()?;
    let path = context.database(DATABASE);
    open_at(context, &path)
}

/// Opens the screens on a file.
pub(super) fn open_at(context: &mut Context, path: &Path) -> Result<(), Failure> {
    let store = context.open_reading(path)?;
    let locked = store.locked();
    let user = context.user(&store)?;
    let county = store.county()?.ok_or(Refusal::NotFounded)?;
    let now = store.now();
    let mut app = App::new(store.procedure().clone(), county, user, now, SIZE);
    app.common.confined = context.confined.is_some();
    bind(&mut app, context);
    if is_chief(&app.common.user) {
        app.open_board();
    }
    app.return_to_meeting();
    if let Some(words) = locked {
        app.common.fail(words);
        return show(context, path, app, Locked::new(store), Some(Keeping { damage: None }));
    }
    let damage = Some((store.damage(), app.common.user.name.clone()));
    show(context, path, app, store, Some(Keeping { damage }))
}

/// Gives the keys that the person bound, also to the texts that name keys.
pub(super) fn bind(app: &mut App, context: &mut Context) {
    let Some(keymap) = context.config.keymap.take() else { return };
    let first = |info: &'static Info| Some((info.name, keymap.label(info.action)?));
    name_keys(ACTIONS.iter().filter_map(first).collect::<Vec<_>>());
    app.keymap = keymap;
}

/// Refuses to go on without a terminal to draw on.
pub(super) fn need_terminal() -> Result<(), Failure> {
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        return Ok(());
    }
    Err(Failure::Usage(t!("cli.no-terminal").into_owned()))
}

/// What the program of somebody who works does beside the screens: it keeps the place for the next time, and looks after the file if that may be written.
pub(super) struct Keeping {
    /// What is told of the file's damage, and by whom its copies are made.
    damage: Option<(Damage, String)>,
}

/// Shows the app until the person leaves.
pub(super) fn show(
    context: &Context,
    path: &Path,
    app: App,
    backend: impl Backend + 'static,
    keeping: Option<Keeping>,
) -> Result<(), Failure> {
    let place = run::place_file(path, &app.common.user.name);
    let mut setup = setup(&context.config, place);
    if keeping.is_none() {
        setup.place = None;
    }
    let watched = path.to_owned();
    let watch = |events: run::Sender| {
        if let Some((damage, by)) = keeping.and_then(|keeping| keeping.damage) {
            run::look_after(watched.clone(), by, damage, events.clone());
        }
        Watcher::start(&watched, move || {
            // A loop that has ended hears nothing any more, and need not.
            events.send(Event::Bell);
        })
    };
    run::run(setup, app, backend, watch).map_err(|error| Failure::Unusable(error.to_string()))
}

/// How the terminal is used: what the environment says, and what the command line or the config file wants otherwise.
fn setup(config: &Config, place: Option<PathBuf>) -> Setup {
    let caps = Caps::from_env();
    let ascii = match config.glyphs {
        GlyphSet::Auto => caps.ascii,
        GlyphSet::Unicode => false,
        GlyphSet::Ascii => true,
    };
    let ambiguous = if config.width == Width::Wide { Ambiguous::Wide } else { Ambiguous::Narrow };
    let mut terminal = Options::new(caps);
    terminal.mouse = config.mouse;
    terminal.scroll_regions = config.scroll_regions.unwrap_or(terminal.scroll_regions);
    terminal.ask_width = config.width == Width::Auto;
    let clock = SystemClock;
    Setup {
        terminal,
        look: Look::new(Policy { ambiguous, ascii }, caps.depth == Depth::Mono),
        place,
        now: Box::new(move || clock.now()),
    }
}
