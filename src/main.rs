//! The program: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    huishen::cli::main(&std::env::args_os().collect::<Vec<_>>())
}
