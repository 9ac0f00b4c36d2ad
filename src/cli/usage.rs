//! Says in the user's language what was asked wrongly. The parser's own words are English and speak of its inside.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use rust_i18n::t;

/// The message for a parser's error: what, and what would be right.
pub fn words(error: &clap::Error) -> String {
    let invalid = context(error, &[ContextKind::InvalidSubcommand, ContextKind::InvalidArg]).unwrap_or_default();
    let value = context(error, &[ContextKind::InvalidValue]).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => t!("cli.usage.unknown-command", name = invalid),
        ErrorKind::UnknownArgument => t!("cli.usage.unknown-argument", name = invalid),
        ErrorKind::InvalidValue if value.is_empty() => t!("cli.usage.no-value", name = invalid),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            t!("cli.usage.invalid-value", name = invalid, value = value, allowed = allowed(error))
        }
        ErrorKind::MissingRequiredArgument => t!("cli.usage.missing-argument", name = invalid),
        ErrorKind::MissingSubcommand => t!("cli.usage.missing-command"),
        ErrorKind::ArgumentConflict => {
            let other = context(error, &[ContextKind::PriorArg]).unwrap_or_default();
            t!("cli.usage.conflict", name = invalid, other = other)
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            t!("cli.usage.wrong-count", name = invalid)
        }
        ErrorKind::InvalidUtf8 => t!("cli.usage.not-utf8"),
        _ => t!("cli.usage.other", error = error.kind()),
    };
    let suggested =
        context(error, &[ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]);
    let hint = suggested.map_or_else(
        || t!("cli.usage.see-help").into_owned(),
        |name| t!("cli.usage.did-you-mean", name = name).into_owned(),
    );
    format!("{what}{hint}")
}

fn context(error: &clap::Error, kinds: &[ContextKind]) -> Option<String> {
    let found = kinds.iter().find_map(|kind| error.get(*kind))?;
    Some(match found {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(" "),
        ContextValue::Number(number) => number.to_string(),
        _ => return None,
    })
}

fn allowed(error: &clap::Error) -> String {
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) if !values.is_empty() => {
            t!("cli.usage.allowed", values = values.join(" ")).into_owned()
        }
        _ => String::new(),
    }
}
