//! A person's public key, by which the service account's SSH server knows the person.
//!
//! Owns what a key is and its fingerprint. How keys become lines of `authorized_keys` is the command line's.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The kinds of key that OpenSSH takes today; DSA is no longer one.
const ALGORITHMS: [&str; 7] = [
    "ssh-ed25519",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "ssh-rsa",
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
];

/// A public key as in a `.pub` file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PublicKey {
    /// `ssh-ed25519` and the like.
    pub algorithm: String,
    /// The key itself in base64.
    pub blob: String,
    /// What its owner calls it; may be empty.
    pub comment: String,
}

/// Why a text is no public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadKey {
    /// Not `ALGORITHM BASE64 [COMMENT]` on one line.
    Shape,
    /// A kind of key that is not taken; or a private key.
    Algorithm,
    /// What stands in base64 is not a key of its kind.
    Blob,
}

impl BadKey {
    /// The key of its words.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Shape => "key.bad.shape",
            Self::Algorithm => "key.bad.algorithm",
            Self::Blob => "key.bad.blob",
        }
    }
}

impl PublicKey {
    /// Reads the line of a `.pub` file (RFC 4253 §6.6: the blob begins with its kind). Options before the key are not taken: what a key may
    /// do is said by the program.
    ///
    /// # Errors
    /// Why it is none.
    pub fn parse(text: &str) -> Result<Self, BadKey> {
        let line = text.trim();
        if line.lines().count() != 1 {
            return Err(if line.contains("PRIVATE KEY") { BadKey::Algorithm } else { BadKey::Shape });
        }
        let mut parts = line.splitn(3, [' ', '\t']);
        let (Some(algorithm), Some(blob)) = (parts.next(), parts.next()) else { return Err(BadKey::Shape) };
        if !ALGORITHMS.contains(&algorithm) {
            return Err(BadKey::Algorithm);
        }
        let bytes = STANDARD.decode(blob).map_err(|_| BadKey::Blob)?;
        let fields = fields(&bytes).ok_or(BadKey::Blob)?;
        let (Some(named), Some(last)) = (fields.first(), fields.get(1..).and_then(<[_]>::last)) else {
            return Err(BadKey::Blob);
        };
        if *named != algorithm.as_bytes() || last.is_empty() {
            return Err(BadKey::Blob);
        }
        let comment: String = parts.next().unwrap_or_default().trim().chars().filter(|c| !c.is_control()).collect();
        Ok(Self { algorithm: algorithm.to_owned(), blob: blob.to_owned(), comment })
    }

    /// `SHA256:…`, as `ssh-keygen -l` shows it.
    pub fn fingerprint(&self) -> String {
        let bytes = STANDARD.decode(&self.blob).unwrap_or_default();
        format!("SHA256:{}", STANDARD_NO_PAD.encode(Sha256::digest(bytes)))
    }
}

/// The fields of a blob, each behind its length in four bytes; `None` when one is cut short.
fn fields(mut bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut fields = Vec::new();
    while let Some((head, rest)) = bytes.split_first_chunk::<4>() {
        let length = usize::try_from(u32::from_be_bytes(*head)).ok()?;
        let (field, rest) = rest.split_at_checked(length)?;
        fields.push(field);
        bytes = rest;
    }
    bytes.is_empty().then_some(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made for this test with ssh-keygen.
    const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILNDQcfj2TGKOIT9MsfPyCcoCRhCF6QADPb5NKpKxHhX 教科文股";

    #[test]
    fn a_key_is_read_with_the_fingerprint_that_ssh_keygen_shows() {
        let key = PublicKey::parse(&format!("{KEY}\n")).unwrap();
        assert_eq!((key.algorithm.as_str(), key.comment.as_str()), ("ssh-ed25519", "教科文股"));
        assert_eq!(key.fingerprint(), "SHA256:EyzqP4HTojtJYKMnySdlhHRcywTFKvc2z6gxmEU45Pc");
    }

    #[test]
    fn what_is_no_plain_key_is_refused() {
        let blob = KEY.split(' ').nth(1).unwrap();
        for (text, why) in [
            ("", BadKey::Shape),
            ("ssh-ed25519", BadKey::Shape),
            (&format!("{KEY}\n{KEY}"), BadKey::Shape),
            (&format!("command=\"sh\" {KEY}"), BadKey::Algorithm),
            (&format!("ssh-dss {blob}"), BadKey::Algorithm),
            ("-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n-----END OPENSSH PRIVATE KEY-----", BadKey::Algorithm),
            (&format!("ssh-rsa {blob}"), BadKey::Blob),
            (&format!("ssh-ed25519 {}", &blob[..20]), BadKey::Blob),
            ("ssh-ed25519 AAAA\"x", BadKey::Blob),
        ] {
            assert_eq!(PublicKey::parse(text), Err(why), "{text}");
        }
    }
}
