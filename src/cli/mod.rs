//! The command line: one file a subcommand, one table that lists them.
//!
//! Owns the grammar of design §8, the exit codes, and what is printed. Decides nothing: it reads and executes through the store.

mod act;
mod amend;
mod args;
mod assess;
mod backup;
mod bench_data;
mod check;
mod completions;
mod config;
mod confined;
mod context;
mod demo;
mod execution;
mod export;
mod failure;
mod import;
mod init;
mod journal;
mod key_project;
mod keys;
mod library;
mod list;
mod man;
mod minutes;
mod number;
mod prepare;
mod prior_match;
mod progress;
mod register;
mod report;
mod rescue;
mod restore;
mod review;
mod screens;
mod session;
mod show;
mod ssh_keys;
mod submit;
mod table;
mod undo;
mod unit;
mod usage;
mod user;
mod verify;
mod waive;
mod wall;
mod watch;
mod withdraw;
mod year;

use std::ffi::OsString;
use std::process::ExitCode;

use self::context::Context;
use self::failure::Failure;

/// Runs the program with its arguments (the first is its name) and says how it ended.
pub fn main(arguments: &[OsString]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let outcome = Context::speak(arguments).and_then(|config| args::run(arguments, config, &mut out));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            report(&failure);
            failure.code()
        }
    }
}

/// Prints a failure's words to stderr; a closed stderr changes nothing.
fn report(failure: &Failure) {
    use std::io::Write;
    if let Some(words) = failure.words() {
        let _ = writeln!(std::io::stderr().lock(), "huishen: {words}");
    }
}
