//! What the platform lets a process forbid itself.

use std::process::ExitStatus;

/// Forbids this process to use more memory (bytes), in all, and more processor time (seconds) from now on. Without such limits
/// on the platform it does nothing.
///
/// # Errors
/// If the platform refuses.
#[cfg(unix)]
pub(super) fn limit(memory: u64, seconds: u64) -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    // What is allowed stays allowed, so that the next workbook may have its own.
    let upto = |resource: Resource, most: u64| {
        let maximum = getrlimit(resource).maximum;
        let current = Some(maximum.map_or(most, |maximum| maximum.min(most)));
        setrlimit(resource, Rlimit { current, maximum })
    };
    // macOS knows no limit of address space that holds; Linux does.
    #[cfg(target_os = "linux")]
    upto(Resource::As, memory)?;
    #[cfg(not(target_os = "linux"))]
    let _ = memory;
    // Past it the process is told why it ends (SIGXCPU).
    upto(Resource::Cpu, seconds.saturating_add(seconds_used()))?;
    // A process that dies leaves nothing behind: a core would hold the workbook, identity numbers and all.
    upto(Resource::Core, 0)?;
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn limit(_memory: u64, _seconds: u64) -> std::io::Result<()> {
    Ok(())
}

/// The processor time that this process has used, in seconds, begun ones as whole.
#[cfg(unix)]
fn seconds_used() -> u64 {
    use rustix::time::{ClockId, clock_gettime};
    let used = clock_gettime(ClockId::ProcessCPUTime);
    u64::try_from(used.tv_sec).map_or(0, |seconds| seconds + u64::from(used.tv_nsec > 0))
}

/// How much address space this process has, in bytes, where the platform tells (Linux: proc_pid_statm(5)).
pub(super) fn address_space() -> Option<u64> {
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    statm
        .split_whitespace()
        .next()?
        .parse::<u64>()
        .ok()?
        .checked_mul(4096)
}

/// Whether this process has kept so much memory since it `began` that the next workbook would have clearly less than it may use.
pub(super) fn has_grown(began: Option<u64>, memory: u64) -> bool {
    match (began, address_space()) {
        (Some(began), Some(now)) => now.saturating_sub(began) > memory / 16,
        _ => false,
    }
}

/// Whether a process ended because its processor time was over.
#[cfg(unix)]
pub(super) fn ran_out_of_time(status: ExitStatus) -> bool {
    use rustix::process::Signal;
    use std::os::unix::process::ExitStatusExt;
    status.signal() == Some(Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
pub(super) fn ran_out_of_time(_status: ExitStatus) -> bool {
    false
}

/// The memory that can be had without swapping, in bytes, where the platform tells (Linux: proc_meminfo(5)).
pub(super) fn free_memory() -> Option<u64> {
    let meminfo = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = meminfo
        .lines()
        .find_map(|line| line.strip_prefix("MemAvailable:"))?;
    line.split_whitespace()
        .next()?
        .parse::<u64>()
        .ok()?
        .checked_mul(1024)
}
