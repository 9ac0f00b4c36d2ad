//! What a key press is: pure data, shared by the key map, the configuration and the decoder.
//!
//! The decoder (`term`) makes keys, the key map compares them, the help prints them. Nothing here knows a
//! terminal. Text fields use [`Key::text`]; command mode looks up [`Key::folded`], because an input method
//! left on sends full-width letters and punctuation.

use std::fmt;
use std::str::FromStr;

/// The key itself, without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyCode {
    /// A character as typed, upper case included.
    Char(char),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace, whichever of its two codes the terminal sends.
    Backspace,
    /// Cursor up.
    Up,
    /// Cursor down.
    Down,
    /// Cursor left.
    Left,
    /// Cursor right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Insert.
    Insert,
    /// Delete.
    Delete,
    /// A function key, from 1.
    F(u8),
}

/// The modifiers held while a key was pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mods {
    /// Ctrl.
    pub ctrl: bool,
    /// Alt or Meta.
    pub alt: bool,
    /// Shift; never set on characters, which show it themselves.
    pub shift: bool,
}

impl Mods {
    /// No modifier.
    pub const NONE: Self = Self { ctrl: false, alt: false, shift: false };

    /// Tells whether no modifier is held.
    pub const fn is_empty(self) -> bool {
        !(self.ctrl || self.alt || self.shift)
    }
}

/// One key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// What was held with it.
    pub mods: Mods,
}

impl From<KeyCode> for Key {
    fn from(code: KeyCode) -> Self {
        Self::new(code, Mods::NONE)
    }
}

impl Key {
    /// Makes a key in its one normal form: Shift is part of a character, Ctrl goes with the small letter,
    /// and Shift with Tab is [`KeyCode::BackTab`].
    pub fn new(code: KeyCode, mods: Mods) -> Self {
        let mut key = Self { code, mods };
        match code {
            KeyCode::Char(c) => {
                let c = if mods.ctrl {
                    c.to_ascii_lowercase()
                } else if mods.shift {
                    c.to_ascii_uppercase()
                } else {
                    c
                };
                key.code = KeyCode::Char(c);
                key.mods.shift = false;
            }
            KeyCode::Tab if mods.shift => {
                key.code = KeyCode::BackTab;
                key.mods.shift = false;
            }
            KeyCode::BackTab => key.mods.shift = false,
            _ => {}
        }
        key
    }

    /// Makes a plain character key.
    pub fn char(c: char) -> Self {
        Self::from(KeyCode::Char(c))
    }

    /// Makes a character key with Ctrl.
    pub fn ctrl(c: char) -> Self {
        Self::new(KeyCode::Char(c), Mods { ctrl: true, ..Mods::NONE })
    }

    /// Makes a character key with Alt.
    pub fn alt(c: char) -> Self {
        Self::new(KeyCode::Char(c), Mods { alt: true, ..Mods::NONE })
    }

    /// Tells whether terminals send the key as itself. With Ctrl they send only letters and a few signs, and four of
    /// them as another key: `Ctrl-h` as Backspace, `Ctrl-i` as Tab, `Ctrl-m` as Enter, `Ctrl-[` as Esc.
    pub const fn is_sent(self) -> bool {
        match self.code {
            KeyCode::Char('h' | 'i' | 'm') => !self.mods.ctrl,
            KeyCode::Char(c) => !self.mods.ctrl || matches!(c, 'a'..='z' | ' ' | '\\' | ']' | '^' | '_'),
            KeyCode::Enter | KeyCode::Esc | KeyCode::Tab | KeyCode::BackTab | KeyCode::Backspace => {
                !self.mods.ctrl && !self.mods.shift
            }
            _ => true,
        }
    }

    /// Returns the character that a text field inserts, exactly as typed; none for commands.
    pub const fn text(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.mods.is_empty() => Some(c),
            _ => None,
        }
    }

    /// Returns the key as command mode understands it: full-width forms and the punctuation of a Chinese
    /// input method become the ASCII character of the same physical key.
    #[must_use]
    pub fn folded(self) -> Self {
        match self.code {
            KeyCode::Char(c) => Self::new(KeyCode::Char(fold(c)), self.mods),
            _ => self,
        }
    }

    /// Tells whether the key is a plain character that has no ASCII form, such as 中: in command mode it
    /// means that an input method is on.
    pub fn is_from_input_method(self) -> bool {
        self.folded().text().is_some_and(|c| !c.is_ascii())
    }
}

/// Returns the ASCII character of the physical key that typed `c`, or `c` itself.
fn fold(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        '\u{3000}' => ' ',
        '、' => '/',
        '。' => '.',
        '【' => '[',
        '】' => ']',
        '《' => '<',
        '》' => '>',
        '「' => '{',
        '」' => '}',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '…' => '^',
        '—' => '_',
        '￥' | '¥' => '$',
        '·' => '`',
        _ => c,
    }
}

