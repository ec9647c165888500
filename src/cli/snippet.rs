//! `statuscraft CODE [TARGET]…`: print examples.

use std::process::ExitCode;

use clap::CommandFactory;

use super::args::{Arguments, Destination};
use super::output::{Failure, note, print};
use super::overlays::Overlays;
use super::save_programs::save;
use crate::catalogue::{Registration, Status};
use crate::output::Page;
use crate::request::Request;
use crate::snippet::{Generator, Options};

pub(super) fn run(
    request: Option<Request>,
    destination: &Destination,
    overlays: &Overlays,
) -> std::result::Result<ExitCode, Failure> {
    let Some(request) = request else {
        print(&Arguments::command().render_help().to_string())?;
        return Ok(ExitCode::from(2));
    };
    let generator = overlays.generator()?;
    let page = request.page(&generator)?;
    if let Some(folder) = &destination.out {
        print(&save(&page, folder, destination.force)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let text = request.show(&page)?.to_string();
    remark_on_standing(page.status);
    remark_on_idle_options(&generator, &page, &request.options());
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// Says who uses a code that is in no registry.
fn remark_on_standing(status: &Status) {
    if status.registration == Registration::Unofficial {
        let names: Vec<_> = status.used_by.iter().map(|user| user.name.as_str()).collect();
        note(&format!(
            "{} is not registered by IANA; it is used by {}",
            status.code,
            names.join(", ")
        ));
    }
}

/// Warns about options that have no effect in any of these examples: 204 carries no message, and a
/// handler without a name can't be renamed.
fn remark_on_idle_options(generator: &Generator, page: &Page<'_>, options: &Options) {
    let other = |value: &Option<String>| value.as_ref().map(|value| format!("{value}x"));
    let given = [
        ("--message", Options { message: other(&options.message), ..options.clone() }),
        ("--name", Options { name: other(&options.name), ..options.clone() }),
        ("--upstream", Options { upstream: other(&options.upstream), ..options.clone() }),
    ];
    for (option, changed) in given.iter().filter(|(_, changed)| changed != options) {
        let mut idle = true;
        for piece in &page.pieces {
            let Ok(snippet) = &piece.content else { continue };
            let other = generator.snippet(page.status, &piece.target, changed);
            idle &= other.is_ok_and(|other| other.text == snippet.text);
        }
        if idle {
            note(&format!("`{option}` has no effect here"));
        }
    }
}
