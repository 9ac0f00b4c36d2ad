//! The grammar: global options, the table of subcommands, help in the user's language.

use std::ffi::OsString;
use std::io::Write;

use clap::builder::{Styles, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command};
use rust_i18n::t;

use super::config::{Config, GLYPH_SETS, LANGUAGES, WIDTHS};
use super::context::Context;
use super::failure::Failure;
use super::{confined, usage};

/// A subcommand: its name, its grammar, and what it does.
pub struct Entry {
    /// The name.
    pub name: &'static str,
    /// Adds its arguments.
    pub arguments: fn(Command) -> Command,
    /// Does it.
    pub run: fn(&mut Context, &ArgMatches) -> Result<(), Failure>,
}

/// All subcommands in the order of the help.
pub const COMMANDS: &[Entry] = &[
    super::demo::ENTRY,
    super::init::ENTRY,
    super::import::ENTRY,
    super::list::ENTRY,
    super::show::ENTRY,
    super::check::ENTRY,
    super::waive::ENTRY,
    super::prior_match::ENTRY,
    super::submit::ENTRY,
    super::review::ENTRY,
    super::amend::ENTRY,
    super::withdraw::ENTRY,
    super::undo::ENTRY,
    super::session::ENTRY,
    super::minutes::ENTRY,
    super::wall::ENTRY,
    super::key_project::ENTRY,
    super::library::ENTRY,
    super::assess::ENTRY,
    super::prepare::ENTRY,
    super::execution::MONITOR,
    super::execution::EVALUATE,
    super::execution::RE_EVALUATE,
    super::register::ENTRY,
    super::register::DOCUMENT,
    super::register::DISCLOSE,
    super::report::ENTRY,
    super::export::ENTRY,
    super::journal::ENTRY,
    super::verify::ENTRY,
    super::backup::ENTRY,
    super::restore::ENTRY,
    super::rescue::ENTRY,
    super::watch::ENTRY,
    super::year::ENTRY,
    super::unit::ENTRY,
    super::user::ENTRY,
    super::ssh_keys::ENTRY,
    super::keys::ENTRY,
    super::completions::ENTRY,
    super::man::ENTRY,
    super::bench_data::ENTRY,
];

/// A positional argument or option in the user's language: its help is the text `cli.COMMAND.ID`.
pub fn arg(command: &str, id: &'static str) -> Arg {
    Arg::new(id).help(t!(format!("cli.{command}.{id}")).into_owned())
}

/// A switch `--id`.
pub fn switch(command: &str, id: &'static str) -> Arg {
    arg(command, id).long(id).action(ArgAction::SetTrue)
}

/// The whole grammar.
pub fn grammar() -> Command {
    top(|entry| whole(Command::new(entry.name), entry))
}

/// The same grammar, in which a subcommand is laid out only when it is the one that was asked for.
fn grammar_on_demand() -> Command {
    top(|entry| {
        Command::new(entry.name).about(about(entry.name)).defer(|command| {
            let known = COMMANDS.iter().find(|entry| entry.name == command.get_name());
            known.map_or_else(Command::default, |entry| whole(command, entry))
        })
    })
}

fn whole(command: Command, entry: &Entry) -> Command {
    (entry.arguments)(dress(command, entry.name)).mut_subcommands(nested)
}

/// A subcommand of a command has the help option too.
fn nested(command: Command) -> Command {
    let options = t!("cli.heading.options").into_owned();
    let headed = |arg: Arg| if arg.get_help_heading().is_some() { arg } else { arg.help_heading(options.clone()) };
    helped(command.mut_args(headed)).mut_subcommands(nested)
}

fn about(name: &str) -> String {
    t!(format!("cli.{name}.about")).into_owned()
}

