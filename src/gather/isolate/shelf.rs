//! Answers as they come in, from several processes at once: put in the order of the workbooks, and bounded in memory.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use serde::de::DeserializeOwned;

use super::message::{Packed, Reply};
use super::{HEAVIEST_REPLIES, Job, gave_up};
use crate::gather::glean::too_much;
use crate::model::finding::Finding;

/// While so many bytes of packed answers lie unordered, no further workbook is read.
const HEAVIEST_WAITING: usize = 4 << 20;

/// Packed answers, from when a process gives them until they are unpacked.
#[derive(Default)]
pub(super) struct Shelf {
    state: Mutex<State>,
    /// Rung when an answer has come or has been taken.
    moved: Condvar,
}

#[derive(Default)]
struct State {
    /// The next workbook that nobody reads yet.
    next: usize,
    /// How many workbooks' answers have been taken, from the first.
    taken: usize,
    /// Answers that nobody has taken.
    waiting: BTreeMap<usize, Result<Packed, Finding>>,
}

impl Shelf {
    /// The next workbook to be read, and the place for its answer. Who is far ahead of the others waits, so that few answers lie
    /// here.
    pub(super) fn next_job<'a>(
        &'a self,
        jobs: &'a [Job],
        workers: usize,
    ) -> Option<(Place<'a>, &'a Job)> {
        let far_ahead = |state: &mut State| {
            let heavy: usize = state.waiting.values().flatten().map(Packed::length).sum();
            let ahead = state.next.saturating_sub(state.taken);
            state.next < jobs.len()
                && (ahead > 2 * workers || (ahead > 1 && heavy > HEAVIEST_WAITING))
        };
        let state = self.moved.wait_while(self.locked(), far_ahead);
        let mut state = state.unwrap_or_else(PoisonError::into_inner);
        let index = state.next;
        state.next += 1;
        let job = jobs.get(index)?;
        Some((
            Place {
                shelf: self,
                index,
                job,
                answer: None,
            },
            job,
        ))
    }

    /// The answers, in the order of the workbooks, each once it has come. One that comes when the folder has given all it may is
    /// left out: which ones those are depends on the order of the workbooks and not on which was read first. They are unpacked
    /// by whoever asks, since what a thread has unpacked stays in its own part of the memory.
    pub(super) fn unpack<T: DeserializeOwned>(&self, jobs: &[Job]) -> Vec<Result<T, Finding>> {
        let mut kept: u64 = 0;
        let unpacked = jobs.iter().enumerate().map(|(index, job)| {
            let packed = self.take(index)?;
            let with_this = kept.saturating_add(packed.weight);
            if with_this > HEAVIEST_REPLIES {
                return Err(too_much(&job.shown, "folder"));
            }
            match packed.open() {
                Some(Reply::Done(done)) => {
                    kept = with_this;
                    Ok(done)
                }
                Some(Reply::Fault(finding)) => Err(finding),
                None => Err(gave_up(&job.shown)),
            }
        });
        unpacked.collect()
    }

    /// Waits for the answer of a workbook.
    fn take(&self, index: usize) -> Result<Packed, Finding> {
        let mut state = self.locked();
        loop {
            if let Some(answer) = state.waiting.remove(&index) {
                state.taken += 1;
                drop(state);
                self.moved.notify_all();
                return answer;
            }
            state = self
                .moved
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn put(&self, index: usize, answer: Result<Packed, Finding>) {
        self.locked().waiting.insert(index, answer);
        self.moved.notify_all();
    }

    /// Nothing panics while it holds the state.
    fn locked(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where an answer is waited for. It comes whatever becomes of who was to give it.
pub(super) struct Place<'a> {
    shelf: &'a Shelf,
    index: usize,
    job: &'a Job,
    answer: Option<Result<Packed, Finding>>,
}

impl Place<'_> {
    /// Puts the answer there.
    pub(super) fn put(mut self, answer: Result<Packed, Finding>) {
        self.answer = Some(answer);
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let answer = self
            .answer
            .take()
            .unwrap_or_else(|| Err(gave_up(&self.job.shown)));
        self.shelf.put(self.index, answer);
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
        let job = |name: &str| Job {
            path: name.into(),
            shown: name.to_owned(),
            takers: Vec::new(),
        };
        let jobs = ["a", "b", "c", "d"].map(job);
        let answer = |weight: u64| {
            let mut bytes = Vec::new();
            Reply::Done(Gleaned::default()).put(0, &mut bytes).unwrap();
            bytes[8..16].copy_from_slice(&weight.to_le_bytes());
            Ok(Packed::of(bytes).unwrap())
        };
        let most = HEAVIEST_REPLIES;
        for order in [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]] {
            let shelf = Shelf::default();
            let mut places: Vec<_> =
                std::iter::from_fn(|| Some(Some(shelf.next_job(&jobs, 2)?.0))).collect();
            assert_eq!(places.len(), jobs.len());
            for index in order {
                places[index]
                    .take()
                    .unwrap()
                    .put(answer([most / 2, most, most / 2, 1][index]));
            }
            let results: Vec<Result<Gleaned, Finding>> = shelf.unpack(&jobs);
            let told: Vec<Option<String>> = results
                .iter()
                .map(|result| {
                    result.as_ref().err().map(|finding| {
                        format!(
                            "{:?} {:?}",
                            finding.code,
                            finding.place.workbook.clone().unwrap()
                        )
                    })
                })
                .collect();
            let full = |name: &str| Some(format!("{:?} {name:?}", Code::ReaderLimit));
            assert_eq!(told, [None, full("b"), None, full("d")]);
        }
    }

    #[test]
    fn an_answer_that_nobody_gives_is_not_waited_for() {
        let jobs = [Job {
            path: "a".into(),
            shown: "a".to_owned(),
            takers: Vec::new(),
        }];
        let shelf = Shelf::default();
        drop(shelf.next_job(&jobs, 1));
        let results: Vec<Result<Gleaned, Finding>> = shelf.unpack(&jobs);
        assert_eq!(
            results[0].as_ref().unwrap_err().code,
            Code::UnreadableWorkbook
        );
    }
}
