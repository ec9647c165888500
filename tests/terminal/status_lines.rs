//! Codes as status lines and headings write them, as one word of the command line.

use crate::support::statuscraft;

#[test]
fn a_number_and_its_phrase_name_a_code() {
    for (words, plain) in [
        (&["explain", "502 Bad Gateway"][..], &["explain", "502"][..]),
        (&["429 Too Many Requests", "express"], &["429", "express"]),
        (&["404 Not Found", "flask"], &["404", "flask"]),
        (&["flask", "HTTP/1.1 404 Not Found"], &["404", "flask"]),
        (&["explain", "HTTP 502"], &["explain", "502"]),
        (&["explain", "http/2", "502", "bad", "gateway"], &["explain", "502"]),
        (&["HTTP/1.1 404 Not Found, 410: Gone", "go"], &["404,410", "go"]),
        (&["413 Payload Too Large", "go"], &["413", "go"]),
        (&["compare", "401 Unauthorized", "HTTP 403"], &["compare", "401", "403"]),
        (&["export", "--code", "404 Not Found"], &["export", "--code", "404"]),
        (&["list", "options", "404 Not Found", "go"], &["list", "options", "404", "go"]),
    ] {
        let (outcome, expected) = (statuscraft(words), statuscraft(plain));
        assert_eq!((outcome.status, &outcome.stdout), (0, &expected.stdout), "{outcome}");
    }
}

#[test]
fn a_phrase_that_contradicts_its_number_is_an_error() {
    for (words, message, hint) in [
        (
            &["404 Gone"][..],
            "`Gone` is the phrase of 410, not of 404",
            "404 is `Not Found`; name one of them by its number",
        ),
        (
            &["404", "HTTP 404 flask"],
            "`flask` is not the phrase of 404",
            "404 is `Not Found`; a target is a word of its own",
        ),
        (
            &["compare", "401", "403 Not Found"],
            "`Not Found` is the phrase of 404, not of 403",
            "403 is `Forbidden`; name one of them by its number",
        ),
    ] {
        let outcome = statuscraft(words);
        let expected = format!("error: {message}\nhint: {hint}\n");
        assert_eq!((outcome.status, &outcome.stderr), (2, &expected), "{outcome}");
    }
}

#[test]
fn codes_can_be_compared_as_people_write_it() {
    let expected = statuscraft(["compare", "401", "403"]).stdout;
    for words in
        ["401 vs 403", "401 VS. 403", "401 and 403", "401 Unauthorized versus 403 Forbidden"]
    {
        let outcome = statuscraft(["compare"].into_iter().chain(words.split(' ')));
        assert_eq!((outcome.status, &outcome.stdout), (0, &expected), "{outcome}");
    }
    assert_eq!(statuscraft(["compare", "401 vs 403"]).stdout, expected);
    let outcome = statuscraft(["401", "vs", "403"]);
    let hint = "hint: `statuscraft compare 401 403` compares two codes\n";
    assert!(outcome.status == 2 && outcome.stderr.ends_with(hint), "{outcome}");
    let outcome = statuscraft(["compare", "401", "403", "404"]);
    assert!(
        outcome.stderr.starts_with("error: two codes are compared at a time, not 3"),
        "{outcome}"
    );
    let outcome = statuscraft(["compare", "401", "and", "flask"]);
    assert!(outcome.stderr.contains("`flask` is a target"), "{outcome}");
}

#[test]
fn the_name_of_a_target_may_have_several_words() {
    for (words, plain) in [
        ("404 spring boot", "404 spring"),
        ("spring boot 404 flask", "404 spring flask"),
        ("not found spring boot", "404 spring"),
        ("explain 404 spring boot", "explain 404 spring"),
    ] {
        let outcome = statuscraft(words.split(' '));
        let expected = statuscraft(plain.split(' ')).stdout;
        assert_eq!((outcome.status, &outcome.stdout), (0, &expected), "{outcome}");
    }
    let outcome = statuscraft(["404", "spring", "bot"]);
    assert!(outcome.stderr.starts_with("error: no target `bot`"), "{outcome}");
}
