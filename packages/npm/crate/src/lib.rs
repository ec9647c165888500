//! The generator as a WebAssembly module without imports.
//!
//! A caller asks [`request`] for as many bytes as its request has, writes the request there and
//! calls [`answer`]. Then [`text`] and [`text_length`] say where the answer is, until the next
//! request. A request is an object, as for `statuscraft batch`, an array of the words that would
//! follow `statuscraft` in a command, or an object with these words as one `line` and defaults for
//! what they leave out: a block of a document.
//!
//! A panic is a bug. It ends in a trap, as WebAssembly has nothing else. Its message is then in the
//! place of the answer, and the instance should not be used any more.

mod block;
mod reply;

use std::cell::RefCell;
use std::panic;
use std::sync::OnceLock;

use statuscraft::Generator;

thread_local! {
    static REQUEST: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

static GENERATOR: OnceLock<Generator> = OnceLock::new();

/// Where the caller writes a request of `length` bytes, as UTF-8.
#[expect(unsafe_code, reason = "an exported name")]
#[unsafe(no_mangle)]
pub extern "C" fn request(length: usize) -> *mut u8 {
    REQUEST.with_borrow_mut(|request| {
        request.clear();
        request.resize(length, 0);
        request.as_mut_ptr()
    })
}

/// Answers the request. Returns 0 if the answer is a text, 1 if it is an error, as JSON.
#[expect(unsafe_code, reason = "an exported name")]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> u32 {
    let generator = GENERATOR.get_or_init(|| {
        panic::set_hook(Box::new(|info| store(info.to_string())));
        Generator::new()
    });
    match REQUEST.with_borrow(|request| reply::reply(generator, request)) {
        Ok(text) => {
            store(text);
            0
        }
        Err(error) => {
            store(error);
            1
        }
    }
}

/// Where the answer is.
#[expect(unsafe_code, reason = "an exported name")]
#[unsafe(no_mangle)]
pub extern "C" fn text() -> *const u8 {
    ANSWER.with_borrow(Vec::as_ptr)
}

/// How many bytes the answer has.
#[expect(unsafe_code, reason = "an exported name")]
#[unsafe(no_mangle)]
pub extern "C" fn text_length() -> usize {
    ANSWER.with_borrow(Vec::len)
}

fn store(text: String) {
    ANSWER.set(text.into_bytes());
}
