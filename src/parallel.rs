//! A parallel map: results come in the order of the input, and few items are in progress at a time.

use std::iter;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many items may wait for each worker: enough to keep it busy, few enough to stay small.
const AHEAD: usize = 4;

/// An item, and the channel for its result.
type Job<I, O> = (I, SyncSender<O>);

/// How many workers the machine can run at the same time.
pub(crate) fn available_workers() -> NonZero<usize> {
    thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)
}

/// Maps each item of `source` with `work` on that many threads, and passes the results to `sink` in
/// the order of the items.
///
/// A result is passed on as soon as it and all earlier ones are ready, even if `source` has not
/// produced its next item yet. However many items there are, only a few per worker are in memory.
///
/// # Errors
///
/// The first error of `sink`: no further items are taken from `source` then.
pub(crate) fn map_in_order<I: Send, O: Send, E>(
    workers: NonZero<usize>,
    source: impl Iterator<Item = I> + Send,
    work: impl Fn(I) -> O + Sync,
    mut sink: impl FnMut(O) -> Result<(), E>,
) -> Result<(), E> {
    let (jobs, waiting) = sync_channel::<Job<I, O>>(workers.get() * AHEAD);
    let (promises, results) = sync_channel::<Receiver<O>>(workers.get() * AHEAD);
    let waiting = Mutex::new(waiting);
    // Taken by the thread that feeds the workers, or by this one if no thread can be started.
    let source = Mutex::new(Some(source));
    let taken = || source.lock().unwrap_or_else(PoisonError::into_inner).take();
    let worker = || {
        for (piece, result) in iter::from_fn(|| next(&waiting)) {
            // Nothing waits for the result any more after `sink` has failed.
            let _ = result.send(work(piece));
        }
    };
    let feed = move || {
        for piece in taken().into_iter().flatten() {
            let (result, promise) = sync_channel(1);
            if promises.send(promise).is_err() || jobs.send((piece, result)).is_err() {
                break;
            }
        }
    };
    thread::scope(|scope| {
        let starts = |_: &usize| thread::Builder::new().spawn_scoped(scope, worker).is_ok();
        let started = (0..workers.get()).take_while(starts).count();
        if started == 0 || thread::Builder::new().spawn_scoped(scope, feed).is_err() {
            return taken().into_iter().flatten().map(&work).try_for_each(&mut sink);
        }
        results.into_iter().filter_map(|promise| promise.recv().ok()).try_for_each(&mut sink)
    })
}

/// Whether so many threads can be started side by side.
#[cfg(feature = "cli")]
pub(crate) fn can_start(workers: NonZero<usize>) -> bool {
    let (sender, receiver) = sync_channel::<()>(0);
    let receiver = Mutex::new(receiver);
    let wait = || {
        // Nothing is ever sent: the end of the channel is waited for.
        let _ = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
    };
    thread::scope(|scope| {
        let starts = |_: &usize| thread::Builder::new().spawn_scoped(scope, wait).is_ok();
        let started = (0..workers.get()).take_while(starts).count();
        drop(sender);
        started == workers.get()
    })
}

/// Waits for the next job; `None` after the last one.
fn next<I, O>(waiting: &Mutex<Receiver<Job<I, O>>>) -> Option<Job<I, O>> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::*;

    fn count(number: usize) -> NonZero<usize> {
        NonZero::new(number).unwrap_or(NonZero::<usize>::MIN)
    }

    #[test]
    fn results_are_in_the_order_of_the_items() {
        for workers in [1, 2, 7] {
            let mut seen = Vec::new();
            let work = |piece: u64| {
                thread::sleep(Duration::from_micros(piece * 7919 % 300));
                piece * 2
            };
            let sink = |result| -> Result<(), ()> {
                seen.push(result);
                Ok(())
            };
            assert_eq!(map_in_order(count(workers), 0..500, work, sink), Ok(()));
            assert_eq!(seen, (0..500).map(|piece| piece * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn few_items_are_in_progress_even_if_results_are_read_slowly() {
        let (taken, given) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let most = AtomicUsize::new(0);
        let source = (0..400).inspect(|_| {
            let taken = taken.fetch_add(1, Ordering::SeqCst) + 1;
            most.fetch_max(taken - given.load(Ordering::SeqCst), Ordering::SeqCst);
        });
        let sink = |_| -> Result<(), ()> {
            thread::sleep(Duration::from_micros(50));
            given.fetch_add(1, Ordering::SeqCst);
            Ok(())
        };
        assert_eq!(map_in_order(count(2), source, |piece| piece, sink), Ok(()));
        assert_eq!(given.into_inner(), 400);
        assert!(most.into_inner() <= 2 * AHEAD + 2);
    }

    #[test]
    fn a_result_does_not_wait_for_the_next_item() {
        let (ask, asked) = channel();
        let (answer, answered) = channel();
        thread::spawn(move || {
            map_in_order(count(2), asked.into_iter(), |piece: u8| piece, |it| answer.send(it))
        });
        for piece in 0..5 {
            ask.send(piece).ok();
            assert_eq!(answered.recv_timeout(Duration::from_mins(1)), Ok(piece));
        }
    }

    #[test]
    fn the_first_error_stops_the_map() {
        let taken = AtomicUsize::new(0);
        let source = (0..).inspect(|_| {
            taken.fetch_add(1, Ordering::SeqCst);
        });
        let sink = |piece| if piece < 10 { Ok(()) } else { Err(piece) };
        assert_eq!(map_in_order(count(2), source, |piece: u64| piece, sink), Err(10));
        assert!(taken.into_inner() < 100);
    }
}
