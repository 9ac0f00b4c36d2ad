//! The terminal's clipboard (OSC 52): the only one that works over SSH.
//!
//! Terminals do not answer, and some (PuTTY) ignore it, so the caller must say what was copied, not that it worked.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Most terminals take about 100,000 bytes; xterm's limit is lower.
const LONGEST: usize = 74_994;

/// Returns the sequence that puts `text` on the clipboard, or nothing when the text is too long for terminals.
pub(super) fn sequence(text: &str) -> Option<String> {
    let encoded = STANDARD.encode(text);
    (encoded.len() <= LONGEST).then(|| format!("\x1b]52;c;{encoded}\x1b\\"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_put_on_the_clipboard_in_base64() {
        assert_eq!(sequence("绩效").as_deref(), Some("\x1b]52;c;57up5pWI\x1b\\"));
    }

    #[test]
    fn a_text_too_long_for_terminals_is_refused() {
        assert_eq!(sequence("a").as_deref(), Some("\x1b]52;c;YQ==\x1b\\"));
        assert_eq!(sequence(&"a".repeat(60_000)), None);
    }
}
