//! How much memory a program takes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::verify::process::resident;

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// The growth of a process group while it is watched.
pub(super) struct Growth {
    ended: Arc<AtomicBool>,
    thread: JoinHandle<u64>,
}

impl Growth {
    /// Watches a process group from now on, if the system reports its size.
    pub(super) fn watch(group: u32) -> Option<Self> {
        let first = resident(group)?;
        let ended = Arc::<AtomicBool>::default();
        let end = Arc::clone(&ended);
        let look = move || {
            let mut most = first;
            while !end.load(Ordering::Relaxed) {
                most = most.max(resident(group).unwrap_or_default());
                thread::sleep(PAUSE);
            }
            most - first
        };
        let thread = thread::Builder::new().name("memory".into()).spawn(look).ok()?;
        Some(Self { ended, thread })
    }

    /// How many megabytes more it was at most than at first.
    pub(super) fn end(self) -> u64 {
        self.ended.store(true, Ordering::Relaxed);
        self.thread.join().unwrap_or_default() / 1_000_000
    }
}
