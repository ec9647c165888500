//! Proves an example that runs already: `prove --overlay DIR CODE TARGET --port N …`.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use statuscraft::Generator;
use statuscraft::verify::{Level, Limits, MockUpstream, Subject, prove};

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<bool, Box<dyn std::error::Error>> {
    let mut words = Vec::new();
    let (mut overlay, mut port, mut upstream, mut path, mut message, mut workspace) =
        (None, None, None, "/endpoint".to_owned(), None, None);
    let mut quiet = false;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--overlay" => overlay = Some(PathBuf::from(value()?)),
            "--port" => port = Some(value()?.parse::<u16>()?),
            "--upstream-port" => upstream = Some(value()?.parse::<u16>()?),
            "--path" => path = value()?,
            "--message" => message = Some(value()?),
            "--workspace" => workspace = Some(PathBuf::from(value()?)),
            "--quiet" => quiet = true,
            _ => words.push(argument),
        }
    }
    let generator = Generator::with_overlays(overlay)?;
    let status = generator.status(words.first().ok_or("which code?")?)?;
    let upstream = MockUpstream::start_on(upstream.unwrap_or(0))?;
    let subject = Subject {
        address: SocketAddr::from((Ipv4Addr::LOCALHOST, port.ok_or("which --port?")?)),
        status,
        path: &path,
        message: message.as_deref().unwrap_or_else(|| status.default_message()),
        upstream: &upstream,
        workspace: workspace.as_deref(),
        limits: Limits::default(),
    };
    let findings = prove(&subject);
    for finding in &findings {
        let level = if finding.level == Level::Must { "MUST" } else { "should" };
        println!("{level} {finding}");
        if !quiet {
            for line in finding.transcript.lines() {
                println!("    {line}");
            }
        }
    }
    let failed = findings.iter().any(|finding| finding.level == Level::Must);
    println!(
        "{} {}: {}",
        status.code,
        words.get(1).map_or("", String::as_str),
        if failed { "FAILED" } else { "proven" }
    );
    Ok(!failed)
}
