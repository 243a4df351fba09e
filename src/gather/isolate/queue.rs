//! Replies of several processes, put in the order of the workbooks and bounded in memory.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use serde::de::DeserializeOwned;

use super::message::{Packed, ReadReply};
use super::task::{MAX_REPLIES_MEMORY, WorkbookTask, reader_failed};
use crate::gather::extract::limit_exceeded;
use crate::model::finding::{ExceededLimit, Finding};

/// While more bytes of compressed replies wait for earlier ones, no further workbook is read.
const MAX_WAITING_BYTES: usize = 4 << 20;

/// Compressed replies, from their arrival until they are decompressed.
#[derive(Default)]
pub(super) struct ReplyQueue {
    state: Mutex<QueueState>,
    /// Notified when a reply has arrived or has been taken.
    changed: Condvar,
}

#[derive(Default)]
struct QueueState {
    /// The next workbook to be read.
    next: usize,
    /// How many replies have been taken, from the first.
    taken: usize,
    /// Replies that have not been taken.
    waiting: BTreeMap<usize, Result<Packed, Finding>>,
}

impl ReplyQueue {
    /// The next workbook to be read, and the slot for its reply. A worker that is far ahead waits, so that few
    /// replies are stored.
    pub(super) fn next_task<'a>(
        &'a self,
        tasks: &'a [WorkbookTask],
        workers: usize,
    ) -> Option<(ReplySlot<'a>, &'a WorkbookTask)> {
        let far_ahead = |state: &mut QueueState| {
            let heavy: usize = state.waiting.values().flatten().map(Packed::length).sum();
            let ahead = state.next.saturating_sub(state.taken);
            state.next < tasks.len()
                && (ahead > 2 * workers || (ahead > 1 && heavy > MAX_WAITING_BYTES))
        };
        let state = self.changed.wait_while(self.lock(), far_ahead);
        let mut state = state.unwrap_or_else(PoisonError::into_inner);
        let index = state.next;
        state.next += 1;
        let task = tasks.get(index)?;
        Some((
            ReplySlot {
                queue: self,
                index,
                task,
                answer: None,
            },
            task,
        ))
    }

    /// The replies in the order of the workbooks, each once it has arrived. What would be beyond the folder's limit is read again
    /// by `in_short`, and left out if even that is too much: which ones depends on the order of the workbooks and not on which was
    /// read first. They are decompressed on the calling thread, since memory of other threads is not returned.
    pub(super) fn unpack<T: DeserializeOwned>(
        &self,
        tasks: &[WorkbookTask],
        in_short: impl Fn(&WorkbookTask) -> Result<Packed, Finding>,
    ) -> Vec<Result<T, Finding>> {
        let mut kept: u64 = 0;
        let unpacked = tasks.iter().enumerate().map(|(index, task)| {
            let mut packed = self.take(index)?;
            if kept.saturating_add(packed.head.weight) > MAX_REPLIES_MEMORY {
                packed = in_short(task)?;
            }
            let with_this = kept.saturating_add(packed.head.weight);
            if with_this > MAX_REPLIES_MEMORY {
                return Err(limit_exceeded(&task.shown, ExceededLimit::Folder));
            }
            match packed.open() {
                Some(ReadReply::Done(done)) => {
                    kept = with_this;
                    Ok(done)
                }
                Some(ReadReply::Fault(finding)) => Err(*finding),
                None => Err(reader_failed(&task.shown)),
            }
        });
        unpacked.collect()
    }

    /// Waits for the reply of one workbook.
    fn take(&self, index: usize) -> Result<Packed, Finding> {
        let mut state = self.lock();
        loop {
            if let Some(answer) = state.waiting.remove(&index) {
                state.taken += 1;
                drop(state);
                self.changed.notify_all();
                return answer;
            }
            state = self
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn put(&self, index: usize, answer: Result<Packed, Finding>) {
        self.lock().waiting.insert(index, answer);
        self.changed.notify_all();
    }

    /// Nothing panics while holding the state.
    fn lock(&self) -> MutexGuard<'_, QueueState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The place of one reply. Filled even if its worker fails.
pub(super) struct ReplySlot<'a> {
    queue: &'a ReplyQueue,
    index: usize,
    task: &'a WorkbookTask,
    answer: Option<Result<Packed, Finding>>,
}

impl ReplySlot<'_> {
    /// Puts the reply there.
    pub(super) fn put(mut self, answer: Result<Packed, Finding>) {
        self.answer = Some(answer);
    }
}

impl Drop for ReplySlot<'_> {
    fn drop(&mut self) {
        let answer = self
            .answer
            .take()
            .unwrap_or_else(|| Err(reader_failed(&self.task.shown)));
        self.queue.put(self.index, answer);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::message::ReplyHead;
    use super::*;
    use crate::gather::extraction::Extraction;
    use crate::model::finding::Code;

    #[test]
    fn answers_come_out_in_order_and_bounded() {
        let task = |name: &str| WorkbookTask {
            path: name.into(),
            shown: name.to_owned(),
            read_by: Vec::new(),
            sha256: String::new(),
        };
        let tasks = ["a", "b", "c", "d"].map(task);
        let answer = |weight: u64| {
            let mut bytes = Vec::new();
            let head = ReplyHead {
                weight,
                ..ReplyHead::default()
            };
            ReadReply::Done(Extraction::default())
                .put(head, &mut bytes)
                .unwrap();
            Ok(Packed::of(&bytes).unwrap())
        };
        let most = MAX_REPLIES_MEMORY;
        // «c» is lighter when it is read in short.
        let in_short =
            |task: &WorkbookTask| answer(if task.shown == "c" { most / 4 } else { most });
        for order in [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]] {
            let queue = ReplyQueue::default();
            let mut slots: Vec<_> =
                std::iter::from_fn(|| Some(Some(queue.next_task(&tasks, 2)?.0))).collect();
            assert_eq!(slots.len(), tasks.len());
            for index in order {
                slots[index]
                    .take()
                    .unwrap()
                    .put(answer([most / 2, most, most, most / 4][index]));
            }
            let results: Vec<Result<Extraction, Finding>> = queue.unpack(&tasks, in_short);
            let shown: Vec<Option<String>> = results
                .iter()
                .map(|result| {
                    result.as_ref().err().map(|finding| {
                        format!(
                            "{:?} {:?}",
                            finding.code(),
                            finding.place.workbook.clone().unwrap()
                        )
                    })
                })
                .collect();
            let full = |name: &str| Some(format!("{:?} {name:?}", Code::ReaderLimit));
            assert_eq!(shown, [None, full("b"), None, None]);
        }
    }

    #[test]
    fn an_answer_that_nobody_gives_is_not_waited_for() {
        let tasks = [WorkbookTask {
            path: "a".into(),
            shown: "a".to_owned(),
            read_by: Vec::new(),
            sha256: String::new(),
        }];
        let queue = ReplyQueue::default();
        drop(queue.next_task(&tasks, 1));
        let results: Vec<Result<Extraction, Finding>> =
            queue.unpack(&tasks, |task| Err(reader_failed(&task.shown)));
        assert_eq!(
            results[0].as_ref().unwrap_err().code(),
            Code::UnreadableWorkbook
        );
    }
}
