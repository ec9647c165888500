//! A pool of worker threads for tasks that create further tasks.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::error::{Error, ErrorKind, Result};

struct Queue<T> {
    waiting: VecDeque<T>,
    /// How many tasks are running, each of which may create further ones.
    running: usize,
    error: Option<Error>,
}

/// Runs all tasks, and those that they create, on that many threads, or on as many as can be started.
/// The first error ends it, and so does a task that panics.
pub(in crate::verify) fn run<T: Send>(
    jobs: NonZeroUsize,
    tasks: impl IntoIterator<Item = T>,
    carry_out: impl Fn(T) -> Result<Vec<T>> + Sync,
) -> Result<()> {
    let queue = Mutex::new(Queue { waiting: tasks.into_iter().collect(), running: 0, error: None });
    let changed = Condvar::new();
    let worker = || {
        while let Some(task) = next(&queue, &changed) {
            // The others wait for the end of this task, whatever becomes of it.
            let result = catch_unwind(AssertUnwindSafe(|| carry_out(task)));
            finish(&mut lock(&queue), result.unwrap_or_else(|_| Err(panicked())));
            changed.notify_all();
        }
    };
    thread::scope(|scope| {
        let starts = |_: &usize| thread::Builder::new().spawn_scoped(scope, worker).is_ok();
        if (0..jobs.get()).take_while(starts).count() == 0 {
            worker();
        }
    });
    let queue = queue.into_inner().unwrap_or_else(PoisonError::into_inner);
    queue.error.map_or(Ok(()), Err)
}

fn panicked() -> Error {
    Error::new(ErrorKind::Proof, "a part of this program failed, as the message above says")
        .with_hint("this is a fault of statuscraft, please report it")
}

/// Waits for a task; `None` if there will be no more.
fn next<T>(queue: &Mutex<Queue<T>>, changed: &Condvar) -> Option<T> {
    let mut queue = lock(queue);
    loop {
        if let Some(task) = queue.waiting.pop_front() {
            queue.running += 1;
            return Some(task);
        }
        if queue.running == 0 {
            return None;
        }
        queue = changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
    }
}

fn finish<T>(queue: &mut Queue<T>, result: Result<Vec<T>>) {
    queue.running -= 1;
    match result {
        Ok(tasks) if queue.error.is_none() => queue.waiting.extend(tasks),
        Ok(_) => {}
        Err(error) => {
            queue.waiting.clear();
            queue.error.get_or_insert(error);
        }
    }
}

fn lock<T>(queue: &Mutex<Queue<T>>) -> MutexGuard<'_, Queue<T>> {
    queue.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;
    const JOBS: NonZeroUsize = NonZeroUsize::MIN.saturating_add(2);

    #[test]
    fn tasks_created_by_tasks_are_run() -> Result<()> {
        let sum = AtomicU32::new(0);
        run(JOBS, [3, 4], |number: u32| {
            sum.fetch_add(number, Ordering::SeqCst);
            Ok((0..number).collect())
        })?;
        // f(n) = n + f(0) + … + f(n - 1), so f(3) = 7 and f(4) = 15.
        assert_eq!(sum.into_inner(), 22);
        Ok(())
    }

    #[test]
    fn a_panic_is_an_error_and_nobody_waits() {
        let result = run(JOBS, 0..100, |number| {
            assert_ne!(number, 1, "this message belongs to the test");
            thread::sleep(std::time::Duration::from_millis(1));
            Ok(Vec::new())
        });
        assert!(result.is_err_and(|error| error.to_string().contains("failed")));
    }

    #[test]
    fn an_error_stops_the_pool() {
        let result = run(JOBS, 0..100, |number| match number {
            0 => Err(Error::new(ErrorKind::Proof, "no")),
            _ => Ok(vec![number]),
        });
        assert!(result.is_err());
    }
}
