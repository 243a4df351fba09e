//! Reading workbooks in processes of their own, so that whatever lies in the drop folder takes no run down.
//!
//! The process is the same program, asked by a hidden command. It limits its own memory and processor time before it
//! opens anything, reads one workbook, answers and ends. Dies it, or says nothing in time, the workbook has a finding and
//! the next one is read. On platforms without such limits (Windows) only the time on the clock is limited: a workbook that
//! asks for much memory may slow the machine down there until its time is over.

pub mod child;
mod limit;
mod message;
mod shelf;

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use serde::de::DeserializeOwned;

use super::glean::{Gleaned, glean, too_much, unreadable};
use super::privacy::mask;
use crate::model::agreement::Agreement;
use crate::model::finding::Finding;
use message::Packed;
use shelf::Shelf;

pub use message::Question;

/// Where workbooks are read.
#[derive(Clone, Debug)]
pub enum Isolation {
    /// In this process: whatever a workbook does to its reader it does to the run.
    InProcess,
    /// Each in a process of its own.
    Child(Reader),
}

/// The program that reads one workbook, and what it may use.
#[derive(Clone, Debug)]
pub struct Reader {
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

/// One workbook to be read.
#[derive(Clone, Debug)]
pub struct Job {
    /// Where it lies.
    pub path: PathBuf,
    /// Its name as shown.
    pub shown: String,
    /// The sources that read it.
    pub takers: Vec<usize>,
}

/// The most bytes that a packed answer may have.
const LONGEST_REPLY: u64 = 8 << 20;
/// The most memory that the answers of a folder may take together, from when they are unpacked until the report is made:
/// more than fifty thousand rows with two mapped cells besides date and number. With all else a run takes less than 200 MB.
const HEAVIEST_REPLIES: u64 = 95_000_000;
/// The most bytes kept of what a process says before it dies.
const LONGEST_CRY: u64 = 4096;

/// Reads the workbooks; results in their order.
pub fn read(
    agreement: &Agreement,
    as_of: NaiveDate,
    jobs: &[Job],
    isolation: &Isolation,
) -> Vec<Result<Gleaned, Finding>> {
    match isolation {
        Isolation::InProcess => jobs
            .iter()
            .map(|job| glean(agreement, as_of, &job.takers, &job.shown, &job.path))
            .collect(),
        Isolation::Child(reader) => ask_all(reader, as_of, jobs),
    }
}

/// Asks a process for every workbook; its answers in their order.
pub fn ask_all<T: DeserializeOwned + Send>(
    reader: &Reader,
    as_of: NaiveDate,
    jobs: &[Job],
) -> Vec<Result<T, Finding>> {
    let workers = at_once(reader.limits.memory).min(jobs.len());
    let shelf = Shelf::default();
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((place, job)) = shelf.next_job(jobs, workers) {
                    place.put(ask(reader, as_of, job));
                }
            });
        }
        shelf.unpack(jobs)
    })
}

/// How many processes run at once: as many as there are cores, and as free memory holds if each takes all it may.
fn at_once(memory: u64) -> usize {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let fit = limit::free_memory().map_or(cores, |free| {
        usize::try_from(free / memory.max(1)).unwrap_or(cores)
    });
    cores.min(fit).max(1)
}

/// How the process ended, besides its answer.
struct End {
    /// None if its time on the clock was over.
    status: Option<ExitStatus>,
    /// What it answered, if it did.
    reply: Option<Packed>,
    /// Whether the answer was longer than it may be.
    too_long: bool,
    /// What it said before it died.
    cry: String,
}

/// Has one workbook read by a process of its own.
fn ask(reader: &Reader, as_of: NaiveDate, job: &Job) -> Result<Packed, Finding> {
    let question = Question {
        agreement: reader.agreement.clone(),
        as_of,
        takers: job.takers.clone(),
        shown: job.shown.clone(),
        memory: reader.limits.memory,
        seconds: reader.limits.processor.as_secs(),
    };
    let started = Command::new(&reader.program)
        .args(&reader.arguments)
        .arg(&job.path)
        .env_remove("RUST_BACKTRACE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut process = match started {
        Ok(process) => process,
        Err(fault) => return Err(unreadable(&job.shown, "damaged", &fault.kind().to_string())),
    };
    let end = talk(&mut process, &question, reader.limits.clock);
    if !end.cry.is_empty() {
        let cry = mask(&end.cry).unwrap_or(end.cry.clone());
        tracing::debug!(workbook = job.shown, %cry, "the reader of a workbook spoke");
    }
    match end {
        End { status: None, .. } => Err(too_much(&job.shown, "time")),
        End { too_long: true, .. } => Err(too_much(&job.shown, "rows")),
        End {
            status: Some(status),
            reply: Some(reply),
            ..
        } if status.success() => {
            if reply.weight > HEAVIEST_REPLIES {
                Err(too_much(&job.shown, "rows"))
            } else {
                Ok(reply)
            }
        }
        // The allocator's last words: there is no status of its own for want of memory.
        End { cry, .. } if cry.contains("memory allocation of") => {
            Err(too_much(&job.shown, "memory"))
        }
        End {
            status: Some(status),
            ..
        } if limit::ran_out_of_time(status) => Err(too_much(&job.shown, "time")),
        End { .. } => Err(gave_up(&job.shown)),
    }
}

/// The finding of a process that ended without an answer that can be understood.
fn gave_up(shown: &str) -> Finding {
    unreadable(shown, "damaged", "the reader gave up")
}

/// Asks, listens, and ends the process if it takes too long.
fn talk(process: &mut Child, question: &Question, clock: Duration) -> End {
    let (stdin, stdout, stderr) = (
        process.stdin.take(),
        process.stdout.take(),
        process.stderr.take(),
    );
    thread::scope(|scope| {
        scope.spawn(move || put(stdin, question));
        let reply = scope.spawn(move || {
            let mut bytes = Vec::new();
            let length = stdout?.take(LONGEST_REPLY).read_to_end(&mut bytes).ok()? as u64;
            Some((Packed::of(bytes), length >= LONGEST_REPLY))
        });
        let cry = scope.spawn(move || {
            let mut said = Vec::new();
            let mut stderr = stderr?;
            stderr
                .by_ref()
                .take(LONGEST_CRY)
                .read_to_end(&mut said)
                .ok()?;
            // The rest is drained, so that the process does not wait for a reader.
            std::io::copy(&mut stderr, &mut std::io::sink()).ok()?;
            Some(String::from_utf8_lossy(&said).into_owned())
        });
        let status = wait(process, clock);
        let (reply, too_long) = reply.join().ok().flatten().unwrap_or((None, false));
        let cry = cry.join().ok().flatten().unwrap_or_default();
        End {
            status,
            reply,
            too_long,
            cry,
        }
    })
}

/// Writes the question. A process that dies before it has heard it all tells of that by its end.
fn put(stdin: Option<ChildStdin>, question: &Question) {
    if let (Some(mut stdin), Ok(text)) = (stdin, serde_json::to_vec(question))
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
