//! How frameworks behave in HTTP's edge cases: a table that is computed from the proofs.

use std::collections::{BTreeMap, BTreeSet};

use statuscraft::Generator;
use statuscraft::pages::behaviour::{Cell, Column, Matrix, Verdict, csv};
use statuscraft::verify;

use crate::support::{Overlay, statuscraft, with_snapshots};

fn matrix() -> Matrix {
    Matrix::new(&Generator::new(), None, &[]).expect("right files")
}

/// What holds on a server, and what happens instead.
fn cell(name: &str, target: &str, server: &str) -> Cell {
    let matrix = Matrix::new(&Generator::new(), Some(name), &[target.to_owned()]).expect("a row");
    let is_it = |(column, _): &(&Column, &Cell)| column.server == server;
    let (_, cell) = matrix.columns.iter().zip(&matrix.rows[0].1).find(is_it).expect("a server");
    cell.clone()
}

#[test]
fn every_named_edge_and_control_is_a_row() {
    let rows: BTreeSet<String> = matrix().rows.into_iter().map(|(row, _)| row.name).collect();
    let generator = Generator::new();
    let statuses = generator.all_statuses().expect("right files");
    let exchanges = statuses.iter().filter_map(|status| status.exchange.as_ref());
    let names = exchanges.flat_map(|it| {
        let edges = it.edges.iter().map(|edge| &edge.name);
        edges.chain(it.controls.iter().filter_map(|control| control.name.as_ref()))
    });
    let missing: BTreeSet<_> =
        names.map(|it| it.as_str()).filter(|it| !rows.contains(*it)).collect();
    assert!(missing.is_empty(), "not in data/behaviours.yaml: {missing:?}");
    assert!(rows.len() >= 40, "{}", rows.len());
}

#[test]
fn every_rule_that_a_target_deviates_from_is_a_row_with_its_own_words() {
    let rules: BTreeMap<_, _> = verify::rules::all().map(|rule| (rule.name, rule)).collect();
    let rows: BTreeMap<_, _> =
        matrix().rows.into_iter().map(|(row, _)| (row.name.clone(), row)).collect();
    let generator = Generator::new();
    let targets = generator.targets().expect("right files");
    for deviation in targets.iter().flat_map(|target| &target.deviations) {
        assert!(rows.contains_key(&deviation.edge), "{} is no row", deviation.edge);
    }
    for row in rows.values().filter(|row| row.codes.is_empty()) {
        let rule = rules.get(row.name.as_str()).expect(&row.name);
        let source = rule.source.replacen(", ", ", section ", 1);
        assert_eq!((row.asks.as_str(), row.section.as_deref()), (rule.asks, Some(source.as_str())));
    }
}

#[test]
fn each_server_has_a_column_and_each_row_a_cell_for_it() {
    let matrix = matrix();
    assert!(matrix.columns.len() > 20, "{}", matrix.columns.len());
    for (row, cells) in &matrix.rows {
        assert_eq!(cells.len(), matrix.columns.len(), "{}", row.name);
        for cell in cells {
            let has_remarks = !cell.remarks.is_empty();
            let plain = matches!(cell.verdict, Verdict::Yes | Verdict::None);
            assert_eq!(has_remarks, !plain, "{}: {cell:?}", row.name);
        }
    }
}

#[test]
fn a_deviation_has_remarks_with_its_source() {
    let cell = cell("head-with-range", "spring", "tomcat");
    assert_eq!(cell.verdict, Verdict::Differs);
    let remark = &cell.remarks[0];
    assert_eq!(remark.what, "HEAD with a Range gets 206 instead of 200.");
    assert_eq!(remark.whose.as_deref(), Some("Spring"));
    assert!(remark.see.as_ref().is_some_and(|it| it.starts_with("https://")), "{remark:?}");
}

#[test]
fn where_an_example_does_not_work_nothing_is_claimed() {
    let cell = cell("foreign-origin", "flask", "nginx");
    assert_eq!(cell.verdict, Verdict::No);
    assert!(cell.remarks[0].what.contains("Upgrade"), "{:?}", cell.remarks);
}

#[test]
fn what_a_target_refuses_has_no_cell() {
    assert_eq!(cell("told-to-upgrade", "sinatra", "puma").verdict, Verdict::Yes);
    assert_eq!(cell("told-to-upgrade", "php", "builtin").verdict, Verdict::None);
}

#[test]
fn one_behaviour_is_shown_on_each_server() {
    with_snapshots("reading", || {
        let text = statuscraft(["behaviour", "malformed-range"]).stdout;
        insta::assert_snapshot!("behaviour-malformed-range", text);
    });
}

#[test]
fn all_behaviours_of_a_target_are_shown_by_server() {
    let text = statuscraft(["behaviour", "--target", "go"]).stdout;
    assert!(text.contains("\nbehaviour        go       nginx\n"), "{text}");
    let markdown = statuscraft(["behaviour", "-t", "go", "--format", "markdown"]).stdout;
    assert!(markdown.contains("| behaviour | go | nginx |"), "{markdown}");
}

#[test]
fn csv_has_a_line_for_each_cell() {
    let matrix = matrix();
    let text = csv(&matrix);
    assert_eq!(text, statuscraft(["behaviour", "--format", "csv"]).stdout);
    assert_eq!(text.lines().count(), 1 + matrix.rows.len() * matrix.columns.len());
}

#[test]
fn an_unknown_behaviour_has_a_hint() {
    let output = statuscraft(["behaviour", "head-with-rang"]);
    assert_eq!(output.status, 2);
    assert!(output.stderr.contains("did you mean `head-with-range`?"), "{}", output.stderr);
}

#[test]
fn a_row_that_nothing_tests_is_an_error() {
    let text = "- group: HEAD\n  rows: [{name: sings, matters: It can't.}]\n";
    let overlay = Overlay::new().file("data/behaviours.yaml", text);
    let error = Matrix::new(&overlay.generator(), None, &[]).unwrap_err();
    assert!(
        error.to_string().contains("`sings` is neither an edge nor a named control"),
        "{error}"
    );
}
