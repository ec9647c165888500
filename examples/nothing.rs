//! Does nothing: the least that a process costs, for comparison in `benches/`.

fn main() {}
