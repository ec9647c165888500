//! Templates that render and are wrong all the same.

use super::{finds, lint};
use crate::support::{Overlay, statuscraft};

const TARGET: &str = "title: Shop\nlanguage: python\nversion: Shop 1\ndocumentation: https://shop.example/\nfile: shop.py\nport: 8000\ninstall: pip install shop\nrun: python {file}\nunsupported: {501: {reason: R., instead: I.}}\n";

const PROGRAM: &str = "{% block imports %}\nimport shop\n{% endblock %}\n{% block handler %}\n{% endblock %}\n{% block run %}\n{% endblock %}\n";

/// An overlay with a target whose recipe for 410 and others has this handler.
fn shop(handler: &str) -> Overlay {
    Overlay::new()
        .file("snippet-templates/shop/target.yaml", TARGET)
        .file("snippet-templates/shop/program.j2", PROGRAM)
        .file(
            "snippet-templates/shop/recipes/constant.j2",
            format!("{{% extends \"program.j2\" %}}\n{{% block handler %}}\n{handler}\n{{% endblock %}}\n"),
        )
}

const GOOD: &str = "{% block response %}\nshop.send({{ code }}, {{ message }})\n{% endblock %}";

#[test]
fn a_good_template_has_no_fault_but_its_gaps() {
    let outcome = lint(&shop(GOOD));
    let faults: Vec<_> = outcome.stderr.lines().filter(|line| line.starts_with("error")).collect();
    assert!(
        faults.len() == 1 && faults[0].contains("neither a template nor a reason"),
        "{outcome}"
    );
}

#[test]
fn one_target_is_checked_alone() {
    let overlay = shop("{% block response %}\nshop.send(\"{{ message }}\")\n{% endblock %}")
        .file("snippet-templates/kiosk/target.yaml", TARGET)
        .file("snippet-templates/kiosk/program.j2", PROGRAM)
        .file("snippet-templates/flask/codes/404.j2", "{{ mesage }}");
    let path = overlay.path().to_string_lossy().into_owned();
    let whole = lint(&overlay).stderr;
    let shop = statuscraft(["lint", &path, "--target", "shop"]);
    let kiosk = statuscraft(["lint", &path, "--target", "kiosk"]);
    for (fault, is_of_shop, is_of_kiosk) in [
        ("a literal inside of quotes", true, false),
        ("what shop lacks", true, false),
        ("what kiosk lacks", false, true),
        ("flask/codes/404.j2", false, false),
    ] {
        assert!(whole.contains(fault), "{fault}\n{whole}");
        assert_eq!(shop.stderr.contains(fault), is_of_shop, "{fault}\n{shop}");
        assert_eq!(kiosk.stderr.contains(fault), is_of_kiosk, "{fault}\n{kiosk}");
    }
    assert!(shop.status == 1 && kiosk.status == 1);
    let both = statuscraft(["lint", &path, "--target", "shop", "-t", "kiosk"]);
    assert!(both.stderr.contains("what shop lacks") && both.stderr.contains("what kiosk lacks"));
    let none = statuscraft(["lint", &path, "--target", "shpo"]);
    assert!(none.status == 2 && none.stderr.contains("did you mean `shop`?"), "{none}");
}

#[test]
fn literals_inside_of_quotes() {
    let recipe = "OVERLAY/snippet-templates/shop/recipes/constant.j2";
    for (line, column) in [
        ("send(\"{{ message }}\")", 10),
        ("send('{{ message }}')", 10),
        ("send(\"So: {{ message }}\")", 14),
        ("send(`{{ message }}`)", 10),
        ("{% macro m() %}\"{{ message }}\"{% endmacro %}{{ m() }}", 20),
    ] {
        let handler = format!("{{% block response %}}\n{line}\n{{% endblock %}}");
        let fault =
            format!("error: {recipe}:4:{column}: invalid operation: a literal inside of quotes\n");
        finds(&shop(&handler), &[&fault, "hint: quotes are part of the literal"]);
    }
    for line in [
        "send({{ message }})",
        "send('a', {{ message }}, \"b\")",
        "send(\"it's\", {{ message }})",
        "send('\\'', {{ message }})",
        "send(\"{{ port }} {{ name | snake }}\")",
        "send() # don't {{ code }}",
    ] {
        let handler = format!("{{% block response %}}\n{line}\n{{% endblock %}}");
        let outcome = lint(&shop(&handler));
        assert!(!outcome.stderr.contains("inside of quotes"), "{line}\n{outcome}");
    }
}

