//! `export [QUERY|REF…] --to FILE`: lists and forms out of the file, whole or not at all.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::args::{Entry, arg, switch};
use super::context::{Context, text};
use super::failure::Failure;
use super::list::{parsed, selection, sort};
use crate::domain::export::{Document, Export, Format, STANDARD, Which};
use crate::domain::ids::TargetId;
use crate::domain::people::User;
use crate::domain::refusal::Refusal;
use crate::run::export::{Failed, export};
use crate::store::Store;

pub(super) const ENTRY: Entry = Entry { name: "export", arguments, run };

fn arguments(command: Command) -> Command {
    let choice = |id, name: &'static str, values: Vec<&'static str>| {
        let values = PossibleValuesParser::new(values);
        arg("export", id).long(id).value_name(name).value_parser(values).hide_possible_values(true)
    };
    selection(command)
        .arg(arg("export", "to").long("to").required(true).value_name("FILE"))
        .arg(choice("format", "FORMAT", Format::ALL.map(Format::id).to_vec()))
        .arg(choice("document", "DOCUMENT", Document::OF_TARGETS.map(Document::id).to_vec()))
        .arg(arg("export", "unit").long("unit").value_name("NAME"))
        .arg(switch("export", "force"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let store = context.reading()?;
    let viewer = context.user(&store)?;
    let given = |id: &str| Some(text(matches, id)).filter(|text| !text.is_empty());
    let wish = Export {
        document: given("document").and_then(Document::of_id).unwrap_or(Document::List),
        which: which(&store, &viewer, matches)?,
        unit: given("unit").map(str::to_owned),
        format: given("format").and_then(Format::of_id),
        to: text(matches, "to").to_owned(),
        replace: matches.get_flag("force"),
    };
    let made = export(&store, &viewer, &wish, context.out)?;
    if wish.to == STANDARD {
        return Ok(());
    }
    for file in &made.files {
        context.say(&t!("cli.export.written", file = file))?;
    }
    context.say(&t!("cli.export.done", count = made.targets))
}

/// Gives one document out, into a file whose name ends as its kinds of files do.
pub(super) fn give(
    context: &mut Context,
    (store, viewer): (&Store, &User),
    (document, which, unit): (Document, Which, Option<&str>),
    matches: &ArgMatches,
) -> Result<(), Failure> {
    let (to, kinds) = (text(matches, "to"), document.formats());
    if !Format::of_name(to).is_some_and(|format| kinds.contains(&format)) {
        let kinds: Vec<String> = kinds.iter().map(|format| format!(".{}", format.id())).collect();
        return Err(Failure::Usage(t!("out.ending", name = to, kinds = kinds.join("、")).into_owned()));
    }
    let (to, replace) = (to.to_owned(), matches.get_flag("force"));
    let wish = Export { document, which, unit: unit.map(str::to_owned), format: None, to, replace };
    let made = export(store, viewer, &wish, context.out)?;
    made.files.iter().try_for_each(|file| context.say(&t!("cli.export.written", file = file)))
}

/// The targets meant: those named by `#number` or project code when every word is one, else what the words ask for.
fn which(store: &Store, viewer: &User, matches: &ArgMatches) -> Result<Which, Failure> {
    let words: Vec<&str> = matches.get_many::<String>("query").into_iter().flatten().map(String::as_str).collect();
    if !words.is_empty() && words.iter().all(|word| word.starts_with(['#', '＃'])) {
        let one = |word: &&str| -> Result<TargetId, Failure> {
            let found = store.find_ref(viewer, word)?;
            found.ok_or_else(|| Refusal::UnknownTarget((*word).to_owned()).into())
        };
        return Ok(Which::These(words.iter().map(one).collect::<Result<_, _>>()?));
    }
    let coded = words.iter().map(|word| store.find_ref(viewer, word)).collect::<Result<Option<Vec<_>>, _>>()?;
    if let Some(targets) = coded.filter(|targets| !targets.is_empty()) {
        return Ok(Which::These(targets));
    }
    let limit = matches.get_one::<u64>("limit").copied();
    Ok(Which::Found { filter: parsed(&words.join(" "))?, sort: sort(matches), limit })
}

impl From<Failed> for Failure {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Refused(words) | Failed::Exists(_, words) => Self::Refused(words),
            Failed::Usage(words) => Self::Usage(words),
            Failed::Unusable(words) => Self::Unusable(words),
            Failed::Output(error) => Self::from(error),
        }
    }
}
