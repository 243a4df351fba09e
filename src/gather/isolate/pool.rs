//! The readers of a run: few processes, used again and again, whichever agreement asks.

use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use chrono::NaiveDate;

use super::message::{AskedFor, Packed, ReadRequest};
use super::reader_process::{Answered, ProcessEnd, ReaderProcess};
use super::task::{MAX_REPLIES_MEMORY, WorkbookTask, reader_failed};
use super::{Limits, limit};
use crate::gather::extract::{limit_exceeded, unreadable};
use crate::gather::layout::RowDetail;
use crate::model::finding::{ExceededLimit, Finding, UnreadableReason};
use crate::privacy::mask;

/// Processes that read workbooks, at most as many as there are cores. It may be shared by several threads and agreements: who
/// finds all of them at work waits. A process is started when it is first needed, used for workbook after workbook, and
/// replaced when it has died or has kept much memory.
#[derive(Debug)]
pub struct ReaderPool {
    program: PathBuf,
    arguments: Vec<String>,
    limits: Limits,
    /// Hears which workbook is read.
    watch: Option<fn(&str)>,
    /// The most processes at once.
    most: usize,
    state: Mutex<PoolState>,
    /// Rung when a process is idle or has ended.
    changed: Condvar,
}

#[derive(Default)]
struct PoolState {
    idle: Vec<ReaderProcess>,
    /// How many processes read.
    busy: usize,
}

impl std::fmt::Debug for PoolState {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} idle, {} busy", self.idle.len(), self.busy)
    }
}

impl ReaderPool {
    /// A pool without processes. They run `program`, as a rule this one, with these words on its command line.
    pub fn new(program: PathBuf, arguments: Vec<String>, limits: Limits) -> ReaderPool {
        ReaderPool {
            program,
            arguments,
            limits,
            watch: None,
            most: reader_count(limits.memory),
            state: Mutex::default(),
            changed: Condvar::new(),
        }
    }

    /// The same, and `watch` hears the name of each workbook before it is read.
    pub(crate) fn watched(self, watch: Option<fn(&str)>) -> ReaderPool {
        ReaderPool { watch, ..self }
    }

    /// The most processes that read at once.
    pub(super) fn most(&self) -> usize {
        self.most
    }

    /// Has one workbook read. A reader that has read others before it failed is not believed: what it kept of them may be why.
    /// Then a new one tells, so that what is told of a workbook does not depend on what was read before it.
    ///
    /// # Errors
    /// A finding that says why it cannot be read.
    pub(super) fn read(
        &self,
        agreement: &Arc<str>,
        as_of: NaiveDate,
        task: &WorkbookTask,
        detail: RowDetail,
    ) -> Result<Packed, Finding> {
        let place = self.place();
        if let Some(watch) = self.watch {
            watch(&task.shown);
        }
        let known = place.pool.lock().take_idle(agreement);
        if let Some(reader) = known
            && let Some(told) = self.ask(reader, agreement, as_of, (task, detail))
        {
            return told;
        }
        let mut command = Command::new(&self.program);
        command.args(&self.arguments);
        // Ctrl-C is for the run, which needs its readers until it has ended.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let reader = ReaderProcess::start(command).map_err(|fault| {
            let why = fault.kind().to_string();
            unreadable(&task.shown, UnreadableReason::Damaged, &why)
        })?;
        self.ask(reader, agreement, as_of, (task, detail))
            .unwrap_or_else(|| Err(reader_failed(&task.shown)))
    }

    /// Asks a reader; `None` if it has died, and a new one is to be asked.
    fn ask(
        &self,
        mut reader: ReaderProcess,
        agreement: &Arc<str>,
        as_of: NaiveDate,
        (task, detail): (&WorkbookTask, RowDetail),
    ) -> Option<Result<Packed, Finding>> {
        let known = reader.agreements.place(|known| known == agreement);
        let request = ReadRequest {
            agreement: known.map_or_else(|| AskedFor::New(agreement.to_string()), AskedFor::Known),
            as_of,
            read_by: task.read_by.clone(),
            detail,
            shown: task.shown.clone(),
            path: task.path.clone().into_os_string(),
            memory: self.limits.memory,
            seconds: self.limits.processor.as_secs(),
        };
        let Ok(question) = request.bytes() else {
            return Some(Err(reader_failed(&task.shown)));
        };
        match known {
            Some(place) => reader.agreements.again(place),
            None => Some(reader.agreements.add(Arc::clone(agreement))),
        };
        let was_used = reader.is_used;
        match reader.ask(question, self.limits.clock) {
            Answered::Reply(reply) => {
                if !reply.head.spent {
                    self.lock().idle.push(reader);
                }
                Some(if reply.head.weight > MAX_REPLIES_MEMORY {
                    Err(limit_exceeded(&task.shown, ExceededLimit::Rows))
                } else {
                    Ok(reply)
                })
            }
            Answered::TooLong => Some(Err(limit_exceeded(&task.shown, ExceededLimit::Rows))),
            Answered::TimeIsOver => Some(Err(limit_exceeded(&task.shown, ExceededLimit::Time))),
            Answered::Ended(end) => {
                let told = end.finding(&task.shown);
                (!was_used || end.is_out_of_time()).then_some(Err(told))
            }
        }
    }

    /// Waits until fewer processes than the most are at work.
    fn place(&self) -> PoolPlace<'_> {
        let full = |state: &mut PoolState| state.busy >= self.most;
        let state = self.changed.wait_while(self.lock(), full);
        state.unwrap_or_else(PoisonError::into_inner).busy += 1;
        PoolPlace { pool: self }
    }

    /// Nothing panics while it holds the state.
    fn lock(&self) -> MutexGuard<'_, PoolState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PoolState {
    /// An idle reader, if there is one: as a rule one that knows the agreement.
    fn take_idle(&mut self, agreement: &Arc<str>) -> Option<ReaderProcess> {
        let mut all = self.idle.iter();
        let knowing = all.position(|reader| {
            let place = reader.agreements.place(|known| known == agreement);
            place.is_some()
        });
        match knowing {
            Some(at) => Some(self.idle.swap_remove(at)),
            None => self.idle.pop(),
        }
    }
}

/// The right to have one process read.
struct PoolPlace<'a> {
    pool: &'a ReaderPool,
}

impl Drop for PoolPlace<'_> {
    fn drop(&mut self) {
        self.pool.lock().busy -= 1;
        self.pool.changed.notify_one();
    }
}

impl ProcessEnd {
    fn is_out_of_time(&self) -> bool {
        self.status.is_some_and(limit::ran_out_of_time)
    }

    /// What there is to tell of the workbook that it read.
    fn finding(&self, shown: &str) -> Finding {
        let said = &self.error_output;
        if !said.is_empty() {
            let error_output = mask(said).unwrap_or_else(|| said.clone());
            tracing::debug!(workbook = shown, %error_output, "the reader of a workbook spoke");
        }
        // The allocator's last words: there is no status of its own for want of memory.
        if said.contains("memory allocation of") {
            limit_exceeded(shown, ExceededLimit::Memory)
        } else if self.is_out_of_time() {
            limit_exceeded(shown, ExceededLimit::Time)
        } else {
            reader_failed(shown)
        }
    }
}

/// How many processes run at once: as many as there are cores, and as free memory holds if each takes all it may.
fn reader_count(memory: u64) -> usize {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let fit = limit::free_memory().map_or(cores, |free| {
        usize::try_from(free / memory.max(1)).unwrap_or(cores)
    });
    cores.min(fit).max(1)
}
