//! Searches as people type and paste them.

use std::time::{Duration, Instant};

use statuscraft::Generator;
use statuscraft::pages::search;

use crate::support::statuscraft;

/// The code of the first result.
fn first(generator: &Generator, words: &str) -> Option<u16> {
    search(generator, words).expect("hits").first().map(|hit| hit.status.code.number())
}

#[test]
fn what_people_type_and_paste_finds_its_code_first() {
    let generator = Generator::new();
    for (words, code) in [
        ("rate limit", 429),
        ("429", 429),
        ("not found", 404),
        ("NOT-FOUND", 404),
        ("bad gatway", 502),
        ("gateway timeout", 504),
        ("payload too large", 413),
        ("413 request entity too large nginx", 413),
        ("414 request-uri too large", 414),
        ("error 1015", 429),
        ("maxAllowedContentLength", 413),
        ("X-MS-Location", 451),
        ("captive portal", 511),
        ("teapot", 418),
        ("moved permanently", 301),
        ("cloudflare unknown error", 520),
        ("redirect", 301),
        ("redirects", 301),
        ("Request-URI Too Large", 414),
        ("502 Bad Gateway nginx", 502),
        ("HTTP ERROR 500 this page isn't working", 500),
        ("HTTP Error 503. The service is unavailable.", 503),
        ("404 page not found", 404),
        ("413 Request Entity Too Large", 413),
        ("Unprocessable Entity", 422),
        ("client intended to send too large body", 413),
        ("flask abort 404", 404),
        ("spring boot 415", 415),
        ("express 404 caching", 404),
        ("how to fix 502 for developers", 502),
        ("login", 401),
        ("websocket", 101),
        ("etag", 304),
        ("maintenance", 503),
        ("url too long", 414),
        ("validation error", 422),
    ] {
        assert_eq!(first(&generator, words), Some(code), "{words}");
    }
}

