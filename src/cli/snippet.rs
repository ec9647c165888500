//! `statuscraft CODE [TARGET]…`: print examples.

use std::process::ExitCode;
use std::sync::Arc;

use clap::CommandFactory;

use super::args::{Arguments, FormArgument, SnippetArguments, SnippetOptions};
use super::output::{Failure, note, print};
use crate::catalogue::Status;
use crate::error::{Error, ErrorKind, Result};
use crate::snippet::{Form, Generator, Options};
use crate::targets::Target;

pub(super) fn run(arguments: SnippetArguments) -> std::result::Result<ExitCode, Failure> {
    let Some(code) = &arguments.code else {
        print(&Arguments::command().render_help().to_string())?;
        return Ok(ExitCode::from(2));
    };
    let generator = super::generator(&arguments.layers)?;
    let status = generator.status(code)?;
    let options = options(arguments.options);
    let text = match arguments.targets.as_slice() {
        [one] => {
            let target = generator.target(one)?;
            generator.snippet(status, &target, &options)?.text
        }
        several => several_targets(&generator, status, several, &options)?,
    };
    if options.message.is_some() && !carries_message(status) {
        note(&format!(
            "no response of the example for {} carries a message, so `--message` changes nothing",
            status.code
        ));
    }
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// Each target's example under a heading, which is a comment of its language.
fn several_targets(
    generator: &Generator,
    status: &Status,
    ids: &[String],
    options: &Options,
) -> Result<String> {
    let targets: Vec<Arc<Target>> = match ids {
        [] => generator.targets()?,
        ids => ids.iter().map(|id| generator.target(id)).collect::<Result<_>>()?,
    };
    let mut sections = Vec::new();
    let mut last_refusal = None;
    for target in targets {
        let language = generator.language(&target)?;
        match generator.snippet(status, &target, options) {
            Ok(snippet) => {
                let heading = language.comment(&format!("{}: {}", target.title, snippet.file));
                sections.push(format!("{heading}\n\n{}", snippet.text));
            }
            // With several targets asked for, one that can't is told in its place.
            Err(error) if error.kind() == ErrorKind::Unsupported && status.no_snippet.is_none() => {
                sections.push(format!("{}\n", language.comment(&refusal(&error))));
                last_refusal = Some(error);
            }
            Err(error) => return Err(error),
        }
    }
    match last_refusal {
        Some(error) if sections.len() == 1 => Err(error),
        _ => Ok(sections.join("\n")),
    }
}

fn refusal(error: &Error) -> String {
    match error.hint() {
        Some(hint) => format!("{error}\n{hint}"),
        None => error.to_string(),
    }
}

fn carries_message(status: &Status) -> bool {
    status.exchange.as_ref().is_some_and(|exchange| {
        exchange.response.message.is_some()
            || exchange.controls.iter().any(|control| control.response.message.is_some())
    })
}

fn options(arguments: SnippetOptions) -> Options {
    Options {
        form: match arguments.form {
            FormArgument::Program => Form::Program,
            FormArgument::Handler => Form::Handler,
        },
        path: arguments.path,
        message: arguments.message,
        name: arguments.name,
        port: arguments.port,
        upstream: arguments.upstream,
    }
}
