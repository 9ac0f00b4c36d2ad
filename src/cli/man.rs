//! `man`: prints the man page, subcommands included.

use clap::{ArgMatches, Command};

use super::args::{self, Entry};
use super::context::Context;
use super::failure::Failure;

pub(super) const ENTRY: Entry = Entry { name: "man", arguments: |command| command, run };

fn run(context: &mut Context, _: &ArgMatches) -> Result<(), Failure> {
    let mut page = Vec::new();
    let whole = args::grammar();
    clap_mangen::Man::new(whole.clone()).render(&mut page)?;
    for command in whole.get_subcommands() {
        subcommand(command, &mut page)?;
    }
    Ok(context.out.write_all(&page)?)
}

fn subcommand(command: &Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    use std::io::Write;
    writeln!(page, ".SH \"HUISHEN {}\"", command.get_name().to_uppercase())?;
    let man = clap_mangen::Man::new(command.clone());
    man.render_description_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_options_section(page)
}
