//! What a program takes, with all the processes that it starts.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// So many times the short jobs are run.
const ROUNDS: u32 = 10;

/// What a job took.
#[derive(Clone, Copy, Default)]
pub(crate) struct Cost {
    pub(crate) clock: f64,
    /// Seconds of all its processes on all processors.
    pub(crate) processor: f64,
    /// The most bytes that all its processes held at once; what they share is counted for each.
    pub(crate) memory: u64,
    /// The most bytes that it held itself.
    pub(crate) own: u64,
}

/// The mean of some runs of a short job; the most memory of any.
pub(crate) fn rounds(mut job: impl FnMut() -> Cost) -> Cost {
    let mut all = Cost::default();
    for _ in 0..ROUNDS {
        let one = job();
        all.clock += one.clock / f64::from(ROUNDS);
        all.processor += one.processor / f64::from(ROUNDS);
        all.memory = all.memory.max(one.memory);
        all.own = all.own.max(one.own);
    }
    all
}

/// Runs a program, and tells what it took.
pub(crate) fn job(command: &mut Command) -> Cost {
    let before = children_processor();
    let start = Instant::now();
    let mut process = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let (memory, own) = watched(&mut process);
    let clock = start.elapsed().as_secs_f64();
    Cost {
        clock,
        processor: children_processor() - before,
        memory,
        own,
    }
}

/// Waits for a program, and gives the most memory that it and its children held together, and that it held itself.
fn watched(process: &mut Child) -> (u64, u64) {
    let id = process.id();
    let (end, ended) = mpsc::channel::<()>();
    let watch = thread::spawn(move || {
        let mut most = (0, 0);
        while ended.recv_timeout(Duration::from_millis(20)) == Err(mpsc::RecvTimeoutError::Timeout)
        {
            most = (most.0.max(resident(id)), most.1.max(memory(id, "VmHWM:")));
        }
        most
    });
    let status = process.wait().expect("the program ends");
    // A workbook that could not be used is no failure of the program's.
    assert!(matches!(status.code(), Some(0 | 3)), "{status}");
    drop(end);
    watch.join().expect("nothing to panic about")
}

/// The resident bytes of a process and those it has started; 0 where the system has no such files.
fn resident(id: u32) -> u64 {
    let own = memory(id, "VmRSS:");
    let threads = fs::read_dir(format!("/proc/{id}/task"))
        .into_iter()
        .flatten();
    let started = threads.flatten().flat_map(|thread| {
        let children = fs::read_to_string(thread.path().join("children")).unwrap_or_default();
        let ids: Vec<u32> = children.split_whitespace().flat_map(str::parse).collect();
        ids
    });
    own + started.map(resident).sum::<u64>()
}

/// What the system tells of a process's memory, in bytes; 0 where it tells nothing.
fn memory(id: u32, what: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let mut lines = status.lines();
    let kilobytes = lines
        .find_map(|line| line.strip_prefix(what)?.trim().strip_suffix(" kB"))
        .and_then(|number| number.parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}

/// The processor time of all processes that have been waited for, in seconds; 0 where the system has no such file. It comes in
/// hundredths, which is why short jobs are run several times.
fn children_processor() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name in brackets may hold blanks.
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks: f64 = fields
        .split_whitespace()
        .skip(13)
        .take(2)
        .flat_map(str::parse::<f64>)
        .sum();
    ticks / 100.0
}
