//! Answers as they come in, from several processes at once: put in the order of the workbooks, and bounded in memory.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use serde::de::DeserializeOwned;

use super::message::{Packed, Reply};
use super::{HEAVIEST_REPLIES, Job, gave_up};
use crate::gather::glean::too_much;
use crate::model::finding::Finding;

/// The answers so far.
pub(super) struct Shelf<T> {
    state: Mutex<State<T>>,
    /// Rung when answers have been put in order.
    moved: Condvar,
}

struct State<T> {
    /// The next workbook that nobody reads yet.
    next: usize,
    /// In order, from the first workbook.
    results: Vec<Result<T, Finding>>,
    /// Answers that came before those of workbooks ahead of them.
    early: BTreeMap<usize, Result<Packed, Finding>>,
    /// The memory that the answers that are kept take.
    kept: u64,
}

impl<T> Default for Shelf<T> {
    fn default() -> Shelf<T> {
        let state = State { next: 0, results: Vec::new(), early: BTreeMap::new(), kept: 0 };
        Shelf { state: Mutex::new(state), moved: Condvar::new() }
    }
}

impl<T: DeserializeOwned> Shelf<T> {
    /// The next workbook to be read. Who is far ahead of the others waits, so that few answers lie unordered.
    pub(super) fn take_next<'a>(&self, jobs: &'a [Job], workers: usize) -> Option<(usize, &'a Job)> {
        let far_ahead =
            |state: &mut State<T>| state.next < jobs.len() && state.next > state.results.len() + 2 * workers;
        let state = self.moved.wait_while(self.locked(), far_ahead);
        let mut state = state.unwrap_or_else(PoisonError::into_inner);
        let index = state.next;
        state.next += 1;
        Some((index, jobs.get(index)?))
    }

    /// Takes an answer in. One that comes when the folder has given all it may is left out: which ones those are depends
    /// on the order of the workbooks and not on which was read first.
    pub(super) fn put(&self, index: usize, jobs: &[Job], answer: Result<Packed, Finding>) {
        let mut state = self.locked();
        state.early.insert(index, answer);
        let mut following = state.results.len();
        while let Some(answer) = state.early.remove(&following) {
            let shown = jobs.get(following).map_or("", |job| job.shown.as_str());
            let result = answer.and_then(|packed| {
                let kept = state.kept.saturating_add(packed.weight);
                if kept > HEAVIEST_REPLIES {
                    return Err(too_much(shown, "folder"));
                }
                match packed.open() {
                    Some(Reply::Done(done)) => {
                        state.kept = kept;
                        Ok(done)
                    }
                    Some(Reply::Fault(finding)) => Err(finding),
                    None => Err(gave_up(shown)),
                }
            });
            state.results.push(result);
            following += 1;
        }
        drop(state);
        self.moved.notify_all();
    }

    /// All of them, in the order of the workbooks.
    pub(super) fn into_results(self) -> Vec<Result<T, Finding>> {
        self.state.into_inner().unwrap_or_else(PoisonError::into_inner).results
    }

    /// Nothing panics while it holds the state.
    fn locked(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::gather::glean::Gleaned;
    use crate::model::finding::Code;

    #[test]
    fn answers_come_out_in_order_and_bounded() {
        let job = |name: &str| Job { path: name.into(), shown: name.to_owned(), takers: Vec::new() };
        let jobs = ["a", "b", "c", "d"].map(job);
        let answer = |weight: u64| {
            let mut bytes = Vec::new();
            Reply::Done(Gleaned::default()).put(0, &mut bytes).unwrap();
            bytes[8..16].copy_from_slice(&weight.to_le_bytes());
            Ok(Packed::of(bytes).unwrap())
        };
        let most = HEAVIEST_REPLIES;
        for order in [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]] {
            let shelf: Shelf<Gleaned> = Shelf::default();
            let taken: Vec<usize> = std::iter::from_fn(|| Some(shelf.take_next(&jobs, 2)?.0)).collect();
            assert_eq!(taken, [0, 1, 2, 3]);
            for index in order {
                shelf.put(index, &jobs, answer([most / 2, most, most / 2, 1][index]));
            }
            let results = shelf.into_results();
            let told: Vec<Option<String>> = results
                .iter()
                .map(|result| {
                    result
                        .as_ref()
                        .err()
                        .map(|finding| format!("{:?} {:?}", finding.code, finding.place.workbook.clone().unwrap()))
                })
                .collect();
            let full = |name: &str| Some(format!("{:?} {name:?}", Code::ReaderLimit));
            assert_eq!(told, [None, full("b"), None, full("d")]);
        }
    }
}
