//! Compiles many programs together.

use std::fs;
use std::time::Duration;

use super::saved_program::SavedProgram;
use super::{Run, Task};
use crate::error::Result;
use crate::verify::broken;
use crate::verify::process::Launch;
use crate::verify::process::ResourceLimits;
use crate::verify::process::log;
use crate::verify::program_rules;
use crate::verify::proof::Proof;
use crate::verify::source_map;

const LIMIT: Duration = Duration::from_mins(15);
/// How many lines after a line that names a program belong to it.
const CONTEXT: usize = 3;

/// Compiles all programs with one command. The programs that its log names are failures; the others
/// are compiled again without them.
pub(in crate::verify) fn compile<'a>(
    run: &'a Run<'a>,
    programs: Vec<SavedProgram<'a>>,
) -> Result<Vec<Task<'a>>> {
    let Some(first) = programs.first() else { return Ok(Vec::new()) };
    let words = first.case.target.verify.as_ref().and_then(|it| it.compile.as_deref());
    let mut words: Vec<String> =
        words.unwrap_or_default().iter().map(|word| first.runtime.fill(word)).collect();
    words.extend(programs.iter().map(|program| program.workspace.folder.display().to_string()));
    let name = format!("compile-{}.log", first.case.target.id());
    let path = run.folder.join(name);
    fs::write(&path, []).map_err(broken("the compiler's log"))?;
    let launch = Launch {
        words: &words,
        folder: &first.runtime.cache,
        env: &first.env(),
        inherits: false,
        log: &path,
        output: None,
        limits: ResourceLimits::TOOL,
    };
    let status = run.launcher.run(&launch, LIMIT).map_err(broken("the compiler"))?;
    if status.is_some_and(|status| status.success()) {
        return Ok(programs
            .into_iter()
            .map(|program| Task::ProveCompiled(Box::new(program)))
            .collect());
    }
    let how = status.map_or_else(
        || format!("not done after {} seconds", LIMIT.as_secs()),
        |status| status.to_string(),
    );
    let said = fs::read(&path).map_err(broken("the compiler's log"))?;
    Ok(sort_out(run, programs, &String::from_utf8_lossy(&said), &how))
}

/// Settles the programs that the log names, or all if it names none.
fn sort_out<'a>(
    run: &Run<'a>,
    programs: Vec<SavedProgram<'a>>,
    said: &str,
    how: &str,
) -> Vec<Task<'a>> {
    let (named, unnamed): (Vec<_>, Vec<_>) =
        programs.into_iter().partition(|program| said.contains(&program.name()));
    let (failed, rest) = if named.is_empty() { (unnamed, named) } else { (named, unnamed) };
    for program in failed {
        let about = about(said, &program.name());
        let about = if about.is_empty() { log::last_lines(said) } else { about };
        let origins = program.case.origins(run.generator, &program.options);
        let proof = Proof {
            template_lines: source_map::template_lines(&about, &program.file, &origins),
            log: log::last_lines(&about),
            ..program
                .case
                .not_running(program_rules::COMPILES, format!("it does not compile: {how}"))
        };
        run.settle(program.case.index, proof);
        program.clear(run);
    }
    if rest.is_empty() { Vec::new() } else { vec![Task::Compile(rest)] }
}

/// The lines that contain `name`, each with a few lines after it.
fn about(said: &str, name: &str) -> String {
    let mut left = 0;
    let mut lines = Vec::new();
    for line in said.lines() {
        if line.contains(name) {
            left = CONTEXT + 1;
        }
        if left > 0 {
            left -= 1;
            lines.push(line);
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_reduced_to_one_program() {
        let said = "/r/1/work/A.java:3: error\n x\n ^\n/r/2/work/A.java:4: error\n y\n ^\na\nb\nc";
        assert_eq!(about(said, "/r/2/work/"), "/r/2/work/A.java:4: error\n y\n ^\na");
        assert_eq!(about(said, "/r/3/work/"), "");
    }
}
