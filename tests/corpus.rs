//! Every file of the fuzz targets' corpus, as the fuzzer would give it to them.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

#[path = "../fuzz/inputs.rs"]
mod inputs;

/// What a file may take here, on a machine that does other things as well.
const LONGEST: Duration = Duration::from_secs(20);

fn replay(target: &str, input: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let files: Vec<_> = fs::read_dir(folder).expect("a corpus").collect();
    assert!(files.len() > 3, "{target} has {} files", files.len());
    for file in files {
        let path = file.expect("a file").path();
        let data = fs::read(&path).expect("a file");
        let start = Instant::now();
        input(&data);
        assert!(start.elapsed() < LONGEST, "{}: {:?}", path.display(), start.elapsed());
    }
}

#[test]
fn documents() {
    replay("regions", inputs::regions);
}

#[test]
fn documents_in_html() {
    replay("html", inputs::html);
}

#[test]
fn files_of_overlays() {
    replay("overlays", inputs::overlays);
}

#[test]
fn requests_of_batches() {
    replay("batch", inputs::batch);
}
