//! What the platform lets a process forbid itself.

use std::process::ExitStatus;

/// Forbids this process to use more memory (bytes) and processor time (seconds). Without such limits on the platform it
/// does nothing.
///
/// # Errors
/// If the platform refuses.
#[cfg(unix)]
pub(super) fn limit(memory: u64, seconds: u64) -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let upto = |current: u64, maximum: u64| Rlimit {
        current: Some(current),
        maximum: Some(maximum),
    };
    // macOS knows no limit of address space that holds; Linux does.
    #[cfg(target_os = "linux")]
    setrlimit(Resource::As, upto(memory, memory))?;
    #[cfg(not(target_os = "linux"))]
    let _ = memory;
    // At the first limit the process is told why it ends (SIGXCPU), at the second it is only ended.
    setrlimit(Resource::Cpu, upto(seconds, seconds.saturating_add(2)))?;
    // A process that dies leaves nothing behind: a core would hold the workbook, identity numbers and all.
    setrlimit(Resource::Core, upto(0, 0))?;
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn limit(_memory: u64, _seconds: u64) -> std::io::Result<()> {
    Ok(())
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
    let told = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = told
        .lines()
        .find_map(|line| line.strip_prefix("MemAvailable:"))?;
    line.split_whitespace()
        .next()?
        .parse::<u64>()
        .ok()?
        .checked_mul(1024)
}
