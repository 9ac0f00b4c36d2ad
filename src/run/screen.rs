//! The terminal's side of the loop: what its events mean to the app, and what the app wants of it.

use std::io;
use std::time::Duration;

use rust_i18n::t;

use super::Event;
use super::office::Office;
use super::post::{Post, Sender};
use crate::app::App;
use crate::app::effect::Effect;
use crate::app::key::{Key, KeyCode};
use crate::app::msg::Msg;
use crate::term::{self, AmbiguousWidth, Laid, MouseKind, Session, Signal};
use crate::ui;
use crate::ui::look::Look;
use crate::ui::width::Ambiguous;

/// The terminal and how things look on it.
pub struct Screen {
    session: Session,
    look: Look,
}

impl Screen {
    /// The taken terminal.
    pub const fn new(session: Session, look: &Look) -> Self {
        Self { session, look: *look }
    }

    /// Starts to send signals.
    pub fn listen(&mut self, events: &Sender) -> io::Result<()> {
        let events = events.clone();
        self.session.listen(move |event| events.send(Event::Term(event)))
    }

    /// Waits until something happens at the terminal or was sent, for at most so long; adds what happened.
    pub fn wait(&mut self, post: &Post, wait: Option<Duration>, events: &mut Vec<term::Event>) {
        self.session.wait(post, wait, events);
    }

    /// Draws the app as it is; tells how far a text in sight can be turned.
    pub fn draw(&mut self, app: &App) -> io::Result<Option<usize>> {
        let (look, mut end) = (self.look, None);
        self.session.draw_laid(|frame, shown| {
            let drawn = ui::draw_over(app, &look, frame, shown);
            end = drawn.end;
            Laid { rest: drawn.rest, lines: drawn.lines }
        })?;
        Ok(end)
    }

    /// What an event of the terminal means to the app, if anything.
    pub fn understand(&mut self, event: term::Event, office: &mut Office) -> io::Result<Option<Msg>> {
        Ok(match event {
            term::Event::Key(key) => Some(Msg::Key(key)),
            term::Event::Paste(text) => Some(Msg::Paste(text)),
            term::Event::Resize(columns, rows) => {
                // Also when the size is the old one again: the terminal may have cut what it showed in between.
                self.session.redraw()?;
                office.app_mut().common.touch();
                Some(Msg::Resize(columns, rows))
            }
            term::Event::Mouse(mouse) => wheel(mouse.kind).map(Msg::Key),
            term::Event::Focus(_) => None,
            term::Event::Garbled => {
                office.app_mut().common.fail(t!("notice.garbled"));
                None
            }
            term::Event::Probed(findings) => {
                self.session.apply(&findings);
                if let Some(width) = findings.text_width() {
                    let wide = width == AmbiguousWidth::Wide;
                    self.look = self.look.with_ambiguous(if wide { Ambiguous::Wide } else { Ambiguous::Narrow });
                    office.app_mut().common.touch();
                }
                None
            }
            term::Event::Signal(signal) => {
                self.heed(signal, office)?;
                None
            }
        })
    }

    fn heed(&mut self, signal: Signal, office: &mut Office) -> io::Result<()> {
        match signal {
            Signal::Hangup | Signal::Terminate | Signal::Interrupt => office.end(),
            Signal::Stop => self.suspend(office)?,
            Signal::Continue => {
                self.session.resume()?;
                office.app_mut().common.touch();
            }
        }
        Ok(())
    }

    fn suspend(&mut self, office: &mut Office) -> io::Result<()> {
        if office.app().common.confined || !self.session.suspend()? {
            office.app_mut().common.fail(t!("notice.no-shell"));
        }
        office.app_mut().common.touch();
        Ok(())
    }

    /// Carries out what the app wants of the terminal.
    pub fn carry_out(&mut self, effect: Effect, office: &mut Office) -> io::Result<()> {
        match effect {
            Effect::Copy(text) => {
                let fits = self.session.copy(&text)?;
                if !fits {
                    office.app_mut().common.fail(t!("notice.too-long-to-copy"));
                }
            }
            Effect::Suspend => self.suspend(office)?,
            Effect::Redraw => {
                self.session.redraw()?;
                office.app_mut().common.touch();
            }
            _ => {}
        }
        Ok(())
    }
}

/// The wheel moves like the arrows.
fn wheel(kind: MouseKind) -> Option<Key> {
    match kind {
        MouseKind::ScrollUp => Some(KeyCode::Up.into()),
        MouseKind::ScrollDown => Some(KeyCode::Down.into()),
        _ => None,
    }
}
