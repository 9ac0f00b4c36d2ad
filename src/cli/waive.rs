//! `waive REF FINDING`: lets a finding stand with a reason, or takes that back.

use clap::{ArgMatches, Command};
use rust_i18n::t;

use super::act;
use super::args::{Entry, arg, switch};
use super::context::{Context, text};
use super::failure::Failure;
use super::number;
use crate::domain::check::{Finding, Place};
use crate::domain::command::{Command as Wish, Origin};
use crate::domain::refusal::Refusal;

pub(super) const ENTRY: Entry = Entry { name: "waive", arguments, run };

fn arguments(command: Command) -> Command {
    let number = |id: &'static str| arg("waive", id).long(id).value_name("N").value_parser(number::of::<u32>(1..));
    command
        .arg(arg("waive", "target").required(true).value_name("REF"))
        .arg(arg("waive", "finding").required(true).value_name("FINDING"))
        .arg(number("indicator"))
        .arg(number("objective").conflicts_with("indicator"))
        .arg(arg("waive", "reason").long("reason").value_name("TEXT").required_unless_present("withdraw"))
        .arg(switch("waive", "withdraw").conflicts_with("reason"))
}

fn run(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    let mut store = context.store()?;
    let actor = context.actor(&store, Origin::CommandLine)?;
    let target = act::find(&store, &actor, text(matches, "target"))?;
    let (recorded, _) = store.findings(&actor.user, target)?;
    let key = named(&recorded.report.findings, matches)?;
    let wish = if matches.get_flag("withdraw") {
        Wish::Unwaive { target, key }
    } else {
        Wish::Waive { target, key, reason: text(matches, "reason").to_owned() }
    };
    store.execute(&actor, &wish)?;
    act::say(context, &store, &actor, target)
}

/// The key of the finding that a person names: by its key, or by its check and place.
fn named(findings: &[Finding], matches: &ArgMatches) -> Result<String, Failure> {
    let named = text(matches, "finding");
    let number = |id: &str| matches.get_one::<u32>(id).map(|number| number - 1);
    let place = number("indicator").map(Place::Indicator).or_else(|| number("objective").map(Place::Item));
    let fits = |finding: &&Finding| finding.id == named && place.is_none_or(|place| finding.place == place);
    let mut keys: Vec<&str> = findings.iter().filter(fits).map(|finding| finding.key.as_str()).collect();
    keys.dedup();
    match keys.as_slice() {
        [] => match findings.iter().find(|finding| finding.key == named) {
            Some(finding) => Ok(finding.key.clone()),
            None => Err(Refusal::NoSuchFinding(named.to_owned()).into()),
        },
        [key] => Ok((*key).to_owned()),
        several => {
            let words = t!("cli.waive.several", named = named, count = several.len(), keys = several.join(" "));
            Err(Failure::Usage(words.into_owned()))
        }
    }
}
