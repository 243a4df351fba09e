//! The same work for several agreements at once. Results come out in their order, as if it had been one after the other.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// Half of them wait, for a reader or for the disk.
const WORKERS_PER_CORE: usize = 2;

/// Does `work` for every item on more threads than there are cores, and hands each result to `finish`, in the items' order and
/// on the calling thread. Once `stop` says so no further item is begun; those that are begun are finished.
pub(super) fn in_order<I: Sync, R: Send>(
    items: &[I],
    stop: impl Fn() -> bool + Sync,
    work: impl Fn(&I) -> R + Sync,
    mut finish: impl FnMut(&I, R),
) {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let workers = (cores * WORKERS_PER_CORE).min(items.len());
    if workers <= 1 {
        let begun = items.iter().take_while(|_| !stop());
        return begun.for_each(|item| finish(item, work(item)));
    }
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (done, results) = mpsc::sync_channel(workers);
        for _ in 0..workers {
            let done = done.clone();
            scope.spawn(|| {
                let done = done;
                while !stop()
                    && let place = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(item) = items.get(place)
                    // Nobody listens only where `finish` has panicked.
                    && done.send((place, work(item))).is_ok()
                {}
            });
        }
        drop(done);
        let mut waiting = BTreeMap::new();
        let mut left = items.iter().enumerate().peekable();
        for (place, result) in results {
            waiting.insert(place, result);
            while let Some((place, item)) = left.peek()
                && let Some(result) = waiting.remove(place)
            {
                finish(item, result);
                left.next();
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_takes_longest_comes_in_its_place() {
        let items: Vec<u64> = (0..40).collect();
        let mut finished = Vec::new();
        in_order(
            &items,
            || false,
            |item| {
                thread::sleep(Duration::from_millis(if item % 7 == 0 { 5 } else { 0 }));
                item * 2
            },
            |item, double| finished.push((*item, double)),
        );
        let expected: Vec<(u64, u64)> = items.iter().map(|item| (*item, item * 2)).collect();
        assert_eq!(finished, expected);
    }

    #[test]
    fn what_is_begun_when_it_is_to_stop_is_finished() {
        let items: Vec<usize> = (0..1_000).collect();
        let begun = AtomicUsize::new(0);
        let mut finished = Vec::new();
        in_order(
            &items,
            || begun.load(Ordering::SeqCst) >= 20,
            |item| {
                begun.fetch_add(1, Ordering::SeqCst);
                *item
            },
            |_, item| finished.push(item),
        );
        let count = begun.load(Ordering::SeqCst);
        assert!((20..items.len()).contains(&count), "{count}");
        assert_eq!(finished, items[..count]);
    }
}
