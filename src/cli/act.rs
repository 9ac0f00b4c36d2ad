//! What the acting subcommands share: finding the target, executing, and saying where it stands now.

use rust_i18n::t;

use super::context::Context;
use super::failure::Failure;
use crate::domain::command::{Actor, Command, Origin};
use crate::domain::ids::TargetId;
use crate::domain::refusal::Refusal;
use crate::exchange::out::place;
use crate::store::Store;

/// The target that a person names by project code or `#number`.
pub(super) fn find(store: &Store, actor: &Actor, reference: &str) -> Result<TargetId, Failure> {
    let found = store.find_ref(&actor.user, reference)?;
    found.ok_or_else(|| Refusal::UnknownTarget(reference.to_owned()).into())
}

/// Executes commands about the targets named, all or none, and says where each stands.
pub(super) fn execute(
    context: &mut Context,
    references: &[&str],
    commands: impl Fn(TargetId) -> Vec<Command>,
) -> Result<(), Failure> {
    let mut store = context.store()?;
    let actor = context.actor(&store, Origin::CommandLine)?;
    let targets = references.iter().map(|one| find(&store, &actor, one)).collect::<Result<Vec<_>, _>>()?;
    let all: Vec<(TargetId, Command)> =
        targets.iter().flat_map(|target| commands(*target).into_iter().map(|one| (*target, one))).collect();
    let (owners, all): (Vec<TargetId>, Vec<Command>) = all.into_iter().unzip();
    let done = store.execute_all(&actor, &all);
    done.map_err(|refused| match owners.get(refused.place).filter(|_| targets.len() > 1) {
        Some(owner) => whose(&store, &actor, *owner, refused.refusal),
        None => refused.refusal.into(),
    })?;
    for target in targets {
        say(context, &store, &actor, target)?;
    }
    Ok(())
}

/// Of several targets the one that was refused, and that nothing was done to the others.
fn whose(store: &Store, actor: &Actor, target: TargetId, refusal: Refusal) -> Failure {
    let known = store.case_file(&actor.user, target).ok().flatten();
    match (refusal, known) {
        (unusable @ Refusal::Unusable(_), _) => unusable.into(),
        (refusal, known) => {
            let project = known.map(|case| case.target.project.name.clone()).unwrap_or_default();
            let words = refusal.words();
            let words = t!("cli.act.refused", target = format!("#{target}"), project = project, words = words);
            Failure::Refused(words.into_owned())
        }
    }
}

pub(super) fn say(context: &mut Context, store: &Store, actor: &Actor, target: TargetId) -> Result<(), Failure> {
    let Some(case) = store.case_file(&actor.user, target)? else { return Ok(()) };
    let place = place(store.procedure(), &case.target.standing);
    context.say(&t!("cli.act.done", target = format!("#{target}"), project = case.target.project.name, place = place))
}