fn top(subcommand: fn(&Entry) -> Command) -> Command {
    dress(Command::new("huishen"), "huishen")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(global("db").value_name("FILE").value_parser(ValueParser::path_buf()))
        .arg(global("as").value_name("USER"))
        .arg(global("confined").value_name("KEY").requires("as").hide(true))
        .arg(choice("lang", &LANGUAGES))
        .arg(global("config").value_name("FILE").value_parser(ValueParser::path_buf()))
        .arg(choice("width", &WIDTHS))
        .arg(choice("glyphs", &GLYPH_SETS))
        .arg(arg("huishen", "version").long("version").short('V').action(ArgAction::Version))
        .subcommands(COMMANDS.iter().map(subcommand))
}

fn global(id: &'static str) -> Arg {
    arg("huishen", id).long(id).global(true).help_heading(t!("cli.heading.global").into_owned())
}

/// A global option with one of a few names as its value, all of which stand in the help.
fn choice<T>(id: &'static str, names: &[(&'static str, T)]) -> Arg {
    let names: Vec<&'static str> = names.iter().map(|(name, _)| *name).collect();
    global(id).value_name(names.join("|")).value_parser(names).hide_possible_values(true)
}

/// Gives a command its words: about, examples, headings, the help option.
fn dress(command: Command, name: &str) -> Command {
    let examples = t!("cli.heading.examples");
    let command = command.about(about(name));
    let command = command.after_help(format!("{examples}\n{}", t!(format!("cli.{name}.examples"))));
    helped(command).next_help_heading(t!("cli.heading.options").into_owned())
}

/// Gives a command the help option in the user's language.
fn helped(command: Command) -> Command {
    let heading = |key: &str| t!(format!("cli.heading.{key}")).into_owned();
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    command
        .help_template(format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n", heading("usage")))
        .styles(Styles::plain())
        .disable_help_flag(true)
        .subcommand_help_heading(heading("commands"))
        .subcommand_value_name(heading("command"))
        .arg(help.help(heading("help")).help_heading(heading("global")))
}

/// Reads the arguments and does what they say.
pub fn run(arguments: &[OsString], config: Config, out: &mut dyn Write) -> Result<(), Failure> {
    // The screens need no grammar, and open the sooner without one.
    if arguments.len() <= 1 {
        return super::screens::open(&mut Context::plain(config, out));
    }
    let Some(matches) = read(arguments, out)? else { return Ok(()) };
    let mut context = Context::new(&matches, config, out);
    if context.confined.is_some() {
        return confined(&mut context, &matches);
    }
    let Some((name, arguments)) = matches.subcommand() else { return super::screens::open(&mut context) };
    carry_out(&mut context, name, arguments)
}

/// What arguments say; nothing is left to do where help or the version was asked for.
fn read(arguments: &[OsString], out: &mut dyn Write) -> Result<Option<ArgMatches>, Failure> {
    match grammar_on_demand().try_get_matches_from(arguments) {
        Ok(matches) => Ok(Some(matches)),
        Err(asked) if !asked.use_stderr() => {
            write!(out, "{asked}")?;
            Ok(None)
        }
        Err(error) => Err(Failure::Usage(usage::words(&error, arguments))),
    }
}

fn carry_out(context: &mut Context, name: &str, arguments: &ArgMatches) -> Result<(), Failure> {
    let entry = COMMANDS.iter().find(|entry| entry.name == name);
    let entry = entry.ok_or_else(|| Failure::Usage(t!("cli.usage.unknown-command", name = name).into_owned()))?;
    (entry.run)(context, arguments)
}

/// What a confined login does: the screens, or the one command that sshd says is wanted.
fn confined(context: &mut Context, matches: &ArgMatches) -> Result<(), Failure> {
    if let Some((name, _)) = matches.subcommand() {
        return Err(Failure::Usage(t!("confined.no-command", command = name).into_owned()));
    }
    let _slot = confined::enter(context)?;
    let Some(words) = confined::wanted()? else { return super::screens::open(context) };
    let arguments: Vec<_> = std::iter::once(OsString::from("huishen")).chain(words).collect();
    let Some(matches) = read(&arguments, context.out)? else { return Ok(()) };
    let Some((name, arguments)) = matches.subcommand() else { return super::screens::open(context) };
    confined::only_streams(name, arguments)?;
    carry_out(context, name, arguments)
}
