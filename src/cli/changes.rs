//! Changes of files, for commands that keep running.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::output::Failure;
use crate::error::{Error, ErrorKind};

/// How long nothing must change before something is done: editors and checkouts write many files.
const QUIET: Duration = Duration::from_millis(100);

/// The longest time that it is delayed.
const LONG: Duration = Duration::from_secs(2);

/// Reports changes of the watched files and folders.
pub(super) struct Changes<F> {
    watcher: RecommendedWatcher,
    receiver: Receiver<notify::Result<Event>>,
    watched: Vec<(PathBuf, RecursiveMode)>,
    /// Whether this program itself writes the file.
    is_own: F,
}

impl<F: Fn(&Path) -> bool> Changes<F> {
    /// Watches nothing yet. Changes of files that are this program's own don't count.
    pub(super) fn new(is_own: F) -> Result<Self, Failure> {
        let (sender, receiver) = mpsc::channel();
        let watcher = notify::recommended_watcher(move |event| {
            // After the end of the loop nothing receives, and nothing needs to.
            let _ = sender.send(event);
        })
        .map_err(|error| unwatched(&error))?;
        Ok(Self { watcher, receiver, watched: Vec::new(), is_own })
    }

    /// Also watches this file or folder.
    pub(super) fn watch(&mut self, path: PathBuf, mode: RecursiveMode) -> Result<(), Failure> {
        let place = (path, mode);
        if !self.watched.contains(&place) {
            self.watcher.watch(&place.0, mode).map_err(|error| unwatched(&error))?;
            self.watched.push(place);
        }
        Ok(())
    }

    /// Whether nothing is watched.
    pub(super) fn is_empty(&self) -> bool {
        self.watched.is_empty()
    }

    /// Waits for a change, and then until changes have stopped or have gone on for long.
    pub(super) fn wait(&self) -> Result<(), Failure> {
        while !self.is_change(self.receiver.recv().map_err(|_| gone())?)? {}
        let latest = Instant::now() + LONG;
        let mut end = Instant::now() + QUIET;
        loop {
            match self.receiver.recv_timeout(end.saturating_duration_since(Instant::now())) {
                // Events that are no change don't delay the end. Otherwise a program that keeps
                // reading would.
                Ok(event) => {
                    if self.is_change(event)? {
                        end = latest.min(Instant::now() + QUIET);
                    }
                }
                Err(RecvTimeoutError::Timeout) => return Ok(()),
                Err(RecvTimeoutError::Disconnected) => return Err(gone()),
            }
        }
    }

    /// Whether files may have changed. Reading them is no change.
    fn is_change(&self, event: notify::Result<Event>) -> Result<bool, Failure> {
        let event = event.map_err(|error| unwatched(&error))?;
        let read = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
            EventKind::Access(_) => true,
            _ => false,
        };
        Ok(!read && !event.paths.iter().all(|path| (self.is_own)(path)))
    }
}

fn unwatched(error: &notify::Error) -> Failure {
    Failure::Error(Error::new(ErrorKind::Read, format!("changes can't be watched: {error}")))
}

fn gone() -> Failure {
    Failure::Error(Error::new(
        ErrorKind::Read,
        "changes can't be watched: the file watcher stopped",
    ))
}
