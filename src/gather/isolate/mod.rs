//! Reading workbooks in processes of their own, so that whatever lies in the drop folder takes no run down.
//!
//! The process is the same program, asked by a hidden command. It limits its own memory and processor time before it
//! opens anything, reads one workbook, answers and ends. Dies it, or says nothing in time, the workbook has a finding and
//! the next one is read. On platforms without such limits (Windows) only the time on the clock is limited: a workbook that
//! asks for much memory may slow the machine down there until its time is over.

pub(crate) mod child;
mod limit;
mod message;
mod queue;
mod task;

use super::extract::{extract, too_much, unreadable};
use super::extraction::Extraction;
use super::privacy::mask;
use crate::model::agreement::Agreement;
use crate::model::finding::{ExceededLimit, Finding, UnreadableReason};
use chrono::NaiveDate;
use message::Packed;
pub use message::ReadRequest;
use queue::ReplyQueue;
use serde::de::DeserializeOwned;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};
pub(crate) use task::WorkbookTask;
use task::{MAX_REPLIES_MEMORY, reader_failed};

/// Where workbooks are read.
#[derive(Clone, Debug)]
pub enum Isolation {
    /// In this process: whatever a workbook does to its reader it does to the run.
    InProcess,
    /// Each in a process of its own.
    Child(ReaderProcess),
}

/// The program that reads one workbook, and what it may use.
#[derive(Clone, Debug)]
pub struct ReaderProcess {
    /// The program, as a rule this one.
    pub program: PathBuf,
    /// The words on its command line before the workbook's path.
    pub arguments: Vec<String>,
    /// The agreement, in a form that the command understands.
    pub agreement: String,
    /// What it may use.
    pub limits: Limits,
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

/// The most bytes that a packed answer may have.
const MAX_REPLY_BYTES: u64 = 8 << 20;

/// The most bytes kept of what a process says before it dies.
const MAX_ERROR_OUTPUT: u64 = 4096;

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
            .map(|task| extract(agreement, as_of, &task.takers, &task.shown, &task.path))
            .collect(),
        Isolation::Child(reader) => read_all(reader, as_of, tasks),
    }
}

/// Asks a process for every workbook; its answers in their order.
pub(crate) fn read_all<T: DeserializeOwned + Send>(
    reader: &ReaderProcess,
    as_of: NaiveDate,
    tasks: &[WorkbookTask],
) -> Vec<Result<T, Finding>> {
    let workers = worker_count(reader.limits.memory).min(tasks.len());
    let queue = ReplyQueue::default();
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((place, task)) = queue.next_task(tasks, workers) {
                    place.put(read_in_process(reader, as_of, task));
                }
            });
        }
        queue.unpack(tasks)
    })
}

/// How many processes run at once: as many as there are cores, and as free memory holds if each takes all it may.
fn worker_count(memory: u64) -> usize {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let fit = limit::free_memory().map_or(cores, |free| {
        usize::try_from(free / memory.max(1)).unwrap_or(cores)
    });
    cores.min(fit).max(1)
}

/// How the process ended, besides its answer.
struct ProcessEnd {
    /// None if its time on the clock was over.
    status: Option<ExitStatus>,
    /// What it answered, if it did.
    reply: Option<Packed>,
    /// Whether the answer was longer than it may be.
    too_long: bool,
    /// What it said before it died.
    error_output: String,
}

