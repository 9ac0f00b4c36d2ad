//! Says in the user's language what was asked wrongly. The parser's own words are English and speak of its inside.

use std::error::Error;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use rust_i18n::t;

use super::args::grammar;

/// The message for a parser's error about these arguments: what, what would be right, and where that is told.
pub fn words(error: &clap::Error, arguments: &[OsString]) -> String {
    let invalid = context(error, &[ContextKind::InvalidSubcommand, ContextKind::InvalidArg]).unwrap_or_default();
    let invalid = bare(&invalid);
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
            match bare(&other) {
                other if other == invalid => t!("cli.usage.twice", name = invalid),
                other => t!("cli.usage.conflict", name = invalid, other = other),
            }
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            t!("cli.usage.wrong-count", name = invalid)
        }
        ErrorKind::InvalidUtf8 => t!("cli.usage.not-utf8"),
        _ => t!("cli.usage.other", error = error.kind()),
    };
    let suggested =
        context(error, &[ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]);
    let meant = suggested.map(|name| t!("cli.usage.did-you-mean", name = name).into_owned()).unwrap_or_default();
    format!("{what}{meant}{}", t!("cli.usage.see-help", command = asked(arguments)))
}

/// The commands among arguments, down to the one that was meant.
fn asked(arguments: &[OsString]) -> String {
    let (mut command, mut path) = (&grammar(), "huishen".to_owned());
    for word in arguments.iter().skip(1) {
        if let Some(found) = command.find_subcommand(word) {
            path = format!("{path} {}", found.get_name());
            command = found;
        }
    }
    path
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

/// An argument's name without the brackets in which the parser shows one that has a place instead of a name; several keep theirs.
fn bare(name: &str) -> &str {
    if name.starts_with(['[', '<']) && !name.contains(' ') {
        name.trim_matches(['[', ']', '<', '>', '.'])
    } else {
        name
    }
}

/// What would be taken: one of a few names, or what the reader of the value says.
fn allowed(error: &clap::Error) -> String {
    if let Some(said) = error.source() {
        return said.to_string();
    }
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) if !values.is_empty() => {
            t!("cli.usage.allowed", values = values.join(" ")).into_owned()
        }
        _ => String::new(),
    }
}
