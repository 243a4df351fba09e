//! Reading workbooks in processes of their own, so that whatever lies in the drop folder takes no run down.
//!
//! A reader is the same program, started by a hidden command. It limits its own memory, and its processor time for each
//! workbook, before it opens anything, reads, answers, and waits for the next. Dies it, or says nothing in time, the workbook
//! that it read has a finding, and another reader goes on with the next one. On platforms without such limits (Windows) only the
//! time on the clock is limited: a workbook that asks for much memory may slow the machine down there until its time is over.

pub(crate) mod child;
mod kept;
mod known;
mod limit;
mod message;
mod pool;
mod queue;
mod reader_process;
mod task;

use super::extract::extract;
use super::extraction::Extraction;
use crate::gather::layout::RowDetail;
use crate::model::agreement::Agreement;
use crate::model::finding::{ExceededLimit, Finding, FindingKind};
use chrono::NaiveDate;
use kept::KeptReading;
pub use kept::ReadingCache;
use message::Packed;
pub use message::ReadRequest;
pub(crate) use message::ReplyHead;
pub use pool::ReaderPool;
use queue::ReplyQueue;
use serde::de::DeserializeOwned;
use std::fs;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
pub(crate) use task::WorkbookTask;

/// What one reader reads before another is worth its start, in bytes of workbooks.
const SHARE: u64 = 256 << 10;

/// Where workbooks are read.
#[derive(Clone, Debug)]
pub enum Isolation {
    /// In this process: whatever a workbook does to its reader it does to the run.
    InProcess,
    /// By processes of their own.
    Child(AgreementReader),
}

/// Who reads an agreement's workbooks.
#[derive(Clone, Debug)]
pub struct AgreementReader {
    /// The processes, shared with whoever else reads in this run.
    pub pool: Arc<ReaderPool>,
    /// The agreement, in a form that the processes understand.
    pub agreement: Arc<str>,
    /// Where what workbooks gave is kept; none for reading all of them.
    pub cache: Option<Arc<dyn ReadingCache>>,
}

/// What the reading of one workbook may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Memory, in bytes of address space.
    pub memory: u64,
    /// Time of a processor, in whole seconds.
    pub processor: Duration,
    /// Time on the clock.
    pub clock: Duration,
}

impl Default for Limits {
    /// 1 GB; 20 seconds of a processor, which may take a minute on a busy machine.
    fn default() -> Limits {
        Limits {
            memory: 1 << 30,
            processor: Duration::from_secs(20),
            clock: Duration::from_secs(60),
        }
    }
}

/// Reads the workbooks; results in their order.
pub fn read(
    agreement: &Agreement,
    as_of: NaiveDate,
    tasks: &[WorkbookTask],
    isolation: &Isolation,
) -> Vec<Result<Extraction, Finding>> {
    match isolation {
        Isolation::InProcess => tasks
            .iter()
            .map(|task| {
                let (sources, path) = (&task.read_by, &task.path);
                extract(
                    agreement,
                    as_of,
                    sources,
                    &task.shown,
                    path,
                    RowDetail::Usual,
                )
            })
            .collect(),
        Isolation::Child(reader) => read_all(reader, as_of, tasks),
    }
}

/// Has every workbook read by a process; the answers in their order.
pub(crate) fn read_all<T: DeserializeOwned + Send>(
    reader: &AgreementReader,
    as_of: NaiveDate,
    tasks: &[WorkbookTask],
) -> Vec<Result<T, Finding>> {
    let workers = reader.pool.most().min(tasks.len()).min(shares(tasks));
    let queue = ReplyQueue::default();
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((place, task)) = queue.next_task(tasks, workers) {
                    place.put(read_one(reader, as_of, task));
                }
            });
        }
        queue.unpack(tasks, |task| read_in(RowDetail::Short, reader, as_of, task))
    })
}

/// How many readers are worth their start for these workbooks.
fn shares(tasks: &[WorkbookTask]) -> usize {
    let sizes = tasks
        .iter()
        .filter_map(|task| fs::metadata(&task.path).ok());
    let bytes: u64 = sizes.map(|file| file.len()).sum();
    usize::try_from(bytes / SHARE)
        .unwrap_or(usize::MAX)
        .saturating_add(1)
}

/// What a workbook gave. If its rows are more than a reply can hold, more of them are added up.
fn read_one(
    reader: &AgreementReader,
    as_of: NaiveDate,
    task: &WorkbookTask,
) -> Result<Packed, Finding> {
    let too_many = FindingKind::ReaderLimit {
        what: ExceededLimit::Rows,
    };
    match read_in(RowDetail::Usual, reader, as_of, task) {
        Err(fault) if fault.kind == too_many => read_in(RowDetail::Short, reader, as_of, task),
        read => read,
    }
}

/// What a workbook gave, if that is known; else it is read.
fn read_in(
    detail: RowDetail,
    reader: &AgreementReader,
    as_of: NaiveDate,
    task: &WorkbookTask,
) -> Result<Packed, Finding> {
    let kept = KeptReading::of(reader.cache.as_deref(), &reader.agreement, task, detail);
    if let Some(known) = kept.as_ref().and_then(|kept| kept.get(as_of)) {
        return Ok(known);
    }
    let read = reader.pool.read(&reader.agreement, as_of, task, detail)?;
    if let Some(kept) = kept {
        kept.put(&read);
    }
    Ok(read)
}
