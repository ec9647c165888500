//! Proofs, with the test binary itself as framework.

mod clients;
mod hostile;
mod processes;
mod proof_files;
mod reports;
mod roots;
mod runtimes;
mod servers;
mod test_programs;
mod tiers;
mod update_script;
mod verdicts;