/// The keys that have names, each with the name that is printed first and others that are understood.
const NAMES: &[(KeyCode, &[&str])] = &[
    (KeyCode::Enter, &["Enter", "Return"]),
    (KeyCode::Esc, &["Esc", "Escape"]),
    (KeyCode::BackTab, &["Shift-Tab", "BackTab"]),
    (KeyCode::Tab, &["Tab"]),
    (KeyCode::Backspace, &["Backspace", "BS"]),
    (KeyCode::Up, &["Up"]),
    (KeyCode::Down, &["Down"]),
    (KeyCode::Left, &["Left"]),
    (KeyCode::Right, &["Right"]),
    (KeyCode::Home, &["Home"]),
    (KeyCode::End, &["End"]),
    (KeyCode::PageUp, &["PgUp", "PageUp"]),
    (KeyCode::PageDown, &["PgDn", "PageDown"]),
    (KeyCode::Insert, &["Ins", "Insert"]),
    (KeyCode::Delete, &["Del", "Delete"]),
    (KeyCode::Char(' '), &["Space"]),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.mods.ctrl, "Ctrl-"), (self.mods.alt, "Alt-"), (self.mods.shift, "Shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        if let Some((_, names)) = NAMES.iter().find(|(code, _)| *code == self.code) {
            return f.write_str(names[0]);
        }
        match self.code {
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::F(n) => write!(f, "F{n}"),
            _ => Ok(()),
        }
    }
}

/// A text that names no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKey(
    /// The text as given.
    pub String,
);

impl fmt::Display for UnknownKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&rust_i18n::t!("term.unknown_key", key = self.0))
    }
}

impl std::error::Error for UnknownKey {}

impl FromStr for Key {
    type Err = UnknownKey;

    /// Reads names such as `Ctrl-s`, `F5`, `PgDn`, `Space`, `?`; names do not depend on case, characters do.
    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let mut mods = Mods::NONE;
        let mut rest = text;
        loop {
            if let Some(code) = code_of(rest) {
                return Ok(Self::new(code, mods));
            }
            let (held, after) = split_modifier(rest).ok_or_else(|| UnknownKey(text.to_owned()))?;
            match held {
                'c' => mods.ctrl = true,
                'a' => mods.alt = true,
                _ => mods.shift = true,
            }
            rest = after;
        }
    }
}

/// Reads a key without modifiers.
fn code_of(text: &str) -> Option<KeyCode> {
    let mut chars = text.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return (!c.is_control()).then_some(KeyCode::Char(c));
    }
    let named = NAMES.iter().find(|(_, names)| names.iter().any(|name| name.eq_ignore_ascii_case(text)));
    if let Some((code, _)) = named {
        return Some(*code);
    }
    let digits = text.strip_prefix(['F', 'f'])?;
    let plain = digits.bytes().all(|b| b.is_ascii_digit());
    let n: u8 = plain.then(|| digits.parse().ok())??;
    (1..=24).contains(&n).then_some(KeyCode::F(n))
}

/// Takes one leading `Ctrl-`, `Alt-` or `Shift-` (or with `+`) off, and returns its small initial.
fn split_modifier(text: &str) -> Option<(char, &str)> {
    let (name, rest) = text.split_once(['-', '+'])?;
    let known = ["ctrl", "alt", "shift"].iter().find(|known| known.eq_ignore_ascii_case(name))?;
    Some((known.chars().next()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_read_back_as_the_same_key() {
        for name in [
            "Ctrl-s",
            "F5",
            "F12",
            "Enter",
            "?",
            "PgDn",
            "Space",
            "Shift-Tab",
            "Alt-x",
            "Ctrl-Alt-x",
            "-",
            "Ctrl--",
            "+",
            "Ctrl-+",
            "Shift-Up",
            "Ctrl-Home",
            "G",
            "Ctrl-Space",
            "Del",
            "中",
            "Alt-F4",
            "f",
            "F",
        ] {
            let key: Key = name.parse().unwrap();
            assert_eq!(key.to_string(), name);
        }
    }

    #[test]
    fn other_spellings_mean_the_same_key() {
        for (spelling, name) in [
            ("ctrl+S", "Ctrl-s"),
            ("escape", "Esc"),
            ("pagedown", "PgDn"),
            ("f5", "F5"),
            ("BackTab", "Shift-Tab"),
            ("Shift-a", "A"),
        ] {
            assert_eq!(spelling.parse::<Key>().unwrap().to_string(), name, "{spelling}");
        }
    }

    #[test]
    fn what_is_no_key_is_refused_with_its_text() {
        for text in ["", "Hyper-x", "F0", "F25", "F+5", "Ctrl-", "gg", "\u{7}"] {
            assert_eq!(text.parse::<Key>(), Err(UnknownKey(text.to_owned())));
        }
    }

    #[test]
    fn folding_gives_the_physical_key_and_keeps_the_text() {
        for (typed, meant) in [
            ('ｊ', 'j'),
            ('？', '?'),
            ('：', ':'),
            ('；', ';'),
            ('、', '/'),
            ('。', '.'),
            ('【', '['),
            ('》', '>'),
            ('　', ' '),
            ('，', ','),
            ('！', '!'),
        ] {
            let key = Key::char(typed);
            assert_eq!(key.folded(), Key::char(meant));
            assert_eq!(key.text(), Some(typed));
            assert!(!key.is_from_input_method());
        }
        assert!(Key::char('中').is_from_input_method());
        assert!(!Key::char('j').is_from_input_method());
        assert!(!Key::from(KeyCode::Up).is_from_input_method());
    }

    #[test]
    fn commands_insert_no_text() {
        assert_eq!(Key::ctrl('s').text(), None);
        assert_eq!(Key::alt('s').text(), None);
        assert_eq!(Key::from(KeyCode::Enter).text(), None);
    }

    proptest! {
        #[test]
        fn every_printed_key_reads_back(c in any::<char>(), ctrl: bool, alt: bool) {
            prop_assume!(!c.is_control());
            let key = Key::new(KeyCode::Char(c), Mods { ctrl, alt, shift: false });
            prop_assert_eq!(key.to_string().parse::<Key>().unwrap(), key);
        }
    }
}
