//! `statuscraft verify`: run the examples in their frameworks.

use std::io::IsTerminal;
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};

use super::args::{ReportFormat, VerifyArguments};
use super::output::{Failure, note, print};
use super::proof_files;
use crate::error::{Error, ErrorKind};
use crate::verify::report::{Html, Json, Junit, Markdown, Report, Text};
use crate::verify::{Helper, Hostile, Progress, Proof, Scope, Settings, Verdict, Verifier};

pub(super) fn run(arguments: VerifyArguments) -> Result<ExitCode, Failure> {
    allow(&arguments)?;
    let generator = arguments.overlays.generator()?;
    let helper = Helper::this_executable()
        .map_err(|error| Error::new(ErrorKind::Proof, format!("this executable: {error}")))?;
    let mut settings = Settings::new(helper);
    settings.jobs = arguments.jobs.unwrap_or(settings.jobs);
    // What went over the wire is not remembered. Proofs in the lock are not compared.
    settings.remembers = arguments.check_record.is_none();
    settings.fresh = arguments.fresh || arguments.record.is_some();
    settings.shard = arguments.shard;
    if let Some(file) = &arguments.lock {
        settings.lock = proof_files::read_lock(file, arguments.rotate)?;
    }
    let lock = settings.lock.clone();
    settings.keep = arguments.keep;
    let scope = Scope {
        codes: arguments.codes,
        unofficial: arguments.unofficial,
        targets: arguments.targets,
        server: arguments.server,
        strict: arguments.strict,
        body: arguments.body,
    };
    let kept = settings.keep.clone();
    let verifier = Verifier::new(&generator, settings);
    let bar = Bar::new();
    let results = if arguments.hostile {
        verifier.verify_hostile(&scope, &Hostile::new(&generator)?, &bar)
    } else {
        verifier.verify(&scope, &bar)
    };
    bar.0.finish_and_clear();
    let results = results?;
    let report: &dyn Report = match arguments.format {
        ReportFormat::Text => &Text,
        ReportFormat::Json => &Json,
        ReportFormat::Junit => &Junit,
        ReportFormat::Markdown => &Markdown,
        ReportFormat::Html => &Html,
    };
    print(&report.write(&results)?)?;
    if let Some(folder) = kept {
        note(&format!("the workspaces were kept in {}", folder.display()));
    }
    let mut passed = results.is_passed(arguments.require_all);
    if let Some(file) = arguments.lock.as_ref().filter(|_| arguments.update_lock) {
        proof_files::write_lock(file, &lock, &results)?;
    }
    if let Some(folder) = &arguments.record {
        proof_files::write_records(folder, &results)?;
    }
    if let Some(folder) = &arguments.check_record {
        passed &= proof_files::check_records(folder, &results)?;
    }
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Says that the programs and commands of overlays are run, and refuses to where nobody sees that
/// and nobody has said that they can be trusted.
fn allow(arguments: &VerifyArguments) -> Result<(), Error> {
    let Some(folder) = arguments.overlays.folders().next() else { return Ok(()) };
    if arguments.trust {
        return Ok(());
    }
    let what = format!("the programs and commands of `{}` are run", folder.display());
    if std::io::stderr().is_terminal() {
        note(&what);
        return Ok(());
    }
    Err(Error::new(ErrorKind::Option, what).with_hint("add `--trust` if you trust the overlay"))
}

/// A progress bar on standard error, if that is a terminal.
struct Bar(ProgressBar);

impl Bar {
    fn new() -> Self {
        let shown = std::io::stderr().is_terminal();
        let bar = if shown { ProgressBar::new(0) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len}  {wide_msg}") {
            bar.set_style(style);
        }
        Self(bar)
    }
}

impl Progress for Bar {
    fn begin(&self, count: usize) {
        self.0.set_length(u64::try_from(count).unwrap_or(u64::MAX));
    }

    fn setting_up(&self, target: &str) {
        self.0.set_message(format!("{target} is being set up"));
    }

    fn done(&self, proof: &Proof) {
        self.0.inc(1);
        let pair = format!("{} {}", proof.target, proof.code);
        self.0.set_message(pair.clone());
        if proof.verdict == Verdict::Failed {
            self.0.println(format!("{pair} failed"));
        }
    }
}
