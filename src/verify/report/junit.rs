use quick_junit::{NonSuccessKind, Report as Suites, TestCase, TestCaseStatus, TestSuite};

use super::Report;
use crate::error::Result;
use crate::verify::broken;
use crate::verify::proof::{Proof, Verdict};
use crate::verify::results::Results;

/// `JUnit` XML, which build servers show: a suite for each target, a case for each code.
#[derive(Clone, Copy, Debug, Default)]
pub struct Junit;

impl Report for Junit {
    fn write(&self, results: &Results) -> Result<String> {
        let mut suites = Suites::new("statuscraft verify");
        for target in &results.targets {
            let mut suite = TestSuite::new(target.id.as_str());
            let proofs = results.proofs.iter().filter(|proof| proof.target == target.id);
            suite.add_test_cases(proofs.map(case));
            suites.add_test_suite(suite);
        }
        suites.to_string().map_err(broken("the report"))
    }
}

fn case(proof: &Proof) -> TestCase {
    let name = match &proof.input {
        Some(input) => format!("{} {input}", proof.code),
        None => proof.code.to_string(),
    };
    let name = match &proof.server {
        Some(server) => format!("{name} {server}"),
        None => name,
    };
    let name = match proof.on.as_ref().filter(|_| !proof.on_default) {
        Some(on) => format!("{name} on {on}"),
        None => name,
    };
    let mut case = TestCase::new(name, status(proof));
    case.set_classname(proof.target.as_str());
    if let Some(on) = &proof.on {
        case.add_property(("server", on.as_str()));
    }
    if !proof.log.is_empty() {
        case.set_system_out(proof.log.as_str());
    }
    case
}

fn status(proof: &Proof) -> TestCaseStatus {
    match proof.verdict {
        Verdict::Proven => TestCaseStatus::success(),
        Verdict::Failed => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            let first = proof.findings.iter().max_by_key(|finding| finding.level);
            if let Some(first) = first {
                status.set_type(first.rule).set_message(first.message.as_str());
            }
            let all = proof.findings.iter().map(|it| format!("{it}\n{}\n", it.transcript));
            let template_lines = proof.template_lines.iter().map(|line| format!("{line}\n"));
            status.set_description(all.chain(template_lines).collect::<String>());
            status
        }
        Verdict::Unsupported | Verdict::Refused | Verdict::NotHere | Verdict::ToolchainMissing => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(proof.reason.as_deref().unwrap_or_default());
            status
        }
    }
}