/// Has one workbook read by a process of its own.
fn read_in_process(
    reader: &ReaderProcess,
    as_of: NaiveDate,
    task: &WorkbookTask,
) -> Result<Packed, Finding> {
    let request = ReadRequest {
        agreement: reader.agreement.clone(),
        as_of,
        takers: task.takers.clone(),
        shown: task.shown.clone(),
        memory: reader.limits.memory,
        seconds: reader.limits.processor.as_secs(),
    };
    let started = Command::new(&reader.program)
        .args(&reader.arguments)
        .arg(&task.path)
        .env_remove("RUST_BACKTRACE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut process = match started {
        Ok(process) => process,
        Err(fault) => {
            return Err(unreadable(
                &task.shown,
                UnreadableReason::Damaged,
                &fault.kind().to_string(),
            ));
        }
    };
    let end = exchange(&mut process, &request, reader.limits.clock);
    if !end.error_output.is_empty() {
        let error_output = mask(&end.error_output).unwrap_or(end.error_output.clone());
        tracing::debug!(workbook = task.shown, %error_output, "the reader of a workbook spoke");
    }
    match end {
        ProcessEnd { status: None, .. } => Err(too_much(&task.shown, ExceededLimit::Time)),
        ProcessEnd { too_long: true, .. } => Err(too_much(&task.shown, ExceededLimit::Rows)),
        ProcessEnd {
            status: Some(status),
            reply: Some(reply),
            ..
        } if status.success() => {
            if reply.weight > MAX_REPLIES_MEMORY {
                Err(too_much(&task.shown, ExceededLimit::Rows))
            } else {
                Ok(reply)
            }
        }
        // The allocator's last words: there is no status of its own for want of memory.
        ProcessEnd { error_output, .. } if error_output.contains("memory allocation of") => {
            Err(too_much(&task.shown, ExceededLimit::Memory))
        }
        ProcessEnd {
            status: Some(status),
            ..
        } if limit::ran_out_of_time(status) => Err(too_much(&task.shown, ExceededLimit::Time)),
        ProcessEnd { .. } => Err(reader_failed(&task.shown)),
    }
}

/// Asks, listens, and ends the process if it takes too long.
fn exchange(process: &mut Child, request: &ReadRequest, clock: Duration) -> ProcessEnd {
    let (stdin, stdout, stderr) = (
        process.stdin.take(),
        process.stdout.take(),
        process.stderr.take(),
    );
    thread::scope(|scope| {
        scope.spawn(move || put(stdin, request));
        let reply = scope.spawn(move || {
            let mut bytes = Vec::new();
            let length = stdout?.take(MAX_REPLY_BYTES).read_to_end(&mut bytes).ok()? as u64;
            Some((Packed::of(bytes), length >= MAX_REPLY_BYTES))
        });
        let error_output = scope.spawn(move || {
            let mut said = Vec::new();
            let mut stderr = stderr?;
            stderr
                .by_ref()
                .take(MAX_ERROR_OUTPUT)
                .read_to_end(&mut said)
                .ok()?;
            // The rest is drained, so that the process does not wait for a reader.
            std::io::copy(&mut stderr, &mut std::io::sink()).ok()?;
            Some(String::from_utf8_lossy(&said).into_owned())
        });
        let status = wait(process, clock);
        let (reply, too_long) = reply.join().ok().flatten().unwrap_or((None, false));
        let error_output = error_output.join().ok().flatten().unwrap_or_default();
        ProcessEnd {
            status,
            reply,
            too_long,
            error_output,
        }
    })
}

/// Writes the question. A process that dies before it has heard it all tells of that by its end.
fn put(stdin: Option<ChildStdin>, request: &ReadRequest) {
    if let (Some(mut stdin), Ok(text)) = (stdin, serde_json::to_vec(request))
        && let Err(fault) = stdin.write_all(&text)
    {
        tracing::debug!(%fault, "the reader of a workbook does not listen");
    }
}

/// How the process ended; `None` if it was still running at the end of its time, and was ended.
fn wait(process: &mut Child, clock: Duration) -> Option<ExitStatus> {
    let began = Instant::now();
    let mut pause = Duration::from_millis(1);
    while began.elapsed() < clock {
        match process.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) => thread::sleep(pause),
            Err(_) => break,
        }
        pause = (pause * 2).min(Duration::from_millis(20));
    }
    // It may have ended just now; then there is nothing to kill, and the wait gives its status to nobody.
    if let Err(fault) = process.kill().and_then(|()| process.wait()) {
        tracing::debug!(%fault, "the reader of a workbook cannot be ended");
    }
    None
}