#[test]
fn blocks_that_no_parent_has_and_templates_that_nothing_uses() {
    let overlay = shop(GOOD)
        .file(
            "snippet-templates/shop/codes/418.j2",
            "{% extends \"recipes/constant.j2\" %}\n{% block handlr %}\nx\n{% endblock %}\n{% block tea %}\n{% endblock %}\n",
        )
        .file("snippet-templates/shop/loose.j2", "{% macro m() %}{% endmacro %}")
        .file("snippet-templates/shop/attempts/501.j2", "{{ mesage }}")
        .file("snippet-templates/shop/attempts/502.j2", "x");
    finds(
        &overlay,
        &[
            "shop/codes/418.j2:2:10: no parent has a block `handlr`, so it is printed nowhere\nhint: did you mean `handler`?",
            "shop/codes/418.j2:5:10: no parent has a block `tea`, so it is printed nowhere\nhint: the parents have `handler`, `imports`, `response`, `run`\n",
            "shop/loose.j2: no template uses this one\n",
            "shop/attempts/501.j2:1:4: undefined value: `mesage` is undefined\n",
            "shop/attempts/502.j2: an attempt at a code that has no reason under `unsupported`\n",
        ],
    );
}

#[test]
fn names_that_are_texts_and_texts_that_are_names() {
    let handler =
        "def {{ name }}():\n{% block response %}\n    {{ message | snake }}()\n{% endblock %}";
    finds(
        &shop(handler),
        &[
            "recipes/constant.j2:3:8: `name` is printed as a text\nhint: a filter makes a name of it, such as `{{ name | snake }}`\n",
            "recipes/constant.j2:5:8: `message` is printed as a name\nhint: `name` is the variable for names\n",
        ],
    );
}

#[test]
fn a_response_that_the_program_lacks() {
    let overlay = shop(GOOD).file(
        "snippet-templates/shop/codes/410.j2",
        "{% extends \"recipes/constant.j2\" %}\n{% block handler %}\nf()\n{% endblock %}\n",
    );
    finds(&overlay, &["shop/target.yaml: the program for 410 does not contain its response\n"]);
}

#[test]
fn missing_recipes_are_named_with_their_codes_and_exchanges() {
    let overlay = shop(GOOD);
    let generator = overlay.generator();
    let gateway = generator.status("502").expect("502").exchange.as_ref().expect("an exchange");
    let edges = format!(". Edges: {}", gateway.edges.first().expect("an edge").says);
    finds(
        &overlay,
        &[
            "what shop lacks, the templates for most codes first:\n",
            "  recipes/lookup.j2: 200, 404\n    200: `GET /books/1` gets 200 with `id`, the message.",
            "    404: `GET /books/7` gets 404 with the error's body.",
            &edges,
            "redirect (301, 302)",
            "  `statuscraft list recipes` says what each of them is asked\n",
        ],
    );
    let outcome = lint(&overlay);
    assert!(!outcome.stderr.contains("constant (") && !outcome.stderr.contains("501"), "{outcome}");
}

#[test]
fn overlays_are_named_in_both_ways_and_lie_on_each_other() {
    let (below, above) =
        (shop(GOOD), Overlay::new().file("snippet-templates/shop/codes/418.j2", "{{ mesage }}"));
    let (below, above) = (below.path().as_os_str(), above.path().as_os_str());
    let outcome = statuscraft(["lint".as_ref(), above, "--overlay".as_ref(), below]);
    for fault in ["codes/418.j2:1:4: undefined", "shop/target.yaml: neither a template"] {
        assert!(outcome.stderr.contains(fault), "{outcome}");
    }
    let alone = statuscraft(["lint".as_ref(), "--overlay".as_ref(), below]);
    assert_eq!(alone.status, 1);
    assert!(alone.stderr.contains("shop/target.yaml: neither a template"), "{alone}");
    let none = statuscraft(["lint"]);
    assert!(none.status == 2 && none.stderr.contains("<DIR>"), "{none}");
}
