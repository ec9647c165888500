//! The folders of `snippet-templates/`: complete, and without unused files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

#[cfg(all(feature = "verify", unix))]
use statuscraft::verify::{check_deviations, check_stated_servers};
use statuscraft::{Carrier, Code, ErrorKind, Form, Generator, Options, Status, Target};

use crate::support::{files_below, root};

fn each_target(check: impl Fn(&Generator, &Arc<Target>, &Path)) {
    let generator = Generator::new();
    for target in generator.targets().expect("targets") {
        check(&generator, &target, &root().join("snippet-templates").join(target.id()));
    }
}

fn offered(generator: &Generator) -> impl Iterator<Item = &Status> {
    generator
        .statuses()
        .expect("a catalogue")
        .into_iter()
        .filter(|status| status.no_snippet.is_none())
}

/// The stems of the templates in a folder.
fn stems(folder: &Path) -> BTreeSet<String> {
    let Ok(files) = fs::read_dir(folder) else { return BTreeSet::new() };
    files
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .map(|name| name.strip_suffix(".j2").unwrap_or_else(|| panic!("`{name}`")).to_owned())
        .collect()
}

#[test]
fn every_code_reaches_a_template_or_a_reason() {
    each_target(|generator, target, _| {
        for status in offered(generator) {
            match generator.snippet(status, target, &Options::default()) {
                Ok(_) => {}
                Err(error) => {
                    assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
                    assert!(error.to_string().len() > 60, "a reason says more than `{error}`");
                    assert!(error.hint().is_some_and(|hint| hint.len() > 10), "{error}");
                }
            }
        }
    });
}

#[test]
fn every_template_serves_a_code() {
    each_target(|generator, target, folder| {
        let own = stems(&folder.join("codes"));
        let codes: BTreeSet<String> =
            offered(generator).map(|status| status.code.to_string()).collect();
        assert!(own.is_subset(&codes), "{}: {own:?}", target.id());
        let wanted: BTreeSet<String> = offered(generator)
            .filter(|status| !own.contains(&status.code.to_string()))
            .filter_map(|status| status.recipe.clone())
            .collect();
        let idle: Vec<_> = stems(&folder.join("recipes")).difference(&wanted).cloned().collect();
        assert!(idle.is_empty(), "{}: no code uses {idle:?}", target.id());
    });
}

/// The examples of servers in both tiers.
fn examples(check: impl Fn(&Generator, &Arc<Target>, &Status, &Options)) {
    each_target(|generator, target, _| {
        let statuses = generator.all_statuses().expect("a catalogue");
        for status in statuses.into_iter().filter(|it| it.no_snippet.is_none()) {
            for strict in [false, true] {
                let options = Options { strict, ..Options::default() };
                if !target.is_client() && generator.snippet(status, target, &options).is_ok() {
                    check(generator, target, status, &options);
                }
            }
        }
    });
}

#[test]
fn every_example_of_a_server_has_a_statement_that_responds() {
    examples(|generator, target, status, options| {
        let name = format!("{}/{}", target.id(), status.code);
        let options = Options { form: Form::Response, ..options.clone() };
        let response = generator.snippet(status, target, &options).expect(&name);
        assert!(!response.text.trim().is_empty(), "{name}: nothing responds");
        let program = Options { form: Form::Program, ..options };
        let program = generator.snippet(status, target, &program).expect(&name);
        let mut words = response.text.split_whitespace();
        assert!(words.all(|it| program.text.contains(it)), "{name}: {}", response.text);
    });
}

#[test]
fn every_example_is_proven_somewhere_or_says_why_not() {
    examples(|generator, target, status, options| {
        let snippet = generator.snippet(status, target, options).expect("an example");
        let places = snippet.places;
        let told = places.told().unwrap_or_else(|| panic!("{}: no servers", target.id()));
        assert!(!told.contains("..") && !told.contains("  "), "{told}");
        for absence in places.not_here {
            assert!(absence.what.ends_with('.'), "{}: `{}`", target.id(), absence.what);
        }
    });
}

#[cfg(all(feature = "verify", unix))]
#[test]
fn what_targets_state_names_codes_edges_and_servers_that_there_are() {
    each_target(|generator, target, _| {
        let statuses = generator.all_statuses().expect("a catalogue");
        let target = generator.verifiable_target(target.id()).expect("a target");
        check_deviations(&target, &statuses).expect("edges");
        check_stated_servers(&target, &statuses).expect("servers and codes");
    });
}

#[test]
fn every_recorded_exchange_is_that_of_an_example() {
    let generator = Generator::new();
    let folder = root().join("snapshots/wire");
    let files = if folder.is_dir() { files_below(&folder) } else { BTreeMap::new() };
    for (name, path) in files {
        let (target, code) = name.split_once('/').expect("a folder for each target");
        let code = code.strip_suffix(".http").expect(&name);
        let status = generator.status(code).expect(&name);
        let target = generator.target(target).expect(&name);
        generator.snippet(status, &target, &Options::default()).expect(&name);
        let text = fs::read_to_string(path).expect("a file");
        let is_marked = |line: &str| line.is_empty() || line.starts_with(['>', '<']);
        assert!(text.starts_with("> ") && text.lines().all(is_marked), "{name}");
        let recorded = generator.recorded_exchange(status.code, target.id()).expect(&name);
        assert!(recorded.expect(&name).response().starts_with("HTTP/"), "{name}");
    }
}

