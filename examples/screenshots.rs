//! Draws the real screens on the sample year into `screenshots/`, as text and as pictures: `cargo run --example screenshots`.
//!
//! Needs fonts with Chinese and with narrow signs (Debian: fonts-noto-cjk, fonts-dejavu-core). The clock stands still, so that the
//! pictures change only when the screens do.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, anyhow};
use huishen::app::App;
use huishen::app::effect::{Effect, Reply};
use huishen::app::key::Key;
use huishen::app::msg::Msg;
use huishen::domain::command::{Actor, Origin};
use huishen::domain::time::Instant;
use huishen::lang::{Language, choose};
use huishen::run::Backend;
use huishen::store::{FixedClock, Store};
use huishen::ui;
use huishen::ui::look::Look;
use huishen::ui::width::Policy;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// Tuesday 2026-11-24, 09:00 UTC.
const MORNING: Instant = Instant(1_795_510_800_000_000);
/// Columns and rows of the pictures.
pub const SIZES: [(u16, u16); 2] = [(120, 40), (80, 24)];
/// Each picture with the keys that lead to it.
pub const SCENES: [(&str, &[&str]); 6] = [
    ("queue", &["Down", "Down"]),
    ("case", &["Down", "Down", "Down", "Enter"]),
    (
        "review",
        &["Down", "Down", "Down", "v", "2", "2", "1", "2", "2", "2", "Tab", "目", "标", "3", "未", "量", "化", "。"],
    ),
    ("filter", &["/", "单", "位", ":", "教", "育", "Enter"]),
    ("session", &SESSION),
    ("help", &["?"]),
];

/// A session is made, filled with what waits for it, and opened with five of seven members in the room; what changed is read again by Ctrl-r,
/// because no bell rings here.
const SESSION: [&str; 36] = [
    "F3",
    "n",
    "Enter",
    "Enter",
    "Enter",
    "1",
    "8",
    "0",
    "Enter",
    "Esc",
    "Ctrl-r",
    "a",
    "y",
    "Ctrl-r",
    "Enter",
    "m",
    "Enter",
    "Enter",
    "Ctrl-r",
    "+",
    "y",
    "Ctrl-r",
    "Shift-Tab",
    "Shift-Tab",
    "Space",
    "Space",
    "Space",
    "Space",
    "Space",
    "o",
    "y",
    "Ctrl-r",
    "Tab",
    "Tab",
    "Left",
    "Left",
];

fn main() -> anyhow::Result<()> {
    choose(Language::Chinese);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    fs::create_dir_all(&folder)?;
    let mut fonts = resvg::usvg::Options::default();
    fonts.fontdb_mut().load_system_fonts();
    for (columns, rows) in SIZES {
        for (name, keys) in SCENES {
            let (buffer, cursor) = scene(keys, columns, rows)?;
            let path = folder.join(format!("{name}-{columns}x{rows}"));
            let text = ui::dump::lines(&buffer).join("\n");
            fs::write(path.with_extension("txt"), format!("{text}\n"))?;
            picture(&ui::svg::svg(&buffer, cursor), &fonts, &path.with_extension("png"))?;
        }
    }
    Ok(())
}

/// The screen after some keys on a fresh sample year.
pub fn scene(keys: &[&str], columns: u16, rows: u16) -> anyhow::Result<(Buffer, Option<Position>)> {
    let mut scenes = scenes(keys, (columns, rows), &[Policy::NARROW])?;
    scenes.pop().context("no scene")
}

/// The same on terminals with these layouts of text.
pub fn scenes(
    keys: &[&str],
    (columns, rows): (u16, u16),
    policies: &[Policy],
) -> anyhow::Result<Vec<(Buffer, Option<Position>)>> {
    let folder = tempfile::tempdir()?;
    let made = Store::create_with(&folder.path().join("demo.db"), Arc::new(FixedClock::at(MORNING)));
    let mut store = made.map_err(|error| anyhow!(error.words()))?;
    store.fill_sample()?;
    let user = store.whoami(None).map_err(|refusal| anyhow!(refusal.words()))?;
    let county = store.county()?.context("no county")?;
    let mut app = App::new(store.procedure().clone(), county, user, store.now(), (columns, rows));
    let effects = app.start();
    carry_out(&mut app, &mut store, effects);
    for key in keys {
        let key: Key = key.parse().map_err(|_| anyhow!("no key {key}"))?;
        let effects = app.update(Msg::Key(key));
        carry_out(&mut app, &mut store, effects);
    }
    let draw = |policy: &Policy| {
        let look = Look::new(*policy, false);
        let mut terminal = Terminal::new(TestBackend::new(columns, rows))?;
        terminal.draw(|frame| {
            ui::draw(&app, &look, frame);
        })?;
        let cursor = if app.is_typing() { Some(terminal.get_cursor_position()?) } else { None };
        Ok((terminal.backend().buffer().clone(), cursor))
    };
    policies.iter().map(draw).collect()
}

fn carry_out(app: &mut App, store: &mut Store, effects: Vec<Effect>) {
    let mut waiting = effects;
    while let Some(effect) = waiting.pop() {
        let user = app.common.user.clone();
        let answered = match effect {
            Effect::Read { ticket, ask } => {
                let reply = store.answer(&user, &ask);
                Some((ticket, reply.unwrap_or_else(|failed| Reply::Failed(failed.0))))
            }
            Effect::Execute { ticket, commands, .. } => {
                let actor = Actor::new(user, Origin::Screen);
                let done = store.execute_all(&actor, &commands);
                Some((ticket, done.map_or_else(|refused| Reply::Refused(refused.refusal), Reply::Done)))
            }
            _ => None,
        };
        if let Some((ticket, reply)) = answered {
            waiting.extend(app.update(Msg::Answer { ticket, reply }));
        }
    }
}

fn picture(svg: &str, fonts: &resvg::usvg::Options<'_>, path: &Path) -> anyhow::Result<()> {
    let tree = resvg::usvg::Tree::from_str(svg, fonts)?;
    let size = tree.size().to_int_size();
    let mut pixels = resvg::tiny_skia::Pixmap::new(size.width(), size.height()).context("no picture of that size")?;
    resvg::render(&tree, resvg::tiny_skia::Transform::default(), &mut pixels.as_mut());
    Ok(pixels.save_png(path)?)
}
