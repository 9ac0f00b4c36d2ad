//! The language of everything that a person sees: Chinese unless asked otherwise, whatever the system's own setting says.
//!
//! Owns the choice. The texts stand in `data/lang/*.toml` and are named by key wherever they are shown.

/// A language of the language files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// 中文.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The language with an id (`zh`, `en`); `None` for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        match id {
            "zh" | "zh-CN" | "zh_CN" => Some(Self::Chinese),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}

/// Sets the language of the whole program.
pub fn choose(language: Language) {
    rust_i18n::set_locale(match language {
        Language::Chinese => "zh",
        Language::English => "en",
    });
}
