//! The terminal's clipboard (OSC 52): the only one that works over SSH.
//!
//! Terminals do not answer, and some (PuTTY) ignore it, so the caller must say what was copied, not that it worked.

/// Most terminals take about 100,000 bytes; xterm's limit is lower.
const LONGEST: usize = 74_994;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Returns the sequence that puts `text` on the clipboard, or nothing when the text is too long for terminals.
pub(super) fn sequence(text: &str) -> Option<String> {
    let encoded = base64(text.as_bytes());
    (encoded.len() <= LONGEST).then(|| format!("\x1b]52;c;{encoded}\x1b\\"))
}

fn base64(bytes: &[u8]) -> String {
    let mut encoded = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let all = group.iter().fold(0_u32, |all, byte| all << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let six = (all >> (18 - 6 * place) & 0x3f) as usize;
            encoded.push(if place <= group.len() { char::from(ALPHABET[six]) } else { '=' });
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_follows_the_vectors_of_rfc_4648() {
        for (plain, encoded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("绩效", "57up5pWI"),
        ] {
            assert_eq!(base64(plain.as_bytes()), encoded);
        }
    }

    #[test]
    fn a_text_too_long_for_terminals_is_refused() {
        assert_eq!(sequence("a").as_deref(), Some("\x1b]52;c;YQ==\x1b\\"));
        assert_eq!(sequence(&"a".repeat(60_000)), None);
    }
}
