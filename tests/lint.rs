//! Each rule of `lint` has a fault that it finds.

mod data;
mod folders;
mod new_target;
mod page_templates;
mod syntax;
mod templates;

use crate::support::{Outcome, Overlay, statuscraft};

/// What `lint` says about an overlay.
fn lint(overlay: &Overlay) -> Outcome {
    statuscraft(["lint".as_ref(), overlay.path().as_os_str()])
}

/// `lint` fails, and says all of this.
fn finds(overlay: &Overlay, faults: &[&str]) {
    let outcome = lint(overlay);
    let said = overlay.anonymous(&outcome.stderr);
    for fault in faults {
        assert!(said.contains(fault), "not found: {fault}\n{said}");
    }
    assert_eq!(outcome.status, 1, "{said}");
}
