//! Finding targets by pieces of their names: what goes into the full-text index.

/// The texts under which a target is indexed: every character of project, unit and code as a token of its own, and pinyin initials.
pub(super) fn index_text(project: &str, unit: &str, code: Option<&str>) -> (String, String) {
    let spaced = |text: &str| {
        text.chars().filter(|letter| letter.is_alphanumeric()).map(|letter| format!("{letter} ")).collect::<String>()
    };
    (format!("{}| {}| {}", spaced(project), spaced(unit), spaced(code.unwrap_or_default())), String::new())
}
