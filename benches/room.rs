//! A whole meeting of the real binary in pseudo-terminals on one file: how long a step of the chair takes to every screen, and whether
//! every ballot arrives. Prints figures; asserts nothing.
//!
//! `cargo bench --bench room` holds it with 40 programs, 30 of them the panel's, over 34 items; `HUISHEN_BENCH_ROOM=kill` kills one in ten
//! ballots' programs or commands meanwhile, `=crowd` adds followers to 200 programs, `=quick` takes eight items.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    missing_docs
)]

#[path = "../tests/it/meeting.rs"]
mod meeting;
// The tests use the rest of it.
#[allow(dead_code)]
#[path = "../tests/it/terminal.rs"]
mod terminal;

use std::time::Duration;

use meeting::{Outcome, Plan, hold};

const WHOLE: Plan = Plan {
    members: 30,
    others: 10,
    items: 34,
    within: Duration::from_secs(2),
    kills: 0,
    idle: Duration::from_secs(20),
    seed: 1,
};

fn main() {
    let mode = std::env::var("HUISHEN_BENCH_ROOM").unwrap_or_default();
    let seed = std::env::var("HUISHEN_BENCH_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let plan = match mode.as_str() {
        "kill" => Plan { kills: 10, seed, ..WHOLE },
        "crowd" => Plan { others: 170, items: 8, within: Duration::from_secs(4), seed, ..WHOLE },
        "quick" => Plan { items: 8, seed, ..WHOLE },
        _ => Plan { seed, ..WHOLE },
    };
    let folder = tempfile::tempdir_in(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target")).unwrap();
    println!("{} programs, {} of the panel, {} items", plan.members + plan.others, plan.members, plan.items);
    tell(&plan, &hold(&plan, folder.path()));
}

fn tell(plan: &Plan, outcome: &Outcome) {
    let all: Vec<Duration> = outcome.steps.iter().flatten().copied().collect();
    let last: Vec<Duration> = outcome.steps.iter().filter_map(|step| step.iter().max().copied()).collect();
    let spread: Vec<Duration> =
        outcome.steps.iter().filter_map(|step| Some(step.iter().max()?.saturating_sub(*step.iter().min()?))).collect();
    println!("a step of the chair to a screen: {}", at(all));
    println!("               to the last screen: {}", at(last));
    println!("       from the first to the last: {}", at(spread));
    let due = plan.members * plan.items;
    println!("ballots acknowledged {} of {due}, killed {}", outcome.acknowledged, outcome.killed);
    let (idle, bytes, memory) = (outcome.idle * 100.0, outcome.idle_bytes, outcome.memory / 1024);
    println!(
        "idle {:.0} s: {idle:.2} % of a core, {bytes} bytes; memory of all programs {memory} MB",
        plan.idle.as_secs_f64()
    );
    println!("faults: {}", outcome.faults.len());
    for fault in outcome.faults.iter().take(20) {
        println!("  {fault}");
    }
}

fn at(mut times: Vec<Duration>) -> String {
    if times.is_empty() {
        return "none".to_owned();
    }
    times.sort_unstable();
    let share = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    format!("p50 {:.1} ms, p99 {:.1} ms, most {:.1} ms", share(0.5), share(0.99), share(1.0))
}
