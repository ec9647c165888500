//! What `lint` finds in templates.

use super::shop::{TARGET, handler, shop};
use crate::support::{Outcome, Overlay, statuscraft};

/// The shop lacks all other codes, so that `lint` always has something to tell.
fn lint(overlay: &Overlay) -> Outcome {
    statuscraft(["lint".as_ref(), overlay.path().as_os_str()])
}

#[test]
fn a_template_without_the_response() {
    let outcome = lint(&handler("f()"));
    assert!(
        outcome.stderr.contains("recipes/lookup.j2: no block `response`, which `--form response` prints\nhint: put the statement that answers into `{% block response %}`, inside the handler"),
        "{outcome}"
    );
    assert!(!lint(&shop()).stderr.contains("`response`"), "{outcome}");
}

#[test]
fn a_strict_template_that_is_misnamed_or_makes_no_difference() {
    let same = "{% extends \"recipes/lookup.j2\" %}\n";
    let outcome = lint(
        &shop()
            .file("snippet-templates/shop/strict/codes/404.j2", same)
            .file("snippet-templates/shop/strict/recipes/lokup.j2", same)
            .file("snippet-templates/shop/strict/codes/4O4.j2", same),
    );
    for told in [
        "shop/strict: the strict template for 404 prints the usual example\n",
        "snippet-templates/shop/strict/recipes/lokup.j2: no code uses this template\n",
        "snippet-templates/shop/strict/codes/4O4.j2: no code uses this template\n",
    ] {
        assert!(outcome.stderr.contains(told), "{told}: {outcome}");
    }
    let other =
        "{% extends \"recipes/lookup.j2\" %}\n{% block response %}\n        g()\n{% endblock %}\n";
    let outcome = lint(&shop().file("snippet-templates/shop/strict/codes/404.j2", other));
    assert!(!outcome.stderr.contains("strict"), "{outcome}");
}

#[test]
fn a_strict_template_that_can_not_be_rendered() {
    let wrong =
        "{% extends \"recipes/lookup.j2\" %}\n{% block response %}\n{{ mesage }}\n{% endblock %}\n";
    let outcome = lint(&shop().file("snippet-templates/shop/strict/codes/404.j2", wrong));
    assert!(outcome.stderr.contains("strict/codes/404.j2:3:4: undefined value"), "{outcome}");
}

#[test]
fn a_deviation_at_an_edge_that_no_code_has() {
    let deviation = "deviations: [{edge: no-such-edge, codes: [404], what: It does., whose: It, see: 'https://x.example/'}]\n";
    let file = "snippet-templates/shop/target.yaml";
    let outcome = lint(&shop().file(file, format!("{TARGET}{deviation}")));
    assert!(
        outcome.stderr.contains("deviations: `no-such-edge` is neither an edge of 404 nor a rule"),
        "{outcome}"
    );
}

#[test]
fn a_shape_of_ones_own_that_a_target_does_not_know() {
    let body = "title: House\nmedia_type: application/json\nmessage: text\n";
    let outcome = lint(&shop().file("data/bodies/house.yaml", body));
    let told =
        "snippet-templates/shop/body.j2: the body `house` makes no difference to any example\n";
    assert!(outcome.stderr.contains(told), "{outcome}");
    assert!(!outcome.stderr.contains("`problem`"), "{outcome}");

    let knows = handler("f({{ body }})");
    let outcome = lint(&knows.file("data/bodies/house.yaml", body));
    assert!(!outcome.stderr.contains("shop/body.j2"), "{outcome}");
}
