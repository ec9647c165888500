//! The command line of statuscraft.

use std::process::ExitCode;

fn main() -> ExitCode {
    statuscraft::cli::main()
}
