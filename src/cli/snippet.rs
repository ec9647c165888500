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
    let targets = targets(&generator, &arguments.targets)?;
    let text = match targets.as_slice() {
        [one] => generator.snippet(status, one, &options)?.text,
        several => several_targets(&generator, status, several, &options)?,
    };
    remark_on_idle_options(&generator, status, &targets, &options);
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn targets(generator: &Generator, ids: &[String]) -> Result<Vec<Arc<Target>>> {
    match ids {
        [] => generator.targets(),
        ids => ids.iter().map(|id| generator.target(id)).collect(),
    }
}

/// Each target's example under a heading, which is a comment of its language.
fn several_targets(
    generator: &Generator,
    status: &Status,
    targets: &[Arc<Target>],
    options: &Options,
) -> Result<String> {
    let mut sections = Vec::new();
    let mut last_refusal = None;
    for target in targets {
        let language = generator.language(target)?;
        match generator.snippet(status, target, options) {
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

/// Says which options change nothing in any of these examples: 204 carries no message, and a
/// handler without a name can't be given one.
fn remark_on_idle_options(
    generator: &Generator,
    status: &Status,
    targets: &[Arc<Target>],
    options: &Options,
) {
    let other = |value: &Option<String>| value.as_ref().map(|value| format!("{value}x"));
    let given = [
        ("--message", Options { message: other(&options.message), ..options.clone() }),
        ("--name", Options { name: other(&options.name), ..options.clone() }),
        ("--upstream", Options { upstream: other(&options.upstream), ..options.clone() }),
    ];
    for (option, changed) in given.iter().filter(|(_, changed)| changed != options) {
        let mut idle = true;
        for target in targets {
            let text = |options| generator.snippet(status, target, options).map(|it| it.text).ok();
            idle &= text(options) == text(changed);
        }
        if idle {
            note(&format!("`{option}` changes nothing here"));
        }
    }
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
