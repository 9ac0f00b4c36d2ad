//! What the environment says about the terminal, before anything is asked.
//!
//! Over SSH only `TERM` travels, so all of this is a first guess that the probe and the options correct. It
//! reads the environment through a function, so that tests need none.

use std::time::Duration;

/// How many colours may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: modifiers only (`NO_COLOR`, monochrome terminals).
    Mono,
    /// The 16 ANSI colours.
    Ansi16,
    /// The 256 colours of xterm.
    Indexed,
    /// 24-bit colours.
    True,
}

/// How much may be expected of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TerminalKind {
    /// A terminal program.
    Program,
    /// The Linux console: it answers, but knows no synchronised output and has few glyphs.
    Console,
    /// Nothing is known of it (`TERM` is `dumb` or not set).
    Dumb,
}

/// What the environment says about the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caps {
    /// How many colours may be used.
    pub depth: Depth,
    /// Whether the glyphs must be ASCII: the locale is not UTF-8, or the terminal is a bare console.
    pub ascii: bool,
    /// How much may be expected of the terminal.
    pub kind: TerminalKind,
    /// Whether the program runs over SSH.
    pub ssh: bool,
}

impl Caps {
    /// Reads the environment of the process.
    pub fn from_env() -> Self {
        Self::read(|name| std::env::var(name).ok())
    }

    /// Reads an environment; `get` returns the value of a variable. An empty value counts as not set.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        let get = |name: &str| get(name).filter(|value| !value.is_empty());
        let term = get("TERM").unwrap_or_else(|| "dumb".to_owned());
        let kind = match term.as_str() {
            "dumb" => TerminalKind::Dumb,
            "linux" => TerminalKind::Console,
            _ => TerminalKind::Program,
        };
        let locale = get("LC_ALL").or_else(|| get("LC_CTYPE")).or_else(|| get("LANG"));
        Self {
            depth: depth(&term, get("NO_COLOR").is_some(), get("COLORTERM").as_deref()),
            ascii: kind != TerminalKind::Program || !locale.is_some_and(|locale| is_utf8(&locale)),
            kind,
            ssh: ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"].iter().any(|name| get(name).is_some()),
        }
    }

    /// Tells whether frames may be wrapped in synchronised output (DEC mode 2026).
    pub fn sync(self) -> bool {
        self.kind == TerminalKind::Program
    }

    /// Tells whether the terminal may be told to move lines (DECSTBM with SU and SD, which the Linux console lacks).
    pub fn scrolls(self) -> bool {
        self.kind == TerminalKind::Program
    }

    /// Tells whether the terminal may be asked questions.
    pub fn answers(self) -> bool {
        self.kind != TerminalKind::Dumb
    }

    /// Returns the shortest time between two frames: 16 ms here, 33 ms over SSH.
    pub const fn frame_interval(self) -> Duration {
        Duration::from_millis(if self.ssh { 33 } else { 16 })
    }

    /// Returns how long a lone Esc is held back, in case it starts a sequence: 30 ms here, 100 ms over SSH.
    pub const fn escape_wait(self) -> Duration {
        Duration::from_millis(if self.ssh { 100 } else { 30 })
    }
}

fn is_utf8(locale: &str) -> bool {
    let locale = locale.to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

/// Chooses the colours: `NO_COLOR` wins, then what the terminal's name and `COLORTERM` promise.
fn depth(term: &str, no_color: bool, colorterm: Option<&str>) -> Depth {
    let mono = ["dumb", "vt52", "vt100", "vt102", "vt220", "vt320"].contains(&term) || term.ends_with("-m");
    if no_color || mono {
        Depth::Mono
    } else if matches!(colorterm, Some("truecolor" | "24bit")) {
        Depth::True
    } else if term.contains("256color") {
        Depth::Indexed
    } else {
        Depth::Ansi16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caps(pairs: &[(&str, &str)]) -> Caps {
        Caps::read(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn a_modern_terminal_at_hand() {
        let caps = caps(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "zh_CN.UTF-8")]);
        let expected = Caps { depth: Depth::True, ascii: false, kind: TerminalKind::Program, ssh: false };
        assert_eq!(caps, expected);
        assert_eq!(caps.frame_interval().as_millis(), 16);
    }

    #[test]
    fn over_ssh_frames_and_esc_take_longer() {
        for name in ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"] {
            let caps = caps(&[("TERM", "xterm"), (name, "x")]);
            assert!(caps.ssh);
            assert_eq!(caps.frame_interval().as_millis(), 33);
            assert_eq!(caps.escape_wait().as_millis(), 100);
        }
    }

    #[test]
    fn no_color_wins_unless_it_is_empty() {
        let with = |value| caps(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("NO_COLOR", value)]).depth;
        assert_eq!(with("1"), Depth::Mono);
        assert_eq!(with(""), Depth::True);
    }

    #[test]
    fn the_name_of_the_terminal_limits_the_colours() {
        for (term, depth) in [
            ("xterm", Depth::Ansi16),
            ("linux", Depth::Ansi16),
            ("screen-256color", Depth::Indexed),
            ("vt100", Depth::Mono),
            ("dumb", Depth::Mono),
        ] {
            assert_eq!(caps(&[("TERM", term)]).depth, depth, "{term}");
        }
    }

    #[test]
    fn the_first_locale_that_is_set_decides_on_glyphs() {
        let ascii = |pairs: &[(&str, &str)]| {
            let pairs: Vec<_> = [("TERM", "xterm")].iter().chain(pairs).copied().collect();
            caps(&pairs).ascii
        };
        assert!(!ascii(&[("LANG", "en_US.utf8")]));
        assert!(ascii(&[("LANG", "zh_CN.GBK")]));
        assert!(ascii(&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")]));
        assert!(!ascii(&[("LC_ALL", ""), ("LC_CTYPE", "C.UTF-8"), ("LANG", "C")]));
        assert!(ascii(&[]));
    }

    #[test]
    fn a_bare_console_gets_ascii_and_no_synchronised_output() {
        let console = caps(&[("TERM", "linux"), ("LANG", "zh_CN.UTF-8")]);
        assert!(console.ascii && !console.sync() && console.answers());
        let dumb = caps(&[("LANG", "zh_CN.UTF-8")]);
        assert!(dumb.ascii && !dumb.sync() && !dumb.answers());
    }
}
