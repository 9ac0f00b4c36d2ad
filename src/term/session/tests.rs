//! The session on a real pseudo-terminal. The tests start this test program again, with the name of a scene in the
//! environment; [`scene`] then plays it.

use std::env;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::unix::net::UnixStream;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use ratatui::style::Style;

use super::*;
use crate::app::key::Key;

const SCENE: &str = "HUISHEN_TERM_SCENE";
const ARGUMENTS: [&str; 3] = ["--exact", "term::session::tests::scene", "--nocapture"];
/// Only a test that fails waits this long.
const PATIENCE: Duration = Duration::from_secs(30);

fn show(session: &mut Session, text: &str) {
    session.draw(|frame| frame.buffer_mut().set_string(0, 0, text, Style::new())).unwrap();
}

/// Takes events until a key, and returns all.
fn until_key(session: &mut Session, key: char) -> Vec<Event> {
    let mut all = Vec::new();
    let (_bell, woken) = UnixStream::pair().unwrap();
    while all.last() != Some(&Event::Key(Key::char(key))) {
        let before = all.len();
        session.wait(&woken, Some(PATIENCE), &mut all);
        assert!(all.len() > before, "nothing came");
    }
    all
}

#[test]
fn scene() {
    let Ok(name) = env::var(SCENE) else { return };
    let mut session = match Session::enter(Options { mouse: true, ..Options::new(Caps::from_env()) }) {
        Ok(session) => session,
        Err(error) => {
            println!("refused: {error}");
            return;
        }
    };
    session.listen(|_| true).unwrap();
    show(&mut session, "已就绪");
    match name.as_str() {
        "keys" => {
            let events = until_key(&mut session, 'q');
            session.leave();
            println!("got {events:?}");
        }
        "panic" => {
            until_key(&mut session, 'q');
            panic!("the roof fell in");
        }
        "restore" => {
            until_key(&mut session, 'q');
            crate::term::restore();
            crate::term::restore();
            println!("given back");
        }
        "suspend" => {
            let stopped = session.suspend().unwrap();
            show(&mut session, if stopped { "又回来" } else { "没离开" });
            until_key(&mut session, 'q');
            session.resume().unwrap();
            session.leave();
            println!("over");
        }
        other => panic!("no scene {other}"),
    }
}

/// A child on a pseudo-terminal, and the screen that it sees.
struct Stage {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    all: Vec<u8>,
    _master: Box<dyn portable_pty::MasterPty + Send>,
}

impl Stage {
    fn open(mut command: CommandBuilder, scene: &str) -> Self {
        let pair = native_pty_system().openpty(PtySize { rows: 24, cols: 80, ..PtySize::default() }).unwrap();
        for (name, value) in [(SCENE, scene), ("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("RUST_BACKTRACE", "0")]
        {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (tx, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if tx.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let size = |n| NonZeroU16::new(n).unwrap();
        let screen = vt100::Parser::new(size(24), size(80), 0);
        Self { child, keys, output, screen, all: Vec::new(), _master: pair.master }
    }

    fn play(scene: &str) -> Self {
        let mut command = CommandBuilder::new(env::current_exe().unwrap());
        command.args(ARGUMENTS);
        Self::open(command, scene)
    }

    fn wait(&mut self, text: &str) {
        while !self.screen.screen().contents().contains(text) {
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => {
                    self.screen.process(&bytes);
                    self.all.extend(bytes);
                }
                Err(error) => panic!("{error}: no {text} in {}", self.screen.screen().contents()),
            }
        }
    }

    fn send(&mut self, bytes: &[u8]) {
        self.keys.write_all(bytes).unwrap();
        self.keys.flush().unwrap();
    }

    fn assert_given_back(&mut self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        self.child.wait().unwrap();
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.child.kill().ok();
    }
}

const ANSWERS: &[u8] = b"\x1b[2;2R\x1b[2;3R\x1b[2;2R\x1b[?2026;2$y\x1b[?62;22c";

#[test]
fn the_terminal_is_taken_answers_and_keys_arrive_and_it_is_given_back() {
    let mut stage = Stage::play("keys");
    stage.wait("已就绪");
    let screen = stage.screen.screen();
    assert!(screen.alternate_screen() && screen.bracketed_paste() && screen.hide_cursor());
    assert_eq!(screen.contents().trim_end(), "已就绪", "no trace of the probe");
    stage.send(ANSWERS);
    stage.send("\u{1b}[200~粘贴\u{1b}[201~q".as_bytes());
    stage.wait("got ");
    stage.wait("\"粘贴\"");
    let shown = stage.screen.screen().contents().replace('\n', "");
    assert!(
        shown.contains("Probed(Findings { lines: Some(Narrow), punctuation: Some(Wide), sync: Some(true) })"),
        "{shown}"
    );
    stage.assert_given_back();
}

#[test]
fn the_first_frame_waits_for_no_answer_and_leaving_only_a_moment() {
    let mut stage = Stage::play("keys");
    stage.wait("已就绪");
    stage.send(b"q");
    stage.wait("got ");
    stage.assert_given_back();
}

#[test]
fn a_panic_gives_the_terminal_back_before_its_message() {
    let mut stage = Stage::play("panic");
    stage.wait("已就绪");
    stage.send(b"q");
    stage.wait("the roof fell in");
    stage.assert_given_back();
    let all = String::from_utf8_lossy(&stage.all);
    assert!(all.find("\x1b[?1049l").unwrap() < all.find("the roof fell in").unwrap());
    // Raw mode is off: the line ends of the message bring the cursor back to the first column.
    assert!(stage.screen.screen().contents().lines().any(|line| line == "the roof fell in"));
}

#[test]
fn restoring_twice_is_restoring_once() {
    let mut stage = Stage::play("restore");
    stage.wait("已就绪");
    stage.send(b"q");
    stage.wait("given back");
    stage.assert_given_back();
    assert_eq!(String::from_utf8_lossy(&stage.all).matches("\x1b[?1049l").count(), 1);
}

#[test]
fn a_session_of_its_own_is_not_stopped() {
    let mut stage = Stage::play("suspend");
    stage.wait("没离开");
    stage.send(b"q");
    stage.wait("over");
    stage.assert_given_back();
}

#[test]
fn a_stopped_job_gives_the_terminal_to_the_shell_and_takes_it_again() {
    let program = env::current_exe().unwrap();
    let line = format!("set -m; '{}' {}; echo shell has it; read line; fg", program.display(), ARGUMENTS.join(" "));
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", &line]);
    let mut stage = Stage::open(command, "suspend");
    stage.wait("shell has it");
    assert!(!stage.screen.screen().alternate_screen());
    stage.send(b"\r");
    stage.wait("又回来");
    assert!(stage.screen.screen().alternate_screen());
    stage.send(b"q");
    stage.wait("over");
    stage.assert_given_back();
}

#[test]
fn without_a_terminal_the_reason_is_given() {
    let output = Command::new(env::current_exe().unwrap())
        .args(ARGUMENTS)
        .env(SCENE, "keys")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains(&format!("refused: {}", t!("term.not_a_terminal", locale = "en"))), "{text}");
}
