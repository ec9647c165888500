//! `statuscraft CODE [TARGET]…`: print examples.

use std::process::ExitCode;

use clap::CommandFactory;

use super::args::{Arguments, Layers};
use super::output::{Failure, note, print};
use crate::catalogue::Status;
use crate::request::Request;

pub(super) fn run(
    request: Option<Request>,
    layers: &Layers,
) -> std::result::Result<ExitCode, Failure> {
    let Some(request) = request else {
        print(&Arguments::command().render_help().to_string())?;
        return Ok(ExitCode::from(2));
    };
    let generator = super::generator(layers)?;
    let page = request.page(&generator)?;
    let text = request.show(&page)?.to_string();
    if request.message.is_some() && !carries_message(page.status) {
        note(&format!(
            "no response of the example for {} carries a message, so `--message` changes nothing",
            page.status.code
        ));
    }
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn carries_message(status: &Status) -> bool {
    status.exchange.as_ref().is_some_and(|exchange| {
        exchange.response.message.is_some()
            || exchange.controls.iter().any(|control| control.response.message.is_some())
    })
}
