//! Calls the Rust library as the modules for Python and JavaScript are called.
//!
//! A line of the input is a number of calls, a code and a target. The answer is a line with the number of bytes that the last call
//! returned.

use std::error::Error;
use std::hint::black_box;
use std::io::{Write, stdin, stdout};

use statuscraft::{Generator, Options};

fn main() -> Result<(), Box<dyn Error>> {
    let generator = Generator::new();
    for line in stdin().lines() {
        let line = line?;
        let mut words = line.split(' ');
        let mut word = || words.next().ok_or("expected a number of calls, a code and a target");
        let (calls, code, target) = (word()?.parse::<u32>()?, word()?, word()?);
        let mut length = 0;
        for _ in 0..calls {
            length = snippet(&generator, black_box(code), black_box(target))?.len();
        }
        writeln!(stdout(), "{length}")?;
    }
    Ok(())
}

fn snippet(generator: &Generator, code: &str, target: &str) -> statuscraft::Result<String> {
    let (status, target) = (generator.status(code)?, generator.target(target)?);
    Ok(generator.snippet(status, &target, &Options::default())?.text)
}
