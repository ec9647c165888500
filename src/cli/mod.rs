//! The command line: the only part that prints.

mod args;
mod article;
mod batch;
mod behaviour;
mod changes;
mod documents;
mod export;
mod export_args;
mod lint;
mod man;
mod mcp;
mod new;
mod output;
mod overlays;
mod parse;
#[cfg(all(feature = "verify", unix))]
mod proof_files;
mod save_programs;
mod schema;
mod site;
mod snippet;
mod terminal;
#[cfg(all(feature = "verify", unix))]
mod verify;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::CommandFactory;

use crate::output::STYLESHEET;
use crate::request::ArticleRequest;
use args::{Arguments, Command};
use new::NewCommand;
use output::Failure;

/// Reads the arguments of the process, does what they say, and returns the exit status: 0 done,
/// 1 a check failed, 2 bad usage or bad data. A closed pipe counts as done.
pub fn main() -> ExitCode {
    #[cfg(all(feature = "verify", unix))]
    if let Some(result) = crate::verify::serve() {
        return match result {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => Failure::from(error).report(),
        };
    }
    main_with(std::env::args_os())
}

/// Does what the words say, of which the first is the program's name, and returns the exit status.
/// For programs that have this command line inside. `verify` starts the running executable again,
/// so it needs one whose `main` is [`main`].
pub fn main_with(words: impl Iterator<Item = OsString>) -> ExitCode {
    match run(parse::arguments(words)) {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}

fn run(arguments: Arguments) -> std::result::Result<ExitCode, Failure> {
    let examples = arguments.examples;
    examples.terminal.apply();
    match arguments.command {
        None => snippet::run(examples.request, &examples.destination, &examples.overlays),
        Some(Command::Update(arguments)) => documents::update(&arguments),
        Some(Command::Check(arguments)) => documents::check(&arguments),
        Some(Command::Mdbook(arguments)) => documents::mdbook(&arguments),
        Some(Command::Explain(it)) => {
            article::run(&ArticleRequest::Explain(it.arguments), &it.overlays)
        }
        Some(Command::Compare(it)) => {
            article::run(&ArticleRequest::Compare(it.arguments), &it.overlays)
        }
        Some(Command::Search(it)) => {
            article::run(&ArticleRequest::Search(it.arguments), &it.overlays)
        }
        Some(Command::List(it)) => article::run(&ArticleRequest::List(it.arguments), &it.overlays),
        Some(Command::Behaviour(arguments)) => behaviour::run(&arguments),
        Some(Command::Lint(arguments)) => lint::run(&arguments),
        Some(Command::New(NewCommand::Target(arguments))) => new::target(&arguments),
        Some(Command::Export(arguments)) => export::run(&arguments),
        Some(Command::Site(arguments)) => site::run(&arguments),
        Some(Command::Batch { overlays }) => batch::run(&overlays),
        Some(Command::Mcp { overlays }) => mcp::run(&overlays),
        Some(Command::Schema { of }) => schema::run(of),
        Some(Command::Stylesheet) => {
            output::print(STYLESHEET)?;
            Ok(ExitCode::SUCCESS)
        }
        #[cfg(all(feature = "verify", unix))]
        Some(Command::Verify(arguments)) => verify::run(arguments),
        Some(Command::Completions { shell }) => man::completions(shell, &mut Arguments::command()),
        Some(Command::Man) => man::page(Arguments::command()),
    }
}
