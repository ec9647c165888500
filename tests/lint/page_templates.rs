//! The templates of the site's pages.

use super::{finds, lint};
use crate::support::Overlay;

#[test]
fn a_template_that_fails_or_links_to_nothing_or_is_used_by_nothing() {
    let fails = Overlay::new().file("page-templates/missing.html", "{{ page.titel.x }}\n");
    finds(&fails, &["page-templates/missing.html:1:"]);
    let links =
        Overlay::new().file("page-templates/missing.html", "<a href=\"nowhere.html\">x</a>\n");
    finds(&links, &["nowhere.html"]);
    let unused = Overlay::new().file("page-templates/hom.html", "x\n");
    finds(&unused, &["page-templates/hom.html: no page uses this template\n"]);
    let right = Overlay::new()
        .file("page-templates/missing.html", "{% include \"mine.html\" %}\n")
        .file("page-templates/mine.html", "{{ page.title }}\n");
    let outcome = lint(&right);
    assert_eq!(outcome.status, 0, "{outcome}");
}