/// The default errors of frameworks, servers and proxies: what their pages, logs and exceptions say.
#[test]
fn pasted_errors_find_the_code_that_they_come_with() {
    let generator = Generator::new();
    for (words, code) in [
        ("Cannot GET /foo", 404),
        ("HttpRequestMethodNotSupportedException", 405),
        ("HttpMessageNotReadableException", 400),
        ("NoResourceFoundException: No static resource foo.", 404),
        ("Sinatra doesn't know this ditty", 404),
        ("no healthy upstream", 503),
        ("recv() failed (104: Connection reset by peer)", 502),
        (
            "recv() failed (104: Connection reset by peer) while reading response header from upstream",
            502,
        ),
        ("connect() failed (111: Connection refused) while connecting to upstream", 502),
        (
            "upstream timed out (110: Connection timed out) while reading response header from upstream",
            504,
        ),
        ("upstream timed out (110", 504),
        ("DisallowedHost", 400),
        ("Invalid HTTP_HOST header: 'x.test'. You may need to add 'x.test' to ALLOWED_HOSTS.", 400),
        (r#"{"detail":"Not Found"}"#, 404),
        (r#"{"detail":"Method Not Allowed"}"#, 405),
        ("This page could not be found", 404),
        ("HTTP Status 404 – Not Found", 404),
        ("[CRITICAL] WORKER TIMEOUT (pid:12345)", 502),
        ("An unhandled lowlevel error occurred. The application logs may have details.", 500),
        ("Request header or cookie too large", 431),
        ("client intended to send too large body: 1500000 bytes", 413),
        (
            "The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.",
            404,
        ),
        ("The requested URL was not found on this server.", 404),
        ("The method is not allowed for the requested URL.", 405),
        ("HttpMediaTypeNotSupportedException", 415),
        ("HttpMediaTypeNotAcceptableException", 406),
        ("PayloadTooLargeError: request entity too large", 413),
        ("MaxUploadSizeExceededException: Maximum upload size exceeded", 413),
        ("client denied by server configuration: /var/www", 403),
        ("upstream sent too big header while reading response header from upstream", 502),
        ("upstream prematurely closed connection while reading response header from upstream", 502),
        (
            "upstream connect error or disconnect/reset before headers. reset reason: connection failure",
            503,
        ),
        (
            "The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.",
            503,
        ),
        ("Exception in ASGI application", 500),
        ("End of script output before headers: index.cgi", 500),
        (
            "The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.",
            500,
        ),
        (
            "Whitelabel Error Page This application has no explicit mapping for /error, so you are seeing this as a fallback.",
            404,
        ),
        (
            r#"{"detail":[{"type":"missing","loc":["query","q"],"msg":"Field required","input":null}]}"#,
            422,
        ),
        (
            r#"FastCGI sent in stderr: "Primary script unknown" while reading response header from upstream"#,
            404,
        ),
        (r#"limiting requests, excess: 5.500 by zone "one""#, 503),
        (
            "Did not attempt to load JSON data because the request Content-Type was not 'application/json'.",
            415,
        ),
        ("The browser (or proxy) sent a request that this server could not understand.", 400),
        ("Host not permitted", 403),
        ("Method Not Allowed (POST): /books/", 405),
        ("upstream request timeout", 504),
        ("PHP Fatal error:  Uncaught Exception: boom in /app/index.php:3", 500),
        ("Server Error (500)", 500),
        ("Invalid HTTP request received.", 400),
        ("405 Not Allowed nginx", 405),
    ] {
        assert_eq!(first(&generator, words), Some(code), "{words}");
    }
}

#[test]
fn a_rough_match_beside_an_unknown_word_is_none() {
    let generator = Generator::new();
    let found = |words| first(&generator, words);
    assert_eq!(found("xyzzy foo"), None);
    assert_eq!(found("xyzzy redirct"), None);
    // Where every word is known, or one is certain, misspelled words count.
    assert_eq!(found("rate limt"), Some(429));
    assert_eq!(found("xyzzy redirects"), Some(301));
}

#[test]
fn codes_are_found_by_headings_and_by_targets() {
    let generator = Generator::new();
    let codes = |words: &str| -> Vec<u16> {
        search(&generator, words).expect("hits").iter().map(|it| it.status.code.number()).collect()
    };
    let mut browsers = codes("browser support");
    browsers.truncate(3);
    browsers.sort_unstable();
    assert_eq!(browsers, [103, 308, 425]);
    assert!(codes("flask").len() > 50 && codes("spring boot").len() > 50);
    // What a framework does otherwise, and what it can't do.
    assert!(codes("puma case of expect").starts_with(&[100]));
    assert!(codes("jetty headers of more than 8 KiB").starts_with(&[431]));
}

#[test]
fn a_topic_finds_only_codes_that_mention_it() {
    let generator = Generator::new();
    let hits = search(&generator, "cors").expect("hits");
    assert!(!hits.is_empty());
    for hit in hits {
        let code = hit.status.code;
        let reference = generator.reference(code).expect("a reference").expect("one");
        let text = serde_json::to_string(reference).expect("JSON").to_lowercase();
        assert!(text.contains("cors"), "{code}");
    }
}

#[test]
fn nothing_found_says_so_and_what_to_try() {
    let outcome = statuscraft(["search", "qqqqqq"]);
    assert!(outcome.stdout.starts_with("No status code matches these words. Try "), "{outcome}");
    assert!(outcome.stdout.contains("statuscraft list codes"), "{outcome}");
}

#[test]
fn no_input_takes_long() {
    let generator = Generator::new();
    search(&generator, "warm").expect("hits");
    let word = "x".repeat(1 << 20);
    let words = "redirect ".repeat(1 << 17);
    let many: String = (0..1 << 17).map(|number| format!("w{number:x} ")).collect();
    let letters = "\u{e9}".repeat(1 << 19);
    let long = "limit".repeat(1 << 18);
    for text in [&word, &words, &many, &letters, &long] {
        let start = Instant::now();
        search(&generator, text).expect("hits");
        let _ = generator.status(text).map(|status| status.code);
        let error = generator.target(text).expect_err("no target");
        assert!(error.to_string().len() < 200, "{}", error.to_string().len());
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    }
}