#[test]
fn every_reason_has_an_attempt() {
    each_target(|_, target, folder| {
        let reasons: BTreeSet<String> =
            target.unsupported.keys().map(ToString::to_string).collect();
        assert_eq!(stems(&folder.join("attempts")), reasons, "{}", target.id());
    });
}

#[test]
fn a_port_is_used_in_program_and_command() {
    each_target(|generator, target, _| {
        for status in offered(generator) {
            let options = Options { port: Some(54_321), ..Options::default() };
            let Ok(snippet) = generator.snippet(status, target, &options) else { continue };
            let mut texts = std::iter::once(&snippet.text)
                .chain(snippet.files.iter().map(|it| &it.text))
                .chain([&snippet.run]);
            let used = texts.any(|text| text.contains("54321"));
            assert!(used, "{}/{}: the port is not used", target.id(), status.code);
            let default = target.port.to_string();
            assert!(
                !snippet.text.contains(&default),
                "{}/{}: still {default}",
                target.id(),
                status.code
            );
            assert_eq!(snippet.port, 54_321);
        }
    });
}

#[test]
fn a_path_replaces_every_occurrence_of_the_default_one() {
    each_target(|generator, target, _| {
        for status in offered(generator) {
            let options = Options { path: Some("/else/where".into()), ..Options::default() };
            let Ok(snippet) = generator.snippet(status, target, &options) else { continue };
            assert!(!snippet.text.contains("/endpoint"), "{}/{}", target.id(), status.code);
        }
    });
}

#[test]
fn a_message_is_in_the_program_if_the_response_carries_one() {
    each_target(|generator, target, _| {
        for status in offered(generator) {
            let exchange = status.exchange.as_ref().expect("an exchange");
            let carried = exchange.response.message.is_some();
            let options = Options { message: Some("Xyzzy 123".into()), ..Options::default() };
            let Ok(snippet) = generator.snippet(status, target, &options) else { continue };
            if carried {
                let mut texts =
                    std::iter::once(&snippet.text).chain(snippet.files.iter().map(|it| &it.text));
                // A client shows the part that it asks for.
                let own =
                    target.is_client() && matches!(exchange.response.message, Some(Carrier::Range));
                assert!(
                    own || texts.any(|text| text.contains("Xyzzy 123")),
                    "{}/{}",
                    target.id(),
                    status.code
                );
            }
        }
    });
}

#[test]
fn every_name_that_the_set_up_gives_is_used_by_a_handler() {
    let generator = Generator::new();
    for target in generator.servers().expect("targets") {
        let mut unused = target.given.clone();
        for (code, strict) in generator.all_codes().expect("codes").into_iter().flat_map(both_tiers)
        {
            let status = generator.status(&code.to_string()).expect("a status");
            for body in generator.bodies().expect("bodies") {
                let options = Options { strict, body: Some(body), ..Options::default() };
                let Ok(snippet) = generator.snippet(status, &target, &options) else { continue };
                let used: Vec<_> = target.given_in(&snippet.parts.handler).collect();
                unused.retain(|name| !used.contains(&name.as_str()));
            }
        }
        assert!(unused.is_empty(), "{}: {unused:?}", target.id());
    }
}

#[test]
fn gateways_read_the_variable_that_their_target_states_and_no_other() {
    // How the languages of the targets read the environment.
    let reads = ["environ", "getenv", "process.env", "ENV", "${"];
    each_target(|generator, target, _| {
        let gateways = offered(generator).filter(|status| {
            status.exchange.as_ref().is_some_and(|exchange| exchange.upstream.is_some())
        });
        let mut seen = 0;
        for status in gateways.filter(|_| !target.is_client()) {
            let Ok(snippet) = generator.snippet(status, target, &Options::default()) else {
                continue;
            };
            let files = snippet.files.iter().map(|file| file.text.as_str());
            let text: Vec<_> = files.chain([snippet.text.as_str()]).collect();
            let text = text.join("\n");
            let place = format!("{} in {}", status.code, target.id());
            assert!(text.contains(Options::UPSTREAM), "{place}");
            match &target.upstream_variable {
                // Spring finds the property `shop.url` in the variable `SHOP_URL`.
                Some(name) => {
                    let name = [name.clone(), name.to_lowercase().replace('_', ".")];
                    assert!(name.iter().any(|name| text.contains(name)), "{place}");
                }
                None => assert!(!reads.iter().any(|word| text.contains(word)), "{place}"),
            }
            seen += 1;
        }
        assert!(seen > 0 || target.is_client(), "{} has no gateway", target.id());
    });
}

fn both_tiers(code: Code) -> [(Code, bool); 2] {
    [(code, false), (code, true)]
}

#[test]
fn every_target_says_how_to_install_save_and_start() {
    each_target(|_, target, folder| {
        assert!(target.documentation.as_str().starts_with("https://"), "{}", target.id());
        assert!(folder.join("README.md").is_file(), "{} has no README.md", target.id());
        assert!(folder.join("runtime").is_dir(), "{} pins no runtime", target.id());
        assert!(folder.join("verify.yaml").is_file(), "{} says not how it is proven", target.id());
        assert!(!target.install.contains('\n') && !target.run.contains('\n'), "{}", target.id());
        assert!(target.version.contains(|one: char| one.is_ascii_digit()), "{}", target.id());
    });
}
