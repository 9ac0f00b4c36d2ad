//! Why keys and the disabling of people are refused.

use std::borrow::Cow;

use rust_i18n::t;

/// A refusal that concerns who comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccessRefusal {
    /// The person is disabled.
    Disabled(String),
    /// A key is another person's.
    KeyTaken(String),
    /// A person has no key of this fingerprint.
    NoSuchKey(String),
    /// Somebody wants to disable oneself.
    OwnAccess,
    /// Somebody adds oneself, under this name, without the administrator's role.
    OwnAdmin(String),
}

impl AccessRefusal {
    /// The reason in the user's language.
    pub fn words(&self) -> Cow<'static, str> {
        match self {
            Self::Disabled(name) => t!("refusal.disabled", name = name).into_owned().into(),
            Self::KeyTaken(name) => t!("refusal.key-taken", name = name).into_owned().into(),
            Self::NoSuchKey(fingerprint) => t!("refusal.no-such-key", fingerprint = fingerprint).into_owned().into(),
            Self::OwnAdmin(name) => t!("refusal.own-admin", name = name).into_owned().into(),
            Self::OwnAccess => t!("refusal.own-access").into_owned().into(),
        }
    }
}

impl From<AccessRefusal> for super::Refusal {
    fn from(refusal: AccessRefusal) -> Self {
        Self::Access(refusal)
    }
}
